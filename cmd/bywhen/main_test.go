package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// morning is when the scripts run: on Monday 5 January 2026.
func morning() time.Time { return time.Date(2026, 1, 5, 9, 30, 0, 0, time.UTC) }

func TestMain(m *testing.M) {
	if runBare() || runBroken() {
		return
	}
	testscript.Main(withProgram{m}, map[string]func(){"bywhen": func() {
		os.Exit(run(&program{
			args: os.Args[1:], stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, env: os.LookupEnv, now: morning,
		}))
	}})
}

// withProgram runs the tests, with backups in a folder of their own, then takes away the program that some of them had built.
type withProgram struct{ *testing.M }

func (m withProgram) Run() int {
	if state, err := os.MkdirTemp("", "bywhen-state-"); err == nil {
		defer os.RemoveAll(state)
		os.Setenv("XDG_STATE_HOME", state)
	}
	defer func() { os.RemoveAll(builtIn) }()
	return m.M.Run()
}

// The scripts are the specification of the command line: each is what a user types and what comes back.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", filepath.Join(e.WorkDir, "home"))
			e.Setenv("TZ", "UTC")
			return nil
		},
		Condition: func(cond string) (bool, error) {
			path, ok := strings.CutPrefix(cond, "exists:")
			if !ok {
				return false, fmt.Errorf("unknown condition %q", cond)
			}
			_, err := os.Stat(path)
			return err == nil, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "spoil": spoil},
	})
}

// exits runs a command that must end with that exit code: exits 1 bywhen check.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var failed *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &failed):
		got = failed.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// spoil copies a file with a page of zeros in it, or without its end: spoil FROM TO zero PAGE, spoil FROM TO end BYTES.
func spoil(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: spoil FROM TO zero PAGE, spoil FROM TO end BYTES")
	}
	b := []byte(ts.ReadFile(args[0]))
	n, err := strconv.Atoi(args[3])
	ts.Check(err)
	switch args[2] {
	case "zero":
		clear(b[n*os.Getpagesize():][:os.Getpagesize()])
	case "end":
		b = b[:n]
	default:
		ts.Fatalf("%s: no such damage", args[2])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b, 0o600))
}
