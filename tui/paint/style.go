package paint

// Style is one role, or'ed with attributes: Late | Bold.
type Style uint16

// The roles. Late, Risk and Fine are signals and used for nothing else; Accent is the selection and what can be pressed.
const (
	Text Style = iota // the terminal's own
	Dim               // second in rank: units, names of columns
	Rule              // lines between panes, grids
	Accent
	Late // late or blocked
	Risk // at risk
	Fine // done, in time

	// Those of bars whose ends lie inside a cell. A glyph of theirs has a ground of its own, and a part of a cell is as bright as both
	// together: so a bar is one shape, whatever colours a terminal's text and background have.
	AheadGlyph // forecast
	LateGlyph  // late forecast
	WorkGlyph  // under way
	AheadPart  // a part of a cell, beside nothing
	LatePart
	WorkPart
	WorkAhead // a cell's part under way, the rest forecast
	WorkLate
	AheadLate

	roles Style = 15
)

// The attributes.
const (
	Bold Style = 1 << (iota + 4)
	Underline
	Strike
	Reverse
	Selected // the row of the selection
	Shade    // days on which nobody works

	styleCount = 1 << 10
)
