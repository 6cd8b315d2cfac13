package tui

import (
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/plan"

	tea "github.com/charmbracelet/bubbletea"
)

// links opens the picker of what the selected task waits for, and what waits for it. Several marked tasks are chained.
func (m *Model) links() {
	tasks := m.someTargets()
	switch len(tasks) {
	case 0:
		return
	case 1:
	default:
		m.chain(tasks)
		return
	}
	l := &linking{model: m, roadmap: m.session.Roadmap(), task: tasks[0]}
	var p *input.Picker
	p = input.NewPicker(input.PickerOptions{
		Sides: []input.Side{
			{Title: tasks[0].Title + " waits for", Rows: l.rows(true), Empty: m.keyed("no other task yet: ‹a› adds some")},
			{Title: tasks[0].Title + " is waited for by", Rows: l.rows(false), Empty: m.keyed("no other task yet: ‹a› adds some")},
		},
		Columns: []input.Column{{Name: "Team", Width: 14}, {Name: "Finish", Width: 11, Right: true}},
		Many:    true, Enter: "save", Hint: "letters of a task or team, +2d :ss after them is a lag",
		Note: func(text string) (string, error) { return lagMeaning(text, p.Side() == 0) }, Read: l.read,
	})
	m.put(&over{component: p, taken: func(int) tea.Cmd {
		choices := p.Choices()
		title := l.title(choices)
		if title == "" || m.edit(title, "", func(d *roadmap.Draft) error { return l.apply(d, choices) }) {
			m.close()
		}
		return nil
	}})
}

// lagMeaning says what a lag and type mean, of the task whose links are shown or of the one that waits for it.
func lagMeaning(text string, before bool) (string, error) {
	typ, lag, err := phrase.ParseLag(text)
	if err != nil {
		return "", err
	}
	who, whose := "", "it"
	if !before {
		who, whose = "it ", "this"
	}
	verb, of := "starts", "ends"
	if typ == roadmap.FinishToFinish || typ == roadmap.StartToFinish {
		verb = "ends"
	}
	if typ == roadmap.StartToStart || typ == roadmap.StartToFinish {
		of = "starts"
	}
	how := "no sooner than"
	switch {
	case lag > 0:
		how = "at least " + paint.Count(lag, "day") + " after"
	case lag < 0:
		how = "at most " + paint.Count(-lag, "day") + " before"
	}
	return who + verb + " " + how + " " + whose + " " + of, nil
}

// linking is the links of one task being chosen.
type linking struct {
	model   *Model
	roadmap *roadmap.Roadmap
	task    *roadmap.Task
}

// rows are all other tasks, those linked already first and checked.
func (l *linking) rows(before bool) []input.Row {
	linked := l.linked(before)
	var first, rest []input.Row
	plan := l.model.session.Plan()
	for i, t := range l.roadmap.Tasks() {
		if t.ID == l.task.ID {
			continue
		}
		team := l.model.scene.TeamName(t.Team)
		row := input.Row{ID: t.ID, Title: t.Title, Columns: []string{team, paint.Day(plan.Tasks[i].Finish, l.model.session.Today())}, Also: team + " " + t.ID}
		if note, ok := linked[t.ID]; ok {
			row.Checked, row.Note = true, note
			first = append(first, row)
			continue
		}
		rest = append(rest, row)
	}
	return append(first, rest...)
}

func (l *linking) other(d *roadmap.Dependency, before bool) string {
	if before {
		return d.From
	}
	return d.To
}

// read tells what the choices would do to the deadlines, and which tasks cannot be chosen.
func (l *linking) read(choices [][]input.Choice) input.PickerReading {
	out := input.PickerReading{Today: l.model.session.Today(), Refused: l.refused(choices)}
	effects, _, err := l.model.session.Probe(func(d *roadmap.Draft) error { return l.apply(d, choices) })
	if out.Effects = effects; err != nil {
		out.Problem = err.Error()
	}
	return out
}

// refused tells why a task cannot be chosen with the choices made: it would wait for itself. What was unchecked holds nothing.
func (l *linking) refused(choices [][]input.Choice) func(side int, id string) string {
	var ways [2][]int32
	return func(side int, id string) string {
		if ways[side] == nil {
			ways[side] = l.ways(side, choices[1-side])
		}
		at := l.roadmap.TaskIndex(id)
		if at < 0 || ways[side][at] < 0 {
			return ""
		}
		words := "waits for " + l.task.Title
		if side == 1 {
			words = l.task.Title + " waits for it"
		}
		end := l.roadmap.TaskIndex(l.task.ID)
		for k, next := 0, int(ways[side][at]); next != end; k, next = k+1, int(ways[side][next]) {
			words += []string{" through ", ", "}[min(k, 1)] + l.roadmap.Tasks()[next].Title
		}
		return words
	}
}

