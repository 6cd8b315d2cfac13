package plan

import (
	"slices"
	"strings"
	"testing"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	"github.com/charmbracelet/x/ansi"
)

// monday is 5 January 2026.
var monday = roadmap.MustDate("2026-01-05")

// build is a roadmap of what a function adds, looked at on monday.
func build(t *testing.T, add func(*roadmap.Draft) error) *scene.Scene {
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

func task(d *roadmap.Draft, t roadmap.Task) error {
	_, err := d.AddTask(t)
	return err
}

// bars are the timelines of the rows, at a zoom, from the Monday before.
func bars(s *scene.Scene, z Zoom, w int) []string {
	v := New()
	v.Group = Ungrouped
	v.zoom, v.chosen, v.origin = z, true, monday
	lines := v.Draw(s, w, len(s.Roadmap.Tasks())+headerLines)
	var out []string
	for _, l := range lines[headerLines:] {
		_, bar, _ := strings.Cut(ansi.Strip(l), s.Theme.Vertical)
		out = append(out, strings.TrimRight(bar, " "))
	}
	return out
}

func TestBarsBeginAndEndWhereTheirDaysDo(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		return errorsOf(
			task(d, roadmap.Task{Title: "a week and a day", Effort: roadmap.PersonDays(6)}),                                                  // 5 to 12 January
			task(d, roadmap.Task{Title: "three days", Effort: roadmap.PersonDays(3), NotBefore: monday + 7}),                                 // 12 to 14 January
			task(d, roadmap.Task{Title: "done", Effort: roadmap.PersonDays(2), Status: roadmap.Done, Started: monday, Finished: monday + 1}), // 5 and 6 January
			task(d, roadmap.Task{Title: "milestone", Effort: roadmap.PersonDays(0), NotBefore: monday + 10}),
		)
	})
	for _, c := range []struct {
		zoom Zoom
		want []string
	}{
		{Day, []string{"░░░░░░░░░░░░░░░░░░░░░░░░", "┊                    ░░░░░░░░░", "██████", "┊                             ●"}},
		{Week, []string{"░░░░░░░░", "┊      ░░░", "██", "┊         ●"}},
		{Month, []string{"░░▎", "┊ ▊", "▌", "┊ ●"}},
		{Quarter, []string{"░▏", "┊▍", "▎", "┊●"}},
	} {
		s.Theme = paint.New(paint.Terminal{Colours: paint.TrueColours}) // a part of a cell is told from done work by its tone
		for i, got := range bars(s, c.zoom, 120) {
			if got = strings.TrimRight(strings.Split(got, "│")[0], " ╌"); got != c.want[i] {
				t.Errorf("%v, row %d: %q, not %q", c.zoom, i, got, c.want[i])
			}
		}
	}
}

func errorsOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func TestWhatIsPastItsDeadlineIsDrawnLate(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		return errorsOf(
			task(d, roadmap.Task{Title: "late", Effort: roadmap.PersonDays(5), Deadline: monday + 2}),
			task(d, roadmap.Task{Title: "kept", Effort: roadmap.PersonDays(2), Deadline: monday + 4}),
		)
	})
	got := bars(s, Week, 120)
	if got[0][:len("░░◆▒▒")] != "░░◆▒▒" || !strings.HasPrefix(got[1], "░░╌╌◇") {
		t.Errorf("%q", got)
	}
}

func TestWaitingForABusyTeamIsDashed(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		_, err := d.AddTeam(roadmap.Team{ID: "line", Name: "Line", Capacity: 1})
		return errorsOf(err,
			task(d, roadmap.Task{Title: "first", Team: "line", Effort: roadmap.PersonDays(2)}),
			task(d, roadmap.Task{Title: "second", Team: "line", Effort: roadmap.PersonDays(2)}))
	})
	if got := bars(s, Week, 120)[1]; !strings.HasPrefix(got, "┄┄░░") {
		t.Errorf("%q", got)
	}
}

