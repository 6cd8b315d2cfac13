package edits

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
)

// Words write edits for people: names in place of ids, dates as they are written everywhere.
type Words struct {
	Names []*roadmap.Roadmap        // where the names of ids are looked for, the first first
	Gone  map[string]string         // and after them: what tasks and goals were called that are gone, by id
	Day   func(roadmap.Date) string // writes a date
}

// How long a text and how many parts of a list may be before they are cut or counted.
const (
	longestText = 60
	mostParts   = 6
)

// Change is "12d → 15d"; of a list only what came and what went, of a part of several fields those that differ.
func (w Words) Change(f Field) string {
	always := f.Name == "calendar" // which a roadmap has, written or not
	if isObject(f.Before) && (isObject(f.After) || always) || isObject(f.After) && always {
		var out []string
		for _, inner := range differing(exchange.Members(f.Before), exchange.Members(f.After)) {
			out = append(out, inner.Name+" "+w.Change(inner))
		}
		return strings.Join(out, ", ")
	}
	before, after := parts(f.Before), parts(f.After)
	if before == nil && after == nil {
		return w.value(f.Name, f.Before) + " → " + w.value(f.Name, f.After)
	}
	came := slices.DeleteFunc(slices.Clone(after), func(v json.RawMessage) bool { return holds(before, v) })
	went := slices.DeleteFunc(slices.Clone(before), func(v json.RawMessage) bool { return holds(after, v) })
	var out []string
	if len(went) > 0 {
		out = append(out, "without "+w.list(f.Name, went))
	}
	if len(came) > 0 {
		out = append(out, "with "+w.list(f.Name, came))
	}
	if len(out) == 0 {
		return "in another order"
	}
	return strings.Join(out, ", now ")
}

func isObject(value json.RawMessage) bool { return len(value) > 0 && value[0] == '{' }

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

// All are the fields of what was added or removed, but for those that its name says.
func (w Words) All(i Item) string {
	var out []string
	for _, f := range i.Fields {
		value := f.After
		if value == nil {
			value = f.Before
		}
		switch {
		case slices.Contains([]string{"id", "title", "name", "from", "to"}, f.Name), i.Kind == roadmap.KindKnown && f.Name == "kind":
		case i.Kind == roadmap.KindKnown && slices.Contains([]string{"task", "team", "goal"}, f.Name):
		default:
			out = append(out, f.Name+" "+w.value(f.Name, value))
		}
	}
	return strings.Join(out, ", ")
}

// value is a value in words.
func (w Words) value(name string, value json.RawMessage) string {
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
func (w Words) text(name, text string) string {
	if d, err := roadmap.ParseDate(text); err == nil {
		return w.Day(d)
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

// title is what an id stands for; the id itself where that is nothing.
func (w Words) title(id string) string {
	for _, r := range w.Names {
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
	if title := w.Gone[id]; title != "" {
		return title
	}
	return id
}

// list is its parts, or how many they are: of many, and of those of a baseline.
func (w Words) list(name string, values []json.RawMessage) string {
	ofBaseline := (name == "tasks" || name == "deadlines") && len(values) > 0 && isObject(values[0])
	if len(values) > mostParts || ofBaseline {
		return fmt.Sprintf("%d of them", len(values))
	}
	var out []string
	for _, v := range values {
		out = append(out, w.value(name, v))
	}
	between := ", "
	if len(values) > 0 && isObject(values[0]) {
		between = "; "
	}
	return strings.Join(out, between)
}

// object is its members, "on 1 Dec, date 16 Jan".
func (w Words) object(value json.RawMessage) string {
	var out []string
	for _, m := range exchange.Members(value) {
		if text := w.value(m.Name, m.Value); m.Name == "text" || m.Name == "name" {
			out = append(out, text)
		} else {
			out = append(out, m.Name+" "+text)
		}
	}
	return strings.Join(out, ", ")
}

// Name is how an entity is called: its kind, its id and its title.
func (w Words) Name(e roadmap.Edit) string {
	if name, ok := w.nameless(e); ok {
		return name
	}
	return strings.TrimSpace(e.Kind.String() + " " + e.Key + " " + TitleOf(e))
}

// Short is how an entity is called where there is little room: a task by its title, what is rarer by its kind too.
func (w Words) Short(e roadmap.Edit) string {
	if name, ok := w.nameless(e); ok {
		return name
	}
	title := TitleOf(e)
	if title == "" {
		title = e.Key
	}
	if e.Kind == roadmap.KindTask {
		return title
	}
	return e.Kind.String() + " " + title
}

// nameless is how something is called that has no title of its own.
func (w Words) nameless(e roadmap.Edit) (string, bool) {
	switch v := Present(e).(type) {
	case *roadmap.Settings:
		return "roadmap " + v.Name, true
	case *roadmap.Dependency:
		return fmt.Sprintf("link: %s after %s", w.title(v.To), w.title(v.From)), true
	case *roadmap.Known:
		return fmt.Sprintf("known flag: %s of %s", v.Flag, w.title(v.Task+v.Team+v.Goal)), true
	}
	return "", false
}

// Line is what was done to an item in short, a part each: what goes without saying beside the rest is left out.
func (w Words) Line(i Item) []string {
	if how := How(i.Edit); how != "changed" {
		if all := w.All(i); all != "" {
			how += ": " + all
		}
		return []string{how}
	}
	var out []string
	for _, f := range i.Fields {
		if !i.follows(f.Name) {
			out = append(out, f.Name+" "+w.Change(f))
		}
	}
	if len(out) == 0 && i.Kind == roadmap.KindWhatIf {
		return []string{"kept anew"}
	}
	if len(out) == 0 {
		return []string{"moved in the order"}
	}
	return out
}

// follows tells whether a field of a task says only what another one that differs says too: any word makes it told of, and a promise
// is also one of those given.
func (i *Item) follows(name string) bool {
	has := func(other string) bool {
		return slices.ContainsFunc(i.Fields, func(f Field) bool { return f.Name == other })
	}
	switch name {
	case "told":
		return i.Kind == roadmap.KindTask && len(i.Fields) > 1
	case "promises":
		return has("promised")
	}
	return false
}
