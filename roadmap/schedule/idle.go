package schedule

import "slices"

// Idles are the windows in which teams are or will be without work that they could do, in the order of the flags that say so.
func Idles(flags []Flag) []Idle {
	var out []Idle
	for i := range flags {
		if f := &flags[i]; f.Team != "" && (f.Kind == Blocked || f.Kind == WillBlock) {
			out = append(out, Idle{f.Team, f.IdlePeople, f.Since, f.Until})
		}
	}
	return out
}

// MoreIdle are the windows of after that are new, or begin earlier, end later or take more people than one of before, on days on
// which the team was at work in the plan before: who had nothing to do there anyway, though nobody was to blame yet, is not left
// without work by an edit.
func MoreIdle(plan *Plan, before, after []Idle) []Idle {
	return slices.DeleteFunc(slices.Clone(after), func(x Idle) bool {
		return slices.ContainsFunc(before, x.within) || !plan.busy(x)
	})
}

// busy tells whether a task of the team lies on days of a window.
func (p *Plan) busy(x Idle) bool {
	for i, t := range p.tasks {
		at := &p.Tasks[i]
		if t.Team == x.Team && at.Planned && at.Finish >= x.Since && (x.Until == 0 || at.Start <= x.Until) && !t.IsMilestone() {
			return true
		}
	}
	return false
}

// within tells whether a window lies within another one of the same team.
func (x Idle) within(was Idle) bool {
	return x.Team == was.Team && x.People <= was.People && x.Since >= was.Since && (was.Until == 0 || x.Until != 0 && x.Until <= was.Until)
}
