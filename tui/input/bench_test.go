package input

import (
	"fmt"
	"strconv"
	"testing"
)

func manyNames(n int) []string {
	out := make([]string, n)
	parts := []string{"Antenna module", "Enclosure tooling", "Firmware 1.0", "Certification dossier", "Assembly trial run", "Retail display"}
	for i := range out {
		out[i] = fmt.Sprintf("%s, part %d", parts[i%len(parts)], i)
	}
	return out
}

func BenchmarkSearchAmongTenThousand(b *testing.B) {
	l := &list{}
	teams := make([]string, 10_000)
	for i := range teams {
		teams[i] = fmt.Sprintf("Team %d", i%100)
	}
	l.show(manyNames(10_000), teams)
	for _, query := range []string{"a", "an", "antm", "ant mod 55"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				l.query = "\x00"
				l.search(query)
			}
		})
	}
}

// BenchmarkPickerOfTenThousand is what a person waits for: a letter, and the screen drawn.
func BenchmarkPickerOfTenThousand(b *testing.B) {
	rows := make([]Row, 10_000)
	for i, name := range manyNames(len(rows)) {
		rows[i] = Row{ID: strconv.Itoa(i), Title: name, Columns: []string{"Mechanics", "12 Mar"}, Also: "Mechanics " + strconv.Itoa(i)}
	}
	options := PickerOptions{Many: true, Sides: []Side{{Title: "waits for", Rows: rows}, {Title: "is waited for by", Rows: rows}}, Columns: []Column{{"Team", 12, false}, {"Finish", 8, true}},
		Read: func([][]Choice) PickerReading { return PickerReading{} }}
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			NewPicker(options)
		}
	})
	p := NewPicker(options)
	b.Run("type", func(b *testing.B) {
		for b.Loop() {
			typeIn(p.Key, "f")
			p.Draw(plain, 120, 40)
			press(p.Key, "backspace")
		}
	})
	b.Run("move", func(b *testing.B) {
		for b.Loop() {
			press(p.Key, "down")
			p.Draw(plain, 120, 40)
		}
	})
}
