package phrase

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// PublicHolidays is what knows the public holidays of countries: a Context without it reads none.
type PublicHolidays interface {
	// Places are all countries, and regions with holidays of their own.
	Places() []Place
	// Years are the first and the last year of which it knows.
	Years() (first, last int)
	// Days are the public holidays of a place from one day to another, both inclusive and within Years, in the order of their days.
	Days(code string, from, to roadmap.Date) []roadmap.Period
}

// Place is a country, or a region of one with public holidays of its own.
type Place struct {
	Code string   // "de", "de-by"
	Name string   // "Bavaria"
	Also []string // what else it is called, as "Bayern"
	In   string   // the code of a region's country; empty for a country
}

// place finds what a text means: a country, a region, or a country and then one of its regions ("Germany BY"). A code counts, a name
// or how one begins, in any language that the place lists. A country comes before the regions of others that are called so.
func (c Context) place(text string) (Place, error) {
	countries, regions := c.places("")
	found := match(literal(text), countries, true)
	if len(found) == 0 {
		found = match(literal(text), regions, true)
	}
	if len(found) == 0 {
		found = c.placeIn(text, countries)
	}
	switch found = onePerCode(found); len(found) {
	case 0:
		return Place{}, c.noPlace(text, append(countries, regions...))
	case 1:
		return c.placeOf(found[0].id), nil
	}
	return Place{}, several(literal(text), c.byName(found))
}

// placeIn reads a country, and behind it one of its regions by its name or the end of its code.
func (c Context) placeIn(text string, countries []named) (found []named) {
	words := strings.Fields(fold(text))
	for n := len(words) - 1; n > 0; n-- {
		in := onePerCode(match(literal(strings.Join(words[:n], " ")), countries, true))
		if len(in) != 1 {
			continue
		}
		_, regions := c.places(in[0].id)
		rest := strings.Join(words[n:], " ")
		if found = match(literal(in[0].id+"-"+rest), regions, false); len(found) == 0 {
			found = match(literal(rest), regions, true)
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// places are the countries and the regions by all their names; in restricts the regions to those of one country.
func (c Context) places(in string) (countries, regions []named) {
	if c.Public == nil {
		return nil, nil
	}
	for _, p := range c.Public.Places() {
		for _, name := range append([]string{p.Name}, p.Also...) {
			switch {
			case p.In == "":
				countries = append(countries, named{p.Code, name})
			case in == "" || p.In == in:
				regions = append(regions, named{p.Code, name})
			}
		}
	}
	return countries, regions
}

func (c Context) placeOf(code string) Place {
	all := c.Public.Places()
	return all[slices.IndexFunc(all, func(p Place) bool { return p.Code == code })]
}

// noPlace says that a text is no place, which come near to it from their beginning on, and what can be written instead: China is not
// known, and nobody who typed it meant Czechia.
func (c Context) noPlace(text string, all []named) error {
	begins := slices.DeleteFunc(nearest(text, all), func(n named) bool { return !nearby(text, n.name[:min(len(n.name), len(text)+1)]) })
	if near := onePerCode(begins); len(near) > 0 {
		return fmt.Errorf("holidays of %s are not known: nearest is %s; of another country write the days, as %s", quote(text), roadmap.Alternatives(labels(near)), c.daysInstead())
	}
	return fmt.Errorf("holidays of %s are not known: write the days, as %s", quote(text), c.daysInstead())
}

// daysInstead is how days off are said one by one, of a supplier where there is one.
func (c Context) daysInstead() string {
	for _, t := range c.roadmap().Teams() {
		if t.Supplier {
			return t.Name + " off 6-feb to 12-feb"
		}
	}
	return "holiday 24-dec to 1-jan"
}

// byName are places by the name that each is called first.
func (c Context) byName(list []named) []named {
	out := slices.Clone(list)
	for i := range out {
		out[i].name = c.placeOf(out[i].id).Name
	}
	return out
}

// onePerCode leaves of the names of a place the first.
func onePerCode(list []named) []named {
	var out []named
	for _, n := range list {
		if !slices.ContainsFunc(out, func(o named) bool { return o.id == n.id }) {
			out = append(out, n)
		}
	}
	return out
}

// called is a place as one says it: "Germany", "Bavaria (de-by)".
func (p Place) called() string {
	if p.In == "" {
		return p.Name
	}
	return p.Name + " (" + p.Code + ")"
}
