package forecast

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// outcomes is an exact distribution: the probability of each number of working days.
type outcomes map[int]float64

// estimated is the distribution of work by three points, rounded up to whole days.
func estimated(optimistic, likely, pessimistic float64) outcomes {
	if optimistic == pessimistic {
		return outcomes{int(math.Ceil(optimistic)): 1}
	}
	p, wide, below, out := newPert((likely-optimistic)/(pessimistic-optimistic)), pessimistic-optimistic, 0.0, outcomes{}
	for days := 1; below < 1; days++ {
		upTo := p.upTo((float64(days) - optimistic) / wide)
		if upTo > below {
			out[days] = upTo - below
		}
		below = upTo
	}
	return out
}

// both is the distribution of what two independent ones come to together.
func (a outcomes) both(b outcomes, together func(x, y int) int) outcomes {
	out := outcomes{}
	for _, x := range slices.Sorted(maps.Keys(a)) {
		for _, y := range slices.Sorted(maps.Keys(b)) {
			out[together(x, y)] += a[x] * b[y]
		}
	}
	return out
}

func (a outcomes) then(b outcomes) outcomes {
	return a.both(b, func(x, y int) int { return x + y })
}

func (a outcomes) beside(b outcomes) outcomes {
	return a.both(b, func(x, y int) int { return max(x, y) })
}

// checkExact holds the forecast of the deadline of task "end" against an exact distribution of the working days from the
// start: of 20,000 runs no more than 4.5 standard errors off by any day.
func checkExact(t *testing.T, name, tasks, links string, want outcomes) {
	t.Helper()
	const runs = 20_000
	plan := planned(t, "2026-01-05", []byte(`{"bywhen": 1, "start": "2026-01-05", "tasks": [`+tasks+`], "dependencies": [`+links+`]}`))
	d := forecast(t, plan, Options{Runs: runs}).On(schedule.Ref{Task: "end"})
	cal, before := plan.Roadmap.Calendar(), roadmap.MustDate("2026-01-04")
	got := outcomes{}
	for _, bar := range d.Histogram {
		got[cal.Between(before, bar.Date)] += float64(bar.Count) / runs
	}
	upTo, exact := 0.0, 0.0
	for days := 0; days < 200; days++ {
		upTo, exact = upTo+got[days], exact+want[days]
		if off := math.Abs(upTo - exact); off > 4.5*math.Sqrt(max(exact*(1-exact), 0)/runs)+1e-9 {
			t.Errorf("%s: by day %d it is done with %v, want %v", name, days, upTo, exact)
		}
	}
	if math.Abs(exact-1) > 1e-9 {
		t.Fatalf("%s: the exact probabilities add up to %v", name, exact)
	}
}

func aTask(id string, optimistic, likely, pessimistic float64) string {
	return fmt.Sprintf(`{"id": %q, "title": %q, "effort": %v, "estimate": {"optimistic": %v, "likely": %v, "pessimistic": %v}}`, id, id, likely, optimistic, likely, pessimistic)
}

const endMilestone = `, {"id": "end", "title": "End", "effort": 0, "deadline": "2026-02-02"}`

// after is links: "b" of "a>b a>c" waits for "a".
func after(text string) string {
	var out []string
	for _, link := range strings.Fields(text) {
		from, to, _ := strings.Cut(link, ">")
		out = append(out, fmt.Sprintf(`{"from": %q, "to": %q}`, from, to))
	}
	return strings.Join(out, ", ")
}

// The longest of n tasks side by side takes at most k days with F(k)^n.
func TestTheMaximumOfEqualTasksIsExact(t *testing.T) {
	for _, n := range []int{2, 3, 7, 12} {
		tasks, links, want := "", "", outcomes{0: 1}
		for i := range n {
			id := fmt.Sprint("t", i)
			tasks, links, want = tasks+", "+aTask(id, 2, 5, 14), links+" "+id+">end", want.beside(estimated(2, 5, 14))
		}
		checkExact(t, fmt.Sprint("maximum of ", n), tasks[2:]+endMilestone, after(links), want)
	}
}

// The days of a chain add up, each rounded up.
func TestAChainIsExact(t *testing.T) {
	tasks, links, want := "", "", outcomes{0: 1}
	for i, e := range [][3]float64{{1, 2, 4}, {3, 3, 10}, {4, 6, 8}, {1, 8, 8}, {0.5, 1, 2}} {
		tasks += ", " + aTask(fmt.Sprint("t", i), e[0], e[1], e[2])
		if i > 0 {
			links += fmt.Sprintf(" t%d>t%d", i-1, i)
		}
		want = want.then(estimated(e[0], e[1], e[2]))
	}
	checkExact(t, "chain", tasks[2:]+endMilestone, after(links+" t4>end"), want)
}

// The plant of Reliable Construction, the network from which PERT is taught (F. S. Hillier and G. J. Lieberman, Introduction
// to operations research), its weeks as days. Its textbook answer, the mean and variance of the one longest path, is 44 and
// 9, so 84 % by 47; that is too good, since other paths may be longer and days are rounded up. Exactly: given how long E
// takes, what follows E and what does not are independent.
func TestTheTextbookNetworkIsExact(t *testing.T) {
	est := map[string][3]float64{"A": {1, 2, 3}, "B": {2, 3.5, 8}, "C": {6, 9, 18}, "D": {4, 5.5, 10}, "E": {1, 4.5, 5}, "F": {4, 4, 10}, "G": {5, 6.5, 11},
		"H": {5, 8, 17}, "I": {3, 7.5, 9}, "J": {3, 9, 9}, "K": {4, 4, 4}, "L": {1, 5.5, 7}, "M": {1, 2, 3}, "N": {5, 5.5, 9}}
	tasks, of := "", map[string]outcomes{}
	for _, id := range slices.Sorted(maps.Keys(est)) {
		e := est[id]
		tasks, of[id] = tasks+", "+aTask(id, e[0], e[1], e[2]), estimated(e[0], e[1], e[2])
	}
	outside := of["D"].then(of["G"])
	want := outcomes{}
	for _, days := range slices.Sorted(maps.Keys(of["E"])) {
		e := outcomes{days: of["E"][days]}
		sure := outcomes{days: 1}
		landscape := sure.beside(outside).then(of["H"]).then(of["M"])
		inside := sure.then(of["F"]).beside(of["I"]).then(of["J"]).then(of["K"].beside(of["L"])).then(of["N"])
		for total, p := range landscape.beside(inside) {
			want[total] += p * e[days]
		}
	}
	want = of["A"].then(of["B"]).then(of["C"]).then(want)
	links := after("A>B B>C C>D C>E E>F D>G E>H G>H C>I F>J I>J J>K J>L H>M K>N L>N M>end N>end")
	checkExact(t, "Reliable Construction", tasks[2:]+endMilestone, links, want)
}
