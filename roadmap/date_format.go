package roadmap

import "strconv"

// DateFormat is how a date is written for a person, in sentences and in tables. It changes nothing of what a date is: the file,
// JSON and whatever else programs read have YYYY-MM-DD.
type DateFormat uint8

// The formats, named by how each writes the twelfth of March 2026.
const (
	DayMonth DateFormat = iota // 12 Mar
	MonthDay                   // Mar 12
	ISO                        // 2026-03-12
)

var dateFormatNames = [...]string{"12 Mar", "Mar 12", "2026-03-12"}

// String is the format as it writes the twelfth of March 2026: its name in a configuration.
func (f DateFormat) String() string { return dateFormatNames[f] }

// DateFormats are all of them.
func DateFormats() []DateFormat { return []DateFormat{DayMonth, MonthDay, ISO} }

// yearAhead and yearBack are up to how many days ahead of today and back a date is written without its year: nine months and three. A
// plan looks ahead; and as they are 365 days with today, no two dates without a year read the same.
const yearAhead, yearBack = 273, 91

// Near writes a date without its year where it is at most nine months ahead of today or three back, which today = 0 says that it is;
// in ISO it always has its year. No date is the empty text.
func (f DateFormat) Near(d, today Date) string {
	away := d - today
	return f.Write(d, today != 0 && (away > yearAhead || away < -yearBack))
}

// Write writes a date, with its year or, but for ISO, without. No date is the empty text.
func (f DateFormat) Write(d Date, year bool) string {
	if d == 0 || f == ISO {
		return d.String()
	}
	y, m, day := d.Civil()
	out := strconv.Itoa(day)
	if month := m.String()[:3]; f == MonthDay {
		out = month + " " + out
	} else {
		out += " " + month
	}
	if year {
		out += " " + strconv.Itoa(y)
	}
	return out
}
