package tui

import (
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/tui/details"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
	"bywhen/tui/session"

	tea "github.com/charmbracelet/bubbletea"
)

// known asks until when, and why, the flags at hand are known; of those that are, whether they are to be so no more.
func (m *Model) known() {
	flags := m.flagsHere()
	switch {
	case len(flags) == 0 && m.scene.Selected == (scene.Ref{}):
		m.say("known is for what is flagged: select it in the Alerts")
	case len(flags) == 0:
		m.say("nothing is flagged on " + m.scene.Title(m.scene.Selected))
	case !slices.ContainsFunc(flags, func(f *schedule.Flag) bool { return !f.Known }):
		m.choose(m.flagsCalled(flags)+" is known"+m.knownWords(flags[0]), option{"m", "no more", func() tea.Cmd { m.unknow(flags); return nil }},
			option{"c", "until another day", func() tea.Cmd { m.typeKnown(flags); return nil }})
	default:
		m.typeKnown(slices.DeleteFunc(flags, func(f *schedule.Flag) bool { return f.Known }))
	}
}

// flagsHere are the flags of the cause that the view stands on, else those of the selection.
func (m *Model) flagsHere() []*schedule.Flag {
	if v, ok := m.tabs[m.active].view.(interface {
		Flags(s *scene.Scene) []int
	}); ok && m.ledger == nil {
		var out []*schedule.Flag
		for _, i := range v.Flags(m.scene) {
			out = append(out, &m.scene.Flags[i])
		}
		return out
	}
	return m.scene.FlagsOn(m.scene.Selected)
}

// knownAlong are the other causes of which nothing is left once some flags are known: they are known then too.
func (m *Model) knownAlong(flags []*schedule.Flag) []string {
	var out []string
	roots := m.scene.Roots()
	for i := range roots {
		r, own := &roots[i], true
		for _, f := range flags {
			own = own && slices.ContainsFunc(r.Flags, func(at int) bool { return &m.scene.Flags[at] == f })
		}
		left := slices.ContainsFunc(r.Flags, func(at int) bool {
			return !m.scene.Flags[at].Known && !slices.Contains(flags, &m.scene.Flags[at])
		})
		if !r.Known && !own && !left {
			out = append(out, r.Text)
		}
	}
	return out
}

// flagsCalled names flags: one by what it is on and what it says, several by the first.
func (m *Model) flagsCalled(flags []*schedule.Flag) string {
	name := m.scene.Title(flags[0].Subject()) + ", " + flags[0].Kind.String()
	if n := len(flags) - 1; n > 0 {
		name += " and " + paint.Count(n, "more flag")
	}
	return name
}

// knownWords are until when a flag is known, and why.
func (m *Model) knownWords(f *schedule.Flag) string {
	key := f.Accepted()
	for _, k := range m.scene.Roadmap.Known() {
		if k.Key() != key.Key() {
			continue
		}
		out := " until it gets worse"
		if k.Until != 0 {
			out = " until " + paint.Day(k.Until, m.scene.Today)
		}
		if k.Because != "" {
			out += ": " + k.Because
		}
		return out
	}
	return ""
}

func (m *Model) unknow(flags []*schedule.Flag) {
	m.edit("not known any more: "+m.flagsCalled(flags), "", func(d *roadmap.Draft) error {
		for _, f := range flags {
			if err := d.RemoveKnown(f.Accepted()); err != nil {
				return err
			}
		}
		return nil
	})
}

func (m *Model) typeKnown(flags []*schedule.Flag) {
	says := details.FlagLine(m.scene, flags[0])
	if n := len(flags) - 1; n > 0 {
		says += ", and " + paint.Count(n, "flag") + " that it causes"
	}
	if along := m.knownAlong(flags); len(along) > 0 {
		says = "with it " + session.List(along) + "; " + says
	}
	read := func(t input.Typed) input.Reading {
		_, chips := phrase.ParseKnown(t.Text, m.context())
		out := input.Reading{Chips: chips, Says: says, Today: m.session.Today()}
		if err := phrase.Problem("known", chips); err != nil {
			out.Problem = err.Error()
		}
		return out
	}
	line := input.NewLine(input.LineOptions{Prompt: "known", Hint: "1 feb accepted by the board, or nothing: until it gets worse", Enter: "known", Esc: "leave", Empty: true, Read: read})
	m.put(&over{component: line, taken: func(int) tea.Cmd {
		k, _ := phrase.ParseKnown(line.Text(), m.context())
		title := "known: " + m.flagsCalled(flags)
		if k.Until != 0 {
			title += " until " + paint.Day(k.Until, m.session.Today())
		}
		ok := m.edit(title, strings.TrimSpace(k.Because), func(d *roadmap.Draft) error {
			for _, f := range flags {
				a := f.Accepted()
				a.Until, a.Because = k.Until, k.Because
				if err := d.PutKnown(a); err != nil {
					return err
				}
			}
			return nil
		})
		if !ok {
			line.Refuse(m.message)
			return nil
		}
		m.close()
		return nil
	}})
}
