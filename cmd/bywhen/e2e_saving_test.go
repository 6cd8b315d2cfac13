package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"bywhen/store"
)

// What cannot be saved stays on the screen, with the reason, and is saved as soon as that is gone.
func TestEndToEndWhatCannotBeSavedIsKept(t *testing.T) {
	for name, c := range map[string]struct {
		breaks func(t *testing.T, file string) (mend func())
		says   string
	}{
		"deleted":  {moved, "was deleted or moved away; put it back, or quit"},
		"a folder": {foldered, "is a folder, not a file"},
		"locked":   {locked, "is in use by another program"},
		"emptied":  {emptied, "is empty, not a roadmap"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := withTasks(t, "Antenna")
			term, errs := opened(t, file)
			term.selects("Antenna")
			mend := c.breaks(t, file)
			term.types(" ")
			term.sees(c.says)
			term.sees("not saved")
			term.sees("◐  Antenna")
			term.types("j")
			term.sees("not saved")
			term.types("q")
			term.sees("not saved: Antenna: in progress")
			term.types("\x1b")
			term.lacks("not saved: Antenna")
			mend()
			term.lacks("not saved")
			term.lacks(c.says)
			term.sees("\n saved")
			term.types("j")
			term.lacks("\n saved")
			term.quits(errs)
			edited(t, file)
		})
	}
}

// A file that was deleted is made again with what was on the screen, and with what was edited since; without an edit, too, it is not
// left without a word.
func TestEndToEndAFileThatIsGoneIsMadeAgain(t *testing.T) {
	for name, edits := range map[string]bool{"an edit waits": true, "nothing waits": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := withTasks(t, "Antenna", "Case")
			term, errs := opened(t, file)
			term.selects("Antenna")
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
			term.sees("was deleted or moved away; put it back, or quit")
			if edits {
				term.types(" ")
				term.sees("not saved")
			}
			term.types("q")
			term.sees("m make it again from this")
			term.types("m")
			term.lacks("not saved")
			term.sees("made again from what was on the screen; its history begins here")
			term.quits(errs)
			out := said(t, 0, file, "list", "Case")
			if edits {
				edited(t, file)
			} else if !strings.Contains(out, "Antenna") {
				t.Errorf("not all is there:\n%s", out)
			}
			if x, err := store.New(file).Examine(); err != nil || len(x.Problems) > 0 {
				t.Errorf("it is not whole: %v, %v", err, x.Problems)
			}
		})
	}
}

// A link that leads nowhere is refused when the UI is to open it; one that comes to lead nowhere is told as what it is.
func TestEndToEndALinkThatLeadsNowhere(t *testing.T) {
	file := withTasks(t, "Antenna")
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(file, link); err != nil {
		t.Fatal(err)
	}
	term, errs := opened(t, link)
	term.selects("Antenna")
	mend := moved(t, file)
	term.types(" ")
	term.sees("link.db: what it is a link to was deleted or moved away; put that back, or quit")
	term.types("q")
	term.sees("e export")
	term.lacks("make it again")
	term.types("\x1b")
	term.lacks("e export")
	refused := startTerminal(t, 110, 30, nil, "-f", link)
	if code := refused.ends(); code != 2 || !strings.Contains(refused.raw.String(), "which is not there; make that, or name another file") || strings.Contains(refused.raw.String(), "\x1b[?1049h") {
		t.Errorf("exit code %d, %q", code, refused.raw.String())
	}
	mend()
	term.lacks("not saved")
	term.quits(errs)
	edited(t, file)
}

// A paste of a million characters is told in the line that adds, which then takes what is typed.
func TestEndToEndAPasteThatIsTooLong(t *testing.T) {
	term, errs := opened(t, withTasks(t, "Antenna"))
	term.selects("Antenna")
	term.types("a")
	term.sees("add ›")
	term.types("\x1b[200~" + strings.Repeat("q", 1_000_000) + "\x1b[201~")
	term.sees("too long: 1000000 characters, at most 65536; nothing was put in")
	term.types("Case\r")
	term.sees("○  Case")
	term.types("\x1b")
	term.lacks("add ›")
	term.quits(errs)
}

// What is pasted where the terminal does not say so comes as keys: it is text whatever it is called, and is shown once it is there,
// not letter by letter.
func TestEndToEndTextThatComesAtOnce(t *testing.T) {
	term, errs := opened(t, withTasks(t, "Antenna"))
	term.selects("Antenna")
	term.types("a")
	term.sees("add ›")
	before := strings.Count(term.raw.String(), "\x1b[?2026h")
	term.types("up enter home " + strings.Repeat("of words ", 400) + "at the end")
	term.sees("of words at the end")
	if frames := strings.Count(term.raw.String(), "\x1b[?2026h") - before; frames > 8 {
		t.Errorf("drawn %d times", frames)
	}
	term.types("\x15") // ctrl+u: as if nothing had been typed
	term.lacks("at the end")
	term.types("up enter home\r")
	term.sees("○  up enter home ")
	term.types("\x1b")
	term.lacks("add ›")
	term.quits(errs)
}

