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
	keep func() (kept string, back map[string]func()) // keeps it, and says so; back are the keys that take it back
	done bool
}

// showChase shows a message, with a word about what will be kept of it.
func (m *Model) showChase(c week.Chase, will string, keep func() (string, map[string]func())) {
	page := input.NewPage("To "+m.addressed(c.Who), c.Message, "", false, input.Hint{Key: "s", Does: "sent"})
	page.Note(will)
	p := &chasePage{Page: page, m: m, keep: keep}
	p.over = &over{component: p, taken: func(int) tea.Cmd { return p.copy() }}
	m.put(p.over)
}

// Key is the page's, but that enter copies, too, and s says that the message was sent.
func (p *chasePage) Key(k tea.KeyMsg) input.Outcome {
	switch k.String() {
	case "enter":
		return input.Outcome{Did: input.Taken}
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
