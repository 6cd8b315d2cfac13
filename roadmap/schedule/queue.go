package schedule

import "bywhen/roadmap"

// queue holds the tasks that could go next, the first in the contract's order on top.
type queue struct {
	net     *roadmap.Network
	heap    []entry
	waiting []int32 // predecessors not yet placed
	keys    []uint64
}

type entry struct {
	key  uint64
	task int32
}

func (l *leveller) newQueue(early []span, late []lateness) *queue {
	q := &queue{net: l.net, waiting: make([]int32, len(l.jobs)), keys: make([]uint64, len(l.jobs)), heap: make([]entry, 0, len(l.jobs)/4)}
	for i := range l.jobs {
		first := early[i].first
		if early[i].placed() && l.jobs[i].state != finished {
			first, _, _ = l.lateDays(int32(i), &late[i], early[i])
			if l.jobs[i].state == started {
				first = l.jobs[i].cal.Day(int(late[i].count - l.jobs[i].dur))
			}
		}
		q.keys[i] = sortKey(&l.jobs[i], first)
		q.waiting[i] = int32(len(l.net.Predecessors(i)))
		if l.jobs[i].state == started || l.jobs[i].state == finished {
			q.waiting[i] = 0 // waits for nothing any more
		}
		if q.waiting[i] == 0 {
			q.push(int32(i))
		}
	}
	return q
}

// sortKey packs what decides who goes next: what has started first, then priority, rank, late start.
func sortKey(j *job, lateStart roadmap.Date) uint64 {
	open := uint64(1)
	if j.state == started || j.state == finished {
		open = 0
	}
	rank := uint64(j.rank)
	if rank == 0 {
		rank = roadmap.MaxRank + 1
	}
	day := uint64(min(max(int64(lateStart)+1<<21, 0), 1<<22-1)) // a late start may lie before any date
	return open<<57 | uint64(j.priority&7)<<54 | rank<<22 | day
}

func (q *queue) release(i int32) {
	for _, s := range q.net.Successors(int(i)) {
		if q.waiting[s.Task] == 0 {
			continue
		}
		if q.waiting[s.Task]--; q.waiting[s.Task] == 0 {
			q.push(s.Task)
		}
	}
}

func (e entry) before(o entry) bool { return e.key < o.key || e.key == o.key && e.task < o.task }

func (q *queue) push(i int32) {
	e := entry{q.keys[i], i}
	q.heap = append(q.heap, e)
	at := len(q.heap) - 1
	for at > 0 {
		up := (at - 1) / 2
		if !e.before(q.heap[up]) {
			break
		}
		q.heap[at] = q.heap[up]
		at = up
	}
	q.heap[at] = e
}

func (q *queue) pop() int32 {
	top := q.heap[0].task
	last := len(q.heap) - 1
	e := q.heap[last]
	q.heap = q.heap[:last]
	at := 0
	for {
		down := 2*at + 1
		if down >= last {
			break
		}
		if down+1 < last && q.heap[down+1].before(q.heap[down]) {
			down++
		}
		if !q.heap[down].before(e) {
			break
		}
		q.heap[at] = q.heap[down]
		at = down
	}
	if last > 0 {
		q.heap[at] = e
	}
	return top
}
