package main

import (
	"encoding/json"

	"bywhen/roadmap"
)

// printJSON writes a result as JSON, indented, one document.
func (p *program) printJSON(v any) error {
	e := json.NewEncoder(p.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// day is a date in JSON: YYYY-MM-DD, and left out where there is none.
type day roadmap.Date

// IsZero tells encoding/json what omitzero leaves out.
func (d day) IsZero() bool { return d == 0 }

// MarshalText writes YYYY-MM-DD.
func (d day) MarshalText() ([]byte, error) { return []byte(roadmap.Date(d).String()), nil }
