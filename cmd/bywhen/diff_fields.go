package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
	"bywhen/tui/paint"
)

// fieldDiff is a field of an entity by its name in the roadmap's JSON, before and after; nil is one that is not written there.
type fieldDiff struct {
	name          string
	before, after json.RawMessage
}

// entityAt finds an entity.
type entityAt struct {
	kind roadmap.Kind
	key  string
}

// member is a member of a JSON object.
type member struct {
	name  string
	value json.RawMessage
}

// listNames are the lists of the roadmap's JSON; what is in none of them belongs to the roadmap as a whole.
var listNames = map[string]roadmap.Kind{
	"teams": roadmap.KindTeam, "goals": roadmap.KindGoal, "tasks": roadmap.KindTask, "dependencies": roadmap.KindDependency,
	"risks": roadmap.KindRisk, "known": roadmap.KindKnown, "filters": roadmap.KindFilter, "baselines": roadmap.KindBaseline,
}

// fieldsOf are the fields of every entity, in their order. They are read off what export writes, so that none is forgotten and
// each has the name that set takes.
func fieldsOf(r *roadmap.Roadmap) (map[entityAt][]member, error) {
	var b bytes.Buffer
	if err := exchange.WriteJSON(&b, r); err != nil {
		return nil, err
	}
	doc, err := members(b.Bytes())
	if err != nil {
		return nil, err
	}
	out := map[entityAt][]member{}
	whole := entityAt{roadmap.KindSettings, r.Entities(roadmap.KindSettings)[0].Key()}
	for _, m := range doc {
		kind, is := listNames[m.name]
		if !is {
			out[whole] = append(out[whole], m)
			continue
		}
		var items []json.RawMessage
		if err := json.Unmarshal(m.value, &items); err != nil {
			return nil, err
		}
		for i, e := range r.Entities(kind) {
			if out[entityAt{kind, e.Key()}], err = members(items[i]); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// members are those of a JSON object, in its order, each without spaces.
func members(object []byte) ([]member, error) {
	d := json.NewDecoder(bytes.NewReader(object))
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	var out []member
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, err
		}
		var tight bytes.Buffer
		if err := json.Compact(&tight, value); err != nil {
			return nil, err
		}
		out = append(out, member{name.(string), tight.Bytes()})
	}
	return out, nil
}

// fieldDiffs are the fields that differ: those of after in its order, then those that are gone.
func fieldDiffs(before, after []member) []fieldDiff {
	was := map[string]json.RawMessage{}
	for _, m := range before {
		was[m.name] = m.value
	}
	var out []fieldDiff
	for _, m := range after {
		if !bytes.Equal(was[m.name], m.value) {
			out = append(out, fieldDiff{m.name, was[m.name], m.value})
		}
		delete(was, m.name)
	}
	for _, m := range before {
		if value, gone := was[m.name]; gone {
			out = append(out, fieldDiff{m.name, value, nil})
		}
	}
	return out
}

// fieldWords writes fields for people: names in place of ids, dates as everywhere.
type fieldWords struct {
	was, is *roadmap.Roadmap
	today   roadmap.Date
}

// How long a text and how many parts of a list may be before they are cut or counted.
const (
	longestText = 60
	mostParts   = 6
)

// change is "12d → 15d"; of a list only what came and what went.
func (w fieldWords) change(f fieldDiff) string {
	before, after := parts(f.before), parts(f.after)
	if before == nil && after == nil {
		return w.value(f.name, f.before) + " → " + w.value(f.name, f.after)
	}
	came := slices.DeleteFunc(slices.Clone(after), func(v json.RawMessage) bool { return holds(before, v) })
	went := slices.DeleteFunc(slices.Clone(before), func(v json.RawMessage) bool { return holds(after, v) })
	var out []string
	if len(went) > 0 {
		out = append(out, "without "+w.list(f.name, went))
	}
	if len(came) > 0 {
		out = append(out, "with "+w.list(f.name, came))
	}
	if len(out) == 0 {
		return "in another order"
	}
	return strings.Join(out, ", now ")
}

func holds(list []json.RawMessage, v json.RawMessage) bool {
	return slices.ContainsFunc(list, func(o json.RawMessage) bool { return bytes.Equal(o, v) })
}

// parts are those of a list, or nil for what is none.
func parts(value json.RawMessage) []json.RawMessage {
	var list []json.RawMessage
	if len(value) == 0 || value[0] != '[' || json.Unmarshal(value, &list) != nil {
		return nil
	}
	return list
}

// all are the fields of what was added or removed, but for those that its name says.
func (w fieldWords) all(i *itemDiff) string {
	var out []string
	for _, f := range i.fields {
		value := f.after
		if value == nil {
			value = f.before
		}
		switch {
		case slices.Contains([]string{"id", "title", "name", "from", "to"}, f.name), i.Kind == roadmap.KindKnown && f.name == "kind":
		case i.Kind == roadmap.KindKnown && slices.Contains([]string{"task", "team", "goal"}, f.name):
		default:
			out = append(out, f.name+" "+w.value(f.name, value))
		}
	}
	return strings.Join(out, ", ")
}

// value is a value in words.
func (w fieldWords) value(name string, value json.RawMessage) string {
	if len(value) == 0 {
		return "none"
	}
	switch value[0] {
	case '[':
		return w.list(name, parts(value))
	case '{':
		return w.object(value)
	case '"':
		var text string
		if json.Unmarshal(value, &text) == nil {
			return w.text(name, text)
		}
	case 't':
		return "yes"
	case 'f':
		return "no"
	}
	switch name {
	case "effort", "remaining", "optimistic", "likely", "pessimistic":
		return string(value) + "d"
	}
	return string(value)
}

// text is a date as it is shown, the name in place of an id, or the beginning of a text.
func (w fieldWords) text(name, text string) string {
	if d, err := roadmap.ParseDate(text); err == nil {
		return paint.Day(d, w.today)
	}
	switch name {
	case "team", "goal", "parent", "task", "tasks", "alternative_of", "who":
		return w.title(text)
	}
	line, _, more := strings.Cut(text, "\n")
	if more {
		line += "…"
	}
	return ansi.Truncate(line, longestText, "…")
}

// title is what an id stands for, now or else before; the id itself where that is nothing.
func (w fieldWords) title(id string) string {
	for _, r := range []*roadmap.Roadmap{w.is, w.was} {
		if t := r.Task(id); t != nil {
			return t.Title
		}
		if g := r.Goal(id); g != nil {
			return g.Title
		}
		if t := r.Team(id); t != nil {
			return t.Name
		}
	}
	return id
}

// list is its parts, or how many they are: of many, and of those of a baseline.
func (w fieldWords) list(name string, values []json.RawMessage) string {
	ofBaseline := (name == "tasks" || name == "deadlines") && len(values) > 0 && values[0][0] == '{'
	if len(values) > mostParts || ofBaseline {
		return fmt.Sprintf("%d of them", len(values))
	}
	var out []string
	for _, v := range values {
		out = append(out, w.value(name, v))
	}
	between := ", "
	if len(values) > 0 && values[0][0] == '{' {
		between = "; "
	}
	return strings.Join(out, between)
}

// object is its members, "on 1 Dec, date 16 Jan".
func (w fieldWords) object(value json.RawMessage) string {
	list, err := members(value)
	if err != nil {
		return string(value)
	}
	var out []string
	for _, m := range list {
		if text := w.value(m.name, m.value); m.name == "text" || m.name == "name" {
			out = append(out, text)
		} else {
			out = append(out, m.name+" "+text)
		}
	}
	return strings.Join(out, ", ")
}
