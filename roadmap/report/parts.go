package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

func count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + one + "s"
}

// lead is the answer: the worst deadline and how the others stand.
func (w *writer) lead() string {
	all, only, done := w.sorted(), w.only(), w.DoneDeadlines()
	switch {
	case len(all) == 0 && len(done) > 0:
		return w.allDone(schedule.LastDone(done))
	case len(all) == 0:
		return "No deadline is open."
	}
	worst, rest := all[0], all[1:]
	switch {
	case worst.Undated:
		return worst.Title + " cannot be planned: " + w.CannotBePlanned(worst.On) + ". " + w.others(rest)
	case worst.Days > 0:
		return worst.Title + " is forecast for " + w.dayOrLater(worst.Forecast, worst.OpenEnd) + ", " + count(worst.Days, "working day") + " after its deadline, " + w.day(worst.Date) +
			w.likely(worst, "; with a probability of 80 % it is done by ") + ". " + w.others(rest)
	case worst.Silent:
		return worst.Title + " was due on " + w.day(worst.Date) + " and by the plan done by then, but nobody has told so yet. " + w.others(rest)
	case worst.OpenEnd:
		return "Nobody can say when " + worst.Title + " ends: it is due " + w.day(worst.Date) + ", and forecast for " + w.dayOrLater(worst.Forecast, true) + ". " + w.others(rest)
	case len(all) == 1 && worst.Forecast == 0:
		return "For the " + only + " nothing is planned."
	case len(all) == 1:
		return "The " + only + " holds by the plan" + w.alone(worst) + "."
	}
	if n := unplanned(all); n > 0 {
		return "Of " + count(len(all), "deadline") + " " + strconv.Itoa(n) + " has no forecast: nothing is planned for it."
	}
	if at := w.leastProbable(all); at >= 0 {
		d := all[at]
		return d.Title + " holds by the plan" + w.spare(d) + w.alone(d) + ". " + w.others(slices.Delete(slices.Clone(all), at, at+1))
	}
	if len(all) == 2 {
		return "Both deadlines hold by the plan."
	}
	return "All " + count(len(all), "deadline") + " hold by the plan."
}

// leastProbable is the place of the deadline that holds by the plan alone and is the least probable; -1 where there is none.
func (w *writer) leastProbable(all []schedule.Deadline) int {
	at := -1
	for i, d := range all {
		if w.alone(d) != "" && (at < 0 || w.o.Chances[d.On] < w.o.Chances[all[at].On]) {
			at = i
		}
	}
	return at
}

// spare is that a deadline holds to the day; empty where days are left.
func (w *writer) spare(d schedule.Deadline) string {
	if d.Days == 0 {
		return " to the day"
	}
	return ""
}

// only is what one deadline that is open is called: others may be done.
func (w *writer) only() string {
	if len(w.DoneDeadlines()) > 0 {
		return "only open deadline"
	}
	return "only deadline"
}

// unplanned is for how many deadlines nothing is planned.
func unplanned(all []schedule.Deadline) int {
	n := 0
	for _, d := range all {
		if d.Forecast == 0 && !d.Undated {
			n++
		}
	}
	return n
}

// others says how the deadlines that are not named stand.
func (w *writer) others(all []schedule.Deadline) string {
	if len(all) == 0 {
		return "It is the " + w.only() + "."
	}
	if d := all[0]; len(all) == 1 && !d.Undated && !d.Silent && d.Days <= 0 && !d.OpenEnd && d.Forecast != 0 {
		return "The other one holds" + w.alone(d) + "."
	}
	late, open, undated, silent := 0, 0, 0, 0
	for _, d := range all {
		switch {
		case d.Undated:
			undated++
		case d.Days > 0:
			late++
		case d.Silent:
			silent++
		case d.OpenEnd:
			open++
		}
	}
	var stand []string
	if undated > 0 {
		stand = append(stand, strconv.Itoa(undated)+" cannot be planned either")
	}
	if late > 0 {
		stand = append(stand, areLate(late))
	}
	if silent > 0 {
		stand = append(stand, "of "+strconv.Itoa(silent)+" whose day has passed there is no word yet")
	}
	if open > 0 {
		stand = append(stand, "nobody can say when "+strconv.Itoa(open)+" will be met")
	}
	if n := unplanned(all); n > 0 {
		stand = append(stand, "nothing is planned for "+strconv.Itoa(n))
	}
	last := len(stand) - 1
	switch {
	case last < 0:
		return "The other " + strconv.Itoa(len(all)) + " hold" + w.doubtful(all, "of them") + "."
	case last > 0:
		stand[last] = "and " + stand[last]
	}
	return "Of the " + count(len(all), "other deadline") + " " + strings.Join(stand, ", ") + w.doubtful(all, "hold") + "."
}

