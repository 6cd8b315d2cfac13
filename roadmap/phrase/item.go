package phrase

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// Item is a team, supplier, goal, risk or holiday typed in one line.
type Item struct {
	Kind roadmap.Kind // KindTeam, KindGoal or KindRisk; KindSettings for a holiday, and while the line does not say
	Team roadmap.Team // as far as understood; the one of Kind counts
	Goal roadmap.Goal
	Risk roadmap.Risk
	// Holidays are days off for every team; none where the line makes none.
	Holidays []roadmap.Period
	Public   *Public // the public holidays of a country, which are Holidays or days off of teams, the first of them Known; nil of another line
	Known    string  // id of the team that is there already and gets what the line says; empty where a new one is made
	Because  string
	Chips    []Chip // the kind first, then the name or title, then in the order of the text

	sets  func(*roadmap.Team) // sets what the line says on the team Known; nil where that is days alone, which it is given
	taken *daysBack           // the days off that the line takes back; nil of another line
	also  []theirDays         // days off of further teams than the one Known
	moved *fromAll            // what the line takes from everybody, so that some do not have it; nil where it does not
}

const itemHelp = "begin with team, supplier, goal, risk or holiday, as team Mechanics 3"

var itemKinds = []string{"team", "supplier", "goal", "risk", holiday}

// ParseItem reads a team, supplier, goal, risk or holiday in one line. It never fails on a half-typed text.
//
//	team Mechanics 3 mon-thu contact:"Ana, ana@example.com" off:2-mar..4-mar
//	supplier Murata
//	goal Launch in first stores 12-mar
//	goal Leads 30-apr metric: leads 0 -> 400
//	risk Mould crack 20% 8d on:7 owner:Ana (or p20, or prob:20%)
//	holiday 24-dec to 1-jan Year end
//	holidays Germany 2027
//	holidays Japan 2026 2027 for Murata
//	holidays Germany 2027 for everybody but Murata
//	no holiday Year end
//	Mechanics not off 4-mar
//	Ana off next week
//
// A number and weekdays count at the end of a team's line, and days off or extra people in words: off 24-dec to 1-jan, 2 extra from
// 1-mar to 29-may. A date counts at the end of a goal's. The rest is the name. A backslash
// keeps a word in it. Every field name of the roadmap's JSON is a key too. A line that does not begin with a kind is of the
// context's, where it has one; or a team's that is there, where it begins with its name and goes on with days for it; or a person's, see absent.
func ParseItem(text string, ctx Context) Item {
	words, _ := scan(text)
	if len(words) == 0 {
		return Item{}
	}
	w := words[0]
	kind := strings.TrimSuffix(strings.ToLower(w.bare), ":")
	i, skip := Item{Chips: []Chip{{Field: "kind", Text: kind, Start: w.start(), End: w.end()}}}, 1
	var theirs []*roadmap.Team // whose days the line may say
	if who, skip, ok := ctx.takesBack(words); ok && ctx.sameTeam(text) == nil {
		i.back(text, who, skip, ctx)
		return i
	}
	if n, ok := ctx.saysHoliday(words); ok && ctx.sameTeam(w.text) == nil {
		kind, skip = holiday, n
		i.Chips[0].Text = kind
	} else if !slices.Contains(itemKinds, kind) || kind == holiday {
		if theirs = ctx.daysOf(words); len(theirs) > 0 {
			kind, skip = teamKind(theirs[0]), 0
			i.Chips[0] = Chip{Field: "kind", Text: kind}
		} else if i.ofPeople(text, ctx) {
			return i
		} else if ctx.Kind != "" {
			kind, skip = ctx.Kind, 0
			i.Chips[0] = Chip{Field: "kind", Text: kind + " as before"}
			if kind == holiday && (w.is("off") || w.is("away")) {
				skip = 1
			}
		}
	}
	switch kind {
	case "team", "supplier":
		i.Kind, i.Team.Supplier = roadmap.KindTeam, kind == "supplier"
		s := sentence[roadmap.Team]{fields: teamFields(), slip: teamSlip, skip: skip}
		s.item(&i, &i.Team, text, ctx, "name", &i.Team.Name, teamTail)
		i.second(ctx, &s, theirs)
	case "goal":
		i.Kind = roadmap.KindGoal
		s := sentence[roadmap.Goal]{fields: goalFields(), skip: skip, gather: gatherMetric}
		s.item(&i, &i.Goal, text, ctx, "title", &i.Goal.Title, goalTail)
	case holiday:
		i.holiday(text, skip, ctx)
	case "risk":
		i.Kind = roadmap.KindRisk
		s := sentence[roadmap.Risk]{fields: riskFields(), sign: riskSign, slip: riskSlip, skip: skip}
		s.item(&i, &i.Risk, text, ctx, "title", &i.Risk.Title, nil)
		i.unweighed(s.seen)
	default:
		i.Chips[0].Text, i.Chips[0].Problem = w.text, fmt.Sprintf("%s is no kind: %s", quote(w.text), itemHelp)
	}
	return i
}

