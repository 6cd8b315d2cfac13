package tui

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"bywhen/roadmap"
	"bywhen/tui/scene"
)

// onStores opens the demo with the goal selected whose metric is "stores that have signed".
func onStores(t *testing.T) (*user, func() *roadmap.Metric) {
	u := demo(t, 140, 40).sketches()
	for _, g := range u.m.scene.Roadmap.Goals() {
		if g.Metric != nil && g.Metric.Name == "stores that have signed" {
			u.keys("6")
			id := g.ID
			u.m.selectRef(scene.Ref{Goal: id})
			return u, func() *roadmap.Metric { return u.m.scene.Roadmap.Goal(id).Metric }
		}
	}
	t.Fatal("no goal has that metric")
	return nil, nil
}

func TestANumberAloneIsWhatTheMetricIsToday(t *testing.T) {
	for _, typed := range []string{"metric:12", "metric: 12", "value:12"} {
		u, metric := onStores(t)
		before := len(metric().Values)
		u.keys("s").types(typed).sees("metric 12 on Mon 23 Nov").keys("enter").sees("stores that have signed 5 → 12")
		if m := metric(); m.Name != "stores that have signed" || len(m.Values) != before+1 || m.Values[before].Value != 12 {
			t.Errorf("%s makes %+v", typed, m)
		}
		if u.keys("u").sees("undone: "); len(metric().Values) != before {
			t.Errorf("%s is not undone", typed)
		}
	}
}

func TestAMetricWithAnotherNameHasNoValuesYet(t *testing.T) {
	u, metric := onStores(t)
	u.keys("s").types("metric: leads 0 -> 400").sees("metric leads 0 → 400").keys("enter").sees("metric leads 0 → 400")
	if m := metric(); m.Name != "leads" || m.Target != 400 || len(m.Values) != 0 {
		t.Errorf("it is %+v", m)
	}
	u, metric = onStores(t)
	u.keys("s").types("metric: stores signed").keys("enter")
	if m := metric(); m.Name != "stores signed" || len(m.Values) == 0 {
		t.Errorf("renamed it is %+v", m)
	}
}

func TestAMetricOfThreeNumbersIsRefusedUnderTheLine(t *testing.T) {
	for _, typed := range []string{"metric: leads 0 -> 20 -> 400", "metric: leads 0->20->400", "metric: 0 -> 20 -> 400 leads", "metric: leads ->"} {
		u, metric := onStores(t)
		u.keys("s").types(typed).keys("enter").sees("is no metric: write it as metric: leads 0 -> 400")
		if m := metric(); m.Name != "stores that have signed" {
			t.Errorf("%s makes %+v", typed, m)
		}
	}
}

func TestTheSetLineOfAGoalTeamOrRiskSaysWhatItUnderstood(t *testing.T) {
	u, _ := onStores(t)
	u.keys("s").types(`budget:250000 title:"Big launch" because:"the board"`).sees("budget 250000 · title Big launch · because the board").keys("enter")
	u.sees("budget 250000, title Big launch")
	u = demo(t, 140, 40)
	u.m.selectRef(scene.Ref{Team: u.m.scene.Roadmap.Teams()[0].ID})
	u.keys("3 s").types("4 mon-thu off:24-dec..1-jan").sees("4 people · works mon tue wed thu · time off Thu 24 Dec to Fri 1 Jan")
	u = demo(t, 140, 40)
	u.keys("6 s").types("colour:red").keys("enter").sees(`there is no field "colour" of a goal`)
}

func TestTheFormOfAGoalHasItsMetric(t *testing.T) {
	u, metric := onStores(t)
	u.keys("e").sees("Metric    stores that have signed", "Baseline  0", "Now       5   told on Wed 11 Nov", "Target    40")
	before := len(metric().Values)
	u.keys("tab tab tab tab tab ctrl+u").types("7").sees("7 on Mon 23 Nov").keys("enter").sees("Launch in first stores: stores that have signed 5 → 7")
	if m := metric(); len(m.Values) != before+1 || m.Current() != 7 {
		t.Errorf("7 typed at Now makes %+v", m)
	}
	u.keys("e tab tab tab tab ctrl+u").types("2").keys("tab ctrl+u").types("2-nov=4").sees("4 on Mon 2 Nov").keys("tab ctrl+u").types("50").keys("enter")
	u.sees("stores that have signed 4 on 2 Nov, baseline 0 → 2, target 40 → 50")
	if m := metric(); m.Baseline != 2 || m.Target != 50 || m.Current() != 7 || len(m.Values) != before+2 || m.Name != "stores that have signed" {
		t.Errorf("three fields make %+v", m)
	}
	u.keys("u u")
	if m := metric(); m.Target != 40 || m.Current() != 5 || len(m.Values) != before {
		t.Errorf("undone it is %+v", m)
	}
}

