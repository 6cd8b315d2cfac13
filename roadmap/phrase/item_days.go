package phrase

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// dayWords are the words in a team's line after which days are meant: the field, by the word. In front of off may stand what is off.
var (
	dayWords = map[string]string{"off": "time_off", "away": "time_off", "holiday": "time_off", "holidays": "time_off", "vacation": "time_off",
		"closed": "time_off", "extra": "extra", "more": "extra"}
	offOf  = []string{"time", "day", "days", "is", "are", "on"}
	untils = []string{"to", "till", "until", "through", "-", "–", "—"}
	// peopleWords follow the number of people who are off, as in off fri 1 person.
	peopleWords = []string{"person", "persons", "people"}
	daysAre     = "write them as off 24-dec to 1-jan"
)

// teamDays takes days off or extra people, said as somebody would say them, off a team's name: "Firmware off 24-dec to 1-jan",
// "Paint away fri", "QA 2 extra from 1-mar until 29-may". Nobody calls a team so.
func teamDays(s *sentence[roadmap.Team]) {
	for k := 1; k < len(s.rest)-1; k++ {
		name := dayWords[strings.ToLower(s.rest[k].bare)]
		if name == "" || s.rest[k].kept {
			continue
		}
		d := daysSaid{field: name, from: k, rest: s.rest[k+1:], ctx: s.Context}
		if !d.read() {
			continue
		}
		d.take(s)
		return
	}
}

// daysOf are the teams that a line without a kind may have days for: it begins with the name of one, or else with the beginning of
// some, and the word after that says so.
func (c Context) daysOf(words []word) []*roadmap.Team {
	for n := 1; c.AddsDays && n < len(words); n++ {
		next := words[n]
		key, _, _ := strings.Cut(strings.ToLower(next.bare), ":")
		after := n + 1 + peopleSaid(words[n:])
		said := dayWords[key] != "" || slices.Contains(offOf[:3], key) || allDigits(next.bare) && after < len(words) && dayWords[words[after].bare] != ""
		if !said {
			continue
		}
		if t := c.sameTeam(texts(words[:n])); t != nil {
			return []*roadmap.Team{t}
		}
		d := daysSaid{rest: words[n+1:], ctx: c}
		if dayWords[key] != "" && d.read() {
			return c.teamsBeginning(texts(words[:n]))
		}
	}
	return nil
}

