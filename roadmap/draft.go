package roadmap

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// Draft is a roadmap being edited. Its methods check what they are given and change nothing where they return an error.
// A draft belongs to one goroutine and is done with after Close.
type Draft struct {
	base      *Roadmap
	today     Date
	settings  *Settings
	teams     list[*Team]
	goals     list[*Goal]
	tasks     list[*Task]
	risks     list[*Risk]
	known     list[*Known]
	filters   list[*Filter]
	baselines list[*Baseline]
	deps      map[string]*Dependency // by key, what differs from the base; nil is a dependency taken away
	lastID    int

	lenient  bool // an import: see Lenient
	replayed bool // values are put as they were: nothing is told of, no promise noted
}

// Edit opens a draft; today is the status date, on which tasks that it touches are told of.
func (r *Roadmap) Edit(today Date) *Draft {
	return &Draft{
		base: r, today: today, settings: r.settings,
		teams: r.teams.shared(), goals: r.goals.shared(), tasks: r.tasks.shared(), risks: r.risks.shared(),
		known: r.known.shared(), filters: r.filters.shared(), baselines: r.baselines.shared(),
		deps: map[string]*Dependency{}, lastID: r.lastID,
	}
}

// Lenient makes the draft take what an import may hold though an edit may not: a task that asks for more people than its
// team has (it is flagged instead). It also leaves the list of promises as it comes.
func (d *Draft) Lenient() *Draft {
	d.lenient = true
	return d
}

// Today is the status date that the draft was opened with.
func (d *Draft) Today() Date { return d.today }

// Task, Team, Goal and Risk are as the draft has them now, or nil.

// Task is the task as the draft has it now, or nil.
func (d *Draft) Task(id string) *Task { t, _ := d.tasks.get(id); return t }

// Team is the team as the draft has it now, or nil.
func (d *Draft) Team(id string) *Team { t, _ := d.teams.get(id); return t }

// Goal is the goal as the draft has it now, or nil.
func (d *Draft) Goal(id string) *Goal { g, _ := d.goals.get(id); return g }

// Risk is the risk as the draft has it now, or nil.
func (d *Draft) Risk(id string) *Risk { r, _ := d.risks.get(id); return r }

// Tasks are the tasks as the draft has them now, in order; for reading only, and until its next edit.
func (d *Draft) Tasks() []*Task { return d.tasks.items }

// Teams are the teams as the draft has them now, in order; for reading only, and until its next edit.
func (d *Draft) Teams() []*Team { return d.teams.items }

// Goals are the goals as the draft has them now, in order; for reading only, and until its next edit.
func (d *Draft) Goals() []*Goal { return d.goals.items }

// Settings are as the draft has them now.
func (d *Draft) Settings() *Settings { return d.settings }

// NewID is a short number that no task, goal, team or risk has or ever had.
func (d *Draft) NewID() string {
	for {
		d.lastID++
		if id := strconv.Itoa(d.lastID); !d.inUse(id) {
			return id
		}
	}
}

func (d *Draft) inUse(id string) bool {
	return d.Task(id) != nil || d.Goal(id) != nil || d.Team(id) != nil || d.Risk(id) != nil
}

// claim gives a new entity its id, or checks the one that it brings.
func (d *Draft) claim(c *checker, id *string) {
	if *id == "" {
		*id = d.NewID()
		return
	}
	if d.inUse(*id) {
		c.fail(Taken, "id", "%q is already the id of something", *id)
		return
	}
	if n, err := strconv.Atoi(*id); err == nil && n > d.lastID && strconv.Itoa(n) == *id && n < 1<<40 {
		d.lastID = n
	}
}

// SetSettings replaces the roadmap's own settings. A phase that tasks are in cannot go.
func (d *Draft) SetSettings(s Settings) error {
	c := &checker{item: "roadmap"}
	c.settings(&s)
	for _, t := range d.tasks.items {
		if t.Phase != "" && !slices.Contains(s.Phases, t.Phase) {
			c.fail(Invalid, "phases", "%q is in use by %s", t.Phase, describe(t))
		}
	}
	if c.err == nil {
		d.settings = &s
	}
	return c.result()
}

