package plan

import (
	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// ground fills a row of the timeline with what lies under the bars: days off, lines or ticks at months, today. Where no colour shades a day
// off there is a sign in the middle of it.
func (v *View) ground(s *scene.Scene, cells []paint.Cell, days []bool, month rune) {
	shades := s.Theme.Shades()
	for i := range cells {
		cells[i] = paint.Cell{Glyph: ' '}
		if days == nil || !days[i] {
			continue
		}
		cells[i].Style = paint.Shade
		if d := v.scale.day(i); !shades && i == (v.scale.cell(d)+v.scale.cell(d+1))/2 {
			cells[i] = paint.Cell{Glyph: s.Theme.Off, Style: paint.Rule | paint.Shade}
		}
	}
	for _, x := range v.gridCells {
		cells[x] = paint.Cell{Glyph: month, Style: paint.Rule | cells[x].Style&paint.Shade}
	}
	if x := v.scale.cell(s.Today); x >= 0 && x < len(cells) {
		cells[x] = paint.Cell{Glyph: s.Theme.Today, Style: paint.Accent | cells[x].Style&paint.Shade}
	}
}

// monthLine is the line at a month's beginning: a tick in each row where links are lines like it, and no colour tells them apart or
// all of them are drawn.
func (v *View) monthLine(s *scene.Scene) rune {
	if v.Links || s.Theme.Colours == paint.NoColours {
		return s.Theme.MonthTick
	}
	return s.Theme.Month
}

// offDays tells for each cell whether it lies on a day off, where days are wide enough to show; else nil.
func (v *View) offDays(c *roadmap.Calendar) []bool {
	if !v.scale.daily() || c.Empty() {
		return nil
	}
	if days, ok := v.off[c]; ok {
		return days
	}
	days := make([]bool, v.scale.width)
	for x := range days {
		days[x] = !c.Working(v.scale.day(x))
	}
	v.off[c] = days
	return days
}

// bar draws one task.
func (v *View) bar(s *scene.Scene, cells []paint.Cell, task int, selected bool) {
	t, p := s.Roadmap.Tasks()[task], &s.Plan.Tasks[task]
	if p.Planned {
		v.slack(s, cells, t, p, selected)
		if t.Status == roadmap.Todo && p.EarlyStart < p.Start {
			v.run(cells, p.EarlyStart, p.Start, paint.Cell{Glyph: s.Theme.Waiting, Style: paint.Dim})
		}
	}
	v.ghost(s, cells, task)
	v.baseline(s, cells, task)
	if p.Planned && t.IsMilestone() {
		v.point(cells, p.Finish, paint.Cell{Glyph: s.Theme.Milestone, Style: markStyle(t, p)})
	} else if p.Planned {
		v.work(s, cells, t, p)
	}
	if t.Deadline != 0 && t.Status != roadmap.Dropped && !(t.IsMilestone() && t.Deadline == p.Finish) {
		v.deadline(s, cells, t.Deadline, p.Planned && p.Finish > t.Deadline)
	}
}

func markStyle(t *roadmap.Task, p *schedule.TaskPlan) paint.Style {
	switch {
	case t.Status == roadmap.Done:
		return paint.Fine
	case p.Slack < 0:
		return paint.Late
	}
	return paint.Text
}

// critical tells whether a task is shown as one of the critical chain.
func (v *View) critical(p *schedule.TaskPlan) bool { return v.Critical && p.Critical && p.Planned }

// put draws over a cell, keeping the shade and the baseline's line under it.
func put(c *paint.Cell, over paint.Cell) {
	over.Style |= c.Style & (paint.Shade | paint.Underline)
	*c = over
}

// run fills the free cells of the days from first to the one before end.
func (v *View) run(cells []paint.Cell, first, end roadmap.Date, c paint.Cell) {
	for x := max(v.scale.cell(first), 0); x < min(v.scale.cell(end), len(cells)); x++ {
		put(&cells[x], c)
	}
}

// point draws on the cell of a day.
func (v *View) point(cells []paint.Cell, d roadmap.Date, c paint.Cell) {
	if x := v.scale.cell(d); x >= 0 && x < len(cells) {
		put(&cells[x], c)
	}
}

// slack runs to the date a task must finish by: always for one that has a deadline, for others when they are selected, or the links
// of all that are seen are.
func (v *View) slack(s *scene.Scene, cells []paint.Cell, t *roadmap.Task, p *schedule.TaskPlan, selected bool) {
	if t.Status.Open() && p.Slack > 0 && (selected || v.Links || t.Deadline != 0) {
		v.run(cells, p.Finish+1, p.LateFinish+1, paint.Cell{Glyph: s.Theme.Slack, Style: paint.Dim})
	}
}

// baseline underlines what was committed to.
func (v *View) baseline(s *scene.Scene, cells []paint.Cell, task int) {
	b, ok := s.InBaseline(task)
	if !ok {
		return
	}
	from, to := v.scale.cell(b.Start), v.scale.past(b.Finish+1)
	if v.divides(s, false) { // to the nearest cell: the line is not to look longer than a bar of the same days
		from = min(v.scale.nearest(b.Start), v.scale.cell(b.Finish))
		to = max(v.scale.nearest(b.Finish+1), from+1)
	}
	for x := max(from, 0); x < min(to, len(cells)); x++ {
		if v.overBar(s, task, x) || cells[x].Glyph == s.Theme.Ghost {
			cells[x].Style |= paint.Underline
			continue
		}
		put(&cells[x], paint.Cell{Glyph: s.Theme.BaselineUnder, Style: paint.Dim})
	}
}

// overBar tells whether a cell will be covered by the task's bar.
func (v *View) overBar(s *scene.Scene, task, x int) bool {
	p := &s.Plan.Tasks[task]
	return p.Planned && x >= v.scale.cell(p.Start) && x < v.scale.past(p.Finish+1)
}

// ghost is where the bar was before the what-if, if that moved it: to the cell in which it ended, as a bar is.
func (v *View) ghost(s *scene.Scene, cells []paint.Cell, task int) {
	if s.Ghost == nil {
		return
	}
	i := s.Ghost.Roadmap.TaskIndex(s.Roadmap.Tasks()[task].ID)
	if i < 0 {
		return
	}
	old, p := &s.Ghost.Tasks[i], &s.Plan.Tasks[task]
	if old.Planned && (old.Start != p.Start || old.Finish != p.Finish) {
		for x := max(v.scale.cell(old.Start), 0); x < min(v.scale.past(old.Finish+1), len(cells)); x++ {
			put(&cells[x], paint.Cell{Glyph: s.Theme.Ghost, Style: paint.Dim})
		}
	}
}

func (v *View) deadline(s *scene.Scene, cells []paint.Cell, d roadmap.Date, missed bool) {
	c := paint.Cell{Glyph: s.Theme.DeadlineKept, Style: paint.Text | paint.Bold}
	if missed {
		c = paint.Cell{Glyph: s.Theme.DeadlineMissed, Style: paint.Late | paint.Bold}
	}
	v.point(cells, d, c)
}

// span is a group's row: a thin line over its tasks, and its deadline.
func (v *View) span(s *scene.Scene, cells []paint.Cell, g *group) {
	if g.start != 0 {
		v.run(cells, g.start, g.finish+1, paint.Cell{Glyph: s.Theme.Wires[paint.Left|paint.Right], Style: paint.Rule})
	}
	if goal := s.Roadmap.Goal(g.ref.Goal); goal != nil && goal.Deadline != 0 {
		d, _ := s.AnyDeadline(g.ref)
		v.deadline(s, cells, goal.Deadline, d.Days > 0)
	}
}
