package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/tui/scene"

	tea "github.com/charmbracelet/bubbletea"
)

func TestAlertsOfTheDemo(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int
		keys string
	}{
		{"alerts-60x16", 60, 16, "2"}, {"alerts-80x24", 80, 24, "2"}, {"alerts-100x30", 100, 30, "2 j j l"}, {"alerts-200x50", 200, 50, "2 j j"},
	} {
		t.Run(c.name, func(t *testing.T) { golden(t, c.name, demo(t, c.w, c.h).keys(c.keys).screen()) })
	}
}

func TestTeamsOfTheDemo(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int
		keys string
	}{
		{"teams-60x16", 60, 16, "3 g"}, {"teams-80x24", 80, 24, "3 g j j"}, {"teams-100x30", 100, 30, "3 g j l . ."}, {"teams-200x50", 200, 50, "3 g j j l"},
	} {
		t.Run(c.name, func(t *testing.T) { golden(t, c.name, demo(t, c.w, c.h).keys(c.keys).screen()) })
	}
}

func TestNetworkForecastAndGoalsOfTheDemo(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int
		keys string
	}{
		{"network-60x16", 60, 16, "4"}, {"network-80x24", 80, 24, "4 l"}, {"network-100x30", 100, 30, "4 o"}, {"network-200x50", 200, 50, "4"}, {"network-120x40-fold", 120, 40, "4 o l"},
		{"forecast-60x16", 60, 16, "5"}, {"forecast-80x24", 80, 24, "5"}, {"forecast-100x30", 100, 30, "5 j"}, {"forecast-200x50", 200, 50, "5 G"},
		{"goals-60x16", 60, 16, "6"}, {"goals-80x24", 80, 24, "6 G"}, {"goals-100x30", 100, 30, "6 h"}, {"goals-200x50", 200, 50, "6 j j"},
	} {
		t.Run(c.name, func(t *testing.T) { golden(t, c.name, demo(t, c.w, c.h).keys(c.keys).screen()) })
	}
}

func TestHistoryOfTheDemo(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int
		keys string
	}{
		{"history-60x16", 60, 16, "7"}, {"history-80x24", 80, 24, "7 j j"}, {"history-100x30", 100, 30, "7 , , ,"}, {"history-200x50", 200, 50, "7 G"},
	} {
		t.Run(c.name, func(t *testing.T) { golden(t, c.name, toldDemo(t, c.w, c.h).keys(c.keys).screen()) })
	}
}

// A goal's metric stands in the tree, from where it began to where it is to come, also beside the details; no title is cut for it.
func TestTheTreeOfGoalsShowsMetricsBesideTheDetails(t *testing.T) {
	for _, keys := range []string{"6", "6 enter"} {
		demo(t, 120, 40).keys(keys).sees("Launch in first stores ", "Firmware that can ship ", "0 → 5 → 40")
	}
}

// Where lines are free nothing of what is done about a risk is cut.
func TestRisksTakeTheLinesThatAreFree(t *testing.T) {
	u := demo(t, 120, 40).keys("6")
	for _, r := range u.m.scene.Roadmap.Risks() {
		u.sees(r.Title, strings.TrimSuffix(r.Mitigation, "."))
	}
}

// The slip chart goes from deadline to deadline, and after the last one follows the changes again.
func TestTheSlipChartGoesFromDeadlineToDeadline(t *testing.T) {
	u := toldDemo(t, 120, 40).on("Enclosure tooling").keys("7").sees("Enclosure tooling, forecast over time", "follows the rows · - + another deadline")
	drawn := map[string]bool{}
	for range u.m.scene.Deadlines {
		u.keys("+")
		for _, line := range u.screen() {
			if title, _, found := strings.Cut(line, ", forecast over time"); found {
				drawn[strings.TrimSpace(title)] = true
			}
		}
	}
	for _, d := range u.m.scene.Deadlines {
		if d.Forecast != 0 && !drawn[d.Title] {
			t.Errorf("%s was not drawn: %v", d.Title, drawn)
		}
	}
	u.sees("10 of 10 deadlines").keys("j").sees("Press units, forecast over time", "kept · - + another deadline").keys("-").sees("9 of 10 deadlines").keys("+ +").sees("the slip chart follows the changes again")
	demo(t, 60, 12).keys("7 +").sees("no room for the slip chart")
}

