package schedule

import (
	"math"
	"slices"

	"bywhen/roadmap"
)

// frame is the open work of a plan as proofs see it: what holds for it in every plan of the roadmap, in whatever order
// tasks are placed. A task that has no dates in this plan is left out, and so are the people of one that may have to be
// planned as if they sufficed.
//
// Starts and ends go by the numbers of working days on each task's own calendar; an end is the number after the last day's.
type frame struct {
	*planner
	acts    []activity
	placeOf []int32 // of a task among acts, or none
	in, out []arc   // by the activity that waits, and by the one that is waited for
	inFrom  []int32
	outFrom []int32
	burdens []burden
	apart   [][2]int32   // pairs that can never be at work at once, once asked for
	floor   windows      // the earliest starts and ends, and no latest ones
	horizon roadmap.Date // the last day looked at
	scratch scratch
	budget  int // steps that are left
}

// activity is a task of a frame. It takes from least to most working days.
type activity struct {
	cal         *roadmap.Calendar
	task        int32
	least, most int32
	milestone   bool
	fixed       bool // has begun, and lies where it does in every plan
}

// arc is a dependency between two activities: an end of the one at its far side bounds an end of the one it is kept with.
type arc struct {
	other        int32
	lag          int32
	byEnd, ofEnd bool // the predecessor's end, not its start, bounds the successor's end, not its start
	alike        bool // both go by one calendar
}

// windows are where activities may lie: earliest and latest starts and ends.
type windows struct{ start, end, lateStart, lateEnd []int32 }

// far is a latest day that bounds nothing.
const far = int32(math.MaxInt32 / 2)

// newFrame is the work of a plan with its earliest dates, each task taking least to its whole duration.
func newFrame(plan *Plan, early []span, least func(i int32) int32) *frame {
	f := &frame{planner: plan.planner, placeOf: make([]int32, len(plan.jobs)), horizon: plan.Finish}
	for i := range f.placeOf {
		f.placeOf[i] = none
	}
	for _, i := range f.net.Order {
		if j := &f.jobs[i]; j.open() && plan.at[i].placed() && early[i].placed() {
			f.placeOf[i] = int32(len(f.acts))
			f.acts = append(f.acts, activity{cal: j.cal, task: i, least: least(i), most: j.dur, milestone: j.milestone})
		}
	}
	f.link()
	f.setFloor(early)
	f.forward(&f.floor) // bounds the ends of what takes its least time
	f.fixStarted(plan)
	f.gather()
	f.scratch.rounds = [2]windows{*f.newWindows(), *f.newWindows()}
	return f
}

// link notes which activities wait for which. What has started waits for nothing, and its start is a fact.
func (f *frame) link() {
	f.inFrom, f.outFrom = make([]int32, len(f.acts)+1), make([]int32, len(f.acts)+1)
	for a := range f.acts {
		i := f.acts[a].task
		if f.jobs[i].state == toStart {
			for _, l := range f.net.Predecessors(int(i)) {
				f.in = f.appendArc(f.in, l, l.Task, i, l.Task)
			}
		}
		f.inFrom[a+1] = int32(len(f.in))
		for _, l := range f.net.Successors(int(i)) {
			if f.jobs[l.Task].state == toStart {
				f.out = f.appendArc(f.out, l, i, l.Task, l.Task)
			}
		}
		f.outFrom[a+1] = int32(len(f.out))
	}
}

func (f *frame) appendArc(arcs []arc, l roadmap.Link, from, to, other int32) []arc {
	if f.placeOf[from] == none || f.placeOf[to] == none {
		return arcs
	}
	a := arc{other: f.placeOf[other], lag: l.Lag, alike: f.jobs[from].cal == f.jobs[to].cal,
		byEnd: l.Type == roadmap.FinishToStart || l.Type == roadmap.FinishToFinish,
		ofEnd: l.Type == roadmap.FinishToFinish || l.Type == roadmap.StartToFinish}
	if !a.byEnd && f.jobs[from].state == started {
		return arcs
	}
	return append(arcs, a)
}

// setFloor takes the earliest dates over as numbers.
func (f *frame) setFloor(early []span) {
	f.floor = *f.newWindows()
	for a := range f.acts {
		x, j, s := &f.acts[a], &f.jobs[f.acts[a].task], early[f.acts[a].task]
		at := f.startOf(x.task, s)
		if j.state == started {
			at = j.release
		}
		f.floor.start[a] = int32(x.cal.Count(at))
		f.floor.end[a] = f.floor.start[a] + x.least
		f.floor.lateStart[a], f.floor.lateEnd[a] = far, far
	}
}

func (f *frame) newWindows() *windows {
	n := len(f.acts)
	all := make([]int32, 4*n)
	return &windows{all[:n:n], all[n : 2*n : 2*n], all[2*n : 3*n : 3*n], all[3*n:]}
}

