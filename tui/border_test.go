package tui

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bywhen/roadmap"

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
