package paint

import (
	"strings"

	"github.com/muesli/termenv"
)

// Colours is how many colours a terminal shows.
type Colours uint8

// From none to all.
const (
	NoColours Colours = iota
	Sixteen
	TwoHundredFiftySix
	TrueColours
)

// Terminal is what is known of the terminal to draw on.
type Terminal struct {
	Colours Colours
	Light   bool // its background is light
	ASCII   bool // it shows ASCII alone
}

// Theme draws for one terminal. It is read only.
type Theme struct {
	Terminal
	Glyphs
	sgr    [styleCount]string
	spaces string
}

// New is the theme for a terminal.
func New(t Terminal) *Theme {
	theme := &Theme{Terminal: t, Glyphs: unicodeGlyphs, spaces: strings.Repeat(" ", 400)}
	if t.ASCII {
		theme.Glyphs = asciiGlyphs
	}
	for s := range Style(styleCount) {
		theme.sgr[s] = "\x1b[0" + theme.parameters(s) + "m"
	}
	return theme
}

// parameters are those of the sequence that switches from the terminal's own style to this one.
func (t *Theme) parameters(s Style) string {
	out := t.foreground(s) + t.behind(s)
	if s&Bold != 0 || s&Selected != 0 && t.Colours < TwoHundredFiftySix {
		out += ";1"
	}
	if s&Underline != 0 {
		out += ";4"
	}
	if s&Reverse != 0 {
		out += ";7"
	}
	if s&Strike != 0 {
		out += ";9"
	}
	return out
}

func (t *Theme) foreground(s Style) string {
	c, coloured := foregrounds[s&roles]
	if !coloured || t.Colours == NoColours {
		return ""
	}
	if t.Colours == Sixteen {
		return ";" + termenv.ANSI.Color(c.sixteen).Sequence(false)
	}
	if over, ok := onSelected[s&roles]; ok && s&Selected != 0 {
		c = over
	}
	hex := c.dark
	if t.Light {
		hex = c.light
	}
	return ";" + t.profile().Color(hex).Sequence(false)
}

func (t *Theme) behind(s Style) string {
	b := behindShade
	switch {
	case t.Colours < TwoHundredFiftySix:
		return ""
	case s&Selected != 0:
		b = behindSelected
	case s&Shade == 0:
		return ""
	}
	name := b.dark
	switch {
	case t.Colours == TwoHundredFiftySix && t.Light:
		name = b.light256
	case t.Colours == TwoHundredFiftySix:
		name = b.dark256
	case t.Light:
		name = b.light
	}
	return ";" + t.profile().Color(name).Sequence(true)
}

func (t *Theme) profile() termenv.Profile {
	if t.Colours == TwoHundredFiftySix {
		return termenv.ANSI256
	}
	return termenv.TrueColor
}

// Spaces is a run of n spaces; none where n is negative.
func (t *Theme) Spaces(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(t.spaces):
		return t.spaces[:n]
	}
	return strings.Repeat(" ", n)
}

// Rule is a horizontal line of w cells.
func (t *Theme) Rule(w int) string {
	return t.Line(w).Put(Rule, strings.Repeat(t.Horizontal, max(w, 0))).String()
}

// Blank is a line of w spaces.
func (t *Theme) Blank(w int) string { return t.Spaces(w) }