func TestAGoalsMistakesStandUnderTheFieldsOfItsMetric(t *testing.T) {
	for _, c := range []struct{ at, typed, under string }{
		{"tab tab tab", "12", `"12" is a number, which names nothing`},
		{"tab tab tab", "leads 0 -> 2 -> 4", "is no metric: write it as metric: leads 0 -> 400"},
		{"tab tab tab tab", "many", `"many" is not a number`},
		{"tab tab tab tab tab", "12 stores", "is not a number"},
		{"tab tab tab tab tab", "12-dez=3", `"12-dez" is not a date`},
		{"tab tab tab tab tab tab", "", "is empty: type a number; emptying Metric takes the metric away"},
	} {
		u, metric := onStores(t)
		u.keys("e "+c.at+" ctrl+u").types(c.typed).keys("enter").sees(c.under, "not saved yet: see ")
		if m := metric(); m.Name != "stores that have signed" || m.Target != 40 || m.Current() != 5 {
			t.Errorf("%q makes %+v", c.typed, m)
		}
	}
}

func TestAMetricIsMadeAndTakenAwayInTheForm(t *testing.T) {
	u, metric := onStores(t)
	u.keys("e tab tab tab ctrl+u").sees("no metric any more, nor its values").keys("tab ctrl+u tab ctrl+u tab ctrl+u enter")
	if metric() != nil {
		t.Fatalf("emptied it is %+v", metric())
	}
	u.keys("e tab tab tab tab").types("3").keys("enter").sees("is empty: type what the numbers measure, as stores", "not saved yet: see Metric")
	u.types("shops").keys("enter")
	if m := metric(); m == nil || m.Name != "shops" || m.Baseline != 3 || len(m.Values) != 0 {
		t.Errorf("made of a name and a number it is %+v", m)
	}
	u.keys("e tab tab tab tab tab").types("2-nov=4,9-nov=6").sees("4 on Mon 2 Nov, 6 on Mon 9 Nov").keys("enter")
	if m := metric(); m == nil || len(m.Values) != 2 || m.Current() != 6 {
		t.Errorf("with two values told at once it is %+v", m)
	}
	u.keys("e tab tab tab tab tab ctrl+u").sees("forgets what was told of it: 2 values").keys("esc")
	u.keys("e tab tab tab ctrl+u").types("none").keys("tab ctrl+u enter")
	if metric() != nil {
		t.Fatalf("none leaves %+v", metric())
	}
	u.keys("e tab tab tab ctrl+u").types("leads 0 -> 400").sees("leads 0 → 400").keys("enter")
	if m := metric(); m.Name != "leads" || m.Baseline != 0 || m.Target != 400 {
		t.Errorf("with both numbers behind its name it is %+v", m)
	}
}

// At 120 x 40 with the details open a goal has its progress as a bar and its metric as a bar, in numbers and with its values, in ASCII too;
// a click on the metric's line selects the goal.
func TestAMetricStandsUnderItsGoal(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		u := demo(t, 120, 40)
		metric, launch, reviews := "█░░░░░░░  0 → 5 → 40  stores that have signed  ▁█", "███▊░░░░░░ 37 %", "█▍░░░░░░  0 → 2 → 12  outlets  ▅"
		if ascii {
			u.ascii()
			metric, launch, reviews = "#=======  0->5->40    stores that have signed  .#", "###======= 37 %", "#=======  0->2->12    outlets  +"
		}
		u.keys("6").sees(metric, launch, reviews)
		x, y := u.lineOf(reviews)
		u.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		if g := u.m.scene.Roadmap.Goal(u.m.scene.Selected.Goal); g == nil || g.Title != "Reviews on launch day" {
			t.Errorf("a click on the metric selects %+v", u.m.scene.Selected)
		}
	}
}

// Where the columns leave a metric no room, that of the goal under the cursor stands in the rule next to the goals, and nothing
// moves; its deadline and probability stay.
func TestTheMetricOfTheSelectedGoalIsSeenWhereTheColumnsHaveNoRoomForIt(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}} {
		u := demo(t, size[0], size[1]).keys("6 g").sees("12 Mar  19 Mar       +5d  under 1 %", "─ Metric █░░░░░░░ 0 → 5 → 40 stores that have signed")
		u.keys("j").seesNot("Metric").sees(" Risks ").keys("j").sees("─ Metric █▍░░░░░░ 0 → 2 → 12 outlets")
	}
	demo(t, 200, 50).keys("6 g").seesNot("─ Metric")
}

// Without a goal or a risk nothing can be done in the Goals but making one.
func TestTheGoalsOfARoadmapWithoutAnyOfferToMakeOne(t *testing.T) {
	empty(t, 80, 24).keys("esc 6").sees("no goal yet", "A add goal").seesNot("D deadline").seesNot("w why")
}
