package phrase

import (
	"errors"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// theirDays are days off of a team.
type theirDays struct {
	team string
	off  []roadmap.Period
}

// whom is who has the holidays of a country.
type whom struct {
	teams   []*roadmap.Team // none for everybody
	called  string          // "Mechanics and Firmware"; empty for everybody
	problem string
	named   bool // the line says who
	but     bool // the teams are all but some
}

// suppliers names all of them where teams are listed.
const suppliers = "suppliers"

// isBut tells whether a word leaves out who is named behind it.
func isBut(w word) bool {
	return slices.Contains([]string{"but", "except", "without", "excluding"}, strings.ToLower(strings.TrimSuffix(w.bare, ",")))
}

// whom reads for whom a line is: "everybody", "Mechanics, Firmware and Paint", "everybody but Murata", "all except suppliers", "without
// Murata". Nothing is everybody.
func (c Context) whom(words []word) whom {
	out := whom{named: len(words) > 0}
	but := slices.IndexFunc(words, isBut)
	switch {
	case len(words) == 0 || isEverybody(words) && c.sameTeam(texts(words)) == nil:
		return out
	case but >= 0 && (but == 0 || isEverybody(words[:but])) && c.sameTeam(texts(words)) == nil:
		return c.allBut(words[but+1:])
	}
	ids, err := c.teamList(words)
	if err != nil {
		out.called, out.problem = texts(words), err.Error()
		return out
	}
	var names []string
	for _, t := range c.roadmap().Teams() {
		if slices.Contains(ids, t.ID) {
			out.teams, names = append(out.teams, t), append(names, t.Name)
		}
	}
	out.called = allOf(names)
	return out
}

// allBut is everybody but some.
func (c Context) allBut(words []word) whom {
	out := whom{named: true, but: true}
	for len(words) > 0 && (words[0].is("not") || words[0].is("for")) {
		words = words[1:]
	}
	ids, err := c.teamList(words)
	var names []string
	for _, t := range c.roadmap().Teams() {
		if slices.Contains(ids, t.ID) {
			names = append(names, t.Name)
		} else {
			out.teams = append(out.teams, t)
		}
	}
	out.called = "everybody but " + allOf(names)
	switch {
	case err != nil:
		out.called, out.problem = texts(words), err.Error()
	case len(out.teams) == 0:
		out.problem = "that leaves nobody: name fewer"
	}
	return out
}

// teamList are the ids of the teams that words name: one, or several with a comma or "and" between them.
func (c Context) teamList(words []word) ([]string, error) {
	r := &reader{Context: c}
	whole := literal(texts(words))
	n, err := r.one("team", whole, c.teams())
	if err == nil {
		return []string{n.id}, nil
	}
	parts := strings.FieldsFunc(strings.ReplaceAll(whole.text, " and ", ","), func(r rune) bool { return r == ',' || r == '&' || r == '+' })
	if len(words) == 0 || len(parts) == 0 {
		return nil, errors.New("for whom: name a team, or several as Mechanics, Firmware")
	}
	var ids []string
	for _, part := range parts {
		if part = strings.TrimSpace(part); strings.EqualFold(part, suppliers) {
			ids = append(ids, c.suppliers()...)
			continue
		}
		n, err := r.one("team", literal(part), c.teams())
		if err != nil {
			return nil, err
		}
		ids = append(ids, n.id)
	}
	if len(ids) == 0 {
		return nil, errors.New("there are no suppliers")
	}
	return ids, nil
}

// suppliers are the ids of all of them.
func (c Context) suppliers() []string {
	var out []string
	for _, t := range c.roadmap().Teams() {
		if t.Supplier {
			out = append(out, t.ID)
		}
	}
	return out
}

// says is the chip for it: that holidays for everybody are days off of suppliers too, who are often in another country.
func (w *whom) says(c Context) string {
	switch {
	case w.problem != "":
		return w.called
	case len(w.teams) > 0:
		return "for " + w.called
	case len(c.suppliers()) > 0 && !w.named:
		return "for suppliers too"
	case len(c.suppliers()) > 0:
		return "for everybody, suppliers too"
	case w.named:
		return "for everybody"
	}
	return ""
}

// allOf is names as a sentence lists them.
func allOf(names []string) string {
	n := len(names) - 1
	if n < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:n], ", ") + " and " + names[n]
}
