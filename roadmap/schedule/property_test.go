package schedule_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// workDays are the days on which a task's open work lies in a plan.
func workDays(p *schedule.Plan, i int) []roadmap.Date {
	task := p.Roadmap.Tasks()[i]
	cal := p.Roadmap.TaskCalendar(task)
	n := task.RemainingDuration()
	if !task.Status.Open() || !p.Tasks[i].Planned || task.IsMilestone() {
		return nil
	}
	last := p.WorkEnd(i)
	var out []roadmap.Date
	for k := cal.Count(last+1) - n; k < cal.Count(last+1); k++ {
		out = append(out, cal.Day(k))
	}
	return out
}

func TestNoLevelledPlanBreaksALinkOrACapacity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRoadmap(t)
		p := schedule.Compute(r, monday, schedule.Options{})
		checkLinks(t, p)
		checkCapacity(t, p)
		for i, task := range p.Tasks {
			if task.Planned && r.Tasks()[i].Status == roadmap.Todo && task.Start < task.EarlyStart {
				t.Fatalf("%s starts %s, before its early start %s", r.Tasks()[i].ID, task.Start, task.EarlyStart)
			}
		}
	})
}

func checkLinks(t *rapid.T, p *schedule.Plan) {
	for _, l := range p.Roadmap.Dependencies() {
		a, b := p.Roadmap.TaskIndex(l.From), p.Roadmap.TaskIndex(l.To)
		to := p.Roadmap.Tasks()[b]
		if to.Status != roadmap.Todo || !p.Tasks[a].Planned || !p.Tasks[b].Planned || to.IsMilestone() || p.Roadmap.Tasks()[a].IsMilestone() {
			continue
		}
		cal := p.Roadmap.TaskCalendar(to)
		from, mine := p.Tasks[a], p.Tasks[b]
		var holds bool
		switch l.Type {
		case roadmap.FinishToStart:
			holds = mine.Start >= cal.Move(from.Finish+1, l.Lag)
		case roadmap.StartToStart:
			holds = mine.Start >= cal.Move(from.Start, l.Lag)
		case roadmap.FinishToFinish:
			holds = mine.Finish+1 >= cal.Move(from.Finish+1, l.Lag)
		case roadmap.StartToFinish: // days off between the two do not count
			holds = cal.Count(mine.Finish+1) >= cal.Count(cal.Move(from.Start, l.Lag))
		}
		if !holds {
			t.Fatalf("%s %s %+d from %s (%s to %s) to %s (%s to %s) does not hold", l.Type, l.From, l.Lag, l.From, from.Start, from.Finish, l.To, mine.Start, mine.Finish)
		}
	}
}

func checkCapacity(t *rapid.T, p *schedule.Plan) {
	understaffed := map[string]bool{}
	for _, f := range p.Flags() {
		understaffed[f.Task] = understaffed[f.Task] || f.Kind == schedule.Understaffed
	}
	for _, team := range p.Roadmap.Teams() {
		if team.Capacity == 0 {
			continue
		}
		used := map[roadmap.Date]int{}
		for i, task := range p.Roadmap.Tasks() {
			people := 0
			if task.Team == team.ID {
				people = task.People
			}
			for _, n := range task.AlsoNeeds {
				if n.Team == team.ID {
					people = n.People
				}
			}
			if understaffed[task.ID] {
				continue
			}
			for _, d := range workDays(p, i) {
				used[d] += people
			}
		}
		for d, n := range used {
			has := team.Capacity
			for _, x := range team.TimeOff {
				if x.From <= d && d <= x.To {
					has -= x.People
				}
			}
			for _, x := range team.Extra {
				if x.From <= d && d <= x.To {
					has += x.People
				}
			}
			if n > max(has, 0) {
				t.Fatalf("%s has %d people on %s, at work are %d", team.ID, has, d, n)
			}
		}
	}
}

