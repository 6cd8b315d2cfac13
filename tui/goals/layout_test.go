package goals

import "testing"

// The grid of the risks stands beside them, else below, where lines are free; else it takes their place when it is asked for, below
// at least one goal. Nothing is higher than the frame.
func TestTheGridHasAPlaceWhereverItFits(t *testing.T) {
	for _, c := range []struct {
		w, h, goals, risks int
		asked              bool
		place              string
	}{
		{120, 34, 5, 4, false, "beside"},
		{120, 34, 5, 4, true, "beside"},
		{85, 34, 5, 4, true, "below"},
		{80, 18, 5, 4, false, "none"},
		{80, 18, 5, 4, true, "instead"},
		{60, 13, 5, 4, true, "instead"},
		{60, 10, 5, 4, true, "instead"}, // two lines of columns, a goal, a rule, a heading, five of the grid
		{60, 9, 5, 4, true, "none"},
		{33, 20, 5, 4, true, "none"},
		{80, 18, 5, 0, true, "none"},
		{80, 30, 0, 9, true, "below"},
	} {
		l := layoutOf(c.w, c.h, content{goals: c.goals, risks: c.risks, names: 22, date: 8, risk: 40, answer: 40, grid: c.asked})
		place := "none"
		switch {
		case l.grid > 0:
			place = "beside"
		case l.below > 0:
			place = "below"
		case l.instead:
			place = "instead"
		}
		used := headerLines + l.goals + l.risks + l.below
		if l.risks > 0 {
			used += 2
		}
		if place != c.place || used > c.h || l.instead && (l.goals < 1 || l.risks < gridBands+1) {
			t.Errorf("%+v: %s, %d goals, %d lines of risks, %d lines in all", c, place, l.goals, l.risks, used)
		}
	}
}

// A metric stands in its column with its bar, else in a line under its goal where lines are free for all, else as numbers; then what is
// done has a bar.
func TestAMetricHasItsBarWhereverThereIsRoom(t *testing.T) {
	for _, c := range []struct {
		w, h  int
		place string
	}{{143, 44, "beside"}, {110, 26, "beside"}, {85, 34, "under"}, {85, 16, "under"}, {85, 14, "numbers"}, {60, 12, "none"}, {60, 34, "under"}} {
		l := layoutOf(c.w, c.h, content{goals: 5, metrics: 2, risks: 4, names: 22, date: 8, numbers: 10, risk: 40, answer: 40})
		place := "none"
		switch {
		case l.under:
			place = "under"
		case l.metric >= metricWidth:
			place = "beside"
		case l.metric > 0:
			place = "numbers"
		}
		if place != c.place || l.under && l.goals < 7 || place == "under" && c.w >= 80 && l.done < leastDone {
			t.Errorf("at %d x %d it is %s: %+v", c.w, c.h, place, l)
		}
	}
}
