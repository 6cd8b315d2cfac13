package tui

import (
	"testing"

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
