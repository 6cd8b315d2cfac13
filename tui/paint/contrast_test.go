package paint

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"github.com/lucasb-eyer/go-colorful"
	"github.com/muesli/termenv"
)

// luminance is the relative luminance of a colour, contrast the ratio of two (Web Content Accessibility Guidelines 2.1, W3C, 2018).
func luminance(c colorful.Color) float64 {
	linear := func(v float64) float64 {
		if v <= 0.03928 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func contrast(a, b colorful.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// seen is a colour as a terminal of so many colours shows it.
func seen(t *testing.T, name string, in Colours) colorful.Color {
	t.Helper()
	profile := termenv.TrueColor
	if in == TwoHundredFiftySix {
		profile = termenv.ANSI256
	}
	return termenv.ConvertToRGB(profile.Color(name))
}

// What is read has at least 4.5:1 in each theme, on the usual backgrounds, on the selection and on days off; in the one of high
// contrast text has 7:1, and lines have 4.5:1 too.
func TestEachRoleCanBeRead(t *testing.T) {
	usual := map[bool][]string{false: {"#000000", "#181818", "#1E1E1E"}, true: {"#FFFFFF", "#FAFAFA"}}
	text := []Style{Dim, Accent, Late, Risk, Fine}
	for _, look := range []Look{Calm, Contrast} {
		for _, in := range []Colours{TrueColours, TwoHundredFiftySix} {
			for _, light := range []bool{false, true} {
				p := &palettes[look]
				read := func(what string, role Style, of map[Style]colour, behind ...string) {
					c, ok := of[role]
					if !ok {
						c = p.roles[role]
					}
					least := 4.5
					if look == Contrast && role != Rule && what == "usual" {
						least = 7
					}
					for _, b := range behind {
						if got := contrast(seen(t, c.on(in, light), in), seen(t, b, in)); got < least {
							t.Errorf("%v, %d colours, light %v, role %d on %s (%s): %.2f, want %.1f", look, in, light, role, b, what, got, least)
						}
					}
				}
				roles := text
				if look == Contrast {
					roles = append(roles, Rule)
				}
				for _, role := range roles {
					read("usual", role, nil, usual[light]...)
					read("selected", role, p.onSelected, p.selected.in(in, light))
					read("day off", role, nil, p.shade.in(in, light))
				}
			}
		}
	}
}

// In 256 colours what is grey stays grey: from the ramp of greys, and no violet; what is late is no pink: red leads, and blue comes last.
func TestIn256ColoursGreyIsGreyAndLateIsOrangeOrRed(t *testing.T) {
	for _, look := range []Look{Calm, Contrast} {
		for _, roles := range []map[Style]colour{palettes[look].roles, palettes[look].onSelected} {
			for role, c := range roles {
				for _, light := range []bool{false, true} {
					name := c.on(TwoHundredFiftySix, light)
					seen := seen(t, name, TwoHundredFiftySix)
					switch n, err := strconv.Atoi(name); {
					case err != nil || n < 16 || n > 255:
						t.Errorf("%v, role %d: %q is none of the 240 that are the same everywhere", look, role, name)
					case (role == Dim || role == Rule) && n < 232:
						t.Errorf("%v, role %d: %s is not of the ramp of greys", look, role, name)
					case role == Late && (seen.R < seen.G+0.1 || seen.B > seen.G):
						t.Errorf("%v, role %d: %s is %s, neither orange nor red", look, role, name, seen.Hex())
					}
				}
			}
		}
	}
}

func (b background) in(c Colours, light bool) string {
	switch {
	case c == TwoHundredFiftySix && light:
		return b.light256
	case c == TwoHundredFiftySix:
		return b.dark256
	case light:
		return b.light
	}
	return b.dark
}

// Late, at risk and fine stay apart for people who see red and green alike: by their lightness, or by blue against yellow.
func TestSignalsStayApartWithoutRedAndGreen(t *testing.T) {
	for _, look := range []Look{Calm, Contrast} {
		for _, pair := range [][2]Style{{Late, Risk}, {Late, Fine}, {Risk, Fine}} {
			a, b := dichromat(seen(t, palettes[look].roles[pair[0]].dark, TrueColours)), dichromat(seen(t, palettes[look].roles[pair[1]].dark, TrueColours))
			if d := a.DistanceLab(b); d < 0.09 {
				t.Errorf("%v: roles %v are %.2f apart", look, pair, d)
			}
		}
	}
}

// dichromat is how a colour looks to somebody without cones for green (Viénot, Brettel and Mollon, "Digital Video Colourmaps for
// Checking the Legibility of Displays by Dichromats", 1999).
func dichromat(c colorful.Color) colorful.Color {
	r, g, b := c.LinearRgb()
	return colorful.LinearRgb(0.29275*r+0.70725*g, 0.29275*r+0.70725*g, -0.02234*r+0.02234*g+b).Clamped()
}

// The plain look has no colour at all, on any terminal.
func TestThePlainLookHasNoColour(t *testing.T) {
	for in := NoColours; in <= TrueColours; in++ {
		theme := Plain.On(Terminal{Colours: in})
		for s := range Style(styleCount) {
			if want := "\x1b[0"; len(theme.sgr[s]) > len(want+";1;4;7;9m") {
				t.Fatalf("style %d: %q", s, theme.sgr[s])
			}
		}
	}
}

// In the terminal's sixteen colours every signal has another one, also on a light background.
func TestSignalsHaveColoursOfTheirOwnInSixteen(t *testing.T) {
	for _, look := range []Look{Calm, Contrast} {
		for _, light := range []bool{false, true} {
			theme, by := look.On(Terminal{Colours: Sixteen, Light: light}), map[string]Style{}
			for _, role := range []Style{Text, Late, Risk, Fine} {
				key := fmt.Sprint(theme.sgr[role])
				if other, twice := by[key]; twice && look == Calm {
					t.Errorf("%v, light %v: %d and %d look alike", look, light, other, role)
				}
				by[key] = role
			}
		}
	}
}

// A part of a cell is as bright as the glyph beside it, with its ink and its ground: a bar is one shape, in true colour and in 256.
func TestAPartOfABarIsAsBrightAsItsGlyph(t *testing.T) {
	for _, look := range []Look{Calm, Contrast} {
		for _, in := range []Colours{TrueColours, TwoHundredFiftySix} {
			for _, light := range []bool{false, true} {
				on, bars := Terminal{Colours: in, Light: light}, &palettes[look].bars
				for name, b := range map[string]struct {
					bar
					inked float64 // share of the glyph's cell
				}{"░": {bars.ahead, 0.25}, "▒": {bars.late, 0.5}, "▓": {bars.work, 0.75}} {
					ink, ground, tone := seen(t, b.ink.on(on), in), seen(t, b.ground.on(on), in), seen(t, b.tone.on(on), in)
					if mixed := ground.BlendRgb(ink, b.inked); math.Abs(mixed.R-tone.R)+math.Abs(mixed.G-tone.G)+math.Abs(mixed.B-tone.B) > 0.03 {
						t.Errorf("%v, %+v: %s is %s, its part %s", look, on, name, mixed.Hex(), tone.Hex())
					}
				}
			}
		}
	}
}
