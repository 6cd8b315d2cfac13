package phrase

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// daysBack are days off that a line takes back: "no holiday Year end", "all not off 28-dec", "Mechanics not off Offsite", "Ana not off
// fri", "no holidays Germany 2027".
type daysBack struct {
	team     *roadmap.Team // nil: they are everybody's
	person   string        // only days off of that name of a person, folded; empty for any
	from, to roadmap.Date  // what is taken out of each run of days off
	only     *roadmap.Period

	public []roadmap.Period // the holidays of a country instead,
	teams  []*roadmap.Team  // of these teams; none for everybody
	moved  fromAll          // those of them that everybody has
}

// takesBack tells whether a line takes days off back, of whom its words say that, and how many words there are before the days or
// their name.
func (c Context) takesBack(words []word) (who []word, skip int, ok bool) {
	if !c.AddsDays || len(words) < 2 {
		return nil, 0, false
	}
	if slices.Contains(noMore, strings.ToLower(words[0].bare)) && (words[1].is(holiday) || words[1].is(holidays)) {
		return nil, 2, true
	}
	for i := 1; i < len(words)-1; i++ {
		if words[i].is("not") && (words[i+1].is("off") || words[i+1].is("away") || words[i+1].is("closed")) {
			who = words[:i]
			if n := len(who) - 1; n > 0 && (who[n].is("is") || who[n].is("are")) {
				who = who[:n]
			}
			return who, i + 2, isEverybody(who) || len(c.teamsBeginning(texts(who))) > 0 || c.awayAs(who) != nil
		}
	}
	return nil, 0, false
}

// noMore are words before "holidays" that take them back.
var noMore = []string{"no", "without", "remove", "delete"}

// awayAs is the one team of which somebody of a name is off, or nil.
func (c Context) awayAs(who []word) *roadmap.Team {
	of := c.teamsOfPeople([]string{texts(who)})
	of = without(of, func(t *roadmap.Team) bool { return !awayFrom(t, fold(texts(who))) })
	if len(of) != 1 {
		return nil
	}
	return of[0]
}

func isEverybody(who []word) bool {
	return slices.Contains(everybody, strings.Trim(strings.ToLower(texts(who)), " ,"))
}

// TakesBack tells whether the line takes days off back: of the team Known, or else of everybody.
func (i Item) TakesBack() bool { return i.taken != nil }

// back reads a line that takes days off back.
func (i *Item) back(text string, who []word, skip int, ctx Context) {
	s := sentence[roadmap.Settings]{reader: reader{Context: ctx, fresh: true}, text: text, skip: skip}
	s.parse()
	rest := s.rest
	i.Because = s.because
	defer func() { i.Chips = append(i.Chips, s.chips...) }()
	b := &daysBack{}
	i.Chips = []Chip{{Field: "kind", Text: holiday}}
	words, _ := scan(text)
	if said, ok := ctx.countryBack(rest, words[1].is(holidays)); ok && len(who) == 0 {
		i.Kind = roadmap.KindSettings
		i.country(text, said, ctx, true)
		return
	}
	chip := Chip{Field: "holidays", Start: len(text), End: len(text)}
	if len(who) > 0 && !isEverybody(who) {
		t, err := ctx.teamOf(who)
		if away := ctx.awayAs(who); err != nil && away != nil {
			t, err, b.person = away, nil, fold(texts(who))
		}
		if err != nil {
			i.Chips = append(i.Chips, Chip{Field: "team", Text: texts(who), Problem: err.Error(), Start: who[0].start(), End: who[len(who)-1].end()})
			return
		}
		b.team, i.Kind, i.Known, i.Team = t, roadmap.KindTeam, t.ID, roadmap.Team{Name: t.Name, Supplier: t.Supplier}
		i.Chips = []Chip{{Field: "kind", Text: teamKind(t)}, {Field: "name", Text: t.Name + ", which is there"}}
		chip.Field = "time_off"
	}
	if len(rest) > 0 {
		chip.Start, chip.End = rest[0].start(), rest[len(rest)-1].end()
	}
	if chip.Problem = b.read(rest, ctx); chip.Problem == "" {
		chip.Text = "not off " + ctx.DateText(b.from)
		if b.to != b.from {
			chip.Text += " to " + ctx.DateText(b.to)
		}
		if b.only != nil && b.only.Name != "" {
			chip.Text += ", " + b.only.Name
		}
		i.taken = b
	}
	i.Chips = append(i.Chips, chip)
}

