package phrase

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// teamFields are what can be set on a team, in the order of the roadmap's JSON.
func teamFields() []field[roadmap.Team] {
	type team = roadmap.Team
	rating := func(name string, at func(*roadmap.Rating) *int) field[team] {
		return countField("rating."+name, name, 0, 5, 0, func(t *team) *int { return at(&t.Rating) })
	}
	return []field[team]{
		teamNameField(),
		countField("capacity", "", 0, roadmap.MaxPeople, 0, func(t *team) *int { return &t.Capacity }, "people"),
		supplierField(),
		textField("contact", false, func(t *team) *string { return &t.Contact }),
		weekdaysField(),
		periodsField("time_off", "off", func(t *team) *[]roadmap.Period { return &t.TimeOff }),
		periodsField("extra", "more", func(t *team) *[]roadmap.Period { return &t.Extra }),
		amountField("day_rate", func(t *team) *float64 { return &t.DayRate }, "rate"),
		rating("specification", func(r *roadmap.Rating) *int { return &r.Specification }),
		rating("quality", func(r *roadmap.Rating) *int { return &r.Quality }),
		rating("cost", func(r *roadmap.Rating) *int { return &r.Cost }),
		rating("delivery", func(r *roadmap.Rating) *int { return &r.Delivery }),
	}
}

// teamNameField is a team's name, which no other team is given on purpose: nobody could tell the two apart. An import may have such.
func teamNameField() field[roadmap.Team] {
	f := textField("name", true, func(t *roadmap.Team) *string { return &t.Name })
	text := f.read
	f.read = func(r *reader, w word) (reading[roadmap.Team], error) {
		got, err := text(r, w)
		name := fold(w.text)
		rename := got.put
		got.put = func(t *roadmap.Team, h *hand) error {
			if h.draft != nil && fold(t.Name) != name {
				for _, other := range h.draft.Teams() {
					if other.ID != t.ID && fold(other.Name) == name {
						return &roadmap.Error{Code: roadmap.Invalid, Item: "team " + quote(t.Name), Field: "name",
							Problem: fmt.Sprintf("there is a team %s already, id %s: give this one another name", quote(other.Name), other.ID)}
					}
				}
			}
			return rename(t, h)
		}
		return got, err
	}
	return f
}

// goalFields are what can be set on a goal, in the order of the roadmap's JSON.
func goalFields() []field[roadmap.Goal] {
	type goal = roadmap.Goal
	return []field[goal]{
		textField("title", true, func(g *goal) *string { return &g.Title }),
		dateField("deadline", "due", false, func(g *goal) *roadmap.Date { return &g.Deadline }, "due", "by"),
		textField("notes", false, func(g *goal) *string { return &g.Notes }, "note"),
		{
			name:  "parent",
			clear: func(g *goal, _ *hand) { g.Parent = "" },
			read: func(r *reader, w word) (reading[goal], error) {
				n, err := r.one("goal", w, r.goals())
				return put("under "+n.name, func(g *goal) { g.Parent = n.id }), err
			},
		},
		metricNameField(),
		metricField("baseline", func(m *roadmap.Metric, w word) (err error) { m.Baseline, err = readAmount(w.text); return }),
		metricField("target", func(m *roadmap.Metric, w word) (err error) { m.Target, err = readAmount(w.text); return }),
		metricValueField(),
		amountField("score.reach", func(g *goal) *float64 { return &g.Score.Reach }, "reach"),
		amountField("score.impact", func(g *goal) *float64 { return &g.Score.Impact }, "impact"),
		shareField("score.confidence", func(g *goal) *float64 { return &g.Score.Confidence }, "confidence"),
		amountField("budget", func(g *goal) *float64 { return &g.Budget }),
	}
}

// riskFields are what can be set on a risk, in the order of the roadmap's JSON.
func riskFields() []field[roadmap.Risk] {
	type risk = roadmap.Risk
	return []field[risk]{
		textField("title", true, func(k *risk) *string { return &k.Title }),
		shareField("probability", func(k *risk) *float64 { return &k.Probability }, "probability", "prob", "chance"),
		{
			name:  "days",
			clear: func(k *risk, _ *hand) { k.Days = 0 },
			read: func(_ *reader, w word) (reading[risk], error) {
				n, err := readDays(w.text)
				return put("costs "+plural(n, "day"), func(k *risk) { k.Days = n }), err
			},
		},
		amountField("money", func(k *risk) *float64 { return &k.Money }, "cost"),
		riskTasksField(),
		textField("mitigation", false, func(k *risk) *string { return &k.Mitigation }, "mitigate"),
		textField("owner", false, func(k *risk) *string { return &k.Owner }, "who"),
		dateField("review", "review", false, func(k *risk) *roadmap.Date { return &k.Review }),
		choiceField("status", roadmap.ParseRiskStatus, func(k *risk) *roadmap.RiskStatus { return &k.Status }),
	}
}

