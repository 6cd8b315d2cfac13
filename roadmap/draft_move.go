package roadmap

// MoveTask moves a task right before another, or to the end where that is empty.
func (d *Draft) MoveTask(id, before string) error { return move(&d.tasks, "task", id, before) }

func move[E movable[E]](l *list[E], what, id, before string) error {
	e, ok := l.get(id)
	if !ok {
		return unknown(what, id)
	}
	if _, ok := l.get(before); before != "" && !ok {
		return unknown(what, before)
	}
	if id == before {
		return nil
	}
	l.put(e.at(l.positionFor(before, id)))
	return nil
}

// movable is an entity that can be had at another position.
type movable[E any] interface {
	ordered
	at(Position) E
}

func (t *Team) at(p Position) *Team { u := *t; u.Position = p; return &u }

func (g *Goal) at(p Position) *Goal { u := *g; u.Position = p; return &u }

func (t *Task) at(p Position) *Task { u := *t; u.Position = p; return &u }
