package schedule

import (
	"slices"
	"testing"
)

func TestEachIsDoneOnceHoweverManyPartsThereAre(t *testing.T) {
	for _, n := range []int{0, 1, 9, 10, 14, 15, 16, 1000} {
		done := make([]int, n)
		parts := make([]int, partsOf(n, 10))
		inParts(n, 10, func(part, from, to int) {
			parts[part]++
			for i := from; i < to; i++ {
				done[i]++
			}
		})
		if slices.ContainsFunc(done, func(k int) bool { return k != 1 }) || slices.ContainsFunc(parts, func(k int) bool { return k != 1 }) {
			t.Errorf("of %d: %v done in parts %v", n, done, parts)
		}
	}
}

func TestAPanicInAPartComesOutWhereThePartsWereAskedFor(t *testing.T) {
	defer func() {
		if p := recover(); p != "part 7" {
			t.Errorf("came out: %v", p)
		}
	}()
	inParts(100, 10, func(part, _, _ int) {
		if part == 7 {
			panic("part 7")
		}
	})
	t.Error("it was not told")
}
