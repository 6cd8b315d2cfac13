package levelling_test

import (
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap/schedule/levelling"
)

// drawn is a few tasks of two teams, some of which need both, with links of every type, and what it is made of.
func drawn(t *rapid.T) (*levelling.Spec, *levelling.Problem) {
	s := &levelling.Spec{Horizon: 60, Last: 10_000, Calendars: []levelling.Calendar{week{}}}
	for range 2 {
		s.Teams = append(s.Teams, levelling.Team{People: []levelling.Step{
			{From: 0, People: rapid.Int32Range(0, 2).Draw(t, "people")},
			{From: rapid.Int32Range(1, 9).Draw(t, "from"), People: rapid.Int32Range(2, 3).Draw(t, "people then")}}})
	}
	n := rapid.IntRange(1, 8).Draw(t, "tasks")
	for x := range n {
		task := levelling.Task{Place: int32(x), Duration: rapid.Int32Range(1, 6).Draw(t, "days"), Release: rapid.Int32Range(0, 12).Draw(t, "release"), Class: rapid.Int32Range(0, 1).Draw(t, "class")}
		for team := range 2 {
			if people := rapid.Int32Range(0, 2).Draw(t, "needs"); people > 0 {
				task.Needs = append(task.Needs, levelling.Need{Team: team, People: people})
			}
		}
		s.Tasks = append(s.Tasks, task)
		for from := rapid.IntRange(0, 2*x).Draw(t, "after"); from < x; from += rapid.IntRange(1, x).Draw(t, "and after") {
			s.Links = append(s.Links, levelling.Link{From: int32(from), To: int32(x), Type: levelling.Type(rapid.IntRange(0, 3).Draw(t, "type")), Lag: rapid.Int32Range(-2, 3).Draw(t, "lag")})
		}
	}
	s.Deadlines = []levelling.Deadline{{Day: rapid.Int32Range(0, 30).Draw(t, "due"), Weight: 1, Tasks: []int32{int32(n - 1)}}}
	return s, levelling.New(s)
}

// holds fails where a task lies before its release, a link does not hold, or a team has more people at work than it has.
func holds(t *rapid.T, s *levelling.Spec, pass *levelling.Pass) {
	var cal week
	number := func(x int32) (first, end int32) { return cal.CountAt(pass.First(x)), cal.CountAt(pass.Finish(x)) }
	busy := [2]map[int32]int32{{}, {}}
	for x := range s.Tasks {
		task := &s.Tasks[x]
		first, end := number(int32(x))
		if end-first != task.Duration || pass.First(int32(x)) < task.Release {
			t.Fatalf("task %d of %d days, from day %d on, lies on days %d to %d", x, task.Duration, task.Release, pass.First(int32(x)), pass.Last(int32(x)))
		}
		for _, n := range task.Needs {
			for day := first; day < end; day++ {
				busy[n.Team][day] += n.People
			}
		}
	}
	for _, l := range s.Links {
		from, fromEnd := number(l.From)
		to, toEnd := number(l.To)
		ok := map[levelling.Type]bool{
			levelling.FinishToStart:  to >= fromEnd+l.Lag,
			levelling.StartToStart:   to >= from+l.Lag,
			levelling.FinishToFinish: toEnd >= fromEnd+l.Lag,
			levelling.StartToFinish:  toEnd >= from+l.Lag,
		}
		if !ok[l.Type] {
			t.Fatalf("%+v: from %d to %d, and then %d to %d", l, from, fromEnd, to, toEnd)
		}
	}
	for team := range busy {
		for day, people := range busy[team] {
			if has := peopleOn(s.Teams[team].People, day); people > has {
				t.Fatalf("team %d has %d people at work on working day %d, of %d", team, people, day, has)
			}
		}
	}
}

func peopleOn(steps []levelling.Step, day int32) (n int32) {
	for _, s := range steps {
		if s.From <= day {
			n = s.People
		}
	}
	return n
}

// drawOrder is an order in which each task comes after what it waits for.
func drawOrder(t *rapid.T, s *levelling.Spec) []int32 {
	placed, order := make([]bool, len(s.Tasks)), []int32(nil)
	for len(order) < len(s.Tasks) {
		var next []int32
		for x := range s.Tasks {
			ready := !placed[x]
			for _, l := range s.Links {
				ready = ready && (l.To != int32(x) || placed[l.From])
			}
			if ready {
				next = append(next, int32(x))
			}
		}
		x := rapid.SampledFrom(next).Draw(t, "next")
		placed[x], order = true, append(order, x)
	}
	return order
}

func TestEveryScheduleKeepsLinksAndPeople(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, p := drawn(t)
		pass := levelling.NewPass(p)
		for range 3 {
			pass.Forward(drawOrder(t, s))
			holds(t, s, pass)
		}
	})
}

// What a search finds is a schedule too, as good as it says, and never worse than what it began with; it finds the same again.
func TestASearchFindsASchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, p := drawn(t)
		o := levelling.Options{Seed: rapid.Uint64().Draw(t, "seed"), Schedules: 60}
		found := levelling.Search(p, o)
		if found.First.Before(found.Best) {
			t.Fatalf("it began with %+v and ends with %+v", found.First, found.Best)
		}
		if again := levelling.Search(p, o); again.Best != found.Best || again.Schedules != found.Schedules {
			t.Fatalf("%+v, and then %+v", found, again)
		}
		if found.Order == nil {
			return
		}
		pass := levelling.NewPass(p)
		pass.Forward(found.Order)
		holds(t, s, pass)
		if pass.Value() != found.Best {
			t.Fatalf("%+v, where %+v was said", pass.Value(), found.Best)
		}
	})
}
