package phrase

import (
	"slices"
	"strings"

	"bywhen/roadmap"
)

// Line is a quick-add line as understood.
type Line struct {
	Task     roadmap.Task         // as far as understood; without id, and without a team that is new
	Links    []roadmap.Dependency // what it waits for; To is empty
	NewTeams []string             // names of teams that Add creates
	Because  string               // the reason, to be kept with the change
	Chips    []Chip               // the title first, then what an open line keeps, then in the order of the text

	edits  []func(*roadmap.Task, *hand) error
	quotes bool // something is quoted, or kept as text
}

// ParseAdd reads a quick-add line. It never fails on a half-typed text: what cannot be taken is a chip with a problem.
//
// Words in any order: @team, an effort (3d, 2w, 0d, 3/5/9d; from the second word on), x2 people, #tag, p1 to p4, and key:value
// with the keys due, after, start, promised, also, left, started, done, goal, phase, because and every field name of the
// roadmap's JSON. All else is the title, and so is a word in quotes or behind a backslash.
// A word that begins like a value and is out of range, as -3 or p9, is a problem.
func ParseAdd(text string, ctx Context) Line {
	s := sentence[roadmap.Task]{reader: reader{Context: ctx, fresh: true}, text: text, fields: taskFields(), sign: addSign, slip: taskSlip}
	s.parseTask()
	s.strayed()
	l := Line{Because: s.because, NewTeams: s.newTeams, edits: s.edits, quotes: strings.ContainsAny(text, "\\\"")}
	s.keepQuotes()
	title, start, end := s.title()
	switch {
	case title != "":
		l.edits = append(l.edits, func(t *roadmap.Task, _ *hand) error { t.Title = title; return nil })
		l.Chips = append(l.Chips, titleChip(title, start, end, s.seen["title"]))
	case len(s.chips) > 0 && s.seen["title"] == "":
		l.Chips = append(l.Chips, Chip{Field: "title", Problem: "is empty: say what is to be done", Start: len(text), End: len(text)})
	}
	l.keep(ctx, s.seen)
	l.Chips = append(l.Chips, s.chips...)
	h := &hand{}
	l.Task.People = 1
	_ = l.fill(&l.Task, h) // without a draft nothing can be refused but what a chip says already
	l.Links = h.links
	l.showEffort()
	return l
}

func titleChip(title string, start, end int, other string) Chip {
	c := Chip{Field: "title", Text: "title " + title, Start: start, End: end}
	if other != "" {
		c.Problem = "is given twice: " + quote(title) + " and " + quote(other)
	}
	return c
}

// keep takes team and goal from the line before, where this one names none.
func (l *Line) keep(ctx Context, seen map[string]string) {
	if t := ctx.roadmap().Team(ctx.Team); t != nil && seen["team"] == "" && len(l.Chips) > 0 {
		l.edits = append(l.edits, func(task *roadmap.Task, _ *hand) error { task.Team = t.ID; return nil })
		l.Chips = append(l.Chips, Chip{Field: "team", Text: "team " + t.Name + " as before"})
	}
	if g := ctx.roadmap().Goal(ctx.Goal); g != nil && seen["goal"] == "" && len(l.Chips) > 0 {
		l.edits = append(l.edits, func(task *roadmap.Task, _ *hand) error { task.Goal = g.ID; return nil })
		l.Chips = append(l.Chips, Chip{Field: "goal", Text: "goal " + g.Title + " as before"})
	}
}

// showEffort says the effort with the people that do it: 10 person-days by 2 = 5 days.
func (l *Line) showEffort() {
	for i := range l.Chips {
		c := &l.Chips[i]
		if (c.Field == "effort" || c.Field == "estimate") && c.Problem == "" && l.Task.Effort.Given() {
			c.Text = EffortText(&l.Task)
		}
	}
}

func (l *Line) fill(t *roadmap.Task, h *hand) error {
	for _, edit := range l.edits {
		if err := edit(t, h); err != nil {
			return err
		}
	}
	return nil
}

// Problem is the first thing that Add would refuse before it looks at the draft, or nil.
func (l Line) Problem() error {
	item := "new task"
	if l.Task.Title != "" {
		item += " " + quote(l.Task.Title)
	}
	if err := problem(item, l.Chips); err != nil {
		return err
	}
	if strings.TrimSpace(l.Task.Title) == "" {
		return &roadmap.Error{Code: roadmap.Invalid, Item: item, Field: "title", Problem: "is empty: say what is to be done"}
	}
	return nil
}

// Add carries the line out on a draft, new teams and links included, and returns the new task's id. After an error the draft is
// to be thrown away.
func (l Line) Add(d *roadmap.Draft) (string, error) {
	if err := l.Problem(); err != nil {
		return "", err
	}
	h := &hand{draft: d}
	t := roadmap.Task{People: 1}
	if err := l.fill(&t, h); err != nil {
		return "", err
	}
	id, err := d.AddTask(t)
	if err != nil {
		return "", err
	}
	return id, h.link(id, nil)
}

// addSign finds what a word of an add line means by its form.
func addSign(i int, w word) (key string, value word, ok bool) {
	if i > 0 && looksLikeEffort(w.bare) {
		return "effort", w, true
	}
	return sign(w)
}

// setSign finds what a word of a set line means by its form.
func setSign(_ int, w word) (key string, value word, ok bool) {
	if looksLikeEffort(w.bare) {
		return "effort", w, true
	}
	if _, is := shareIn(w); is {
		value = w
		value.text = "at " + w.text // left:80% is what is left
		return "remaining", value, true
	}
	if slices.Contains([]string{"todo", "doing", "done", "dropped"}, strings.ToLower(w.bare)) {
		return "status", w, true
	}
	if unblocked[strings.ToLower(w.bare)] {
		none := word{text: "none", bare: "none", open: -1}
		for range len(none.text) {
			none.at = append(none.at, w.start())
		}
		none.at = append(none.at, w.end())
		return "blockers", none, true
	}
	return sign(w)
}

func sign(w word) (key string, value word, ok bool) {
	if len(w.bare) < 2 {
		return "", w, false
	}
	rest := w.from(1)
	switch w.bare[0] {
	case '@':
		return "team", rest, true
	case '#':
		return "tags", rest, true
	case 'x', 'X':
		return "people", rest, allDigits(rest.bare)
	case 'p', 'P':
		return "priority", rest, len(rest.bare) == 1 && rest.bare >= "1" && rest.bare <= "4"
	}
	return "", w, false
}
