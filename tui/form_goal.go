package tui

import (
	"fmt"
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/input"
	"bywhen/tui/paint"
)

// The fields of a goal's metric, by the names that phrase.SetField knows.
const (
	metricName     = "metric.name"
	metricBaseline = "metric.baseline"
	metricValues   = "metric.values"
	metricTarget   = "metric.target"
)

func (m *Model) goalFields(g *roadmap.Goal) []input.Field {
	r := m.session.Roadmap()
	fields := []input.Field{
		{Name: "title", Label: "Title", Value: g.Title, Read: input.Needed("a title", nil)},
		m.dateField("deadline", "Deadline", g.Deadline),
		{Name: "parent", Label: "Part of", Value: goalTitle(r, g.Parent), Complete: input.Choices(goalTitles(r)...)},
	}
	fields = append(fields, m.metricFields(g.Metric)...)
	return append(fields, input.Field{Name: "notes", Label: "Notes", Value: g.Notes, Lines: true})
}

// metricFields are what is measured of a goal, what that was at first, what it was when it was told last, and what it is to be.
func (m *Model) metricFields(was *roadmap.Metric) []input.Field {
	name, baseline, now, target := "", "", "", ""
	if was != nil {
		name, baseline, now, target = was.Name, amount(was.Baseline), lastValue(was), amount(was.Target)
	}
	return []input.Field{
		{Name: metricName, Label: "Metric", Value: name, Hint: "what is measured, as stores, or leads 0 -> 400", Read: m.metricNamed(name)},
		{Name: metricBaseline, Label: "Baseline", Value: baseline, Hint: "what it was at first, as 0", Read: m.metricAmount},
		{Name: metricValues, Label: "Now", Value: now, Hint: "what it is today, as 12; of another day 2-feb=9", Read: m.metricTold(was, now)},
		{Name: metricTarget, Label: "Target", Value: target, Hint: "what it is to be, as 40", Read: m.metricAmount},
	}
}

func amount(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// metricNamed reads what is measured. Where two numbers are typed with it, it says what they are; where nothing is left, that the
// metric goes.
func (m *Model) metricNamed(was string) func(string) (string, error) {
	return func(text string) (string, error) {
		if text = strings.TrimSpace(text); text == "" {
			return optional(was != "", "no metric any more, nor its values"), nil
		}
		if _, err := m.metricAmount(text); err == nil {
			return "", fmt.Errorf("%s is a number, which names nothing: type what is measured here, and what it is under Now", roadmap.Quote(text))
		}
		words, err := phrase.FieldSays(roadmap.KindGoal, metricName, text, m.context())
		if words = strings.TrimPrefix(words, "metric "); err != nil || words == text {
			return "", err
		}
		return words, nil
	}
}

// metricAmount reads a number. Nothing typed is left to setGoal, which knows whether there is a metric.
func (m *Model) metricAmount(text string) (string, error) {
	if strings.TrimSpace(text) == "" {
		return "", nil
	}
	_, err := phrase.FieldSays(roadmap.KindGoal, metricBaseline, text, m.context())
	return "", err
}

// metricTold reads what the metric is, today or on a day that is named, and says on which day that is; of what was told before, when.
func (m *Model) metricTold(was *roadmap.Metric, before string) func(string) (string, error) {
	return func(text string) (string, error) {
		values := 0
		if was != nil {
			values = len(was.Values)
		}
		switch text = strings.TrimSpace(text); {
		case text == "" && values > 0:
			return "forgets what was told of it: " + paint.Count(values, "value"), nil
		case text == "":
			return "", nil
		case text == before && values > 0:
			return "told on " + m.context().DateText(was.Values[values-1].Date), nil
		}
		words, err := phrase.FieldSays(roadmap.KindGoal, metricValues, text, m.context())
		return strings.ReplaceAll(words, "metric ", ""), err
	}
}

// setGoal sets what was changed in a goal's form. A value of its metric is added to those that were told on other days. A metric
// without a name is none: emptied, it goes with all its numbers, and numbers alone are refused at the name.
func (m *Model) setGoal(d *roadmap.Draft, id string, values []input.Value) error {
	unnamed := false // by this form
	for _, v := range values {
		text := strings.TrimSpace(v.Text)
		switch {
		case v.Name == metricName:
			unnamed = text == "" || strings.EqualFold(text, "none")
		case text == "" && (v.Name == metricBaseline || v.Name == metricTarget):
			if unnamed {
				continue
			}
			return inGoal(id, v.Name, "is empty: type a number; emptying Metric takes the metric away")
		case v.Name == metricValues && text != "":
			text = "+" + text
		}
		if err := phrase.SetField(d, roadmap.KindGoal, id, v.Name, text, m.context()); err != nil {
			return err
		}
	}
	was := m.session.Roadmap().Goal(id)
	if now := d.Goal(id).Metric; now != nil && now.Name == "" && (unnamed || was == nil || was.Metric == nil) {
		return inGoal(id, metricName, "is empty: type what the numbers measure, as stores")
	}
	return nil
}

// inGoal is what is wrong with a field of a goal.
func inGoal(id, field, problem string) error {
	return &roadmap.Error{Code: roadmap.Invalid, Item: roadmap.KindGoal.String() + " " + roadmap.Quote(id), Field: field, Problem: problem}
}
