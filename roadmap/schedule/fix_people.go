package schedule

import (
	"cmp"
	"slices"
	"strconv"

	"bywhen/roadmap"
)

// queueStep leaves room between ranks.
const queueStep = 10

// mostAlong is how many tasks that a task waits for may be put first along with it.
const mostAlong = 8

// putFirst puts a task that queues before all others of its team that have not started, with what it waits for and would
// go later than what it is to pass.
func (b *brainstorm) putFirst(i int32) {
	d := &b.Tasks[i].Driver
	if b.jobs[i].state != toStart || d.Task == none || d.Team == none {
		return
	}
	along := b.along(i, b.leveller.turns[d.Task].placed)
	if len(along) > mostAlong {
		return
	}
	team, ids := b.Roadmap.Teams()[d.Team], b.ids(append(along, i))
	priority, rank := b.front(d.Team, i)
	title := "put " + b.tasks[i].Title + " first at " + team.Name
	if priority < b.tasks[i].Priority {
		title += ", as p" + strconv.Itoa(priority)
	}
	if n := len(along); n > 0 {
		title += ", with " + Plural(n, "task") + " it waits for"
	}
	b.add(idea{kind: rankFix, at: b.tasks[i].ID, most: 1, may: b.queued(i), way: func(int) way {
		return way{title: title, task: ids[len(ids)-1], change: func(d *roadmap.Draft) error {
			return goFirst(d, ids, priority, rank)
		}}
	}})
}

// along are the open tasks that a task waits for, directly or through others, and that were placed after a turn.
func (b *brainstorm) along(i, turn int32) []int32 {
	var out []int32
	todo := []int32{i}
	for len(todo) > 0 && len(out) <= mostAlong {
		at := todo[0]
		todo = todo[1:]
		for _, l := range b.net.Predecessors(int(at)) {
			if b.jobs[l.Task].state == toStart && b.leveller.turns[l.Task].placed > turn && !slices.Contains(out, l.Task) {
				out, todo = append(out, l.Task), append(todo, l.Task)
			}
		}
	}
	return out
}

func (b *brainstorm) ids(tasks []int32) []string {
	out := make([]string, len(tasks))
	for k, i := range tasks {
		out[k] = b.tasks[i].ID
	}
	return out
}

// front is the priority and the rank before those of all tasks of a team that have not started.
func (b *brainstorm) front(team, but int32) (priority, rank int) {
	priority = b.tasks[but].Priority
	for k := range b.jobs {
		j := &b.jobs[k]
		uses := slices.ContainsFunc(b.needsOf(j), func(n need) bool { return n.team == team })
		if !uses || j.state != toStart || int32(k) == but {
			continue
		}
		priority = min(priority, int(j.priority))
		if r := int(b.briefs[k].Rank); r > 0 && (rank == 0 || r < rank) {
			rank = r
		}
	}
	return priority, rank
}

// goFirst gives tasks a priority, and ranks right before the smallest one there is; where that leaves no room, all ranks rise.
func goFirst(d *roadmap.Draft, ids []string, priority, before int) error {
	if before == 0 {
		before = queueStep * (len(ids) + 1)
	}
	if rise := len(ids) + 1 - before; rise > 0 {
		if err := raiseRanks(d, rise); err != nil {
			return err
		}
		before += rise
	}
	for k, id := range ids {
		err := d.UpdateTask(id, func(t *roadmap.Task) { t.Rank, t.Priority = before-len(ids)+k, min(t.Priority, priority) })
		if err != nil {
			return err
		}
	}
	return nil
}

// raiseRanks makes room before the smallest rank.
func raiseRanks(d *roadmap.Draft, by int) error {
	for _, t := range slices.Clone(d.Tasks()) {
		if t.Rank == 0 {
			continue
		}
		if err := d.UpdateTask(t.ID, func(t *roadmap.Task) { t.Rank = min(t.Rank+by, roadmap.MaxRank) }); err != nil {
			return err
		}
	}
	return nil
}

// queued is the working days that a task waits for its team and for nothing else.
func (b *brainstorm) queued(i int32) int {
	k, ok := b.bound(i, b.jobs[i].dur, b.at)
	if !ok {
		return 0
	}
	return b.firstDay(i) - k
}

// onePerson gives a task one more person: of its team, or one lent by another where its own are too few or busy.
func (b *brainstorm) onePerson(i int32) {
	t, j := b.tasks[i], &b.jobs[i]
	if j.team == none || !b.planner.teams[j.team].sized {
		return
	}
	left := t.RemainingEffort()
	may := left.Duration(t.People) - max(left.Duration(t.People+1), 1)
	team := b.planner.teams[j.team].team
	more := func(d *roadmap.Draft) error {
		return d.UpdateTask(t.ID, func(t *roadmap.Task) { t.People++ })
	}
	if t.People < team.MostPeople() {
		b.add(idea{kind: peopleFix, at: t.ID, about: t.ID, most: 1, may: may, way: func(int) way {
			return way{title: "one more person on " + t.Title + ", " + strconv.Itoa(t.People+1) + " in all", task: t.ID, change: more}
		}})
	}
	from := j.cal.Day(b.firstDay(i))
	b.lend(i, j.team, from, j.cal.Day(b.firstDay(i)+int(j.dur)-1-max(may, 0)), may, more)
}

// lendToQueue lends the team that a task waits for one person, for the days on which the task could be done.
func (b *brainstorm) lendToQueue(i int32) {
	j, team := &b.jobs[i], b.Tasks[i].Driver.Team
	k, ok := b.bound(i, j.dur, b.at)
	if !ok || team == none {
		return
	}
	b.lend(i, team, j.cal.Day(k), j.cal.Day(k+int(j.dur)-1), b.queued(i), nil)
}

