package schedule

import (
	"fmt"
	"slices"

	"bywhen/roadmap"
)

// teams flags timelines that slip, teams without work they could do, and teams nobody has heard of.
func (f *flagger) teams() {
	f.survey()
	all := f.looked
	for _, h := range f.heldUp {
		if h.by == none || f.heldUpAt(int(h.by)) == nil {
			f.blockedTask(h.task, &h)
		}
	}
	for k, team := range f.Roadmap.Teams() {
		if all[k].open == 0 {
			continue
		}
		f.untold(k, &all[k])
		if team.Supplier {
			continue
		}
		f.slippingTeam(k, all[k].worst)
		switch {
		case f.blockedTeam(k, &all[k]):
			f.willBlock(k, 1)
		case all[k].dueSoon:
			f.willBlock(k, 0)
		}
	}
}

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

// slippingTeam flags a team one of whose tasks makes some deadline late.
func (f *flagger) slippingTeam(team int, worst int32) {
	t := &f.Tasks[worst]
	if t.Slack >= 0 {
		return
	}
	x := f.onTeam(Slipping, Critical, team)
	x.Against, x.Days, x.WorstTask, x.OpenEnd = "deadline", -t.Slack, f.tasks[worst].ID, t.OpenEnd
	x.Date, x.Forecast = t.LateFinish, t.Finish
	x.MakesLate = f.deadlineOf(f.late[worst].by())
	x.chain = f.keep(f.why.slackOf(worst))
}

// deadlineOf names the goal or task whose deadline bounds a late date.
func (p *Plan) deadlineOf(by int32) Ref {
	switch n := int32(len(p.tasks)); {
	case by == none:
		return Ref{}
	case by >= n:
		return Ref{Goal: p.Roadmap.Goals()[by-n].ID}
	}
	return Ref{Task: p.tasks[by].ID}
}

// untold flags a team of whose running or due work nobody has heard for too long.
func (f *flagger) untold(team int, s *surveyed) {
	if s.quiet == 0 {
		return
	}
	x := f.onTeam(Untold, Warning, team)
	x.Days, x.Tasks = s.silence, s.quiet
	var quiet []int32
	for _, i := range f.openTasks(team) {
		if f.silence(int(i)) > 0 {
			quiet = append(quiet, i)
		}
	}
	slices.SortStableFunc(quiet, func(a, b int32) int { return f.silence(int(b)) - f.silence(int(a)) })
	x.Quiet = f.ids(quiet)
	x.why = []Cause{{Kind: Told, Team: x.Team, Days: s.silence, Text: fmt.Sprintf("no word from %s on %s for %s", f.team(team).Name, f.NameQuiet(x), Plural(s.silence, "working day"))}}
}

