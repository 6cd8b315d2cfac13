package exchange

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// sheet is a table whose columns are understood.
type sheet struct {
	*table
	columns   []column
	order     dayOrder // of dates as 3/12/2026
	orderLine int      // the line that tells it
	notes     []Note
	dates     func(cell string) (roadmap.Date, error) // reads dates in other forms, or nil
}

// column is what a column of the file is taken for.
type column struct {
	header string
	name   string    // the header in plain words
	unit   float64   // days in one of its unit, where the header states it; else 1
	field  *csvField // what it is read as, or nil
	use    columnUse
	mapped bool // the user said so
}

type columnUse uint8

const (
	leftOut  columnUse = iota
	asField            // it is a field
	asRemark           // it goes into the notes, under its name
	asTag              // its name is a tag of the rows that say yes
)

// understand finds out what each column is: first what the user says, then by name, then by content.
func understand(t *table, mapping map[string]string) (*sheet, error) {
	return understandWith(t, mapping, nil)
}

// understandWith is understand where dates may have other forms, which dates reads.
func understandWith(t *table, mapping map[string]string, dates func(string) (roadmap.Date, error)) (*sheet, error) {
	s := &sheet{table: t, notes: t.notes, dates: dates}
	for _, header := range t.first {
		s.columns = append(s.columns, newColumn(header))
	}
	if err := s.mapColumns(mapping); err != nil {
		return nil, err
	}
	s.order, s.orderLine = s.findOrder()
	skip := func(f *csvField) bool { _, said := mapping[f.name]; return said || s.of(f.name) != nil }
	for i := range csvFields {
		if f := &csvFields[i]; !skip(f) {
			s.take(f, f.names[:1])
		}
	}
	for i := range csvFields {
		if f := &csvFields[i]; !skip(f) {
			s.take(f, f.names)
		}
	}
	s.takeByContent(skip)
	if err := s.checkHeader(mapping); err != nil {
		return nil, err
	}
	s.useTheRest()
	s.report()
	return s, nil
}

func newColumn(header string) column {
	c := column{header: header, unit: 1}
	unit := ""
	c.name, unit = plainName(header)
	for _, word := range []string{unit, c.name, c.name[strings.LastIndexByte(c.name, ' ')+1:]} {
		if days := unitDays[word]; days != 0 && len(word) > 0 {
			c.unit = days
			break
		}
	}
	return c
}

// mapColumns takes the user's word. A field with an empty column is not to be taken at all.
func (s *sheet) mapColumns(mapping map[string]string) error {
	for _, name := range Fields() {
		want, said := mapping[name]
		if !said || want == "" {
			continue
		}
		i := s.find(want)
		if i < 0 {
			return fmt.Errorf("--map %s=%s: there is no column %s; there are %s", name, want, quoted(want), s.headers())
		}
		if s.columns[i].field != nil {
			return fmt.Errorf("--map %s=%s: the column is taken for %s already", name, want, s.columns[i].field.name)
		}
		s.columns[i].field, s.columns[i].use, s.columns[i].mapped = fieldNamed(name), asField, true
	}
	for _, name := range slices.Sorted(maps.Keys(mapping)) {
		if fieldNamed(name) == nil {
			return fmt.Errorf("--map %s: there is no field %s%s; there are %s", name, quoted(name), meant(name, Fields()), strings.Join(Fields(), ", "))
		}
	}
	return nil
}

// find is the column of a name, as it stands or in plain words, or of a number from 1; -1 where there is none.
func (s *sheet) find(want string) int {
	if i := slices.IndexFunc(s.columns, func(c column) bool { return strings.EqualFold(strings.TrimSpace(c.header), want) }); i >= 0 {
		return i
	}
	plain, _ := plainName(want)
	if i := slices.IndexFunc(s.columns, func(c column) bool { return c.name != "" && c.name == plain }); i >= 0 {
		return i
	}
	if n, err := strconv.Atoi(want); err == nil && n >= 1 && n <= len(s.columns) {
		return n - 1
	}
	return -1
}

func (s *sheet) headers() string {
	names := make([]string, len(s.columns))
	for i, c := range s.columns {
		names[i] = quoted(c.header)
	}
	if len(names) > 30 {
		names = append(names[:30], fmt.Sprintf("and %d more", len(s.columns)-30))
	}
	return strings.Join(names, ", ")
}

