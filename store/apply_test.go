package store

import (
	"errors"
	"os"
	"reflect"
	"testing"

	"bywhen/roadmap"
)

func TestAnEditOfAnOlderRevisionIsMadeOnTheNewerOne(t *testing.T) {
	f, base := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna module")))
	commit(t, f, base, "rename", renaming("1", "Antenna"))
	snap, entry := commit(t, f, base, "add", adding("Enclosure tooling"))
	if snap.Revision != 3 || entry.Seq != 2 {
		t.Errorf("revision %d and entry %d, want 3 and 2", snap.Revision, entry.Seq)
	}
	if got := snap.Roadmap.Task("1").Title; got != "Antenna" {
		t.Errorf("task 1 is %q: the other edit is lost", got)
	}
	same(t, "loaded", load(t, f).Roadmap, snap.Roadmap)
}

func TestAnEditThatNoLongerFitsIsRefusedAndTheFileStays(t *testing.T) {
	f, base := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna module")))
	commit(t, f, base, "rename", renaming("1", "Antenna"))
	before, _ := os.ReadFile(f.Path())
	_, _, err := f.Apply(Edit{Base: base, Next: edited(t, base.Roadmap, renaming("1", "Aerial")), Title: "rename", Stamp: stamp(2)}, nil)
	var refused *roadmap.Error
	if !errors.As(err, &refused) || refused.Code != roadmap.Conflict {
		t.Fatalf("%v, want a conflict", err)
	}
	if after, _ := os.ReadFile(f.Path()); string(after) != string(before) {
		t.Error("the file was changed")
	}
}

