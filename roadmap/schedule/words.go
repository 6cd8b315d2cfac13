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

// Percent writes a probability of 0 to 1: "31 %". What is nearly sure is not called so: "over 99 %", "under 1 %".
func Percent(p float64) string {
	switch {
	case p > 0 && p < 0.01:
		return "under 1 %"
	case p < 1 && p > 0.99:
		return "over 99 %"
	}
	return fmt.Sprintf("%.0f %%", p*100)
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
