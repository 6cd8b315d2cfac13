package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// In a meeting three alternatives are tried live: each is named and kept, flipped between in two views, and compared a column a
// deadline. A stray key costs nothing, one is accepted, the others stay, also after a restart; one of them is exported.
func TestEndToEndThreeAlternativesInAMeeting(t *testing.T) {
	onDemo(t, func(t *testing.T, term *terminal, file string) {
		alternative := func(first bool, letters, title, set, name string) {
			t.Helper()
			term.types("W")
			if !first {
				term.sees("What-ifs beside the plan")
				term.types("n")
			}
			term.sees("nothing tried yet")
			term.find(letters, title)
			term.types("s")
			term.sees("set " + title + " ›")
			term.types(set + "\r")
			term.lacks("set " + title + " ›")
			term.types("W")
			term.sees("n name and keep")
			term.types("n")
			term.sees("keep as ›")
			term.types(name + "\r")
			term.sees("kept “" + name + "”")
			term.lacks("WHAT-IF")
		}
		alternative(true, "trial run", "Trial run", "1d", "Short trial")
		alternative(false, "enclos", "Enclosure tooling", "after:antenna-10d", "Early tooling")
		alternative(false, "assembly tr", "Assembly trial", "40d", "Long assembly")
		prints(t, term.beside(file, "check"), `^Launch in first stores +12 Mar +19 Mar +\+5d$`)

		term.types("}")
		term.sees("WHAT-IF Short trial")
		term.sees("19 Mar → 12 Mar -5d")
		term.types("3}")
		term.sees("WHAT-IF Early tooling")
		term.types("}")
		term.sees("WHAT-IF Long assembly")
		term.sees("+9d")
		term.types("x") // a stray key: it drops nothing for good
		term.types("}")
		term.lacks("WHAT-IF")
		term.types("1{")
		term.sees("WHAT-IF Long assembly")
		term.types("{{{")
		term.lacks("WHAT-IF")

		term.types("W")
		for _, seen := range []string{"What-ifs beside the plan", "Launch in first", "12 Mar -5d", "+9d", "Short trial", "Early tooling", "Long assembly"} {
			term.sees(seen)
		}
		term.types("zZ jj")
		term.types("\r")
		term.sees("WHAT-IF Early tooling")
		term.types("W")
		term.sees("wins")
		term.types("\r")
		term.sees("accepted")
		term.lacks("WHAT-IF")
		term.types("W")
		term.lacks("Early tooling")
		term.types("\x1b")
		term.lacks("What-ifs beside the plan")

		term.lacks("not saved")
		out := filepath.Join(t.TempDir(), "short.json")
		term.beside(file, "export", "--scenario", "Short trial", out)
		if b, err := os.ReadFile(out); err != nil || !strings.Contains(string(b), `"title": "Trial run"`) {
			t.Errorf("the export is %d bytes, %v", len(b), err)
		}
		prints(t, term.beside(file, "export", "--scenario", "Early tooling"), `no what-if is kept as "Early tooling"; there is "Short trial" or "Long assembly"`)
		prints(t, term.beside(file, "log"), `What-if “Early tooling”`)
	})
}
