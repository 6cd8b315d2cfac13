package levelling

// sampler draws orders of placing.
type sampler struct {
	next    []int32 // the tasks that could go next
	waiting []int32
}

// sample draws keys for a first member: in turn about the latest finishes by dependencies alone, and task after task from
// those that could go next, each the likelier the earlier its latest finish is (regret-based biased random sampling; A.
// Drexl, Scheduling of project networks by job assignment, 1991). The former wander further, the latter begin better.
func (s *search) sample(k int) {
	if k%2 == 0 && len(s.child) <= mostDrawn {
		s.draw()
		return
	}
	spread := int32(float64(s.end-s.p.firstRelease()) * s.shape.spread)
	for x, late := range s.late {
		s.child[x] = late + s.rng.Int32N(2*max(spread, 0)+1) - spread
	}
}

// mostDrawn is up to how many tasks are drawn one after the other: the time it takes grows with their square.
const mostDrawn = 2000

func (s *search) draw() {
	d, p := &s.sampler, s.p
	if d.waiting == nil {
		d.waiting = make([]int32, p.Len())
	}
	d.next = d.next[:0]
	for x := range p.jobs {
		if d.waiting[x] = p.jobs[x].predTo - p.jobs[x].predFrom; d.waiting[x] == 0 {
			d.next = append(d.next, int32(x))
		}
	}
	for k := range s.child {
		at := s.likely(d.next)
		x := d.next[at]
		d.next[at] = d.next[len(d.next)-1]
		d.next = d.next[:len(d.next)-1]
		s.child[x] = int32(k)
		for _, l := range p.succs[p.jobs[x].succFrom:p.jobs[x].succTo] {
			if d.waiting[l.task]--; d.waiting[l.task] == 0 {
				d.next = append(d.next, l.task)
			}
		}
	}
}

// likely draws the place of one of some tasks.
func (s *search) likely(of []int32) int {
	last := int32(None)
	for _, x := range of {
		last = max(last, s.late[x])
	}
	sum := int64(0)
	for _, x := range of {
		sum += int64(last-s.late[x]) + 1
	}
	drawn := s.rng.Int64N(sum)
	for at, x := range of {
		if drawn -= int64(last-s.late[x]) + 1; drawn < 0 {
			return at
		}
	}
	return len(of) - 1
}
