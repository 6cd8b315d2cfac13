package phrase

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bywhen/roadmap"
)

// absence is who is off, and when, where the line begins with no team: a person, or whoever is selected.
type absence struct {
	who    []word // one person or several; none where the line names nobody
	theirs []word // the team that the line says they are of; none where it says nothing of it
	off    word
	days   daysSaid
	team   *roadmap.Team // that they are of
	known  bool          // the team is known by their name
}

// absent reads a line that says of people that they are off: "Ana off next week", "Ana and Tom @mech away fri", "Ana (Mechanics) is off
// until 9-feb", "Mechanics: Ana off fri", "off tomorrow". False where it says nothing of the kind.
func (c Context) absent(words []word) (absence, bool) {
	if !c.AddsDays || len(words) == 0 || words[0].kept {
		return absence{}, false
	}
	for n, w := range words {
		if dayWords[strings.ToLower(w.bare)] != "time_off" || n == 0 && !w.is("off") && !w.is("away") {
			continue
		}
		a := absence{who: words[:n], off: w, days: daysSaid{field: "time_off", rest: words[n+1:], ctx: c}}
		for k := len(a.who); k > 1 && slices.Contains(offOf, strings.ToLower(a.who[k-1].bare)); k-- {
			a.who = a.who[:k-1]
		}
		said := a.read(c)
		a.splitTeam(c)
		if !said && (c.Kind != "" || n > 0 && len(a.who) > 3) || slices.ContainsFunc(a.who, noPerson) {
			return absence{}, false
		}
		a.find(c)
		return a, true
	}
	return absence{}, false
}

// read tells whether days are meant; the team may stand before them, as in "Ana off at Mechanics fri".
func (a *absence) read(c Context) bool {
	if ofTeam(a.days.rest) == 0 {
		for k := len(a.days.rest) - 1; k > 0; k-- {
			try := a.days
			if try.rest = a.days.rest[k:]; try.read() && c.called(a.days.rest[:k]) {
				a.theirs, a.days = teamNamed(a.days.rest[:k]), try
				return true
			}
		}
	}
	return a.days.read()
}

// called tells whether some words, which begin where ofTeam says, name a team.
func (c Context) called(words []word) bool {
	_, err := c.theirTeam(teamNamed(words))
	return err == nil
}

// theirTeam is the team that some words name, without the signs around it.
func (c Context) theirTeam(words []word) (*roadmap.Team, error) {
	return c.teamOf([]word{literal(strings.Trim(texts(words), "@():, "))})
}

// counts tells whether a line of the context's kind is rather of these days: where a team or a holiday may be called so, or a goal as in
// "Kick off 12-mar", only if the person is known.
func (a *absence) counts(kind string) bool {
	switch {
	case kind == "" || a.known || a.not() && kind != "goal" && kind != "risk" || len(a.theirs) > 0 && a.team != nil:
		return true
	case len(a.who) == 0:
		return kind != holiday
	case kind == holiday: // which nobody calls so
		return a.off.is("off") || a.off.is("away") || a.off.is("vacation")
	}
	return (kind == "team" || kind == "supplier") && a.team != nil
}

// noPerson tells whether a word is no part of a name of people.
func noPerson(w word) bool {
	return w.kept || strings.ContainsFunc(w.bare, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(".,'’-&\x00", r) })
}

// splitTeam takes the team off the words before "off", or off those behind the days.
func (a *absence) splitTeam(c Context) {
	if len(a.theirs) > 0 {
		return
	}
	if k := ofTeam(a.days.rest); k >= 0 && a.days.problem == "" {
		a.theirs, a.days.rest = teamNamed(a.days.rest[k:]), a.days.rest[:k]
		return
	}
	for k := len(a.who) - 1; k > 0; k-- {
		if c.sameTeam(strings.TrimRight(texts(a.who[:k]), ":,")) != nil || k == 1 && strings.HasSuffix(a.who[0].bare, ":") {
			a.theirs, a.who = a.who[:k], a.who[k:]
			return
		}
	}
	if k := ofTeam(a.who); k > 0 {
		a.theirs, a.who = teamNamed(a.who[k:]), a.who[:k]
	} else if k == 0 && len(a.who) > 1 { // @mech Ana off fri
		a.theirs, a.who = a.who[:1], a.who[1:]
	}
}

