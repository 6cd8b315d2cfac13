package schedule

import (
	"math"
	"math/bits"
	"sync"
	"sync/atomic"

	"bywhen/roadmap"
)

// queue hands out the tasks that could go next, in the contract's order. That order depends on nothing that levelling finds
// out, so all tasks are sorted once, and those that could go next are a set of places in it.
type queue struct {
	order   []int32 // all tasks as they would go if none waited for another
	waiting []waiting
	next    placeSet
}

// waiting is a task that is not yet placed, with all that placing it asks for where it is plain: what is placed in the
// order of the queue lies all over memory, and so each is one short look.
type waiting struct {
	place   int32        // its place in the order
	preds   int32        // predecessors not yet placed
	from    roadmap.Date // the instant that its own dates, and those it waits for so far, let it start at
	planDay roadmap.Date
	dur     int32
	need    need
	// plain: it is to be started, has days by dependencies alone, nobody promised it, it needs people of one team on that
	// team's own days, and all that it waits for so far ties its start to their finish without a lag.
	plain bool
}

// levelRoom is memory that placing asks for only while it goes on. It is handed from plan to plan, which one after the other
// would else ask for as much again as a third of what they keep.
type levelRoom struct {
	queue
	entries, room []entry
	words         []uint64
	steps         []step  // of all crews
	left          []entry // the stays, in the order of placing: the number of the team before that of the last day
}

// One room is kept for good, as large as the largest plan has asked for; those of plans made beside each other may go.
var (
	ownRoom    atomic.Pointer[levelRoom]
	levelRooms = sync.Pool{New: func() any { return &levelRoom{} }}
)

func takeRoom() *levelRoom {
	if room := ownRoom.Swap(nil); room != nil {
		return room
	}
	return levelRooms.Get().(*levelRoom)
}

func (room *levelRoom) giveBack() {
	if !ownRoom.CompareAndSwap(nil, room) {
		levelRooms.Put(room)
	}
}

// sized is a slice of that length, in the same memory where it suffices; what is in it is left over.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

func (l *leveller) newQueue(room *levelRoom, early []span, late []lateness) *queue {
	n, q := len(l.jobs), &room.queue
	q.order, q.waiting = sized(q.order, n), sized(q.waiting, n)
	room.entries, room.room, room.words = sized(room.entries, n), sized(room.room, n), sized(room.words, n/32+8)
	clear(room.words)
	q.next = newPlaceSet(n, room.words)
	for i := range l.jobs {
		j, w := &l.jobs[i], &q.waiting[i]
		room.entries[i] = entry{sortKey(j, l.briefs[i].Rank, l.lateStart(int32(i), early, late)), int32(i)}
		*w = waiting{from: j.release, planDay: j.planDay, dur: j.dur}
		if j.manyNeeds == 1 {
			w.need = l.needs[j.firstNeed]
			w.plain = j.state == toStart && early[i].placed() && j.promised == 0 && l.teams[w.need.team].cal == j.cal
		}
		if j.state == toStart { // all others wait for nothing any more
			w.preds = int32(len(l.net.Predecessors(i)))
		}
	}
	for place, e := range sortEntries(room.entries, room.room) {
		w := &q.waiting[e.task]
		q.order[place], w.place = e.task, int32(place)
		if w.preds == 0 {
			q.next.add(w.place)
		}
	}
	return q
}

// lateStart is the day that a task's late start lies on, by dependencies alone, as the order of placing has it.
func (l *leveller) lateStart(i int32, early []span, late []lateness) roadmap.Date {
	j := &l.jobs[i]
	switch {
	case !early[i].placed() || j.state == finished:
		return early[i].first
	case j.milestone:
		first, _, _ := l.lateDays(i, &late[i], early[i])
		return first
	}
	return j.cal.Day(int(late[i].end - j.dur))
}

// entry is a task with what decides when it goes.
type entry struct {
	key  uint64
	task int32
}

