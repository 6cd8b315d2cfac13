package paint

// Look is one of the built-in themes.
type Look uint8

// The looks. In each a shape, a letter or a sign says what a colour says.
const (
	Calm     Look = iota // quiet lines, one accent, three signals
	Contrast             // for tired eyes and bright rooms: text at 7:1, lines at 4.5:1 or better
	Plain                // the terminal's own colour alone, bold and faint
	looks
)

var lookNames = [...]string{"calm", "contrast", "plain"}

// String is the name of the look in a configuration.
func (l Look) String() string { return lookNames[l] }

// Looks are all of them.
func Looks() []Look { return []Look{Calm, Contrast, Plain} }

// colour is a role's colour: for true colour on a dark and a light background, as one of the sixteen on each, and as one of the 256 by
// number, which is chosen: the nearest by distance may have a hue of its own, as greys that turn violet and orange that turns pink.
type colour struct{ dark, light, dark16, light16, dark256, light256 string }

// background is the colour behind a row or of a bar, in 256 colours by number: the nearest by distance may have a hue of its own.
type background struct{ dark, light, dark256, light256 string }

// bar is how a part of a bar looks: its glyph's ink and ground, and the tone of a cell that it covers in part. The tone is what the
// eye makes of ink and ground: a quarter of the ink in `░`, half in `▒`, three quarters in `▓`; a test computes it.
type bar struct{ ink, ground, tone background }

// bars are the parts of bars.
type bars struct{ ahead, late, work bar }

// of is the ink of a bar's role and the ground under it; ok is false for other roles.
func (b *bars) of(role Style) (ink, ground background, ok bool) {
	switch role {
	case AheadGlyph:
		return b.ahead.ink, b.ahead.ground, true
	case LateGlyph:
		return b.late.ink, b.late.ground, true
	case WorkGlyph:
		return b.work.ink, b.work.ground, true
	case AheadPart:
		return b.ahead.tone, background{}, true
	case LatePart:
		return b.late.tone, background{}, true
	case WorkPart:
		return b.work.tone, background{}, true
	case WorkAhead:
		return b.work.tone, b.ahead.tone, true
	case WorkLate:
		return b.work.tone, b.late.tone, true
	case AheadLate:
		return b.ahead.tone, b.late.tone, true
	}
	return background{}, background{}, false
}

// palette is what makes a look.
type palette struct {
	roles      map[Style]colour
	onSelected map[Style]colour // on the selection's background what is quiet needs more contrast
	selected   background
	shade      background
	bars       bars
	bold       Style // roles that are bold, as a set: 1<<role
	faint      Style // roles that are faint
}

// set is roles as a set.
func set(roles ...Style) (out Style) {
	for _, r := range roles {
		out |= 1 << r
	}
	return out
}

// The signals are after Okabe and Ito (2008): told apart by people who see red and green alike. Each role of text has at least
// 4.5:1 on the usual backgrounds, on the selection and on days off; a test computes it.
var palettes = [looks]palette{
	Calm: {
		roles: map[Style]colour{
			Dim:    {"#8A94A0", "#5C6670", "8", "8", "247", "241"},
			Rule:   {"#4A525C", "#C3C9D0", "8", "8", "240", "251"},
			Accent: {"#7CC4FF", "#005A9C", "6", "6", "117", "25"},
			Late:   {"#FF8A5C", "#B54708", "1", "1", "209", "124"},
			Risk:   {"#F0C24B", "#8A6100", "3", "3", "221", "94"},
			Fine:   {"#4FC3A1", "#00735C", "2", "2", "79", "23"},
		},
		onSelected: map[Style]colour{
			Dim:  {"#A9B3BE", "#4A535C", "8", "8", "249", "239"},
			Rule: {"#66727F", "#A9B3BD", "8", "8", "243", "248"},
		},
		selected: background{"#263545", "#E3EFFB", "237", "254"},
		shade:    background{"#1D2228", "#EFF1F3", "234", "255"},
		bars: bars{
			ahead: bar{background{"#868A8D", "#8F9295", "245", "244"}, background{"#363A3D", "#CFD2D5", "237", "252"}, background{"#4A4E51", "#BFC2C5", "239", "250"}},
			late:  bar{background{"#AE684C", "#C98561", "166", "137"}, background{"#6A3A26", "#E9BFA5", "94", "223"}, background{"#8C5139", "#D9A283", "130", "180"}},
			work:  bar{background{"#B0B4B8", "#404448", "249", "238"}, background{"#707478", "#888C90", "240", "246"}, background{"#A0A4A8", "#52565A", "247", "240"}},
		},
	},
	Contrast: {
		roles: map[Style]colour{
			Dim:    {"#C3CAD1", "#3A424A", "7", "0", "251", "237"},
			Rule:   {"#97A1AB", "#5A636C", "7", "8", "247", "241"},
			Accent: {"#A6DAFF", "#003F73", "14", "4", "153", "18"},
			Late:   {"#FFB08F", "#7A2A00", "9", "1", "216", "88"},
			Risk:   {"#FFD966", "#573D00", "11", "5", "221", "53"},
			Fine:   {"#7FE3C4", "#004536", "10", "0", "122", "22"},
		},
		onSelected: map[Style]colour{
			Dim:  {"#DDE3E9", "#2A3138", "7", "0", "254", "235"},
			Rule: {"#B9C3CD", "#4A535C", "7", "8", "250", "239"},
			Late: {"#FFC9B3", "#7A2A00", "9", "1", "223", "88"},
		},
		selected: background{"#17395C", "#CFE4FA", "236", "253"},
		shade:    background{"#20262C", "#E9ECEF", "233", "255"},
		bars: bars{
			ahead: bar{background{"#E5EEF6", "#333C45", "254", "235"}, background{"#717A82", "#939CA5", "242", "247"}, background{"#8E979F", "#7B848D", "245", "244"}},
			late:  bar{background{"#FFB498", "#87411D", "215", "94"}, background{"#B36A4E", "#C97F57", "131", "166"}, background{"#D98F73", "#A8603A", "173", "130"}},
			work:  bar{background{"#D8DCE0", "#20262C", "253", "236"}, background{"#989CA0", "#60666C", "245", "240"}, background{"#C8CCD0", "#30363C", "251", "237"}},
		},
		bold: set(Accent, Late, Risk),
	},
	Plain: {bold: set(Accent, Late), faint: set(Dim, Rule)},
}
