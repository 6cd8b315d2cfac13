package details

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// labelWidth is the width of the names of fields.
const labelWidth = 11

// Lines are all lines of the pane, each w cells wide, however many: the caller shows a window of them. Nothing selected
// is no lines. Of what the selection is only passing by there is no chain of causes, and nothing below it.
func Lines(s *scene.Scene, w int) []string { return build(s, w).lines }

// WhyLine is the line of the pane at which the chain of causes begins; 0 where there is none.
func WhyLine(s *scene.Scene, w int) int { return build(s, w).whyAt }

func build(s *scene.Scene, w int) *builder {
	b := &builder{scene: s, width: w}
	switch r := s.Selected; {
	case r.Task != "" && s.Roadmap.Task(r.Task) != nil:
		if f, ok := foldOf(s); ok {
			b.fold(f)
		}
		b.task(s.Roadmap.TaskIndex(r.Task))
	case r.Goal != "" && s.Roadmap.Goal(r.Goal) != nil:
		b.goal(s.Roadmap.Goal(r.Goal))
	case r.Team != "" && s.Roadmap.Team(r.Team) != nil:
		b.team(s.Roadmap.Team(r.Team))
	case r.Risk != "" && s.Roadmap.Risk(r.Risk) != nil:
		b.risk(s.Roadmap.Risk(r.Risk))
	}
	return b
}

// builder collects the lines of a pane.
type builder struct {
	scene *scene.Scene
	width int
	lines []string
	whyAt int
}

func (b *builder) line(spans ...paint.Span) {
	b.lines = append(b.lines, b.scene.Theme.Line(b.width).Space(1).Spans(spans...).String())
}

func (b *builder) gap() { b.lines = append(b.lines, b.scene.Theme.Blank(b.width)) }

// text is a paragraph, wrapped.
func (b *builder) text(style paint.Style, text string, most int) {
	for _, l := range b.scene.Theme.Wrap(text, b.width-2, most) {
		b.line(paint.Span{Style: style, Text: l})
	}
}

// heading opens a part of the pane.
func (b *builder) heading(text string) {
	b.gap()
	b.line(paint.Span{Style: paint.Dim | paint.Bold, Text: text})
}

// field is a name and a value; without a value it is left out.
func (b *builder) field(name, value string, style paint.Style) {
	if value == "" {
		return
	}
	room := b.width - 2 - labelWidth
	for i, l := range b.scene.Theme.Wrap(value, room, 3) {
		line := b.scene.Theme.Line(b.width).Space(1)
		if i > 0 {
			name = ""
		}
		b.lines = append(b.lines, line.Fit(paint.Dim, name, labelWidth).Put(style, l).String())
	}
}

// named is a row of a list: marks, a title, something at the right.
func (b *builder) named(mark string, markStyle paint.Style, title, right string, rightStyle paint.Style) {
	l := b.scene.Theme.Line(b.width).Space(1).Fit(markStyle, mark, 2)
	n := paint.Width(right)
	l.Fit(paint.Text, title, b.width-4-n-1).Space(1).Put(rightStyle, right)
	b.lines = append(b.lines, l.String())
}

func (b *builder) task(i int) {
	s := b.scene
	t, p := s.Roadmap.Tasks()[i], &s.Plan.Tasks[i]
	b.text(paint.Bold, t.Title, 3)
	b.text(paint.Dim, strings.Join(about(s, t), " · "), 4)
	b.flags(scene.Ref{Task: t.ID})
	b.gap()
	b.dates(t, p, i)
	b.since(i)
	b.work(t)
	b.field("Also needs", needs(s, t), paint.Text)
	b.field("Promised", promised(s, t), paint.Text)
	b.field("", phrase.Context{Today: s.Today, Dates: s.Plan.Dates, Roadmap: s.Roadmap}.Away(t), paint.Risk)
	b.asks(t)
	b.field("Not before", optionalDay(t.NotBefore, s.Today), paint.Text)
	b.blockers(t)
	if s.Passing {
		return
	}
	if f := s.TaskFlag(i); f != nil && len(s.Reasons(f)) > 0 {
		b.why(s.Reasons(f))
	} else if p.Planned && t.Status.Open() {
		b.why(s.Why(i))
	}
	b.ledger(scene.Ref{Task: t.ID})
	b.links(i)
	if t.Notes != "" {
		b.heading("Notes")
		b.text(paint.Text, t.Notes, 40)
	}
}

