package schedule

import "fmt"

// telling is the chain for a person to act on: where the item was committed to for a day that was late from the beginning, the same
// days without the baseline, since held to that all of them are an offset, which names nobody.
func (c *chain) telling() *chain {
	if !c.plannedLate() {
		return c
	}
	plain := *c
	plain.explainer, plain.cost = c.plainExplainer(), nil
	return &plain
}

// plannedLate tells whether the item was committed to for a day after the one that it is held to, and not only because what needs it
// has come to need it sooner since.
func (c *chain) plannedLate() bool {
	if c.offset() <= 0 {
		return false
	}
	d, needed := c.needer()
	if !needed {
		return true
	}
	was := c.committed(d)
	return was == 0 || was > d.deadline
}

// offset is the working days from the date that the item is held to to the baseline's; 0 without one.
func (c *chain) offset() int {
	ref, inBaseline := c.heldReference()
	if !inBaseline {
		return 0
	}
	return c.days - c.of.cal.Between(ref, c.of.finish)
}

// needer is the item whose deadline sets the late finish that a task is held to; false where it is held to a date of its own.
func (c *chain) needer() (held, bool) {
	i := c.of.last
	by := c.late[i].by()
	if c.of.goal >= 0 || c.to != c.Tasks[i].LateFinish || c.to == c.of.deadline || by == none || by == i {
		return held{}, false
	}
	if g := int(by) - len(c.jobs); g >= 0 {
		goal := c.Roadmap.Goals()[g]
		last, planned := c.lastOf(g)
		finish, open := c.goalFinish(g)
		return held{last, g, goal.Deadline, finish, open, c.Roadmap.Calendar()}, planned
	}
	return c.task(by), true
}

// rooted is the chain whose links lead to what a late item hangs on. What is only needed sooner than planned hangs on what
// makes its needer late.
func (c *chain) rooted() *chain {
	tells := c.telling()
	if tells.offset() <= 0 {
		return tells
	}
	d, needed := tells.needer()
	if !needed {
		return tells
	}
	whose := c.past(d, d.deadline)
	return whose.telling()
}

// offsetText says how the day that an item was planned for stands to the one that it is held to: its deadline, on which it is due, or
// another day, by which something after it needs it.
func (c *chain) offsetText(days int) string {
	ref, _ := c.heldReference()
	by, is := "needed by", "needed"
	if c.to == c.of.deadline {
		by, is = "due", "due"
	}
	d, needed := c.needer()
	switch {
	case days < 0:
		return fmt.Sprintf("%s to spare: planned for %s, %s %s", Plural(-days, "working day"), c.day(ref), by, c.day(c.to))
	case needed:
		return fmt.Sprintf("%s needs it %s sooner than planned, by %s", c.titleOf(d), Plural(days, "working day"), c.day(c.to))
	}
	return fmt.Sprintf("planned for %s, %s after it is %s, %s", c.day(ref), Plural(days, "working day"), is, c.day(c.to))
}

func (c *chain) titleOf(h held) string {
	if h.goal >= 0 {
		return c.Roadmap.Goals()[h.goal].Title
	}
	return c.tasks[h.last].Title
}
