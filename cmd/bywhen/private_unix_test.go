//go:build unix

package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"bywhen/tui/plan"
)

// home is a program whose folders all lie in one that is new.
func home(t *testing.T) (dir string, env map[string]string) {
	t.Helper()
	dir = t.TempDir()
	env = map[string]string{"HOME": dir}
	for _, name := range []string{"DATA", "STATE", "CONFIG", "CACHE"} {
		env["XDG_"+name+"_HOME"] = filepath.Join(dir, "xdg", strings.ToLower(name))
	}
	return dir, env
}

// Whatever Bywhen makes by itself is for its owner alone, whatever the umask is: the roadmap, its backups, the configuration, the
// columns that were chosen, and an export, which chmod shares.
func TestWhatIsMadeIsForItsOwnerAlone(t *testing.T) {
	dir, env := home(t)
	defer syscall.Umask(syscall.Umask(0))
	for _, args := range [][]string{{"add", "Antenna"}, {"add", "--today", "2026-01-06", "Case"}, {"doctor", "--compact"}, {"config", "--init"}, {"export", filepath.Join(dir, "xdg", "plan.json")}} {
		if code, _, stderr := ran(t, env, args...); code != 0 {
			t.Fatalf("bywhen %v: %s", args, stderr)
		}
	}
	p := &program{env: func(name string) (string, bool) { v, ok := env[name]; return v, ok }}
	if err := p.keepColumns([]plan.Column{plan.FinishColumn.Column()}); err != nil {
		t.Fatal(err)
	}
	made := 0
	err := filepath.WalkDir(filepath.Join(dir, "xdg"), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		want := fs.FileMode(0o600)
		if d.IsDir() {
			want = 0o700
		} else {
			made++
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s has %v", path, info.Mode())
		}
		return nil
	})
	if err != nil || made < 5 {
		t.Errorf("%d files, %v", made, err)
	}
}

// A link that somebody has put where a temporary file will be is neither followed nor taken away.
func TestNoTemporaryFileIsOpenedThroughALink(t *testing.T) {
	dir, env := home(t)
	victim := filepath.Join(dir, "victim")
	if err := os.WriteFile(victim, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := ran(t, env, "add", "Antenna"); code != 0 {
		t.Fatal(stderr)
	}
	target := filepath.Join(dir, "plan.csv")
	var links []string
	for n := range 3 {
		link := fmt.Sprintf("%s.%d-%d.tmp", target, os.Getpid(), n)
		if err := os.Symlink(victim, link); err != nil {
			t.Fatal(err)
		}
		links = append(links, link)
	}
	if code, _, stderr := ran(t, env, "export", target); code != 0 || !strings.Contains(content(t, target), "Antenna") {
		t.Errorf("exit code %d, %q", code, stderr)
	}
	if content(t, victim) != "theirs" {
		t.Errorf("the link was followed: %q", content(t, victim))
	}
	for _, link := range links {
		if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s: %v, %v", link, info, err)
		}
	}
	if info, err := os.Lstat(target); err != nil || !info.Mode().IsRegular() {
		t.Errorf("the export: %v, %v", info, err)
	}
}