// about is what a task belongs to.
func about(s *scene.Scene, t *roadmap.Task) []string {
	out := []string{map[roadmap.Status]string{roadmap.Todo: "to do", roadmap.Doing: "in progress", roadmap.Done: "done", roadmap.Dropped: "dropped"}[t.Status]}
	for _, v := range []string{s.TeamName(t.Team), s.Title(scene.Ref{Goal: t.Goal}), t.Phase} {
		if v != "" {
			out = append(out, v)
		}
	}
	if t.Priority != roadmap.DefaultPriority {
		out = append(out, fmt.Sprintf("p%d", t.Priority))
	}
	for _, tag := range t.Tags {
		out = append(out, "#"+tag)
	}
	return out
}

func (b *builder) flags(r scene.Ref) {
	for _, f := range b.scene.FlagsOn(r) {
		mark, style := b.scene.Theme.Flag(f)
		if mark == " " {
			mark = b.scene.Theme.Dot
		}
		for i, l := range b.scene.Theme.Wrap(FlagLine(b.scene, f), b.width-4, 3) {
			if i > 0 {
				mark = " "
			}
			b.line(paint.Span{Style: style, Text: mark + " " + l})
		}
		if words := knownLine(b.scene, f); words != "" {
			for _, l := range b.scene.Theme.Wrap(words, b.width-4, 3) {
				b.line(paint.Span{Style: paint.Dim, Text: "  " + l})
			}
		}
	}
}

func (b *builder) dates(t *roadmap.Task, p *schedule.TaskPlan, i int) {
	s := b.scene
	if p.Planned {
		name := "Forecast"
		if t.Status == roadmap.Done {
			name = "Was"
		}
		b.field(name, between(p.Start, p.Finish, s.Today, p.OpenEnd), paint.Text)
	}
	if c, ok := s.Plan.RestsOn(i); ok && c.Task != t.ID {
		b.field("Rests on", c.Text, paint.Late)
	}
	if base, ok := s.InBaseline(i); ok {
		days, _ := s.LateByBaseline(i)
		value := between(base.Start, base.Finish, s.Today, false)
		if days != 0 {
			value += "  " + paint.Delta(days, false)
		}
		b.field("Baseline", value, paint.Text)
	}
	if t.Deadline != 0 {
		style := paint.Text
		if p.Planned && p.Finish > t.Deadline {
			style = paint.Late
		}
		due := paint.Weekday(t.Deadline, s.Today)
		if d, ok := s.DoneDeadline(scene.Ref{Task: t.ID}); ok && d.Days != 0 {
			due += "  " + paint.Delta(d.Days, false)
		}
		b.field("Deadline", due, style)
	}
	if p.Planned && t.Status.Open() {
		style := paint.Text
		if p.Slack < 0 {
			style = paint.Late
		}
		b.field("Slack", slackWords(s, p, i), style)
	}
}

// tried is by how much a what-if moves a task's finish, and to which day it goes without it.
func (b *builder) tried(task int) {
	s := b.scene
	t, p := s.Roadmap.Tasks()[task], &s.Plan.Tasks[task]
	i := s.Ghost.Roadmap.TaskIndex(t.ID)
	if i < 0 {
		b.field("Changed", "new in this what-if", paint.Text)
		return
	}
	if old := &s.Ghost.Tasks[i]; old.Planned && p.Planned && old.Finish != p.Finish {
		days := s.Roadmap.TaskCalendar(t).Between(old.Finish, p.Finish)
		b.field("Changed", paint.Delta(days, false)+" in this what-if, else to "+paint.Day(old.Finish, s.Today), paint.Text)
	}
}

// since is what has become of a task since the day that is compared with; in a what-if what that makes of it.
func (b *builder) since(task int) {
	s := b.scene
	if s.Ghost != nil {
		b.tried(task)
		return
	}
	words, before := s.TaskSince(task)
	if words == "" {
		return
	}
	words += " since " + paint.Weekday(s.Since.Day, s.Today)
	if before >= 0 && s.Roadmap.Tasks()[task].Status.Open() && s.Since.Plan.Tasks[before].Planned {
		words += ", then to " + paint.Day(s.Since.Plan.Tasks[before].Finish, s.Today)
	}
	b.field("Changed", words, paint.Text)
}

func slackWords(s *scene.Scene, p *schedule.TaskPlan, i int) string {
	if p.Slack < 0 {
		return fmt.Sprintf("%dd: had to end %s", p.Slack, paint.Day(p.LateFinish, s.Today))
	}
	out := fmt.Sprintf("%dd, to %s", p.Slack, paint.Day(p.LateFinish, s.Today))
	if room := s.Plan.Room(i); room < p.Slack {
		out += fmt.Sprintf("; room %dd", room)
	}
	return out
}

