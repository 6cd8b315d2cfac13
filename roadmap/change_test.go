package roadmap_test

import (
	"fmt"
	"strings"
	"testing"

	. "bywhen/roadmap"
)

// snapshot writes all that a roadmap holds.
func snapshot(r *Roadmap) string {
	var b strings.Builder
	for _, k := range Kinds() {
		for _, e := range r.Entities(k) {
			if g, ok := e.(*Goal); ok && g.Metric != nil {
				fmt.Fprintf(&b, "%+v ", *g.Metric)
				copied := *g
				copied.Metric = nil
				e = &copied
			}
			if w, ok := e.(*WhatIf); ok { // its edits by their values, not by where they lie
				for _, x := range w.Edits {
					fmt.Fprintf(&b, "%s %q %+v %+v ", x.Kind, x.Key, x.Before, x.After)
				}
				copied := *w
				copied.Edits = nil
				e = &copied
			}
			fmt.Fprintf(&b, "%s %q %+v\n", k, e.Key(), e)
		}
	}
	return b.String()
}

// edited is a roadmap after one edit.
func edited(t *testing.T, r *Roadmap, edit func(*Draft) error) *Roadmap {
	t.Helper()
	d := r.Edit(tue)
	no(t, edit(d))
	return closed(t, d)
}

func TestAChangeListsWhatDiffersBeforeAndAfter(t *testing.T) {
	r := aurora(t)
	next := edited(t, r, func(d *Draft) error { return d.RemoveTasks(true, "3") })
	c := Diff(r, next, "remove Tooling")
	var got []string
	for _, e := range c.Edits {
		got = append(got, fmt.Sprintf("%s %v→%v", e.Kind, e.Before != nil, e.After != nil))
	}
	want := "task true→false, dependency true→false, dependency true→false, dependency false→true, dependency true→false, dependency false→true, risk true→true"
	if c.Title != "remove Tooling" || len(got) != 7 || !sameWords(got, strings.Split(want, ", ")) {
		t.Errorf("%v", got)
	}
	if !Diff(r, r, "").Empty() || !Diff(r, aurora(t), "").Empty() {
		t.Error("the same content is no change")
	}
}

