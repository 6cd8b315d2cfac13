package input

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestKeysEditALine(t *testing.T) {
	const text = "Antenna module goal:launch"
	for _, c := range []struct {
		keys string
		want string // | is the cursor
	}{
		{"", "Antenna module goal:launch|"},
		{"ctrl+a", "|Antenna module goal:launch"},
		{"home right ctrl+f", "An|tenna module goal:launch"},
		{"home end left ctrl+b", "Antenna module goal:laun|ch"},
		{"backspace ctrl+h", "Antenna module goal:laun|"},
		{"home delete ctrl+d", "|tenna module goal:launch"},
		{"ctrl+w", "Antenna module |"},
		{"ctrl+w ctrl+w", "Antenna |"},
		{"alt+backspace", "Antenna module goal:|"},
		{"alt+b", "Antenna module goal:|launch"},
		{"alt+b ctrl+left alt+left", "Antenna |module goal:launch"},
		{"home alt+f ctrl+right", "Antenna module| goal:launch"},
		{"home alt+d", "| module goal:launch"},
		{"alt+b ctrl+k", "Antenna module goal:|"},
		{"alt+b ctrl+u", "|launch"},
		{"home left backspace", "|Antenna module goal:launch"},
		{"right delete", "Antenna module goal:launch|"},
		{"f5 ctrl+g", "Antenna module goal:launch|"},
	} {
		x := NewText(text)
		press(x.Key, strings.Fields(c.keys)...)
		if got := x.Value()[:x.Cursor()] + "|" + x.Value()[x.Cursor():]; got != c.want {
			t.Errorf("%s: %q, not %q", c.keys, got, c.want)
		}
	}
}

func TestACharacterIsWhatAPersonCountsAsOne(t *testing.T) {
	for _, text := range []string{"👩‍👩‍👧", "e\u0301", "🇩🇪", "日", "नी", "한"} {
		x := NewText("a" + text + "b")
		press(x.Key, "left", "left")
		if x.Cursor() != 1 {
			t.Errorf("left over %q goes to byte %d", text, x.Cursor())
		}
		if press(x.Key, "delete"); x.Value() != "ab" {
			t.Errorf("delete %q leaves %q", text, x.Value())
		}
		x = NewText(text)
		if press(x.Key, "backspace"); x.Value() != "" {
			t.Errorf("backspace over %q leaves %q", text, x.Value())
		}
	}
}

func TestAnAccentTypedByItselfJoinsItsLetter(t *testing.T) {
	x := NewText("")
	typeIn(x.Key, "e\u0301a")
	if press(x.Key, "left", "backspace"); x.Value() != "a" {
		t.Errorf("%q is left", x.Value())
	}
}

// A picture that a terminal sends in parts is one; a joiner that nothing follows, or a letter that it does not join, is left out.
func TestAPictureThatComesInPartsIsOne(t *testing.T) {
	for typed, want := range map[string]string{
		"👩\u200d👩\u200d👧 x": "👩\u200d👩\u200d👧 x", "👁\ufe0f\u200d🗨\ufe0f": "👁\ufe0f\u200d🗨\ufe0f", "👩🏽\u200d🚀": "👩🏽\u200d🚀", "نمی\u200cخ": "نمی\u200cخ",
		"👩\u200d": "👩", "👩\u200d x👧": "👩 x👧", "a\u200db": "ab", "👩\u200d\u200d👧": "👩\u200d👧",
	} {
		x := NewText("")
		for _, r := range typed {
			typeIn(x.Key, string(r))
		}
		if x.Value() != want {
			t.Errorf("%+q is %+q, want %+q", typed, x.Value(), want)
		}
	}
	x := NewText("👩")
	typeIn(x.Key, "\u200d")
	press(x.Key, "home", "end")
	if typeIn(x.Key, "👧"); x.Value() != "👩\u200d👧" && x.Value() != "👩👧" {
		t.Errorf("%+q", x.Value())
	}
	typeIn(x.Key, "\u200d")
	press(x.Key, "left")
	if typeIn(x.Key, "y"); !roadmap.IsClean(x.Value()) || !strings.Contains(x.Value(), "y") {
		t.Errorf("%+q", x.Value())
	}
}

