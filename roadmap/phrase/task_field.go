package phrase

import (
	"fmt"
	"strings"
	"unicode"

	"bywhen/roadmap"
)

// taskFields are what can be set on a task, in the order of the roadmap's JSON.
func taskFields() []field[roadmap.Task] {
	type task = roadmap.Task
	return []field[task]{
		textField("title", true, func(t *task) *string { return &t.Title }),
		teamField(),
		effortField("effort"),
		countField("people", "", 1, roadmap.MaxPeople, 1, func(t *task) *int { return &t.People }),
		alsoField(),
		effortField("estimate"),
		goalField(),
		phaseField(),
		priorityField(),
		countField("rank", "rank", 0, roadmap.MaxRank, 0, func(t *task) *int { return &t.Rank }),
		tagsField(),
		dateField("not_before", "not before", false, func(t *task) *roadmap.Date { return &t.NotBefore }, "start"),
		dateField("deadline", "due", false, func(t *task) *roadmap.Date { return &t.Deadline }, "due", "by"),
		dateField("promised", "promised", false, func(t *task) *roadmap.Date { return &t.Promised }, "promise"),
		choiceField("status", roadmap.ParseStatus, func(t *task) *roadmap.Status { return &t.Status }),
		dateField("started", "started", true, func(t *task) *roadmap.Date { return &t.Started }),
		dateField("finished", "done", true, func(t *task) *roadmap.Date { return &t.Finished }, "done"),
		remainingField(),
		dateField("told", "told", true, func(t *task) *roadmap.Date { return &t.Told }),
		blockersField(),
		textField("experiment.hypothesis", false, func(t *task) *string { return &t.Experiment.Hypothesis }),
		textField("experiment.metric", false, func(t *task) *string { return &t.Experiment.Metric }),
		amountField("experiment.before", func(t *task) *float64 { return &t.Experiment.Before }),
		amountField("experiment.after", func(t *task) *float64 { return &t.Experiment.After }),
		textField("experiment.result", false, func(t *task) *string { return &t.Experiment.Result }),
		textField("experiment.verdict", false, func(t *task) *string { return &t.Experiment.Verdict }),
		alternativeField(),
		amountField("cost", func(t *task) *float64 { return &t.Cost }),
		textField("notes", false, func(t *task) *string { return &t.Notes }, "note"),
		afterField(),
	}
}

func teamField() field[roadmap.Task] {
	return field[roadmap.Task]{
		name:  "team",
		clear: func(t *roadmap.Task, _ *hand) { t.Team = "" },
		read: func(r *reader, w word) (reading[roadmap.Task], error) {
			if w.is("-") { // a dash is no name: it stands for nothing
				return put("no team", func(t *roadmap.Task) { t.Team = "" }), nil
			}
			team, err := r.team(w)
			if err != nil {
				return reading[roadmap.Task]{}, err
			}
			out := reading[roadmap.Task]{say: "team " + team.name, put: func(t *roadmap.Task, h *hand) (err error) {
				t.Team, err = h.team(team)
				return err
			}}
			return r.asNew(out, team, w), nil
		},
	}
}

// asNew marks a reading whose team does not exist yet, and doubts it where it is called nearly as one that does.
func (r *reader) asNew(out reading[roadmap.Task], team named, w word) reading[roadmap.Task] {
	if team.id == "" {
		out.newTeam = team.name
		out.say += " (new)"
		if near := r.shortFor(w); len(near) > 0 {
			var names []string
			for _, n := range near {
				names = append(names, n.name)
			}
			out.doubt = "did you mean " + roadmap.Alternatives(names) + "?"
		}
	}
	return out
}

// shortFor are the up to three teams that a name may be short for, as ops for Operations, or else mistyped of. A name in quotes is
// meant as it stands.
func (r *reader) shortFor(w word) []named {
	if w.quoted() {
		return nil
	}
	teams := r.teams()
	short := filtered(teams, func(n named) bool { return abbreviates(w.text, n.name) })
	if len(short) == 0 {
		return nearest(w.text, teams)
	}
	return short[:min(3, len(short))]
}

// abbreviates tells whether a text of two letters or more is some of a name's, in their order and from the first on, in any case.
func abbreviates(text, name string) bool {
	short, long := []rune(gapless(strings.ToLower(text))), []rune(gapless(strings.ToLower(name)))
	if len(short) < 2 || len(short) > len(long) || short[0] != long[0] {
		return false
	}
	n := 0
	for _, c := range long {
		if n < len(short) && c == short[n] {
			n++
		}
	}
	return n == len(short)
}

