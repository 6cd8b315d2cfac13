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
	Look   Look
	sgr    [styleCount]string
	spaces string
}

// New is the calm theme for a terminal.
func New(t Terminal) *Theme { return Calm.On(t) }

// On is the theme of that look for a terminal.
func (l Look) On(t Terminal) *Theme {
	theme := &Theme{Terminal: t, Look: l, Glyphs: unicodeGlyphs, spaces: strings.Repeat(" ", 400)}
	if t.ASCII {
		theme.Glyphs = asciiGlyphs
	}
	colours := map[Style]string{} // they cost most, and few of the attributes change them
	for s := range Style(styleCount) {
		key := s & (roles | Selected | Shade)
		if _, known := colours[key]; !known {
			colours[key] = theme.foreground(key) + theme.behind(key)
		}
		theme.sgr[s] = "\x1b[0" + colours[key] + theme.attributes(s) + "m"
	}
	return theme
}

// attributes are the parameters, after those of the colours, of the sequence that switches from the terminal's own style to this one.
func (t *Theme) attributes(s Style) string {
	out := ""
	p, role := &palettes[t.Look], Style(1)<<(s&roles)
	if s&Bold != 0 || p.bold&role != 0 || s&Selected != 0 && (t.Colours < TwoHundredFiftySix || p.selected == background{}) {
		out += ";1"
	} else if p.faint&role != 0 {
		out += ";2"
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

// Shades tells whether a colour behind them tells days off.
func (t *Theme) Shades() bool {
	return t.Colours >= TwoHundredFiftySix && palettes[t.Look].shade != background{}
}

// Tones tells whether there are colours enough for bars whose ends lie inside a cell: elsewhere a part of a cell would be brighter or
// darker than the glyphs beside it, or look done.
func (t *Theme) Tones() bool {
	return t.Colours >= TwoHundredFiftySix && t.Ends != nil && palettes[t.Look].bars != bars{}
}

func (t *Theme) foreground(s Style) string {
	p := &palettes[t.Look]
	if ink, _, ok := p.bars.of(s & roles); ok {
		if name := ink.on(t.Terminal); name != "" {
			return ";" + t.profile().Color(name).Sequence(false)
		}
		return ""
	}
	c, coloured := p.roles[s&roles]
	if !coloured || t.Colours == NoColours {
		return ""
	}
	if over, ok := p.onSelected[s&roles]; ok && s&Selected != 0 {
		c = over
	}
	profile := t.profile()
	if t.Colours == Sixteen {
		profile = termenv.ANSI
	}
	return ";" + profile.Color(c.on(t.Colours, t.Light)).Sequence(false)
}

// on is the colour on a dark or a light background where so many are shown.
func (c colour) on(in Colours, light bool) string {
	switch {
	case in == Sixteen && light:
		return c.light16
	case in == Sixteen:
		return c.dark16
	case in == TwoHundredFiftySix && light:
		return c.light256
	case in == TwoHundredFiftySix:
		return c.dark256
	case light:
		return c.light
	}
	return c.dark
}

func (t *Theme) behind(s Style) string {
	p := &palettes[t.Look]
	var b background
	_, ground, _ := p.bars.of(s & roles)
	switch {
	case ground != background{}:
		b = ground
	case s&Selected != 0:
		b = p.selected
	case s&Shade != 0:
		b = p.shade
	}
	if name := b.on(t.Terminal); name != "" {
		return ";" + t.profile().Color(name).Sequence(true)
	}
	return ""
}

// on is the colour's name for a terminal; empty where it has too few.
func (b background) on(t Terminal) string {
	switch {
	case t.Colours < TwoHundredFiftySix:
		return ""
	case t.Colours == TwoHundredFiftySix && t.Light:
		return b.light256
	case t.Colours == TwoHundredFiftySix:
		return b.dark256
	case t.Light:
		return b.light
	}
	return b.dark
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
