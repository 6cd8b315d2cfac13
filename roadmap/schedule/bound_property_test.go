package schedule_test

import (
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
)

// ranked is the roadmap with its tasks to go in that order, whatever was more urgent; change, which may be nil, may say
// more about a task.
func ranked(t interface{ Fatal(...any) }, r *roadmap.Roadmap, order []int, change func(*roadmap.Task)) *roadmap.Roadmap {
	d := r.Edit(monday).Lenient()
	for rank, i := range order {
		told := r.Tasks()[i].Told
		for _, edit := range []func(*roadmap.Task){change, func(x *roadmap.Task) { // of which each edit of its effort tells
			x.Rank, x.Priority, x.Told = rank+1, roadmap.DefaultPriority, told
		}} {
			if edit == nil {
				continue
			}
			if err := d.UpdateTask(r.Tasks()[i].ID, edit); err != nil {
				t.Fatal(err)
			}
		}
	}
	next, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// eachOrder yields all orders of n tasks, where they are few, else some at random.
func eachOrder(t *rapid.T, n int, yield func([]int)) {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	if n > 4 {
		for range 8 {
			yield(rapid.Permutation(order).Draw(t, "order"))
		}
		return
	}
	var rec func(int)
	rec = func(k int) {
		if k == n {
			yield(order)
		}
		for i := k; i < n; i++ {
			order[k], order[i] = order[i], order[k]
			rec(k + 1)
			order[k], order[i] = order[i], order[k]
		}
	}
	rec(0)
}

func TestNoPlanEndsBeforeTheBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRoadmap(t)
		p := schedule.Compute(r, monday, schedule.Options{})
		b := p.LowerBound()
		if b.Date > p.Finish || b.Days != max(r.Calendar().Between(b.Date, p.Finish), 0) {
			t.Fatalf("bound %s, %d days, of a plan that ends %s", b.Date, b.Days, p.Finish)
		}
		eachOrder(t, len(r.Tasks()), func(order []int) {
			if q := schedule.Compute(ranked(t, r, order, nil), monday, schedule.Options{}); q.Finish < b.Date {
				t.Fatalf("in order %v it ends %s, before the bound %s by %s", order, q.Finish, b.Date, b.By)
			}
		})
	})
}

// drawTight is a random roadmap in which some tasks have an optimistic estimate and most must share the people of one team.
func drawTight(t *rapid.T) *roadmap.Roadmap {
	r := drawRoadmap(t)
	d := r.Edit(monday).Lenient()
	for _, x := range r.Tasks() {
		shares, hopes := rapid.IntRange(0, 3).Draw(t, "shares") > 0, rapid.Bool().Draw(t, "optimistic")
		err := d.UpdateTask(x.ID, func(x *roadmap.Task) {
			if shares {
				x.Team, x.AlsoNeeds = "t0", nil
			}
			if n := x.Effort.Hundredths(); n > 0 && hopes {
				x.Estimate.Optimistic = roadmap.HundredthDays((n + 1) / 2)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestNoPlanKeepsADeadlineProvedImpossible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawTight(t)
		p := schedule.Compute(r, monday, schedule.Options{})
		var missed []schedule.Flag
		for _, f := range p.Flags() {
			if x := f.Impossible(); x.By != "" {
				missed = append(missed, f)
				if x.Earliest <= f.Date || x.Earliest > f.Forecast || x.Text(p) == "" || x.By == "capacity" && x.Needs <= x.Has {
					t.Fatalf("%+v for %v, due %s, forecast %s", x, f.Subject(), f.Date, f.Forecast)
				}
			}
		}
		if len(missed) == 0 {
			return
		}
		hopeful := func(x *roadmap.Task) {
			if o := x.Estimate.Optimistic; o.Given() && x.Status.Open() {
				x.Effort, x.Remaining = o, roadmap.Effort{}
			}
		}
		eachOrder(t, len(r.Tasks()), func(order []int) {
			for _, change := range []func(*roadmap.Task){nil, hopeful} {
				q := schedule.Compute(ranked(t, r, order, change), monday, schedule.Options{})
				for i := range missed {
					got, _ := scheduletest.FinishOf(q, missed[i].Subject())
					if got != 0 && got < missed[i].Impossible().Earliest { // what cannot be planned is not kept either
						t.Fatalf("%v ends %s in order %v, though %+v", missed[i].Subject(), got, order, missed[i].Impossible())
					}
				}
			}
		})
	})
}
