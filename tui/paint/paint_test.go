package paint

import (
	"strings"
	"testing"

	"bywhen/roadmap"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestDaysHaveAYearOnlyWhenOverNineMonthsAheadOrThreeBack(t *testing.T) {
	today := roadmap.NewDate(2026, 11, 23)
	for date, want := range map[string]string{"2027-03-12": "12 Mar", "2027-08-23": "23 Aug", "2027-08-24": "24 Aug 2027", "2026-08-24": "24 Aug", "2026-08-23": "23 Aug 2026", "2025-01-01": "1 Jan 2025", "": "-"} {
		if got := Day(roadmap.MustDate(date), today); got != want {
			t.Errorf("%s is written %q, not %q", date, got, want)
		}
	}
	if got := Weekday(today, today); got != "Mon 23 Nov" {
		t.Errorf("weekday: %q", got)
	}
}

// Without a year a date is one day alone, whatever today is.
func TestNoTwoDatesWithoutAYearReadTheSame(t *testing.T) {
	for _, today := range []roadmap.Date{roadmap.NewDate(2026, 11, 26), roadmap.NewDate(2027, 3, 1), roadmap.NewDate(2028, 2, 29)} {
		read := map[string]roadmap.Date{}
		for d := today - 900; d <= today+900; d++ {
			if before, ok := read[Day(d, today)]; ok {
				t.Fatalf("on %s both %s and %s are written %q", today, before, d, Day(d, today))
			}
			read[Day(d, today)] = d
		}
	}
}

// A list that holds a date with its year holds none without.
func TestTheDatesOfAListAllHaveTheirYearOrNone(t *testing.T) {
	defer WriteDates(roadmap.DayMonth)
	today, eve, year, far := roadmap.NewDate(2026, 11, 26), roadmap.NewDate(2026, 12, 24), roadmap.NewDate(2027, 1, 1), roadmap.NewDate(2028, 5, 1)
	for f, want := range map[roadmap.DateFormat]string{
		roadmap.DayMonth: "24 Dec to 1 Jan; 24 Dec 2026 to 1 Jan 2027, 24 to 26 Dec 2026, Fri 1 Jan 2027",
		roadmap.MonthDay: "Dec 24 to Jan 1; Dec 24 2026 to Jan 1 2027, Dec 24 to 26 2026, Fri Jan 1 2027",
		roadmap.ISO:      "2026-12-24 to 2027-01-01; 2026-12-24 to 2027-01-01, 2026-12-24 to 2026-12-26, Fri 2027-01-01",
	} {
		WriteDates(f)
		near, all := DatesOf(today, eve, year, 0), DatesOf(today, eve, year, far)
		if got := near.Days(eve, year) + "; " + strings.Join([]string{all.Days(eve, year), all.Days(eve, eve+2), all.Weekday(year)}, ", "); got != want {
			t.Errorf("%v: %s, want %s", f, got, want)
		}
		if all.Day(0) != "-" || all.Weekday(0) != "-" {
			t.Errorf("no date is %q and %q", all.Day(0), all.Weekday(0))
		}
	}
}

// A person who writes dates otherwise reads them so everywhere.
func TestDatesAreWrittenAsAsked(t *testing.T) {
	defer WriteDates(roadmap.DayMonth)
	today, from, to, far := roadmap.NewDate(2026, 3, 2), roadmap.NewDate(2026, 3, 9), roadmap.NewDate(2026, 3, 12), roadmap.NewDate(2027, 3, 12)
	for f, want := range map[roadmap.DateFormat]string{
		roadmap.DayMonth: "12 Mar, Thu 12 Mar, 9 to 12 Mar, 12 Mar 2027, 12 Mar to 12 Mar 2027",
		roadmap.MonthDay: "Mar 12, Thu Mar 12, Mar 9 to 12, Mar 12 2027, Mar 12 to Mar 12 2027",
		roadmap.ISO:      "2026-03-12, Thu 2026-03-12, 2026-03-09 to 2026-03-12, 2027-03-12, 2026-03-12 to 2027-03-12",
	} {
		WriteDates(f)
		if got := strings.Join([]string{Day(to, today), Weekday(to, today), Days(from, to, today), Day(far, today), Days(to, far, today)}, ", "); got != want {
			t.Errorf("%v: %s, want %s", f, got, want)
		}
	}
}

// Of a sentence about long names the names are cut, not what is said of them.
func TestOfASentenceTheNamesAreCut(t *testing.T) {
	theme, long := New(Terminal{}), "A very long title of something"
	for _, c := range []struct {
		w    int
		want string
	}{{90, "start " + long + " 4 days before Mould ends"}, {46, "start A very long ti… 4 days before Mould ends"}, {20, "start A very lo… 4 …"}, {17, "start A very lo…"}} {
		if got := theme.CutNames("start "+long+" 4 days before Mould ends", c.w, "Mould", long); c.want != got {
			t.Errorf("in %d cells %q, not %q", c.w, got, c.want)
		}
	}
}

// A line of values goes from the lowest of them to the highest, whatever the target; one value is at half height.
func TestALineOfValuesIsAsHighAsTheyAre(t *testing.T) {
	line := func(values ...float64) (out string) {
		for _, c := range New(Terminal{}).Sparkline(values, 4) {
			out += string(c.Glyph)
		}
		return out
	}
	for want, got := range map[string]string{"▁█  ": line(3, 5), "█▅▁ ": line(40, 20, 0), "▅   ": line(7), "▁▃▆█": line(9, 1, 2, 3, 4), "    ": line()} {
		if got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestDaysLateAreSignedAndHaveAUnit(t *testing.T) {
	for _, c := range []struct {
		days int
		open bool
		want string
	}{{4, false, "+4d"}, {-2, false, "-2d"}, {0, false, "0d"}, {0, true, "or later"}, {3, true, "+3d or later"}} {
		if got := Delta(c.days, c.open); got != c.want {
			t.Errorf("%d days, open %v: %q, not %q", c.days, c.open, got, c.want)
		}
	}
}

func TestWideCharactersKeepColumnsStraight(t *testing.T) {
	theme := New(Terminal{Colours: TrueColours})
	for _, title := range []string{"plain", "日本語のタイトル", "👩‍👩‍👧 family", "e\u0301cole", "a\x1b[31mred", "tab\there", ""} {
		for w := range 12 {
			if got := Width(theme.Fit(title, w)); got != w {
				t.Errorf("%q in %d cells has %d", title, w, got)
			}
		}
	}
}

func TestPicturesThatTerminalsDisputeAreShownPlain(t *testing.T) {
	theme := New(Terminal{})
	for in, want := range map[string]string{"👩‍👩‍👧 family": "👩 family", "⚠️ hot": "⚠ hot", "👍🏽": "👍", "🚀": "🚀", "نمی\u200cخواهم": "نمی\u200cخواهم", "👩\u200d👧 نمی\u200cخ": "👩 نمی\u200cخ"} {
		if got, _ := theme.Cut(in, 40); got != want {
			t.Errorf("%q is shown as %q, not %q", in, got, want)
		}
	}
}

// anyText is any text, or one of what joins with what is beside it: pictures of several, flags, accents, letters of scripts.
func anyText() *rapid.Generator[string] {
	joins := []string{"👩", "👧", "👩🏽", "👁", "🏳", "🌈", "🇩", "🇪", "\u200d", "\u200d", "\u200c", "\ufe0f", "\u0301", "क", "्", "ष", "ی", "خ", "a", " ", "日"}
	return rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.SampledFrom(joins)), func(parts []string) string { return strings.Join(parts, "") }))
}

func TestALineHasExactlyItsWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		theme := New(Terminal{Colours: Colours(rapid.IntRange(0, 3).Draw(t, "colours")), Light: rapid.Bool().Draw(t, "light"), ASCII: rapid.Bool().Draw(t, "ascii")})
		w := rapid.IntRange(0, 60).Draw(t, "width")
		line := theme.Line(w)
		for range rapid.IntRange(0, 5).Draw(t, "runs") {
			style, text, n := Style(rapid.IntRange(0, styleCount-1).Draw(t, "style")), anyText().Draw(t, "text"), rapid.IntRange(-2, 20).Draw(t, "cells")
			switch rapid.IntRange(0, 3).Draw(t, "kind") {
			case 0:
				line.Put(style, text)
			case 1:
				line.Fit(style, text, n)
			case 2:
				line.Right(style, text, n)
			case 3:
				line.To(n)
			}
		}
		if got := ansi.StringWidth(line.String()); got != w {
			t.Fatalf("%q: %d cells, not %d", line.String(), got, w)
		}
	})
}

// The Arabic number sign joins with what follows: a space of ours would be gone.
func TestACharacterThatSwallowsTheNextIsShownAsOne(t *testing.T) {
	if got := New(Terminal{}).Fit("\u0600", 3); got != "\ufffd  " {
		t.Errorf("%q", got)
	}
}

