package roadmap_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"bywhen/roadmap"
)

// FuzzText holds that whatever is typed, what is kept of it and what is shown of it is clean; that cleaning is done once and for all;
// that what was clean stays as it was; and that a quoted text is one short line.
func FuzzText(f *testing.F) {
	for _, text := range []string{"Antenna 天線 é", "\x1b[2JGone", "\u009b31m", "a\u202eb", "a\u200db", "👩‍👩‍👧", strings.Repeat("\u0301", 30), "a\xff\xfeb", "two\r\nlines\t", "\u2028", "ك\u200cم", "\U000e0041", " \u00a0 ", "\ufffd",
		"\u0301\u200d\u0301\u200d\u0301", strings.Repeat("👩\u200d", 100)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		line, lineChanged := roadmap.CleanLine(text)
		if !roadmap.IsClean(line) || strings.ContainsAny(line, "\n\t") || line != strings.TrimSpace(line) || !utf8.ValidString(line) {
			t.Fatalf("kept as a line: %q", line)
		}
		if again, changed := roadmap.CleanLine(line); changed || again != line {
			t.Fatalf("%q becomes %q", line, again)
		}
		if !lineChanged && line != strings.TrimSpace(text) {
			t.Fatalf("%q became %q without a word", text, line)
		}
		whole, wholeChanged := roadmap.CleanText(text)
		if again, changed := roadmap.CleanText(whole); !roadmap.IsClean(whole) || changed || again != whole {
			t.Fatalf("kept as a text: %q, then %q", whole, again)
		}
		if !wholeChanged && whole != strings.ReplaceAll(text, "\r\n", "\n") {
			t.Fatalf("%q became %q without a word", text, whole)
		}
		for _, shown := range []string{roadmap.Visible(text), roadmap.Quote(text)} {
			if !roadmap.IsClean(shown) || strings.ContainsAny(shown, "\n\t") {
				t.Fatalf("%q is shown as %q", text, shown)
			}
		}
		if roadmap.IsClean(text) && !strings.ContainsAny(text, "\n\t") && roadmap.Visible(text) != text {
			t.Fatalf("%q is shown as %q", text, roadmap.Visible(text))
		}
		if q := roadmap.Quote(text); utf8.RuneCountInString(q) > 1000 {
			t.Fatalf("%d characters", utf8.RuneCountInString(q))
		}
	})
}
