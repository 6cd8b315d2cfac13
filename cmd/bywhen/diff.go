package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/edits"
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
	items     []edits.Item
	deadlines []deadlineDiff
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
	d.readItems()
	return d, nil
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
func (d *diff) readItems() {
	d.items = edits.Items(roadmap.Diff(d.was.Roadmap, d.is.Roadmap, "").Edits)
}

// words write the items: with the names of now, or else of before.
func (d *diff) words() edits.Words {
	return edits.Words{Names: []*roadmap.Roadmap{d.is.Roadmap, d.was.Roadmap}, Day: func(day roadmap.Date) string { return paint.Day(day, d.is.Today) }}
}

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
		p.printItem(d, i)
	}
}

// printItem prints an entity: what was done with it, then a line for each field that differs; one that was added or removed is a
// line.
func (p *program) printItem(d *diff, i edits.Item) {
	words, how := d.words(), edits.How(i.Edit)
	head := fmt.Sprintf("%-7s  %s", how, words.Name(i.Edit))
	if how != "changed" {
		if all := words.All(i); all != "" {
			head += ": " + all
		}
		p.printf("\n%s\n", visible(head))
		return
	}
	p.printf("\n%s\n", visible(head))
	t := table{columns: []column{{"", false}, {"", false}}}
	for _, f := range i.Fields {
		t.add("  "+f.Name, words.Change(f))
	}
	if len(i.Fields) == 0 && i.Kind != roadmap.KindWhatIf { // whose changes the JSON does not have
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
		x := itemDiffJSON{editJSON: oneEditJSON(i.Edit), Title: edits.TitleOf(i.Edit), Fields: []fieldDiffJSON{}}
		for _, f := range i.Fields {
			x.Fields = append(x.Fields, fieldDiffJSON{f.Name, f.Before, f.After})
		}
		out.Edits = append(out.Edits, x)
	}
	return out
}
