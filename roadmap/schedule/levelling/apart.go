package levelling

import "math"

// keptApart is how far apart members are kept at first, as a share of how far apart those to begin with are.
const keptApart = 0.2

// seat is the place that the new member takes in a population, or -1. Members are kept apart, by less and less until at the
// end of the span it is nothing: a new one that is too near to another takes that one's place or none, any other that of the
// worst. Without it a population closes in on one schedule within 8,000, whatever is still to come; so it takes all the time
// that there is (C. Segura, C. A. Coello Coello, E. Segredo and A. Hernández Aguirre, A novel diversity-based replacement
// strategy for evolutionary algorithms, 2016).
func (s *search) seat(in []*member) int {
	worst := s.worst(in)
	if in[worst].value.Before(s.spare.value) {
		return -1
	}
	near, away := s.nearest(in)
	switch {
	case near < 0:
		return worst
	case away == 0 || in[near].value.Before(s.spare.value):
		return -1
	}
	return near
}

// nearest is the place of the member that is nearest to the new one, and how far away it is; -1 where all are far enough.
func (s *search) nearest(in []*member) (at int, away int64) {
	left := 1 - float64(s.generated-s.filled)/float64(s.span)
	at, away = -1, max(int64(keptApart*s.apart*left), 1)
	for i, m := range in {
		if d := distance(m.key, s.spare.key, away); d < away {
			at, away = i, d
		}
	}
	return at, away
}

// distance is by how many days the keys differ in sum. From most on it is not reckoned to the end.
func distance(a, b []int32, most int64) int64 {
	const stride = 16
	sum := int64(0)
	for len(a) > 0 && sum < most {
		n := min(stride, len(a))
		part := int64(0)
		for x, k := range a[:n] {
			d := int64(k - b[x])
			part += max(d, -d)
		}
		sum += part
		a, b = a[n:], b[n:]
	}
	return sum
}

// readApart reads how far apart the members to begin with are, from each to the two after it: half of them are drawn in
// another way than the other half.
func (s *search) readApart() {
	sum := int64(0)
	for i, m := range s.early {
		for k := 1; k <= 2; k++ {
			sum += distance(m.key, s.early[(i+k)%len(s.early)].key, math.MaxInt64)
		}
	}
	s.apart = float64(sum) / float64(max(2*len(s.early), 1))
}
