package tui

import (
	"strings"

	"bywhen/roadmap/schedule"
	"bywhen/tui/input"
	"bywhen/tui/session"

	tea "github.com/charmbracelet/bubbletea"
)

// whatIf begins a what-if, lists those that there are beside the plan, or asks how to end the one that is open.
func (m *Model) whatIf() tea.Cmd {
	open, edits := m.session.Trying()
	switch {
	case m.session.Visiting() != nil:
		m.say("this is the past: esc comes back, then W tries something")
	case !open && m.session.HasAlternatives():
		m.listAlternatives(0)
	case !open:
		m.beginTrial()
	case edits == 0:
		m.askEndUntried()
	default:
		m.askEnd()
	}
	return nil
}

// whatIfDoes is what the key for what-ifs does now, in a word or two.
func (m *Model) whatIfDoes() string {
	switch open, _ := m.session.Trying(); {
	case open:
		return "end what-if"
	case m.session.HasAlternatives():
		return "what-ifs"
	}
	return "try"
}

// keepWhatIf asks for the name of the what-if that is open.
func (m *Model) keepWhatIf() {
	switch open, edits := m.session.Trying(); {
	case !open:
		m.tell("no what-if is open: ‹W› begins one, or lists those that are kept")
	case edits == 0:
		m.say("nothing is tried yet that could be kept: edit first")
	default:
		m.askName()
	}
}

// listWhatIfs lists what-ifs beside the plan; says is what to do there.
func (m *Model) listWhatIfs(says string) {
	switch {
	case m.refusesPast():
	case !m.session.HasAlternatives():
		m.tell("there is no what-if yet: ‹W› begins one")
	default:
		list := m.listAlternatives(0)
		if says != "" {
			list.Say(says)
		}
	}
}

// dropWhatIf ends the what-if that is open without its edits; where none is, it lists those that can be deleted.
func (m *Model) dropWhatIf() {
	if open, _ := m.session.Trying(); open {
		m.discard()
		return
	}
	m.listWhatIfs("x deletes the one pointed at")
}

func (m *Model) beginTrial() {
	m.session.Try()
	m.look()
	m.tell("what if: edit freely, the file stays as it is; ‹W› ends it")
}

// askEnd asks how the open what-if is to end, under what it wins and costs.
func (m *Model) askEnd() {
	name, discard := m.session.TrialName(), "discard"
	switch {
	case name != "" && m.session.TrialUnkept():
		discard = "discard what is not kept"
	case name != "":
		discard = "close, it stays kept"
	}
	do := []func() tea.Cmd{m.accept, func() tea.Cmd { m.askName(); return nil }, func() tea.Cmd { m.discard(); return nil }}
	ask := input.NewAsk("what-if:", input.Answer{Key: "enter", Does: "accept"}, input.Answer{Key: "n", Does: "name and keep"},
		input.Answer{Key: "x", Does: discard}, input.Answer{Key: "esc", Does: "go on trying"})
	m.put(&over{component: &trialEnd{ask, m.trialLedger()}, taken: func(at int) tea.Cmd {
		m.close()
		return do[at]()
	}})
}

// askEndUntried is askEnd where nothing is tried: the key that is meant for the question must not act on a task.
func (m *Model) askEndUntried() {
	ask := input.NewAsk("what-if: nothing tried yet", input.Answer{Key: "enter", Does: "end it"}, input.Answer{Key: "x", Does: "discard"},
		input.Answer{Key: "esc", Does: "go on trying"})
	m.put(&over{component: ask, taken: func(int) tea.Cmd {
		m.close()
		m.discard()
		return nil
	}})
}

// askName asks for the name that the open what-if is kept under.
func (m *Model) askName() {
	name := m.session.TrialName()
	enter := "keep"
	if name != "" {
		enter = "keep; typing gives another name"
	}
	line := input.NewLine(input.LineOptions{Prompt: "keep as", Text: name, Hint: "overtime in January", Enter: enter, Esc: "go on trying", Needed: "a name", Over: true})
	m.put(&over{component: line, taken: func(int) tea.Cmd {
		as := strings.TrimSpace(line.Text())
		replaced := m.scene.Ghost != nil && m.scene.Ghost.Roadmap.WhatIf(as) != nil
		if err := m.session.Keep(as); err != nil {
			line.Refuse(err.Error())
			return nil
		}
		m.close()
		m.look()
		if replaced {
			m.tell("kept “" + as + "” in place of what it was; ‹u› brings that back")
		} else {
			m.tell("kept “" + as + "”; ‹{› ‹}› flip to it, ‹W› lists what is kept")
		}
		return nil
	}})
}

func (m *Model) accept() tea.Cmd {
	name := m.session.TrialName()
	e, err := m.session.Accept(triedTitle(name, m.session.Tried()))
	if err != nil {
		m.fail(err)
		return nil
	}
	m.look()
	m.sayWithBack("accepted"+effects(m.scene, e.Effects), "; ‹u› takes all of it back")
	return nil
}

// triedTitle names a what-if by its name or its edits, as the history shows it: "What-if: Trial run: effort 6d → 1d and 2 more
// edits".
func triedTitle(name string, tried []string) string {
	what := session.TriedInShort(tried)
	switch {
	case name != "":
		return "What-if “" + name + "”"
	case what == "":
		return "What-if"
	}
	return "What-if: " + what
}

func (m *Model) discard() {
	name := m.session.TrialName()
	lost := m.session.SetAside()
	m.look()
	switch {
	case name != "" && lost:
		m.tell("“" + name + "” stays kept as it was; this is the plan; ‹u› brings back what was tried since")
	case name != "":
		m.say("“" + name + "” stays kept; this is the plan")
	case lost:
		m.tell("discarded: all is as it was; ‹u› brings it back")
	default:
		m.say("discarded: all is as it was")
	}
}

