package phrase

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// What people say of days is taken by these rules:
//
//	2 days left, to go          2 working days are left, whoever is at work on it: of three people 6 person-days
//	2d left                     2 person-days, as in the line that sets
//	2 days longer, over         2 working days more than the plan has left for it, so that it ends so much later
//	2 more days, another week   the same, since of the two meanings that is the later; where the plan has nothing left, all that is left
//	2 days late, slips 2 days   it ends so much later, be it that it begins later
//
// A day is a working day of those who do it. A week of an end that moves is one of the calendar: the same weekday, or the next working
// day after it; a week of work is five days.

// lapse is an amount of time as it is said.
type lapse struct {
	days  roadmap.Effort // a week is five days
	weeks int            // whole weeks, where it is said in weeks; else 0
	said  bool           // in words, as days pass: 2 days, a week; not 2d
	text  string         // 2 days, a week
}

// lapse reads an amount of time from the n-th word on, as duration does.
func (s *saying) lapse(n int) (lapse, int, bool) {
	days, end, ok := s.duration(n)
	if !ok {
		return lapse{}, 0, false
	}
	unit := s.words[end-1]
	if unit == "more" || unit == "extra" {
		unit = s.words[end-2]
	}
	out := lapse{days: days, said: len(unit) > 1 && !strings.ContainsAny(unit[:1], "0123456789.~")}
	weeks := unit[0] == 'w' || strings.HasSuffix(unit, "w")
	if n := days.Hundredths(); weeks && n%(100*DaysPerWeek) == 0 {
		out.weeks = n / (100 * DaysPerWeek)
	}
	switch {
	case !out.said:
		out.text = days.String() + "d"
	case out.weeks > 0:
		out.text = plural(out.weeks, "week")
	case days.Hundredths() == 100:
		out.text = "1 day"
	default:
		out.text = days.String() + " days"
	}
	return out, end, true
}

// from is the day that lies so much after another, or before it where sign is -1.
func (l lapse) from(day roadmap.Date, sign int, cal *roadmap.Calendar) roadmap.Date {
	switch n := sign * l.days.Duration(1); {
	case l.weeks > 0:
		return cal.Next(day + roadmap.Date(7*l.weeks*sign))
	case n > 0:
		return cal.Day(cal.Count(day+1) + n - 1)
	case n < 0:
		return cal.Day(cal.Count(day) + n)
	}
	return day
}

// work is by how much work, in hundredths of a day of one person, an end moves that moves by so much from a day.
func (l lapse) work(end roadmap.Date, sign int, cal *roadmap.Calendar) int {
	if l.weeks > 0 && end != 0 {
		return 100 * cal.Between(end, l.from(end, sign, cal))
	}
	return sign * l.days.Hundredths()
}

// more tells whether days are said to come on top of others: 2 more days, another week.
func (s *saying) more() bool {
	return slices.ContainsFunc(s.words, func(w string) bool {
		return slices.Contains([]string{"more", "another", "extra", "further", "additional"}, w)
	})
}

// ofAll is an amount of work in person-days: days in words are days of all who are at work on it.
func (s *saying) ofAll(l lapse) roadmap.Effort {
	if !l.said {
		return l.days
	}
	return roadmap.HundredthDays(l.days.Hundredths() * s.ctx.peopleOf())
}

// needed is what is told where an amount alone is all that is left, with what to write where that is less than by the plan and may have
// been meant to come on top: needs 2 days.
func (s *saying) needed(l lapse) string {
	left := s.ofAll(l)
	if l.said && s.ctx.Of != nil && left.Hundredths() < s.ctx.leftByPlan() {
		s.instead = l.text + " longer, if that comes on top of the plan"
	}
	return left.String() + "d left"
}

// leftByPlan is how much the plan has left of the task, in hundredths of a person-day, so that it ends when it does; 0 where it was to be
// done by now.
func (c Context) leftByPlan() int {
	of := c.Of
	if !of.Planned.Status.Open() {
		return 0
	}
	left, cal, people := of.Task.RemainingEffort(), c.calendarOf(), c.peopleOf()
	worked := 0
	if of.Start <= c.Today && of.Finish >= c.Today {
		worked = max(left.Duration(people)-(cal.Count(of.Finish+1)-cal.Count(c.Today)), 0)
	}
	return max(of.Planned.RemainingEffort().Hundredths(), left.Hundredths()-100*worked*people)
}

