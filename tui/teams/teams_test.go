package teams

import (
	"strings"
	"testing"
	"time"

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

// demo is the demo as of Monday 23 November 2026.
func demo(t testing.TB) *scene.Scene {
	t.Helper()
	today := roadmap.MustDate("2026-11-23")
	r, err := sample.Demo(today).Now(func(r *roadmap.Roadmap, day roadmap.Date, name string) roadmap.Baseline {
		return schedule.Compute(r, day, schedule.Options{}).Baseline(name)
	})
	if err != nil {
		t.Fatal(err)
	}
	return scene.New(1, schedule.Compute(r, today, schedule.Options{}), paint.New(paint.Terminal{}))
}

// build is a roadmap of teams, tasks and links ("a b": b waits for a), looked at on monday.
func build(t testing.TB, teams []roadmap.Team, tasks []roadmap.Task, links ...string) *scene.Scene {
	t.Helper()
	d := roadmap.New("Test", monday).Edit(monday)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, x := range teams {
		_, err := d.AddTeam(x)
		must(err)
	}
	for _, x := range tasks {
		_, err := d.AddTask(x)
		must(err)
	}
	for _, x := range links {
		from, to, _ := strings.Cut(x, " ")
		must(d.Link(roadmap.Dependency{From: from, To: to}))
	}
	r, err := d.Close()
	must(err)
	return scene.New(1, schedule.Compute(r, monday, schedule.Options{}), paint.New(paint.Terminal{}))
}

func days(n int) roadmap.Effort { return roadmap.PersonDays(n) }

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

// expect holds a screen to texts that it must have, spaces told exactly.
func expect(t *testing.T, got string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("no %q in\n%s", w, got)
		}
	}
}

var mech = roadmap.Team{ID: "mech", Name: "Mechanics", Capacity: 2}

// Two people have ten person-days a week. Five are half of the first week; three tasks of five a person in the second are 150 %.
func TestAWeekShowsHowFullItIs(t *testing.T) {
	s := build(t, []roadmap.Team{mech}, []roadmap.Task{
		{ID: "a", Title: "A", Team: "mech", Effort: days(5)},
		{ID: "b", Title: "B", Team: "mech", Effort: days(5), NotBefore: monday + 7},
		{ID: "c", Title: "C", Team: "mech", Effort: days(5), NotBefore: monday + 7},
		{ID: "d", Title: "D", Team: "mech", Effort: days(5), NotBefore: monday + 7},
	})
	expect(t, screen(New(), s, 100, 20), "Cap [ 5]  12   19   26    2", "Mechanics         2  ▄▄  150%", "A                  1 of 2",
		"Week of 5 Jan: 5 of 10 person-days")
	s.Theme = paint.New(paint.Terminal{ASCII: true})
	expect(t, screen(New(), s, 100, 20), "Mechanics         2  ::  150%")
}

// Weeks begin on the day that a person chose, and sum the seven days from it on: of those who work from Sunday to
// Thursday A takes 5 to 8 and Sunday 11 January, B two people on Sunday 18.
func TestWeeksBeginOnTheDayThatWasChosen(t *testing.T) {
	gulf := mech
	gulf.Weekdays = 0b1001111
	s := build(t, []roadmap.Team{gulf}, []roadmap.Task{
		{ID: "a", Title: "A", Team: "mech", Effort: days(5)},
		{ID: "b", Title: "B", Team: "mech", Effort: days(2), People: 2, NotBefore: monday + 13},
	})
	v := New()
	expect(t, screen(v, s, 100, 20), "Jan 2026──W04──W05──Feb", "[ 5]  12   19   26    2", "Mechanics         2  ▄▄   ▂▂        ")
	sunday := New()
	sunday.WeekBegin = time.Sunday
	expect(t, screen(sunday, s, 100, 20), "Jan 2026────────────Feb", "[ 4]  11   18   25    1", "Mechanics         2  ▄▄   ▁▁   ▂▂ ")
	if out := press(sunday, s, "."); out.Say != "week of 11 Jan" {
		t.Errorf("a week later says %q", out.Say)
	}
}

func TestAWeekOffIsNoLoad(t *testing.T) {
	away := mech
	away.TimeOff = []roadmap.Period{{Name: "Offsite", From: monday + 7, To: monday + 11}}
	s := build(t, []roadmap.Team{away}, []roadmap.Task{{Title: "A", Team: "mech", Effort: days(7)}})
	expect(t, screen(New(), s, 80, 20), "Mechanics        2  ▄▄  off   ▂▂")
}

