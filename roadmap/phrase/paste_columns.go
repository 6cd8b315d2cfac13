package phrase

import (
	"slices"
	"strings"

	"bywhen/roadmap"
)

// Tables reads tables out of spreadsheets, which have a line of names.
type Tables interface {
	// Table reads a text; nil where it is no table with a line of names.
	Table(text string, ctx Context) *Table
}

// Table is a table of tasks as understood.
type Table struct {
	Columns []TableColumn
	Rows    []TableRow
}

// TableColumn is what a column was taken for: the name of a field, or "" where it is left out.
type TableColumn struct{ Header, Field string }

// TableRow is a row: its line of the text, from 1, and its values in the order in which they are to be shown.
type TableRow struct {
	Line   int
	Title  string
	Values []TableValue
}

// TableValue is what a row has for a field. Rest stands behind a name and is none of it: a lag and a type, as +2d:ss; a number of
// people, as *2.
type TableValue struct{ Field, Text, Rest string }

// namedTable reads the lines from the i-th on that are one, where the first of them names columns; n is how many lines that are, 0 for none.
func (p *Paste) namedTable(lines []string, i int) (n int) {
	if p.ctx.Tables == nil {
		return 0
	}
	n = tableLines(lines[i:])
	if n == 0 && !slices.ContainsFunc(p.Rows, func(r Pasted) bool { return r.Kind == PastedTask }) && strings.ContainsAny(lines[i], ",;") {
		n = len(lines) - i
	}
	if n < 2 {
		return 0
	}
	t := p.ctx.Tables.Table(plainTable(lines[i:i+n]), p.ctx)
	if t == nil {
		return 0
	}
	p.columns = append(p.columns, t.Columns...)
	p.newPhases(t)
	goals := map[string]bool{}
	for _, r := range t.Rows {
		p.newGoal(i+r.Line, r, goals)
		title := p.kept(withEffort(unmarked(r.Title)))
		p.add(Pasted{Source: i + r.Line, Text: p.rowText(title, r.Values), Take: true})
	}
	return n
}

// tableLines is how many lines are rows of one table. A cell in quotes may have several lines.
func tableLines(lines []string) int {
	bars, quotes, n := barred(lines[0]), 0, 0
	for _, l := range lines {
		row := strings.Contains(strings.TrimSpace(l), "\t") && !bars || bars && barred(l)
		if !row && quotes%2 == 0 {
			break
		}
		if n++; !bars {
			quotes += strings.Count(l, `"`)
		}
	}
	if quotes%2 == 1 { // which are no cells'
		n = 0
		for n < len(lines) && strings.Contains(strings.TrimSpace(lines[n]), "\t") {
			n++
		}
	}
	return n
}

// plainTable is the text of a table; that of a Markdown table with tabs.
func plainTable(lines []string) string {
	if !barred(lines[0]) {
		return strings.Join(lines, "\n")
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.Join(barCells(strings.TrimSpace(l)), "\t")
	}
	return strings.Join(out, "\n")
}

// newGoal puts a goal that a row names, and that is not there, before the row.
func (p *Paste) newGoal(source int, r TableRow, made map[string]bool) {
	for _, v := range r.Values {
		if v.Field != "goal" || made[fold(v.Text)] || len(match(literal(v.Text), p.ctx.goals(), true)) > 0 {
			continue
		}
		made[fold(v.Text)] = true
		p.add(Pasted{Kind: PastedItem, Source: source, Text: "goal " + wholeName(v.Text), Take: true})
	}
}

// newPhases keeps the phases of a table that the roadmap has not: they come with the rows that have them.
func (p *Paste) newPhases(t *Table) {
	r := &reader{Context: p.ctx}
	for _, row := range t.Rows {
		for _, v := range row.Values {
			if v.Field != "phase" || slices.ContainsFunc(p.phases, func(s string) bool { return strings.EqualFold(s, v.Text) }) {
				continue
			}
			if _, err := r.phase(literal(v.Text)); err != nil {
				p.phases = append(p.phases, v.Text)
			}
		}
	}
	p.withPhases()
}

// withPhases reads the rows as if the phases that they bring were there.
func (p *Paste) withPhases() {
	d := p.ctx.roadmap().Edit(p.ctx.Today)
	if len(p.phases) == 0 || addPhases(d, p.phases) != nil {
		return
	}
	if with, err := d.Close(); err == nil {
		p.ctx.Roadmap = with
	}
}

// bringPhases adds to a draft the new phases of rows that are ticked.
func (p *Paste) bringPhases(d *roadmap.Draft) error {
	return addPhases(d, slices.DeleteFunc(slices.Clone(p.phases), func(phase string) bool {
		word := TableValue{Field: "phase", Text: phase}.word()
		return !slices.ContainsFunc(p.Rows, func(r Pasted) bool { return r.Take && strings.Contains(r.Text, word) })
	}))
}

// addPhases adds phases that are not there.
func addPhases(d *roadmap.Draft, phases []string) error {
	for _, phase := range phases {
		if slices.ContainsFunc(d.Settings().Phases, func(s string) bool { return strings.EqualFold(s, phase) }) {
			continue
		}
		if err := d.AddPhase(phase); err != nil {
			return err
		}
	}
	return nil
}

// Says is how a paste was read: which columns of its tables were taken for what, and what was left out, as "Effort (days) → effort; left
// out: Colour". Empty where there is nothing to say.
func (p *Paste) Says() string {
	var taken, left []string
	for _, c := range p.columns {
		if c.Field == "" {
			left = append(left, c.Header)
			continue
		}
		taken = append(taken, c.Header+" → "+firstKey(c.Field))
	}
	for _, line := range p.left {
		left = append(left, quote(line))
	}
	out := strings.Join(taken, ", ")
	if len(left) > 0 {
		if out != "" {
			out += "; "
		}
		out += "left out: " + strings.Join(left, ", ")
	}
	return out
}
