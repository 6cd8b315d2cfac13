package fix_test

import (
	"bytes"
	"os"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
	"bywhen/roadmap/fix"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/scheduletest"
)

// BenchmarkFixes finds the ways out of the worst late task of 2,000: of the project that gen.py 2000 --tight writes, whose
// file BYWHEN_PROJECT names, else of one like it.
func BenchmarkFixes(b *testing.B) {
	today := roadmap.MustDate("2026-01-05")
	r := scheduletest.Generated(b, 2_000, true)
	if path := os.Getenv("BYWHEN_PROJECT"); path != "" {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		if r, _, err = exchange.ReadJSON(bytes.NewReader(data), today); err != nil {
			b.Fatal(err)
		}
	}
	p := schedule.Compute(r, today, schedule.Options{})
	plans, ways, most := 0, 0, 0
	late := slipping(p)
	for b.Loop() {
		plans, ways, most = 0, 0, 0
		for _, on := range late {
			f := fix.Find(p, on, fix.Options{})
			plans, ways, most = plans+f.Plans, ways+len(f.Ways), max(most, f.Plans)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(late)), "ns/search")
	b.ReportMetric(float64(plans)/float64(len(late)), "plans/search")
	b.ReportMetric(float64(most), "mostplans")
	b.ReportMetric(float64(ways)/float64(len(late)), "ways/search")
}

// slipping is what slips past a deadline, the worst first, at most twenty of it.
func slipping(p *schedule.Plan) []schedule.Ref {
	var out []schedule.Ref
	for _, f := range p.Flags() {
		if f.Kind == schedule.Slipping && f.Against == "deadline" && len(out) < 20 {
			out = append(out, f.Subject())
		}
	}
	return out
}
