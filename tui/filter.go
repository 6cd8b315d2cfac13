package tui

import (
	"fmt"

	"bywhen/roadmap/phrase"
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
	m.say("filter lifted: n N go from match to match, esc forgets it")
}

// match finds the tasks that the filter lets through.
func (m *Model) match() error {
	s := m.scene
	s.Matches = nil
	if s.Filter == "" {
		return nil
	}
	f, err := phrase.ParseFilter(s.Filter, phrase.Context{Today: s.Today, Roadmap: s.Roadmap})
	flags := make([][]string, len(s.Roadmap.Tasks()))
	for i := range s.Flags {
		if k := s.Roadmap.TaskIndex(s.Flags[i].Task); k >= 0 {
			flags[k] = append(flags[k], s.Flags[i].Kind.String())
		}
	}
	s.Matches = make([]bool, len(s.Roadmap.Tasks()))
	for i, t := range s.Roadmap.Tasks() {
		p := &s.Plan.Tasks[i]
		s.Matches[i] = f.Match(phrase.Row{Task: t, Planned: p.Planned, Start: p.Start, Finish: p.Finish, Slack: p.Slack,
			Critical: p.Critical, OpenEnd: p.OpenEnd, Flags: flags[i]})
	}
	return err
}

// matchCount says how many tasks the filter found.
func (m *Model) matchCount() string {
	n := 0
	for _, ok := range m.scene.Matches {
		n += b2i(ok)
	}
	return fmt.Sprintf("%d of %d tasks", n, len(m.scene.Matches))
}
