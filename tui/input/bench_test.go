package input

import (
	"fmt"
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