// unweighed doubts a risk of which the line does not say how probable it is, or what it costs: with nothing of either it counts nothing.
func (i *Item) unweighed(seen map[string]string) {
	var lacks, counts []string
	if seen["probability"] == "" {
		lacks, counts = append(lacks, "no probability"), append(counts, "0 %")
	}
	if seen["days"] == "" && seen["money"] == "" {
		lacks, counts = append(lacks, "no impact"), append(counts, "0 days")
	}
	for k := range i.Chips {
		if c := &i.Chips[k]; len(lacks) > 0 && c.Field == "title" && c.Doubt == "" {
			c.Doubt = strings.Join(lacks, " and ") + " yet: counts as " + strings.Join(counts, ", ")
		}
	}
}

// second is a line with the name that a team has: a second one can only be meant as the first. Where the context allows it gets what
// the line says, days also where the line calls a supplier a team; a line that says nothing more is a problem of the name. A line of days
// alone is of the one team that its name begins.
func (i *Item) second(ctx Context, s *sentence[roadmap.Team], theirs []*roadmap.Team) {
	t := ctx.sameTeam(i.Team.Name)
	if t == nil && len(theirs) == 1 {
		t = theirs[0]
	}
	for k := range i.Chips {
		switch c := &i.Chips[k]; {
		case c.Field != "name" || c.Problem != "":
		case t == nil && len(theirs) > 1:
			var list []named
			for _, t := range theirs {
				list = append(list, named{t.ID, t.Name})
			}
			c.Problem = several(literal(i.Team.Name), list).Error()
		case t == nil:
			c.New = true
			if ctx.AddsDays && s.skip == 0 && len(s.seen) == 1 && s.seen["time_off"] != "" {
				c.Doubt = fmt.Sprintf("a new team; for a person write %s @TEAM off", i.Team.Name)
			}
		case !ctx.AddsDays:
			c.Problem = fmt.Sprintf("there is a team %s already, id %s: give this one another name", quote(t.Name), t.ID)
		default:
			i.setOn(t, c, s)
		}
	}
}

// setOn has a line set what it says on a team that is there; c is the chip of its name.
func (i *Item) setOn(t *roadmap.Team, c *Chip, s *sentence[roadmap.Team]) {
	days := slices.ContainsFunc(i.Chips, func(c Chip) bool { return c.Field == "time_off" || c.Field == "extra" })
	more := false
	for field := range s.seen {
		more = more || field != "time_off" && field != "extra" && field != "name"
	}
	switch {
	case !days && !more:
		c.Problem = fmt.Sprintf("is that of a team which is there: give another, or what to set on it, as %s off 24-dec to 1-jan", t.Name)
		return
	case more && t.Supplier != i.Team.Supplier:
		c.Problem = fmt.Sprintf("is that of a %s which is there: begin with %s to set something on it, or give another", teamKind(t), teamKind(t))
		return
	}
	i.Known, c.Text = t.ID, t.Name+", which is there"
	if more {
		i.sets = func(t *roadmap.Team) { _ = s.on(t, &hand{}) } // nothing is refused that no chip says
	}
}

