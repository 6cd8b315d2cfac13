package tui

import (
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/week"
	"bywhen/tui/input"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// checkIn is a check-in under way. All that is told is one edit, which grows with each line and goes to the file when it is left:
// a program that is ended from outside saves what was told so far.
type checkIn struct {
	*input.CheckIn
	m     *Model
	plan  *schedule.Plan // as it was when it began
	asked []asked
	also  []func(*roadmap.Draft) error // what else was done meanwhile: requests that were sent, lines that were pasted
	added []string                     // what of it adds something, as "5 tasks"
	// barred are pasted lines that named a task and could not be taken, in their order: they are not forgotten without a word.
	barred []answerLine
}

// asked is a line of it.
type asked struct {
	task    int // its place in plan
	due     week.Due
	reached bool   // a milestone, offered because all that it waits for was told to be done
	unasked bool   // nothing was to be told of it, but was
	told    bool   // something was said,
	text    string // this; empty is as planned
	earlier bool   // it was told in another check-in of the day
}

// toldRow is what a check-in told of a task, so that another one of that day can show it.
type toldRow struct{ expected, told string }

// toldOn is what check-ins told on a day, by the ids of tasks.
type toldOn struct {
	day  roadmap.Date
	rows map[string]toldRow
}

// checkIn opens the check-in.
func (m *Model) checkIn() {
	if open, _ := m.session.Trying(); open {
		m.say("a check-in is of the roadmap itself: W ends the what-if first")
		return
	}
	c := m.newCheckIn()
	m.put(&over{component: c, taken: c.taken, left: c.leave, paste: c.paste})
}

// newCheckIn is a check-in that is not open yet. It asks about what should have moved, which may be nothing.
func (m *Model) newCheckIn() *checkIn {
	c := &checkIn{m: m, plan: m.session.Plan()}
	for _, d := range week.Dues(c.plan) {
		c.asked = append(c.asked, asked{task: d.Task, due: d})
	}
	rows := make([]input.Asked, len(c.asked))
	for i := range rows {
		rows[i] = c.row(&c.asked[i])
	}
	rows = append(rows, c.earlier()...)
	title := "Check-in"
	if since := m.session.Since(); since != nil && since.CheckIn {
		title += ", since " + paint.Weekday(since.Day, m.session.Today())
	}
	c.CheckIn = input.NewCheckIn(title, rows, m.session.Today(), c.read)
	return c
}

// earlier are lines of what was told today already, and not undone, so that it can be seen and told anew.
func (c *checkIn) earlier() []input.Asked {
	var out []input.Asked
	if c.m.toldToday.day != c.plan.Today {
		return nil
	}
	for i, t := range c.plan.Roadmap.Tasks() {
		was, told := c.m.toldToday.rows[t.ID]
		if !told || t.Told != c.plan.Today || slices.ContainsFunc(c.asked, func(a asked) bool { return a.task == i }) {
			continue
		}
		a := asked{task: i, due: week.Due{Task: i}, earlier: true}
		row := c.row(&a)
		row.Expected, row.Earlier = was.expected, was.told
		c.asked, out = append(c.asked, a), append(out, row)
	}
	return out
}

// remember keeps what was told, for another check-in of the day.
func (c *checkIn) remember() {
	on := &c.m.toldToday
	if on.day != c.plan.Today {
		*on = toldOn{c.plan.Today, map[string]toldRow{}}
	}
	for i := range c.asked {
		a := &c.asked[i]
		if !a.told {
			continue
		}
		row := toldRow{c.expected(a), c.words(a)}
		if was, again := on.rows[c.id(a.task)]; again && a.earlier {
			row.expected = was.expected
		}
		on.rows[c.id(a.task)] = row
	}
}

// find asks for a task of which something is to be told though it is not asked about, and goes to its line.
func (c *checkIn) find() {
	var rows []input.Row
	var places []int
	for i, t := range c.plan.Roadmap.Tasks() {
		if t.Status.Open() {
			places = append(places, i)
			rows = append(rows, input.Row{ID: t.ID, Title: t.Title, Also: t.ID, Columns: []string{c.m.scene.TeamName(t.Team)}})
		}
	}
	picker := input.NewPicker(input.PickerOptions{Sides: []input.Side{{Title: "Tell of another task", Rows: rows}},
		Columns: []input.Column{{Name: "Team", Width: 20}}, Enter: "tell of it", Hint: "letters of a title"})
	c.m.put(&over{component: picker, taken: func(at int) tea.Cmd {
		c.m.close()
		c.GoTo(c.lineOf(places[at]))
		return nil
	}})
}

// lineOf is the line of a task, by its place: the last, made for it, where it was not asked about.
func (c *checkIn) lineOf(task int) int {
	if at := slices.IndexFunc(c.asked, func(a asked) bool { return a.task == task }); at >= 0 {
		return at
	}
	a := asked{task: task, due: week.Due{Task: task}, unasked: true}
	c.asked = append(c.asked, a)
	c.Insert(len(c.asked)-2, c.row(&a))
	return len(c.asked) - 1
}

func (c *checkIn) row(a *asked) input.Asked {
	t := c.plan.Roadmap.Tasks()[a.task]
	out := input.Asked{Task: t.Title, Team: c.m.scene.TeamName(t.Team), Expected: c.expected(a)}
	if until := week.OffUntil(c.plan.Roadmap, t.Team, c.plan.Today); until != 0 {
		out.Note = "off until " + paint.Day(until, c.plan.Today)
	}
	return out
}

// expected is what should have become of a task, in words.
func (c *checkIn) expected(a *asked) string {
	day := func(d roadmap.Date) string { return paint.Weekday(d, c.plan.Today) }
	past := a.due.Date < c.plan.Today
	switch milestone := c.plan.Roadmap.Tasks()[a.task].IsMilestone(); {
	case a.unasked:
		return "not asked about"
	case a.reached:
		return "reached: all is done"
	case a.due.Expect == week.ToBeFree:
		return "unblocked by " + day(a.due.Date)
	case a.due.Expect == week.ToBeDelivered:
		return "promised " + day(a.due.Date)
	case a.due.Expect == week.ToBeDone && milestone:
		return "reached by " + day(a.due.Date)
	case a.due.Expect == week.ToBeDone && past:
		return "done by " + day(a.due.Date)
	case a.due.Expect == week.ToBeDone:
		return "to end today"
	case a.due.Expect == week.ToBeStarted && past:
		return "was to start " + day(a.due.Date)
	case a.due.Expect == week.ToBeStarted:
		return "to start today"
	case a.due.Expect == week.ToBeUnderWay:
		return "under way, to " + paint.Day(a.due.Date, c.plan.Today)
	}
	switch by := c.plan.Tasks[a.task].Driver; by.Kind {
	case schedule.Dependency:
		return "waits for " + c.plan.Roadmap.Tasks()[by.Task].Title
	case schedule.Capacity:
		return "its team is busy"
	}
	return "no word for " + paint.Count(a.due.Silent, "day")
}

func (c *checkIn) taken(at int) tea.Cmd {
	if chases(c.Text()) {
		return c.chase()
	}
	if a := c.ofAnother(at, c.Text()); a != nil {
		c.Clear()
		a.show()
		return nil
	}
	c.take(at)
	return nil
}

// chases tells whether what is typed into a line is no word about its task, but asks for a message to whom it waits on.
func chases(text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	return text == "c" || text == "chase"
}

// Key is the check-in's, but that backspace takes back what was told in the line, and that a line that is pasted may answer for
// another task than that with the cursor.
func (c *checkIn) Key(k tea.KeyMsg) input.Outcome {
	if k.Paste && c.Text() == "" {
		if a := c.readAnswers(string(k.Runes)); a != nil {
			a.show()
			return input.Outcome{Did: input.Nothing}
		}
	}
	switch name := k.String(); {
	case c.Text() != "":
	case k.Paste && len(c.asked) == 0: // there is no line that could take it
		c.Say("names no open task and says what is told of it: as Radio driver: done fri")
		return input.Outcome{Did: input.Nothing}
	case name == "backspace" && len(c.asked) > 0:
		c.untell()
		return input.Outcome{Did: input.Nothing}
	case name == "/":
		c.find()
		return input.Outcome{Did: input.Nothing}
	}
	return c.CheckIn.Key(k)
}

// read is what a text typed into a line means, and what it does to the deadlines beyond what was told already.
func (c *checkIn) read(at int, text string) input.Reading {
	if strings.TrimSpace(text) == "" {
		return input.Reading{}
	}
	if chases(text) {
		return c.readChase(at)
	}
	if a := c.ofAnother(at, text); a != nil {
		return input.Reading{Today: c.plan.Today, Says: "that is told of " + c.plan.Roadmap.Tasks()[a.lines[0].task].Title + ": enter shows it there"}
	}
	told := phrase.ParseTold(text, c.context(c.asked[at].task))
	out := input.Reading{Chips: told.Chips, Today: c.plan.Today}
	if err := told.Problem(); err != nil {
		out.Problem = err.Error()
		return out
	}
	with := slices.Clone(c.asked)
	with[at].told, with[at].text = true, text
	_, after, err := c.m.session.ProbeGrown(c.change(with))
	var effects []schedule.Effect
	if err == nil {
		before := c.without(at)
		effects, out.Notes = schedule.Effects(before, after), c.notes(c.asked[at].task, told, before, after)
	}
	if a := &c.asked[at]; a.told {
		out.Notes = append(out.Notes, paint.Span{Style: paint.Risk, Text: "instead of " + c.words(a)})
	} else if a.earlier {
		out.Notes = append(out.Notes, paint.Span{Style: paint.Risk, Text: "instead of " + c.m.toldToday.rows[c.id(a.task)].told})
	}
	switch {
	case err != nil:
		out.Problem, out.Says = err.Error(), err.Error()
	case len(effects) == 0:
		out.Says = c.m.movesNone()
	default:
		out.Effects, out.Idles = effects, c.m.idledBy(after)
	}
	return out
}

// context is what is told of a task, by its place, is read against: the roadmap as it was when the check-in began, and what was expected.
func (c *checkIn) context(task int) phrase.Context {
	t, p := c.plan.Roadmap.Tasks()[task], c.plan.Expected(task)
	planned := *t
	week.AsPlanned(c.plan, task)(&planned)
	return phrase.Context{Dates: c.plan.Dates, Today: c.plan.Today, Roadmap: c.plan.Roadmap,
		Of: &phrase.Standing{Task: t, Planned: &planned, Start: p.Start, Finish: p.Finish, Should: c.plan.ShouldStart(task)}}
}

// take tells what stands in a line.
func (c *checkIn) take(at int) {
	words, moved, err := c.answer(at, strings.TrimSpace(c.Text()))
	if err != nil {
		c.Refuse(err.Error())
		return
	}
	c.offerReached(at)
	c.Tell(words, moved)
}

// answer tells a text in a line, and says what it made of the task and which deadline that moves furthest.
func (c *checkIn) answer(at int, text string) (string, input.Moved, error) {
	a := &c.asked[at]
	before, without := *a, c.without(at)
	a.told, a.text = true, text
	moved, err := c.grow(without)
	if err != nil {
		*a = before
		return "", moved, err
	}
	return c.words(a), moved, nil
}

// untell takes back what was told in the line with the cursor.
func (c *checkIn) untell() {
	a := &c.asked[c.At()]
	if !a.told {
		return
	}
	before := *a
	a.told, a.text = false, ""
	if _, err := c.grow(c.m.session.Plan()); err != nil {
		*a = before
		c.Refuse(err.Error())
		return
	}
	c.Untell()
}

// without is the plan as it is with all that was told but in one line: what an answer does is told beside that, also where it takes
// the place of another.
func (c *checkIn) without(at int) *schedule.Plan {
	if !c.asked[at].told {
		return c.m.session.Plan()
	}
	others := slices.Clone(c.asked)
	others[at].told, others[at].text = false, ""
	if _, plan, err := c.m.session.ProbeGrown(c.change(others)); err == nil {
		return plan
	}
	return c.m.session.Plan()
}

// offerReached puts the milestones below a line that are reached now that it is told: enter there marks them done too.
func (c *checkIn) offerReached(at int) {
	for _, i := range week.Reached(c.m.session.Plan()) {
		if slices.ContainsFunc(c.asked, func(a asked) bool { return a.task == i }) || slices.Contains(week.Reached(c.plan), i) {
			continue
		}
		a := asked{task: i, reached: true}
		c.asked = slices.Insert(c.asked, at+1, a)
		c.Insert(at, c.row(&a))
	}
}

// leave lets what was told go to the file.
func (c *checkIn) leave() {
	c.remember()
	c.m.session.Settle()
	told, all := c.Told()
	added := strings.Join(c.added, ", ")
	switch {
	case told == 0 && added != "":
		c.m.tell("pasted " + added + "; nothing was told; ‹u› takes it back")
		return
	case told == 0:
		c.m.say("nothing was told")
		return
	}
	says := roadmap.CheckInTitle(told) + c.andBehind()
	if added != "" {
		says += "; pasted " + added
	}
	if told < all {
		says += "; not told of: " + paint.Count(all-told, "task")
	}
	if n := len(c.untaken()); n > 0 {
		says += "; " + paint.Count(n, "pasted line") + " left out"
	}
	c.m.tell(says + "; ‹u› takes all of it back")
}

// untaken are the pasted lines that could not be taken and whose tasks are not told of yet.
func (c *checkIn) untaken() []string {
	var out []string
	for _, l := range c.barred {
		if !slices.ContainsFunc(c.asked, func(a asked) bool { return a.told && a.task == l.task }) {
			out = append(out, l.text)
		}
	}
	return out
}

// paste shows what pasted lines become; taken, they are part of the check-in. Lines that answer it are answers, all others then none.
func (c *checkIn) paste(text string) {
	if a := c.readAnswers(text); a != nil {
		a.show()
		return
	}
	c.m.previewPasteInto(text, nil, func(title string, add func(*roadmap.Draft) error) bool {
		c.also, c.added = append(c.also, add), append(c.added, strings.TrimPrefix(title, "pasted "))
		if _, err := c.grow(c.m.session.Plan()); err != nil {
			c.also, c.added = c.also[:len(c.also)-1], c.added[:len(c.added)-1]
			c.m.fail(err)
			return false
		}
		c.m.say(title + ", with this check-in")
		return true
	})
}
