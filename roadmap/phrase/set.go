package phrase

import (
	"errors"
	"fmt"

	"bywhen/roadmap"
)

// Set is a set line as understood: the quick-add language for tasks that exist.
type Set struct {
	NewTeams  []string // names of teams that On creates
	Because   string   // the reason, to be kept with the change
	Chips     []Chip   // in the order of the text
	AsPlanned bool     // of an answer in a check-in: it says that all went as planned, and nothing else
	LeftOut   string   // of an answer in a check-in: what stands beside it and was not read
	Instead   string   // of an answer in a check-in: what to write if it was meant otherwise than it is taken, as "2 days left, if that is all"

	ctx     Context
	edits   []func(*roadmap.Task, *hand) error
	renames bool
}

// ParseSet reads a set line. It never fails on a half-typed text: what cannot be taken is a chip with a problem.
//
// The words are those of ParseAdd, with these differences. An effort counts from the first word on. todo, doing, done and
// dropped alone are the status; unblocked clears what is in the way. 80%, done 80%, half done and the like say how much of its effort is done, so
// that the rest is left. due:none, @none, after:none, effort:none and so on take a value away; -#tag, -after:X and
// -also:team take one of several away, where #tag, after: and also: add to what is there. ++3d moves a date from what each
// task has. due=fri is due:fri. title:"New name" renames, one task only; a word that means nothing is a problem and never a
// title, so that a slip of the finger renames nothing.
func ParseSet(text string, ctx Context) Set {
	s := sentence[roadmap.Task]{reader: reader{Context: ctx}, text: text, fields: taskFields(), sign: setSign, equals: true, gather: gatherShares}
	s.parseTask()
	_, renames := s.seen["title"]
	out := Set{Because: s.because, NewTeams: s.newTeams, Chips: s.chips, ctx: ctx, edits: s.edits, renames: renames}
	for _, w := range s.rest {
		if field := map[string]string{"@": "team", "#": "tags"}[w.text]; field != "" {
			out.Chips = append(out.Chips, Chip{Field: field, Text: w.text, Begun: true, Problem: "says nothing yet: a name follows " + w.text, Start: w.start(), End: w.end()})
			continue
		}
		out.Chips = append(out.Chips, Chip{Field: "text", Text: w.text, Start: w.start(), End: w.end(),
			Problem: fmt.Sprintf("%s is no field: write due:fri, @team, 3d, #tag, p1, after:3; title:%s renames", quote(w.text), quote(w.text))})
	}
	sortChips(out.Chips)
	return out
}

// Empty tells whether it says nothing yet.
func (s Set) Empty() bool { return len(s.Chips) == 0 }

// Problem is the first thing that On would refuse whatever the tasks, or nil.
func (s Set) Problem() error {
	if err := problem("set", s.Chips); err != nil {
		return err
	}
	if len(s.edits) == 0 {
		return errors.New("set: nothing to set yet: write fields as due:fri, @team, 3d or #tag")
	}
	return nil
}

// On carries the line out on tasks, in order. After an error the draft is to be thrown away. What after:none and -after: unlink
// are the dependencies of the Context's roadmap, on which the draft should have been opened.
func (s Set) On(d *roadmap.Draft, ids ...string) error {
	if err := s.Problem(); err != nil {
		return err
	}
	if len(ids) == 0 {
		return errors.New("set: no task is selected")
	}
	if s.renames && len(ids) > 1 {
		return fmt.Errorf("set: title: %d tasks cannot take the same title: select one", len(ids))
	}
	for _, id := range ids {
		if err := s.ctx.update(d, id, s.edits); err != nil {
			return err
		}
	}
	return nil
}

// update makes edits to a task and to what it waits for.
func (c Context) update(d *roadmap.Draft, id string, edits []func(*roadmap.Task, *hand) error) error {
	h := &hand{draft: d}
	var failed error
	err := d.UpdateTask(id, func(t *roadmap.Task) {
		for _, edit := range edits {
			if failed == nil {
				failed = edit(t, h)
			}
		}
	})
	if failed != nil {
		return fmt.Errorf("task %s: %w", quote(d.Task(id).Title), failed)
	}
	if err != nil {
		return err
	}
	return h.link(id, c.roadmap().Predecessors(id))
}
