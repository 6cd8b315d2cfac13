package roadmap_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	. "bywhen/roadmap"
)

// kept is a what-if that an edit of a roadmap makes, and what the roadmap is with it.
func kept(t *testing.T, r *Roadmap, name string, edit func(*Draft) error) (*WhatIf, *Roadmap) {
	t.Helper()
	next := edited(t, r, func(d *Draft) error {
		return d.PutWhatIf(WhatIf{Name: name, Tried: "tried", Today: tue, Edits: Diff(r, edited(t, r, edit), "").Edits})
	})
	return next.WhatIf(name), next
}

func effort(id string, days int) func(*Draft) error {
	return func(d *Draft) error { return d.UpdateTask(id, func(t *Task) { t.Effort = PersonDays(days) }) }
}

// tries holds what a kept what-if makes of a roadmap, and what no longer fits.
func tries(t *testing.T, r *Roadmap, w *WhatIf, misfits ...string) *Roadmap {
	t.Helper()
	tried, got, err := r.Try(w)
	no(t, err)
	if !slices.Equal(got, misfits) {
		t.Fatalf("no longer fits: %q, want %q", got, misfits)
	}
	return tried
}

func TestAKeptWhatIfMakesOfItsRoadmapWhatWasTried(t *testing.T) {
	start := aurora(t)
	rapid.Check(t, func(rt *rapid.T) {
		next := randomEdit(rt, start)
		w := &WhatIf{Name: "w", Today: tue, Edits: Diff(start, next, "").Edits}
		w.Edits = slices.DeleteFunc(w.Edits, func(e Edit) bool { return e.Kind == KindWhatIf })
		tried, misfits, err := start.Try(w)
		if err != nil || len(misfits) > 0 {
			rt.Fatal(misfits, err)
		}
		for _, e := range w.Edits {
			if now := tried.Entity(e.Kind, e.Key); !Same(now, e.After) && e.Kind != KindBaseline {
				rt.Fatalf("%s %q is %+v, want %+v", e.Kind, e.Key, now, e.After)
			}
		}
	})
}

func TestAKeptWhatIfMeetsAnyRoadmapOrSaysWhyNot(t *testing.T) {
	start := aurora(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := &WhatIf{Name: "w", Today: tue, Edits: Diff(start, randomEdit(rt, start), "").Edits}
		w.Edits = slices.DeleteFunc(w.Edits, func(e Edit) bool { return e.Kind == KindWhatIf })
		now := randomEdit(rt, start)
		before := snapshot(now)
		tried, _, err := now.Try(w)
		if snapshot(now) != before {
			rt.Fatal("the present was written to")
		}
		if err == nil {
			holdsTogether(rt, tried)
		}
	})
}

func TestWhatBothChangedStaysAsItIsAndIsTold(t *testing.T) {
	w, r := kept(t, aurora(t), "Faster", func(d *Draft) error {
		return d.UpdateTask("3", func(t *Task) { t.Effort, t.People = PersonDays(6), 2 })
	})
	now := edited(t, r, func(d *Draft) error {
		return d.UpdateTask("3", func(t *Task) { t.Effort, t.Deadline = PersonDays(20), day("2026-02-02") })
	})
	tried := tries(t, now, w, `task "Tooling": effort changed since, and stays as it is now`)
	if x := tried.Task("3"); x.Effort != PersonDays(20) || x.People != 2 || x.Deadline != day("2026-02-02") {
		t.Errorf("%+v", x)
	}
}

func TestAWordAboutATaskDoesNotHurtAWhatIf(t *testing.T) {
	w, r := kept(t, aurora(t), "Faster", effort("3", 6))
	later := r.Edit(day("2026-01-20"))
	no(t, later.UpdateTask("3", func(t *Task) { t.Status, t.Started = Doing, day("2026-01-19") }))
	now := closed(t, later)
	tried := tries(t, now, w)
	if x := tried.Task("3"); x.Effort != PersonDays(6) || x.Status != Doing || x.Told != day("2026-01-20") {
		t.Errorf("%+v", x)
	}
}

func TestWhatHasGoneIsToldAndTheRestIsTried(t *testing.T) {
	w, r := kept(t, aurora(t), "Both", func(d *Draft) error {
		no(t, effort("3", 6)(d))
		return effort("4", 1)(d)
	})
	now := edited(t, r, func(d *Draft) error { return d.RemoveTasks(false, "3") })
	if x := tries(t, now, w, `task "Tooling": has gone since`).Task("4"); x.Effort != PersonDays(1) {
		t.Errorf("%+v", x)
	}
}

func TestWhatWasAcceptedElsewhereIsNoDifference(t *testing.T) {
	w, r := kept(t, aurora(t), "Faster", effort("3", 6))
	now := edited(t, r, effort("3", 6))
	if tried := tries(t, now, w); !Diff(now, tried, "").Empty() {
		t.Error("it differs")
	}
}

func TestLinksThatWouldNowCloseACycleAreRefused(t *testing.T) {
	w, r := kept(t, aurora(t), "Antenna waits", func(d *Draft) error { return d.Link(Dependency{From: "1", To: "2"}) })
	now := edited(t, r, func(d *Draft) error { return d.Link(Dependency{From: "2", To: "1"}) })
	_, _, err := now.Try(w)
	refused(t, err, Cycle, `"Antenna"`)
}

func TestAnIDOfAWhatIfIsNotGivenOutAgain(t *testing.T) {
	w, r := kept(t, aurora(t), "With a case", func(d *Draft) error {
		_, err := d.AddTask(Task{Title: "Case", People: 1})
		return err
	})
	now := edited(t, r, func(d *Draft) error {
		_, err := d.AddTask(Task{Title: "Board", People: 1})
		return err
	})
	tried := tries(t, now, w)
	if a, b := tried.Task("5"), tried.Task("6"); a.Title != "Case" || b.Title != "Board" {
		t.Errorf("%+v, %+v", a, b)
	}
}

func TestKeptWhatIfsAreNamedRenamedAndRemoved(t *testing.T) {
	_, r := kept(t, aurora(t), "A", effort("3", 6))
	_, r = kept(t, r, "B", effort("4", 6))
	r = edited(t, r, func(d *Draft) error { return d.RenameWhatIf("A", "Overtime") })
	if all := r.WhatIfs(); len(all) != 2 || all[0].Name != "Overtime" || all[1].Name != "B" {
		t.Errorf("%+v", all)
	}
	d := r.Edit(tue)
	refused(t, d.RenameWhatIf("B", "Overtime"), Taken, `"Overtime"`)
	refused(t, d.RenameWhatIf("B", " "), Invalid, "name")
	refused(t, d.RenameWhatIf("none", "x"), Unknown, `"none"`)
	refused(t, d.RemoveWhatIf("none"), Unknown, `"none"`)
	no(t, d.RemoveWhatIf("B"))
	if all := closed(t, d).WhatIfs(); len(all) != 1 {
		t.Errorf("%+v", all)
	}
}
