package alerts

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/sample"
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// monday is 5 January 2026.
var monday = roadmap.MustDate("2026-01-05")

func take(r *roadmap.Roadmap, day roadmap.Date, name string) roadmap.Baseline {
	return schedule.Compute(r, day, schedule.Options{}).Baseline(name)
}

// demo is the demo as of Monday 23 November 2026.
func demo(t testing.TB, terminal paint.Terminal) *scene.Scene {
	t.Helper()
	today := roadmap.MustDate("2026-11-23")
	r, err := sample.Demo(today).Now(take)
	if err != nil {
		t.Fatal(err)
	}
	return scene.New(1, schedule.Compute(r, today, schedule.Options{}), paint.New(terminal))
}

// build is a roadmap of what a function adds, looked at on monday.
func build(t testing.TB, add func(*roadmap.Draft) error) *scene.Scene {
	t.Helper()
	d := roadmap.New("Test", monday).Edit(monday)
	if err := add(d); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return scene.New(1, schedule.Compute(r, monday, schedule.Options{}), paint.New(paint.Terminal{}))
}

func errorOf(_ string, err error) error { return err }

// late is a supplier's promise of 14 January for what a tooling due on 16 January waits for; after the tooling comes a trial.
func late(d *roadmap.Draft) error {
	day := roadmap.MustDate
	for _, team := range []roadmap.Team{{ID: "murata", Name: "Murata", Supplier: true}, {ID: "mech", Name: "Mechanics", Capacity: 2}} {
		if err := errorOf(d.AddTeam(team)); err != nil {
			return err
		}
	}
	for _, t := range []roadmap.Task{
		{ID: "antenna", Title: "Antenna", Team: "murata", Effort: roadmap.PersonDays(5), Promised: day("2026-01-14")},
		{ID: "tooling", Title: "Tooling 日本", Team: "mech", Effort: roadmap.PersonDays(5), Deadline: day("2026-01-16")},
		{ID: "trial", Title: "Trial", Team: "mech", Effort: roadmap.PersonDays(1), Deadline: day("2026-01-20")},
	} {
		if err := errorOf(d.AddTask(t)); err != nil {
			return err
		}
	}
	if err := d.Link(roadmap.Dependency{From: "antenna", To: "tooling"}); err != nil {
		return err
	}
	return d.Link(roadmap.Dependency{From: "tooling", To: "trial"})
}

// press lets the view act on keys, as the program does, and returns the last outcome.
func press(v *View, s *scene.Scene, keys string) (out scene.Outcome) {
	for _, k := range strings.Fields(keys) {
		out = v.Act(s, action.Default().Of(k))
		if out.Handled || out.Select != (scene.Ref{}) {
			s.Selected = out.Select
		}
	}
	return out
}

func screen(v *View, s *scene.Scene, w, h int) string {
	lines := v.Draw(s, w, h)
	for i := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(lines[i]), " ")
	}
	return strings.Join(lines, "\n")
}

// expect holds a screen to lines that it must have, spaces told exactly.
func expect(t *testing.T, got string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("no %q in\n%s", w, got)
		}
	}
}

func TestARowNamesTheCauseTheWorstDeadlineAndWhatItMakesLate(t *testing.T) {
	s, v := build(t, late), New()
	// Tooling takes 15 to 21 January and was due on Friday 16: 3 days. Trial takes 22 January, due on Tuesday 20: 2 days.
	expect(t, screen(v, s, 80, 20),
		"! Murata promises Antenna for 14 Jan, needed 9 Jan            Tooling 日本 +3d",
		"makes 2 tasks late, up to +3d: Tooling 日本 and 1 more",
		"Tooling 日本   21 Jan, due 16 Jan                                          +3d",
		"└ waits for Antenna",
		"└ promised 14 Jan, 3 working days after it is needed                     +3d")
	if n := v.Count(s); n != 1 {
		t.Errorf("the tab counts %d causes, not 1", n)
	}
}

