package tui

import (
	"context"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/fix"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

// search is the search for ways out that was begun last.
type search struct {
	work    work
	version int // of the scene it is for
	of      scene.Ways
}

// asks tells whether ways out of something are being looked for in the scene of a version.
func (x *search) asks(of scene.Ways, version int) bool {
	return x.work.running() && x.of == of && x.version == version
}

// restMsg is that the selection has rested for a while since it came to a cause: whoever leaves it and comes back waits anew.
type restMsg struct {
	turn    int // how often it has come to one
	version int
	of      scene.Ways
}

// restFor is how long the selection rests on a cause before its ways out are looked for: holding a key down starts nothing.
const restFor = 150 * time.Millisecond

// seek looks for ways out, unless they are known or being looked for. What was looked for before is given up.
func (m *Model) seek(of scene.Ways) tea.Cmd {
	if m.scene.Found(of) != nil || m.search.asks(of, m.version) {
		return nil
	}
	version, plan, made := m.version, m.scene.Plan, m.scene.Forecast
	m.search.version, m.search.of = version, of
	rough := m.roughly(plan)
	return m.workOut(&m.search.work, func(ctx context.Context, _ func(float64)) func() {
		o := fix.Options{About: of.About, Likely: rough.Likely(ctx, 1), Stop: func() bool { return ctx.Err() != nil }}
		if made != nil {
			o.Likely = made.Likely
		}
		found := fix.Find(plan, of.On, o)
		for i := range found.Ways {
			found.Ways[i].Plan = nil // a plan of a large roadmap is megabytes, and many causes may be looked at
		}
		return func() { m.sought(version, of, &found) }
	})
}

// giveUp stops the search that runs; where the selection rests one may begin again.
func (m *Model) giveUp() {
	if m.search.work.running() {
		m.search.work.cancel()
		m.rested = restMsg{turn: m.rested.turn}
	}
}

// sought takes in what a search found, if that is of what is shown.
func (m *Model) sought(version int, of scene.Ways, found *fix.Fixes) {
	if version != m.version {
		return
	}
	m.scene.Find(of, found)
	if top := m.top(); top != nil {
		if list, ok := top.component.(*input.Ways); ok && top.ways == of {
			list.Show(found)
		}
	}
}

// resting begins to wait until the selection rests on what the view shows ways out of, so that they are there without a key.
func (m *Model) resting() tea.Cmd {
	if top := m.top(); top != nil {
		return m.reopen(top)
	}
	of, ok := m.waysOf()
	if !ok || of != m.search.of {
		m.giveUp() // nobody waits for it any more
	}
	if !ok || m.scene.Found(of) != nil {
		return nil
	}
	if m.rested.version == m.version && m.rested.of == of {
		return nil
	}
	now := restMsg{m.rested.turn + 1, m.version, of}
	m.rested = now
	if m.rest <= 0 {
		return m.seek(of)
	}
	return tea.Tick(m.rest, func(time.Time) tea.Msg { return now })
}

// reopen looks anew for ways out that are shown while the plan changes under them.
func (m *Model) reopen(top *over) tea.Cmd {
	list, ok := top.component.(*input.Ways)
	if !ok || m.scene.Found(top.ways) != nil || m.search.work.running() {
		return nil
	}
	list.Search()
	return m.seek(top.ways)
}

// waysOf is what the view itself shows ways out of; false where it shows none.
func (m *Model) waysOf() (scene.Ways, bool) {
	view, ok := m.tabs[m.active].view.(interface {
		Ways(s *scene.Scene) scene.Ways
	})
	if !ok {
		return scene.Ways{}, false
	}
	of := view.Ways(m.scene)
	return of, of.On != scene.Ref{}
}

// showWays opens the ways out of the selection.
func (m *Model) showWays() tea.Cmd {
	of, ok := m.waysOf()
	if !ok {
		of = scene.Ways{On: m.scene.Selected}
	}
	if of.On == (scene.Ref{}) {
		m.say("select a task, a goal or a team: f shows its ways out")
		return nil
	}
	list := input.NewWays("Ways out of "+m.scene.Title(of.On), m.scene.Today)
	var cmd tea.Cmd
	if found := m.scene.Found(of); found != nil {
		list.Show(found)
	} else {
		cmd = m.seek(of)
	}
	m.put(&over{component: list, ways: of, left: m.giveUp, taken: func(at int) tea.Cmd {
		found := m.scene.Found(of)
		m.close()
		if found == nil || at >= len(found.Ways) {
			return nil
		}
		return m.chooseWay(&found.Ways[at])
	}})
	return cmd
}

// chooseWay takes a way out: what one can do is tried in a what-if, what is to be asked for is kept on its task.
func (m *Model) chooseWay(f *fix.Fix) tea.Cmd {
	switch {
	case f.Ask == "":
		m.tryWay(f)
		return nil
	case f.Asked != 0:
		m.askAgain(f)
		return nil
	}
	return m.askFor(f)
}

// tryWay makes the edit in a what-if, which it opens where none is.
func (m *Model) tryWay(f *fix.Fix) {
	open, _ := m.session.Trying()
	m.session.Try()
	if !m.edit(f.Title, "", f.Apply) {
		if !open {
			m.session.Discard()
			m.look()
		}
		return
	}
	m.say("tried: " + f.Title + "; W accepts or discards it")
}

// askFor copies the message, shows it, and keeps the request on its task. It moves no date, and is no part of a what-if.
func (m *Model) askFor(f *fix.Fix) tea.Cmd {
	if open, _ := m.session.Trying(); open {
		return m.showText(f.Ask, f.Message, m.keyed("in a what-if no request is kept: once ‹W› ends it, ask again to keep it"), nil)
	}
	if !m.edit(f.Done(), "", f.Apply) {
		return nil
	}
	note := "kept on " + m.scene.Title(scene.Ref{Task: f.Task}) + ", and no date moves until it is answered; ‹u› takes it back"
	return m.showText(f.Ask, f.Message, m.keyed(note), m.takesBack())
}

// asked is who is asked, by name.
func (m *Model) asked(who string) string {
	if name := m.scene.TeamName(who); name != "" {
		return name
	}
	return who
}

// askAgain asks what is to become of a request that was made before.
func (m *Model) askAgain(f *fix.Fix) {
	question := "asked of " + m.asked(f.Ask) + " on " + paint.Day(f.Asked, m.scene.Today)
	m.choose(question, option{"y", "copy the message again", func() tea.Cmd {
		return m.showText(f.Ask, f.Message, question, nil)
	}}, option{"a", "it is answered", func() tea.Cmd {
		m.edit("answered: "+f.Title, "", func(d *roadmap.Draft) error { return f.Answer(d) })
		return nil
	}})
}
