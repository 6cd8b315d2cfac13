package schedule

import (
	"fmt"

	"bywhen/roadmap"
)

// ShortDate writes a day for a sentence, as the options say: "12 Mar", with the year where it is over nine months from the status
// date.
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
