package exchange

import (
	"regexp"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// How fields are written into cells.

func writeTeam(r *roadmap.Roadmap, t *roadmap.Task) string {
	if team := r.Team(t.Team); team != nil {
		return listName(team.Name)
	}
	return ""
}

func writeEstimate(_ *roadmap.Roadmap, t *roadmap.Task) string {
	if !t.Estimate.Given() {
		return ""
	}
	return t.Estimate.Optimistic.String() + "/" + t.Estimate.Likely.String() + "/" + t.Estimate.Pessimistic.String()
}

func writePeople(_ *roadmap.Roadmap, t *roadmap.Task) string {
	if t.People == 1 {
		return ""
	}
	return strconv.Itoa(t.People)
}

func writeNeeds(r *roadmap.Roadmap, t *roadmap.Task) string {
	var items []string
	for _, n := range t.AlsoNeeds {
		item := listName(r.Team(n.Team).Name)
		if n.People != 1 {
			item += "*" + strconv.Itoa(n.People)
		}
		items = append(items, item)
	}
	return strings.Join(items, "; ")
}

func writeGoal(r *roadmap.Roadmap, t *roadmap.Task) string {
	if g := r.Goal(t.Goal); g != nil {
		return g.Title
	}
	return ""
}

func writePriority(_ *roadmap.Roadmap, t *roadmap.Task) string {
	if t.Priority == roadmap.DefaultPriority {
		return ""
	}
	return strconv.Itoa(t.Priority)
}

func writeTags(_ *roadmap.Roadmap, t *roadmap.Task) string {
	var items []string
	for _, tag := range t.Tags {
		items = append(items, listName(tag))
	}
	return strings.Join(items, "; ")
}

// writeAfter writes what the task waits for by id: 3+2d:ss.
func writeAfter(r *roadmap.Roadmap, t *roadmap.Task) string {
	var items []string
	for _, d := range r.Predecessors(t.ID) {
		item := listName(d.From)
		if linkForm.FindStringSubmatch(d.From)[1] != d.From { // its end looks like a lag or a type
			item = `"` + strings.ReplaceAll(d.From, `"`, `""`) + `"`
		}
		switch {
		case d.Lag > 0:
			item += "+" + strconv.Itoa(d.Lag) + "d"
		case d.Lag < 0:
			item += strconv.Itoa(d.Lag) + "d"
		}
		if d.Type != roadmap.FinishToStart {
			item += ":" + strings.ToLower(d.Type.String())
		}
		items = append(items, item)
	}
	return strings.Join(items, "; ")
}

// How a cell names what a task waits for: as it is written here, and as the big desktop planners write it.
var (
	linkForm    = regexp.MustCompile(`(?i)^(.*?)(?: *([+-] *\d+) *d(?:ays?)?)?(?::(fs|ss|ff|sf))?$`)
	plannerForm = regexp.MustCompile(`(?i)^(.*?)(fs|ss|ff|sf)(?: *([+-] *\d+) *(?:d|days?)?)?$`)
)

// linkOf is one way to read an item of the column.
type linkOf struct {
	name string
	lag  int
	typ  roadmap.LinkType
}

// linksOf are the ways to read an item, the likeliest first.
func linksOf(item listItem) []linkOf {
	if item.quoted {
		if m := linkForm.FindStringSubmatch(item.rest); m[1] == "" {
			return []linkOf{newLink(item.name, m[2], m[3])}
		}
		return nil
	}
	m := linkForm.FindStringSubmatch(item.name)
	ways := []linkOf{newLink(m[1], m[2], m[3])}
	if m := plannerForm.FindStringSubmatch(item.name); m != nil {
		ways = append(ways, newLink(strings.TrimSpace(m[1]), m[3], m[2]))
	}
	return append(ways, linkOf{name: item.name})
}

func newLink(name, lag, typ string) linkOf {
	l := linkOf{name: strings.TrimSpace(name)}
	l.lag, _ = strconv.Atoi(strings.ReplaceAll(lag, " ", ""))
	if typ != "" {
		l.typ, _ = roadmap.ParseLinkType(typ)
	}
	return l
}
