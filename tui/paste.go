package tui

import (
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

// paste is lines that were pasted, on their way to become tasks, or teams, suppliers, goals and risks.
type paste struct {
	phrase.Paste
	m     *Model
	told  *answers                                                // the lines as answers to a check-in, where some are; else nil
	wrong int                                                     // lines that cannot be taken, as read last
	taken int                                                     // lines that were added before, while others stay here
	edit  func(title string, add func(*roadmap.Draft) error) bool // makes the edit; false where it was refused, and the message says why
}

// previewPaste shows what pasted lines became: answers to a check-in where most name an open task and say what is told of it, else
// tasks. What the open add line keeps, the tasks take. A key makes of the ones the others.
func (m *Model) previewPaste(text string, kept []input.Kept) {
	told := m.answersIn(text)
	tasks := func() {
		m.preview(phrase.ReadPaste(text, m.addContext(input.Typed{Kept: kept})), told, func(title string, add func(*roadmap.Draft) error) bool { return m.edit(title, "", add) })
	}
	if told != nil && told.most() {
		told.begin(tasks)
		return
	}
	tasks()
}

// previewPasteInto is previewPaste where the edit that adds the lines is made by another.
func (m *Model) previewPasteInto(text string, kept []input.Kept, edit func(title string, add func(*roadmap.Draft) error) bool) {
	m.preview(phrase.ReadPaste(text, m.addContext(input.Typed{Kept: kept})), nil, edit)
}

// previewItems shows what lines became that were pasted where teams, suppliers, goals and risks are added.
func (m *Model) previewItems(text string, kept []input.Kept) {
	m.preview(phrase.ReadItems(text, m.itemContext(kept)), nil, func(title string, add func(*roadmap.Draft) error) bool { return m.edit(title, "", add) })
}

func (m *Model) preview(read phrase.Paste, told *answers, edit func(title string, add func(*roadmap.Draft) error) bool) {
	p := &paste{Paste: read, m: m, told: told, edit: edit}
	if len(p.Paste.Rows) == 0 {
		m.say("nothing in what was pasted says what to do")
		return
	}
	preview := input.NewPreview("Paste", p, p.fields()...)
	preview.Caption(p.Says())
	m.put(&over{component: preview, left: p.left, taken: func(at int) tea.Cmd {
		switch fields := p.fields(); {
		case at == 0:
			m.takePaste(p, preview)
		case fields[at-1].Key == "o":
			p.chooseGoal(preview)
		case fields[at-1].Key == "t":
			p.chooseTeam(preview)
		default:
			m.close()
			p.told.begin(nil)
		}
		return nil
	}})
}

// fields are the goal and the team of the tasks whose lines name none, where any line is a task, and the key that takes the lines as
// answers, where some are.
func (p *paste) fields() []input.PreviewField {
	var out []input.PreviewField
	if slices.ContainsFunc(p.Paste.Rows, func(r phrase.Pasted) bool { return r.Kind == phrase.PastedTask }) {
		teamID, goalID := p.Kept()
		team, goal := "none", "none"
		if t := p.m.session.Roadmap().Team(teamID); t != nil {
			team = t.Name
		}
		if g := p.m.session.Roadmap().Goal(goalID); g != nil {
			goal = g.Title
		}
		out = []input.PreviewField{{Key: "o", Name: "goal", Value: goal}, {Key: "t", Name: "team", Value: team}}
	}
	if p.told != nil {
		out = append(out, input.PreviewField{Key: "r", Name: "as answers"})
	}
	return out
}

// chooseGoal opens the goals, one of which the lines get that name none and stand under no heading.
func (p *paste) chooseGoal(preview *input.Preview) {
	team, goal := p.Kept()
	rows := []input.Row{{Title: "no goal", Checked: goal == ""}}
	for _, g := range p.m.session.Roadmap().Goals() {
		rows = append(rows, input.Row{ID: g.ID, Title: g.Title, Also: g.ID, Columns: []string{paint.Day(g.Deadline, p.m.session.Today())}, Checked: g.ID == goal})
	}
	p.choose(preview, "Goal of the lines that name none", input.Column{Name: "Deadline", Width: 11, Right: true}, rows,
		func(id string) { p.Keep(team, id) })
}

// chooseTeam opens the teams, one of which the lines get that name none.
func (p *paste) chooseTeam(preview *input.Preview) {
	team, goal := p.Kept()
	rows := []input.Row{{Title: "no team", Checked: team == ""}}
	for _, t := range p.m.session.Roadmap().Teams() {
		kind := optional(t.Supplier, "supplier")
		if t.Capacity > 0 {
			kind = strconv.Itoa(t.Capacity)
		}
		rows = append(rows, input.Row{ID: t.ID, Title: t.Name, Also: t.ID, Columns: []string{kind}, Checked: t.ID == team})
	}
	p.choose(preview, "Team of the lines that name none", input.Column{Name: "Capacity", Width: 11, Right: true}, rows, func(id string) { p.Keep(id, goal) })
}

// choose opens rows over the preview; the one that is taken is kept, and the preview shows what that makes of the lines.
func (p *paste) choose(preview *input.Preview, title string, column input.Column, rows []input.Row, keep func(id string)) {
	picker := input.NewPicker(input.PickerOptions{
		Sides: []input.Side{{Title: title, Rows: rows}}, Columns: []input.Column{column}, Enter: "take", Hint: "letters of a name",
	})
	p.m.put(&over{component: picker, taken: func(at int) tea.Cmd {
		p.m.close()
		keep(rows[at].ID)
		preview.Show(p.fields()...)
		return nil
	}})
}

// takePaste adds all that is ticked. What cannot be taken stays in the preview alone, to be corrected.
func (m *Model) takePaste(p *paste, preview *input.Preview) {
	var ids []string
	part := p.Part()
	ok := p.edit("pasted "+contents(&part), func(d *roadmap.Draft) (err error) {
		ids, err = part.On(d)
		return err
	})
	if !ok {
		preview.Refuse(m.message)
		return
	}
	added := ids
	if len(ids) > 0 && m.session.Roadmap().Task(ids[0]) == nil {
		added = nil
	}
	rest := p.Rest(part, added, m.session.Roadmap())
	m.selectPasted(ids)
	if len(rest.Rows) > 0 {
		p.Paste, p.taken, p.told = rest, p.taken+1, nil
		preview.Show(p.fields()...)
		preview.GoOn("pasted " + contents(&part) + "; what cannot be taken is left here: e corrects, esc leaves it out")
		return
	}
	m.close()
	m.saidBelow()
}

// saidBelow has what is open under what was just closed show the message, too.
func (m *Model) saidBelow() {
	if top := m.top(); top != nil {
		if c, ok := top.component.(interface{ Say(string) }); ok {
			c.Say(m.message)
		}
	}
}

// selectPasted selects the first of what was added; a team only where teams are rows.
func (m *Model) selectPasted(ids []string) {
	r := m.session.Roadmap()
	switch {
	case len(ids) == 0:
	case r.Task(ids[0]) != nil:
		m.lastID = ids[len(ids)-1]
		m.selectRef(scene.Ref{Task: ids[0]})
	case r.Team(ids[0]) != nil:
		m.selectTeam(ids[0])
	case r.Goal(ids[0]) != nil:
		m.selectRef(scene.Ref{Goal: ids[0]})
	}
}

// left says what was left out of a paste of which some was taken.
func (p *paste) left() {
	if p.taken == 0 {
		return
	}
	var out []string
	for _, r := range p.Paste.Rows {
		if r.Take && r.Kind != phrase.PastedGoal && r.Kind != phrase.PastedPhase {
			out = append(out, r.Text)
		}
	}
	if len(out) > 0 {
		p.m.say(paint.Count(len(out), "pasted line") + " left out: " + strings.Join(out, " · "))
		p.m.saidBelow()
	}
}

// contents are "12 tasks, 2 teams and 1 goal".
func contents(p *phrase.Paste) string {
	tasks, items := p.Counts()
	out := []string{paint.Count(tasks, "task")}
	for _, k := range otherKinds {
		if n := items[k.kind]; n > 0 {
			out = append(out, paint.Count(n, k.kind))
		}
	}
	if tasks == 0 && len(out) > 1 {
		out = out[1:]
	}
	if last := len(out) - 1; last > 0 {
		return strings.Join(out[:last], ", ") + " and " + out[last]
	}
	return out[0]
}

// Rows are the lines as the preview shows them.
func (p *paste) Rows() []input.PreviewRow {
	read := p.ReadAll()
	out := make([]input.PreviewRow, len(read))
	p.wrong = 0
	for i := range out {
		if read[i].Err != nil {
			p.wrong++
		}
		out[i] = p.row(&p.Paste.Rows[i], &read[i])
		out[i].Instead = p.Instead(i)
	}
	return out
}

// Typed are the rows as the preview shows them while one of them is typed.
func (p *paste) Typed(row int, text string) []input.PreviewRow {
	was, wrong := p.Paste.Rows, p.wrong
	p.Paste.Rows = slices.Clone(was)
	p.Correct(row, text)
	out := p.Rows()
	p.Paste.Rows, p.wrong = was, wrong
	return out
}

func (p *paste) row(r *phrase.Pasted, read *phrase.Understood) input.PreviewRow {
	out := input.PreviewRow{Take: r.Take, Text: r.Text, Heading: r.Kind == phrase.PastedGoal || r.Kind == phrase.PastedPhase}
	if r.Kind == phrase.PastedTask && read.Status != roadmap.Todo {
		out.Status = read.Status
	}
	for _, c := range read.Chips {
		switch {
		case c.Problem != "":
		case c.Field == "kind":
			out.Became = append(out.Became, strings.TrimSuffix(c.Text, " as before"))
		case c.Field == "name" && out.Name == "":
			out.Name = strings.TrimPrefix(c.Text, "name ")
		case c.Text != "" && c.Start == c.End && !out.Heading: // what the open line keeps: the title of the preview says it
		case c.Field == "title" && out.Name == "":
			out.Name = strings.TrimPrefix(c.Text, "title ")
		case out.Heading && out.Name == "":
			out.Name = c.Text
		default:
			out.Became = append(out.Became, c.Text)
		}
	}
	if out.Name == "" {
		out.Name = r.Text
	}
	if read.Err != nil {
		out.Problem = input.Problem(read.Chips, read.Err)
	}
	return out
}

// Toggle ticks a line or unticks it.
func (p *paste) Toggle(i int) { p.Paste.Rows[i].Take = !p.Paste.Rows[i].Take }

// Reading is what all that is ticked would do.
func (p *paste) Reading() input.Reading {
	part := p.Paste
	if p.wrong > 0 {
		part = p.Part()
	}
	out := input.Reading{Says: contents(&part), Today: p.m.session.Today()}
	if p.More > 0 {
		out.Says += "; " + paint.Count(p.More, "line") + " left out"
	}
	if tasks, items := p.Counts(); tasks+len(items) == 0 {
		out.Problem = "nothing is ticked: space ticks a line, esc leaves"
		return out
	}
	if p.wrong > 0 {
		says := paint.Count(p.wrong, "line") + " cannot be taken"
		if tasks, items := part.Counts(); tasks+len(items) == 0 {
			out.Problem = says + ": e corrects, space leaves out"
			return out
		}
		out.Says += "; " + says
	}
	effects, _, err := p.m.session.Probe(func(d *roadmap.Draft) error { _, err := part.On(d); return err })
	if err != nil {
		out.Problem = err.Error()
	}
	out.Effects = effects
	return out
}
