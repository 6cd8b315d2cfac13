package paint

import (
	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
)

// Done says when the work of a deadline was done, and how that was: "done 26 Nov, 76 working days before 12 Mar".
func Done(d *schedule.Deadline, today roadmap.Date) string {
	out := "done " + Day(d.Forecast, today) + ", "
	switch {
	case d.Days < 0:
		return out + Count(-d.Days, "working day") + " before " + Day(d.Date, today)
	case d.Days > 0:
		return out + Count(d.Days, "working day") + " after " + Day(d.Date, today)
	case d.Forecast == d.Date:
		return out + "on the day"
	}
	return out + "due " + Day(d.Date, today)
}

// DoneShort is Done in few cells: "done 26 Nov, 76d early".
func DoneShort(d *schedule.Deadline, today roadmap.Date) string {
	out := "done " + Day(d.Forecast, today)
	switch {
	case d.Days < 0:
		return out + ", " + Delta(-d.Days, false)[1:] + " early"
	case d.Days > 0:
		return out + ", " + Delta(d.Days, false)[1:] + " late"
	}
	return out + ", in time"
}

// DoneStyle is how Done is written: late for what was done after its deadline.
func DoneStyle(d *schedule.Deadline) Style {
	if d.Days > 0 {
		return Late
	}
	return Fine
}
