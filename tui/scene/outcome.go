package scene

import (
	"bywhen/roadmap/fix"
	"bywhen/tui/action"
)

// Outcome is a view's answer to a key or a click.
type Outcome struct {
	Handled bool          // the view knew what to do; otherwise the key means what it means everywhere
	Select  Ref           // what is selected now; the zero value where nothing of its own is (a group by phase)
	Do      action.Action // something that the program is to do, as if its key had been pressed
	GoTo    Ref           // show this in the Plan
	Ledger  Ref           // open the slip ledger of this deadline
	Change  uint64        // show this change in the History
	Say     string        // a message for the bottom line
	Travel  Travel        // through the history
	Way     *fix.Fix      // a way out that was chosen
}

// Travel is where in time a view asks to go.
type Travel uint8

// Nowhere; after the change that the History stands on; back.
const (
	Stay Travel = iota
	ToPast
	ToPresent
)

// Mouse is what was done with the mouse.
type Mouse uint8

// The gestures that views answer.
const (
	Click Mouse = iota
	DoubleClick
	WheelDown
	WheelUp
)
