package history_test

import (
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"

	"pgregory.net/rapid"
)

// building is Opening (1 day, due on Friday 20 February), which waits for Spec (5 days from Monday 5 January, of the designers) and
// for Units, which Klimatec promises for Wednesday 14. Both are told of on the 5th, and the baseline has Opening on Thursday 15.
func building(t *testing.T) *told {
	s := scheduletest.NewSketch(t).Team(roadmap.Team{ID: "klimatec", Name: "Klimatec", Supplier: true}).Team(roadmap.Team{ID: "design", Name: "Designers", Capacity: 9})
	s.Task("Spec", 5, func(t *roadmap.Task) { t.Team = "design" })
	s.Task("Units", 1, func(t *roadmap.Task) { t.Team, t.Promised = "klimatec", roadmap.MustDate("2026-01-14") })
	s.Task("Opening", 1, func(t *roadmap.Task) { t.Deadline = roadmap.MustDate("2026-02-20") })
	s.Link("Spec", "Opening", roadmap.FinishToStart, 0).Link("Units", "Opening", roadmap.FinishToStart, 0)
	return begun(t, s).set("Spec begun", "Spec", func(t *roadmap.Task) { t.Status = roadmap.Doing }).baseline("Board")
}

func finished(day string) func(*roadmap.Task) {
	return func(t *roadmap.Task) { t.Status, t.Finished = roadmap.Done, roadmap.MustDate(day) }
}

func promised(day string) func(*roadmap.Task) {
	return func(t *roadmap.Task) { t.Promised = roadmap.MustDate(day) }
}

// checkIn tells of Spec and Units in one change.
func (h *told) checkIn(spec, units func(*roadmap.Task)) *told {
	return h.change(roadmap.CheckInTitle(2), func(d *roadmap.Draft) error {
		if err := d.UpdateTask("Spec", spec); err != nil {
			return err
		}
		return d.UpdateTask("Units", units)
	})
}

// Nobody told of Spec until the 13th, which cost Opening three days. It was done in time, as the check-in of that day says, which
// also says that Klimatec is late: that is all of what Opening is late by, and the silence is nobody's fault any more.
func TestWordThatItWasOnTimeTakesTheSilenceBack(t *testing.T) {
	h := building(t)
	h.on(13).wants("Opening", "2026-01-15 2026-01-20 +3: Spec: no word for 6 days +3")
	h.checkIn(finished("2026-01-09"), promised("2026-01-23")).
		wants("Opening", "2026-01-15 2026-01-26 +7: #3 Check-in: Units promised 23 Jan +7")
}

// The check-in moves Opening by nothing: what Spec wins, Units lose. The history has no word of it, and the silence is taken back.
func TestACheckInThatMovesNothingStillTakesASilenceBack(t *testing.T) {
	h := building(t).on(13).checkIn(finished("2026-01-09"), promised("2026-01-19"))
	h.wants("Opening", "2026-01-15 2026-01-20 +3: #3 Check-in: Units promised 19 Jan +3")
}

// With three days left on the 13th Opening is a day late by Spec itself, not by the silence.
func TestWhatIsLeftOfASilenceIsWhatWasTold(t *testing.T) {
	h := building(t).on(13).set("Spec 3d left", "Spec", func(t *roadmap.Task) { t.Remaining = roadmap.PersonDays(3) })
	h.wants("Opening", "2026-01-15 2026-01-16 +1: #3 Spec 3d left +1")
}

// Once Spec was on time, what Opening waits for on the 19th is Units, which have not come.
func TestWhatIsLeftOfASilenceMayBeAnothers(t *testing.T) {
	h := building(t).on(19).set("Spec done", "Spec", finished("2026-01-09"))
	h.wants("Opening", "2026-01-15 2026-01-20 +3: Units promised 14 Jan and not delivered +3")
}

// A silence that was told to be so stays one, and so does one whose word was undone.
func TestASilenceThatNoWordTakesBackStays(t *testing.T) {
	silent := "2026-01-15 2026-01-20 +3: Spec: no word for 6 days +3"
	h := building(t).on(13).set("Spec 5d left", "Spec", func(t *roadmap.Task) { t.Remaining = roadmap.PersonDays(5) })
	h.wants("Opening", silent)
	h.set("Spec done", "Spec", finished("2026-01-09")).undo()
	h.wants("Opening", silent)
}

// Whatever is told and whenever, the days of a ledger are the distance from its first date to its last.
func TestALedgerAddsUpWhateverIsTold(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		h := building(t)
		for day := 6; day < 30; day += rapid.IntRange(1, 9).Draw(r, "days") {
			h.on(day)
			left := func(t *roadmap.Task) { t.Remaining = roadmap.PersonDays(rapid.IntRange(1, 9).Draw(r, "left")) }
			date := roadmap.NewDate(2026, 1, rapid.IntRange(day, 31).Draw(r, "promised"))
			moved := func(t *roadmap.Task) { t.Promised = date }
			switch rapid.IntRange(0, 3).Draw(r, "word") {
			case 0:
				h.checkIn(left, moved)
			case 1:
				h.set("Spec", "Spec", left)
			case 2:
				h.set("Units", "Units", moved)
			}
			p, on := h.plan(), schedule.Ref{Task: "Opening"}
			l := history.LedgerOf(p, &h.past, on, history.Starts(p, &h.past, on)[1])
			sum := 0
			for _, x := range l.Lines {
				sum += x.Days
			}
			if want := p.CalendarOf(on).Between(l.Since.Date, l.Forecast); sum != want || l.Days != want {
				r.Fatalf("the lines of %+v come to %d days, want %d", l.Lines, sum, want)
			}
		}
	})
}
