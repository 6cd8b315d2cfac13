package tui

import (
	"errors"
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

// form opens the form of a task, goal, team or risk.
func (m *Model) form(of scene.Ref) {
	switch r := m.session.Roadmap(); {
	case r.Task(of.Task) != nil:
		t := r.Task(of.Task)
		m.openForm(roadmap.KindTask, t.ID, t.Title, m.taskFields(t))
	case r.Goal(of.Goal) != nil:
		g := r.Goal(of.Goal)
		m.openForm(roadmap.KindGoal, g.ID, g.Title, m.goalFields(g))
	case r.Team(of.Team) != nil:
		t := r.Team(of.Team)
		m.openForm(roadmap.KindTeam, t.ID, t.Name, m.teamFields(t))
	case r.Risk(of.Risk) != nil:
		k := r.Risk(of.Risk)
		m.openForm(roadmap.KindRisk, k.ID, k.Title, m.riskFields(k))
	default:
		m.say("select a task, a goal, a team or a risk to edit it")
	}
}

// openForm shows fields; what differs on saving is one edit.
func (m *Model) openForm(kind roadmap.Kind, id, title string, fields []input.Field) {
	change := func(values []input.Value) func(*roadmap.Draft) error {
		return func(d *roadmap.Draft) error { return m.setFields(d, kind, id, values) }
	}
	for i := range fields {
		m.understood(kind, &fields[i])
	}
	var form *input.Form
	check := func([]input.Value) input.FormReading {
		out := input.FormReading{Today: m.session.Today()}
		if form == nil {
			return out
		}
		effects, _, err := m.session.Probe(change(form.Changed()))
		if out.Effects = effects; err != nil {
			out.Problem = inShort(err)
			if own := (*roadmap.Error)(nil); errors.As(err, &own) && own.Field != "" {
				out.Problem, out.Field = own.Problem, own.Field
			}
		}
		return out
	}
	word := strings.ToUpper(kind.String()[:1]) + kind.String()[1:]
	form = input.NewForm(input.FormOptions{Title: word + " " + title, Fields: fields, Enter: "save", Check: check})
	m.put(&over{component: form, taken: func(int) tea.Cmd {
		changed := form.Changed()
		if len(changed) == 0 {
			m.close()
			return nil
		}
		if m.edit(title+": "+m.formSays(kind, id, changed, change(changed)), "", change(changed)) {
			m.close()
			return nil
		}
		form.Refuse("", m.message)
		return nil
	}})
}

// setFields sets what was changed in a form; a goal's metric also as a whole.
func (m *Model) setFields(d *roadmap.Draft, kind roadmap.Kind, id string, values []input.Value) error {
	if kind == roadmap.KindGoal {
		return m.setGoal(d, id, values)
	}
	for _, v := range values {
		if err := phrase.SetField(d, kind, id, v.Name, v.Text, m.context()); err != nil {
			return err
		}
	}
	return nil
}

// said are the fields beside which stands what was understood, in other words than those that are typed.
var said = []string{"weekdays", "time_off", "extra", "also_needs"}

// understood has a field say what is wrong with what is typed into it, and what that was understood as.
func (m *Model) understood(kind roadmap.Kind, f *input.Field) {
	if f.Read != nil || f.Lines {
		return
	}
	name := f.Name
	if kind == roadmap.KindTask && (name == "team" || name == "also_needs") {
		f.Doubt = func(text string) string { return m.newTeams(name, text) }
	}
	f.Read = func(text string) (string, error) {
		words, err := phrase.FieldSays(kind, name, text, m.context())
		if err != nil || strings.TrimSpace(text) == "" || !slices.Contains(said, name) {
			return "", err
		}
		return strings.ReplaceAll(strings.TrimPrefix(words, strings.ReplaceAll(name, "_", " ")+" "), ", "+strings.ReplaceAll(name, "_", " ")+" ", ", "), nil
	}
}

// newTeams says which teams a field would make, and which ones a name may have been meant for: "team Mechanicz (new): nearest is
// Mechanics".
func (m *Model) newTeams(field, text string) string {
	var out []string
	for _, t := range phrase.NewTeams(field, text, m.context()) {
		words := "team " + t.Name + " (new)"
		if len(t.Near) > 0 {
			words += ": nearest is " + roadmap.Alternatives(t.Near)
		}
		out = append(out, words)
	}
	return strings.Join(out, "; ")
}

func (m *Model) dateField(name, label string, d roadmap.Date) input.Field {
	return input.Field{Name: name, Label: label, Value: d.String(), Hint: "12-mar, fri, +2w, eom", Read: input.Dates(m.context)}
}

func (m *Model) taskFields(t *roadmap.Task) []input.Field {
	r := m.session.Roadmap()
	var statuses []string
	for s := roadmap.Todo; s <= roadmap.Dropped; s++ {
		statuses = append(statuses, s.String())
	}
	effort := ""
	if t.Effort.Given() {
		effort = paint.Effort(t.Effort)
	}
	left := ""
	if t.Remaining.Given() {
		left = paint.Effort(t.Remaining)
	}
	return []input.Field{
		{Name: "title", Label: "Title", Value: t.Title, Read: input.Needed("a title", nil)},
		{Name: "team", Label: "Team", Value: m.scene.TeamName(t.Team), Hint: "a new name makes a new team", Complete: input.Choices(teamNames(r)...)},
		{Name: "effort", Label: "Effort", Value: effort, Hint: "3d, 2w, 0d for a milestone", Read: input.Efforts},
		{Name: "people", Label: "People", Value: strconv.Itoa(t.People), Hint: "1"},
		{Name: "also_needs", Label: "Also needs", Value: m.alsoNeeds(t), Hint: "design*2"},
		{Name: "goal", Label: "Goal", Value: goalTitle(r, t.Goal), Complete: input.Choices(goalTitles(r)...)},
		{Name: "phase", Label: "Phase", Value: t.Phase, Complete: input.Choices(r.Settings().Phases...)},
		{Name: "status", Label: "Status", Value: t.Status.String(), Complete: input.Choices(statuses...)},
		{Name: "remaining", Label: "Left", Value: left, Hint: "4d", Read: input.Efforts},
		m.dateField("deadline", "Deadline", t.Deadline), m.dateField("not_before", "Not before", t.NotBefore), m.dateField("promised", "Promised", t.Promised),
		m.actualField("started", "Started", t.Started), m.actualField("finished", "Finished", t.Finished),
		{Name: "priority", Label: "Priority", Value: "p" + strconv.Itoa(t.Priority), Hint: "p1 to p4"},
		{Name: "tags", Label: "Tags", Value: strings.Join(t.Tags, ","), Hint: "hardware,launch"},
		{Name: "notes", Label: "Notes", Value: t.Notes, Lines: true},
	}
}

func (m *Model) actualField(name, label string, d roadmap.Date) input.Field {
	actual := func() phrase.Context {
		ctx := m.context()
		ctx.Actual = true
		return ctx
	}
	return input.Field{Name: name, Label: label, Value: d.String(), Hint: "today, fri, 12-mar", Read: input.Dates(actual)}
}

func (m *Model) alsoNeeds(t *roadmap.Task) string {
	var out []string
	for _, n := range t.AlsoNeeds {
		name := m.scene.TeamName(n.Team)
		if strings.ContainsRune(name, ' ') {
			name = strconv.Quote(name)
		}
		out = append(out, fmt.Sprintf("%s*%d", name, n.People))
	}
	return strings.Join(out, ",")
}

func teamNames(r *roadmap.Roadmap) []string {
	var out []string
	for _, t := range r.Teams() {
		out = append(out, t.Name)
	}
	return out
}

func goalTitles(r *roadmap.Roadmap) []string {
	var out []string
	for _, g := range r.Goals() {
		out = append(out, g.Title)
	}
	return out
}

func goalTitle(r *roadmap.Roadmap, id string) string {
	if g := r.Goal(id); g != nil {
		return g.Title
	}
	return ""
}

func (m *Model) teamFields(t *roadmap.Team) []input.Field {
	capacity := ""
	if t.Capacity > 0 {
		capacity = strconv.Itoa(t.Capacity)
	}
	return []input.Field{
		{Name: "name", Label: "Name", Value: t.Name, Read: input.Needed("a name", nil)},
		{Name: "capacity", Label: "People", Value: capacity, Hint: "how many can work at once"},
		{Name: "supplier", Label: "Supplier", Value: yesNo(t.Supplier), Complete: input.Choices("yes", "no")},
		{Name: "weekdays", Label: "Week", Value: strings.Join(t.Weekdays.Names(), ","), Hint: "mon-thu; empty: the roadmap's"},
		{Name: "time_off", Label: "Time off", Value: periods(t.TimeOff), Hint: "2-mar..4-mar Offsite, 6-apr..17-apr*1 Ana away"},
		{Name: "extra", Label: "Extra", Value: periods(t.Extra), Hint: "1-mar..29-may*1 Contractor"},
		{Name: "contact", Label: "Contact", Value: t.Contact, Hint: "Ana, ana@example.com"},
	}
}

func yesNo(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

// periods are runs of days as they are typed, as "2026-04-06..2026-04-17*1 Ana away".
func periods(all []roadmap.Period) string {
	out := make([]string, len(all))
	for i, p := range all {
		out[i] = p.From.String() + ".." + p.To.String()
		if p.People > 0 {
			out[i] += "*" + strconv.Itoa(p.People)
		}
		if p.Name != "" {
			out[i] += " " + p.Name
		}
		if strings.ContainsAny(p.Name, `,"`) {
			out[i] = strconv.Quote(out[i])
		}
	}
	return strings.Join(out, ", ")
}
