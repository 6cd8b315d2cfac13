package input

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bywhen/tui/paint"
)

// What is said of a text and the note under it are said to their ends, in as many lines as that takes; where that would take more than
// half of a page that the text does not fit, each has one.
func TestAPageSaysAllOfItsNote(t *testing.T) {
	p := NewPage("To Murata", "When will it be done?", "copied, if the terminal allows it (OSC 52)", false)
	p.Note("kept on Antenna module as asked today, last on 20 Nov; u takes it back")
	wantPicture(t, p.Draw(plain, 60, p.HeightIn(60)), `
─ To Murata ────────────────────────────────────────────────
 When will it be done?

 kept on Antenna module as asked today, last on 20 Nov; u
 takes it back
 copied, if the terminal allows it (OSC 52)
                                         y copy   esc close`)
	wantPicture(t, p.Draw(plain, 90, p.HeightIn(90)), `
─ To Murata ──────────────────────────────────────────────────────────────────────────────
 When will it be done?

 kept on Antenna module as asked today, last on 20 Nov; u takes it back
 copied, if the terminal allows it (OSC 52)                            y copy   esc close`)
	wantPicture(t, p.Draw(plain, 60, 4), `
─ To Murata ────────────────────────────────────────────────
 When will it be done?
 kept on Antenna module as asked today, last on 20 Nov; u t…
 copied, if the terminal allows it (O…   y copy   esc close`)
}

// Whatever is said, and however small the page: it has the lines that it was given, each as wide as it is.
func TestAPageIsAsLargeAsItIsGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := func(name string) string {
			return strings.TrimSpace(strings.Repeat("word ", rapid.IntRange(0, 40).Draw(t, name)))
		}
		p := NewPage("title", words("text"), words("says"), false, Hint{"w", "week"}, Hint{"t", "team"})
		p.Note(words("note"))
		w, h := rapid.IntRange(1, 90).Draw(t, "w"), rapid.IntRange(1, 20).Draw(t, "h")
		lines := p.Draw(plain, w, h)
		if len(lines) != h {
			t.Fatalf("%d lines, not %d", len(lines), h)
		}
		for _, l := range lines {
			if paint.Width(l) != w {
				t.Fatalf("a line of %d cells, not %d: %q", paint.Width(l), w, l)
			}
		}
	})
}
