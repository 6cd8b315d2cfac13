package forecast

import (
	"math"
	"testing"
)

// One day with a quarter, two with a half, five with the rest: of all draws the first quarter, and so on.
func TestATableDrawsEachOutcomeWithItsProbability(t *testing.T) {
	table := newTable(1, 5, func(days int32) float64 {
		switch days {
		case 1:
			return 0.25
		case 2, 3, 4:
			return 0.75
		}
		return 1
	})
	for draw, want := range map[uint32]int32{
		0: 1, 1<<30 - 1: 1, 1 << 30: 2, 3<<30 - 1: 2, 3 << 30: 5, math.MaxUint32: 5,
	} {
		if got := table.days(draw); got != want {
			t.Errorf("%#x draws %d days, want %d", draw, got, want)
		}
	}
}

func TestATableLeavesOutWhatCannotBe(t *testing.T) {
	table := newTable(1, 100, func(days int32) float64 {
		if days < 40 {
			return 0
		}
		return 1
	})
	if !table.isFixed() || table.days(0) != 40 || table.days(math.MaxUint32) != 40 {
		t.Errorf("%+v", table)
	}
	if sure := fixed(7); !sure.isFixed() || sure.days(12345) != 7 {
		t.Errorf("%+v", sure)
	}
}

// A task that takes between 1 and 100,000 days is drawn in steps of 98 days, and not from a table of a megabyte.
func TestAWideTableIsDrawnInSteps(t *testing.T) {
	table := newTable(1, 100_000, func(days int32) float64 { return float64(days) / 100_000 })
	if len(table.last) > mostOutcomes || table.step != 98 {
		t.Errorf("%d outcomes, %d days apart", len(table.last), table.step)
	}
	for _, quarter := range []uint32{1, 2, 3} {
		got, want := float64(table.days(quarter<<30)), float64(quarter)*25_000
		if math.Abs(got-want) > 98 {
			t.Errorf("%v quarters of all draws take %v days, want %v", quarter, got, want)
		}
	}
}

// Every draw lies in its outcome, wherever the guide begins.
func TestTheGuideLeavesNothingOut(t *testing.T) {
	p := newPert(0.2)
	for _, wide := range []int32{1, 2, 3, 7, 30, 200} {
		table := newTable(1, 1+wide, func(days int32) float64 { return p.upTo(float64(days) / float64(wide+1)) })
		for k, last := range table.last {
			if got := table.days(last); got != table.first+int32(k) {
				t.Fatalf("of %d outcomes the last draw of number %d is %d days", len(table.last), k, got)
			}
			if last < math.MaxUint32 && table.days(last+1) <= table.days(last) {
				t.Fatalf("of %d outcomes the draw after number %d is the same", len(table.last), k)
			}
		}
	}
}