func TestTwoEditsThatAreFineAloneAndACycleTogether(t *testing.T) {
	r := edited(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna")), adding("Board"))
	f, base := newFile(t, r)
	link := func(from, to string) func(*roadmap.Draft) error {
		return func(d *roadmap.Draft) error { return d.Link(roadmap.Dependency{From: from, To: to}) }
	}
	commit(t, f, base, "link", link("1", "2"))
	_, _, err := f.Apply(Edit{Base: base, Next: edited(t, base.Roadmap, link("2", "1")), Title: "link", Stamp: stamp(2)}, nil)
	var refused *roadmap.Error
	if !errors.As(err, &refused) || refused.Code != roadmap.Cycle {
		t.Fatalf("%v, want a cycle", err)
	}
}

// everything adds a team, a goal under another, two tasks, what ties them, and a baseline of them, with ids given out.
func everything(d *roadmap.Draft) error {
	team, err := d.AddTeam(roadmap.Team{Name: "Mechanics", Capacity: 3})
	if err != nil {
		return err
	}
	above, _ := d.AddGoal(roadmap.Goal{Title: "Year"})
	goal, _ := d.AddGoal(roadmap.Goal{Title: "Launch", Parent: above})
	other, _ := d.AddTeam(roadmap.Team{Name: "Design", Capacity: 1})
	first, _ := d.AddTask(roadmap.Task{Title: "Tooling", Team: team, Goal: goal, AlsoNeeds: []roadmap.Need{{Team: other, People: 1}},
		Asked: []roadmap.Ask{{Who: other, On: monday}}})
	second, err := d.AddTask(roadmap.Task{Title: "Cast", AlternativeOf: first})
	if err != nil {
		return err
	}
	if err := d.Link(roadmap.Dependency{From: first, To: second}); err != nil {
		return err
	}
	if err := d.PutKnown(roadmap.Known{Flag: "slipping", Task: first}); err != nil {
		return err
	}
	if _, err = d.AddRisk(roadmap.Risk{Title: "Crack", Tasks: []string{first, second}}); err != nil {
		return err
	}
	return d.PutBaseline(roadmap.Baseline{
		Name: "Board", Taken: monday, Tasks: []roadmap.BaselineTask{{ID: first, Start: monday, Finish: monday}},
		Deadlines: []roadmap.BaselineDeadline{{Goal: goal, Deadline: monday}, {Task: second, Deadline: monday}},
	})
}

func TestANewIDThatAnotherWriterTookIsReplacedThroughout(t *testing.T) {
	f, base := newFile(t, roadmap.New("Aurora phone", monday))
	commit(t, f, base, "add", adding("Antenna module")) // is 1, as the first of what follows would be
	snap, _ := commit(t, f, base, "add all", everything)
	r := snap.Roadmap
	if r.Task("1").Title != "Antenna module" {
		t.Fatalf("task 1 is %q", r.Task("1").Title)
	}
	team, goal, risk, known, baseline := r.Teams()[0], r.Goals()[1], r.Risks()[0], r.Known()[0], r.Baselines()[0]
	first, second := r.Tasks()[1], r.Tasks()[2]
	if first.Title != "Tooling" { // two writers chose the same place: the order of ids decides
		t.Fatalf("order: %q, %q, %q", r.Tasks()[0].Title, first.Title, second.Title)
	}
	if first.Team != team.ID || first.Goal != goal.ID || first.AlsoNeeds[0].Team != r.Teams()[1].ID || first.Asked[0].Who != r.Teams()[1].ID {
		t.Errorf("task %+v of team %s and goal %s", first, team.ID, goal.ID)
	}
	if goal.Parent != r.Goals()[0].ID || second.AlternativeOf != first.ID || known.Task != first.ID {
		t.Errorf("goal %+v, task %+v, known %+v", goal, second, known)
	}
	if r.Dependency(first.ID, second.ID, roadmap.FinishToStart) == nil {
		t.Errorf("dependencies %+v", r.Dependencies()[0])
	}
	if !reflect.DeepEqual(risk.Tasks, []string{first.ID, second.ID}) || baseline.Tasks[0].ID != first.ID ||
		baseline.Deadlines[0].Goal != goal.ID || baseline.Deadlines[1].Task != second.ID {
		t.Errorf("risk %+v, baseline %+v", risk, baseline)
	}
	if again := load(t, f).Roadmap; again.LastID() != r.LastID() {
		t.Errorf("last id %d, want %d", again.LastID(), r.LastID())
	}
	same(t, "loaded", load(t, f).Roadmap, r)
}

func TestAnIDIsNotGivenOutAgainThoughWhatHadItIsGone(t *testing.T) {
	f, base := newFile(t, roadmap.New("Aurora phone", monday))
	snap, _ := commit(t, f, base, "add", adding("Antenna module"))
	if _, _, err := f.Undo(stamp(2), nil); err != nil {
		t.Fatal(err)
	}
	if again := load(t, f); again.Roadmap.LastID() != 1 {
		t.Errorf("last id %d after undo, want 1", again.Roadmap.LastID())
	}
	late, _ := commit(t, f, base, "add", adding("Board")) // chose 1 too, before it knew
	if late.Roadmap.Task("1") != nil || late.Roadmap.Task("2") == nil {
		t.Errorf("tasks %+v", late.Roadmap.Tasks()[0])
	}
	_ = snap
}

func TestANewIDInAWhatIfThatAnotherWriterTookIsReplacedThere(t *testing.T) {
	f, base := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna")))
	commit(t, f, base, "add", adding("Board"))
	commit(t, f, base, "keep", keeping("With a case", func(d *roadmap.Draft) error {
		id, err := d.AddTask(roadmap.Task{Title: "Case"})
		if err != nil {
			return err
		}
		return d.Link(roadmap.Dependency{From: "1", To: id})
	}))
	r := load(t, f).Roadmap
	tried, misfits, err := r.Try(r.WhatIf("With a case"))
	if err != nil || len(misfits) > 0 {
		t.Fatal(misfits, err)
	}
	if a, b := tried.Task("2"), tried.Task("3"); a.Title != "Board" || b.Title != "Case" || len(tried.Predecessors("3")) != 1 {
		t.Errorf("tasks %q and %q", a.Title, b.Title)
	}
}

func TestTwoPeopleWhoChooseTheSameIDConflict(t *testing.T) {
	f, base := newFile(t, roadmap.New("Aurora phone", monday))
	team := func(id string) func(*roadmap.Draft) error {
		return func(d *roadmap.Draft) error {
			_, err := d.AddTeam(roadmap.Team{ID: id, Name: "Team " + id})
			return err
		}
	}
	goal := func(d *roadmap.Draft) error { _, err := d.AddGoal(roadmap.Goal{ID: "mech", Title: "Mech"}); return err }
	commit(t, f, base, "team", team("mech"))
	for what, change := range map[string]func(*roadmap.Draft) error{"a team": team("mech"), "a goal": goal} {
		_, _, err := f.Apply(Edit{Base: base, Next: edited(t, base.Roadmap, change), Title: "add", Stamp: stamp(2)}, nil)
		var refused *roadmap.Error
		if !errors.As(err, &refused) {
			t.Errorf("%s of the same id: %v, want a refusal", what, err)
		}
	}
	load(t, f)
}

func TestAnEditThatChangesNothingCommitsNothing(t *testing.T) {
	f, base := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna module")))
	before, _ := os.ReadFile(f.Path())
	next := edited(t, base.Roadmap, func(d *roadmap.Draft) error {
		return d.UpdateTask("1", func(t *roadmap.Task) { t.Tags = []string{} })
	})
	for what, next := range map[string]*roadmap.Roadmap{"the same": base.Roadmap, "an empty list for none": next} {
		snap, entry, err := f.Apply(Edit{Base: base, Next: next, Title: "nothing", Stamp: stamp(1)}, nil)
		if err != nil || entry.Seq != 0 || snap.Revision != base.Revision {
			t.Errorf("%s: %+v, %v", what, entry, err)
		}
	}
	if after, _ := os.ReadFile(f.Path()); string(after) != string(before) {
		t.Error("the file was changed")
	}
}

func TestAListThatIsEmptyInMemoryIsNoConflict(t *testing.T) {
	f, base := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna module")))
	held, _ := commit(t, f, base, "tags", func(d *roadmap.Draft) error {
		return d.UpdateTask("1", func(t *roadmap.Task) { t.Tags, t.Title = []string{}, "Antenna" })
	})
	commit(t, f, load(t, f), "add", adding("Board"))
	commit(t, f, held, "rename", renaming("1", "Aerial"))
}

// byFinish forecasts every deadline as the day on which its task's effort is done, begun on Monday.
func byFinish(r *roadmap.Roadmap) []Forecast {
	var out []Forecast
	for _, t := range r.Tasks() {
		if t.Deadline != 0 {
			out = append(out, Forecast{Task: t.ID, Date: monday + roadmap.Date(t.Duration()) - 1})
		}
	}
	return out
}

func TestAnEntryKeepsTheDeadlinesThatItMoved(t *testing.T) {
	f, base := newFile(t, edited(t, roadmap.New("Aurora phone", monday), func(d *roadmap.Draft) error {
		for _, title := range []string{"Antenna", "Board"} {
			if _, err := d.AddTask(roadmap.Task{Title: title, Effort: roadmap.PersonDays(3), Deadline: monday + 10}); err != nil {
				return err
			}
		}
		return nil
	}))
	effort := func(n int) func(*roadmap.Draft) error {
		return func(d *roadmap.Draft) error {
			return d.UpdateTask("1", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(n) })
		}
	}
	commit(t, f, base, "rename", renaming("2", "Main board"))
	_, entry, err := f.Apply(Edit{Base: base, Next: edited(t, base.Roadmap, effort(5)), Title: "effort", Because: "harder", Stamp: stamp(2)}, byFinish)
	if err != nil {
		t.Fatal(err)
	}
	want := []Move{{Task: "1", From: monday + 2, To: monday + 4}}
	if !reflect.DeepEqual(entry.Moved, want) {
		t.Errorf("moved %v, want %v", entry.Moved, want)
	}
	_, undone, err := f.Undo(stamp(3), byFinish)
	if err != nil {
		t.Fatal(err)
	}
	if want := []Move{{Task: "1", From: monday + 4, To: monday + 2}}; !reflect.DeepEqual(undone.Moved, want) {
		t.Errorf("undo moved %v, want %v", undone.Moved, want)
	}
	log, err := f.History(0)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(log[1].Moved, want) || log[1].Because != "harder" || !log[1].At.Equal(stamp(2).At) || log[1].Today != monday {
		t.Errorf("kept %+v", log[1])
	}
}

