package scene

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// Since is how a scene stands compared with an earlier day.
type Since struct {
	Day     roadmap.Date
	CheckIn bool           // the day is that of the last check-in
	Plan    *schedule.Plan // as it was then
	causes  func() causesSince
}

// causesSince is how root causes stand compared with those of an earlier day.
type causesSince struct {
	trends []schedule.Trend // of Roots, by their places
	gone   []schedule.Root  // of that day, and no more; the known ones are left out
}

// Gone are the root causes of that day that are no more; the known ones are left out.
func (x *Since) Gone() []schedule.Root { return x.causes().gone }

// Compare compares the scene with an earlier plan and its root causes.
func (s *Scene) Compare(then history.Then, plan *schedule.Plan, roots []schedule.Root) {
	s.Since = &Since{Day: then.Day, CheckIn: then.CheckIn, Plan: plan, causes: beside(func() causesSince {
		trends, gone := schedule.CompareRoots(roots, s.Roots())
		return causesSince{trends, slices.DeleteFunc(gone, func(r schedule.Root) bool { return r.Known })}
	})}
}

// TaskSince is what has become of a task since the day that is compared with: "new", "done", "dropped", or the working days by which
// its finish is another; empty where nothing has, or nothing is compared. before is its place in the plan of that day.
func (s *Scene) TaskSince(task int) (words string, before int) {
	if s.Since == nil || s.Since.Plan == nil {
		return "", -1
	}
	then, t := s.Since.Plan, s.Roadmap.Tasks()[task]
	before = then.Roadmap.TaskIndex(t.ID)
	if before < 0 {
		return "new", -1
	}
	was, now := &then.Tasks[before], &s.Plan.Tasks[task]
	switch status := then.Roadmap.Tasks()[before].Status; {
	case t.Status == roadmap.Done && status != roadmap.Done:
		return "done", before
	case t.Status == roadmap.Dropped && status != roadmap.Dropped:
		return "dropped", before
	case t.Status.Open() && !status.Open():
		return "reopened", before
	case !t.Status.Open() || !was.Planned || !now.Planned || was.Finish == now.Finish:
		return "", before
	}
	if days := s.Roadmap.TaskCalendar(t).Between(was.Finish, now.Finish); days != 0 {
		words = paint.Delta(days, false)
	}
	return words, before
}

// Trend is how the root cause at a place stands, as a word; empty where it stands as it did, or nothing is compared. What is known and
// accepted has none, nor has what is at risk by chance alone, which was not reckoned then: SinceWords does not count them.
func (s *Scene) Trend(root int) string {
	if s.Since == nil || s.untold(&s.Roots()[root]) {
		return ""
	}
	if trend := s.Since.causes().trends[root]; trend != schedule.Same {
		return trend.String()
	}
	return ""
}

// untold tells whether nothing is said of what became of a cause.
func (s *Scene) untold(r *schedule.Root) bool {
	return r.Known || !slices.ContainsFunc(r.Flags, func(i int) bool { return s.Flags[i].Reason != "probability" })
}

// TrendStyle is the colour of a trend's word.
func TrendStyle(word string) paint.Style {
	if word == schedule.Better.String() {
		return paint.Fine
	}
	return paint.Late
}

// SinceWords is "Since Fri 20 Nov: 1 new, 1 worse, 1 gone"; empty where nothing is compared.
func (s *Scene) SinceWords() string {
	x := s.Since
	if x == nil {
		return ""
	}
	var count [4]int
	causes, roots := x.causes(), s.Roots()
	for i, t := range causes.trends {
		if !s.untold(&roots[i]) {
			count[t]++
		}
	}
	var parts []string
	for _, t := range []schedule.Trend{schedule.New, schedule.Worse, schedule.Better} {
		if n := count[t]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, t))
		}
	}
	if n := len(causes.gone); n > 0 {
		parts = append(parts, fmt.Sprintf("%d gone", n))
	}
	what := "nothing has changed"
	if len(parts) > 0 {
		what = strings.Join(parts, ", ")
	}
	called := "Since " + paint.Weekday(x.Day, s.Today)
	if x.CheckIn {
		called = "Since the check-in, " + paint.Weekday(x.Day, s.Today)
	}
	return called + ": " + what
}
