package phrase

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// Public is the public holidays of a place that a line makes, or takes back.
type Public struct {
	Place Place
	When  string // "in 2027", "in 2026 and 2027", "from Mon 1 Mar to Wed 30 Jun"
	Who   string // "Mechanics and Firmware", "everybody but Murata"; empty for everybody
	Days  []PublicDay
}

// Fresh is how many of the days are not off already.
func (p *Public) Fresh() int {
	n := 0
	for _, d := range p.Days {
		n += b2i(!d.There)
	}
	return n
}

// PublicDay is one of them. It is made where it is not off already.
type PublicDay struct {
	roadmap.Period
	Costs bool   // it takes a working day away
	Free  string // that it does not, and by which days it is off already
	There bool   // it is off already
}

// mostYears is over how many years a line may ask for holidays: nobody means more.
const mostYears = 10

// countrySaid are the parts of a line that asks for a country's holidays: "Germany 2027", "de-by 1-mar to 30-jun", "Japan 2026 2027 for
// Murata".
type countrySaid struct {
	place, who []word
	when       string
	whenAt     []word
	from, to   roadmap.Date
	problem    string // of when
	left       []word // what is none of these
	years      bool   // when is whole years
}

// ofCountry tells whether the words behind "holiday" or "holidays" ask for those of a country. Whole years are asked of one alone; with
// days, or without any, the plural and a country must be named: a holiday may be called Germany.
func (c Context) ofCountry(words []word, plural bool) (countrySaid, bool) {
	if c.Public == nil {
		return countrySaid{}, false
	}
	said := c.countrySaid(words)
	if said.years && (plural || len(said.place) > 0) {
		return said, true
	}
	if !plural || len(said.place) == 0 {
		return said, false
	}
	_, err := c.place(said.called())
	return said, err == nil || said.when == "" && said.problem == ""
}

// surelyOfCountry is ofCountry where the line may be of another kind: "holiday" alone does then not say that it is not.
func (c Context) surelyOfCountry(words []word, plural bool) bool {
	said, ok := c.ofCountry(words, plural)
	if ok && !plural {
		_, err := c.place(said.called())
		ok = err == nil
	}
	return ok
}

// called is the country as it was typed.
func (s *countrySaid) called() string { return strings.Trim(texts(s.place), " ,") }

func (c Context) countrySaid(words []word) countrySaid {
	var said countrySaid
	rest := words
	for k := range words {
		if n := said.readWhen(c, words[k:]); n > 0 {
			rest, said.left, said.whenAt = words[:k], words[k+n:], words[k:k+n]
			break
		}
	}
	rest = trimmed(rest)
	if i := slices.IndexFunc(rest, func(w word) bool { return w.is("for") }); i > 0 {
		rest, said.who = rest[:i], rest[i+1:]
	} else if len(said.left) > 1 && said.left[0].is("for") {
		said.left, said.who = nil, said.left[1:]
	} else if len(said.left) > 1 && isBut(said.left[0]) {
		said.left, said.who = nil, said.left
	}
	said.place = trimmed(rest)
	return said
}

// trimmed are words without those around a name that only tie it to others.
func trimmed(words []word) []word {
	ties := []string{"of", "in", "for", "from", "the", "during"}
	for len(words) > 0 && slices.Contains(ties, strings.ToLower(words[0].bare)) {
		words = words[1:]
	}
	for n := len(words); n > 0 && slices.Contains(ties, strings.ToLower(words[n-1].bare)); n-- {
		words = words[:n-1]
	}
	return words
}

// readWhen reads years or days at the beginning of some words: how many of them it is, 0 where they say nothing of the kind.
func (s *countrySaid) readWhen(c Context, words []word) int {
	if n := s.readYears(c, words); n > 0 {
		return n
	}
	if allDigits(words[0].bare) && (len(words) == 1 || !dayOf(words[1])) {
		return 0
	}
	d := daysSaid{rest: words, ctx: c}
	if isUntil(words[0]) || !d.read() || d.problem == "" && d.first == 0 {
		return 0
	}
	if d.problem != "" {
		s.problem = d.problem
		return len(words)
	}
	s.from, s.to, s.when = d.first, d.last, "on "+c.DateText(d.first)
	if s.to != s.from {
		s.when = "from " + c.DateText(s.from) + " to " + c.DateText(s.to)
	}
	return len(words) - len(d.rest)
}

