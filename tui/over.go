package tui

import (
	"errors"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/country"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/details"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

// component is what text is typed into, or chosen from: one of package input.
type component interface {
	Key(tea.KeyMsg) input.Outcome
	Draw(t *paint.Theme, w, h int) []string
}

// over is a component that lies on top of the screen and takes all keys.
type over struct {
	component
	taken   func(at int) tea.Cmd // enter; the component stays open unless this closes it
	changed func()               // after a key that changed something; may be nil
	again   func()               // after another program has changed the roadmap; may be nil
	left    func()               // after esc; may be nil
	shown   func()               // before it is drawn; may be nil
	keys    map[string]func()    // keys that are not the component's, by Bubble Tea's names
	ways    scene.Ways           // of a list of ways out: what they are of
	begins  func(text string)    // of a question: takes a character that is no answer, in its place; may be nil
	paste   func(text string)    // several lines that were pasted; nil: the component takes them
}

// put opens a component on top of what is open.
func (m *Model) put(o *over) { m.over = append(m.over, o) }

// close closes the topmost component.
func (m *Model) close() { m.over = m.over[:len(m.over)-1] }

// showAgain brings what is open up to a roadmap that was changed elsewhere.
func (m *Model) showAgain() {
	for _, o := range m.over {
		if o.again != nil {
			o.again()
		}
	}
}

func (m *Model) top() *over {
	if len(m.over) == 0 {
		return nil
	}
	return m.over[len(m.over)-1]
}

// typing tells whether keys are text now.
func (m *Model) typing() bool {
	top := m.top()
	if top == nil {
		return false
	}
	if c, ok := top.component.(interface{ Typing() bool }); ok {
		return c.Typing()
	}
	switch top.component.(type) {
	case *input.Ask, *input.Help, *input.Ways, *input.Page, *reportPage, *chasePage, *trialEnd, *input.Alternatives:
		return false
	}
	return true
}

// takesText tells whether characters are text now, one as the other: none of them is a key.
func (m *Model) takesText() bool {
	if m.top() == nil {
		return false
	}
	switch m.top().component.(type) {
	case *input.Line, *input.Area, *input.First, *input.Palette, *input.Form:
		return m.typing()
	}
	return false
}

// typed gives a key to the topmost component.
func (m *Model) typed(k tea.KeyMsg) tea.Cmd {
	if m.opts.Config.Keys.Has(action.Suspend, k) {
		return m.suspend()
	}
	top := m.top()
	if input.PastedLines(k) > 1 {
		c, ok := top.component.(interface{ TakesLines() bool })
		switch {
		case ok && c.TakesLines():
		case top.paste == nil:
			return m.pasted(k) // over what is open, which is as it was afterwards
		default:
			top.paste(string(k.Runes))
			return nil
		}
	}
	if do := top.keys[k.String()]; do != nil {
		do()
		return nil
	}
	out := top.Key(k)
	if out.Did == input.Nothing && top.begins != nil && k.Type == tea.KeyRunes && !k.Alt {
		top.begins(string(k.Runes))
		return nil
	}
	return m.came(top, out)
}

// came does what came of a key or a click.
func (m *Model) came(top *over, o input.Outcome) tea.Cmd {
	if o.Refused != "" {
		m.fail(errors.New(o.Refused)) // for what has no place of its own for it
	}
	switch o.Did {
	case input.Left:
		m.close()
		if top.left != nil {
			top.left()
		}
	case input.Changed:
		if top.changed != nil {
			top.changed()
		}
	case input.Taken:
		return top.taken(o.At)
	}
	return nil
}

// pasted opens the line that adds tasks with what was pasted, without its bullet and check box; several lines are shown before they
// are added.
func (m *Model) pasted(k tea.KeyMsg) tea.Cmd {
	if m.refusesPast() {
		return nil
	}
	text := strings.TrimSpace(string(k.Runes))
	if input.PastedLines(k) > 1 {
		m.previewPaste(text, m.keptFrom(m.scene.Selected))
		return nil
	}
	if rows := phrase.ReadPaste(text, m.context()).Rows; len(rows) == 1 && rows[0].Kind == phrase.PastedTask {
		text = rows[0].Text
	}
	if len(text) <= input.Most {
		m.addTasks(text)
		return nil
	}
	m.addTasks("")
	return m.typed(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}) // which says what is too long
}

