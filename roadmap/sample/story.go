package sample

import (
	"fmt"

	"bywhen/roadmap"
)

// Story is a roadmap as it was, and the steps that led from there to the present.
type Story struct {
	Start *roadmap.Roadmap
	Made  Moment // when Start was made
	Steps []Step // in the order in which they were made
}

// Moment is a civil day and a time of day.
type Moment struct {
	Day          roadmap.Date
	Hour, Minute int
}

// Step is one change of a roadmap.
type Step struct {
	Title, Because string
	Moment
	// Edit changes a draft that was opened on Day. It is nil in a step that only takes a baseline.
	Edit func(*roadmap.Draft) error
	// Baseline is the name under which the plan of that day is to be kept as a baseline, or empty.
	Baseline string
}

// TakeBaseline is the dates of a roadmap's plan on a day, as a baseline of that name.
type TakeBaseline func(r *roadmap.Roadmap, day roadmap.Date, name string) roadmap.Baseline

// On carries the step out on a roadmap and returns the next one.
func (s Step) On(r *roadmap.Roadmap, take TakeBaseline) (*roadmap.Roadmap, error) {
	d := r.Edit(s.Day)
	if s.Edit != nil {
		if err := s.Edit(d); err != nil {
			return nil, fmt.Errorf("sample: %s: %w", s.Title, err)
		}
	}
	if s.Baseline != "" {
		b := take(r, s.Day, s.Baseline)
		b.Current = true
		if err := d.PutBaseline(b); err != nil {
			return nil, fmt.Errorf("sample: %s: %w", s.Title, err)
		}
	}
	return d.Close()
}

// Now is the roadmap after all steps.
func (s Story) Now(take TakeBaseline) (*roadmap.Roadmap, error) {
	r := s.Start
	for _, step := range s.Steps {
		next, err := step.On(r, take)
		if err != nil {
			return nil, err
		}
		r = next
	}
	return r, nil
}

// week counts a roadmap's working days from a day: 0 is that day, or the last working day before it.
type week struct {
	cal   *roadmap.Calendar
	today roadmap.Date
}

func (w week) day(n int) roadmap.Date { return w.cal.Day(w.cal.Count(w.cal.Last(w.today)) + n) }

// inside is the nearest day that leaves room for a sample on both sides.
func inside(today roadmap.Date) roadmap.Date {
	return min(max(today, roadmap.FirstDate+366), roadmap.LastDate-2*366)
}

// period is a run of days off or of more people.
func (w week) period(name string, from, to, people int) roadmap.Period {
	return roadmap.Period{Name: name, From: w.day(from), To: w.day(to), People: people}
}

// yearEnds are the holidays around every turn of the year near a day.
func yearEnds(today roadmap.Date) []roadmap.Period {
	year, _, _ := today.Civil()
	var out []roadmap.Period
	for y := year - 1; y <= year+1; y++ {
		p := roadmap.Period{Name: "Year end", From: roadmap.NewDate(y, 12, 24), To: roadmap.NewDate(y+1, 1, 1)}
		if p.From.InRange() && p.To.InRange() {
			out = append(out, p)
		}
	}
	return out
}

// blank is an empty roadmap with the year's end off, and its working days counted from a day.
func blank(name string, today roadmap.Date, start int) (*roadmap.Roadmap, week, error) {
	w := week{roadmap.NewCalendar(roadmap.MonToFri, yearEnds(today)), today}
	r := roadmap.New(name, w.day(start))
	d := r.Edit(w.day(start))
	s := *d.Settings()
	s.Holidays, s.Currency = yearEnds(today), "EUR"
	if err := d.SetSettings(s); err != nil {
		return nil, w, err
	}
	r, err := d.Close()
	return r, w, err
}
