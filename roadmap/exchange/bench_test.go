package exchange_test

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
)

// large is a roadmap of n tasks with 1.5 dependencies a task.
func large(n int) *roadmap.Roadmap {
	d := roadmap.New("Large", today).Edit(today)
	for i := range 100 {
		d.AddTeam(roadmap.Team{ID: fmt.Sprint("team", i), Name: fmt.Sprint("Team ", i), Capacity: 3})
	}
	for i := range n {
		d.AddTask(roadmap.Task{
			ID: fmt.Sprint(i + 1), Title: fmt.Sprint("Task number ", i), Team: fmt.Sprint("team", i%100), Effort: roadmap.PersonDays(i%15 + 1),
			Deadline: today + roadmap.Date(i%200), Tags: []string{"hardware"}, Notes: "What there is to say about it.",
		})
		if i >= 10 {
			d.Link(roadmap.Dependency{From: fmt.Sprint(i - 5), To: fmt.Sprint(i + 1), Lag: i % 3})
		}
		if i >= 10 && i%2 == 0 {
			d.Link(roadmap.Dependency{From: fmt.Sprint(i - 9), To: fmt.Sprint(i + 1), Type: roadmap.StartToStart})
		}
	}
	r, err := d.Close()
	if err != nil {
		panic(err)
	}
	return r
}

func BenchmarkJSON(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		r := large(n)
		var text bytes.Buffer
		exchange.WriteJSON(&text, r)
		b.Run(fmt.Sprint("write/", n), func(b *testing.B) {
			for b.Loop() {
				exchange.WriteJSON(io.Discard, r)
			}
		})
		b.Run(fmt.Sprint("read/", n), func(b *testing.B) {
			for b.Loop() {
				if _, _, err := exchange.ReadJSON(bytes.NewReader(text.Bytes()), today); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCSV(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		r := large(n)
		var text bytes.Buffer
		exchange.WriteCSV(&text, r)
		b.Run(fmt.Sprint("write/", n), func(b *testing.B) {
			for b.Loop() {
				exchange.WriteCSV(io.Discard, r)
			}
		})
		b.Run(fmt.Sprint("read/", n), func(b *testing.B) {
			for b.Loop() {
				if _, _, err := importCSV(text.String(), nil, roadmap.New("", today)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
