package input

import (
	"strconv"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

const effectGap = "    "

// EffectSpans says what an edit does to the deadlines in a line of w cells, as "Launch 12 Mar → 18 Mar +4d    Certification
// unchanged": first those that it moves, the furthest first, then the one that stays, or how many do.
func EffectSpans(t *paint.Theme, w int, effects []schedule.Effect, today roadmap.Date) []paint.Span {
	return EffectLines(t, effects, "", today, w)[0]
}

// EffectLines is EffectSpans over lines of so many cells each, begun with whom the edit leaves idle, if anybody. Where room is short it leaves out first what stays, then the ends
// of titles, then the dates before; what has no room even so is counted.
func EffectLines(t *paint.Theme, effects []schedule.Effect, idles string, today roadmap.Date, rooms ...int) [][]paint.Span {
	moved, same := parted(effects)
	var lines [][]paint.Span
	for _, b := range []brevity{{title: 28}, {title: 20}, {title: 16}, {title: 14, after: true}} {
		parts := make([][]paint.Span, 0, len(moved)+2)
		if idles != "" {
			parts = append(parts, []paint.Span{{Style: paint.Late, Text: idles}})
		}
		for _, e := range moved {
			parts = append(parts, b.effect(t, e, today))
		}
		var all bool
		if lines, all = fill(append(parts, unchanged(same, len(moved))...), rooms); all {
			return lines
		}
		if lines, all = fill(parts, rooms); all {
			return lines
		}
	}
	return lines
}

// parted are the deadlines that move, first those whose own date does, then the furthest first; and those that stay.
func parted(effects []schedule.Effect) (moved, same []schedule.Effect) {
	var own []schedule.Effect
	for _, e := range effects {
		switch {
		case e.SetAnew():
			own = append(own, e)
		case e.Changed():
			moved = append(moved, e)
		default:
			same = append(same, e)
		}
	}
	schedule.SortEffects(moved)
	return append(own, moved...), same
}

// unchanged says which deadline stays, or how many do; nothing where none does.
func unchanged(same []schedule.Effect, moved int) [][]paint.Span {
	text := strconv.Itoa(len(same)) + " others unchanged"
	switch {
	case len(same) == 0:
		return nil
	case len(same) == 1:
		text = same[0].Title + " unchanged"
	case moved == 0:
		text = strconv.Itoa(len(same)) + " deadlines unchanged"
	}
	return [][]paint.Span{{{Style: paint.Dim, Text: text}}}
}

// fill puts parts into lines one after the other, with gaps between. Those that have no room are counted at the end of the
// last line; all is false then. The first part is put in whatever room there is.
func fill(parts [][]paint.Span, rooms []int) (lines [][]paint.Span, all bool) {
	lines = make([][]paint.Span, len(rooms))
	line, at := 0, 0
	for i, p := range parts {
		n := cells(p)
		for line < len(rooms)-1 && at > 0 && at+len(effectGap)+n > rooms[line] {
			line, at = line+1, 0
		}
		rest := len(parts) - i
		more := strconv.Itoa(rest) + " more move"
		if rest == 1 {
			more = "1 more moves"
		}
		reserve := 0
		if line == len(rooms)-1 && rest > 1 {
			reserve = len(effectGap) + len(more)
		}
		if at > 0 && at+len(effectGap)+n+reserve > rooms[line] && !haveRoom(parts[i:], rooms[line]-at-len(effectGap)) {
			lines[line] = append(appendGap(lines[line]), paint.Span{Style: paint.Dim, Text: more})
			return lines, false
		}
		if at > 0 {
			lines[line], at = appendGap(lines[line]), at+len(effectGap)
		}
		lines[line], at = append(lines[line], p...), at+n
	}
	return lines, at <= rooms[line]
}

// haveRoom tells whether parts fit into so many cells, with gaps between.
func haveRoom(parts [][]paint.Span, room int) bool {
	n := -len(effectGap)
	for _, p := range parts {
		n += cells(p) + len(effectGap)
	}
	return n <= room
}

func cells(spans []paint.Span) int {
	n := 0
	for _, s := range spans {
		n += paint.Width(s.Text)
	}
	return n
}

func appendGap(spans []paint.Span) []paint.Span {
	if len(spans) == 0 {
		return spans
	}
	return append(spans, paint.Span{Text: effectGap})
}

// brevity is how short an effect is told: the most cells of its title, and only the date after.
type brevity struct {
	title int
	after bool
}

func (b brevity) effect(t *paint.Theme, e schedule.Effect, today roadmap.Date) []paint.Span {
	e.Title, _ = t.Cut(e.Title, b.title)
	if e.Done {
		return []paint.Span{{Style: paint.Text, Text: e.Title}, {Style: paint.DoneStyle(&e.Deadline), Text: " " + paint.DoneShort(&e.Deadline, today)}}
	}
	to := paint.DayOrLater(e.Forecast, today, e.OpenEnd)
	if e.Forecast == 0 {
		to = "no date"
	}
	from := ""
	if e.Before != 0 && !b.after && !e.SetAnew() {
		from = " " + paint.DayOrLater(e.Before, today, e.WasOpen)
	}
	out := []paint.Span{{Style: paint.Text, Text: e.Title + from + " " + t.Arrow + " " + to}}
	switch {
	case e.Before == 0 || e.Forecast == 0 || e.SetAnew():
		if e.Days > 0 {
			out = append(out, paint.Span{Style: paint.Late, Text: " " + paint.Delta(e.Days, e.OpenEnd)})
		}
	case e.Moved != 0:
		out = append(out, paint.Span{Style: movedStyle(e), Text: " " + paint.Delta(e.Moved, false)})
	}
	switch {
	case e.Days <= 0 && !e.OpenEnd && e.Forecast != 0 && e.Moved >= 0:
		out = append(out, paint.Span{Style: paint.Dim, Text: " in time"})
	case e.Days > 0 && e.Moved < 0: // better is not good yet
		out = append(out, paint.Span{Style: paint.Late, Text: " still " + t.ShortDelta(e.Days, e.OpenEnd)})
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
