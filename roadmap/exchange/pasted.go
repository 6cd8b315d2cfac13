package exchange

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// Pasted is a table out of a spreadsheet that is on its way through a preview, where each row can still be corrected.
type Pasted struct {
	Columns []PastedColumn
	Rows    []PastedRow
}

// PastedColumn is what a column was taken for: the name of a field, "notes" for one that goes into them, "tags" for one that is a tag,
// "" for one that is left out.
type PastedColumn struct{ Header, Field string }

// PastedRow is a task as its row has it. Line is that of the text, from 1; Values are in the order of Fields.
type PastedRow struct {
	Line   int
	Title  string
	Values []PastedValue
}

// PastedValue is a field's value: a name, a date as 2026-03-12, an amount as 2.5d; or the cell, where it cannot be read. Rest is what
// does not belong to a name: a lag and type as +2d:ss, people as *2.
type PastedValue struct{ Field, Text, Rest string }

// ReadPasted reads a table with a line of names, as ReadCSV does, for a preview: a cell that cannot be read is left to its reader as it
// stands. dates reads dates in other forms than those of files, as fri. Names are looked up in the roadmap, which is not changed. Nil
// where the text is no table with a line of names: none is known as the title, or not half of them are known.
func ReadPasted(text string, r *roadmap.Roadmap, dates func(string) (roadmap.Date, error)) *Pasted {
	t := pastedTable(text)
	if t == nil || !names(t.first) {
		return nil
	}
	s, err := understandWith(t, nil, dates)
	if err != nil {
		return nil
	}
	in := &pastedIntake{csvIntake{sheet: s, old: r, mentioned: map[string]bool{}}, map[string]string{}}
	in.lookAround()
	out := &Pasted{Columns: s.taken()}
	rows := make([]*csvRow, len(s.rows))
	unread := make([][]PastedValue, len(s.rows))
	for i, at := range s.rows {
		rows[i], unread[i] = s.readLoosely(at)
		for _, item := range splitList(rows[i].team) {
			in.mentioned[small(item.name)] = true
		}
		title := rows[i].task.Title
		in.titles[small(title)] = append(in.titles[small(title)], title)
		if id := rows[i].task.ID; id != "" {
			in.idTitles[id] = title
		}
	}
	for i, row := range rows {
		if row.task.Title != "" {
			out.Rows = append(out.Rows, PastedRow{Line: s.rows[i].line, Title: row.task.Title, Values: append(in.values(rows, row), unread[i]...)})
		}
	}
	return out
}

// pastedIntake is a sheet on its way into a preview. Its titles are by the titles themselves, since rows have no ids.
type pastedIntake struct {
	csvIntake
	idTitles map[string]string
}

// pastedTable is the cells of a text; nil where nothing parts it. Quotes that are no spreadsheet's are text.
func pastedTable(text string) *table {
	data, separator := withSeparator([]byte(text))
	for _, lazy := range []bool{false, true} {
		t, in := &table{}, csv.NewReader(strings.NewReader(string(data)))
		in.Comma, in.FieldsPerRecord, in.LazyQuotes = separator, -1, lazy
		for {
			cells, err := in.Read()
			if err == io.EOF && len(t.first) > 1 {
				return t
			}
			if err != nil {
				break
			}
			line, _ := in.FieldPos(0)
			if err := t.add(line, cells); err != nil {
				return nil
			}
		}
	}
	return nil
}

// names tells whether the cells of a first line name columns: one of them a task's title, and at least half of them something known.
func names(cells []string) bool {
	known, said, titled := 0, 0, false
	for _, c := range cells {
		if name, _ := plainName(c); name != "" {
			said++
			titled = titled || slices.Contains(fieldNamed("title").names, name)
		}
		if knownName(c) {
			known++
		}
	}
	return titled && known > 1 && 2*known >= said
}

// taken is what each column was taken for.
func (s *sheet) taken() []PastedColumn {
	var out []PastedColumn
	for _, c := range s.columns {
		if strings.TrimSpace(c.header) == "" {
			continue
		}
		field := ""
		switch c.use {
		case asField:
			field = c.field.name
		case asRemark:
			field = "notes"
		case asTag:
			field = "tags"
		}
		header, _ := roadmap.CleanLine(c.header)
		out = append(out, PastedColumn{header, field})
	}
	return out
}