// sortKey packs what decides who goes next: first what has started, is done, or is dropped and so holds nobody up, then priority, rank, late start.
func sortKey(j *job, rank int32, lateStart roadmap.Date) uint64 {
	open := uint64(1)
	if j.state != toStart {
		open = 0
	}
	if rank == 0 { // none: behind all that have one
		rank = roadmap.MaxRank + 1
	}
	day := uint64(min(max(int64(lateStart)+1<<21, 0), 1<<22-1)) // a late start may lie before any date
	return open<<57 | uint64(j.priority&7)<<54 | uint64(rank)<<22 | day
}

// digitBits are the bits of a key that one pass of the sort looks at.
const digitBits = 11

// sortEntries sorts by key and keeps the order of those of one key: by one digit after the other, the last first, as cards
// were sorted by machine (D. E. Knuth, The art of computer programming 3, 5.2.5). The least key is taken off all, and a digit that
// all then share, as most do, costs no pass. Room is for as many entries; the outcome is one of the two slices.
func sortEntries(entries, room []entry) []entry {
	var from [1 << digitBits]int32
	least, differ := uint64(math.MaxUint64), uint64(0)
	for i := range entries {
		least = min(least, entries[i].key)
	}
	for i := range entries {
		differ |= entries[i].key - least
	}
	for shift := 0; differ>>shift != 0; shift += digitBits {
		if differ>>shift&(1<<digitBits-1) == 0 {
			continue
		}
		clear(from[:])
		for i := range entries {
			from[(entries[i].key-least)>>shift&(1<<digitBits-1)]++
		}
		sum := int32(0)
		for d, n := range from {
			from[d] = sum
			sum += n
		}
		for _, e := range entries {
			d := (e.key - least) >> shift & (1<<digitBits - 1)
			room[from[d]] = e
			from[d]++
		}
		entries, room = room, entries
	}
	return entries
}

// release lets go what waited for a task that has been placed, and tells it from when on it may start.
func (l *leveller) release(i int32, q *queue) {
	at := &l.at[i]
	for _, s := range l.net.Successors(int(i)) {
		w := &q.waiting[s.Task]
		if w.preds == 0 {
			continue
		}
		switch {
		case !at.placed():
			w.plain = w.plain && l.jobs[i].state == dropped
		case s.Type == roadmap.FinishToStart && s.Lag == 0:
			w.from = max(w.from, at.finish)
		default:
			w.plain = false
		}
		if w.preds--; w.preds == 0 {
			q.next.add(w.place)
		}
	}
}

// pop takes out the task that goes next; false where none is left.
func (q *queue) pop() (int32, bool) {
	place, ok := q.next.takeFirst()
	if !ok {
		return none, false
	}
	return q.order[place], true
}

// placeSet is a set of small numbers that gives its least: a bit for each, and above every 64 bits one that tells whether any
// of them is set, up to a single word.
type placeSet [][]uint64

// newPlaceSet is the empty set of numbers below n, in n/32+8 words that are all zero.
func newPlaceSet(n int, room []uint64) placeSet {
	s := make(placeSet, 0, 6)
	for {
		n = max((n+63)/64, 1)
		s, room = append(s, room[:n]), room[n:]
		if n == 1 {
			return s
		}
	}
}

func (s placeSet) add(n int32) {
	for _, words := range s {
		w := &words[n>>6]
		*w |= 1 << (n & 63)
		n >>= 6
	}
}

func (s placeSet) takeFirst() (int32, bool) {
	if s[len(s)-1][0] == 0 {
		return 0, false
	}
	n := int32(0)
	for k := len(s) - 1; k >= 0; k-- {
		n = n<<6 | int32(bits.TrailingZeros64(s[k][n]))
	}
	for k, at := 0, n; k < len(s); k++ {
		w := &s[k][at>>6]
		if *w &^= 1 << (at & 63); *w != 0 {
			break
		}
		at >>= 6
	}
	return n, true
}
