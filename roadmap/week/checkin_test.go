package week_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
	"bywhen/roadmap/week"
)

// monday is the status date, friday the working day before it.
var monday, friday = scheduletest.Monday, scheduletest.Monday - 3

var expectations = map[week.Expectation]string{week.ToBeFree: "free", week.ToBeDelivered: "delivered", week.ToBeDone: "done",
	week.ToBeStarted: "started", week.ToBeUnderWay: "under way", week.ToBeToldOf: "told of"}

// dues are the tasks to ask about, as "done 2026-01-02".
func dues(p *schedule.Plan) map[string]string {
	out := map[string]string{}
	for _, d := range week.Dues(p) {
		out[p.Roadmap.Tasks()[d.Task].Title] = fmt.Sprintf("%s %s", expectations[d.Expect], d.Date)
	}
	return out
}

func TestACheckInAsksOnlyAboutWhatShouldHaveMoved(t *testing.T) {
	day := roadmap.MustDate
	since := func(told string) func(*roadmap.Task) { return func(t *roadmap.Task) { t.Told = day(told) } }
	with := func(changes ...func(*roadmap.Task)) func(*roadmap.Task) {
		return func(t *roadmap.Task) {
			for _, c := range changes {
				c(t)
			}
		}
	}
	doing := func(t *roadmap.Task) { t.Status, t.Started = roadmap.Doing, day("2025-12-29") }
	left := func(days int) func(*roadmap.Task) {
		return func(t *roadmap.Task) { t.Remaining = roadmap.PersonDays(days) }
	}
	for _, c := range []struct {
		name   string
		effort int
		change func(*roadmap.Task)
		want   string
	}{
		{"under way, three days left on Friday", 5, with(doing, left(3), since("2026-01-02")), "under way 2026-01-06"},
		{"a day left on Friday", 5, with(doing, left(1), since("2026-01-02")), "done 2026-01-02"},
		{"two days left on Friday", 5, with(doing, left(2), since("2026-01-02")), "done 2026-01-05"},
		{"under way, to end in five working days", 9, with(doing, left(6), since("2026-01-02")), "under way 2026-01-09"},
		{"under way, to end in six working days", 9, with(doing, left(7), since("2026-01-02")), "under way 2026-01-12"},
		{"under way for longer, told of on Friday", 9, with(doing, left(8), since("2026-01-02")), ""},
		{"under way for longer, told of four working days ago", 20, with(doing, left(18), since("2025-12-30")), ""},
		{"under way for longer, told of a week ago", 20, with(doing, left(18), since("2025-12-29")), "under way 2026-01-21"},
		{"promised for in six working days, and begun", 1, with(doing, since("2026-01-02"), func(t *roadmap.Task) { t.Promised = monday + 8 }), ""},
		{"promised for in five working days, and begun", 1, with(doing, since("2026-01-02"), func(t *roadmap.Task) { t.Promised = monday + 7 }), "delivered 2026-01-12"},
		{"told of today", 5, with(doing, since("2026-01-05")), ""},
		{"to start on Friday", 5, with(since("2026-01-02")), "started 2026-01-02"},
		{"to start today", 5, with(since("2026-01-02"), func(t *roadmap.Task) { t.NotBefore = monday }), "started 2026-01-05"},
		{"to start tomorrow", 5, with(since("2026-01-02"), func(t *roadmap.Task) { t.NotBefore = monday + 1 }), ""},
		{"a day's work that was to be done on Friday", 1, since("2026-01-02"), "done 2026-01-02"},
		{"promised for Friday", 1, with(since("2025-12-31"), func(t *roadmap.Task) { t.Promised = friday }), "delivered 2026-01-02"},
		{"promised for next week, to be begun later", 1, with(since("2026-01-02"), func(t *roadmap.Task) { t.Promised, t.NotBefore = monday+9, monday+7 }), ""},
		{"blocked until today", 1, with(since("2026-01-02"), func(t *roadmap.Task) {
			t.Blockers = []roadmap.Blocker{{Text: "Steel", Since: friday, Until: monday}}
		}), "free 2026-01-05"},
		{"blocked until tomorrow", 1, with(since("2026-01-02"), func(t *roadmap.Task) {
			t.Blockers = []roadmap.Blocker{{Text: "Steel", Since: friday, Until: monday + 1}}
		}), ""},
		{"blocked with no end, and silent for seven days", 1, with(since("2025-12-25"), func(t *roadmap.Task) {
			t.Blockers = []roadmap.Blocker{{Text: "Legal", Since: friday}}
		}), "told of 2026-01-05"},
		{"a milestone whose day has come", 0, since("2026-01-02"), "done 2026-01-02"},
		{"done", 1, with(since("2026-01-02"), func(t *roadmap.Task) { t.Status, t.Finished = roadmap.Done, friday }), ""},
	} {
		s := scheduletest.NewSketch(t)
		set := *s.Draft.Settings()
		set.Start = day("2026-01-01")
		s.Must(s.Draft.SetSettings(set))
		s.Task("it", c.effort, c.change)
		if got := dues(s.Plan())["it"]; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Whatever is under way or was to begin, told of as planned with what queues behind it: no date of the plan moves.
func TestAsPlannedMovesNoDate(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "b", Name: "Team B", Capacity: 6})
		set := *s.Draft.Settings()
		set.Start = monday - 30
		s.Must(s.Draft.SetSettings(set))
		n := rapid.IntRange(1, 6).Draw(rt, "tasks")
		for i := range n {
			s.Task(fmt.Sprint(i), rapid.IntRange(0, 9).Draw(rt, "effort"), func(t *roadmap.Task) {
				t.Team, t.Told = rapid.SampledFrom([]string{"a", "b", ""}).Draw(rt, "team"), monday-roadmap.Date(rapid.IntRange(0, 6).Draw(rt, "silence"))
				if t.Team != "a" && rapid.Bool().Draw(rt, "doing") && !t.IsMilestone() { // two at work where there is one person overtake each other
					t.Status, t.Started = roadmap.Doing, t.Told-roadmap.Date(rapid.IntRange(0, 4).Draw(rt, "begun"))
				}
			})
			if i > 0 && rapid.Bool().Draw(rt, "linked") {
				s.Link(fmt.Sprint(i-1), fmt.Sprint(i), roadmap.FinishToStart, 0)
			}
		}
		before := s.Plan()
		d := before.Roadmap.Edit(monday)
		var asked []int
		for _, x := range week.Dues(before) {
			asked = append(asked, x.Task)
			s.Must(d.UpdateTask(before.Roadmap.Tasks()[x.Task].ID, week.AsPlanned(before, x.Task)))
		}
		for _, i := range week.Behind(before, asked) {
			s.Must(d.UpdateTask(before.Roadmap.Tasks()[i].ID, func(t *roadmap.Task) { t.Told = monday }))
		}
		next, err := d.Close()
		if err != nil {
			rt.Fatal(err)
		}
		after := schedule.Compute(next, monday, schedule.Options{})
		for i, task := range next.Tasks() {
			if after.Tasks[i].Finish != before.Tasks[i].Finish {
				rt.Fatalf("%s (asked: %v) ends %s, and then %s", task.Title, asked, before.Tasks[i].Finish, after.Tasks[i].Finish)
			}
		}
		for _, x := range week.Dues(after) {
			if !slices.Contains(week.Reached(after), x.Task) {
				rt.Fatalf("%s is asked about once more", next.Tasks()[x.Task].Title)
			}
		}
	})
}

