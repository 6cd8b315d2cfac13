package plan

// Held is a bar that the mouse was pressed on: that of a task, or its end alone, which makes it longer or shorter.
type Held struct {
	Task string
	End  bool
}

// cellsOfABar is how wide a bar is at least whose last cell is its end: else there would be nothing left to move it by.
const cellsOfABar = 3

// Grab is the bar that lies at a cell of the last frame; false where there is none.
func (v *View) Grab(x, y int) (Held, bool) {
	row := v.top + y - headerLines
	if v.seen == nil || v.seen.Version != v.madeOf.version || y < headerLines || y >= headerLines+v.lay.rows || row >= len(v.outline.rows) || v.lay.timeline == 0 {
		return Held{}, false
	}
	i := v.outline.rows[row].task
	if i < 0 {
		return Held{}, false
	}
	t, at := v.seen.Roadmap.Tasks()[i], &v.seen.Plan.Tasks[i]
	cell, first, last := x-v.lay.list-1, v.scale.cell(at.Start), v.scale.cell(at.Finish)
	if !at.Planned || !t.Status.Open() || cell < first || cell > last {
		return Held{}, false
	}
	return Held{t.ID, cell == last && last-first+1 >= cellsOfABar && !t.IsMilestone()}, true
}

// Shift is by how many working days a bar is moved, or its end, with so many cells.
func (v *View) Shift(bar Held, cells int) int {
	if v.seen == nil {
		return 0
	}
	i := v.seen.Roadmap.TaskIndex(bar.Task)
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
	from := v.seen.Plan.Tasks[i].Start
	if bar.End {
		from = v.seen.Plan.Tasks[i].Finish + 1
	}
	cal := v.seen.Roadmap.TaskCalendar(v.seen.Roadmap.Tasks()[i])
	return cal.Count(from+days) - cal.Count(from)
}

// Hold keeps the timeline at the scale that it has, while a bar on it is moved.
func (v *View) Hold(hold bool) { v.held = hold }
