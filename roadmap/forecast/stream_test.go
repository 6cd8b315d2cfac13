package forecast

import (
	"fmt"
	"math"
	"testing"
)

// A draw is a function of seed, whose it is and run: any change of one changes it, and nothing else does.
func TestADrawDependsOnSeedRunAndWhoseItIs(t *testing.T) {
	first := newStream(1, drawsWork, "7").draw(3)
	if again := newStream(1, drawsWork, "7").draw(3); again != first {
		t.Errorf("%d, and again %d", first, again)
	}
	for name, other := range map[string]uint32{
		"another run": newStream(1, drawsWork, "7").draw(4), "another seed": newStream(2, drawsWork, "7").draw(3),
		"another task": newStream(1, drawsWork, "8").draw(3), "its promise": newStream(1, drawsPromise, "7").draw(3),
	} {
		if other == first {
			t.Errorf("%s draws the same", name)
		}
	}
	// What every machine must draw: these numbers stand for all.
	if got := [3]uint32{first, newStream(0, drawsRisk, "r1").draw(0), newStream(math.MaxUint64, drawsWork, "天線").draw(999_999)}; got != [3]uint32{0x542b954f, 0x8f1cb689, 0x0d363553} {
		t.Errorf("%#v", got)
	}
}

// Of 64,000 draws a thousand lie in each 64th part, give or take what chance may (chi-squared with 63 degrees of freedom is
// above 120 once in 50,000 times), for one task over many runs and for many tasks in one run.
func TestDrawsAreSpreadEvenly(t *testing.T) {
	for name, draw := range map[string]func(i int) uint32{
		"runs":  func(i int) uint32 { return newStream(1, drawsWork, "1").draw(uint64(i)) },
		"tasks": func(i int) uint32 { return newStream(1, drawsWork, fmt.Sprint(i)).draw(0) },
		"seeds": func(i int) uint32 { return newStream(uint64(i), drawsWork, "1").draw(0) },
	} {
		var counts [64]float64
		for i := range 64_000 {
			counts[draw(i)>>26]++
		}
		squares := 0.0
		for _, n := range counts {
			squares += (n - 1000) * (n - 1000) / 1000
		}
		if squares > 120 {
			t.Errorf("%s: chi-squared is %.0f", name, squares)
		}
	}
}

// The draws of two tasks have nothing to do with each other: over 10,000 runs their correlation is within four standard errors.
func TestTheDrawsOfTwoTasksAreIndependent(t *testing.T) {
	of := func(id string) func(n uint64) float64 {
		s := newStream(1, drawsWork, id)
		return func(n uint64) float64 { return float64(s.draw(n))/(1<<32) - 0.5 }
	}
	for _, pair := range [][2]string{{"1", "2"}, {"1", "10"}, {"a", "b"}, {"task", "tasks"}} {
		a, b := of(pair[0]), of(pair[1])
		sum := 0.0
		for n := range uint64(10_000) {
			sum += 12 * a(n) * b(n) / 10_000
		}
		if math.Abs(sum) > 0.04 {
			t.Errorf("%v: correlation %.3f", pair, sum)
		}
	}
}
