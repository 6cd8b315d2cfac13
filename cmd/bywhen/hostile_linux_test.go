package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"
	"go.etcd.io/bbolt"
)

// situations are how the files and environments of the list are set up, by the case's id, and what must come of each.
var situations = map[string]func(t *testing.T){
	"file-dir":          func(t *testing.T) { refusedAsRoadmap(t, t.TempDir(), "folder") },
	"file-fifo":         func(t *testing.T) { refusedAsRoadmap(t, fifo(t), "is no regular file") },
	"file-dev-zero":     endlessImport,
	"file-empty-db":     func(t *testing.T) { refusedAsRoadmap(t, fileOf(t, ""), "empty") },
	"file-text-db":      func(t *testing.T) { refusedAsRoadmap(t, fileOf(t, "a text"), "not a roadmap") },
	"file-other-bbolt":  func(t *testing.T) { refusedAsRoadmap(t, otherProgram(t), "not a roadmap") },
	"file-truncated-db": func(t *testing.T) { refusedAsRoadmap(t, truncated(t), "cut") },
	"file-readonly-dir": readOnlyFolder,
	"file-symlink-loop": func(t *testing.T) { refusedAsRoadmap(t, linkToItself(t), "symbolic links") },
	"file-name-newline": func(t *testing.T) { nameIsVisible(t, "a\nb.db", `a\nb.db`) },
	"file-name-escape":  func(t *testing.T) { nameIsVisible(t, "\x1b[31m.db", `\x1b[31m.db`) },
	"file-huge-env":     hugeName,
	"file-no-home":      noHome,
	"env-editor-args":   editorWithArguments,
	"env-editor-shell":  editorWithoutShell,
	"env-term-unset":    func(t *testing.T) { dumbTerminal(t, "TERM=") },
	"env-term-dumb":     func(t *testing.T) { dumbTerminal(t, "TERM=dumb") },
	"env-locale-c":      asciiOnly,
	"env-cols-1":        tinyTerminal,
	// A closed output cannot be told from one that is thrown away: Go's runtime opens /dev/null for reading and writing in its place before
	// the program begins, and so do Python's subprocess.DEVNULL and Node's "ignore" for their children, whose edits are no failures.
	"env-closed-stdout": func(t *testing.T) { shellEnds(t, `"$BYWHEN" list >&-`, 0, "") },
	"env-sigpipe":       func(t *testing.T) { shellEnds(t, `"$BYWHEN" list | head -1`, 0, "") },
	"env-full-stdout":   func(t *testing.T) { shellEnds(t, `"$BYWHEN" list >/dev/full`, 2, "cannot write to standard output") },
	"env-tz":            timeZones,
}

// Every file and environment of the list is met as it is written there.
func TestHostileSituationsAreAnsweredAsPromised(t *testing.T) {
	tried := 0
	for _, c := range hostiles(t) {
		if c.Channel != "file" && c.Channel != "environment" {
			continue
		}
		try := situations[c.ID]
		if try == nil {
			t.Errorf("nothing tries %s", c.ID)
			continue
		}
		tried++
		t.Run(c.ID, try)
	}
	if tried != 23 || tried != len(situations) {
		t.Errorf("%d were tried", tried)
	}
}

// refusedAsRoadmap fails unless each command that would use a path refuses it in a line that says why, and leaves it as it is.
func refusedAsRoadmap(t *testing.T, path, why string) {
	t.Helper()
	info, _ := os.Lstat(path)
	before, regular := "", info.Mode().IsRegular()
	if regular {
		before = content(t, path)
	}
	for _, args := range [][]string{{"list"}, {"check"}, {"add", "Antenna"}, {"undo"}, {"doctor"}, {"export"}, {"import", "-", "--format", "csv"}, {"new", path}} {
		soon(t, func() {
			code, stdout, stderr := ran(t, nil, append([]string{"-f", path}, args...)...)
			fits(t, code, stdout, stderr)
			if code != 2 || !strings.Contains(stdout+stderr, why) && args[0] != "new" && args[0] != "import" {
				t.Errorf("bywhen %v: exit code %d, %q", args, code, stderr)
			}
		})
		if regular && content(t, path) != before {
			t.Errorf("bywhen %v changed it", args)
		}
	}
}