func TestMovesNameDeadlinesThatCameAndWent(t *testing.T) {
	plans := map[*roadmap.Roadmap][]Forecast{}
	before, after := roadmap.New("a", monday), roadmap.New("b", monday)
	plans[before] = []Forecast{{Task: "1", Date: monday}, {Goal: "g", Date: monday + 1}, {Task: "2", Date: monday}, {Task: "5"}}
	plans[after] = []Forecast{{Task: "3", Date: monday + 9}, {Task: "4"}, {Goal: "g", Date: monday + 2}, {Task: "2", Date: monday}}
	got := moves(func(r *roadmap.Roadmap) []Forecast { return plans[r] }, before, after)
	want := []Move{{Task: "3", To: monday + 9}, {Goal: "g", From: monday + 1, To: monday + 2}, {Task: "1", From: monday}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAPlannerThatPanicsLeavesTheFileAndItsLock(t *testing.T) {
	f, base := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna module")))
	now, _ := commit(t, f, base, "rename", renaming("1", "Antenna"))
	next := edited(t, now.Roadmap, renaming("1", "Aerial"))
	for _, do := range []func(p Planner){
		func(p Planner) { f.Undo(stamp(2), p) },
		func(p Planner) { f.Apply(Edit{Base: now, Next: next, Title: "rename", Stamp: stamp(2)}, p) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic was swallowed")
				}
			}()
			do(func(*roadmap.Roadmap) []Forecast { panic("no plan") })
		}()
	}
	if _, _, err := f.Undo(stamp(2), nil); err != nil {
		t.Error(err)
	}
}