func riskTasksField() field[roadmap.Risk] {
	type risk = roadmap.Risk
	others := func(k *risk, id string) []string { return without(k.Tasks, func(t string) bool { return t == id }) }
	return field[risk]{
		name: "tasks", keys: []string{"on"}, list: true,
		clear: func(k *risk, _ *hand) { k.Tasks = nil },
		read: func(r *reader, w word) (reading[risk], error) {
			n, err := r.one("task", w, r.tasks())
			return put("on "+n.name, func(k *risk) { k.Tasks = append(others(k, n.id), n.id) }), err
		},
		remove: func(r *reader, w word) (reading[risk], error) {
			n, err := r.one("task", w, r.tasks())
			return put("not on "+n.name, func(k *risk) { k.Tasks = others(k, n.id) }), err
		},
	}
}

func supplierField() field[roadmap.Team] {
	return field[roadmap.Team]{
		name: "supplier",
		read: func(_ *reader, w word) (reading[roadmap.Team], error) {
			yes := slices.Contains([]string{"true", "yes"}, strings.ToLower(w.text))
			if !yes && !slices.Contains([]string{"false", "no"}, strings.ToLower(w.text)) {
				return reading[roadmap.Team]{}, fmt.Errorf("%s is neither yes nor no", quote(w.text))
			}
			return put(map[bool]string{true: "supplier", false: "own team"}[yes], func(t *roadmap.Team) { t.Supplier = yes }), nil
		},
	}
}

func weekdaysField() field[roadmap.Team] {
	return field[roadmap.Team]{
		name: "weekdays", keys: []string{"days"},
		clear: func(t *roadmap.Team, _ *hand) { t.Weekdays = 0 },
		read: func(_ *reader, w word) (reading[roadmap.Team], error) {
			days, err := readWeekdays(w.text)
			return put("works "+strings.Join(days.Names(), " "), func(t *roadmap.Team) { t.Weekdays = days }), err
		},
	}
}

// readWeekdays reads mon-thu, mon,tue,fri or sun-wed,fri.
func readWeekdays(s string) (roadmap.Weekdays, error) {
	var out roadmap.Weekdays
	for _, part := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ',' || r == ' ' }) {
		from, to, ranged := strings.Cut(part, "-")
		a, ok := weekday(from)
		b, okTo := a, true
		if ranged {
			b, okTo = weekday(to)
		}
		if !ok || !okTo {
			return 0, fmt.Errorf("%s names no weekdays: write mon-thu or mon,tue,fri", quote(s))
		}
		for i := a; ; i = (i + 1) % 7 {
			out |= 1 << i
			if i == b {
				break
			}
		}
	}
	if out == 0 {
		return 0, fmt.Errorf("%s names no weekdays: write mon-thu or mon,tue,fri", quote(s))
	}
	return out, nil
}

// periodsField is runs of days: 2-mar..4-mar, of some people only 6-apr..17-apr*1, with a name after a space.
func periodsField(name, key string, at func(*roadmap.Team) *[]roadmap.Period) field[roadmap.Team] {
	return field[roadmap.Team]{
		name: name, keys: []string{key}, list: true,
		clear: func(t *roadmap.Team, _ *hand) { *at(t) = nil },
		read: func(r *reader, w word) (reading[roadmap.Team], error) {
			p, err := r.period(w.text)
			if err == nil && name == "extra" && p.People == 0 {
				err = fmt.Errorf("%s does not say how many people: write 1-mar..29-may*1", quote(w.text))
			}
			say := strings.ReplaceAll(name, "_", " ") + " " + r.periodText(p)
			from, _, _ := strings.Cut(r.joined(strings.TrimSpace(w.text)), "..")
			return put(r.nextYears(from, p.From, halfYear)+say, func(t *roadmap.Team) { *at(t) = append(slices.Clone(*at(t)), p) }), err
		},
	}
}

// period reads FROM..TO or one day, then *PEOPLE, then a name. The second date without a year is the next after the first.
func (r *reader) period(s string) (roadmap.Period, error) {
	var p roadmap.Period
	days, name, _ := strings.Cut(r.joined(strings.TrimSpace(s)), " ")
	p.Name, _ = roadmap.CleanLine(name)
	if i := strings.LastIndexByte(days, '*'); i >= 0 {
		p.People = number(days[i+1:])
		if !allDigits(days[i+1:]) || p.People < 1 || p.People > roadmap.MaxPeople {
			return p, fmt.Errorf("%s: people are a whole number from 1 to %d, as 2-mar..4-mar*1", quote(s), roadmap.MaxPeople)
		}
		days = days[:i]
	}
	from, to, ranged := strings.Cut(days, "..")
	last, first, err := r.span(from)
	p.From, p.To = first, last
	if err == nil && ranged {
		after := r.Context
		after.Today = first
		p.To, err = Date(to, after)
		if turned := r.turned(first, p.To, to); err == nil && turned != "" {
			err = errors.New(turned)
		}
	}
	if err == nil && p.To < p.From {
		err = fmt.Errorf("%s ends before it begins: write the first day, then the last, as 2-mar..4-mar", quote(s))
	}
	return p, err
}

