package roadmap

import "slices"

// Network is the tasks and dependencies as numbers: a task is its place in Tasks. It is read only.
type Network struct {
	// Order lists the tasks so that each comes after all that it waits for; it follows from the roadmap's order alone.
	Order              []int32
	preds, succs       []Link
	predFrom, succFrom []int32
}

// Link is one end of a dependency.
type Link struct {
	Task       int32 // the task at the other end
	Dependency int32 // its place in Dependencies
	Lag        int32
	Type       LinkType
}

// Predecessors are what task i waits for.
func (n *Network) Predecessors(i int) []Link { return n.preds[n.predFrom[i]:n.predFrom[i+1]] }

// Successors are what waits for task i.
func (n *Network) Successors(i int) []Link { return n.succs[n.succFrom[i]:n.succFrom[i+1]] }

// Network is worked out once for roadmaps of the same tasks and dependencies.
func (r *Roadmap) Network() *Network {
	return r.network.get(func() *Network { return newNetwork(&r.tasks, r.deps) })
}

func newNetwork(tasks *list[*Task], deps []*Dependency) *Network {
	all := make([]ends, len(deps))
	to := 0
	for k, d := range deps {
		from, _ := tasks.find(d.From)
		if k == 0 || d.To != deps[k-1].To { // they are sorted by it
			to, _ = tasks.find(d.To)
		}
		all[k] = ends{int32(from), int32(to)}
	}
	return networkOf(len(tasks.items), deps, all)
}

// ends are the tasks that a dependency goes from and to.
type ends [2]int32

// networkOf is the network of n tasks, where the ends of each dependency are known.
func networkOf(n int, deps []*Dependency, all []ends) *Network {
	net := &Network{predFrom: make([]int32, n+1), succFrom: make([]int32, n+1)}
	for _, e := range all {
		net.succFrom[e[0]+1]++
		net.predFrom[e[1]+1]++
	}
	for i := range n {
		net.succFrom[i+1] += net.succFrom[i]
		net.predFrom[i+1] += net.predFrom[i]
	}
	net.preds, net.succs = make([]Link, len(deps)), make([]Link, len(deps))
	nextPred, nextSucc := slices.Clone(net.predFrom), slices.Clone(net.succFrom)
	for k, d := range deps {
		from, to := all[k][0], all[k][1]
		net.preds[nextPred[to]] = Link{from, int32(k), int32(d.Lag), d.Type}
		net.succs[nextSucc[from]] = Link{to, int32(k), int32(d.Lag), d.Type}
		nextPred[to]++
		nextSucc[from]++
	}
	net.sort(n)
	return net
}

// carryNetwork takes the network from an older version with the same dependencies, where that has worked it out: tasks came, went or
// moved. Looking each end of each dependency up by its name is what takes time. It is taken when somebody asks for it: a version that
// is only written is never planned.
func (r *Roadmap) carryNetwork(from *Roadmap) {
	if old := from.network.known(); old != nil {
		r.network.carried = func() *Network { return r.networkAfter(from, old) }
	}
}

func (r *Roadmap) networkAfter(from *Roadmap, old *Network) *Network {
	now, was := make([]int32, len(from.tasks.items)), 0 // where the tasks of then are now
	for i, t := range r.tasks.items {
		if was >= len(now) || from.tasks.items[was] != t && from.tasks.items[was].ID != t.ID {
			k := from.TaskIndex(t.ID)
			if k < 0 {
				continue
			}
			was = k
		}
		now[was] = int32(i)
		was++
	}
	all := make([]ends, len(r.deps))
	for to := range now {
		for _, l := range old.Predecessors(to) {
			all[l.Dependency] = ends{now[l.Task], now[to]}
		}
	}
	return networkOf(len(r.tasks.items), r.deps, all)
}

// sort fills Order (A. B. Kahn, Topological sorting of large networks, 1962): a task comes at its own place in the file, or
// else right after the last of those that it waits for. So a file in which nothing waits for what stands below keeps its
// order, and who goes along Order goes along memory. Tasks on a cycle, or behind one, stay out.
func (net *Network) sort(n int) {
	waiting := make([]int32, n)
	for i := range n {
		waiting[i] = net.predFrom[i+1] - net.predFrom[i]
	}
	net.Order = make([]int32, 0, n)
	for i := range int32(n) {
		if waiting[i] > 0 {
			continue
		}
		k := len(net.Order)
		for net.Order = append(net.Order, i); k < len(net.Order); k++ {
			for _, l := range net.Successors(int(net.Order[k])) {
				if waiting[l.Task]--; waiting[l.Task] == 0 && l.Task < i {
					net.Order = append(net.Order, l.Task)
				}
			}
		}
	}
}

