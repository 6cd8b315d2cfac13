package exchange

import (
	"math"

	"bywhen/roadmap"
)

// The fields of each kind of object, in the order in which they are written.

var periodFields = object[roadmap.Period]{
	text("name", func(p *roadmap.Period) *string { return &p.Name }),
	day("from", func(p *roadmap.Period) *roadmap.Date { return &p.From }).need(),
	day("to", func(p *roadmap.Period) *roadmap.Date { return &p.To }).need(),
	whole("people", 0, anyWhole, func(p *roadmap.Period) *int { return &p.People }),
}

// periods is a list of runs of days.
func periods[T any](name string, at func(*T) *[]roadmap.Period) field[T] {
	return list(name, maxItems, periodFields, roadmap.Period{}, func(p *roadmap.Period) string { return p.Name }, at)
}

var calendarFields = object[roadmap.Settings]{
	weekdays("weekdays", roadmap.MonToFri, func(s *roadmap.Settings) *roadmap.Weekdays { return &s.Weekdays }),
	periods("holidays", func(s *roadmap.Settings) *[]roadmap.Period { return &s.Holidays }),
}

var ratingFields = object[roadmap.Rating]{
	whole("specification", 0, anyWhole, func(r *roadmap.Rating) *int { return &r.Specification }),
	whole("quality", 0, anyWhole, func(r *roadmap.Rating) *int { return &r.Quality }),
	whole("cost", 0, anyWhole, func(r *roadmap.Rating) *int { return &r.Cost }),
	whole("delivery", 0, anyWhole, func(r *roadmap.Rating) *int { return &r.Delivery }),
}

var teamFields = object[roadmap.Team]{
	text("id", func(t *roadmap.Team) *string { return &t.ID }).need(),
	text("name", func(t *roadmap.Team) *string { return &t.Name }),
	whole("capacity", 0, 1, func(t *roadmap.Team) *int { return &t.Capacity }),
	yes("supplier", func(t *roadmap.Team) *bool { return &t.Supplier }),
	text("contact", func(t *roadmap.Team) *string { return &t.Contact }),
	weekdays("weekdays", 0, func(t *roadmap.Team) *roadmap.Weekdays { return &t.Weekdays }),
	periods("time_off", func(t *roadmap.Team) *[]roadmap.Period { return &t.TimeOff }),
	periods("extra", func(t *roadmap.Team) *[]roadmap.Period { return &t.Extra }),
	amount("day_rate", func(t *roadmap.Team) *float64 { return &t.DayRate }),
	part("rating", ratingFields, func(t *roadmap.Team) *roadmap.Rating { return &t.Rating }),
}

var metricValueFields = object[roadmap.MetricValue]{
	day("date", func(v *roadmap.MetricValue) *roadmap.Date { return &v.Date }).need(),
	amount("value", func(v *roadmap.MetricValue) *float64 { return &v.Value }),
}

var metricFields = object[roadmap.Metric]{
	text("name", func(m *roadmap.Metric) *string { return &m.Name }),
	amount("baseline", func(m *roadmap.Metric) *float64 { return &m.Baseline }),
	amount("target", func(m *roadmap.Metric) *float64 { return &m.Target }),
	list("values", maxItems, metricValueFields, roadmap.MetricValue{}, func(v *roadmap.MetricValue) string { return "" },
		func(m *roadmap.Metric) *[]roadmap.MetricValue { return &m.Values }),
}

var scoreFields = object[roadmap.Score]{
	amount("reach", func(s *roadmap.Score) *float64 { return &s.Reach }),
	amount("impact", func(s *roadmap.Score) *float64 { return &s.Impact }),
	amount("confidence", func(s *roadmap.Score) *float64 { return &s.Confidence }),
}

// metric is a goal's metric, which it need not have; one without content is none.
var metric = field[roadmap.Goal]{
	name: "metric",
	read: func(s *scanner, g *roadmap.Goal) error {
		m := roadmap.Metric{}
		err := metricFields.read(s, &m)
		if m.Name != "" || m.Baseline != 0 || m.Target != 0 || m.Values != nil {
			g.Metric = &m
		}
		return err
	},
	write: func(p *printer, g *roadmap.Goal) bool { return g.Metric != nil && metricFields.write(p, g.Metric) },
}

