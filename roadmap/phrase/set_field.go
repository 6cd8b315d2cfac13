package phrase

import (
	"errors"
	"fmt"
	"strings"

	"bywhen/roadmap"
)

// SetField sets a field, by its name in the roadmap's JSON (or a key of the quick-add language), of a task, team, goal or risk.
// A date is read as in quick-add, so are efforts, names of teams and all else; fields of an object are written experiment.result.
//
// An empty value, or none, takes the value away. A list replaces what is there; begun with a plus it is added, with a minus
// taken away (tags=+hardware, after=-3). blockers=TEXT adds a blocker, blockers=none clears the open ones today. An error
// names the item, the field and the value; one about the field lists those that there are. After an error the draft is to be
// thrown away.
func SetField(d *roadmap.Draft, kind roadmap.Kind, id, field, value string, ctx Context) error {
	r := &reader{Context: ctx}
	switch kind {
	case roadmap.KindTask:
		edits, err := readField(r, "task", id, taskFields(), field, value)
		if err != nil {
			return err
		}
		return ctx.update(d, id, edits)
	case roadmap.KindTeam:
		edits, err := readField(r, "team", id, teamFields(), field, value)
		return apply(err, edits, d, func(f func(*roadmap.Team)) error { return d.UpdateTeam(id, f) })
	case roadmap.KindGoal:
		edits, err := readField(r, "goal", id, goalFields(), field, value)
		return apply(err, edits, d, func(f func(*roadmap.Goal)) error { return d.UpdateGoal(id, f) })
	case roadmap.KindRisk:
		edits, err := readField(r, "risk", id, riskFields(), field, value)
		return apply(err, edits, d, func(f func(*roadmap.Risk)) error { return d.UpdateRisk(id, f) })
	}
	return fmt.Errorf("%s: no fields can be set on it: name a task, team, goal or risk", kind)
}

// apply makes edits through a draft's update of one item.
func apply[T any](err error, edits []func(*T, *hand) error, d *roadmap.Draft, update func(func(*T)) error) error {
	if err != nil {
		return err
	}
	var failed error
	err = update(func(t *T) {
		for _, edit := range edits {
			if failed == nil {
				failed = edit(t, &hand{draft: d})
			}
		}
	})
	if failed != nil {
		return failed
	}
	return err
}

// readField reads a value as edits.
func readField[T any](r *reader, kind, id string, fields []field[T], name, value string) ([]func(*T, *hand) error, error) {
	refuse := func(problem string) error {
		return &roadmap.Error{Code: roadmap.Invalid, Item: kind + " " + quote(id), Field: name, Problem: problem}
	}
	f := find(fields, name)
	if f == nil {
		return nil, refuse(fmt.Sprintf("there is no such field of a %s: use %s", kind, strings.Join(names(fields), ", ")))
	}
	readings, err := f.readings(r, value)
	if err != nil {
		return nil, refuse(err.Error())
	}
	var edits []func(*T, *hand) error
	for _, got := range readings {
		edits = append(edits, got.put)
	}
	return edits, nil
}

// readings are what a value of FIELD=VALUE does, one after the other.
func (f *field[T]) readings(r *reader, value string) ([]reading[T], error) {
	w := literal(value)
	if !f.text {
		var err error
		if w, err = unspaced(strings.TrimSpace(value)); err != nil {
			return nil, err
		}
	}
	return f.replacing(r, w)
}

// replacing are what a value does that takes the place of all that was there, but where it begins with a sign.
func (f *field[T]) replacing(r *reader, w word) ([]reading[T], error) {
	switch {
	case w.text == "" && f.clear == nil:
		return nil, errors.New("must not be empty")
	case w.text == "" || f.clear != nil && w.is("none"):
		return []reading[T]{f.cleared()}, nil
	case !f.list:
		got, err := f.value(r, w)
		return []reading[T]{got}, err
	}
	return f.listed(r, w)
}

