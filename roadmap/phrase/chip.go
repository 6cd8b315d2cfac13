package phrase

import "slices"

// Chip is what one or more words of a line were taken for.
type Chip struct {
	Field string // the name in the roadmap's JSON, as "deadline"; "after", "because" and "text" are the others
	Text  string // as understood, as "due Thu 12 Mar"; with a Problem that leaves nothing to understand, as typed
	// Problem says why the value cannot be taken, and what to do. Empty where it can.
	Problem string
	// Doubt says what else may have been meant, as "did you mean Operations?". The line is taken as Text says all the same.
	Doubt      string
	Begun      bool // its value is still to come, which is the Problem
	New        bool // it makes a team that is not there yet
	Start, End int  // bytes of the text as typed, End exclusive; of a title in several places the first; 0, 0 where nothing was typed
}

// sortChips puts chips in the order of the text.
func sortChips(chips []Chip) {
	slices.SortStableFunc(chips, func(a, b Chip) int { return a.Start - b.Start })
}
