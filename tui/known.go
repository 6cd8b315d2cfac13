package tui

import (
	"slices"
	"strconv"
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

// known asks until when, and why, the flags at hand are known; of those that are, whether they are to be so no more. Where only some
// are, it is about the others.
func (m *Model) known() {
	flags := m.flagsHere()
	open := slices.DeleteFunc(slices.Clone(flags), func(f *schedule.Flag) bool { return f.Known })
	switch {
	case len(flags) == 0:
		m.say(m.nothingFlagged())
	case len(open) == 0:
		is := " is known"
		if len(m.scene.Marks) > 0 && len(flags) > 1 {
			is = " are known"
		}
		m.choose(m.flagsCalled(flags)+is+m.knownWords(flags), option{"m", "no more", func() tea.Cmd { m.unknow(flags); return nil }},
			option{"c", "until another day", func() tea.Cmd { m.typeKnown(flags, 0); return nil }})
	default:
		m.typeKnown(open, len(flags)-len(open))
	}
}

// nothingFlagged says that there is no flag to be known where one was looked for.
func (m *Model) nothingFlagged() string {
	switch of := m.marks(); {
	case len(of) == 1:
		return m.keyed("nothing is flagged on " + quoted(m.shortTitle(m.scene.Title(of[0]))) + ", which is marked: ‹esc› clears the mark")
	case len(of) > 1:
		return m.keyed("nothing is flagged on the " + paint.Count(len(of), "marked "+m.markedKind().String()) + ": ‹esc› clears the marks")
	case m.scene.Selected == (scene.Ref{}):
		return "known is for what is flagged: select it in the Alerts"
	}
	return "nothing is flagged on " + m.scene.Title(m.scene.Selected)
}

// causeView is a view whose cursor stands on causes: their flags are on other things than what is selected.
type causeView interface {
	Flags(s *scene.Scene) []int
}

// flagsHere are the flags of what is marked, else those of the cause that the view stands on, else those of the selection.
func (m *Model) flagsHere() []*schedule.Flag {
	v, causes := m.tabs[m.active].view.(causeView)
	causes = causes && m.ledger == nil
	switch {
	case len(m.scene.Marks) > 0:
		return m.flagsOfMarks(causes)
	case causes:
		var out []*schedule.Flag
		for _, i := range v.Flags(m.scene) {
			out = append(out, &m.scene.Flags[i])
		}
		return out
	}
	return m.scene.FlagsOn(m.scene.Selected)
}

// flagsOfMarks are the flags on what is marked; where causes are listed also those that a marked one has on others. Each is there
// once, in the order of all flags.
func (m *Model) flagsOfMarks(causes bool) []*schedule.Flag {
	of := make([]bool, len(m.scene.Flags))
	for i := range m.scene.Flags {
		of[i] = m.scene.Marked(m.scene.Flags[i].Subject())
	}
	if causes {
		roots := m.scene.Roots()
		for i := range roots {
			r := &roots[i]
			if !m.scene.AllMarked(m.scene.OfRoot(r)) {
				continue
			}
			for _, at := range r.Flags {
				of[at] = true
			}
		}
	}
	var out []*schedule.Flag
	for i, is := range of {
		if is {
			out = append(out, &m.scene.Flags[i])
		}
	}
	return out
}

// knownAlong are the other causes of which nothing is left once some flags are known, but for a cause that is marked: they are known then too.
func (m *Model) knownAlong(flags []*schedule.Flag) []string {
	var out []string
	roots := m.scene.Roots()
	for i := range roots {
		r, own := &roots[i], true
		marked := m.scene.AllMarked(m.scene.OfRoot(r))
		for _, f := range flags {
			own = own && slices.ContainsFunc(r.Flags, func(at int) bool { return &m.scene.Flags[at] == f })
		}
		left := slices.ContainsFunc(r.Flags, func(at int) bool {
			return !m.scene.Flags[at].Known && !slices.Contains(flags, &m.scene.Flags[at])
		})
		if !r.Known && !own && !marked && !left {
			out = append(out, r.Text)
		}
	}
	return out
}

// flagsCalled names flags: one by what it is on and what it says, several by the first; of what is marked, how many.
func (m *Model) flagsCalled(flags []*schedule.Flag) string {
	name, n := m.scene.Title(flags[0].Subject())+", "+flags[0].Kind.String(), len(flags)
	on := map[scene.Ref]bool{}
	for _, f := range flags {
		on[f.Subject()] = true
	}
	switch {
	case n > 1 && len(m.scene.Marks) > 0 && len(on) > 1:
		return paint.Count(n, "flag") + " of " + things(on)
	case n > 1:
		name += " and " + paint.Count(n-1, "more flag")
	}
	return name
}

// things counts what flags are on: "2 tasks, 3 teams and 1 goal".
func things(on map[scene.Ref]bool) string {
	tasks, teams, goals := 0, 0, 0
	for r := range on {
		switch {
		case r.Task != "":
			tasks++
		case r.Team != "":
			teams++
		default:
			goals++
		}
	}
	var out []string
	for _, c := range []struct {
		n   int
		one string
	}{{tasks, "task"}, {teams, "team"}, {goals, "goal"}} {
		if c.n > 0 {
			out = append(out, paint.Count(c.n, c.one))
		}
	}
	if last := len(out) - 1; last > 0 {
		return strings.Join(out[:last], ", ") + " and " + out[last]
	}
	return out[0]
}

// knownWords are until when flags are known, and why; empty where that is not the same of all.
func (m *Model) knownWords(flags []*schedule.Flag) string {
	out := details.KnownWords(m.scene, flags[0])
	for _, f := range flags[1:] {
		if details.KnownWords(m.scene, f) != out {
			return ""
		}
	}
	return optional(out != "", " "+out)
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

// knownSays is which flags a line is about to make known, and of how many more they are that are known already.
func (m *Model) knownSays(flags []*schedule.Flag, already int) string {
	says := m.scene.Title(flags[0].Subject()) + ", " + flags[0].Kind.String()
	if len(m.scene.Marks) == 0 {
		says = details.FlagLine(m.scene, flags[0])
		if n := len(flags) - 1; n > 0 {
			says += ", and " + paint.Count(n, "flag") + " that it causes"
		}
	} else if len(flags) > 1 {
		says = m.flagsCalled(flags) + m.notShown(m.marks())
	}
	if already > 0 {
		says += "; " + alreadyKnown(already) + map[bool]string{true: " and stays so", false: " and stay so"}[already == 1]
	}
	if along := m.knownAlong(flags); len(along) > 0 {
		says = "with it " + session.List(along) + "; " + says
	}
	return says
}

// alreadyKnown says how many flags beside those of an edit are known.
func alreadyKnown(n int) string {
	if n == 1 {
		return "1 more is known already"
	}
	return strconv.Itoa(n) + " more are known already"
}

// typeKnown opens the line that says until when, and why, flags are known; beside them are so many that are known already.
func (m *Model) typeKnown(flags []*schedule.Flag, already int) {
	says := m.knownSays(flags, already)
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
		if already > 0 {
			m.sayDone(m.message + " · " + alreadyKnown(already))
		}
		m.close()
		return nil
	}})
}
