package tui

import (
	"context"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/forecast"
	"bywhen/roadmap/schedule"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

// search is a search for ways out that runs beside the UI. An answer to another question than the last is dropped.
type search struct {
	version int // of the scene it is for
	of      scene.Ways
	stop    context.CancelFunc
}

// waysMsg is what a search found; nil where it was stopped.
type waysMsg struct {
	version int
	of      scene.Ways
	found   *schedule.Fixes
}

// restMsg is that the selection has rested for a while since it came to a cause.
type restMsg struct {
	version int
	of      scene.Ways
}

// restFor is how long the selection rests on a cause before its ways out are looked for: holding a key down starts nothing.
const restFor = 150 * time.Millisecond

// seek looks for ways out, unless they are known or being looked for. What was looked for before is given up.
func (m *Model) seek(of scene.Ways) tea.Cmd {
	if m.scene.Found(of) != nil || m.search != nil && m.search.of == of && m.search.version == m.version {
		return nil
	}
	m.giveUp()
	ctx, stop := context.WithCancel(context.Background())
	m.search = &search{m.version, of, stop}
	version, plan := m.version, m.scene.Plan
	return m.guarded(func() tea.Msg {
		found := plan.Fixes(of.On, schedule.FixOptions{About: of.About, Likely: forecast.Roughly(ctx, plan, 1), Stop: func() bool { return ctx.Err() != nil }})
		if ctx.Err() != nil {
			return waysMsg{version, of, nil}
		}
		for i := range found.Ways {
			found.Ways[i].Plan = nil // a plan of a large roadmap is megabytes, and many causes may be looked at
		}
		return waysMsg{version, of, &found}
	})
}

// giveUp stops the search that runs.
func (m *Model) giveUp() {
	if m.search != nil {
		m.search.stop()
		m.search, m.rested = nil, restMsg{}
	}
}

// sought takes in what a search found.
func (m *Model) sought(msg waysMsg) {
	if m.search == nil || m.search.of != msg.of || m.search.version != msg.version {
		return
	}
	m.search.stop()
	m.search = nil
	if msg.version != m.version || msg.found == nil {
		return
	}
	m.scene.Find(msg.of, msg.found)
	if top := m.top(); top != nil {
		if list, ok := top.component.(*input.Ways); ok && top.ways == msg.of {
			list.Show(msg.found)
		}
	}
}

// resting begins to wait until the selection rests on what the view shows ways out of, so that they are there without a key.
func (m *Model) resting() tea.Cmd {
	if top := m.top(); top != nil {
		return m.reopen(top)
	}
	of, ok := m.waysOf()
	if !ok || m.scene.Found(of) != nil {
		return nil
	}
	now := restMsg{m.version, of}
	if now == m.rested {
		return nil
	}
	m.rested = now
	if m.rest <= 0 {
		return m.seek(of)
	}
	return tea.Tick(m.rest, func(time.Time) tea.Msg { return now })
}

// reopen looks anew for ways out that are shown while the plan changes under them.
func (m *Model) reopen(top *over) tea.Cmd {
	list, ok := top.component.(*input.Ways)
	if !ok || m.scene.Found(top.ways) != nil || m.search != nil {
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
func (m *Model) chooseWay(f *schedule.Fix) tea.Cmd {
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
func (m *Model) tryWay(f *schedule.Fix) {
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

// askFor copies the message and keeps the request on its task. It moves no date, and is no part of a what-if.
func (m *Model) askFor(f *schedule.Fix) tea.Cmd {
	if open, _ := m.session.Trying(); open {
		m.tell("copied the message; the request is kept once the what-if has ended: ‹W› ends it")
		return m.toClipboard(f.Message)
	}
	if !m.edit(f.Done(), "", f.Apply) {
		return nil
	}
	m.say("copied the message for " + m.asked(f.Ask) + "; kept on " + m.scene.Title(scene.Ref{Task: f.Task}) + ", and no date moves until it is answered")
	return m.toClipboard(f.Message)
}

// asked is who is asked, by name.
func (m *Model) asked(who string) string {
	if name := m.scene.TeamName(who); name != "" {
		return name
	}
	return who
}

// askAgain asks what is to become of a request that was made before.
func (m *Model) askAgain(f *schedule.Fix) {
	question := "asked of " + m.asked(f.Ask) + " on " + paint.Day(f.Asked, m.scene.Today)
	m.choose(question, option{"y", "copy the message again", func() tea.Cmd {
		m.say("copied the message for " + m.asked(f.Ask))
		return m.toClipboard(f.Message)
	}}, option{"a", "it is answered", func() tea.Cmd {
		m.edit("answered: "+f.Title, "", func(d *roadmap.Draft) error { return f.Answer(d) })
		return nil
	}})
}