// Where no colour shades them, days off have a sign of their own.
func TestDaysOffAreSeenWithoutColour(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		return task(d, roadmap.Task{Title: "five days", Effort: roadmap.PersonDays(5), Deadline: monday + 1})
	})
	for _, c := range []struct {
		in   paint.Terminal
		want string
	}{{paint.Terminal{}, " · "}, {paint.Terminal{ASCII: true}, " ; "}, {paint.Terminal{Colours: paint.Sixteen}, " · "}, {paint.Terminal{Colours: paint.TrueColours}, "   "}} {
		s.Theme = paint.New(c.in)
		if got := []rune(bars(s, Day, 120)[0] + strings.Repeat(" ", 20)); string(got[15:21]) != c.want+c.want { // Saturday and Sunday
			t.Errorf("%+v: %q", c.in, string(got))
		}
	}
	s.Theme = paint.New(paint.Terminal{})
	if got := []rune(bars(s, Week, 120)[0]); string(got[5:7]) != "··" {
		t.Errorf("%q", string(got))
	}
}

// The days that each task can be late are seen of the selected one, and on request of all.
func TestTheSlackOfAllTasksIsDrawnOnRequest(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		return errorsOf(
			task(d, roadmap.Task{ID: "a", Title: "a", Effort: roadmap.PersonDays(1)}),
			task(d, roadmap.Task{ID: "b", Title: "b", Effort: roadmap.PersonDays(1)}),
			task(d, roadmap.Task{ID: "c", Title: "c", Effort: roadmap.PersonDays(5)}))
	})
	v := New()
	v.Group, s.Selected, v.chosen, v.zoom, v.origin = Ungrouped, scene.Ref{Task: "a"}, true, Week, monday
	tails := func() (out []bool) {
		for _, line := range v.Draw(s, 100, 5)[headerLines:] {
			out = append(out, strings.Contains(ansi.Strip(line), "░╌╌╌╌"))
		}
		return out
	}
	if got := tails(); !slices.Equal(got, []bool{true, false, false}) {
		t.Errorf("slack of the selection alone: %v", got)
	}
	v.Act(s, action.AllLinks)
	if got := tails(); !slices.Equal(got, []bool{true, true, false}) {
		t.Errorf("slack of all: %v", got)
	}
}

// A bar that lies beyond the timeline is marked at the edge where it lies, and a key shows it.
func TestABarOutOfSightIsMarkedAndComesIntoView(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		return errorsOf(
			task(d, roadmap.Task{ID: "now", Title: "now", Effort: roadmap.PersonDays(3)}),
			task(d, roadmap.Task{ID: "later", Title: "later", Effort: roadmap.PersonDays(5), NotBefore: monday + 84}),
			task(d, roadmap.Task{ID: "gone", Title: "gone", Status: roadmap.Done, Started: monday - 60, Finished: monday - 57}))
	})
	v := New()
	s.Theme = paint.New(paint.Terminal{Colours: paint.TrueColours}) // which shade days off
	v.Group, s.Selected = Ungrouped, scene.Ref{Task: "later"}
	act := func(a ...action.Action) []string {
		lines := v.Draw(s, 100, 5)
		for _, a := range a {
			s.Selected = v.Act(s, a).Select
			lines = v.Draw(s, 100, 5)
		}
		return lines
	}
	edges := func(lines []string, want ...string) {
		t.Helper()
		for i, line := range lines[headerLines:] {
			_, bar, _ := strings.Cut(ansi.Strip(line), "│")
			if r := []rune(bar); string(r[0])+string(r[len(r)-1]) != want[i] {
				t.Errorf("row %d: %q does not begin and end with %q", i, bar, want[i])
			}
		}
	}
	edges(act(action.First, action.ZoomIn, action.ZoomIn, action.ZoomIn, action.ZoomIn, action.ToToday), " ╌", " ›", "‹ ")
	if keys := v.Keys(s); keys[0] == action.ToBar {
		t.Errorf("the bar of now is in view, and the first key is to bring it there: %v", keys)
	}
	act(action.Down)
	if keys := v.Keys(s); keys[0] != action.ToBar {
		t.Errorf("the bar of later is not in view: %v", keys)
	}
	lines := act(action.ToBar)
	edges(lines, "‹ ", "  ", "‹ ")
	if !strings.Contains(ansi.Strip(lines[headerLines+1]), "░░░░░░░░░░░░░░░") {
		t.Errorf("the five days of later are not seen: %q", ansi.Strip(lines[headerLines+1]))
	}
}

