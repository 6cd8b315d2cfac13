package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"
	xterm "golang.org/x/term"

	"bywhen/roadmap"
	"bywhen/store"
	"bywhen/tui"
)

// withTasks is a file with these tasks.
func withTasks(t *testing.T, titles ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "phone.db")
	for _, title := range titles {
		said(t, 0, file, "add "+title, "added")
	}
	return file
}

// opened is the UI on a file, with standard error apart.
func opened(t *testing.T, file string, env ...string) (*terminal, *bytes.Buffer) {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	cmd, said := exec.Command(path, "-f", file, "--today", "2026-01-05"), &bytes.Buffer{}
	cmd.Env, cmd.Stderr = env, said
	return inTerminal(t, 100, 30, cmd), said
}

// selects waits until the selected row shows a text.
func (term *terminal) selects(text string) {
	term.t.Helper()
	term.until("the selection of "+text, func() bool {
		for _, line := range strings.Split(term.screen.String(), "\n") {
			if strings.HasPrefix(line, "▌") && strings.Contains(line, text) {
				return true
			}
		}
		return false
	})
}

// modes are what a UI switches on in a terminal, as the number of the private mode, and what it must be in the end.
var modes = map[string]string{"1049": "l", "25": "h", "1002": "l", "1006": "l", "2004": "l"}

// restored fails unless the terminal is as it was before the program: no mode is left switched, and lines are edited and
// echoed as in a new one.
func (term *terminal) restored() {
	term.t.Helper()
	raw := term.raw.String()
	for mode, want := range modes {
		at := strings.LastIndex(raw, "\x1b[?"+mode)
		if at < 0 || raw[at+3+len(mode):at+4+len(mode)] != want {
			term.t.Errorf("mode %s is left switched", mode)
		}
	}
	_, fresh, err := pty.Open()
	if err != nil {
		term.t.Fatal(err)
	}
	defer fresh.Close()
	want, err := term.state(fresh)
	if err != nil {
		term.t.Fatal(err)
	}
	if got, err := term.state(term.file); err != nil || !reflect.DeepEqual(got, want) {
		term.t.Errorf("the terminal does not edit and echo lines as before: %v", err)
	}
}

func (term *terminal) state(f *os.File) (*xterm.State, error) { return xterm.GetState(int(f.Fd())) }

// brokenVariable has the test binary be a program with a mistake in it, on the file that it names.
const brokenVariable = "BYWHEN_TEST_BROKEN"

// runBroken runs the UI with a mistake in it instead of the tests, where it is asked for. E meets the mistake: at once, in
// Update, or soon, in a command that runs beside it.
func runBroken() bool {
	how, path, ok := strings.Cut(os.Getenv(brokenVariable), ":")
	if !ok {
		return false
	}
	p := &program{stderr: os.Stderr}
	f := &brokenFile{File: store.New(path)}
	snapshot, err := f.Load()
	if err == nil {
		err = tui.Run(tui.Options{
			File: f, Snapshot: snapshot, Today: roadmap.MustDate("2026-01-05"), FixedDay: true, Now: morning, Env: os.Getenv, In: os.Stdin, Out: os.Stdout,
			Editor: func(string) (func() error, func() (string, error), error) {
				if how == "update" {
					panic("one\nand two")
				}
				f.broken = true
				return nil, nil, errors.New("soon")
			},
		})
	}
	os.Exit(p.fail(err))
	return true
}

// brokenFile panics in a command, once it is broken.
type brokenFile struct {
	*store.File
	broken bool
}

func (f *brokenFile) Changed(since store.Snapshot) (bool, error) {
	if f.broken {
		panic("one\nand two")
	}
	return f.File.Changed(since)
}

// A mistake in the program leaves the terminal as it was, says so in a line, and loses nothing.
func TestEndToEndAPanicRestoresTheTerminal(t *testing.T) {
	for _, how := range []string{"update", "command"} {
		t.Run(how, func(t *testing.T) {
			file := withTasks(t, "Antenna")
			self, err := os.Executable()
			if err != nil {
				t.Fatal(err)
			}
			cmd, said := exec.Command(self), &bytes.Buffer{}
			cmd.Env, cmd.Stderr = []string{brokenVariable + "=" + how + ":" + file}, said
			term := inTerminal(t, 100, 30, cmd)
			term.selects("Antenna")
			term.types(" E")
			ends(t, term, said, "bywhen: the program met an error of its own and stopped: one; and two; please report it; what was edited is saved\n")
			edited(t, file)
		})
	}
}

// ends waits for the end that is not the user's: exit code 2, a line on standard error, the terminal as before.
func ends(t *testing.T, term *terminal, said *bytes.Buffer, line string) {
	t.Helper()
	if code := term.ends(); code != 2 || said.String() != line {
		t.Errorf("exit code %d, %q", code, said)
	}
	term.restored()
}

// edited fails unless the file has the task in progress.
func edited(t *testing.T, file string) {
	t.Helper()
	said(t, 0, file, "list status:doing", "Antenna")
}

// Told to end, or left without a terminal, the UI saves and puts the terminal in order.
func TestEndToEndSignalsEndItInOrder(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGABRT} {
		t.Run(sig.String(), func(t *testing.T) {
			file := withTasks(t, "Antenna")
			term, said := opened(t, file)
			term.selects("Antenna")
			term.types(" ")
			term.sees("in progress")
			if err := term.cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			ends(t, term, said, "bywhen: told to end by a signal; what was edited is saved\n")
			edited(t, file)
		})
	}
}

