package roadmap

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
)

// ownFields are those that nobody misses: where two changed them the present ones stay and nothing is told. Any word about a
// task makes it told of; a place in the order is a matter of a moment.
var ownFields = []string{"Told", "Position", "Rank"}

// merge is now with what differs between before and after, and the names of the fields that differ in now too. Lists and parts of
// several fields are merged in themselves.
func merge(before, after, now Entity) (merged Entity, both []string) {
	out := reflect.New(reflect.TypeOf(now).Elem())
	both = mergeFields(out.Elem(), reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem(), reflect.ValueOf(now).Elem())
	return out.Interface().(Entity), both
}

// mergeFields puts into out the fields of is with what differs between was and would, and names those that differ in is too.
func mergeFields(out, was, would, is reflect.Value) (both []string) {
	for i := range is.NumField() {
		name := is.Type().Field(i).Name
		value, ok := mergeValue(was.Field(i), would.Field(i), is.Field(i))
		if out.Field(i).Set(value); !ok && !slices.Contains(ownFields, name) {
			both = append(both, fieldWords(name))
		}
	}
	return both
}

// mergeValue is a value with what differs between was and would; false where it differs in is too and cannot be both.
func mergeValue(was, would, is reflect.Value) (reflect.Value, bool) {
	switch {
	case equal(was, would) || equal(would, is):
		return is, true
	case equal(was, is):
		return would, true
	case is.Kind() == reflect.Slice:
		return mergeList(was, would, is)
	case is.Kind() == reflect.Pointer && !was.IsNil() && !would.IsNil() && !is.IsNil(): // a metric, whose values are a list
		out := reflect.New(is.Type().Elem())
		both := mergeFields(out.Elem(), was.Elem(), would.Elem(), is.Elem())
		return out, len(both) == 0
	}
	return is, false
}

func equal(a, b reflect.Value) bool { return reflect.DeepEqual(a.Interface(), b.Interface()) }

// mergeList is a list, element by element: what was has and would has not goes, what would has and was has not comes to the place that
// it has there, and all else stays. An element of which something differs is one that goes and another that comes; one that was to go
// and is another by now, or is known by the same and came since, stays as it is, and false is returned. A list of which both
// have only changed the order stays too.
func mergeList(was, would, is reflect.Value) (reflect.Value, bool) {
	gone, come := without(was, would), without(would, was)
	if len(gone)+len(come) == 0 { // nothing but the order differs
		return is, false
	}
	ok := true
	out := reflect.MakeSlice(is.Type(), 0, is.Len()+len(come))
	for i := range is.Len() {
		if e := is.Index(i); !take(&gone, e) {
			out = reflect.Append(out, e)
		}
	}
	for _, e := range gone { // changed since, unless it went by itself
		if holdsNamed(out, e) {
			ok = false
		}
	}
	for _, e := range come {
		switch {
		case holdsEqual(out, e):
		case holdsNamed(out, e):
			ok = false
		default:
			out = insertAt(out, would, e)
		}
	}
	if out.Len() == 0 {
		out = reflect.Zero(is.Type())
	}
	inOrder(out.Interface())
	return out, ok
}

// inOrder keeps lists by day in the order of their days.
func inOrder(list any) {
	switch l := list.(type) {
	case []Promise:
		slices.SortStableFunc(l, func(a, b Promise) int { return cmp.Compare(a.On, b.On) })
	case []MetricValue:
		slices.SortStableFunc(l, func(a, b MetricValue) int { return cmp.Compare(a.Date, b.Date) })
	}
}

// without are the elements of a list that another has not, each as often as it is there more.
func without(list, other reflect.Value) []reflect.Value {
	var rest []reflect.Value
	for i := range other.Len() {
		rest = append(rest, other.Index(i))
	}
	var out []reflect.Value
	for i := range list.Len() {
		if e := list.Index(i); !take(&rest, e) {
			out = append(out, e)
		}
	}
	return out
}

// take takes an element out of some, and tells whether it was among them.
func take(some *[]reflect.Value, e reflect.Value) bool {
	i := slices.IndexFunc(*some, func(o reflect.Value) bool { return equal(o, e) })
	if i >= 0 {
		*some = slices.Delete(*some, i, i+1)
	}
	return i >= 0
}

func holdsEqual(list, e reflect.Value) bool {
	for i := range list.Len() {
		if equal(list.Index(i), e) {
			return true
		}
	}
	return false
}

// holdsNamed tells whether a list has an element that is known by the same as another.
func holdsNamed(list, e reflect.Value) bool {
	for i := range list.Len() {
		if known := knownBy(list.Index(i)); known != nil && known == knownBy(e) {
			return true
		}
	}
	return false
}

// knownBy is what tells an element of a list from the others, whatever else of it changes; nil where that is all of it.
func knownBy(e reflect.Value) any {
	switch x := e.Interface().(type) {
	case Period:
		return Period{Name: x.Name, From: x.From}
	case Blocker:
		return Blocker{Text: x.Text, Since: x.Since}
	case Promise:
		return x.On
	case Ask:
		return Ask{Who: x.Who, On: x.On, Text: x.Text}
	case MetricValue:
		return x.Date
	case Need:
		return x.Team
	case BaselineTask:
		return x.ID
	case BaselineDeadline:
		return BaselineDeadline{Goal: x.Goal, Task: x.Task}
	}
	return nil
}

// insertAt puts an element of another list behind the nearest one before it there that the list has too; before all where there is
// none.
func insertAt(list, other, e reflect.Value) reflect.Value {
	at := 0
	for i := range other.Len() {
		if equal(other.Index(i), e) {
			break
		}
		for k := range list.Len() {
			if equal(list.Index(k), other.Index(i)) {
				at = k + 1
			}
		}
	}
	out := reflect.MakeSlice(list.Type(), 0, list.Len()+1)
	out = reflect.AppendSlice(out, list.Slice(0, at))
	out = reflect.Append(out, e)
	return reflect.AppendSlice(out, list.Slice(at, list.Len()))
}

// fieldWords are a field's name for people: "not before" for NotBefore.
func fieldWords(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}