// of is the column taken for a field, or nil.
func (s *sheet) of(field string) *column {
	for i := range s.columns {
		if c := &s.columns[i]; c.use == asField && c.field.name == field {
			return c
		}
	}
	return nil
}

// has tells whether a field has a column.
func (s *sheet) has(field string) bool { return s.of(field) != nil }

// unit is how many days a number without a unit means in a field's column.
func (s *sheet) unit(field string) float64 {
	if c := s.of(field); c != nil {
		return c.unit
	}
	return 1
}

// findOrder looks through all dates for one that tells whether the day or the month comes first. Where some say the one and
// some the other it is unknown, and the first that can be taken for both is an error when it is read.
func (s *sheet) findOrder() (order dayOrder, line int) {
	for _, row := range s.rows {
		for _, cell := range row.cells {
			if len(cell) > 40 {
				continue
			}
			switch found := orderOf(strings.TrimSpace(cell)); {
			case found == orderUnknown || found == order:
			case order != orderUnknown:
				return orderUnknown, 0
			default:
				order, line = found, row.line
			}
		}
	}
	return order, line
}

// take finds the column that is called by the surest of these names and can be read as the field.
func (s *sheet) take(f *csvField, names []string) {
	for _, name := range names {
		for i := range s.columns {
			c := &s.columns[i]
			if c.use == leftOut && c.name == name && s.fits(i, f) {
				c.field, c.use = f, asField
				if !slices.Contains(manyFields, f.name) {
					return
				}
			}
		}
		if s.has(f.name) {
			return
		}
	}
}

// fits tells whether at least half of what is in a column can be read as the field.
func (s *sheet) fits(column int, f *csvField) bool {
	good, bad := 0, 0
	for _, row := range s.rows {
		cell := cleanCell(f, row.cells[column])
		if cell == "" {
			continue
		}
		scratch := csvRow{}
		if err := f.read(s, cell, &scratch); err == nil || isAmbiguous(err) {
			good++
		} else {
			bad++
		}
	}
	if f.name == "id" && !slices.Contains(f.names[:2], s.columns[column].name) && !s.distinct(column) {
		return false
	}
	return good >= bad
}

func isAmbiguous(err error) bool { _, ok := err.(ambiguousDate); return ok }

// distinct tells whether no two rows have the same in a column, and none nothing.
func (s *sheet) distinct(column int) bool {
	seen := map[string]bool{"": true}
	for _, row := range s.rows {
		cell := strings.TrimSpace(row.cells[column])
		if seen[cell] {
			return false
		}
		seen[cell] = true
	}
	return true
}

// cleanCell is a cell as a field wants it: of one line, but for notes.
func cleanCell(f *csvField, cell string) string {
	if f.name == "notes" {
		text, _ := roadmap.CleanText(cell)
		return strings.TrimSpace(text)
	}
	if slices.Contains(listFields, f.name) {
		cell = strings.ReplaceAll(strings.TrimSpace(cell), "\n", ";")
	}
	line, _ := roadmap.CleanLine(cell)
	return line
}

// takeByContent finds a title, a status and an effort by what is in the columns that no name explains.
func (s *sheet) takeByContent(skip func(*csvField) bool) {
	named := slices.ContainsFunc(s.columns, func(c column) bool {
		_, _, noStatus := readStatus(c.header) // "done" may be a cell of a first row that names nothing
		return c.use == asField && !c.mapped && noStatus != nil
	})
	if !named {
		return
	}
	if f := fieldNamed("status"); !skip(f) {
		s.takeWhere(f, func(cell string) bool { _, _, err := readStatus(cell); return err == nil && !isYesNo(cell) })
	}
	if f := fieldNamed("effort"); !skip(f) {
		s.takeWhere(f, func(cell string) bool {
			_, _, err := readEffort(cell, 1)
			return err == nil && strings.ContainsAny(cell, "dwhDWH")
		})
	}
	if f := fieldNamed("title"); !skip(f) {
		s.takeTitle(f)
	}
}

// takeWhere takes the first unexplained column all of whose cells, at least one, pass.
func (s *sheet) takeWhere(f *csvField, pass func(cell string) bool) {
	for i := range s.columns {
		if c := &s.columns[i]; c.use == leftOut && !knownName(c.header) && s.all(i, pass) {
			c.field, c.use = f, asField
			return
		}
	}
}

