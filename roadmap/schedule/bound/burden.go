package bound

import (
	"slices"

	"bywhen/roadmap"
)

// burden is work that must share people, on a row of working days: a team's, or that of tasks of which no two can be at
// work at once.
type burden struct {
	team     int32 // or none
	cal      *roadmap.Calendar
	works    []work
	from     int32   // number of the first day of the row, on the calendar
	room     []int   // person-days that there are in the row before each of its days; the last entry is all of them
	begins   []int32 // the days of the row from which intervals of work are looked at, ascending
	mostWork int     // most person-days of one of its works
}

// work is what one activity asks of a burden.
type work struct {
	act, people int32
	days        []int32 // the number, on its own calendar, of each day of the row; nil where it has the same calendar
}

// longestRow is how many working days a proof looks at; what goes on for longer is left out of it.
const longestRow = 20_000

// gather collects the work of each team.
func (f *frame) gather() {
	byTeam := make([][]work, len(f.Teams))
	for a := range f.Activities {
		x := &f.Activities[a]
		if x.Least == 0 {
			continue
		}
		for _, n := range x.Needs {
			byTeam[n.Team] = append(byTeam[n.Team], work{act: int32(a), people: n.People})
		}
	}
	for t, works := range byTeam {
		if len(works) > 0 {
			team := &f.Teams[t]
			f.addBurden(burden{team: int32(t), cal: team.Calendar, works: works}, team.People)
		}
	}
}

// addBurden adds work for which there are so many people from day to day.
func (f *frame) addBurden(b burden, people []Step) {
	b.from = far
	for i := range b.works {
		x := &b.works[i]
		first := f.Activities[x.act].Calendar.Day(int(f.floor.start[x.act]))
		b.from = min(b.from, int32(b.cal.Count(first)))
		b.mostWork = max(b.mostWork, int(x.people)*int(f.Activities[x.act].Least))
	}
	n := b.cal.Count(f.Horizon+1) - int(b.from)
	if n <= 0 || n > longestRow {
		return
	}
	b.room = make([]int, n+1)
	for k, s := 0, 0; k < n; k++ {
		for s+1 < len(people) && people[s+1].From <= b.from+int32(k) {
			s++
		}
		b.room[k+1] = b.room[k] + int(people[s].People)
	}
	b.findForeign(f)
	f.burdens = append(f.burdens, b)
}

// findForeign notes the days of works that go by another calendar than the row.
func (b *burden) findForeign(f *frame) {
	tables := map[*roadmap.Calendar][]int32{}
	for i := range b.works {
		cal := f.Activities[b.works[i].act].Calendar
		if cal == b.cal {
			continue
		}
		days := tables[cal]
		if days == nil {
			days = make([]int32, len(b.room))
			for k := range days {
				days[k] = int32(cal.Count(b.cal.Day(int(b.from) + k)))
			}
			tables[cal] = days
		}
		b.works[i].days = days
	}
}

// steps is about what it takes to look at the intervals from one day on.
func (b *burden) steps() int { return 2*len(b.room) + 2*len(b.works) }

// lookFrom chooses the days from which intervals are looked at, so that looking at all of them once takes about so many
// steps: all days, or as many of the earliest starts as there may be, evenly taken, the first always.
func (f *frame) lookFrom(steps int) {
	all, once, longest := 0, 0, 0
	for i := range f.burdens {
		b := &f.burdens[i]
		all += b.steps() * len(b.room)
		once += b.steps()
		longest = max(longest, len(b.room))
	}
	f.scratch.rate = make([]int, longest+1)
	most := max(steps/max(once, 1), 1)
	for i := range f.burdens {
		b := &f.burdens[i]
		if all <= steps {
			b.begins = everyDay(len(b.room) - 1)
		} else {
			b.begins = thinned(b.starts(f), most)
		}
	}
}

func everyDay(n int) []int32 {
	days := make([]int32, n)
	for k := range days {
		days[k] = int32(k)
	}
	return days
}

// starts are the earliest days of the works, in the row, each once.
func (b *burden) starts(f *frame) []int32 {
	var days []int32
	for i := range b.works {
		first := f.Activities[b.works[i].act].Calendar.Day(int(f.floor.start[b.works[i].act]))
		if k := int32(b.cal.Count(first)) - b.from; int(k) < len(b.room)-1 {
			days = append(days, k)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// thinned is at most n of the days, evenly taken, the first among them.
func thinned(days []int32, n int) []int32 {
	if len(days) <= n {
		return days
	}
	out := make([]int32, n)
	for k := range out {
		out[k] = days[k*len(days)/n]
	}
	return out
}
