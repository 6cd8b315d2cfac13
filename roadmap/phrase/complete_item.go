package phrase

import (
	"strings"
	"unicode/utf8"
)

// CompleteItem lists completions at the cursor, a byte offset, of a line that ParseItem reads: countries and regions behind "holidays",
// and teams behind the "for" that follows. Regions, and other names of a country, come once something is typed. Elsewhere there are none.
func CompleteItem(text string, cursor int, ctx Context) []Candidate {
	cursor = max(0, min(cursor, len(text)))
	for cursor > 0 && cursor < len(text) && !utf8.RuneStart(text[cursor]) {
		cursor--
	}
	words, _ := scan(text[:cursor])
	if ctx.Public == nil || len(words) == 0 || !strings.EqualFold(strings.TrimSuffix(words[0].bare, ":"), holidays) {
		return nil
	}
	if len(words) == 1 {
		if words[0].end() == cursor {
			return nil
		}
		return within(ctx.placeCandidates(false), cursor, cursor)
	}
	last := words[len(words)-1]
	said := ctx.countrySaid(words[1:])
	switch n, k := len(said.place), len(said.who); {
	case last.end() != cursor || last.open >= 0:
		return nil
	case k > 0 && said.who[k-1].end() == cursor:
		name := lastNamed(said.who)
		return within(ranked(ctx.teamCandidates(), literal(texts(name))), name[0].start(), cursor)
	case k == 0 && n > 0 && said.place[n-1].end() == cursor && said.when == "" && said.problem == "":
		return within(ranked(ctx.placeCandidates(true), literal(texts(said.place))), said.place[0].start(), cursor)
	}
	return nil
}

// lastNamed are the words of the last of the names in a list of teams, which is still being typed.
func lastNamed(words []word) []word {
	for k := len(words) - 2; k >= 0; k-- {
		if w := words[k]; isBut(w) || w.is("and") || strings.HasSuffix(w.bare, ",") {
			return words[k+1:]
		}
	}
	return words
}

// placeCandidates are the countries; all has the regions, and what else places are called, as well.
func (c Context) placeCandidates(all bool) []Candidate {
	var out []Candidate
	for _, p := range c.Public.Places() {
		if !all && p.In != "" {
			continue
		}
		out = append(out, Candidate{Insert: p.Name, Label: p.Name, Detail: p.Code})
		for _, also := range p.Also {
			if all {
				out = append(out, Candidate{Insert: also, Label: also, Detail: p.Code})
			}
		}
	}
	return out
}
