package chance

import "testing"

// A histogram has four lines where it can, also in a low terminal: before the list of deadlines and what moves them grow.
func TestAHistogramIsHighEnoughToBeRead(t *testing.T) {
	for _, c := range []struct{ h, rows, bars, drivers int }{
		{13, 3, 4, 0},   // 60 x 16
		{17, 3, 4, 2},   // 120 x 20
		{18, 4, 4, 2},   // 80 x 24
		{34, 10, 10, 6}, // 120 x 40
		{9, 7, 0, 0},    // none at all
	} {
		l := layoutOf(120, c.h, 10, 10, false)
		if l.rows != c.rows || l.bars != c.bars || l.drivers != c.drivers {
			t.Errorf("%d lines: %d deadlines, %d of the histogram, %d of what moves it", c.h, l.rows, l.bars, l.drivers)
		}
	}
}
