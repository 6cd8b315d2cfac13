package chance

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/forecast"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

var monday = roadmap.MustDate("2026-01-05")

func drawn(o forecast.Outcome, deadline roadmap.Date, w, bars int, ascii bool) []string {
	s := scene.New(1, schedule.Compute(roadmap.New("Test", monday), monday, schedule.Options{}), paint.New(paint.Terminal{ASCII: ascii}))
	lines := newHistogram(s, &o, deadline, w, bars).lines(s)
	for i := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(lines[i]), " ")
	}
	return lines
}

// twoWeeks is a hundred runs that end in two weeks: 50 of them by the first Wednesday, 80 by Friday, 95 by the second Tuesday.
var twoWeeks = forecast.Outcome{P50: monday + 2, P80: monday + 4, P95: monday + 8, Histogram: []forecast.Bar{
	{Date: monday, Count: 10}, {Date: monday + 1, Count: 20}, {Date: monday + 2, Count: 20}, {Date: monday + 3, Count: 20}, {Date: monday + 4, Count: 10},
	{Date: monday + 7, Count: 10}, {Date: monday + 8, Count: 5}, {Date: monday + 9, Count: 5}}}

// Each day that is named has its tick in the cell of its column; the columns are shaded by 50, 80 and 95 %, the deadline runs through them,
// and the highest says what share of the runs it is.
func TestAHistogramShowsWhichColumnsAreMeant(t *testing.T) {
	for _, c := range []struct {
		ascii bool
		want  []string
	}{
		{false, []string{
			"  20 %╮         █┃████▓▓▓",
			"      │         █┃████▓▓▓",
			"      │      ████┃████▓▓▓▓▓▓▒▒▒",
			"      │      ████┃████▓▓▓▓▓▓▒▒▒▒▒▒░░░",
			"      ╰───────due◆──┴P50──┴P80──┴P95───────",
			"        1 Jan       7 Jan       13 Jan",
		}},
		{true, []string{
			"  20 %\\         #I####%%%",
			"      |         #I####%%%",
			"      |      ####I####%%%%%%===",
			"      |      ####I####%%%%%%======---",
			"      \\-------dueX--+P50--+P80--+P95-------",
			"        1 Jan       7 Jan       13 Jan",
		}},
	} {
		if got := drawn(twoWeeks, monday+1, 60, 4, c.ascii); !slices.Equal(got, c.want) {
			t.Errorf("it is\n%s", strings.Join(got, "\n"))
		}
	}
}

// Whatever the days: each mark stands in the cell of its column, and that column holds the day.
func TestEveryMarkStandsUnderItsColumn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var o forecast.Outcome
		day := monday
		for range rapid.IntRange(0, 40).Draw(t, "days") {
			day += roadmap.Date(rapid.IntRange(1, 9).Draw(t, "gap"))
			o.Histogram = append(o.Histogram, forecast.Bar{Date: day, Count: rapid.IntRange(1, 500).Draw(t, "runs")})
		}
		if len(o.Histogram) == 0 { // no run ends
			drawn(o, monday, 40, 4, false)
			return
		}
		at := rapid.IntRange(0, len(o.Histogram)-1)
		a, b, c := at.Draw(t, "P50"), at.Draw(t, "P80"), at.Draw(t, "P95")
		o.P50, o.P80, o.P95 = o.Histogram[min(a, b, c)].Date, o.Histogram[a+b+c-min(a, b, c)-max(a, b, c)].Date, o.Histogram[max(a, b, c)].Date
		w := rapid.IntRange(1, 120).Draw(t, "width")
		s := scene.New(1, schedule.Compute(roadmap.New("Test", monday), monday, schedule.Options{}), paint.New(paint.Terminal{}))
		h := newHistogram(s, &o, 0, w, 4)
		axis := []rune(ansi.Strip(h.axis(s)))
		if len(axis) != w+2 {
			t.Fatalf("an axis of %d cells in %d", len(axis), w+2)
		}
		for _, m := range h.placed() {
			x := h.at(m) / h.wide
			if from := h.cal.Count(h.day(x)); h.cal.Count(m.day) < from || h.cal.Count(m.day) >= from+h.days {
				t.Fatalf("%s of %v stands under the column of %v", m.name, m.day, h.day(x))
			}
			if got := axis[1+h.scale+h.at(m)]; got != '┴' {
				t.Fatalf("%s has %c in its cell of %q", m.name, got, string(axis))
			}
		}
	})
}
