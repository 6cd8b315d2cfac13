package alerts

import "testing"

// Beside the pane, too, a row says which deadline it moves.
func TestTheDeadlineIsNamedBesideThePane(t *testing.T) {
	for _, w := range []int{80, 100, 120, 200} {
		if l := layoutOf(w, 30); l.deadline < leastDeadline {
			t.Errorf("%d cells wide, %d of them for the deadline", w, l.deadline)
		}
	}
	if l := layoutOf(60, 30); l.deadline != 0 {
		t.Error("60 cells have no room for it")
	}
}
