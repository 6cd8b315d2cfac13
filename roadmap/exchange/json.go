package exchange

import (
	"cmp"
	"errors"
	"io"
	"slices"
	"strconv"

	"bywhen/roadmap"
)

// jsonVersion is the version of the format that is written, and the only one so far.
const jsonVersion = 1

// document is a roadmap's JSON: what a file says, before any roadmap has taken it.
type document struct {
	version   int
	settings  roadmap.Settings
	teams     listed[roadmap.Team]
	goals     listed[roadmap.Goal]
	tasks     listed[roadmap.Task]
	deps      listed[roadmap.Dependency]
	risks     listed[roadmap.Risk]
	known     listed[roadmap.Known]
	filters   listed[roadmap.Filter]
	baselines listed[roadmap.Baseline]
}

// listed is one list of the document, and the lines on which its items begin.
type listed[E any] struct {
	items []E
	lines []int
}

// documentFields are the fields of the whole.
var documentFields = object[document]{
	version,
	text("name", func(d *document) *string { return &d.settings.Name }),
	day("start", func(d *document) *roadmap.Date { return &d.settings.Start }),
	whole("told_days", roadmap.DefaultToldDays, anyWhole, func(d *document) *int { return &d.settings.ToldDays }),
	text("currency", func(d *document) *string { return &d.settings.Currency }),
	part("calendar", calendarFields, func(d *document) *roadmap.Settings { return &d.settings }),
	phases,
	entities("teams", teamFields, roadmap.Team{}, nameTeam, func(d *document) *listed[roadmap.Team] { return &d.teams }),
	entities("goals", goalFields, roadmap.Goal{}, nameGoal, func(d *document) *listed[roadmap.Goal] { return &d.goals }),
	entities("tasks", taskFields, roadmap.Task{People: 1, Priority: roadmap.DefaultPriority}, nameTask,
		func(d *document) *listed[roadmap.Task] { return &d.tasks }),
	entities("dependencies", dependencyFields, roadmap.Dependency{}, nameDependency,
		func(d *document) *listed[roadmap.Dependency] { return &d.deps }),
	entities("risks", riskFields, roadmap.Risk{}, nameRisk, func(d *document) *listed[roadmap.Risk] { return &d.risks }),
	entities("known", knownFields, roadmap.Known{}, nameKnown, func(d *document) *listed[roadmap.Known] { return &d.known }),
	entities("filters", filterFields, roadmap.Filter{}, nameFilter, func(d *document) *listed[roadmap.Filter] { return &d.filters }),
	entities("baselines", baselineFields, roadmap.Baseline{}, nameBaseline,
		func(d *document) *listed[roadmap.Baseline] { return &d.baselines }),
}

// What to call an item in an error, beside its number.

func nameTeam(t *roadmap.Team) string             { return t.Name }
func nameGoal(g *roadmap.Goal) string             { return g.Title }
func nameTask(t *roadmap.Task) string             { return t.Title }
func nameDependency(d *roadmap.Dependency) string { return d.From + " → " + d.To }
func nameRisk(r *roadmap.Risk) string             { return r.Title }
func nameKnown(k *roadmap.Known) string           { return k.Flag }
func nameFilter(f *roadmap.Filter) string         { return f.Name }
func nameBaseline(b *roadmap.Baseline) string     { return b.Name }

// version is the format's; it is read first of all where it stands first, as it does in what is written here.
var version = field[document]{
	name: "bywhen", needed: true,
	read: func(s *scanner, d *document) error {
		from := *s
		digits, err := s.number()
		if err != nil {
			return err
		}
		switch n, err := strconv.Atoi(digits); {
		case err == nil && n == jsonVersion:
			d.version = n
			return nil
		case err == nil && n > jsonVersion:
			return from.fail("%d is a newer version of the format than this program knows (%d): get a newer bywhen", n, jsonVersion)
		}
		return from.fail("%.40s is no version of the format: write %d", digits, jsonVersion)
	},
	write: func(p *printer, d *document) bool { p.whole(jsonVersion); return true },
}

// phases are written unless they are those that a new roadmap begins with; an empty list is none at all.
var phases = field[document]{
	name: "phases",
	read: func(s *scanner, d *document) error {
		d.settings.Phases = nil
		return phaseTexts.read(s, d)
	},
	write: func(p *printer, d *document) bool {
		phaseTexts.write(p, d)
		return !slices.Equal(d.settings.Phases, roadmap.DefaultPhases())
	},
}

