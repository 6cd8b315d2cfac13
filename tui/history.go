package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"

	bygone "bywhen/roadmap/history"
	"bywhen/store"
	"bywhen/tui/history"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
	"bywhen/tui/session"

	tea "github.com/charmbracelet/bubbletea"
)

// chronicle is the history as it was read for the view, and which of its revisions that was.
type chronicle struct {
	past *bygone.Past
	of   store.Revision
	read bool
	work work
}

// history is the History view.
func (m *Model) history() *history.View {
	for i := range m.tabs {
		if v, ok := m.tabs[i].view.(*history.View); ok {
			return v
		}
	}
	return nil
}

// readsHistory reads the history while its view is open, and again when the file has moved on.
func (m *Model) readsHistory() tea.Cmd {
	v, open := m.tabs[m.active].view.(*history.View)
	c, now := &m.past, m.session.Revision()
	if !open || c.work.running() || c.read && c.of == now {
		return nil
	}
	file := m.opts.File
	return m.begin(&c.work, func(context.Context, func(float64)) func() {
		p, err := file.Past(0)
		return func() {
			c.read, c.of = true, now
			if err != nil && !errors.Is(err, store.ErrMissing) {
				v.Show(c.past, inShort(err))
				return
			}
			past := session.PastOf(p)
			for i := range past.Changes {
				past.Changes[i].At = past.Changes[i].At.In(m.opts.Now().Location())
			}
			past.MarkDone(m.session.Present())
			c.past = &past
			v.Show(c.past, "")
		}
	})
}

// travel shows the roadmap as it was after the change that the cursor of the History stands on, or as it is.
func (m *Model) travel(to scene.Travel) {
	if to == scene.ToPresent {
		m.comeBack()
		return
	}
	v := m.history()
	c, changes, ok := v.Here()
	if !ok {
		return
	}
	if trying, _ := m.session.Trying(); trying {
		m.say("first end the what-if: W")
		return
	}
	then := bygone.Then{Changes: changes, Day: c.Today, Seq: c.Seq}
	plan, err := then.Plan(m.session.Present(), m.past.past, m.planning())
	if err != nil {
		m.fail(err)
		return
	}
	m.session.Visit(plan, then, m.past.past)
	m.look()
	v.Visit(c.Seq)
	m.say("esc comes back; every view shows " + paint.Weekday(c.Today, m.session.Today()) + ", after “" + c.Title + "”")
}

// comeBack shows the present again.
func (m *Model) comeBack() {
	if m.session.Visiting() == nil {
		return
	}
	m.session.Visit(nil, bygone.Then{}, nil)
	m.look()
	m.history().Visit(0)
}

// backTo makes the roadmap what it was after the change that the cursor of the History stands on, as one edit.
func (m *Model) backTo() {
	v, ok := m.tabs[m.active].view.(*history.View)
	if !ok {
		m.say("7 shows the history: there a change can be chosen to go back to")
		return
	}
	c, changes, ok := v.Here()
	if !ok {
		m.say(v.None("go back to"))
		return
	}
	present := m.session.Present()
	plan, err := bygone.Then{Changes: changes, Day: m.session.Today()}.Plan(present, m.past.past, m.planning())
	if err != nil {
		m.fail(err)
		return
	}
	m.comeBack()
	title := "Back to “" + c.Title + "” of " + paint.Weekday(c.Today, m.session.Today())
	e, err := m.session.Replace(title, plan.Roadmap)
	if err != nil {
		m.fail(err)
		return
	}
	m.look()
	m.sayWithBack(title+effects(m.scene, e.Effects), "; ‹u› takes it back")
}

// takeBack takes what the cursor of the History stands on back, a change or one thing that it touched, and leaves what came after it.
func (m *Model) takeBack() {
	v, ok := m.tabs[m.active].view.(*history.View)
	if !ok {
		m.say("7 shows the history: there a change can be chosen to take back")
		return
	}
	c, _, ok := v.Here()
	if !ok {
		m.say(v.None("take back"))
		return
	}
	what, of := c.Change, "“"+c.Title+"”"
	if name, only, part := v.Item(m.scene); part {
		what, of = only, name+" in "+of
	}
	m.comeBack()
	title := "taken back: " + of + " of " + paint.Weekday(c.Today, m.session.Today())
	e, misfits, err := m.session.TakeBack(title, what)
	switch {
	case err != nil:
		m.fail(fmt.Errorf("nothing is taken back: %w", err))
	case e.Before != e.After:
		m.look()
		m.sayAll(strings.Join(append([]string{title + m.keyed("; ‹u› undoes") + effects(m.scene, e.Effects)}, inPart(misfits)...), "; "))
	case len(misfits) > 0:
		m.sayAll("nothing is taken back: " + strings.Join(inPart(misfits), "; "))
	default:
		m.say("nothing is left of that change")
	}
}

// inPart is a list of misfits, of a long one the first and how many more there are.
func inPart(misfits []string) []string {
	if n := len(misfits) - 1; n > 1 {
		return []string{misfits[0], fmt.Sprintf("so do %d more", n)}
	}
	return misfits
}

// typeSearch opens the line that looks through the changes: only those found are shown, while it is typed.
func (m *Model) typeSearch(v *history.View) {
	before := v.Searched()
	read := func(t input.Typed) input.Reading {
		out := input.Reading{Today: m.session.Today()}
		v.Search(t.Text)
		if out.Says = "words of a title, a reason or a day, or what it touched: a task, @team, #tag, a goal"; t.Text != "" {
			out.Says = m.foundCount(v)
		}
		return out
	}
	line := input.NewLine(input.LineOptions{Prompt: "search", Text: before, Hint: "check-in @mech", Enter: "keep", Esc: "as before", History: m.typedBefore["search"], Read: read, Empty: true})
	m.put(&over{component: line,
		taken: func(int) tea.Cmd {
			m.typedBefore["search"] = append(line.Lines(), line.Text())
			m.close()
			if v.Searched() != "" {
				m.say(m.foundCount(v) + m.keyed("; ‹esc› shows all"))
			}
			return nil
		},
		left: func() { v.Search(before) }})
}

// foundCount says how many changes were found.
func (m *Model) foundCount(v *history.View) string {
	n, of := v.Found(m.scene)
	return fmt.Sprintf("%d of %s", n, paint.Count(of, "change"))
}

// searching is what is looked for in the History where that is open; else empty.
func (m *Model) searching() string {
	if v, ok := m.tabs[m.active].view.(*history.View); ok {
		return v.Searched()
	}
	return ""
}

// visitLead is what line 1 begins with while the past is shown.
func (m *Model) visitLead() (lead, right []paint.Span, ok bool) {
	p := m.session.Visiting()
	if p == nil {
		return nil, nil, false
	}
	lead = []paint.Span{{Style: paint.Risk | paint.Bold, Text: "AS IT WAS"}, {Style: paint.Text, Text: " " + paint.Weekday(p.Today, m.session.Today())}}
	return lead, []paint.Span{{Style: paint.Accent, Text: "esc"}, {Style: paint.Dim, Text: " comes back"}}, true
}
