package levelling

import "slices"

// sorter brings tasks into the order in which the contract lets ranks place them: of those that could go next, the lowest
// class, then the smallest key.
type sorter struct {
	p       *Problem
	bucket  []int32
	copied  []int32
	seen    []int32 // by task: the last turn in which it was put into the order
	turn    int32
	waiting []int32
	heap    []uint64
	stack   []int32
}

func newSorter(p *Problem) *sorter {
	n := p.Len()
	s := &sorter{p: p, copied: make([]int32, n), seen: make([]int32, n), waiting: make([]int32, n), stack: make([]int32, 0, n)}
	return s
}

// widest is up to what range of keys they are sorted by counting.
const widest = 1 << 15

// byKey sorts tasks by key; those of one key keep their order.
func (s *sorter) byKey(order, key []int32) {
	lo, hi := key[order[0]], key[order[0]]
	for _, x := range order {
		lo, hi = min(lo, key[x]), max(hi, key[x])
	}
	width := int(hi-lo) + 2
	if width > widest {
		slices.SortStableFunc(order, func(a, b int32) int { return int(key[a]) - int(key[b]) })
		return
	}
	if len(s.bucket) < width {
		s.bucket = make([]int32, 2*width)
	}
	bucket := s.bucket[:width]
	clear(bucket)
	for _, x := range order {
		bucket[key[x]-lo+1]++
	}
	for i := 1; i < width; i++ {
		bucket[i] += bucket[i-1]
	}
	copied := s.copied[:copy(s.copied, order)]
	for _, x := range copied {
		at := &bucket[key[x]-lo]
		order[*at] = x
		*at++
	}
}

// forward writes the order of placing by key into order.
func (s *sorter) forward(key, order []int32) {
	for x := range order {
		order[x] = int32(x)
	}
	s.byKey(order, key)
	s.byRule(order)
}

// backward writes the order of placing from the end into order: the greatest key first, after all that waits for it.
func (s *sorter) backward(key, order []int32) {
	for x := range order {
		order[x] = int32(x)
	}
	s.byKey(order, key)
	slices.Reverse(order)
	s.hoist(order)
}

// hoist puts before each task what waits for it, as far as it is not yet there.
func (s *sorter) hoist(order []int32) {
	s.turn++
	sorted := s.copied[:copy(s.copied, order)]
	at := 0
	for _, x := range sorted {
		for s.stack = append(s.stack[:0], x); len(s.stack) > 0; {
			top := s.stack[len(s.stack)-1]
			if s.seen[top] != s.turn && s.pushed(top) {
				continue
			}
			s.stack = s.stack[:len(s.stack)-1]
			if s.seen[top] != s.turn {
				s.seen[top] = s.turn
				order[at] = top
				at++
			}
		}
	}
}

// pushed puts what waits for a task on the stack, and tells whether there is any.
func (s *sorter) pushed(x int32) bool {
	j := &s.p.jobs[x]
	links := s.p.succs[j.succFrom:j.succTo]
	any := false
	for i := len(links) - 1; i >= 0; i-- {
		if t := links[i].task; s.seen[t] != s.turn {
			s.stack = append(s.stack, t)
			any = true
		}
	}
	return any
}

// byRule brings tasks that are sorted by key into the order of the rule.
func (s *sorter) byRule(order []int32) {
	sorted := s.copied[:copy(s.copied, order)]
	rank := s.seen // of no use here otherwise
	for k, x := range sorted {
		rank[x] = int32(k)
	}
	s.heap = s.heap[:0]
	for x := range s.p.jobs {
		j := &s.p.jobs[x]
		if s.waiting[x] = j.predTo - j.predFrom; s.waiting[x] == 0 {
			s.push(uint64(j.class)<<32 | uint64(rank[x]))
		}
	}
	for at := range order {
		x := sorted[uint32(s.pop())]
		order[at] = x
		j := &s.p.jobs[x]
		for _, l := range s.p.succs[j.succFrom:j.succTo] {
			if s.waiting[l.task]--; s.waiting[l.task] == 0 {
				s.push(uint64(s.p.jobs[l.task].class)<<32 | uint64(rank[l.task]))
			}
		}
	}
	clear(s.seen)
	s.turn = 0
}

func (s *sorter) push(e uint64) {
	s.heap = append(s.heap, e)
	at := len(s.heap) - 1
	for at > 0 && e < s.heap[(at-1)/2] {
		s.heap[at] = s.heap[(at-1)/2]
		at = (at - 1) / 2
	}
	s.heap[at] = e
}

func (s *sorter) pop() uint64 {
	top, last := s.heap[0], len(s.heap)-1
	e := s.heap[last]
	s.heap = s.heap[:last]
	at := 0
	for down := 1; down < last; down = 2*at + 1 {
		if down+1 < last && s.heap[down+1] < s.heap[down] {
			down++
		}
		if e <= s.heap[down] {
			break
		}
		s.heap[at] = s.heap[down]
		at = down
	}
	if last > 0 {
		s.heap[at] = e
	}
	return top
}
