package roadmap

import (
	"math"
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
	whatIfs   list[*WhatIf]
	deps      map[linkKey]*Dependency // what differs from the base; nil is a dependency taken away
	lastID    int

	lenient  bool // an import: see Lenient
	replayed bool // values are put as they were: nothing is told of, no promise noted
}

// Edit opens a draft; today is the status date, on which tasks that it touches are told of.
func (r *Roadmap) Edit(today Date) *Draft {
	return &Draft{
		base: r, today: today, settings: r.settings,
		teams: r.teams.shared(), goals: r.goals.shared(), tasks: r.tasks.shared(), risks: r.risks.shared(),
		known: r.known.shared(), filters: r.filters.shared(), baselines: r.baselines.shared(), whatIfs: r.whatIfs.shared(),
		deps: map[linkKey]*Dependency{}, lastID: r.lastID,
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
	d.raise(*id)
}

// longNumber is the first number of which the next ids do not take notice.
const longNumber = min(1<<40, math.MaxInt/2)

// raise makes NewID go on after an id that is a short number.
func (d *Draft) raise(id string) {
	if n, err := strconv.Atoi(id); err == nil && n > d.lastID && strconv.Itoa(n) == id && n < longNumber {
		d.lastID = n
	}
}

// SetSettings replaces the roadmap's own settings. A phase that tasks are in cannot go.
func (d *Draft) SetSettings(s Settings) error {
	s.tidy()
	c := &checker{item: "roadmap"}
	d.checkSettings(c, &s)
	if c.err == nil {
		d.settings = &s
	}
	return c.result()
}

func (d *Draft) checkSettings(c *checker, s *Settings) {
	c.settings(s)
	for _, t := range d.tasks.items {
		if t.Phase != "" && !slices.Contains(s.Phases, t.Phase) {
			c.fail(Invalid, "phases", "%s is in use by %s: keep it, or move the task first", Quote(t.Phase), describe(t))
		}
	}
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
