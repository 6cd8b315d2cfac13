package bound

import (
	"math"
	"slices"

	"bywhen/roadmap"
)

// frame is the work of a spec as proofs see it.
type frame struct {
	*Spec
	in, out []arc // by the activity that waits, and by the one that is waited for
	inFrom  []int32
	outFrom []int32
	burdens []burden
	apart   [][2]int32 // pairs that can never be at work at once, once asked for
	floor   windows    // the earliest starts and ends, and latest ones of what is fixed
	scratch scratch
	budget  int // steps that are left
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

const (
	far  = int32(math.MaxInt32 / 2) // a latest day that bounds nothing
	none = int32(-1)                // no team
)

func newFrame(s *Spec) *frame {
	f := &frame{Spec: s}
	f.link()
	f.setFloor()
	f.gather()
	f.scratch.rounds = [2]windows{*f.newWindows(), *f.newWindows()}
	return f
}

// link sorts the links by either end.
func (f *frame) link() {
	n := len(f.Activities)
	f.in, f.out = make([]arc, len(f.Links)), make([]arc, len(f.Links))
	f.inFrom, f.outFrom = make([]int32, n+1), make([]int32, n+1)
	for i := range f.Links {
		f.inFrom[f.Links[i].To+1]++
		f.outFrom[f.Links[i].From+1]++
	}
	for a := range n {
		f.inFrom[a+1] += f.inFrom[a]
		f.outFrom[a+1] += f.outFrom[a]
	}
	in, out := slices.Clone(f.inFrom), slices.Clone(f.outFrom)
	for i := range f.Links {
		l := &f.Links[i]
		x := arc{lag: l.Lag, alike: f.Activities[l.From].Calendar == f.Activities[l.To].Calendar,
			byEnd: l.Type == roadmap.FinishToStart || l.Type == roadmap.FinishToFinish,
			ofEnd: l.Type == roadmap.FinishToFinish || l.Type == roadmap.StartToFinish}
		x.other = l.From
		f.in[in[l.To]] = x
		x.other = l.To
		f.out[out[l.From]] = x
		in[l.To]++
		out[l.From]++
	}
}

// setFloor sets the earliest starts and ends, and where what is fixed lies.
func (f *frame) setFloor() {
	f.floor = *f.newWindows()
	for a := range f.Activities {
		x := &f.Activities[a]
		f.floor.start[a], f.floor.end[a] = x.Start, x.Start+x.Least
		f.floor.lateStart[a], f.floor.lateEnd[a] = far, far
	}
	f.forward(&f.floor) // bounds the ends of what takes its least time
	for a := range f.Activities {
		if x := &f.Activities[a]; x.Fixed {
			f.floor.lateStart[a], f.floor.lateEnd[a] = f.floor.start[a], f.floor.start[a]+x.Most
		}
	}
}

func (f *frame) newWindows() *windows {
	n := len(f.Activities)
	all := make([]int32, 4*n)
	return &windows{all[:n:n], all[n : 2*n : 2*n], all[2*n : 3*n : 3*n], all[3*n:]}
}

func (w *windows) copy(from *windows) {
	copy(w.start, from.start)
	copy(w.end, from.end)
	copy(w.lateStart, from.lateStart)
	copy(w.lateEnd, from.lateEnd)
}

func (w *windows) same(o *windows) bool {
	return slices.Equal(w.start, o.start) && slices.Equal(w.end, o.end) && slices.Equal(w.lateStart, o.lateStart) && slices.Equal(w.lateEnd, o.lateEnd)
}

// forward carries earliest starts and ends along the dependencies; false where a window is closed by it.
func (f *frame) forward(w *windows) bool {
	for a := range f.Activities {
		x := &f.Activities[a]
		for _, l := range f.in[f.inFrom[a]:f.inFrom[a+1]] {
			v := w.start[l.other]
			if l.byEnd {
				v = w.end[l.other]
			}
			if !l.alike {
				v = f.onto(x.Calendar, &f.Activities[l.other], v, l.byEnd)
			}
			if v += l.lag; l.ofEnd {
				w.end[a] = max(w.end[a], v)
			} else {
				w.start[a] = max(w.start[a], v)
			}
		}
		w.end[a] = max(w.end[a], w.start[a]+x.Least)
		w.start[a] = max(w.start[a], w.end[a]-x.Most)
		if w.start[a] > w.lateStart[a] || w.end[a] > w.lateEnd[a] {
			return false
		}
	}
	return true
}

// onto is the number on a calendar of the first working day after an activity's end with that number, or from its start
// on. A milestone lies at the latest of its instants, so at the first that its number allows or later.
func (f *frame) onto(cal *roadmap.Calendar, x *Activity, v int32, byEnd bool) int32 {
	if byEnd || x.Milestone {
		return int32(cal.Count(x.Calendar.Day(int(v)-1) + 1))
	}
	return int32(cal.Count(x.Calendar.Day(int(v))))
}

// backward carries latest ends and starts back along the dependencies; false where a window is closed by it.
func (f *frame) backward(w *windows) bool {
	for a := len(f.Activities) - 1; a >= 0; a-- {
		f.latest(w, a)
		if w.start[a] > w.lateStart[a] || w.end[a] > w.lateEnd[a] {
			return false
		}
	}
	return true
}

func (f *frame) latest(w *windows, a int) {
	x := &f.Activities[a]
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
			v = f.back(&f.Activities[l.other], x, v, l.byEnd)
		}
		if l.byEnd {
			w.lateEnd[a] = min(w.lateEnd[a], v)
		} else {
			w.lateStart[a] = min(w.lateStart[a], v)
		}
	}
	if w.lateEnd[a] != far {
		w.lateStart[a] = min(w.lateStart[a], w.lateEnd[a]-x.Least)
	}
	if w.lateStart[a] != far {
		w.lateEnd[a] = min(w.lateEnd[a], w.lateStart[a]+x.Most)
	}
}

// back is onto turned round: the latest number of an activity's end or start from which onto leads to v at most.
func (f *frame) back(to, x *Activity, v int32, byEnd bool) int32 {
	day := to.Calendar.Day(int(v))
	if byEnd || x.Milestone {
		return int32(x.Calendar.Count(day))
	}
	return int32(x.Calendar.Count(day+1)) - 1
}
