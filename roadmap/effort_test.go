package roadmap_test

import (
	"strings"
	"testing"

	. "bywhen/roadmap"
)

func TestEffortIsHeldExactlyWithTwoDecimals(t *testing.T) {
	for _, c := range []struct {
		text       string
		hundredths int
		written    string
	}{
		{"0", 0, "0"}, {"0.5", 50, "0.5"}, {"2.50", 250, "2.5"}, {"0.05", 5, "0.05"}, {"12", 1200, "12"}, {"3.333000", 0, ""},
		{"007", 700, "7"}, {"1.100", 110, "1.1"}, {"100000", 10_000_000, "100000"}, {"99999.99", 9_999_999, "99999.99"},
	} {
		e, err := ParseEffort(c.text)
		if c.written == "" {
			if err == nil {
				t.Errorf("%s has more than two decimals", c.text)
			}
			continue
		}
		if err != nil || e.Hundredths() != c.hundredths || e.String() != c.written || !e.Given() {
			t.Errorf("%s = %d hundredths, written %q (%v)", c.text, e.Hundredths(), e, err)
		}
	}
}

func TestWhatIsNoEffortIsRefused(t *testing.T) {
	for _, text := range []string{"-1", "1,5", ".5", "5.", "1e3", "NaN", "3d", " 1", "100000.01", "100001", "99999999999999999999", "1.2.3", "+1"} {
		if e, err := ParseEffort(text); err == nil || !strings.Contains(err.Error(), text) {
			t.Errorf("%q = %v (%v), want a refusal that names it", text, e, err)
		}
	}
}

func TestNoEffortIsNotAMilestone(t *testing.T) {
	none, err := ParseEffort("")
	if err != nil || none.Given() || none.IsMilestone() || none.String() != "" {
		t.Errorf("none: %v %v", none, err)
	}
	if !PersonDays(0).IsMilestone() || PersonDays(1).IsMilestone() {
		t.Error("an effort of 0 is a milestone, one of a day is not")
	}
}

func TestDurationIsEffortByPeopleRoundedUp(t *testing.T) {
	for _, c := range []struct {
		effort string
		people int
		days   int
	}{
		{"10", 1, 10}, {"10", 2, 5}, {"10", 3, 4}, {"0.5", 1, 1}, {"0.01", 7, 1}, {"0", 1, 0}, {"2.01", 2, 2}, {"10", 0, 10},
	} {
		e, _ := ParseEffort(c.effort)
		if n := e.Duration(c.people); n != c.days {
			t.Errorf("%s person-days by %d take %d days, want %d", c.effort, c.people, n, c.days)
		}
	}
}

func TestAnEffortPastAllLimitsIsNoSmallOne(t *testing.T) {
	if n := PersonDays(50_000_000).Hundredths(); n <= MaxEffort*100 {
		t.Errorf("50 million person-days became %d hundredths", n)
	}
	if s := HundredthDays(-250).String(); s != "-2.5" {
		t.Errorf("minus two and a half is written %q", s)
	}
}

// An estimate goes with the effort: its likely value is the effort, work that is taken off is taken off all three.
func TestAnEstimateGoesWithTheEffort(t *testing.T) {
	three := func() *Task {
		return &Task{Effort: PersonDays(27), Estimate: Estimate{PersonDays(22), PersonDays(27), PersonDays(40)}}
	}
	within, beyond, cut, down := three(), three(), three(), three()
	within.SetEffort(PersonDays(37))
	beyond.SetEffort(PersonDays(47))
	cut.CutWork(500, 1)
	down.CutWork(2500, 100)
	for _, c := range []struct {
		name string
		got  *Task
		want Task
	}{
		{"37 days", within, Task{Effort: PersonDays(37), Estimate: Estimate{PersonDays(22), PersonDays(37), PersonDays(40)}}},
		{"47 days", beyond, Task{Effort: PersonDays(47)}},
		{"5 days less", cut, Task{Effort: PersonDays(22), Estimate: Estimate{PersonDays(17), PersonDays(22), PersonDays(35)}}},
		{"25 days less", down, Task{Effort: PersonDays(2), Estimate: Estimate{HundredthDays(1), PersonDays(2), PersonDays(15)}}},
	} {
		if c.got.Effort != c.want.Effort || c.got.Estimate != c.want.Estimate {
			t.Errorf("%s: %v of %v", c.name, c.got.Effort, c.got.Estimate)
		}
	}
}