// ways is for each task the next one on the shortest way from it to the task whose links are chosen, -1 where there is none:
// on side 0 of those that wait for that one, on side 1 of those that it waits for. The choices are those of the other side.
func (l *linking) ways(side int, choices []input.Choice) []int32 {
	net, self := l.roadmap.Network(), l.roadmap.TaskIndex(l.task.ID)
	next := net.Successors
	if side == 1 {
		next = net.Predecessors
	}
	way := make([]int32, len(l.roadmap.Tasks()))
	for i := range way {
		way[i] = -1
	}
	var todo []int
	reach := func(task, from int) {
		if task >= 0 && task != self && way[task] < 0 {
			way[task] = int32(from)
			todo = append(todo, task)
		}
	}
	for _, c := range choices {
		reach(l.roadmap.TaskIndex(c.ID), self)
	}
	for k := 0; k < len(todo); k++ {
		for _, link := range next(todo[k]) {
			reach(int(link.Task), todo[k])
		}
	}
	return way
}

// apply makes the links of the task those chosen.
func (l *linking) apply(d *roadmap.Draft, choices [][]input.Choice) error {
	for side, chosen := range choices {
		before := side == 0
		was, same, want := l.linked(before), map[string]bool{}, map[string]string{}
		for _, c := range chosen {
			want[c.ID] = c.Note
		}
		deps := l.roadmap.Predecessors(l.task.ID)
		if !before {
			deps = l.roadmap.Successors(l.task.ID)
		}
		for _, old := range deps {
			note, stays := want[l.other(old, before)]
			if stays && lagText(note) == was[l.other(old, before)] { // also where two of different types join the same tasks
				same[l.other(old, before)] = true
				continue
			}
			if err := d.Unlink(*old); err != nil {
				return err
			}
		}
		chosen = slices.DeleteFunc(slices.Clone(chosen), func(c input.Choice) bool { return same[c.ID] })
		if err := l.link(d, chosen, before); err != nil {
			return err
		}
	}
	return nil
}

func (l *linking) link(d *roadmap.Draft, chosen []input.Choice, before bool) error {
	for _, c := range chosen {
		dep := roadmap.Dependency{From: c.ID, To: l.task.ID}
		if !before {
			dep = roadmap.Dependency{From: l.task.ID, To: c.ID}
		}
		if c.Note != "" {
			var err error
			if dep.Type, dep.Lag, err = phrase.ParseLag(c.Note); err != nil {
				return err
			}
		}
		if err := d.Link(dep); err != nil {
			return err
		}
	}
	return nil
}

// title says what is changed: "Trial run waits for Assembly trial +2d", "Trial run no longer waits for Press kit"; of several
// links the first, new ones before others, and how many more. It is empty where nothing is.
func (l *linking) title(choices [][]input.Choice) string {
	var said, gone []string
	for side, chosen := range choices {
		now := map[string]string{}
		for _, c := range chosen {
			now[c.ID] = lagText(c.Note)
		}
		old := l.linked(side == 0)
		for _, c := range chosen {
			if note, was := old[c.ID]; !was || note != now[c.ID] {
				said = append(said, strings.TrimSpace(l.sentence(side, " waits for ", c.ID)+" "+c.Note))
			}
		}
		for _, t := range l.roadmap.Tasks() {
			if _, was := old[t.ID]; was {
				if _, stays := now[t.ID]; !stays {
					gone = append(gone, l.sentence(side, " no longer waits for ", t.ID))
				}
			}
		}
	}
	said = append(said, gone...)
	switch len(said) {
	case 0:
		return ""
	case 1:
		return said[0]
	}
	return said[0] + ", " + paint.Count(len(said)-1, "more link")
}

// sentence says something of the task and another one, the one that waits first.
func (l *linking) sentence(side int, verb, other string) string {
	first, second := l.task.Title, l.roadmap.Task(other).Title
	if side == 1 {
		first, second = second, first
	}
	return first + verb + second
}

// linked are the tasks that the task waits for, or that wait for it, with lag and type as they are typed.
func (l *linking) linked(before bool) map[string]string {
	out := map[string]string{}
	deps := l.roadmap.Predecessors(l.task.ID)
	if !before {
		deps = l.roadmap.Successors(l.task.ID)
	}
	for _, d := range deps {
		out[l.other(d, before)] = phrase.LagText(d.Type, d.Lag)
	}
	return out
}

// lagText is a lag and type as they are typed, however they were.
func lagText(note string) string {
	typ, lag, err := phrase.ParseLag(note)
	if err != nil {
		return note
	}
	return phrase.LagText(typ, lag)
}

// chain makes each marked task wait for the one in the row above it.
func (m *Model) chain(tasks []*roadmap.Task) {
	order := ids(tasks)
	if v, ok := m.tabs[m.active].view.(*plan.View); ok {
		some := map[string]bool{}
		for _, id := range order {
			some[id] = true
		}
		order = v.InOrder(m.scene, some)
	}
	if len(order) < 2 {
		m.tell("mark at least two tasks that are shown: ‹L› chains them in their order")
		return
	}
	m.edit("chained "+paint.Count(len(order), "task"), "", func(d *roadmap.Draft) error {
		for i := 1; i < len(order); i++ {
			if err := d.Link(roadmap.Dependency{From: order[i-1], To: order[i]}); err != nil {
				return err
			}
		}
		return nil
	})
}