// later is by how much it ends later than planned, or earlier: slips a week, +2d, delayed by 3 days, extended by 2 days.
func (s *saying) later() (told, problem string) {
	if first := s.words[0]; len(first) > 1 && (first[0] == '+' || first[0] == '-') {
		amount := *s
		amount.words = append([]string{first[1:]}, s.words[1:]...)
		if len(s.words) == 1 && allDigits(first[1:]) {
			amount.words[0] += "d"
		}
		if l, end, ok := amount.lapse(0); ok && end == len(s.words) {
			return s.by(l, map[byte]int{'+': 1, '-': -1}[first[0]])
		}
	}
	if n := s.begins(saysLonger...); n > 0 {
		if l, end, ok := s.lapse(n); ok && end == len(s.words) {
			return s.longer(l, false)
		}
	}
	n := s.begins(saysLater...)
	if n == 0 {
		return "", ""
	}
	if l, end, ok := s.lapse(n); ok && (end == len(s.words) || slices.Contains(lateWords, strings.Join(s.words[end:], " "))) {
		return s.by(l, 1)
	}
	return "", ""
}

// by is what is told where a task ends some time later than planned (sign 1) or earlier: another promise, more that is left, or a
// later start. What should have begun began as planned where its start cannot have been later by so much: it was to end by now, or the
// later start would have passed as well.
func (s *saying) by(l lapse, sign int) (told, problem string) {
	of, cal := s.ctx.Of, s.ctx.calendarOf()
	switch {
	case of == nil || of.Task.IsMilestone():
		return "", quote(s.text) + ": write when it will be, as promised 4 dec"
	case of.Task.Promised != 0:
		return s.promisedBy(l.from(of.Task.Promised, sign, cal))
	case of.Task.Status == roadmap.Todo && (of.Planned.Started == 0 || max(of.Finish-1, of.Start) >= s.ctx.Today && l.from(of.Start, sign, cal) >= s.ctx.Today):
		return "starts " + max(l.from(of.Start, sign, cal), s.ctx.Today).String(), ""
	}
	left := s.ctx.leftByPlan() + l.work(of.Finish, sign, cal)*s.ctx.peopleOf()
	if !of.Planned.Status.Open() { // it should have ended before
		left -= 100 * s.ctx.peopleOf() * cal.Between(of.Finish, s.ctx.Today-1)
	}
	return s.leaves(left)
}

// promisedBy is another promise, which may not have passed.
func (s *saying) promisedBy(day roadmap.Date) (told, problem string) {
	if day < s.ctx.Today {
		return "", fmt.Sprintf("%s: that is %s, which has passed: write done %s, or promised 4 dec", quote(s.text), s.ctx.DateText(day), day)
	}
	return "promised " + day.String(), ""
}

// leaves is what is told where so much is left, in hundredths of a person-day; what should have begun has.
func (s *saying) leaves(left int) (told, problem string) {
	of := s.ctx.Of
	if left <= 0 {
		return "", quote(s.text) + ": by that it would be done: write done fri, or how much is left, as 2d left"
	}
	told = roadmap.HundredthDays(left).String() + "d left"
	if of.Task.Status == roadmap.Todo && of.Planned.Started != 0 {
		told = "started " + of.Planned.Started.String() + " " + told
	}
	return told, ""
}

// longer is what is told where work takes some time more than planned. Where it is not sure that the plan is meant (2 more days), that is
// taken all the same, since it is the later of the two, but where the plan has nothing left; and it is said how to write the other.
func (s *saying) longer(l lapse, unsure bool) (told, problem string) {
	of, cal := s.ctx.Of, s.ctx.calendarOf()
	switch {
	case of == nil && unsure:
		return s.ofAll(l).String() + "d left", ""
	case of == nil || of.Task.IsMilestone():
		return s.by(l, 1)
	case of.Task.Promised != 0 && unsure:
		return s.promisedBy(l.from(max(of.Task.Promised, s.ctx.Today), 1, cal))
	case of.Task.Promised != 0:
		return s.by(l, 1)
	}
	planned := s.ctx.leftByPlan()
	switch {
	case planned == 0 && unsure:
		return s.leaves(l.days.Hundredths() * s.ctx.peopleOf())
	case planned == 0:
		return s.by(l, 1)
	case unsure:
		s.instead = l.text + " left, if that is all"
		if s.ctx.peopleOf() > 1 && !l.said {
			s.instead = roadmap.HundredthDays(l.days.Hundredths()*s.ctx.peopleOf()).String() + "d left, if that is all"
		}
	}
	s.counted = l.text + " more than planned"
	return s.leaves(planned + l.work(of.Finish, 1, cal)*s.ctx.peopleOf())
}
