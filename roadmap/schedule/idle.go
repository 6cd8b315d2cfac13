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

// MoreIdle are the windows of after that are new, or begin earlier, end later or take more people than one that was before.
func MoreIdle(before, after []Idle) []Idle {
	return slices.DeleteFunc(slices.Clone(after), func(x Idle) bool {
		return slices.ContainsFunc(before, x.within)
	})
}

// within tells whether a window lies within another one of the same team.
func (x Idle) within(was Idle) bool {
	return x.Team == was.Team && x.People <= was.People && x.Since >= was.Since && (was.Until == 0 || x.Until != 0 && x.Until <= was.Until)
}
