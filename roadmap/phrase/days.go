package phrase

import "bywhen/roadmap"

// ParseDays reads days that are there already and are to be others: "24-dec to 1-jan Year end", "6-apr to 17-apr 1 person Ana away",
// "2-mar..4-mar". What follows the days is their name. people lets a number of people be given; needed wants one. It never fails on a
// half-typed text: what cannot be taken is the problem of a chip.
func ParseDays(text string, people, needed bool, ctx Context) (roadmap.Period, []Chip) {
	words, lost := scan(text)
	d := daysSaid{rest: words, ctx: ctx}
	whole := Chip{Field: "days", Text: texts(words), End: len(text)}
	switch found := len(words) > 0 && d.read(); {
	case lost.count > 0:
		return roadmap.Period{}, []Chip{lost.chip()}
	case d.problem != "":
		whole.Problem = d.problem
	case !found || d.first == 0:
		whole.Problem = "say when: write them as 24-dec to 1-jan Year end"
	case d.last < d.first:
		whole.Problem = "ends before it begins: write the first day, then the last"
	case d.people != "" && !people:
		whole.Problem = "holidays hold for everybody: leave the people out"
	case d.people != "" && (number(d.people) < 1 || number(d.people) > roadmap.MaxPeople):
		whole.Problem = quote(d.people) + " are no people: write a number from 1, or none for the whole team"
	case d.people == "" && needed:
		whole.Problem = "by how many people: write it as 1-mar to 29-may 2 people"
	default:
		return ctx.daysRead(&d)
	}
	return roadmap.Period{}, []Chip{whole}
}

// daysRead is what was read without a problem, and its chips.
func (c Context) daysRead(d *daysSaid) (roadmap.Period, []Chip) {
	p := roadmap.Period{From: d.first, To: d.last}
	p.Name, _ = roadmap.CleanLine(texts(d.rest))
	says := c.nextYears(d.typed, d.first, halfYear) + c.DateText(p.From)
	if p.To != p.From {
		says += " to " + c.DateText(p.To)
	}
	chips := []Chip{{Field: "days", Text: says}}
	if d.people != "" {
		p.People = number(d.people)
		chips = append(chips, Chip{Field: "people", Text: peopleText(p.People)})
	}
	if p.Name != "" {
		chips = append(chips, Chip{Field: "name", Text: "name " + p.Name})
	}
	return p, chips
}
