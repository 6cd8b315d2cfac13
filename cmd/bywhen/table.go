package main

import (
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// table is rows under a head, aligned by the width that a terminal shows.
type table struct {
	columns []column
	rows    [][]string
}

// column is a column's head, and whether its cells stand at the right, as numbers do.
type column struct {
	head  string
	right bool
}

// widestCell keeps one long title from making every row long: what is wider is cut, but in the last column.
const widestCell = 60

func (t *table) add(cells ...string) {
	for i, c := range cells {
		cells[i] = visible(c)
		if i < len(cells)-1 {
			cells[i] = ansi.Truncate(cells[i], widestCell, "…")
		}
	}
	t.rows = append(t.rows, cells)
}

// write writes head and rows, two spaces between columns and none at a line's end. Columns empty in all rows are left out.
func (t *table) write(w io.Writer) {
	widths := t.widths()
	head := make([]string, len(t.columns))
	for i, c := range t.columns {
		head[i] = c.head
		if widths[i] > 0 {
			widths[i] = max(widths[i], ansi.StringWidth(c.head))
		}
	}
	if len(t.rows) > 0 {
		t.line(w, head, widths)
	}
	t.lines(w, widths)
}

// writeRows is write without the head.
func (t *table) writeRows(w io.Writer) { t.lines(w, t.widths()) }

// widths is how wide each column must be for its cells.
func (t *table) widths() []int {
	widths := make([]int, len(t.columns))
	for _, row := range t.rows {
		for i, c := range row {
			widths[i] = max(widths[i], ansi.StringWidth(c))
		}
	}
	return widths
}

func (t *table) lines(w io.Writer, widths []int) {
	for _, row := range t.rows {
		t.line(w, row, widths)
	}
}

func (t *table) line(w io.Writer, cells []string, widths []int) {
	var b strings.Builder
	first := true
	for i, c := range cells {
		if widths[i] == 0 {
			continue
		}
		if !first {
			b.WriteString("  ")
		}
		first = false
		space := strings.Repeat(" ", widths[i]-ansi.StringWidth(c))
		if t.columns[i].right {
			b.WriteString(space + c)
		} else {
			b.WriteString(c + space)
		}
	}
	io.WriteString(w, strings.TrimRight(b.String(), " ")+"\n")
}
