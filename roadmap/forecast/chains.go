package forecast

import (
	"math/bits"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule/levelling"
)

// mostItems is for how many deadlines, the roadmap's finish among them, it is worked out what moves them: those that are
// least probable. An item is a bit of a word.
const mostItems = 64

// chains are what lies on the chains of what holds the chosen items, counted over runs; a worker's, or of all of them. A
// task lies on an item's chain in a run where it is the last of the item's to finish, or holds one that lies on it.
type chains struct {
	items int     // how many are chosen
	on    []int32 // by task and item: in how many runs it lies on the chain of the item
	over  []int64 // by task and item: by how many working days it was longer than planned, or later than promised, there
	risks []int32 // by risk and item: in how many runs it happened to a task on the chain
	cost  []int64 // by risk and item: the working days that it cost there

	sets    []uint64 // by task: the items on whose chains it lies in this run
	holders []int32
	trace   *levelling.Trace
}

func (m *model) newChains(items int) *chains {
	n, k := len(m.tasks)*items, len(m.risks)*items
	return &chains{items: items, on: make([]int32, n), over: make([]int64, n), risks: make([]int32, k), cost: make([]int64, k), sets: make([]uint64, len(m.tasks))}
}

// traced is a worker whose runs note what holds what.
func (m *model) traced(items int) *worker {
	w := m.newWorker()
	w.chains = m.newChains(items)
	w.chains.trace = levelling.NewTrace(m.problem)
	w.pass = w.chains.trace.Pass
	return w
}

// follow makes run n and follows the chains of the chosen items back. What holds a task was placed before it, so that one
// walk from the last task to the first follows all of them at once.
func (w *worker) follow(n int, chosen []int) {
	c := w.chains
	w.draw(uint64(n))
	c.trace.Run(w.order)
	for bit, i := range chosen {
		w.begin(bit, &w.items[i])
	}
	for x := int32(len(c.sets)) - 1; x >= 0; x-- {
		if c.sets[x] == 0 {
			continue
		}
		c.holders = c.trace.Holders(c.holders[:0], x)
		for _, y := range c.holders {
			c.sets[y] |= c.sets[x]
		}
		if w.open(x) {
			w.countTask(uint64(n), x)
		}
	}
	for i := range w.risks {
		if w.risks[i].happens(uint64(n)) {
			w.countRisk(i)
		}
	}
	clear(c.sets)
}

// begin puts the tasks of an item that finish last on its chain.
func (w *worker) begin(bit int, it *item) {
	finish := w.finish(it)
	if finish == never {
		return
	}
	for _, x := range it.tasks {
		if w.base+roadmap.Date(w.pass.Last(x)) == finish {
			w.chains.sets[x] |= 1 << bit
		}
	}
}

// countTask counts a task on the chains on which it lies, and what it was over there.
func (w *worker) countTask(n uint64, x int32) {
	over := int64(0)
	if at := w.workOf[x]; at != none {
		d := &w.works[at]
		over = int64(d.table.days(d.stream.draw(n)) - w.planned[x])
	}
	if at := w.promiseOf[x]; at != none {
		over += int64(w.promises[at].late(n))
	}
	for set := w.chains.sets[x]; set != 0; set &= set - 1 {
		at := int(x)*w.chains.items + bits.TrailingZeros64(set)
		w.chains.on[at]++
		w.chains.over[at] += over
	}
}

// countRisk counts a risk that happened on the chains on which its tasks lie.
func (w *worker) countRisk(risk int) {
	k := &w.risks[risk]
	all := uint64(0)
	for _, x := range k.hits {
		all |= w.chains.sets[x]
		for set := w.chains.sets[x]; set != 0; set &= set - 1 {
			w.chains.cost[risk*w.chains.items+bits.TrailingZeros64(set)] += int64(k.days)
		}
	}
	for ; all != 0; all &= all - 1 {
		w.chains.risks[risk*w.chains.items+bits.TrailingZeros64(all)]++
	}
}

// addAll adds the counts of another worker.
func (c *chains) addAll(o *chains) {
	for i := range c.on {
		c.on[i] += o.on[i]
		c.over[i] += o.over[i]
	}
	for i := range c.risks {
		c.risks[i] += o.risks[i]
		c.cost[i] += o.cost[i]
	}
}
