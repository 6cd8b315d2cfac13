package exchange

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
)

// tally counts one kind of decision and keeps the first place where it was made.
type tally struct {
	n     int
	first string
}

func (t *tally) add(place string) {
	if t.n == 0 {
		t.first = place
	}
	t.n++
}

// addTo adds a note with the text, where anything was counted.
func (t *tally) addTo(notes []Note, text string) []Note {
	switch t.n {
	case 0:
		return notes
	case 1:
		return append(notes, Note(fmt.Sprintf("%s: %s", text, t.first)))
	}
	return append(notes, Note(fmt.Sprintf("%s: %d tasks, the first %s", text, t.n, t.first)))
}

// filled counts what the domain filled in of tasks, and what looks odd.
type filled struct{ started, finished, counted, moved, ahead tally }

// compare notes how a task differs from what was said of it.
func (f *filled) compare(said, now *roadmap.Task, today roadmap.Date, place string) {
	if said.Status != now.Status {
		f.moved.add(place)
	}
	if said.Started == 0 && now.Status == roadmap.Doing {
		f.started.add(place)
	}
	if said.Finished == 0 && now.Status == roadmap.Done {
		f.finished.add(place)
	}
	if said.Started == 0 && said.Finished != 0 && now.Status == roadmap.Done {
		f.counted.add(place)
	}
	if max(now.Started, now.Finished) > today {
		f.ahead.add(place)
	}
}

func (f *filled) addTo(notes []Note, today roadmap.Date) []Note {
	notes = f.started.addTo(notes, fmt.Sprintf("in progress without the day it was started: taken as started on %s", today))
	notes = f.finished.addTo(notes, fmt.Sprintf("done without the day it was finished: taken as finished on %s", today))
	notes = f.counted.addTo(notes, "done without the day it was started: its duration is counted back")
	notes = f.moved.addTo(notes, "has a day on which it was started or finished, which its status does not say: the day is believed")
	return f.ahead.addTo(notes, fmt.Sprintf("was started or finished after the status date, %s", today))
}

// summary counts entities by kind, as "20 teams, 42 goals, 333 tasks".
func summary(n map[roadmap.Kind]int) string {
	var parts []string
	for _, k := range roadmap.Kinds() {
		if n[k] > 0 {
			parts = append(parts, count(n[k], k.String()))
		}
	}
	if len(parts) == 0 {
		return count(0, roadmap.KindTask.String())
	}
	return strings.Join(parts, ", ")
}

// count writes a number with its noun: "1 task", "3 tasks".
func count(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case strings.HasSuffix(noun, "y"):
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(noun, "y"))
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