func TestAMilestoneIsReachedWhenAllItWaitsForIsDone(t *testing.T) {
	done := func(t *roadmap.Task) { t.Status = roadmap.Done }
	s := scheduletest.NewSketch(t).Task("one", 1, done).Task("two", 1, nil).Task("gate", 0, nil).Task("lone", 0, nil)
	s.Link("one", "gate", roadmap.FinishToStart, 0).Link("two", "gate", roadmap.FinishToStart, 0)
	if got := week.Reached(s.Plan()); len(got) != 0 {
		t.Errorf("reached with a task to do: %v", got)
	}
	s.Must(s.Draft.UpdateTask("two", done))
	if got := week.Reached(s.Plan()); len(got) != 1 || got[0] != 2 {
		t.Errorf("reached: %v, want the gate alone", got)
	}
}

// Twenty jobs of three days are to begin on Monday. Whoever comes back on Friday, or in three weeks, sees the same: by now they should
// be done, since Wednesday, also where the silence was too long for the plan to believe that.
func TestWhatWasExpectedIsNotForgottenWithTheSilence(t *testing.T) {
	s := scheduletest.NewSketch(t)
	for i := range 20 {
		s.Task(fmt.Sprint("Job ", i), 3, func(t *roadmap.Task) { t.Told, t.NotBefore = monday-4, monday })
	}
	r := s.Plan().Roadmap
	for _, c := range []struct {
		today roadmap.Date
		start roadmap.Date // by the plan
	}{{monday + 3, monday}, {monday + 4, monday + 4}, {monday + 21, monday + 21}} {
		p := schedule.Compute(r, c.today, schedule.Options{})
		got := week.Dues(p)
		if len(got) != 20 || p.Tasks[7].Start != c.start {
			t.Fatalf("%s: asks about %d, which start %s", c.today, len(got), p.Tasks[7].Start)
		}
		for _, d := range got {
			if d.Expect != week.ToBeDone || d.Date != monday+2 {
				t.Errorf("%s: %+v, want all done by %s", c.today, d, monday+2)
			}
		}
	}
}

