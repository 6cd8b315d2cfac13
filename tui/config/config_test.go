package config

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"bywhen/roadmap"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/plan"

	"pgregory.net/rapid"
)

const mine = `theme = "contrast"
background = "dark"
ascii = true
mouse = false
dates = 2026-03-12
week_begins = "sun"
columns = ["team:20", "finish", "late"]

[keys]
add = "ctrl+n"
delete = ["delete"]
`

func TestWhatIsWrittenCounts(t *testing.T) {
	f := Read([]byte(mine))
	c := f.Config
	if len(f.Mistakes) > 0 || c.Look != paint.Contrast || c.Background != Dark || c.ASCII != Yes || c.Mouse || c.Dates != roadmap.ISO || c.WeekBegin != time.Sunday {
		t.Fatalf("%+v, %v", c, f.Mistakes)
	}
	if got := fmt.Sprint(c.Columns); got != fmt.Sprint([]plan.Column{{Kind: plan.TeamColumn, Width: 20}, plan.FinishColumn.Column(), plan.LateColumn.Column()}) {
		t.Errorf("columns: %s", got)
	}
	if c.Keys.Of("ctrl+n") != action.Add || c.Keys.Of("a") != action.None || c.Keys.Of("X") != action.None || c.Keys.Of("delete") != action.Delete {
		t.Error("the keys are others")
	}
	if f.Line("theme") != 1 || f.Line("keys.delete") != 11 || f.Line("keys.undo") != 0 {
		t.Errorf("lines %v", f.lines)
	}
}

// A mistake has its line and key and says what to write; for it alone the default serves.
func TestAMistakeHasItsLineAndTheRestCounts(t *testing.T) {
	for text, want := range map[string]string{
		"theme = \"dark\"":                               `line 2, theme: "dark" is none of them: write calm, contrast or plain`,
		"theme = 3":                                      `line 2, theme: write calm, contrast or plain`,
		"them = \"plain\"":                               `line 2, them: there is nothing of this name to set: theme, background, ascii, mouse, dates, week_begins, columns, or keys.ACTION`,
		"[ui]\ntheme = \"plain\"":                        `line 3, ui.theme: there is nothing of this name`,
		"[[keys]]\nadd = \"ctrl+n\"":                     `line 2, keys: write a table: [keys]`,
		"mouse = \"perhaps\"":                            `line 2, mouse: "perhaps" is none of them: write true or false`,
		"week_begins = \"m\"":                            `line 2, week_begins: write a weekday`,
		"columns = [\"team\", \"team\"]":                 `line 2, columns: the column "team" is there twice`,
		"columns = [\"owner\"]":                          `line 2, columns: "owner" is none of them: write late, since, team, left, baseline, finish, start or slack`,
		"columns = [\"team:900\"]":                       `line 2, columns: "team:900": a column has 4 to 40 cells, as in "team:12"`,
		"columns = [1, 2]":                               `line 2, columns: write a list`,
		"keys.ad = \"n\"":                                `line 2, keys.ad: there is no action "ad": "bywhen config" lists them`,
		"keys.add = \"ctlr+a\"":                          `line 2, keys.add: there is no key "ctlr+a"`,
		"keys.add = 7":                                   `line 2, keys.add: write a key, as "ctrl+n", or a list of them`,
		"keys.quit = []":                                 `line 2, keys.quit: needs a key: without one there would be no way to leave`,
		"keys.add = \"n\"":                               `line 2, keys.add: n is the key of next-match (Next match of the filter) too`,
		"[keys]\nadd = \"ctrl+n\"\nset = \"ctrl+n\"":     `line 4, keys.set: ctrl+n is the key of add too, in line 3`,
		"keys = { add = \"ctrl+n\", set = \"nothing\" }": `line 2, keys.set: there is no key "nothing"`,
		"ascii = true\nascii = true":                     `line 3, ascii: is set in line 2 already`,
		"theme = contrast":                               `line 2, theme: `,
		"theme = \"calm":                                 `line 2, theme: basic strings cannot have new lines`,
		"[keys]\nadd = ctrl+n":                           `line 3, keys.add: `,
		"theme \"contrast\"":                             `line 2: `,
		"a = \"\"\"":                                     `line 2, a: `,
		"\x00":                                           `line 2: `,
	} {
		f := Read([]byte("mouse = false # this counts\n" + text + "\n"))
		if strings.HasPrefix(text, "mouse") {
			f = Read([]byte("dates = \"Mar 12\"\n" + text + "\n"))
			f.Config.Mouse = f.Config.Dates != roadmap.MonthDay
		}
		if len(f.Mistakes) != 1 || !strings.HasPrefix(f.Mistakes[0].Error(), want) {
			t.Errorf("%q: %v, want %s", text, f.Mistakes, want)
		}
		if f.Config.Mouse {
			t.Errorf("%q: the first line does not count", text)
		}
	}
}

// Two actions may change their keys with each other.
func TestKeysCanBeSwapped(t *testing.T) {
	f := Read([]byte("[keys]\ndrop = \"X\"\ndelete = [\"x\", \"delete\"]\n"))
	if len(f.Mistakes) > 0 || f.Config.Keys.Of("X") != action.Drop || f.Config.Keys.Of("x") != action.Delete {
		t.Errorf("%v", f.Mistakes)
	}
}

// The default file sets nothing; with all that it shows set, nothing is another either.
func TestTheDefaultFileShowsWhatIsInForce(t *testing.T) {
	text := DefaultFile()
	if f := Read([]byte(text)); len(f.Mistakes) > 0 || len(f.lines) > 0 {
		t.Fatalf("%v, sets %v", f.Mistakes, f.lines)
	}
	var set []string
	for _, l := range strings.Split(text, "\n") {
		if rest, ok := strings.CutPrefix(l, "# "); ok && strings.Contains(rest, " = ") {
			l = rest
		}
		set = append(set, l)
	}
	f := Read([]byte(strings.Join(set, "\n")))
	d := Default()
	if len(f.Mistakes) > 0 || len(f.lines) != len(d.Settings()) {
		t.Fatalf("%v, sets %d of %d", f.Mistakes, len(f.lines), len(d.Settings()))
	}
	if got, want := fmt.Sprint(f.Config.Settings()), fmt.Sprint(d.Settings()); got != want {
		t.Errorf("%s\nis not\n%s", got, want)
	}
}

// Whatever the text is, it is read without a panic, no key has two actions, and one can always leave.
func TestAnyTextIsRead(t *testing.T) {
	words := rapid.SampledFrom([]string{"theme", "keys", ".", "add", "=", "\"", "'", "\n", "[", "]", "{", "}", ",", "x", "#", "2026-03-12", "true", "\"\"\"", "\\u00e9", "columns", "\"team\"", "[keys]\n", "quit = \"a\"\n", "add = \"q\"\n",
		"set = [\"j\"]\n", "down = [\"s\", \"k\"]\n", "\r", "\xff"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(words, 0, 30).Draw(t, "words"), "")
		f := Read([]byte(text))
		if name, _, _, found := f.Config.Keys.Shared(); found {
			t.Fatalf("%q: %q has two actions", text, name)
		}
		if f.Config.Keys.Key(action.Quit) == "" {
			t.Fatalf("%q: no way to leave", text)
		}
		for _, m := range f.Mistakes {
			if m.Line < 1 || m.Line > strings.Count(text, "\n")+1 || strings.Contains(m.Error(), "\n") {
				t.Fatalf("%q: %q", text, m.Error())
			}
		}
	})
}
