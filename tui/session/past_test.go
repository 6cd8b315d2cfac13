package session

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

// world is a file to which random things happen on days that go by.
type world struct {
	t     *rapid.T
	f     *store.File
	now   store.Snapshot
	today roadmap.Date
	n     int // changes so far
}

// begin is three tasks in a row at two teams, the last of them with a deadline, and a goal.
func begin(t *rapid.T, dir string) *world {
	d := roadmap.New("Test", monday).Edit(monday)
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, team := range []roadmap.Team{{ID: "a", Name: "A", Capacity: 1}, {ID: "b", Name: "B", Supplier: true}} {
		_, err := d.AddTeam(team)
		must(err)
	}
	_, err := d.AddGoal(roadmap.Goal{ID: "launch", Title: "Launch", Deadline: monday + 40})
	must(err)
	for _, task := range []roadmap.Task{{ID: "1", Title: "One", Team: "a", Effort: roadmap.PersonDays(3)}, {ID: "2", Title: "Two", Team: "b", Promised: monday + 9},
		{ID: "3", Title: "Three", Team: "a", Effort: roadmap.PersonDays(4), Deadline: monday + 18, Goal: "launch"}} {
		_, err := d.AddTask(task)
		must(err)
	}
	must(d.Link(roadmap.Dependency{From: "1", To: "2"}))
	must(d.Link(roadmap.Dependency{From: "2", To: "3"}))
	r, err := d.Close()
	must(err)
	w := &world{t: t, f: store.New(filepath.Join(dir, "past.db")), today: monday}
	w.now, err = w.f.Create(r, w.stamp())
	must(err)
	return w
}

func (w *world) stamp() store.Stamp {
	return store.Stamp{At: noon().Add(time.Duration(w.n) * time.Minute), Today: w.today}
}

func (w *world) planner() store.Planner { return (&job{stamp: w.stamp()}).planner() }

// happen is one random thing; what is refused does not happen.
func (w *world) happen() {
	var err error
	before := w.now
	switch w.n++; rapid.IntRange(0, 3).Draw(w.t, "what") {
	case 0:
		w.today += roadmap.Date(rapid.IntRange(0, 9).Draw(w.t, "days pass"))
		return
	case 1:
		if rapid.Bool().Draw(w.t, "redo") {
			w.now, _, err = w.f.Redo(w.stamp(), w.planner())
		} else {
			w.now, _, err = w.f.Undo(w.stamp(), w.planner())
		}
		if errors.Is(err, store.ErrNothing) {
			w.now, err = before, nil
		}
	default:
		w.edit()
	}
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) edit() {
	d := w.now.Roadmap.Edit(w.today)
	if w.change(d) != nil {
		return
	}
	next, err := d.Close()
	if err != nil {
		return
	}
	if w.now, _, err = w.f.Apply(store.Edit{Base: w.now, Next: next, Title: fmt.Sprint("change ", w.n), Stamp: w.stamp()}, w.planner()); err != nil {
		w.t.Fatal(err)
	}
}