// Nobody has said anything for five weeks. What waited for A, by a link or since A has the team's one person, should have been done too,
// a week each: of all of them something is asked, but of the gate, which is reached when B is done.
func TestAChainThatShouldBeDoneIsAskedAboutLinkByLink(t *testing.T) {
	s := scheduletest.NewSketch(t).Task("A", 5, nil).Task("B", 5, nil).Task("gate", 0, nil).Task("C", 5, func(t *roadmap.Task) { t.Deadline = monday + 18 })
	s.Link("A", "B", roadmap.FinishToStart, 0).Link("B", "gate", roadmap.FinishToStart, 0).Link("gate", "C", roadmap.FinishToStart, 0)
	s.Task("D", 5, func(t *roadmap.Task) { t.Team, t.Deadline = "a", monday+18 }).Task("E", 15, nil).Link("C", "E", roadmap.FinishToStart, 0)
	s.Must(s.Draft.UpdateTask("A", func(t *roadmap.Task) { t.Team = "a" }))
	p := schedule.Compute(s.Plan().Roadmap, monday+28, schedule.Options{})
	want := map[string]string{"A": "done 2026-01-09", "B": "done 2026-01-16", "C": "done 2026-01-23", "D": "done 2026-01-16", "E": "started 2026-01-26"}
	if got := dues(p); !maps.Equal(got, want) {
		t.Errorf("asks about %v, want %v", got, want)
	}
	if got := week.Behind(p, []int{0}); len(got) != 0 {
		t.Errorf("told of with A: %v", got)
	}
	if got := week.Behind(p, []int{0, 1}); !slices.Equal(got, []int{2}) {
		t.Errorf("told of with A and B: %v, want the gate", got)
	}
}

// Of what waits for a task that is held up with no end known, and was told of on Friday, there is nothing to say: it is told of with
// whatever else is, and asked about only where nothing else is.
func TestACheckInAsksNotAboutWhatWaitsForSomethingToldOf(t *testing.T) {
	old := func(t *roadmap.Task) { t.Told = monday - 20 }
	sketch := func() *scheduletest.Sketch {
		s := scheduletest.NewSketch(t).Task("contracts", 5, func(t *roadmap.Task) {
			t.Told, t.Blockers = friday, []roadmap.Blocker{{Text: "Legal", Since: friday}}
		})
		return s.Task("training", 5, func(t *roadmap.Task) { old(t); t.Deadline = monday + 4 }).Link("contracts", "training", roadmap.FinishToStart, 0)
	}
	if got := dues(sketch().Plan()); len(got) != 1 || got["training"] == "" {
		t.Errorf("alone: %v", got)
	}
	p := sketch().Task("other", 5, old).Plan()
	if got := dues(p); len(got) != 1 || got["other"] == "" {
		t.Errorf("beside another: %v", got)
	}
	if got := week.Behind(p, []int{2}); !slices.Equal(got, []int{1}) {
		t.Errorf("told of with the other: %v", got)
	}
}

