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

	Tone     // a cell that a forecast covers in part: as bright as its glyph is
	LateTone // the same of a late one

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
