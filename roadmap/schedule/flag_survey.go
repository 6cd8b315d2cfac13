package schedule

import "bywhen/roadmap"

// surveyed is what one look at a team's open tasks tells: most teams have nothing that asks for a second one.
type surveyed struct {
	open     int   // tasks that are unfinished and have dates
	worst    int32 // the task with the least slack
	quiet    int   // running or due tasks that nobody has told of for too long
	silence  int   // the most working days of those
	workable bool  // one of them could be worked on its first working day
	held     bool  // one of them is held up
	dueSoon  bool  // one that is to be started should have been by the day soon
}

// survey looks at every open task once, in the order of the file. It finds the tasks that are held up on the way.
func (f *flagger) survey() {
	f.noteDays()
	parts := make([]survey, partsOf(len(f.jobs), tasksAPart))
	inParts(len(f.jobs), tasksAPart, func(part, from, to int) { f.surveyPart(&parts[part], from, to) })
	whole := &parts[0]
	for k := range parts[1:] {
		whole.add(f, &parts[k+1])
	}
	f.looked, f.heldUp = whole.teams, whole.heldUp
	f.heldAt = make([]int32, len(f.jobs))
	for k := range f.heldUp {
		f.heldAt[f.heldUp[k].task] = int32(k) + 1
	}
}

// survey is what was found of some tasks that follow on each other.
type survey struct {
	teams  []surveyed
	heldUp []hold
}

func (f *flagger) surveyPart(s *survey, from, to int) {
	s.teams = make([]surveyed, len(f.planner.teams))
	for i := from; i < to; i++ {
		j := &f.jobs[i]
		if !j.open() || !f.at[i].placed() {
			continue
		}
		h := hold{task: i, by: none, day: f.firstDayOf(j)}
		if h.workable = f.workable(i, h.day); !h.workable {
			f.findHold(&h)
		}
		if h.up {
			s.heldUp = append(s.heldUp, h)
		}
		if j.team != none {
			f.look(&s.teams[j.team], i, &h)
		}
	}
}

// add adds what was found of the tasks that come next.
func (s *survey) add(f *flagger, next *survey) {
	s.heldUp = append(s.heldUp, next.heldUp...)
	for k := range s.teams {
		t, n := &s.teams[k], &next.teams[k]
		switch {
		case n.open == 0:
			continue
		case t.open == 0 || f.Tasks[n.worst].Slack < f.Tasks[t.worst].Slack:
			t.worst = n.worst
		}
		t.open, t.quiet, t.silence = t.open+n.open, t.quiet+n.quiet, max(t.silence, n.silence)
		t.workable, t.held, t.dueSoon = t.workable || n.workable, t.held || n.held, t.dueSoon || n.dueSoon
	}
}

// look adds one open task to what is known of its team.
func (f *flagger) look(s *surveyed, i int, h *hold) {
	j, t := &f.jobs[i], &f.Tasks[i]
	if s.open == 0 || t.Slack < f.Tasks[s.worst].Slack {
		s.worst = int32(i)
	}
	s.open++
	s.workable = s.workable || h.workable && !j.milestone
	s.held = s.held || h.up
	s.dueSoon = s.dueSoon || j.state == toStart && f.due(i, f.days[j.team].soon)
	if days := f.silence(i); days > 0 {
		s.quiet++
		s.silence = max(s.silence, days)
	}
}

// silence is for how many working days nobody has told of an open task that is running or due; 0 where that is not too long.
func (f *flagger) silence(i int) int {
	told := f.briefs[i].Told
	if told == 0 || told >= f.Today || f.jobs[i].state != started && f.Tasks[i].Start > f.Today && !f.due(i, f.Today) {
		return 0
	}
	if days := f.Roadmap.Calendar().Between(told, f.Today); days > f.Roadmap.Settings().ToldDays {
		return days
	}
	return 0
}

// openTasks are the unfinished tasks that a team owns and that have dates.
func (f *flagger) openTasks(team int) []int32 {
	if f.ofTeam == nil {
		f.ofTeam = f.groupOpenTasks()
	}
	return f.ofTeam[team]
}

// groupOpenTasks parts the open tasks by their teams; all lie in one piece of memory.
func (f *flagger) groupOpenTasks() [][]int32 {
	all := 0
	for t := range f.looked {
		all += f.looked[t].open
	}
	room, out := make([]int32, all), make([][]int32, len(f.looked))
	for t := range f.looked {
		n := f.looked[t].open
		out[t], room = room[:0:n], room[n:]
	}
	for i := range f.jobs {
		if j := &f.jobs[i]; j.team != none && j.open() && f.at[i].placed() {
			out[j.team] = append(out[j.team], int32(i))
		}
	}
	return out
}

