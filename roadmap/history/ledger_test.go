package history_test

import (
	"fmt"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
)

// told is a history being written: a roadmap, the changes that led to it, and the status date.
type told struct {
	t     testing.TB
	r     *roadmap.Roadmap
	past  history.Past
	today roadmap.Date
}

// begun is a history that begins on Monday 5 January 2026 with a sketch.
func begun(t testing.TB, s *scheduletest.Sketch) *told {
	return &told{t: t, r: s.Roadmap(), today: scheduletest.Monday, past: history.Past{Began: scheduletest.Monday}}
}

func (h *told) plan() *schedule.Plan { return schedule.Compute(h.r, h.today, schedule.Options{}) }

// on goes to another day of January 2026.
func (h *told) on(day int) *told {
	h.today = roadmap.NewDate(2026, 1, day)
	return h
}

// change makes a change and notes the deadlines that it moved.
func (h *told) change(title string, edit func(*roadmap.Draft) error) *told {
	h.t.Helper()
	d := h.r.Edit(h.today)
	if err := edit(d); err != nil {
		h.t.Fatal(err)
	}
	next, err := d.Close()
	if err != nil {
		h.t.Fatal(err)
	}
	return h.become(next, history.Change{Change: roadmap.Diff(h.r, next, title)})
}

func (h *told) become(next *roadmap.Roadmap, c history.Change) *told {
	was := map[schedule.Ref]roadmap.Date{}
	for _, d := range h.plan().Deadlines() {
		was[d.On] = d.Forecast
	}
	h.r, c.Today, c.Seq = next, h.today, uint64(len(h.past.Changes)+1)
	for _, d := range h.plan().Deadlines() {
		if was[d.On] != d.Forecast {
			c.Moved = append(c.Moved, history.Move{On: d.On, From: was[d.On], To: d.Forecast})
		}
		delete(was, d.On)
	}
	for on, d := range was {
		if d != 0 {
			c.Moved = append(c.Moved, history.Move{On: on, From: d})
		}
	}
	h.past.Changes = append(h.past.Changes, c)
	return h
}

// undo takes the newest change back.
func (h *told) undo() *told {
	h.t.Helper()
	last := h.past.Changes[len(h.past.Changes)-1]
	next, err := h.r.Replay(last.Inverted())
	if err != nil {
		h.t.Fatal(err)
	}
	return h.become(next, history.Change{Of: last.Seq, Undone: true, Change: roadmap.Diff(h.r, next, "undo: "+last.Title)})
}

func (h *told) baseline(name string) *told {
	return h.change("baseline "+name, func(d *roadmap.Draft) error { return d.PutBaseline(h.plan().Baseline(name)) })
}

func (h *told) set(title, id string, change func(*roadmap.Task)) *told {
	return h.change(title, func(d *roadmap.Draft) error { return d.UpdateTask(id, change) })
}

// ledger is that of a task since where it begins by itself, as "12 Jan→16 Jan +4: #2 text +3; text +1".
func (h *told) ledger(task string) string {
	h.t.Helper()
	p, on := h.plan(), schedule.Ref{Task: task}
	starts := history.Starts(p, &h.past, on)
	if len(starts) == 0 {
		return "none"
	}
	return ledgerText(history.LedgerOf(p, &h.past, on, starts[history.FirstChoice(p, starts)]))
}

func ledgerText(l history.Ledger) string {
	out := fmt.Sprintf("%s %s %+d:", l.Since.Date, l.Forecast, l.Days)
	for _, x := range l.Lines {
		out += " "
		if x.Change != 0 {
			out += fmt.Sprintf("#%d ", x.Change)
		}
		out += fmt.Sprintf("%s %+d;", x.Text, x.Days)
	}
	return strings.TrimSuffix(out, ";")
}

func effort(days int) func(*roadmap.Task) {
	return func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(days) }
}

func (h *told) wants(task, want string) {
	h.t.Helper()
	if got := h.ledger(task); got != want {
		h.t.Errorf("the ledger of %s is\n  %s, want\n  %s", task, got, want)
	}
}

