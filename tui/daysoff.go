package tui

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/input"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// dayOff is a run of days off, or of extra people: of a team, or a holiday of everybody.
type dayOff struct {
	roadmap.Period
	team  *roadmap.Team // nil: of everybody
	extra bool
}

// daysOff are all of a roadmap, by their first day; on the same one those of everybody come first.
func daysOff(r *roadmap.Roadmap) []dayOff {
	var out []dayOff
	for _, p := range r.Settings().Holidays {
		out = append(out, dayOff{Period: p})
	}
	for _, t := range r.Teams() {
		for _, p := range t.TimeOff {
			out = append(out, dayOff{p, t, false})
		}
		for _, p := range t.Extra {
			out = append(out, dayOff{p, t, true})
		}
	}
	slices.SortStableFunc(out, func(a, b dayOff) int { return cmp.Compare(a.From, b.From) })
	return out
}

// who is whom it is about: "everybody", "Mechanics", "Mechanics, 1 person", "Mechanics +2 people".
func (o *dayOff) who() string {
	switch {
	case o.team == nil:
		return "everybody"
	case o.extra:
		return o.team.Name + " +" + people(o.People)
	case o.People > 0:
		return o.team.Name + ", " + people(o.People)
	}
	return o.team.Name
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return paint.Thousands(n) + " people"
}

// called is how a message names it: "holiday Year end", "Offsite at Mechanics", without a name "Mechanics off 2 to 4 Mar".
func (o *dayOff) called(today roadmap.Date) string {
	name, days := o.Name, paint.Days(o.From, o.To, today)
	switch {
	case o.team == nil:
		return "holiday " + cmp.Or(name, days)
	case name != "":
		return name + " at " + o.team.Name
	case o.extra:
		return o.who() + " " + days
	}
	return o.team.Name + " off " + days
}

// working is on how many of its days those whom it is about would be at work but for days off.
func (o *dayOff) working(r *roadmap.Roadmap) int {
	week := r.Settings().Weekdays
	if o.team != nil && o.team.Weekdays != 0 {
		week = o.team.Weekdays
	}
	return roadmap.NewCalendar(week).Between(o.From-1, o.To)
}

// datesOf is how the dates of some are written where they are listed.
func datesOf(all []dayOff, today roadmap.Date) paint.Dated {
	days := make([]roadmap.Date, 0, 2*len(all))
	for i := range all {
		days = append(days, all[i].From, all[i].To)
	}
	return paint.DatesOf(today, days...)
}

// listed is it as a row of the list.
func (o *dayOff) listed(r *roadmap.Roadmap, today roadmap.Date, dates paint.Dated) input.DayOff {
	when := dates.Weekday(o.From)
	if o.To != o.From {
		when += " to " + dates.Weekday(o.To)
	}
	return input.DayOff{When: when, Short: dates.Days(o.From, o.To), Who: o.who(), Name: o.Name, Days: o.working(r), Past: o.To < today}
}

// change changes the list of a draft that holds it, given where it stands there; an error where it is not there any more as it was.
func (o *dayOff) change(d *roadmap.Draft, with func([]roadmap.Period, int) []roadmap.Period) error {
	var failed error
	on := func(list []roadmap.Period) []roadmap.Period {
		i := slices.Index(list, o.Period)
		if i < 0 {
			failed = errors.New("these days off are no longer there as they are listed: nothing was changed")
			return list
		}
		return with(slices.Clone(list), i)
	}
	if o.team == nil {
		s := *d.Settings()
		s.Holidays = on(s.Holidays)
		return cmp.Or(failed, d.SetSettings(s))
	}
	err := d.UpdateTeam(o.team.ID, func(t *roadmap.Team) {
		if o.extra {
			t.Extra = on(t.Extra)
		} else {
			t.TimeOff = on(t.TimeOff)
		}
	})
	return cmp.Or(failed, err)
}

