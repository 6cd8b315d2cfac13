package bound

import "bywhen/roadmap"

// Overload is a proof that some tasks cannot be finished by a day: a team has more work that must be done in time than people.
type Overload struct {
	Team       int          // its place in the spec
	From, To   roadmap.Date // first and last day of the interval, both inclusive
	Tasks      int          // how many of the team's must be worked on in it, at least in part
	Needs, Has int          // person-days: what must be done in it, and what there are
	Earliest   roadmap.Date // the earliest finish that this does not rule out
}

// Deadlines proves which deadlines of one spec cannot be kept. It is for one goroutine at a time.
type Deadlines struct{ frame *frame }

// stepsOfProofs is about how many steps all deadlines of a spec take together, each looked at once.
const stepsOfProofs = 60_000_000

// NewDeadlines makes ready to look at so many deadlines: the more there are, the fewer intervals are looked at for each.
func NewDeadlines(s *Spec, deadlines int) *Deadlines {
	f := newFrame(s)
	f.lookFrom(stepsOfProofs / max(deadlines, 1))
	return &Deadlines{f}
}

// Overload looks for the interval of one team's work that is over by the most if some activities, by their places, are finished
// by a day, inclusive, and for the first day up to finish with which that team's work would fit; false where it finds none.
func (x *Deadlines) Overload(of []int32, by, finish roadmap.Date) (Overload, bool) {
	f := x.frame
	w := &f.scratch.rounds[0]
	if !f.itemBy(w, of, by) {
		return Overload{}, false
	}
	b, over := f.worst(w)
	if b == nil {
		return Overload{}, false
	}
	out := f.overloadOf(w, b, over)
	first := rising{day: by + 1}
	first.raise(ByWork, finish, func(day roadmap.Date) bool { return !f.itemBy(w, of, day) || !f.fits(b, w) })
	out.Earliest = first.day
	return out, true
}

// itemBy bounds some activities by a day, inclusive, and carries that back to what they wait for; the rest is not bounded. It is
// false where dependencies alone refute it.
func (f *frame) itemBy(w *windows, of []int32, day roadmap.Date) bool {
	w.copy(&f.floor)
	for _, a := range of {
		f.finishBy(w, a, day)
	}
	return f.backward(w)
}

// worst is the overload that is over by the most; nil where there is none.
func (f *frame) worst(w *windows) (worst *burden, over overload) {
	for i := range f.burdens {
		b := &f.burdens[i]
		for _, day := range b.begins {
			if o, is := b.overloaded(f, w, day); is && o.need-o.has > over.need-over.has {
				worst, over = b, o
			}
		}
	}
	return worst, over
}

// fits tells whether none of a burden's intervals is overloaded.
func (f *frame) fits(b *burden, w *windows) bool {
	for _, day := range b.begins {
		if _, over := b.overloaded(f, w, day); over {
			return false
		}
	}
	return true
}

// overloadOf puts an overload into dates, and counts its tasks.
func (f *frame) overloadOf(w *windows, b *burden, o overload) Overload {
	x := Overload{Team: int(b.team), Needs: o.need, Has: o.has, From: b.cal.Day(int(b.from + o.from)), To: b.cal.Day(int(b.from + o.to - 1))}
	for k := range b.works {
		one := burden{team: b.team, cal: b.cal, works: b.works[k : k+1], from: b.from, room: b.room}
		rate := one.demand(f, w, o.from)
		for day := o.from; day < o.to; day++ {
			if rate[day] > 0 {
				x.Tasks++
				break
			}
		}
	}
	return x
}
