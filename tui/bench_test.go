package tui

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"bywhen/roadmap"

	tea "github.com/charmbracelet/bubbletea"
)

// large is a roadmap of n tasks in 100 teams and 40 goals, one and a half dependencies a task.
func large(t testing.TB, n int) *roadmap.Roadmap {
	random := rand.New(rand.NewPCG(1, 2))
	d := roadmap.New("Large", monday-100).Edit(monday)
	must := func(_ string, err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range 100 {
		must(d.AddTeam(roadmap.Team{ID: fmt.Sprintf("team%d", i), Name: fmt.Sprintf("Team %d", i), Capacity: 1 + random.IntN(5)}))
	}
	for i := range 40 {
		must(d.AddGoal(roadmap.Goal{ID: fmt.Sprintf("goal%d", i), Title: fmt.Sprintf("Goal %d", i), Deadline: monday + roadmap.Date(100+random.IntN(400))}))
	}
	for i := range n {
		id := fmt.Sprintf("t%d", i)
		must(d.AddTask(roadmap.Task{ID: id, Title: fmt.Sprintf("Task number %d", i), Team: fmt.Sprintf("team%d", random.IntN(100)),
			Goal: fmt.Sprintf("goal%d", i*40/n), Effort: roadmap.PersonDays(1 + random.IntN(8))}))
		for range random.IntN(4) {
			if i > 0 {
				if err := d.Link(roadmap.Dependency{From: fmt.Sprintf("t%d", max(0, i-1-random.IntN(60))), To: id}); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// BenchmarkKey is a key's way through Update and View with 10,000 tasks at 120 x 40.
func BenchmarkKey(b *testing.B) {
	r := large(b, 10_000)
	for _, c := range []struct{ name, keys string }{{"move", "jjkj"}, {"page", "ctrl+d"}, {"time", "."}, {"views", "tab"}, {"fold", "hl"}, {"zoom", "+-"}} {
		b.Run(c.name, func(b *testing.B) {
			u := openOn(b, r, 120, 40)
			keys := []tea.Msg{}
			for _, k := range c.keys {
				keys = append(keys, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{k}})
			}
			switch c.keys {
			case "ctrl+d":
				keys = []tea.Msg{tea.KeyMsg{Type: tea.KeyCtrlD}, tea.KeyMsg{Type: tea.KeyCtrlU}}
			case "tab":
				keys = []tea.Msg{tea.KeyMsg{Type: tea.KeyTab}}
			}
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				u.m.Update(keys[i%len(keys)])
				_ = u.m.View()
			}
		})
	}
}

// BenchmarkEdit is an edit with 10,000 tasks: planned, flagged, drawn; saving it comes after.
func BenchmarkEdit(b *testing.B) {
	u := openOn(b, large(b, 10_000), 120, 40)
	u.m.selectRef(u.m.scene.Flags[0].Subject())
	id := u.m.scene.Roadmap.Tasks()[5000].ID
	b.ResetTimer()
	for i := range b.N {
		u.m.edit("bench", "", func(d *roadmap.Draft) error {
			return d.UpdateTask(id, func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(1 + i%9) })
		})
		u.m.Update(nil)
	}
}

// BenchmarkReorder is J and K with 10,000 tasks, with which a team's queue is another: planned, flagged, drawn, and saved.
func BenchmarkReorder(b *testing.B) {
	u := openOn(b, large(b, 10_000), 120, 40)
	u.keys("1 j j j K J")
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		u.keys([]string{"K", "J"}[i%2])
	}
}
