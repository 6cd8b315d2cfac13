package edits_test

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/edits"
)

// said is what an edit of a roadmap did to each thing that it touched.
func said(t *testing.T, r *roadmap.Roadmap, edit func(*roadmap.Draft) error) string {
	t.Helper()
	d := r.Edit(roadmap.MustDate("2026-01-06"))
	if err := edit(d); err != nil {
		t.Fatal(err)
	}
	next, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	w := edits.Words{Names: []*roadmap.Roadmap{next, r}, Day: func(d roadmap.Date) string { return roadmap.DayMonth.Near(d, 0) }}
	var out []string
	for _, i := range edits.Items(roadmap.Diff(r, next, "").Edits) {
		out = append(out, w.Short(i.Edit)+": "+strings.Join(w.Line(i), ", "))
	}
	return strings.Join(out, "; ")
}

// An edit is said by its fields: those of a list by what came and went, those within a part by themselves.
func TestAnEditIsSaidByItsFields(t *testing.T) {
	r := roadmap.New("Lock", roadmap.MustDate("2026-01-05"))
	d := r.Edit(roadmap.MustDate("2026-01-05"))
	team, _ := d.AddTeam(roadmap.Team{Name: "Mechanics", Capacity: 2})
	task, err := d.AddTask(roadmap.Task{Title: "Case", Team: team, Effort: roadmap.PersonDays(5), People: 1, Tags: []string{"hw"}})
	if err != nil {
		t.Fatal(err)
	}
	if r, err = d.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		want string
		edit func(*roadmap.Draft) error
	}{
		{"Case: effort 5d → 8d, tags without hw, now with plastic", func(d *roadmap.Draft) error {
			return d.UpdateTask(task, func(t *roadmap.Task) { t.Effort, t.Tags = roadmap.PersonDays(8), []string{"plastic"} })
		}},
		{"Case: promised none → 30 Jan", func(d *roadmap.Draft) error {
			return d.UpdateTask(task, func(t *roadmap.Task) { t.Promised = roadmap.MustDate("2026-01-30") })
		}},
		{"Case: removed: team Mechanics, effort 5d, tags hw, told 5 Jan", func(d *roadmap.Draft) error { return d.RemoveTasks(false, task) }},
		{"roadmap Lock: calendar holidays with Fair, from 3 Feb, to 4 Feb", func(d *roadmap.Draft) error {
			s := *d.Settings()
			s.Holidays = []roadmap.Period{{Name: "Fair", From: roadmap.MustDate("2026-02-03"), To: roadmap.MustDate("2026-02-04")}}
			return d.SetSettings(s)
		}},
	} {
		if got := said(t, r, c.edit); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