// dayOf tells whether a word is the month behind the number of a day.
func dayOf(w word) bool {
	_, is := month(strings.ToLower(w.bare))
	return is
}

// readYears reads 2027, 2026 2027, 2026-2027, 2026 to 2028, this year, next year.
func (s *countrySaid) readYears(c Context, words []word) int {
	first, last, n := 0, 0, 0
	if y, _, _ := c.Today.Civil(); len(words) > 1 && words[1].is("year") && (words[0].is("this") || words[0].is("next")) {
		first, n = y+b2i(words[0].is("next")), 2
	} else if from, to, ok := yearsIn(words[0].bare); ok && (len(words) == 1 || !dayOf(words[1])) {
		first, last, n = from, to, 1
	}
	if n == 0 {
		return 0
	}
	last = max(first, last)
	if n < len(words) {
		if to, _, ok := yearsIn(words[n].bare); ok {
			last, n = to, n+1
		} else if n+1 < len(words) && (isUntil(words[n]) || words[n].is("and")) {
			if to, _, ok := yearsIn(words[n+1].bare); ok {
				last, n = to, n+2
			}
		}
	}
	s.years = true
	s.setYears(c, first, last)
	return n
}

// yearsIn is what a word of digits, or two with a sign between, is as years; any number counts, so that one out of range is told of.
func yearsIn(text string) (from, to int, ok bool) {
	a, b, two := strings.Cut(text, "..")
	if !two {
		a, b, two = strings.Cut(text, "-")
	}
	if !allDigits(a) || two && (!allDigits(b) || len(a) != 4 || len(b) != 4) {
		return 0, 0, false
	}
	if !two {
		b = a
	}
	return number(a), number(b), true
}

