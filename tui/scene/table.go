package scene

import "strings"

// Table is what a view lists, to be copied.
type Table struct {
	Of      string   // what a row is, as "task"
	Columns []string // their names; one that begins with > holds numbers
	Rows    [][]string
}

// Markdown is the table as Markdown writes it.
func (t *Table) Markdown() string {
	var b strings.Builder
	names, rule := make([]string, len(t.Columns)), make([]string, len(t.Columns))
	for i, c := range t.Columns {
		name, number := strings.CutPrefix(c, ">")
		names[i], rule[i] = name, "---"
		if number {
			rule[i] = "--:"
		}
	}
	writeCells(&b, names)
	b.WriteString("\n")
	writeCells(&b, rule)
	for _, r := range t.Rows {
		b.WriteString("\n")
		writeCells(&b, r)
	}
	return b.String()
}

func writeCells(b *strings.Builder, cells []string) {
	b.WriteString("|")
	for _, c := range cells {
		b.WriteString(" " + strings.ReplaceAll(c, "|", "\\|") + " |")
	}
}
