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

// colour is a role's colour: for true colour and 256 on a dark and a light background, and as one of the sixteen.
type colour struct{ dark, light, sixteen string }

// After Okabe and Ito (2008): told apart by people who see red and green alike, each at 4.5:1 or better.
var foregrounds = map[Style]colour{
	Dim:    {"#8A94A0", "#5C6670", "8"},
	Rule:   {"#4A525C", "#C3C9D0", "8"},
	Accent: {"#7CC4FF", "#005A9C", "6"},
	Late:   {"#FF8A5C", "#B54708", "1"},
	Risk:   {"#F0C24B", "#8A6100", "3"},
	Fine:   {"#4FC3A1", "#00735C", "2"},

	Tone:     {"#4A4D50", "#BFC2C5", "8"},
	LateTone: {"#8C5139", "#D9A283", "1"},
}

// On the selection's background what is dim needs more contrast.
var onSelected = map[Style]colour{
	Dim:  {"#A9B3BE", "#4A535C", "8"},
	Rule: {"#66727F", "#A9B3BD", "8"},
	Tone: {"#5A6570", "#AFB8C0", "8"},
}

// background is the colour behind a row, in 256 colours by number: the nearest by distance may have a hue of its own.
type background struct{ dark, light, dark256, light256 string }

var (
	behindSelected = background{"#263545", "#E3EFFB", "237", "254"}
	behindShade    = background{"#1D2228", "#EFF1F3", "234", "255"}
)