// Whoever has told of all that a check-in asks about, until it asks no more, is not told that nobody has said anything.
func TestAfterACheckInNobodyIsUntold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, today := scheduletest.Draw(t), monday+roadmap.Date(rapid.IntRange(0, 40).Draw(t, "days on"))
		p := schedule.Compute(r, today, schedule.Options{})
		for rounds := 0; ; rounds++ {
			dues := week.Dues(p)
			if len(dues) == 0 {
				break
			}
			if rounds > len(r.Tasks()) {
				t.Fatalf("still asks about %+v", dues)
			}
			var asked []int
			for _, x := range dues {
				asked = append(asked, x.Task)
			}
			p = scheduletest.Edited(t, p.Roadmap, func(d *roadmap.Draft) error {
				for _, i := range week.Behind(p, asked) {
					if err := d.UpdateTask(p.Roadmap.Tasks()[i].ID, func(t *roadmap.Task) { t.Told = today }); err != nil {
						return err
					}
				}
				for _, x := range dues {
					if err := d.UpdateTask(p.Roadmap.Tasks()[x.Task].ID, week.AsPlanned(p, x.Task)); err != nil {
						return err
					}
				}
				return nil
			})
			p = schedule.Compute(p.Roadmap, today, schedule.Options{})
		}
		for _, f := range p.Flags() {
			if f.Kind == schedule.Untold {
				t.Fatalf("%s is untold of %d tasks", f.Team, f.Tasks)
			}
		}
	})
}

// The restoration waits for a survey that is to end on Monday. On that day the survey is said to have ended: that the restoration is then
// to begin at once, and nobody had told of it for ten working days, is nobody's silence, since it could not be asked about.
func TestWhatACheckInSetsFreeIsNotUntold(t *testing.T) {
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "b", Name: "Team B", Capacity: 2})
	old := func(t *roadmap.Task) { t.Team, t.Told = "b", monday-14 }
	s.Task("survey", 11, func(t *roadmap.Task) { old(t); t.Team, t.Status, t.Started = "a", roadmap.Doing, monday-14 })
	s.Task("gate", 0, old).Task("restoration", 25, old).Task("mounts", 5, old).Task("far", 5, old)
	s.Link("survey", "gate", roadmap.FinishToStart, 0).Link("gate", "restoration", roadmap.FinishToStart, 0)
	s.Link("survey", "mounts", roadmap.FinishToStart, 0).Link("restoration", "far", roadmap.FinishToStart, 0)
	p := s.Plan()
	if got := dues(p); len(got) != 1 {
		t.Fatalf("asks about %v, want the survey alone", got)
	}
	if got := week.Behind(p, []int{0}); !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("told of with the survey: %v, want the gate, the restoration and the mounts, not what comes after the restoration", got)
	}
}

// Each task that a flag of silence names is asked about by the check-in of that day, or told of with what it asks about. And whatever
// is answered, as planned or done, one check-in that answers all leaves nothing silent, but what waited in a queue behind another queue.
func TestACheckInAsksAboutAllThatIsSilent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, today := scheduletest.Draw(t), monday+roadmap.Date(rapid.IntRange(0, 40).Draw(t, "days on"))
		p := schedule.Compute(r, today, schedule.Options{})
		var asked []int
		for _, x := range week.Dues(p) {
			asked = append(asked, x.Task)
		}
		behind := week.Behind(p, asked)
		for _, f := range p.Flags() {
			for _, id := range f.Quiet {
				if i := r.TaskIndex(id); !slices.Contains(asked, i) && !slices.Contains(behind, i) {
					t.Fatalf("%s is silent, and not asked about: %v, nor told of with that: %v", id, asked, behind)
				}
			}
		}
		d := r.Edit(today).Lenient()
		tell := func(i int, change func(*roadmap.Task)) {
			if err := d.UpdateTask(r.Tasks()[i].ID, change); err != nil {
				t.Fatal(err)
			}
		}
		for _, i := range behind {
			tell(i, func(t *roadmap.Task) { t.Told = today })
		}
		for _, i := range asked {
			if rapid.Bool().Draw(t, "done") {
				tell(i, func(t *roadmap.Task) { t.Status, t.Finished, t.Told = roadmap.Done, max(t.Started, today-1), today })
			} else {
				tell(i, week.AsPlanned(p, i))
			}
		}
		after, err := d.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range schedule.Compute(after, today, schedule.Options{}).Flags() {
			for _, id := range f.Quiet {
				if i := r.TaskIndex(id); p.Tasks[i].Start == p.Tasks[i].EarlyStart {
					t.Fatalf("asked about %v and told of %v with that, and %s is untold of %s", asked, behind, f.Team, id)
				}
			}
		}
	})
}