func (b *builder) work(t *roadmap.Task) {
	if t.IsMilestone() {
		b.field("Effort", "milestone", paint.Text)
		return
	}
	value := paint.Effort(t.WorkEffort())
	if t.Unestimated() {
		value = "not estimated"
	}
	if t.People > 1 {
		value += fmt.Sprintf(" by %d people", t.People)
	}
	if t.Status.Open() && t.Remaining.Given() && t.Remaining != t.WorkEffort() {
		value += ", " + paint.Effort(t.Remaining) + " left"
	}
	b.field("Effort", value, paint.Text)
	if t.Status.Open() && t.Told != 0 && t.Told < b.scene.Today {
		b.field("Told", paint.Weekday(t.Told, b.scene.Today), paint.Dim)
	}
}

func needs(s *scene.Scene, t *roadmap.Task) string {
	var out []string
	for _, n := range t.AlsoNeeds {
		out = append(out, fmt.Sprintf("%d of %s", n.People, s.TeamName(n.Team)))
	}
	return strings.Join(out, ", ")
}

func promised(s *scene.Scene, t *roadmap.Task) string {
	if t.Promised == 0 {
		return ""
	}
	out := paint.Weekday(t.Promised, s.Today)
	if n := len(t.Promises); n > 1 {
		out += " (was " + paint.Day(t.Promises[n-2].Date, s.Today) + ")"
	}
	return out
}

func optionalDay(d, today roadmap.Date) string {
	if d == 0 {
		return ""
	}
	return paint.Weekday(d, today)
}

func (b *builder) blockers(t *roadmap.Task) {
	for _, k := range t.OpenBlockers() {
		value := k.Text + ", since " + paint.Day(k.Since, b.scene.Today)
		if k.Until != 0 {
			value += ", until " + paint.Day(k.Until, b.scene.Today)
		} else {
			value += ", no end known"
		}
		if k.Owner != "" {
			value += " (" + k.Owner + ")"
		}
		b.field("Blocker", value, paint.Late)
	}
}

// longestChain is how long a chain may be before runs of its links are drawn as one.
const longestChain = 4

// why is the chain of causes as a tree, the days each link costs at the right; they add up to the slip.
func (b *builder) why(chain []schedule.Cause) {
	if len(chain) == 0 {
		return
	}
	b.whyAt = len(b.lines)
	b.heading("Why")
	if len(chain) > longestChain {
		chain = scene.Together(chain)
	}
	costs := slices.ContainsFunc(chain, func(c schedule.Cause) bool { return c.Days != 0 })
	for i, c := range chain {
		b.cause(i, c, costs)
	}
}

// cause is a link of a chain, with its days where any link costs some.
func (b *builder) cause(depth int, c schedule.Cause, costs bool) {
	right, endless := "", b.scene.Endless(c)
	if costs || endless {
		right = b.scene.Theme.ShortDelta(c.Days, endless)
	}
	indent := min(depth, 6)
	lead := b.scene.Theme.Spaces(indent) + b.scene.Theme.Branch + " "
	n := max(paint.Width(right), 4)
	for i, text := range b.scene.Theme.Wrap(c.Text, b.width-3-paint.Width(lead)-n, 3) {
		l := b.scene.Theme.Line(b.width).Space(1)
		if i > 0 {
			lead, right = b.scene.Theme.Spaces(paint.Width(lead)), ""
		}
		l.Put(paint.Rule, lead).Fit(paint.Text, text, b.width-3-paint.Width(lead)-n).Space(1).Right(paint.DeltaStyle(c.Days, endless), right, n)
		b.lines = append(b.lines, l.String())
	}
}

func (b *builder) links(task int) {
	net := b.scene.Roadmap.Network()
	if pre := net.Predecessors(task); len(pre) > 0 {
		b.heading("Waits for")
		b.linked(pre)
	}
	if next := net.Successors(task); len(next) > 0 {
		b.heading("Waited for by")
		b.linked(next)
	}
}

// mostLinks is how many links of a kind the pane lists.
const mostLinks = 12

func (b *builder) linked(links []roadmap.Link) {
	s := b.scene
	for k, l := range links {
		if k == mostLinks {
			b.line(paint.Span{Style: paint.Dim, Text: fmt.Sprintf("  and %d more", len(links)-k)})
			return
		}
		t, p := s.Roadmap.Tasks()[l.Task], &s.Plan.Tasks[l.Task]
		mark, style := s.Theme.Status(t.Status)
		right := paint.DayOrLater(p.Finish, s.Today, p.OpenEnd)
		if words := linkWords(l); words != "" {
			right = words + "  " + right
		}
		b.named(mark, style, t.Title, right, paint.Dim)
	}
}

