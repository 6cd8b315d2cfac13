package input

import tea "github.com/charmbracelet/bubbletea"

// Did is what came of a key.
type Did uint8

// What may come of a key.
const (
	Ignored Did = iota // it means nothing here
	Nothing            // taken, and there is nothing to do about it
	Changed            // the text, the choice or the place in it is another now
	Taken              // enter: what was typed or chosen is to be done
	Left               // esc: it is over, and nothing is to be done
)

// Outcome is the answer to a key.
type Outcome struct {
	Did Did
	At  int // Taken: which answer of an Ask, which command of a Palette, which row of a Picker of one

	Refused string // Nothing: why what was typed or pasted could not be put in; a component with a place for it shows it
}

// leaves tells whether a key ends a component whatever is open on top of it.
func leaves(k tea.KeyMsg) bool { return k.Type == tea.KeyCtrlC }
