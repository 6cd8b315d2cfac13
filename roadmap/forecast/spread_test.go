package forecast

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"bywhen/roadmap"
)

// only is the distribution of the one open task of a roadmap's tasks (the last), in per cent by working days, without those
// under a tenth of one.
func only(t *testing.T, tasks string) string {
	t.Helper()
	m := newModel(planned(t, "2026-01-05", []byte(`{"bywhen": 1, "start": "2025-06-02", "teams": [{"id": "fw", "name": "Firmware"}, {"id": "murata", "name": "Murata", "supplier": true}], "tasks": [`+tasks+`]}`)), 1)
	x := int32(len(m.tasks) - 1)
	for !m.open(x) {
		x--
	}
	if m.workOf[x] == none {
		return fmt.Sprintf("%d:100", m.planned[x])
	}
	table, text, below := m.works[m.workOf[x]].table, "", 0.0
	for k, last := range table.last {
		upTo := (float64(last) + 1) / (1 << 32)
		if percent := 100 * (upTo - below); percent >= 0.1 {
			text += fmt.Sprintf(" %d:%.1f", table.first+int32(k)*table.step, percent)
		}
		below = upTo
	}
	return text[min(1, len(text)):]
}

// PERT-beta(4, 6, 8) is a polynomial: x^3 (10 - 15x + 6x^2) of the way from 4 to 8. A plain effort of 4 days is
// PERT-beta(3, 4, 8), whose values come from a numerical integration of its density.
func TestHowLongATaskMayTake(t *testing.T) {
	for _, c := range []struct{ rule, task, want string }{
		{"by its estimate", `{"effort": 6, "estimate": {"optimistic": 4, "likely": 6, "pessimistic": 8}}`, "5:10.4 6:39.6 7:39.6 8:10.4"},
		{"two people share it", `{"people": 2, "effort": 6, "estimate": {"optimistic": 4, "likely": 6, "pessimistic": 8}}`, "3:50.0 4:50.0"},
		{"three equal points do not spread", `{"effort": 6, "estimate": {"optimistic": 6, "likely": 6, "pessimistic": 6}}`, "6:100"},
		{"three equal points count, not the effort", `{"effort": 6, "estimate": {"optimistic": 6, "likely": 6, "pessimistic": 6}, "remaining": 3}`, "3:100"},
		{"a plain effort is ¾, 1 and 2 times itself", `{"effort": 4}`, "4:33.2 5:39.7 6:21.0 7:5.8 8:0.4"},
		{"so is one with a likely value alone", `{"estimate": {"likely": 4}}`, "4:33.2 5:39.7 6:21.0 7:5.8 8:0.4"},
		{"without any it is one day", `{}`, "1:33.2 2:66.8"},
		{"without a pessimistic value that is twice the effort", `{"effort": 4, "estimate": {"optimistic": 3}}`, "4:33.2 5:39.7 6:21.0 7:5.8 8:0.4"},
		{"an estimate that does not span the effort says nothing of it", `{"effort": 4, "estimate": {"optimistic": 9, "likely": 9, "pessimistic": 9}}`, "4:33.2 5:39.7 6:21.0 7:5.8 8:0.4"},
		{"what is left spreads as the whole: of 6 days 3, so half of it", `{"effort": 6, "remaining": 3, "started": "2025-12-29", "estimate": {"optimistic": 4, "likely": 6, "pessimistic": 8}}`, "3:50.0 4:50.0"},
		{"a started task has at least a day left", `{"effort": 6, "remaining": 0, "started": "2025-12-29"}`, "1:100"},
		{"a milestone does not spread", `{"effort": 0}`, "0:100"},
		{"a supplier's promise speaks for its plain effort", `{"effort": 4, "team": "murata", "promised": "2026-01-20"}`, "4:100"},
		{"but not for an estimate", `{"effort": 6, "team": "murata", "promised": "2026-01-20", "estimate": {"optimistic": 4, "likely": 6, "pessimistic": 8}}`, "5:10.4 6:39.6 7:39.6 8:10.4"},
		{"nor once it has passed", `{"effort": 4, "team": "murata", "promised": "2025-12-20"}`, "4:33.2 5:39.7 6:21.0 7:5.8 8:0.4"},
		{"nor does a team's own", `{"effort": 4, "team": "fw", "promised": "2026-01-20"}`, "4:33.2 5:39.7 6:21.0 7:5.8 8:0.4"},
	} {
		if got := only(t, strings.Replace(`{"id": "x", "title": "X", `+c.task[1:], ", }", "}", 1)); got != c.want {
			t.Errorf("%s: %s, want %s", c.rule, got, c.want)
		}
	}
}

// finished is n tasks of a team, of four days by their effort, that took so many working days from Monday 1 September on.
func finished(team string, days ...int) string {
	text := ""
	monday := roadmap.MustDate("2025-09-01")
	cal := roadmap.NewCalendar(roadmap.MonToFri)
	for i, n := range days {
		text += fmt.Sprintf(`{"id": "%s%d", "title": "Done", "team": %q, "effort": 4, "status": "done", "started": %q, "finished": %q},`,
			team, i, team, monday, cal.Day(cal.Count(monday)+n-1))
	}
	return text
}