// AddPhase adds a phase at the end of the list where it is not in it.
func (d *Draft) AddPhase(name string) error {
	if slices.Contains(d.settings.Phases, name) {
		return nil
	}
	s := *d.settings
	s.Phases = append(slices.Clone(s.Phases), name)
	return d.SetSettings(s)
}

// AddTeam adds a team at the end; without an id it gets one. It returns the id.
func (d *Draft) AddTeam(t Team) (string, error) {
	c := &checker{item: "new team " + quoted(t.Name)}
	d.claim(c, &t.ID)
	c.team(&t)
	if c.err == nil {
		t.Position = d.teams.positionFor("")
		d.teams.put(&t)
	}
	return t.ID, c.result()
}

// UpdateTeam changes a team. A capacity under what one of its open tasks asks for is refused.
func (d *Draft) UpdateTeam(id string, change func(*Team)) error {
	old := d.Team(id)
	if old == nil {
		return unknown("team", id)
	}
	t := *old
	change(&t)
	t.ID, t.Position = old.ID, old.Position
	c := &checker{item: "team " + quoted(old.Name)}
	c.team(&t)
	if most := t.MostPeople(); !d.lenient && most > 0 && (old.MostPeople() == 0 || most < old.MostPeople()) {
		d.enoughPeople(c, &t, most)
	}
	if c.err == nil {
		d.teams.put(&t)
	}
	return c.result()
}

func (d *Draft) enoughPeople(c *checker, team *Team, most int) {
	for _, t := range d.tasks.items {
		if n := peopleOf(t, team.ID); t.Status.Open() && n > most {
			c.fail(Invalid, "capacity", "%d is too few: %s asks for %d people at once", team.Capacity, describe(t), n)
		}
	}
}

// peopleOf is how many people of a team the task needs at once.
func peopleOf(t *Task, team string) int {
	if t.Team == team {
		return t.People
	}
	for _, n := range t.AlsoNeeds {
		if n.Team == team {
			return n.People
		}
	}
	return 0
}

// RemoveTeam removes a team; its tasks are then no team's, and nobody needs its people.
func (d *Draft) RemoveTeam(id string) error {
	if d.Team(id) == nil {
		return unknown("team", id)
	}
	for _, t := range slices.Clone(d.tasks.items) {
		if peopleOf(t, id) == 0 {
			continue
		}
		u := *t
		if u.Team == id {
			u.Team = ""
		}
		u.AlsoNeeds = slices.DeleteFunc(slices.Clone(u.AlsoNeeds), func(n Need) bool { return n.Team == id })
		d.tasks.put(&u)
	}
	d.teams.remove(id)
	d.forget(func(k *Known) bool { return k.Team == id })
	return nil
}

// MoveTeam moves a team right before another, or to the end where that is empty.
func (d *Draft) MoveTeam(id, before string) error { return move(&d.teams, "team", id, before) }

// MoveGoal moves a goal right before another, or to the end where that is empty.
func (d *Draft) MoveGoal(id, before string) error { return move(&d.goals, "goal", id, before) }

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
	l.remove(id)
	l.put(e.at(l.positionFor(before)))
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

// AddGoal adds a goal at the end; without an id it gets one. It returns the id.
func (d *Draft) AddGoal(g Goal) (string, error) {
	c := &checker{item: "new goal " + quoted(g.Title)}
	d.claim(c, &g.ID)
	c.goal(&g)
	d.checkParent(c, &g)
	if c.err == nil {
		g.Position = d.goals.positionFor("")
		d.goals.put(&g)
	}
	return g.ID, c.result()
}

// UpdateGoal changes a goal.
func (d *Draft) UpdateGoal(id string, change func(*Goal)) error {
	old := d.Goal(id)
	if old == nil {
		return unknown("goal", id)
	}
	g := *old
	change(&g)
	g.ID, g.Position = old.ID, old.Position
	c := &checker{item: "goal " + quoted(old.Title)}
	c.goal(&g)
	d.checkParent(c, &g)
	if c.err == nil {
		d.goals.put(&g)
	}
	return c.result()
}

func (d *Draft) checkParent(c *checker, g *Goal) {
	for at := g.Parent; at != ""; {
		p := d.Goal(at)
		if p == nil {
			c.fail(Unknown, "parent", "there is no goal %q", at)
			return
		}
		if p.ID == g.ID {
			c.fail(Cycle, "parent", "%q lies under this goal itself", g.Parent)
			return
		}
		at = p.Parent
	}
}

