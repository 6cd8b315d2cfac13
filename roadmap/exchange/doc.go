// Package exchange reads and writes a roadmap in other people's formats, one file a format.
//
// It imports package roadmap and nothing else of ours, opens no file and knows no clock: a reader or writer and the status
// date are handed in.
//
// # Reading takes two steps
//
// First a file is read and understood (ImportJSON, ReadCSV), without looking at any roadmap: what is wrong with the file
// itself is found here. The outcome is an Import. Then Import.Into puts it into a roadmap, as one draft: whole or not at
// all, and as often as a caller needs to try. What an import decided without being told comes back as notes, a line each.
//
// # JSON is the whole roadmap
//
// Each kind of object is a table of its fields (json_fields.go), in the order in which they are written. The same table
// reads and writes, so that the two cannot drift apart, tells whether two things have the same content, and names the fields of one
// thing (MembersOf). The scanner
// (json_scan.go) reads exactly the grammar of RFC 8259 and knows its line, so that an error can say where.
//
// # CSV is a row a task
//
// Other people's tables come in every shape, so columns are recognised: by their names, then by whether what is in them
// can be read as that field (csv_columns.go). Every column ends up in a field, in the notes, as a tag, or left out, and a
// note says which. Within a column that was taken, a cell that cannot be read is an error that names line and column: it is
// better to be asked than to have half of one's plan.
//
// A table that is pasted (pasted.go) goes through the same columns and cells, but each row stays by itself, for a preview in which it
// can be corrected: there a cell that cannot be read is handed on as it stands.
//
// # Errors
//
// An error is one line: where (line, item, field), what was wrong, what to do. Those of the domain are *roadmap.Error.
package exchange
