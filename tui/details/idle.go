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
	if n := otherTeams(all); n > 0 {
		out += ", and " + paint.Count(n, "more team")
	}
	return out
}

// IdlesShort is Idles where room is short: "idles 3 at Mechanics, 8 to 11 Dec +1 team".
func IdlesShort(s *scene.Scene, all []schedule.Idle) string {
	if len(all) == 0 {
		return ""
	}
	x := all[0]
	out := fmt.Sprintf("idles %d at %s, %s", x.People, s.TeamName(x.Team), window(x.Since, x.Until, s.Today))
	if n := otherTeams(all); n > 0 {
		out += " +" + paint.Count(n, "team")
	}
	return out
}

// otherTeams counts the teams but for the first.
func otherTeams(all []schedule.Idle) int {
	teams := map[string]bool{}
	for _, x := range all[1:] {
		if x.Team != all[0].Team {
			teams[x.Team] = true
		}
	}
	return len(teams)
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