func TestChainsAddUpToTheSlip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRoadmap(t)
		if rapid.Bool().Draw(t, "baseline") {
			r = turned(t, r)
		}
		p := schedule.Compute(r, monday+roadmap.Date(rapid.IntRange(0, 20).Draw(t, "later")), schedule.Options{})
		flags := p.Flags()
		for _, f := range flags {
			addsUp(t, fmt.Sprint(f.Kind, " on ", f.Subject()), f.Why(), f.Days)
			addsUp(t, fmt.Sprint("the reasons of ", f.Kind, " on ", f.Subject()), f.Reasons(), f.Days)
		}
		seen := map[int]bool{}
		for _, root := range p.Roots(flags) {
			for _, i := range root.Flags {
				seen[i] = true
			}
		}
		if len(seen) != len(flags) {
			t.Fatalf("%d of %d flags lie under a root", len(seen), len(flags))
		}
	})
}

// turned takes a baseline, and then some of the tasks take another turn: more work, another promise, a blocker, a link, a
// team's days off, a task that comes and one that goes.
func turned(t *rapid.T, r *roadmap.Roadmap) *roadmap.Roadmap {
	d := r.Edit(monday).Lenient()
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	check(d.PutBaseline(schedule.Compute(r, monday, schedule.Options{}).Baseline("Board")))
	day := func(what string) roadmap.Date { return monday + roadmap.Date(rapid.IntRange(-10, 40).Draw(t, what)) }
	for range rapid.IntRange(0, 5).Draw(t, "turns") {
		tasks := d.Tasks()
		if len(tasks) == 0 {
			break
		}
		n := rapid.IntRange(0, len(tasks)-1).Draw(t, "task")
		id := tasks[n].ID
		update := func(change func(*roadmap.Task)) { _ = d.UpdateTask(id, change) } // what is refused is not done
		switch rapid.IntRange(0, 7).Draw(t, "turn") {
		case 0, 1:
			update(func(t2 *roadmap.Task) {
				t2.Effort = roadmap.PersonDays(rapid.IntRange(0, 9).Draw(t, "effort"))
				t2.Remaining = t2.Effort
			})
		case 2:
			update(func(t2 *roadmap.Task) { t2.Promised = day("promised") })
		case 3:
			update(func(t2 *roadmap.Task) { t2.Blockers = []roadmap.Blocker{{Text: "no", Since: monday}} })
		case 4:
			if n > 0 {
				_ = d.Link(roadmap.Dependency{From: tasks[rapid.IntRange(0, n-1).Draw(t, "from")].ID, To: id, Lag: rapid.IntRange(-2, 5).Draw(t, "lag")})
			}
		case 5:
			from := day("off")
			check(d.UpdateTeam("t0", func(team *roadmap.Team) {
				team.TimeOff = append(slices.Clone(team.TimeOff), roadmap.Period{Name: "off", From: from, To: from + 4})
			}))
		case 6:
			check(d.RemoveTasks(true, id))
		case 7:
			_, err := d.AddTask(roadmap.Task{Title: "New", Team: "t0", Effort: roadmap.PersonDays(2), Priority: 1, Goal: "g"})
			check(err)
		}
	}
	r, err := d.Close()
	check(err)
	return r
}

// addsUp fails unless the days of a chain add up.
func addsUp(t *rapid.T, what string, chain []schedule.Cause, days int) {
	sum := 0
	for _, l := range chain {
		sum += l.Days
	}
	if len(chain) > 0 && sum != days {
		t.Fatalf("the chain of %s adds up to %d, not to %d: %+v", what, sum, days, chain)
	}
}

// Whatever is asked for, flagged or not, has a chain that adds up, whose last link but for an offset costs days, or which is
// that one link.
func TestAnythingsChainAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRoadmap(t)
		if rapid.Bool().Draw(t, "baseline") {
			r = turned(t, r)
		}
		p := schedule.Compute(r, monday+roadmap.Date(rapid.IntRange(0, 20).Draw(t, "later")), schedule.Options{})
		all := []schedule.Ref{{Goal: "g"}}
		for i, task := range r.Tasks() {
			all = append(all, schedule.Ref{Task: task.ID})
			if p.Tasks[i].Planned && task.Status.Open() {
				addsUp(t, task.ID, p.Why(i), -p.Tasks[i].Slack)
			}
		}
		for _, team := range r.Teams() {
			all = append(all, schedule.Ref{Team: team.ID})
		}
		for _, on := range all {
			s := p.Standing(on)
			for _, chain := range [][]schedule.Cause{s.Why(), s.Reasons()} {
				addsUp(t, fmt.Sprint(on), chain, s.Days)
				n := len(chain) - 1
				if n > 0 && chain[n].Kind == schedule.Offset {
					n--
				}
				if n > 0 && chain[n].Days == 0 {
					t.Fatalf("the chain of %v ends at what costs nothing: %+v", on, chain)
				}
			}
		}
	})
}

