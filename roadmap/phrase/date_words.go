package phrase

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
)

// datesGathered makes one word of a value that begins a date and the words behind it that go on with it, so that a date reads back as it
// is written: due:12 mar, due:mar 12, due:12 mar 2027, due:fri 12 mar, due:fri 2027-03-12. dated tells of a word at which byte the
// value begins that it gives to a date; negative where it gives none. Nothing is taken that is a value without it but a year behind a
// day and month, and what follows a weekday.
func datesGathered(words []word, dated func(word) int) []word {
	var out []word
	for i := 0; i < len(words); i++ {
		w := words[i]
		if n := dateGoesOn(words[i:], dated(w)); n > 0 {
			if one, ok := joined(words[i : i+1+n]); ok {
				w, i = one, i+n
			}
		}
		out = append(out, w)
	}
	return out
}

// longestDate is how many words a date has at most: fri 12 mar 2027.
const longestDate = 4

// dateGoesOn is how many words behind the first, in which a value begins at a byte, go on with its date.
func dateGoesOn(words []word, at int) int {
	first := words[0]
	if at < 0 || at >= len(first.text) || first.kept || first.open >= 0 || strings.IndexByte(first.bare, 0) >= 0 {
		return 0
	}
	said := []string{first.text[at:]}
	for _, w := range words[1:min(len(words), longestDate)] {
		if w.kept || w.open >= 0 || strings.IndexByte(w.bare, 0) >= 0 {
			break
		}
		said = append(said, w.text)
	}
	return max(dateLength(said)-1, 0)
}

// dateLength is how many words at the beginning of some are one date of a day and a month, with a weekday before it or a year
// behind it or both, or of a weekday and a whole date; 0 where they are none. Whether the calendar has that day is not asked.
func dateLength(words []string) int {
	n := 0
	if _, ok := weekday(plainWord(words[0])); ok && len(words) > 1 {
		if n = 1; wholeDate(words[1]) {
			return 2
		}
	}
	if len(words) < n+2 || !(dayOfMonthWord(words[n]) && monthWord(words[n+1]) || monthWord(words[n]) && dayOfMonthWord(words[n+1])) {
		return 0
	}
	if n += 2; n < len(words) && yearWord(words[n]) {
		n++
	}
	return n
}

// plainWord is a word in lower case, without a comma behind it, or parentheses that a filter closes there.
func plainWord(s string) string { return strings.ToLower(strings.TrimRight(s, ",)")) }

// dayOfMonthWord tells whether a word is a day of a month: 12, 12th.
func dayOfMonthWord(s string) bool {
	p := pieces(plainWord(s))
	switch {
	case len(p) == 0 || !allDigits(p[0]) || len(p[0]) > 2 || strings.ContainsAny(s, "-/."):
		return false
	case len(p) == 2:
		return ordinal(p[0], p[1])
	}
	return len(p) == 1
}

func monthWord(s string) bool { _, ok := month(plainWord(s)); return ok }

// yearWord tells whether a word is a year that a date may have.
func yearWord(s string) bool {
	s = plainWord(s)
	return len(s) == 4 && allDigits(s) && roadmap.NewDate(number(s), 1, 1).InRange()
}

// wholeDate tells whether a word is a date with a month and a day in it: 2026-03-12, 12-mar, mar-12-2027.
func wholeDate(s string) bool {
	p := strings.Split(plainWord(s), "-")
	switch {
	case len(p) == 3 && allDigits(p...):
		return len(p[0]) == 4
	case len(p) == 2 || len(p) == 3:
		return dateLength(p) == len(p)
	}
	return false
}

// onWeekday reads a date with its weekday before it, as it is written: Thu 12 Mar, Thu 2026-03-12. A weekday tells of which year a day
// without one is: where that which Date reads without it is another weekday, the one before or after it is meant, if it is near
// enough to be written without its year. 0 where the text is nothing of the kind.
func (c Context) onWeekday(s string) (roadmap.Date, error) {
	i := strings.IndexAny(s, " -")
	if i < 0 {
		return 0, nil
	}
	day, ok := weekday(plainWord(s[:i]))
	rest := strings.TrimSpace(s[i+1:])
	if words := strings.Fields(rest); !ok || len(words) == 0 || !wholeDate(rest) && dateLength(words) != len(words) {
		return 0, nil
	}
	d, _, err := c.read(rest)
	if err != nil || d == 0 || day == int(d-d.Monday()) {
		return d, err
	}
	other := c
	other.Actual = !c.Actual
	o, _, err := other.read(rest)
	if err == nil && o != 0 && day == int(o-o.Monday()) && roadmap.DayMonth.Near(o, c.Today) == roadmap.DayMonth.Write(o, false) {
		return o, nil
	}
	return 0, fmt.Errorf("%s is not a date: %s is a %s", quote(s), c.Dates.Write(d, true), d.Weekday())
}
