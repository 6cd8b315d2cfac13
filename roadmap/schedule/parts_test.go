package schedule_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// manyTimes is a roadmap of that many copies of another one, which have nothing to do with each other.
func manyTimes(t *testing.T, r *roadmap.Roadmap, times int) *roadmap.Roadmap {
	t.Helper()
	d := roadmap.New("Many times", monday).Edit(monday).Lenient()
	check := func(_ string, err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := d.SetSettings(*r.Settings()); err != nil {
		t.Fatal(err)
	}
	for k := range times {
		own := func(id string) string {
			if id == "" {
				return ""
			}
			return fmt.Sprintf("%s.%d", id, k)
		}
		for _, team := range r.Teams() {
			c := *team
			c.ID, c.Name = own(team.ID), own(team.Name)
			check(d.AddTeam(c))
		}
		for _, goal := range r.Goals() {
			c := *goal
			c.ID = own(goal.ID)
			check(d.AddGoal(c))
		}
		for _, task := range r.Tasks() {
			c := *task
			c.ID, c.Team, c.Goal, c.AlsoNeeds = own(task.ID), own(task.Team), own(task.Goal), nil
			for _, need := range task.AlsoNeeds {
				need.Team = own(need.Team)
				c.AlsoNeeds = append(c.AlsoNeeds, need)
			}
			check(d.AddTask(c))
		}
		for _, l := range r.Dependencies() {
			if err := d.Link(roadmap.Dependency{From: own(l.From), To: own(l.To), Type: l.Type, Lag: l.Lag}); err != nil {
				t.Fatal(err)
			}
		}
	}
	many, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return many
}

// told is what a flag says, without which of the copies it says it of.
func told(f *schedule.Flag) string {
	name := func(id string) string { of, _, _ := strings.Cut(id, "."); return of }
	waits := make([]string, len(f.WaitsOn))
	for i, on := range f.WaitsOn {
		waits[i] = name(on)
	}
	days := 0
	for _, c := range f.Why() {
		days += c.Days
	}
	return fmt.Sprint(f.Kind, f.Severity, name(f.Task), name(f.Team), name(f.Goal), f.Days, f.OpenEnd, f.Against, f.Date, f.Forecast, name(f.WorstTask),
		f.Reason, f.Margin, name(f.Weakest), f.Since, f.Until, f.IdlePeople, waits, f.Week, f.Demand, f.Capacity, f.Tasks, len(f.Why()), days)
}

// A large roadmap is planned and flagged in parts, beside each other.
func TestARoadmapManyTimesOverHasEachFlagAsOften(t *testing.T) {
	flags := 0
	for seed := range 4 {
		one := rapid.Custom(drawRoadmap).Example(seed)
		times := 3_200/len(one.Tasks()) + 1
		want := map[string]int{}
		alone := schedule.Compute(one, monday, schedule.Options{})
		for _, f := range alone.Flags() {
			want[told(&f)] += times
			flags++
		}
		many := schedule.Compute(manyTimes(t, one, times), monday, schedule.Options{})
		for _, f := range many.Flags() {
			want[told(&f)]--
		}
		for what, n := range want {
			if n != 0 {
				t.Errorf("seed %d: %d times too few: %s", seed, n, what)
			}
		}
		if many.LateDays != times*alone.LateDays || many.Start != alone.Start || many.Finish != alone.Finish {
			t.Errorf("seed %d: %d late days, %s to %s; alone %d, %s to %s", seed, many.LateDays, many.Start, many.Finish, alone.LateDays, alone.Start, alone.Finish)
		}
		for i, p := range many.Tasks {
			alike := alone.Tasks[i%len(alone.Tasks)]
			if p.Driver.Kind != alike.Driver.Kind || p.Critical != alike.Critical {
				t.Errorf("seed %d: %s is driven by %v, critical %v; alone %v, %v", seed, many.Roadmap.Tasks()[i].ID, p.Driver.Kind, p.Critical, alike.Driver.Kind, alike.Critical)
			}
			if p.Driver, p.Critical, alike.Driver, alike.Critical = (schedule.Driver{}), false, (schedule.Driver{}), false; p != alike {
				t.Errorf("seed %d: %s is planned as %+v, alone as %+v", seed, many.Roadmap.Tasks()[i].ID, p, alike)
			}
		}
	}
	if flags < 20 {
		t.Errorf("only %d flags are looked at", flags)
	}
}