// From the History one travels: every view then shows the roadmap as it was, and nothing can be edited until esc comes back.
func TestThePastIsShownAndCannotBeEdited(t *testing.T) {
	u := toldDemo(t, 120, 40).keys("7 j j j j j ,").sees("AS IT WAS", "Thu 19 Nov")
	u.keys("1").on("Trial run").keys("space").sees("this is the past", "AS IT WAS")
	if u.task("Trial run").Effort != roadmap.PersonDays(5) {
		t.Errorf("on 19 Nov Trial run took %v days, not 5", u.task("Trial run").Effort)
	}
	u.keys("esc").seesNot("AS IT WAS")
	if u.task("Trial run").Effort != roadmap.PersonDays(6) {
		t.Errorf("now Trial run takes %v days, not 6", u.task("Trial run").Effort)
	}
}

// Going back to a change is one edit, which u takes back.
func TestBackToAChangeIsOneUndo(t *testing.T) {
	u := toldDemo(t, 120, 40).keys("7 j j j j j U").sees("Back to “Antenna module: promise moved”", "u takes it back")
	if u.task("Trial run").Effort != roadmap.PersonDays(5) {
		t.Error("Trial run is not as it was")
	}
	if u.keys("u"); u.task("Trial run").Effort != roadmap.PersonDays(6) {
		t.Error("u does not take it back")
	}
}

// One change of the past is taken back, and what came after it stays.
func TestXInTheHistoryTakesOneChangeBack(t *testing.T) {
	u := toldDemo(t, 120, 40).on("Trial run").keys("s").types("7d").keys("enter")
	u.keys("7 j j j X").sees(`nothing is taken back: task "Trial run": effort changed since, and stays as it is now`)
	u.keys("j j j X").sees("taken back: “Antenna module: promise moved” of Thu 19 Nov; u undoes · Launch in first stores -")
	if was, effort := u.task("Antenna module").Promised, u.task("Trial run").Effort; was != roadmap.MustDate("2026-12-07") || effort != roadmap.PersonDays(7) {
		t.Errorf("promised %v again, and Trial run takes %v", was, effort)
	}
	u.keys("X").sees("nothing is left of that change")
	if u.keys("u"); u.task("Antenna module").Promised != roadmap.MustDate("2026-12-11") {
		t.Error("u does not undo it")
	}
}

// What a task waits for stands left of it, and the arrows walk there; the critical chain comes first.
func TestTheArrowsWalkTheNetwork(t *testing.T) {
	u := demo(t, 160, 40).on("Enclosure tooling").keys("4 h")
	if got := u.m.scene.Title(u.m.scene.Selected); got != "Antenna module" {
		t.Errorf("h leads to %q", got)
	}
	u.keys("l l")
	if got := u.m.scene.Title(u.m.scene.Selected); got != "Assembly trial" {
		t.Errorf("l l leads to %q", got)
	}
	u.sees("Enclosure tooling: waits for 8, holds 14").keys("enter").sees("Assembly trial: waits for 13, holds 12")
}

// While the first forecast is made the deadlines stand there with the plan's dates, and can be gone through; what it says comes in
// where they stand.
func TestWhileAForecastIsMadeTheDeadlinesAreListed(t *testing.T) {
	u := demo(t, 120, 40)
	_, making := u.m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("5")})
	u.sees("being made: 0 %", "Planned", "19 Mar +5d", "Case study  ").seesNot("P80")
	u.m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("G")})
	listed, on := u.screen(), u.m.scene.Selected
	u.run(making)
	u.sees("10,000 runs", "P80", "What moves it most")
	if u.m.scene.Selected != on {
		t.Errorf("the cursor moves to %+v", u.m.scene.Selected)
	}
	for y, line := range u.screen() {
		if title, _, ok := strings.Cut(line, "  "); ok && strings.Contains(title, "Launch in first stores") && !strings.HasPrefix(listed[y], title) {
			t.Errorf("line %d was %q and is %q", y, listed[y], line)
		}
	}
}