func fileOf(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func fifo(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A pipe that nobody writes to is not waited for where a backup is to be brought back.
func TestAPipeIsNoBackup(t *testing.T) {
	m, pipe := meeting(t), fifo(t)
	soon(t, func() {
		if code, _, stderr := m.run("doctor", "--restore", pipe); code != 2 || !strings.Contains(stderr, "is no regular file") {
			t.Errorf("exit code %d, %q", code, stderr)
		}
	})
}

func otherProgram(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucket([]byte("theirs"))
		return err
	})
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func truncated(t *testing.T) string {
	t.Helper()
	file := meeting(t).file
	return fileOf(t, content(t, file)[:len(content(t, file))/2])
}

func linkToItself(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	if err := os.Symlink(path, path); err != nil {
		t.Fatal(err)
	}
	return path
}

// Of a file that does not end 64 MB are read, and no more.
func endlessImport(t *testing.T) {
	file := emptyFile(t)
	for _, format := range []string{"csv", "json"} {
		soon(t, func() {
			code, stdout, stderr := ran(t, nil, "-f", file, "import", "--format", format, "/dev/zero")
			fits(t, code, stdout, stderr)
			if code != 2 || !strings.Contains(stderr, "is larger than") {
				t.Errorf("exit code %d, %q", code, stderr)
			}
		})
	}
}

func readOnlyFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "locked")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := unprivileged(t, folder, "-f", filepath.Join(folder, "sub", "a.db"), "add", "Antenna")
	permits(t, folder, 0o500)
	out, _ := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != 2 || strings.Count(string(out), "\n") != 1 || !strings.Contains(string(out), "permission denied") || !strings.Contains(string(out), folder) {
		t.Errorf("exit code %d, %q", code, out)
	}
}

func nameIsVisible(t *testing.T, name, shown string) {
	t.Chdir(t.TempDir())
	for _, args := range [][]string{{"list", "-f", name}, {"add", "Antenna", "-f", name}, {"doctor", "-f", name}, {"doctor", "--restore", "-f", name}, {"export", "-f", name, name + ".json"}, {"export", "-f", name, name},
		{"import", "-f", name, name + ".json"}, {"log", "-f", name}, {"new", name}, {"check", "-f", name}, {"export", "-f", name, filepath.Join(name, "x.csv")}} {
		code, stdout, stderr := ran(t, map[string]string{"XDG_STATE_HOME": t.TempDir()}, args...)
		fits(t, code, stdout, stderr)
		if slices.Equal(args, []string{"doctor", "-f", name}) && !strings.Contains(stdout+stderr, shown) {
			t.Errorf("bywhen %q: %q, %q", args, stdout, stderr)
		}
	}
}

func hugeName(t *testing.T) {
	for name, value := range map[string]string{"BYWHEN_FILE": strings.Repeat("x", 100_000), "XDG_DATA_HOME": "/" + strings.Repeat("x", 100_000)} {
		env := map[string]string{name: value}
		code, stdout, stderr := ran(t, env, "list")
		fits(t, code, stdout, stderr)
		if code != 2 {
			t.Errorf("%s: exit code %d", name, code)
		}
	}
}

func noHome(t *testing.T) {
	for _, args := range [][]string{{"list"}, {"add", "Antenna"}, {"check"}, {"doctor"}} {
		code, stdout, stderr := ran(t, nil, args...)
		fits(t, code, stdout, stderr)
		if code != 2 || !strings.Contains(stderr, "neither HOME nor XDG_DATA_HOME is set") {
			t.Errorf("%v: exit code %d, %q", args, code, stderr)
		}
	}
}

// An editor is run with its words as arguments; the file's name comes last.
func editorWithArguments(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	cmd, read, err := editing("", "echo -u NONE").editor()("text")
	if err != nil || len(cmd.Args) != 4 || strings.Join(cmd.Args[:3], "|") != "echo|-u|NONE" {
		t.Fatalf("%v, %v", cmd, err)
	}
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil || out.String() != "-u NONE "+cmd.Args[3]+"\n" {
		t.Errorf("%q, %v", out.String(), err)
	}
	if _, err := read(); err != nil {
		t.Error(err)
	}
}