// Zooming in goes to the selected bar, where it was seen; where the timeline was scrolled past it, the left edge stays.
func TestZoomingKeepsTheSelectedBarInView(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		return errorsOf(
			task(d, roadmap.Task{ID: "now", Title: "now", Effort: roadmap.PersonDays(3)}),
			task(d, roadmap.Task{ID: "later", Title: "later", Effort: roadmap.PersonDays(5), NotBefore: monday + 84}))
	})
	v := New()
	v.Group, s.Selected = Ungrouped, scene.Ref{Task: "later"}
	v.Draw(s, 100, 5)
	for range 4 {
		v.Act(s, action.ZoomIn)
		v.Draw(s, 100, 5)
	}
	if v.zoom != Day || v.beyond(s) {
		t.Errorf("at zoom %v the bar of later is not in view: from %v", v.zoom, v.scale.origin)
	}
	v.Act(s, action.ToToday)
	v.Draw(s, 100, 5)
	if from := v.scale.origin; !v.beyond(s) {
		t.Errorf("today is not in view: from %v", from)
	}
	v.Act(s, action.ZoomOut)
	if v.Draw(s, 100, 5); v.zoom != Week || v.scale.origin > monday {
		t.Errorf("zoom %v from %v: today was looked at", v.zoom, v.scale.origin)
	}
}

// Where list and timeline take turns, what works on the timeline says how to come to it.
func TestOnANarrowScreenTheTimelineIsAKeyAway(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		return task(d, roadmap.Task{ID: "now", Title: "now", Effort: roadmap.PersonDays(3)})
	})
	v := New()
	v.Group, s.Selected = Ungrouped, scene.Ref{Task: "now"}
	for _, a := range []action.Action{action.ZoomIn, action.Later, action.ToToday, action.Fit} {
		v.Draw(s, 70, 10)
		if out := v.Act(s, a); !strings.Contains(out.Say, "l shows it") {
			t.Errorf("action %d says %q", a, out.Say)
		}
	}
	if a := v.Keys(s)[0]; a != action.Unfold || v.Calls(a) != "timeline" {
		t.Errorf("the first key is %d, called %q", a, v.Calls(a))
	}
	v.Act(s, action.Unfold)
	if text := ansi.Strip(strings.Join(v.Draw(s, 70, 10), "")); !strings.Contains(text, "░") {
		t.Errorf("no bar: %q", text)
	}
	if a := v.Keys(s)[0]; a != action.Fold || v.Calls(a) != "list" {
		t.Errorf("the first key is %d, called %q", a, v.Calls(a))
	}
	v.Act(s, action.Fold)
	v.Draw(s, 70, 10)
	v.Act(s, action.ToBar)
	if text := ansi.Strip(strings.Join(v.Draw(s, 70, 10), "")); !strings.Contains(text, "░") {
		t.Errorf("no bar: %q", text)
	}
}

