//go:build unix

package store

import (
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"bywhen/roadmap"
)

func TestWhatIsNoFileIsRefused(t *testing.T) {
	folder := t.TempDir()
	pipe := filepath.Join(folder, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	socket := filepath.Join(folder, "socket")
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	sparse := filepath.Join(folder, "sparse.db")
	if err := os.WriteFile(sparse, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(sparse, 2<<30); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{folder, pipe, socket, sparse, "/dev/zero", "/dev/null"} {
		done := make(chan error, 1)
		go func() { _, err := New(path).Load(); done <- err }()
		select {
		case err := <-done:
			if !errors.Is(err, ErrForeign) {
				t.Errorf("%s: %v", path, err)
			}
		case <-time.After(5 * time.Second):
			t.Fatalf("%s: hangs", path)
		}
	}
	missing := New(filepath.Join(folder, "none.db"))
	refuses(t, missing, "no file", ErrMissing)
	if _, err := New(filepath.Join(pipe, "x.db")).Load(); err == nil || !strings.Contains(err.Error(), "no folder") {
		t.Errorf("under a file: %v", err)
	}
	if there, err := missing.Exists(); there || err != nil {
		t.Errorf("a missing file exists: %v, %v", there, err)
	}
}

func TestAFileCutShortWhileItIsOpenIsDamage(t *testing.T) {
	f, _ := newFile(t, large(t, 2000))
	victim := at(t, read(t, f))
	s, err := victim.open(reading)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	if err := os.Truncate(victim.Path(), 8192); err != nil {
		t.Fatal(err)
	}
	if _, err := s.load(); !errors.Is(err, ErrDamaged) {
		t.Errorf("%v", err)
	}
}

// asLimited makes a test's process one whose files cannot grow beyond its value, as on a full disk.
const asLimited = "BYWHEN_TEST_LIMIT"

func TestAnEditThatDoesNotFitOnTheDiskLeavesTheFile(t *testing.T) {
	if limit := os.Getenv(asLimited); limit != "" {
		size, _ := strconv.ParseUint(limit, 10, 64)
		fillDisk(t, size)
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), asLimited+"=65536")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

// setLimit sets a limit, which systems give different types.
func setLimit[T int64 | uint64](to *T, size uint64) { *to = T(size) }

func fillDisk(t *testing.T, size uint64) {
	f, snap := newFile(t, roadmap.New("Aurora phone", monday))
	many := edited(t, snap.Roadmap, func(d *roadmap.Draft) error {
		for range 2000 {
			if err := adding("Antenna module of a phone")(d); err != nil {
				return err
			}
		}
		return nil
	})
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	setLimit(&limit.Cur, size)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	_, _, err := f.Apply(Edit{Base: snap, Next: many, Title: "import", Stamp: stamp(1)}, nil)
	if err == nil || errors.Is(err, ErrDamaged) || strings.Contains(err.Error(), "\n") {
		t.Errorf("%v", err)
	}
	if _, err := New(filepath.Join(t.TempDir(), "new.db")).Create(many, stamp(0)); err == nil {
		t.Error("a file beyond the limit was made")
	}
	same(t, "loaded", load(t, f).Roadmap, snap.Roadmap)
	limit.Cur = limit.Max
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	if _, _, err := f.Apply(Edit{Base: snap, Next: many, Title: "import", Stamp: stamp(1)}, nil); err != nil {
		t.Errorf("once there is room: %v", err)
	}
}
