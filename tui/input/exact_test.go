package input

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/fix"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// component is what all of them have in common.
type component interface {
	Key(tea.KeyMsg) Outcome
	Draw(t *paint.Theme, w, h int) []string
}

var today = roadmap.NewDate(2026, 11, 23)

// oddTexts are what a text field gets to see sooner or later.
var oddTexts = []string{"", "Antenna module", "日本語のタイトル", "👩‍👩‍👧 family", "🇩🇪🇫🇷", "e\u0301cole", "a\x1b[31mred\x07", "one\r\ntwo\tthree", "\u200d\u202e", "नमस्ते", "نمی\u200cخواهم",
	strings.Repeat("very long ", 50), "@murata promised:11-dec due:dings +2d :ss", "`~!@#$%^&*()"}

var keysToTry = []string{"enter", "esc", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pgup", "pgdown", "backspace", "delete", " ",
	"ctrl+a", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+d", "ctrl+s", "ctrl+n", "ctrl+p", "alt+b", "alt+f", "alt+d", "alt+enter", "ctrl+home", "ctrl+end", "x", "/", "?", "m", "日", "👩", "+"}

// everyComponent begins one of each, filled with texts as odd as they come.
func everyComponent(odd string) map[string]component {
	effects := []schedule.Effect{{Deadline: schedule.Deadline{Title: "Launch " + odd, Forecast: today + 30, Days: 4}, Before: today + 24, Moved: 4}, {Deadline: schedule.Deadline{Title: odd}}}
	candidates := []phrase.Candidate{{Insert: "mech", Label: odd, Detail: "3 people"}, {Insert: odd, Label: "Mechanics"}}
	read := func(t Typed) Reading {
		return Reading{Chips: []phrase.Chip{{Field: "title", Text: "title " + t.Text, End: len(t.Text) / 2}, {Field: "deadline", Problem: odd, Start: len(t.Text) / 2, End: len(t.Text)}},
			Candidates: candidates, Effects: effects, Today: today}
	}
	ctx := func() phrase.Context { return phrase.Context{Today: today} }
	rows := []Row{{ID: "1", Title: odd, Columns: []string{odd, "12 Mar"}, Checked: true, Note: odd}, {ID: "2", Title: "Antenna module"}, {ID: "3", Title: odd + " x"}}
	return map[string]component{
		"line":       NewLine(LineOptions{Prompt: "add", Text: odd, Enter: "add", Esc: "done", Read: read, Kept: []Kept{{Text: odd}}, History: []string{odd, "x"}}),
		"plain line": NewLine(LineOptions{Prompt: odd, Enter: "keep", Esc: "leave", Hint: odd}),
		"picker": NewPicker(PickerOptions{Many: true, Sides: []Side{{Title: odd, Rows: rows}, {Title: "other"}}, Columns: []Column{{"Team", 12, false}, {odd, 8, true}},
			Note: func(s string) (string, error) { return odd, errors.New(odd) },
			Read: func([][]Choice) PickerReading {
				return PickerReading{Effects: effects, Today: today, Refused: func(_ int, id string) string { return strings.Repeat(odd, len(id)%2) }}
			}}),
		"picker of one":   NewPicker(PickerOptions{Sides: []Side{{Title: "Team", Rows: rows}}}),
		"empty picker":    NewPicker(PickerOptions{Sides: []Side{{Title: odd, Empty: odd}}}),
		"palette":         NewPalette([]Command{{odd, "ctrl+r", "", odd}, {"Undo", "u", odd, ""}}, []Place{{odd, odd}}, 1, 7, -1),
		"empty palette":   NewPalette(nil, nil),
		"area":            NewArea(odd, odd),
		"question":        NewAsk(odd, Answer{"enter", "accept"}, Answer{"x", odd}, Answer{"esc", "go on"}),
		"nameless":        NewAsk(""),
		"first question":  NewFirst(ctx, Hint{"a", "add tasks"}, Hint{odd, odd}),
		"help":            NewHelp(odd, []HelpGroup{{"Move", []Hint{{"j ↓", "Down"}, {odd, odd}}}, {odd, []Hint{{"x", odd}}}}),
		"help of nothing": NewHelp("Keys", nil),
		"ways out":        waysOut(odd),
		"no way out yet":  NewWays(odd, today),
		"no way out":      noWays(odd),
		"empty form":      NewForm(FormOptions{Title: odd}),
		"form": NewForm(FormOptions{Title: odd, Fields: []Field{{Name: "title", Label: odd, Value: odd, Hint: odd}, {Name: "team", Label: "Team", Complete: Choices(odd, "Mechanics", "Design")},
			{Name: "deadline", Label: "Deadline", Value: odd, Read: Dates(ctx)}, {Name: "effort", Label: "Effort", Read: Efforts}, {Name: "notes", Label: "Notes", Value: odd, Lines: true}},
			Check: func([]Value) FormReading {
				return FormReading{Effects: effects, Today: today, Problem: odd, Field: "title"}
			}}),
	}
}

// waysOut are three ways out of something, one to be asked for.
func waysOut(odd string) *Ways {
	x := NewWays(odd, today)
	moved := []schedule.Effect{{Deadline: schedule.Deadline{Title: odd}, Moved: 3}, {Deadline: schedule.Deadline{Title: "Launch"}, Moved: -2}}
	x.Show(&fix.Fixes{Title: odd, Late: true, Date: today, Forecast: today + 9, Days: 5, Ways: []fix.Fix{{Title: odd, Days: 5, Forecast: today + 4, Reaches: true, Elsewhere: moved},
		{Title: "Murata " + odd, Ask: odd, Days: 4, EndKnown: true, Asked: today, Forecast: today + 5}, {Title: "cut scope", Days: 1, Forecast: today + 8}}})
	return x
}

func noWays(odd string) *Ways {
	x := NewWays(odd, today)
	x.Show(&fix.Fixes{Title: odd, Late: true, Forecast: today})
	return x
}

func TestEveryScreenHasExactlyItsLinesAndCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		theme := paint.New(paint.Terminal{Colours: paint.Colours(rapid.IntRange(0, 3).Draw(t, "colours")), ASCII: rapid.Bool().Draw(t, "ascii")})
		odd := rapid.SampledFrom(oddTexts).Draw(t, "text")
		names := rapid.SliceOfN(rapid.SampledFrom(keysToTry), 0, 8).Draw(t, "keys")
		pasted := rapid.SampledFrom(oddTexts).Draw(t, "pasted")
		w, h := rapid.IntRange(0, 100).Draw(t, "width"), rapid.IntRange(0, 30).Draw(t, "height")
		all := everyComponent(odd)
		for _, name := range slices.Sorted(maps.Keys(all)) {
			c := all[name]
			paste(c.Key, pasted)
			checkExact(t, name, c, theme, w, h)
			for _, k := range names {
				press(c.Key, k)
				checkExact(t, name+" after "+k, c, theme, w, h)
			}
			checkExact(t, name, c, theme, h, w)
		}
	})
}

func checkExact(t *rapid.T, name string, c component, theme *paint.Theme, w, h int) {
	lines := c.Draw(theme, w, h)
	if len(lines) != h {
		t.Fatalf("%s: %d lines, not %d", name, len(lines), h)
	}
	for i, l := range lines {
		if got := ansi.StringWidth(l); got != w {
			t.Fatalf("%s: line %d of %dx%d has %d cells: %q", name, i, w, h, got, l)
		}
		if strings.ContainsAny(l, "\n\r\t\x07") {
			t.Fatalf("%s: line %d has a control character: %q", name, i, l)
		}
	}
}

func TestDrawingChangesNothing(t *testing.T) {
	theme := paint.New(paint.Terminal{})
	for name, c := range everyComponent("Enclosure tooling, a rather long title that has to scroll in its field") {
		typeIn(c.Key, "antenna")
		press(c.Key, "home", "right")
		first := fmt.Sprint(c.Draw(theme, 40, 10))
		if second := fmt.Sprint(c.Draw(theme, 40, 10)); first != second {
			t.Errorf("%s: drawn twice it is\n%s\nand then\n%s", name, first, second)
		}
	}
}
