package phrase

import (
	"testing"

	"bywhen/roadmap"
)

// monday is the status date of most tests: Mon 5 Jan 2026.
var monday = roadmap.MustDate("2026-01-05")

// aurora is a roadmap with names worth typing: teams mech Mechanics (3 people), design Industrial design (2), mob Mobile, mur Murata
// (a supplier); goal launch with cert under it; tasks 1 to 6.
func aurora(t testing.TB) Context {
	t.Helper()
	d := roadmap.New("Aurora", monday).Edit(monday)
	must := func(_ string, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(d.AddTeam(roadmap.Team{ID: "mech", Name: "Mechanics", Capacity: 3}))
	must(d.AddTeam(roadmap.Team{ID: "design", Name: "Industrial design", Capacity: 2}))
	must(d.AddTeam(roadmap.Team{ID: "mob", Name: "Mobile"}))
	must(d.AddTeam(roadmap.Team{ID: "mur", Name: "Murata", Supplier: true}))
	must(d.AddGoal(roadmap.Goal{ID: "launch", Title: "Launch in first stores", Deadline: roadmap.MustDate("2026-03-12")}))
	must(d.AddGoal(roadmap.Goal{ID: "cert", Title: "Certified in EU and US", Parent: "launch"}))
	must(d.AddTask(roadmap.Task{ID: "1", Title: "Industrial", Team: "design", Effort: roadmap.PersonDays(4), Tags: []string{"hardware"}, Goal: "launch"}))
	must(d.AddTask(roadmap.Task{ID: "2", Title: "Industrial design", Team: "design", Effort: roadmap.PersonDays(10), People: 2, Phase: "Design"}))
	must(d.AddTask(roadmap.Task{ID: "3", Title: "Antenna module", Team: "mur", Deadline: roadmap.MustDate("2026-01-22"), Tags: []string{"hardware", "radio"}}))
	must(d.AddTask(roadmap.Task{ID: "4", Title: "Trial run", Team: "mech", Status: roadmap.Done, Finished: roadmap.MustDate("2026-01-02")}))
	must(d.AddTask(roadmap.Task{ID: "5", Title: "Trial run 2", Team: "mech", Goal: "cert", AlsoNeeds: []roadmap.Need{{Team: "design", People: 1}}}))
	must(d.AddTask(roadmap.Task{ID: "6", Title: "Design, build", Effort: roadmap.PersonDays(0)}))
	for _, dep := range []roadmap.Dependency{{From: "1", To: "2"}, {From: "3", To: "2", Type: roadmap.StartToStart, Lag: 2}} {
		must("", d.Link(dep))
	}
	r, err := d.Close()
	must("", err)
	return Context{Today: monday, Roadmap: r}
}