// RemoveGoal removes a goal; its tasks are then no goal's, and its children belong to its parent.
func (d *Draft) RemoveGoal(id string) error {
	gone := d.Goal(id)
	if gone == nil {
		return unknown("goal", id)
	}
	for _, t := range slices.Clone(d.tasks.items) {
		if t.Goal == id {
			u := *t
			u.Goal = ""
			d.tasks.put(&u)
		}
	}
	for _, g := range slices.Clone(d.goals.items) {
		if g.Parent == id {
			u := *g
			u.Parent = gone.Parent
			d.goals.put(&u)
		}
	}
	d.goals.remove(id)
	d.forget(func(k *Known) bool { return k.Goal == id })
	return nil
}

// AddRisk adds a risk at the end; without an id it gets one. It returns the id.
func (d *Draft) AddRisk(r Risk) (string, error) {
	c := &checker{item: "new risk " + quoted(r.Title)}
	d.claim(c, &r.ID)
	d.checkRisk(c, &r)
	if c.err == nil {
		r.Position = d.risks.positionFor("")
		d.risks.put(&r)
	}
	return r.ID, c.result()
}

// UpdateRisk changes a risk.
func (d *Draft) UpdateRisk(id string, change func(*Risk)) error {
	old := d.Risk(id)
	if old == nil {
		return unknown("risk", id)
	}
	r := *old
	change(&r)
	r.ID, r.Position = old.ID, old.Position
	c := &checker{item: "risk " + quoted(old.Title)}
	d.checkRisk(c, &r)
	if c.err == nil {
		d.risks.put(&r)
	}
	return c.result()
}

func (d *Draft) checkRisk(c *checker, r *Risk) {
	c.risk(r)
	for i, id := range r.Tasks {
		if d.Task(id) == nil {
			c.fail(Unknown, "tasks", "there is no task %q", id)
		}
		if slices.Contains(r.Tasks[:i], id) {
			c.fail(Taken, "tasks", "%q is there twice", id)
		}
	}
}

// RemoveRisk removes a risk.
func (d *Draft) RemoveRisk(id string) error {
	if d.Risk(id) == nil {
		return unknown("risk", id)
	}
	d.risks.remove(id)
	return nil
}

// PutKnown accepts a flag, in place of what was accepted of the same flag before.
func (d *Draft) PutKnown(k Known) error {
	c := &checker{item: "known flag " + quoted(k.Flag)}
	c.known(&k)
	if k.Task != "" && d.Task(k.Task) == nil || k.Team != "" && d.Team(k.Team) == nil || k.Goal != "" && d.Goal(k.Goal) == nil {
		c.fail(Unknown, "", "there is no task, team or goal %q", k.Task+k.Team+k.Goal)
	}
	if c.err == nil {
		k.Position = positionOf(&d.known, k.Key())
		d.known.put(&k)
	}
	return c.result()
}

// RemoveKnown takes the acceptance of a flag back.
func (d *Draft) RemoveKnown(k Known) error {
	if _, ok := d.known.get(k.Key()); !ok {
		return unknown("known flag", k.Flag)
	}
	d.known.remove(k.Key())
	return nil
}

func (d *Draft) forget(which func(*Known) bool) {
	for _, k := range slices.Clone(d.known.items) {
		if which(k) {
			d.known.remove(k.Key())
		}
	}
}

// PutFilter keeps a filter by its name, in place of the one of that name.
func (d *Draft) PutFilter(f Filter) error {
	c := &checker{item: "filter " + quoted(f.Name)}
	c.filter(&f)
	if c.err == nil {
		f.Position = positionOf(&d.filters, f.Name)
		d.filters.put(&f)
	}
	return c.result()
}

// RemoveFilter removes a filter by its name.
func (d *Draft) RemoveFilter(name string) error {
	if _, ok := d.filters.get(name); !ok {
		return unknown("filter", name)
	}
	d.filters.remove(name)
	return nil
}

// PutBaseline keeps a baseline by its name, in place of the one of that name. One that is current makes all others not so.
func (d *Draft) PutBaseline(b Baseline) error {
	c := &checker{item: "baseline " + quoted(b.Name)}
	c.baseline(&b)
	if c.err != nil {
		return c.result()
	}
	b.Position = positionOf(&d.baselines, b.Name)
	d.baselines.put(&b)
	if b.Current {
		d.onlyCurrent(b.Name)
	}
	return nil
}

