package schedule

import (
	"fmt"
	"time"

	"bywhen/roadmap"
)

// ShortDate writes a day for a sentence: "12 Mar", with the year where it is over nine months away.
func ShortDate(d, today roadmap.Date) string {
	if d == 0 {
		return "no date"
	}
	if d-today > 274 || today-d > 274 {
		return d.Time().Format("2 Jan 2006")
	}
	_, m, day := d.Civil()
	return fmt.Sprintf("%d %s", day, shortMonth(m))
}

func shortMonth(m time.Month) string { return m.String()[:3] }

// Plural counts things: "1 task", "3 tasks".
func Plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
