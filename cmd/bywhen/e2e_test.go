package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A launch is planned in a terminal: a goal, two tasks, a link, a deadline that slips; it is all there after the program was
// left, and is undone step by step.
func TestEndToEnd(t *testing.T) {
	file := filepath.Join(t.TempDir(), "launch.db")
	ui := func() *terminal {
		return startTerminal(t, 110, 30, nil, "-f", file, "--today", "2026-01-05")
	}
	term := ui()
	term.sees("What are you launching")
	term.types("Launch 30-jan\r")
	term.sees("Launch")
	term.types("a")
	term.sees("add ›")
	term.types("Antenna module @murata 5d goal:launch\r")
	term.sees("Antenna module")
	term.types("Enclosure tooling @mech 5d ")
	term.sees("team Mech (new)")
	term.sees("Launch unchanged")
	term.types("\r")
	term.sees("0 of 2")
	term.types("\x1b")
	term.lacks("add ›")

	term.types("s")
	term.sees("set Enclosure tooling ›")
	term.types("after:antenna")
	term.sees("Launch 9 Jan → 16 Jan +5d")
	term.types("\r")
	term.lacks("set Enclosure tooling ›")
	term.types("D")
	term.sees("set Enclosure tooling ›")
	term.types("14-jan")
	term.sees("Enclosure tooling → 16 Jan +2d")
	term.types("\r")
	term.lacks("set Enclosure tooling ›")
	term.sees("+2d")
	term.types("q")
	if code := term.ends(); code != 0 {
		t.Fatalf("the UI ends with exit code %d", code)
	}
	said(t, 1, file, "check", "Enclosure tooling  +2d")

	term = ui()
	term.sees("+2d")
	term.types("u")
	term.lacks("+2d")
	term.sees("╰►")
	term.types("u")
	term.lacks("╰►")
	term.types("q")
	term.ends()
	if out := said(t, 0, file, "schedule --json", `"title": "Enclosure tooling"`); strings.Count(out, `"waits_for": []`) != 2 {
		t.Errorf("the link is still there:\n%s", out)
	}
}

// said runs a command beside the UI and wants an exit code and a text.
func said(t *testing.T, code int, file, command, text string) string {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, append(strings.Fields(command), "-f", file, "--today", "2026-01-05")...)
	out, _ := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() != code || !strings.Contains(string(out), text) {
		t.Fatalf("bywhen %s: exit code %d, want %d and %q:\n%s", command, cmd.ProcessState.ExitCode(), code, text, out)
	}
	return string(out)
}

// The demo leaves nothing behind, also when it is told to end from outside.
func TestEndToEndDemoIsGoneAfterwards(t *testing.T) {
	for name, end := range map[string]func(*terminal){
		"left":    func(term *terminal) { term.types("q") },
		"ended":   func(term *terminal) { term.cmd.Process.Signal(syscall.SIGTERM) },
		"hung up": func(term *terminal) { term.cmd.Process.Signal(syscall.SIGHUP) },
		"quit":    func(term *terminal) { term.cmd.Process.Signal(syscall.SIGQUIT) },
	} {
		t.Run(name, func(t *testing.T) {
			tmp := t.TempDir()
			term := startTerminal(t, 100, 30, []string{"TMPDIR=" + tmp}, "demo")
			term.sees("Aurora phone")
			if left, _ := filepath.Glob(filepath.Join(tmp, "*")); len(left) != 1 {
				t.Errorf("while it runs there are %v", left)
			}
			end(term)
			term.ends()
			if left, _ := filepath.Glob(filepath.Join(tmp, "*")); len(left) != 0 {
				t.Errorf("it leaves %v", left)
			}
		})
	}
}

// What another terminal adds is seen in the open UI within a second or so.
func TestEndToEndAnotherTerminalIsSeen(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.db")
	said(t, 0, file, "add Antenna", "added 1 Antenna")
	term := startTerminal(t, 100, 30, nil, "-f", file, "--today", "2026-01-05")
	term.sees("Antenna")
	said(t, 0, file, "add Enclosure", "added 2 Enclosure")
	term.sees("Enclosure")
	term.types("q")
	term.ends()
}

// Several programs that begin the same roadmap at once all get their task into it.
func TestEndToEndManyAtOnce(t *testing.T) {
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "new", "a.db")
	var running []*exec.Cmd
	for range 6 {
		cmd := exec.Command(path, "-f", file, "add", "--today", "2026-01-05", "Antenna 3d")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		running = append(running, cmd)
	}
	for _, cmd := range running {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	if out := said(t, 0, file, "list", "Antenna"); strings.Count(out, "Antenna") != 6 {
		t.Errorf("not all are there:\n%s", out)
	}
}
