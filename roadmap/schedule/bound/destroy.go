package bound

import "bywhen/roadmap"

// Destructive improvement (R. Klein, A. Scholl, Computing lower bounds by destructive improvement: an application to
// resource-constrained project scheduling, 1999): assume that the roadmap ends by some day, narrow down where each task may
// then lie, and if one has no place left, no plan ends by that day.

// until bounds all work by a day, inclusive, and carries that back; false where dependencies alone refute it.
func (f *frame) until(w *windows, day roadmap.Date) bool {
	w.copy(&f.floor)
	for a := range f.Activities {
		f.finishBy(w, int32(a), day)
	}
	return f.backward(w)
}

// finishBy bounds an activity by a day, inclusive.
func (f *frame) finishBy(w *windows, a int32, day roadmap.Date) {
	x := &f.Activities[a]
	last := int32(x.Calendar.Count(day + 1))
	w.lateEnd[a] = min(w.lateEnd[a], last)
	w.lateStart[a] = min(w.lateStart[a], last-x.Least)
}

// holds looks for an overload as windows are; false where there is one.
func (f *frame) holds(w *windows) bool {
	for i := range f.burdens {
		b := &f.burdens[i]
		for _, day := range b.begins {
			if _, over := b.overloaded(f, w, day); over {
				return false
			}
		}
	}
	return true
}

// settle narrows windows until nothing changes or the budget is spent; false where one closes. Work whose windows are as
// in settled, which is nil or has been through here, is looked at only once something moves it.
func (f *frame) settle(w, settled *windows) bool {
	was, now, next := settled, &f.scratch.rounds[0], &f.scratch.rounds[1]
	for f.budget > 0 {
		now.copy(w)
		for i := range f.burdens {
			if b := &f.burdens[i]; (was == nil || b.moved(w, was)) && !f.narrow(b, w) {
				return false
			}
		}
		if !f.keepApart(w) || !f.carry(w) {
			return false
		}
		if w.same(now) {
			return true
		}
		was, now, next = now, next, now
	}
	return true
}

// narrow narrows the windows of a burden's works, and carries that along the dependencies.
func (f *frame) narrow(b *burden, w *windows) bool {
	for _, day := range b.begins {
		if !b.narrow(f, w, day) {
			return false
		}
	}
	return f.carry(w)
}

// carry carries windows along the dependencies, both ways.
func (f *frame) carry(w *windows) bool {
	f.budget -= 4*len(f.Activities) + 2*len(f.in)
	return f.forward(w) && f.backward(w)
}

// moved tells whether the windows of one of its works are no longer as they were.
func (b *burden) moved(w, was *windows) bool {
	for i := range b.works {
		a := b.works[i].act
		if w.start[a] != was.start[a] || w.lateEnd[a] != was.lateEnd[a] {
			return true
		}
	}
	return false
}

// keepApart puts one of two activities that can never be at work at once behind the other, where only that is left; false
// where neither is.
func (f *frame) keepApart(w *windows) bool {
	for _, pair := range f.apart {
		x, y := pair[0], pair[1]
		first, second := w.end[x] <= w.lateStart[y], w.end[y] <= w.lateStart[x]
		switch {
		case !first && !second:
			return false
		case !first:
			w.follow(y, x)
		case !second:
			w.follow(x, y)
		}
	}
	return true
}

// follow puts the activity y behind x.
func (w *windows) follow(x, y int32) {
	w.start[y] = max(w.start[y], w.end[x])
	w.lateEnd[x] = min(w.lateEnd[x], w.lateStart[y])
}

// try assumes of each activity in turn that it starts within the first part of where it may lie, or ends within the last,
// and takes away what is refuted (P. Martin, D. B. Shmoys, A new approach to computing optimal schedules for the job-shop
// scheduling problem, 1996, who call it shaving); false where nothing is left. Windows must have been settled.
func (f *frame) try(w *windows) bool {
	t := f.newWindows()
	for again := true; again && f.budget > 0; {
		again = false
		for a := range f.Activities {
			for part := int32(2); part <= 8; part *= 2 {
				early, late := f.shaveStart(w, t, a, part), f.shaveEnd(w, t, a, part)
				if (early || late) && !(f.carry(w) && f.settle(w, nil)) {
					return false
				}
				again = again || early || late
			}
		}
	}
	return true
}

// shaveStart takes the first part of an activity's possible starts away where none of them can be.
func (f *frame) shaveStart(w, t *windows, a int, part int32) bool {
	n := w.lateStart[a] - w.start[a]
	if n <= 0 || f.budget <= 0 {
		return false
	}
	t.copy(w)
	latest := w.start[a] + n/part
	t.lateStart[a] = latest
	t.lateEnd[a] = min(t.lateEnd[a], latest+f.Activities[a].Most)
	if f.carry(t) && f.settle(t, w) {
		return false
	}
	w.start[a] = latest + 1
	return true
}

// shaveEnd takes the last part of an activity's possible ends away where none of them can be.
func (f *frame) shaveEnd(w, t *windows, a int, part int32) bool {
	n := w.lateEnd[a] - w.end[a]
	if n <= 0 || f.budget <= 0 {
		return false
	}
	t.copy(w)
	earliest := w.lateEnd[a] - n/part
	t.end[a] = earliest
	t.start[a] = max(t.start[a], earliest-f.Activities[a].Most)
	if f.carry(t) && f.settle(t, w) {
		return false
	}
	w.lateEnd[a] = earliest - 1
	return true
}