func sameWords(a, b []string) bool {
	count := map[string]int{}
	for i := range a {
		count[a[i]]++
		count[b[i]]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

// Each case is two edits of the same roadmap: the second is replayed on what the first made.
func TestReplayOnARoadmapThatMovedOn(t *testing.T) {
	add := func(task Task) func(*Draft) error {
		return func(d *Draft) error { _, err := d.AddTask(task); return err }
	}
	update := func(id string, change func(*Task)) func(*Draft) error {
		return func(d *Draft) error { return d.UpdateTask(id, change) }
	}
	remove := func(ids ...string) func(*Draft) error {
		return func(d *Draft) error { return d.RemoveTasks(false, ids...) }
	}
	link := func(from, to string) func(*Draft) error {
		return func(d *Draft) error { return d.Link(Dependency{From: from, To: to}) }
	}
	for _, c := range []struct {
		name          string
		first, second func(*Draft) error
		code          Code
		words         string // of the refusal; empty where the second goes through
	}{
		{"different tasks", update("1", func(t *Task) { t.Title = "A" }), update("2", func(t *Task) { t.Title = "B" }), 0, ""},
		{"the same task", update("1", func(t *Task) { t.Title = "A" }), update("1", func(t *Task) { t.Title = "B" }), Conflict, `task "B": has been changed meanwhile`},
		{"the same edit of it", update("1", func(t *Task) { t.Title = "A" }), update("1", func(t *Task) { t.Title = "A" }), Conflict, "meanwhile"},
		{"a task that went", remove("1"), update("1", func(t *Task) { t.Title = "B" }), Conflict, "meanwhile"},
		{"a link to a task that went", remove("4"), link("2", "4"), Unknown, `no task "4"`},
		{"a task that got a link", link("2", "4"), remove("2"), Conflict, `dependency of "4" on "2"`},
		{"two links that are fine together", link("2", "4"), link("2", "1"), 0, ""},
		{"two links that wait for each other", link("1", "2"), link("2", "1"), Cycle, `"Antenna" → "Sketch" → "Antenna"`},
		{"the same new id for two tasks", add(Task{Title: "A"}), add(Task{Title: "B"}), Conflict, "meanwhile"},
		{"one id for a task and a goal", add(Task{ID: "x", Title: "A"}), func(d *Draft) error { _, err := d.AddGoal(Goal{ID: "x", Title: "G"}); return err }, Taken, `"x"`},
		{"a team that got a task", update("1", func(t *Task) { t.Team = "murata" }), func(d *Draft) error { return d.RemoveTeam("murata") }, Conflict, `task "Sketch"`},
		{"a task of a team that went", func(d *Draft) error { return d.RemoveTeam("design") }, update("4", func(t *Task) { t.Team = "design" }), Unknown, `no team "design"`},
		{"a goal that got a child", func(d *Draft) error { _, err := d.AddGoal(Goal{ID: "eu", Title: "EU", Parent: "cert"}); return err }, func(d *Draft) error { return d.RemoveGoal("cert") }, Conflict, `goal "EU"`},
		{"a risk of a task that went", remove("4"), func(d *Draft) error {
			return d.UpdateRisk("crack", func(r *Risk) { r.Tasks = []string{"3", "4"} })
		}, Unknown, `no task "4"`},
		{"a flag known of a task that went", remove("4"), func(d *Draft) error { return d.PutKnown(Known{Flag: "slipping", Task: "4"}) }, Unknown, `"4"`},
		{"a task that got a known flag", func(d *Draft) error { return d.PutKnown(Known{Flag: "slipping", Task: "4"}) }, remove("4"), Conflict, `known flag "slipping"`},
		{"a phase that went", func(d *Draft) error {
			s := *d.Settings()
			s.Phases = s.Phases[3:]
			return d.SetSettings(s)
		}, update("1", func(t *Task) { t.Phase = "Design" }), Unknown, `"Design"`},
		{"a phase that came into use", update("1", func(t *Task) { t.Phase = "Design" }), func(d *Draft) error {
			s := *d.Settings()
			s.Phases = s.Phases[3:]
			return d.SetSettings(s)
		}, Invalid, `"Design" is in use by task "Sketch"`},
	} {
		r := aurora(t)
		first, second := edited(t, r, c.first), edited(t, r, c.second)
		merged, err := first.Replay(Diff(r, second, c.name))
		if c.words != "" {
			refused(t, err, c.code, c.words)
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		other, err := second.Replay(Diff(r, first, c.name))
		if err != nil || snapshot(other) != snapshot(merged) {
			t.Errorf("%s: the order of the two makes a difference (%v)", c.name, err)
		}
	}
}

func TestOfTwoBaselinesTakenAtOnceTheLastIsCurrent(t *testing.T) {
	take := func(name string) func(*Draft) error {
		return func(d *Draft) error { return d.PutBaseline(Baseline{Name: name, Taken: tue, Current: true}) }
	}
	r := aurora(t)
	merged, err := edited(t, r, take("First")).Replay(Diff(r, edited(t, r, take("Second")), ""))
	no(t, err)
	if merged.CurrentBaseline().Name != "Second" || merged.Baseline("First").Current {
		t.Error("two are current")
	}
}

func TestAnIdThatCameBackIsNotGivenOutAgain(t *testing.T) {
	r := aurora(t)
	next := edited(t, r, func(d *Draft) error { _, err := d.AddTask(Task{Title: "Fifth"}); return err })
	replayed, err := r.Replay(Diff(r, next, ""))
	no(t, err)
	gone := edited(t, replayed, func(d *Draft) error { return d.RemoveTasks(false, "5") })
	if id := gone.Edit(tue).NewID(); id != "6" {
		t.Errorf("%s was given out", id)
	}
}

func TestLoadBuildsWhatWasSavedAndNothingElse(t *testing.T) {
	r := aurora(t)
	var values []Entity
	for _, k := range Kinds() {
		values = append(r.Entities(k), values...)
	}
	loaded, err := Load(values, r.LastID())
	no(t, err)
	if snapshot(loaded) != snapshot(r) || loaded.LastID() != r.LastID() {
		t.Errorf("loaded\n%s\nsaved\n%s", snapshot(loaded), snapshot(r))
	}
}

func TestLoadRefusesWhatNoEditMakes(t *testing.T) {
	r := aurora(t)
	for _, c := range []struct {
		extra []Entity
		code  Code
		words string
	}{
		{[]Entity{&Task{ID: "1", Title: "Twice", People: 1, Priority: 3}}, Taken, `task "1": id: is there twice`},
		{[]Entity{&Task{ID: "mech", Title: "A team", People: 1, Priority: 3}}, Taken, `"mech"`},
		{[]Entity{&Task{ID: "9", Title: "No people", Priority: 3}}, Invalid, "people"},
		{[]Entity{&Task{ID: "9", Title: "Lost", People: 1, Priority: 3, Team: "sales"}}, Unknown, `"sales"`},
		{[]Entity{&Task{ID: "9", Title: "When", People: 1, Priority: 3, Status: Done}}, Invalid, "started"},
		{[]Entity{&Task{ID: "9", Title: "When", People: 1, Priority: 3, Status: Doing}}, Invalid, "started"},
		{[]Entity{&Task{ID: "9", Title: "When", People: 1, Priority: 3, Started: tue}}, Invalid, "started"},
		{[]Entity{&Dependency{From: "4", To: "99"}}, Unknown, `"99"`},
		{[]Entity{&Dependency{From: "4", To: "3", Type: StartToStart}}, Cycle, `"Tooling"`},
		{[]Entity{&Dependency{From: "4", To: "4"}}, Cycle, `"Trial"`},
		{[]Entity{&Dependency{From: "1", To: "4", Lag: 99_999}}, Invalid, "lag"},
		{[]Entity{&Risk{ID: "r", Title: "R", Probability: 2}}, Invalid, "probability"},
		{[]Entity{&Known{Flag: "slipping", Task: "99"}}, Unknown, `"99"`},
		{[]Entity{&Filter{Name: "f"}}, Invalid, "text"},
		{[]Entity{&Baseline{Name: "b"}}, Invalid, "taken"},
		{[]Entity{&WhatIf{Today: tue}}, Invalid, "name"},
		{[]Entity{&WhatIf{Name: "w"}}, Invalid, "today"},
		{[]Entity{&WhatIf{Name: "w", Today: tue, Edits: []Edit{{Kind: KindTask, Key: "4"}}}}, Invalid, "edits"},
		{[]Entity{&WhatIf{Name: "w", Today: tue, Edits: []Edit{{Kind: KindTask, Key: "4", After: &Task{ID: "3"}}}}}, Invalid, "edits"},
		{[]Entity{&WhatIf{Name: "w", Today: tue, Edits: []Edit{{Kind: KindWhatIf, Key: "v", After: &WhatIf{Name: "v"}}}}}, Invalid, "edits"},
		{[]Entity{&Goal{ID: "c", Title: "C", Parent: "a"}, &Goal{ID: "a", Title: "A", Parent: "b"}, &Goal{ID: "b", Title: "B", Parent: "a"}}, Cycle, "parent"},
		{[]Entity{&Settings{Name: "x", Start: tue, Phases: DefaultPhases()}}, Invalid, "weekdays"},
	} {
		var values []Entity
		for _, k := range Kinds() {
			values = append(values, r.Entities(k)...)
		}
		_, err := Load(append(values, c.extra...), r.LastID())
		refused(t, err, c.code, c.words)
	}
}

func TestTwoEditsTogetherMayNotAskForMorePeopleThanThereAre(t *testing.T) {
	r := aurora(t)
	more := edited(t, r, func(d *Draft) error { return d.UpdateTask("4", func(t *Task) { t.People = 3 }) })
	fewer := edited(t, r, func(d *Draft) error { return d.UpdateTeam("mech", func(t *Team) { t.Capacity = 2 }) })
	both, err := fewer.Replay(Diff(r, more, ""))
	no(t, err)
	refused(t, both.CheckStaffing(fewer, more), Conflict, `task "Trial": people: 3 are more than Mechanics has by now (2)`)
	no(t, more.CheckStaffing(r, more))
	d := r.Edit(tue).Lenient()
	no(t, d.UpdateTask("4", func(t *Task) { t.People = 9 }))
	imported := closed(t, d)
	no(t, imported.CheckStaffing(r, imported))
}