var goalFields = object[roadmap.Goal]{
	text("id", func(g *roadmap.Goal) *string { return &g.ID }).need(),
	text("title", func(g *roadmap.Goal) *string { return &g.Title }),
	day("deadline", func(g *roadmap.Goal) *roadmap.Date { return &g.Deadline }),
	text("notes", func(g *roadmap.Goal) *string { return &g.Notes }),
	text("parent", func(g *roadmap.Goal) *string { return &g.Parent }),
	metric,
	part("score", scoreFields, func(g *roadmap.Goal) *roadmap.Score { return &g.Score }),
	amount("budget", func(g *roadmap.Goal) *float64 { return &g.Budget }),
}

var dependencyFields = object[roadmap.Dependency]{
	text("from", func(d *roadmap.Dependency) *string { return &d.From }).need(),
	text("to", func(d *roadmap.Dependency) *string { return &d.To }).need(),
	word("type", roadmap.ParseLinkType, func(d *roadmap.Dependency) *roadmap.LinkType { return &d.Type }),
	whole("lag", 0, anyWhole, func(d *roadmap.Dependency) *int { return &d.Lag }),
}

var riskFields = object[roadmap.Risk]{
	text("id", func(r *roadmap.Risk) *string { return &r.ID }).need(),
	text("title", func(r *roadmap.Risk) *string { return &r.Title }),
	amount("probability", func(r *roadmap.Risk) *float64 { return &r.Probability }),
	whole("days", 0, anyWhole, func(r *roadmap.Risk) *int { return &r.Days }),
	amount("money", func(r *roadmap.Risk) *float64 { return &r.Money }),
	texts("tasks", math.MaxInt, func(r *roadmap.Risk) *[]string { return &r.Tasks }),
	text("mitigation", func(r *roadmap.Risk) *string { return &r.Mitigation }),
	text("owner", func(r *roadmap.Risk) *string { return &r.Owner }),
	day("review", func(r *roadmap.Risk) *roadmap.Date { return &r.Review }),
	word("status", roadmap.ParseRiskStatus, func(r *roadmap.Risk) *roadmap.RiskStatus { return &r.Status }),
}

var knownFields = object[roadmap.Known]{
	text("kind", func(k *roadmap.Known) *string { return &k.Flag }),
	text("task", func(k *roadmap.Known) *string { return &k.Task }),
	text("team", func(k *roadmap.Known) *string { return &k.Team }),
	text("goal", func(k *roadmap.Known) *string { return &k.Goal }),
	day("until", func(k *roadmap.Known) *roadmap.Date { return &k.Until }),
	whole("days", 0, anyWhole, func(k *roadmap.Known) *int { return &k.Days }),
	text("because", func(k *roadmap.Known) *string { return &k.Because }),
}

var filterFields = object[roadmap.Filter]{
	text("name", func(f *roadmap.Filter) *string { return &f.Name }),
	text("text", func(f *roadmap.Filter) *string { return &f.Text }),
}

var baselineTaskFields = object[roadmap.BaselineTask]{
	text("id", func(t *roadmap.BaselineTask) *string { return &t.ID }).need(),
	day("start", func(t *roadmap.BaselineTask) *roadmap.Date { return &t.Start }),
	day("finish", func(t *roadmap.BaselineTask) *roadmap.Date { return &t.Finish }),
	effort("effort", func(t *roadmap.BaselineTask) *roadmap.Effort { return &t.Effort }),
}

var baselineDeadlineFields = object[roadmap.BaselineDeadline]{
	text("goal", func(d *roadmap.BaselineDeadline) *string { return &d.Goal }),
	text("task", func(d *roadmap.BaselineDeadline) *string { return &d.Task }),
	day("deadline", func(d *roadmap.BaselineDeadline) *roadmap.Date { return &d.Deadline }),
	day("forecast", func(d *roadmap.BaselineDeadline) *roadmap.Date { return &d.Forecast }),
}

var baselineFields = object[roadmap.Baseline]{
	text("name", func(b *roadmap.Baseline) *string { return &b.Name }),
	day("taken", func(b *roadmap.Baseline) *roadmap.Date { return &b.Taken }),
	yes("current", func(b *roadmap.Baseline) *bool { return &b.Current }),
	list("tasks", math.MaxInt, baselineTaskFields, roadmap.BaselineTask{}, func(t *roadmap.BaselineTask) string { return t.ID },
		func(b *roadmap.Baseline) *[]roadmap.BaselineTask { return &b.Tasks }),
	list("deadlines", math.MaxInt, baselineDeadlineFields, roadmap.BaselineDeadline{}, func(d *roadmap.BaselineDeadline) string { return d.Goal + d.Task },
		func(b *roadmap.Baseline) *[]roadmap.BaselineDeadline { return &b.Deadlines }),
}