func (s *countrySaid) setYears(c Context, first, last int) {
	least, most := c.Public.Years()
	switch s.when = "in " + strconv.Itoa(first); {
	case first < least || first > most || last < least || last > most:
		s.problem = fmt.Sprintf("holidays are known from %d to %d: write a year of these", least, most)
		return
	case last < first:
		s.problem = "ends before it begins: write the first year, then the last"
		return
	case last == first+1:
		s.when += " and " + strconv.Itoa(last)
	case last > first:
		s.when += " to " + strconv.Itoa(last)
	}
	s.from, s.to = roadmap.NewDate(first, 1, 1), roadmap.NewDate(last, 12, 31)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// country reads a line that asks for the public holidays of a country, for everybody or for a team, or takes them back.
func (i *Item) country(text string, said countrySaid, ctx Context, back bool) {
	p := Public{When: said.when}
	at := func(words []word) (start, end int) {
		if len(words) == 0 {
			return len(text), len(text)
		}
		return words[0].start(), words[len(words)-1].end()
	}
	add := func(field, says, problem string, words []word) {
		start, end := at(words)
		i.Chips = append(i.Chips, Chip{Field: field, Text: says, Problem: problem, Start: start, End: end})
	}
	place, err := ctx.place(said.called())
	switch {
	case len(said.place) == 0:
		add("country", "", "which one: write it as holidays Germany 2027, or the days as holiday 24-dec to 1-jan Year end", nil)
		return
	case err != nil:
		add("country", texts(said.place), err.Error(), said.place)
		return
	}
	p.Place = place
	add("country", "of "+place.called(), ctx.regionWanted(place), said.place)
	switch problem := ctx.whenProblem(said, place); {
	case problem != "":
		add("when", "", problem, said.whenAt)
	case len(said.left) > 0:
		add("text", texts(said.left), quote(texts(said.left))+" is left over: a country, its years, and for whom, as holidays Germany 2027 for Mechanics", said.left)
	}
	who := ctx.whom(said.who)
	p.Who = who.called
	if says := who.says(ctx); (says != "" || who.problem != "") && (who.named || !back) {
		words := said.who
		if !who.named { // the country alone says so
			words = said.place
		}
		add("team", says, who.problem, words)
	}
	if i.refused() {
		return
	}
	say := func(says, problem string) { add("holidays", says, problem, said.whenAt) }
	if back {
		i.backOf(p, who.teams, said, ctx, say)
		return
	}
	i.offFor(p, who, said, ctx, say)
}

// refused tells whether something of the line cannot be taken.
func (i *Item) refused() bool {
	return slices.ContainsFunc(i.Chips, func(c Chip) bool { return c.Problem != "" })
}

// regionWanted says which regions of a country have holidays, where the country as a whole has none.
func (c Context) regionWanted(p Place) string {
	first, _ := c.Public.Years()
	if p.In != "" || len(c.Public.Days(p.Code, roadmap.NewDate(first, 1, 1), roadmap.NewDate(first, 12, 31))) > 0 {
		return ""
	}
	_, regions := c.places(p.Code)
	regions = onePerCode(regions)
	names := make([]string, 0, 4)
	for _, r := range regions[:min(len(regions), 3)] {
		names = append(names, r.id+" "+r.name)
	}
	return fmt.Sprintf("each part of %s has its own: name one of %d, as %s", p.Name, len(regions), roadmap.Alternatives(names))
}

// whenProblem is what is wrong with the years or days.
func (c Context) whenProblem(said countrySaid, place Place) string {
	first, last := c.Public.Years()
	year, _, _ := c.Today.Civil()
	switch {
	case said.problem != "":
		return said.problem
	case said.from == 0:
		name := place.Name
		if p, err := c.place(name); err != nil || p.Code != place.Code {
			name = said.called()
		}
		return fmt.Sprintf("name a year or days, as holidays %s %d, or holidays %s 1-mar to 30-jun", name, year+1, name)
	case said.to < said.from:
		return "ends before it begins: write the first day, then the last"
	case said.from < roadmap.NewDate(first, 1, 1) || said.to > roadmap.NewDate(last, 12, 31):
		return fmt.Sprintf("holidays are known from %d to %d: write days of these", first, last)
	case said.to-said.from >= mostYears*366:
		return fmt.Sprintf("that is more than %d years: write fewer", mostYears)
	}
	return ""
}

// publicDays are the holidays of a place with what each costs: a day costs nothing on which nobody works, or who would is off already.
func (c Context) publicDays(place Place, from, to roadmap.Date, team *roadmap.Team) []PublicDay {
	week, off := c.workedBy(team)
	var out []PublicDay
	for _, p := range c.Public.Days(place.Code, from, to) {
		d := PublicDay{Period: p}
		d.Name, _ = roadmap.CleanLine(p.Name)
		i := slices.IndexFunc(off, func(o roadmap.Period) bool { return o.From <= p.From && p.To <= o.To })
		switch {
		case i >= 0:
			d.There, d.Free = true, "off already"
			if name := off[i].Name; name != "" && name != d.Name {
				d.Free += ": " + name
			}
		case !week.Has(p.From.Weekday()):
			d.Free = "costs nothing"
		default:
			d.Costs = true
		}
		out = append(out, d)
	}
	return out
}

// workedBy is on which weekdays a team works, and when it is off as a whole; without one, on which anybody works, and when everybody is off.
func (c Context) workedBy(team *roadmap.Team) (roadmap.Weekdays, []roadmap.Period) {
	s := c.roadmap().Settings()
	week, off := s.Weekdays, s.Holidays
	if team == nil {
		for _, t := range c.roadmap().Teams() {
			week |= t.Weekdays
		}
		return week, off
	}
	if team.Weekdays != 0 {
		week = team.Weekdays
	}
	off = slices.Clone(off)
	for _, p := range team.TimeOff {
		if p.People == 0 {
			off = append(off, p)
		}
	}
	return week, off
}

// offFor makes the days that are not off yet the item's, of each of some teams or else of everybody, and says how many they are. Those
// that everybody has are taken back from whom the line leaves out.
func (i *Item) offFor(p Public, who whom, said countrySaid, ctx Context, say func(says, problem string)) {
	teams, moved := who.teams, fromAll{}
	if who.but {
		if moved.days = ctx.everybodys(ctx.publicDays(p.Place, said.from, said.to, nil)); len(moved.days) > 0 {
			i.moved, ctx = &moved, ctx.takenFromAll(moved.days)
		}
	}
	if len(teams) == 0 {
		p.Days = ctx.publicDays(p.Place, said.from, said.to, nil)
		i.Holidays = fresh(p.Days)
	}
	for k, t := range teams {
		days := ctx.publicDays(p.Place, said.from, said.to, t)
		if k == 0 {
			p.Days = slices.Clone(days)
			i.Kind, i.Known, i.Team = roadmap.KindTeam, t.ID, roadmap.Team{Name: t.Name, Supplier: t.Supplier, TimeOff: fresh(days)}
			continue
		}
		i.also = append(i.also, theirDays{t.ID, fresh(days)})
		for d := range days {
			p.Days[d].with(days[d])
		}
	}
	i.Public = &p
	for k := range p.Days { // also where the others have them of their own as well
		d := &p.Days[k]
		d.There = d.There && !slices.Contains(moved.days, d.Period)
	}
	says, problem := p.says()
	if says = moved.says(ctx.teamsBut(teams), ctx) + says; says != "" && said.years {
		says += ctx.stillWorked(p.Place, said.from, teams)
	}
	say(says, problem)
}

// stillWorked says of the holidays of a place from today to a day that nobody has off, so that a plan that begins this year is not
// taken to be without them by mistake.
func (c Context) stillWorked(place Place, to roadmap.Date, teams []*roadmap.Team) string {
	first, _ := c.Public.Years()
	var team *roadmap.Team
	if len(teams) > 0 {
		team = teams[0]
	}
	if c.Today >= to || c.Today < roadmap.NewDate(first, 1, 1) {
		return ""
	}
	var worked []PublicDay
	for _, d := range c.publicDays(place, c.Today, to-1, team) {
		if d.Costs {
			worked = append(worked, d)
		}
	}
	switch n := len(worked); n {
	case 0:
		return ""
	case 1:
		return "; " + c.DateText(worked[0].From) + " before stays a working day"
	default:
		return fmt.Sprintf("; %d before, from %s on, stay working days", n, c.DateText(worked[0].From))
	}
}

// with makes a day of one team that of another one, too: it costs nothing, or is there, where that holds of both.
func (d *PublicDay) with(other PublicDay) {
	if d.Costs = d.Costs || other.Costs; d.Costs {
		d.Free = ""
	} else if d.There && !other.There {
		d.Free = other.Free
	}
	d.There = d.There && other.There
}

// fresh are the days that are not off already.
func fresh(days []PublicDay) []roadmap.Period {
	var out []roadmap.Period
	for _, d := range days {
		if !d.There {
			out = append(out, d.Period)
		}
	}
	return out
}

// says is how many days there are, or why none are made.
func (p *Public) says() (says, problem string) {
	costs, there := 0, len(p.Days)-p.Fresh()
	for _, d := range p.Days {
		costs += b2i(d.Costs)
	}
	switch {
	case len(p.Days) == 0:
		return "", fmt.Sprintf("%s has no public holiday %s", p.Place.Name, p.When)
	case there == len(p.Days):
		return "", fmt.Sprintf("all %d %s are off already", there, p.When)
	}
	says = fmt.Sprintf("%s %s, %d on working days", plural(p.Fresh(), "day"), p.When, costs)
	if there > 0 {
		says += fmt.Sprintf(", %d more off already", there)
	}
	return says, ""
}
