package tui

import (
	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
	"bywhen/roadmap/phrase"
)

// spreadsheets reads tables that are pasted as they are read from a file.
type spreadsheets struct{}

// Table reads a table with a line of names; nil where the text is none.
func (spreadsheets) Table(text string, ctx phrase.Context) *phrase.Table {
	r := ctx.Roadmap
	if r == nil {
		r = roadmap.New("", ctx.Today)
	}
	read := exchange.ReadPasted(text, r, func(cell string) (roadmap.Date, error) { return phrase.Date(cell, ctx) })
	if read == nil {
		return nil
	}
	out := &phrase.Table{}
	for _, c := range read.Columns {
		out.Columns = append(out.Columns, phrase.TableColumn(c))
	}
	for _, r := range read.Rows {
		row := phrase.TableRow{Line: r.Line, Title: r.Title}
		for _, v := range r.Values {
			row.Values = append(row.Values, phrase.TableValue(v))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