// A filter leaves teams, goals and risks out of which no task passes; a view in which it leaves nothing out says so.
func TestAFilterInEveryView(t *testing.T) {
	u := demo(t, 120, 40).keys("3").sees("Compliance").keys("/").types("@mech").sees("Mechanics").seesNot("Compliance")
	u.keys("enter").sees("13 of 73 tasks;").keys("esc").sees("Compliance")
	u.keys("/").types("zzz").sees("no team has a task that matches zzz").keys("enter 6").sees("no goal or risk has a task that matches zzz").keys("esc esc")
	u.keys("/").types("goal:certified").keys("enter").sees("Certified in EU and US").seesNot("Reviews on launch day").seesNot("Mould crack").keys("esc esc").sees("Mould crack")
	for view, name := range map[string]string{"4": "Network", "5": "Forecast"} {
		u.keys(view+" /").types("@mech").sees("13 of 73 tasks, but not in the "+name).keys("enter").sees("but not in the "+name, "filter, not in this view: @mech").keys("esc esc")
	}
}

// A forecast is made when it is looked at, of what is shown then, and flags what is not probable enough.
func TestAForecastIsOfWhatIsShown(t *testing.T) {
	u := demo(t, 120, 40).keys("5").sees("10,000 runs", "under 1 %")
	if f := u.m.scene.Forecast; f == nil || f != u.m.forecastOf(u.m.session.Plan()) {
		t.Fatal("there is no forecast of what is shown")
	}
	u.keys("1").on("Antenna module").keys("s").types("promised:27-nov").keys("enter 5")
	if f := u.m.scene.Forecast; f == nil || f.On(scene.Ref{Goal: "launch"}).Probability < 0.05 {
		t.Error("a promise two weeks earlier does nothing to the probability")
	}
	if u.keys("1 6"); !strings.Contains(u.text(), " %") {
		t.Error("the goals do not show their probabilities")
	}
}

func TestTabsCountWhatWantsSomethingDone(t *testing.T) {
	if tabs := demo(t, 80, 24).screen()[1]; !strings.Contains(tabs, "2 Alerts (6)  3 Teams (3)") {
		t.Errorf("the tabs are %q", tabs)
	}
}

// A cause is left for the Plan, where it is selected, and found again in Alerts.
func TestEnterOnACauseGoesToItInThePlan(t *testing.T) {
	u := demo(t, 100, 30).keys("2 g enter")
	if u.m.active != 0 || u.m.scene.Selected.Task != "64" {
		t.Errorf("in view %d with %v selected, not in the Plan with the export licence", u.m.active, u.m.scene.Selected)
	}
	if u.keys("2"); !strings.Contains(strings.Join(u.screen(), "\n"), "▌■ Export licence") {
		t.Errorf("back in Alerts:\n%s", strings.Join(u.screen(), "\n"))
	}
}

// A queue is somebody's: enter leads from Assembly line's to the team, and from there to what slips.
func TestEnterOnAQueueGoesToItsTeam(t *testing.T) {
	u := demo(t, 100, 30).keys("2 g j j enter")
	if u.m.active != 2 || u.m.scene.Selected.Team != "line" {
		t.Fatalf("in view %d with %v selected", u.m.active, u.m.scene.Selected)
	}
	if u.keys("w"); u.m.active != 0 || u.m.scene.Selected.Task != "50" || !u.m.inside {
		t.Errorf("w leads to view %d with %v selected", u.m.active, u.m.scene.Selected)
	}
}

// An edit in Alerts is of the cause that the cursor stands on, also where something else was selected before.
func TestAnEditInAlertsIsOfTheCause(t *testing.T) {
	u := demo(t, 100, 30).keys("G 2 space")
	if u.task("Export licence").Status != roadmap.Done {
		t.Error("space was for another task than the export licence, on which the cursor stood")
	}
}

// Of a deadline that cannot be planned any more the slip chart says so, and the ways out what is in the way.
func TestADeadlineThatCannotBePlannedIsNotDrawnAsForecast(t *testing.T) {
	u := demo(t, 120, 40).on("Trial run").keys("s").types("99999d").keys("enter 7")
	u.sees("Launch in first stores, forecast over time   due 12 Mar   19 Mar → cannot be planned")
	u.keys("1").on("Trial run").keys("f").sees("it cannot be planned: would end after 31 Dec 2299")
}
