//go:build amd64 || arm64

package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bywhen/store"
)

// power is a session of commands that is recorded, to be cut off by a loss of power afterwards.
type power struct {
	*recorder
	before *disc
	env    []string
	file   string
	traced bool
	states []string // what the file held before the first command and after each; empty where it was not there
	spoken []int    // how many deeds there were when a command had acknowledged
}

// recording begins a session in a folder of its own, on a file that is made as fill says.
func recording(t *testing.T, name string, fill func(path string)) *power {
	t.Helper()
	folder, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	p := &power{
		recorder: &recorder{t: t, folder: folder}, file: filepath.Join(folder, name),
		env: []string{"HOME=" + folder, "PATH=" + os.Getenv("PATH"), "TMPDIR=" + t.TempDir()},
	}
	fill(p.file)
	if err := untraceable(t); err != nil {
		t.Logf("no program can be traced here, so what is written is read off the disc: %v", err)
	} else {
		p.traced = true
	}
	p.before = discAt(t, folder)
	p.states = []string{p.now()}
	return p
}

// compares runs a command untraced and takes what it did off the disc, in the order that this program promises: a new file whole before
// its name, a changed one by its pages before the one page that makes them count, each synced.
func (p *power) compares(args []string) {
	p.t.Helper()
	before := discAt(p.t, p.folder)
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = p.env
	if out, err := cmd.CombinedOutput(); err != nil {
		p.t.Fatalf("%v: %v: %s", args[1:], err, out)
	}
	p.deeds = append(append(p.deeds, before.becomes(discAt(p.t, p.folder))...), deed{kind: spoke})
}

// now is what the file holds, read in a copy: opening one of an older format would change it, unrecorded.
func (p *power) now() string {
	p.t.Helper()
	folder := p.t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(p.folder)); err != nil {
		p.t.Fatal(err)
	}
	return held(p.t, folder, filepath.Base(p.file))
}

// discAt is what lies in a folder and below.
func discAt(t *testing.T, folder string) *disc {
	t.Helper()
	d := &disc{root: inode(folder), files: map[uint64][]byte{}, folders: map[uint64]map[string]uint64{}}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if path != folder {
			d.folder(inode(filepath.Dir(path)))[e.Name()] = inode(path)
		}
		if e.IsDir() {
			d.folder(inode(path))
			return nil
		}
		d.files[inode(path)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// does runs a command of the real program on the file.
func (p *power) does(args ...string) {
	p.t.Helper()
	path, err := built()
	if err != nil {
		p.t.Fatal(err)
	}
	args = append(append([]string{path}, args...), "-f", p.file)
	from := len(p.deeds)
	if p.traced {
		p.run(p.env, args...)
	} else {
		p.compares(args)
	}
	for from < len(p.deeds) && p.deeds[from].kind != spoke {
		from++
	}
	if from == len(p.deeds) {
		p.t.Fatalf("%v acknowledges nothing", args)
	}
	p.spoken = append(p.spoken, from)
	p.states = append(p.states, p.now())
}

// held is what a file in a folder holds, and how often it was changed; empty where there is none. One that is not whole ends the
// test. What lies beside it under the name of a copy must be whole too.
func held(t *testing.T, folder, name string) string {
	t.Helper()
	copies, _ := filepath.Glob(filepath.Join(folder, ".local", "state", "bywhen", "backups", "*", "2*"))
	kept, _ := filepath.Glob(filepath.Join(folder, name+".*"))
	for _, path := range append(copies, kept...) {
		whole(t, path)
	}
	path := filepath.Join(folder, name)
	if _, err := os.Lstat(path); os.IsNotExist(err) {
		return ""
	}
	whole(t, path)
	s, err := store.New(path).Load()
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	fmt.Fprintf(&said, "%d:", s.Revision)
	for _, task := range s.Roadmap.Tasks() {
		fmt.Fprintf(&said, " %s/%d", task.Title, len(task.Notes))
	}
	return said.String()
}

// survives cuts the power just before every sync has ended and after every acknowledgement, and holds what is left to the last
// state that was acknowledged, or to the one that was on its way.
func (p *power) survives() {
	p.t.Helper()
	chance, chances, images := rand.New(rand.NewSource(1)), 4, 0
	if thorough {
		chances = 100
	}
	command := 0
	for at := range p.deeds {
		one := p.deeds[at].kind
		if one != syncedIt && one != spoke {
			continue
		}
		now := command
		if command < len(p.spoken) && at == p.spoken[command] {
			command++
			now = command
		}
		p.before.cuts(p.deeds, at, chances, chance, func(d *disc) {
			images++
			folder := p.t.TempDir()
			d.lay(p.t, folder)
			got := held(p.t, folder, filepath.Base(p.file))
			if !p.may(got, now, one == spoke) {
				p.t.Errorf("cut at %d of %d, in command %d, the file holds %q; acknowledged was %q", at, len(p.deeds), now, got, p.states[now])
			}
			os.RemoveAll(folder)
		})
		if p.t.Failed() {
			return
		}
	}
	p.t.Logf("%d deeds, %d images", len(p.deeds), images)
	if images < 20 {
		p.t.Errorf("only %d images", images)
	}
}

// may tells whether a file may hold that while a command is under way, or after it has acknowledged. A file that was not there is made
// empty before its first edit.
func (p *power) may(got string, command int, acknowledged bool) bool {
	next := p.states[min(command+1, len(p.states)-1)]
	return got == p.states[command] || !acknowledged && (got == next || p.states[command] == "" && got == "1:")
}

// A loss of power leaves every edit that was acknowledged, the one that was not whole or not at all, and never a file that is
// refused: what the real program does to its disc is recorded, and cut at every sync.
func TestEndToEndALossOfPower(t *testing.T) {
	antenna := func(path string) { said(t, 0, path, "add Antenna 3d", "added 1 Antenna") }
	for what, c := range map[string]struct {
		begins func(path string)
		does   []string // commands with their arguments
		leaves string   // beside the file in the end
	}{
		"a file is made": {func(string) {}, []string{"add|Antenna 3d @murata", "add|Case 2d @mech after:antenna"}, ""},
		"edits": {antenna, []string{
			"add|Case 2d @mech after:antenna", "set|antenna|notes=" + strings.Repeat("long ", 4000), "undo", "redo",
			"rm|case", "set|antenna|notes=" + strings.Repeat("longer ", 9000), "undo", "add|Board 4d @murata",
		}, ""},
		"it is brought to a newer format": {func(path string) { older(t, path) }, []string{"list", "add|Board 4d"}, "phone.db.format-1"},
		"it is shrunk":                    {antenna, []string{"set|antenna|notes=" + strings.Repeat("long ", 9000), "undo", "doctor|--compact", "add|Case"}, ""},
		"a backup is put in its place":    {antenna, []string{"add|Case", "doctor|--restore|" + time.Now().Format("2006-01-02"), "add|Board"}, ""},
	} {
		t.Run(what, func(t *testing.T) {
			p := recording(t, "phone.db", c.begins)
			for _, args := range c.does {
				p.does(strings.Split(args, "|")...)
			}
			if _, err := os.Stat(filepath.Join(p.folder, c.leaves)); err != nil {
				t.Error(err)
			}
			p.survives()
		})
	}
}

// older puts a file of format 1 at a path: as Bywhen wrote it before it kept what-ifs, with the tasks Antenna and Case.
func older(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "format-1.db"))
	if !bytes.Contains(b, []byte("format\x00\x00\x00\x01")) {
		t.Fatal("testdata/format-1.db is not of format 1")
	}
	if err == nil {
		err = os.WriteFile(path, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}
