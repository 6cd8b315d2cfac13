package exchange

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
)

// checkOrders refuses a column of dates of which some can only begin with the day and others only with the month: then it is not
// known what the rest of them mean, nor what made them so.
func (s *sheet) checkOrders() error {
	for i := range s.columns {
		c := &s.columns[i]
		if c.use != asField || !isDateField(c.field.name) {
			continue
		}
		var first [monthFirst + 1]int // the row that has the first of each order, from 1
		for n, row := range s.rows {
			if order := orderOf(strings.TrimSpace(row.cells[i])); order != orderUnknown && first[order] == 0 {
				first[order] = n + 1
			}
		}
		if first[dayFirst] == 0 || first[monthFirst] == 0 {
			continue
		}
		day, month := s.rows[first[dayFirst]-1], s.rows[first[monthFirst]-1]
		return fmt.Errorf("column %s: %s in line %d begins with the day and %s in line %d with the month: write all dates as 2026-03-12 (--map %s= leaves the column out)",
			quoted(c.header), quoted(strings.TrimSpace(day.cells[i])), day.line, quoted(strings.TrimSpace(month.cells[i])), month.line, c.field.name)
	}
	return nil
}

// isDateField tells whether a field of a task is a date.
func isDateField(name string) bool {
	switch name {
	case "not_before", "deadline", "promised", "started", "finished", "told":
		return true
	}
	return false
}

// spanEffort is the effort of a task that a table gives a start and an end and no effort: all the working days between them,
// both included, of all its people. False where it has an effort, or where the table's dates are none of a plan: "not before" is
// a bound, no start.
func (in *csvIntake) spanEffort(t *roadmap.Task) (roadmap.Effort, bool) {
	start := in.of("not_before")
	if start == nil || start.name == "not before" || !in.has("deadline") {
		return roadmap.Effort{}, false
	}
	if t.Effort.Given() || t.Estimate.Given() || t.NotBefore == 0 || t.Deadline < t.NotBefore {
		return roadmap.Effort{}, false
	}
	cal := in.old.TaskCalendar(&roadmap.Task{})
	if in.old.Team(t.Team) != nil {
		cal = in.old.TeamCalendar(t.Team)
	}
	days := cal.Count(t.Deadline+1) - cal.Count(t.NotBefore)
	if work := days * max(t.People, 1); days > 0 && work <= roadmap.MaxEffort {
		return roadmap.PersonDays(work), true
	}
	return roadmap.Effort{}, false
}

// date reads a cell in the forms of files, and then in those that a person types, where the sheet has a reader for them.
func (s *sheet) date(cell string) (roadmap.Date, error) {
	d, err := readDate(cell, s.order)
	if err == nil || s.dates == nil || isAmbiguous(err) {
		return d, err
	}
	if typed, err := s.dates(cell); err == nil {
		return typed, nil
	}
	return d, err
}