// readLoosely is read where a cell that is wrong keeps nothing else from being read: these come back as they stand.
func (s *sheet) readLoosely(from tableRow) (*csvRow, []PastedValue) {
	only := *s
	row, err := s.read(from, roadmap.Task{})
	if err == nil {
		return row, nil
	}
	only.columns = slices.Clone(s.columns)
	cells := slices.Clone(from.cells)
	var unread []PastedValue
	for i, c := range s.columns {
		if c.use != asField {
			continue
		}
		cell := cleanCell(c.field, cells[i])
		if err := c.field.read(s, cell, &csvRow{}); err != nil {
			if c.field.name != "title" {
				unread = append(unread, PastedValue{Field: c.field.name, Text: cell})
			}
			only.columns[i].use = leftOut
		}
	}
	if row, err = only.read(from, roadmap.Task{}); err != nil {
		return &csvRow{}, nil
	}
	return row, unread
}

// plainFields are those of which a cell holds the task's own value, in the order in which they are said.
var plainFields = []string{"effort", "estimate", "people", "phase", "priority", "not_before", "deadline", "promised", "started", "finished", "remaining", "told"}

// values are the fields of a row that are not what a new task has anyway.
func (in *pastedIntake) values(rows []*csvRow, row *csvRow) []PastedValue {
	t := &row.task
	out := in.teamValues(row)
	if e, ok := in.spanEffort(t); ok {
		t.Effort = e
	}
	t.People = max(t.People, 1)
	for _, f := range plainFields {
		out = append(out, PastedValue{Field: f, Text: fieldNamed(f).write(nil, t)})
	}
	for _, tag := range t.Tags {
		out = append(out, PastedValue{Field: "tags", Text: tag})
	}
	out = append(out, PastedValue{Field: "goal", Text: row.goal}, PastedValue{Field: "blockers", Text: row.held})
	if t.Status != roadmap.Todo && t.Started == 0 && t.Finished == 0 {
		out = append(out, PastedValue{Field: "status", Text: t.Status.String()})
	}
	for _, item := range rejoined(row.after, in.titled) {
		out = append(out, in.waits(rows, item))
	}
	out = append(out, PastedValue{Field: "notes", Text: strings.ReplaceAll(t.Notes, "\n", "; ")})
	return slices.DeleteFunc(out, func(v PastedValue) bool {
		return v.Text == "" || v.Field == "priority" && t.Priority == 0
	})
}

// teamValues are the team that owns a row's task, and those of which it needs people, too.
func (in *pastedIntake) teamValues(row *csvRow) []PastedValue {
	var out []PastedValue
	for i, name := range in.teamNames(row.team) {
		if i == 0 {
			out = append(out, PastedValue{Field: "team", Text: name})
			row.task.Team = in.teams[small(name)]
			continue
		}
		out = append(out, PastedValue{Field: "also_needs", Text: name})
	}
	for _, item := range row.also {
		if name, people, err := needOf(item); err == nil {
			out = append(out, PastedValue{"also_needs", name, "*" + strconv.Itoa(people)})
		}
	}
	return out
}

// waits is what an item names that a row waits for: the title of a row, or a task of the roadmap, or what it says.
func (in *pastedIntake) waits(rows []*csvRow, item listItem) PastedValue {
	for _, way := range linksOf(item) {
		if name := in.rowNamed(rows, way.name); name != "" {
			return PastedValue{"after", name, lagOf(way)}
		}
		if in.old.Task(way.name) != nil || len(in.oldTitles[small(way.name)]) > 0 {
			return PastedValue{"after", way.name, lagOf(way)}
		}
	}
	return PastedValue{"after", item.name + item.rest, ""}
}

// rowNamed is the title of the row that a name means: by an id, by its number where there are no ids, or by its title; empty where none.
func (in *pastedIntake) rowNamed(rows []*csvRow, name string) string {
	if title := in.idTitles[name]; title != "" {
		return title
	}
	if n, err := strconv.Atoi(name); err == nil && !in.has("id") && n >= 1 && n <= len(rows) {
		return rows[n-1].task.Title
	}
	if titles := in.titles[small(name)]; len(titles) > 0 {
		return titles[0]
	}
	return ""
}

// lagOf is a lag and type as they are typed behind a name; empty for a plain link.
func lagOf(l linkOf) string {
	out := ""
	if l.lag > 0 {
		out = "+"
	}
	if l.lag != 0 {
		out += strconv.Itoa(l.lag) + "d"
	}
	if l.typ != roadmap.FinishToStart {
		out += ":" + strings.ToLower(l.typ.String())
	}
	return out
}
