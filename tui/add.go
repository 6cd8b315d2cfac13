package tui

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/plan"
	"bywhen/tui/scene"
	"bywhen/tui/teams"

	tea "github.com/charmbracelet/bubbletea"
)

// addTasks opens the line that adds tasks, one after the other, keeping team and goal, with a text that was pasted.
func (m *Model) addTasks(text string) {
	m.lastID = ""
	line := input.NewLine(input.LineOptions{
		Prompt: "add", Hint: "Antenna module @murata 10d after:design due:12-mar", Enter: "add, next", Esc: "done",
		Kept: m.keptFrom(m.scene.Selected), History: m.typedBefore["add"], Read: m.readAdd, Deadlines: true,
	})
	line.TakeUp(text)
	m.put(&over{component: line, taken: func(int) tea.Cmd { m.added(line); return nil }, left: func() { m.typedBefore["add"] = line.Lines() },
		paste: func(text string) { m.previewPaste(text, line.Typed().Kept) }})
}

// keptFrom is what a line begins with when it is opened on something: the goal or team that the rows are grouped by.
func (m *Model) keptFrom(sel scene.Ref) []input.Kept {
	r := m.scene.Roadmap
	if t := r.Task(sel.Task); t != nil {
		if m.groupedBy(plan.ByTeam) {
			return m.kept(t.Team, "")
		}
		return m.kept("", t.Goal)
	}
	if goals := r.Goals(); sel.Goal == "" && len(goals) == 1 {
		sel.Goal = goals[0].ID
	}
	return m.kept(sel.Team, sel.Goal)
}

func (m *Model) groupedBy(g plan.Grouping) bool {
	v, ok := m.tabs[m.active].view.(*plan.View)
	return ok && v.Group == g
}

func (m *Model) kept(team, goal string) []input.Kept {
	var out []input.Kept
	r := m.session.Roadmap()
	if t := r.Team(team); t != nil {
		out = append(out, input.Kept{Field: "team", ID: team, Text: "@" + t.Name})
	}
	if g := r.Goal(goal); g != nil {
		out = append(out, input.Kept{Field: "goal", ID: goal, Text: "goal:" + g.Title})
	}
	return out
}

func (m *Model) addContext(t input.Typed) phrase.Context {
	ctx := m.context()
	ctx.Before = m.lastID
	for _, k := range t.Kept {
		switch k.Field {
		case "team":
			ctx.Team = k.ID
		case "goal":
			ctx.Goal = k.ID
		}
	}
	return ctx
}

func (m *Model) readAdd(t input.Typed) input.Reading {
	ctx := m.addContext(t)
	line := phrase.ParseAdd(t.Text, ctx)
	out := input.Reading{Chips: line.Chips, Candidates: phrase.Complete(t.Text, t.Cursor, ctx), Today: ctx.Today}
	if t.Text == "" {
		return out
	}
	if err := line.Problem(); err != nil {
		out.Problem = err.Error()
		return out
	}
	if words, write := line.Unread(ctx); words != "" {
		out.Notes = []paint.Span{{Style: paint.Risk, Text: words + " is title: or " + write + "?"}}
	}
	m.probe(&out, func(d *roadmap.Draft) error { _, err := line.Add(d); return err })
	d := m.session.Roadmap().Edit(ctx.Today)
	if id, err := line.Add(d); err == nil {
		out.Notes = append(out.Notes, awayNote(ctx.AwayAnew(nil, d.Task(id)))...)
	}
	return out
}

// awayNote is under a line that a team is off on the day that it promises; nothing where it is not.
func awayNote(away string) []paint.Span {
	if away == "" {
		return nil
	}
	return []paint.Span{{Style: paint.Risk, Text: away}}
}

