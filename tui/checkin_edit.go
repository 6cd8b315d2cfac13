package tui

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/roadmap/week"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/session"
)

// grow makes the edit anew of all that was told, and says which deadline that moves furthest beside a plan before it.
func (c *checkIn) grow(before *schedule.Plan) (input.Moved, error) {
	n := 0
	for _, a := range c.asked {
		if a.told {
			n++
		}
	}
	title := roadmap.CheckInTitle(n)
	if n == 0 && len(c.added) > 0 {
		title = "pasted " + strings.Join(c.added, ", ")
	}
	_, err := c.m.session.Grow(title, c.reasons(), c.change(slices.Clone(c.asked)))
	if err != nil {
		return input.Moved{}, err
	}
	c.m.look()
	for i := range c.asked { // what goes as planned may hang on another line
		if a := &c.asked[i]; a.told && c.said(a).AsPlanned {
			c.Reword(i, c.words(a))
		}
	}
	for _, x := range session.Moved(before, c.m.session.Plan()) { // the furthest moved first
		switch opens := x.OpenEnd && !x.WasOpen; {
		case x.Undated:
			return input.Moved{Title: x.Title, By: paint.Span{Style: paint.Late, Text: "no date"}}, nil
		case x.Done:
			return input.Moved{Title: x.Title, By: paint.Span{Style: paint.DoneStyle(&x.Deadline), Text: "done"}}, nil
		case x.Moved != 0 || x.OpenEnd != x.WasOpen:
			return input.Moved{Title: x.Title, By: paint.Span{Style: paint.DeltaStyle(x.Moved, opens), Text: c.m.theme.ShortDelta(x.Moved, opens)}}, nil
		}
	}
	return input.Moved{}, nil
}

// reasons are those that were given, each with the title of its task.
func (c *checkIn) reasons() string {
	var out []string
	for i := range c.asked {
		if a := &c.asked[i]; a.told {
			if why := c.said(a).Because; why != "" {
				out = append(out, c.plan.Roadmap.Tasks()[a.task].Title+": "+why)
			}
		}
	}
	return strings.Join(out, "; ")
}

// change makes an edit of what was told.
func (c *checkIn) change(told []asked) func(*roadmap.Draft) error {
	return func(d *roadmap.Draft) error {
		places, err := c.tellAll(d, told)
		if err != nil {
			return err
		}
		for _, i := range week.Behind(c.plan, places) {
			if err := d.UpdateTask(c.id(i), func(t *roadmap.Task) { t.Told = c.plan.Today }); err != nil {
				return err
			}
		}
		for _, do := range c.also {
			if err := do(d); err != nil {
				return err
			}
		}
		return nil
	}
}

// andBehind counts what was told of with what was asked about, since it only waits for that: ", and 2 that only wait"; or empty.
func (c *checkIn) andBehind() string {
	var places []int
	for i := range c.asked {
		if a := &c.asked[i]; a.told {
			places = append(places, a.task)
		}
	}
	behind := slices.DeleteFunc(week.Behind(c.plan, places), func(i int) bool { return slices.Contains(places, i) })
	switch len(behind) {
	case 0:
		return ""
	case 1:
		return ", and 1 that only waits"
	}
	return fmt.Sprintf(", and %d that only wait", len(behind))
}

func (c *checkIn) id(task int) string { return c.plan.Roadmap.Tasks()[task].ID }

// said is what a text typed into a line says of its task; enter alone says that all went as planned.
func (c *checkIn) said(a *asked) phrase.Set {
	if a.text == "" {
		return phrase.Set{AsPlanned: true}
	}
	return phrase.ParseTold(a.text, c.context(a.task))
}

// tellAll makes of a draft all that was told, and gives the places of the tasks: first what was said in words, since what goes as
// planned may wait for that.
func (c *checkIn) tellAll(d *roadmap.Draft, told []asked) (places []int, err error) {
	is := map[int]bool{}
	var planned []*asked
	for i := range told {
		a := &told[i]
		if !a.told {
			continue
		}
		places, is[a.task] = append(places, a.task), true
		said := c.said(a)
		if said.AsPlanned {
			planned = append(planned, a)
			continue
		}
		if err := said.On(d, c.id(a.task)); err != nil {
			return nil, err
		}
		if err := d.UpdateTask(c.id(a.task), week.Told(c.plan, a.task)); err != nil {
			return nil, err
		}
	}
	c.inOrder(planned)
	for _, a := range planned {
		if err := d.UpdateTask(c.id(a.task), c.asPlanned(d, a, func(task int) bool { return is[task] })); err != nil {
			return nil, err
		}
	}
	return places, nil
}

// inOrder puts each behind what it waits for: what goes as planned begins after that.
func (c *checkIn) inOrder(tasks []*asked) {
	if len(tasks) < 2 {
		return
	}
	place := make([]int, len(c.plan.Roadmap.Tasks()))
	for k, i := range c.plan.Roadmap.Network().Order {
		place[i] = k
	}
	slices.SortFunc(tasks, func(a, b *asked) int { return place[a.task] - place[b.task] })
}

// asPlanned is what becomes of a task in a draft that goes as planned; told tells of which tasks something is.
func (c *checkIn) asPlanned(d *roadmap.Draft, a *asked, told func(task int) bool) func(*roadmap.Task) {
	switch {
	case a.reached || c.plan.Roadmap.Tasks()[a.task].IsMilestone():
		return func(t *roadmap.Task) { t.Status, t.Told = roadmap.Done, c.plan.Today }
	case week.HoldsUp(c.plan, a.task, d, told) >= 0:
		return func(t *roadmap.Task) { t.Told = c.plan.Today }
	}
	return week.AsPlannedAfter(c.plan, a.task, d)
}
