package tui

import (
	"strings"
	"testing"
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
	if u.m.scene.Selected.Task != "64" {
		t.Errorf("space is for %v, the cursor is on the export licence", u.m.scene.Selected)
	}
}
