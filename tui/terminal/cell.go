package terminal

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// cell is one cell of a line: what is in it, and the sequence of its style. The second cell of a wide character is empty.
type cell struct{ text, style string }

// reset is the sequence of the terminal's own style.
const reset = "\x1b[0m"

var blank = cell{" ", reset}

// cells appends the cells of a line. A space is of the terminal's own style where its style would not be seen.
func cells(to []cell, line string) []cell {
	style, onSpace := reset, reset
	for len(line) > 0 {
		switch c := line[0]; {
		case c == ' ' && plain(line):
			to, line = append(to, cell{" ", onSpace}), line[1:]
		case c > ' ' && c < 0x7f && plain(line):
			to, line = append(to, cell{line[:1], style}), line[1:]
		case strings.HasPrefix(line, "\x1b["):
			n := strings.IndexByte(line, 'm') + 1
			if n == 0 {
				return to
			}
			style, line = line[:n], line[n:]
			if onSpace = style; !seenOnSpace(style) {
				onSpace = reset
			}
		default:
			text, n := ansi.FirstGraphemeCluster(line, ansi.GraphemeWidth)
			to, line = append(to, cell{text, style}), line[len(text):]
			for ; n > 1; n-- {
				to = append(to, cell{"", style})
			}
		}
	}
	return to
}

// plain tells whether the first byte of a line is a character of its own: what follows does not join it.
func plain(line string) bool { return len(line) == 1 || line[1] < 0x80 }

// seenOnSpace tells whether a style is seen on a space: it has a background, or a line, or is reversed.
func seenOnSpace(style string) bool {
	if style == reset {
		return false
	}
	parameters := strings.Split(style[2:len(style)-1], ";")
	for i := 0; i < len(parameters); i++ {
		switch p := parameters[i]; {
		case p == "38" && i+1 < len(parameters) && parameters[i+1] == "5":
			i += 2
		case p == "38":
			i += 4
		case p == "4", p == "7", p == "9", p == "48", len(p) == 2 && p[0] == '4', len(p) == 3 && p[:2] == "10":
			return true
		}
	}
	return false
}
