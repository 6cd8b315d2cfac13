package sample

import (
	"fmt"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// work is a task in short, with what came of it up to today. Days are working days counted from today.
type work struct {
	id, title, team string
	days            int // person-days; 0 is a milestone
	people          int // at once; 0 stands for 1
	goal, phase     string
	after           string // what it waits for, as "10 25FF+1"
	done            [2]int // first and last day; zero if it is not
	doing           [2]int // first day, person-days left today; zero if it is not
	more            func(w week, t *roadmap.Task)
}

func (k work) isDone() bool  { return k.done != [2]int{} }
func (k work) isDoing() bool { return k.doing != [2]int{} }

// task is the task as it was on a day: what happened later had not happened yet.
func (k work) task(w week, on int) roadmap.Task {
	t := roadmap.Task{ID: k.id, Title: k.title, Team: k.team, Effort: roadmap.PersonDays(k.days), People: max(k.people, 1),
		Goal: k.goal, Phase: k.phase}
	switch {
	case k.isDone() && k.done[1] < on:
		t.Status, t.Started, t.Finished = roadmap.Done, w.day(k.done[0]), w.day(k.done[1])
	case k.began(on):
		t.Status, t.Started, t.Remaining = roadmap.Doing, w.day(k.firstDay()), k.left(on)
	case k.isDone() || k.isDoing():
		t.NotBefore = w.day(k.firstDay())
	}
	if k.more != nil {
		k.more(w, &t)
	}
	return t
}

func (k work) firstDay() int {
	if k.isDone() {
		return k.done[0]
	}
	return k.doing[0]
}

// began tells whether it was begun before a day.
func (k work) began(on int) bool { return (k.isDone() || k.isDoing()) && k.firstDay() < on }

// left is the effort that remained at the beginning of a day, if all went as planned from there on.
func (k work) left(on int) roadmap.Effort {
	left := k.doing[1] - on*max(k.people, 1)
	if k.isDone() {
		left = (k.done[1] - on + 1) * max(k.people, 1)
	}
	return roadmap.PersonDays(max(min(left, k.days), 0))
}

// links are the dependencies that after names.
func (k work) links() ([]roadmap.Dependency, error) {
	var out []roadmap.Dependency
	for _, word := range strings.Fields(k.after) {
		dep := roadmap.Dependency{To: k.id}
		rest := strings.TrimLeft(word, "0123456789")
		dep.From = strings.TrimSuffix(word, rest)
		lag := strings.TrimLeft(rest, "FS")
		if typ := strings.TrimSuffix(rest, lag); typ != "" {
			t, err := roadmap.ParseLinkType(typ)
			if err != nil {
				return nil, fmt.Errorf("sample: task %s: %w", k.id, err)
			}
			dep.Type = t
		}
		if lag != "" {
			n, err := strconv.Atoi(lag)
			if err != nil {
				return nil, fmt.Errorf("sample: task %s: %q is no lag", k.id, lag)
			}
			dep.Lag = n
		}
		out = append(out, dep)
	}
	return out, nil
}

// addWork adds tasks as they were on a day, and ties them.
func addWork(d *roadmap.Draft, w week, on int, all []work) error {
	for _, k := range all {
		if _, err := d.AddTask(k.task(w, on)); err != nil {
			return err
		}
	}
	for _, k := range all {
		links, err := k.links()
		if err != nil {
			return err
		}
		for _, l := range links {
			if err := d.Link(l); err != nil {
				return err
			}
		}
	}
	return nil
}