func TestWhatACauseMakesLateUnfoldsAndFolds(t *testing.T) {
	s, v := build(t, late), New()
	press(v, s, "l")
	expect(t, screen(v, s, 80, 24), "! Tooling 日本, Mechanics                                       21 Jan +3d", "! Trial, Mechanics")
	press(v, s, "j j")
	if s.Selected.Task != "trial" {
		t.Errorf("two down is %v, not Trial", s.Selected)
	}
	press(v, s, "h")
	if s.Selected.Task != "antenna" || strings.Contains(screen(v, s, 80, 12), "Trial, Mechanics") {
		t.Errorf("folded, %v is selected:\n%s", s.Selected, screen(v, s, 80, 12))
	}
}

func TestEnterGoesToTheCauseAndFromThePaneToALink(t *testing.T) {
	s, v := build(t, late), New()
	screen(v, s, 80, 20)
	if out := press(v, s, "enter"); out.GoTo.Task != "antenna" {
		t.Errorf("enter goes to %v, not to Antenna", out.GoTo)
	}
	if out := press(v, s, "l l enter"); out.GoTo.Task != "tooling" {
		t.Errorf("enter on the chain's first line goes to %v, not to Tooling", out.GoTo)
	}
	if press(v, s, "h"); v.inPane || s.Selected.Task != "antenna" {
		t.Errorf("h leads back to %v, in the pane: %v", s.Selected, v.inPane)
	}
}

// w is for the person who has to explain a date: it opens the ledger of the worst deadline that the cause moves.
func TestWhyIsTheLedgerOfTheWorstDeadline(t *testing.T) {
	s, v := build(t, late), New()
	screen(v, s, 80, 20)
	if out := press(v, s, "w"); out.Ledger.Task != "tooling" || out.Select.Task != "antenna" {
		t.Errorf("the ledger of %v is opened, with %v selected", out.Ledger, out.Select)
	}
}

func TestAQueueLeadsToItsTeam(t *testing.T) {
	s, v := build(t, func(d *roadmap.Draft) error {
		if err := errorOf(d.AddTeam(roadmap.Team{ID: "line", Name: "Line", Capacity: 1})); err != nil {
			return err
		}
		if err := errorOf(d.AddTask(roadmap.Task{Title: "Trial run", Team: "line", Effort: roadmap.PersonDays(4), Priority: 1})); err != nil {
			return err
		}
		return errorOf(d.AddTask(roadmap.Task{Title: "Press units", Team: "line", Effort: roadmap.PersonDays(2), Deadline: monday + 2}))
	}), New()
	expect(t, screen(v, s, 80, 20), "Line is busy with Trial run", "Press units +3d", "+4d", "together")
	if out := press(v, s, "enter"); out.Do != action.View3 || out.Select.Team != "line" {
		t.Errorf("enter does %v on %v, not Teams with Line", out.Do, out.Select)
	}
}

func TestNothingWrongSaysWhatWasChecked(t *testing.T) {
	s, v := build(t, func(d *roadmap.Draft) error {
		return errorOf(d.AddTask(roadmap.Task{Title: "A", Effort: roadmap.PersonDays(1)}))
	}), New()
	got := screen(v, s, 80, 20)
	expect(t, got, "Nothing is late, blocked or at risk.", "Checked: 1 open task, 0 deadlines", "There is no deadline", "There is no baseline")
	if strings.Contains(strings.ToLower(got), "on track") {
		t.Errorf("without a baseline nobody can say that all is on track:\n%s", got)
	}
	s.Selected = scene.Ref{Task: "1"}
	if press(v, s, "j l enter h"); s.Selected != (scene.Ref{}) {
		t.Errorf("with nothing to stand on %v is selected: keys would act on what is not seen", s.Selected)
	}
}

// What is only good to know does not make a roadmap well: what could not be checked is said under it too.
func TestUnderWhatIsGoodToKnowItSaysWhatWasChecked(t *testing.T) {
	s, v := build(t, func(d *roadmap.Draft) error { return errorOf(d.AddTask(roadmap.Task{Title: "A"})) }), New()
	expect(t, screen(v, s, 80, 20), "· A has no estimate: it counts as one day", "Nothing is late, blocked or at risk.", "There is no baseline")
}

func TestAnEmptyRoadmapSaysWhereToBegin(t *testing.T) {
	s := build(t, func(*roadmap.Draft) error { return nil })
	expect(t, screen(New(), s, 60, 10), "Nothing is planned yet", "there a adds tasks")
}

