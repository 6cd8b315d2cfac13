package tui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

// set opens the line that sets fields of the selection or the marks, begun with a text.
func (m *Model) set(begun string) {
	if of := m.things(); len(of) > 0 && scene.KindOf(of[0]) != roadmap.KindTask {
		m.setItems(of, begun)
		return
	}
	tasks := m.someTargets()
	if len(tasks) == 0 {
		return
	}
	read := func(t input.Typed) input.Reading { return m.readSet(t, ids(tasks)) }
	line := input.NewLine(input.LineOptions{
		Prompt: "set " + called(tasks) + m.notShown(refs(tasks)), Text: begun, Hint: "7d @firmware due:12-mar start:fri because:\"…\"", Enter: "set", Esc: "leave",
		History: m.typedBefore["set"], Read: read, Deadlines: true,
	})
	m.put(&over{component: line, taken: func(int) tea.Cmd { m.setOn(line, tasks); return nil }})
}

func (m *Model) readSet(t input.Typed, ids []string) input.Reading {
	ctx := m.setContext(ids)
	s := phrase.ParseSet(t.Text, ctx)
	out := input.Reading{Chips: s.Chips, Candidates: phrase.Complete(t.Text, t.Cursor, ctx), Today: ctx.Today}
	if s.Empty() {
		return out
	}
	if err := s.Problem(); err != nil {
		out.Problem = err.Error()
		return out
	}
	m.probe(&out, func(d *roadmap.Draft) error { return s.On(d, ids...) })
	out.Notes = append(append(m.wiped(s, ids), m.awayAnew(s, ids)...), out.Notes...)
	return out
}

// setContext is what a line that sets is read against: of one task it may count from how that stands.
func (m *Model) setContext(ids []string) phrase.Context {
	ctx := m.context()
	if t := m.session.Roadmap().Task(ids[0]); len(ids) == 1 && t != nil {
		ctx.Of = &phrase.Standing{Task: t, Planned: t}
	}
	return ctx
}

// wiped is what a line takes away, of one task or of how many, that was known of how they stand, and does not name.
func (m *Model) wiped(s phrase.Set, ids []string) []paint.Span {
	r := m.session.Roadmap()
	d := r.Edit(m.session.Today())
	if s.On(d, ids...) != nil {
		return nil
	}
	var one []paint.Span
	n := 0
	for _, id := range ids {
		if gone := wipes(r.Task(id), d.Task(id), m.session.Today()); gone != nil {
			one = gone
			n++
		}
	}
	if n > 1 {
		return []paint.Span{{Style: paint.Risk, Text: fmt.Sprintf("when %d of them began, ended and what is left goes", n)}}
	}
	return one
}

// awayAnew says of the first task that a line gives a promise for a day on which its team is off that it is.
func (m *Model) awayAnew(s phrase.Set, ids []string) []paint.Span {
	r := m.session.Roadmap()
	d := r.Edit(m.session.Today())
	if s.On(d, ids...) != nil {
		return nil
	}
	for _, id := range ids {
		if note := awayNote(m.context().AwayAnew(r.Task(id), d.Task(id))); note != nil {
			return note
		}
	}
	return nil
}

func (m *Model) setOn(line *input.Line, tasks []*roadmap.Task) {
	s := phrase.ParseSet(line.Text(), m.setContext(ids(tasks)))
	title := called(tasks) + ": " + meaning(s.Chips, line.Text())
	if len(tasks) == 1 {
		title = m.setTitle(s, tasks[0], title)
	}
	if !m.edit(title, s.Because, func(d *roadmap.Draft) error { return s.On(d, ids(tasks)...) }) {
		line.Refuse(m.message)
		return
	}
	m.alsoSay(title, madeTeams(s.NewTeams))
	m.typedBefore["set"] = append(line.Lines(), line.Text())
	m.close()
}

// meaning is a line as its chips say it, but for the reason, which is kept beside: "after Antenna module -10d, due Fri 12 Mar".
func meaning(chips []phrase.Chip, typed string) string {
	var out []string
	for _, c := range chips {
		if c.Field != "because" && c.Problem == "" {
			out = append(out, c.Text)
		}
	}
	if len(out) == 0 {
		return strings.TrimSpace(typed)
	}
	return strings.Join(out, ", ")
}

