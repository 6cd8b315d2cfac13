package phrase

import (
	"fmt"
	"slices"

	"bywhen/roadmap"
)

// countryBack tells whether the words behind "no holidays" name those of a country: with years or days surely, else only where no days
// off are called so.
func (c Context) countryBack(words []word, plural bool) (countrySaid, bool) {
	if c.Public == nil {
		return countrySaid{}, false
	}
	said := c.countrySaid(words)
	_, err := c.place(said.called())
	switch {
	case len(said.place) == 0:
		return said, false
	case said.years:
		return said, plural || err == nil
	case said.when == "":
		called := slices.ContainsFunc(c.roadmap().Settings().Holidays, func(p roadmap.Period) bool { return begins(p.Name, fold(said.called())) > 0 })
		return said, err == nil && !called
	}
	return said, err == nil
}

// backOf takes the holidays of a place back that everybody has, or each of some teams. Where none of these has any of its own they are taken
// from everybody, and the other teams have them of their own. It is those that are there as a line made them, so that a
// longer run of days off stays which holds one.
func (i *Item) backOf(p Public, teams []*roadmap.Team, said countrySaid, ctx Context, say func(says, problem string)) {
	b := &daysBack{teams: teams}
	days := ctx.publicDays(p.Place, said.from, said.to, nil)
	for _, day := range days {
		b.public = append(b.public, day.Period)
	}
	own := slices.ContainsFunc(b.public, func(day roadmap.Period) bool { return b.has(day, ctx.roadmap()) })
	if len(teams) > 0 && !own {
		b.moved = fromAll{ctx.everybodys(days), ctx.teamsBut(teams)}
	}
	week, _ := ctx.workedBy(nil)
	costs := 0
	for _, day := range b.public {
		if b.has(day, ctx.roadmap()) {
			d := PublicDay{Period: day, Costs: week.Has(day.From.Weekday())}
			p.Days, costs = append(p.Days, d), costs+b2i(d.Costs)
		}
	}
	if len(p.Days) == 0 {
		say("", b.none(&p, ctx.roadmap()))
		return
	}
	i.Public, i.taken = &p, b
	if len(teams) > 0 {
		t := teams[0]
		i.Kind, i.Known, i.Team = roadmap.KindTeam, t.ID, roadmap.Team{Name: t.Name, Supplier: t.Supplier}
	}
	says := fmt.Sprintf("%s %s off no more, %d on working days", plural(len(p.Days), "day"), p.When, costs)
	say(b.moved.says(teams, ctx)+says, "")
}

// has tells whether a day is off by itself, for everybody or for one of the teams that it is about.
func (b *daysBack) has(day roadmap.Period, r *roadmap.Roadmap) bool {
	if len(b.teams) == 0 {
		return slices.Contains(r.Settings().Holidays, day)
	}
	return slices.Contains(b.moved.days, day) || slices.ContainsFunc(b.teams, func(t *roadmap.Team) bool { return slices.Contains(t.TimeOff, day) })
}

// none says that there is nothing to take back, and of which teams there would be.
func (b *daysBack) none(p *Public, r *roadmap.Roadmap) string {
	var names []string
	for _, t := range r.Teams() {
		of := daysBack{teams: []*roadmap.Team{t}}
		if slices.ContainsFunc(b.public, func(day roadmap.Period) bool { return of.has(day, r) }) {
			names = append(names, t.Name)
		}
	}
	out := fmt.Sprintf("no holiday of %s %s is off", p.Place.Name, p.When)
	switch {
	case len(b.teams) > 0:
		return out + " for them"
	case len(names) > 0:
		return fmt.Sprintf("%s for everybody, but for %s: write for %s behind it", out, allOf(names), names[0])
	}
	return out
}

// publicBack takes the days of a country off a draft.
func (b *daysBack) publicBack(d *roadmap.Draft) error {
	left := func(all []roadmap.Period) []roadmap.Period {
		return without(all, func(p roadmap.Period) bool { return slices.Contains(b.public, p) })
	}
	if len(b.teams) == 0 {
		s := *d.Settings()
		s.Holidays = left(s.Holidays)
		return d.SetSettings(s)
	}
	if len(b.moved.days) > 0 {
		if err := b.moved.on(d); err != nil {
			return err
		}
	}
	for _, t := range b.teams {
		if err := d.UpdateTeam(t.ID, func(t *roadmap.Team) { t.TimeOff = left(t.TimeOff) }); err != nil {
			return err
		}
	}
	return nil
}
