package phrase

import (
	"slices"

	"bywhen/roadmap"
)

// fromAll are holidays of a country that everybody has, taken back from some: from then on each other team has them as days off of its own.
type fromAll struct {
	days   []roadmap.Period
	others []*roadmap.Team // who get them; none where the line itself gives them
}

// everybodys are those of some days that everybody has just as a line made them: not within a longer run of days off.
func (c Context) everybodys(days []PublicDay) []roadmap.Period {
	var out []roadmap.Period
	for _, d := range days {
		if slices.Contains(c.roadmap().Settings().Holidays, d.Period) {
			out = append(out, d.Period)
		}
	}
	return out
}

// takenFromAll is a context in which nobody has some of everybody's days off.
func (c Context) takenFromAll(days []roadmap.Period) Context {
	d := c.roadmap().Edit(c.Today)
	f := fromAll{days: days}
	if f.on(d) != nil {
		return c
	}
	if r, err := d.Peek(); err == nil {
		c.Roadmap = r
	}
	return c
}

// teamsBut are all teams but some.
func (c Context) teamsBut(some []*roadmap.Team) []*roadmap.Team {
	return without(slices.Clone(c.roadmap().Teams()), func(t *roadmap.Team) bool {
		return slices.ContainsFunc(some, func(o *roadmap.Team) bool { return o.ID == t.ID })
	})
}

// on carries it out on a draft.
func (f *fromAll) on(d *roadmap.Draft) error {
	s := *d.Settings()
	s.Holidays = without(slices.Clone(s.Holidays), func(p roadmap.Period) bool { return slices.Contains(f.days, p) })
	if err := d.SetSettings(s); err != nil {
		return err
	}
	for _, o := range f.others {
		err := d.UpdateTeam(o.ID, func(t *roadmap.Team) {
			t.TimeOff = slices.Concat(t.TimeOff, without(slices.Clone(f.days), func(p roadmap.Period) bool { return slices.Contains(t.TimeOff, p) }))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// says of whom the days are taken back, before what they are: "everybody's, taken back from Murata: ". Tasks without a team have only
// everybody's days off, so they lose them, too.
func (f *fromAll) says(of []*roadmap.Team, c Context) string {
	if len(f.days) == 0 {
		return ""
	}
	var names []string
	for _, t := range of {
		names = append(names, t.Name)
	}
	out := "everybody's, taken back from " + allOf(names)
	n := 0
	for _, t := range c.roadmap().Tasks() {
		n += b2i(t.Team == "" && t.Status.Open())
	}
	if n > 0 {
		out += " and " + plural(n, "task") + " without a team"
	}
	return out + ": "
}
