package roadmap_test

import (
	"fmt"
	"testing"

	. "bywhen/roadmap"
)

// large has n tasks of 100 teams with 1.5 dependencies a task.
func large(b *testing.B, n int) *Roadmap {
	d := New("Large", tue).Edit(tue)
	for i := range 100 {
		must(b)(d.AddTeam(Team{ID: fmt.Sprint("team", i), Name: fmt.Sprint("Team ", i), Capacity: 3}))
	}
	for i := range n {
		must(b)(d.AddTask(Task{Title: fmt.Sprint("Task ", i), Team: fmt.Sprint("team", i%100), Effort: PersonDays(1 + i%9)}))
		for _, back := range []int{7, 31}[:1+i%2] {
			if i >= back {
				no(b, d.Link(Dependency{From: fmt.Sprint(i + 1 - back), To: fmt.Sprint(i + 1)}))
			}
		}
	}
	return closed(b, d)
}

func benchmarkEdit(b *testing.B, edit func(d *Draft, i int) error) {
	r := large(b, 10_000)
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		d := r.Edit(tue)
		no(b, edit(d, i))
		closed(b, d)
	}
}

func BenchmarkUpdateTaskOf10000(b *testing.B) {
	benchmarkEdit(b, func(d *Draft, i int) error {
		return d.UpdateTask("5000", func(t *Task) { t.Effort = PersonDays(1000 + i) })
	})
}

func BenchmarkAddTaskTo10000(b *testing.B) {
	benchmarkEdit(b, func(d *Draft, _ int) error { _, err := d.AddTask(Task{Title: "New"}); return err })
}

func BenchmarkMoveTaskOf10000(b *testing.B) {
	benchmarkEdit(b, func(d *Draft, _ int) error { return d.MoveTask("5000", "10") })
}

func BenchmarkLinkOf10000(b *testing.B) {
	benchmarkEdit(b, func(d *Draft, _ int) error { return d.Link(Dependency{From: "4000", To: "6000"}) })
}

func BenchmarkRemoveTaskOf10000(b *testing.B) {
	benchmarkEdit(b, func(d *Draft, _ int) error { return d.RemoveTasks(true, "5000") })
}

func BenchmarkDiffOf10000(b *testing.B) {
	r := large(b, 10_000)
	d := r.Edit(tue)
	no(b, d.UpdateTask("5000", func(t *Task) { t.Title = "Other" }))
	next := closed(b, d)
	b.ReportAllocs()
	for b.Loop() {
		Diff(r, next, "edit")
	}
}

func BenchmarkLoadOf10000(b *testing.B) {
	r := large(b, 10_000)
	var values []Entity
	for _, k := range Kinds() {
		values = append(values, r.Entities(k)...)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(values, r.LastID()); err != nil {
			b.Fatal(err)
		}
	}
}
