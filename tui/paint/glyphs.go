package paint

import (
	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// Glyphs are the characters that are not letters, each one cell wide but for Missing and Arrow.
type Glyphs struct {
	Horizontal, Vertical, TeeDown, TeeUp, Corner string
	Pointer                                      string // at the left of the selected row
	Folded, Unfolded                             string
	Marked                                       string
	Supplier                                     string
	Ellipsis, Dot, Arrow, Cursor, Cleaned        string
	AtLeast                                      string
	More, Branch                                 string

	Todo, Doing, Done, Dropped      string
	LateMark, BlockedMark, RiskMark string

	Worked, Working, Ahead, AheadLate rune // bars: done, under way, forecast, late forecast
	Critical                          rune // a forecast on the critical chain, and its mark
	CriticalLate                      rune // a late one on it
	BaselineUnder                     rune
	DeadlineKept, DeadlineMissed      rune
	Milestone                         rune
	Waiting, Slack                    rune
	Today, Month                      rune
	MonthTick                         rune // a month where its line would look like a link
	Limit, Gauge                      rune // a deadline's line in a chart; how much of something there is
	LimitIn                           rune // a deadline's line where it runs through a column of a chart
	LinkEnd, Ghost                    rune
	Off                               rune // a day off, where no colour shades it
	Before, After                     rune // at the edge of a timeline: a bar lies beyond it
	// Wires are lines by the sides of the cell to which they go on: links, the steps of a chart.
	Wires [16]rune

	// Ends are a bar's end inside a cell, from one eighth to seven; nil where bars end at whole cells.
	Ends []rune
	// Heats are a load from nothing to all, eight steps after the empty one.
	Heats []rune
	// Bands are columns of a chart in four tones, the darkest first.
	Bands []rune
}

// Sides are some of the sides of a cell.
type Sides uint8

// The sides of a cell.
const (
	Up Sides = 1 << iota
	Down
	Left
	Right
)

var unicodeGlyphs = Glyphs{
	Horizontal: "─", Vertical: "│", TeeDown: "┬", TeeUp: "┴", Corner: "└",
	Pointer: "▌", Folded: "▸", Unfolded: "▾", Marked: "•", Supplier: "⇢",
	Ellipsis: "…", Dot: "·", Arrow: "→", Cursor: "▏", Cleaned: "�", AtLeast: "≥", More: "›", Branch: "└",
	Todo: "○", Doing: "◐", Done: "✓", Dropped: "×",
	LateMark: "!", BlockedMark: "■", RiskMark: "▲",
	Worked: '█', Working: '▓', Ahead: '░', AheadLate: '▒', Critical: '═', CriticalLate: '≡', BaselineUnder: '▁',
	DeadlineKept: '◇', DeadlineMissed: '◆', Milestone: '●', Waiting: '┄', Slack: '╌', Today: '┊', Month: '│', MonthTick: '╵', Limit: '┊', LimitIn: '┃', Gauge: '━',
	LinkEnd: '►', Ghost: '━', Off: '·', Before: '‹', After: '›',
	Wires: [16]rune{' ', '│', '│', '│', '─', '╯', '╮', '┤', '─', '╰', '╭', '├', '─', '┴', '┬', '┼'},
	Ends:  []rune{'▏', '▎', '▍', '▌', '▋', '▊', '▉'},
	Heats: []rune{' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'}, Bands: []rune{'█', '▓', '▒', '░'},
}

// asciiGlyphs have a sign of its own for each meaning: see the table in the package's comment.
var asciiGlyphs = Glyphs{
	Horizontal: "-", Vertical: "|", TeeDown: "+", TeeUp: "+", Corner: "`",
	Pointer: "]", Folded: "+", Unfolded: "-", Marked: "*", Supplier: "$",
	Ellipsis: "~", Dot: "-", Arrow: "->", Cursor: "_", Cleaned: "?", AtLeast: ">=", More: ">", Branch: "`",
	Todo: "o", Doing: "%", Done: "v", Dropped: "x",
	LateMark: "!", BlockedMark: "B", RiskMark: "^",
	Worked: '#', Working: '%', Ahead: '=', AheadLate: '!', Critical: 'H', CriticalLate: 'E', BaselineUnder: '_',
	DeadlineKept: 'D', DeadlineMissed: 'X', Milestone: '@', Waiting: ',', Slack: '.', Today: ':', Month: '\'', MonthTick: '\'', Limit: '|', LimitIn: 'I', Gauge: '#',
	LinkEnd: '>', Ghost: '"', Off: ';', Before: '<', After: '>',
	Wires: [16]rune{' ', '|', '|', '|', '-', '/', '\\', '+', '-', '\\', '/', '+', '-', '+', '+', '+'},
	Heats: []rune{' ', '.', '.', ':', ':', '+', '+', '*', '#'}, Bands: []rune{'#', '%', '=', '-'},
}

// Status is the mark of a task's status and its style.
func (t *Theme) Status(s roadmap.Status) (string, Style) {
	switch s {
	case roadmap.Doing:
		return t.Doing, Text
	case roadmap.Done:
		return t.Done, Fine
	case roadmap.Dropped:
		return t.Dropped, Dim
	}
	return t.Todo, Text
}

// Flag is the one-cell mark of a flag and its style; a space for a flag that has none.
func (t *Theme) Flag(f *schedule.Flag) (string, Style) {
	mark, style := " ", Text
	switch f.Kind {
	case schedule.Overdue, schedule.Slipping, schedule.PromiseLate, schedule.Unplannable:
		mark, style = t.LateMark, Late
	case schedule.Blocked, schedule.WillBlock:
		mark, style = t.BlockedMark, Late
	case schedule.AtRisk, schedule.Overloaded, schedule.PromiseShort, schedule.Understaffed, schedule.Untold, schedule.OutOfOrder:
		mark, style = t.RiskMark, Risk
	}
	if f.Known || f.Severity == schedule.Info {
		style = Dim
	}
	return mark, style
}
