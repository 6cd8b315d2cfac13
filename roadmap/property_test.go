package roadmap_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	. "bywhen/roadmap"
)

// anId draws one of the ids in a list, or now and then one of nothing.
func anId[E Entity](t *rapid.T, items []E) string {
	if len(items) == 0 || rapid.IntRange(0, 19).Draw(t, "astray") == 0 {
		return "nothing"
	}
	return items[rapid.IntRange(0, len(items)-1).Draw(t, "which")].Key()
}

func aDay(t *rapid.T) Date { return tue + Date(rapid.IntRange(-30, 60).Draw(t, "day")) }

// edits are what a person may do to a roadmap. A refusal is fine: it must change nothing.
var edits = []func(t *rapid.T, d *Draft){
	func(t *rapid.T, d *Draft) {
		d.AddTask(Task{Title: "Task", Effort: HundredthDays(rapid.IntRange(0, 900).Draw(t, "effort")), Team: anId(t, d.Teams()), Status: Status(rapid.IntRange(0, 3).Draw(t, "status"))})
	},
	func(t *rapid.T, d *Draft) { d.AddTaskBefore(Task{Title: "Before"}, anId(t, d.Tasks())) },
	func(t *rapid.T, d *Draft) { d.RemoveTasks(rapid.Bool().Draw(t, "bridge"), anId(t, d.Tasks())) },
	func(t *rapid.T, d *Draft) { d.MoveTask(anId(t, d.Tasks()), anId(t, d.Tasks())) },
	func(t *rapid.T, d *Draft) { d.MoveTask(anId(t, d.Tasks()), "") },
	func(t *rapid.T, d *Draft) {
		status, started, goal := Status(rapid.IntRange(0, 4).Draw(t, "status")), aDay(t), anId(t, d.Goals())
		d.UpdateTask(anId(t, d.Tasks()), func(task *Task) {
			task.Status, task.Started, task.Goal = status, started, goal
			task.Tags = append(task.Tags, "tag"+fmt.Sprint(len(task.Tags)))
		})
	},
	func(t *rapid.T, d *Draft) {
		promised, alternative := aDay(t), anId(t, d.Tasks())
		d.UpdateTask(anId(t, d.Tasks()), func(task *Task) { task.Promised, task.AlternativeOf = promised, alternative })
	},
	func(t *rapid.T, d *Draft) {
		a, b := anId(t, d.Tasks()), anId(t, d.Tasks())
		if i, j := len(a), len(b); i > j || i == j && a > b { // from the smaller number to the larger: no cycles
			a, b = b, a
		}
		d.Link(Dependency{From: a, To: b, Type: LinkType(rapid.IntRange(0, 4).Draw(t, "type")), Lag: rapid.IntRange(-3, 3).Draw(t, "lag")})
	},
	func(t *rapid.T, d *Draft) { d.Unlink(Dependency{From: anId(t, d.Tasks()), To: anId(t, d.Tasks())}) },
	func(t *rapid.T, d *Draft) {
		d.AddTeam(Team{Name: "Team", Capacity: rapid.IntRange(-1, 4).Draw(t, "capacity")})
	},
	func(t *rapid.T, d *Draft) { d.RemoveTeam(anId(t, d.Teams())) },
	func(t *rapid.T, d *Draft) { d.AddGoal(Goal{Title: "Goal", Parent: anId(t, d.Goals())}) },
	func(t *rapid.T, d *Draft) {
		parent := anId(t, d.Goals())
		d.UpdateGoal(anId(t, d.Goals()), func(g *Goal) { g.Parent = parent })
	},
	func(t *rapid.T, d *Draft) { d.RemoveGoal(anId(t, d.Goals())) },
	func(t *rapid.T, d *Draft) { d.MoveGoal(anId(t, d.Goals()), "") },
	func(t *rapid.T, d *Draft) { d.AddRisk(Risk{Title: "Risk", Tasks: []string{anId(t, d.Tasks())}}) },
	func(t *rapid.T, d *Draft) { d.PutKnown(Known{Flag: "slipping", Task: anId(t, d.Tasks())}) },
	func(t *rapid.T, d *Draft) {
		d.PutFilter(Filter{Name: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "name"), Text: "is:late"})
	},
	func(t *rapid.T, d *Draft) {
		d.PutBaseline(Baseline{Name: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "name"), Taken: tue, Current: rapid.Bool().Draw(t, "current")})
	},
	func(t *rapid.T, d *Draft) {
		edits := []Edit{{Kind: KindTask, Key: "77", After: &Task{ID: "77", Title: "Case", People: 1, Priority: 3}}}
		d.PutWhatIf(WhatIf{Name: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "name"), Today: tue, Edits: edits})
	},
	func(t *rapid.T, d *Draft) { d.RenameWhatIf("a", "b") },
	func(t *rapid.T, d *Draft) { d.RemoveWhatIf("b") },
	func(t *rapid.T, d *Draft) {
		d.AddPhase(rapid.SampledFrom([]string{"Retire", "Build"}).Draw(t, "phase"))
	},
}

