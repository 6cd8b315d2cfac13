package schedule

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
)

// ShortDate writes a day for a sentence, as the options say: "12 Mar", with the year where roadmap.DateFormat.Near gives it one.
func (p *Plan) ShortDate(d roadmap.Date) string {
	if d == 0 {
		return "no date"
	}
	return p.Dates.Near(d, p.Today)
}

// Plural counts things: "1 task", "3 tasks".
func Plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// Capital makes a sentence begin with a capital letter; the scheduler's own begin with one of a to z.
func Capital(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

// Whoever is asked, and written to, where nobody is named.
const Whoever = "whoever does it"
