package session

import (
	"flag"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/store"
)

// visited is a file that is edited over some days, and what it held at the end of each.
type visited struct {
	file *store.File
	now  store.Snapshot
	day  roadmap.Date
	ends map[roadmap.Date]*roadmap.Roadmap
}

func (v *visited) stamp() store.Stamp {
	return store.Stamp{At: time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC), Today: v.day}
}

// edits commits what may be done to a roadmap in one step; what is refused changes nothing.
func (v *visited) edits(t *rapid.T, change func(*roadmap.Draft)) {
	d := v.now.Roadmap.Edit(v.day)
	change(d)
	next, err := d.Close()
	if err != nil {
		return
	}
	if v.now, _, err = v.file.Apply(store.Edit{Base: v.now, Next: next, Title: "edit", Stamp: v.stamp()}, nil); err != nil {
		t.Fatal(err)
	}
}

func (v *visited) turns(t *rapid.T, turn func(store.Stamp, store.Planner) (store.Snapshot, store.Entry, error)) {
	if now, _, err := turn(v.stamp(), nil); err == nil {
		v.now = now
	}
}

// someTask is the id of a task, or one that there is not.
func (v *visited) someTask(t *rapid.T) string {
	if tasks := v.now.Roadmap.Tasks(); len(tasks) > 0 {
		return rapid.SampledFrom(tasks).Draw(t, "task").ID
	}
	return "none"
}

// imports is many entities in one step, as an import brings them.
func imports(d *roadmap.Draft, n int) {
	team, _ := d.AddTeam(roadmap.Team{Name: "Team " + strconv.Itoa(n), Capacity: 1})
	goal, _ := d.AddGoal(roadmap.Goal{Title: "Goal " + strconv.Itoa(n)})
	last := ""
	for range n {
		id, err := d.AddTask(roadmap.Task{Title: "brought along", Team: team, Goal: goal})
		if err == nil && last != "" {
			_ = d.Link(roadmap.Dependency{From: last, To: id})
		}
		last = id
	}
	_, _ = d.AddRisk(roadmap.Risk{Title: "It comes late", Probability: 0.5, Days: 2, Tasks: []string{last}})
	_ = d.PutFilter(roadmap.Filter{Name: "mine", Text: "@team"})
}

// checks is how many sessions are tried where rapid is not told another number: each edit waits for the disk.
const checks = "20"

func TestEachDayOfThePastIsExactlyAsItWas(t *testing.T) {
	usual := flag.Lookup("rapid.checks")
	if was := usual.Value.String(); was == usual.DefValue {
		defer usual.Value.Set(was)
		_ = usual.Value.Set(checks)
	}
	folder, n := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		v := &visited{file: store.New(filepath.Join(folder, strconv.Itoa(n)+".db")), ends: map[roadmap.Date]*roadmap.Roadmap{}}
		v.day = roadmap.DateOf(v.stamp().At)
		first := roadmap.New("Aurora phone", v.day)
		var err error
		if v.now, err = v.file.Create(first, v.stamp()); err != nil {
			t.Fatal(err)
		}
		t.Repeat(map[string]func(*rapid.T){
			"add": func(t *rapid.T) {
				v.edits(t, func(d *roadmap.Draft) { _, _ = d.AddTask(roadmap.Task{Title: "Antenna"}) })
			},
			"import": func(t *rapid.T) {
				v.edits(t, func(d *roadmap.Draft) { imports(d, rapid.IntRange(1, 6).Draw(t, "tasks")) })
			},
			"set": func(t *rapid.T) {
				id := v.someTask(t)
				v.edits(t, func(d *roadmap.Draft) {
					_ = d.UpdateTask(id, func(x *roadmap.Task) { x.Effort = roadmap.PersonDays(int(v.day) % 7) })
				})
			},
			"delete": func(t *rapid.T) {
				id := v.someTask(t)
				v.edits(t, func(d *roadmap.Draft) { _ = d.RemoveTasks(true, id) })
			},
			"baseline": func(t *rapid.T) {
				name := rapid.SampledFrom([]string{"one", "two"}).Draw(t, "name")
				v.edits(t, func(d *roadmap.Draft) { _ = d.PutBaseline(roadmap.Baseline{Name: name, Taken: v.day, Current: true}) })
			},
			"undo": func(t *rapid.T) { v.turns(t, v.file.Undo) },
			"redo": func(t *rapid.T) { v.turns(t, v.file.Redo) },
			"sleep": func(t *rapid.T) {
				v.ends[v.day] = v.now.Roadmap
				v.day += roadmap.Date(rapid.IntRange(1, 3).Draw(t, "days"))
			},
		})
		v.ends[v.day] = v.now.Roadmap
		p, err := v.file.Past(0)
		if err != nil {
			t.Fatal(err)
		}
		past := PastOf(p)
		for day, want := range v.ends {
			then, ok := past.OnDay(day)
			if !ok {
				t.Fatalf("nothing is known of day %d", day)
			}
			is(t, want)(then.Roadmap(v.now.Roadmap, &past))
		}
		is(t, first)(past.Beginning().Roadmap(v.now.Roadmap, &past))
	})
}

// is holds a roadmap that was looked up to the one that it must be.
func is(t *rapid.T, want *roadmap.Roadmap) func(*roadmap.Roadmap, error) {
	return func(got *roadmap.Roadmap, err error) {
		if err != nil {
			t.Fatal(err)
		}
		if c := roadmap.Diff(want, got, ""); !c.Empty() {
			t.Fatalf("%d entities are not as they were, the first: %+v", len(c.Edits), c.Edits[0])
		}
	}
}
