package main

import (
	"fmt"
	"strconv"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/store"
	"bywhen/tui/paint"
)

// oneChange is a step of the history with the roadmap before it and after it.
type oneChange struct {
	store.Entry
	diff
	now    *roadmap.Roadmap
	titles map[string]string // of what has been deleted since
	done   map[doneAt]roadmap.Date
}

// change finds a change by its number and takes the history back to it.
func (p *program) change(number string) (*oneChange, error) {
	f, s, err := p.load()
	if err != nil {
		return nil, err
	}
	entries, err := f.History(0)
	if err != nil {
		return nil, err
	}
	for len(entries) > 0 && entries[0].Seq >= uint64(s.Revision) {
		entries = entries[1:] // made after the roadmap was read
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(entries) {
		return nil, fmt.Errorf("there is no change %q: \"bywhen log\" numbers them, from 1 to %d", number, len(entries))
	}
	before, after := s.Roadmap, s.Roadmap
	for _, e := range entries[:len(entries)-n+1] {
		after = before
		if before, err = before.Replay(e.Inverted()); err != nil {
			return nil, err
		}
	}
	c := &oneChange{Entry: entries[len(entries)-n], now: s.Roadmap, titles: titlesBefore(entries), done: doneDays(s.Roadmap, entries)}
	c.was, c.is = schedule.Compute(before, c.Today, schedule.Options{}), schedule.Compute(after, c.Today, schedule.Options{})
	c.readItems()
	return c, nil
}

// printChange prints one change in full: when it was made and why, what it did to the deadlines, and each value before and after.
func (p *program) printChange(number string, asJSON bool) error {
	c, err := p.change(number)
	if err != nil {
		return err
	}
	if asJSON {
		return p.printJSON(c.json())
	}
	today, err := p.today()
	if err != nil {
		return err
	}
	at := c.At.In(p.now().Location())
	p.printf("%s\n", visible(fmt.Sprintf("%d  %s  %s", c.Seq, paint.Weekday(roadmap.DateOf(at), today)+at.Format(" 15:04"), c.Title)))
	if c.Because != "" {
		p.field("because", c.Because)
	}
	if moves := movesText(c.now, c.titles, c.Entry, c.done, today); moves != "" {
		p.field("deadlines", moves)
	}
	for _, i := range c.items {
		p.printItem(&c.diff, i)
	}
	return nil
}

// oneChangeJSON is what log --json says of a change, with each field before and after.
type oneChangeJSON struct {
	changeJSON
	Edits []itemDiffJSON `json:"edits"`
}

func (c *oneChange) json() oneChangeJSON {
	return oneChangeJSON{entryJSON(c.now, c.Entry), c.diff.json().Edits}
}