func TestKnownCausesComeLastAndAreNotCounted(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		if err := late(d); err != nil {
			return err
		}
		for _, k := range []roadmap.Known{{Flag: "slipping", Task: "tooling", Days: 3}, {Flag: "slipping", Task: "trial", Days: 3},
			{Flag: "slipping", Team: "mech", Days: 3}, {Flag: "promise-late", Task: "antenna", Days: 3}, {Flag: "will-block", Team: "mech", Days: 9}, {Flag: "blocked", Team: "mech", Days: 9}} {
			if err := d.PutKnown(k); err != nil {
				return err
			}
		}
		return errorOf(d.AddTask(roadmap.Task{Title: "Licence", Team: "mech", Effort: roadmap.PersonDays(1), Deadline: monday - 3}))
	})
	v := New()
	got := screen(v, s, 80, 24)
	i, j := strings.Index(got, "1 cause known and accepted"), strings.Index(got, "Murata promises Antenna")
	if i < 0 || j < i || v.Count(s) != 1 {
		t.Errorf("%d counted:\n%s", v.Count(s), got)
	}
}

func TestTheFilterHidesCausesThatHaveNothingToDoWithIt(t *testing.T) {
	s, v := build(t, late), New()
	s.Filter, s.Filtering, s.Matches = "@none", true, make([]bool, 3)
	expect(t, screen(v, s, 80, 20), "1 cause hidden by the filter @none")
	s.Matches[2] = true // Trial, which the cause makes late
	s.Version++
	expect(t, screen(v, s, 80, 20), "Murata promises Antenna")
}

// Another plan comes in, with one more cause above: the cursor stays on its cause, and on its line of the screen.
func TestTheCursorStaysOnItsCause(t *testing.T) {
	s, v := demo(t, paint.Terminal{}), New()
	screen(v, s, 100, 30)
	press(v, s, "j j")
	was := s.Selected
	next := demo(t, paint.Terminal{})
	next.Version, next.Selected = 2, was
	roots := next.Roots()
	roots = append([]schedule.Root{roots[len(roots)-1]}, roots[:len(roots)-1]...)
	next.Roots = func() []schedule.Root { return roots }
	screen(v, next, 100, 30)
	if got := v.selected(next); got != was {
		t.Errorf("the cursor went from %v to %v", was, got)
	}
}

func TestEveryFrameHasExactlyItsSize(t *testing.T) {
	plans := []*scene.Scene{demo(t, paint.Terminal{}), build(t, late), build(t, func(*roadmap.Draft) error { return nil })}
	rapid.Check(t, func(t *rapid.T) {
		terminal := paint.Terminal{Colours: paint.Colours(rapid.IntRange(0, 3).Draw(t, "colours")), ASCII: rapid.Bool().Draw(t, "ascii")}
		s, v := *plans[rapid.IntRange(0, len(plans)-1).Draw(t, "scene")], New()
		s.Theme = paint.New(terminal)
		for range rapid.IntRange(1, 8).Draw(t, "keys") {
			w, h := rapid.IntRange(1, 300).Draw(t, "w"), rapid.IntRange(1, 100).Draw(t, "h")
			hold(t, v.Draw(&s, w, h), w, h)
			press(v, &s, rapid.SampledFrom([]string{"j", "k", "l", "h", "g", "G", "ctrl+d", "ctrl+u", "w", "esc", "enter"}).Draw(t, "key"))
			v.Mouse(&s, scene.Mouse(rapid.IntRange(0, 3).Draw(t, "gesture")), rapid.IntRange(0, w).Draw(t, "x"), rapid.IntRange(0, h).Draw(t, "y"))
			hold(t, v.Draw(&s, w, h), w, h)
		}
	})
}

// hold holds a frame to its size.
func hold(t *rapid.T, lines []string, w, h int) {
	if len(lines) != h {
		t.Fatalf("%d lines, not %d", len(lines), h)
	}
	for i, l := range lines {
		if n := ansi.StringWidth(l); n != w {
			t.Fatalf("line %d of %d x %d has %d cells: %q", i, w, h, n, l)
		}
	}
}
