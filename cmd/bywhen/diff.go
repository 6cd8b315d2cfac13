package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

func diffCommand(p *program) *cobra.Command {
	var asJSON bool
	var sinceDay string
	c := &cobra.Command{
		Use:   "diff",
		Short: "Say what has changed since a day, and what that did to the deadlines",
		Long: `Say what differs between the roadmap as it was at the end of a day and as it is: each deadline whose forecast has moved, with what
moved it, then each task, team, goal … that was added, changed or removed, with its values before and after.

    bywhen diff --since 2026-11-01
    bywhen diff --since checkin

Without --since it is a week ago, or the beginning of the history where that is later.`,
		Args: needs(),
		RunE: func(*cobra.Command, []string) error {
			d, err := p.diff(sinceDay)
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(d.json())
			}
			p.printDiff(d)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().StringVar(&sinceDay, "since", "", "compare with the end of a `DATE`, or with the last \"checkin\"")
	return c
}

// diff is what lies between an earlier day and now.
type diff struct {
	then      history.Then
	was, is   *schedule.Plan
	changes   int // steps of the history
	items     []itemDiff
	deadlines []deadlineDiff
}

// itemDiff is one entity that is not as it was; a change of its place alone has no fields.
type itemDiff struct {
	roadmap.Edit
	fields []fieldDiff
}

// deadlineDiff is a deadline whose forecast has moved, and the lines of its ledger since.
type deadlineDiff struct {
	schedule.Effect
	ledger []history.Line
}

// diff compares the roadmap with what it was.
func (p *program) diff(arg string) (*diff, error) {
	today, err := p.today()
	if err != nil {
		return nil, err
	}
	s, past, err := p.loadPast()
	if err != nil {
		return nil, err
	}
	then, ok, err := reportSince(arg, today, &past)
	if err != nil {
		return nil, err
	}
	if !ok {
		then = past.Beginning()
	}
	before, err := then.Roadmap(s.Roadmap, &past)
	if err != nil {
		return nil, err
	}
	d := &diff{then: then, changes: len(past.Changes) - then.Changes}
	d.was = schedule.Compute(before, then.Day, schedule.Options{})
	d.is = schedule.Compute(s.Roadmap, today, schedule.Options{})
	d.readDeadlines(&past)
	return d, d.readItems()
}

// readDeadlines finds those that have moved, the worst first, and why: of the first few, for a ledger may take many plans.
func (d *diff) readDeadlines(past *history.Past) {
	effects := schedule.Effects(d.was, d.is)
	schedule.SortEffects(effects)
	for _, e := range effects {
		if !e.Changed() {
			continue
		}
		out := deadlineDiff{Effect: e}
		if start := d.then.Start(d.was, e.On); start.Date != 0 && len(d.deadlines) < mostEffects {
			out.ledger = history.LedgerOf(d.is, past, e.On, start).Lines
		}
		d.deadlines = append(d.deadlines, out)
	}
}

// readItems finds what was added, changed and removed, with the fields of each as the roadmap's JSON has them.
func (d *diff) readItems() error {
	was, err := fieldsOf(d.was.Roadmap)
	if err != nil {
		return err
	}
	is, err := fieldsOf(d.is.Roadmap)
	if err != nil {
		return err
	}
	for _, e := range roadmap.Diff(d.was.Roadmap, d.is.Roadmap, "").Edits {
		at := entityAt{e.Kind, e.Key}
		d.items = append(d.items, itemDiff{Edit: e, fields: fieldDiffs(was[at], is[at])})
	}
	return nil
}

// how is added, changed or removed.
func (i *itemDiff) how() string { return oneEditJSON(i.Edit).How }

// printDiff prints the deadlines that have moved, then what has changed.
func (p *program) printDiff(d *diff) {
	today := d.is.Today
	since := paint.Weekday(d.then.Day, today)
	if d.then.CheckIn {
		since = "the check-in of " + since
	}
	if len(d.items)+len(d.deadlines) == 0 {
		p.printf("nothing has changed since %s\n", since)
		return
	}
	p.printf("%s\n", visible(fmt.Sprintf("since %s: %s in the history", since, paint.Count(d.changes, "change"))))
	for _, m := range d.deadlines {
		p.printf("\n%s\n", visible(effectLine(m.Effect, today)))
		t := table{columns: []column{{"", true}, {"", false}, {"", false}, {"", false}}}
		for _, l := range m.ledger {
			t.add("  "+paint.Delta(l.Days, false), paint.Days(l.From, l.To, today), l.Text, l.Because)
		}
		t.writeRows(p.out)
	}
	for _, i := range d.items {
		p.printItem(d, &i)
	}
}

// printItem prints an entity: what was done with it, then a line for each field that differs; one that was added or removed is a
// line.
func (p *program) printItem(d *diff, i *itemDiff) {
	words := fieldWords{was: d.was.Roadmap, is: d.is.Roadmap, today: d.is.Today}
	head := fmt.Sprintf("%-7s  %s", i.how(), words.name(i.Edit))
	if i.how() != "changed" {
		if all := words.all(i); all != "" {
			head += ": " + all
		}
		p.printf("\n%s\n", visible(head))
		return
	}
	p.printf("\n%s\n", visible(head))
	t := table{columns: []column{{"", false}, {"", false}}}
	for _, f := range i.fields {
		t.add("  "+f.name, words.change(f))
	}
	if len(i.fields) == 0 && i.Kind != roadmap.KindWhatIf { // whose changes the JSON does not have
		t.add("  place", "moved in the order")
	}
	t.writeRows(p.out)
}

// diffDoc is what diff --json prints.
type diffDoc struct {
	Since     day                `json:"since"`
	Today     day                `json:"today"`
	Changes   int                `json:"changes"`
	Deadlines []deadlineDiffJSON `json:"deadlines"`
	Edits     []itemDiffJSON     `json:"edits"`
}

// deadlineDiffJSON is a deadline that moved, with the lines of its ledger.
type deadlineDiffJSON struct {
	moveJSON
	Title  string       `json:"title"`
	Ledger []ledgerJSON `json:"ledger"`
}

// itemDiffJSON is what log --json says of an edit, with each field before and after.
type itemDiffJSON struct {
	editJSON
	Title  string          `json:"title,omitempty"`
	Fields []fieldDiffJSON `json:"fields"`
}

// fieldDiffJSON is a field by its name and its values in the roadmap's JSON, each left out where it is not written there.
type fieldDiffJSON struct {
	Field  string          `json:"field"`
	Before json.RawMessage `json:"before,omitempty"`
	After  json.RawMessage `json:"after,omitempty"`
}

func (d *diff) json() diffDoc {
	out := diffDoc{Since: day(d.then.Day), Today: day(d.is.Today), Changes: d.changes, Deadlines: []deadlineDiffJSON{}, Edits: []itemDiffJSON{}}
	for _, m := range d.deadlines {
		x := deadlineDiffJSON{Title: m.Title, Ledger: []ledgerJSON{}}
		x.moveJSON = moveJSON{Task: m.On.Task, Goal: m.On.Goal, From: day(m.Before), To: day(m.Forecast)}
		if m.Before != 0 && m.Forecast != 0 {
			x.Days = &m.Moved
		}
		for _, l := range m.ledger {
			x.Ledger = append(x.Ledger, ledgerJSON{Date: day(l.To), Text: l.Text, Because: l.Because, Change: l.Change, Days: l.Days})
		}
		out.Deadlines = append(out.Deadlines, x)
	}
	for _, i := range d.items {
		x := itemDiffJSON{editJSON: oneEditJSON(i.Edit), Title: titleOf(i.Edit), Fields: []fieldDiffJSON{}}
		for _, f := range i.fields {
			x.Fields = append(x.Fields, fieldDiffJSON{f.name, f.before, f.after})
		}
		out.Edits = append(out.Edits, x)
	}
	return out
}

// titleOf is what an entity is called now, or was called before it was removed; empty where it has no title.
func titleOf(e roadmap.Edit) string {
	value := e.After
	if value == nil {
		value = e.Before
	}
	switch v := value.(type) {
	case *roadmap.Task:
		return v.Title
	case *roadmap.Goal:
		return v.Title
	case *roadmap.Team:
		return v.Name
	case *roadmap.Risk:
		return v.Title
	case *roadmap.Settings:
		return v.Name
	}
	return ""
}

// name is how an entity is called in the text: its kind, its id and its title.
func (w fieldWords) name(e roadmap.Edit) string {
	value := e.After
	if value == nil {
		value = e.Before
	}
	switch v := value.(type) {
	case *roadmap.Settings:
		return "roadmap " + v.Name
	case *roadmap.Dependency:
		return fmt.Sprintf("link: %s after %s", w.title(v.To), w.title(v.From))
	case *roadmap.Known:
		return fmt.Sprintf("known flag: %s of %s", v.Flag, w.title(v.Task+v.Team+v.Goal))
	}
	return strings.TrimSpace(e.Kind.String() + " " + e.Key + " " + titleOf(e))
}
