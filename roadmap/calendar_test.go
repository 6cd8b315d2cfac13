package roadmap_test

import (
	"testing"

	"pgregory.net/rapid"

	. "bywhen/roadmap"
)

func day(s string) Date { return MustDate(s) }

func off(days ...string) []Period {
	var out []Period
	for i := 0; i < len(days); i += 2 {
		out = append(out, Period{Name: "off", From: day(days[i]), To: day(days[i+1])})
	}
	return out
}

const sixDays = MonToFri | 1<<5

// January 2026: the 1st is a Thursday, the 5th a Monday.
var calendars = map[string]*Calendar{
	"mon-fri":  NewCalendar(MonToFri),
	"mon-sat":  NewCalendar(sixDays),
	"all week": NewCalendar(AllWeek),
	"wed":      NewCalendar(1 << 2),
	"holiday":  NewCalendar(MonToFri, off("2026-01-06", "2026-01-06")),
	"touching": NewCalendar(MonToFri, off("2026-01-08", "2026-01-09"), off("2026-01-05", "2026-01-07", "2026-01-09", "2026-01-12")),
	"weekend":  NewCalendar(MonToFri, off("2026-01-10", "2026-01-11")),
}

func TestWorkingDaysLieBetweenDaysOff(t *testing.T) {
	for _, c := range []struct {
		calendar, day, next, last string
		working                   bool
	}{
		{"mon-fri", "2026-01-09", "2026-01-09", "2026-01-09", true},
		{"mon-fri", "2026-01-10", "2026-01-12", "2026-01-09", false},
		{"mon-sat", "2026-01-10", "2026-01-10", "2026-01-10", true},
		{"mon-sat", "2026-01-11", "2026-01-12", "2026-01-10", false},
		{"all week", "2026-01-11", "2026-01-11", "2026-01-11", true},
		{"wed", "2026-01-08", "2026-01-14", "2026-01-07", false},
		{"holiday", "2026-01-06", "2026-01-07", "2026-01-05", false},
		{"touching", "2026-01-07", "2026-01-13", "2026-01-02", false},
		{"touching", "2026-01-12", "2026-01-13", "2026-01-02", false},
		{"weekend", "2026-01-10", "2026-01-12", "2026-01-09", false},
	} {
		cal, d := calendars[c.calendar], day(c.day)
		if cal.Working(d) != c.working || cal.Next(d) != day(c.next) || cal.Last(d) != day(c.last) {
			t.Errorf("%s, %s: working %v, next %s, last %s", c.calendar, c.day, cal.Working(d), cal.Next(d), cal.Last(d))
		}
	}
}

func TestDaysBetweenCountWorkingDaysAfterTheFirstUpToTheSecond(t *testing.T) {
	for _, c := range []struct {
		calendar, from, to string
		days               int
	}{
		{"mon-fri", "2026-01-05", "2026-01-05", 0},
		{"mon-fri", "2026-01-05", "2026-01-06", 1},
		{"mon-fri", "2026-01-09", "2026-01-12", 1},
		{"mon-fri", "2026-01-09", "2026-01-11", 0},
		{"mon-fri", "2026-01-12", "2026-01-05", -5},
		{"mon-sat", "2026-01-05", "2026-01-12", 6},
		{"holiday", "2026-01-05", "2026-01-09", 3},
		{"touching", "2026-01-02", "2026-01-14", 2},
		{"weekend", "2026-01-05", "2026-01-12", 5},
	} {
		if n := calendars[c.calendar].Between(day(c.from), day(c.to)); n != c.days {
			t.Errorf("%s: %s to %s are %d working days, want %d", c.calendar, c.from, c.to, n, c.days)
		}
	}
}

// An instant is written as the day that begins at it: what finishes on Friday 9 January finishes at the instant Saturday 10.
func TestAnInstantMovesByWorkingDays(t *testing.T) {
	for _, c := range []struct {
		calendar, instant string
		n                 int
		want              string
	}{
		{"mon-fri", "2026-01-10", 0, "2026-01-10"},
		{"mon-fri", "2026-01-10", 1, "2026-01-13"},
		{"mon-fri", "2026-01-10", 5, "2026-01-17"},
		{"mon-fri", "2026-01-10", -1, "2026-01-09"},
		{"mon-fri", "2026-01-12", -1, "2026-01-09"},
		{"mon-fri", "2026-01-12", -5, "2026-01-05"},
		{"mon-sat", "2026-01-10", 1, "2026-01-11"},
		{"holiday", "2026-01-06", 1, "2026-01-08"},
		{"touching", "2026-01-05", 1, "2026-01-14"},
		{"touching", "2026-01-13", -1, "2026-01-02"},
	} {
		if d := calendars[c.calendar].Move(day(c.instant), c.n); d != day(c.want) {
			t.Errorf("%s: %s moved by %d is %s, want %s", c.calendar, c.instant, c.n, d, c.want)
		}
	}
}