// Who leaves all the same is told what is lost.
func TestEndToEndWhatIsLostIsNamed(t *testing.T) {
	file := withTasks(t, "Antenna")
	term, errs := opened(t, file)
	term.selects("Antenna")
	mend := moved(t, file)
	term.types(" ")
	term.sees("not saved")
	term.types("q")
	term.sees("quit and lose it")
	term.types("X")
	if code := term.ends(); code != 2 || !strings.HasPrefix(errs.String(), "bywhen: not saved, and lost: Antenna: in progress: ") || strings.Count(errs.String(), "\n") != 1 {
		t.Errorf("exit code %d, %q", code, errs)
	}
	mend()
	said(t, 0, file, "list status:todo", "Antenna")
}

// A disk that takes no more is said, and what it does not take can be undone.
func TestEndToEndAFullDisk(t *testing.T) {
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	file := withTasks(t, "Antenna")
	limited := exec.Command("sh", "-c", "ulimit -f 64; exec \"$0\" -f \"$1\" --today 2026-01-05", path, file)
	term := inTerminal(t, 100, 30, limited)
	term.selects("Antenna")
	term.types("E")
	term.sees("ctrl+s save")
	term.types("\x1b[200~" + strings.Repeat("too much ", 6000) + "the end\x1b[201~")
	term.sees("the end")
	term.types("\x13")
	term.sees("cannot be saved")
	term.sees("not saved")
	term.types("u")
	term.sees("undone before it was saved: Antenna: notes")
	term.types(" ")
	term.sees("in progress")
	term.types("q")
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	edited(t, file)
}

func moved(t *testing.T, file string) func() {
	t.Helper()
	rename(t, file, file+".away")
	return func() { rename(t, file+".away", file) }
}

func foldered(t *testing.T, file string) func() {
	t.Helper()
	back := moved(t, file)
	if err := os.Mkdir(file, 0o700); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
		back()
	}
}

func emptied(t *testing.T, file string) func() {
	t.Helper()
	back := moved(t, file)
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return back
}

// locked holds the file's lock as another program would.
func locked(t *testing.T, file string) func() {
	t.Helper()
	held, err := bbolt.Open(file, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	return func() { held.Close() }
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

// Two UIs and a command on one file see each other's edits; what was made elsewhere is only undone at a second word.
func TestEndToEndThreeOnOneFile(t *testing.T) {
	file := withTasks(t, "Antenna")
	one, _ := opened(t, file)
	one.selects("Antenna")
	two, _ := opened(t, file)
	two.selects("Antenna")
	one.types(" ")
	two.sees("◐  Antenna")
	said(t, 0, file, "add Case", "added 2 Case")
	one.sees("Case")
	two.sees("Case")
	two.types("x")
	one.sees("×  Antenna")
	one.types("u")
	one.sees("“Antenna: dropped” was made elsewhere")
	one.sees("u again undoes it")
	time.Sleep(time.Second / 2) // before which nobody has read it
	one.types("u")
	one.sees("undone: Antenna: dropped")
	two.sees("◐  Antenna")
	for _, term := range []*terminal{one, two} {
		term.types("q")
		if code := term.ends(); code != 0 {
			t.Errorf("exit code %d", code)
		}
	}
}

// The list of what-ifs shows within a second what another terminal keeps, and goes on pointing at the same one.
func TestEndToEndAWhatIfThatIsKeptElsewhere(t *testing.T) {
	file := withTasks(t, "Antenna")
	one, _ := opened(t, file)
	two, _ := opened(t, file)
	for _, term := range []*terminal{one, two} {
		term.selects("Antenna")
	}
	keeps := func(name string) {
		t.Helper()
		one.sees("nothing tried yet")
		one.types("s")
		one.sees("set Antenna ›")
		one.types("5d\r")
		one.lacks("set Antenna ›")
		one.types("W")
		one.sees("n name and keep")
		one.types("n")
		one.sees("keep as ›")
		one.types(name + "\r")
		one.sees("kept “" + name)
	}
	one.types("W")
	keeps("Overtime")
	two.sees("changed by another program")
	two.types("W")
	two.sees("Overtime")
	one.types("W")
	one.sees("What-ifs beside the plan")
	one.types("n")
	keeps("A second shift")
	began := time.Now()
	two.sees("A second shift")
	if took := time.Since(began); took > time.Second {
		t.Errorf("it is shown after %v", took)
	}
	two.sees("What-ifs beside the plan")
}

// The UI on a file that is not there yet shows what another program puts there, and adds to it.
func TestEndToEndAFileMadeMeanwhile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "phone.db")
	term, _ := opened(t, file)
	term.sees("What are you launching")
	said(t, 0, file, "add Antenna", "added 1 Antenna")
	term.sees("Antenna")
	term.types("aCase\r\x1b")
	term.sees("Case")
	term.types("u")
	term.sees("undone: added Case")
	term.types("q")
	term.ends()
	said(t, 0, file, "list", "Antenna")
}