// The bar of a what-if that ends earlier in the same week, and the link that leaves it, leave in sight where it ended before, also
// where it had been committed to.
func TestAWhatIfShowsWhereTheBarOfTheSelectedTaskWas(t *testing.T) {
	with := func(days int) *scene.Scene {
		return build(t, func(d *roadmap.Draft) error {
			return errorsOf(
				task(d, roadmap.Task{ID: "a", Title: "a", Effort: roadmap.PersonDays(days)}),
				task(d, roadmap.Task{ID: "b", Title: "b", Effort: roadmap.PersonDays(1), NotBefore: monday + 14}),
				d.Link(roadmap.Dependency{From: "a", To: "b"}),
				d.PutBaseline(roadmap.Baseline{Name: "Board", Current: true, Taken: monday, Tasks: []roadmap.BaselineTask{{ID: "a", Start: monday, Finish: monday + 11}}}))
		})
	}
	s := with(6)
	s.Ghost, s.Selected = with(10).Plan, scene.Ref{Task: "a"} // to 12 January, and to the 16th
	for zoom, want := range map[Zoom]string{Week: "░░░░░░░░━━━━", Month: "░░░━"} {
		if got := bars(s, zoom, 120)[0]; !strings.HasPrefix(got, want) {
			t.Errorf("%v: %q, not %q", zoom, got, want)
		}
	}
}

func TestTheLinksOfTheSelectedTaskAreDrawn(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		return errorsOf(
			task(d, roadmap.Task{ID: "a", Title: "a", Effort: roadmap.PersonDays(2)}),
			task(d, roadmap.Task{ID: "b", Title: "between", Effort: roadmap.PersonDays(1)}),
			task(d, roadmap.Task{ID: "c", Title: "c", Effort: roadmap.PersonDays(1), NotBefore: monday + 7}),
			d.Link(roadmap.Dependency{From: "a", To: "c"}))
	})
	s.Selected = scene.Ref{Task: "c"}
	got := bars(s, Week, 120)
	for i, want := range []string{"░░╮", "░ │", "┊ ╰───►░"} {
		if !strings.HasPrefix(got[i], want) {
			t.Errorf("row %d: %q, not %q", i, got[i], want)
		}
	}
}

// A link crosses the line of a group, so that neither looks as if it ended there.
func TestALinkCrossesAGroupsLine(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		_, err := d.AddGoal(roadmap.Goal{ID: "g", Title: "First"})
		_, err2 := d.AddGoal(roadmap.Goal{ID: "h", Title: "Second"})
		return errorsOf(err, err2,
			task(d, roadmap.Task{ID: "a", Title: "a", Goal: "g", Effort: roadmap.PersonDays(2)}),
			task(d, roadmap.Task{ID: "b", Title: "b", Goal: "h", Effort: roadmap.PersonDays(4)}),
			task(d, roadmap.Task{ID: "c", Title: "c", Goal: "h", Effort: roadmap.PersonDays(1), NotBefore: monday + 7}),
			d.Link(roadmap.Dependency{From: "a", To: "c"}))
	})
	s.Selected = scene.Ref{Task: "c"}
	v := New()
	v.zoom, v.chosen, v.origin = Week, true, monday
	_, got, _ := strings.Cut(ansi.Strip(v.Draw(s, 120, 8)[headerLines+2]), "│")
	if !strings.HasPrefix(got, "──┼─────") {
		t.Errorf("the line of the second goal is %q", got)
	}
}

func TestItOpensAtTheWidestZoomThatShowsThePlanFromToday(t *testing.T) {
	for _, c := range []struct {
		days roadmap.Date
		w    int
		want Zoom
	}{{10, 44, Day}, {30, 44, Week}, {120, 44, Month}, {250, 44, Quarter}, {2000, 44, All}} {
		if got := widest(monday, monday+c.days, c.w); got != c.want {
			t.Errorf("%d days in %d cells: %v, not %v", c.days, c.w, got, c.want)
		}
	}
}

