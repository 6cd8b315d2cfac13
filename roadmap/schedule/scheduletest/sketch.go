// Package scheduletest makes roadmaps for tests of plans and of what is read off them: by hand, at random, and as large as they come.
package scheduletest

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// Monday is the status date of these tests: 5 January 2026, a Monday.
var Monday = roadmap.MustDate("2026-01-05")

// Sketch builds a roadmap of a team "a" of one and whatever a test adds. Edits that a test's own roadmap refuses fail it.
type Sketch struct {
	t     testing.TB
	Draft *roadmap.Draft
}

// NewSketch is one that holds that team alone, with the status date as its start.
func NewSketch(t testing.TB) *Sketch {
	s := &Sketch{t, roadmap.New("Sketch", Monday).Edit(Monday)}
	return s.Team(roadmap.Team{ID: "a", Name: "Team A", Capacity: 1})
}

// Must fails the test where an edit failed.
func (s *Sketch) Must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// Team adds a team as it is given.
func (s *Sketch) Team(t roadmap.Team) *Sketch {
	s.t.Helper()
	_, err := s.Draft.AddTeam(t)
	s.Must(err)
	return s
}

// IDOf is the id that a sketch gives a task, from its title.
func IDOf(title string) string { return strings.ReplaceAll(title, " ", "-") }

// Task adds a task of that many days; change may be nil.
func (s *Sketch) Task(title string, days int, change func(*roadmap.Task)) *Sketch {
	s.t.Helper()
	t := roadmap.Task{ID: IDOf(title), Title: title, Effort: roadmap.PersonDays(days)}
	if change != nil {
		change(&t)
	}
	_, err := s.Draft.AddTask(t)
	s.Must(err)
	return s
}

// Link makes the task of the title to wait for that of from, with a lag in working days.
func (s *Sketch) Link(from, to string, typ roadmap.LinkType, lag int) *Sketch {
	s.t.Helper()
	s.Must(s.Draft.Link(roadmap.Dependency{From: IDOf(from), To: IDOf(to), Type: typ, Lag: lag}))
	return s
}

// Holiday adds days off for all, both inclusive.
func (s *Sketch) Holiday(from, to string) *Sketch {
	s.t.Helper()
	set := *s.Draft.Settings()
	set.Holidays = append(set.Holidays, roadmap.Period{Name: "Holiday", From: roadmap.MustDate(from), To: roadmap.MustDate(to)})
	s.Must(s.Draft.SetSettings(set))
	return s
}

// Roadmap is what was drawn so far.
func (s *Sketch) Roadmap() *roadmap.Roadmap {
	s.t.Helper()
	r, err := s.Draft.Close()
	s.Must(err)
	return r
}

// Plan is the levelled plan of it, as of Monday.
func (s *Sketch) Plan() *schedule.Plan {
	s.t.Helper()
	return schedule.Compute(s.Roadmap(), Monday, schedule.Options{})
}

// Sized adds a team of that capacity.
func (s *Sketch) Sized(id string, capacity int) *Sketch {
	return s.Team(roadmap.Team{ID: id, Name: "Team " + id, Capacity: capacity})
}

// After is the roadmap of a sketch with its plan of that day as the baseline, and then one more edit.
func (s *Sketch) After(edit func(*roadmap.Draft) error) *roadmap.Roadmap {
	s.t.Helper()
	r := s.Roadmap()
	d := r.Edit(Monday)
	s.Must(d.PutBaseline(schedule.Compute(r, Monday, schedule.Options{}).Baseline("Board")))
	s.Must(edit(d))
	r, err := d.Close()
	s.Must(err)
	return r
}

// Edited is the plan of a roadmap after an edit, as of Monday.
func Edited(t *rapid.T, r *roadmap.Roadmap, edit func(*roadmap.Draft) error) *schedule.Plan {
	d := r.Edit(Monday)
	if err := edit(d); err != nil {
		t.Fatal(err)
	}
	next, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return schedule.Compute(next, Monday, schedule.Options{})
}

// FinishOf is the finish of a task or goal in a plan, and whether nobody knows it.
func FinishOf(p *schedule.Plan, on schedule.Ref) (roadmap.Date, bool) {
	if on.Goal != "" {
		return p.Goal(on.Goal)
	}
	t := p.Tasks[p.Roadmap.TaskIndex(on.Task)]
	return t.Finish, t.OpenEnd
}
