package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
)

func TestUndoAndRedoOutliveARestart(t *testing.T) {
	f, first := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna module")))
	second, _ := commit(t, f, first, "rename", renaming("1", "Antenna"))
	third, _ := commit(t, f, second, "add Board", adding("Board"))

	steps := []struct {
		what  string
		do    func(*File) (Snapshot, Entry, error)
		title string
		want  Snapshot
	}{
		{"undo", undo, "undo: add Board", second},
		{"undo", undo, "undo: rename", first},
		{"redo", redo, "redo: rename", second},
		{"redo", redo, "redo: add Board", third},
		{"undo", undo, "undo: add Board", second},
		{"redo", redo, "redo: add Board", third},
	}
	for i, step := range steps {
		snap, entry, err := step.do(New(f.Path()))
		if err != nil {
			t.Fatalf("%d, %s: %v", i, step.what, err)
		}
		if entry.Title != step.title || entry.Seq != uint64(i+3) {
			t.Errorf("%d: entry %d %q, want %d %q", i, entry.Seq, entry.Title, i+3, step.title)
		}
		same(t, fmt.Sprintf("%d, answered", i), snap.Roadmap, step.want.Roadmap)
		same(t, fmt.Sprintf("%d, loaded", i), load(t, f).Roadmap, step.want.Roadmap)
	}
	log, err := f.History(0)
	if err != nil || len(log) != 8 {
		t.Fatalf("%d entries, %v; want 8: undo appends and deletes nothing", len(log), err)
	}
	if log[0].Kind != Redone || log[0].Of != 7 || log[1].Kind != Undone || log[1].Of != 6 || log[7].Kind != Edited {
		t.Errorf("%+v", log)
	}
}

func undo(f *File) (Snapshot, Entry, error) { return f.Undo(stamp(9), nil) }
func redo(f *File) (Snapshot, Entry, error) { return f.Redo(stamp(9), nil) }