func (w *windows) copy(from *windows) {
	copy(w.start, from.start)
	copy(w.end, from.end)
	copy(w.lateStart, from.lateStart)
	copy(w.lateEnd, from.lateEnd)
}

// fixStarted marks the tasks in progress that start on the day they are told of in every plan: what has begun is placed
// before all else, so that holds where all of it finds its people on those days.
func (f *frame) fixStarted(plan *Plan) {
	if plan.leveller == nil {
		return
	}
	shifting := make([]bool, len(f.teams))
	moves := func(i int32) bool {
		j := &f.jobs[i]
		if j.manyNeeds > 0 && (int(plan.leveller.turns[i].from) != j.cal.Count(j.release) || !f.dependable(j)) {
			return true
		}
		for _, n := range f.needsOf(j) {
			if shifting[n.team] {
				return true
			}
		}
		return false
	}
	for again := true; again; {
		again = false
		for i := range f.jobs {
			if f.jobs[i].state != started || !moves(int32(i)) {
				continue
			}
			for _, n := range f.needsOf(&f.jobs[i]) {
				again = again || !shifting[n.team]
				shifting[n.team] = true
			}
		}
	}
	for a := range f.acts {
		x := &f.acts[a]
		if f.jobs[x.task].state == started && !moves(x.task) {
			x.fixed = true
			f.floor.lateStart[a], f.floor.lateEnd[a] = f.floor.start[a], f.floor.start[a]+x.most
		}
	}
}

// dependable tells whether the task finds its people sooner or later, so that no plan gives it some that are not there.
func (p *planner) dependable(j *job) bool {
	for _, n := range p.needsOf(j) {
		if steps := p.teams[n.team].people; steps[len(steps)-1].free < n.people {
			return false
		}
	}
	return true
}

func (w *windows) same(o *windows) bool {
	return slices.Equal(w.start, o.start) && slices.Equal(w.end, o.end) && slices.Equal(w.lateStart, o.lateStart) && slices.Equal(w.lateEnd, o.lateEnd)
}

// forward carries earliest starts and ends along the dependencies; false where a window is closed by it.
func (f *frame) forward(w *windows) bool {
	for a := range f.acts {
		x := &f.acts[a]
		for _, l := range f.in[f.inFrom[a]:f.inFrom[a+1]] {
			v := w.start[l.other]
			if l.byEnd {
				v = w.end[l.other]
			}
			if !l.alike {
				v = f.onto(x.cal, &f.acts[l.other], v, l.byEnd)
			}
			if v += l.lag; l.ofEnd {
				w.end[a] = max(w.end[a], v)
			} else {
				w.start[a] = max(w.start[a], v)
			}
		}
		w.end[a] = max(w.end[a], w.start[a]+x.least)
		w.start[a] = max(w.start[a], w.end[a]-x.most)
		if w.start[a] > w.lateStart[a] || w.end[a] > w.lateEnd[a] {
			return false
		}
	}
	return true
}

// onto is the number on a calendar of the first working day after an activity's end with that number, or from its start
// on. A milestone lies at the latest of its instants, so at the first that its number allows or later.
func (f *frame) onto(cal *roadmap.Calendar, x *activity, v int32, byEnd bool) int32 {
	if byEnd || x.milestone {
		return int32(cal.Count(x.cal.Day(int(v)-1) + 1))
	}
	return int32(cal.Count(x.cal.Day(int(v))))
}

// backward carries latest ends and starts back along the dependencies; false where a window is closed by it.
func (f *frame) backward(w *windows) bool {
	for a := len(f.acts) - 1; a >= 0; a-- {
		f.latest(w, a)
		if w.start[a] > w.lateStart[a] || w.end[a] > w.lateEnd[a] {
			return false
		}
	}
	return true
}

func (f *frame) latest(w *windows, a int) {
	x := &f.acts[a]
	for _, l := range f.out[f.outFrom[a]:f.outFrom[a+1]] {
		v := w.lateStart[l.other]
		if l.ofEnd {
			v = w.lateEnd[l.other]
		}
		if v == far {
			continue
		}
		v -= l.lag
		if !l.alike {
			v = f.back(&f.acts[l.other], x, v, l.byEnd)
		}
		if l.byEnd {
			w.lateEnd[a] = min(w.lateEnd[a], v)
		} else {
			w.lateStart[a] = min(w.lateStart[a], v)
		}
	}
	if w.lateEnd[a] != far {
		w.lateStart[a] = min(w.lateStart[a], w.lateEnd[a]-x.least)
	}
	if w.lateStart[a] != far {
		w.lateEnd[a] = min(w.lateEnd[a], w.lateStart[a]+x.most)
	}
}

// back is onto turned round: the latest number of an activity's end or start from which onto leads to v at most.
func (f *frame) back(to, x *activity, v int32, byEnd bool) int32 {
	day := to.cal.Day(int(v))
	if byEnd || x.milestone {
		return int32(x.cal.Count(day))
	}
	return int32(x.cal.Count(day+1)) - 1
}
