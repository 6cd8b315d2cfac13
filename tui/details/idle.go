package details

import (
	"fmt"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// Idles is whom something leaves without work, as "idles Mechanics, 3 people, 8 to 11 Dec, and 1 more team"; empty for nobody.
func Idles(s *scene.Scene, all []schedule.Idle) string {
	if len(all) == 0 {
		return ""
	}
	x := all[0]
	out := fmt.Sprintf("idles %s, %s, %s", s.TeamName(x.Team), people(x.People), window(x.Since, x.Until, s.Today))
	others := map[string]bool{}
	for _, o := range all[1:] {
		if o.Team != x.Team {
			others[o.Team] = true
		}
	}
	if n := len(others); n > 0 {
		out += ", and " + paint.Count(n, "more team")
	}
	return out
}

// window is a run of days: "8 to 11 Dec", "since 16 Nov, no end known".
func window(since, until, today roadmap.Date) string {
	switch {
	case until == 0 && since <= today:
		return "since " + paint.Day(since, today) + ", no end known"
	case until == 0:
		return "from " + paint.Day(since, today) + ", no end known"
	}
	return paint.Days(since, until, today)
}