// A (5 days) and then B (3), which is due on Wednesday 21 January; as it begins B ends on Wednesday 14.
func ab(t *testing.T) *told {
	s := scheduletest.NewSketch(t).Task("A", 5, nil).Task("B", 3, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-21") })
	return begun(t, s.Link("A", "B", roadmap.FinishToStart, 0))
}

func TestALedgerNamesTheChangesSinceTheBaseline(t *testing.T) {
	h := ab(t).set("A 5d → 6d", "A", effort(6)).baseline("Board").set("B 3d → 5d", "B", effort(5)).set("A 6d → 7d", "A", effort(7))
	h.wants("B", "2026-01-15 2026-01-20 +3: #3 B 3d → 5d +2; #4 A 6d → 7d +1")
}

func TestWithoutABaselineALedgerGoesBackToTheBeginning(t *testing.T) {
	ab(t).set("A 5d → 6d", "A", effort(6)).wants("B", "2026-01-14 2026-01-15 +1: #1 A 5d → 6d +1")
}

func TestALedgerBeginsWhereTheDeadlineCameToBe(t *testing.T) {
	h := ab(t).change("added C", func(d *roadmap.Draft) error {
		_, err := d.AddTask(roadmap.Task{ID: "C", Title: "C", Effort: roadmap.PersonDays(2), Deadline: roadmap.MustDate("2026-01-21")})
		return err
	})
	h.set("C 2d → 4d", "C", effort(4)).wants("C", "2026-01-06 2026-01-08 +2: #2 C 2d → 4d +2")
}

// A ledger may count from the end of any day that the history knows, and adds up from there.
func TestALedgerCountsFromANamedDay(t *testing.T) {
	h := ab(t).set("A 5d → 6d", "A", effort(6)).on(6).set("A 6d → 8d", "A", effort(8))
	p, on := h.plan(), schedule.Ref{Task: "B"}
	starts, at, err := history.StartsWith(history.Starts(p, &h.past, on), p, &h.past, on, scheduletest.Monday)
	if err != nil || !starts[at].Named || starts[at].Day != scheduletest.Monday || len(starts) != 2 {
		t.Fatalf("%+v, %d, %v", starts, at, err)
	}
	if got, want := ledgerText(history.LedgerOf(p, &h.past, on, starts[at])), "2026-01-15 2026-01-20 +3: #2 A 6d → 8d +3"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if _, _, err := history.StartsWith(nil, p, &h.past, on, scheduletest.Monday-40); err == nil || !strings.Contains(err.Error(), "name that day or a later one") {
		t.Errorf("a day before the history: %v", err)
	}
}

// Moving the deadline moves no forecast, so it is no line; but the ledger knows it.
func TestALedgerKnowsThatTheDeadlineItselfWasMoved(t *testing.T) {
	due := func(day string) func(*roadmap.Task) {
		return func(t *roadmap.Task) { t.Deadline = roadmap.MustDate(day) }
	}
	h := ab(t).set("B due 20 Jan", "B", due("2026-01-20")).baseline("Board").set("A 5d → 6d", "A", effort(6)).set("B due 16 Jan", "B", due("2026-01-16"))
	p, on := h.plan(), schedule.Ref{Task: "B"}
	starts := history.Starts(p, &h.past, on)
	for i, then := range []string{"2026-01-21", "2026-01-20"} { // the beginning, the baseline
		l := history.LedgerOf(p, &h.past, on, starts[i])
		if !l.DueMoved() || l.DueThen.String() != then || l.Due.String() != "2026-01-16" {
			t.Errorf("from %+v it was due %s, now %s", starts[i], l.DueThen, l.Due)
		}
	}
	h.wants("B", "2026-01-14 2026-01-15 +1: #3 A 5d → 6d +1")
	a := schedule.Ref{Task: "A"}
	if l := history.LedgerOf(p, &h.past, a, history.Starts(p, &h.past, a)[0]); l.DueMoved() {
		t.Errorf("A has no deadline, and it is said to have moved: %+v", l)
	}
}

func TestWhatWasTakenBackIsNoLine(t *testing.T) {
	h := ab(t).baseline("Board").set("A 5d → 9d", "A", effort(9)).undo().set("B 3d → 4d", "B", effort(4))
	h.wants("B", "2026-01-14 2026-01-15 +1: #4 B 3d → 4d +1")
}

// A is told of on the 5th. Up to five working days of silence mean that all goes as planned; on the 13th all six are lost,
// and on each day after that another.
func TestSilenceIsALineThatNamesTheTask(t *testing.T) {
	h := ab(t).set("A begun", "A", func(t *roadmap.Task) { t.Status = roadmap.Doing }).baseline("Board")
	h.on(12).wants("B", "2026-01-14 2026-01-14 +0:")
	h.on(13).wants("B", "2026-01-14 2026-01-22 +6: A: no word for 6 days +6")
	h.on(14).wants("B", "2026-01-14 2026-01-23 +7: A: no word for 7 days +7")
	h.set("A 2d left", "A", func(t *roadmap.Task) { t.Remaining = roadmap.PersonDays(2) })
	h.wants("B", "2026-01-14 2026-01-20 +4: A: no word for 7 days +7; #3 A 2d left -3")
}

func TestABlockerWithoutAnEndCostsADayADay(t *testing.T) {
	h := ab(t).baseline("Board").set("A blocked: at legal", "A", func(t *roadmap.Task) {
		t.Blockers = []roadmap.Blocker{{Text: "at legal", Since: scheduletest.Monday}}
	})
	h.on(8).wants("B", "2026-01-14 2026-01-20 +4: #2 A blocked: at legal +1; A still held up: at legal +3")
}

func TestAPromiseThatPassesCostsADayADay(t *testing.T) {
	h := ab(t).set("A promised 7 Jan", "A", func(t *roadmap.Task) { t.Effort, t.Promised = roadmap.PersonDays(1), roadmap.MustDate("2026-01-07") })
	h.baseline("Board").on(16)
	if got := h.ledger("B"); !strings.Contains(got, "A promised 7 Jan and not delivered +") {
		t.Errorf("it is %s", got)
	}
}

// B grows by two days, to Friday 16 January; then Thursday and Friday become holidays, and it ends on Tuesday 20.
func TestDaysAreCountedOnTodaysCalendar(t *testing.T) {
	h := ab(t).baseline("Board").set("B 3d → 5d", "B", effort(5))
	h.change("two holidays", func(d *roadmap.Draft) error {
		s := *d.Settings()
		s.Holidays = []roadmap.Period{{Name: "off", From: roadmap.MustDate("2026-01-15"), To: roadmap.MustDate("2026-01-16")}}
		return d.SetSettings(s)
	})
	// 14 Jan to 16 Jan was two days and is none now; 16 to 20 Jan is two.
	h.wants("B", "2026-01-14 2026-01-20 +2: #3 two holidays +2")
}

func TestADoneDeadlinesLedgerEndsWhenItWasDone(t *testing.T) {
	h := ab(t).baseline("Board").on(9).set("A done", "A", func(t *roadmap.Task) { t.Status = roadmap.Done })
	h.on(16).set("B done", "B", func(t *roadmap.Task) { t.Status = roadmap.Done })
	got := h.ledger("B")
	if !strings.HasPrefix(got, "2026-01-14 2026-01-16 +2:") {
		t.Errorf("it is %s", got)
	}
}

// A task without a deadline has no moves in the history: what moved it is found by planning it as it was.
func TestALedgerOfWhatIsNoDeadlineIsPlannedAnew(t *testing.T) {
	ab(t).baseline("Board").set("A 5d → 6d", "A", effort(6)).wants("A", "2026-01-09 2026-01-12 +1: #2 A 5d → 6d +1")
}

func TestABaselineOlderThanTheHistorySaysSo(t *testing.T) {
	s := scheduletest.NewSketch(t).Task("A", 5, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-21") })
	s.Must(s.Draft.PutBaseline(roadmap.Baseline{Name: "Old", Taken: roadmap.MustDate("2025-12-01"), Current: true,
		Tasks: []roadmap.BaselineTask{{ID: "A", Start: roadmap.MustDate("2026-01-01"), Finish: roadmap.MustDate("2026-01-07")}}}))
	begun(t, s).set("A 5d → 6d", "A", effort(6)).wants("A", "2026-01-07 2026-01-12 +3: before the history began +2; #1 A 5d → 6d +1")
}

// The plan must not be of another roadmap than the history leads to; where it is, days still add up.
func TestAHistoryThatLeadsElsewhereStillAddsUp(t *testing.T) {
	h := ab(t).baseline("Board").set("A 5d → 6d", "A", effort(6))
	d := h.r.Edit(scheduletest.Monday)
	if err := d.UpdateTask("B", effort(9)); err != nil {
		t.Fatal(err)
	}
	h.r, _ = d.Close()
	h.wants("B", "2026-01-14 2026-01-23 +7: #2 A 5d → 6d +1; no change here says why: an imported baseline, another program or calendar +6")
}

// Murata's promise moves twice, an estimate grows, four trifles come and go.
func TestALedgerIsGroupedByWhoseDoingItIs(t *testing.T) {
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "murata", Name: "Murata", Supplier: true}).Team(roadmap.Team{ID: "ops", Name: "Operations", Capacity: 9})
	s.Task("Antenna", 5, func(t *roadmap.Task) { t.Team, t.Promised = "murata", roadmap.MustDate("2026-01-09") })
	s.Task("Trial", 3, func(t *roadmap.Task) { t.Team, t.Deadline = "ops", roadmap.MustDate("2026-01-30") }).Link("Antenna", "Trial", roadmap.FinishToStart, 0)
	promise := func(day string) func(*roadmap.Task) {
		return func(t *roadmap.Task) { t.Promised = roadmap.MustDate(day) }
	}
	h := begun(t, s).baseline("Board").set("promise moved", "Antenna", promise("2026-01-13")).set("Trial 3d → 5d", "Trial", effort(5)).set("promise moved", "Antenna", promise("2026-01-16"))
	h.past.Changes[3].Because = "yield"
	p, on := h.plan(), schedule.Ref{Task: "Trial"}
	l := history.LedgerOf(p, &h.past, on, history.Starts(p, &h.past, on)[1])
	got := ""
	for _, g := range l.ByCause(h.r) {
		got += fmt.Sprintf("%s %+d %s %v %q; ", g.Text, g.Days, g.Cause.Team, g.Lines, g.Because)
	}
	want := `Murata moved its promise twice +5 murata [0 2] ["yield"]; Trial 3d → 5d +2 ops [1] []; `
	if got != want {
		t.Errorf("grouped it is\n  %s, want\n  %s", got, want)
	}
}

func TestTriflesAreSummedUp(t *testing.T) {
	l := history.Ledger{Lines: []history.Line{
		{Text: "A", Days: 1, Cause: history.Cause{Kind: history.Estimated, Team: "a"}}, {Text: "B", Days: 5, Cause: history.Cause{Kind: history.Estimated, Team: "b"}},
		{Text: "C", Days: -1, Cause: history.Cause{Kind: history.Added, Team: "a"}}, {Text: "D", Days: 1, Cause: history.Cause{Kind: history.Linked, Team: "a"}},
		{Text: "E", Days: 1, Cause: history.Cause{Kind: history.Dated, Team: "a"}}}}
	groups := l.ByCause(roadmap.New("Empty", scheduletest.Monday))
	if len(groups) != 2 || groups[0].Text != "B" || groups[1].Text != "4 smaller changes, none above a day" || groups[1].Days != 2 || !groups[1].Small {
		t.Errorf("%+v", groups)
	}
}
