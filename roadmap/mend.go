package roadmap

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Mend makes a roadmap of what was saved from a broken file, where Load would refuse it: what cannot be, or names what is lost, is left
// out or made good, and that is told in lines. Nothing is made up but the settings, which are fallback where there are none, and a team
// or goal that is lost and still named, which is then called by its id. The
// values are not changed; an error is a roadmap that cannot be made good.
func Mend(values []Entity, fallback *Settings, lastID int) (*Roadmap, []string, error) {
	m := mender{has: map[Kind]map[string]bool{}, ids: map[string]bool{}, at: map[string]int{}, settings: fallback}
	m.sift(values)
	m.standIns()
	for i, v := range m.kept {
		m.kept[i] = m.tied(v)
	}
	m.kept = slices.DeleteFunc(m.kept, isNil)
	m.breakParents()
	m.breakCycles()
	r, err := Load(append(m.kept, m.settings), lastID)
	return r, m.lines(), err
}

// mender is a roadmap on its way to holding together.
type mender struct {
	kept     []Entity // all but the settings
	settings *Settings
	has      map[Kind]map[string]bool
	ids      map[string]bool // of all that share one space of them
	at       map[string]int  // where in told something is
	told     []mended
}

// mended is what was done, and to which items.
type mended struct {
	what  string
	items []string
}

// tell notes what was done to a value.
func (m *mender) tell(v Entity, format string, args ...any) {
	item, what := itemOf(Edit{Kind: v.Kind(), Key: v.Key(), After: v}), fmt.Sprintf(format, args...)
	i, met := m.at[what]
	if !met {
		i = len(m.told)
		m.at[what] = i
		m.told = append(m.told, mended{what: what})
	}
	m.told[i].items = append(m.told[i].items, item)
}

// mostNamed is how many items are named to which the same was done.
const mostNamed = 3

// lines are what was done, a line each.
func (m *mender) lines() []string {
	out := make([]string, len(m.told))
	for i, t := range m.told {
		more := ""
		if n := len(t.items) - mostNamed; n > 0 {
			t.items, more = t.items[:mostNamed], fmt.Sprintf(" and %d more", n)
		}
		out[i] = strings.Join(t.items, ", ") + more + ": " + t.what
	}
	return out
}

// sift takes in what can be by itself, each id once.
func (m *mender) sift(values []Entity) {
	for _, v := range values {
		if s, ok := v.(*Settings); ok {
			if c := alone(s); c.err == nil {
				m.settings = s
			} else {
				m.tell(s, "%s %s; the roadmap has the usual settings now", c.err.Field, c.err.Problem)
			}
			continue
		}
		if c := alone(v); c.err != nil {
			m.tell(v, "left out: %s %s", c.err.Field, c.err.Problem)
		} else if !m.takes(v) {
			m.tell(v, "left out: something else has its id %s", Quote(v.Key()))
		}
	}
}

// takes keeps a value, unless something else has its id.
func (m *mender) takes(v Entity) bool {
	shared := v.Kind() == KindTeam || v.Kind() == KindGoal || v.Kind() == KindTask || v.Kind() == KindRisk
	if shared && m.ids[v.Key()] || m.there(v.Kind(), v.Key()) {
		return false
	}
	if shared {
		m.ids[v.Key()] = true
	}
	if m.has[v.Kind()] == nil {
		m.has[v.Kind()] = map[string]bool{}
	}
	m.has[v.Kind()][v.Key()] = true
	m.kept = append(m.kept, v)
	return true
}

func (m *mender) there(k Kind, key string) bool { return m.has[k][key] }

// alone holds a value to what can be said of it without any other.
func alone(v Entity) *checker {
	c := &checker{}
	switch v := v.(type) {
	case *Settings:
		c.settings(v)
	case *Team:
		c.team(v)
	case *Goal:
		c.goal(v)
	case *Task:
		c.task(v)
		for _, n := range v.AlsoNeeds {
			c.between("also_needs.people", n.People, 1, MaxPeople)
		}
	case *Dependency:
		if v.Type > StartToFinish {
			c.fail(Invalid, "type", "%d is no type", v.Type)
		}
		c.between("lag", v.Lag, -MaxLag, MaxLag)
	case *Risk:
		c.risk(v)
	case *Known:
		c.known(v)
	case *Filter:
		c.filter(v)
	case *Baseline:
		c.baseline(v)
	case *WhatIf:
		c.whatIf(v)
	}
	return c
}

// tied is a value that names only what is there; nil where nothing is left of it then.
func (m *mender) tied(v Entity) Entity {
	switch v := v.(type) {
	case *Goal:
		if v.Parent == "" || m.there(KindGoal, v.Parent) {
			return v
		}
		g := *v
		g.Parent = ""
		m.tell(v, "belongs to no other goal now: %s is lost", Quote(v.Parent))
		return &g
	case *Task:
		return m.tiedTask(v)
	case *Dependency:
		for _, id := range []string{v.From, v.To} {
			if !m.there(KindTask, id) {
				m.tell(v, "left out: the task %s is lost", Quote(id))
				return nil
			}
		}
	case *Risk:
		return m.tiedRisk(v)
	case *Known:
		if v.Task != "" && !m.there(KindTask, v.Task) || v.Team != "" && !m.there(KindTeam, v.Team) || v.Goal != "" && !m.there(KindGoal, v.Goal) {
			m.tell(v, "left out: what it was about, %s, is lost", Quote(v.Task+v.Team+v.Goal))
			return nil
		}
	}
	return v
}