// Plans use the memory again in which the one before was made, and keep nothing there that they say later.
// What a cause makes late is what its drivers lead back to it from, task by task.
func TestARootMakesLateWhatItDrives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRoadmap(t)
		p := schedule.Compute(r, r.Settings().Start, schedule.Options{})
		comes := func(i int, from func(i int) bool) bool {
			for k := int32(i); k >= 0; k = p.Tasks[k].Driver.Task {
				if from(int(k)) {
					return true
				}
			}
			return false
		}
		for _, root := range p.Roots(p.Flags()) {
			late := root.LateTasks()
			if len(late) != root.Late {
				t.Fatalf("%s counts %d late tasks and names %v", root.Text, root.Late, late)
			}
			if late == nil {
				continue
			}
			var want []string
			for i, task := range r.Tasks() {
				from := func(k int) bool { return k != i && r.Tasks()[k].ID == root.On.Task }
				if root.On.Team != "" {
					from = func(k int) bool {
						d := p.Tasks[k].Driver
						return d.Kind == schedule.Capacity && d.Team >= 0 && r.Teams()[d.Team].ID == root.On.Team
					}
				}
				if p.Tasks[i].Slack < 0 && task.Status.Open() && comes(i, from) {
					want = append(want, task.ID)
				}
			}
			slices.SortStableFunc(want, func(a, b string) int { return p.Tasks[r.TaskIndex(a)].Slack - p.Tasks[r.TaskIndex(b)].Slack })
			if !slices.Equal(late, want) {
				t.Fatalf("%s makes %v late, and says %v", root.Text, want, late)
			}
		}
	})
}

func TestSamePlanEveryTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, other := drawRoadmap(t), drawRoadmap(t)
		plan := schedule.Compute(r, monday, schedule.Options{})
		first := said(t, plan)
		said(t, schedule.Compute(other, monday, schedule.Options{}))
		if again := said(t, schedule.Compute(r, monday, schedule.Options{})); again != first {
			t.Fatalf("two plans of one roadmap differ:\n%s\n%s", first, again)
		}
		if later := said(t, plan); later != first {
			t.Fatalf("a plan says something else once others were made:\n%s\n%s", first, later)
		}
	})
}

func TestPlansMadeBesideEachOther(t *testing.T) {
	var all []*roadmap.Roadmap
	var alone []string
	for _, n := range []int{50, 400, 200, 300} {
		r := generated(t, n, true)
		all, alone = append(all, r), append(alone, said(t, schedule.Compute(r, monday, schedule.Options{})))
	}
	got := make([]string, 4*len(all))
	var wait sync.WaitGroup
	for k := range got {
		wait.Go(func() { got[k] = said(t, schedule.Compute(all[k%len(all)], monday, schedule.Options{})) })
	}
	wait.Wait()
	for k := range got {
		if got[k] != alone[k%len(all)] {
			t.Errorf("the plan of %d tasks is another one when others are made beside it", len(all[k%len(all)].Tasks()))
		}
	}
}

// said is all that a plan says: its tasks and what room they have, its flags with their causes, its roots and its teams.
func said(t interface{ Error(...any) }, p *schedule.Plan) string {
	flags := p.Flags()
	var causes [][]schedule.Cause
	for i := range flags {
		causes = append(causes, flags[i].Why(), flags[i].Reasons())
	}
	room := make([]int, len(p.Tasks))
	for i := range room {
		room[i] = p.Room(i)
	}
	text, err := json.Marshal([]any{p.Tasks, room, flags, causes, p.Roots(flags), p.Teams()})
	if err != nil {
		t.Error(err)
	}
	return string(text)
}
