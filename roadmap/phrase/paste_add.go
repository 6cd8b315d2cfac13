package phrase

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// Understood is a row of a paste as it would be taken.
type Understood struct {
	Chips  []Chip         // what it became, or what is wrong with it
	Status roadmap.Status // of a task
	Err    error          // why it cannot be taken; nil also of a row that is not ticked
}

// ReadAll reads the rows in their order as On does, on the Context's roadmap: a line knows the ones above it that can be taken.
func (p *Paste) ReadAll() []Understood {
	a := pasting{p: p, ctx: p.ctx, kind: p.ctx.Kind, draft: p.ctx.roadmap().Edit(p.ctx.Today)}
	out := make([]Understood, len(p.Rows))
	for i := range p.Rows {
		a.at = i
		switch r := &p.Rows[i]; {
		case r.Kind == PastedItem:
			item, err := a.item(r)
			out[i] = Understood{Chips: item.Chips, Err: err}
		case r.Kind != PastedTask:
			out[i].Chips, out[i].Err = p.readHeading(r)
			if err := a.row(r); out[i].Err == nil {
				out[i].Err = err
			}
			a.beneath(r, out[i].Err)
		case !r.Take:
			line := ParseAdd(r.Text, a.ctx)
			out[i] = Understood{Chips: line.Chips, Status: line.status()}
		default:
			line, err := a.pasted(r)
			out[i] = Understood{line.Chips, line.status(), err}
		}
		if !p.Rows[i].Take {
			out[i].Err = nil
		}
	}
	a.linkLater(func(row int, err error) bool { out[row].Err = err; return false })
	return out
}

// readHeading is what a heading names, and why it cannot be taken.
func (p *Paste) readHeading(r *Pasted) ([]Chip, error) {
	if r.Kind == PastedPhase {
		_, err := (&reader{Context: p.ctx}).phase(literal(r.Text))
		return []Chip{{Field: "phase", Text: "phase " + r.Text, End: len(r.Text)}}, err
	}
	if g := p.goalNamed(r.Text); g != nil {
		return []Chip{{Field: "goal", Text: "goal " + g.Title, End: len(r.Text)}}, nil
	}
	item := p.goal(r.Text)
	chips := append([]Chip{{Field: "goal", Text: "goal " + item.Goal.Title + " (new)", New: true}}, item.Chips[min(2, len(item.Chips)):]...)
	return chips, item.Problem()
}

// status is the status that a line gives its task.
func (l *Line) status() roadmap.Status {
	switch {
	case l.Task.Finished != 0:
		return roadmap.Done
	case l.Task.Started != 0 && l.Task.Status == roadmap.Todo:
		return roadmap.Doing
	}
	return l.Task.Status
}

// namesAnother tells whether a line's problems may go away once the lines above it are there.
func (p *Paste) namesAnother(l Line) bool {
	for _, c := range l.Chips {
		if c.Problem != "" && c.Field != "after" && c.Field != "goal" {
			return false
		}
	}
	return true
}

func (p *Paste) goal(text string) Item { return ParseItem("goal "+text, p.ctx) }

// goalNamed is the goal of that name that is there already, or nil.
func (p *Paste) goalNamed(text string) *roadmap.Goal {
	for _, g := range p.ctx.roadmap().Goals() {
		if fold(g.Title) == fold(text) {
			return g
		}
	}
	return nil
}

// Counts are how many tasks are to be added, and how many new teams, suppliers, goals and risks by their kind.
func (p *Paste) Counts() (tasks int, items map[string]int) {
	items = map[string]int{}
	kind := p.ctx.Kind
	var made []string // teams above
	for i := range p.Rows {
		r := &p.Rows[i]
		if r.Kind == PastedItem {
			if kindWord(r.Text) == "" && slices.ContainsFunc(made, func(team string) bool { return begins(r.Text, team) > 0 }) {
				continue // of a team that is counted
			}
			ctx := p.ctx
			ctx.Kind, ctx.AddsDays = kind, true
			if item := ParseItem(r.Text, ctx); len(item.Chips) > 0 && item.Chips[0].Problem == "" {
				kind = strings.TrimSuffix(item.Chips[0].Text, " as before")
				if name := fold(item.Team.Name); r.Take && name != "" && item.Known == "" {
					made = append(made, name)
				}
			}
		}
		switch {
		case !r.Take:
		case r.Kind == PastedTask:
			tasks++
		case r.Kind == PastedItem:
			items[kind]++
		case r.Kind == PastedGoal && p.goalNamed(r.Text) == nil:
			items["goal"]++
		}
	}
	return tasks, items
}