// setTitle names what a line changes of a task, as "Trial run: effort 5d → 6d"; where it is nothing that has a short name, it
// is the title given.
func (m *Model) setTitle(s phrase.Set, t *roadmap.Task, otherwise string) string {
	d := m.session.Roadmap().Edit(m.session.Today())
	if err := s.On(d, t.ID); err != nil {
		return otherwise
	}
	if words := m.differences(t, d.Task(t.ID), d); words != "" {
		return t.Title + ": " + words
	}
	return otherwise
}

// differences are the fields in which a task differs from what it was, as "effort 5d → 6d, deadline 22 Jan".
// Teams are named by the draft of now, which may have made the new one.
func (m *Model) differences(was, now *roadmap.Task, d *roadmap.Draft) string {
	day := func(d roadmap.Date) string { return optional(d != 0, paint.Day(d, m.session.Today())) }
	left := func(t *roadmap.Task) string { // that nothing is left of what is done need not be said
		return optional(!t.Status.Open(), paint.Effort(was.Remaining)) + optional(t.Status.Open(), paint.Effort(t.Remaining))
	}
	effort := func(t *roadmap.Task) string {
		return optional(t.Effort.Given() || t.Estimate.Given(), paint.Effort(t.WorkEffort()))
	}
	var out []string
	for _, f := range []struct{ name, was, now string }{
		{"title", inTitle(was.Title), inTitle(now.Title)}, {"team", m.teamIn(d, was.Team), m.teamIn(d, now.Team)},
		{"effort", effort(was), effort(now)}, {"status", was.Status.String(), now.Status.String()},
		{"started", day(was.Started), day(now.Started)},
		{"promise", day(was.Promised), day(now.Promised)}, {"deadline", day(was.Deadline), day(now.Deadline)},
		{"priority", strconv.Itoa(was.Priority), strconv.Itoa(now.Priority)}, {"people", strconv.Itoa(was.People), strconv.Itoa(now.People)},
		{"goal", m.scene.Title(scene.Ref{Goal: was.Goal}), m.scene.Title(scene.Ref{Goal: now.Goal})}, {"phase", was.Phase, now.Phase},
		{"start", day(was.NotBefore), day(now.NotBefore)}, {"left", paint.Effort(was.Remaining), left(now)},
	} {
		if words := differing(f.name, f.was, f.now); words != "" {
			out = append(out, words)
		}
	}
	return strings.Join(out, ", ")
}

func optional(ok bool, text string) string {
	if !ok {
		return ""
	}
	return text
}

// setItems sets fields of goals, teams or risks: each word is FIELD:VALUE, a bare date the goals' deadline, a bare number the teams'
// capacity, 20% and 8d what a risk's chance is and what it would cost.
func (m *Model) setItems(of []scene.Ref, begun string) {
	kind := scene.KindOf(of[0])
	if words := m.cannotHave(of, begun); words != "" {
		m.tell(words)
		return
	}
	parse := func(text string) phrase.ItemSet { return phrase.ParseItemSet(kind, text, m.context()) }
	on := func(set phrase.ItemSet) func(*roadmap.Draft) error {
		return func(d *roadmap.Draft) error {
			for _, r := range of {
				if err := set.On(d, idOf(r)); err != nil {
					return err
				}
			}
			return nil
		}
	}
	read := func(t input.Typed) input.Reading {
		set := parse(t.Text)
		out := input.Reading{Chips: set.Chips, Today: m.session.Today()}
		if len(set.Chips) == 0 {
			return out
		}
		if err := set.Problem(); err != nil {
			out.Problem = err.Error()
			return out
		}
		m.probe(&out, on(set))
		return out
	}
	line := input.NewLine(input.LineOptions{Prompt: "set " + m.calledThings(of) + m.notShown(of), Text: begun, Hint: itemHints[kind], Enter: "set", Esc: "leave", Read: read, Deadlines: true})
	m.put(&over{component: line, taken: func(int) tea.Cmd {
		set := parse(line.Text())
		if !m.edit(m.calledThings(of)+": "+m.itemsSay(of, set, line.Text(), on(set)), set.Because, on(set)) {
			line.Refuse(m.message)
			return nil
		}
		m.close()
		return nil
	}})
}

