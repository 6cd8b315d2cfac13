package input

import "testing"

// However narrow a footer is, the key that leaves is the last to go.
func TestTheKeyThatLeavesIsTheLastToGo(t *testing.T) {
	hints := []Hint{{"enter", "begin"}, {"tab", "choose"}, {"esc", "later"}, {"?", "help"}}
	for w, want := range map[int]string{60: "enter tab esc ?", 39: "enter tab esc", 36: "enter tab esc", 35: "enter esc", 23: "enter esc", 22: "esc", 9: "esc", 8: ""} {
		got, cells := fitting(hints, w)
		text := ""
		for _, h := range got {
			if text != "" {
				text += " "
			}
			text += h.Key
		}
		if text != want || cells > w {
			t.Errorf("in %d cells: %q of %d, want %q", w, text, cells, want)
		}
	}
}
