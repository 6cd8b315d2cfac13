package fix_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/fix"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"

	"pgregory.net/rapid"
)

// refs are all that ways out may be asked for.
func refs(r *roadmap.Roadmap) []schedule.Ref {
	out := []schedule.Ref{{Goal: "g"}}
	for _, t := range r.Tasks() {
		out = append(out, schedule.Ref{Task: t.ID})
	}
	for _, t := range r.Teams() {
		out = append(out, schedule.Ref{Team: t.ID})
	}
	return out
}

func samePlan(a, b *schedule.Plan) bool {
	return reflect.DeepEqual(a.Tasks, b.Tasks) && reflect.DeepEqual(a.Deadlines(), b.Deadlines()) && a.Finish == b.Finish && a.LateDays == b.LateDays
}

// Whatever is offered was really planned: carried out it gives exactly the plan that was promised, and that wins what it says.
func TestAFixGivesExactlyThePlanThatItPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := schedule.Compute(scheduletest.Draw(t), monday, schedule.Options{})
		for _, on := range refs(p.Roadmap) {
			found := fix.Find(p, on, fix.Options{})
			if len(found.Ways) > fix.MostFixes || !found.Late && len(found.Ways) > 0 {
				t.Fatalf("%v: %d ways out, late %v", on, len(found.Ways), found.Late)
			}
			for k := range found.Ways {
				checkFix(t, p, &found, &found.Ways[k])
				if k > 0 && !found.OpenEnd && class(&found.Ways[k]) == class(&found.Ways[k-1]) && found.Ways[k].Days > found.Ways[k-1].Days {
					t.Fatalf("%v: %q wins %d, after one that wins %d", on, found.Ways[k].Title, found.Ways[k].Days, found.Ways[k-1].Days)
				}
			}
		}
	})
}

// class parts ways out that are ranked by days won: what is enough and makes nothing else late, what takes no dependency away, and what does.
func class(f *fix.Fix) int {
	switch {
	case strings.Contains(f.Title, "no longer wait for"):
		return 2
	case f.Reaches && !slices.ContainsFunc(f.Elsewhere, func(e schedule.Effect) bool { return e.Moved > 0 && e.Days > 0 }):
		return 0
	}
	return 1
}

func checkFix(t *rapid.T, p *schedule.Plan, found *fix.Fixes, f *fix.Fix) {
	granted := scheduletest.Edited(t, p.Roadmap, f.Grant)
	if !samePlan(granted, f.Plan) {
		t.Fatalf("%q leads to another plan than it promises", f.Title)
	}
	finish, open := scheduletest.FinishOf(granted, found.Item)
	cal := p.Roadmap.Calendar()
	if found.Item.Task != "" {
		cal = p.Roadmap.TaskCalendar(p.Roadmap.Task(found.Item.Task))
	}
	if finish != f.Forecast || open != f.OpenEnd || f.Days != cal.Between(finish, found.Forecast) {
		t.Fatalf("%q: %d days, to %s; it is %s", f.Title, f.Days, f.Forecast, finish)
	}
	if f.Days < 0 || f.Days == 0 && !(f.EndKnown && found.OpenEnd && !open) {
		t.Fatalf("%q wins nothing", f.Title)
	}
	checkElsewhere(t, p, found, f)
	if f.Ask == "" {
		if !samePlan(scheduletest.Edited(t, p.Roadmap, f.Apply), f.Plan) {
			t.Fatalf("%q is carried out otherwise than promised", f.Title)
		}
		return
	}
	checkAsk(t, p, f)
}

func checkElsewhere(t *rapid.T, p *schedule.Plan, found *fix.Fixes, f *fix.Fix) {
	moved := map[schedule.Ref]int{}
	for _, e := range schedule.Effects(p, f.Plan) {
		if e.Moved != 0 && e.On != found.Item {
			moved[e.On] = e.Moved
		}
	}
	if len(moved) != len(f.Elsewhere) {
		t.Fatalf("%q moves %v elsewhere, not %v", f.Title, moved, f.Elsewhere)
	}
	for _, e := range f.Elsewhere {
		if moved[e.On] != e.Moved {
			t.Fatalf("%q moves %v by %d, not %d", f.Title, e.On, moved[e.On], e.Moved)
		}
	}
}

// checkAsk holds an ask to moving no date: it is kept on its task with all that there is to say.
func checkAsk(t *rapid.T, p *schedule.Plan, f *fix.Fix) {
	after := scheduletest.Edited(t, p.Roadmap, f.Apply)
	if !samePlan(after, p) {
		t.Fatalf("asking for %q moves a date", f.Title)
	}
	asked := after.Roadmap.Task(f.Task).Asked
	if len(asked) != 1 || asked[0].Who != f.Ask || asked[0].On != monday || asked[0].Text == "" || asked[0].Days != f.Days || f.Message == "" {
		t.Fatalf("%q is kept as %+v", f.Title, asked)
	}
	d := after.Roadmap.Edit(monday)
	if err := f.Apply(d); err != nil {
		t.Fatal(err)
	}
	if again, err := d.Close(); err != nil || len(again.Task(f.Task).Asked) != 1 {
		t.Fatalf("asked twice, %q is kept twice (%v)", f.Title, err)
	}
}

func TestTheSamePlanHasTheSameWaysOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := scheduletest.Draw(t)
		told := func() string {
			p, out := schedule.Compute(r, monday, schedule.Options{}), ""
			for _, on := range refs(r) {
				f := fix.Find(p, on, fix.Options{})
				out += fmt.Sprintln(on, f.Days, f.Plans)
				for _, w := range f.Ways {
					out += fmt.Sprintln(w.Title, w.Days, w.Message)
				}
			}
			return out
		}
		if a, b := told(), told(); a != b {
			t.Fatalf("first\n%s\nthen\n%s", a, b)
		}
	})
}
