package levelling

// Trace makes runs that also note what holds each task where it lies, for which a Pass has no time. It is the room of one
// goroutine.
type Trace struct {
	*Pass
	turn  []int32  // by task: its place in the order
	ended []int32  // by task: the last day of its work, whatever was promised
	short []uint64 // by need: the guards of the lanes that would have kept its task from starting a day earlier
	last  []int32  // by ended, as far as it tells days apart: the task placed last that ended then, or none
	other []int32  // by task: the one placed before it that ended then, or none
}

// daysApart is for how many days on end last tells them apart.
const daysApart = 1 << 12

// NewTrace makes the room for traced runs of a problem.
func NewTrace(p *Problem) *Trace {
	n := p.Len()
	return &Trace{Pass: NewPass(p), turn: make([]int32, n), ended: make([]int32, n), short: make([]uint64, len(p.needs)),
		last: make([]int32, daysApart), other: make([]int32, n)}
}

// Run is Forward, tracing.
func (t *Trace) Run(order []int32) {
	t.clear()
	for d := range t.last {
		t.last[d] = -1
	}
	for n := range order {
		x := order[n]
		t.turn[x] = int32(n)
		t.placeUnpromised(order[n : n+1])
		if j := &t.problem.jobs[x]; t.Placed(x) && (j.kind == Work || j.kind == Started) {
			t.note(x, j)
		}
	}
}

// placeUnpromised places one task, notes when its work ends, and only then lets it wait for its promise.
func (t *Trace) placeUnpromised(one []int32) {
	x := one[0]
	promised := t.Promised[x]
	if promised == None || t.problem.jobs[x].kind == Milestone {
		t.place(one)
		t.ended[x] = t.finish[x] - 1
		return
	}
	t.Promised[x] = None
	t.place(one)
	t.Promised[x] = promised
	t.ended[x] = t.finish[x] - 1
	if t.Placed(x) && promised > t.ended[x] {
		t.finish[x] = promised + 1
		t.to[x] = t.problem.calendars[t.problem.jobs[x].calendar].countAt(promised + 1)
	}
}

// note notes which teams would have kept a task from starting a day earlier, and when it leaves its teams.
func (t *Trace) note(x int32, j *job) {
	slot := t.ended[x] & (daysApart - 1)
	t.other[x], t.last[slot] = t.last[slot], x
	k := t.began(x, j)
	before := t.problem.calendars[j.calendar].dayAt(k - 1)
	for i := j.needFrom; i < j.needTo; i++ {
		n := t.problem.needs[i]
		t.short[i] = 0
		if before >= max(t.problem.planDay[x], 0) { // before the base day nobody is at work
			t.short[i] = ^(t.freeAt(n.group, t.numberOf(j, n, k-1)) - n.people) & guard
		}
	}
}

// began is the number of the first day that the task's open work takes.
func (t *Trace) began(x int32, j *job) int32 {
	return t.problem.calendars[j.calendar].countAt(t.ended[x]+1) - t.Duration[x]
}

// Holders appends every task that held task x where it lay in the last run: those of links that let it start no sooner, and
// those whose going made room at a team that would have kept it from starting sooner; none where a promise, a date or what
// is done decides. They were all placed before it.
func (t *Trace) Holders(holders []int32, x int32) []int32 {
	j := &t.problem.jobs[x]
	switch {
	case !t.Placed(x) || j.kind == Done:
		return holders
	case j.kind == Milestone:
		return t.milestoneHolders(holders, x, j)
	case t.Promised[x] > t.ended[x]:
		return holders
	}
	k := t.began(x, j)
	if j.kind == Work {
		holders = t.linkHolders(holders, x, j, k)
	}
	for i := j.needFrom; i < j.needTo; i++ {
		if t.short[i] != 0 {
			holders = t.teamHolders(holders, x, j, k, i)
		}
	}
	return holders
}

func (t *Trace) linkHolders(holders []int32, x int32, j *job, k int32) []int32 {
	for _, l := range t.problem.preds[j.predFrom:j.predTo] {
		bound := int32(0)
		switch l.tie {
		case ends:
			bound = t.to[l.task] + int32(l.lag)
		case starts:
			bound = t.from[l.task] + int32(l.lag)
		default:
			bound = t.boundBy(j, l, t.Duration[x])
		}
		if bound == k {
			holders = append(holders, l.task)
		}
	}
	return holders
}

// teamHolders appends those that left a team between the day before the task begins and the day that it does. The lanes
// that were short are whole words of 15 bits.
func (t *Trace) teamHolders(holders []int32, x int32, j *job, k, need int32) []int32 {
	c := &t.problem.calendars[j.calendar]
	group, lanes := t.problem.needs[need].group, t.short[need]-t.short[need]>>15
	for day, first := c.dayAt(k-1), c.dayAt(k); day < first; day++ {
		for y := t.last[day&(daysApart-1)]; y >= 0; y = t.other[y] {
			if t.ended[y] == day && t.turn[y] < t.turn[x] && t.takes(y, group, lanes) {
				holders = append(holders, y)
			}
		}
	}
	return holders
}

// takes tells whether a task takes people of any of these lanes.
func (t *Trace) takes(y, group int32, lanes uint64) bool {
	j := &t.problem.jobs[y]
	for _, n := range t.problem.needs[j.needFrom:j.needTo] {
		if n.group == group && n.people&lanes != 0 {
			return true
		}
	}
	return false
}

// milestoneHolders appends those whose links put the milestone where it lies, unless a promise does.
func (t *Trace) milestoneHolders(holders []int32, x int32, j *job) []int32 {
	c := &t.problem.calendars[j.calendar]
	instant, from := j.release, len(holders)
	for _, l := range t.problem.preds[j.predFrom:j.predTo] {
		bound, _ := milestoneBound(c, Type(l.tie-other), int32(l.lag), t.start[l.task], t.finish[l.task])
		if bound > instant {
			instant, holders = bound, holders[:from]
		}
		if bound == instant {
			holders = append(holders, l.task)
		}
	}
	if t.finish[x] > c.move(instant, t.Duration[x]) {
		return holders[:from]
	}
	return holders
}
