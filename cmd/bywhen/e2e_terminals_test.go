package main

import (
	"bytes"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// Colours are as many as the terminal has.
func TestEndToEndColours(t *testing.T) {
	file := withTasks(t, "Antenna due:2026-01-02")
	true24, of256, of16 := regexp.MustCompile(`[[;]38;2;`), regexp.MustCompile(`[[;]38;5;`), regexp.MustCompile(`\x1b\[([0-9;]*;)?(3[0-7]|9[0-7])(;[0-9;]*)?m`)
	for _, c := range []struct {
		env   []string
		wants *regexp.Regexp
		not   []*regexp.Regexp
	}{
		{[]string{"COLORTERM=truecolor"}, true24, []*regexp.Regexp{of256}},
		{nil, of256, []*regexp.Regexp{true24}},
		{[]string{"TERM=xterm"}, of16, []*regexp.Regexp{true24, of256}},
		{[]string{"COLORTERM=truecolor", "NO_COLOR=1"}, nil, []*regexp.Regexp{true24, of256, of16}},
		{[]string{"TERM=vt100"}, nil, []*regexp.Regexp{true24, of256, of16}},
	} {
		t.Run(strings.Join(c.env, " "), func(t *testing.T) {
			t.Parallel()
			term, _ := opened(t, file, c.env...)
			term.selects("Antenna")
			term.types("q")
			term.ends()
			raw := term.raw.String()
			if c.wants != nil && !c.wants.MatchString(raw) {
				t.Errorf("no %v", c.wants)
			}
			for _, not := range c.not {
				if found := not.FindString(raw); found != "" {
					t.Errorf("%q", found)
				}
			}
		})
	}
}

// Where the locale is not UTF-8 all is ASCII, and each selected row still has its mark.
func TestEndToEndASCII(t *testing.T) {
	term, _ := opened(t, withTasks(t, "Antenna"), "LC_ALL=C")
	term.sees("]  o  Antenna")
	term.types("231?")
	term.sees("j down")
	term.types("\x03:\x03e\x03L\x03a")
	term.sees("add >")
	term.types("\x03")
	term.lacks("add >")
	term.types("q")
	term.ends()
	for _, r := range term.raw.String() {
		if r > '~' {
			t.Fatalf("%q is no ASCII", r)
		}
	}
}

// Where nobody could see the UI, it says so in a line and writes no escape.
func TestEndToEndNoTerminalNoUI(t *testing.T) {
	file := withTasks(t, "Antenna")
	for _, env := range []string{"TERM=dumb", "TERM="} {
		term, errs := opened(t, file, env)
		if code := term.ends(); code != 2 || strings.Count(errs.String(), "\n") != 1 || !strings.Contains(errs.String(), "set TERM") || term.raw.Len() > 0 {
			t.Errorf("%s: exit code %d, %q, %q", env, code, errs, term.raw.String())
		}
	}
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	cmd, errs := exec.Command("sh", "-c", `"$0" -f "$1" </dev/null`, path, file), &bytes.Buffer{}
	cmd.Stderr = errs
	term := inTerminal(t, 100, 30, cmd)
	if code := term.ends(); code != 2 || !strings.HasPrefix(errs.String(), "bywhen: the UI needs a terminal") || strings.Count(errs.String(), "\n") != 1 {
		t.Errorf("exit code %d, %q", code, errs)
	}
}

// The smallest terminal still shows the answer and takes an edit.
func TestEndToEndATinyTerminal(t *testing.T) {
	file := withTasks(t, "Antenna")
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	term := inTerminal(t, 20, 5, exec.Command(path, "-f", file, "--today", "2026-01-05"))
	term.selects("Antenna")
	term.types("aCase\r\x03?\x03:\x03e\x03L\x03W")
	term.sees("WHAT-IF")
	term.types("Wxq")
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	said(t, 0, file, "list", "Case")
}

// Whatever is open keeps its text while the window is drawn large and small.
func TestEndToEndAStormOfSizes(t *testing.T) {
	for _, c := range []struct{ keys, open, text string }{
		{"", "Antenna", ""}, {"a", "add ›", "Case "}, {":", "Commands", "base"}, {"e", "Title", " two"}, {"L", "find ›", "An"}, {"E", "ctrl+s", "notes"}, {"?", "Keys", ""}, {"o", "Group the rows by", ""},
	} {
		t.Run(c.open, func(t *testing.T) {
			t.Parallel()
			term, _ := opened(t, withTasks(t, "Antenna"))
			term.selects("Antenna")
			term.types(c.keys)
			term.sees(c.open)
			for i := range 60 {
				term.resize(1+i*37%250, 1+i*23%70)
				if i < len(c.text) {
					term.types(c.text[i : i+1])
				}
			}
			term.screen = newScreen(100, 30)
			term.resize(100, 30)
			term.sees(c.open)
			term.sees(strings.TrimSpace(c.text))
			term.types("\x03")
			if c.keys != "" {
				term.lacks(c.open)
				term.types("\x03")
			}
			if code := term.ends(); code != 0 {
				t.Errorf("exit code %d", code)
			}
		})
	}
}

func (term *terminal) resize(w, h int) {
	term.t.Helper()
	if err := pty.Setsize(term.file, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)}); err != nil {
		term.t.Fatal(err)
	}
}

// ctrl+l draws all of it anew, over what another program has written there, also while something is typed.
func TestEndToEndDrawnAnew(t *testing.T) {
	term, errs := opened(t, withTasks(t, "Antenna"))
	term.selects("Antenna")
	for _, keys := range []string{"", "aCase"} {
		term.types(keys)
		term.sees(strings.TrimPrefix(keys, "a"))
		before := term.screen.String()
		term.screen = newScreen(100, 30)
		term.types("\x0c")
		term.until("the same screen", func() bool { return term.screen.String() == before })
	}
	term.types("\x1b")
	term.quits(errs)
}

// A terminal is asked once what its background is; its answer, in one piece or two, is no key.
func TestEndToEndTheTerminalsAnswerIsNoKey(t *testing.T) {
	file := withTasks(t, "Antenna")
	term, _ := opened(t, file)
	term.selects("Antenna")
	term.types("\x1b]11;rgb:ffff/ff")
	term.types("ff/ffff\x1b\\")
	term.types(" ")
	term.sees("in progress")
	term.types("q")
	if term.ends(); strings.Count(term.raw.String(), "\x1b]11;?") != 1 {
		t.Error("not asked once")
	}
	edited(t, file)
}
