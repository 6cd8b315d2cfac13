package levelling

// Value is how good a schedule is: first the working days past deadlines, each times its deadline's weight, then the end.
type Value struct {
	Late int64
	End  int32 // the offset of the day that begins when the last task has finished
}

// Before tells whether a schedule of this value is better than one of another.
func (v Value) Before(o Value) bool { return v.Late < o.Late || v.Late == o.Late && v.End < o.End }

// deadline is a Deadline with its day as a number of its calendar.
type deadline struct {
	calendar int32
	after    int32 // the number of the first working day after it
	day      int32
	weight   int64
	tasks    []int32
}

func (p *Problem) readDeadlines(s *Spec) {
	for i := range s.Deadlines {
		d := &s.Deadlines[i]
		day := d.Day - s.Base
		p.deadlines = append(p.deadlines, deadline{calendar: int32(d.Calendar), after: p.calendars[d.Calendar].countAt(day + 1), day: day, weight: int64(d.Weight), tasks: d.Tasks})
	}
}

// lateBy is by how many working days a deadline is missed in the last run, and the last day of its tasks.
func (s *Pass) lateBy(d *deadline) (late, last int32) {
	last = None
	for _, x := range d.tasks {
		if s.Placed(x) {
			last = max(last, s.Last(x))
		}
	}
	if last <= d.day {
		return 0, last
	}
	return s.problem.calendars[d.calendar].countAt(last+1) - d.after, last
}

// Value is how good the last run of Forward is.
func (s *Pass) Value() Value {
	var v Value
	for i := range s.problem.deadlines {
		d := &s.problem.deadlines[i]
		if late, _ := s.lateBy(d); late > 0 {
			v.Late += int64(late) * d.weight
		}
	}
	v.End = s.end()
	return v
}

// end is the day after the last one of the last run of Forward.
func (s *Pass) end() int32 {
	end := int32(None)
	for x := range s.finish {
		if s.to[x] >= unplaced {
			continue
		}
		if s.problem.jobs[x].kind == Milestone {
			end = max(end, s.day[x]+1)
			continue
		}
		end = max(end, s.finish[x])
	}
	return end
}