// teamsBeginning are the teams whose names begin with a text.
func (c Context) teamsBeginning(text string) []*roadmap.Team {
	var out []*roadmap.Team
	for _, t := range c.roadmap().Teams() {
		if begins(t.Name, fold(text)) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// peopleSaid is 1 where a number and a word for people begin some words, and that word is not to be read; else 0.
func peopleSaid(words []word) int {
	if len(words) > 1 && allDigits(words[0].bare) && slices.Contains(peopleWords, strings.ToLower(words[1].bare)) {
		return 1
	}
	return 0
}

func teamKind(t *roadmap.Team) string {
	if t.Supplier {
		return "supplier"
	}
	return "team"
}

// daysSaid are days in words of their own.
type daysSaid struct {
	ctx   Context
	field string
	from  int    // the first word that belongs to them
	rest  []word // the words after the one that says what they are

	people      string
	first, last roadmap.Date
	typed       string // the first day
	problem     string
}

// read tells whether days are meant; problem is then what is wrong with them.
func (d *daysSaid) read() bool {
	d.count()
	if len(d.rest) > 0 && (d.rest[0].is("from") || d.rest[0].is("on") || d.rest[0].is("for")) {
		d.rest = d.rest[1:]
	}
	if len(d.rest) == 0 {
		return false
	}
	if _, err := readWeekdays(d.rest[0].text); err == nil && strings.ContainsAny(d.rest[0].bare, "-,") {
		d.problem, d.rest = d.rest[0].text+" are no days of a year: "+daysAre, nil
		return true
	}
	if p, err := (&reader{Context: d.ctx}).period(d.rest[0].text); err == nil && strings.Contains(d.rest[0].text, "..") {
		d.typed, _, _ = strings.Cut(d.rest[0].text, "..")
		d.first, d.last, d.rest = p.From, p.To, d.rest[1:]
		if p.People > 0 {
			d.people = strconv.Itoa(p.People)
		}
		return true
	}
	before := d.rest
	if !d.fromToday() {
		if d.first, d.last = d.date(d.ctx); d.first == 0 {
			return d.wrong()
		}
		d.typed = typedDate(texts(before[:len(before)-len(d.rest)]))
		d.until()
	}
	if peopleSaid(d.rest) > 0 {
		d.people, d.rest = d.rest[0].text, d.rest[2:]
	}
	return true
}

// count takes the number of people behind the word, which is not the day of a month.
func (d *daysSaid) count() {
	if len(d.rest) < 2 || !allDigits(d.rest[0].bare) {
		return
	}
	if _, isDay := month(strings.ToLower(d.rest[1].bare)); !isDay {
		d.people, d.rest = d.rest[0].text, d.rest[1+peopleSaid(d.rest):]
	}
}

// until reads up to which day.
func (d *daysSaid) until() {
	if len(d.rest) == 0 || !isUntil(d.rest[0]) {
		return
	}
	d.rest = d.rest[1:]
	if len(d.rest) == 0 {
		d.problem = "the last day is still to come"
		return
	}
	after := d.ctx
	after.Today = d.first
	before := d.rest
	if _, d.last = d.date(after); d.last != 0 {
		d.problem = d.ctx.turned(d.first, d.last, texts(before[:len(before)-len(d.rest)]))
	} else if !d.wrong() {
		d.problem = fmt.Sprintf("%s is not a date: %s", quote(d.rest[0].text), daysAre)
	}
}

// turned says that a last day is likely to be meant before the first: without a year it is the next one after that, and more than half
// a year away though it comes sooner. Empty where the days stand in their order.
func (c Context) turned(first, last roadmap.Date, typed string) string {
	if soon, err := Date(typed, c); err != nil || soon >= first || last-first <= halfYear {
		return ""
	}
	return fmt.Sprintf("%s comes before %s: write the first day, then the last", quote(typed), c.DateText(first))
}

func isUntil(w word) bool { return slices.Contains(untils, strings.ToLower(w.bare)) }

// date takes a date of up to four words, or days that are called as stretchSaid has it; 0 where there is none. A number alone is none.
func (d *daysSaid) date(ctx Context) (first, last roadmap.Date) {
	if first, last, n := d.ctx.stretchSaid(d.rest); n > 0 {
		d.rest = d.rest[n:]
		return first, last
	}
	for n := min(longestDate, len(d.rest)); n > 0; n-- {
		text := texts(d.rest[:n])
		if allDigits(text) || n > 1 && isUntil(d.rest[n-1]) {
			continue
		}
		if last, first, err := ctx.span(text); err == nil {
			d.rest = d.rest[n:]
			return first, last
		}
	}
	return 0, 0
}

// wrong tells whether the words can only be meant as a date and are none, as 31-feb.
func (d *daysSaid) wrong() bool {
	for n := 1; n <= min(longestDate, len(d.rest)); n++ {
		if why := d.ctx.noDate(texts(d.rest[:n])); why != "" {
			d.problem, d.rest = why, nil
			return true
		}
	}
	return false
}

func texts(words []word) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.text
	}
	return strings.Join(out, " ")
}

// before takes the number of people in front of the word: 2 extra, 1 person off; 1 off behind the name of a team that is there.
func (d *daysSaid) before(s *sentence[roadmap.Team]) {
	for n := 1; n <= 2; n++ {
		at := d.from - n
		if d.people != "" || at < 1 || !allDigits(s.rest[at].bare) || n == 2 && peopleSaid(s.rest[at:]) == 0 {
			continue
		}
		if n == 2 || d.field == "extra" || s.skip == 0 && s.sameTeam(texts(s.rest[:at])) != nil {
			d.people, d.from = s.rest[at].text, at
		}
	}
}

// take makes them the value of their field, with the words that are left as their name, and leaves the team what stood before.
func (d *daysSaid) take(s *sentence[roadmap.Team]) {
	for d.from > 1 && slices.Contains(offOf, strings.ToLower(s.rest[d.from-1].bare)) {
		d.from--
	}
	d.before(s)
	if d.field == "extra" && d.people == "" && d.problem == "" {
		d.problem = "by how many people: write it as 2 extra from 1-mar to 29-may"
	}
	start, end := s.rest[d.from].start(), s.rest[len(s.rest)-1].end()
	said := word{text: s.text[start:end], bare: s.text[start:end], at: []int{start, end}, open: -1}
	s.rest = s.rest[:d.from]
	if d.problem != "" {
		s.chips = append(s.chips, Chip{Field: d.field, Text: said.text, Problem: d.problem, Start: start, End: end})
		return
	}
	value := said
	value.text = d.first.String() + ".." + d.last.String()
	if d.people != "" {
		value.text += "*" + d.people
	}
	value.text = strings.TrimSpace(value.text + " " + texts(d.rest))
	f := find(s.fields, d.field)
	s.one(f, said, value, f.value)
	if c := &s.chips[len(s.chips)-1]; c.Problem == "" {
		c.Text = d.ctx.nextYears(d.typed, d.first, halfYear) + c.Text
	}
}
