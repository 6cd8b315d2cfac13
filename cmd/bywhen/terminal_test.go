package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
)

// builtIn is the folder of the real program, once a test has asked for it.
var builtIn string

// built is the real program, built once.
var built = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "bywhen-test-")
	if err != nil {
		return "", err
	}
	builtIn = dir
	path := filepath.Join(dir, "bywhen")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		os.Stderr.Write(out)
	}
	return path, err
})

// terminal is the real program in a pseudo-terminal, seen and typed into as by a person.
type terminal struct {
	t    *testing.T
	cmd  *exec.Cmd
	file *os.File
	data chan string

	raw    strings.Builder // all bytes that it wrote
	screen *screen
	ended  bool
}

// startTerminal runs the program with these arguments in a terminal of w x h cells that answers no question.
func startTerminal(t *testing.T, w, h int, env []string, args ...string) *terminal {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatalf("the program does not build: %v", err)
	}
	cmd := exec.Command(path, args...)
	cmd.Env = env
	return inTerminal(t, w, h, cmd)
}

// inTerminal runs a command in such a terminal, in a folder and an environment of its own but for what it adds itself.
func inTerminal(t *testing.T, w, h int, cmd *exec.Cmd) *terminal {
	t.Helper()
	cmd.Dir = t.TempDir()
	cmd.Env = append([]string{"HOME=" + cmd.Dir, "TERM=xterm-256color", "LANG=C.UTF-8", "PATH=" + os.Getenv("PATH")}, cmd.Env...)
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)})
	if err != nil {
		t.Fatalf("no terminal: %v", err)
	}
	if file, err = closable(file); err != nil {
		t.Fatalf("no terminal: %v", err)
	}
	term := &terminal{t: t, cmd: cmd, file: file, data: make(chan string, 100), screen: newScreen(w, h)}
	go term.read(term.data)
	t.Cleanup(func() {
		cmd.Process.Kill()
		file.Close()
	})
	return term
}

// read hands on what the program writes, until it ends.
func (term *terminal) read(to chan<- string) {
	buf := make([]byte, 1<<16)
	for {
		n, err := term.file.Read(buf)
		if n > 0 {
			to <- string(buf[:n])
		}
		if err != nil {
			close(to)
			return
		}
	}
}

// patience is how long a test waits for what should come at once, on a machine that has other things to do.
const patience = 20 * time.Second

// until waits for the screen, or the program's end, to be as wanted.
func (term *terminal) until(what string, ok func() bool) {
	term.t.Helper()
	deadline := time.After(patience)
	for term.drawing() || !ok() {
		select {
		case data, open := <-term.data:
			term.take(data, open)
		case <-deadline:
			term.t.Fatalf("waited in vain for %s; the screen is\n%s", what, term.screen)
		}
	}
}

// drawing tells whether the program is in the middle of a frame: a pseudo-terminal hands on a long one in parts.
func (term *terminal) drawing() bool {
	raw := term.raw.String()
	return !term.ended && strings.LastIndex(raw, "\x1b[?2026h") > strings.LastIndex(raw, "\x1b[?2026l")
}

// take takes in what the program wrote, or that it has ended.
func (term *terminal) take(data string, open bool) {
	if !open {
		term.ended, term.data = true, nil
		return
	}
	term.raw.WriteString(data)
	term.screen.write(data)
}

// sees waits until the screen shows a text.
func (term *terminal) sees(text string) {
	term.t.Helper()
	term.until("the text "+text, func() bool { return strings.Contains(term.screen.String(), text) })
}

// lacks waits until the screen shows a text no more.
func (term *terminal) lacks(text string) {
	term.t.Helper()
	term.until("the text "+text+" to go", func() bool { return !strings.Contains(term.screen.String(), text) })
}

// types sends keys.
func (term *terminal) types(keys string) {
	term.t.Helper()
	if _, err := term.file.WriteString(keys); err != nil {
		term.t.Fatalf("cannot type %q: %v", keys, err)
	}
}

// ends waits for the program to end and returns its exit code.
func (term *terminal) ends() int {
	term.t.Helper()
	term.until("the program's end", func() bool { return term.ended })
	term.cmd.Wait()
	return term.cmd.ProcessState.ExitCode()
}

// quits leaves the UI, which ends well and complains of nothing.
func (term *terminal) quits(errs *bytes.Buffer) {
	term.t.Helper()
	term.types("q")
	if code := term.ends(); code != 0 || errs.Len() > 0 {
		term.t.Errorf("exit code %d, %q", code, errs)
	}
}

// A terminal that answers no question is never asked one, nor sent any escape byte, by a command that is not the UI.
func TestCommandsWriteNoEscapeByteToATerminal(t *testing.T) {
	file := "BYWHEN_FILE=" + filepath.Join(t.TempDir(), "a.db")
	for _, c := range []struct {
		args string
		code int
	}{
		{"version", 0}, {"add Antenna @murata 5d due:2026-01-07", 0}, {"check --today 2026-01-05", 1}, {"list", 0}, {"schedule", 0},
		{"show antenna", 0}, {"log", 0}, {"team", 0}, {"undo", 0}, {"help", 0}, {"chekc", 2}, {"completion bash", 0},
	} {
		term := startTerminal(t, 80, 24, []string{file}, strings.Fields(c.args)...)
		began := time.Now()
		if code := term.ends(); code != c.code {
			t.Errorf("bywhen %s: exit code %d, want %d\n%s", c.args, code, c.code, term.screen)
		}
		if strings.Contains(term.raw.String(), "\x1b") {
			t.Errorf("bywhen %s writes an escape byte: %q", c.args, term.raw.String())
		}
		if waited := time.Since(began); waited > 4*time.Second {
			t.Errorf("bywhen %s took %v: it waits for the terminal", c.args, waited)
		}
	}
}
