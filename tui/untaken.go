package tui

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/input"
)

// mostUntaken is how many texts are named where more were typed.
const mostUntaken = 3

// untaken says which texts were typed and not taken, as `typed, and not taken: add "Antenna mod"`; empty where none is. What only
// looks for something, as in the palette, is not among them. It is asked on the way out, also after a mistake of the program: where
// what is open is in no state to tell, it tells nothing.
func (m *Model) untaken() (says string) {
	defer func() {
		if recover() != nil {
			says = ""
		}
	}()
	var all []string
	for _, o := range m.over {
		c, ok := o.component.(interface{ Untaken() []input.Untaken })
		if !ok {
			continue
		}
		for _, typed := range c.Untaken() {
			all = append(all, strings.TrimSpace(m.shortTitle(typed.In)+" "+roadmap.Quote(typed.Text)))
		}
	}
	if len(all) == 0 {
		return ""
	}
	more := ""
	if n := len(all) - mostUntaken; n > 0 {
		all, more = all[:mostUntaken], fmt.Sprintf(" and %d more", n)
	}
	return "typed, and not taken: " + strings.Join(all, ", ") + more
}
