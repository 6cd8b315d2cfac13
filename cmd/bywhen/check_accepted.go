package main

import (
	"slices"
	"strings"

	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// printAccepted prints until when and why flags were accepted, and under it what they are on, each with the days of its worst: else
// nobody could tell from what is printed why a deadline is late of which nothing more is said.
func (p *program) printAccepted(plan *schedule.Plan, all []schedule.Flag) {
	var words []string
	on := map[string][]string{} // by the words
	met := map[schedule.Ref]bool{}
	for i := range all {
		f := &all[i]
		if !f.Known || met[f.Subject()] {
			continue
		}
		met[f.Subject()] = true
		title, text := refTitle(plan.Roadmap, f.Subject()), plan.AcceptedText(all, i)
		if countsDays(f) && f.Kind != schedule.Untold {
			title += " " + paint.Delta(f.Days, f.OpenEnd)
		}
		if on[text] == nil {
			words = append(words, text)
		}
		on[text] = append(on[text], title)
	}
	for _, text := range words {
		p.printf("%s\n          %s\n", visible(text), visible(strings.Join(on[text], ", ")))
	}
}

// anyAccepted tells whether one of the flags was accepted.
func anyAccepted(flags []schedule.Flag) bool {
	return slices.ContainsFunc(flags, func(f schedule.Flag) bool { return f.Known })
}
