package forecast

// stream is the draws of one task, risk or promise, one a run: the n-th depends on the seed, on whose it is and on n, never
// on what else is drawn, in which order, or on how many cores. So the runs of two versions of a roadmap are comparable, and
// a run can be drawn again at any time (common random numbers).
//
// It is splitmix64 (G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, 2014) with its state
// worked out from the number of the run, which makes a counter-based generator of it (J. K. Salmon and others, Parallel
// random numbers: as easy as 1, 2, 3, 2011).
type stream uint64

// What a stream is drawn for; the same task has one of each.
const (
	drawsWork    = "work"
	drawsPromise = "promise"
	drawsRisk    = "risk"
)

const golden = 0x9e3779b97f4a7c15

// newStream is the stream of what has that id. The id is hashed as FNV-1a does (G. Fowler, L. C. Noll, K.-P. Vo, 1991).
func newStream(seed uint64, what, id string) stream {
	h := uint64(14695981039346656037)
	for _, s := range [...]string{what, "\x00", id} {
		for i := range len(s) {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
	}
	return stream(mix(h ^ mix(seed+golden)))
}

// draw is the draw of a run, uniform over all of uint32.
func (s stream) draw(run uint64) uint32 { return uint32(mix(uint64(s)+run*golden) >> 32) }

func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
