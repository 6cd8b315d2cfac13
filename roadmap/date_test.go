package roadmap_test

import (
	"strings"
	"testing"
	"time"

	. "bywhen/roadmap"
)

func TestADateIsReadAndWrittenAsYearMonthDay(t *testing.T) {
	for _, c := range []struct {
		text    string
		weekday time.Weekday
		week    string
		monday  string
	}{
		{"2026-01-05", time.Monday, "2026-W02", "2026-01-05"},
		{"2026-01-01", time.Thursday, "2026-W01", "2025-12-29"},
		{"2027-01-01", time.Friday, "2026-W53", "2026-12-28"},
		{"2024-02-29", time.Thursday, "2024-W09", "2024-02-26"},
		{"2024-12-30", time.Monday, "2025-W01", "2024-12-30"},
		{"1900-01-01", time.Monday, "1900-W01", "1900-01-01"},
		{"2299-12-31", time.Sunday, "2299-W52", "2299-12-25"},
	} {
		d, err := ParseDate(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if d.String() != c.text || d.Weekday() != c.weekday || d.Week() != c.week || d.Monday().String() != c.monday {
			t.Errorf("%s = %s, %s, %s, week of %s", c.text, d, d.Weekday(), d.Week(), d.Monday())
		}
		if y, m, day := d.Civil(); NewDate(y, int(m), day) != d || DateOf(d.Time()) != d {
			t.Errorf("%s does not come back from its parts", c.text)
		}
	}
}

func TestARoadmapNamesDaysFrom1900To2299(t *testing.T) {
	if FirstDate.String() != "1900-01-01" || LastDate.String() != "2299-12-31" {
		t.Errorf("from %s to %s", FirstDate, LastDate)
	}
	if !FirstDate.InRange() || !LastDate.InRange() || (FirstDate - 1).InRange() || (LastDate + 1).InRange() || Date(0).InRange() {
		t.Error("the first and the last day belong to it, their neighbours do not")
	}
}

func TestWhatIsNoDateIsRefused(t *testing.T) {
	for _, text := range []string{"2026-02-30", "2025-02-29", "2026-13-01", "26-01-01", "2026-1-5", "12.03.2026", "tomorrow", " 2026-01-05", "1899-12-31", "2300-01-01", "2026-01-05T00:00:00Z"} {
		_, err := ParseDate(text)
		if err == nil || !strings.Contains(err.Error(), text) {
			t.Errorf("%q: %v, want a refusal that names it", text, err)
		}
	}
	if d, err := ParseDate(""); d != 0 || err != nil {
		t.Errorf("the empty text is no date: %v, %v", d, err)
	}
	if s := Date(0).String(); s != "" {
		t.Errorf("no date is written %q", s)
	}
}

func TestADayIsThatOfTheClocksOwnPlace(t *testing.T) {
	late := time.Date(2026, 1, 5, 23, 30, 0, 0, time.FixedZone("", -8*3600))
	if d := DateOf(late); d.String() != "2026-01-05" {
		t.Errorf("23:30 on the 5th is on %s", d)
	}
	if d := NewDate(2026, 1, 32); d.String() != "2026-02-01" {
		t.Errorf("32 January is %s", d)
	}
}