// NameQuiet names what nobody has told of, of a flag Untold: the task with the longest silence, and how many more there are.
func (p *Plan) NameQuiet(f *Flag) string {
	out := p.Roadmap.Task(f.Quiet[0]).Title
	if n := len(f.Quiet) - 1; n > 0 {
		out += fmt.Sprintf(" and %d more", n)
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

func (f *flagger) blockedTask(i int, h *hold) {
	x := f.onTask(Blocked, Critical, i)
	x.Since, x.OpenEnd = min(h.since, h.day), f.Tasks[i].OpenEnd
	x.Until = f.until(i)
	x.Forecast = f.Tasks[i].Finish
	x.WaitsOn = f.waitsOn(nil, i, h)
	x.why = []Cause{f.holdCause(i, h)}
}

// until is the last day before the task can be worked, by forecast; 0 where nobody knows.
func (f *flagger) until(i int) roadmap.Date {
	if f.Tasks[i].OpenEnd {
		return 0
	}
	j := &f.jobs[i]
	return j.cal.Day(f.firstDay(int32(i)) - 1)
}

func (f *flagger) holdCause(i int, h *hold) Cause {
	if h.by == none {
		return Cause{Kind: Blocker, Task: f.tasks[i].ID, Team: f.tasks[i].Team, Text: f.why.blockerText(f.tasks[i])}
	}
	by := f.tasks[h.by]
	return Cause{Kind: Dependency, Task: by.ID, Team: by.Team, Text: "waits for " + by.Title}
}

// waitsOn adds whom a held-up task waits on: the team of the task that holds it, or a blocker's owner, else its text.
func (f *flagger) waitsOn(list []string, i int, h *hold) []string {
	if h.by != none {
		if team := f.tasks[h.by].Team; team != "" {
			return appendNew(list, team)
		}
		return appendNew(list, f.tasks[h.by].Title)
	}
	for _, b := range f.tasks[i].OpenBlockers() {
		if b.Until != 0 && b.Until <= h.day {
			continue
		}
		if b.Owner != "" {
			list = appendNew(list, b.Owner)
		} else {
			list = appendNew(list, b.Text)
		}
	}
	return list
}

func appendNew(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}

// blockedTeam flags a team that has work, can do none of it, and is held up.
func (f *flagger) blockedTeam(team int, s *surveyed) bool {
	if s.workable || !s.held {
		return false
	}
	facts := &f.planner.teams[team]
	day := facts.cal.Next(f.Today)
	x := f.onTeam(Blocked, Critical, team)
	x.Since, x.IdlePeople = day, int(facts.available(day))
	known := false
	for _, i := range f.openTasks(team) {
		if h := f.heldUpAt(int(i)); h != nil {
			x.Since = min(x.Since, h.since)
			x.WaitsOn = f.waitsOn(x.WaitsOn, int(i), h)
			x.why = append(x.why, f.holdCause(int(i), h))
		}
		if u := f.until(int(i)); u != 0 && (!known || u < x.Until) {
			x.Until, known = u, true
		}
	}
	x.OpenEnd = !known
	if last := f.lastFinish(team); last != 0 {
		x.Since = min(max(x.Since, facts.cal.Next(last+1)), day)
	}
	return true
}

// lastFinish is the last day on which the team finished something, up to the status date.
func (f *flagger) lastFinish(team int) roadmap.Date {
	last := roadmap.Date(0)
	for i, t := range f.tasks {
		if f.jobs[i].team == int32(team) && t.Status == roadmap.Done && t.Finished <= f.Today {
			last = max(last, t.Finished)
		}
	}
	return last
}

// The window in which a team will be blocked: how far ahead it may begin and how long it is at least, in its working days.
const (
	lookAhead     = 20
	shortestBlock = 2
	farAhead      = 270 // where a window that goes on is cut
)

// willBlock flags the first window in which a team will have nothing at work because somebody else holds what it should
// have begun; the first days, up to skip, belong to a team that is blocked already.
func (f *flagger) willBlock(team int, skip int) {
	facts, tasks := &f.planner.teams[team], f.openTasks(team)
	if !slices.Contains(f.busyDays(team, lookAhead+1), false) { // no window begins in time, as with most teams
		return
	}
	first, busy := f.days[team].count, f.busyDays(team, farAhead)
	begin, waits := -1, []int(nil)
	for k := first; ; k++ {
		held := []int(nil)
		if k-first < farAhead && !busy[k-first] {
			held = f.heldOn(tasks, facts.cal.Day(k))
		}
		if skip > 0 && len(held) > 0 { // still the block that is flagged
			continue
		}
		skip = 0
		if len(held) > 0 {
			if begin < 0 {
				begin = k
			}
			waits = append(waits, held...)
			continue
		}
		if begin >= 0 && k-begin >= shortestBlock {
			f.addWindow(team, facts, begin, k-1, waits)
			return
		}
		begin, waits = -1, nil
		if k-first >= lookAhead {
			return
		}
	}
}

func (f *flagger) addWindow(team int, facts *teamFacts, from, to int, waits []int) {
	x := f.onTeam(WillBlock, Warning, team)
	x.Since, x.Until = facts.cal.Day(from), facts.cal.Day(to)
	x.IdlePeople = int(facts.available(x.Since))
	seen := map[int]bool{}
	for _, i := range waits {
		if seen[i] {
			continue
		}
		seen[i] = true
		h := hold{by: f.holderOn(i, x.Since), day: x.Since}
		x.WaitsOn = f.waitsOn(x.WaitsOn, i, &h)
		x.why = append(x.why, f.holdCause(i, &h))
		x.OpenEnd = x.OpenEnd || f.Tasks[i].OpenEnd
	}
}

// busyDays tells, for each of that many next working days of the team, whether one of its tasks is at work in the plan. It is good
// until it is asked for again.
func (f *flagger) busyDays(team, days int) []bool {
	if f.busy == nil {
		f.busy = make([]bool, farAhead)
	}
	busy, facts, first := f.busy[:days], &f.planner.teams[team], f.days[team].count
	clear(busy)
	horizon := facts.cal.Day(first + days)
	for _, i := range f.openTasks(team) {
		if f.at[i].first > horizon || f.jobs[i].milestone {
			continue
		}
		from := facts.cal.Count(f.jobs[i].cal.Day(f.firstDay(i))) - first
		last := facts.cal.Count(f.at[i].finish) - first
		for k := max(from, 0); k < min(last, days); k++ {
			busy[k] = true
		}
	}
	return busy
}

// heldOn are the tasks that should have started by a day and on it are held by another team, a supplier or a blocker.
func (f *flagger) heldOn(tasks []int32, day roadmap.Date) []int {
	var held []int
	for _, k := range tasks {
		i := int(k)
		if f.jobs[i].state != toStart || f.jobs[i].milestone || f.at[i].first <= day || !f.due(i, day) {
			continue
		}
		if f.jobs[i].blocked > day || f.holderOn(i, day) != none {
			held = append(held, i)
		}
	}
	return held
}

// holderOn is the task of another team that keeps a task from being worked on a day, or none.
func (f *flagger) holderOn(i int, day roadmap.Date) int32 {
	if _, by := f.heldBy(i, day); by != none && f.otherTeam(i, by) {
		return by
	}
	return none
}
