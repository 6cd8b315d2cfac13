package plan

// Grab is the task whose bar lies at a cell of the last frame; false where there is none.
func (v *View) Grab(x, y int) (task string, ok bool) {
	row := v.top + y - headerLines
	if v.seen == nil || y < headerLines || y >= headerLines+v.lay.rows || row >= len(v.outline.rows) || v.lay.timeline == 0 {
		return "", false
	}
	i := v.outline.rows[row].task
	if i < 0 {
		return "", false
	}
	t, at := v.seen.Roadmap.Tasks()[i], &v.seen.Plan.Tasks[i]
	cell := x - v.lay.list - 1
	if !at.Planned || !t.Status.Open() || cell < v.scale.cell(at.Start) || cell > v.scale.cell(at.Finish) {
		return "", false
	}
	return t.ID, true
}

// Shift is how many working days a task's bar is moved with so many cells.
func (v *View) Shift(task string, cells int) int {
	if v.seen == nil {
		return 0
	}
	i := v.seen.Roadmap.TaskIndex(task)
	if i < 0 {
		return 0
	}
	days := v.scale.days(max(cells, -cells))
	if cells < 0 {
		days = -days
	}
	if cells == 0 {
		days = 0
	}
	start := v.seen.Plan.Tasks[i].Start
	cal := v.seen.Roadmap.TaskCalendar(v.seen.Roadmap.Tasks()[i])
	return cal.Count(start+days) - cal.Count(start)
}

// Hold keeps the timeline at the scale that it has, while a bar on it is moved.
func (v *View) Hold(hold bool) { v.held = hold }