// ofTeam is the place among some words where a team begins that people are of: @mech, (Mechanics), of Mechanics; -1 where none does.
func ofTeam(words []word) int {
	return slices.IndexFunc(words, func(w word) bool {
		return len(w.bare) > 1 && (w.bare[0] == '@' || w.bare[0] == '(') || w.is("of") || w.is("at") || w.is("in") || w.is("from")
	})
}

// teamNamed are words that begin where ofTeam says, without a word that only says that a team follows.
func teamNamed(words []word) []word {
	if len(words) > 1 && words[0].bare[0] != '@' && words[0].bare[0] != '(' {
		return words[1:]
	}
	return words
}

// find is the team that they are of: the one that the line names, that their name is known of, or that is selected.
func (a *absence) find(c Context) {
	if a.not() {
		return
	}
	if len(a.theirs) > 0 {
		a.team, _ = c.theirTeam(a.theirs)
		return
	}
	selected := c.roadmap().Team(c.Selected)
	if len(a.who) == 0 {
		a.team = selected
		return
	}
	of := c.teamsOfPeople(a.people())
	switch {
	case len(of) == 1:
		a.team = of[0]
	case len(of) == 0 || slices.Contains(of, selected):
		a.team = selected
	}
	a.known = len(of) > 0
}

// not tells whether it says that somebody is not off: of a name that nobody is off under.
func (a *absence) not() bool { return len(a.who) > 1 && a.who[len(a.who)-1].is("not") }