func TestThereIsNothingToUndoInANewFile(t *testing.T) {
	f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna module")))
	for what, do := range map[string]func(*File) (Snapshot, Entry, error){"undo": undo, "redo": redo} {
		if _, _, err := do(f); !errors.Is(err, ErrNothing) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := f.UndoNext(); !errors.Is(err, ErrNothing) {
		t.Error(err)
	}
	if _, err := f.RedoNext(); !errors.Is(err, ErrNothing) {
		t.Error(err)
	}
	if now, _ := f.Revision(); now != snap.Revision {
		t.Errorf("revision %d, was %d", now, snap.Revision)
	}
}

func TestAnEditAfterAnUndoLeavesNothingToRedo(t *testing.T) {
	f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna module")))
	commit(t, f, snap, "rename", renaming("1", "Antenna"))
	snap, _, err := undo(f)
	if err != nil {
		t.Fatal(err)
	}
	if e, err := f.RedoNext(); err != nil || e.Kind != Undone || e.Of != 1 {
		t.Errorf("next to redo: %+v, %v", e, err)
	}
	commit(t, f, snap, "add Board", adding("Board"))
	if _, _, err := redo(f); !errors.Is(err, ErrNothing) {
		t.Errorf("redo after an edit: %v", err)
	}
	if e, err := f.UndoNext(); err != nil || e.Title != "add Board" {
		t.Errorf("next to undo: %q, %v", e.Title, err)
	}
}

func TestUndoTakesBackWhatSomebodyElseDid(t *testing.T) {
	f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna module")))
	commit(t, f, snap, "rename", renaming("1", "Antenna"))
	commit(t, New(f.Path()), snap, "add Board", adding("Board"))
	next, err := f.UndoNext()
	if err != nil || next.Seq != 2 || next.Title != "add Board" {
		t.Errorf("next: %+v, %v", next, err)
	}
}

func TestHistoryIsNewestFirstAndMayBeCut(t *testing.T) {
	f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna module")))
	for i := range 5 {
		snap, _ = commit(t, f, snap, fmt.Sprintf("edit %d", i+1), renaming("1", fmt.Sprintf("Antenna %d", i+1)))
	}
	for _, c := range []struct {
		limit int
		want  string
	}{{0, "54321"}, {2, "54"}, {5, "54321"}, {9, "54321"}} {
		log, err := f.History(c.limit)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, e := range log {
			got += e.Title[len("edit "):]
		}
		if got != c.want {
			t.Errorf("limit %d: %s, want %s", c.limit, got, c.want)
		}
	}
}

// twin is what a file should be: every present that its stacks can lead to.
type twin struct {
	file       *File
	now        Snapshot
	first      *roadmap.Roadmap
	undo, redo []*roadmap.Roadmap // the roadmaps that an undo, a redo leads to
	entries    int
}

func (w *twin) edit(t *rapid.T) {
	d := w.now.Roadmap.Edit(monday + roadmap.Date(w.entries))
	for range rapid.IntRange(1, 3).Draw(t, "changes") {
		change(t, d)
	}
	next, err := d.Close()
	if err != nil {
		return // a cycle, say
	}
	w.apply(t, "edit", next)
}

// checkIn tells of every unfinished task, some of which are done.
func (w *twin) checkIn(t *rapid.T) {
	today := monday + roadmap.Date(w.entries)
	d, told := w.now.Roadmap.Edit(today), 0
	for _, task := range w.now.Roadmap.Tasks() {
		if !task.Status.Open() {
			continue
		}
		done := rapid.Bool().Draw(t, "done")
		err := d.UpdateTask(task.ID, func(t *roadmap.Task) {
			if t.Told = today; done {
				t.Status = roadmap.Done
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		told++
	}
	next, err := d.Close()
	if err != nil || told == 0 {
		return
	}
	w.apply(t, roadmap.CheckInTitle(told), next)
}

// bringIn imports a table, whose tasks may be there already.
func (w *twin) bringIn(t *rapid.T) {
	table := "title,team,deadline,after\n"
	for _, title := range rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,3}`), 1, 4, rapid.ID).Draw(t, "titles") {
		table += title + "," + title[:1] + ",2026-02-03,\n"
	}
	in, err := exchange.ReadCSV(strings.NewReader(table), exchange.CSVOptions{})
	if err != nil {
		t.Fatal(err)
	}
	next, _, err := in.Into(w.now.Roadmap, monday+roadmap.Date(w.entries))
	if err != nil {
		t.Fatal(err)
	}
	w.apply(t, "imported a table", next)
}

func (w *twin) apply(t *rapid.T, title string, next *roadmap.Roadmap) {
	before := w.now.Roadmap
	snap, entry, err := w.file.Apply(Edit{Base: w.now, Next: next, Title: title, Stamp: stamp(w.entries)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	w.now = snap
	if entry.Seq == 0 {
		return
	}
	w.entries++
	w.undo, w.redo = append(w.undo, before), nil
}

func (w *twin) turn(t *rapid.T, do func(*File) (Snapshot, Entry, error), from, to *[]*roadmap.Roadmap) {
	snap, _, err := do(w.file)
	if len(*from) == 0 {
		if !errors.Is(err, ErrNothing) {
			t.Fatalf("%v, want nothing to be done", err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	*to = append(*to, w.now.Roadmap)
	want := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	w.entries++
	w.now = snap
	same(t, "turned round", snap.Roadmap, want)
}

// change is one random edit; those that are refused change nothing.
func change(t *rapid.T, d *roadmap.Draft) {
	task := func() string {
		if len(d.Tasks()) == 0 {
			return "none"
		}
		return rapid.SampledFrom(d.Tasks()).Draw(t, "task").ID
	}
	title := rapid.StringMatching(`[a-z]{1,8}`).Draw(t, "title")
	day := monday + roadmap.Date(rapid.IntRange(0, 90).Draw(t, "day"))
	switch rapid.IntRange(0, 17).Draw(t, "kind of edit") {
	case 0, 1, 2:
		_, _ = d.AddTask(roadmap.Task{Title: title, Effort: roadmap.PersonDays(rapid.IntRange(0, 9).Draw(t, "effort"))})
	case 3:
		_, _ = d.AddTaskBefore(roadmap.Task{Title: title, Tags: []string{title}, Promised: day}, task())
	case 4:
		_ = d.UpdateTask(task(), func(t *roadmap.Task) { t.Title, t.Notes = title, title })
	case 5:
		_ = d.UpdateTask(task(), func(t *roadmap.Task) { t.Deadline, t.Status = day, roadmap.Done })
	case 6:
		_ = d.RemoveTasks(rapid.Bool().Draw(t, "bridge"), task())
	case 7:
		_ = d.MoveTask(task(), task())
	case 8, 9:
		_ = d.Link(roadmap.Dependency{From: task(), To: task(), Lag: rapid.IntRange(-3, 3).Draw(t, "lag")})
	case 10:
		id, err := d.AddTeam(roadmap.Team{Name: title, Capacity: 2})
		if err == nil {
			_ = d.UpdateTask(task(), func(t *roadmap.Task) { t.Team = id })
		}
	case 11:
		if len(d.Teams()) > 0 {
			_ = d.RemoveTeam(rapid.SampledFrom(d.Teams()).Draw(t, "team").ID)
		}
	case 12:
		id, err := d.AddGoal(roadmap.Goal{Title: title, Deadline: day, Metric: &roadmap.Metric{Name: title}})
		if err == nil {
			_ = d.UpdateTask(task(), func(t *roadmap.Task) { t.Goal = id })
		}
	case 13:
		_ = d.PutBaseline(roadmap.Baseline{
			Name: title[:1], Taken: day, Current: true, Tasks: []roadmap.BaselineTask{{ID: task(), Start: day, Finish: day}},
		})
	case 14:
		_, _ = d.AddRisk(roadmap.Risk{Title: title, Probability: 0.25, Days: 3, Tasks: []string{task()}})
	case 16:
		_ = keeping(title[:1], func(d *roadmap.Draft) error {
			if _, err := d.AddTask(roadmap.Task{Title: title}); err != nil {
				return err
			}
			return d.RemoveTasks(true, task())
		})(d)
	case 17:
		_ = d.RenameWhatIf(title[:1], title)
		_ = d.RemoveWhatIf(title[:1])
	case 15:
		s := *d.Settings()
		s.Name = title
		_ = d.SetSettings(s)
		_ = d.PutFilter(roadmap.Filter{Name: title[:1], Text: title})
	}
}

func TestAnySessionLeavesWhatItsTwinInMemoryHas(t *testing.T) {
	folder := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		w := &twin{file: New(fmt.Sprintf("%s/%d.db", folder, n)), first: roadmap.New("Twin", monday)}
		var err error
		if w.now, err = w.file.Create(w.first, stamp(0)); err != nil {
			t.Fatal(err)
		}
		t.Repeat(map[string]func(*rapid.T){
			"edit":     w.edit,
			"check in": w.checkIn,
			"import":   w.bringIn,
			"undo":     func(t *rapid.T) { w.turn(t, undo, &w.undo, &w.redo) },
			"redo":     func(t *rapid.T) { w.turn(t, redo, &w.redo, &w.undo) },
			"reopen":   func(t *rapid.T) { w.file = New(w.file.Path()); w.now = load(t, w.file) },
			"": func(t *rapid.T) {
				again := load(t, w.file)
				same(t, "loaded", again.Roadmap, w.now.Roadmap)
				if again.Revision != w.now.Revision || again.Revision != Revision(w.entries+1) {
					t.Fatalf("revision %d after %d entries", again.Revision, w.entries)
				}
			},
		})
		replayed(t, w)
		checkByBolt(t, w.file.Path())
	})
}

// replayed holds the history to what it is for: forward it makes the present of the first roadmap, and backward the other
// way round.
func replayed(t tester, w *twin) {
	t.Helper()
	log, err := w.file.History(0)
	if err != nil {
		t.Fatal(err)
	}
	if len(log) != w.entries {
		t.Fatalf("%d entries, want %d", len(log), w.entries)
	}
	now := load(t, w.file).Roadmap
	past := now
	for _, e := range log {
		if past, err = past.Replay(e.Inverted()); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "the beginning", past, w.first)
	for i := len(log) - 1; i >= 0; i-- {
		if past, err = past.Replay(log[i].Change); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "the present", past, now)
}
