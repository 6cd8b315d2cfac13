package tui

import (
	"cmp"
	"fmt"
	"slices"
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
	for _, typed := range m.allUntaken() {
		all = append(all, strings.TrimSpace(m.shortTitle(typed.In)+" "+roadmap.Quote(typed.Text)))
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

// allUntaken is what was typed into what is open, and into notes that were left, which E would have taken up again.
func (m *Model) allUntaken() []input.Untaken {
	var out, left []input.Untaken
	for _, o := range m.over {
		if c, ok := o.component.(interface{ Untaken() []input.Untaken }); ok {
			out = append(out, c.Untaken()...)
		}
	}
	for of, text := range m.unsavedNotes {
		typed := input.Untaken{In: m.scene.Title(of), Text: strings.TrimSpace(text)}
		open := slices.ContainsFunc(out, func(u input.Untaken) bool { return u.In == typed.In }) // again, with what was typed since
		if typed.Text != "" && !open {
			left = append(left, typed)
		}
	}
	slices.SortFunc(left, func(a, b input.Untaken) int { return cmp.Or(cmp.Compare(a.In, b.In), cmp.Compare(a.Text, b.Text)) })
	return append(out, left...)
}