// listDaysOff lists all days off and extra people, where each can be changed and taken away.
func (m *Model) listDaysOff() {
	var all []dayOff
	rows := func() []input.DayOff {
		all = daysOff(m.scene.Roadmap)
		out, dates := make([]input.DayOff, len(all)), datesOf(all, m.scene.Today)
		for i := range all {
			out[i] = all[i].listed(m.scene.Roadmap, m.scene.Today, dates)
		}
		return out
	}
	list, shown := input.NewDaysOff(rows()), m.version
	for i, o := range all {
		if o.team != nil && o.team.ID == m.scene.Selected.Team && o.To >= m.scene.Today {
			list.Point(i)
			break
		}
	}
	m.put(&over{component: list, shown: func() {
		if m.version != shown {
			list.Show(rows())
			shown = m.version
		}
		list.Say(m.message, m.trouble)
	}, taken: func(int) tea.Cmd {
		var chosen []dayOff
		for _, i := range list.Chosen() {
			chosen = append(chosen, all[i])
		}
		m.takeDaysOff(list.Pressed, chosen)
		return nil
	}})
}

// takeDaysOff does what was pressed in the list of days off.
func (m *Model) takeDaysOff(pressed string, chosen []dayOff) {
	switch {
	case pressed == "u":
		m.undo()
	case pressed == "ctrl+r":
		m.redo()
	case m.refusesPast():
	case pressed == "a":
		m.addOther()
	case pressed == "X":
		m.removeDaysOff(chosen)
	case len(chosen) > 1:
		m.say("one at a time can be changed: unmark the others with v")
	default:
		m.changeDaysOff(chosen[0])
	}
}

// removeDaysOff takes days off away, in one edit.
func (m *Model) removeDaysOff(chosen []dayOff) {
	title := chosen[0].called(m.scene.Today)
	if n := len(chosen) - 1; n > 0 {
		title += fmt.Sprintf(" and %d more", n)
	}
	m.remove(title+" deleted", func(d *roadmap.Draft) error {
		for i := range chosen {
			if err := chosen[i].change(d, func(list []roadmap.Period, at int) []roadmap.Period { return slices.Delete(list, at, at+1) }); err != nil {
				return err
			}
		}
		return nil
	})
}

// changeDaysOff opens a line with the days and their name as they are, to be others.
func (m *Model) changeDaysOff(o dayOff) {
	parse := func(text string) (roadmap.Period, []phrase.Chip) {
		return phrase.ParseDays(text, o.team != nil, o.extra, m.context())
	}
	put := func(now roadmap.Period) func(*roadmap.Draft) error {
		return func(d *roadmap.Draft) error {
			return o.change(d, func(list []roadmap.Period, at int) []roadmap.Period { list[at] = now; return list })
		}
	}
	read := func(t input.Typed) input.Reading {
		now, chips := parse(t.Text)
		out := input.Reading{Chips: chips, Today: m.session.Today()}
		if err := phrase.Problem("days off", chips); err != nil {
			out.Problem = err.Error()
			return out
		}
		m.probe(&out, put(now))
		return out
	}
	line := input.NewLine(input.LineOptions{Prompt: o.who(), Text: o.typed(), Enter: "change", Esc: "leave", Needed: "the days, as 24-dec to 1-jan Year end", Read: read, Deadlines: true})
	m.put(&over{component: line, taken: func(int) tea.Cmd {
		now, _ := parse(line.Text())
		if now != o.Period && !m.edit(o.called(m.session.Today())+": "+m.becomes(o.Period, now), "", put(now)) {
			line.Refuse(m.message)
			return nil
		}
		m.close()
		return nil
	}})
}

// typed is it as ParseDays reads it.
func (o *dayOff) typed() string {
	out := fmt.Sprintf("%s to %s", o.From, o.To)
	if o.People > 0 {
		out += " " + people(o.People)
	}
	return strings.TrimSpace(out + " " + o.Name)
}

// becomes says what days off are now that were others, as "24 Dec to 1 Jan → 24 Dec to 3 Jan, name Year end".
func (m *Model) becomes(was, now roadmap.Period) string {
	today := m.session.Today()
	var out []string
	for _, f := range []struct{ name, was, now string }{
		{"days", paint.Days(was.From, was.To, today), paint.Days(now.From, now.To, today)},
		{"people", optional(was.People > 0, paint.Thousands(was.People)), optional(now.People > 0, paint.Thousands(now.People))},
		{"name", was.Name, now.Name},
	} {
		if words := differing(f.name, f.was, f.now); words != "" {
			out = append(out, words)
		}
	}
	return strings.Join(out, ", ")
}