// longestLoan is for how many days a person is lent at most: for longer it is no loan.
const longestLoan = 183

// lend lends a team one person for some days: extra there, away at the team that lends. And is what follows from it.
func (b *brainstorm) lend(i, to int32, from, until roadmap.Date, may int, and func(*roadmap.Draft) error) {
	task, team := b.tasks[i], b.Roadmap.Teams()[to]
	if until-from > longestLoan {
		return
	}
	for _, k := range b.lenders(to, from, until) {
		lender := b.Roadmap.Teams()[k]
		when := b.days(from, until)
		ask := &request{who: lender.ID, task: task.ID, by: from, text: "1 person for " + team.Name + ", " + when,
			question: "can " + lender.Name + " lend " + team.Name + " one person, " + when + ", for " + task.Title + "?"}
		b.add(idea{kind: lendFix, at: lender.ID + ">" + team.ID + ":" + task.ID, about: task.ID, most: 1, may: may, way: func(int) way {
			return way{title: "1 lent by " + lender.Name + " to " + team.Name + " for " + task.Title + ", " + when, task: task.ID, request: ask, change: func(d *roadmap.Draft) error {
				if err := lendPerson(d, lender, team, from, until); err != nil || and == nil {
					return err
				}
				return and(d)
			}}
		}})
	}
}

// days are a run of days: "14 Dec to 28 Jan", or "9 Jan".
func (b *brainstorm) days(from, until roadmap.Date) string {
	if from == until {
		return b.ShortDate(from)
	}
	return b.ShortDate(from) + " to " + b.ShortDate(until)
}

func lendPerson(d *roadmap.Draft, lender, to *roadmap.Team, from, until roadmap.Date) error {
	period := func(name string) roadmap.Period {
		return roadmap.Period{Name: name, From: from, To: until, People: 1}
	}
	err := d.UpdateTeam(to.ID, func(t *roadmap.Team) { t.Extra = append(slices.Clip(t.Extra), period("lent by "+lender.Name)) })
	if err != nil {
		return err
	}
	return d.UpdateTeam(lender.ID, func(t *roadmap.Team) { t.TimeOff = append(slices.Clip(t.TimeOff), period("lent to "+to.Name)) })
}

// mostLenders is how many teams are asked for the same person, the least busy first.
const mostLenders = 2

// lenders are the other teams that have a person free on some of the days, those on most of them first.
func (b *brainstorm) lenders(but int32, from, until roadmap.Date) []int32 {
	type lender struct {
		team int32
		free float64 // the share of its working days in question
	}
	var all []lender
	for k := range b.planner.teams {
		f := &b.planner.teams[k]
		if int32(k) == but || !f.sized || f.cal.Empty() || b.leveller == nil {
			continue
		}
		days, free := 0, 0
		for n := f.cal.Count(from); n < f.cal.Count(until+1); n++ {
			days++
			if b.leveller.crews[k].freeOn(int32(n)) > 0 {
				free++
			}
		}
		if free > 0 {
			all = append(all, lender{int32(k), float64(free) / float64(days)})
		}
	}
	slices.SortStableFunc(all, func(x, y lender) int { return cmp.Compare(y.free, x.free) })
	var out []int32
	for _, l := range all[:min(len(all), mostLenders)] {
		out = append(out, l.team)
	}
	return out
}

// move gives a task that queues to another team that has the people for it sooner.
func (b *brainstorm) move(i int32) {
	j, t := &b.jobs[i], b.tasks[i]
	k, ok := b.bound(i, j.dur, b.at)
	if !ok || j.state != toStart || j.dur == 0 || j.team != b.Tasks[i].Driver.Team {
		return
	}
	start := j.cal.Day(b.firstDay(i))
	for _, o := range b.whoCould(i, j.cal.Day(k)) {
		if o.start >= start {
			continue
		}
		team := b.Roadmap.Teams()[o.team]
		b.add(idea{kind: moveFix, at: t.ID + ">" + team.ID, about: t.ID, most: 1, may: j.cal.Count(start) - j.cal.Count(o.start), way: func(int) way {
			return way{title: "move " + t.Title + " to " + team.Name, task: t.ID, change: func(d *roadmap.Draft) error {
				return d.UpdateTask(t.ID, func(t *roadmap.Task) { t.Team = team.ID })
			}}
		}})
	}
}

// opening is the day on which a team could begin a task.
type opening struct {
	team  int32
	start roadmap.Date
}

// whoCould are the other teams with people enough for a task, those first that could begin soonest after a day.
func (b *brainstorm) whoCould(i int32, from roadmap.Date) []opening {
	var out []opening
	j, t := &b.jobs[i], b.tasks[i]
	for k := range b.planner.teams {
		f := &b.planner.teams[k]
		also := slices.ContainsFunc(t.AlsoNeeds, func(n roadmap.Need) bool { return n.Team == f.team.ID })
		if int32(k) == j.team || !f.sized || f.cal.Empty() || also || f.team.MostPeople() < t.People {
			continue
		}
		c, n := &b.leveller.crews[k], int32(f.cal.Count(from))
		if day, _ := c.fit(c.at(n), n, j.dur, int32(t.People)); day >= 0 {
			out = append(out, opening{int32(k), f.cal.Day(int(day))})
		}
	}
	slices.SortStableFunc(out, func(x, y opening) int { return cmp.Compare(x.start, y.start) })
	return out[:min(len(out), mostLenders)]
}