// Five tasks of Firmware took 4, 4, 6, 8 and 8 days instead of 4. What comes next is as one of them or, with as much weight
// as five more, as the default has it: for an effort of 4 days each of them adds a tenth.
func TestAPlainEffortSpreadsByItsTeamsRecord(t *testing.T) {
	const next = `{"id": "x", "title": "X", "effort": 4, "team": "fw"}`
	for _, c := range []struct{ rule, tasks, want string }{
		{"five finished tasks are a record", finished("fw", 4, 4, 6, 8, 8) + next, "4:36.6 5:19.8 6:20.5 7:2.9 8:20.2"},
		{"four are none", finished("fw", 4, 4, 6, 8) + next, "4:33.2 5:39.7 6:21.0 7:5.8 8:0.4"},
		{"that of another team is none", finished("murata", 4, 4, 6, 8, 8) + next, "4:33.2 5:39.7 6:21.0 7:5.8 8:0.4"},
		{"an estimate of its own comes first", finished("fw", 8, 8, 8, 8, 8) + `{"id": "x", "title": "X", "effort": 6, "team": "fw", "estimate": {"optimistic": 4, "likely": 6, "pessimistic": 8}}`, "5:10.4 6:39.6 7:39.6 8:10.4"},
		{"it counts for what is left, too", finished("fw", 8, 8, 8, 8, 8) + `{"id": "x", "title": "X", "effort": 4, "remaining": 2, "started": "2025-12-29", "team": "fw"}`, "2:16.6 3:30.3 4:53.1"},
		{"what is late may be far later than twice", finished("fw", 12, 12, 12, 12, 12) + next, "4:16.6 5:19.8 6:10.5 7:2.9 8:0.2 12:50.0"},
	} {
		if got := only(t, c.tasks); got != c.want {
			t.Errorf("%s: %s, want %s", c.rule, got, c.want)
		}
	}
}

// An effort that was raised to 8 days while the work went on is no estimate: the baseline taken before says 4.
func TestARecordComparesWithWhatWasEstimatedBeforeTheWorkBegan(t *testing.T) {
	tasks := ""
	for i := range 5 {
		tasks += fmt.Sprintf(`{"id": "t%d", "title": "Done", "team": "fw", "effort": 8, "status": "done", "started": "2025-09-01", "finished": "2025-09-10"},`, i)
	}
	baseline := func(taken string) string {
		list := ""
		for i := range 5 {
			list += fmt.Sprintf(`,{"id": "t%d", "start": "2025-09-01", "finish": "2025-09-04", "effort": 4}`, i)
		}
		return `"baselines": [{"name": "B", "taken": "` + taken + `", "tasks": [` + list[1:] + `]}]`
	}
	for taken, want := range map[string]float64{"2025-08-29": 2, "2025-09-05": 1} {
		plan := planned(t, "2026-01-05", []byte(`{"bywhen": 1, "start": "2025-06-02", "teams": [{"id": "fw", "name": "Firmware"}],
			"tasks": [`+tasks+`{"id": "x", "title": "X", "effort": 4, "team": "fw"}], `+baseline(taken)+`}`))
		basis := newModel(plan, 1).basis
		if len(basis.Records) != 1 || basis.Records[0] != (TeamRecord{Team: "fw", Finished: 5, Ratio: want, Tasks: 1}) {
			t.Errorf("baseline of %s: %+v, want a ratio of %v", taken, basis.Records, want)
		}
	}
}

// Murata delivered three times, 0, 2 and 4 working days after it had first said. Of the next promises a quarter each is
// in time for one of the three, or as if one more had been: half of them, then, and a quarter 2 and 4 days late.
func TestAPromiseComesAsLateAsThoseBeforeIt(t *testing.T) {
	delivered := func(n int) string {
		tasks := ""
		for i, day := range []string{"2025-09-05", "2025-09-09", "2025-09-11"}[:n] {
			tasks += fmt.Sprintf(`{"id": "m%d", "title": "Done", "team": "murata", "status": "done", "started": "2025-09-01", "finished": %q, "promised": %q,
				"promises": [{"on": "2025-08-01", "date": "2025-09-05"}, {"on": "2025-09-04", "date": %q}]},`, i, day, day, day)
		}
		return `{"bywhen": 1, "start": "2025-06-02", "teams": [{"id": "murata", "name": "Murata", "supplier": true}], "tasks": [` + tasks +
			`{"id": "x", "title": "X", "team": "murata", "promised": "2026-01-16", "deadline": "2026-01-16"}]}`
	}
	f := forecast(t, planned(t, "2026-01-05", []byte(delivered(3))), Options{})
	if got := f.Deadlines[0].Probability; math.Abs(got-0.5) > 0.02 {
		t.Errorf("in time with %v, want 0.5", got)
	}
	if d := f.Deadlines[0]; d.P50.String() > "2026-01-20" || d.P80.String() != "2026-01-22" || len(d.Histogram) != 3 {
		t.Errorf("P50 %s, P80 %s of %v", d.P50, d.P80, d.Histogram)
	}
	if got := f.Basis.Promises; len(got) != 1 || got[0] != (PromiseRecord{Team: "murata", Delivered: 3, Kept: 1, Late: 2, Tasks: 1}) {
		t.Errorf("%+v", got)
	}
	if f := forecast(t, planned(t, "2026-01-05", []byte(delivered(2))), Options{}); f.Deadlines[0].Probability != 1 || f.Basis.Kept != 1 {
		t.Errorf("two deliveries are no record, but it is in time with %v", f.Deadlines[0].Probability)
	}
}
