package paint

// Sign is something that is drawn, and what it means.
type Sign struct{ Drawn, Means string }

// RowSigns are the marks of a row, as this theme draws them.
func (t *Theme) RowSigns() []Sign {
	return []Sign{
		{t.Pointer, "the selected row"},
		{t.Marked, "marked"},
		{t.Folded + " " + t.Unfolded, "folded, unfolded"},
		{t.Todo, "to do"},
		{t.Doing, "in progress"},
		{t.Done, "done"},
		{t.Dropped, "dropped"},
		{string(t.Milestone), "a milestone"},
		{t.LateMark, "late"},
		{t.BlockedMark, "blocked"},
		{t.RiskMark, "at risk"},
		{string(t.Critical), "on the critical chain (in the Plan where C shows it)"},
		{t.Supplier, "a supplier"},
		{t.Branch, "a cause of the line above"},
		{t.AtLeast, "at least: rests on an end that nobody knows, as \"or later\""},
		{t.Ellipsis, "cut: there is more"},
	}
}

// TimelineSigns are what a timeline is drawn with.
func (t *Theme) TimelineSigns() []Sign {
	bars := []Sign{
		{string(t.Worked), "work done"},
		{string(t.Working), "work under way, up to today"},
		{string(t.Ahead), "forecast"},
		{string(t.AheadLate), "forecast past the day it is needed"},
		{string(t.Critical), "forecast on the critical chain"},
		{string(t.CriticalLate), "late forecast on the critical chain"},
		{string(t.BaselineUnder), "the baseline"},
		{string(t.Ghost), "where a bar was before the what-if"},
		{string(t.Waiting), "waiting: its team is busy"},
		{string(t.Slack), "slack, up to the day it must end"},
		{string(t.DeadlineKept) + " " + string(t.DeadlineMissed), "a deadline kept, a deadline missed"},
		{string(t.Today), "today"},
		{string(t.Month) + " " + string(t.MonthTick), "a month or a quarter begins"},
		{t.wire(Left|Right) + " " + t.wire(Left|Down) + " " + t.wire(Up|Right) + " " + string(t.LinkEnd), "a link, and where it leads"},
		{string(t.Before) + " " + string(t.After), "a bar lies beyond this edge"},
	}
	if t.Shades() {
		return append(bars, Sign{"shade", "a weekend, a holiday, time off"})
	}
	return append(bars, Sign{string(t.Off), "a weekend, a holiday, time off"})
}

func (t *Theme) wire(s Sides) string { return string(t.Wires[s]) }

// ChartSigns are what loads and charts are drawn with.
func (t *Theme) ChartSigns() []Sign {
	low, high := t.Heats[1], t.Heats[len(t.Heats)-1]
	return []Sign{
		{string(low) + " " + string(high), "a little, all: of a team's people, of the runs on a day"},
		{string(t.Limit), "a deadline"},
		{string(t.Gauge), "how much of something there is"},
	}
}
