package session

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

// monday is 5 January 2026.
var monday = roadmap.MustDate("2026-01-05")

func noon() time.Time { return time.Date(2026, 1, 5, 12, 0, 0, 0, time.UTC) }

// open opens a session on a file with one task of five days, due on Friday.
func open(t *testing.T) (*Session, *store.File) {
	t.Helper()
	d := roadmap.New("Test", monday).Edit(monday)
	if _, err := d.AddTask(roadmap.Task{ID: "a", Title: "a", Effort: roadmap.PersonDays(5), Deadline: monday + 4}); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	f := store.New(filepath.Join(t.TempDir(), "test.db"))
	snap, err := f.Create(r, store.Stamp{At: noon().Add(-time.Hour), Today: monday})
	if err != nil {
		t.Fatal(err)
	}
	return Open(f, snap, true, monday, noon, schedule.Options{}), f
}

func effort(days int) func(*roadmap.Draft) error {
	return func(d *roadmap.Draft) error {
		return d.UpdateTask("a", func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(days) })
	}
}

func add(title string) func(*roadmap.Draft) error {
	return func(d *roadmap.Draft) error { _, err := d.AddTask(roadmap.Task{Title: title}); return err }
}

// finish runs all jobs that wait.
func finish(t *testing.T, s *Session) (last Report) {
	t.Helper()
	for run := s.Next(); run != nil; run = s.Next() {
		last = s.Finish(run())
	}
	return last
}

func loaded(t *testing.T, f *store.File) *roadmap.Roadmap {
	t.Helper()
	snap, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	return snap.Roadmap
}

func TestAnEditCountsAtOnceAndIsSavedAfterwards(t *testing.T) {
	s, f := open(t)
	e, err := s.Edit("longer", "", effort(7))
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Effects) != 1 || e.Effects[0].Moved != 2 {
		t.Errorf("effects %+v", e.Effects)
	}
	if n, _ := s.Unsaved(); len(n) != 1 || loaded(t, f).Task("a").Effort != roadmap.PersonDays(5) {
		t.Errorf("unsaved: %v", n)
	}
	finish(t, s)
	if n, _ := s.Unsaved(); len(n) != 0 || loaded(t, f).Task("a").Effort != roadmap.PersonDays(7) {
		t.Errorf("unsaved: %v after saving", n)
	}
}

func TestAnEditMayBeOnItsWayToTheFileBeforeItIsPlanned(t *testing.T) {
	s, f := open(t)
	done := make(chan Done, 1)
	s.OnQueued(func() {
		if s.Plan().Tasks[0].Finish != monday+4 {
			t.Error("it is planned already")
		}
		run := s.Next()
		go func() { done <- run() }()
	})
	if _, err := s.Edit("longer", "", effort(7)); err != nil {
		t.Fatal(err)
	}
	s.Finish(<-done)
	h, err := f.History(0)
	if err != nil || len(h) != 1 {
		t.Fatalf("history %+v, %v", h, err)
	}
	if want := []store.Move{{Task: "a", From: monday + 4, To: monday + 8}}; !slices.Equal(h[0].Moved, want) {
		t.Errorf("what is written of its deadlines is %v, want %v", h[0].Moved, want)
	}
}

func TestOneJobAtATimeInOrder(t *testing.T) {
	s, f := open(t)
	for _, title := range []string{"b", "c", "d"} {
		if _, err := s.Edit("add "+title, "", add(title)); err != nil {
			t.Fatal(err)
		}
	}
	run := s.Next()
	if s.Next() != nil {
		t.Error("two jobs are in flight")
	}
	s.Finish(run())
	finish(t, s)
	h, err := f.History(0)
	if err != nil || len(h) != 3 || h[0].Title != "add d" || h[2].Title != "add b" {
		t.Errorf("history %+v, %v", h, err)
	}
}

