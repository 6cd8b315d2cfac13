package exchange

import (
	"regexp"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// How fields are written into cells.

// labels are what a roadmap's teams and goals are called in cells: their names, or their ids where several have one name.
type labels struct {
	*roadmap.Roadmap
	teams, goals map[string]string // by id
}

func newLabels(r *roadmap.Roadmap) *labels {
	l := &labels{r, map[string]string{}, map[string]string{}}
	for _, t := range r.Teams() {
		l.teams[t.ID] = t.Name
	}
	for _, g := range r.Goals() {
		l.goals[g.ID] = g.Title
	}
	useIDs(l.teams)
	useIDs(l.goals)
	return l
}

// useIDs puts the id in place of each name that several have.
func useIDs(names map[string]string) {
	uses := map[string]int{}
	for _, name := range names {
		uses[small(name)]++
	}
	for id, name := range names {
		if uses[small(name)] > 1 {
			names[id] = id
		}
	}
}

func writeTeam(r *labels, t *roadmap.Task) string {
	if t.Team == "" {
		return ""
	}
	return listName(r.teams[t.Team])
}

func writeEstimate(_ *labels, t *roadmap.Task) string {
	if !t.Estimate.Given() {
		return ""
	}
	return t.Estimate.Optimistic.String() + "/" + t.Estimate.Likely.String() + "/" + t.Estimate.Pessimistic.String()
}

func writePeople(_ *labels, t *roadmap.Task) string {
	if t.People == 1 {
		return ""
	}
	return strconv.Itoa(t.People)
}

func writeNeeds(r *labels, t *roadmap.Task) string {
	var items []string
	for _, n := range t.AlsoNeeds {
		item := listName(r.teams[n.Team])
		if n.People != 1 {
			item += "*" + strconv.Itoa(n.People)
		}
		items = append(items, item)
	}
	return strings.Join(items, "; ")
}

func writeGoal(r *labels, t *roadmap.Task) string { return r.goals[t.Goal] }

func writePriority(_ *labels, t *roadmap.Task) string {
	if t.Priority == roadmap.DefaultPriority {
		return ""
	}
	return strconv.Itoa(t.Priority)
}

func writeTags(_ *labels, t *roadmap.Task) string {
	var items []string
	for _, tag := range t.Tags {
		items = append(items, listName(tag))
	}
	return strings.Join(items, "; ")
}

// writeAfter writes what the task waits for by id: 3+2d:ss.
func writeAfter(r *labels, t *roadmap.Task) string {
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