// all tells whether all cells of a column that are not empty pass; there must be some.
func (s *sheet) all(column int, pass func(cell string) bool) bool {
	n := 0
	for _, row := range s.rows {
		if cell := strings.TrimSpace(row.cells[column]); cell != "" {
			if !pass(cell) {
				return false
			}
			n++
		}
	}
	return n > 0
}

func (s *sheet) any(column int, pass func(cell string) bool) bool {
	return slices.ContainsFunc(s.rows, func(row tableRow) bool { return pass(row.cells[column]) })
}

// takeTitle takes the unexplained column with a text in every row, that differs most from row to row.
func (s *sheet) takeTitle(f *csvField) {
	best, most := -1, 0
	for i := range s.columns {
		if s.columns[i].use != leftOut || knownName(s.columns[i].header) {
			continue
		}
		different, texts := map[string]bool{}, 0
		for _, row := range s.rows {
			if cell := strings.TrimSpace(row.cells[i]); strings.ContainsAny(strings.ToLower(cell), "aeiou ") {
				different[cell], texts = true, texts+1
			}
		}
		if texts == len(s.rows) && len(different) > most {
			best, most = i, len(different)
		}
	}
	if best >= 0 {
		s.columns[best].field, s.columns[best].use = f, asField
	}
}

// checkHeader makes sure that there is a title, and that a first line which names nothing is not lost.
func (s *sheet) checkHeader(mapping map[string]string) error {
	if !s.has("title") {
		return fmt.Errorf("line %d: no column is known as the title of a task; there are %s: name one \"title\" in the first line, or say which it is with --map title=COLUMN (a name, or a number from 1)",
			s.line, s.headers())
	}
	for i, c := range s.columns {
		if c.mapped && !s.saidByNumber(i, mapping) || knownName(c.header) {
			return nil
		}
	}
	s.rows = slices.Insert(s.rows, 0, tableRow{s.line, s.first})
	s.note("line %d is taken for a task, as it names no columns", s.line)
	return nil
}

func (s *sheet) saidByNumber(i int, mapping map[string]string) bool {
	return mapping[s.columns[i].field.name] == strconv.Itoa(i+1)
}

// useTheRest puts columns that are known but were not taken into the notes, and makes tags of those that say yes or no.
func (s *sheet) useTheRest() {
	for i := range s.columns {
		c := &s.columns[i]
		switch {
		case c.use != leftOut || strings.TrimSpace(c.header) == "":
		case knownName(c.header) && s.has("title"):
			c.use = asRemark
		case s.all(i, isYesNo) && s.any(i, isYes):
			c.use = asTag
		}
	}
}

func isYesNo(cell string) bool {
	return slices.Contains([]string{"yes", "no", "y", "n", "x", "true", "false", "✓", "✔", "☑", "☐"}, strings.ToLower(cell))
}

func isYes(cell string) bool {
	return slices.Contains([]string{"yes", "y", "x", "true", "✓", "✔", "☑"}, strings.ToLower(strings.TrimSpace(cell)))
}

func (s *sheet) note(format string, args ...any) {
	s.notes = append(s.notes, Note(fmt.Sprintf(format, args...)))
}

// report says what each column was taken for.
func (s *sheet) report() {
	var taken, remarks, tags, left []string
	for _, c := range s.columns {
		switch c.use {
		case asField:
			taken = append(taken, c.field.name+" from "+quoted(c.header))
		case asRemark:
			remarks = append(remarks, quoted(c.header))
		case asTag:
			tags = append(tags, quoted(c.header))
		default:
			left = append(left, quoted(c.header))
		}
	}
	s.note("columns: %s", strings.Join(taken, ", "))
	for _, group := range []struct {
		what    string
		columns []string
	}{{"into the notes", remarks}, {"a tag where it says yes", tags}, {"left out", left}} {
		if len(group.columns) > 30 {
			group.columns = append(group.columns[:30], fmt.Sprintf("and %d more", len(group.columns)-30))
		}
		if len(group.columns) > 0 {
			s.note("%s: %s", group.what, strings.Join(group.columns, ", "))
		}
	}
	if s.order != orderUnknown {
		s.note("dates as 3/12/2026 have the %s first, as line %d shows", map[dayOrder]string{dayFirst: "day", monthFirst: "month"}[s.order], s.orderLine)
	}
}