// added are what values do that join those of a list; a plus before them says the same.
func (f *field[T]) added(r *reader, w word) ([]reading[T], error) {
	if w.bare[0] == '+' {
		w = w.from(1)
	}
	var out []reading[T]
	for _, part := range w.list() {
		got, err := f.value(r, part)
		if err != nil {
			return nil, err
		}
		out = append(out, got)
	}
	return out, nil
}

func (f *field[T]) listed(r *reader, w word) ([]reading[T], error) {
	read, out := f.value, []reading[T]{f.cleared()}
	switch {
	case w.bare[0] == '+':
		out, w = nil, w.from(1)
	case w.bare[0] == '-' && f.remove != nil:
		out, w, read = nil, w.from(1), f.remove
	}
	for _, part := range w.list() {
		got, err := read(r, part)
		if err != nil {
			return nil, err
		}
		out = append(out, got)
	}
	return out, nil
}

// NewTeam is a team that a value would create, and the teams whose names come near its name, the nearest first: it may be a slip.
type NewTeam struct {
	Name string
	Near []string
}

// NewTeams are the teams that SetField would create of a value of a task's field.
func NewTeams(field, value string, ctx Context) []NewTeam {
	r := &reader{Context: ctx}
	f := find(taskFields(), field)
	if f == nil {
		return nil
	}
	readings, err := f.readings(r, value)
	var out []NewTeam
	for _, got := range readings {
		if got.newTeam == "" || err != nil {
			continue
		}
		n := NewTeam{Name: got.newTeam}
		for _, near := range nearest(got.newTeam, ctx.teams()) {
			n.Near = append(n.Near, near.name)
		}
		out = append(out, n)
	}
	return out
}

// FieldSays is what SetField takes a value for, in words: "time off Thu 24 Dec to Fri 1 Jan", of a list each; or why it cannot. What
// only a draft can tell is not looked at.
func FieldSays(kind roadmap.Kind, field, value string, ctx Context) (string, error) {
	r := &reader{Context: ctx}
	switch kind {
	case roadmap.KindTask:
		return says(r, taskFields(), field, value)
	case roadmap.KindTeam:
		return says(r, teamFields(), field, value)
	case roadmap.KindGoal:
		return says(r, goalFields(), field, value)
	case roadmap.KindRisk:
		return says(r, riskFields(), field, value)
	}
	return "", nil
}

func says[T any](r *reader, fields []field[T], name, value string) (string, error) {
	f := find(fields, name)
	if f == nil {
		return "", nil
	}
	readings, err := f.readings(r, value)
	return saysAll(f, readings), err
}

// saysAll is what readings of a field's value are in words.
func saysAll[T any](f *field[T], readings []reading[T]) string {
	if f.list && len(readings) > 1 {
		readings = readings[1:] // that what was there is replaced
	}
	var out []string
	for _, got := range readings {
		out = append(out, got.say)
	}
	return strings.Join(out, ", ")
}

// Fields are the names that SetField takes for a kind, in the order of the roadmap's JSON.
func Fields(kind roadmap.Kind) []string {
	switch kind {
	case roadmap.KindTask:
		return names(taskFields())
	case roadmap.KindTeam:
		return names(teamFields())
	case roadmap.KindGoal:
		return names(goalFields())
	case roadmap.KindRisk:
		return names(riskFields())
	}
	return nil
}

// IsField tells whether what can be set of a kind has a field of that name, as FIELD=VALUE names it.
func IsField(kind roadmap.Kind, name string) bool {
	switch kind {
	case roadmap.KindTask:
		return find(taskFields(), name) != nil
	case roadmap.KindTeam:
		return find(teamFields(), name) != nil
	case roadmap.KindGoal:
		return find(goalFields(), name) != nil
	case roadmap.KindRisk:
		return find(riskFields(), name) != nil
	}
	return false
}

func names[T any](fields []field[T]) []string {
	var out []string
	for _, f := range fields {
		out = append(out, f.name)
	}
	return out
}