// added adds what was typed and goes on to the next line.
func (m *Model) added(line *input.Line) {
	typed := line.Typed()
	parsed := phrase.ParseAdd(typed.Text, m.addContext(typed))
	if asks := asksOfTeam(parsed.Chips); asks != "" {
		line.Refuse(asks)
		return
	}
	id := ""
	title := "added " + parsed.Task.Title
	says := madeTeams(parsed.NewTeams) + doubts(parsed.Chips)
	if words, write := parsed.Unread(m.addContext(typed)); words != "" {
		says += " (" + words + " is title: or " + write + "?)"
	}
	ok := m.edit(title, parsed.Because, func(d *roadmap.Draft) (err error) {
		id, err = parsed.Add(d)
		return err
	})
	if !ok {
		line.Refuse(m.message)
		return
	}
	m.alsoSay(title, says)
	m.lastID = id
	t := m.session.Roadmap().Task(id)
	m.selectRef(scene.Ref{Task: id})
	line.Next(m.kept(t.Team, t.Goal)...)
	line.Say(m.message)
}

// asksOfTeam asks of a team that a line would make whether another is meant: nobody who mistypes a name means to make one.
func asksOfTeam(chips []phrase.Chip) string {
	for _, c := range chips {
		if c.New && c.Doubt != "" && c.Problem == "" {
			name := strings.TrimSuffix(strings.TrimPrefix(c.Text, "team "), " (new)")
			return fmt.Sprintf("%s The name in quotes, %q, makes a new team", c.Doubt, name)
		}
	}
	return ""
}

// alsoSay puts words behind what an edit did, and before what that did to the deadlines.
func (m *Model) alsoSay(title, words string) {
	if rest, says := strings.CutPrefix(m.message, title); says && words != "" {
		m.sayDone(title + words + rest)
	}
}

// madeTeams says which teams a line has made on its way: nobody who mistypes a name means to.
func madeTeams(names []string) string {
	seen := map[string]bool{}
	names = slices.DeleteFunc(slices.Clone(names), func(n string) bool { was := seen[n]; seen[n] = true; return was })
	switch len(names) {
	case 0:
		return ""
	case 1:
		return ", made team " + names[0]
	}
	last := len(names) - 1
	return ", made teams " + strings.Join(names[:last], ", ") + " and " + names[last]
}

// doubts are what else the words of an added line may have meant: whoever types fast has not read the chips.
func doubts(chips []phrase.Chip) string {
	out := ""
	for _, c := range chips {
		if c.Doubt != "" {
			out += " (" + c.Doubt + ")"
		}
	}
	return out
}

// addOther opens the line that adds a team, a supplier, a goal, a risk or a holiday.
func (m *Model) addOther() {
	line := input.NewLine(input.LineOptions{
		Prompt: "add", HintFor: otherHint, Enter: "add, next", Esc: "done", Deadlines: true,
		History: m.typedBefore["other"], Read: m.readOther,
	})
	m.put(&over{component: line, taken: func(int) tea.Cmd { m.addedOther(line); return nil }, left: func() { m.typedBefore["other"] = line.Lines() },
		paste: func(text string) { m.previewItems(text, line.Typed().Kept) }})
}

// otherKinds are what A adds, each with what may follow the kind: in short, and once the kind is chosen.
var otherKinds = []struct{ kind, short, example string }{
	{"team", "Mechanics 3 mon-thu", `Mechanics 3 mon-thu contact:"Ana, ana@example.com" off:2-mar..4-mar`},
	{"supplier", "Murata", "Murata contact:sales@example.com"},
	{"goal", "Launch 12-mar", "Launch 12-mar metric: leads 0 -> 400"},
	{"risk", "Mould crack 20% 8d", "Mould crack 20% 8d on:tooling"},
	{"holiday", "25-dec", "24-dec to 1-jan Year end, or Germany 2027"},
	{"holidays", "Germany 2027", ""},
}

// otherHint shows what each kind may be followed by, or the one that is kept from the line before.
func otherHint(kept []input.Kept) string {
	var out []string
	for _, k := range otherKinds {
		if len(kept) > 0 && kept[0].ID == k.kind {
			return k.example
		}
		out = append(out, k.kind+" "+k.short)
	}
	return strings.Join(out, " · ")
}

func (m *Model) readOther(t input.Typed) input.Reading {
	item := m.parseItem(t)
	out := input.Reading{Chips: item.Chips, Candidates: phrase.CompleteItem(t.Text, t.Cursor, m.context()), Today: m.session.Today()}
	if t.Text == "" {
		return out
	}
	if item.Public != nil {
		out.Listed = m.publicDays(item.Public)
	}
	if err := item.Problem(); err != nil {
		out.Problem = err.Error()
		return out
	}
	m.probe(&out, func(d *roadmap.Draft) error { _, err := item.Add(d); return err })
	return out
}

