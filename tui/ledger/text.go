package ledger

import (
	"fmt"
	"strings"

	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// sentence is a row in words: "Murata moved its promise twice, 9 and 19 Nov (Murata): +6d, because ….".
func (v *View) sentence(s *scene.Scene, r *row) string {
	out := v.text(r) + ", " + v.dates(s, r)
	if r.kind == lineRow {
		if n := v.ledger.Lines[r.line].Change; n != 0 {
			out += fmt.Sprintf(", change %d", n)
		}
	}
	out += ": " + paint.Delta(v.days(r), false)
	if b := v.because(r); b != "" {
		out += ". " + quoted(b)
	}
	return out
}

// Text is the ledger for a mail, as it is grouped on the screen, with the chain of causes; empty while there is none.
func (v *View) Text(s *scene.Scene) string {
	v.refresh(s)
	if v.ledger == nil {
		return ""
	}
	l := v.ledger
	head := fmt.Sprintf("%s: %s", l.Title, v.span(s))
	if l.Forecast != 0 {
		head += ", " + working(l.Days, l.OpenEnd)
	}
	lines := []string{head}
	for i := range v.rows {
		switch r := &v.rows[i]; {
		case r.kind <= lineRow && !r.under:
			lines = append(lines, fmt.Sprintf("%7s  %s", paint.Delta(v.days(r), false), v.inMail(s, r)))
		case r.kind == headRow:
			lines = append(lines, "", r.text+":")
		case r.kind == whyRow:
			lines = append(lines, fmt.Sprintf("%7s  %s", paint.Delta(r.cause.Days, s.Endless(r.cause)), r.cause.Text))
		}
	}
	return strings.Join(lines, "\n")
}

// inMail is a row without its days: "Murata moved its promise twice (9, 19 Nov; Murata): board revision".
func (v *View) inMail(s *scene.Scene, r *row) string {
	in := v.dates(s, r)
	if whose := v.whose(s, r); whose != "" {
		in += "; " + whose
	}
	out := v.text(r) + " (" + in + ")"
	if b := v.because(r); b != "" {
		out += ": " + b
	}
	return out
}

// working is "5 working days later"; of an end that nobody knows it is at least that.
func working(days int, openEnd bool) string {
	switch {
	case openEnd && days > 0:
		return "at least " + paint.Count(days, "working day") + " later"
	case openEnd:
		return "nobody knows its end"
	case days > 0:
		return paint.Count(days, "working day") + " later"
	case days < 0:
		return paint.Count(-days, "working day") + " earlier"
	}
	return "as it was"
}
