package phrase

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// bare is a day of which it is not said what happens on it.
func (s *saying) bare() (told, problem string) {
	at := 0
	if s.words[0] == "due" {
		at = 1
	}
	day, ok := s.date(at)
	if !ok {
		return "", ""
	}
	if said := strings.Join(s.words, " "); withoutAssent(said) != said && withoutAssent(said) != "" { // 20 january confirmed
		return "promised " + day, ""
	}
	was := s.ctx
	was.Actual = true
	if _, err := Date(day, was); err != nil {
		return "", fmt.Sprintf("%s: write promised %s or starts %s", quote(s.text), day, day)
	}
	return "", fmt.Sprintf("%s: write done %s, promised %s or starts %s", quote(s.text), day, day, day)
}

// date is the words from the n-th on as one date, if they are, in a form that Date reads. Words that only lead up to it are passed
// over, and a weekday before a day of the month.
func (s *saying) date(n int) (string, bool) {
	for n < len(s.words)-1 && slices.Contains([]string{"on", "last", "since", "this", "the", "already"}, s.words[n]) {
		n++
	}
	if n >= len(s.words) {
		return "", false
	}
	said := withoutAssent(strings.Join(s.words[n:], " "))
	if _, is := weekday(said); is && n > 0 { // said on a Tuesday, last Tuesday is not today, and this one is
		if d, is := s.ctx.weekdayOf(s.words[n-1] + " " + said); is && s.words[n-1] == "last" || is && d == s.ctx.Today {
			return d.String(), true
		}
	}
	if said == "week" && n > 0 && s.words[n-1] == "last" {
		return "", false
	}
	if day, is := s.fromToday(strings.Fields(said)); is {
		return day, true
	}
	switch said {
	case "morning", "afternoon":
		return "today", true
	case "week", "end of week", "end of the week":
		return "eow", true
	case "next week", "end of next week":
		eow, err := Date("eow", s.ctx)
		return (eow + 7).String(), err == nil
	case "end of month", "end of the month":
		return "eom", true
	case "new year", "new year's", "new year’s":
		return s.newYear(), true
	}
	if first, rest, more := strings.Cut(said, " "); more {
		if _, isDay := weekday(first); isDay {
			said = rest
		}
	}
	day := typedDate(said)
	_, err := Date(day, s.ctx)
	return day, err == nil && !allDigits(day)
}

// withoutAssent is a day without what agrees to it behind it, or says which it was before: 16 january as agreed, 20 january instead of 9 january.
func withoutAssent(said string) string {
	for _, before := range []string{" instead of ", " rather than "} {
		said, _, _ = strings.Cut(said, before)
	}
	for _, end := range []string{" as agreed", " as promised", " as planned", " as discussed", " at the latest", " latest", " at the earliest", " confirmed", " for sure", " morning", " afternoon", " evening", " noon"} {
		said = strings.TrimSuffix(said, end)
	}
	return said
}

// fromToday reads a day that is counted from today, a week by its number, and the end of a month: next friday, fri next week, in two weeks, 3 days ago, kw 12, end
// of january. Days to come are working days, as +3d has them; those that are over are days.
func (s *saying) fromToday(words []string) (string, bool) {
	of := &saying{words: words, ctx: s.ctx}
	if d, is := s.ctx.weekdayOf(strings.Join(words, " ")); is {
		return d.String(), true
	}
	if w := calendarWeek(words); w != "" {
		_, err := Date(w, s.ctx)
		return w, err == nil
	}
	if n := of.begins("end of", "the end of"); n > 0 && n == len(words)-1 {
		if m, is := month(words[n]); is {
			d, err := Date("28-"+monthName(m), s.ctx)
			y, mon, _ := d.Civil()
			return roadmap.NewDate(y, int(mon)+1, 0).String(), err == nil
		}
	}
	in := b2i(len(words) > 0 && (words[0] == "in" || words[0] == "within"))
	amount, n, ok := of.duration(in)
	if !ok || amount.Hundredths()%100 != 0 {
		return "", false
	}
	weeks := strings.HasPrefix(words[n-1], "w") || strings.HasSuffix(words[n-1], "w")
	days := amount.Hundredths() / 100
	switch behind := strings.Join(words[n:], " "); {
	case in == 1 && behind == "" && !weeks, behind == "from now" && !weeks:
		return s.ctx.workingDays(s.ctx.Today, days).String(), true
	case in == 1 && behind == "", behind == "from now":
		return (s.ctx.Today + roadmap.Date(7*days/DaysPerWeek)).String(), true
	case behind == "ago" && weeks:
		days = 7 * days / DaysPerWeek
		fallthrough
	case behind == "ago":
		return (s.ctx.Today - roadmap.Date(days)).String(), true
	}
	return "", false
}