// shouldStart is the day on which a task should have started: its start in the current baseline, else the latest start that
// keeps every deadline downstream; 0 where there is neither.
func (f *flagger) shouldStart(i int) roadmap.Date {
	if b := f.why.then(int32(i)); b != nil {
		return b.Start
	}
	if f.late[i].by() == none {
		return 0
	}
	return f.Tasks[i].LateStart
}

// due tells whether the task should have started by a day.
func (f *flagger) due(i int, day roadmap.Date) bool {
	s := f.shouldStart(i)
	return s != 0 && s <= day
}

// hold is what keeps an unfinished task from being worked on its team's first working day.
type hold struct {
	task     int
	workable bool         // it could be worked on that day
	up       bool         // it is held up
	by       int32        // the task of another team that holds it; none for a blocker
	day      roadmap.Date // its team's first working day at or after the status date
	since    roadmap.Date // it should have started, or its blocker began
}

// heldUpAt is what holds up a task; nil where nothing does.
func (f *flagger) heldUpAt(i int) *hold {
	if k := f.heldAt[i]; k > 0 {
		return &f.heldUp[k-1]
	}
	return nil
}

// workable tells whether an unfinished task can be worked on a day.
func (f *flagger) workable(i int, day roadmap.Date) bool {
	j := &f.jobs[i]
	switch {
	case j.noEnd: // on a day off, nobody knows that the next working day will be without it
		return false
	case j.milestone:
		return f.early[i].finish <= day
	case j.state == started:
		return j.cal.Next(j.release) <= day
	}
	return f.early[i].first <= day
}

// findHold works out what holds up a task that cannot be worked.
func (f *flagger) findHold(h *hold) {
	i, j := h.task, &f.jobs[h.task]
	blocked, due := j.blocked > h.day || j.noEnd, f.due(i, h.day)
	if !blocked && !due {
		return
	}
	own, by := f.heldBy(i, h.day)
	switch {
	case blocked && !own && by == none:
		h.up, h.since = true, f.blockedSince(i)
	case due && by != none && f.otherTeam(i, by):
		h.up, h.by, h.since = true, by, f.shouldStart(i)
	}
}

// teamDays are days that are asked for of each task of a team.
type teamDays struct {
	first roadmap.Date // its first working day at or after the status date
	count int          // the number of that
	soon  roadmap.Date // the day that willBlock looks ahead to
}

func (f *flagger) noteDays() {
	f.days = make([]teamDays, len(f.planner.teams))
	for k := range f.days {
		cal := f.planner.teams[k].cal
		count := cal.Count(f.Today)
		f.days[k] = teamDays{cal.Day(count), count, cal.Day(count + lookAhead)}
	}
}

// firstDayOf is the first working day at or after the status date of a task's team.
func (f *flagger) firstDayOf(j *job) roadmap.Date {
	if j.team == none {
		return j.cal.Next(f.Today)
	}
	return f.days[j.team].first
}

// heldBy tells what but a blocker keeps the task from being worked on a day: something of its own (its not-before, the
// roadmap's start), or an unfinished task, of several the one that holds longest.
func (f *flagger) heldBy(i int, day roadmap.Date) (own bool, by int32) {
	j, by := &f.jobs[i], none
	if j.state == started {
		return false, none
	}
	own = max(f.tasks[i].NotBefore, f.Roadmap.Settings().Start) > day
	longest := j.cal.Count(day)
	for _, l := range f.net.Predecessors(i) {
		p := &f.jobs[l.Task]
		if p.state == finished || !f.at[l.Task].placed() {
			continue
		}
		if k := f.linkBound(j.cal, l, f.at[l.Task], int(j.dur)); k > longest || k == longest && by != none && f.otherTeam(i, l.Task) && !f.otherTeam(i, by) {
			longest, by = k, l.Task
		}
	}
	return own, by
}

func (f *flagger) otherTeam(i int, by int32) bool { return f.jobs[i].team != f.jobs[by].team }

// blockedSince is the day on which the first of its open blockers began; the status date where none says.
func (f *flagger) blockedSince(i int) roadmap.Date {
	since := roadmap.Date(0)
	for _, b := range f.tasks[i].Blockers {
		if b.Open() && b.Since != 0 && (since == 0 || b.Since < since) {
			since = b.Since
		}
	}
	if since == 0 {
		return f.Today
	}
	return since
}
