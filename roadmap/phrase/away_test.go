package phrase

import (
	"testing"

	"bywhen/roadmap"
)

// Huaxin is off from Monday 9 to Tuesday 17 February 2026, and the roadmap's holiday is Friday 20; one of Mechanics' people is away then, too.
func TestAPromiseForADayOffSaysWhenTheTeamIsBack(t *testing.T) {
	day := roadmap.MustDate
	today := day("2026-01-05")
	d := roadmap.New("Test", today).Edit(today)
	must := func(_ string, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	s := *d.Settings()
	s.Holidays = []roadmap.Period{{Name: "Fair", From: day("2026-02-20"), To: day("2026-02-20")}}
	must("", d.SetSettings(s))
	must(d.AddTeam(roadmap.Team{ID: "huaxin", Name: "Huaxin", Supplier: true, TimeOff: []roadmap.Period{{Name: "New year", From: day("2026-02-09"), To: day("2026-02-17")}}}))
	must(d.AddTeam(roadmap.Team{ID: "mech", Name: "Mechanics", Capacity: 2, TimeOff: []roadmap.Period{{Name: "Ana", From: day("2026-02-09"), To: day("2026-02-17"), People: 1}}}))
	r, err := d.Close()
	must("", err)
	for _, c := range []struct{ team, promised, want string }{
		{"huaxin", "2026-02-13", "Huaxin is off on Fri 13 Feb, back on Wed 18 Feb"},
		{"huaxin", "2026-02-14", "Huaxin is off on Sat 14 Feb, back on Wed 18 Feb"},
		{"huaxin", "2026-02-20", "Huaxin is off on Fri 20 Feb, back on Mon 23 Feb"},
		{"huaxin", "2026-02-18", ""}, {"huaxin", "2026-02-21", ""}, {"mech", "2026-02-13", ""}, {"", "2026-02-13", ""},
	} {
		task := &roadmap.Task{Team: c.team, Promised: day(c.promised)}
		if got := (Context{Today: today, Roadmap: r}).Away(task); got != c.want {
			t.Errorf("promised by %q for %s: %q, not %q", c.team, c.promised, got, c.want)
		}
		if got := (Context{Today: day("2026-03-02"), Roadmap: r}).Away(task); got != "" {
			t.Errorf("on 2 March: %q", got)
		}
		if got := (Context{Today: today, Roadmap: r}).AwayAnew(task, task); got != "" {
			t.Errorf("what was promised before is told anew: %q", got)
		}
	}
}