// No shell reads an editor's name: what only a shell understands is a program that is not there, or an argument as it stands.
func editorWithoutShell(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("TMPDIR", t.TempDir())
	for _, line := range []string{"true; touch owned", "$(touch owned)", "`touch owned`"} {
		if _, _, err := editing("", line).editor()("text"); err == nil || !strings.Contains(err.Error(), "no program that can be run") {
			t.Errorf("%s: %v", line, err)
		}
	}
	for _, line := range []string{"true ; touch owned", "true && touch owned", "true $(touch owned)", "true `touch owned`", "true > owned"} {
		cmd, read, err := editing("", line).editor()("text")
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Run(); err != nil {
			t.Errorf("%s: %v", line, err)
		}
		if _, err := read(); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
	if left, _ := filepath.Glob("*"); len(left) != 0 {
		t.Errorf("a shell made %v", left)
	}
}

func dumbTerminal(t *testing.T, env string) {
	file := withTasks(t, "Antenna")
	term := startTerminal(t, 80, 24, []string{env}, "-f", file)
	if code := term.ends(); code != 2 || !strings.Contains(term.raw.String(), "set TERM, as TERM=xterm-256color") || strings.Contains(term.raw.String(), "\x1b") {
		t.Errorf("the UI: exit code %d, %q", code, term.raw.String())
	}
	term = startTerminal(t, 80, 24, []string{env}, "-f", file, "list")
	if code := term.ends(); code != 0 || !strings.Contains(term.raw.String(), "Antenna") {
		t.Errorf("a command: exit code %d, %q", code, term.raw.String())
	}
}

func asciiOnly(t *testing.T) {
	term := startTerminal(t, 80, 24, []string{"LC_ALL=C", "LANG=C"}, "-f", withTasks(t, "Antenna"))
	term.sees("Antenna")
	term.types("q")
	term.ends()
	if raw := term.raw.String(); strings.ContainsFunc(raw, func(r rune) bool { return r > '~' }) {
		t.Errorf("%q", raw)
	}
}

func tinyTerminal(t *testing.T) {
	term := startTerminal(t, 1, 1, nil, "-f", withTasks(t, "Antenna"))
	term.until("a frame", func() bool { return strings.Contains(term.raw.String(), "\x1b[?1049h") })
	term.types("jkj12")
	term.screen = newScreen(80, 24)
	if err := pty.Setsize(term.file, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	term.types("1")
	term.sees("Antenna")
	term.types("q")
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// shellEnds runs a line of a shell on a roadmap, with the program as $BYWHEN.
func shellEnds(t *testing.T, line string, code int, says string) {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	m := meeting(t)
	cmd := exec.Command("sh", "-c", line)
	cmd.Env = []string{"BYWHEN=" + path, "BYWHEN_FILE=" + m.file, "PATH=" + os.Getenv("PATH")}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	cmd.Run()
	if got := cmd.ProcessState.ExitCode(); got != code || !strings.Contains(stderr.String(), says) || says == "" && stderr.Len() > 0 {
		t.Errorf("exit code %d, %q", got, stderr.String())
	}
	if content(t, m.file) != m.before {
		t.Error("the file is another")
	}
}

// Only the day that it is depends on the time zone.
func timeZones(t *testing.T) {
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	file, first := meeting(t).file, ""
	for _, zone := range []string{"UTC", "Pacific/Kiritimati", "Etc/GMT+12", "no/such zone", "\x1b[2J"} {
		var all []byte
		for _, args := range [][]string{{"schedule", "--json"}, {"export"}, {"check", "--json"}} {
			cmd := exec.Command(path, append(args, "-f", file, "--today", "2026-01-05")...)
			cmd.Env = []string{"TZ=" + zone, "HOME=" + t.TempDir()}
			out, _ := cmd.CombinedOutput()
			all = append(all, out...)
		}
		if first == "" {
			first = string(all)
		}
		if string(all) != first {
			t.Errorf("in %q it is another:\n%s", zone, all)
		}
	}
}