// item reads what follows the kind into t. What is left over is its name; tail takes from the name's end what is no name.
func (s *sentence[T]) item(i *Item, t *T, text string, ctx Context, field string, name *string, tail func(*sentence[T], *Item)) {
	s.reader, s.text = reader{Context: ctx, fresh: true}, text
	s.parse()
	if tail != nil {
		tail(s, i)
		sortChips(s.chips)
	}
	_ = s.on(t, &hand{}) // without a draft nothing can be refused but what a chip says already
	title, start, end := s.title()
	chip := Chip{Field: field, Text: field + " " + title, Start: start, End: end}
	switch {
	case title != "" && s.seen[field] != "":
		chip.Problem = "is given twice: " + quote(title) + " and " + quote(s.seen[field])
	case title != "":
		*name = title
		chip.Doubt = s.untaken(i.Kind, title)
	case s.seen[field] == "":
		chip = Chip{Field: field, Problem: "is empty: write it after " + i.Chips[0].Text, Start: len(text), End: len(text)}
	}
	if title != "" || chip.Problem != "" {
		i.Chips = append(i.Chips, chip)
	}
	i.Chips = append(i.Chips, s.chips...)
	i.Because = s.because
}

// untaken doubts words of a title that look as if they were to say something: a team in a risk or a goal, which have none, a date that is
// none, and a metric without the word before it.
func (s *sentence[T]) untaken(kind roadmap.Kind, title string) string {
	for _, w := range s.rest {
		if len(w.bare) < 2 || w.bare[0] != '@' || w.kept || w.quoted() {
			continue
		}
		out := quote(w.text) + " is in the title: a " + kind.String() + " has no team"
		if kind == roadmap.KindRisk {
			out += ", owner:" + quotedName(w.text[1:]) + " says who watches it"
		}
		return out
	}
	if kind == roadmap.KindGoal {
		if near := s.nearlyDate(); near != "" && s.seen["deadline"] == "" {
			return quote(near) + " is no date and stays in the title; 12-mar is one"
		}
		if m, ranged, err := readMetric(title); ranged && err == nil {
			return fmt.Sprintf("no metric: write metric: before its name, as metric: %s %v -> %v", lastWord(m.Name), m.Baseline, m.Target)
		}
	}
	return ""
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// last is the n-th last of the words left over, where it is not the first and may be more than text.
func (s *sentence[T]) last(n int) (word, bool) {
	i := len(s.rest) - n
	if i < 1 || s.rest[i].kept || s.rest[i].quoted() {
		return word{}, false
	}
	return s.rest[i], true
}

// teamTail takes a number of people and weekdays off the end of a team's name. A supplier has no number.
func teamTail(s *sentence[roadmap.Team], i *Item) {
	teamDays(s)
	for {
		w, ok := s.last(1)
		key := "capacity"
		if ok && strings.ContainsAny(w.bare, "-,") {
			key = "weekdays"
			_, err := readWeekdays(w.text)
			ok = err == nil
		} else {
			ok = ok && allDigits(w.bare) && !i.Team.Supplier
		}
		if !ok || s.seen[key] != "" {
			return
		}
		s.rest = s.rest[:len(s.rest)-1]
		s.set(find(s.fields, key), w, w)
	}
}

// goalTail takes a date of up to four words, and a "by" before it, off the end of a goal's title. What looks like a date and is
// none is a problem, and no part of the title.
func goalTail(s *sentence[roadmap.Goal], _ *Item) {
	for n := longestDate; n > 0 && s.seen["deadline"] == ""; n-- {
		w, ok := s.lastWords(n)
		if !ok {
			continue
		}
		if _, err := Date(w.text, s.Context); err == nil {
			s.rest = s.rest[:len(s.rest)-n]
			if by, ok := s.last(1); ok && by.is("by") {
				s.rest = s.rest[:len(s.rest)-1]
			}
			s.set(find(s.fields, "deadline"), w, w)
			return
		}
		if _, err := s.onWeekday(strings.ToLower(w.text)); err != nil { // before its day and month are taken for the whole of it
			s.badDate(n, w, err.Error())
			return
		}
	}
	for n := 1; n <= longestDate && s.seen["deadline"] == ""; n++ {
		w, ok := s.lastWords(n)
		if !ok {
			return
		}
		if why := s.noDate(w.text); why != "" {
			s.badDate(n, w, why)
			return
		}
	}
}

// badDate takes the last n words off the title, which can only be meant as a date and are none.
func (s *sentence[T]) badDate(n int, w word, why string) {
	s.rest = s.rest[:len(s.rest)-n]
	s.chips = append(s.chips, Chip{Field: "deadline", Text: w.text, Problem: why + "; " + keeps, Start: w.start(), End: w.end()})
}

// lastWords are the last n words left over as one.
func (s *sentence[T]) lastWords(n int) (word, bool) {
	out, ok := s.last(n)
	for ; ok && n > 1; n-- {
		var next word
		if next, ok = s.last(n - 1); ok {
			out.text += " " + next.text
			out.bare += " " + next.bare
			out.at = append(append([]int(nil), out.at...), next.at...)
		}
	}
	return out, ok
}

// riskSign takes 20% or p20 for the probability and 8d for the days.
func riskSign(i int, w word) (key string, value word, ok bool) {
	switch {
	case i > 0 && strings.HasSuffix(w.bare, "%"):
		return "probability", w, allDigits(strings.Replace(w.bare[:len(w.bare)-1], ".", "", 1))
	case i > 0 && isShare(w.bare):
		return "probability", w, true
	case i > 0 && looksLikeEffort(w.bare):
		return "days", w, true
	}
	return "", w, false
}

// Problem is the first thing that Add would refuse before it looks at the draft, or nil.
func (i Item) Problem() error {
	if len(i.Chips) == 0 {
		return fmt.Errorf("nothing to add yet: %s", itemHelp)
	}
	item := "new item"
	if i.Kind != roadmap.KindSettings || i.Chips[0].Problem == "" {
		item = "new " + i.Chips[0].Text
	}
	return problem(item, i.Chips)
}

// Add adds the item to a draft, or the days to the team that is Known, and returns its id; a holiday has none.
func (i Item) Add(d *roadmap.Draft) (string, error) {
	if err := i.Problem(); err != nil {
		return "", err
	}
	switch {
	case i.taken != nil:
		return i.Known, i.taken.on(d)
	case i.Kind == roadmap.KindSettings:
		return "", i.addHoliday(d)
	}
	switch i.Kind {
	case roadmap.KindTeam:
		if i.Known != "" {
			return i.Known, i.onKnown(d)
		}
		return d.AddTeam(i.Team)
	case roadmap.KindGoal:
		return d.AddGoal(i.Goal)
	}
	return d.AddRisk(i.Risk)
}

// onKnown adds the days to each team whose they are, and sets what else is said.
func (i Item) onKnown(d *roadmap.Draft) error {
	if i.moved != nil {
		if err := i.moved.on(d); err != nil {
			return err
		}
	}
	err := d.UpdateTeam(i.Known, func(t *roadmap.Team) {
		if i.sets != nil {
			i.sets(t)
			return
		}
		t.TimeOff, t.Extra = slices.Concat(t.TimeOff, i.Team.TimeOff), slices.Concat(t.Extra, i.Team.Extra)
	})
	for _, a := range i.also {
		if err == nil {
			err = d.UpdateTeam(a.team, func(t *roadmap.Team) { t.TimeOff = slices.Concat(t.TimeOff, a.off) })
		}
	}
	return err
}
