package tui

import (
	"fmt"

	"bywhen/roadmap/phrase"
	"bywhen/tui/scene"
)

// setFilter shows only the tasks that a filter lets through; the empty text shows all. A filter that cannot be read in full
// is used as far as it can, and the error is returned.
func (m *Model) setFilter(text string) error {
	s := m.scene
	s.Filter, s.Filtering = text, text != ""
	err := m.match()
	m.version++
	s.Version = m.version
	return err
}

// liftFilter shows all tasks again; n and N go from match to match.
func (m *Model) liftFilter() {
	m.scene.Filtering = false
	m.version++
	m.scene.Version = m.version
	m.tell("filter lifted: ‹n› ‹N› go from match to match, ‹esc› forgets it")
}

// match finds the tasks that the filter lets through, and their order.
func (m *Model) match() error {
	s := m.scene
	s.Matches, s.Order = nil, nil
	if s.Filter == "" {
		return nil
	}
	f, err := phrase.ParseFilter(s.Filter, phrase.Context{Dates: s.Plan.Dates, Today: s.Today, Roadmap: s.Roadmap})
	rows := filterRows(s)
	s.Matches = make([]bool, len(rows))
	for i := range rows {
		s.Matches[i] = f.Match(rows[i])
	}
	if f.Order.Key != "" {
		s.Order = func(a, b int) int { return f.Order.Compare(rows[a], rows[b]) }
	}
	return err
}

// filterRows are the tasks as a filter looks at them.
func filterRows(s *scene.Scene) []phrase.Row {
	rows := make([]phrase.Row, len(s.Roadmap.Tasks()))
	for i, t := range s.Roadmap.Tasks() {
		p := &s.Plan.Tasks[i]
		rows[i] = phrase.Row{Task: t, Planned: p.Planned, Start: p.Start, Finish: p.Finish, Slack: p.Slack, Critical: p.Critical, OpenEnd: p.OpenEnd}
	}
	for i := range s.Flags {
		if k := s.Roadmap.TaskIndex(s.Flags[i].Task); k >= 0 {
			rows[k].Flags, rows[k].Known = append(rows[k].Flags, s.Flags[i].Kind.String()), rows[k].Known || s.Flags[i].Known
		}
	}
	return rows
}

// matchCount says how many tasks the filter found, and whether the view that is open leaves out the others.
func (m *Model) matchCount() string {
	n := 0
	for _, ok := range m.scene.Matches {
		n += b2i(ok)
	}
	out := fmt.Sprintf("%d of %d tasks", n, len(m.scene.Matches))
	if tab := &m.tabs[m.active]; !tab.filters {
		out += ", but not in the " + tab.name
	}
	return out
}