func TestColumnsDropOutInTheirOrder(t *testing.T) {
	for _, c := range []struct {
		w                           int
		board, left, team, timeline bool
	}{{200, true, true, true, true}, {140, true, true, true, true}, {100, false, true, true, true}, {80, false, false, true, true}, {60, false, true, true, false}, {30, false, false, false, false}} {
		l := layoutOf(c.w, 20, false, Columns())
		has := func(k ColumnKind) bool {
			return slices.ContainsFunc(l.columns, func(c Column) bool { return c.Kind == k })
		}
		if has(BaselineColumn) != c.board || has(LeftColumn) != c.left || has(TeamColumn) != c.team || (l.timeline > 0) != c.timeline {
			t.Errorf("at %d columns: %+v", c.w, l)
		}
	}
}

// rows are the titles of the rows, groups in brackets.
func rows(v *View, s *scene.Scene) string {
	v.refresh(s)
	var out []string
	for _, r := range v.outline.rows {
		if r.task < 0 {
			out = append(out, "["+v.outline.groups[r.group].name+"]")
			continue
		}
		out = append(out, s.Roadmap.Tasks()[r.task].Title)
	}
	return strings.Join(out, " ")
}

func grouped(t *testing.T) *scene.Scene {
	return build(t, func(d *roadmap.Draft) error {
		_, e1 := d.AddTeam(roadmap.Team{ID: "x", Name: "X"})
		_, e2 := d.AddTeam(roadmap.Team{ID: "y", Name: "Y"})
		_, e3 := d.AddGoal(roadmap.Goal{ID: "launch", Title: "Launch"})
		_, e4 := d.AddGoal(roadmap.Goal{ID: "certified", Title: "Certified", Parent: "launch"})
		_, e5 := d.AddGoal(roadmap.Goal{ID: "later", Title: "Later"})
		return errorsOf(e1, e2, e3, e4, e5,
			task(d, roadmap.Task{Title: "one", Team: "x", Goal: "launch", Phase: "Build"}),
			task(d, roadmap.Task{Title: "two", Team: "y", Goal: "certified", Effort: roadmap.PersonDays(3), NotBefore: monday + 7}),
			task(d, roadmap.Task{Title: "three", Team: "x", Status: roadmap.Done}),
			task(d, roadmap.Task{Title: "four", Goal: "launch", NotBefore: monday + 30}))
	})
}

func TestGroupings(t *testing.T) {
	s := grouped(t)
	for g, want := range map[Grouping]string{
		ByGoal:    "[Launch] one four [Certified] two [Later] [No goal] three",
		ByTeam:    "[X] one three [Y] two [No team] four",
		ByPhase:   "[Build] one [No phase] two three four",
		ByStatus:  "[To do] one two four [Done] three",
		Ungrouped: "one two three four",
	} {
		v := New()
		v.Group = g
		if got := rows(v, s); got != want {
			t.Errorf("by %v: %s, not %s", g, got, want)
		}
	}
	v := New()
	v.Arrange(Ungrouped, ByStart)
	if got := rows(v, s); got != "one three two four" {
		t.Errorf("by start: %s", got)
	}
}

// Each order says where it has what is done and what it says nothing of, and has it there.
func TestOrders(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		return errorsOf(
			task(d, roadmap.Task{Title: "done", Effort: roadmap.PersonDays(9), Status: roadmap.Done, Started: monday - 7, Finished: monday - 1, Deadline: monday - 3}),
			task(d, roadmap.Task{Title: "short", Effort: roadmap.PersonDays(1), NotBefore: monday + 7, Deadline: monday + 14}),     // 12 January, five days to spare
			task(d, roadmap.Task{Title: "long", Effort: roadmap.PersonDays(10), Deadline: monday + 10}),                            // to 16 January, late by a day
			task(d, roadmap.Task{Title: "dropped", Effort: roadmap.PersonDays(20), Status: roadmap.Dropped, Deadline: monday + 1}), // has no dates
			task(d, roadmap.Task{Title: "any", Effort: roadmap.PersonDays(3), NotBefore: monday + 2}),                              // 7 to 9 January, five days before all is done
		)
	})
	v := New()
	for o, want := range map[Order]string{
		Own:        "done short long dropped any",
		ByStart:    "done long any short dropped",
		ByFinish:   "done any short long dropped",
		ByDeadline: "long short any done dropped",
		BySlack:    "long short any done dropped",
		ByLeft:     "long any short done dropped",
		ByLateness: "long short any done dropped",
		ByTitle:    "any done dropped long short",
	} {
		v.Arrange(Ungrouped, o)
		if got := rows(v, s); got != want {
			t.Errorf("%v: %s, not %s", o, got, want)
		}
		if !strings.HasPrefix(o.Says(), o.String()+": ") || !strings.Contains(o.Says(), "what is done") {
			t.Errorf("%v says %q", o, o.Says())
		}
	}
}