// overlay draws what is open over the bottom of the screen.
func (m *Model) overlay(lines []string) []string {
	top := m.top()
	if top == nil {
		return lines
	}
	if top.shown != nil {
		top.shown()
	}
	n := m.linesOf(top)
	copy(lines[len(lines)-n:], top.Draw(m.theme, m.w, n))
	if _, ok := top.component.(*input.Area); ok && m.trouble && n > 2 { // it has no line of its own for what was refused
		lines[len(lines)-1] = m.bottomLine(m.w)
	}
	return lines
}

// linesOf is how many of the screen's lines a component covers, at the bottom.
func (m *Model) linesOf(o *over) int { return max(min(m.heightOf(o), m.h), 1) }

// heightOf is how many lines at the bottom a component gets: as many as it wants, or all under the tabs.
func (m *Model) heightOf(o *over) int {
	switch c := o.component.(type) {
	case interface{ Height() int }:
		return c.Height()
	case interface{ HeightIn(w int) int }:
		return c.HeightIn(m.w)
	}
	return m.h - m.screen.answer.h - m.screen.tabs.h
}

// openInput opens what an action asks for.
func (m *Model) openInput(a action.Action) tea.Cmd {
	switch a {
	case action.Add:
		m.addTasks("")
	case action.AddOther:
		m.addOther()
	case action.DaysOff:
		m.listDaysOff()
	case action.Set:
		m.set("")
	case action.SetTeam:
		m.set("@")
	case action.SetDeadline:
		m.set("due:")
	case action.Filter:
		m.typeFilter()
	case action.Block:
		m.block()
	case action.Baseline:
		m.takeBaseline()
	case action.CheckIn:
		m.checkIn()
	case action.Known:
		m.known()
	case action.Chase:
		if on, ok := m.theOne("‹c› chases"); ok {
			return m.chase(on)
		}
	case action.Report:
		return m.report()
	case action.Since:
		m.askSince()
	default:
		return m.openPane(a)
	}
	return nil
}

// context is what a typed text is read against.
func (m *Model) context() phrase.Context {
	return phrase.Context{Dates: m.opts.Config.Dates, Today: m.session.Today(), Roadmap: m.session.Roadmap(), Public: country.Holidays{}, Tables: spreadsheets{}}
}

// idledBy says whom a plan leaves idle who is not idle in the present one.
func (m *Model) idledBy(after *schedule.Plan) string {
	more := schedule.MoreIdle(m.scene.Plan, schedule.Idles(m.scene.Flags), schedule.Idles(after.Flags()))
	return details.IdlesShort(after.Roadmap, more, m.session.Today())
}

// probe is the effects of an edit on every deadline, and whom it would leave idle, without making it.
func (m *Model) probe(read *input.Reading, change func(*roadmap.Draft) error) {
	read.Today = m.session.Today()
	effects, after, err := m.session.Probe(change)
	if err != nil && read.Problem == "" {
		read.Problem = inShort(err)
		read.Says = read.Problem // no chip does
	}
	read.Effects = effects
	if after != nil {
		read.Notes = append(read.Notes, shortNotes(m.session.Plan(), after)...)
		read.Idles = m.idledBy(after)
	}
	if len(effects) == 0 && err == nil {
		read.Says = m.movesNone()
	}
}

// movesNone says why an edit has no deadline to move: there is none, or all that they rest on is done.
func (m *Model) movesNone() string {
	r := m.session.Roadmap()
	if slices.ContainsFunc(r.Goals(), func(g *roadmap.Goal) bool { return g.Deadline != 0 }) || slices.ContainsFunc(r.Tasks(), func(t *roadmap.Task) bool { return t.Deadline != 0 }) {
		return "moves no deadline: none rests on unfinished work"
	}
	return "no deadline to move yet"
}
