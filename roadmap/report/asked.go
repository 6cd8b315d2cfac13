package report

import (
	"cmp"
	"slices"

	"bywhen/roadmap"
)

// asked are the requests that are not answered, of a team or of all, the oldest first. What has come right since is left out.
func (w *writer) asked(team string, most int) []string {
	type request struct {
		on   roadmap.Date
		text string
	}
	var all []request
	for i, t := range w.Roadmap.Tasks() {
		for _, a := range t.Asked {
			if a.Answered != 0 || !t.Status.Open() || w.solved(i, &a) || team != "" && a.Who != team {
				continue
			}
			all = append(all, request{a.On, w.teamName(a.Who) + ": " + t.Title + ", " + a.Text + " (asked " + w.day(a.On) + ")."})
		}
	}
	slices.SortStableFunc(all, func(a, b request) int { return cmp.Compare(a.on, b.on) })
	var lines []string
	for _, r := range all {
		lines = append(lines, r.text)
	}
	return upTo(most, lines)
}

// solved tells whether what a task was asked about has come right without an answer. What was asked since the task cost days is solved
// once it is not late any more; what else was asked, once somebody has told of the task on a later day. Neither is while a blocker of
// whoever was asked is open, a promise is broken, or nobody knows the end.
func (w *writer) solved(i int, a *roadmap.Ask) bool {
	t, p := w.Roadmap.Tasks()[i], &w.Tasks[i]
	if !p.Planned || p.Slack < 0 || p.OpenEnd || t.Promised != 0 && t.Promised < w.Today {
		return false
	}
	if slices.ContainsFunc(t.OpenBlockers(), func(b roadmap.Blocker) bool { return cmp.Or(b.Owner, b.Text) == a.Who }) {
		return false
	}
	return a.Days > 0 || t.Told > a.On
}
