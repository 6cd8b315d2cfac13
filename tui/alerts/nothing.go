package alerts

import (
	"strings"

	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// refreshNothing wraps what is said where no cause wants anything done: under what is good to know, if there is such.
func (v *View) refreshNothing(s *scene.Scene) {
	now := nothingOf{s.Version, v.lay.list, s.Reckoning, s.Theme}
	if v.nothing != nil && v.nothingOf == now {
		return
	}
	v.nothing, v.nothingOf = []paint.Span{}, now
	if v.Count(s) > 0 {
		return
	}
	for _, x := range nothing(s, v.Accepted(s) > 0) {
		for _, text := range s.Theme.Wrap(x.Text, v.lay.list-2*marksWidth, 4) {
			v.nothing = append(v.nothing, paint.Span{Style: x.Style, Text: text})
		}
	}
}

// nothingOf is what it was wrapped for.
type nothingOf struct {
	version, width int
	reckoning      bool
	theme          *paint.Theme
}

// nothingLine is a line of it, counted from the blank one before it.
func (v *View) nothingLine(s *scene.Scene, at int) string {
	l := s.Theme.Line(v.lay.list)
	if at > 0 && at <= len(v.nothing) {
		l.Space(marksWidth).Spans(v.nothing[at-1])
	}
	return l.String()
}

// nothing says that nothing was found, and what was looked at. What could not be looked at is said too: without a baseline
// or a deadline nobody can tell whether things go as they should. accepted tells whether there is something that would want something
// done, had it not been accepted.
func nothing(s *scene.Scene, accepted bool) []paint.Span {
	if len(s.Roadmap.Tasks()) == 0 {
		return []paint.Span{{Style: paint.Text, Text: "Nothing is planned yet, so nothing can be late."}, {Style: paint.Dim, Text: s.Keys.Text("‹1› goes to the Plan; there ‹a› adds tasks.")}}
	}
	none := "Nothing is late, blocked or at risk."
	if accepted {
		none = "Nothing but what was accepted is late, blocked or at risk."
	}
	out := []paint.Span{{Style: paint.Fine, Text: none}, {Style: paint.Dim, Text: "Checked: " + strings.Join(checked(s), ", ") + "."}}
	if s.Reckoning {
		out = append(out, paint.Span{Style: paint.Text, Text: "How probable it is that the deadlines are kept is still being worked out."})
	}
	if done := schedule.LastDone(s.Done); len(s.Deadlines) == 0 && len(done) > 0 {
		out = append(out, paint.Span{Style: paint.Fine, Text: "Every deadline is done. " + done[0].Title + " was " + paint.Done(&done[0], s.Today) + "."})
	} else if len(s.Deadlines) == 0 {
		out = append(out, paint.Span{Style: paint.Text, Text: "There is no deadline to be late for: in the Plan D gives one to the selection."})
	}
	if s.Baseline() == nil {
		out = append(out, paint.Span{Style: paint.Text, Text: "There is no baseline to compare with: B keeps today's dates as one."})
	}
	return out
}

// checked is what was looked at.
func checked(s *scene.Scene) []string {
	open, promised, blockers := 0, 0, 0
	for _, t := range s.Roadmap.Tasks() {
		if !t.Status.Open() {
			continue
		}
		open++
		blockers += len(t.OpenBlockers())
		if t.Promised != 0 {
			promised++
		}
	}
	out := []string{paint.Count(open, "open task"), paint.Count(len(s.Deadlines), "deadline"), paint.Count(len(s.Roadmap.Teams()), "team") + " for work they can do"}
	if promised > 0 {
		out = append(out, paint.Count(promised, "promised date"))
	}
	if blockers > 0 {
		out = append(out, paint.Count(blockers, "blocker"))
	}
	if n := len(s.Roadmap.Risks()); n > 0 {
		out = append(out, paint.Count(n, "risk"))
	}
	if b := s.Baseline(); b != nil {
		out = append(out, "the baseline "+b.Name)
	}
	return out
}
