// Package edits tells what a change did to each thing it touched: its fields before and after, by their names in the roadmap's
// JSON, and in words.
//
// It imports roadmap and exchange, from which it takes the fields, so that none is forgotten and each has the name that an edit of
// it takes. It knows no clock and does no I/O: how a date is written is handed in.
//
//	fields.go  what was added, changed or removed, and the fields that differ
//	words.go   the same for people
package edits
