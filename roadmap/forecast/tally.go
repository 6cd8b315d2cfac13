package forecast

import "bywhen/roadmap"

// tally counts on which days something ended, over many runs.
type tally struct {
	first   roadmap.Date // the day of the first count
	counts  []int32
	undated int32
}

// never is the day of what has no date in a run.
const never = roadmap.LastDate + 1

func (t *tally) add(d roadmap.Date) {
	if d >= never {
		t.undated++
		return
	}
	if at := int(d - t.first); uint(at) < uint(len(t.counts)) {
		t.counts[at]++
		return
	}
	t.reach(d)
	t.counts[d-t.first]++
}

// reach makes room for a day, and for some around it.
func (t *tally) reach(d roadmap.Date) {
	const around = 32
	from, to := d-around, d+around
	if len(t.counts) > 0 {
		from, to = min(from, t.first), max(to, t.first+roadmap.Date(len(t.counts)))
	}
	counts := make([]int32, to-from)
	if len(t.counts) > 0 {
		copy(counts[t.first-from:], t.counts)
	}
	t.first, t.counts = from, counts
}

// addAll adds the counts of another tally.
func (t *tally) addAll(o *tally) {
	t.undated += o.undated
	for i, n := range o.counts {
		if n > 0 {
			d := o.first + roadmap.Date(i)
			t.add(d)
			t.counts[d-t.first] += n - 1
		}
	}
}

// upTo is how many runs ended by a day.
func (t *tally) upTo(d roadmap.Date) int {
	n := 0
	for i, c := range t.counts {
		if t.first+roadmap.Date(i) <= d {
			n += int(c)
		}
	}
	return n
}

// quantile is the first date by which at least so many per cent of all runs have ended; 0 where there is none.
func (t *tally) quantile(percent, runs int) roadmap.Date {
	n := 0
	for i, c := range t.counts {
		if n += int(c); n > 0 && n*100 >= percent*runs {
			return t.first + roadmap.Date(i)
		}
	}
	return 0
}

func (t *tally) outcome(runs int) Outcome {
	out := Outcome{P50: t.quantile(50, runs), P80: t.quantile(80, runs), P95: t.quantile(95, runs), Undated: int(t.undated)}
	for i, c := range t.counts {
		if c > 0 {
			out.Histogram = append(out.Histogram, Bar{t.first + roadmap.Date(i), int(c)})
		}
	}
	return out
}

// aroundP80 is the mean working day, by its number on a calendar, of the dates from 75 to 85 %: each counts with the part
// of these ten per cent that ends on it. What has no date counts as the day after the last date.
func (t *tally) aroundP80(cal *roadmap.Calendar) float64 {
	runs := int64(t.undated)
	for _, c := range t.counts {
		runs += int64(c)
	}
	sum, below := int64(0), int64(0)
	take := func(count int64, d roadmap.Date) {
		from, to := max(100*below, 75*runs), min(100*(below+count), 85*runs)
		if to > from {
			sum += (to - from) * int64(cal.Count(d+1))
		}
		below += count
	}
	for i, c := range t.counts {
		if c > 0 {
			take(int64(c), t.first+roadmap.Date(i))
		}
	}
	take(int64(t.undated), never)
	return float64(sum) / float64(10*runs)
}
