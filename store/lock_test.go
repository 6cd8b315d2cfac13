package store

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"bywhen/roadmap"
)

// asWriter and asHolder make the test's binary another program: one that commits, and one that keeps the file open.
const (
	asWriter = "BYWHEN_TEST_WRITER"
	asHolder = "BYWHEN_TEST_HOLDER"
	howMany  = "BYWHEN_TEST_WRITES"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(asWriter); path != "" {
		acknowledged = os.Stdout
		n, _ := strconv.Atoi(os.Getenv(howMany))
		if err := writeTasks(New(path), "process "+strconv.Itoa(os.Getpid()), n); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if path := os.Getenv(asHolder); path != "" {
		db, err := bbolt.Open(path, 0o600, nil)
		if err != nil {
			os.Exit(1)
		}
		fmt.Println("open")
		time.Sleep(time.Minute)
		db.Close()
	}
	os.Exit(m.Run())
}

// acknowledged is where a writer says which revision it has been promised; the process that is killed says it aloud.
var acknowledged io.Writer = io.Discard

// writeTasks adds tasks one by one, each on the snapshot before, which others may have left behind; and it undoes nothing.
func writeTasks(f *File, who string, n int) error {
	base, err := f.Load()
	if err != nil {
		return err
	}
	for i := range n {
		d := base.Roadmap.Edit(monday)
		if _, err := d.AddTask(roadmap.Task{Title: fmt.Sprintf("%s, %d", who, i)}); err != nil {
			return err
		}
		next, err := d.Close()
		if err != nil {
			return err
		}
		snap, _, err := f.Apply(Edit{Base: base, Next: next, Title: "add", Stamp: stamp(i)}, nil)
		if err != nil {
			return err
		}
		fmt.Fprintln(acknowledged, snap.Revision)
		if i%2 == 1 { // every other time it goes on from what it had
			base = snap
		}
	}
	return nil
}

// allWritten holds a file to every task of every writer.
func allWritten(t *testing.T, f *File, writers, each int) {
	t.Helper()
	snap := load(t, f)
	titles := map[string]bool{}
	for _, task := range snap.Roadmap.Tasks() {
		titles[task.Title] = true
	}
	if len(titles) != writers*each || len(snap.Roadmap.Tasks()) != writers*each || int(snap.Revision) != 1+writers*each {
		t.Errorf("%d tasks, %d titles, revision %d; want %d edits", len(snap.Roadmap.Tasks()), len(titles), snap.Revision, writers*each)
	}
	if log, err := f.History(0); err != nil || len(log) != writers*each {
		t.Errorf("%d entries, %v", len(log), err)
	}
}

func TestNoEditIsLostAmongGoroutines(t *testing.T) {
	f, _ := newFile(t, roadmap.New("Aurora phone", monday))
	var all sync.WaitGroup
	for w := range 4 {
		all.Go(func() {
			of := f // two share a File, two have their own
			if w%2 == 1 {
				of = New(f.Path())
			}
			if err := writeTasks(of, fmt.Sprintf("writer %d", w), 15); err != nil {
				t.Error(err)
			}
		})
		all.Go(func() {
			last := Revision(0)
			for range 30 {
				now, err := f.Revision()
				if err != nil || now < last {
					t.Errorf("revision %d after %d, %v", now, last, err)
				}
				last = now
				if _, err := f.Load(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	allWritten(t, f, 4, 15)
}

func TestNoEditIsLostAmongPrograms(t *testing.T) {
	f, _ := newFile(t, roadmap.New("Aurora phone", monday))
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), asWriter+"="+f.Path(), howMany+"=12")
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	if err := writeTasks(f, "this one", 12); err != nil {
		t.Error(err)
	}
	all.Wait()
	allWritten(t, f, 4, 12)
}

func TestAWriterThatIsKilledLosesNothingItWasPromised(t *testing.T) {
	f, _ := newFile(t, roadmap.New("Aurora phone", monday))
	for i := range 8 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), asWriter+"="+f.Path(), howMany+"=100000")
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		promises := bufio.NewScanner(out)
		for range 1 + i%3 { // it is amid its writing, however slow the machine is
			promises.Scan()
		}
		time.Sleep(time.Duration(i) * time.Millisecond)
		_ = cmd.Process.Kill()
		promised, err := strconv.Atoi(promises.Text())
		for err == nil && promises.Scan() {
			promised, err = strconv.Atoi(promises.Text())
		}
		_ = cmd.Wait()
		if err != nil {
			t.Fatal(err)
		}
		snap := load(t, f)
		if int(snap.Revision) < promised || len(snap.Roadmap.Tasks()) != int(snap.Revision)-1 {
			t.Errorf("revision %d and %d tasks, promised %d", snap.Revision, len(snap.Roadmap.Tasks()), promised)
		}
		checkByBolt(t, f.Path())
	}
}

func TestAFileThatStaysInUseIsAnError(t *testing.T) {
	f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna")))
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), asHolder+"="+f.Path())
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 5)); err != nil {
		t.Fatal(err)
	}
	f.patience = 60 * time.Millisecond
	if _, err := f.Load(); !errors.Is(err, ErrLocked) {
		t.Errorf("load: %v", err)
	}
	if _, _, err := f.Apply(Edit{Base: snap, Next: edited(t, snap.Roadmap, adding("Board")), Stamp: stamp(1)}, nil); !errors.Is(err, ErrLocked) {
		t.Errorf("apply: %v", err)
	}
	f.patience = 10 * time.Second
	time.AfterFunc(30*time.Millisecond, func() { _ = cmd.Process.Kill() })
	if _, err := f.Load(); err != nil { // waits until the other is gone
		t.Error(err)
	}
	_ = cmd.Wait()
}

func TestReadersShareTheFile(t *testing.T) {
	f, _ := newFile(t, roadmap.New("Aurora phone", monday))
	s, err := f.open(reading)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	f.patience = 0
	if _, err := f.Load(); err != nil {
		t.Error(err)
	}
}

func TestRevisionSeesEveryCommit(t *testing.T) {
	f, snap := newFile(t, edited(t, roadmap.New("Aurora phone", monday), adding("Antenna")))
	watcher := New(f.Path())
	for i := range 20 {
		for range 2 {
			if now, err := watcher.Revision(); err != nil || now != snap.Revision {
				t.Fatalf("%d: revision %d, %v; want %d", i, now, err, snap.Revision)
			}
		}
		snap, _ = commit(t, f, snap, "rename", renaming("1", fmt.Sprintf("Antenna %d", i)))
		if known := f.known.Load(); known == nil || known.revision != snap.Revision || known.mark != snap.mark {
			t.Fatalf("%d: whoever wrote has to read to know what: %+v", i, known)
		}
	}
	if err := os.Remove(f.Path()); err != nil {
		t.Fatal(err)
	}
	if _, err := watcher.Revision(); !errors.Is(err, ErrMissing) {
		t.Errorf("of a file that is gone: %v", err)
	}
	newFileAgain(t, f)
	if now, err := watcher.Revision(); err != nil || now != 1 {
		t.Errorf("of another file in its place: %d, %v", now, err)
	}
}
