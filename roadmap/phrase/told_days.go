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
	said := strings.Join(s.words[n:], " ")
	if day, is := weekday(said); is && n > 0 && s.words[n-1] == "last" && s.ctx.Today == s.ctx.Today.Monday()+roadmap.Date(day) {
		return (s.ctx.Today - 7).String(), true // said on a Tuesday, last Tuesday is not today
	}
	if said == "week" && n > 0 && s.words[n-1] == "last" {
		return "", false
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
	if _, isDay := weekday(s.words[n]); isDay && n < len(s.words)-1 {
		said = strings.Join(s.words[n+1:], " ")
	}
	day := typedDate(said)
	_, err := Date(day, s.ctx)
	return day, err == nil && !allDigits(day)
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
	if word(n) == "another" || word(n) == "by" {
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
	case strings.HasPrefix(word(n), "day") || strings.HasPrefix(word(n), "week"): // after another
		amount = "1"
	default:
		n++
	}
	if word(n) == "more" || word(n) == "extra" || word(n) == "further" || word(n) == "working" {
		n++
	}
	unit := map[string]string{"day": "d", "days": "d", "week": "w", "weeks": "w", "wk": "w", "wks": "w", "d": "d", "w": "w"}[word(n)]
	if unit == "" || amount == "" || amount[0] < '0' || amount[0] > '9' {
		return roadmap.Effort{}, 0, false
	}
	e, err := readEffort(amount+unit, "d")
	return e, n + 1, err == nil
}

// numbers are the words for small ones.
var numbers = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