// What stands half typed when it is ended is named, be it in a line, a form or notes; what a line began with is not.
func TestEndToEndWhatIsTypedAndNotTakenIsNamed(t *testing.T) {
	for _, c := range []struct{ keys, shown, named string }{
		{"aTrial run @ops 5", "Trial run @ops 5", `; typed, and not taken: add "Trial run @ops 5"`},
		{"/is:lat", "is:lat", `; typed, and not taken: filter "is:lat"`},
		{"Efor the housing\nof the ph", "of the ph", `; typed, and not taken: Antenna "for the housing\nof the ph"`},
		{"e gain\t\t2w", "2w", `; typed, and not taken: Title "Antenna gain", Effort "2w"`},
		{"D", "due:", ""},
	} {
		file := withTasks(t, "Antenna")
		term, said := opened(t, file)
		term.selects("Antenna")
		term.types(" ")
		term.sees("in progress")
		for _, key := range c.keys {
			term.types(string(key))
		}
		term.sees(c.shown)
		if err := term.cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		ends(t, term, said, "bywhen: told to end by a signal; what was edited is saved"+c.named+"\n")
		edited(t, file)
	}
}

func TestEndToEndAClosedTerminalNamesWhatIsTyped(t *testing.T) {
	term, said := opened(t, withTasks(t, "Antenna"))
	term.selects("Antenna")
	term.types("aTrial run @ops")
	term.sees("Trial run @ops")
	term.file.Close()
	if code := term.ends(); code != 2 || strings.Count(said.String(), "\n") != 1 || !strings.HasSuffix(said.String(), "; what was edited is saved; typed, and not taken: add \"Trial run @ops\"\n") {
		t.Errorf("exit code %d, %q", code, said)
	}
}

func TestEndToEndAClosedTerminalEndsIt(t *testing.T) {
	file := withTasks(t, "Antenna")
	term, said := opened(t, file)
	term.selects("Antenna")
	term.types(" ")
	term.sees("in progress")
	term.file.Close()
	if code := term.ends(); code != 2 || strings.Count(said.String(), "\n") != 1 || !strings.Contains(said.String(), "what was edited is saved") {
		t.Errorf("exit code %d, %q", code, said)
	}
	edited(t, file)
}

// Keys typed faster than the program reads are all taken.
func TestEndToEndKeysAtOnce(t *testing.T) {
	term, _ := opened(t, withTasks(t, "One", "Two", "Three", "Four", "Five"))
	term.sees("Five")
	term.selects("One")
	term.types("jjj")
	term.selects("Four")
	term.types("kaSix\r\x1b[200~jj\x1b[201~ 2d\r")
	term.sees("Six")
	term.sees("jj")
	term.types("\x1b")
	term.lacks("add ›")
	term.types("gjq")
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// Ctrl+z gives the shell back; fg draws the UI anew, mouse and all.
func TestEndToEndSuspendAndResume(t *testing.T) {
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	file := withTasks(t, "Antenna")
	shell := exec.Command("sh", "-i", "-m")
	shell.Env = []string{"PS1=shell> ", "ENV=", "BYWHEN=" + path, "BYWHEN_FILE=" + file}
	term := inTerminal(t, 100, 30, shell)
	term.sees("shell>")
	term.types("$BYWHEN --today 2026-01-05\r")
	term.selects("Antenna")
	term.types("\x1a")
	term.sees("`fg` brings it back")
	term.sees("shell>")
	term.raw.Reset()
	term.types("fg\r")
	term.selects("Antenna")
	term.sees("back again")
	term.until("the mouse", func() bool { return strings.Contains(term.raw.String(), "\x1b[?1002h") })
	term.types("jq")
	term.sees("shell>")
	term.types("exit\r")
	term.ends()
	term.restored()
}

// A terminal whose only program is the UI has no shell to go back to.
func TestEndToEndNothingToSuspendTo(t *testing.T) {
	term, _ := opened(t, withTasks(t, "Antenna"))
	term.selects("Antenna")
	term.types("\x1a")
	term.sees("not suspended")
	term.types("q")
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	term.restored()
}

// In the user's editor ctrl+c and ctrl+\ are the editor's: they do not end the UI behind it.
func TestEndToEndTheEditorsSignals(t *testing.T) {
	for key, sig := range map[string]string{"\x03": "INT", "\x1c": "QUIT"} {
		t.Run(sig, func(t *testing.T) {
			file := withTasks(t, "Antenna")
			// It begins no program once it is ready: dash loses a signal that comes while it does.
			term, _ := opened(t, file, `VISUAL=sh -c 'trap "kill \$!; echo kept > $0; exit 0" `+sig+`; sleep 60 & echo ready; wait'`)
			term.selects("Antenna")
			term.types("E")
			term.until("the editor to have the terminal", func() bool { return strings.Contains(term.raw.String(), "ready") })
			term.types(key)
			term.sees("Antenna: notes")
			term.types("q")
			if code := term.ends(); code != 0 {
				t.Errorf("exit code %d", code)
			}
			said(t, 0, file, "show Antenna", "kept")
		})
	}
}

// The notes are edited in the user's editor, which has the terminal meanwhile.
func TestEndToEndTheUsersEditor(t *testing.T) {
	file := withTasks(t, "Antenna")
	term, _ := opened(t, file, "VISUAL=sh -c 'test -t 0 && stty -a | grep -q \" echo \" && echo ready && cat > \"$0\"'")
	term.selects("Antenna")
	term.types("E")
	term.until("the editor to have the terminal", func() bool { return strings.Contains(term.raw.String(), "ready") })
	term.types("from the editor\r\x04")
	term.sees("Antenna: notes")
	term.types("q")
	term.ends()
	said(t, 0, file, "show Antenna", "from the editor")
}