func TestAFoldHidesAllThatLiesUnderIt(t *testing.T) {
	s, v := grouped(t), New()
	s.Selected = scene.Ref{Goal: "launch"}
	v.Act(s, action.Fold)
	if got := rows(v, s); got != "[Launch] [Later] [No goal] three" {
		t.Errorf("folded: %s", got)
	}
	v.Act(s, action.Unfold)
	if got := rows(v, s); got != "[Launch] one four [Certified] two [Later] [No goal] three" {
		t.Errorf("unfolded: %s", got)
	}
}

func TestAFilterLeavesOutWhatDoesNotMatch(t *testing.T) {
	s := grouped(t)
	s.Matches, s.Filtering = []bool{false, true, false, false}, true
	if got := rows(New(), s); got != "[Launch] [Certified] two" {
		t.Errorf("%s", got)
	}
}

func TestTheCursorIsHeldByWhatItIsOn(t *testing.T) {
	s, v := grouped(t), New()
	s.Selected = scene.Ref{Task: s.Roadmap.Tasks()[1].ID}
	v.Draw(s, 100, 20)
	v.Arrange(ByTeam, Own)
	v.Draw(s, 100, 20)
	if got := v.selected(s); got != s.Selected {
		t.Errorf("it is on %+v", got)
	}
}

// What is taken back or deleted leaves the cursor in its group, so that what is added next is not put into another.
func TestTheCursorStaysInTheGroupOfWhatHasGone(t *testing.T) {
	s, v := grouped(t), New()
	s.Selected = scene.Ref{Task: s.Roadmap.Tasks()[1].ID} // two, the last of Certified
	v.Draw(s, 100, 20)
	d := s.Roadmap.Edit(monday)
	if err := d.RemoveTasks(false, s.Selected.Task); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	after := scene.New(2, schedule.Compute(r, monday, schedule.Options{}), paint.New(paint.Terminal{}))
	v.Draw(after, 100, 20)
	if got := v.selected(after); got != (scene.Ref{Goal: "certified"}) {
		t.Errorf("it is on %+v", got)
	}
}

func TestAClickSelectsTheRow(t *testing.T) {
	s, v := grouped(t), New()
	v.Draw(s, 100, 20)
	if out := v.Mouse(s, scene.Click, 10, headerLines+1); out.Select.Task != s.Roadmap.Tasks()[0].ID {
		t.Errorf("%+v", out)
	}
	v.Mouse(s, scene.Click, 1, headerLines)
	if got := rows(v, s); got != "[Launch] [Later] [No goal] three" {
		t.Errorf("a click on the fold: %s", got)
	}
}

