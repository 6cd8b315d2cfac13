package schedule_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/schedule/bound"
)

// boundOf is the bound of an instance in periods.
func boundOf(t *testing.T, file string) (int, bound.Tier) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b := schedule.Compute(readPatterson(t, data), psplibDay, schedule.Options{}).LowerBound()
	return int(b.Date + 1 - psplibDay), b.By
}

// The optimum of j301_1 is 43, that of j601_1 is 77, its critical path; the best end known of j1201_1 is 105.
func TestBoundsOnInstances(t *testing.T) {
	for _, c := range []struct {
		file string
		want int
		by   bound.Tier
	}{{"j301_1", 43, bound.ByWork}, {"j601_1", 77, bound.ByPath}, {"j1201_1", 102, bound.ByNarrowing}} {
		if got, by := boundOf(t, filepath.Join("testdata", "psplib", c.file+".rcp")); got != c.want || by != c.by {
			t.Errorf("no plan of %s ends before %d, by %s; want %d, by %s", c.file, got, by, c.want, c.by)
		}
	}
}

// Over every share-th instance of what lies beside the project: no bound is after the best end known nor before the
// critical path. On all of it the bounds lie on average 13.02, 7.87 and 21.75 % above the critical path for 30, 60 and 120
// jobs, where 15.10, 11.39 and 23.52 % are the best that anybody has proved.
func TestBoundsOverTheSample(t *testing.T) {
	share := 29
	if s, err := strconv.Atoi(os.Getenv("BYWHEN_BOUNDS")); err == nil && s > 0 {
		share = s // 1 runs all, which takes minutes
	}
	dir := filepath.Join("..", "..", "..", "shared", "psplib")
	index, err := os.ReadFile(filepath.Join(dir, "index.csv"))
	if err != nil {
		return // the sample is not here; TestBoundsOnInstances holds three of it
	}
	rows, err := csv.NewReader(bytes.NewReader(index)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	sum, count := map[string]float64{}, map[string]float64{}
	for n, row := range rows[1:] {
		if n%share != 0 {
			continue
		}
		path, _ := strconv.Atoi(row[4])
		best, _ := strconv.Atoi(row[6])
		got, by := boundOf(t, filepath.Join(dir, row[0]))
		if got > best || got < path {
			t.Errorf("%s: no plan ends before %d, by %s, though one ends at %d, and the critical path at %d", row[0], got, by, best, path)
		}
		sum[row[2]] += float64(got-path) / float64(path)
		count[row[2]]++
	}
	for set := range sum {
		t.Logf("%s: %.2f %% above the critical path on %.0f instances", set, 100*sum[set]/count[set], count[set])
	}
}

// at gives a task to a team.
func at(team string, people int) func(*roadmap.Task) {
	return func(t *roadmap.Task) { t.Team, t.People = team, people }
}

// Day 1 is Monday 5 January.
func TestEachTierOfTheBound(t *testing.T) {
	fs := roadmap.FinishToStart
	for name, c := range map[string]struct {
		build func(s *sketch)
		date  string
		days  int
		by    bound.Tier
	}{
		"a chain of 3 and 4 days ends on Tuesday the 13th in any plan": {func(s *sketch) {
			s.Task("A", 3, nil).Task("B", 4, nil).Link("A", "B", fs, 0)
		}, "2026-01-13", 0, bound.ByPath},
		"a promise is a fact": {func(s *sketch) {
			s.Team(roadmap.Team{ID: "s", Name: "Supplier", Supplier: true})
			s.Task("A", 3, func(t *roadmap.Task) { t.Team, t.Promised = "s", roadmap.MustDate("2026-01-21") })
		}, "2026-01-21", 0, bound.ByPath},
		"12 days of work for one person take until Tuesday the 20th": {func(s *sketch) {
			s.Task("A", 3, at("a", 1)).Task("B", 4, at("a", 1)).Task("C", 5, at("a", 1))
		}, "2026-01-20", 0, bound.ByWork},
		"they begin after 2 days in which nothing else can be done, and 3 days follow": {func(s *sketch) {
			s.Task("First", 2, nil).Task("A", 3, at("a", 1)).Task("B", 4, at("a", 1)).Task("Last", 3, nil)
			s.Link("First", "A", fs, 0).Link("First", "B", fs, 0).Link("A", "Last", fs, 0).Link("B", "Last", fs, 0)
		}, "2026-01-20", 0, bound.ByWork},
		"a team that nobody sized bounds nothing": {func(s *sketch) {
			s.Sized("u", 0).Task("A", 3, at("u", 1)).Task("B", 4, at("u", 1))
		}, "2026-01-08", 0, bound.ByPath},
		"of three pairs among five people two work at once, so 3 tasks of 2 days take 4, though their work fits in 3": {func(s *sketch) {
			s.Sized("five", 5)
			for _, id := range []string{"A", "B", "C"} {
				s.Task(id, 4, at("five", 2))
			}
		}, "2026-01-08", 0, bound.ByWork},
		"two people where one is are planned as if they sufficed, so nothing follows for the other 4 days": {func(s *sketch) {
			s.Draft.Lenient()
			s.Task("A", 8, at("a", 2)).Task("B", 4, at("a", 1))
		}, "2026-01-08", 0, bound.ByPath},
	} {
		s := newSketch(t)
		c.build(s)
		if b := s.Plan().LowerBound(); b.Date.String() != c.date || b.Days != c.days || b.By != c.by {
			t.Errorf("%s: not before %s by %s, %d to be won; want %s by %s, %d", name, b.Date, b.By, b.Days, c.date, c.by, c.days)
		}
	}
}

// A plan by dependencies alone ends as early as any of its kind, and one of nothing has no bound.
func TestBoundsWhereThereIsNothingToWin(t *testing.T) {
	s := newSketch(t).Task("A", 3, at("a", 1)).Task("B", 4, at("a", 1))
	r := s.Roadmap()
	if b := schedule.Compute(r, monday, schedule.Options{NoLevel: true}).LowerBound(); b.Date.String() != "2026-01-08" || b.Days != 0 {
		t.Errorf("bound %s, %d days, want 2026-01-08 and none", b.Date, b.Days)
	}
	if b := newSketch(t).Plan().LowerBound(); b != (schedule.Bound{}) {
		t.Errorf("an empty roadmap has a bound: %+v", b)
	}
}

// BenchmarkLowerBound is the bound of a plan that is there.
func BenchmarkLowerBound(b *testing.B) {
	for _, n := range []int{200, 2_000, 10_000} {
		r := generated(b, n, false)
		b.Run("tasks="+strconv.Itoa(n), func(b *testing.B) {
			days := 0
			for b.Loop() {
				b.StopTimer()
				p := schedule.Compute(r, monday, schedule.Options{})
				b.StartTimer()
				days = p.LowerBound().Days
			}
			b.ReportMetric(float64(days), "days-open")
		})
	}
}