var phaseTexts = texts("phases", maxItems, func(d *document) *[]string { return &d.settings.Phases })

// mostOf is how many items the document's lists may have; all but the links as many as a table has rows.
var mostOf = map[string]int{
	"teams": maxRows, "goals": maxRows, "tasks": maxRows, "dependencies": 5 * maxRows, "risks": maxRows, "known": maxRows, "filters": maxRows, "baselines": maxRows,
}

// entities is one of the document's lists; the line of each item is kept.
func entities[E any](name string, fields object[E], fresh E, label func(*E) string, at func(*document) *listed[E]) field[document] {
	return field[document]{
		name: name,
		read: func(s *scanner, d *document) error {
			l := at(d)
			return s.items(func(i int) error {
				if i == mostOf[name] {
					return s.fail("at most %d items: split the file", i)
				}
				s.skip()
				l.items, l.lines = append(l.items, fresh), append(l.lines, s.line)
				err := fields.read(s, &l.items[i])
				if err != nil {
					err = within(err, itemName("", i, label(&l.items[i])))
				}
				return err
			})
		},
		write: func(p *printer, d *document) bool {
			return p.nested("[]", func() {
				for i := range at(d).items {
					p.item()
					fields.write(p, &at(d).items[i])
				}
			})
		},
	}
}

// WriteJSON writes a roadmap as JSON, version 1: whole but for its history, fields in the order of the format, lists in the
// roadmap's own order, indented by two spaces. The same roadmap gives the same bytes.
func WriteJSON(w io.Writer, r *roadmap.Roadmap) error {
	d := document{
		settings: *r.Settings(),
		teams:    listed[roadmap.Team]{items: values(r.Teams())}, goals: listed[roadmap.Goal]{items: values(r.Goals())},
		tasks: listed[roadmap.Task]{items: values(r.Tasks())}, deps: listed[roadmap.Dependency]{items: values(r.Dependencies())},
		risks: listed[roadmap.Risk]{items: values(r.Risks())}, known: listed[roadmap.Known]{items: values(r.Known())},
		filters: listed[roadmap.Filter]{items: values(r.Filters())}, baselines: listed[roadmap.Baseline]{items: values(r.Baselines())},
	}
	p := printer{}
	documentFields.write(&p, &d)
	_, err := w.Write(append(p.buf, '\n'))
	return err
}

func values[E any](list []*E) []E {
	out := make([]E, len(list))
	for i, e := range list {
		out[i] = *e
	}
	return out
}

// ReadJSON reads a roadmap's JSON as a roadmap of its own. today is the status date, which stands in for dates that a file
// need not have: the roadmap's start, when a task was told of, when one in progress was started and a done one finished.
// The notes say so.
func ReadJSON(data io.Reader, today roadmap.Date) (*roadmap.Roadmap, []Note, error) {
	i, err := ImportJSON(data)
	if err != nil {
		return nil, nil, err
	}
	return i.Into(roadmap.New("", today), today)
}

// ImportJSON reads and understands a roadmap's JSON. An error names line, column, item, field and value. A field that is
// unknown, missing, twice there or of another type is one; so is text after the end.
func ImportJSON(data io.Reader) (Import, error) {
	raw, err := readAll(data)
	if err == nil {
		raw, err = withoutMark(raw)
	}
	if err != nil {
		return Import{}, err
	}
	s := newScanner(raw)
	if s.skip(); s.at == len(raw) {
		return Import{}, errors.New("is empty: there is no roadmap in it")
	}
	d := &document{settings: *roadmap.New("", 0).Settings()}
	if err := documentFields.read(s, d); err != nil {
		return Import{}, err
	}
	if s.skip(); s.at < len(raw) {
		return Import{}, s.fail("the roadmap ends before %s: take away what comes after it", s.found())
	}
	d.name()
	return Import{d}, nil
}

// name gives what a file need not name the name it is known by otherwise.
func (d *document) name() {
	for i := range d.teams.items {
		t := &d.teams.items[i]
		t.Name = cmp.Or(t.Name, t.ID)
	}
	for i := range d.goals.items {
		g := &d.goals.items[i]
		g.Title = cmp.Or(g.Title, g.ID)
	}
	for i := range d.risks.items {
		r := &d.risks.items[i]
		r.Title = cmp.Or(r.Title, r.ID)
	}
	for i := range d.baselines.items {
		b := &d.baselines.items[i]
		b.Name = cmp.Or(b.Name, b.Taken.String())
	}
}
