package terminal

import "strings"

// turns are the sequences from one style to another, worked out once each.
type turns map[[2]string]string

// from is the shortest sequence that turns a style into another: what changes, or all of it after a reset.
func (t *turns) from(was, is string) string {
	key := [2]string{was, is}
	if out, known := (*t)[key]; known {
		return out
	}
	if *t == nil || len(*t) >= mostTurns {
		*t = turns{}
	}
	out := turn(was, is)
	(*t)[key] = out
	return out
}

// between is from, but nothing where the style stays.
func (t *turns) between(was, is string) string {
	if was == is || is == anyStyle {
		return ""
	}
	return t.from(was, is)
}

// mostTurns is how many are kept: a theme has some hundred that are met.
const mostTurns = 4096

func turn(was, is string) string {
	whole := "\x1b[" + strings.TrimPrefix(is, "\x1b[0")
	if part := "\x1b[" + strings.Join(parse(was).changes(parse(is)), ";") + "m"; len(part) < len(whole) {
		return part
	}
	return whole
}

// drawn is a style taken apart: its colours as parameters, empty for the terminal's own, and its attributes by their numbers.
type drawn struct {
	fore, behind string
	on           [10]bool
}

// parse takes a style apart that package paint made: a reset, then colours and attributes.
func parse(style string) (d drawn) {
	parameters := strings.Split(strings.TrimSuffix(strings.TrimPrefix(style, "\x1b["), "m"), ";")
	for len(parameters) > 0 {
		n := 1
		switch p := parameters[0]; {
		case (p == "38" || p == "48") && len(parameters) > 2:
			if n = 3; parameters[1] == "2" {
				n = min(5, len(parameters))
			}
			if colour := strings.Join(parameters[:n], ";"); p == "38" {
				d.fore = colour
			} else {
				d.behind = colour
			}
		case len(p) == 1 && p[0] > '0':
			d.on[p[0]-'0'] = true
		case len(p) == 2 && (p[0] == '3' || p[0] == '9'):
			d.fore = p
		case len(p) == 2 && p[0] == '4' || len(p) == 3 && p[:2] == "10":
			d.behind = p
		}
		parameters = parameters[n:]
	}
	return d
}

// offs are the parameters that switch an attribute off; bold and faint share one.
var offs = [10]string{1: "22", 2: "22", 3: "23", 4: "24", 5: "25", 7: "27", 8: "28", 9: "29"}

// changes are the parameters from one style to another.
func (d drawn) changes(to drawn) (out []string) {
	weight := d.on[1] && !to.on[1] || d.on[2] && !to.on[2]
	for n := range d.on {
		if d.on[n] && !to.on[n] && (n > 2 || len(out) == 0) {
			out = append(out, offs[n])
		}
	}
	for n := range to.on {
		if to.on[n] && (!d.on[n] || weight && n <= 2) {
			out = append(out, string(rune('0'+n)))
		}
	}
	if d.fore != to.fore {
		out = append(out, or(to.fore, "39"))
	}
	if d.behind != to.behind {
		out = append(out, or(to.behind, "49"))
	}
	return out
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
