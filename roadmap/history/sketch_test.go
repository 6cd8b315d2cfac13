package history_test

import (
	"testing"

	"bywhen/roadmap"
)

var monday = roadmap.MustDate("2026-01-05")

// sketch is a roadmap that begins on Monday 5 January 2026, with a team a of one person; a task's id is its title.
type sketch struct {
	t testing.TB
	d *roadmap.Draft
}

func newSketch(t testing.TB) *sketch {
	return (&sketch{t, roadmap.New("Sketch", monday).Edit(monday)}).team(roadmap.Team{ID: "a", Name: "Team A", Capacity: 1})
}

func (s *sketch) team(t roadmap.Team) *sketch {
	_, err := s.d.AddTeam(t)
	return s.must(err)
}

func (s *sketch) must(err error) *sketch {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
	return s
}

// task adds a task of that many days; change may be nil.
func (s *sketch) task(title string, days int, change func(*roadmap.Task)) *sketch {
	t := roadmap.Task{ID: title, Title: title, Effort: roadmap.PersonDays(days)}
	if change != nil {
		change(&t)
	}
	_, err := s.d.AddTask(t)
	return s.must(err)
}

// after makes the second task wait for the first to finish.
func (s *sketch) after(from, to string) *sketch {
	return s.must(s.d.Link(roadmap.Dependency{From: from, To: to}))
}

func (s *sketch) roadmap() *roadmap.Roadmap {
	r, err := s.d.Close()
	s.must(err)
	return r
}