// calendarWeek is a week by its number as Date reads it, w12 of kw 12, cw12 or week 12; empty for all else.
func calendarWeek(words []string) string {
	said := strings.TrimPrefix(strings.Join(words, " "), "in ")
	for _, week := range []string{"calendar week", "week", "kw", "cw", "wk"} {
		if n, is := strings.CutPrefix(said, week); is {
			if n = strings.Trim(n, " ."); allDigits(n) && len(n) <= 2 {
				return "w" + n
			}
		}
	}
	return ""
}

// vague refuses what is no day, though it names a month: early february, mid march, beginning of may.
func (s *saying) vague() (told, problem string) {
	for i, w := range s.words {
		if !slices.Contains([]string{"early", "mid", "late", "beginning", "middle", "start", "somewhere", "sometime"}, w) {
			continue
		}
		of := i + 1
		for of < len(s.words) && (s.words[of] == "of" || s.words[of] == "in") {
			of++
		}
		if of == len(s.words)-1 {
			if m, is := month(s.words[of]); is {
				return "", fmt.Sprintf("%s is no day: write one, as promised 15 %s", quote(strings.Join(s.words[i:], " ")), monthName(m))
			}
		}
	}
	return "", ""
}

// newYear is the first day of work in the next year.
func (s *saying) newYear() string {
	year, _, _ := s.ctx.Today.Civil()
	return s.ctx.roadmap().Calendar().Next(roadmap.NewDate(year+1, 1, 1)).String()
}

// duration reads working days as they are said, from the n-th word on, and tells which word follows: 3d, 3 days, 2 more weeks,
// another week, half a day. A week is five days.
func (s *saying) duration(n int) (roadmap.Effort, int, bool) {
	word := func(i int) string {
		if i < len(s.words) {
			return s.words[i]
		}
		return ""
	}
	another := word(n) == "another"
	if another || word(n) == "by" {
		n++
	}
	if w := strings.TrimLeft(word(n), "~"); looksLikeEffort(w) {
		e, err := readEffort(w, "d")
		return e, n + 1, err == nil
	}
	amount := strings.TrimLeft(word(n), "~")
	switch {
	case amount == "half" && (word(n+1) == "a" || word(n+1) == "an"):
		amount, n = "0.5", n+2
	case numbers[amount] > 0:
		amount, n = strconv.Itoa(numbers[amount]), n+1
	case another && (strings.HasPrefix(word(n), "day") || strings.HasPrefix(word(n), "week")):
		amount = "1"
	default:
		n++
	}
	if word(n) == "more" || word(n) == "extra" || word(n) == "further" || word(n) == "additional" || word(n) == "working" {
		n++
	}
	unit := map[string]string{"day": "d", "days": "d", "week": "w", "weeks": "w", "wk": "w", "wks": "w", "d": "d", "w": "w", "tag": "d", "tage": "d", "tagen": "d", "woche": "w", "wochen": "w"}[word(n)]
	if unit == "" || amount == "" || amount[0] < '0' || amount[0] > '9' {
		return roadmap.Effort{}, 0, false
	}
	e, err := readEffort(amount+unit, "d")
	return e, n + 1, err == nil
}

// numbers are the words for small ones.
var numbers = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
