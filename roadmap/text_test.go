package roadmap_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	. "bywhen/roadmap"
)

// titleCase is a title that has broken programs of this kind, and what comes of it.
type titleCase struct{ Name, Attacks, Input, Want string }

func titleCases(t *testing.T) []titleCase {
	raw, err := os.ReadFile("testdata/titles.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []titleCase
	if err := json.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

func TestTitlesThatBreakTerminalsAreKeptCleanedOrRefused(t *testing.T) {
	for _, c := range titleCases(t) {
		clean, changed := CleanLine(c.Input)
		switch c.Want {
		case "kept":
			if clean != strings.TrimSpace(c.Input) || changed {
				t.Errorf("%s: became %q", c.Name, clean)
			}
		case "cleaned":
			if !changed || !IsClean(clean) || clean == "" || IsClean(c.Input) && !strings.ContainsAny(c.Input, "\n\t") {
				t.Errorf("%s (%s): cleaned to %q, said so: %v", c.Name, c.Attacks, clean, changed)
			}
		case "empty":
			if clean != "" {
				t.Errorf("%s: left %q", c.Name, clean)
			}
		}
		d := New("", day("2026-01-05")).Edit(day("2026-01-05"))
		_, err := d.AddTask(Task{Title: c.Input})
		if (err == nil) != (c.Want == "kept") {
			t.Errorf("%s as a title: %v", c.Name, err)
		}
		if err != nil && (!IsClean(err.Error()) || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "title")) {
			t.Errorf("%s: the refusal %q must be one clean line that names the field", c.Name, err)
		}
	}
}

func TestALongTitleIsRefusedShortly(t *testing.T) {
	_, err := New("", day("2026-01-05")).Edit(day("2026-01-05")).AddTask(Task{Title: strings.Repeat("x", 1<<20)})
	if err == nil || len(err.Error()) > 300 || !strings.Contains(err.Error(), "title: is too long: 1048576 characters, at most 1000") {
		t.Errorf("%v", err)
	}
}

func TestCleaningKeepsLinesOfNotes(t *testing.T) {
	for in, want := range map[string]string{
		"one\r\ntwo\rthree\u2028four": "one\ntwo\nthree\nfour",
		"tab\there":                   "tab\there",
		"bad \xff byte":               "bad  byte",
		"\x1b[2Jgone":                 "[2Jgone",
		"a\u200d\u200d\u200db":        "ab",
		"नि\u200dक":                   "नि\u200dक",
	} {
		if got, _ := CleanText(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestCleaningLeavesWhatMayBeKept(t *testing.T) {
	pieces := rapid.SliceOf(rapid.SampledFrom([]rune("a é👩क\u200d\u200c\u200b\u0301\u0302\ufe0f\x1b\n\t\r\u2028\u202e\ue0b0\ufdd0\xa0")))
	rapid.Check(t, func(t *rapid.T) {
		s := string(pieces.Draw(t, "text"))
		line, changed := CleanLine(s)
		if !IsClean(line) || strings.ContainsAny(line, "\n\t") || !changed && line != strings.TrimSpace(s) {
			t.Fatalf("%q became %q", s, line)
		}
		if again, changed := CleanLine(line); changed || again != line {
			t.Fatalf("%q changes again, to %q", line, again)
		}
		if text, _ := CleanText(s); !IsClean(text) {
			t.Fatalf("%q became %q", s, text)
		}
	})
}