func TestTheHeaderNamesMonthsAndWeeks(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error { return task(d, roadmap.Task{Title: "one"}) })
	v := New()
	v.zoom, v.chosen, v.origin = Week, true, monday
	lines := v.Draw(s, 120, 5)
	if got := ansi.Strip(lines[0]); !strings.Contains(got, "┬Jan 2026─") {
		t.Errorf("%q", got)
	}
	if got := ansi.Strip(lines[1]); !strings.Contains(got, "│5 W02  12 W03 19 W04 26 W05│") {
		t.Errorf("%q", got)
	}
	v.zoom = Day
	lines = v.Draw(s, 120, 5)
	if got := ansi.Strip(lines[0]); !strings.Contains(got, "┬W02─Jan 2026─────────W03──────────────────W04─") {
		t.Errorf("%q", got)
	}
	v.WeekBegin = time.Sunday // no ISO week
	if got := ansi.Strip(v.Draw(s, 120, 5)[0]); strings.Contains(got, "W03") {
		t.Errorf("%q", got)
	}
	v.zoom = Week
	if got := ansi.Strip(v.Draw(s, 120, 5)[1]); strings.Contains(got, "W0") || !strings.Contains(got, " 11     18     25") {
		t.Errorf("%q", got)
	}
}

// Over days each Monday has its week's number, wherever the timeline begins, and so has the week that began before it where it has room;
// a month is named beside them.
func TestOverDaysEachMondayHasItsWeek(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error { return task(d, roadmap.Task{Title: "one"}) })
	v := New()
	v.zoom, v.chosen = Day, true
	head := func() []rune {
		v.Draw(s, 120, 5)
		_, got, _ := strings.Cut(ansi.Strip(v.lines(s)[0]), "┬")
		return []rune(got)
	}
	for v.origin = monday; v.origin < monday+120; v.origin++ {
		got := head()
		for d := v.origin.WeekFrom(time.Monday); d < v.origin+roadmap.Date(len(got)/3-1); d += 7 {
			x := max(v.scale.cell(d), 0)
			if v.scale.cell(d+7) > 3 && string(got[x:x+3]) != isoWeek(d) {
				t.Fatalf("from %v: %q has no %s over %v", v.origin, string(got), isoWeek(d), d)
			}
		}
		if _, m, day := v.origin.Civil(); day < 20 && !strings.Contains(string(got), aMonth.label(v.origin)) {
			t.Fatalf("from %v: %q does not name month %d", v.origin, string(got), m)
		}
	}
	v.origin = monday + 24 // Thursday 29 January
	if got := string(head()); !strings.HasPrefix(got, "W05─Jan─────W06─Feb 2026──") {
		t.Errorf("%q", got)
	}
}

// The number of the week in which today lies stands in the header, its first day or not; where its name stands on today's line
// today is marked in the name.
func TestTheWeekOfTodayHasItsNumber(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error { return task(d, roadmap.Task{Title: "one"}) })
	v := New()
	v.zoom, v.chosen = Week, true
	head := func() string { return ansi.Strip(v.Draw(s, 120, 5)[1]) }
	if got := head(); !strings.Contains(got, "│29 W01 5 W02  12 W03 ") { // 2026-01-05, as it opens
		t.Errorf("%q", got)
	}
	v.origin = monday - 5 // a Wednesday
	if got := head(); !strings.Contains(got, "│W01  5 W02  12 W03 ") {
		t.Errorf("%q", got)
	}
	v.scale = scaleOf(Week, monday, 40)
	cells := []paint.Cell{{Glyph: '5'}, {Glyph: ' '}, {Glyph: 'W'}}
	v.marksToday(s, cells)
	if cells[0].Style != paint.Accent|paint.Underline || cells[1].Style != paint.Text || cells[2].Style != paint.Text {
		t.Errorf("%v", cells)
	}
	cells = []paint.Cell{{Glyph: s.Theme.Today, Style: paint.Accent}}
	if v.marksToday(s, cells); cells[0].Style != paint.Accent {
		t.Errorf("%v", cells)
	}
}

