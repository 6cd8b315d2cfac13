package exchange

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// The most that a table may hold.
const (
	maxRows    = 200_000
	maxColumns = 1_000
)

// table is the cells of a CSV file. Each row has a cell for each column.
type table struct {
	first []string // the first line, which should name the columns
	line  int      // its number
	rows  []tableRow
	notes []Note
}

type tableRow struct {
	line  int
	cells []string
}

// readTable reads a file of any of the usual encodings and separators.
func readTable(r io.Reader) (*table, error) {
	data, err := readAll(r)
	if err != nil {
		return nil, err
	}
	t := &table{}
	if data, err = t.decoded(data); err != nil {
		return nil, err
	}
	data, separator := withSeparator(data)
	in := csv.NewReader(bytes.NewReader(data))
	in.Comma, in.FieldsPerRecord, in.ReuseRecord = separator, -1, true
	for {
		cells, err := in.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, tableError(err)
		}
		line, _ := in.FieldPos(0)
		if err := t.add(line, cells); err != nil {
			return nil, err
		}
	}
	if t.first == nil {
		return nil, errors.New("is empty: there is no task in it")
	}
	return t, nil
}

// decoded is the file in UTF-8. Bytes that are none are taken as Windows-1252, which spreadsheets write, unless other
// characters show that the file is UTF-8 after all.
func (t *table) decoded(data []byte) ([]byte, error) {
	data, err := withoutMark(data)
	if err != nil {
		return nil, err
	}
	if !utf8.Valid(data) {
		bad, other := invalidByte(data)
		converted, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if other || err != nil || bytes.ContainsRune(converted, utf8.RuneError) {
			return nil, fmt.Errorf("line %d: the byte 0x%02X is not UTF-8: save the file as UTF-8", lineOf(data, bad), data[bad])
		}
		t.notes = append(t.notes, Note(fmt.Sprintf("the file is not UTF-8 (line %d): it is read as Windows-1252", lineOf(data, bad))))
		data = converted
	}
	return data, nil
}

// invalidByte is the place of the first byte that is no UTF-8, and whether there are characters beyond ASCII that are.
func invalidByte(data []byte) (at int, other bool) {
	at = -1
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			if at < 0 {
				at = i
			}
		} else if size > 1 {
			other = true
		}
		i += size
	}
	return at, other
}

// withSeparator finds what parts the cells: what a line "sep=;" says, else what makes most columns known by name, else what
// makes most columns, in the first line.
func withSeparator(data []byte) ([]byte, rune) {
	if len(data) > 5 && bytes.EqualFold(data[:4], []byte("sep=")) && (data[5] == '\n' || data[5] == '\r') {
		return data[5:], rune(data[4]) // the line stays, empty, so that lines keep their numbers
	}
	best, most := ',', 0
	for _, separator := range ",;\t|" {
		in := csv.NewReader(bytes.NewReader(data))
		in.Comma, in.FieldsPerRecord = separator, -1
		first, err := in.Read()
		if err != nil {
			continue
		}
		score := len(first)
		for _, name := range first[:min(len(first), maxColumns)] {
			if knownName(name) {
				score += maxColumns
			}
		}
		if score > most {
			best, most = separator, score
		}
	}
	return data, best
}

func (t *table) add(line int, cells []string) error {
	if t.first == nil {
		if len(cells) > maxColumns {
			return fmt.Errorf("line %d: %d columns are too many: at most %d", line, len(cells), maxColumns)
		}
		t.first, t.line = cellsOf(cells, len(cells)), line
		return nil
	}
	if strings.TrimSpace(strings.Join(cells, "")) == "" {
		return nil
	}
	for i, cell := range cells {
		if strings.IndexByte(cell, 0) >= 0 {
			return fmt.Errorf("line %d, column %s: %s holds a NUL character: take it out", line, quoted(t.header(i)), quoted(cell))
		}
	}
	for i := len(t.first); i < len(cells); i++ {
		if strings.TrimSpace(cells[i]) != "" {
			return fmt.Errorf("line %d: %s is cell %d of a row, but the first line names %s: quote a cell that holds the separator, or name the column",
				line, quoted(cells[i]), i+1, count(len(t.first), "column"))
		}
	}
	if len(t.rows) == maxRows {
		return fmt.Errorf("line %d: more than %d rows: split the file", line, maxRows)
	}
	t.rows = append(t.rows, tableRow{line, cellsOf(cells, len(t.first))})
	return nil
}

// header is the name of a column, or its number.
func (t *table) header(i int) string {
	if i < len(t.first) {
		return t.first[i]
	}
	return strconv.Itoa(i + 1)
}

// cellsOf copies n cells; those that are missing are empty. Cells that were defused are as they were before.
func cellsOf(cells []string, n int) []string {
	out := make([]string, n)
	for i := range min(n, len(cells)) {
		out[i] = strings.Clone(armed(cells[i]))
	}
	return out
}

// tableError says in our words what the standard library found.
func tableError(err error) error {
	var p *csv.ParseError
	switch {
	case !errors.As(err, &p):
		return fmt.Errorf("cannot be read: %w", err)
	case errors.Is(err, csv.ErrQuote) && p.StartLine == p.Line:
		return fmt.Errorf("line %d, column %d: after the quote that ends a cell its separator is expected: double a quote within a cell", p.Line, p.Column)
	case errors.Is(err, csv.ErrQuote):
		return fmt.Errorf("line %d: a quote is opened in this row and not closed properly by line %d: close it, or double a quote within a cell", p.StartLine, p.Line)
	}
	return fmt.Errorf("line %d, column %d: a cell that holds a quote must begin and end with one, and the quote within be doubled", p.Line, p.Column)
}

// runs tells whether a spreadsheet would take the text for a formula: by its first sign, also a wide or a small form of it and
// after space, or by a tab or a carriage return before everything else.
func runs(s string) bool {
	rest := strings.TrimLeftFunc(s, unicode.IsSpace)
	first, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune("=+-@＝＋－＠﹦﹢﹣﹫", first) && rest != "" || s != "" && (s[0] == '\t' || s[0] == '\r')
}

// defused writes an apostrophe before what a spreadsheet would run, and before what already looks defused.
func defused(s string) string {
	if runs(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

// armed is what was defused.
func armed(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && runs(strings.TrimLeft(rest, "'")) {
		return rest
	}
	return s
}