// flip shows the what-if after the one shown, or the one before it; the plan is one of them.
func (m *Model) flip(by int) {
	if m.session.Visiting() != nil {
		m.say("this is the past: esc comes back")
		return
	}
	a, ok := m.session.Flip(by)
	if !ok {
		m.tell("no what-if is kept: ‹W› tries one and keeps it")
		return
	}
	m.look()
	switch {
	case a == nil:
		m.say("the plan")
	case len(a.Misfits) > 0:
		m.say("no longer fits: " + strings.Join(a.Misfits, "; "))
	default:
		m.say(alternativeName(a))
	}
}

// alternativeName is what a what-if is called.
func alternativeName(a *session.Alternative) string {
	if a.Name == "" {
		return "not kept: " + a.Tried
	}
	return a.Name
}

// listAlternatives lists the plan and the what-ifs beside it, with a column a deadline.
func (m *Model) listAlternatives(at int) *input.Alternatives {
	all := m.session.Alternatives()
	rows := m.alternativeRows(all)
	list := input.NewAlternatives(rows, m.alternativeColumns(rows), m.session.Today(), at)
	m.put(&over{component: list, taken: func(at int) tea.Cmd {
		m.takeAlternative(list.Pressed, at, all)
		return nil
	}, again: func() {
		all = m.session.Alternatives()
		list.Show(m.alternativeRows(all))
	}})
	return list
}

// alternativeColumns are the deadlines: those that one of the what-ifs moves, then the others, the worst of the plan first.
func (m *Model) alternativeColumns(rows []input.Alternative) []schedule.Ref {
	moved := map[schedule.Ref]bool{}
	for _, r := range rows {
		for _, e := range r.Effects {
			moved[e.On] = moved[e.On] || e.Changed()
		}
	}
	var first, rest []schedule.Ref
	for _, d := range m.deadlines {
		if moved[d.On] {
			first = append(first, d.On)
		} else {
			rest = append(rest, d.On)
		}
	}
	return append(first, rest...)
}

func (m *Model) alternativeRows(all []session.Alternative) []input.Alternative {
	plan := m.session.Plan()
	rows := []input.Alternative{{Name: "the plan", Says: "the roadmap as it is", Effects: schedule.Effects(plan, plan)}}
	for i := range all {
		a := &all[i]
		row := input.Alternative{Name: alternativeName(a), Unkept: a.Unkept, Says: withHeld(a) + "tried: " + a.Tried, Misfits: len(a.Misfits) > 0 || a.Err != nil}
		switch {
		case a.Err != nil:
			row.Says = "no longer fits: " + a.Err.Error()
		case len(a.Misfits) > 0:
			row.Says = "no longer fits: " + strings.Join(a.Misfits, "; ")
		}
		if a.Plan != nil {
			row.Effects = schedule.Effects(plan, a.Plan)
		}
		rows = append(rows, row)
	}
	return rows
}

// withHeld says what other what-ifs are in one with all that they do: what those win is in what it wins.
func withHeld(a *session.Alternative) string {
	if len(a.Holds) == 0 {
		return ""
	}
	names := make([]string, len(a.Holds))
	for i, name := range a.Holds {
		names[i] = "“" + name + "”"
	}
	return "with all of " + session.List(names) + "; "
}

// takeAlternative does what was pressed on a row of the list; row 0 is the plan.
func (m *Model) takeAlternative(pressed string, row int, all []session.Alternative) {
	if pressed == "n" {
		m.close()
		m.beginTrial()
		return
	}
	if row == 0 {
		if pressed == "enter" {
			m.close()
		}
		return
	}
	a := all[row-1]
	switch pressed {
	case "enter":
		m.openAlternative(a)
	case "r":
		m.renameAlternative(a, row)
	case "x":
		m.removeAlternative(a, row)
	}
}

func (m *Model) openAlternative(a session.Alternative) {
	m.close()
	if err := m.session.Show(a); err != nil {
		m.fail(err)
		return
	}
	m.look()
	if len(a.Misfits) > 0 {
		m.say("no longer fits: " + strings.Join(a.Misfits, "; "))
		return
	}
	m.tell("“" + alternativeName(&a) + "” is open: ‹W› ends it")
}

func (m *Model) renameAlternative(a session.Alternative, row int) {
	if a.Name == "" {
		m.openAlternative(a)
		m.askName()
		return
	}
	line := input.NewLine(input.LineOptions{Prompt: "rename to", Text: a.Name, Enter: "rename", Esc: "leave", Needed: "a name"})
	m.put(&over{component: line, taken: func(int) tea.Cmd {
		to := strings.TrimSpace(line.Text())
		if err := m.session.Rename(a.Name, to); err != nil {
			line.Refuse(err.Error())
			return nil
		}
		m.close()
		m.close()
		m.look()
		m.listAlternatives(row).Say("renamed; u takes it back")
		return nil
	}})
}

// removeAlternative deletes a what-if. One that is kept comes back by undo; one that is not wants a second word.
func (m *Model) removeAlternative(a session.Alternative, row int) {
	remove := func() {
		m.close()
		if err := m.session.Remove(a); err != nil {
			m.fail(err)
			return
		}
		m.look()
		says := "deleted; it was not kept"
		if a.Name != "" {
			says = m.keyed("deleted “" + a.Name + "”; ‹u› brings it back")
		}
		if len(m.session.Alternatives()) == 0 {
			m.say(says)
			return
		}
		m.listAlternatives(row - 1).Say(says)
	}
	if !a.Unkept {
		remove()
		return
	}
	m.choose("it holds edits that are not kept and would be lost:", option{"x", "delete it", func() tea.Cmd {
		remove()
		return nil
	}})
}
