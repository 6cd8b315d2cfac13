package exchange

import (
	"fmt"
	"strconv"

	"bywhen/roadmap"
)

// link makes the task of a row wait for those that its cell names, and for no others where there is such a column.
func (in *csvIntake) link(at tableRow, id string, row *csvRow) error {
	if !in.has("after") {
		return nil
	}
	place := at.place(&row.task)
	want := map[roadmap.Dependency]bool{}
	for _, item := range rejoined(row.after, in.titled) {
		dep, err := in.dependency(item, id, place)
		if err != nil {
			return in.cellError(at.line, in.of("after"), item.name+item.rest, err)
		}
		key := dep
		key.Lag = 0
		if want[key] {
			return in.cellError(at.line, in.of("after"), item.name+item.rest, fmt.Errorf("is there twice"))
		}
		want[key] = true
		if err := in.draft.Link(dep); err != nil {
			return placed(err, place)
		}
		if in.old.Dependency(dep.From, dep.To, dep.Type) == nil {
			in.added[roadmap.KindDependency]++
		}
	}
	for _, dep := range in.old.Predecessors(id) {
		if !want[roadmap.Dependency{From: dep.From, To: dep.To, Type: dep.Type}] {
			if err := in.draft.Unlink(*dep); err != nil {
				return placed(err, place)
			}
		}
	}
	return nil
}

// rejoined puts items together that a comma has parted, where together they are a title: Climate units, fitted.
func rejoined(items []listItem, titled func(name string) bool) []listItem {
	var out []listItem
	for i := 0; i < len(items); {
		one, n := items[i], 1
		for j, name := i+1, items[i].name; j < len(items) && !items[j].quoted && !items[i].quoted; j++ {
			name += ", " + items[j].name
			if titled(name) || titled(linksOf(listItem{name: name})[0].name) {
				one, n = listItem{name: name}, j+1-i
			}
		}
		out = append(out, one)
		i += n
	}
	return out
}

// titled tells whether a task of the file or of the roadmap has that title.
func (in *csvIntake) titled(name string) bool {
	return len(in.titles[small(name)]) > 0 || len(in.oldTitles[small(name)]) > 0
}

// dependency reads an item in the first way that names a task.
func (in *csvIntake) dependency(item listItem, to, place string) (roadmap.Dependency, error) {
	for _, way := range linksOf(item) {
		from, err := in.named(way.name, place)
		if err != nil {
			return roadmap.Dependency{}, err
		}
		if from != "" {
			return roadmap.Dependency{From: from, To: to, Type: way.typ, Lag: way.lag}, nil
		}
	}
	return roadmap.Dependency{}, fmt.Errorf("is no task's id or title: write it as 3, or 3+2d:ss")
}

// named is the id of the task that a name means: an id, the number of a row where the file has no ids, or a title, of the
// file first; empty where it means none. A title of several tasks is an error.
func (in *csvIntake) named(name, place string) (string, error) {
	if in.has("id") && in.ids[name] && name != "" {
		return name, nil
	}
	if n, err := strconv.Atoi(name); err == nil && !in.has("id") && n >= 1 && n <= len(in.rowIDs) {
		in.rows.add(place)
		return in.rowIDs[n-1], nil
	}
	if in.old.Task(name) != nil {
		return name, nil
	}
	for _, titles := range []map[string][]string{in.titles, in.oldTitles} {
		switch ids := titles[small(name)]; len(ids) {
		case 0:
		case 1:
			return ids[0], nil
		default:
			return "", fmt.Errorf("is the title of %d tasks: name it by its id", len(ids))
		}
	}
	return "", nil
}
