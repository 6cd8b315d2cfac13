package tui

import (
	"errors"

	"bywhen/tui/action"
	"bywhen/tui/details"
	"bywhen/tui/history"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
	"bywhen/tui/session"

	tea "github.com/charmbracelet/bubbletea"
)

// key takes a key: what lies on top is asked first. Keys pressed while the program was busy, or held down, come as one
// message: where they are not text they are parted.
func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	if m.opts.Config.Keys.Has(action.Redraw, k) { // of which what is shown is none the wiser
		m.redraw()
		return nil
	}
	m.agreed = m.heard()
	m.message, m.trouble = "", false
	m.scene.Passing = false // until this key moves it too: see walks
	switch {
	case m.left:
		return nil
	case k.Alt && (k.Type == tea.KeyEsc || k.Type == tea.KeyRunes && !(m.typing() && input.Edits(k))): // no key of ours: esc, and another at once
		k.Alt = false
		return tea.Batch(m.key(tea.KeyMsg{Type: tea.KeyEsc}), m.key(k))
	case len(k.Runes) > 1 && !k.Paste && !m.typing():
		return m.keysTogether(k.Runes)
	case m.top() != nil:
		k.Paste = k.Paste || len(k.Runes) > 1 // text, be it "up" or "enter", which no key is meant by
		return m.typed(k)
	case k.Paste:
		return m.pasted(k)
	}
	a := m.opts.Config.Keys.Of(k.String())
	m.goOn(a)
	return m.do(a)
}

// keysTogether takes keys one by one, until one of them opens what takes the rest as text.
func (m *Model) keysTogether(keys []rune) tea.Cmd {
	var cmds []tea.Cmd
	for i := range keys {
		if m.typing() {
			cmds = append(cmds, m.key(tea.KeyMsg{Type: tea.KeyRunes, Runes: keys[i:]}))
			break
		}
		cmds = append(cmds, m.key(tea.KeyMsg{Type: tea.KeyRunes, Runes: keys[i : i+1]}))
	}
	return tea.Batch(cmds...)
}

// do carries an action out: the pane that has the keys, the view, then the root.
func (m *Model) do(a action.Action) tea.Cmd {
	if a == action.None {
		return nil
	}
	if a == action.FlipNext || a == action.FlipBack { // whatever is looked at
		m.flip(map[action.Action]int{action.FlipNext: 1, action.FlipBack: -1}[a])
		return nil
	}
	if m.ledger != nil {
		return m.ledgerActs(a)
	}
	m.settle()
	if !a.IsView() {
		m.arrived = arrival{}
	}
	if m.inside && !(a == action.Why && m.hasLedger(m.scene.Selected)) && m.scrollDetails(a) {
		return nil
	}
	return m.take(m.tabs[m.active].view.Act(m.scene, a), a)
}

// take takes a view's outcome in; what it did not handle is done here.
func (m *Model) take(o scene.Outcome, a action.Action) tea.Cmd {
	if o.Handled || o.Select != (scene.Ref{}) {
		m.selectRef(o.Select)
	}
	if o.Say != "" {
		m.say(o.Say)
	}
	if o.GoTo != (scene.Ref{}) {
		m.active = 0
		switch {
		case o.GoTo.Risk != "":
			m.active = int(action.View6 - action.View1)
		case o.GoTo.Team != "":
			m.active = int(action.View3 - action.View1)
		}
		m.selectRef(o.GoTo)
	}
	if o.Travel != scene.Stay {
		m.travel(o.Travel)
		return nil
	}
	if o.Ledger != (scene.Ref{}) {
		m.openLedger(o.Ledger)
	}
	if o.Change != 0 {
		m.open(int(action.View7 - action.View1))
		m.history().PointAt(o.Change)
	}
	if o.Way != nil {
		return m.chooseWay(o.Way)
	}
	if o.Do != action.None {
		a = o.Do
	} else if o.Handled {
		return nil
	}
	return m.act(a)
}

func (m *Model) selectRef(r scene.Ref) {
	if r != m.scene.Selected {
		m.scene.Selected, m.scroll = r, 0
	}
}

// act is what actions mean where the view has nothing of its own to do.
func (m *Model) act(a action.Action) tea.Cmd {
	if a.Edits() && m.refusesPast() {
		return nil
	}
	switch a {
	case action.View1, action.View2, action.View3, action.View4, action.View5, action.View6, action.View7:
		m.open(int(a - action.View1))
	case action.NextView:
		m.open((m.active + 1) % len(m.tabs))
	case action.PreviousView:
		m.open((m.active + len(m.tabs) - 1) % len(m.tabs))
	case action.Enter:
		m.toggleDetails()
	case action.Unfold:
		if m.inside = m.screen.details.h > 0; !m.inside {
			m.tell("nothing to unfold here, and no pane beside: ‹enter› opens the details")
		}
	case action.Fold:
		m.say("nothing to fold here")
	case action.Next, action.Previous:
		if v, ok := m.view().(*history.View); ok && v.Searched() != "" {
			m.tell("only the changes that match are shown: ‹j› and ‹k› go through them")
		} else if m.scene.Matches == nil {
			m.tell("no filter yet: ‹/› asks for one")
		} else {
			m.tell("‹n› and ‹N› go from match to match in the Plan: ‹1› opens it")
		}
	case action.Why:
		m.showWhy()
	case action.Fix:
		return m.showWays()
	case action.GroupBy:
		m.askGrouping()
	case action.Columns:
		m.askColumns()
	case action.Cancel:
		m.cancel()
	case action.Quit:
		return m.quit()
	case action.Suspend:
		return m.suspend()
	case action.Redraw:
		m.redraw()
	case action.Copy:
		return m.copy()
	case action.WhatIf:
		return m.whatIf()
	case action.KeepWhatIf:
		m.keepWhatIf()
	case action.ListWhatIfs:
		m.listWhatIfs("")
	case action.DropWhatIf:
		m.dropWhatIf()
	case action.KeepFilter:
		m.keepFilter(m.scene.Filter, nil)
	case action.ForgetFilter:
		m.forgetFilter(m.scene.Filter, nil)
	case action.Settings:
		m.sayAll("`bywhen config --init` writes a file that shows what can be set: keys, theme, columns, how dates are written; `bywhen config` says what is in force")
	case action.Tour:
		m.beginTour()
	case action.BackTo:
		m.backTo()
	case action.TakeBack:
		m.takeBack()
	case action.Earlier, action.Later, action.ToToday, action.ToBar, action.ZoomIn, action.ZoomOut, action.Fit, action.CriticalChain, action.AllLinks:
		m.say(m.keyed("this works on the timeline of the Plan: ‹1› opens it"))
	default:
		return m.change(a)
	}
	return nil
}

