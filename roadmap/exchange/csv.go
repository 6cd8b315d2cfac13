package exchange

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// CSVOptions say how a table is to be read.
type CSVOptions struct {
	// Map names the column of a field (see Fields), by its name or by its number from 1; an empty column is none, also where
	// one would be recognised.
	Map map[string]string
}

// ParseMap reads "title=task,team=teams" as the Map of CSVOptions.
func ParseMap(text string) (map[string]string, error) {
	mapping := map[string]string{}
	for _, item := range strings.Split(text, ",") {
		field, column, ok := strings.Cut(item, "=")
		field = strings.TrimSpace(field)
		if !ok || field == "" {
			return nil, fmt.Errorf("%s is no mapping: write FIELD=COLUMN, as title=task", quoted(item))
		}
		if _, twice := mapping[field]; twice {
			return nil, fmt.Errorf("%s is mapped twice", quoted(field))
		}
		mapping[field] = strings.TrimSpace(column)
	}
	return mapping, nil
}

// WriteCSV writes a row a task, in the roadmap's order, with what is default left empty. It is what ReadCSV reads back; a
// cell that a spreadsheet would run as a formula has an apostrophe before it. Teams and goals are named, but by id where
// several have one name. What is not of a single task (goals' own
// dates, teams' sizes, baselines and so on) is in the JSON only, as are a task's blockers, promises and asks.
func WriteCSV(w io.Writer, r *roadmap.Roadmap) error {
	out := csv.NewWriter(w)
	if err := out.Write(Fields()); err != nil {
		return err
	}
	cells, called := make([]string, len(csvFields)), newLabels(r)
	for _, t := range r.Tasks() {
		for i, f := range csvFields {
			cells[i] = defused(f.write(called, t))
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// ReadCSV reads and understands a table of tasks: UTF-8, UTF-16 or Windows-1252, with commas, semicolons, tabs or bars. Its
// columns are recognised by their names and by what is in them; the notes of the import say which was taken for what. An
// error names line, column and cell. A column that is known by name, but of which less than half can be read so, goes into
// the notes instead.
func ReadCSV(r io.Reader, o CSVOptions) (Import, error) {
	t, err := readTable(r)
	if err != nil {
		return Import{}, err
	}
	s, err := understand(t, o.Map)
	if err != nil {
		return Import{}, err
	}
	if err := s.check(); err != nil {
		return Import{}, err
	}
	return Import{s}, nil
}

// check reads all rows once, for what is wrong with them.
func (s *sheet) check() error {
	if err := s.checkOrders(); err != nil {
		return err
	}
	ids := map[string]int{}
	cleaned := tally{}
	for _, at := range s.rows {
		row, err := s.read(at, roadmap.Task{})
		if err != nil {
			return err
		}
		if first, twice := ids[row.task.ID]; twice && row.task.ID != "" {
			return fmt.Errorf("line %d, column %s: %s is there twice, first in line %d: an id is of one task",
				at.line, quoted(s.of("id").header), quoted(row.task.ID), first)
		}
		ids[row.task.ID] = at.line
		if s.dirty(at) {
			cleaned.add(at.place(&row.task))
		}
	}
	s.notes = cleaned.addTo(s.notes, "line breaks or characters that do not print were taken out")
	return nil
}

// dirty tells whether anything had to be taken out of what is used of a row.
func (s *sheet) dirty(row tableRow) bool {
	for i, c := range s.columns {
		if c.use == leftOut {
			continue
		}
		_, changed := roadmap.CleanLine(row.cells[i])
		switch {
		case c.use != asField:
		case c.field.name == "notes":
			_, changed = roadmap.CleanText(row.cells[i])
		case slices.Contains(listFields, c.field.name):
			_, changed = roadmap.CleanLine(strings.ReplaceAll(row.cells[i], "\n", ";"))
		}
		if changed {
			return true
		}
	}
	return false
}

func (row tableRow) place(t *roadmap.Task) string {
	return fmt.Sprintf("line %d: %s", row.line, quoted(t.Title))
}

// read makes a task of a row. What has no column stays as it is in the task that the row is read onto.
func (s *sheet) read(from tableRow, onto roadmap.Task) (*csvRow, error) {
	row := &csvRow{task: onto}
	if s.gives("tags", asTag) {
		row.task.Tags = nil
	}
	for i := range s.columns {
		c := &s.columns[i]
		switch c.use {
		case asField:
			cell := cleanCell(c.field, from.cells[i])
			if err := c.field.read(s, cell, row); err != nil {
				return nil, s.cellError(from.line, c, cell, err)
			}
		case asRemark:
			if cell, _ := roadmap.CleanLine(from.cells[i]); cell != "" {
				label, _ := roadmap.CleanLine(c.header)
				row.notes = append(row.notes, label+": "+cell)
			}
		case asTag:
			if isYes(from.cells[i]) {
				if err := readTags(s, strings.ReplaceAll(c.name, " ", "-"), row); err != nil {
					return nil, err
				}
			}
		}
	}
	if s.gives("notes", asRemark) {
		row.task.Notes = strings.Join(row.notes, "\n")
	}
	return row, nil
}

// gives tells whether the file has a column for a field, or one of a use that adds to it.
func (s *sheet) gives(field string, use columnUse) bool {
	for _, c := range s.columns {
		if c.use == use {
			return true
		}
	}
	return s.has(field)
}

func (s *sheet) cellError(line int, c *column, cell string, err error) error {
	hint := ""
	if c.field.name != "title" {
		hint = fmt.Sprintf(" (--map %s= leaves the column out)", c.field.name)
	}
	return fmt.Errorf("line %d, column %s: %s %w%s", line, quoted(c.header), quoted(cell), err, hint)
}