// parseItem reads a line of A; the kind is that of the line before where it does not say.
func (m *Model) parseItem(t input.Typed) phrase.Item {
	return phrase.ParseItem(t.Text, m.itemContext(t.Kept))
}

// itemContext is what a line of A is read against, with the kind that the line keeps and the team that is selected.
func (m *Model) itemContext(kept []input.Kept) phrase.Context {
	ctx := m.context()
	ctx.AddsDays, ctx.Selected = true, m.scene.Selected.Team
	for _, k := range kept {
		ctx.Kind = k.ID
	}
	return ctx
}

func (m *Model) addedOther(line *input.Line) {
	item := m.parseItem(line.Typed())
	id := ""
	title := m.addedTitle(item)
	if !m.edit(title, item.Because, func(d *roadmap.Draft) (err error) { id, err = item.Add(d); return err }) {
		line.Refuse(m.message)
		return
	}
	m.alsoSay(title, doubts(item.Chips))
	switch item.Kind {
	case roadmap.KindTeam:
		m.selectTeam(id)
	case roadmap.KindGoal:
		m.selectRef(scene.Ref{Goal: id})
	}
	kind := kindOf(item)
	line.Next(input.Kept{Field: "kind", ID: kind, Text: kind})
	line.Say(m.message)
}

// selectTeam selects a team where teams are rows.
func (m *Model) selectTeam(id string) {
	if _, teams := m.tabs[m.active].view.(*teams.View); teams || m.groupedBy(plan.ByTeam) {
		m.selectRef(scene.Ref{Team: id})
	}
}

// addedTitle names what a line of A does.
func (m *Model) addedTitle(i phrase.Item) string {
	name := ""
	if p := i.Public; p != nil {
		title, did := fmt.Sprintf("%s of %s %s", paint.Count(p.Fresh(), "holiday"), p.Place.Name, p.When), "added "
		if i.TakesBack() {
			did = "took back "
		}
		switch {
		case p.Who == "":
			return did + title
		case i.TakesBack():
			return p.Who + ": " + did + title
		}
		return p.Who + ": " + title
	}
	switch t := m.session.Roadmap().Team(i.Known); {
	case t != nil:
		name = t.Name
	case i.TakesBack():
		name = "everybody"
	case i.Kind == roadmap.KindSettings:
		name = "added " + nameOf(i)
	default:
		return "added " + nameOf(i)
	}
	var said []string
	for _, c := range i.Chips {
		if !slices.Contains([]string{"kind", "name", "because", "text"}, c.Field) {
			said = append(said, c.Text)
		}
	}
	return name + ": " + strings.Join(said, ", ")
}

// kindOf is the word that a line of A begins with.
func kindOf(i phrase.Item) string {
	switch {
	case i.Kind == roadmap.KindSettings || i.Public != nil:
		return "holiday"
	case i.Kind == roadmap.KindTeam && i.Team.Supplier:
		return "supplier"
	}
	return i.Kind.String()
}

func nameOf(i phrase.Item) string {
	switch i.Kind {
	case roadmap.KindTeam:
		return kindOf(i) + " " + i.Team.Name
	case roadmap.KindGoal:
		return kindOf(i) + " " + i.Goal.Title
	case roadmap.KindSettings:
		return strings.TrimSpace(kindOf(i) + " " + i.Holidays[0].Name)
	}
	return kindOf(i) + " " + i.Risk.Title
}

// publicDays are a country's holidays as the line of A lists them, with what each costs.
func (m *Model) publicDays(p *phrase.Public) []input.Listed {
	out := make([]input.Listed, len(p.Days))
	var days []roadmap.Date
	for _, d := range p.Days {
		days = append(days, d.From)
	}
	dates := paint.DatesOf(m.session.Today(), days...)
	for i, d := range p.Days {
		out[i] = input.Listed{When: dates.Weekday(d.From), Text: d.Name, Says: d.Free, Dim: !d.Costs}
	}
	return out
}
