package levelling

// readBound sets a value that no schedule beats: each task on the first days that all but its teams allow, since no
// levelled plan has any earlier; and the end that was proved by others.
func (s *search) readBound() {
	s.earliest()
	s.bound = s.pass.Value()
	s.bound.End = max(s.bound.End, s.o.Floor)
}

// earliest places every task as if no team were ever busy.
func (s *search) earliest() {
	p, pass := s.p, s.pass
	pass.clear()
	for x := range p.jobs {
		j := p.jobs[x]
		if j.kind != Work {
			pass.putOther(int32(x), &j)
			continue
		}
		dur := pass.Duration[x]
		pass.lay(int32(x), &j, pass.firstNumber(&j, dur), dur)
	}
}

// readLate sets the latest finishes by dependencies alone, as instants.
func (s *search) readLate() {
	for x := s.p.Len() - 1; x >= 0; x-- {
		j := &s.p.jobs[x]
		if j.kind == Done || j.kind == Absent {
			s.pass.putOther(int32(x), j)
			s.late[x] = s.pass.finish[x]
			continue
		}
		dur := s.pass.Duration[x]
		end := s.pass.lastNumber(j, s.limit[x], dur)
		s.pass.layBack(int32(x), j, end, dur)
		s.late[x] = s.pass.finish[x]
	}
}

// firstRelease is the first day on which open work may begin.
func (p *Problem) firstRelease() int32 {
	first := p.last
	for x := range p.jobs {
		if j := &p.jobs[x]; j.kind == Work || j.kind == Milestone || j.kind == Started {
			first = min(first, j.release)
		}
	}
	return first
}
