package details

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"

	"github.com/charmbracelet/x/ansi"
)

// monday is 5 January 2026.
var monday = roadmap.MustDate("2026-01-05")

// launch is a supplier's part that comes on 16 January, tooling of five days behind it that is due on 21 January, and a
// launch on 30 January.
func launch(t *testing.T) *scene.Scene {
	t.Helper()
	d := roadmap.New("Test", monday).Edit(monday)
	_, e1 := d.AddTeam(roadmap.Team{ID: "murata", Name: "Murata", Supplier: true})
	_, e2 := d.AddGoal(roadmap.Goal{ID: "launch", Title: "Launch", Deadline: monday + 25})
	_, e3 := d.AddTask(roadmap.Task{ID: "part", Title: "Antenna", Team: "murata", Goal: "launch", Promised: monday + 11})
	_, e4 := d.AddTask(roadmap.Task{ID: "tool", Title: "Tooling", Goal: "launch", Effort: roadmap.PersonDays(5), Deadline: monday + 16})
	_, e5 := d.AddTask(roadmap.Task{ID: "spare", Title: "Spare", Goal: "launch", Effort: roadmap.PersonDays(1), Status: roadmap.Done, Started: monday, Finished: monday})
	e6 := d.Link(roadmap.Dependency{From: "part", To: "tool"})
	for _, err := range []error{e1, e2, e3, e4, e5, e6} {
		if err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return scene.New(1, schedule.Compute(r, monday, schedule.Options{}), paint.New(paint.Terminal{}))
}

func TestStories(t *testing.T) {
	s := launch(t)
	for _, c := range []struct {
		on   scene.Ref
		want string
	}{
		{scene.Ref{Task: "tool"}, "Tooling runs 19 Jan to 23 Jan, 2 days past 21 Jan (not before 23 Jan with its links and promises as they are, even if all teams were free): waits for Antenna, promised 16 Jan, 2 working days after it is needed."},
		{scene.Ref{Task: "spare"}, "Spare was done on Mon 5 Jan."},
		{scene.Ref{Goal: "launch"}, "Launch is due Fri 30 Jan, forecast 23 Jan, 5 days to spare."},
		{scene.Ref{Team: "murata"}, "Murata is a supplier with nothing to flag."},
		{scene.Ref{}, ""},
		{scene.Ref{Task: "gone"}, ""},
	} {
		s.Selected = c.on
		if got := Story(s); got != c.want {
			t.Errorf("%+v: %q, not %q", c.on, got, c.want)
		}
	}
}

// A goal lists what is late first, then the rest as it ends: Long begins before Short and ends after it.
func TestAGoalsTasksAreInTheOrderOfTheirEnds(t *testing.T) {
	d := launch(t).Roadmap.Edit(monday)
	for title, days := range map[string]int{"Long": 12, "Short": 2} {
		if _, err := d.AddTask(roadmap.Task{Title: title, Goal: "launch", Effort: roadmap.PersonDays(days), NotBefore: map[string]roadmap.Date{"Short": monday + 3}[title]}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	s := scene.New(1, schedule.Compute(r, monday, schedule.Options{}), paint.New(paint.Terminal{}))
	s.Selected = scene.Ref{Goal: "launch"}
	_, list, _ := strings.Cut(ansi.Strip(strings.Join(Lines(s, 50), "\n")), "late ones first")
	at := -1
	for _, title := range []string{"Antenna", "Tooling", "Spare", "Short", "Long"} { // 2 days late each; 5, 9 and 20 Jan
		i := strings.Index(list, title)
		if i <= at {
			t.Errorf("%s is not in its place:\n%s", title, list)
		}
		at = i
	}
}

func TestThePaneSaysDatesCausesAndLinks(t *testing.T) {
	s := launch(t)
	s.Selected = scene.Ref{Task: "tool"}
	lines := Lines(s, 50)
	text := ansi.Strip(strings.Join(lines, "\n"))
	for _, want := range []string{"Tooling", "2 days past its deadline 21 Jan", "19 Jan to 23 Jan", "Slack      -2d: had to end 21 Jan", "Why", "promised 16 Jan", "Waits for", "Antenna"} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
	for _, l := range lines {
		if ansi.StringWidth(l) != 50 {
			t.Errorf("%q is not 50 cells", l)
		}
	}
	if at := WhyLine(s, 50); !strings.Contains(ansi.Strip(lines[at+1]), "Why") {
		t.Errorf("why is not at line %d", at)
	}
}