func TestTheSelectedWeekMovesAndShowsItsTasks(t *testing.T) {
	s := build(t, []roadmap.Team{mech}, []roadmap.Task{
		{ID: "a", Title: "A", Team: "mech", Effort: days(5)},
		{ID: "b", Title: "B", Team: "mech", Effort: days(3), NotBefore: monday + 7, Deadline: monday + 18},
		{ID: "z", Title: "Z", Team: "mech", Effort: days(1), NotBefore: monday + 28},
	})
	v := New()
	press(v, s, "l")
	expect(t, screen(v, s, 100, 20), "○  A", "starts 5 Jan")
	if out := press(v, s, "."); out.Say != "week of 12 Jan" {
		t.Errorf("a week later says %q", out.Say)
	}
	// B takes 12 to 14 January and is due on Friday 23: 7 working days of slack, and one of two people is free.
	expect(t, screen(v, s, 100, 20), "[12]", "○  B", "3d    slack 7d  starts 12 Jan  may be given away", "3 to give away")
	press(v, s, ".")
	expect(t, screen(v, s, 100, 20), "nothing to do in the week of 19 Jan")
	if press(v, s, "0"); v.week != 0 {
		t.Error("0 does not lead back to the present week")
	}
	if out := press(v, s, ","); v.week != 0 || !strings.HasSuffix(out.Say, "the present one") {
		t.Errorf("before the present week: %q", out.Say)
	}
	if out := press(v, s, ". . . . . . . ."); v.week != 4 || !strings.HasSuffix(out.Say, "the plan's last") {
		t.Errorf("the plan ends in week 4, not %d: %q", v.week, out.Say)
	}
}

// held is a team that waits for legal, and one that will wait for a supplier: its task was to start on Monday 12 January.
func held(t testing.TB) *scene.Scene {
	return build(t, []roadmap.Team{mech, {ID: "comp", Name: "Compliance", Capacity: 2}, {ID: "murata", Name: "Murata", Supplier: true}},
		[]roadmap.Task{
			{ID: "antenna", Title: "Antenna", Team: "murata", Effort: days(5), Promised: monday + 14},
			{ID: "cad", Title: "CAD", Team: "mech", Effort: days(5)},
			{ID: "tooling", Title: "Tooling", Team: "mech", Effort: days(5), Deadline: monday + 11},
			{ID: "licence", Title: "Licence", Team: "comp", Effort: days(5), Blockers: []roadmap.Blocker{{Text: "at legal", Owner: "legal", Since: monday - 7}}},
		}, "cad tooling", "antenna tooling")
}

func TestABlockedTeamSaysSinceWhenAndOnWhomItWaits(t *testing.T) {
	s, v := held(t), New()
	press(v, s, "j")
	expect(t, screen(v, s, 120, 24), "■ Compliance", "nothing: blocked", "2 of 2", "legal", "Compliance is blocked since 29 Dec, 2 people: at legal, no end known.")
}

func TestATeamThatWillBeBlockedSaysWhenAndWhatItGets(t *testing.T) {
	s, v := held(t), New()
	got := screen(v, s, 120, 24)
	expect(t, got, "! Mechanics", "Murata", "Mechanics will be blocked 12 to 19 Jan, 2 people: waits for Antenna.",
		// Tooling takes 20 to 26 January and was due on Friday 16: 6 days, and none of them Mechanics' own.
		"Tooling is 6 days late, all carried on from", "+6d    0d", "Gets 1  Antenna ← Murata", "19 Jan  +6d late")
	if n := v.Count(s); n != 2 {
		t.Errorf("the tab counts %d teams, not the blocked one and the one that will be", n)
	}
	press(v, s, "G")
	expect(t, screen(v, s, 120, 24), "⇢ Murata", "Antenna ends 19 Jan, needed 9 Jan: 6 days late, all its own.", "Owes 1  Antenna → Mechanics", "needed 9 Jan  +6d late")
}

// Murata works on the antenna this week and has promised it for Monday 19 January: that week has something in it, too.
func TestAPromiseIsShownInItsWeek(t *testing.T) {
	s, v := held(t), New()
	press(v, s, "G l")
	expect(t, screen(v, s, 100, 20), "○! Antenna", "promised 19 Jan")
	press(v, s, ". .")
	expect(t, screen(v, s, 100, 20), "[19]", "○! Antenna", "promised 19 Jan")
}

func TestTasksLeadToThePlanAndTeamsToTheirWorstTask(t *testing.T) {
	s, v := held(t), New()
	if out := press(v, s, "enter"); out.GoTo.Task != "tooling" {
		t.Errorf("enter on Mechanics goes to %v, not to Tooling, which slips", out.GoTo)
	}
	if out := press(v, s, "w"); out.GoTo.Task != "tooling" || out.Do != action.Why {
		t.Errorf("w goes to %v and does %v", out.GoTo, out.Do)
	}
	if out := press(v, s, "g l l enter"); out.GoTo.Task != "cad" {
		t.Errorf("enter on the week's first task goes to %v, not to CAD", out.GoTo)
	}
	if press(v, s, "h"); s.Selected.Team != "mech" || v.unfolded["mech"] {
		t.Errorf("h leads to %v", s.Selected)
	}
}

