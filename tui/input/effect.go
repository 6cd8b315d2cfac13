package input

import (
	"slices"
	"strconv"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

const effectGap = "    "

// mostTitle is the cells that a deadline's title takes at most.
const mostTitle = 28

// EffectSpans says what an edit does to the deadlines, as "Launch 12 Mar → 18 Mar +4d    Certification unchanged": first those
// that it moves, the furthest first, then the one that stays, or how many do. In a line of w cells titles are cut before dates.
func EffectSpans(t *paint.Theme, w int, effects []schedule.Effect, today roadmap.Date) []paint.Span {
	var moved, same []schedule.Effect
	for _, e := range effects {
		if e.Changed() {
			moved = append(moved, e)
		} else {
			same = append(same, e)
		}
	}
	slices.SortStableFunc(moved, func(a, b schedule.Effect) int { return weight(b) - weight(a) })
	var out []paint.Span
	for _, e := range moved {
		out = appendGap(out)
		e.Title, _ = t.Cut(e.Title, min(max(w/4, leastTitle/2), mostTitle))
		out = append(out, effectSpans(t, e, today)...)
	}
	switch len(same) {
	case 0:
		return out
	case 1:
		return append(appendGap(out), paint.Span{Style: paint.Dim, Text: same[0].Title + " unchanged"})
	}
	word := " deadlines unchanged"
	if len(moved) > 0 {
		word = " others unchanged"
	}
	return append(appendGap(out), paint.Span{Style: paint.Dim, Text: strconv.Itoa(len(same)) + word})
}

func appendGap(spans []paint.Span) []paint.Span {
	if len(spans) == 0 {
		return spans
	}
	return append(spans, paint.Span{Text: effectGap})
}

// weight orders what moves: later before earlier, further before nearer; what gets or loses its forecast before all.
func weight(e schedule.Effect) int {
	switch {
	case e.Before == 0 || e.Forecast == 0:
		return roadmap.MaxDays * 4
	case e.OpenEnd && !e.WasOpen:
		return roadmap.MaxDays * 3
	case e.Moved > 0:
		return e.Moved + roadmap.MaxDays*2
	}
	return -e.Moved
}

func effectSpans(t *paint.Theme, e schedule.Effect, today roadmap.Date) []paint.Span {
	to := paint.DayOrLater(e.Forecast, today, e.OpenEnd)
	if e.Forecast == 0 {
		to = "no date"
	}
	from := ""
	if e.Before != 0 {
		from = " " + paint.DayOrLater(e.Before, today, e.WasOpen)
	}
	out := []paint.Span{{Style: paint.Text, Text: e.Title + from + " " + t.Arrow + " " + to}}
	switch {
	case e.Before == 0 || e.Forecast == 0:
		if e.Days > 0 {
			out = append(out, paint.Span{Style: paint.Late, Text: " " + paint.Delta(e.Days, e.OpenEnd)})
		}
	case e.Moved != 0:
		out = append(out, paint.Span{Style: movedStyle(e), Text: " " + paint.Delta(e.Moved, false)})
	}
	if e.Days <= 0 && !e.OpenEnd && e.Forecast != 0 && e.Moved >= 0 {
		out = append(out, paint.Span{Style: paint.Dim, Text: " in time"})
	}
	return out
}

// movedStyle is a signal only where there is one: later is late where the deadline is not kept.
func movedStyle(e schedule.Effect) paint.Style {
	switch {
	case e.Moved > 0 && (e.Days > 0 || e.OpenEnd):
		return paint.Late
	case e.Moved < 0:
		return paint.Fine
	}
	return paint.Text
}
