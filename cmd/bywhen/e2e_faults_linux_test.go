package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"bywhen/store"
)

// nobody is whom a program runs as that permissions are to hold for: they do not bind root.
const nobody = 65534

// unprivileged runs a command as somebody whom permissions bind, and makes it the owner of a folder and of all in it.
func unprivileged(t *testing.T, folder string, args ...string) *exec.Cmd {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	if os.Geteuid() != 0 {
		return cmd
	}
	permits(t, builtIn, 0o755)
	permits(t, filepath.Dir(folder), 0o755)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	err = filepath.Walk(folder, func(at string, _ os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		return os.Chown(at, nobody, nobody)
	})
	if err != nil {
		t.Fatal(err)
	}
	return cmd
}

// permits changes the permissions of a file or folder.
func permits(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}

// Where permission is taken away while the UI is open, it says so and what to do, keeps the edit, writes it out elsewhere, and saves
// it once, as soon as it may.
func TestEndToEndPermissionTakenAway(t *testing.T) {
	file := withTasks(t, "Antenna")
	folder := filepath.Dir(file)
	cmd, errs := unprivileged(t, folder, "-f", file, "--today", "2026-01-05"), &bytes.Buffer{}
	cmd.Stderr = errs
	term := inTerminal(t, 110, 30, cmd)
	term.selects("Antenna")
	permits(t, file, 0o400)
	term.types("aCase\r\x1b")
	term.sees("permission denied; change its permissions")
	term.sees("not saved")
	term.sees("Case")
	term.types("q")
	term.sees("e export")
	aside := filepath.Join(folder, "aside.json")
	term.types("e\x15" + file + "\r")
	term.sees("is the roadmap's own file: export to another")
	term.types("\x15" + aside + "\r")
	term.sees("wrote /")
	term.types("qe\x15" + aside + "\r")
	term.sees("(what was there is replaced)")
	if b, err := os.ReadFile(aside); err != nil || !bytes.Contains(b, []byte(`"Case"`)) {
		t.Errorf("the export lacks the edit: %v", err)
	}
	permits(t, file, 0o600)
	term.lacks("not saved")
	term.types("q")
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d, %q", code, errs)
	}
	if out := said(t, 0, file, "list", "Case"); strings.Count(out, "Case") != 1 {
		t.Errorf("saved more than once:\n%s", out)
	}
}

// In a folder that takes no new file, the first edit stays on the screen until it does.
func TestEndToEndAReadOnlyFolder(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "phone.db")
	cmd := unprivileged(t, folder, "-f", file, "--today", "2026-01-05")
	permits(t, folder, 0o500)
	term := inTerminal(t, 110, 30, cmd)
	term.sees("What are you launching")
	term.types("\x1b")
	term.lacks("What are you launching")
	term.types("a")
	term.sees("add ›")
	term.types("Antenna\r\x1b")
	term.sees("cannot be made: permission denied")
	term.sees("not saved")
	term.sees("Antenna")
	add := unprivileged(t, folder, "add", "Case", "-f", file)
	if out, _ := add.CombinedOutput(); add.ProcessState.ExitCode() != 2 || strings.Count(string(out), "\n") != 1 || !strings.Contains(string(out), "permission denied; change its permissions, or those of its folder") {
		t.Errorf("exit code %d: %s", add.ProcessState.ExitCode(), out)
	}
	permits(t, folder, 0o700)
	term.lacks("not saved")
	term.types("q")
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	said(t, 0, file, "list", "Antenna")
}

// scarce is a folder in which room can be made to run out. Who may mount has a small file system there, which is really full then;
// for others the system lets the programs of the test write no file beyond the size that the largest has.
type scarce struct {
	t      *testing.T
	folder string
	real   bool
}

func scarcely(t *testing.T) scarce {
	t.Helper()
	s := scarce{t: t, folder: t.TempDir()}
	s.real = syscall.Mount("tmpfs", s.folder, "tmpfs", 0, "size=1048576") == nil
	t.Cleanup(func() {
		if !s.real {
			return
		}
		if err := syscall.Unmount(s.folder, 0); err != nil {
			t.Error(err)
		}
	})
	return s
}

// fills takes all the room that is left, for the program in a terminal too, and gives what makes room again.
func (s scarce) fills(term *terminal) (mend func()) {
	s.t.Helper()
	if s.real {
		return s.filled()
	}
	info, err := os.Stat(filepath.Join(s.folder, "phone.db"))
	if err != nil {
		s.t.Fatal(err)
	}
	was := s.limits(term, uint64(info.Size()))
	return func() { s.limits(term, was) }
}

// limits says up to what size files may be written by programs begun from now on and by the one in a terminal; it gives the limit of before.
func (s scarce) limits(term *terminal, size uint64) (was uint64) {
	s.t.Helper()
	for _, pid := range []int{0, term.cmd.Process.Pid} {
		var limit unix.Rlimit
		err := unix.Prlimit(pid, unix.RLIMIT_FSIZE, nil, &limit)
		was, limit.Cur = limit.Cur, size
		if err == nil {
			err = unix.Prlimit(pid, unix.RLIMIT_FSIZE, &limit, nil)
		}
		if err != nil {
			s.t.Fatal(err)
		}
	}
	return was
}

// words are what is said of a folder without room.
func (s scarce) words() string {
	if s.real {
		return "the disk is full; make room and try again"
	}
	return "files may grow no further; raise that limit and try again"
}

