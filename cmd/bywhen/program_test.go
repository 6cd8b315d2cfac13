package main

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// ran runs a command line in-process, with an environment of its own.
func ran(t *testing.T, env map[string]string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(&program{
		args: args, stdin: strings.NewReader(""), stdout: &out, stderr: &errs, now: morning,
		env: func(name string) (string, bool) { v, ok := env[name]; return v, ok },
	})
	return code, out.String(), errs.String()
}

func TestWhatIsUnprintableIsMadeVisible(t *testing.T) {
	for in, want := range map[string]string{
		"Antenna 天線 é":        "Antenna 天線 é",
		"\x1b[2JGone":         `\x1b[2JGone`,
		"Antenna\rOver":       `Antenna\rOver`,
		"a\u202egpj.exe":      `a\u202egpj.exe`,
		"two\nlines":          `two\nlines`,
		"tab\there":           `tab\there`,
		"half \xff a rune":    `half \xff a rune`,
		"a bell\x07 and \x00": `a bell\a and \x00`,
	} {
		if got := visible(in); got != want {
			t.Errorf("visible(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAMistypedCommandIsNotAFile(t *testing.T) {
	for arg, file := range map[string]bool{"chekc": false, "my.db": true, "sub/plan": true, "main.go": true, "": false} {
		if namesFile(arg) != file {
			t.Errorf("namesFile(%q) = %v", arg, !file)
		}
	}
}

func TestTheNearestCommandIsOffered(t *testing.T) {
	for _, c := range []struct {
		typed, word string
		near        bool
	}{
		{"chekc", "check", true}, {"shedule", "schedule", true}, {"sched", "schedule", true}, {"exprot", "export", true},
		{"Undo", "undo", true}, {"xyzzy", "check", false}, {"a", "add", false}, {strings.Repeat("a", 5000), "add", false},
	} {
		if isNear(c.typed, c.word) != c.near {
			t.Errorf("isNear(%.20q, %q) = %v", c.typed, c.word, !c.near)
		}
	}
}

func TestATableIsAlignedByWhatATerminalShows(t *testing.T) {
	table := table{columns: []column{{"id", true}, {"task", false}, {"", false}, {"late", true}}}
	table.add("1", "天線", "", "+4d")
	table.add("10", strings.Repeat("x", 70), "", "")
	var b strings.Builder
	table.write(&b)
	cut := strings.Repeat("x", widestCell-1) + "…"
	want := "id  task" + strings.Repeat(" ", widestCell-4) + "  late\n" +
		" 1  天線" + strings.Repeat(" ", widestCell-4) + "   +4d\n" +
		"10  " + cut + "\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestThingsAreNamedByIDThenTitleThenItsStart(t *testing.T) {
	items := []named{{"1", "Antenna"}, {"2", "Antenna module"}, {"3", "1"}, {"4", "Case"}, {"5", "case"}, {"6", "Industrial design"}}
	for arg, want := range map[string]string{"1": "1", "antenna": "1", "antenna m": "2", "ind": "6", "industrial-design": "6"} {
		if id, err := find("task", items, arg); id != want || err != nil {
			t.Errorf("%q finds %q, %v; want %q", arg, id, err, want)
		}
	}
	for arg, want := range map[string]string{
		"ant":  `"ant" is the start of several tasks, 1 Antenna, 2 Antenna module: use the id`,
		"case": `"case" is the start of several tasks, 4 Case, 5 case: use the id`,
		"x":    `there is no task "x"; see "bywhen list"`,
		"":     `there is no task ""; see "bywhen list"`,
	} {
		if _, err := find("task", items, arg); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", arg, err, want)
		}
	}
}

func TestWhatIsLeftOutOfATextIsSaid(t *testing.T) {
	env := map[string]string{"BYWHEN_FILE": filepath.Join(t.TempDir(), "a.db")}
	code, stdout, stderr := ran(t, env, "add", "--", "\x1b[2JGone")
	if code != 0 || stdout != "added 1 [2JGone\n" || stderr != "control and invisible characters are left out of \"\\x1b[2JGone\"\n" {
		t.Errorf("exit %d, %q, %q", code, stdout, stderr)
	}
}

func TestAFileNameIsShownWithItsControlCharactersVisible(t *testing.T) {
	_, _, stderr := ran(t, nil, "list", "-f", "a\n\x1bb.db")
	if !strings.HasPrefix(stderr, `bywhen: there is no roadmap at a\n\x1bb.db; `) {
		t.Errorf("%q", stderr)
	}
}

// full is a standard output that takes nothing.
type full struct{ err error }

func (f full) Write([]byte) (int, error) { return 0, f.err }

func TestAnOutputThatFailsIsAnErrorAndAClosedPipeIsNot(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{syscall.EPIPE, 0, ""},
		{errors.New("no space left"), 2, "bywhen: cannot write to standard output: no space left\n"},
	} {
		var errs bytes.Buffer
		code := run(&program{args: []string{"version"}, stdout: full{c.err}, stderr: &errs, env: func(string) (string, bool) { return "", false }, now: morning})
		if code != c.code || errs.String() != c.says {
			t.Errorf("%v: exit %d, %q", c.err, code, errs.String())
		}
	}
}

func TestAPanicIsOneLine(t *testing.T) {
	var errs bytes.Buffer
	code := run(&program{
		args: []string{"check", "-f", "x.db"}, stdout: &bytes.Buffer{}, stderr: &errs,
		env: func(string) (string, bool) { return "", false }, now: func() time.Time { panic("the clock\nstopped") },
	})
	if code != 2 || strings.Count(errs.String(), "\n") != 1 || !strings.Contains(errs.String(), "the clock; stopped") {
		t.Errorf("exit %d, %q", code, errs.String())
	}
}

func TestTheFileIsNamedByFlagThenEnvironmentThenTheDataFolder(t *testing.T) {
	for _, c := range []struct {
		flag string
		env  map[string]string
		want string
	}{
		{"a.db", map[string]string{"BYWHEN_FILE": "b.db"}, "a.db"},
		{"", map[string]string{"BYWHEN_FILE": "b.db"}, "b.db"},
		{"", map[string]string{"HOME": "/h", "XDG_DATA_HOME": "/data"}, "/data/bywhen/roadmap.db"},
	} {
		p := &program{file: c.flag, env: func(name string) (string, bool) { v, ok := c.env[name]; return v, ok }}
		if got, err := p.path(); got != c.want || err != nil {
			t.Errorf("%v: %q, %v; want %q", c, got, err, c.want)
		}
	}
	code, _, stderr := ran(t, map[string]string{"BYWHEN_FILE": strings.Repeat("x", 100_000)}, "list")
	if code != 2 || len(stderr) > 300 || strings.Count(stderr, "\n") != 1 {
		t.Errorf("a name of 100,000 characters: exit %d, %.300q", code, stderr)
	}
}
