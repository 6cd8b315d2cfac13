package roadmap_test

import (
	"testing"

	. "bywhen/roadmap"
)

func TestATasksDaysAreThoseOnWhichAllItNeedsAreThere(t *testing.T) {
	d := aurora(t).Edit(tue)
	s := *d.Settings()
	s.Holidays = []Period{{Name: "Fair", From: day("2026-01-12"), To: day("2026-01-12")}}
	no(t, d.SetSettings(s))
	no(t, d.UpdateTeam("mech", func(t *Team) { t.Weekdays = 0b0001111 })) // Monday to Thursday
	no(t, d.UpdateTeam("design", func(t *Team) {
		t.TimeOff = []Period{{Name: "Offsite", From: day("2026-01-14"), To: day("2026-01-14")}, {Name: "Ana away", From: day("2026-01-13"), To: day("2026-01-13"), People: 1}}
	}))
	r := closed(t, d)
	week := func(c *Calendar) (out string) {
		for d := day("2026-01-12"); d <= day("2026-01-16"); d++ {
			out += map[bool]string{true: "x", false: "-"}[c.Working(d)]
		}
		return out
	}
	for _, c := range []struct {
		name string
		cal  *Calendar
		want string // Monday to Friday
	}{
		{"the roadmap", r.Calendar(), "-xxxx"},
		{"Mechanics", r.TeamCalendar("mech"), "-xxx-"},
		{"Design, of whom one is away on Tuesday", r.TeamCalendar("design"), "-x-xx"},
		{"a team that is not there", r.TeamCalendar("sales"), "-xxxx"},
		{"Tooling, which needs Mechanics and Design", r.TaskCalendar(r.Task("3")), "-x-x-"},
		{"Antenna", r.TaskCalendar(r.Task("2")), "-xxxx"},
	} {
		if got := week(c.cal); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if r.TeamCalendar("murata") != r.Calendar() {
		t.Error("teams that differ in nothing share a calendar")
	}
	later := edited(t, r, func(d *Draft) error { return d.UpdateTeam("mech", func(t *Team) { t.Weekdays = 0 }) })
	if week(later.TeamCalendar("mech")) != "-xxxx" || week(r.TeamCalendar("mech")) != "-xxx-" {
		t.Error("a calendar outlived the team that it was made for")
	}
}

func TestWhatIsLeftOfATask(t *testing.T) {
	for _, c := range []struct {
		name string
		task Task
		left string
		days int
	}{
		{"all of it", Task{Effort: PersonDays(10), People: 2}, "10", 5},
		{"what was said", Task{Effort: PersonDays(10), People: 2, Remaining: PersonDays(3)}, "3", 2},
		{"the likely estimate", Task{Estimate: Estimate{Likely: PersonDays(4)}, People: 1}, "4", 4},
		{"a day, where nobody knows", Task{People: 1}, "1", 1},
		{"at least a day of what is under way", Task{Effort: PersonDays(5), People: 1, Status: Doing, Remaining: PersonDays(0)}, "0", 1},
		{"nothing of a milestone", Task{Effort: PersonDays(0), People: 1}, "0", 0},
		{"nothing of what is done", Task{Effort: PersonDays(5), People: 1, Status: Done}, "0", 1},
	} {
		if got := c.task.RemainingEffort(); got.String() != c.left {
			t.Errorf("%s: %s left", c.name, got)
		}
		if c.task.Status.Open() && c.task.RemainingDuration() != c.days {
			t.Errorf("%s: %d days left", c.name, c.task.RemainingDuration())
		}
	}
}

func TestOpenBlockersAreThoseNotCleared(t *testing.T) {
	task := Task{Blockers: []Blocker{{Text: "Legal", Cleared: tue}, {Text: "Customs"}}}
	if open := task.OpenBlockers(); len(open) != 1 || open[0].Text != "Customs" {
		t.Errorf("%v", open)
	}
}

func TestAnIdTellsWhatItNames(t *testing.T) {
	r := aurora(t)
	for id, want := range map[string]Kind{"1": KindTask, "mech": KindTeam, "launch": KindGoal, "crack": KindRisk} {
		if k, ok := r.KindOf(id); !ok || k != want {
			t.Errorf("%s is a %s", id, k)
		}
	}
	if _, ok := r.KindOf("nothing"); ok {
		t.Error("nothing is something")
	}
	if r.TeamIndex("design") != 1 || r.GoalIndex("cert") != 1 || r.TaskIndex("4") != 3 || r.TeamIndex("sales") != -1 {
		t.Error("places are counted from 0, and -1 is none")
	}
}

func TestWhatIsKeptCanBeTakenBack(t *testing.T) {
	r := aurora(t)
	next := edited(t, r, func(d *Draft) error {
		no(t, d.PutKnown(Known{Flag: "slipping", Task: "1", Days: 4}))
		no(t, d.PutKnown(Known{Flag: "slipping", Task: "1", Days: 9}))
		no(t, d.PutFilter(Filter{Name: "mine", Text: "@mech"}))
		return d.PutFilter(Filter{Name: "mine", Text: "@design"})
	})
	if len(next.Known()) != 1 || next.Known()[0].Days != 9 || len(next.Filters()) != 1 || next.Filters()[0].Text != "@design" || len(next.Risks()) != 1 {
		t.Error("what is kept again takes the place of what was kept")
	}
	back := edited(t, next, func(d *Draft) error {
		no(t, d.RemoveKnown(Known{Flag: "slipping", Task: "1"}))
		no(t, d.RemoveRisk("crack"))
		return d.RemoveFilter("mine")
	})
	if len(back.Known())+len(back.Filters())+len(back.Risks()) != 0 {
		t.Error("something stayed")
	}
}

// Two writers who put something in the same place give it the same position: the id then decides, and moves still work.
func TestTheSamePlaceTwiceIsInOrderAllTheSame(t *testing.T) {
	at := PositionBetween("", "")
	task := func(id string) Entity { return &Task{ID: id, Position: at, Title: id, People: 1, Priority: 3} }
	r, err := Load([]Entity{task("c"), task("a"), task("b")}, 0)
	no(t, err)
	order := func(r *Roadmap) (out string) {
		for _, t := range r.Tasks() {
			out += t.ID
		}
		return out
	}
	if got := order(r); got != "abc" {
		t.Errorf("loaded as %s", got)
	}
	if got := order(edited(t, r, func(d *Draft) error { return d.MoveTask("a", "") })); got != "bca" {
		t.Errorf("a moved to the end: %s", got)
	}
	r = edited(t, r, func(d *Draft) error { _, err := d.AddTaskBefore(Task{ID: "x", Title: "x"}, "c"); return err })
	if got := order(r); got != "abcx" { // there is no room before c: next to it is as near as can be
		t.Errorf("x put before c: %s", got)
	}
	refused(t, edited(t, r, func(*Draft) error { return nil }).Edit(tue).MoveTask("x", "y"), Unknown, `"y"`)
}