// team is the team that a name means. Where none has that name, or one that begins so, or alone has a word
// that does, it is a new one, without an id. A quoted name
// is a whole one, so that a new team may be called as another begins.
func (r *reader) team(w word) (named, error) {
	found := match(w, r.teams(), false)
	if w.quoted() {
		found = filtered(found, func(n named) bool { return strings.EqualFold(n.id, w.text) || fold(n.name) == fold(w.text) })
	}
	switch {
	case len(found) > 1:
		return named{}, several(w, found)
	case len(found) == 1:
		return found[0], nil
	}
	if key := fold(w.text); !w.quoted() && len(key) > 2 { // Blau is Studio Blau, where that alone has such a word
		if found = filtered(r.teams(), func(n named) bool { return anyWordBegins(n.name, key) }); len(found) == 1 {
			return found[0], nil
		}
	}
	name, _ := roadmap.CleanLine(w.text)
	if name == "" {
		return named{}, fmt.Errorf("%s is not a team: write its name after the @", quote(w.text))
	}
	if !w.quoted() && name == strings.ToLower(name) {
		first := []rune(name)
		first[0] = unicode.ToTitle(first[0])
		name = string(first)
	}
	return named{name: name}, nil
}

// alsoField is people of other teams: design*2, or design for one. Naming a team again changes how many.
func alsoField() field[roadmap.Task] {
	return field[roadmap.Task]{
		name: "also_needs", keys: []string{"also"}, list: true,
		clear: func(t *roadmap.Task, _ *hand) { t.AlsoNeeds = nil },
		read: func(r *reader, w word) (reading[roadmap.Task], error) {
			people := 1
			if i := strings.LastIndexByte(w.bare, '*'); i >= 0 {
				people = number(w.text[i+1:])
				if !allDigits(w.text[i+1:]) || people < 1 || people > roadmap.MaxPeople {
					return reading[roadmap.Task]{}, fmt.Errorf("%s: people are a whole number from 1 to %d, as design*2", quote(w.text), roadmap.MaxPeople)
				}
				w = w.part(0, i)
			}
			team, err := r.team(w)
			if err != nil {
				return reading[roadmap.Task]{}, err
			}
			out := reading[roadmap.Task]{say: fmt.Sprintf("also %d of %s", people, team.name), put: func(t *roadmap.Task, h *hand) error {
				id, err := h.team(team)
				if id != "" {
					t.AlsoNeeds = append(withoutNeed(t.AlsoNeeds, id), roadmap.Need{Team: id, People: people})
				}
				return err
			}}
			return r.asNew(out, team, w), nil
		},
		remove: func(r *reader, w word) (reading[roadmap.Task], error) {
			team, err := r.team(w)
			if err == nil && team.id == "" {
				err = r.unknownName("team", w, r.teams())
			}
			return put("nobody of "+team.name, func(t *roadmap.Task) { t.AlsoNeeds = withoutNeed(t.AlsoNeeds, team.id) }), err
		},
	}
}

func withoutNeed(list []roadmap.Need, team string) []roadmap.Need {
	return without(list, func(n roadmap.Need) bool { return n.Team == team })
}

// effortField is an effort or a three-point estimate. The likely value of an estimate is the effort too; a plain effort is
// the new likely value of an estimate that spans it, and takes the place of one that does not.
func effortField(name string) field[roadmap.Task] {
	return field[roadmap.Task]{
		name: name,
		clear: func(t *roadmap.Task, _ *hand) {
			if name == "effort" {
				t.Effort = roadmap.Effort{}
			}
			t.Estimate = roadmap.Estimate{}
		},
		read: func(_ *reader, w word) (reading[roadmap.Task], error) {
			a, err := readWork(w.text)
			if err == nil && name == "estimate" && !a.estimate.Given() {
				err = fmt.Errorf("%s is one number: write optimistic/likely/pessimistic, as 3/5/9d", quote(w.text))
			}
			if err != nil {
				return reading[roadmap.Task]{}, err
			}
			show := roadmap.Task{}
			a.on(&show)
			return put(EffortText(&show), a.on), nil
		},
	}
}

func (a work) on(t *roadmap.Task) {
	if a.estimate.Given() {
		t.Effort, t.Estimate = a.estimate.Likely, a.estimate
		return
	}
	t.SetEffort(a.effort)
}

