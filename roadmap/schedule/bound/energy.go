package bound

// Energetic reasoning (J. Erschler, P. Lopez, C. Thuriot, Raisonnement temporel sous contraintes de ressource et problèmes
// d'ordonnancement, 1991; P. Baptiste, C. Le Pape, W. Nuijten, Satisfiability tests and time-bound adjustments for
// cumulative scheduling problems, 1999): between two days a task works at least as much as it does both when it lies as
// early and when it lies as late as it may. What all tasks of a team must do there can be no more than its people can.

// scratch is room for looking at burdens.
type scratch struct {
	rate   []int // person-days that must be done on each day of a row
	tight  []tightDay
	rounds [2]windows
}

// tightDay is a day of a row before which few person-days are left over.
type tightDay struct {
	day  int32
	free int
}

// overload is more work between two days than there are people for: a proof that the windows cannot hold.
type overload struct {
	from, to int32 // the first day, and the day after the last, in the row
	need     int   // person-days that must be done between them
	has      int
}

// leeway is where in a row of days a work may lie: its earliest and latest start and end.
type leeway struct{ start, end, lateStart, lateEnd int32 }

func (b *burden) leeway(f *frame, w *windows, k int) leeway {
	a := b.works[k].act
	least := f.Activities[a].Least
	return leeway{w.start[a] - b.from, w.start[a] + least - b.from, w.lateEnd[a] - least - b.from, w.lateEnd[a] - b.from}
}

// demand fills rate, from day a of the row on, so that its sum before a later day is the work that must be done between the
// two. It leaves work out that nothing bounds from behind.
func (b *burden) demand(f *frame, w *windows, a int32) []int {
	days := int32(len(b.room) - 1)
	rate := f.scratch.rate[:days+1]
	clear(rate[a:])
	for k := range b.works {
		x := &b.works[k]
		switch {
		case w.lateEnd[x.act] == far:
		case x.days != nil:
			x.demand(f, w, a, rate)
		default:
			r := b.leeway(f, w, k)
			n, s := min(r.end-r.start, r.end-a), max(a, r.lateStart)
			if n > 0 && s < days {
				rate[s] += int(x.people)
				rate[min(s+n, days)] -= int(x.people)
			}
		}
	}
	sum := 0
	for k := a; k <= days; k++ {
		sum += rate[k]
		rate[k] = sum
	}
	return rate
}

// demand adds the changes of rate for a work on another calendar than the row's, which rests on some of its days.
func (x *work) demand(f *frame, w *windows, a int32, rate []int) {
	least := f.Activities[x.act].Least
	n := min(least, w.start[x.act]+least-x.days[a])
	s := max(x.days[a], w.lateEnd[x.act]-least)
	was := 0
	for day := int(a); day < len(x.days)-1 && n > 0; day++ {
		grows := 0
		if v := x.days[day]; v >= s && v < s+n && x.days[day+1] > v {
			grows = int(x.people)
		}
		rate[day] += grows - was
		was = grows
	}
	rate[len(x.days)-1] -= was
}

// overloaded looks at all intervals from day a of the row on, and returns the one that is over by the most.
func (b *burden) overloaded(f *frame, w *windows, a int32) (worst overload, over bool) {
	rate := b.demand(f, w, a)
	need := 0
	for day := int(a); day < len(b.room)-1; day++ {
		need += rate[day]
		if has := b.room[day+1] - b.room[a]; need-has > worst.need-worst.has {
			worst, over = overload{a, int32(day) + 1, need, has}, true
		}
	}
	return worst, over
}

// narrow looks at all intervals from day a of the row on: false where one is overloaded; else it takes away the starts and
// ends of works that would overload one.
func (b *burden) narrow(f *frame, w *windows, a int32) bool {
	rate := b.demand(f, w, a)
	need := 0
	tight := f.scratch.tight[:0]
	for day := int(a); day < len(b.room)-1; day++ {
		need += rate[day]
		free := b.room[day+1] - b.room[a] - need
		if free < 0 {
			return false
		}
		if free < b.mostWork {
			tight = append(tight, tightDay{int32(day) + 1, free})
		}
	}
	f.scratch.tight = tight
	f.budget -= b.steps() - 2*int(a) + len(tight)*len(b.works)
	for k := range b.works {
		if x := &b.works[k]; len(tight) > 0 && w.lateEnd[x.act] != far && x.days == nil {
			b.narrowOne(f, w, a, k, tight)
		}
	}
	return true
}

// narrowOne takes away the starts and ends of one work that would leave too few people between day a and a tight day: with
// n of its days there at most, one that starts before must start n days before the tight day or later.
func (b *burden) narrowOne(f *frame, w *windows, a int32, k int, tight []tightDay) {
	x, r := &b.works[k], b.leeway(f, w, k)
	n, s := min(r.end-r.start, r.end-a), max(a, r.lateStart)
	begins, ends := max(r.start, a), max(r.lateStart, a)
	start, end := r.start, r.lateEnd
	for _, t := range tight {
		may := int32(t.free/int(x.people)) + max(0, min(n, t.day-s))
		if min(r.end, t.day)-begins > may {
			start = max(start, t.day-may)
		}
		if min(r.lateEnd, t.day)-ends > may {
			end = min(end, a+may)
		}
	}
	w.start[x.act] = max(w.start[x.act], start+b.from)
	w.lateEnd[x.act] = min(w.lateEnd[x.act], end+b.from)
}