// linkWords is what is unusual about a link: its lag, "2d later" or "10d earlier", and any type but finish-to-start.
func linkWords(l roadmap.Link) string {
	var out []string
	switch {
	case l.Lag > 0:
		out = append(out, fmt.Sprintf("%dd later", l.Lag))
	case l.Lag < 0:
		out = append(out, fmt.Sprintf("%dd earlier", -l.Lag))
	}
	if l.Type != roadmap.FinishToStart {
		out = append(out, l.Type.String())
	}
	return strings.Join(out, " ")
}

func (b *builder) goal(g *roadmap.Goal) {
	s, r := b.scene, scene.Ref{Goal: g.ID}
	b.text(paint.Bold, g.Title, 3)
	b.flags(r)
	b.gap()
	if d, ok := s.Deadline(r); ok {
		b.field("Deadline", paint.Weekday(d.Date, s.Today), paint.Text)
		if d.Silent {
			b.field("Forecast", paint.Day(d.Forecast, s.Today)+", no word yet", paint.Late)
		} else if d.Forecast != 0 {
			b.field("Forecast", paint.DayOrLater(d.Forecast, s.Today, d.OpenEnd)+"  "+paint.Delta(d.Days, false), paint.DeltaStyle(d.Days, d.OpenEnd))
		}
	} else if d, ok := s.DoneDeadline(r); ok {
		b.field("Deadline", paint.Weekday(d.Date, s.Today), paint.Text)
		b.field("Done", strings.TrimPrefix(paint.DoneShort(&d, s.Today), "done "), paint.DoneStyle(&d))
	} else if g.Deadline != 0 {
		b.field("Deadline", paint.Weekday(g.Deadline, s.Today)+", all its tasks were dropped", paint.Text)
	}
	if m := g.Metric; m != nil {
		b.metric(m)
	}
	if s.Passing {
		return
	}
	if f := s.Flag(r); f != nil {
		b.why(s.Reasons(f))
	}
	b.ledger(r)
	b.tasks("Its tasks, late ones first", func(t *roadmap.Task) bool { return t.Goal == g.ID })
	if g.Notes != "" {
		b.heading("Notes")
		b.text(paint.Text, g.Notes, 40)
	}
}

// metric is where a metric began, stands and is to come to, as a bar, with a line of its values.
func (b *builder) metric(m *roadmap.Metric) {
	t := b.scene.Theme
	b.field("Metric", m.Name, paint.Text)
	words := fmt.Sprintf("  %s %s %s %s %s", paint.Number(m.Baseline), t.Arrow, paint.Number(m.Current()), t.Arrow, paint.Number(m.Target))
	room := b.width - 2 - labelWidth
	l := t.Line(b.width).Space(1 + labelWidth).Cells(t.Bar(m.Progress(), min(max(room-paint.Width(words), 0), 12), paint.Accent))
	b.lines = append(b.lines, l.Put(paint.Text, words).String())
	if n := len(m.Values); n > 0 {
		l := t.Line(b.width).Space(1 + labelWidth).Cells(t.Sparkline(m.All(), min(n, 12)))
		l.Put(paint.Dim, "  "+paint.Count(n, "value"))
		if to := ", to " + paint.Day(m.Values[n-1].Date, b.scene.Today); paint.Width(to) <= l.Left() {
			l.Put(paint.Dim, to)
		}
		b.lines = append(b.lines, l.String())
	}
}

func (b *builder) team(t *roadmap.Team) {
	s, r := b.scene, scene.Ref{Team: t.ID}
	b.text(paint.Bold, t.Name, 2)
	switch {
	case t.Supplier:
		b.line(paint.Span{Style: paint.Dim, Text: "supplier"})
	case t.Capacity == 0:
		b.line(paint.Span{Style: paint.Dim, Text: "no capacity given: nothing queues"})
	default:
		b.line(paint.Span{Style: paint.Dim, Text: people(t.Capacity)})
	}
	b.flags(r)
	b.gap()
	b.field("Contact", t.Contact, paint.Text)
	for _, off := range t.TimeOff {
		b.field("Off", off.Name+", "+between(off.From, off.To, s.Today, false), paint.Text)
	}
	if s.Passing {
		return
	}
	if f := s.Flag(r); f != nil {
		b.why(s.Reasons(f))
	}
	b.tasks("Its open tasks, late ones first", func(task *roadmap.Task) bool { return task.Team == t.ID && task.Status.Open() })
}
