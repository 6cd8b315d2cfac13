package roadmap

import (
	"cmp"
	"slices"
)

// standIns puts a team or goal with an id for its name where one that is named is lost, so that who does a task and what it is for
// outlive what was said of them. An id that cannot be theirs, as something else has it, is left to be untied.
func (m *mender) standIns() {
	last := map[Kind]Position{}
	for _, v := range m.kept {
		switch v := v.(type) {
		case *Team:
			last[KindTeam] = max(last[KindTeam], v.Position)
		case *Goal:
			last[KindGoal] = max(last[KindGoal], v.Position)
		}
	}
	for _, lost := range m.named() {
		at := PositionBetween(last[lost.kind], "")
		var v Entity = &Team{ID: lost.id, Name: lost.id, Position: at}
		if lost.kind == KindGoal {
			v = &Goal{ID: lost.id, Title: lost.id, Position: at}
		}
		if alone(v).err == nil && m.takes(v) {
			last[lost.kind] = at
			m.tell(v, "lost but for the id, which is the name now")
		}
	}
}

// reference is an id under which a value names another.
type reference struct {
	kind Kind
	id   string
}

// named are the teams and goals that values name and that are not there, sorted, each once.
func (m *mender) named() (out []reference) {
	for _, v := range m.kept {
		switch v := v.(type) {
		case *Goal:
			out = append(out, reference{KindGoal, v.Parent})
		case *Task:
			out = append(out, reference{KindTeam, v.Team}, reference{KindGoal, v.Goal})
			for _, n := range v.AlsoNeeds {
				out = append(out, reference{KindTeam, n.Team})
			}
		case *Known:
			out = append(out, reference{KindTeam, v.Team}, reference{KindGoal, v.Goal})
		}
	}
	out = slices.DeleteFunc(out, func(r reference) bool { return r.id == "" || m.there(r.kind, r.id) })
	slices.SortFunc(out, func(a, b reference) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.id, b.id)) })
	return slices.Compact(out)
}
