package tui

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/week"
	"bywhen/tui/action"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

// chaseOf is what is chased for: the selection.
func (m *Model) chaseOf() scene.Ref { return m.scene.Selected }

// chase copies the message to whom something waits on, shows it, and keeps on the tasks that it was asked, which it says where
// the message is read: one key takes that back.
func (m *Model) chase(on scene.Ref) tea.Cmd {
	if trying, _ := m.session.Trying(); trying {
		m.tell("what was asked is of the roadmap itself: ‹W› ends the what-if first")
		return nil
	}
	c, ok := m.chased(on)
	if !ok {
		return nil
	}
	before := m.session.Roadmap()
	if !m.edit("asked "+c.Name+": "+paint.Count(c.Tasks, "task"), "", func(d *roadmap.Draft) error { return c.Apply(d) }) {
		return m.showMessage(c, m.message, nil)
	}
	asked := slices.DeleteFunc(c.Asked(), func(id string) bool {
		return len(m.session.Roadmap().Task(id).Asked) == len(before.Task(id).Asked)
	})
	if len(asked) == 0 {
		return m.showMessage(c, "kept as asked before"+m.askedLast(before, c)+": nothing was added", nil)
	}
	return m.showMessage(c, m.keyed("kept on "+m.someTitles(asked)+" as asked today"+m.askedLast(before, c)+"; ‹u› takes it back"), m.takesBack())
}

// askedLast is ", last on 2 Nov" where somebody was asked for any of it before and has not answered; else empty.
func (m *Model) askedLast(before *roadmap.Roadmap, c week.Chase) string {
	last := roadmap.Date(0)
	for _, id := range c.Asked() {
		for _, a := range before.Task(id).Asked {
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

// takesBack are the keys that undo, in what lies over the screen: it closes with that.
func (m *Model) takesBack() map[string]func() {
	out := map[string]func(){}
	for _, e := range m.opts.Config.Keys.All() {
		if e.Action != action.Undo {
			continue
		}
		for _, k := range e.Binding.Keys() {
			out[k] = func() {
				m.close()
				m.finished(m.session.Undo(false))
			}
		}
	}
	return out
}

// someTitles are tasks in a sentence: "Antenna module", "Antenna module and 2 more".
func (m *Model) someTitles(ids []string) string {
	titles := m.titles(ids)
	if len(titles) > 1 {
		return fmt.Sprintf("%s and %d more", titles[0], len(titles)-1)
	}
	return strings.Join(titles, "")
}

// chased is the message, or a word about why there is none.
func (m *Model) chased(on scene.Ref) (week.Chase, bool) {
	if on == (scene.Ref{}) {
		m.say("select what waits for somebody: c then copies a message to them")
		return week.Chase{}, false
	}
	c, ok := week.ChaseOn(m.session.Plan(), on)
	if !ok {
		m.say(m.scene.Title(on) + " waits for nobody who owes anything")
	}
	return c, ok
}

// showMessage copies a message and shows what was copied, with a note under it; keys are what the note offers.
func (m *Model) showMessage(c week.Chase, note string, keys map[string]func()) tea.Cmd {
	return m.showText(c.Who, c.Message, note, keys)
}

// addressed is who gets a message: a team with whom to write to there, "Huaxin · Ms Li, li@huaxin.example", or a name.
func (m *Model) addressed(who string) string {
	if t := m.scene.Roadmap.Team(who); t != nil && t.Contact != "" {
		return t.Name + " · " + t.Contact
	}
	return m.asked(who)
}

// showText shows a message to a team, by its id, or to somebody that is copied: where the terminal takes no copy it can be read and marked
// by hand.
func (m *Model) showText(to, message, note string, keys map[string]func()) tea.Cmd {
	page := input.NewPage("To "+m.addressed(to), message, m.copied(""), false)
	page.Note(note)
	m.put(&over{component: page, keys: keys, taken: func(int) tea.Cmd { return m.toClipboard(page.Text()) }})
	return m.toClipboard(message)
}

// readChase says whom a chase in a line is for.
func (c *checkIn) readChase(at int) input.Reading {
	on := scene.Ref{Task: c.id(c.asked[at].task)}
	found, ok := week.ChaseOn(c.m.session.Plan(), on)
	if !ok {
		text := c.m.scene.Title(on) + " waits for nobody who owes anything"
		return input.Reading{Problem: text, Says: text}
	}
	return input.Reading{Says: "enter copies a message to " + found.Name + ": " + paint.Count(found.Tasks, "task")}
}

// chase chases whom the line with the cursor waits on. That it was asked is part of the check-in.
func (c *checkIn) chase() tea.Cmd {
	found, ok := c.m.chased(scene.Ref{Task: c.id(c.asked[c.At()].task)})
	if !ok {
		c.Refuse(c.m.message)
		return nil
	}
	c.also = append(c.also, found.Apply)
	if _, err := c.grow(c.m.session.Plan()); err != nil {
		c.also = c.also[:len(c.also)-1]
		c.Refuse(err.Error())
		return nil
	}
	c.Clear()
	return c.m.showMessage(found, "kept on "+c.m.someTitles(found.Asked())+" as asked today, with the check-in", nil)
}
