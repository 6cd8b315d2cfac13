package report

import (
	"cmp"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// moved are the deadlines whose forecast has moved since, the furthest first, and then those that were moved themselves.
func (w *writer) moved(most int) []string {
	if w.o.Then == nil {
		return nil
	}
	effects := schedule.Effects(w.o.Then, w.Plan)
	schedule.SortEffects(effects)
	var lines []string
	for _, e := range effects {
		switch {
		case e.Done:
			lines = append(lines, e.Title+" is done.")
		case e.Before == 0 || e.Forecast == 0 || !e.Changed():
		case e.Moved > 0:
			lines = append(lines, e.Title+" moved "+count(e.Moved, "working day")+" later, from "+w.day(e.Before)+" to "+w.dayOrLater(e.Forecast, e.OpenEnd)+".")
		case e.Moved < 0:
			lines = append(lines, e.Title+" moved "+count(-e.Moved, "working day")+" earlier, from "+w.day(e.Before)+" to "+w.dayOrLater(e.Forecast, e.OpenEnd)+".")
		case e.OpenEnd:
			lines = append(lines, "Nobody can say any more when "+e.Title+" ends.")
		default:
			lines = append(lines, "The end of "+e.Title+" is known again.")
		}
	}
	for _, e := range effects {
		if e.Was != 0 && e.Date != 0 && e.Was != e.Date && !e.Done {
			lines = append(lines, "The deadline of "+e.Title+" itself was moved from "+w.day(e.Was)+" to "+w.day(e.Date)+".")
		}
	}
	if len(lines) == 0 {
		return []string{"No deadline has moved."}
	}
	return upTo(most, lines)
}

// changes are what has changed since: deadlines first, then what was done, then what else was said of the work.
func (w *writer) changes(most int) []string {
	if w.o.Then == nil {
		return nil
	}
	var lines []string
	if w.o.For != Team {
		lines = w.moved(some)
	}
	for _, x := range []struct {
		words string
		holds func(was, now *roadmap.Task) bool
	}{
		{"Done", func(was, now *roadmap.Task) bool {
			return now.Status == roadmap.Done && (was == nil || was.Status != roadmap.Done)
		}},
		{"Started", func(was, now *roadmap.Task) bool {
			return now.Status == roadmap.Doing && (was == nil || was.Status == roadmap.Todo)
		}},
		{"Dropped", func(was, now *roadmap.Task) bool {
			return now.Status == roadmap.Dropped && was != nil && was.Status != roadmap.Dropped
		}},
		{"New", func(was, now *roadmap.Task) bool { return was == nil && now.Status.Open() }},
	} {
		if names := w.tasksThat(x.holds); len(names) > 0 {
			lines = append(lines, x.words+": "+strings.Join(names, ", ")+".")
		}
	}
	if names := w.removed(); len(names) > 0 {
		lines = append(lines, "Deleted: "+strings.Join(names, ", ")+".")
	}
	return upTo(most, append(lines, append(w.said(), w.goneCauses()...)...))
}

// mostNames is how many tasks a sentence names.
const mostNames = 8

// tasksThat are the titles of the tasks of which something holds, was being nil for one that was not there.
func (w *writer) tasksThat(holds func(was, now *roadmap.Task) bool) []string {
	var names []string
	for _, t := range w.Roadmap.Tasks() {
		if w.concerns(t) && holds(w.o.Then.Roadmap.Task(t.ID), t) {
			names = append(names, t.Title)
		}
	}
	return firstNames(names)
}

func firstNames(names []string) []string {
	if len(names) > mostNames {
		return append(names[:mostNames:mostNames], count(len(names)-mostNames, "more task"))
	}
	return names
}

func (w *writer) concerns(t *roadmap.Task) bool { return w.o.For != Team || t.Team == w.o.Team }

func (w *writer) removed() []string {
	var names []string
	for _, t := range w.o.Then.Roadmap.Tasks() {
		if w.concerns(t) && w.Roadmap.Task(t.ID) == nil {
			names = append(names, t.Title)
		}
	}
	return firstNames(names)
}

// said are promises that moved, blockers that came and went, and work that became more or less.
func (w *writer) said() []string {
	var lines []string
	for _, t := range w.Roadmap.Tasks() {
		was := w.o.Then.Roadmap.Task(t.ID)
		if was == nil || !w.concerns(t) || !t.Status.Open() {
			continue
		}
		switch {
		case t.Promised != was.Promised && was.Promised != 0 && t.Promised != 0:
			lines = append(lines, t.Title+": promised for "+w.day(t.Promised)+", before that for "+w.day(was.Promised)+".")
		case t.Promised != was.Promised && t.Promised != 0:
			lines = append(lines, t.Title+": promised for "+w.day(t.Promised)+".")
		}
		if t.WorkEffort() != was.WorkEffort() {
			lines = append(lines, t.Title+": "+t.WorkEffort().String()+" person-days of work, before that "+was.WorkEffort().String()+".")
		}
		for _, b := range t.Blockers {
			before := slices.IndexFunc(was.Blockers, func(o roadmap.Blocker) bool { return o.Text == b.Text && o.Since == b.Since })
			switch {
			case before < 0 && b.Open():
				lines = append(lines, t.Title+" is blocked: "+b.Text+cmp.Or(w.until(b), ", no end known")+".")
			case before >= 0 && !b.Open() && was.Blockers[before].Open():
				lines = append(lines, t.Title+" is no longer blocked: "+b.Text+".")
			}
		}
	}
	return lines
}

func (w *writer) until(b roadmap.Blocker) string {
	if b.Until == 0 {
		return ""
	}
	return " until " + w.day(b.Until)
}

// goneCauses are the causes of then that are no more.
func (w *writer) goneCauses() []string {
	var lines []string
	for i := range w.gone {
		if r := &w.gone[i]; w.o.For != Team && r.Severity >= schedule.Warning && !r.Known {
			lines = append(lines, "No longer a cause: "+r.Text+".")
		}
	}
	return lines
}