// doubtful counts the deadlines that hold by the plan and are not probable, with a word for that; empty where there is none.
func (w *writer) doubtful(all []schedule.Deadline, word string) string {
	n := 0
	for _, d := range all {
		if w.alone(d) != "" {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	if n == 1 && word == "hold" {
		word = "holds"
	}
	return fmt.Sprintf("; %d %s with a probability under %.0f %%", n, word, schedule.Probable*100)
}

// alone says how probable a deadline is that holds by the plan alone: ", but hardly: in 6 % of runs"; empty for any other.
func (w *writer) alone(d schedule.Deadline) string {
	chance, ok := w.o.Chances[d.On]
	switch {
	case !ok || d.Silent || d.Forecast == 0 || d.Days > 0 || d.OpenEnd || chance >= schedule.Probable:
		return ""
	case chance < 0.5:
		return ", but hardly: in " + schedule.Percent(chance) + " of runs"
	}
	return ", but not surely: in " + schedule.Percent(chance) + " of runs"
}

// likely says behind some words by when a deadline that is late is met with a probability of 80 %; empty where that is not later than
// the plan has it.
func (w *writer) likely(d schedule.Deadline, words string) string {
	if day := w.o.Likely[d.On]; day > d.Forecast && !d.OpenEnd {
		return words + w.day(day)
	}
	return ""
}

func areLate(n int) string {
	if n == 1 {
		return "1 is late"
	}
	return strconv.Itoa(n) + " are late"
}

// sorted are the open deadlines, the worst first; a goal before a task that is as late.
func (w *writer) sorted() []schedule.Deadline {
	all := slices.DeleteFunc(slices.Clone(w.Deadlines()), func(d schedule.Deadline) bool { return d.Done })
	weight := func(d schedule.Deadline) int {
		switch {
		case d.Undated:
			return 1 << 26
		case d.Days > 0:
			return 1<<24 + d.Days
		case d.Silent:
			return 1 << 22
		case d.OpenEnd:
			return 1 << 20
		case d.Forecast == 0:
			return -1 << 24
		}
		return d.Days
	}
	slices.SortStableFunc(all, func(a, b schedule.Deadline) int { return cmp.Compare(weight(b), weight(a)) })
	return all
}

// allDone is the answer where nothing is left that could be late: the deadline that was done last, and how many others are done.
func (w *writer) allDone(done []schedule.Deadline) string {
	out := done[0].Title + " was " + w.done(&done[0]) + ". "
	if n := len(done); n > 1 {
		return out + "All " + count(n, "deadline") + " are done."
	}
	return out + "It was the only deadline."
}

// done is "done on 26 Nov, 76 working days before its deadline, 12 Mar".
func (w *writer) done(d *schedule.Deadline) string {
	out := "done on " + w.day(d.Forecast) + ", "
	switch {
	case d.Days < 0:
		return out + count(-d.Days, "working day") + " before its deadline, " + w.day(d.Date)
	case d.Days > 0:
		return out + count(d.Days, "working day") + " after its deadline, " + w.day(d.Date)
	}
	return out + "in time for its deadline, " + w.day(d.Date)
}

// lately is how many days back a deadline that is done is told of, where no day is compared with.
const lately = 7

// doneLately are the deadlines done since the day that is compared with, or lately, the last one first; where all are, all of them.
func (w *writer) doneLately(all bool) []string {
	since := w.Today - lately
	if w.o.Then != nil {
		since = w.o.Then.Today
	}
	var lines []string
	for _, d := range schedule.LastDone(w.DoneDeadlines()) {
		if all || d.Forecast >= since {
			lines = append(lines, d.Title+": "+w.done(&d)+".")
		}
	}
	return lines
}

func (w *writer) deadlines(most int) []string {
	var lines []string
	all := w.sorted()
	if w.o.For == Exec {
		all, most = forExec(all, most)
	}
	for _, d := range all {
		lines = append(lines, d.Title+": due "+w.day(d.Date)+", "+w.standing(d)+w.was(d.On, d.Forecast)+inBrackets(w.takenAsItIs(d.On))+".")
	}
	return append(upTo(most, lines), upTo(most, w.doneLately(len(lines) == 0))...)
}

// forExec puts the goals first, and says how many deadlines are named: who has a minute asks for the goals, all of them, and for the
// worst of the dates on the way there that do not hold. A dozen is as long as a minute.
func forExec(all []schedule.Deadline, most int) (ordered []schedule.Deadline, named int) {
	var goals, tasks []schedule.Deadline
	broken := 0
	for _, d := range all {
		switch {
		case d.On.Goal != "":
			goals = append(goals, d)
			continue
		case d.Undated || d.Days > 0 || d.Silent || d.OpenEnd:
			broken++
		}
		tasks = append(tasks, d)
	}
	return append(goals, tasks...), min(len(goals)+min(broken, most), many)
}

// takenAsItIs says until when and why it was accepted that a deadline is missed, or close.
func (w *writer) takenAsItIs(on schedule.Ref) string {
	for i := range w.flags {
		f := &w.flags[i]
		ofDate := f.Kind == schedule.Overdue || f.Kind == schedule.AtRisk || f.Kind == schedule.Slipping && f.Against == "deadline"
		if f.Known && ofDate && f.Subject() == on {
			return w.AcceptedText(w.flags, i)
		}
	}
	return ""
}

func (w *writer) standing(d schedule.Deadline) string {
	switch {
	case d.Undated:
		return "cannot be planned: " + w.CannotBePlanned(d.On)
	case d.Forecast == 0:
		return "nothing is planned for it"
	case d.Days > 0:
		return "forecast " + w.dayOrLater(d.Forecast, d.OpenEnd) + ", " + count(d.Days, "working day") + " late" + w.likely(d, ", with 80 % by ")
	case d.OpenEnd:
		return "forecast " + w.dayOrLater(d.Forecast, true)
	case d.Silent:
		return "by the plan done " + w.day(d.Forecast) + ", but nobody has told so yet"
	case d.Days == 0:
		return "forecast " + w.day(d.Forecast) + ", in time to the day" + w.alone(d)
	}
	return "forecast " + w.day(d.Forecast) + ", " + count(-d.Days, "working day") + " to spare" + w.alone(d)
}

// was says what the forecast was on the earlier day, where it was another.
func (w *writer) was(on schedule.Ref, now roadmap.Date) string {
	if w.o.Then == nil {
		return ""
	}
	for _, d := range w.o.Then.Deadlines() {
		if d.On == on && d.Forecast != 0 && d.Forecast != now {
			return " (was " + w.day(d.Forecast) + ")"
		}
	}
	return ""
}

// causes are what somebody must do something about, worst first: what moves a deadline, or the rest. Who reads what moves a deadline
// is told of what was accepted, too, as that: else the next cause would be blamed for it.
func (w *writer) causes(moving bool, most int) []string {
	var lines []string
	for i := range w.roots {
		r := &w.roots[i]
		if r.Known && !moving || r.Severity < schedule.Warning || w.moves(r) != moving {
			continue
		}
		trend := ""
		if w.trends != nil && w.trends[i] != schedule.Same {
			trend = w.trends[i].String()
		}
		lines = append(lines, r.Text+w.costs(r)+inBrackets(trend)+inBrackets(w.accepted(r))+".")
	}
	return upTo(most, lines)
}

// accepted says until when and why a cause was accepted; empty where it was not, or not all that it makes late.
func (w *writer) accepted(r *schedule.Root) string {
	if !r.Known {
		return ""
	}
	return w.AcceptedText(w.flags, r.Flags...)
}

// moves tells whether a cause costs a deadline anything, or leaves one without a date.
func (w *writer) moves(r *schedule.Root) bool {
	return r.Worst.On != (schedule.Ref{}) || r.Late > 0 || r.OpenEnd || slices.ContainsFunc(r.Flags, func(f int) bool {
		return w.flags[f].Kind == schedule.Unplannable || w.flags[f].Kind == schedule.PromiseLate
	})
}

// costs says what a cause does: to which deadline, to how many tasks, to whom.
func (w *writer) costs(r *schedule.Root) string {
	out := ""
	switch on := r.Worst.On; {
	case on == (schedule.Ref{}):
	case r.Days > 0:
		out += "; it costs " + r.Worst.Title + " " + count(r.Days, "working day")
	case r.OpenEnd:
		out += "; the end of " + r.Worst.Title + " rests on it"
	}
	switch {
	case r.Late > 1:
		out += ", and makes " + count(r.Late, "task") + " late"
	case len(r.Held) > 1:
		out += "; it holds up " + count(len(r.Held), "task")
	}
	for _, x := range r.Idles {
		out += "; " + w.teamName(x.Team) + " has nothing to do from " + w.day(x.Since)
		if x.Until != 0 {
			out += " to " + w.day(x.Until)
		}
	}
	return out
}

// aheadDays is how far ahead Next looks, in working days.
const aheadDays = 5

// next are the tasks of a team, or of all, that are to end, else to start, within the next working days.
func (w *writer) next(team string, most int) []string {
	last := w.Roadmap.Calendar().Move(w.Today, aheadDays) // an instant: the day after the last
	type coming struct {
		day  roadmap.Date
		text string
	}
	var all []coming
	for i, t := range w.Roadmap.Tasks() {
		p := &w.Tasks[i]
		if !t.Status.Open() || !p.Planned || team != "" && t.Team != team {
			continue
		}
		who := ""
		if t.Team != "" && team == "" {
			who = inBrackets(w.teamName(t.Team))
		}
		switch {
		case p.Finish >= w.Today && p.Finish < last && t.IsMilestone():
			all = append(all, coming{p.Finish, t.Title + who + " is reached " + w.weekday(p.Finish)})
		case p.Finish >= w.Today && p.Finish < last:
			all = append(all, coming{p.Finish, t.Title + who + " ends " + w.weekday(p.Finish)})
		case t.Status == roadmap.Todo && p.Start >= w.Today && p.Start < last:
			all = append(all, coming{p.Start, t.Title + who + " starts " + w.weekday(p.Start)})
		}
	}
	slices.SortStableFunc(all, func(a, b coming) int { return cmp.Compare(a.day, b.day) })
	var lines []string
	for _, c := range all {
		lines = append(lines, c.text+".")
	}
	return upTo(most, lines)
}

// teamLead is how a team stands.
func (w *writer) teamLead(t *roadmap.Team) string {
	worst, open := -1, 0
	for i, task := range w.Roadmap.Tasks() {
		if task.Team != t.ID || !task.Status.Open() {
			continue
		}
		open++
		if w.Tasks[i].Planned && w.Tasks[i].Slack < 0 && (worst < 0 || w.Tasks[i].Slack < w.Tasks[worst].Slack) {
			worst = i
		}
	}
	switch {
	case open == 0:
		return t.Name + " has no open task."
	case worst < 0:
		return t.Name + " has " + count(open, "open task") + ", and makes no deadline late."
	}
	return t.Name + " has " + count(open, "open task") + "; " + w.Roadmap.Tasks()[worst].Title + " is " + count(-w.Tasks[worst].Slack, "working day") + " later than its deadlines allow."
}

func (w *writer) underWay(team string, most int) []string {
	var lines []string
	for i, t := range w.Roadmap.Tasks() {
		if t.Team == team && t.Status == roadmap.Doing && w.Tasks[i].Planned {
			lines = append(lines, t.Title+": since "+w.day(t.Started)+", to "+w.dayOrLater(w.Tasks[i].Finish, w.Tasks[i].OpenEnd)+w.late(i)+".")
		}
	}
	return upTo(most, lines)
}

// late says by how many days a task is later than its deadlines allow.
func (w *writer) late(task int) string {
	if n := -w.Tasks[task].Slack; n > 0 && w.Roadmap.Tasks()[task].Status.Open() {
		return ", " + count(n, "working day") + " too late"
	}
	return ""
}

// owes are the open tasks of a team that tasks of others wait for, the soonest needed first.
func (w *writer) owes(team string, most int) []string { return w.handOffs(team, true, most) }

// waits are the open tasks of others that a team waits for.
func (w *writer) waits(team string, most int) []string { return w.handOffs(team, false, most) }

func (w *writer) handOffs(team string, owed bool, most int) []string {
	type handOff struct {
		needed roadmap.Date
		text   string
	}
	var all []handOff
	tasks := w.Roadmap.Tasks()
	for _, d := range w.Roadmap.Dependencies() {
		from, to := w.Roadmap.TaskIndex(d.From), w.Roadmap.TaskIndex(d.To)
		mine, other := from, to
		if !owed {
			mine, other = to, from
		}
		if tasks[mine].Team != team || tasks[other].Team == team || !tasks[from].Status.Open() || !tasks[to].Status.Open() || !w.Tasks[from].Planned {
			continue
		}
		who := tasks[to].Team
		if !owed {
			who = tasks[from].Team
		}
		text := tasks[from].Title + inBrackets(w.teamName(who)) + ": comes " + w.dayOrLater(w.Tasks[from].Finish, w.Tasks[from].OpenEnd) + w.late(from) + ", for " + tasks[to].Title + "."
		all = append(all, handOff{w.Tasks[from].LateFinish, text})
	}
	slices.SortStableFunc(all, func(a, b handOff) int { return cmp.Compare(a.needed, b.needed) })
	var lines []string
	for _, h := range all {
		lines = append(lines, h.text)
	}
	return upTo(most, lines)
}
