package phrase

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"bywhen/roadmap"
)

// slip is what is wrong with a word that begins like a value of the language and is none; field is empty where it is text.
type slip struct{ field, problem string }

// keeps is what a problem with a word ends with that may be meant as text after all.
const keeps = "a backslash before it keeps it as text"

// taskSlip finds -3, -5d and p9 in an add line. The first word is text, as an effort there is.
func taskSlip(i int, w word) slip {
	switch {
	case i == 0:
		return slip{}
	case negative(w.bare):
		return slip{"effort", fmt.Sprintf("%s: an effort is 0 or more; %s", w.bare, keeps)}
	case len(w.bare) == 2 && (w.bare[0] == 'p' || w.bare[0] == 'P') && allDigits(w.bare[1:]):
		return slip{"priority", fmt.Sprintf("%s: priorities are p1 to p4; %s", w.bare, keeps)}
	}
	return slip{}
}

// teamSlip finds -3 in a team's line.
func teamSlip(i int, w word) slip {
	if i > 0 && negative(w.bare) {
		return slip{"capacity", fmt.Sprintf("%s: a team has from 0 to %d people; %s", w.bare, roadmap.MaxPeople, keeps)}
	}
	return slip{}
}

// riskSlip finds -5d and -20% in a risk's line.
func riskSlip(i int, w word) slip {
	switch {
	case i > 0 && strings.HasSuffix(w.bare, "%") && negative(w.bare[:len(w.bare)-1]):
		return slip{"probability", fmt.Sprintf("%s: a probability is from 0%% to 100%%; %s", w.bare, keeps)}
	case i > 0 && negative(w.bare):
		return slip{"days", fmt.Sprintf("%s: a risk costs 0 days or more; %s", w.bare, keeps)}
	}
	return slip{}
}

// negative tells whether a word is a number below zero, with the unit d or w or without.
func negative(s string) bool {
	if len(s) < 2 || s[0] != '-' {
		return false
	}
	s = strings.ToLower(s[1:])
	if strings.HasSuffix(s, "d") || strings.HasSuffix(s, "w") {
		s = s[:len(s)-1]
	}
	whole, part, decimals := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	return allDigits(whole) && (!decimals || allDigits(part))
}

// slipped makes a chip with a problem of a word that begins like a value and is none.
func (s *sentence[T]) slipped(i int, w word) bool {
	if s.slip == nil {
		return false
	}
	found := s.slip(i, w)
	if found.field == "" {
		return false
	}
	s.chips = append(s.chips, Chip{Field: found.field, Text: w.text, Problem: found.problem, Start: w.start(), End: w.end()})
	return true
}

// noDate is why a text that can only be meant as a date, with a month's name or in full, is none: 31-feb. Empty for any other.
func (c Context) noDate(text string) string {
	s := strings.ToLower(strings.TrimSpace(text))
	if p := pieces(s); len(p) == 2 && ordinal(p[0], p[1]) {
		return "" // the 50th is no date and need not be
	}
	if !strings.Contains(s, "-") && !strings.ContainsAny(s, "abcdefghijklmnopqrstuvwxyz") && strings.Count(s, "/") != 2 && !(strings.Count(s, ".") == 2 && len(s) > 5 && allDigits(s[len(s)-4:])) {
		return "" // as a version, 1.2
	}
	_, err := c.plainDay(s)
	if err == nil {
		_, err = c.dayOfMonth(s)
	}
	if err == nil {
		return ""
	}
	return err.Error()
}

// nearlyDate is what stands at the end of a title like a date and is none: 99-zz, 12/3, 2026-13, or a day of the month beside the letters
// of a month in another order. Empty where nothing does; a backslash or quotes say that it is text, and so does a letter alone, as in 2-b.
func (s *sentence[T]) nearlyDate() string {
	w, ok := s.last(1)
	if !ok {
		return ""
	}
	if p := pieces(strings.ToLower(w.text)); len(p) > 1 && strings.ContainsAny(w.text, "-/") && allDigits(p[0]) && len(p[0]) <= 4 && (len(p[1]) > 1 || allDigits(p[1])) {
		return w.text
	}
	if two, ok := s.lastWords(2); ok {
		day, name, _ := strings.Cut(two.text, " ")
		if allDigits(name) {
			day, name = name, day
		}
		if n := number(day); allDigits(day) && n >= 1 && n <= 31 && lettersOfMonth(name) {
			return two.text
		}
	}
	return ""
}

// lettersOfMonth tells whether a word has the letters of a month's name, or of its first three, in another order.
func lettersOfMonth(s string) bool {
	sorted := func(s string) string { b := []byte(strings.ToLower(s)); slices.Sort(b); return string(b) }
	for m := time.January; m <= time.December; m++ {
		if name := m.String(); sorted(s) == sorted(name) || sorted(s) == sorted(name[:3]) {
			return true
		}
	}
	return false
}

// sameTeam is the team of that name in any case that there is already, or nil.
func (c Context) sameTeam(name string) *roadmap.Team {
	for _, t := range c.roadmap().Teams() {
		if fold(t.Name) == fold(name) {
			return t
		}
	}
	return nil
}
