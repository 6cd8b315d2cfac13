package tui

import (
	"errors"
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/input"
	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

// notes are a text being edited.
type notes struct {
	of          scene.Ref
	title, text string
	save        func(string) bool // false where they were refused, and why was said
}

// firstText is the text that editing begins with: what was typed and not saved when they were left last, else what they are.
func (m *Model) firstText(n notes) string {
	if typed := m.unsavedNotes[n.of]; typed != "" {
		return typed
	}
	return n.text
}

// keepTyped remembers, while the program runs, what was typed into notes and not saved; empty forgets it.
func (m *Model) keepTyped(of scene.Ref, typed string) {
	if m.unsavedNotes == nil {
		m.unsavedNotes = map[scene.Ref]string{}
	}
	m.unsavedNotes[of] = typed
}

// editNotes edits the notes of a task or goal in the user's editor, or without one in a field.
func (m *Model) editNotes(of scene.Ref) tea.Cmd {
	n, ok := m.notesOf(of)
	switch {
	case !ok:
		m.say("notes belong to tasks and goals: select one")
	case m.opts.Editor != nil:
		return m.inEditor(n)
	default:
		m.notesField(n)
	}
	return nil
}

// notesOf are the notes of a task or a goal.
func (m *Model) notesOf(at scene.Ref) (notes, bool) {
	n, set := notes{of: at, title: m.scene.Title(at)}, (func(*roadmap.Draft, string) error)(nil)
	switch r := m.scene.Roadmap; {
	case r.Task(at.Task) != nil:
		n.text = r.Task(at.Task).Notes
		set = func(d *roadmap.Draft, s string) error {
			return d.UpdateTask(at.Task, func(t *roadmap.Task) { t.Notes = s })
		}
	case r.Goal(at.Goal) != nil:
		n.text = r.Goal(at.Goal).Notes
		set = func(d *roadmap.Draft, s string) error {
			return d.UpdateGoal(at.Goal, func(g *roadmap.Goal) { g.Notes = s })
		}
	default:
		return notes{}, false
	}
	n.save = func(s string) bool {
		ok := m.edit(n.title+": notes", "", func(d *roadmap.Draft) error { return set(d, s) })
		if ok {
			m.keepTyped(at, "")
		}
		return ok
	}
	return n, true
}

// notesField edits notes in a field. What is left there without saving is taken up when they are edited again.
func (m *Model) notesField(n notes) {
	area := input.NewArea(n.title, n.text)
	area.TakeUp(m.unsavedNotes[n.of])
	m.put(&over{component: area, taken: func(int) tea.Cmd {
		if n.save(area.Text()) {
			m.close()
		}
		return nil
	}, left: func() {
		typed := area.Unsaved()
		m.keepTyped(n.of, typed)
		if typed != "" {
			m.tell("the notes are as they were; ‹E› takes up again what you typed")
		}
	}})
}

// editedMsg is that the user's editor has ended; err is why it could not, or how it ended.
type editedMsg struct {
	notes
	read func() (string, error)
	err  error
}

// inEditor edits notes in the user's editor, which has the terminal until it ends.
func (m *Model) inEditor(n notes) tea.Cmd {
	run, read, err := m.opts.Editor(m.firstText(n))
	if err != nil {
		m.fail(err)
		return nil
	}
	return m.lend(run, func(err error) tea.Msg { return editedMsg{n, read, err} })
}

// edited takes in what the editor left. What is refused is not lost: it can be mended in the field.
func (m *Model) edited(msg editedMsg) {
	text, err := msg.read()
	if msg.err != nil {
		err = fmt.Errorf("the editor failed (%w): the notes are as they were", msg.err)
	}
	if err != nil {
		m.fail(err)
		return
	}
	text, cleaned := roadmap.CleanText(text)
	switch text = strings.TrimRight(text, "\n"); {
	case text == strings.TrimRight(msg.text, "\n"):
		m.keepTyped(msg.of, "")
		m.say("the notes are as they were")
	case !msg.save(text):
		m.keepTyped(msg.of, text)
		m.notesField(msg.notes)
	case cleaned:
		m.fail(errors.New("control and invisible characters are left out of the notes"))
	}
}
