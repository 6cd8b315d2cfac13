package tui

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/tui/session"

	tea "github.com/charmbracelet/bubbletea"
)

// typedHostile are the titles, quick-add lines and filters of the list that the command line is held to.
func typedHostile(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "cmd", "bywhen", "testdata", "hostile.json"))
	if err != nil {
		t.Fatal(err)
	}
	var list []struct {
		ID, Channel, Input string
		Repeat             struct {
			Text, Then, Last string
			Times, LastTimes int
		}
	}
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, c := range list {
		if r := c.Repeat; c.Channel == "title" || c.Channel == "quick-add" || c.Channel == "filter" {
			texts[c.ID] = c.Input + strings.Repeat(r.Text, r.Times) + r.Then + strings.Repeat(r.Last, r.LastTimes)
		}
	}
	if len(texts) != 57 {
		t.Fatalf("%d cases", len(texts))
	}
	return texts
}

// Whatever of the list is pasted into a field, or typed into it, and entered: each frame is clean and exactly as large as the terminal,
// and what is kept may be shown.
func TestWhatIsPastedAndTypedIsCleanOnceItIsEntered(t *testing.T) {
	d := roadmap.New("Aurora", monday).Edit(monday)
	if _, err := d.AddTask(roadmap.Task{Title: "Antenna", Deadline: monday + 3}); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	for id, text := range typedHostile(t) {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			u := openOn(t, r, 100, 20)
			for _, field := range []string{"a", "s", "/", "b", "m", "A", ":"} {
				u.keys(field)
				u.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
				framed(t, u.m)
				if field == "a" && len(text) < 60 {
					u.types(strings.Map(typedRune, text))
				}
				u.keys("enter")
				framed(t, u.m)
				u.keys("esc esc esc")
				u.quit, u.m.left, u.m.leaving = false, false, false
			}
			for _, view := range []string{"1", "2", "3", "6", "7"} {
				u.keys(view)
				framed(t, u.m)
			}
			for _, task := range u.m.scene.Roadmap.Tasks() {
				if line, changed := roadmap.CleanLine(task.Title); changed || line != task.Title || line == "" {
					t.Errorf("kept as %q", task.Title)
				}
			}
		})
	}
}

// typedRune leaves out what no key sends as a character.
func typedRune(r rune) rune {
	if r < ' ' || r == 0x7f {
		return -1
	}
	return r
}

// A paste that is too long is told, where nothing is open, in the line that adds, in the notes and in a preview; nothing is lost in silence.
func TestAPasteThatIsTooLongIsTold(t *testing.T) {
	wide := strings.Repeat("q", 1_000_000)
	paste := func(u *user, text string) {
		u.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
		framed(t, u.m)
	}
	for open, says := range map[string]string{
		"":  "too long: 1000000 characters, at most 65536; nothing was put in",
		"a": "too long: 1000000 characters, at most 65536; nothing was put in",
		"E": "too long: 1000007 characters, at most 100000; nothing was put in",
	} {
		d := roadmap.New("", monday).Edit(monday)
		if _, err := d.AddTask(roadmap.Task{Title: "Antenna", Notes: "is late"}); err != nil {
			t.Fatal(err)
		}
		r, err := d.Close()
		if err != nil {
			t.Fatal(err)
		}
		u := openOn(t, r, 100, 20)
		u.keys(open)
		paste(u, wide)
		if !strings.Contains(u.text(), says) {
			t.Errorf("with %q open:\n%s", open, u.text())
		}
		u.keys("esc esc")
		paste(u, "Case\n"+wide)
		u.keys("down")
		if !strings.Contains(u.text(), "1000000 characters, at most 1000 ") {
			t.Errorf("in the preview:\n%s", u.text())
		}
	}
}

// Who quits while an edit is on its way to the file leaves once it is there, also where a look at the file failed in between.
func TestAFailedLookAtTheFileKeepsNobodyWhoQuits(t *testing.T) {
	u := demo(t, 100, 30)
	if !u.m.edit("Board", "", func(d *roadmap.Draft) error { _, err := d.AddTask(roadmap.Task{Title: "Board"}); return err }) {
		t.Fatal("not edited")
	}
	u.m.leaving = true
	u.m.finished(session.Report{Err: errors.New("nobody can look")})
	if !u.m.leaving {
		t.Error("the wish to leave is forgotten")
	}
	u.run(u.m.saving())
	if !u.quit {
		t.Error("the edit is saved, and the program goes on")
	}
}