func TestWrappedLinesFit(t *testing.T) {
	theme := New(Terminal{})
	got := theme.Wrap("Enclosure tooling ends 28 Jan, 4 days past 22 Jan", 20, 2)
	if len(got) != 2 || got[0] != "Enclosure tooling" || got[1] != "ends 28 Jan, 4 days…" {
		t.Errorf("%q", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(1, 30).Draw(t, "width")
		for _, l := range theme.Wrap(anyText().Draw(t, "text"), w, 4) {
			if Width(l) > w {
				t.Fatalf("%q is wider than %d", l, w)
			}
		}
	})
}

func TestTheEnvironmentTellsTheTerminal(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want Terminal
	}{
		{map[string]string{"TERM": "xterm-256color"}, Terminal{Colours: TwoHundredFiftySix}},
		{map[string]string{"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "en_GB.UTF-8"}, Terminal{Colours: TrueColours}},
		{map[string]string{"TERM": "xterm-256color", "NO_COLOR": "1"}, Terminal{}},
		{map[string]string{"TERM": "xterm", "COLORFGBG": "0;15"}, Terminal{Colours: Sixteen, Light: true}},
		{map[string]string{"TERM": "screen"}, Terminal{Colours: Sixteen}},
		{map[string]string{"TERM": "screen-256color"}, Terminal{Colours: TwoHundredFiftySix}},
		{map[string]string{"TERM": "tmux-256color", "COLORTERM": "truecolor"}, Terminal{Colours: TrueColours}},
		{map[string]string{"TERM": "linux"}, Terminal{Colours: Sixteen, ASCII: true}},
		{map[string]string{"TERM": "xterm", "LANG": "C"}, Terminal{Colours: Sixteen, ASCII: true}},
	} {
		if got := TerminalOf(func(n string) string { return c.env[n] }); got != c.want {
			t.Errorf("%v: %+v, not %+v", c.env, got, c.want)
		}
	}
}

func TestNoColourMeansNoColour(t *testing.T) {
	theme := New(Terminal{})
	for s := range Style(Bold) {
		if got := theme.Line(1).Put(s, "x").String(); ansi.Strip(got) != "x" || len(got) > len("\x1b[0mx\x1b[0m") {
			t.Errorf("style %d: %q", s, got)
		}
	}
}

func TestOfALongTextTheMiddleGoes(t *testing.T) {
	theme := New(Terminal{})
	for _, c := range []struct {
		w          int
		text, want string
	}{
		{60, "Assembly line is busy with Reliability builds", "Assembly line is busy with Reliability builds"},
		{40, "Export licence: at legal, since 19 Nov, no end known", "Export licence: at le… Nov, no end known"},
		{30, "Trial run of the assembly line takes 21 days, planned 14", "Trial run of the a… planned 14"},
		{10, "Assembly line is busy", "Assembly …"},
	} {
		if got := theme.CutMiddle(c.text, c.w); got != c.want || Width(got) > c.w {
			t.Errorf("in %d cells: %q", c.w, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text, w := rapid.String().Draw(t, "text"), rapid.IntRange(0, 60).Draw(t, "w")
		if got := theme.CutMiddle(text, w); Width(got) > w {
			t.Fatalf("%q is %d cells, not %d", got, Width(got), w)
		}
		for i, line := range theme.TwoLines(text, w+1, 20) {
			if Width(line) > []int{w + 1, 20}[i] {
				t.Fatalf("line %d is %q", i, line)
			}
		}
	})
}

func TestANumberHasAllItsDigitsBeforeThePoint(t *testing.T) {
	for f, want := range map[float64]string{0: "0", 12.5: "12.5", 0.125: "0.125", 999999: "999999", 1e6: "1000000", -2500000: "-2500000", 1234567.8: "1234568"} {
		if got := Number(f); got != want {
			t.Errorf("%v is %s, want %s", f, got, want)
		}
	}
}
