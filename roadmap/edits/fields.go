package edits

import (
	"bytes"
	"encoding/json"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
)

// Item is one entity that is not as it was; a change of its place alone has no fields.
type Item struct {
	roadmap.Edit
	Fields []Field
}

// Field is a field of an entity by its name in the roadmap's JSON, before and after; nil is one that is not written there.
type Field struct {
	Name          string
	Before, After json.RawMessage
}

// Items are some edits, each with the fields that differ.
func Items(edits []roadmap.Edit) []Item {
	out := make([]Item, len(edits))
	for i, e := range edits {
		out[i] = Item{e, differing(exchange.MembersOf(e.Before), exchange.MembersOf(e.After))}
	}
	return out
}

// How is added, changed or removed.
func How(e roadmap.Edit) string {
	switch {
	case e.Before == nil:
		return "added"
	case e.After == nil:
		return "removed"
	}
	return "changed"
}

// TitleOf is what an entity is called now, or was called before it was removed; empty where it has no title.
func TitleOf(e roadmap.Edit) string {
	switch v := Present(e).(type) {
	case *roadmap.Task:
		return v.Title
	case *roadmap.Goal:
		return v.Title
	case *roadmap.Team:
		return v.Name
	case *roadmap.Risk:
		return v.Title
	case *roadmap.Settings:
		return v.Name
	}
	return ""
}

// Present is what an edit is about: the value after it, or, of what was removed, before.
func Present(e roadmap.Edit) roadmap.Entity {
	if e.After != nil {
		return e.After
	}
	return e.Before
}

// differing are the fields that differ: those of after in its order, then those that are gone.
func differing(before, after []exchange.Member) []Field {
	was := map[string]json.RawMessage{}
	for _, m := range before {
		was[m.Name] = m.Value
	}
	var out []Field
	for _, m := range after {
		if !bytes.Equal(was[m.Name], m.Value) {
			out = append(out, Field{m.Name, was[m.Name], m.Value})
		}
		delete(was, m.Name)
	}
	for _, m := range before {
		if value, gone := was[m.Name]; gone {
			out = append(out, Field{m.Name, value, nil})
		}
	}
	return out
}
