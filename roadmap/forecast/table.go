package forecast

import "math"

// table is a distribution of whole working days, made to be drawn from: the draw is looked up in the quantile function, by
// way of a guide that says where to begin (H.-C. Chen and Y. Asau, On generating random variates from an empirical
// distribution, 1974). One of ten outcomes takes about 120 bytes, so that those of a thousand tasks stay in a core's cache.
type table struct {
	first, step int32    // days of the first outcome, and from one to the next
	last        []uint32 // the last draw of each outcome; that of the last outcome is the last of all
	guide       []uint16 // the first outcome that the draws of one slice may have
	shift       uint8    // draw >> shift is its slice
}

// mostOutcomes is how many outcomes a table has at most; more are drawn in steps of several days.
const mostOutcomes = 1024

// newTable is the distribution of days from lowest to highest; upTo is the probability of at most so many.
func newTable(lowest, highest int32, upTo func(days int32) float64) *table {
	t := &table{first: lowest, step: (highest-lowest)/mostOutcomes + 1}
	for d := lowest; d < highest; d += t.step {
		last := math.Floor(float64(upTo(d)*(1<<32))+0.5) - 1
		if last < 0 {
			t.first += t.step // nothing lies here, and so nothing before
			continue
		}
		t.last = append(t.last, uint32(min(last, math.MaxUint32)))
		if last >= math.MaxUint32 {
			break
		}
	}
	if n := len(t.last); n == 0 || t.last[n-1] != math.MaxUint32 {
		t.last = append(t.last, math.MaxUint32)
	}
	t.index()
	return t
}

// index makes the guide: at least twice as many slices as outcomes, so that a draw goes on by less than one on average.
func (t *table) index() {
	bits := uint8(1)
	for 1<<bits < 2*len(t.last) {
		bits++
	}
	t.shift = 32 - bits
	t.guide = make([]uint16, 1<<bits)
	k := uint16(0)
	for slice := range t.guide {
		for t.last[k] < uint32(slice)<<t.shift {
			k++
		}
		t.guide[slice] = k
	}
}

// fixed is the table of days that are certain.
func fixed(days int32) *table { return newTable(days, days, nil) }

// isFixed tells whether there is nothing to draw.
func (t *table) isFixed() bool { return len(t.last) == 1 }

// days is what a draw comes to.
func (t *table) days(draw uint32) int32 {
	k := int(t.guide[draw>>t.shift])
	for draw > t.last[k] {
		k++
	}
	return t.first + int32(k)*t.step
}