// change edits a draft at random.
func (w *world) change(d *roadmap.Draft) error {
	some := func(of string, n int) int { return rapid.IntRange(0, n-1).Draw(w.t, of) }
	id := fmt.Sprint(some("task", len(d.Tasks())+1) + 1)
	if n := len(d.Tasks()); n > 0 {
		id = d.Tasks()[some("task", n)].ID
	}
	task := func(change func(*roadmap.Task)) error { return d.UpdateTask(id, change) }
	from := w.today + roadmap.Date(some("from", 20))
	off := roadmap.Period{Name: "off", From: from, To: from + roadmap.Date(some("length", 5))}
	switch some("change", 13) {
	case 0:
		return task(func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(some("effort", 9)) })
	case 1:
		return task(func(t *roadmap.Task) { t.Promised = w.today + roadmap.Date(some("promised", 20)) - 4 })
	case 2:
		return task(func(t *roadmap.Task) { t.Status = roadmap.Status(some("status", 4)) })
	case 3:
		s := *d.Settings()
		s.Holidays = append(slices.Clone(s.Holidays), off)
		return d.SetSettings(s)
	case 4:
		return d.UpdateTeam("a", func(t *roadmap.Team) { t.TimeOff = append(slices.Clone(t.TimeOff), off) })
	case 5:
		return d.RemoveTasks(true, id)
	case 6:
		_, err := d.AddTask(roadmap.Task{Title: "New", Team: "a", Effort: roadmap.PersonDays(2), Priority: 1 + some("priority", 4), Goal: []string{"", "launch"}[some("goal", 2)]})
		return err
	case 7:
		return d.PutBaseline(schedule.Compute(w.now.Roadmap, w.today, schedule.Options{}).Baseline(fmt.Sprint("base ", some("name", 2))))
	case 8:
		return task(func(t *roadmap.Task) { t.Blockers = []roadmap.Blocker{{Text: "no", Since: w.today}} })
	case 9:
		return task(func(t *roadmap.Task) { t.Deadline = from * roadmap.Date(some("has", 2)) })
	case 10:
		return d.UpdateGoal("launch", func(g *roadmap.Goal) { g.Deadline = from * roadmap.Date(some("has", 2)) })
	case 11:
		return task(func(t *roadmap.Task) { t.Team = "a" })
	}
	return task(func(t *roadmap.Task) { t.Told = w.today })
}

// Whatever happened, and whichever day it is counted from, the days of a ledger add up to the forecast less the date then;
// and the changes in it say what the log says of them.
func TestLedgersAddUp(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		os.Remove(filepath.Join(dir, "past.db"))
		w := begin(t, dir)
		for range rapid.IntRange(1, 10).Draw(t, "things") {
			w.happen()
		}
		p, err := w.f.Past(0)
		if err != nil {
			t.Fatal(err)
		}
		past, plan := PastOf(p), schedule.Compute(w.now.Roadmap, w.today, schedule.Options{})
		on := []schedule.Ref{{Goal: "launch"}}
		for _, task := range w.now.Roadmap.Tasks() {
			on = append(on, schedule.Ref{Task: task.ID})
		}
		for _, ref := range on {
			for _, since := range history.Starts(plan, &past, ref) {
				checkLedger(t, plan, history.LedgerOf(plan, &past, ref, since), p)
			}
		}
	})
}

func checkLedger(t *rapid.T, plan *schedule.Plan, l history.Ledger, p store.Past) {
	cal := plan.Roadmap.Calendar()
	if task := plan.Roadmap.Task(l.On.Task); task != nil {
		cal = plan.Roadmap.TaskCalendar(task)
	}
	sum, moved := 0, map[uint64]int{}
	for _, x := range l.Lines {
		sum += x.Days
		if x.Text == "" || x.Days == 0 {
			t.Fatalf("a line says nothing: %+v", x)
		}
	}
	if sum != l.Days || l.Forecast != 0 && sum != cal.Between(l.Since.Date, l.Forecast) {
		t.Fatalf("the ledger of %v since %+v adds up to %d, not to %d: %+v", l.On, l.Since, sum, cal.Between(l.Since.Date, l.Forecast), l.Lines)
	}
	grouped, met := 0, map[int]int{}
	for _, g := range l.ByCause(plan.Roadmap) {
		grouped += g.Days
		for _, i := range g.Lines {
			met[i]++
		}
	}
	if grouped != sum || len(met) != len(l.Lines) {
		t.Fatalf("grouped it adds up to %d, not to %d, and holds %d of %d lines", grouped, sum, len(met), len(l.Lines))
	}
	turned := map[uint64]bool{}
	for _, e := range p.Entries {
		turned[e.Seq], turned[e.Of] = e.Of != 0, e.Of != 0
		for _, m := range e.Moved {
			if m.Task == l.On.Task && m.Goal == l.On.Goal && m.From != 0 && m.To != 0 {
				moved[e.Seq] = cal.Between(m.From, m.To)
			}
		}
	}
	for _, x := range l.Lines {
		if days, ok := moved[x.Change]; ok && !turned[x.Change] && days != x.Days {
			t.Fatalf("change %d moved it %d days by the log, %d by the ledger", x.Change, days, x.Days)
		}
	}
}
