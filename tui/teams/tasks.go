package teams

import (
	"strconv"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// The cells of a task's row after its title, dropped from the right where there is no room.
const (
	leftWidth  = 8
	slackWidth = 12
	startWidth = 15
	giveWidth  = 19
	leastTask  = 16
	mostTask   = 44
)

// taskCells are the row of a task of the selected week: what is left of it, its slack, when it starts, and whether it could
// be given away.
func (v *View) taskCells(s *scene.Scene, l *paint.Line, c *crew, task int32) {
	t := s.Roadmap.Tasks()[task]
	status, statusStyle := s.Theme.Status(t.Status)
	if t.IsMilestone() {
		status = string(s.Theme.Milestone)
	}
	flag, flagStyle := " ", paint.Text
	if f := s.TaskFlag(int(task)); f != nil {
		flag, flagStyle = s.Theme.Flag(f)
	}
	s.Mark(l.Space(marksWidth-2), paint.Text, s.Marked(scene.Ref{Task: t.ID})).Put(statusStyle, status).Put(flagStyle, flag).Space(1)
	room := l.Left() - leftWidth - slackWidth
	starts := room >= leastTask+startWidth
	if starts {
		room -= startWidth
	}
	l.Fit(paint.Text, t.Title, min(max(room-giveWidth, leastTask), mostTask, max(room, 0)))
	l.Right(paint.Dim, effortLeft(t), leftWidth)
	v.slackCell(s, l, task)
	if starts {
		l.Space(2).Fit(paint.Dim, startWords(s, t, task), startWidth-2)
	}
	text, more, style := v.giveAway(s, c, task)
	l.Space(2).Put(style, text)
	if l.Left() >= paint.Width(more) {
		l.Put(style, more)
	}
}

func effortLeft(t *roadmap.Task) string {
	if t.IsMilestone() {
		return ""
	}
	return t.RemainingEffort().String() + "d"
}

func (v *View) slackCell(s *scene.Scene, l *paint.Line, task int32) {
	slack, style := s.Plan.Tasks[task].Slack, paint.Dim
	if slack < 0 {
		style = paint.Late
	}
	l.Right(style, "slack "+strconv.Itoa(slack)+"d", slackWidth)
}

func startWords(s *scene.Scene, t *roadmap.Task, task int32) string {
	p := &s.Plan.Tasks[task]
	if t.Status == roadmap.Doing {
		return "ends " + paint.Day(s.Plan.WorkEnd(int(task)), s.Today)
	}
	return "starts " + paint.Day(p.Start, s.Today)
}

// giveAway says whether a task could be given to somebody else, and where there is room for more, for how long it could wait.
func (v *View) giveAway(s *scene.Scene, c *crew, task int32) (text, more string, style paint.Style) {
	t := s.Roadmap.Tasks()[task]
	queues := !workedIn(s, task, v.first(s))
	switch {
	case t.Team != c.team.ID:
		return "helps " + orNobody(s.TeamName(t.Team)), "", paint.Dim
	case t.IsMilestone():
		return "milestone", "", paint.Dim
	case t.Promised != 0:
		return "promised " + paint.Day(t.Promised, s.Today), "", paint.Dim
	case t.Status == roadmap.Doing:
		return "under way", "", paint.Dim
	case queues && s.Plan.Tasks[task].Driver.Kind == schedule.Capacity:
		return "in the queue", ", for want of people", paint.Risk
	case queues:
		return "waits", " for what it depends on", paint.Dim
	case !mayGo(s, c, task):
		return "cannot wait", "", paint.Dim
	}
	if room := v.room(s, task); room > 0 {
		return "may be given away", ", or wait " + strconv.Itoa(room) + "d", paint.Accent
	}
	return "may be given away", "", paint.Accent
}

func orNobody(name string) string {
	if name == "" {
		return "a task without a team"
	}
	return name
}

// mayGo tells whether a task of the team has not begun and has days to spare, so that it could be given away.
func mayGo(s *scene.Scene, c *crew, task int32) bool {
	t := s.Roadmap.Tasks()[task]
	return t.Team == c.team.ID && t.Status == roadmap.Todo && !t.IsMilestone() && s.Plan.Tasks[task].Slack > 0
}

// daysIn is the person-days that a task takes of the team in the week that begins on a day.
func daysIn(s *scene.Scene, c *crew, task int32, first roadmap.Date) int {
	t, p := s.Roadmap.Tasks()[task], &s.Plan.Tasks[task]
	if t.IsMilestone() {
		return 0
	}
	from, to := max(p.Start, first), min(s.Plan.WorkEnd(int(task)), first+6)
	if t.Status == roadmap.Doing {
		from = max(from, s.Today)
	}
	return max(s.Roadmap.TaskCalendar(t).Between(from-1, to), 0) * peopleFrom(t, c.team.ID)
}