func TestAnEditIsReplayedOnWhatAnotherProgramChanged(t *testing.T) {
	s, f := open(t)
	elsewhere(t, f, add("from elsewhere"))
	if _, err := s.Edit("longer", "", effort(7)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Edit("one more", "", add("mine")); err != nil {
		t.Fatal(err)
	}
	finish(t, s)
	for _, r := range []*roadmap.Roadmap{s.Roadmap(), loaded(t, f)} {
		if len(r.Tasks()) != 3 || r.Task("a").Effort != roadmap.PersonDays(7) {
			t.Errorf("%d tasks, %v", len(r.Tasks()), r.Task("a").Effort)
		}
	}
}

func TestTwoWhoAddAtOnceBothGetTheirs(t *testing.T) {
	s, f := open(t)
	elsewhere(t, f, add("from elsewhere"))
	if _, err := s.Edit("one more", "", add("mine")); err != nil {
		t.Fatal(err)
	}
	if r := finish(t, s); r.Err != nil {
		t.Error(r.Err)
	}
	if r := loaded(t, f); len(r.Tasks()) != 3 || r.Tasks()[2].Title != "mine" {
		t.Errorf("%d tasks", len(r.Tasks()))
	}
}

func elsewhere(t *testing.T, f *store.File, change func(*roadmap.Draft) error) {
	t.Helper()
	if _, err := Open(f, must(f.Load()), true, monday, func() time.Time { return noon().Add(time.Minute) }, schedule.Options{}).flushed(change); err != nil {
		t.Fatal(err)
	}
}

func must(s store.Snapshot, err error) store.Snapshot {
	if err != nil {
		panic(err)
	}
	return s
}

func (s *Session) flushed(change func(*roadmap.Draft) error) (Edited, error) {
	e, err := s.Edit("made elsewhere", "", change)
	if err != nil {
		return e, err
	}
	return e, s.Flush()
}

func TestAnEditThatNoLongerFitsIsRefusedAndWhatIsThereIsShown(t *testing.T) {
	s, f := open(t)
	elsewhere(t, f, effort(9))
	if _, err := s.Edit("longer", "", effort(7)); err != nil {
		t.Fatal(err)
	}
	run := s.Next()
	r := s.Finish(run())
	if r.Err == nil || !r.Changed {
		t.Errorf("%+v", r)
	}
	finish(t, s)
	if got := s.Roadmap().Task("a").Effort; got != roadmap.PersonDays(9) {
		t.Errorf("shown is %v", got)
	}
}

func TestUndoOfWhatWasMadeElsewhereWantsASecondWord(t *testing.T) {
	s, f := open(t)
	elsewhere(t, f, effort(9))
	s.Look()
	if r := finish(t, s); !r.Changed || s.Roadmap().Task("a").Effort != roadmap.PersonDays(9) {
		t.Fatalf("%+v", r)
	}
	s.Undo(0)
	asked := finish(t, s)
	if asked.Ask.Title != "made elsewhere" || !asked.Undo {
		t.Errorf("%+v", asked)
	}
	s.Undo(asked.Ask.Seq - 1) // which is not what would be taken back now
	if r := finish(t, s); r.Ask.Seq != asked.Ask.Seq || s.Roadmap().Task("a").Effort != roadmap.PersonDays(9) {
		t.Errorf("%+v", r)
	}
	s.Undo(asked.Ask.Seq)
	if r := finish(t, s); !strings.Contains(r.Took.Title, "made elsewhere") || s.Roadmap().Task("a").Effort != roadmap.PersonDays(5) {
		t.Errorf("%+v", r)
	}
}

func TestWhatWasThereBeforeIsUndoneAtOnce(t *testing.T) {
	s, f := open(t)
	if _, err := s.flushed(effort(8)); err != nil {
		t.Fatal(err)
	}
	later := Open(f, must(f.Load()), true, monday, func() time.Time { return noon().Add(time.Hour) }, schedule.Options{})
	later.Undo(0)
	if r := finish(t, later); r.Ask.Seq != 0 || later.Roadmap().Task("a").Effort != roadmap.PersonDays(5) {
		t.Errorf("%+v", r)
	}
}

func TestAWhatIfHasItsOwnUndo(t *testing.T) {
	s, f := open(t)
	s.Try()
	for _, days := range []int{6, 7} {
		if _, err := s.Edit("try", "", effort(days)); err != nil {
			t.Fatal(err)
		}
	}
	s.Undo(0)
	if got := s.Roadmap().Task("a").Effort; got != roadmap.PersonDays(6) {
		t.Errorf("after undo %v", got)
	}
	if s.Redo(0); s.Roadmap().Task("a").Effort != roadmap.PersonDays(7) {
		t.Error("redo did nothing")
	}
	if s.Ghost() == nil || s.Ghost().Roadmap.Task("a").Effort != roadmap.PersonDays(5) {
		t.Error("the ghost is not the plan of the file")
	}
	if _, err := s.Accept("accepted"); err != nil {
		t.Fatal(err)
	}
	finish(t, s)
	if h, _ := f.History(0); len(h) != 1 || h[0].Title != "accepted" || loaded(t, f).Task("a").Effort != roadmap.PersonDays(7) {
		t.Errorf("history %+v", h)
	}
}

func TestAnEditThatChangesNothingIsNone(t *testing.T) {
	s, _ := open(t)
	if _, err := s.Edit("the same", "", effort(5)); err != nil {
		t.Fatal(err)
	}
	if n, _ := s.Unsaved(); len(n) != 0 {
		t.Errorf("unsaved: %v", n)
	}
}

func TestARefusedEditLeavesAllAsItIs(t *testing.T) {
	s, _ := open(t)
	before := s.Roadmap()
	if _, err := s.Edit("wrong", "", func(d *roadmap.Draft) error { return d.RemoveTasks(false, "none") }); err == nil || s.Roadmap() != before {
		t.Errorf("error %v", err)
	}
}

func TestANewDayIsPlannedAnew(t *testing.T) {
	s, _ := open(t)
	s.Try()
	s.SetToday(monday + 1)
	if s.Plan().Today != monday+1 || s.Ghost().Today != monday+1 {
		t.Errorf("%v, %v", s.Plan().Today, s.Ghost().Today)
	}
}

func TestAProbeTellsEffectsAndChangesNothing(t *testing.T) {
	s, _ := open(t)
	effects, _, err := s.Probe(effort(6))
	if err != nil || len(effects) != 1 || effects[0].Moved != 1 || s.Roadmap().Task("a").Effort != roadmap.PersonDays(5) {
		t.Errorf("%+v, %v", effects, err)
	}
}

func TestAJobUnderWayAtTheEndIsWaitedForNotDoneTwice(t *testing.T) {
	s, f := open(t)
	if _, err := s.Edit("longer", "", effort(7)); err != nil {
		t.Fatal(err)
	}
	run := s.Next()
	run() // its result never comes back: the program ends
	if err := s.Flush(); err != nil {
		t.Error(err)
	}
	if h, _ := f.History(0); len(h) != 1 {
		t.Errorf("%d entries", len(h))
	}
}