// itemHints are what can be typed of a goal, a team and a risk.
var itemHints = map[roadmap.Kind]string{
	roadmap.KindGoal: "12-mar · title:\"…\" · metric: leads 0 -> 400 · value:12 · parent:… · budget:250000",
	roadmap.KindTeam: "3 · mon-thu · name:\"…\" · contact:\"Ana, ana@example.com\"",
	roadmap.KindRisk: "20% · 8d · owner:ana · review:fri · mitigation:\"…\" · on:7 · status:closed",
}

// cannotHave says that goals, teams or risks have no team, or no deadline, where that is what a line begins with; else it is empty.
func (m *Model) cannotHave(of []scene.Ref, begun string) string {
	kind, rest := scene.KindOf(of[0]), ": select a task, or mark some with ‹v›"
	if len(m.scene.Marks) > 0 {
		rest = ", and " + m.are(of)
	}
	switch {
	case begun == "@":
		return "a " + kind.String() + " has no team" + rest
	case begun != "" && kind == roadmap.KindTeam:
		return "a team has no deadline" + rest
	case begun != "" && kind == roadmap.KindRisk:
		if len(m.scene.Marks) == 0 {
			rest = ""
		}
		return "a risk has no deadline, ‹s› review:fri says when it is looked at again" + rest
	}
	return ""
}

func idOf(r scene.Ref) string { return r.Task + r.Goal + r.Team + r.Risk }

// itemsSay is what a line does to a goal's deadline, what its metric is or a team's capacity, as "deadline 12 Mar → 20 Mar"; where
// that is not all, or it is of several, the line as it was understood.
func (m *Model) itemsSay(of []scene.Ref, set phrase.ItemSet, typed string, change func(*roadmap.Draft) error) string {
	otherwise := meaning(set.Chips, typed)
	d := m.session.Roadmap().Edit(m.session.Today())
	fields := slices.DeleteFunc(slices.Clone(set.Chips), func(c phrase.Chip) bool { return c.Field == "because" })
	if len(of) != 1 || len(fields) != 1 || change(d) != nil {
		return otherwise
	}
	on, words := of[0], ""
	if g := m.scene.Roadmap.Goal(on.Goal); g != nil {
		words = m.goalDiffers(g, d.Goal(on.Goal))
	} else if t := m.scene.Roadmap.Team(on.Team); t != nil {
		words = differing("capacity", strconv.Itoa(t.Capacity), strconv.Itoa(d.Team(on.Team).Capacity))
	}
	if words == "" {
		return otherwise
	}
	return words
}

// goalDiffers is how a goal's deadline differs from what it was, else the last value of its metric; empty where neither does, or the
// metric is another one.
func (m *Model) goalDiffers(was, now *roadmap.Goal) string {
	day := func(d roadmap.Date) string { return optional(d != 0, paint.Day(d, m.session.Today())) }
	words := differing("deadline", day(was.Deadline), day(now.Deadline))
	if words == "" && was.Metric != nil && now.Metric != nil && was.Metric.Name == now.Metric.Name {
		words = differing(now.Metric.Name, lastValue(was.Metric), lastValue(now.Metric))
	}
	return words
}

// lastValue is what a metric was the last time; empty where nobody has said.
func lastValue(m *roadmap.Metric) string {
	if len(m.Values) == 0 {
		return ""
	}
	return amount(m.Values[len(m.Values)-1].Value)
}

// differing is a field that became another: "effort 5d → 6d", "deadline 22 Jan", "no goal"; empty where it is as it was.
func differing(name, was, now string) string {
	switch {
	case was == now:
		return ""
	case was == "" || was == "-":
		return name + " " + now
	case (now == "" || now == "-") && (name == "started" || name == "left"): // how it stood is not known any more
		return name + " " + was + " goes"
	case now == "" || now == "-":
		return "no " + name
	}
	return name + " " + was + " → " + now
}
