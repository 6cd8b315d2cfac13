package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bywhen/roadmap"
	"bywhen/store"
)

// worded are the commands that take a text, a day, a name, a number or a reason from the command line; the text takes the place of TEXT.
// None of them takes the name of a file that it would write.
var worded = []string{
	"add -- TEXT", "set antenna TEXT", "set -- TEXT p1", "list -- TEXT", "check --today TEXT", "check --since TEXT", "check --fail-on TEXT", "diff --since TEXT", "list --at TEXT", "show --at TEXT antenna", "export --at TEXT", "log -- TEXT",
	"known antenna --until TEXT", "known antenna --because TEXT", "known antenna TEXT", "block antenna -- TEXT", "block antenna --until TEXT x", "told -- TEXT", "start antenna --on TEXT", "done antenna --on TEXT", "link antenna -- TEXT", "rm -- TEXT", "goal add -- TEXT", "goal set TEXT",
	"team add -- TEXT", "team set TEXT", "risk add -- TEXT", "baseline -- TEXT", "baseline --use TEXT", "import --map TEXT --format csv -", "import --format TEXT -", "report --since TEXT", "report --for TEXT", "why -- TEXT", "fix case --apply TEXT",
	"export --scenario TEXT", "help TEXT", "completion TEXT", "--TEXT", "show --TEXT",
}

// FuzzCommand holds of any text in any of these places: it is taken or refused without a panic and without a byte that acts on a
// terminal, the same when it is given again to the same roadmap, with nothing changed where it was refused, and what is kept loads.
func FuzzCommand(f *testing.F) {
	for i, text := range []string{"Antenna @mech 3d due:fri", "title=\x1b[2J", "checkin", "2026-01-05", "2w", "antenna", "is:late or (slack<3", "eom", "-1", "99999999999999999999", "after:1+2d:ss", "title=A,title=B", "\u202e", "\xff", "1e309", "2026-W53",
		"week", strings.Repeat("x", 3000), strings.Repeat("(", 300)} {
		f.Add(uint8(i), text)
		f.Add(uint8(i+19), text)
	}
	folder := f.TempDir()
	original := filepath.Join(folder, "original.db")
	for _, args := range [][]string{{"add", "Antenna @mech 3d due:2026-01-06"}, {"add", "Case 5d after:ant due:2026-01-07"}, {"baseline", "Board"}} {
		if code := run(&program{args: append(args, "-f", original), stdout: &strings.Builder{}, stderr: os.Stderr, env: func(string) (string, bool) { return "", false }, now: morning}); code != 0 {
			f.Fatal(args)
		}
	}
	before, err := os.ReadFile(original)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		var ends [2]string
		for i := range ends {
			m := met{t, filepath.Join(folder, "a.db"), string(before)}
			if err := os.WriteFile(m.file, before, 0o600); err != nil {
				t.Fatal(err)
			}
			args := strings.Fields(worded[int(which)%len(worded)])
			for n, arg := range args {
				args[n] = strings.ReplaceAll(arg, "TEXT", text)
			}
			if slices.ContainsFunc(args, func(arg string) bool {
				return strings.HasPrefix(arg, "-f") || strings.HasPrefix(arg, "--f") || strings.HasPrefix(arg, "--help")
			}) {
				return // --file: it would be another file
			}
			began := time.Now()
			code, stdout, stderr := m.run(args...)
			ends[i] = string(rune('0'+code)) + stdout + stderr
			if time.Since(began) > patience/2 {
				t.Errorf("%q takes %v", args, time.Since(began))
			}
			if s, err := store.New(m.file).Load(); err != nil {
				t.Errorf("%q: %v", args, err)
			} else if !roadmap.IsClean(s.Roadmap.Settings().Name) {
				t.Errorf("%q: kept %q", args, s.Roadmap.Settings().Name)
			}
		}
		if ends[0] != ends[1] {
			t.Errorf("%q: once %q, then %q", worded[int(which)%len(worded)], ends[0], ends[1])
		}
	})
}
