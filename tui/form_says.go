package tui

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/input"
	"bywhen/tui/paint"
)

// mostInTitle is how much of a text a title says, before the change and after it.
const mostInTitle = 28

// formSays is what a form changes, each field from what it was to what it is: "team Mechanics → Design, effort 5d → 6d".
func (m *Model) formSays(kind roadmap.Kind, id string, changed []input.Value, change func(*roadmap.Draft) error) string {
	r := m.session.Roadmap()
	d := r.Edit(m.session.Today())
	if change(d) != nil {
		return namesOf(changed)
	}
	var words []string
	switch kind {
	case roadmap.KindTask:
		words = m.taskSays(r.Task(id), d.Task(id), d)
	case roadmap.KindGoal:
		words = m.goalSays(r.Goal(id), d.Goal(id), d)
	case roadmap.KindTeam:
		words = m.teamSays(r.Team(id), d.Team(id))
	case roadmap.KindRisk:
		words = m.riskSays(r.Risk(id), d.Risk(id), d)
	}
	if words = slices.DeleteFunc(words, func(w string) bool { return w == "" }); len(words) == 0 {
		return namesOf(changed)
	}
	return strings.Join(words, ", ")
}

// taskSays are differences, and those of the fields that a form has besides. That what is done was done today need not be said.
func (m *Model) taskSays(was, now *roadmap.Task, d *roadmap.Draft) []string {
	needs := func(t *roadmap.Task) (out []string) {
		for _, n := range t.AlsoNeeds {
			out = append(out, fmt.Sprintf("%d of %s", n.People, m.teamIn(d, n.Team)))
		}
		return out
	}
	done := m.dateSays("done", was.Finished, now.Finished)
	if now.Finished == m.session.Today() && was.Status != now.Status || now.Status.Open() {
		done = ""
	}
	return []string{m.differences(was, now, d), done, listSays("also needs", needs(was), needs(now)), listSays("tag", was.Tags, now.Tags), textSays("notes", was.Notes, now.Notes)}
}

func (m *Model) goalSays(was, now *roadmap.Goal, d *roadmap.Draft) []string {
	parent := func(g *roadmap.Goal) string {
		if p := d.Goal(g.Parent); p != nil {
			return p.Title
		}
		return ""
	}
	words := []string{lineSays("title", was.Title, now.Title), m.dateSays("deadline", was.Deadline, now.Deadline), lineSays("part of", parent(was), parent(now))}
	return append(append(words, m.metricSays(was.Metric, now.Metric)...), textSays("notes", was.Notes, now.Notes))
}

// valuesSaid are the values of a metric with their days: "4 on 2 Nov".
func (m *Model) valuesSaid(x *roadmap.Metric) (out []string) {
	for _, v := range x.Values {
		out = append(out, amount(v.Value)+" on "+paint.Day(v.Date, m.session.Today()))
	}
	return out
}

// metricSays is how a metric differs: a new one is told as a whole, and what was told of it by its name.
func (m *Model) metricSays(was, now *roadmap.Metric) []string {
	switch {
	case was == nil && now == nil:
		return nil
	case now == nil:
		return []string{"no metric " + was.Name}
	case was == nil:
		words := []string{"metric " + now.Name + " " + amount(now.Baseline) + " → " + amount(now.Target)}
		return append(words, differing("now", "", lastValue(now)))
	}
	value := differing(now.Name, lastValue(was), lastValue(now))
	if value == "" { // it may have been told of a day before
		value = listSays(now.Name, m.valuesSaid(was), m.valuesSaid(now))
	}
	return []string{lineSays("metric", was.Name, now.Name), value,
		differing("baseline", amount(was.Baseline), amount(now.Baseline)), differing("target", amount(was.Target), amount(now.Target))}
}

