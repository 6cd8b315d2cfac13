package action

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func TestEveryKeyDoesOneThing(t *testing.T) {
	seen := map[string]Action{}
	for _, e := range All() {
		for _, k := range e.Binding.Keys() {
			if other, twice := seen[k]; twice {
				t.Errorf("%q does %q and %q", k, other.Entry().Name(), e.Name())
			}
			seen[k] = e.Action
		}
	}
}

func TestEveryActionHasANameAndAWord(t *testing.T) {
	for a := Down; a < count; a++ {
		if e := a.Entry(); e.Name() == "" || e.Short == "" {
			t.Errorf("action %d has no name", a)
		}
	}
}

func TestAKeyFindsItsAction(t *testing.T) {
	for k, want := range map[string]Action{"j": Down, "down": Down, " ": NextStatus, "ctrl+z": Suspend, "é": None, "": None} {
		if got := Of(k); got != want {
			t.Errorf("%q does %q, want %q", k, got.Entry().Name(), want.Entry().Name())
		}
	}
	if k := (tea.KeyMsg{Type: tea.KeyCtrlZ}); !Suspend.Has(k) || Quit.Has(k) {
		t.Error("ctrl+z is not the key of Suspend alone")
	}
}

func TestAKeyCostsNoMemory(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Of("ctrl+r") }); n != 0 {
		t.Errorf("%v allocations a key", n)
	}
}