// people are the names before "off", each alone.
func (a *absence) people() []string {
	var out []string
	for _, name := range strings.FieldsFunc(strings.ReplaceAll(texts(a.who), " and ", ","), func(r rune) bool { return r == ',' || r == '&' }) {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// teamsOfPeople are the teams of which each of some people is known to be: named as whom to ask there, or off there before.
func (c Context) teamsOfPeople(people []string) []*roadmap.Team {
	var out []*roadmap.Team
	for _, t := range c.roadmap().Teams() {
		if !slices.ContainsFunc(people, func(name string) bool { return !isOf(t, name) }) {
			out = append(out, t)
		}
	}
	return out
}

// isOf tells whether somebody of that name, or whose first name it is, is known to be of a team.
func isOf(t *roadmap.Team, name string) bool {
	key := fold(name)
	return key != "" && (beginsWhole(t.Contact, key) || awayFrom(t, key))
}

// awayFrom tells whether some people of a team, not all of it, are off under a folded name.
func awayFrom(t *roadmap.Team, key string) bool {
	return slices.ContainsFunc(t.TimeOff, func(p roadmap.Period) bool { return p.People > 0 && beginsWhole(p.Name, key) })
}

// beginsWhole tells whether a name begins with a folded key that ends where a word of the name does, as any does with an empty one.
func beginsWhole(name, key string) bool {
	n := begins(name, key)
	if key == "" || n == len(name) {
		return key == "" || n > 0
	}
	next, _ := utf8.DecodeRuneInString(name[n:])
	return n > 0 && !isWordRune(next)
}

// ofPeople tells whether a line says of people that they are off, and makes the item one of these days.
func (i *Item) ofPeople(text string, ctx Context) bool {
	s := sentence[roadmap.Settings]{reader: reader{Context: ctx, fresh: true}, text: text}
	s.parse()
	a, ok := ctx.absent(s.rest)
	if !ok || !a.counts(ctx.Kind) {
		return false
	}
	i.Because = s.because
	i.absent(text, a, ctx)
	i.Chips = append(i.Chips, s.chips...)
	return true
}

// absent makes the item one of days off of people.
func (i *Item) absent(text string, a absence, ctx Context) {
	i.Kind = roadmap.KindTeam
	if i.Chips = []Chip{{Field: "kind", Text: "days off"}}; a.team == nil {
		i.Chips = append(i.Chips, a.whose(ctx, text))
		return
	}
	p, chip := a.period(ctx)
	i.Known, i.Team = a.team.ID, roadmap.Team{Name: a.team.Name, Supplier: a.team.Supplier, TimeOff: []roadmap.Period{p}}
	i.Chips = append([]Chip{{Field: "kind", Text: teamKind(a.team)}, {Field: "name", Text: a.team.Name + ", which is there"}}, chip)
}

// period is the days, with the people as their number and their name.
func (a *absence) period(ctx Context) (roadmap.Period, Chip) {
	people := a.people()
	p := roadmap.Period{From: a.days.first, To: a.days.last, People: len(people)}
	if len(people) == 0 && a.days.people != "" {
		p.People = min(number(a.days.people), roadmap.MaxPeople)
	}
	p.Name, _ = roadmap.CleanLine(strings.Trim(allOf(people)+": "+strings.Trim(texts(a.days.rest), "()"), ": "))
	first, last := a.off, a.off
	if k := len(a.days.rest); k > 0 {
		last = a.days.rest[k-1]
	}
	chip := Chip{Field: "time_off", Start: first.start(), End: last.end()}
	switch {
	case a.days.problem != "":
		chip.Problem = a.days.problem
	case a.days.first == 0:
		chip.Problem = "say when: write off next week, off fri or off 24-dec to 1-jan"
	case p.To < p.From:
		chip.Problem = "ends before it begins: write the first day, then the last"
	}
	if chip.Problem != "" {
		return p, chip
	}
	chip.Text = ctx.nextYears(a.days.typed, p.From, halfYear) + "time off " + ctx.periodText(p)
	return p, chip
}

// periodText is days off as a chip says them: "Mon 12 Jan to Fri 16 Jan, 1 person, Ana".
func (c Context) periodText(p roadmap.Period) string {
	say := c.DateText(p.From)
	if p.To != p.From {
		say += " to " + c.DateText(p.To)
	}
	if p.People > 0 {
		say += ", " + peopleText(p.People)
	}
	if p.Name != "" {
		say += ", " + p.Name
	}
	return say
}

// whose is the problem of a line of which nobody knows whose days off it says, with what to write.
func (a *absence) whose(ctx Context, text string) Chip {
	who := texts(a.who)
	off, _, _ := strings.Cut(text[a.off.start():], " because:")
	if a.days.first == 0 && a.days.problem == "" {
		off = a.off.text + " next week"
	}
	example := "Mechanics"
	if teams := ctx.roadmap().Teams(); len(teams) > 0 {
		example = teams[0].Name
	}
	c := Chip{Field: "team", Text: cmp.Or(who, off), Start: 0, End: len(text)}
	if _, err := ctx.theirTeam(a.theirs); len(a.theirs) > 0 && err != nil {
		c.Problem = err.Error()
		return c
	}
	var names []string
	for _, t := range ctx.teamsOfPeople(a.people()) {
		names = append(names, t.Name)
	}
	switch {
	case a.not():
		c.Problem = quote(texts(a.who[:len(a.who)-1])) + " is no team, and nobody is off who is called so: H lists all days off"
	case len(a.who) == 0:
		c.Problem = fmt.Sprintf("says not who is off: write %s %s, or all %s for everybody", example, off, off)
	case a.known:
		c.Problem = fmt.Sprintf("%s may be of %s: write %s @%s %s", quote(who), roadmap.Alternatives(names[:min(len(names), 4)]), who, quotedName(names[0]), off)
	default:
		c.Problem = fmt.Sprintf("%s is no team, nor known to be of one: write %s @%s %s, or team %s to make it one", quote(who), who, quotedName(example), off, who)
	}
	return c
}
