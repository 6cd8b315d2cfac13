package tui

import (
	"fmt"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// crossed is a roadmap whose ranks plan it badly: at a team of one, the short task that another team waits for comes last, so that
// the other team's ten days begin after ten. All ends after 20 working days; the best order needs 12.
func crossed(t *testing.T) *roadmap.Roadmap {
	t.Helper()
	d := roadmap.New("Crossed", monday).Edit(monday)
	add := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, id := range []string{"one", "two"} {
		_, err := d.AddTeam(roadmap.Team{ID: id, Name: "Team " + id, Capacity: 1})
		add(err)
	}
	task := func(id, team string, days int) {
		_, err := d.AddTask(roadmap.Task{ID: id, Title: "Task " + id, Team: team, Effort: roadmap.PersonDays(days), Rank: len(id)})
		add(err)
	}
	for i := range 4 {
		task(fmt.Sprint(i), "one", 2)
	}
	task("short", "one", 2)
	task("long", "two", 10)
	add(d.Link(roadmap.Dependency{From: "short", To: "long"}))
	r, err := d.Close()
	add(err)
	return r
}

func TestABetterPlanIsTriedInAWhatIf(t *testing.T) {
	u := openOn(t, crossed(t), 100, 30)
	before := u.m.session.Plan().Finish
	u.m.schedules = 200
	u.keys(":").types("improve the plan").keys("enter").sees("WHAT-IF", "plans tried", "moved; W accepts or discards it")
	after := u.m.session.Plan().Finish
	if cal := u.m.scene.Roadmap.Calendar(); cal.Between(before, after) != -8 {
		t.Errorf("it ends %s instead of %s", after, before)
	}
	u.keys("W enter").sees("accepted")
	if p := schedule.Compute(u.m.session.Roadmap(), monday, schedule.Options{}); p.Finish != after {
		t.Errorf("accepted, it ends %s", p.Finish)
	}
	u.m.schedules = 200
	u.keys(":").types("improve the plan").keys("enter").sees("no plan is better: that is proved")
}

func TestASearchThatIsLeftChangesNothing(t *testing.T) {
	u := openOn(t, crossed(t), 100, 30)
	before := u.m.session.Plan()
	u.m.improve() // its commands are not run: it goes on for ever
	u.send(nil)
	u.sees("Improve the plan", "0 plans tried", "esc stop").keys("esc").seesNot("Improve the plan")
	if u.m.session.Plan() != before || u.m.improvement.work.running() {
		t.Error("it goes on, or has changed something")
	}
}

func TestOnePlanIsOne(t *testing.T) {
	if one, more := plansTried(1), plansTried(2); one != "1 plan tried" || more != "2 plans tried" {
		t.Errorf("%q, %q", one, more)
	}
}