// On adds what is ticked to a draft, in order, and returns the ids of the tasks; without any those of teams, goals and risks. A line knows the ones above it. The error names the
// line of what was pasted; the draft is then to be thrown away.
func (p *Paste) On(d *roadmap.Draft) ([]string, error) {
	a := pasting{p: p, ctx: p.ctx, kind: p.ctx.Kind, draft: d}
	if err := p.bringPhases(d); err != nil {
		return nil, err
	}
	for i := range p.Rows {
		r := &p.Rows[i]
		a.at = i
		if r.Kind == PastedTask && !r.Take {
			continue
		}
		if r.Kind == PastedItem {
			if _, err := a.item(r); err != nil {
				return nil, fmt.Errorf("line %d: %w", r.Source, err)
			}
			continue
		}
		if err := a.row(r); err != nil {
			return nil, fmt.Errorf("line %d: %w", r.Source, err)
		}
	}
	var wrong error
	a.linkLater(func(row int, err error) bool {
		wrong = fmt.Errorf("line %d: %w", p.Rows[row].Source, err)
		return true
	})
	if wrong != nil {
		return nil, wrong
	}
	if len(a.ids) == 0 {
		return a.items, nil
	}
	return a.ids, nil
}

// pasting is a paste being added.
type pasting struct {
	p     *Paste
	ctx   Context
	draft *roadmap.Draft
	phase string
	kind  string   // of the item above
	ids   []string // of tasks
	items []string // of teams, goals and risks
	known int      // so many of which ctx knows

	at     int       // the row that is read
	below  []waiting // for rows further down
	titles []string  // of the rows, once asked for

	gap                 bool // the task above could not be taken,
	goalless, phaseless bool // or the heading

	now     *roadmap.Roadmap // with so many of the tasks
	nowWith int
}

// added is how much was added so far.
func (a *pasting) added() int { return len(a.ids) + len(a.items) }

func (a *pasting) row(r *Pasted) error {
	switch {
	case r.Kind == PastedPhase:
		if a.phase = ""; r.Take {
			a.phase = r.Text
		}
		return nil
	case r.Kind == PastedGoal && !r.Take:
		a.phase, a.ctx.Goal = "", a.p.ctx.Goal
		return nil
	case r.Kind == PastedGoal:
		return a.goal(r.Text)
	}
	_, err := a.pasted(r)
	return err
}

// pasted is a row that is a task.
func (a *pasting) pasted(r *Pasted) (Line, error) {
	if r.above != "" {
		a.ctx.Before, a.gap = r.above, false
	}
	if line, err := a.follows(r.Text); err != nil {
		a.gap = true
		return line, err
	}
	line, err := a.task(r.Text)
	a.gap = err != nil
	return line, err
}

// task reads a line and adds its task.
func (a *pasting) task(text string) (Line, error) {
	if len(a.items) > a.known { // a team may stand above it, of which it says the beginning
		now, err := a.present()
		if err != nil {
			return Line{}, err
		}
		a.ctx.Roadmap, a.known = now, len(a.items)
	}
	line := ParseAdd(text, a.ctx)
	if strings.Contains(text, "after:^") || line.Problem() != nil && a.p.namesAnother(line) { // it names what stands above it, or may
		now, err := a.present()
		if err != nil {
			return line, err
		}
		ctx := a.ctx
		ctx.Roadmap = now
		line = ParseAdd(text, ctx)
	}
	line, below := a.withoutLater(text, line)
	id, err := line.Add(a.draft)
	if err != nil {
		return line, err
	}
	for _, word := range below {
		a.below = append(a.below, waiting{a.at, id, word})
	}
	a.ids, a.ctx.Before = append(a.ids, id), id
	return line, a.settle(id)
}

// settle puts a task into the phase and the goal of the headings above it.
func (a *pasting) settle(id string) error {
	t := a.draft.Task(id)
	phase, goal := t.Phase, t.Goal
	if phase == "" {
		phase = a.phase
	}
	if goal == "" {
		goal = a.ctx.Goal
	}
	if phase == t.Phase && goal == t.Goal {
		return nil
	}
	return a.draft.UpdateTask(id, func(t *roadmap.Task) { t.Phase, t.Goal = phase, goal })
}

// goal makes the goal of a heading, or finds it.
func (a *pasting) goal(text string) error {
	a.phase = ""
	for _, g := range a.draft.Goals() {
		if fold(g.Title) == fold(text) {
			a.ctx.Goal = g.ID
			return nil
		}
	}
	id, err := a.p.goal(text).Add(a.draft)
	a.ctx.Goal = id
	return err
}

// present is the roadmap with what was added so far.
func (a *pasting) present() (*roadmap.Roadmap, error) {
	if a.now != nil && a.nowWith == a.added() {
		return a.now, nil
	}
	now, err := a.draft.Peek()
	a.now, a.nowWith = now, a.added()
	return now, err
}
