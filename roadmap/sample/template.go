package sample

import (
	"fmt"

	"bywhen/roadmap"
)

// Kind is a kind of roadmap to begin with.
type Kind struct {
	Name  string // as bywhen new --template takes it
	About string // one line
	build plan
}

// plan is what a template holds.
type plan struct {
	title string
	teams []roadmap.Team
	goal  string
	weeks int // from its beginning to the goal's deadline
	work  []work
}

// Templates are the kinds, in the order in which to offer them.
func Templates() []Kind {
	return []Kind{
		{"launch", "a hardware product, from concept to first stores", hardwareLaunch},
		{"app", "an app, from interviews to the stores and the first week after", appRelease},
		{"event", "a conference or fair, from a date to the morning after", bigEvent},
	}
}

// Template is a new roadmap of a kind that begins on the first working day at or after a day. Nothing in it is late, and
// nothing has happened yet. A name that is none of the kinds' is an error.
func Template(name string, today roadmap.Date) (*roadmap.Roadmap, error) {
	var names []string
	for _, k := range Templates() {
		if k.Name == name {
			return k.build.roadmap(inside(today))
		}
		names = append(names, k.Name)
	}
	return nil, fmt.Errorf("there is no template %q: use %s", name, roadmap.Alternatives(names))
}

func (p plan) roadmap(today roadmap.Date) (*roadmap.Roadmap, error) {
	calendar := roadmap.NewCalendar(roadmap.MonToFri, yearEnds(today))
	r, w, err := blank(p.title, calendar.Next(today), 0)
	if err != nil {
		return nil, err
	}
	d := r.Edit(today)
	for _, t := range p.teams {
		if _, err := d.AddTeam(t); err != nil {
			return nil, err
		}
	}
	if _, err := d.AddGoal(roadmap.Goal{ID: "goal", Title: p.goal, Deadline: w.day(5*p.weeks - 1)}); err != nil {
		return nil, err
	}
	if err := addWork(d, w, 0, p.work); err != nil {
		return nil, err
	}
	return d.Close()
}
