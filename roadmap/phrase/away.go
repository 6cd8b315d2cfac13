package phrase

import "bywhen/roadmap"

// Away says of a task that its team is off on the day for which it is promised, and when it is back: "Murata is off on Fri 13 Feb, back
// on Wed 18 Feb". Empty where it is not, where the day has passed, and for what is done or dropped.
func (c Context) Away(t *roadmap.Task) string {
	if c.Roadmap == nil || t == nil || !t.Status.Open() || t.Promised == 0 || t.Promised < c.Today {
		return ""
	}
	back, off := c.Roadmap.Away(t.Team, t.Promised)
	if !off {
		return ""
	}
	return c.Roadmap.Team(t.Team).Name + " is off on " + c.DateText(t.Promised) + ", back on " + c.DateText(back)
}

// AwayAnew is Away of a task as an edit leaves it, where that gave it another promise or another team; was is nil for a new one.
func (c Context) AwayAnew(was, now *roadmap.Task) string {
	if was != nil && now != nil && was.Promised == now.Promised && was.Team == now.Team {
		return ""
	}
	return c.Away(now)
}