// teamOf is the one team that is called so, or whose name begins so.
func (c Context) teamOf(who []word) (*roadmap.Team, error) {
	if t := c.sameTeam(texts(who)); t != nil {
		return t, nil
	}
	n, err := (&reader{Context: c}).one("team", literal(texts(who)), c.teams())
	return c.roadmap().Team(n.id), err
}

// read reads the days, or the name of a run of them; what is wrong with it, or nothing.
func (b *daysBack) read(rest []word, ctx Context) string {
	d := daysSaid{rest: rest, ctx: ctx}
	all := b.list(ctx.roadmap())
	switch said := len(rest) > 0 && d.read(); {
	case len(rest) == 0:
		return "say which: its name, or the days as 24-dec to 1-jan"
	case said && d.problem != "":
		return d.problem
	case !said || d.first == 0:
		return b.named(texts(rest), all, ctx)
	case len(d.rest) > 0:
		return quote(texts(d.rest)) + " is left over: write a name, or days"
	}
	b.from, b.to = d.first, d.last
	overlaps := func(p roadmap.Period) bool { return p.From <= b.to && b.from <= p.To }
	switch {
	case b.to < b.from:
		return "ends before it begins: write the first day, then the last"
	case slices.ContainsFunc(all, overlaps):
		return ""
	case b.person != "":
		return "that is no day off of theirs: H lists all"
	case b.team != nil && slices.ContainsFunc(ctx.roadmap().Settings().Holidays, overlaps):
		return "that is a holiday of everybody: write all not off, and the days"
	}
	return "nobody is off then"
}

// named finds a run of days off by how its name begins: of several that are called so the next.
func (b *daysBack) named(name string, all []roadmap.Period, ctx Context) string {
	var list []named
	for _, p := range all {
		list = append(list, named{p.Name, p.Name})
	}
	found := onePerCode(match(literal(name), list, true))
	if len(found) > 1 {
		var names []string
		for _, n := range found[:min(len(found), 4)] {
			names = append(names, quote(n.name))
		}
		return fmt.Sprintf("%s could be %s: type more of it", quote(name), roadmap.Alternatives(names))
	}
	if len(found) == 0 {
		return "no days off are called " + quote(name)
	}
	for k := range all {
		if p := &all[k]; p.Name == found[0].id && (b.only == nil || b.only.To < ctx.Today && p.To > b.only.To || p.To >= ctx.Today && p.To < b.only.To) {
			b.only = p
		}
	}
	b.from, b.to = b.only.From, b.only.To
	return ""
}

// list are the days off that it is about.
func (b *daysBack) list(r *roadmap.Roadmap) []roadmap.Period {
	if b.team != nil {
		return without(b.team.TimeOff, func(p roadmap.Period) bool { return !beginsWhole(p.Name, b.person) })
	}
	return slices.Clone(r.Settings().Holidays)
}

// on takes them back on a draft.
func (b *daysBack) on(d *roadmap.Draft) error {
	if len(b.public) > 0 {
		return b.publicBack(d)
	}
	if b.team != nil {
		return d.UpdateTeam(b.team.ID, func(t *roadmap.Team) { t.TimeOff = b.left(t.TimeOff) })
	}
	s := *d.Settings()
	s.Holidays = b.left(s.Holidays)
	return d.SetSettings(s)
}

// left is what is left of days off: of a run that holds the days what lies before them, and what lies behind.
func (b *daysBack) left(all []roadmap.Period) []roadmap.Period {
	var out []roadmap.Period
	for _, p := range all {
		if p.To < b.from || b.to < p.From || b.only != nil && p != *b.only || !beginsWhole(p.Name, b.person) {
			out = append(out, p)
			continue
		}
		before, after := p, p
		before.To, after.From = b.from-1, b.to+1
		for _, rest := range []roadmap.Period{before, after} {
			if rest.From <= rest.To {
				out = append(out, rest)
			}
		}
	}
	return out
}
