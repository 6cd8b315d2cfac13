package fix

import (
	"cmp"
	"slices"
	"strconv"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// queueStep leaves room between ranks.
const queueStep = 10

// mostAlong is how many tasks that a task waits for may be put first along with it.
const mostAlong = 8

// putFirst puts a task that queues before all others of its team that have not started, with what it waits for and would
// go later than what it is to pass.
func (b *brainstorm) putFirst(i int) {
	d := &b.Tasks[i].Driver
	if b.briefs[i].Status != roadmap.Todo || d.Team == none {
		return
	}
	along, priority, rank := b.Front(i, mostAlong)
	if len(along) > mostAlong {
		return
	}
	team, ids := b.Roadmap.Teams()[d.Team], b.ids(append(along, i))
	title := "put " + b.tasks[i].Title + " first at " + team.Name
	if priority < b.tasks[i].Priority {
		title += ", as p" + strconv.Itoa(priority)
	}
	if n := len(along); n > 0 {
		title += ", with " + schedule.Plural(n, "task") + " it waits for"
	}
	b.add(idea{kind: rankFix, at: b.tasks[i].ID, most: 1, may: b.Hold(i).Queued, way: func(int) way {
		return way{title: title, task: ids[len(ids)-1], change: func(d *roadmap.Draft) error {
			return goFirst(d, ids, priority, rank)
		}}
	}})
}

// putAllFirst puts first at a team, besides a task that queues there, all that the target waits for at it: where the last of them would
// queue anew, one put first alone wins little.
func (b *brainstorm) putAllFirst(i int) {
	d, last := &b.Tasks[i].Driver, b.search.target.last(b.Plan)
	if b.briefs[i].Status != roadmap.Todo || d.Team == none || last == none {
		return
	}
	along, priority, rank := b.Front(i, mostAlong)
	all := append(along, i)
	for _, k := range b.upstream(last) {
		if b.briefs[k].Status == roadmap.Todo && int(b.briefs[k].Team) == int(d.Team) && !slices.Contains(all, k) {
			all = append(all, k)
		}
	}
	if len(all) == len(along)+1 || len(all) > mostAlong {
		return
	}
	ids, team, rest := b.ids(all), b.Roadmap.Teams()[d.Team], len(all)-1
	title := "put " + b.tasks[i].Title + " first at " + team.Name
	if priority < b.tasks[i].Priority {
		title += ", as p" + strconv.Itoa(priority)
	}
	title += ", with " + schedule.Plural(rest, "task") + " that "
	if rest == 1 {
		title += "goes along"
	} else {
		title += "go along"
	}
	b.add(idea{kind: rankFix, at: b.tasks[i].ID + "+", most: 1, may: b.search.target.want, way: func(int) way {
		return way{title: title, task: b.tasks[i].ID, change: func(d *roadmap.Draft) error { return goFirst(d, ids, priority, rank) }}
	}})
}

// upstream are a task and what it waits for, directly or through others, by their places, the nearest first.
func (b *brainstorm) upstream(last int) []int {
	out, met := []int{last}, map[int]bool{last: true}
	for n := 0; n < len(out); n++ {
		for _, l := range b.Roadmap.Network().Predecessors(out[n]) {
			if k := int(l.Task); !met[k] {
				met[k] = true
				out = append(out, k)
			}
		}
	}
	return out
}

func (b *brainstorm) ids(tasks []int) []string {
	out := make([]string, len(tasks))
	for k, i := range tasks {
		out[k] = b.tasks[i].ID
	}
	return out
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

// onePerson gives a task one more person: of its team, or one lent by another where its own are too few or busy.
func (b *brainstorm) onePerson(i int) {
	t, cal, own := b.tasks[i], b.cal(i), int(b.briefs[i].Team)
	if own == none || !sized(b.Roadmap.Teams()[own]) {
		return
	}
	left := t.RemainingEffort()
	may := left.Duration(t.People) - max(left.Duration(t.People+1), 1)
	team := b.Roadmap.Teams()[own]
	more := func(d *roadmap.Draft) error {
		return d.UpdateTask(t.ID, func(t *roadmap.Task) { t.People++ })
	}
	if t.People < team.MostPeople() {
		b.add(idea{kind: peopleFix, at: t.ID, about: t.ID, most: 1, may: may, way: func(int) way {
			return way{title: "one more person on " + t.Title + ", " + strconv.Itoa(t.People+1) + " in all", task: t.ID, change: more}
		}})
	}
	from := cal.Day(b.firstDay(i))
	b.lend(i, own, from, cal.Day(b.firstDay(i)+b.dur(i)-1-max(may, 0)), may, more)
}

// lendToQueue lends the team that a task waits for one person, for the days on which the task could be done.
func (b *brainstorm) lendToQueue(i int) {
	hold, team, cal := b.Hold(i), int(b.Tasks[i].Driver.Team), b.cal(i)
	if hold.Ready == 0 || team == none {
		return
	}
	b.lend(i, team, hold.Ready, cal.Day(cal.Count(hold.Ready)+b.dur(i)-1), hold.Queued, nil)
}

// longestLoan is for how many days a person is lent at most: for longer it is no loan.
const longestLoan = 183

// lend lends a team one person for some days: extra there, away at the team that lends. And is what follows from it.
func (b *brainstorm) lend(i, to int, from, until roadmap.Date, may int, and func(*roadmap.Draft) error) {
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
func (b *brainstorm) lenders(but int, from, until roadmap.Date) []int {
	type lender struct {
		team int
		free float64 // the share of its working days in question
	}
	var all []lender
	for k := range b.Roadmap.Teams() {
		if k == but {
			continue
		}
		if free, days := b.FreeDays(k, from, until); free > 0 {
			all = append(all, lender{k, float64(free) / float64(days)})
		}
	}
	slices.SortStableFunc(all, func(x, y lender) int { return cmp.Compare(y.free, x.free) })
	var out []int
	for _, l := range all[:min(len(all), mostLenders)] {
		out = append(out, l.team)
	}
	return out
}

// move gives a task that queues to another team that has the people for it sooner.
func (b *brainstorm) move(i int) {
	t, cal, ready, own := b.tasks[i], b.cal(i), b.Hold(i).Ready, b.briefs[i].Team
	if ready == 0 || b.briefs[i].Status != roadmap.Todo || b.dur(i) == 0 || own != b.Tasks[i].Driver.Team {
		return
	}
	start := cal.Day(b.firstDay(i))
	for _, o := range b.whoCould(i, ready) {
		if o.start >= start {
			continue
		}
		team := b.Roadmap.Teams()[o.team]
		b.add(idea{kind: moveFix, at: t.ID + ">" + team.ID, about: t.ID, most: 1, may: cal.Count(start) - cal.Count(o.start), way: func(int) way {
			return way{title: "move " + t.Title + " to " + team.Name, task: t.ID, change: func(d *roadmap.Draft) error {
				return d.UpdateTask(t.ID, func(t *roadmap.Task) { t.Team = team.ID })
			}}
		}})
	}
}

// opening is the day on which a team could begin a task.
type opening struct {
	team  int
	start roadmap.Date
}

// whoCould are the other teams with people enough for a task, those first that could begin soonest after a day.
func (b *brainstorm) whoCould(i int, from roadmap.Date) []opening {
	var out []opening
	t, own := b.tasks[i], int(b.briefs[i].Team)
	for k, team := range b.Roadmap.Teams() {
		also := slices.ContainsFunc(t.AlsoNeeds, func(n roadmap.Need) bool { return n.Team == team.ID })
		if k == own || also || team.MostPeople() < t.People {
			continue
		}
		if day, ok := b.Opening(k, from, b.dur(i), t.People); ok {
			out = append(out, opening{k, day})
		}
	}
	slices.SortStableFunc(out, func(x, y opening) int { return cmp.Compare(x.start, y.start) })
	return out[:min(len(out), mostLenders)]
}
