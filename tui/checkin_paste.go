package tui

import (
	"fmt"
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

// answers are lines out of a mail or a chat that were pasted into a check-in, of which some answer it.
type answers struct {
	c      *checkIn
	open   []int         // the tasks that may be told of, by their places,
	titles phrase.Titles // and their titles
	lines  []answerLine
}

// answerLine is a line of them.
type answerLine struct {
	text    string // as it was pasted, or corrected
	take    bool
	task    int    // its place in the plan, -1 where none is named
	answer  string // what is told of it
	quoted  bool   // the line is one that a mail quotes
	became  []string
	problem string
}

// mostAnswers is how many lines one paste may hold for each to be tried beside the plan.
const mostAnswers = 200

// readAnswers reads pasted lines as answers; nil where none of them is one that can be taken.
func (c *checkIn) readAnswers(text string) *answers {
	text, _ = roadmap.CleanText(text)
	out := &answers{c: c}
	var titles, teams []string
	for i, t := range c.plan.Roadmap.Tasks() {
		if t.Status.Open() {
			out.open, titles, teams = append(out.open, i), append(titles, t.Title), append(teams, c.m.scene.TeamName(t.Team))
		}
	}
	out.titles = phrase.NewTitles(titles, teams)
	signed := false // what is below the end of a mail
	for _, s := range strings.Split(text, "\n") {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		if len(out.lines) == mostAnswers {
			return nil
		}
		l := out.read(s)
		if signed = l.task < 0 && (signed || phrase.Signs(s)); l.task < 0 && (signed || phrase.Quoted(s) || phrase.Courtesy(s)) {
			continue
		}
		l.take, l.quoted = l.task >= 0 && l.problem == "", phrase.Quoted(s)
		out.lines = append(out.lines, l)
	}
	out.unquote()
	for i := range out.lines {
		out.lines[i].take = out.lines[i].take && out.first(i)
	}
	if !slices.ContainsFunc(out.lines, func(l answerLine) bool { return l.take && l.problem == "" }) {
		return nil
	}
	return out
}

// ofAnother is what is typed into a line where it names another task than the line is of, as "Radio driver: done"; else nil.
func (c *checkIn) ofAnother(at int, text string) *answers {
	if !strings.Contains(text, ": ") {
		return nil
	}
	a := c.readAnswers(text)
	if a == nil || len(a.lines) != 1 || a.lines[0].task == c.asked[at].task {
		return nil
	}
	return a
}

// unquote unticks the lines that a mail quotes, unless it only quotes: they are what was asked, or answered before.
func (x *answers) unquote() {
	if !slices.ContainsFunc(x.lines, func(l answerLine) bool { return l.take && !l.quoted && l.problem == "" }) {
		return
	}
	for i := range x.lines {
		l := &x.lines[i]
		l.take = l.take && !l.quoted
	}
}

// read is what a line says, of which task, and what that does to it.
func (x *answers) read(text string) answerLine {
	found := x.titles.Answer(text, func(task int) phrase.Context { return x.c.context(x.open[task]) })
	if found.Task < 0 {
		return answerLine{text: text, task: -1, problem: "names no open task, or more than one: begin the line with its title"}
	}
	l := answerLine{text: text, task: x.open[found.Task], answer: found.Text}
	if l.answer == "" {
		l.problem = "says nothing of it: write 7d left, done fri, promised 4 dec or blocked WHY behind the title"
		return l
	}
	told := phrase.ParseTold(l.answer, x.c.context(l.task))
	if err := told.Problem(); err != nil {
		l.problem = input.Problem(told.Chips, err)
		return l
	}
	l.became = []string{meaning(told.Chips, l.answer)}
	if told.Because != "" {
		l.became = append(l.became, "because "+told.Because)
	}
	if found.LeftOut != "" {
		l.became = append(l.became, "left out: "+found.LeftOut)
	}
	with, at := x.with(x.c.asked, &l)
	_, after, err := x.c.m.session.ProbeGrown(x.c.change(with))
	if err != nil {
		l.problem = err.Error()
		return l
	}
	before := x.c.m.session.Plan()
	if at < len(x.c.asked) {
		before = x.c.without(at)
	}
	for _, note := range x.c.notes(l.task, told, before, after) {
		l.became = append(l.became, note.Text)
	}
	return l
}

// with is what was asked with a line told, and its place there: a task that was not asked about comes last.
func (x *answers) with(list []asked, l *answerLine) ([]asked, int) {
	out := append([]asked(nil), list...)
	at := 0
	for at < len(out) && out[at].task != l.task {
		at++
	}
	if at == len(out) {
		out = append(out, asked{task: l.task, due: week.Due{Task: l.task}, unasked: true})
	}
	out[at].told, out[at].text = true, l.answer
	return out, at
}

// answersIn are pasted lines as answers to a check-in that would be opened for them; nil where none is one, or where no check-in can
// be opened: in a what-if, or over another.
func (m *Model) answersIn(text string) *answers {
	if open, _ := m.session.Trying(); open || slices.ContainsFunc(m.over, func(o *over) bool { _, is := o.component.(*checkIn); return is }) {
		return nil
	}
	return m.newCheckIn().readAnswers(text)
}

// most tells whether most lines can be taken as answers.
func (x *answers) most() bool {
	n := 0
	for i := range x.lines {
		if x.lines[i].take && x.lines[i].problem == "" {
			n++
		}
	}
	return 2*n > len(x.lines)
}

// begin opens the check-in that they answer and previews them over it; what is left untaken leaves no check-in. asTasks, where it is
// not nil, shows the lines as new tasks instead.
func (x *answers) begin(asTasks func()) {
	m := x.c.m
	m.put(&over{component: x.c, taken: x.c.taken, left: x.c.leave, paste: x.c.paste})
	x.preview(m.close, asTasks)
}

// show previews them over the check-in.
func (x *answers) show() { x.preview(nil, nil) }

// preview shows them over the check-in; left is called after esc, and before asTasks, which has a key of its own. Both may be nil.
func (x *answers) preview(left, asTasks func()) {
	var fields []input.PreviewField
	if asTasks != nil {
		fields = append(fields, input.PreviewField{Key: "t", Name: "as new tasks"})
	}
	preview := input.NewPreview("Answers that were pasted", x, fields...)
	x.c.m.put(&over{component: preview, left: left, taken: func(at int) tea.Cmd {
		if at > 0 {
			x.c.m.close()
			left()
			asTasks()
			return nil
		}
		if why := x.tell(); why != "" {
			preview.Refuse(why)
			return nil
		}
		x.c.m.close()
		told, out := x.count()
		says := "told: " + paint.Count(told, "task")
		if out > 0 {
			says += "; " + paint.Count(out, "line") + " left out"
		}
		if lines := x.c.untaken(); len(lines) > 0 {
			says += ": " + strings.Join(lines, " · ")
		}
		x.c.Say(says)
		return nil
	}})
}

// count is how many lines are taken and how many are not.
func (x *answers) count() (take, out int) {
	for i := range x.lines {
		if x.lines[i].take {
			take++
		}
	}
	return take, len(x.lines) - take
}

// tell tells all that is ticked in the check-in, or says why that cannot be.
func (x *answers) tell() (refused string) {
	for i := range x.lines {
		l := &x.lines[i]
		if x.barred(i) {
			x.c.barred = append(x.c.barred, *l)
		}
		if !l.take {
			continue
		}
		at := x.c.lineOf(l.task)
		words, moved, err := x.c.answer(at, l.answer)
		if err != nil {
			return err.Error()
		}
		x.c.offerReached(at)
		x.c.TellAt(at, words, moved)
	}
	return ""
}

// Rows are the lines as the preview shows them.
func (x *answers) Rows() []input.PreviewRow {
	out := make([]input.PreviewRow, len(x.lines))
	for i := range out {
		l := &x.lines[i]
		out[i] = input.PreviewRow{Take: l.take, Text: l.text, Name: l.text, Problem: x.problem(i), Barred: x.barred(i)}
		switch {
		case l.task < 0:
			out[i].Became = []string{"names no open task"}
		case l.quoted && !l.take:
			out[i].Problem, out[i].Became = "", []string{"quoted"}
		case out[i].Problem == "":
			out[i].Name, out[i].Became = x.c.plan.Roadmap.Tasks()[l.task].Title, l.became
		}
	}
	return out
}

// problem is why a line cannot be told.
func (x *answers) problem(i int) string {
	l := &x.lines[i]
	if l.problem == "" && !l.take && !x.first(i) {
		return "is told of in another line: space takes this one instead"
	}
	return l.problem
}

// first tells whether no other line is ticked, or stands above one, that tells of the same task.
func (x *answers) first(i int) bool {
	for k := range x.lines {
		if o := &x.lines[k]; k != i && o.take && o.task == x.lines[i].task && (k < i || !x.lines[i].take) {
			return false
		}
	}
	return true
}

// barred tells whether a line tells of a task, and is left out since it cannot be taken.
func (x *answers) barred(i int) bool {
	l := &x.lines[i]
	return l.task >= 0 && !l.take && !l.quoted && x.problem(i) != ""
}

// Toggle ticks a line or unticks it. One that cannot be taken stays unticked; one of two that tell of the same task takes the place of
// the other.
func (x *answers) Toggle(i int) {
	l := &x.lines[i]
	l.take = !l.take && l.problem == ""
	for k := range x.lines {
		if o := &x.lines[k]; l.take && k != i && o.task == l.task {
			o.take = false
		}
	}
}

// Typed are the rows as they would be if one had another text.
func (x *answers) Typed(i int, text string) []input.PreviewRow {
	was := x.lines
	x.lines = slices.Clone(was)
	x.Correct(i, text)
	out := x.Rows()
	x.lines = was
	return out
}

// Correct gives a line another text, and ticks it where that can be taken.
func (x *answers) Correct(i int, text string) {
	x.lines[i] = x.read(strings.TrimSpace(text))
	x.Toggle(i)
}

// Reading is what all that is ticked would do.
func (x *answers) Reading() input.Reading {
	take, out := x.count()
	read := input.Reading{Says: paint.Count(take, "task") + " told of", Today: x.c.plan.Today}
	if out > 0 {
		read.Says += "; " + paint.Count(out, "line") + " left out"
	}
	wrong, with := 0, x.c.asked
	for i := range x.lines {
		if l := &x.lines[i]; l.take {
			with, _ = x.with(with, l)
		} else if x.barred(i) {
			wrong++
		}
	}
	switch mark := x.c.m.theme.LateMark; {
	case wrong > 0 && wrong == out:
		read.Says += ", marked " + mark + ": e corrects"
	case wrong > 0:
		read.Says += fmt.Sprintf(", %d of them marked %s: e corrects", wrong, mark)
	}
	if take == 0 {
		read.Problem = "nothing is ticked: space ticks a line, esc leaves"
		return read
	}
	_, after, err := x.c.m.session.ProbeGrown(x.c.change(with))
	if err != nil {
		read.Problem = err.Error()
		return read
	}
	read.Effects = schedule.Effects(x.c.m.session.Plan(), after)
	return read
}
