package history_test

import (
	"fmt"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
)

// weeks is a history: changes are made one by one, a day each from scheduletest.Monday on.
type weeks struct {
	t    *testing.T
	r    *roadmap.Roadmap
	past history.Past
}

func (x *weeks) change(title string, change func(*roadmap.Draft) error) {
	x.t.Helper()
	day := scheduletest.Monday + roadmap.Date(len(x.past.Changes))
	d := x.r.Edit(day)
	if err := change(d); err != nil {
		x.t.Fatal(err)
	}
	next, err := d.Close()
	if err != nil {
		x.t.Fatal(err)
	}
	x.past.Changes = append(x.past.Changes, history.Change{Seq: uint64(len(x.past.Changes) + 1), Today: day, Change: roadmap.Diff(x.r, next, title)})
	x.r = next
}

func (x *weeks) takeBack(of uint64, undone bool) {
	x.t.Helper()
	c := x.past.Changes[of-1].Inverted()
	next, err := x.r.Replay(c)
	if err != nil {
		x.t.Fatal(err)
	}
	day := scheduletest.Monday + roadmap.Date(len(x.past.Changes))
	x.past.Changes = append(x.past.Changes, history.Change{Seq: uint64(len(x.past.Changes) + 1), Of: of, Undone: undone, Today: day, Change: c})
	x.r = next
}

// threeTasks is a day's work due on Friday, one that is promised late, and one without a word of how long it takes.
func threeTasks(t *testing.T) *weeks {
	s := scheduletest.NewSketch(t).Task("due", 1, func(t *roadmap.Task) { t.Team, t.Deadline = "a", scheduletest.Monday+4 })
	s.Task("vague", 1, func(t *roadmap.Task) { t.Effort = roadmap.Effort{} })
	return &weeks{t: t, r: s.Roadmap(), past: history.Past{Began: scheduletest.Monday}}
}

func effortOf(id string, days int) func(*roadmap.Draft) error {
	return func(d *roadmap.Draft) error {
		return d.UpdateTask(id, func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(days) })
	}
}

func TestFlagsAreNewWorseBetterOrGoneSinceADay(t *testing.T) {
	x := threeTasks(t)
	x.change("longer", effortOf("due", 7)) // Mon: ends Tue 13 Jan, 2 days late
	x.change("longer", effortOf("due", 9)) // Tue: 4 days late
	x.change("said", effortOf("vague", 2)) // Wed
	now := schedule.Compute(x.r, scheduletest.Monday+2, schedule.Options{})
	for _, c := range []struct {
		day  roadmap.Date
		want string
		gone string
	}{
		{scheduletest.Monday + 2, "slipping 25 same", ""},
		{scheduletest.Monday + 1, "slipping 25 same", "unestimated"},
		{scheduletest.Monday, "slipping 25 worse", "unestimated"},
	} {
		then, ok := x.past.OnDay(c.day)
		if !ok {
			t.Fatalf("%s: the history had not begun", c.day)
		}
		before, err := then.Plan(x.r, &x.past, schedule.Options{})
		if err != nil {
			t.Fatal(err)
		}
		flags := now.Flags()
		trends, gone := schedule.CompareFlags(before.Flags(), flags)
		got, wentAway := "", ""
		for i := range flags {
			if flags[i].Task == "due" && flags[i].Kind == schedule.Slipping {
				got = fmt.Sprintf("%s 25 %s", flags[i].Kind, trends[i])
			}
		}
		for _, f := range gone {
			wentAway += f.Kind.String()
		}
		if got != c.want || wentAway != c.gone {
			t.Errorf("since %s: %q and gone %q, want %q and %q", c.day, got, wentAway, c.want, c.gone)
		}
	}
	if _, ok := x.past.OnDay(scheduletest.Monday - 1); ok {
		t.Error("the history is said to go back before it began")
	}
}

func TestTheLastCheckInIsTheOneThatStands(t *testing.T) {
	x := threeTasks(t)
	last := func() uint64 {
		then, ok := x.past.LastCheckIn()
		if !ok {
			return 0
		}
		return x.past.Changes[then.Changes-1].Seq
	}
	if last() != 0 {
		t.Error("there has been none")
	}
	x.change(roadmap.CheckInTitle(1), effortOf("due", 2)) // 1
	x.change("longer", effortOf("due", 3))                // 2
	x.change(roadmap.CheckInTitle(2), effortOf("due", 4)) // 3
	if last() != 3 {
		t.Errorf("the last is %d, want 3", last())
	}
	x.takeBack(3, true) // 4
	if last() != 1 {
		t.Errorf("undone, the last is %d, want 1", last())
	}
	x.takeBack(4, false) // 5
	if last() != 3 {
		t.Errorf("done again, the last is %d, want 3", last())
	}
	x.takeBack(5, true) // 6
	if last() != 1 {
		t.Errorf("undone once more, the last is %d, want 1", last())
	}
}

// Of a day in the past the last check-in is one of an earlier day, as far as was known by then.
func TestACheckInBeforeADayIsOfAnEarlierOne(t *testing.T) {
	x := threeTasks(t)
	x.change(roadmap.CheckInTitle(1), effortOf("due", 2)) // 1
	x.takeBack(1, true)                                   // 2
	day := x.past.Changes[0].Today
	for _, c := range []struct {
		changes int
		day     roadmap.Date
		want    bool
	}{{1, day, false}, {1, day + 1, true}, {2, day + 1, false}, {0, day + 1, false}} {
		if _, ok := x.past.CheckInBefore(history.Then{Changes: c.changes, Day: c.day}); ok != c.want {
			t.Errorf("after %d changes, on day %d: %v, want %v", c.changes, c.day-day, ok, c.want)
		}
	}
}

func TestRootsAreComparedByWhatTheyAreOn(t *testing.T) {
	x := threeTasks(t)
	x.change("longer", effortOf("due", 7))
	x.change("longer", effortOf("due", 9))
	now := schedule.Compute(x.r, scheduletest.Monday+1, schedule.Options{})
	then, _ := x.past.OnDay(scheduletest.Monday)
	before, err := then.Plan(x.r, &x.past, schedule.Options{})
	if err != nil {
		t.Fatal(err)
	}
	roots := now.Roots(now.Flags())
	trends, gone := schedule.CompareRoots(before.Roots(before.Flags()), roots)
	if len(roots) != 2 || trends[0] != schedule.Worse || trends[1] != schedule.Same || len(gone) != 0 {
		t.Errorf("%d roots, %v, %d gone", len(roots), trends, len(gone))
	}
}
