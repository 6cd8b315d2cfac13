package main

import (
	"bytes"
	"bywhen/store/storetest"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math/rand"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

// ended is how a run of the real program ended.
type ended struct {
	code        int // -1: by a signal
	out, errors string
}

// within runs the real program, which has 5 seconds.
func within(t *testing.T, args ...string) ended {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	cmd := exec.CommandContext(limit, path, args...)
	cmd.Env = append(os.Environ(), "XDG_STATE_HOME="+t.TempDir())
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	_ = cmd.Run()
	if limit.Err() != nil {
		t.Errorf("bywhen %s: hangs", strings.Join(args, " "))
	}
	return ended{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}

// refusedInALine holds a run to exit code 2 and one line that is about the program's own business.
func refusedInALine(t *testing.T, what string, e ended, says string) {
	t.Helper()
	line := strings.TrimSuffix(e.errors, "\n")
	if e.code != 2 || e.out != "" || strings.Contains(line, "\n") || !strings.HasPrefix(line, "bywhen: ") || !strings.Contains(line, says) {
		t.Errorf("%s: exit code %d, want one line with %q:\n%s%s", what, e.code, says, e.out, e.errors)
	}
}

// otherThings are what somebody may name in place of a roadmap, with what is said of it.
func otherThings(t *testing.T, folder string) map[string]string {
	t.Helper()
	at := func(name string) string { return filepath.Join(folder, name) }
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	check(os.WriteFile(at("empty.db"), nil, 0o600))
	check(os.WriteFile(at("plan.csv"), []byte("title,team\nAntenna,Murata\n"), 0o600))
	check(os.WriteFile(at("sparse.db"), nil, 0o600))
	check(os.Truncate(at("sparse.db"), 2<<30))
	check(syscall.Mkfifo(at("pipe"), 0o600))
	check(os.Mkdir(at("folder"), 0o700))
	listener, err := net.Listen("unix", at("socket"))
	check(err)
	t.Cleanup(func() { listener.Close() })
	other, err := bbolt.Open(at("other.db"), 0o600, nil)
	check(err)
	check(other.Update(func(tx *bbolt.Tx) error { _, err := tx.CreateBucket([]byte("sessions")); return err }))
	check(other.Close())
	newer := withTasks(t, "Antenna")
	db, err := bbolt.Open(newer, 0o600, nil)
	check(err)
	check(db.Update(func(tx *bbolt.Tx) error {
		value := binary.BigEndian.AppendUint32(nil, 99)
		return tx.Bucket([]byte("bywhen")).Put([]byte("format"), binary.BigEndian.AppendUint32(value, formatSum(value)))
	}))
	check(db.Close())
	check(os.Rename(newer, at("newer.db")))
	return map[string]string{
		"empty.db": "is empty, not a roadmap", "plan.csv": "is not a roadmap of Bywhen", "sparse.db": "is not a roadmap of Bywhen", "pipe": "is no regular file",
		"folder": "is a folder, not a file", "socket": "is no regular file", "other.db": "is another program's database", "newer.db": "was written by a newer Bywhen",
		"/dev/null": "is no regular file", "none.db": "there is no roadmap",
	}
}

// formatSum is the checksum of a file's format: over the bucket, the key and the version, begun from the key's length.
func formatSum(version []byte) uint32 {
	table := crc32.MakeTable(crc32.Castagnoli)
	return crc32.Update(uint32(len("format")), table, append([]byte("bywhenformat"), version...))
}

// Whatever else than a roadmap is named, each command says in a line what it is, at once, and leaves it as it is.
func TestEndToEndOtherThingsThanARoadmap(t *testing.T) {
	folder := t.TempDir()
	for name, says := range otherThings(t, folder) {
		path := filepath.Join(folder, name)
		if filepath.IsAbs(name) {
			path = name
		}
		before, err := os.Lstat(path)
		held := heldBy(path, before)
		for _, command := range [][]string{{"check"}, {"list"}, {"undo"}, {"doctor"}, {"doctor", "--repair"}, {"doctor", "--compact"}} {
			refusedInALine(t, name+": "+strings.Join(command, " "), within(t, append(command, "-f", path)...), says)
		}
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		after, err := os.Lstat(path)
		if err != nil || after.Mode() != before.Mode() || after.Size() != before.Size() || !bytes.Equal(heldBy(path, after), held) {
			t.Errorf("%s: was changed: %v", name, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*.repaired")); len(left) > 0 {
		t.Errorf("%v is made of what is no roadmap", left)
	}
}

// heldBy is what a file holds that is regular and not large.
func heldBy(path string, info os.FileInfo) []byte {
	if info == nil || !info.Mode().IsRegular() || info.Size() > 1<<20 {
		return nil
	}
	b, _ := os.ReadFile(path)
	return b
}

// The real program neither dies nor hangs on a damaged file: it says what it always says, or that the file is broken, and what doctor
// --repair saves is whole. The mass of damaged files is tried within the store.
func TestEndToEndDamagedFiles(t *testing.T) {
	folder := t.TempDir()
	demo := filepath.Join(folder, "demo.db")
	within(t, "demo", "--keep", demo, "--today", "2026-01-05")
	good, err := os.ReadFile(demo)
	if err != nil {
		t.Fatal(err)
	}
	want := within(t, "list", "-f", demo, "--today", "2026-01-05").out
	copies := 12
	if thorough {
		copies = 500
	}
	chance := rand.New(rand.NewSource(1))
	for i := range copies {
		path := filepath.Join(folder, fmt.Sprintf("%d.db", i))
		damaged := storetest.Spoiled(good, chance)
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if listed := within(t, "list", "-f", path, "--today", "2026-01-05"); listed.code != 0 {
			refusedInALine(t, fmt.Sprintf("copy %d", i), listed, path+": ")
		} else if listed.out != want {
			t.Errorf("copy %d opens and lacks something:\n%s", i, listed.out)
		}
		if found := within(t, "doctor", "-f", path); found.code != 0 && found.code != 2 {
			t.Errorf("copy %d: doctor ends with %d: %s", i, found.code, found.errors)
		}
		saved := within(t, "doctor", "--repair", "-f", path)
		if saved.code == 2 {
			refusedInALine(t, fmt.Sprintf("the repair of copy %d", i), saved, path+": ")
		} else if _, err := os.Stat(path + ".repaired"); err == nil {
			if whole := within(t, "doctor", "-f", path+".repaired"); saved.code != 0 || whole.code != 0 {
				t.Errorf("the repair of copy %d ends with %d, and what it saved with %d: %s", i, saved.code, whole.code, whole.errors)
			}
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, damaged) {
			t.Errorf("copy %d was changed: %v", i, err)
		}
	}
}
