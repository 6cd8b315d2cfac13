//go:build amd64 || arm64

package main

import (
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// uses runs the UI on the file in a terminal, traced, with somebody at its keys.
func (p *power) uses(person func(*terminal)) {
	p.t.Helper()
	path, err := built()
	if err != nil {
		p.t.Fatal(err)
	}
	cmd := exec.Command(path, "-f", p.file, "--today", "2026-01-05")
	cmd.Env, cmd.SysProcAttr = p.env, &syscall.SysProcAttr{Ptrace: true}
	p.calls = map[int]func(int64){}
	begun, ended := make(chan *terminal), make(chan error, 1)
	go func() {
		runtime.LockOSThread() // only the thread that begins it may trace it
		defer runtime.UnlockOSThread()
		begun <- inTerminal(p.t, 100, 30, cmd)
		_, err := p.follow(cmd.Process.Pid)
		ended <- err
	}()
	person(<-begun)
	if err := <-ended; err != nil {
		p.t.Fatal(err)
	}
}

// row is that of a task in the Plan, told from the line in which it is typed.
var row = regexp.MustCompile(`(?m)^[▌ ] +[○◐] +(\w+)`)

// shown are the tasks that a screen shows as saved: none while it says that something is not.
func shown(s *screen) (tasks []string) {
	text := s.String()
	if strings.Contains(text, "not saved") {
		return nil
	}
	for _, found := range row.FindAllStringSubmatch(text, -1) {
		tasks = append(tasks, found[1])
	}
	return tasks
}

// What the screen shows without saying that it is not saved survives a loss of power at that moment.
func TestEndToEndALossOfPowerUnderTheUI(t *testing.T) {
	if err := untraceable(t); err != nil {
		t.Logf("no program can be traced here, so that what the UI writes is not seen: %v", err)
		return
	}
	p := recording(t, "phone.db", func(path string) { said(t, 0, path, "add Antenna 3d", "added 1 Antenna") })
	p.uses(func(term *terminal) {
		term.selects("Antenna")
		for _, title := range []string{"Case", "Board", "Camera"} {
			term.types("a" + title + " 2d\r\x1b")
			term.selects(title)
		}
		for _, then := range []struct {
			key   string
			tasks int
		}{{"", 4}, {"x", 3}, {"u", 4}} {
			term.types(then.key)
			term.until("so many tasks saved", func() bool { return len(shown(term.screen)) == then.tasks })
		}
		term.types("q")
	})
	screen, chance := newScreen(100, 30), rand.New(rand.NewSource(1))
	var saved []string
	images, most := 0, 0
	for at, one := range p.deeds {
		before := len(saved)
		if one.kind == spoke {
			screen.write(string(one.data))
			saved = shown(screen)
			most = max(most, len(saved))
		}
		if one.kind != syncedIt && (one.kind != spoke || len(saved) == before) {
			continue
		}
		p.before.cuts(p.deeds, at, 4, chance, func(d *disc) {
			images++
			folder := t.TempDir()
			d.lay(t, folder)
			got := held(t, folder, filepath.Base(p.file))
			for _, task := range saved {
				if !strings.Contains(got, " "+task+"/") {
					t.Errorf("cut at %d of %d, the file holds %q; shown as saved were %q", at, len(p.deeds), got, saved)
				}
			}
			os.RemoveAll(folder)
		})
		if t.Failed() {
			return
		}
	}
	t.Logf("%d deeds, %d images", len(p.deeds), images)
	if most != 4 || images < 20 {
		t.Errorf("%d images, at most %d tasks shown as saved", images, most)
	}
}