// UseBaseline makes the baseline of that name the current one.
func (d *Draft) UseBaseline(name string) error {
	b, ok := d.baselines.get(name)
	if !ok {
		return unknown("baseline", name)
	}
	u := *b
	u.Current = true
	d.baselines.put(&u)
	d.onlyCurrent(name)
	return nil
}

func (d *Draft) onlyCurrent(name string) {
	for _, b := range slices.Clone(d.baselines.items) {
		if b.Current && b.Name != name {
			u := *b
			u.Current = false
			d.baselines.put(&u)
		}
	}
}

// RemoveBaseline removes a baseline by its name.
func (d *Draft) RemoveBaseline(name string) error {
	if _, ok := d.baselines.get(name); !ok {
		return unknown("baseline", name)
	}
	d.baselines.remove(name)
	return nil
}

// positionOf is where the entity of that key is, or the end.
func positionOf[E ordered](l *list[E], key string) Position {
	if e, ok := l.get(key); ok {
		return e.place()
	}
	return l.positionFor("")
}

// Close checks what only the whole can tell and hands out the next roadmap. A cycle of dependencies is an error that names
// its tasks link by link. Where nothing was changed it is the roadmap that the draft was opened on.
func (d *Draft) Close() (*Roadmap, error) {
	next := &Roadmap{
		settings: d.settings, teams: sealed(d.teams), goals: sealed(d.goals), tasks: sealed(d.tasks),
		risks: sealed(d.risks), known: sealed(d.known), filters: sealed(d.filters), baselines: sealed(d.baselines),
		deps: d.base.deps, lastID: max(d.lastID, d.base.lastID),
		network: d.base.network, calendars: d.base.calendars,
	}
	if len(d.deps) > 0 {
		next.deps = d.mergedDependencies()
	}
	if len(d.deps) > 0 || !sameOrder(d.base.tasks.items, next.tasks.items) {
		next.network = &lazy[Network]{}
		if err := next.checkCycle(); err != nil {
			return nil, err
		}
	}
	if d.settings != d.base.settings || d.teams.ownItems {
		next.calendars = &lazy[calendars]{}
	}
	return next, nil
}

// sealed is a list that may be read by several goroutines: its index is built.
func sealed[E ordered](l list[E]) list[E] {
	if l.index == nil {
		l.reindex()
	}
	return l.shared()
}

// sameOrder tells whether both are the same tasks by id in the same order.
func sameOrder(a, b []*Task) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && a[i].ID != b[i].ID {
			return false
		}
	}
	return true
}

func (d *Draft) mergedDependencies() []*Dependency {
	out := make([]*Dependency, 0, len(d.base.deps)+len(d.deps))
	for _, dep := range d.base.deps {
		if _, touched := d.deps[dep.Key()]; !touched {
			out = append(out, dep)
		}
	}
	for _, dep := range d.deps {
		if dep != nil {
			out = append(out, dep)
		}
	}
	slices.SortFunc(out, compareDependencies)
	return out
}

func (r *Roadmap) checkCycle() error {
	cycle := r.Network().cycle()
	if cycle == nil {
		return nil
	}
	text := ""
	for _, i := range cycle {
		text += quoted(r.tasks.items[i].Title) + " → "
	}
	first := r.tasks.items[cycle[0]]
	return &Error{Cycle, describe(first), "after", fmt.Sprintf("these would wait for each other: %s%s", text, quoted(first.Title))}
}

// dependenciesNow are those of the draft, unsorted.
func (d *Draft) dependenciesNow() map[string]*Dependency {
	out := make(map[string]*Dependency, len(d.base.deps))
	for _, dep := range d.base.deps {
		out[dep.Key()] = dep
	}
	maps.Copy(out, d.deps)
	maps.DeleteFunc(out, func(_ string, dep *Dependency) bool { return dep == nil })
	return out
}

func unknown(what, id string) error {
	return &Error{Unknown, what + " " + quoted(id), "", "there is none; look with list"}
}

func quoted(s string) string { return strconv.Quote(shortened(s)) }

// shortened keeps errors to a line.
func shortened(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return s
}

func describe(t *Task) string { return "task " + quoted(t.Title) }
