//go:build unix

package tui

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"bywhen/tui/paint"
	"bywhen/tui/terminal"

	"github.com/creack/pty"
)

// counted is a terminal whose every byte goes to a file.
type counted struct {
	t    testing.TB
	on   *terminal.Terminal
	file *os.File
}

func counting(t testing.TB) *counted {
	ours, keys, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(filepath.Join(t.TempDir(), "written"))
	if err != nil {
		t.Fatal(err)
	}
	c := &counted{t, terminal.New(keys, file, false, terminal.Events{}), file}
	if err := c.on.Enter(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.on.Leave()
		ours.Close()
		keys.Close()
		file.Close()
	})
	return c
}

// shows is how many bytes it takes to show what a UI shows.
func (c *counted) shows(u *user) int {
	before, _ := c.file.Seek(0, 2)
	c.on.Show(u.m.w, u.m.lines)
	after, err := c.file.Seek(0, 2)
	if err != nil {
		c.t.Fatal(err)
	}
	return int(after - before)
}

// On a terminal of 120 x 40 in true colour, with the details open, whoever walks down a list has less than 1 kB sent a move, be it
// that the list moves with the cursor.
func TestAMoveInAWalkTakesLessThanAKilobyte(t *testing.T) {
	r := large(t, 1000)
	for _, view := range []string{"1", "2", "3", "6"} {
		u := openOn(t, r, 120, 40).sketches()
		u.m.theme = paint.New(paint.Terminal{Colours: paint.TrueColours})
		u.m.look()
		u.keys(view)
		c, sum := counting(t), 0
		u.walks("jj", 40*time.Millisecond)
		c.shows(u)
		const moves = 60
		for range moves {
			u.walks("j", 40*time.Millisecond)
			sum += c.shows(u)
		}
		if mean := sum / moves; mean >= 1000 {
			t.Errorf("view %s: %d bytes a move", view, mean)
		}
	}
}