// filled takes all that is left on the file system.
func (s scarce) filled() (mend func()) {
	s.t.Helper()
	path := filepath.Join(s.folder, "filler")
	f, err := os.Create(path)
	if err != nil {
		s.t.Fatal(err)
	}
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	f.Close()
	return func() {
		if err := os.Remove(path); err != nil {
			s.t.Fatal(err)
		}
	}
}

// whole holds a file to being whole.
func whole(t *testing.T, path string) {
	t.Helper()
	if x, err := store.New(path).Examine(); err != nil || len(x.Problems) > 0 {
		t.Errorf("%s is not whole: %v, %v", filepath.Base(path), err, x.Problems)
	}
}

// A disk that is really full is said, by commands too; the edit is saved once when there is room again, and the file is whole.
func TestEndToEndADiskWithoutRoom(t *testing.T) {
	room := scarcely(t)
	file := filepath.Join(room.folder, "phone.db")
	said(t, 0, file, "add Antenna", "added")
	term, errs := opened(t, file)
	term.selects("Antenna")
	mend := room.fills(term)
	long := strings.Repeat("long ", 9000)
	path, _ := built()
	set := exec.Command(path, "set", "antenna", "notes="+long, "-f", file)
	if out, _ := set.CombinedOutput(); set.ProcessState.ExitCode() != 2 || !strings.HasSuffix(string(out), room.words()+"\n") || strings.Count(string(out), "\n") != 1 {
		t.Errorf("exit code %d: %s", set.ProcessState.ExitCode(), out)
	}
	term.types("E")
	term.sees("ctrl+s save")
	term.types("\x1b[200~" + long + "the end\x1b[201~")
	term.sees("the end")
	term.types("\x13")
	term.sees(room.words())
	term.sees("not saved")
	term.types(" ")
	term.sees("2 edits not saved")
	mend()
	term.lacks("not saved")
	term.quits(errs)
	edited(t, file)
	whole(t, file)
	if out := said(t, 0, file, "log", "Antenna: notes"); strings.Count(out, "Antenna: notes") != 1 {
		t.Errorf("saved more than once:\n%s", out)
	}
}

// A full folder for temporary files, or one that is none, keeps nobody from editing; what needs it says which folder it is.
func TestEndToEndNoPlaceForTemporaryFiles(t *testing.T) {
	none := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(none, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	noTemporaryFiles(t, none, "it is no folder; set TMPDIR to one")
	if room := scarcely(t); room.real {
		defer room.filled()()
		noTemporaryFiles(t, room.folder, "disk is full")
		if left, _ := os.ReadDir(room.folder); len(left) != 1 {
			t.Errorf("left are %v", left)
		}
	}
}

// noTemporaryFiles holds the UI and the demo to what they say and still do without a place for temporary files.
func noTemporaryFiles(t *testing.T, tmp, why string) {
	t.Helper()
	file := withTasks(t, "Antenna")
	said(t, 0, file, "set antenna notes=soon", "")
	term, errs := opened(t, file, "TMPDIR="+tmp, "EDITOR=true")
	term.selects("Antenna")
	term.types("E")
	term.sees("no place for the text to edit in " + tmp)
	term.types(" ")
	term.sees("in progress")
	term.quits(errs)
	edited(t, file)
	demo := startTerminal(t, 100, 30, []string{"TMPDIR=" + tmp}, "demo")
	demo.sees(why)
	if code := demo.ends(); code != 2 {
		t.Errorf("exit code %d", code)
	}
}

// Where backups cannot be kept it is said once, by a command and by the UI when it is left, and the edit is made.
func TestEndToEndNoPlaceForBackups(t *testing.T) {
	state := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(state, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	file := withTasks(t, "Antenna")
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	add, errs := exec.Command(path, "add", "Case", "-f", file), &bytes.Buffer{}
	add.Env, add.Stderr = []string{"XDG_STATE_HOME=" + state, "HOME=" + t.TempDir()}, errs
	if out, err := add.Output(); err != nil || !strings.HasPrefix(string(out), "added 2 Case") || strings.Count(errs.String(), "no backup was made: ") != 1 {
		t.Errorf("%v, %s, %s", err, out, errs)
	}
	term, late := opened(t, file, "XDG_STATE_HOME="+state)
	term.selects("Antenna")
	term.types(" ")
	term.sees("in progress")
	term.types("q")
	if code := term.ends(); code != 0 || strings.Count(late.String(), "no backup was made: ") != 1 || strings.Count(late.String(), "\n") != 1 {
		t.Errorf("exit code %d, %q", code, late)
	}
	edited(t, file)
}

// Another roadmap that is moved over the file is shown, and what was edited of the first is not written to it.
func TestEndToEndAnotherRoadmapInItsPlace(t *testing.T) {
	file, other := withTasks(t, "Antenna"), withTasks(t, "Keyboard") // both at the same revision
	term, _ := opened(t, file)
	term.selects("Antenna")
	rename(t, file, file+".away")
	rename(t, other, file)
	term.sees("Keyboard")
	term.lacks("Antenna")
	unlock := locked(t, file)
	term.types("aScreen\r\x1b")
	term.sees("is in use by another program")
	rename(t, file, other)
	rename(t, file+".away", file)
	unlock()
	term.sees("another roadmap was moved here; put back the one")
	term.sees("not saved")
	rename(t, file, file+".away")
	rename(t, other, file)
	term.lacks("not saved")
	rename(t, file, other)
	rename(t, file+".away", file)
	term.sees("Antenna")
	term.lacks("Keyboard")
	term.types("q")
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	said(t, 0, other, "list", "Screen")
	if out := said(t, 0, file, "list", "Antenna"); strings.Contains(out, "Screen") {
		t.Errorf("it went to the wrong roadmap:\n%s", out)
	}
}