func TestATitleIsKeptAsOneCleanLine(t *testing.T) {
	f, base := newFile(t, roadmap.New("Aurora phone", monday))
	commit(t, f, base, "add\nAntenna \x1b[31m", adding("Antenna"))
	log, err := f.History(0)
	if err != nil || log[0].Title != "add Antenna [31m" {
		t.Errorf("%q, %v", log[0].Title, err)
	}
}

func TestAnotherFileInItsPlaceIsNotTakenForTheSame(t *testing.T) {
	f, base := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna module")))
	other, _ := newFile(t, edited(t, roadmap.New("Other", monday), adding("Wholly other")))
	if err := os.Rename(other.Path(), f.Path()); err != nil {
		t.Fatal(err)
	}
	newFileAgain(t, other)
	_, _, err := f.Apply(Edit{Base: base, Next: edited(t, base.Roadmap, renaming("1", "Antenna")), Title: "rename", Stamp: stamp(1)}, nil)
	var refused *roadmap.Error
	if !errors.As(err, &refused) {
		t.Errorf("%v, want a conflict", err)
	}
}

// newFileAgain makes a file anew where it has been moved away, so that it can be checked at the end.
func newFileAgain(t *testing.T, f *File) {
	t.Helper()
	if _, err := f.Create(roadmap.New("again", monday), stamp(0)); err != nil {
		t.Fatal(err)
	}
}

// An edit that was told as failed, but is in the file, is not made twice by whoever tries it again; the same made later is another.
func TestAnEditThatIsTriedAgainIsMadeOnce(t *testing.T) {
	f, snap := newFile(t, roadmap.New("Aurora phone", monday))
	edit := Edit{Base: snap, Next: edited(t, snap.Roadmap, adding("Antenna")), Title: "added Antenna", Stamp: stamp(1)}
	first, made, err := f.Apply(edit, nil)
	if err != nil {
		t.Fatal(err)
	}
	commit(t, f, first, "added Case", adding("Case"))
	again, found, err := f.Apply(edit, nil)
	if err != nil || found.Seq != made.Seq || len(again.Roadmap.Tasks()) != 2 {
		t.Errorf("entry %d, want %d; %d tasks, %v", found.Seq, made.Seq, len(again.Roadmap.Tasks()), err)
	}
	edit.Stamp = stamp(2)
	if later, _, err := f.Apply(edit, nil); err != nil || len(later.Roadmap.Tasks()) != 3 {
		t.Errorf("%d tasks, %v", len(later.Roadmap.Tasks()), err)
	}
}
