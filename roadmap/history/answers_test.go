package history_test

import (
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
)

// A check-in's row says which answer moved the deadline, and is that task's team's; where several did, of different teams, nobody's.
func TestACheckInIsToldByTheAnswerThatDidIt(t *testing.T) {
	sketch := func() *scheduletest.Sketch {
		s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "huaxin", Name: "Huaxin", Supplier: true}).Team(roadmap.Team{ID: "ops", Name: "Operations", Capacity: 9})
		s.Task("Board", 5, func(t *roadmap.Task) { t.Team = "ops" }).Task("Chips", 2, func(t *roadmap.Task) { t.Team = "huaxin" })
		s.Task("Trial", 3, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-01-30") })
		return s.Link("Board", "Trial", roadmap.FinishToStart, 0).Link("Chips", "Trial", roadmap.FinishToStart, 0)
	}
	for _, c := range []struct {
		board, chips int
		trial        int
		want, team   string
	}{
		{7, 3, 3, "Check-in: Board 7d left", "ops"},
		{5, 8, 3, "Check-in: Chips 8d left", "huaxin"},
		{7, 3, 4, "Check-in: Board 7d left, Trial 4d left", ""},
	} {
		h := begun(t, sketch()).baseline("Board")
		h.change("Check-in, 3 tasks", func(d *roadmap.Draft) error {
			for title, left := range map[string]int{"Board": c.board, "Chips": c.chips, "Trial": c.trial} {
				if err := d.UpdateTask(title, func(t *roadmap.Task) { t.Remaining, t.Told = roadmap.PersonDays(left), h.today }); err != nil {
					return err
				}
			}
			return nil
		})
		p, on := h.plan(), schedule.Ref{Task: "Trial"}
		l := history.LedgerOf(p, &h.past, on, history.Starts(p, &h.past, on)[1])
		if len(l.Lines) != 1 || l.Lines[0].Text != c.want || l.Lines[0].Cause.Team != c.team || l.Lines[0].Days != l.Days {
			t.Errorf("the ledger is %+v, want %q of %q", l.Lines, c.want, c.team)
		}
	}
}
