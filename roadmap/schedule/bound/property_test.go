package bound_test

import (
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule/bound"
)

// drawn is a few tasks of one team, each of which may wait for one before it.
func drawn(t *rapid.T) *bound.Spec {
	people := rapid.Int32Range(1, 3).Draw(t, "people")
	s := spec(people)
	for a := range rapid.IntRange(1, 5).Draw(t, "activities") {
		x := days(rapid.Int32Range(1, 4).Draw(t, "days"), rapid.Int32Range(1, people).Draw(t, "takes"))
		x.Calendar, x.Start = calendar, first+rapid.Int32Range(0, 3).Draw(t, "start")
		s.Activities = append(s.Activities, x)
		if from := rapid.Int32Range(-2, int32(a)-1).Draw(t, "after"); from >= 0 {
			s.Links = append(s.Links, bound.Link{From: from, To: int32(a), Type: roadmap.LinkType(rapid.IntRange(0, 3).Draw(t, "type")), Lag: rapid.Int32Range(-1, 2).Draw(t, "lag")})
		}
	}
	return s
}

// ends places activities one after the other, as early as links and the people who are left allow, and gives the number after
// the last day of each.
func ends(s *bound.Spec, order []int) []int32 {
	taken := map[int32]int32{}
	start, end := make([]int32, len(s.Activities)), make([]int32, len(s.Activities))
	for _, a := range order {
		x := &s.Activities[a]
		at := x.Start
		for _, l := range s.Links {
			if int(l.To) == a {
				at = max(at, from(&l, start, end)-ownEnd(&l, x.Most))
			}
		}
		for !fits(s, taken, x, at) {
			at++
		}
		for day := at; day < at+x.Most; day++ {
			taken[day] += x.Needs[0].People
		}
		start[a], end[a] = at, at+x.Most
	}
	return end
}

// from is the number that a link bounds an end of its successor by.
func from(l *bound.Link, start, end []int32) int32 {
	if l.Type == roadmap.FinishToStart || l.Type == roadmap.FinishToFinish {
		return end[l.From] + l.Lag
	}
	return start[l.From] + l.Lag
}

// ownEnd is how far the bounded end of a task lies after its start.
func ownEnd(l *bound.Link, dur int32) int32 {
	if l.Type == roadmap.FinishToFinish || l.Type == roadmap.StartToFinish {
		return dur
	}
	return 0
}

func fits(s *bound.Spec, taken map[int32]int32, x *bound.Activity, at int32) bool {
	for day := at; day < at+x.Most; day++ {
		if taken[day]+x.Needs[0].People > s.Teams[0].People[0].People {
			return false
		}
	}
	return true
}

// eachOrder yields every order in which each activity comes after what it waits for.
func eachOrder(s *bound.Spec, yield func([]int)) {
	n := len(s.Activities)
	in, order := make([]bool, n), make([]int, 0, n)
	var rec func()
	rec = func() {
		if len(order) == n {
			yield(order)
		}
		for a := range n {
			ready := !in[a]
			for _, l := range s.Links {
				ready = ready && (int(l.To) != a || in[l.From])
			}
			if ready {
				in[a], order = true, append(order, a)
				rec()
				in[a], order = false, order[:len(order)-1]
			}
		}
	}
	rec()
}

func lastDay(end int32) roadmap.Date { return calendar.Day(int(end) - 1) }

func TestNoOrderEndsBeforeTheBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawn(t)
		best := roadmap.Date(0)
		eachOrder(s, func(order []int) {
			last := roadmap.Date(0)
			for _, end := range ends(s, order) {
				last = max(last, lastDay(end))
			}
			if best == 0 || last < best {
				best = last
			}
		})
		if got, by := bound.Finish(s, monday, monday+90); got > best {
			t.Fatalf("%+v is over on %s, before the bound %s, by %s", s.Activities, best, got, by)
		}
	})
}

func TestNoOrderKeepsWhatIsProvedOutOfReach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawn(t)
		of := int32(len(s.Activities) - 1)
		due := monday + roadmap.Date(rapid.IntRange(0, 20).Draw(t, "due"))
		proof, over := bound.NewDeadlines(s, 1).Overload([]int32{of}, due, monday+90)
		if !over {
			return
		}
		if proof.Needs <= proof.Has || proof.Tasks < 1 || proof.From > proof.To || proof.Earliest <= due {
			t.Fatalf("%+v proves nothing about %s", proof, due)
		}
		eachOrder(s, func(order []int) {
			if last := lastDay(ends(s, order)[of]); last < proof.Earliest {
				t.Fatalf("in order %v it ends %s, though %+v", order, last, proof)
			}
		})
	})
}
