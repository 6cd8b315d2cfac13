package roadmap

import (
	"strconv"
	"strings"
)

const checkInBegins = "Check-in, "

// CheckInTitle is the title under which the history keeps a check-in that told of so many tasks. No other edit has such a title,
// so that a history of any age knows its check-ins.
func CheckInTitle(tasks int) string {
	if tasks == 1 {
		return checkInBegins + "1 task"
	}
	return checkInBegins + strconv.Itoa(tasks) + " tasks"
}

// IsCheckIn tells whether the change is a check-in.
func (c Change) IsCheckIn() bool {
	count, ok := strings.CutPrefix(c.Title, checkInBegins)
	if !ok {
		return false
	}
	number, _, _ := strings.Cut(count, " ")
	n, err := strconv.Atoi(number)
	return err == nil && n > 0 && c.Title == CheckInTitle(n)
}