func TestACommonCalendarHasTheDaysOfBoth(t *testing.T) {
	monToThu, tueToSat := NewCalendar(0b0001111, off("2026-01-07", "2026-01-07")), NewCalendar(0b0111110, off("2026-01-08", "2026-01-08"))
	both := monToThu.Common(tueToSat)
	for d, want := range map[string]bool{"2026-01-05": false, "2026-01-06": true, "2026-01-07": false, "2026-01-08": false, "2026-01-09": false, "2026-01-13": true, "2026-01-14": true, "2026-01-15": true} {
		if both.Working(day(d)) != want {
			t.Errorf("%s working for both: %v", d, !want)
		}
	}
	if never := NewCalendar(1).Common(NewCalendar(2)); !never.Empty() {
		t.Error("Mondays and Tuesdays have no day in common")
	}
}

func TestACalendarWithoutDaysNeverWorks(t *testing.T) {
	for _, c := range []*Calendar{NewCalendar(0), NewCalendar(1 << 7), NewCalendar(0).Common(NewCalendar(AllWeek))} {
		d := day("2026-01-05")
		if !c.Empty() || c.Working(d) || c.Between(d, d+100) != 0 || c.Next(d) != LastDate+1 || c.Move(d, 3) <= LastDate {
			t.Errorf("empty %v, working %v, next %s", c.Empty(), c.Working(d), c.Next(d))
		}
	}
}

func TestWeekdaysHaveNames(t *testing.T) {
	fri, ok := WeekdayOf("FRI")
	if !ok || fri.Names()[0] != "fri" || !fri.Has(day("2026-01-09").Weekday()) || fri.Has(day("2026-01-11").Weekday()) {
		t.Errorf("Friday: %v %v", fri.Names(), ok)
	}
	if _, ok := WeekdayOf("friday"); ok {
		t.Error("names have three letters")
	}
}

// naive is a calendar that looks at each day.
type naive struct {
	week Weekdays
	off  []Period
}

func (n naive) working(d Date) bool {
	for _, p := range n.off {
		if p.From <= d && d <= p.To {
			return false
		}
	}
	return n.week.Has(d.Weekday())
}

func (n naive) between(from, to Date) int {
	if to < from {
		return -n.between(to, from)
	}
	count := 0
	for d := from + 1; d <= to; d++ {
		if n.working(d) {
			count++
		}
	}
	return count
}

// after is the n-th working day from d on, or before it for negative n.
func (n naive) move(d Date, by int) Date {
	for ; by > 0; d++ {
		if n.working(d) {
			by--
		}
	}
	for ; by < 0; d-- {
		if n.working(d - 1) {
			by++
		}
	}
	return d
}

func drawNaive(t *rapid.T, name string) naive {
	n := naive{week: Weekdays(rapid.IntRange(1, 127).Draw(t, name+" week"))}
	for range rapid.IntRange(0, 6).Draw(t, name+" periods") {
		from := day("2026-01-01") + Date(rapid.IntRange(0, 80).Draw(t, "from"))
		n.off = append(n.off, Period{From: from, To: from + Date(rapid.IntRange(-1, 12).Draw(t, "length"))})
	}
	return n
}

// drawCalendar is the calendar by itself, or that of a roadmap, which has worked out the years around its start beforehand: the
// days that are asked for lie in them, or where they begin or end.
func drawCalendar(t *rapid.T, n naive) *Calendar {
	start := rapid.SampledFrom([]string{"", "2026-01-05", "2027-02-15", "2010-02-08"}).Draw(t, "start of the roadmap")
	if start == "" {
		return NewCalendar(n.week, n.off)
	}
	d := New("Roadmap", day(start)).Edit(day(start))
	s := *d.Settings()
	s.Weekdays, s.Holidays = n.week, nil
	for _, p := range n.off {
		if p.To >= p.From {
			s.Holidays = append(s.Holidays, p)
		}
	}
	if err := d.SetSettings(s); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return r.Calendar()
}

func TestACalendarCountsAsIfEachDayWereLookedAt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawNaive(t, "a"), drawNaive(t, "b")
		ref, cal := a, drawCalendar(t, a)
		if rapid.Bool().Draw(t, "common") {
			ref, cal = naive{a.week & b.week, append(append([]Period{}, a.off...), b.off...)}, cal.Common(NewCalendar(b.week, b.off))
		}
		if cal.Empty() != (ref.week == 0) {
			t.Fatalf("empty: %v", cal.Empty())
		}
		if cal.Empty() {
			return
		}
		d := day("2025-12-20") + Date(rapid.IntRange(0, 120).Draw(t, "day"))
		e := day("2025-12-20") + Date(rapid.IntRange(0, 120).Draw(t, "other"))
		by := rapid.IntRange(-20, 20).Draw(t, "by")
		if cal.Working(d) != ref.working(d) || cal.Between(d, e) != ref.between(d, e) || cal.Move(d, by) != ref.move(d, by) {
			t.Fatalf("%s: working %v; to %s: %d, want %d; by %d: %s, want %s", d, cal.Working(d), e, cal.Between(d, e), ref.between(d, e), by, cal.Move(d, by), ref.move(d, by))
		}
		if next := cal.Next(d); cal.Count(d) != cal.Count(next) || cal.Day(cal.Count(d)) != next || next != ref.move(d, 1)-1 {
			t.Fatalf("next of %s is %s", d, next)
		}
		if last := cal.Last(d); last != ref.move(d+1, -1) {
			t.Fatalf("last of %s is %s", d, last)
		}
	})
}