func (m *mender) tiedTask(v *Task) Entity {
	t := *v
	if t.Team != "" && !m.there(KindTeam, t.Team) {
		m.tell(v, "no team now: %s is lost", Quote(t.Team))
		t.Team = ""
	}
	if t.Goal != "" && !m.there(KindGoal, t.Goal) {
		m.tell(v, "no goal now: %s is lost", Quote(t.Goal))
		t.Goal = ""
	}
	if t.AlternativeOf != "" && (t.AlternativeOf == t.ID || !m.there(KindTask, t.AlternativeOf)) {
		m.tell(v, "could replace a task that is lost: %s", Quote(t.AlternativeOf))
		t.AlternativeOf = ""
	}
	t.AlsoNeeds = nil
	for _, n := range v.AlsoNeeds {
		switch again := slices.ContainsFunc(t.AlsoNeeds, func(o Need) bool { return o.Team == n.Team }); {
		case !m.there(KindTeam, n.Team):
			m.tell(v, "also needs people of a team that is lost: %s", Quote(n.Team))
		case again || n.Team == t.Team:
			m.tell(v, "named a team twice: %s", Quote(n.Team))
		default:
			t.AlsoNeeds = append(t.AlsoNeeds, n)
		}
	}
	if t.Phase != "" && !slices.Contains(m.settings.Phases, t.Phase) {
		m.tell(v, "the phase %s is in the list of phases again", Quote(t.Phase))
		s := *m.settings
		s.Phases = append(slices.Clone(s.Phases), t.Phase)
		m.settings = &s
	}
	if Same(&t, v) {
		return v
	}
	return &t
}

func (m *mender) tiedRisk(v *Risk) Entity {
	r := *v
	r.Tasks = nil
	for _, id := range v.Tasks {
		switch {
		case !m.there(KindTask, id):
			m.tell(v, "would hit a task that is lost: %s", Quote(id))
		case !slices.Contains(r.Tasks, id):
			r.Tasks = append(r.Tasks, id)
		}
	}
	if len(r.Tasks) == len(v.Tasks) {
		return v
	}
	return &r
}

// breakParents takes goals that would lie under themselves out from under the others.
func (m *mender) breakParents() {
	at := map[string]int{}
	for i, v := range m.kept {
		if g, ok := v.(*Goal); ok {
			at[g.ID] = i
		}
	}
	safe := map[string]bool{"": true} // these lead to the top
	for _, v := range slices.Clone(m.kept) {
		g, ok := v.(*Goal)
		if !ok {
			continue
		}
		way := map[string]bool{}
		for !safe[g.ID] && !way[g.ID] {
			way[g.ID] = true
			if way[g.Parent] {
				top := *g
				top.Parent = ""
				m.kept[at[g.ID]] = &top
				m.tell(g, "belongs to no other goal now: it lay under itself")
				break
			}
			if g.Parent == "" {
				break
			}
			g = m.kept[at[g.Parent]].(*Goal)
		}
		maps.Copy(safe, way)
	}
}

// breakCycles leaves out the dependencies that close a circle on a walk through all of them, in the order of their keys (R. Tarjan,
// Depth-first search and linear graph algorithms, 1972: a link back to a task on the way is one that closes a circle).
func (m *mender) breakCycles() {
	var deps []*Dependency
	for _, v := range m.kept {
		if d, ok := v.(*Dependency); ok {
			deps = append(deps, d)
		}
	}
	slices.SortFunc(deps, compareDependencies)
	w := walk{links: map[string][]*Dependency{}, done: map[string]bool{}, onWay: map[string]bool{}, closing: map[*Dependency]bool{}}
	for _, d := range deps {
		w.links[d.From] = append(w.links[d.From], d)
	}
	for _, d := range deps {
		if !w.done[d.From] {
			w.from(d.From)
		}
	}
	m.kept = slices.DeleteFunc(m.kept, func(v Entity) bool {
		d, ok := v.(*Dependency)
		if ok && w.closing[d] {
			m.tell(d, "left out: closed a circle of tasks that wait for each other")
		}
		return ok && w.closing[d]
	})
}

// walk goes along dependencies, depth first.
type walk struct {
	links       map[string][]*Dependency // by the task that they lead from
	done, onWay map[string]bool
	closing     map[*Dependency]bool
}

// from walks all that a task leads to and was not walked before.
func (w *walk) from(task string) {
	type step struct {
		task string
		next int
	}
	way := []step{{task, 0}}
	w.onWay[task] = true
	for len(way) > 0 {
		top := &way[len(way)-1]
		if top.next == len(w.links[top.task]) {
			w.done[top.task], w.onWay[top.task] = true, false
			way = way[:len(way)-1]
			continue
		}
		link := w.links[top.task][top.next]
		top.next++
		switch {
		case w.onWay[link.To]:
			w.closing[link] = true
		case !w.done[link.To]:
			w.onWay[link.To] = true
			way = append(way, step{link.To, 0})
		}
	}
}