func randomEdit(t *rapid.T, r *Roadmap) *Roadmap {
	d := r.Edit(aDay(t))
	for range rapid.IntRange(1, 8).Draw(t, "edits") {
		rapid.SampledFrom(edits).Draw(t, "edit")(t, d)
	}
	next, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func TestAnyChangeIsReplayedAndUndone(t *testing.T) {
	start := aurora(t)
	rapid.Check(t, func(t *rapid.T) {
		r := start
		for range rapid.IntRange(1, 4).Draw(t, "steps") {
			before := snapshot(r)
			next := randomEdit(t, r)
			if snapshot(r) != before {
				t.Fatal("an edit wrote into the roadmap that it was made on")
			}
			c := Diff(r, next, "edit")
			again, err := r.Replay(c)
			if err != nil || snapshot(again) != snapshot(next) {
				t.Fatalf("replayed (%v)\n%s\nwant\n%s", err, snapshot(again), snapshot(next))
			}
			back, err := next.Replay(c.Inverted())
			if err != nil || snapshot(back) != before {
				t.Fatalf("undone (%v)\n%s\nwant\n%s", err, snapshot(back), before)
			}
			inOrder(t, next.Tasks())
			inOrder(t, next.Teams())
			inOrder(t, next.Goals())
			holdsTogether(t, next)
			r = next
		}
	})
}

func inOrder[E Entity](t *rapid.T, items []E) {
	at := func(e Entity) Position {
		switch e := e.(type) {
		case *Task:
			return e.Position
		case *Team:
			return e.Position
		case *Goal:
			return e.Position
		}
		return ""
	}
	if !slices.IsSortedFunc(items, func(a, b E) int {
		if at(a) < at(b) {
			return -1
		}
		return 1
	}) {
		t.Fatalf("%d entities are out of order", len(items))
	}
}

// holdsTogether loads the roadmap anew, which holds all of it to the checks.
func holdsTogether(t *rapid.T, r *Roadmap) {
	var values []Entity
	for _, k := range Kinds() {
		values = append(values, r.Entities(k)...)
	}
	again, err := Load(values, r.LastID())
	if err != nil {
		t.Fatalf("cannot be loaded: %v", err)
	}
	if !Diff(r, again, "").Empty() || len(r.Network().Order) != len(r.Tasks()) {
		t.Fatal("loaded, it is another roadmap")
	}
	if !reflect.DeepEqual(r.Network(), again.Network()) {
		t.Fatal("what waits for what is not what the dependencies say")
	}
	if !slices.Equal(r.Briefs(), again.Briefs()) { // of its versions, each carries over what the one before it had
		t.Fatal("what a plan asks of the tasks is not what they say")
	}
}

// Two people edit the same roadmap: the one who comes second is refused, or both edits hold.
func TestReplayOnAnotherEditIsWholeOrRefused(t *testing.T) {
	start := aurora(t)
	rapid.Check(t, func(t *rapid.T) {
		one, two := randomEdit(t, start), randomEdit(t, start)
		c := Diff(start, two, "second")
		merged, err := one.Replay(c)
		if err != nil {
			return
		}
		holdsTogether(t, merged)
		for _, e := range c.Edits {
			now := merged.Entity(e.Kind, e.Key)
			if !Same(now, e.After) && e.Kind != KindBaseline { // of baselines only one stays current
				t.Fatalf("%s %q is not as the edit left it", e.Kind, e.Key)
			}
		}
	})
}
