package details

import (
	"fmt"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// Idles is whom something leaves without work, as "idles Mechanics, 3 people, 8 to 11 Dec, and 1 more team"; empty for nobody. The
// roadmap is that in which they are idle: it may have teams that the present one has not. A team whose people nobody counted has a
// name and no number.
func Idles(r *roadmap.Roadmap, all []schedule.Idle, today roadmap.Date) string {
	if len(all) == 0 {
		return ""
	}
	x := all[0]
	out := "idles " + teamName(r, x.Team)
	if x.People > 0 {
		out += ", " + people(x.People)
	}
	out += ", " + window(x.Since, x.Until, today)
	if n := otherTeams(all); n > 0 {
		out += ", and " + paint.Count(n, "more team")
	}
	return out
}

// IdlesShort is Idles where room is short: "idles 3 at Mechanics, 8 to 11 Dec +1 team".
func IdlesShort(r *roadmap.Roadmap, all []schedule.Idle, today roadmap.Date) string {
	if len(all) == 0 {
		return ""
	}
	x := all[0]
	out := "idles "
	if x.People > 0 {
		out += fmt.Sprintf("%d at ", x.People)
	}
	out += teamName(r, x.Team) + ", " + window(x.Since, x.Until, today)
	if n := otherTeams(all); n > 0 {
		out += " +" + paint.Count(n, "team")
	}
	return out
}

// teamName is a team as a roadmap calls it; one that it has not stands as it is.
func teamName(r *roadmap.Roadmap, id string) string {
	if t := r.Team(id); t != nil {
		return t.Name
	}
	return id
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
