package phrase

import "bywhen/roadmap"

// Context is what a text is read against.
type Context struct {
	Today   roadmap.Date       // the status date
	Dates   roadmap.DateFormat // how dates are said; any form is read whatever it is
	Roadmap *roadmap.Roadmap   // names are looked up in it; nil is an empty one
	// Before is the id of the task added just before, which after:^ names; empty where there is none.
	Before string
	// Team and Goal are ids that an added task takes where its line names none: an add line that stays open keeps them.
	Team, Goal string
	// Kind is what an item is whose line does not begin with one: an add line that stays open keeps it. "team", "supplier",
	// "goal" or "risk"; empty where a line must say.
	Kind string
	// AddsDays lets an item's line with the name of a team that is there add days off and extra people to it.
	AddsDays bool
	// Selected is the id of the team that is selected: an item's line that says of a person, or of nobody, that they are off is of it.
	Selected string
	// Of is how the task stands that ParseTold reads an answer about, or the one task that a set line is for; nil where nobody knows.
	Of *Standing
	// Public knows the public holidays of countries, for an item's line that asks for them; nil where none does.
	Public PublicHolidays
	// Tables reads tables that are pasted and name their columns; nil where none does.
	Tables Tables
	// Value is what a date field has now, from which ++3d counts; 0 where it has none. For Date alone: a line takes it from each task.
	Value roadmap.Date
	// Actual makes a date without a year the last one, today included, instead of the next, and one that is still to come an error. For
	// Date alone: a line knows its fields.
	Actual bool
}

// peopleOf is how many work at once on the task that a text is about; 1 where nobody knows.
func (c Context) peopleOf() int {
	if c.Of == nil {
		return 1
	}
	return max(c.Of.Task.People, 1)
}

// calendarOf are the working days of the task that a text is about; of the roadmap where there is none, or it has no working day.
func (c Context) calendarOf() *roadmap.Calendar {
	if c.Of != nil {
		if cal := c.roadmap().TaskCalendar(c.Of.Task); !cal.Empty() {
			return cal
		}
	}
	return c.roadmap().Calendar()
}
