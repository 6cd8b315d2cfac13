package tui

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/week"
	"bywhen/tui/input"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// chasePage shows a message to whoever owes something. That it was asked is kept once the message is copied (y or enter), or once it
// is said to be sent (s), by another way or where the terminal takes no copy; who leaves before has asked nobody.
type chasePage struct {
	*input.Page
	m    *Model
	over *over
	keep keeping
	next func() // shows the message to somebody else about the same; nil where there is nobody
	done bool
}

// keeping keeps that somebody was asked, and says so; back are the keys that take it back.
type keeping func() (kept string, back map[string]func())

// showChases shows the first of some messages; tab goes on to the next. how says what will be kept of one, and keeps it.
func (m *Model) showChases(all []week.Chase, how func(*week.Chase) (will string, keep keeping)) {
	if len(all) == 0 {
		return
	}
	c, hints := &all[0], []input.Hint{{Key: "s", Does: "sent"}}
	if len(all) > 1 {
		hints = append(hints, input.Hint{Key: "tab", Does: "to " + all[1].Name})
	}
	page := input.NewPage("To "+m.addressed(c.Who), c.Message, "", false, hints...)
	p := &chasePage{Page: page, m: m}
	will, keep := how(c)
	page.Note(will)
	p.keep = keep
	if len(all) > 1 {
		p.next = func() {
			m.close()
			m.showChases(append(slices.Clone(all[1:]), *c), how)
		}
	}
	p.over = &over{component: p, taken: func(int) tea.Cmd { return p.copy() }}
	m.put(p.over)
}

// Key is the page's, but that enter copies, too, s says that the message was sent, and tab goes on to the next.
func (p *chasePage) Key(k tea.KeyMsg) input.Outcome {
	switch k.String() {
	case "enter":
		return input.Outcome{Did: input.Taken}
	case "tab":
		if p.next != nil {
			p.next()
		}
		return input.Outcome{Did: input.Nothing}
	case "s":
		p.asked()
		return input.Outcome{Did: input.Nothing}
	}
	return p.Page.Key(k)
}

// copy copies the message. Where the terminal takes none nothing is kept: whoever marks it by hand says that it was sent.
func (p *chasePage) copy() tea.Cmd {
	p.Say(p.m.copied(""))
	cmd := p.m.toClipboard(p.Text())
	if cmd != nil {
		p.asked()
	}
	return cmd
}

// asked keeps, once, that it was asked.
func (p *chasePage) asked() {
	if p.done {
		return
	}
	p.done = true
	note, back := p.keep()
	p.Note(note)
	p.over.keys = back
}

// newAsks are the ids of the tasks on which a message would be kept as asked: not those where the same was asked before.
func (m *Model) newAsks(c *week.Chase) []string {
	before := m.session.Roadmap()
	d := before.Edit(m.session.Today())
	if c.Apply(d) != nil {
		return nil
	}
	return slices.DeleteFunc(c.Asked(), func(id string) bool {
		return before.Task(id) == nil || len(d.Task(id).Asked) == len(before.Task(id).Asked)
	})
}

// askedLast is ", last on 2 Nov" where somebody was asked for any of it before and has not answered; else empty.
func (m *Model) askedLast(c *week.Chase) string {
	last := roadmap.Date(0)
	for _, id := range c.Asked() {
		for _, a := range m.session.Roadmap().Task(id).Asked {
			if a.Who == c.Who && a.Answered == 0 {
				last = max(last, a.On)
			}
		}
	}
	if last == 0 {
		return ""
	}
	return ", last on " + paint.Day(last, m.session.Today())
}