// One person has three tasks of three days on Monday 5 January: the second and third queue.
func TestAnOverfullWeekListsItsQueueAndLetsItBeReordered(t *testing.T) {
	one := mech
	one.Capacity = 1
	s := build(t, []roadmap.Team{one, {ID: "ops", Name: "Operations", Capacity: 1}}, []roadmap.Task{
		{ID: "a", Title: "A", Team: "mech", Effort: days(3), Deadline: monday + 18},
		{ID: "b", Title: "B", Team: "mech", Effort: days(3), Deadline: monday + 18},
		{ID: "c", Title: "C", Team: "mech", Effort: days(3), Deadline: monday + 3},
	})
	v := New()
	press(v, s, "l")
	got := screen(v, s, 100, 24)
	expect(t, got, "○▲ C", "○  A", "starts 8 Jan   may be given away", "○  B", "starts 13 Jan  in the queue", "9 of 5 person-days asked, 5 planned", "180%  ▇▇")
	press(v, s, "j j")
	if s.Selected.Task != "a" || v.Neighbour(s, 1) != "b" || v.Neighbour(s, -1) != "c" {
		t.Errorf("%v has %q above and %q below", s.Selected, v.Neighbour(s, -1), v.Neighbour(s, 1))
	}
	s.Marks = map[scene.Ref]bool{{Task: "b"}: true}
	expect(t, screen(v, s, 100, 24), s.Theme.Marked+"○  B")
}

// What is given away leaves its row; who gave it away stays where he was looking.
func TestATaskThatIsGivenAwayTakesNobodyAlong(t *testing.T) {
	teams := []roadmap.Team{mech, {ID: "ops", Name: "Operations", Capacity: 1}}
	tasks := func(of string) []roadmap.Task {
		return []roadmap.Task{{ID: "a", Title: "A", Team: of, Effort: days(3)}, {ID: "b", Title: "B", Team: "mech", Effort: days(1)}}
	}
	s, v := build(t, teams, tasks("mech")), New()
	press(v, s, "l j")
	after := build(t, teams, tasks("ops"))
	after.Version, after.Selected = s.Version+1, s.Selected
	screen(v, after, 100, 20)
	if got := v.selected(); got.Team != "mech" {
		t.Errorf("the cursor went to %v", got)
	}
}

func TestWorstFirst(t *testing.T) {
	s, v := held(t), New()
	press(v, s, "o g")
	if s.Selected.Team != "comp" {
		t.Errorf("the first team is %v, not the blocked one", s.Selected)
	}
}

// A task that was selected in another view leads to its team here.
func TestTheSelectionFollows(t *testing.T) {
	s, v := held(t), New()
	s.Selected = scene.Ref{Task: "antenna"}
	screen(v, s, 100, 20)
	if got := v.selected(); got.Team != "murata" {
		t.Errorf("the cursor is on %v, not on Murata", got)
	}
	if s.Selected.Task != "antenna" {
		t.Error("drawing changed the selection")
	}
}

func TestWithoutTeamsItSaysHowToAddOne(t *testing.T) {
	s := build(t, nil, []roadmap.Task{{Title: "A", Effort: days(1)}})
	v := New()
	expect(t, screen(v, s, 60, 12), "There is no team yet.", "A adds one")
	press(v, s, "j k l h . , o enter w")
}

func TestAQuietTeamIsNotCalledOnTrack(t *testing.T) {
	s := build(t, []roadmap.Team{mech, {ID: "x", Name: "Idle"}}, []roadmap.Task{{Title: "A", Team: "mech", Effort: days(1)}})
	got := screen(New(), s, 100, 20)
	expect(t, got, "Nothing late or held up at Mechanics. Week of 5 Jan: 1 of 10 person-days. 1 of 2 people idle.", "no tasks")
	if strings.Contains(strings.ToLower(got), "on track") {
		t.Error("nobody knows whether a team without a date to keep is on track")
	}
}

func TestEveryFrameHasExactlyItsSize(t *testing.T) {
	wide := build(t, []roadmap.Team{{ID: "w", Name: "機構設計チームのとても長い名前", Capacity: 1}}, []roadmap.Task{{Title: "日本語のタイトル 🚀", Team: "w", Effort: days(9)}})
	plans := []*scene.Scene{demo(t), held(t), wide, build(t, nil, nil)}
	rapid.Check(t, func(t *rapid.T) {
		s, v := *plans[rapid.IntRange(0, len(plans)-1).Draw(t, "scene")], New()
		s.Theme = paint.New(paint.Terminal{Colours: paint.Colours(rapid.IntRange(0, 3).Draw(t, "colours")), ASCII: rapid.Bool().Draw(t, "ascii")})
		for range rapid.IntRange(1, 8).Draw(t, "keys") {
			w, h := rapid.IntRange(1, 300).Draw(t, "w"), rapid.IntRange(1, 100).Draw(t, "h")
			hold(t, v.Draw(&s, w, h), w, h)
			press(v, &s, rapid.SampledFrom([]string{"j", "k", "l", "h", "g", "G", "ctrl+d", "ctrl+u", ".", ",", "0", "o", "enter"}).Draw(t, "key"))
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