// refusesPast says so where the past is shown, which nothing edits.
func (m *Model) refusesPast() bool {
	if m.session.Visiting() == nil {
		return false
	}
	m.say("this is the past, and stays as it was: esc comes back")
	return true
}

// redraw has the next frame drawn whole, over whatever another program has written there.
func (m *Model) redraw() {
	if m.terminal != nil {
		m.terminal.Redraw()
	}
}

// open opens a view. What was selected before another view was only looked at is selected again.
func (m *Model) open(view int) {
	if view >= len(m.tabs) {
		return
	}
	if m.arrived.at == m.scene.Selected && m.arrived.at != m.arrived.from {
		m.selectRef(m.arrived.from)
	}
	m.arrived = arrival{}
	m.active, m.inside, m.ledger = view, false, nil
	if k := m.scene.Roadmap.Risk(m.scene.Selected.Risk); k != nil && view != int(action.View6-action.View1) {
		m.arrived = arrival{from: m.scene.Selected, at: m.scene.Hit(k)} // the other views know what it hits
		m.selectRef(m.arrived.at)
	}
}

// toggleDetails opens and closes the pane about the selection.
func (m *Model) toggleDetails() {
	if m.w >= besideFrom {
		m.closed = !m.closed
		return
	}
	m.details = !m.details
	m.inside = m.details && m.screen.view.h < 16 // then nothing else is seen
}

// showWhy opens the ledger of a deadline; of anything else the details at the chain of causes.
func (m *Model) showWhy() {
	if m.hasLedger(m.scene.Selected) {
		m.openLedger(m.scene.Selected)
		return
	}
	m.details, m.closed = true, false
	m.inside, m.scroll = true, details.WhyLine(m.scene, m.detailWidth())
}

// detailWidth is the width that the pane about the selection has, or will have.
func (m *Model) detailWidth() int {
	return layoutOf(m.w, m.h, wanted{strip: m.tabs[m.active].story, details: true}).details.w
}

// scrollDetails answers what the pane about the selection does with an action while it has the keys.
func (m *Model) scrollDetails(a action.Action) bool {
	page := max(m.screen.details.h/2, 1)
	switch a {
	case action.Down:
		m.scroll++
	case action.Up:
		m.scroll--
	case action.PageDown:
		m.scroll += page
	case action.PageUp:
		m.scroll -= page
	case action.First:
		m.scroll = 0
	case action.Fold, action.Enter, action.Cancel, action.Quit, action.Why:
		m.inside, m.scroll = false, 0
		m.details = m.details && a == action.Fold && m.screen.view.h > 0
	default:
		return false
	}
	m.scroll = max(m.scroll, 0)
	return true
}

// cancel takes away one thing that is open or set, the topmost first.
func (m *Model) cancel() {
	switch {
	case m.details && m.w < besideFrom:
		m.details = false
	case m.session.Visiting() != nil:
		m.comeBack()
		m.say("this is now")
	case len(m.scene.Marks) > 0:
		m.say(paint.Count(len(m.scene.Marks), "mark") + " cleared")
		m.clearMarks()
	case m.searching() != "":
		m.history().Search("")
	case m.scene.Filtering:
		m.liftFilter()
	case m.scene.Matches != nil:
		m.setFilter("")
	}
}

// quit closes what is open; with nothing open it leaves once all is saved.
func (m *Model) quit() tea.Cmd {
	if m.details && m.w < besideFrom {
		m.details = false
		return nil
	}
	if m.session.Visiting() != nil {
		m.comeBack()
		return nil
	}
	if err := m.session.KeepUnfinished(); err != nil {
		m.fail(err)
		return nil
	}
	m.look()
	unsaved, trouble := m.session.Unsaved()
	var gone *session.Gone
	switch {
	case len(unsaved) == 0 && errors.As(m.session.Trouble(), &gone):
		m.askGone(gone)
	case len(unsaved) == 0:
		return m.leave()
	case trouble == nil:
		m.leaving = true
	default:
		m.askLoss(unsaved, trouble)
	}
	return nil
}

// askLoss asks what is to become of edits that cannot be saved.
func (m *Model) askLoss(unsaved []string, trouble error) {
	options := append([]option{{"r", "try again", func() tea.Cmd { m.leaving = true; m.session.Retry(); return nil }}}, m.goneOptions(trouble)...)
	if m.opts.Save != nil {
		options = append(options, option{"e", "export", func() tea.Cmd { m.export(); return nil }})
	}
	m.choose("not saved: "+session.List(unsaved)+" ("+inShort(trouble)+")", append(options, option{"X", "quit and lose it", m.leave})...)
}

// leave ends the program; keys that were pressed since do nothing.
func (m *Model) leave() tea.Cmd {
	m.left = true
	return tea.Quit
}
