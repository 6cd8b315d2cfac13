package action

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func TestEveryKeyDoesOneThing(t *testing.T) {
	seen := map[string]Action{}
	for _, e := range Default().All() {
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
		if got := Default().Of(k); got != want {
			t.Errorf("%q does %q, want %q", k, got.Entry().Name(), want.Entry().Name())
		}
	}
	if k := (tea.KeyMsg{Type: tea.KeyCtrlZ}); !Default().Has(Suspend, k) || Default().Has(Quit, k) {
		t.Error("ctrl+z is not the key of Suspend alone")
	}
}

func TestAKeyCostsNoMemory(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Default().Of("ctrl+r") }); n != 0 {
		t.Errorf("%v allocations a key", n)
	}
}

func TestEveryActionHasANameOfItsOwnInAConfiguration(t *testing.T) {
	for _, e := range Default().All() {
		if got := Named(e.ConfigName()); got != e.Action {
			t.Errorf("%q is also the name of %q", e.ConfigName(), got.Entry().Name())
		}
	}
}

// What a person may write for a key comes as Bubble Tea names it.
func TestKeysAreWrittenAsPeopleNameThem(t *testing.T) {
	for in, want := range map[string]string{"a": "a", "A": "A", "é": "é", "space": " ", " ": " ", "Ctrl+D": "ctrl+d", "PgDown": "pgdown", "pageup": "pgup", "F5": "f5",
		"shift+tab": "shift+tab", "alt+up": "alt+up", "ctrl+shift+left": "ctrl+shift+left", "+": "+", "escape": "esc"} {
		if got, err := ParseKey(in); got != want || err != nil {
			t.Errorf("%q is %q, %v", in, got, err)
		}
	}
	for in, want := range map[string]string{"ctrl+i": "a terminal sends tab for ctrl+i: write that", "shift+a": "with shift a key is another character: write A",
		"alt+x": "a terminal cannot tell alt+x from esc and x right after it", "ctlr+a": "there is no key", "": "there is no key", "f13": "there is no key", "f5x": "there is no key",
		"\x01": "cannot be typed", "ctrl+": "there is no key"} {
		if got, err := ParseKey(in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is %q, %v", in, got, err)
		}
	}
}

func TestEachKeyOfTheTableCanBeWritten(t *testing.T) {
	for _, e := range Default().All() {
		for _, k := range e.Binding.Keys() {
			if got, err := ParseKey(KeyName(k)); got != k || err != nil {
				t.Errorf("%q is read as %q, %v", k, got, err)
			}
		}
	}
}

func TestAChangedKeyIsShownEverywhere(t *testing.T) {
	k := Default().Change(map[Action][]string{Add: {"ctrl+n", "down"}, Links: nil})
	if k.Of("ctrl+n") != Add || k.Of("a") != None || k.Of("L") != None || k.Key(Add) != "ctrl+n" || k.Key(Links) != "" {
		t.Error("the keys are not changed")
	}
	if got := k.Text("‹a› adds tasks, ‹A› teams, ‹L› links, ‹space› status"); got != "ctrl+n adds tasks, A teams, :Links: what this waits for links, space status" {
		t.Errorf("the text is %q", got)
	}
	if name, first, second, found := k.Shared(); !found || name != "down" || first != Down || second != Add {
		t.Errorf("shared: %q %v %v %v", name, first, second, found)
	}
	if Default().Of("a") != Add {
		t.Error("the keys as they come are changed too")
	}
}

// Keys that go together are shown in short where the same key is held with both.
func TestKeysThatGoTogether(t *testing.T) {
	k := Default()
	for want, got := range map[string]string{
		"shift+← →":    k.Pair(BarEarlier, BarLater),
		"- +":          k.Pair(ZoomOut, ZoomIn),
		"ctrl+u → →":   k.Change(map[Action][]string{BarEarlier: {"ctrl+u"}, BarLater: {"right"}}).Pair(BarEarlier, BarLater) + " →",
		"shift+→":      k.Change(map[Action][]string{BarEarlier: {}}).Pair(BarEarlier, BarLater),
		"alt+home end": k.Change(map[Action][]string{BarEarlier: {"alt+home"}, BarLater: {"alt+end"}}).Pair(BarEarlier, BarLater),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
