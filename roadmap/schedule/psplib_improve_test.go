package schedule_test

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// psplibBars are what the best heuristics published come to, by set and schedules generated: for J30 per cent above the
// optimum, for the others points of the critical path's length above the best known end (R. Kolisch and S. Hartmann,
// Experimental investigation of heuristics for resource-constrained project scheduling: an update, 2006).
var psplibBars = map[string]map[int]float64{
	"J30":  {1_000: 0.25, 50_000: 0.02},
	"J60":  {1_000: 1.3, 50_000: 0.35},
	"J120": {1_000: 5.2, 50_000: 1.8},
}

// psplibRow is a line of the table: one set after so many schedules.
type psplibRow struct {
	instances, optimal int
	generated          int
	above, reference   float64 // sums of per cent: over the reference's end, and the reference's own over the critical path
	took               time.Duration
}

// With BYWHEN_PSPLIB=DIR, a folder with an index.csv and instances as ../shared/psplib has them, the table of how far
// improved plans are from the best known, over all of them; BYWHEN_SCHEDULES=1000,50000 says after how many schedules.
// Without it, three instances after 1,000 schedules.
//
//	BYWHEN_PSPLIB=$PWD/../shared/psplib go test -run PSPLIB -v -timeout 1h ./roadmap/schedule
func TestPSPLIB(t *testing.T) {
	dir := os.Getenv("BYWHEN_PSPLIB")
	if dir == "" {
		improveThree(t)
		return
	}
	t.Logf("%-5s %10s %10s %10s %22s %18s %9s %14s", "set", "instances", "schedules", "generated", "above the reference", "reference's own", "optimal", "s per 50,000")
	for _, text := range strings.Split(cmp.Or(os.Getenv("BYWHEN_SCHEDULES"), "1000,50000"), ",") {
		schedules, err := strconv.Atoi(text)
		if err != nil {
			t.Fatal(err)
		}
		improveSets(t, dir, schedules)
	}
}

// improveThree holds the ends of one instance of each set; the best known are 43, 77 and 105.
func improveThree(t *testing.T) {
	for _, c := range []struct {
		file string
		end  int
	}{{"j301_1", 43}, {"j601_1", 77}, {"j1201_1", 106}} {
		data, err := os.ReadFile(filepath.Join("testdata", "psplib", c.file+".rcp"))
		if err != nil {
			t.Fatal(err)
		}
		m := planInstance(readPatterson(t, data)).Improve(schedule.ImproveOptions{Seed: 1, Schedules: 1_000})
		if got := periods(m.Plan); got != c.end {
			t.Errorf("%s ends at %d after %d schedules, want %d", c.file, got, m.Schedules, c.end)
		}
	}
}

// planInstance is the plan of an instance, with its proved bound, which is no part of the search.
func planInstance(r *roadmap.Roadmap) *schedule.Plan {
	plan := schedule.Compute(r, psplibDay, schedule.Options{})
	plan.LowerBound()
	return plan
}

// improveSets improves every instance of a folder and holds each set to its bar.
func improveSets(t *testing.T, dir string, schedules int) {
	index, err := os.ReadFile(filepath.Join(dir, "index.csv"))
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(bytes.NewReader(index)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]*psplibRow{}
	var sets []string
	for _, line := range lines[1:] {
		set := line[2]
		if rows[set] == nil {
			rows[set] = &psplibRow{}
			sets = append(sets, set)
		}
		rows[set].improve(t, dir, line, schedules)
	}
	for _, set := range sets {
		rows[set].print(t, set, schedules)
	}
}

// improve improves one instance: a line of the index.
func (row *psplibRow) improve(t *testing.T, dir string, line []string, schedules int) {
	data, err := os.ReadFile(filepath.Join(dir, line[0]))
	if err != nil {
		t.Fatal(err)
	}
	number := func(column int) float64 {
		n, err := strconv.Atoi(line[column])
		if err != nil {
			t.Fatal(err)
		}
		return float64(n)
	}
	path, lower, best := number(4), number(5), number(6)
	plan := planInstance(readPatterson(t, data))
	began := time.Now()
	m := plan.Improve(schedule.ImproveOptions{Seed: 1, Schedules: schedules})
	row.took += time.Since(began)
	end := float64(periods(m.Plan))
	if end < lower || m.Schedules > schedules {
		t.Errorf("%s ends at %.0f after %d schedules, though %.0f is proved", line[0], end, m.Schedules, lower)
	}
	reference := path
	if line[2] == "J30" {
		reference = best
	}
	row.instances++
	row.generated += m.Schedules
	row.above += 100 * (end - best) / reference
	row.reference += 100 * (best - path) / path
	if m.Best {
		row.optimal++
	}
}

func (row *psplibRow) print(t *testing.T, set string, schedules int) {
	n := float64(row.instances)
	above := row.above / n
	unit := "points"
	if set == "J30" {
		unit = "%"
	}
	t.Logf("%-5s %10d %10d %10.0f %15.3f %-6s %16.3f %% %9d %14.2f", set, row.instances, schedules, float64(row.generated)/n, above, unit,
		row.reference/n, row.optimal, row.took.Seconds()/float64(row.generated)*50_000)
	if bar, ok := psplibBars[set][schedules]; ok && above > bar {
		t.Errorf("%s after %d schedules: %.3f above the reference, the bar is %.2f", set, schedules, above, bar)
	}
}

// BenchmarkImprove is generated schedules of an instance of 120 jobs.
func BenchmarkImprove(b *testing.B) {
	data, err := os.ReadFile(filepath.Join("testdata", "psplib", "j1201_1.rcp"))
	if err != nil {
		b.Fatal(err)
	}
	plan := schedule.Compute(readPatterson(b, data), psplibDay, schedule.Options{})
	plan.LowerBound()
	schedules := 0
	for b.Loop() {
		schedules += plan.Improve(schedule.ImproveOptions{Seed: 1, Schedules: 5_000}).Schedules
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(schedules), "ns/schedule")
}
