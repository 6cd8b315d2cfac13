package paint

import (
	"io"
	"strings"

	"github.com/muesli/termenv"
)

// environment lets termenv read variables from whoever hands them in.
type environment func(string) string

func (e environment) Getenv(name string) string { return e(name) }
func (e environment) Environ() []string         { return nil }

// TerminalOf reads what the environment tells of the terminal: NO_COLOR, COLORTERM and TERM for its colours, COLORFGBG for
// its background, the locale for its characters. Where the locale says nothing the terminal is taken to show Unicode.
func TerminalOf(getenv func(string) string) Terminal {
	return Terminal{Colours: coloursOf(getenv), Light: lightByEnvironment(getenv), ASCII: asciiByEnvironment(getenv)}
}

func coloursOf(getenv func(string) string) Colours {
	if getenv("NO_COLOR") != "" {
		return NoColours
	}
	out := termenv.NewOutput(io.Discard, termenv.WithEnvironment(environment(getenv)), termenv.WithUnsafe())
	switch out.ColorProfile() {
	case termenv.TrueColor:
		return TrueColours
	case termenv.ANSI256:
		return TwoHundredFiftySix
	case termenv.ANSI:
		return Sixteen
	}
	for _, name := range []string{"screen", "tmux", "rxvt", "putty", "konsole", "cygwin"} {
		if strings.HasPrefix(getenv("TERM"), name) {
			return Sixteen
		}
	}
	return NoColours
}

// lightByEnvironment reads COLORFGBG, "foreground;background" in the sixteen colours: 7 and above but 8 are light.
func lightByEnvironment(getenv func(string) string) bool {
	v := getenv("COLORFGBG")
	bg := v[strings.LastIndexByte(v, ';')+1:]
	return bg == "7" || len(bg) == 1 && bg[0] == '9' || len(bg) == 2 && bg[0] == '1' && bg[1] <= '5'
}

func asciiByEnvironment(getenv func(string) string) bool {
	if getenv("TERM") == "linux" {
		return true
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(getenv(name)); v != "" {
			return !strings.Contains(v, "utf-8") && !strings.Contains(v, "utf8")
		}
	}
	return false
}