func TestAPasteIsOneLineWithoutControlCharacters(t *testing.T) {
	for pasted, want := range map[string]string{
		"\r\n\tthree\n":                   "[ three ]",
		"\x1b[31mred\x1b[0m \x00bell\x07": "[[31mred[0m bell]",
		" kept apart ":                    "[ kept apart ]",
		"a\u202eb\u200bc":                 "[abc]",
		"\n":                              "[]",
		"👩‍👩‍👧":                           "[👩‍👩‍👧]",
		"👩\u200d":                         "[👩]",
	} {
		x := NewText("[]")
		press(x.Key, "left")
		if paste(x.Key, pasted); x.Value() != want {
			t.Errorf("%q pasted makes %q, not %q", pasted, x.Value(), want)
		}
	}
}

func TestATextThatIsTooLongIsNotTakenIn(t *testing.T) {
	x := NewText("kept")
	if paste(x.Key, strings.Repeat("x", Most)); x.Value() != "kept" {
		t.Errorf("%d bytes are taken", len(x.Value()))
	}
	if paste(x.Key, strings.Repeat("é", Most-len("kept"))); x.Value() != "kept"+strings.Repeat("é", Most-len("kept")) {
		t.Errorf("%d bytes are taken of what is just short enough", len(x.Value()))
	}
}

// What is too long to be put in is told with its length and the limit, in each component that takes text, and what was there stays.
func TestWhatIsTooLongIsTold(t *testing.T) {
	wide := strings.Repeat("q", 1_000_000)
	line := NewLine(LineOptions{Prompt: "add", Text: "kept", Enter: "add", Esc: "done", Read: func(Typed) Reading { return Reading{} }})
	name := NewLine(LineOptions{Prompt: "export to", Text: "kept", Enter: "write", Esc: "leave"})
	form := NewForm(FormOptions{Fields: []Field{{Name: "title", Label: "Title", Value: "kept"}}})
	area := NewArea("Notes", "kept")
	palette := NewPalette([]Command{{Name: "Undo"}}, nil)
	picker := NewPicker(PickerOptions{Sides: []Side{{Title: "Teams", Rows: []Row{{Title: "kept"}}}}})
	for called, c := range map[string]interface {
		Key(tea.KeyMsg) Outcome
		Draw(t *paint.Theme, w, h int) []string
	}{"line": line, "name": name, "form": form, "area": area, "palette": palette, "picker": picker} {
		out := c.Key(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(wide), Paste: true})
		shown := ansi.Strip(strings.Join(c.Draw(plain, 120, 12), "\n"))
		if out.Did == Changed || !strings.Contains(shown, "too long: 100000") || strings.Contains(shown, "qqq") {
			t.Errorf("%s: %v, shows\n%s", called, out.Did, shown)
		}
		if most := map[bool]string{true: "at most 100000", false: "at most 65536"}[called == "area"]; !strings.Contains(shown, most) {
			t.Errorf("%s does not say %q:\n%s", called, most, shown)
		}
		c.Key(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("x"), Paste: true})
		if shown := strings.Join(c.Draw(plain, 120, 12), "\n"); strings.Contains(shown, "too long") {
			t.Errorf("%s still says it:\n%s", called, shown)
		}
	}
	if name.Text() != "keptx" || area.Text() != "keptx" {
		t.Errorf("what was there is %q and %q", name.Text(), area.Text())
	}
}

func TestALongTextScrollsSoThatTheCursorIsSeen(t *testing.T) {
	x := NewText("Enclosure tooling waits for it")
	for _, c := range []struct{ keys, want string }{
		{"", "…ing waits for it▏"},
		{"home", "Enclosure tooling…"},
		{"end", "…ing waits for it▏"},
		{"left left left left left left left left left left left left", "…ing waits for it"},
		{"ctrl+k", "…closure tooling ▏"},
	} {
		press(x.Key, strings.Fields(c.keys)...)
		l := plain.Line(18)
		x.Draw(plain, l, 18, true)
		if got := ansi.Strip(l.String()); strings.TrimSpace(got) != strings.TrimSpace(c.want) {
			t.Errorf("%s: %q, not %q", c.keys, got, c.want)
		}
	}
}

func TestTheCursorIsAlwaysDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := NewText(rapid.SampledFrom(oddTexts).Draw(t, "text"))
		for _, k := range rapid.SliceOfN(rapid.SampledFrom([]string{"left", "right", "home", "end", "alt+b", "x", "日", "backspace"}), 0, 30).Draw(t, "keys") {
			press(x.Key, k)
			w := rapid.IntRange(2, 30).Draw(t, "width")
			l := plain.Line(w)
			x.Draw(plain, l, w, true)
			if s := l.String(); !strings.Contains(s, plain.Cursor) && !strings.Contains(s, "\x1b[0;7m") {
				t.Fatalf("%q at %d in %d cells: no cursor in %q", x.Value(), x.Cursor(), w, s)
			}
		}
	})
}

func TestWhatIsTypedCanBeKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := NewText(rapid.String().Draw(t, "begun"))
		for range rapid.IntRange(0, 12).Draw(t, "keys") {
			if rapid.Bool().Draw(t, "type") {
				paste(x.Key, rapid.OneOf(rapid.String(), rapid.SampledFrom(oddTexts)).Draw(t, "pasted"))
			} else {
				press(x.Key, rapid.SampledFrom(keysToTry).Draw(t, "key"))
			}
			if !roadmap.IsClean(x.Value()) || strings.ContainsAny(x.Value(), "\n\t") {
				t.Fatalf("%q cannot be kept", x.Value())
			}
			if c := x.Cursor(); c > 0 && nextCluster(x.Value(), previousCluster(x.Value(), c)) != c {
				t.Fatalf("the cursor lies in a character: %q at %d", x.Value(), c)
			}
		}
	})
}

func TestWithoutFocusThereIsNoCursor(t *testing.T) {
	x := NewText("Design")
	l := plain.Line(10)
	x.Draw(plain, l, 10, false, Mark{0, 3, paint.Late})
	if got := ansi.Strip(l.String()); got != "Design    " || strings.Contains(l.String(), ";7m") {
		t.Errorf("%q", l.String())
	}
}

func TestAJoinerGoesWithWhatItJoined(t *testing.T) {
	x := NewText("نمی\u200cخ")
	if press(x.Key, "backspace"); x.Value() != "نمی" {
		t.Errorf("%q is left", x.Value())
	}
}

// What is one line takes one line: several would be run into one without a word. Notes take them all.
func TestSeveralLinesAreRefusedWhereOneIsTyped(t *testing.T) {
	name := NewLine(LineOptions{Prompt: "name", Text: "kept"})
	form := NewForm(FormOptions{Title: "Task", Fields: []Field{{Name: "title", Label: "Title", Value: "kept"}}})
	palette := NewPalette(someCommands(), nil)
	picker := NewPicker(PickerOptions{Sides: []Side{{Title: "Goal", Rows: []Row{{ID: "a", Title: "Launch"}}}}})
	for called, c := range map[string]interface {
		Key(tea.KeyMsg) Outcome
		Draw(t *paint.Theme, w, h int) []string
	}{"line": name, "form": form, "palette": palette, "picker": picker} {
		wantOutcome(t, called, paste(c.Key, "Antenna module\r\n\r\nTrial run\n"), Nothing)
		shown := ansi.Strip(strings.Join(c.Draw(plain, 120, 12), "\n"))
		if !strings.Contains(shown, "2 lines: paste one at a time") || strings.Contains(shown, "Antenna") {
			t.Errorf("%s shows\n%s", called, shown)
		}
	}
	if name.Text() != "kept" || form.Values()[0].Text != "kept" || palette.Text() != "" {
		t.Errorf("taken: %q, %v, %q", name.Text(), form.Values(), palette.Text())
	}
	area := NewArea("Notes", "")
	paste(area.Key, "Antenna module\nTrial run")
	if area.Text() != "Antenna module\nTrial run" {
		t.Errorf("notes are %q", area.Text())
	}
}