func (m *Model) teamSays(was, now *roadmap.Team) []string {
	people := func(t *roadmap.Team) string { return optional(t.Capacity > 0, fmt.Sprint(t.Capacity)) }
	days := func(all []roadmap.Period) (out []string) {
		for _, p := range all {
			text := paint.Days(p.From, p.To, m.session.Today())
			if p.People > 0 {
				text += " " + paint.Count(p.People, "person")
			}
			out = append(out, strings.TrimSpace(text+" "+p.Name))
		}
		return out
	}
	week := func(t *roadmap.Team) string { return strings.Join(t.Weekdays.Names(), " ") }
	return []string{lineSays("name", was.Name, now.Name), differing("people", people(was), people(now)), differing("supplier", yesNo(was.Supplier), yesNo(now.Supplier)),
		differing("week", week(was), week(now)), listSays("time off", days(was.TimeOff), days(now.TimeOff)), listSays("extra", days(was.Extra), days(now.Extra)),
		lineSays("contact", was.Contact, now.Contact)}
}

func (m *Model) riskSays(was, now *roadmap.Risk, d *roadmap.Draft) []string {
	tasks := func(k *roadmap.Risk) (out []string) {
		for _, id := range k.Tasks {
			if t := d.Task(id); t != nil {
				out = append(out, inTitle(t.Title))
			}
		}
		return out
	}
	money := func(k *roadmap.Risk) string { return optional(k.Money != 0, amount(k.Money)) }
	return []string{lineSays("title", was.Title, now.Title), differing("chance", percent(was.Probability), percent(now.Probability)),
		differing("costs", fmt.Sprintf("%dd", was.Days), fmt.Sprintf("%dd", now.Days)), listSays("hits", tasks(was), tasks(now)),
		textSays("mitigation", was.Mitigation, now.Mitigation), lineSays("owner", was.Owner, now.Owner), m.dateSays("review", was.Review, now.Review),
		differing("money", money(was), money(now)), differing("status", was.Status.String(), now.Status.String())}
}

// teamIn is a team by its name in a draft, which may have made it.
func (m *Model) teamIn(d *roadmap.Draft, id string) string {
	t := d.Team(id)
	switch {
	case t == nil:
		return ""
	case m.session.Roadmap().Team(id) == nil:
		return t.Name + " (new)"
	}
	return t.Name
}

func (m *Model) dateSays(name string, was, now roadmap.Date) string {
	day := func(d roadmap.Date) string { return optional(d != 0, paint.Day(d, m.session.Today())) }
	return differing(name, day(was), day(now))
}

// lineSays is differing of a line of text, each shortened; where that leaves no difference, that there is one.
func lineSays(name, was, now string) string {
	if was != now && inTitle(was) == inTitle(now) {
		return name + " changed"
	}
	return differing(name, inTitle(was), inTitle(now))
}

// inTitle is a text as the title of a change has it: the beginning of its first line. It is kept, so it is the same on every terminal.
func inTitle(text string) string {
	line, _, more := strings.Cut(text, "\n")
	if r := []rune(line); len(r) > mostInTitle {
		line, more = strings.TrimSpace(string(r[:mostInTitle-1])), true
	}
	return line + optional(more, "…")
}

// textSays is lineSays of a text in sentences, in quotes.
func textSays(name, was, now string) string {
	words := lineSays(name, was, now)
	if head, tail, both := strings.Cut(strings.TrimPrefix(words, name+" "), " → "); both {
		return name + " " + quoted(head) + " → " + quoted(tail)
	}
	return words
}

// listSays is what a list has more than it had, and what less; one item for another as differing.
func listSays(name string, was, now []string) string {
	gone := slices.DeleteFunc(slices.Clone(was), func(x string) bool { return slices.Contains(now, x) })
	come := slices.DeleteFunc(slices.Clone(now), func(x string) bool { return slices.Contains(was, x) })
	if len(gone) == 1 && len(come) == 1 {
		return differing(name, gone[0], come[0])
	}
	var out []string
	if len(come) > 0 {
		out = append(out, name+" "+shortList(come))
	}
	if len(gone) > 0 {
		out = append(out, "no "+name+" "+shortList(gone))
	}
	return strings.Join(out, ", ")
}

// shortList names two items, and how many more there are.
func shortList(items []string) string {
	if len(items) > 3 {
		items = append(slices.Clone(items[:2]), fmt.Sprintf("%d more", len(items)-2))
	}
	return listed(items)
}

// listed are words as "effort, team and deadline".
func listed(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// namesOf are the fields that were changed, as "effort and deadline".
func namesOf(values []input.Value) string {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = phrase.FieldWords(v.Name)
	}
	return listed(names)
}