// joined writes "24-dec to 1-jan" as "24-dec..1-jan": read as one day with the name "to 1-jan", it would lose days unsaid.
func (r *reader) joined(s string) string {
	from, rest, found := strings.Cut(s, " to ")
	to, _, _ := strings.Cut(rest, " ")
	day, _, _ := strings.Cut(to, "*")
	if _, err := Date(day, r.Context); !found || err != nil || strings.ContainsAny(from, " .*") {
		return s
	}
	return from + ".." + rest
}

// isShare tells whether a word is a probability in hundredths behind a p: p20.
func isShare(word string) bool {
	return len(word) > 1 && (word[0] == 'p' || word[0] == 'P') && allDigits(word[1:])
}

// shareField is a part of one, as 20%, p20 or 0.2.
func shareField[T any](name string, at func(*T) *float64, keys ...string) field[T] {
	label := name[strings.LastIndexByte(name, '.')+1:]
	return field[T]{
		name: name, keys: keys,
		clear: func(t *T, _ *hand) { *at(t) = 0 },
		read: func(_ *reader, w word) (reading[T], error) {
			text := w.text
			if isShare(text) {
				text = text[1:] + "%"
			}
			x, err := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64)
			if strings.HasSuffix(text, "%") {
				x /= 100
			}
			if err != nil || !(x >= 0 && x <= 1) {
				return reading[T]{}, fmt.Errorf("%s is not from 0%% to 100%%: write 20%% or 0.2", quote(w.text))
			}
			say := label + " " + strconv.FormatFloat(math.Round(x*10000)/100, 'f', -1, 64) + "%"
			return put(say, func(t *T) { *at(t) = x }), nil
		},
	}
}

// readAmount reads a number, with an apostrophe or underscore between thousands where somebody likes that.
func readAmount(s string) (float64, error) {
	x, err := strconv.ParseFloat(strings.NewReplacer("_", "", "'", "").Replace(s), 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
		return 0, fmt.Errorf("%s is not a number", quote(s))
	}
	return x, nil
}

// metricField is something of a goal's metric, which is there as soon as something of it is.
func metricField(name string, set func(*roadmap.Metric, word) error, keys ...string) field[roadmap.Goal] {
	return field[roadmap.Goal]{
		name: "metric." + name, keys: keys,
		read: func(_ *reader, w word) (reading[roadmap.Goal], error) {
			err := set(&roadmap.Metric{}, w)
			return put("metric "+name+" "+w.text, func(g *roadmap.Goal) {
				m := metricOf(g)
				_ = set(m, w) // it was understood before
				g.Metric = m
			}), err
		},
	}
}

// metricOf is a copy of a goal's metric that may be written to.
func metricOf(g *roadmap.Goal) *roadmap.Metric {
	if g.Metric == nil {
		return &roadmap.Metric{}
	}
	m := *g.Metric
	m.Values = slices.Clone(m.Values)
	return &m
}

// metricValueField is what the metric was on a day: 12, which is today's, or 2-feb=12. A day's value takes the place of the one before.
func metricValueField() field[roadmap.Goal] {
	return field[roadmap.Goal]{
		name: "metric.values", keys: []string{"value"}, list: true, adds: true,
		clear: func(g *roadmap.Goal, _ *hand) {
			if g.Metric != nil {
				g.Metric = metricOf(g)
				g.Metric.Values = nil
			}
		},
		read: func(r *reader, w word) (reading[roadmap.Goal], error) {
			ctx := r.Context
			ctx.Actual = true
			v := roadmap.MetricValue{Date: ctx.Today}
			value := w.text
			if day, x, dated := strings.Cut(w.text, "="); dated {
				d, err := Date(day, ctx)
				if err != nil {
					return reading[roadmap.Goal]{}, err
				}
				v.Date, value = d, x
			}
			x, err := readAmount(value)
			v.Value = x
			return put("metric "+value+" on "+ctx.DateText(v.Date), func(g *roadmap.Goal) { g.Metric = withValue(metricOf(g), v) }), err
		},
	}
}

func withValue(m *roadmap.Metric, v roadmap.MetricValue) *roadmap.Metric {
	i := 0
	for i < len(m.Values) && m.Values[i].Date < v.Date {
		i++
	}
	if i < len(m.Values) && m.Values[i].Date == v.Date {
		m.Values[i] = v
		return m
	}
	m.Values = slices.Insert(m.Values, i, v)
	return m
}
