package phrase

import (
	"slices"
	"strings"

	"bywhen/roadmap"
)

// everybody are words for all teams: days off for them are holidays of the roadmap.
var everybody = []string{"all", "everyone", "everybody", "company", "all teams", "every team"}

// holiday is the kind of a line that makes days off for every team.
const holiday = "holiday"

// holidays is what a line of a country's may begin with.
const holidays = "holidays"

// saysHoliday tells whether a line is of a holiday, and how many of its words say so: "holiday Year end 24-dec to 1-jan", "everyone
// off fri". Where the line may be of another kind, as before, a date must follow at once: a goal may be called Holiday campaign.
func (c Context) saysHoliday(words []word) (skip int, ok bool) {
	first := strings.ToLower(words[0].bare)
	switch bare := strings.TrimSuffix(first, ":"); {
	case bare == holiday || bare == holidays:
		d := daysSaid{rest: words[1:], ctx: c}
		return 1, c.Kind == "" || c.Kind == holiday || bare != first || c.surelyOfCountry(words[1:], bare == holidays) || d.read()
	case !c.AddsDays || !slices.Contains(everybody, first):
		return 0, false
	}
	at := 1
	for at < len(words) && slices.Contains(offOf, strings.ToLower(words[at].bare)) {
		at++
	}
	return at + 1, at < len(words) && dayWords[strings.ToLower(words[at].bare)] == "time_off"
}

// holiday reads days off for every team: dates, and a name before or behind them.
func (i *Item) holiday(text string, skip int, ctx Context) {
	s := sentence[roadmap.Settings]{reader: reader{Context: ctx, fresh: true}, text: text, skip: skip}
	s.parse()
	i.Because = s.because
	defer func() { i.Chips = append(i.Chips, s.chips...) }()
	words, _ := scan(text)
	if said, ok := ctx.ofCountry(s.rest, skip > 0 && strings.EqualFold(strings.TrimSuffix(words[0].bare, ":"), holidays)); ok {
		i.country(text, said, ctx, false)
		return
	}
	found := daysSaid{ctx: ctx}
	at := 0
	for k := range s.rest {
		if d := (daysSaid{rest: s.rest[k:], ctx: ctx}); d.read() && (k == 0 || d.problem == "" || found.problem == "") {
			if found, at = d, k; d.problem == "" || d.first != 0 { // a first day was read: what is wrong comes after it
				break
			}
		}
	}
	chip := Chip{Field: "holidays", Start: len(text), End: len(text)}
	if len(s.rest) > 0 {
		chip.Start, chip.End = s.rest[at].start(), s.rest[len(s.rest)-1].end()
	}
	name := strings.TrimSpace(texts(s.rest[:at]) + " " + texts(found.rest))
	switch {
	case found.problem != "":
		chip.Problem = found.problem
	case found.first == 0:
		chip.Problem = "say when: write it as holiday 24-dec to 1-jan Year end"
		if ctx.Public != nil {
			chip.Problem += ", or those of a country as holidays Germany 2027"
		}
	case found.people != "":
		chip.Problem = "holidays hold for everybody: name the team for some, as Mechanics off 24-dec to 1-jan 1 person"
	case found.last < found.first:
		chip.Problem = "ends before it begins: write the first day, then the last"
	default:
		i.Holidays = []roadmap.Period{{Name: name, From: found.first, To: found.last}}
		chip.Text = "off for everybody " + ctx.DateText(found.first)
		if found.last != found.first {
			chip.Text += " to " + ctx.DateText(found.last)
		}
		chip.Text = ctx.nextYears(found.typed, found.first, halfYear) + chip.Text
	}
	if name != "" && chip.Problem == "" {
		i.Chips = append(i.Chips, Chip{Field: "name", Text: "name " + name})
	}
	i.Chips = append(i.Chips, chip)
}

// addHoliday adds the days to a draft's holidays.
func (i Item) addHoliday(d *roadmap.Draft) error {
	s := *d.Settings()
	s.Holidays = slices.Concat(s.Holidays, i.Holidays)
	return d.SetSettings(s)
}
