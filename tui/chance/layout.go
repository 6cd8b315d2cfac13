package chance

import "bywhen/tui/paint"

// layout is the lines of each part of a frame: the table of deadlines, the histogram of the selected one with its axis, what
// moves it.
type layout struct {
	w, h    int
	rows    int // deadlines
	bars    int // lines of the histogram; 0: not shown
	drivers int // lines for what moves it, its heading not counted
	name    int // cells of a deadline's title
	date    int // cells of a date, with the space before it
	dates   int // of 50, 80 and 95 %, or of 80 % alone
	later   int // cells behind each of these for "or later"; 0: there is no room, and what is open says that it is at least that day
}

// Lines that frame the parts, and how high a histogram may grow.
const (
	headerLines = 2 // the rule and the names of columns
	axisLines   = 3 // marks, dates, and the sentence over it
	leastBars   = 2
	fairBars    = 4 // which it has before more than three deadlines are seen, and before what moves it
	mostBars    = 12
)

// layoutOf lays a frame of w x h out for so many deadlines: the table gets a third, the histogram what is left after a few
// lines for what moves it. A date takes so many cells, the space before it counted; open tells whether one rests on an end that nobody
// knows.
func layoutOf(w, h, deadlines, date int, open bool) layout {
	l := layout{w: w, h: h, dates: 3, date: max(date, leastDate)}
	if w < allDatesFrom {
		l.dates = 1
	}
	names := w - besideTitle - (1+l.dates)*l.date
	if later := paint.Width(orLater) + 1; open && names-l.dates*later >= leastBesideLater {
		l.later, names = later, names-l.dates*later
	}
	l.name = max(min(names, 44), 8)
	room := max(h-headerLines, 0)
	l.rows = min(max(deadlines, 1), room)
	rows := min(l.rows, max(room/3, 1))
	rest := room - rows - axisLines - 1
	if rest < leastBars {
		return l
	}
	for rows > 3 && rest < fairBars+4 { // two lines for what moves it, under a heading
		rows, rest = rows-1, rest+1
	}
	l.rows = rows
	if n := min(rest/3, 6, rest-2-fairBars); n > 0 {
		l.drivers = n
		rest -= n + 2
	}
	l.bars = min(rest, mostBars)
	return l
}

// Cells beside a deadline's title: marks and probability; of a date at least; and the width from which all three dates are shown,
// else that of 80 % alone; of a title where each open date says "or later".
const (
	besideTitle  = 3 + 11
	leastDate    = 10
	allDatesFrom = 70

	leastBesideLater = 24
)
