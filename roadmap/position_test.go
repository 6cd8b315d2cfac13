package roadmap_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	. "bywhen/roadmap"
)

func TestThereIsAlwaysAPositionBetweenTwo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []Position
		for range rapid.IntRange(1, 200).Draw(t, "inserts") {
			i := rapid.IntRange(0, len(all)).Draw(t, "at")
			var a, b Position
			if i > 0 {
				a = all[i-1]
			}
			if i < len(all) {
				b = all[i]
			}
			p := PositionBetween(a, b)
			if p == "" || p <= a || b != "" && p >= b {
				t.Fatalf("%x does not lie between %x and %x", p, a, b)
			}
			all = slices.Insert(all, i, p)
			if len(all) > 3 && rapid.IntRange(0, 3).Draw(t, "take one away") == 0 {
				k := rapid.IntRange(0, len(all)-1).Draw(t, "gone")
				all = slices.Delete(all, k, k+1)
			}
		}
	})
}

func TestPositionsAtTheEndsStayShort(t *testing.T) {
	last, first := PositionBetween("", ""), PositionBetween("", "")
	for range 10_000 {
		last, first = PositionBetween(last, ""), PositionBetween("", first)
	}
	if len(last) > 8 || len(first) > 8 {
		t.Errorf("after 10,000 entries each way: %d and %d bytes", len(first), len(last))
	}
}

func TestPositionsOfADamagedFileDoNotHang(t *testing.T) {
	for _, p := range [][2]Position{{"a", "a\x00"}, {"a", "a\x00\x00"}, {"", "\x00\x00\x00\x01"}, {"\xff\xff\xff\xff\xff\xff\xff\xff\xff", ""}} {
		if got := PositionBetween(p[0], p[1]); got == "" {
			t.Errorf("nothing between %x and %x", p[0], p[1])
		}
	}
}
