package levelling

import "math/bits"

// group is up to four teams of one calendar. The people that each has free on a working day are a lane of 16 bits in one
// word, so that one subtraction tells whether all of them have enough, and another takes them.
type group struct {
	calendar int32
	lanes    [4]lane
	full     []uint64 // by number: the people that the teams have, within the tables
	settled  int32    // the first number from which on the number of people does not change any more
	limit    int32    // the first number after the last day there is
}

// lane is the steps of one team; those of an unused lane are none.
type lane []Step

// guard is the bit of each lane that stays set as long as nobody takes more than there are.
const guard = uint64(0x8000_8000_8000_8000)

// mostPeople is how many people of a team a lane can hold.
const mostPeople = 1<<15 - 1

// groupNeed is people of the teams of a group, each in its lane.
type groupNeed struct {
	people uint64
	group  int32
}

// lacks tells whether one of the lanes has fewer people free than are needed.
func lacks(free, need uint64) bool { return (free-need)&guard != guard }

// seat is where a team's lane is.
type seat struct{ group, lane int32 }

// newGroups seats the teams, those that one task needs together where it can be.
func (p *Problem) newGroups(s *Spec) []seat {
	seats := make([]seat, len(s.Teams))
	for k := range seats {
		seats[k].group = -1
	}
	for x := range s.Tasks {
		if needs := s.Tasks[x].Needs; len(needs) > 1 {
			p.seatTogether(s, needs, seats)
		}
	}
	for k := range s.Teams {
		if seats[k].group < 0 {
			seats[k] = p.seatIn(p.groupWithRoom(s, k, 1), s.Teams[k].People)
		}
	}
	for g := range p.groups {
		p.fillGroup(&p.groups[g])
	}
	return seats
}

// seatTogether seats those teams of a task that have no seat yet beside one that has, or beside each other.
func (p *Problem) seatTogether(s *Spec, needs []Need, seats []seat) {
	for _, n := range needs {
		if seats[n.Team].group >= 0 {
			continue
		}
		at := int32(-1)
		for _, other := range needs {
			if g := seats[other.Team].group; g >= 0 && p.hasRoom(s, g, n.Team) {
				at = g
			}
		}
		if at < 0 {
			at = p.groupWithRoom(s, n.Team, len(needs))
		}
		seats[n.Team] = p.seatIn(at, s.Teams[n.Team].People)
	}
}

func (p *Problem) hasRoom(s *Spec, g int32, team int) bool {
	return p.groups[g].calendar == int32(s.Teams[team].Calendar) && p.groups[g].lanes[3] == nil
}

// groupWithRoom is the last group of the team's calendar if it has that many lanes left, else a new one.
func (p *Problem) groupWithRoom(s *Spec, team, lanes int) int32 {
	cal := int32(s.Teams[team].Calendar)
	for g := len(p.groups) - 1; g >= 0; g-- {
		if p.groups[g].calendar == cal && p.groups[g].lanes[4-min(lanes, 4)] == nil {
			return int32(g)
		}
	}
	p.groups = append(p.groups, group{calendar: cal})
	return int32(len(p.groups) - 1)
}

// seatIn gives a team the next lane of a group.
func (p *Problem) seatIn(g int32, people []Step) seat {
	lanes := &p.groups[g].lanes
	at := int32(0)
	for lanes[at] != nil {
		at++
	}
	lanes[at] = people
	return seat{g, at}
}

func (p *Problem) fillGroup(g *group) {
	c := &p.calendars[g.calendar]
	for k, steps := range g.lanes {
		g.lanes[k] = make(lane, len(steps))
		for i, s := range steps {
			g.lanes[k][i] = Step{s.From - c.zero, min(max(s.People, 0), mostPeople)}
			if i > 0 {
				g.settled = max(g.settled, s.From-c.zero)
			} else {
				g.lanes[k][0].From = None
			}
		}
	}
	g.limit = c.countAt(p.last + 1)
	g.full = g.extend(nil, int32(len(c.day)))
}

// extend lengthens a row of people up to n numbers.
func (g *group) extend(row []uint64, n int32) []uint64 {
	for at := int32(len(row)); at < n; at++ {
		if at > g.settled && at > 0 {
			row = append(row, row[at-1])
			continue
		}
		row = append(row, g.peopleAt(at))
	}
	return row
}

// peopleAt is the people that the teams have on a working day, whatever they do.
func (g *group) peopleAt(n int32) uint64 {
	word := guard
	for k, steps := range g.lanes {
		has := int32(0)
		for _, s := range steps {
			if s.From > n {
				break
			}
			has = s.People
		}
		word |= uint64(has) << (16 * k)
	}
	return word
}

// never tells whether, from a number on, one of the teams has fewer people for good than are needed.
func (g *group) never(n int32, need uint64) bool {
	for k, steps := range g.lanes {
		if len(steps) == 0 {
			continue
		}
		if last := steps[len(steps)-1]; last.From <= n && last.People < int32(need>>(16*k)&0xffff) {
			return true
		}
	}
	return false
}

// readNeeds gathers the people that a task needs, by group.
func (p *Problem) readNeeds(j *job, t *Task, seats []seat) {
	j.needFrom = int32(len(p.needs))
	for _, n := range t.Needs {
		at := seats[n.Team]
		people := uint64(min(max(n.People, 0), mostPeople)) << (16 * at.lane)
		if k := p.needOf(j.needFrom, at.group); k >= 0 {
			p.needs[k].people += people
		} else {
			p.needs = append(p.needs, groupNeed{people, at.group})
		}
	}
	j.needTo = int32(len(p.needs))
	for _, n := range p.needs[j.needFrom:] {
		j.scarce = j.scarce || lacks(p.groups[n.group].peopleAt(unplaced), n.people)
	}
	switch needs := p.needs[j.needFrom:]; {
	case len(needs) == 0:
	case len(needs) == 1 && !j.scarce && p.groups[needs[0].group].calendar == j.calendar:
		j.group, j.need = needs[0].group, needs[0].people
	default:
		j.group = several
	}
}

func (p *Problem) needOf(from, group int32) int {
	for k := int(from); k < len(p.needs); k++ {
		if p.needs[k].group == group {
			return k
		}
	}
	return -1
}

// lessAtMost takes people out of a word, in each lane at most those that are free.
func lessAtMost(free, need uint64) uint64 {
	for short := ^(free - need) & guard; short != 0; short = ^(free - need) & guard {
		lane := uint64(0xffff) << (bits.TrailingZeros64(short) - 15) // the lowest lane that lacks; the guards keep one from borrowing of the next
		need = need&^lane | free&lane&^guard
	}
	return free - need
}