// Where the links of all are drawn, and where no colour tells a link, a month begins with a tick: no line looks like a link.
func TestAMonthIsNoLineWhereLinksAre(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error { return task(d, roadmap.Task{Title: "one"}) })
	for _, c := range []struct {
		colours paint.Colours
		all     bool
		want    bool
	}{{paint.TrueColours, false, true}, {paint.TrueColours, true, false}, {paint.NoColours, false, false}, {paint.NoColours, true, false}} {
		s.Theme = paint.New(paint.Terminal{Colours: c.colours})
		v := New()
		v.Links = c.all
		_, timeline, _ := strings.Cut(ansi.Strip(v.Draw(s, 100, 6)[5]), "│")
		if got := strings.Contains(timeline, "│"); got != c.want || strings.Contains(timeline, "╵") == c.want {
			t.Errorf("%+v: %q", c, timeline)
		}
	}
}

// headerText is what the header writes into cells.
func headerText(v *View, row []paint.Cell, u unit) string {
	v.header(row, u, u.longLabel, nil, paint.Dim)
	text := ""
	for _, c := range row {
		if c.Glyph == 0 {
			c.Glyph = ' '
		}
		text += string(c.Glyph)
	}
	return text
}

// Twenty years in 40 cells: a year's name is twice as wide as the year.
func TestYearsAreNamedAlsoWhereTheirNamesAreWiderThanThey(t *testing.T) {
	v, row := New(), make([]paint.Cell, 40)
	v.scale = fitting(roadmap.MustDate("2026-01-01"), roadmap.MustDate("2045-12-31"), len(row))
	if text := headerText(v, row, aYear); text != "2026  2029 2032 2034  2037 2040 2042    " {
		t.Errorf("%q", text)
	}
}

func TestTheTimelineOpensAsCloseAsShowsThePlan(t *testing.T) {
	for _, c := range []struct {
		w    int
		days roadmap.Date
		want int // eighths of a cell a week
	}{{70, 20, 21 * 8}, {70, 25, 14 * 8}, {70, 60, 7 * 8}, {70, 84, 5 * 8}, {70, 110, 3 * 8}, {70, 200, 2 * 8}, {31, 110, 8}} {
		s := scaleOf(widest(monday, monday+c.days, c.w), monday, c.w).opened(monday, monday+c.days)
		if s.num*7/s.den != c.want {
			t.Errorf("%d days in %d cells: %d eighths a week, not %d", c.days, c.w, s.num*7/s.den, c.want)
		}
	}
}

// How the rows are grouped and ordered is said in the words that have room.
func TestTheHeadingOfTheRowsFits(t *testing.T) {
	for _, c := range []struct {
		by    Grouping
		order Order
		w     int
		want  string
	}{
		{ByGoal, Own, 20, "Task"}, {Ungrouped, ByLateness, 20, "Task, latest first"}, {ByStatus, Own, 20, "Task by status"},
		{ByStatus, ByLateness, 28, "Task by status, latest first"}, {ByStatus, ByLateness, 20, "Status, latest first"},
		{ByTeam, ByStart, 20, "Team, by start"}, {ByTeam, ByStart, 12, "Team, start"}, {ByStatus, ByLateness, 14, "Status, latest"},
		{ByTeam, BySlack, 18, "Team, least slack"}, {ByGoal, ByDeadline, 19, "Task, by deadline"}, {ByPhase, ByLeft, 16, "Phase, most left"},
	} {
		v := &View{Group: c.by, Order: c.order}
		if got := v.heading(c.w); got != c.want {
			t.Errorf("%v, %v in %d cells: %q, want %q", c.by, c.order, c.w, got, c.want)
		}
	}
}

// Where a month has no room for its year, at the edge, it stands without: seven days of January, a cell each.
func TestAMonthIsNamedWithoutItsYearWhereItHasNoRoom(t *testing.T) {
	v, row := New(), make([]paint.Cell, 30)
	v.scale = fitting(roadmap.MustDate("2026-01-25"), roadmap.MustDate("2026-02-23"), len(row))
	if text := headerText(v, row, aMonth); text != "Jan    Feb 2026               " {
		t.Errorf("%q", text)
	}
}
