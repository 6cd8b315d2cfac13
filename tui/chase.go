package tui

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/week"
	"bywhen/tui/action"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

// chase shows the message to whom something waits on, and the others that may be written about it. What is asked with it is kept on the
// tasks once it is copied or sent, which is said where the message is read: there one key takes that back.
func (m *Model) chase(on scene.Ref) tea.Cmd {
	if trying, _ := m.session.Trying(); trying {
		m.tell("what was asked is of the roadmap itself: ‹W› ends the what-if first")
		return nil
	}
	m.showChases(m.chased(on), m.keepChase)
	return nil
}

// keepChase says what will be kept of a message, and keeps it.
func (m *Model) keepChase(c *week.Chase) (will string, keep keeping) {
	asks, last := m.newAsks(c), m.askedLast(c)
	switch {
	case len(c.Asked()) == 0:
		return "nobody is named who could be asked: nothing is kept of it", func() (string, map[string]func()) { return "", nil }
	case len(asks) == 0:
		will = "asked before" + last + ": nothing is added"
		return will, func() (string, map[string]func()) { return will, nil }
	}
	kept := m.someTitles(asks) + " as asked today" + last
	return "once copied or sent it is kept on " + kept, func() (string, map[string]func()) {
		if !m.edit("asked "+c.Name+": "+paint.Count(c.Tasks, "task"), "", func(d *roadmap.Draft) error { return c.Apply(d) }) {
			return m.message, nil
		}
		return m.keyed("kept on " + kept + "; ‹u› takes it back"), m.takesBack()
	}
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
				m.undo()
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

// chased are the messages, or a word about why there is none.
func (m *Model) chased(on scene.Ref) []week.Chase {
	if on == (scene.Ref{}) {
		m.say("select what waits for somebody: c then has a message to them")
		return nil
	}
	out := week.Chases(m.session.Plan(), on)
	if len(out) == 0 {
		m.say(m.unchased(on))
	}
	return out
}

// unchased is why nobody can be written to about something.
func (m *Model) unchased(on scene.Ref) string {
	title := m.scene.Title(on)
	switch t := m.scene.Roadmap.Task(on.Task); {
	case on.Team != "":
		return title + " has nothing to do that is planned"
	case t == nil:
		return "nobody has anything to do for " + title
	case !t.Status.Open():
		return title + " is " + t.Status.String() + ": nobody is to be asked"
	case t.Team == "":
		return title + " has no team that could be asked"
	}
	return title + " waits for nobody"
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
	found := week.Chases(c.m.session.Plan(), on)
	if len(found) == 0 {
		text := c.m.unchased(on)
		return input.Reading{Problem: text, Says: text}
	}
	return input.Reading{Says: "enter shows a message to " + found[0].Name + ": " + paint.Count(found[0].Tasks, "task")}
}

// chase chases whom the line with the cursor waits on. That it was asked is part of the check-in.
func (c *checkIn) chase() tea.Cmd {
	found := c.m.chased(scene.Ref{Task: c.id(c.asked[c.At()].task)})
	if len(found) == 0 {
		c.Refuse(c.m.message)
		return nil
	}
	c.Clear()
	c.m.showChases(found, c.keepChase)
	return nil
}

// keepChase says what will be kept of a message, with the check-in, and keeps it.
func (c *checkIn) keepChase(found *week.Chase) (will string, keep keeping) {
	kept := c.m.someTitles(found.Asked()) + " as asked today, with the check-in"
	return "once copied or sent it is kept on " + kept, func() (string, map[string]func()) {
		c.also = append(c.also, found.Apply)
		if _, err := c.grow(c.m.session.Plan()); err != nil {
			c.also = c.also[:len(c.also)-1]
			return err.Error(), nil
		}
		return "kept on " + kept, nil
	}
}