func remainingField() field[roadmap.Task] {
	return field[roadmap.Task]{
		name: "remaining", keys: []string{"left"},
		clear: func(t *roadmap.Task, _ *hand) { t.Remaining = roadmap.Effort{} },
		read: func(r *reader, w word) (reading[roadmap.Task], error) {
			if s, is := shareIn(w); is {
				return s.reading(r.Of)
			}
			e, err := readEffort(w.text, "d")
			return put(e.String()+" "+dayWord(e, r.peopleOf())+" left", func(t *roadmap.Task) { t.Remaining = e }), err
		},
	}
}

func goalField() field[roadmap.Task] {
	return field[roadmap.Task]{
		name:  "goal",
		clear: func(t *roadmap.Task, _ *hand) { t.Goal = "" },
		read: func(r *reader, w word) (reading[roadmap.Task], error) {
			g, err := r.one("goal", w, r.goals())
			return put("goal "+g.name, func(t *roadmap.Task) { t.Goal = g.id }), err
		},
	}
}

// one is the one thing that a name means.
func (r *reader) one(what string, w word, list []named) (named, error) {
	found := match(w, list, true)
	switch len(found) {
	case 0:
		return named{}, r.unknownName(what, w, list)
	case 1:
		return found[0], nil
	}
	return named{}, several(w, found)
}

func phaseField() field[roadmap.Task] {
	return field[roadmap.Task]{
		name:  "phase",
		clear: func(t *roadmap.Task, _ *hand) { t.Phase = "" },
		read: func(r *reader, w word) (reading[roadmap.Task], error) {
			phase, err := r.phase(w)
			return put("phase "+phase, func(t *roadmap.Task) { t.Phase = phase }), err
		},
	}
}

func (r *reader) phase(w word) (string, error) {
	phases := r.roadmap().Settings().Phases
	var list []named
	for _, p := range phases {
		list = append(list, named{p, p})
	}
	found := match(w, list, true)
	if len(found) != 1 {
		return "", fmt.Errorf("%s is none of the phases: use %s", quote(w.text), roadmap.Alternatives(phases))
	}
	return found[0].id, nil
}

func tagsField() field[roadmap.Task] {
	tag := func(w word) (string, error) {
		t := strings.TrimPrefix(w.text, "#")
		if t == "" || strings.ContainsFunc(t, unicode.IsSpace) {
			return "", fmt.Errorf("%s is not a tag: one word, as #hardware", quote(w.text))
		}
		return t, nil
	}
	return field[roadmap.Task]{
		name: "tags", keys: []string{"tag"}, list: true,
		clear: func(t *roadmap.Task, _ *hand) { t.Tags = nil },
		read: func(_ *reader, w word) (reading[roadmap.Task], error) {
			name, err := tag(w)
			return put("tag "+name, func(t *roadmap.Task) { t.Tags = append(withoutTag(t.Tags, name), name) }), err
		},
		remove: func(_ *reader, w word) (reading[roadmap.Task], error) {
			name, err := tag(w)
			return put("not tag "+name, func(t *roadmap.Task) { t.Tags = withoutTag(t.Tags, name) }), err
		},
	}
}

func withoutTag(tags []string, tag string) []string {
	return without(tags, func(t string) bool { return strings.EqualFold(t, tag) })
}

func alternativeField() field[roadmap.Task] {
	return field[roadmap.Task]{
		name: "alternative_of", keys: []string{"alternative"},
		clear: func(t *roadmap.Task, _ *hand) { t.AlternativeOf = "" },
		read: func(r *reader, w word) (reading[roadmap.Task], error) {
			n, err := r.one("task", w, r.tasks())
			return put("instead of "+n.name, func(t *roadmap.Task) { t.AlternativeOf = n.id }), err
		},
	}
}

// priorityField is 2 as well as p2, which is how it is typed elsewhere.
func priorityField() field[roadmap.Task] {
	f := countField("priority", "priority", roadmap.HighestPriority, roadmap.LowestPriority, roadmap.DefaultPriority,
		func(t *roadmap.Task) *int { return &t.Priority })
	count := f.read
	f.read = func(r *reader, w word) (reading[roadmap.Task], error) {
		if len(w.bare) == 2 && (w.bare[0] == 'p' || w.bare[0] == 'P') {
			w = w.from(1)
		}
		return count(r, w)
	}
	return f
}