// cycle is the tasks of one cycle in the order in which they wait, or nil.
func (net *Network) cycle() []int32 {
	n := len(net.predFrom) - 1
	if len(net.Order) == n {
		return nil
	}
	sorted := make([]bool, n)
	for _, i := range net.Order {
		sorted[i] = true
	}
	at := int32(slices.Index(sorted, false))
	seenAt := map[int32]int{}
	var path []int32
	for { // every task left out waits for another one left out: walking back must close a circle
		if k, seen := seenAt[at]; seen {
			path = path[k:]
			slices.Reverse(path)
			return path
		}
		seenAt[at] = len(path)
		path = append(path, at)
		for _, l := range net.Predecessors(int(at)) {
			if !sorted[l.Task] {
				at = l.Task
				break
			}
		}
	}
}

// Downstream marks the tasks that wait for any of these, directly or through others, and these themselves.
func (net *Network) Downstream(tasks ...int) []bool { return net.reach(tasks, net.Successors) }

// Upstream marks the tasks that any of these waits for, directly or through others, and these themselves.
func (net *Network) Upstream(tasks ...int) []bool { return net.reach(tasks, net.Predecessors) }

func (net *Network) reach(tasks []int, next func(int) []Link) []bool {
	seen := make([]bool, len(net.predFrom)-1)
	todo := make([]int, 0, len(tasks))
	for _, i := range tasks {
		if !seen[i] {
			seen[i] = true
			todo = append(todo, i)
		}
	}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, l := range next(i) {
			if !seen[l.Task] {
				seen[l.Task] = true
				todo = append(todo, int(l.Task))
			}
		}
	}
	return seen
}

// calendars are the working days of the roadmap and of each team.
type calendars struct {
	roadmap *Calendar
	teams   []*Calendar
	weeks   []*Calendar // were the teams never off
}

func newCalendars(s *Settings, teams []*Team) *calendars {
	c := &calendars{roadmap: NewCalendar(s.Weekdays, s.Holidays).around(s.Start)}
	for _, t := range teams {
		own := teamCalendar(c.roadmap, s, t)
		c.teams, c.weeks = append(c.teams, own), append(c.weeks, teamWeek(c.roadmap, own, s, t))
	}
	return c
}

func teamCalendar(common *Calendar, s *Settings, t *Team) *Calendar {
	var off []Period
	for _, p := range t.TimeOff {
		if p.People == 0 {
			off = append(off, p)
		}
	}
	week := t.Weekdays
	if week == 0 {
		week = s.Weekdays
	}
	if len(off) == 0 && week == s.Weekdays {
		return common
	}
	return NewCalendar(week, s.Holidays, off).around(s.Start)
}

// teamWeek is a team's own calendar without its time off.
func teamWeek(common, own *Calendar, s *Settings, t *Team) *Calendar {
	off := slices.ContainsFunc(t.TimeOff, func(p Period) bool { return p.People == 0 })
	switch {
	case !off:
		return own
	case t.Weekdays == 0 || t.Weekdays == s.Weekdays:
		return common
	}
	return NewCalendar(t.Weekdays, s.Holidays).around(s.Start)
}

func (r *Roadmap) allCalendars() *calendars {
	return r.calendars.get(func() *calendars { return newCalendars(r.settings, r.teams.items) })
}

// Calendar is the roadmap's working days.
func (r *Roadmap) Calendar() *Calendar { return r.allCalendars().roadmap }

// DaysOff is how many working days the whole team is off after the day from, up to and with the day to: days of its own week that are
// no holidays. 0 where there is no such team.
func (r *Roadmap) DaysOff(team string, from, to Date) int {
	i := r.TeamIndex(team)
	if i < 0 {
		return 0
	}
	c := r.allCalendars()
	return c.weeks[i].Between(from, to) - c.teams[i].Between(from, to)
}

// Away tells whether a day lies in a holiday or in time off of the whole team, and on which day it works again. It is not away on a
// weekend that lies in neither, nor is a team that is not there.
func (r *Roadmap) Away(team string, day Date) (back Date, away bool) {
	t := r.Team(team)
	covers := func(p Period) bool { return p.People == 0 && p.From <= day && day <= p.To }
	if t == nil || !slices.ContainsFunc(t.TimeOff, covers) && !slices.ContainsFunc(r.settings.Holidays, covers) {
		return 0, false
	}
	return r.TeamCalendar(team).Next(day), true
}

// TeamCalendar is the team's working days; the roadmap's where there is no such team. Teams that differ in nothing share
// one, so calendars may be compared as pointers.
func (r *Roadmap) TeamCalendar(id string) *Calendar {
	if i := r.TeamIndex(id); i >= 0 {
		return r.allCalendars().teams[i]
	}
	return r.Calendar()
}

// TaskCalendar is the working days on which the task can be worked: its team's, less the days off of others it needs.
func (r *Roadmap) TaskCalendar(t *Task) *Calendar {
	c := r.TeamCalendar(t.Team)
	for _, n := range t.AlsoNeeds {
		if o := r.TeamCalendar(n.Team); o != c {
			c = c.Common(o)
		}
	}
	return c
}
