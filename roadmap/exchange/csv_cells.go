package exchange

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"bywhen/roadmap"
)

// nothing are cells that people write where there is nothing to say.
var nothing = []string{"", "-", "--", "–", "—", "?", "n/a", "na", "none", "null", "nil", "tbd", "tba", "tbc"}

func isNothing(cell string) bool { return slices.Contains(nothing, strings.ToLower(cell)) }

// statusWords are what people write for each status. A task that is blocked or on hold is to do, and has a blocker.
var statusWords = byWord(map[string]roadmap.Status{
	"todo|to do|open|backlog|not started|not yet started|new|planned|pending|ready|ready to start|no|n|false|[ ]|[]|☐": roadmap.Todo,
	"upcoming|scheduled|selected for development|blocked|on hold|waiting|paused|stuck":                                 roadmap.Todo,
	"doing|in progress|wip|work in progress|started|active|ongoing|under way|underway|in development|in review|review": roadmap.Doing,
	"in test|testing|partially complete|partial|~|[~]":                                                                 roadmap.Doing,
	"done|complete|completed|closed|finished|resolved|shipped|released|delivered|launched|fixed|merged|accepted":       roadmap.Done,
	"yes|y|x|[x]|true|✓|✔|✅|☑": roadmap.Done,
	"dropped|cancelled|canceled|won't do|wont do|won't fix|wontfix|won't|rejected|abandoned|removed|out of scope": roadmap.Dropped,
	"descoped|duplicate|declined|deferred|obsolete|not planned|discarded":                                         roadmap.Dropped,
})

// byWord is a table with lists of words as a table by the single word.
func byWord[V any](lists map[string]V) map[string]V {
	words := map[string]V{}
	for list, v := range lists {
		for _, w := range strings.Split(list, "|") {
			words[w] = v
		}
	}
	return words
}

// heldWords are the statuses that stand for a blocker.
var heldWords = []string{"blocked", "on hold", "waiting", "paused", "stuck"}

// plainWord is a word as statuses and priorities are looked up: in small letters, with single spaces.
func plainWord(cell string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(cell), func(r rune) bool {
		return r == ' ' || r == '_' || r == '-' || r == '\u00a0'
	}), " ")
}

// readStatus reads a status in any of the usual words, or as a percentage done.
func readStatus(cell string) (status roadmap.Status, held bool, err error) {
	if isNothing(cell) {
		return roadmap.Todo, false, nil
	}
	w := plainWord(strings.ReplaceAll(cell, "’", "'"))
	if status, ok := statusWords[w]; ok {
		return status, slices.Contains(heldWords, w), nil
	}
	if digits, ok := strings.CutSuffix(w, "%"); ok {
		if x, err := strconv.ParseFloat(strings.TrimSpace(digits), 64); err == nil && x >= 0 && x <= 100 {
			switch x {
			case 0:
				return roadmap.Todo, false, nil
			case 100:
				return roadmap.Done, false, nil
			}
			return roadmap.Doing, false, nil
		}
	}
	return 0, false, fmt.Errorf("is no status: use todo, doing, done or dropped")
}

var priorityWords = byWord(map[string]int{
	"1|p1|p0|highest|critical|urgent|blocker|immediate|must|must have": 1,
	"2|p2|high|major|important|should|should have":                     2,
	"3|p3|medium|med|normal|moderate|default|could|could have":         3,
	"4|p4|low|lowest|minor|trivial|nice to have|won't":                 4,
})

func readPriority(cell string) (int, error) {
	if isNothing(cell) {
		return roadmap.DefaultPriority, nil
	}
	if n := priorityWords[plainWord(cell)]; n != 0 {
		return n, nil
	}
	return 0, fmt.Errorf("is no priority: use 1 (the highest) to 4")
}

func readPeople(cell string) (int, error) {
	if isNothing(cell) {
		return 1, nil
	}
	n, err := strconv.Atoi(strings.TrimPrefix(strings.ToLower(cell), "x"))
	if err != nil || n < 1 || n > roadmap.MaxPeople {
		return 0, fmt.Errorf("is no number of people: use a whole number from 1 to %d", roadmap.MaxPeople)
	}
	return n, nil
}

// unitDays is how many days a unit of work has; a week is 5, a month 20, an hour an eighth.
var unitDays = byWord(map[string]float64{
	"d|day|days|pd|md|person day|person days|man day|man days|mandays|working day|working days": 1,
	"w|wk|wks|week|weeks|person week|person weeks|pw":                                           5,
	"mo|month|months|person month|person months|pm":                                             20,
	"h|hr|hrs|hour|hours|person hour|person hours":                                              0.125,
})

var effortForm = regexp.MustCompile(`^~? ?([0-9.,/ ]*[0-9]) ?([a-z -]*)[.?]?$`)

// readEffort reads an amount of work: 3, 3d, 2w, 1.5 days, 2,5, or three of them as 3/5/9d. unit is the column's, in days.
func readEffort(cell string, unit float64) (roadmap.Effort, roadmap.Estimate, error) {
	var e roadmap.Estimate
	if isNothing(cell) {
		return roadmap.Effort{}, e, nil
	}
	m := effortForm.FindStringSubmatch(strings.ToLower(cell))
	if m == nil {
		return roadmap.Effort{}, e, fmt.Errorf("is no amount of work: use person-days, as 3, 2.5d or 2w")
	}
	if m[2] != "" {
		if unit = unitDays[plainWord(m[2])]; unit == 0 {
			return roadmap.Effort{}, e, fmt.Errorf("is no amount of work: use d, w or h as its unit")
		}
	}
	parts := strings.Split(m[1], "/")
	if len(parts) != 1 && len(parts) != 3 {
		return roadmap.Effort{}, e, fmt.Errorf("is no amount of work: use one number, or three as 3/5/9d")
	}
	var three [3]roadmap.Effort
	for i, part := range parts {
		var err error
		if three[i], err = readDays(strings.TrimSpace(part), unit); err != nil {
			return roadmap.Effort{}, e, err
		}
	}
	if len(parts) == 1 {
		return three[0], e, nil
	}
	return roadmap.Effort{}, roadmap.Estimate{Optimistic: three[0], Likely: three[1], Pessimistic: three[2]}, nil
}

// readDays reads a number of units as person-days; what is not in days is rounded to hundredths of one.
func readDays(digits string, unit float64) (roadmap.Effort, error) {
	if digits == "" {
		return roadmap.Effort{}, nil
	}
	if whole, decimals, ok := strings.Cut(digits, ","); ok {
		if len(decimals) == 3 {
			return roadmap.Effort{}, fmt.Errorf("may be a thousand or a fraction: write it without a comma")
		}
		digits = whole + "." + decimals
	}
	if unit == 1 {
		e, err := roadmap.ParseEffort(digits)
		if err != nil {
			return e, fmt.Errorf("is no amount of work: from 0 to %d person-days, with at most two decimals", roadmap.MaxEffort)
		}
		return e, nil
	}
	x, err := strconv.ParseFloat(digits, 64)
	if err != nil || x*unit > roadmap.MaxEffort {
		return roadmap.Effort{}, fmt.Errorf("is no amount of work: from 0 to %d person-days", roadmap.MaxEffort)
	}
	return roadmap.HundredthDays(int(math.Round(x * unit * 100))), nil
}

// dayOrder tells whether dates as 3/12/2026 begin with the day or with the month.
type dayOrder uint8

const (
	orderUnknown dayOrder = iota
	dayFirst
	monthFirst
)

var (
	numericDate = regexp.MustCompile(`^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d{2})$`)
	isoDate     = regexp.MustCompile(`^(\d{4})[/.-]?(\d{1,2})[/.-]?(\d{1,2})$`)
	weekdayName = regexp.MustCompile(`(?i)^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,.]+(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})$`)
	timeOfDay   = regexp.MustCompile(`[T ,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp][Mm])?( ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$`)
	ordinal     = regexp.MustCompile(`(\d)(st|nd|rd|th)\b`)
)

// wordDates are the layouts of dates whose month is a word, with single spaces.
var wordDates = []string{
	"2 Jan 2006", "2 January 2006", "Jan 2 2006", "January 2 2006", "2006 Jan 2", "2 Jan 06",
	"Mon 2 Jan 2006", "Mon Jan 2 2006", "Monday 2 January 2006", "Monday January 2 2006",
}

// readDate reads a date in the usual forms; a time of day after it does not count. Where day and month could be taken for
// each other the order decides; while that is unknown it is an error.
func readDate(cell string, order dayOrder) (roadmap.Date, error) {
	if isNothing(cell) {
		return 0, nil
	}
	if d, err := roadmap.ParseDate(cell); err == nil { // nearly all of them
		return d, nil
	}
	cell = withoutWeekday(withoutTime(cell))
	if m := isoDate.FindStringSubmatch(cell); m != nil {
		return civil(m[1], m[2], m[3])
	}
	if m := numericDate.FindStringSubmatch(cell); m != nil {
		return numeric(m, order)
	}
	words := strings.Join(strings.FieldsFunc(ordinal.ReplaceAllString(strings.ToLower(cell), "$1"), func(r rune) bool {
		return strings.ContainsRune(" ,.-/\u00a0", r)
	}), " ")
	for _, layout := range wordDates {
		if t, err := time.Parse(layout, words); err == nil {
			return inRange(roadmap.DateOf(t))
		}
	}
	return 0, errNoDate
}

// withoutTime is a date without the time of day that follows it.
func withoutTime(cell string) string {
	if strings.IndexByte(cell, ':') < 0 {
		return cell
	}
	return strings.TrimSpace(timeOfDay.ReplaceAllString(cell, ""))
}

// withoutWeekday is a date of numbers without the day of the week that some planners write before it.
func withoutWeekday(cell string) string {
	if m := weekdayName.FindStringSubmatch(cell); m != nil {
		return m[2]
	}
	return cell
}

var errNoDate = fmt.Errorf("is no date: write it as 2026-03-12")

func civil(year, month, day string) (roadmap.Date, error) {
	if len(year) == 2 {
		year = "20" + year
	}
	pad := func(s string) string { return ("0" + s)[len(s)-1:] }
	d, err := roadmap.ParseDate(year + "-" + pad(month) + "-" + pad(day))
	if err != nil {
		return 0, errNoDate
	}
	return d, nil
}

func inRange(d roadmap.Date) (roadmap.Date, error) {
	if !d.InRange() {
		return 0, errNoDate
	}
	return d, nil
}

// numeric reads a date whose first two numbers are day and month: with points the day comes first.
func numeric(m []string, order dayOrder) (roadmap.Date, error) {
	a, sign, b, year := m[1], m[2], m[3], m[4]
	if sign == "." {
		return civil(year, b, a)
	}
	if known := orderOf(m[0]); known != orderUnknown && order == orderUnknown {
		order = known
	}
	switch {
	case a == b || order == dayFirst:
		return civil(year, b, a)
	case order == monthFirst:
		return civil(year, a, b)
	}
	first, err1 := civil(year, b, a)
	second, err2 := civil(year, a, b)
	if err1 != nil || err2 != nil {
		return 0, errNoDate
	}
	return 0, ambiguousDate{first, second}
}

// ambiguousDate is a date that can be read in two ways.
type ambiguousDate struct{ a, b roadmap.Date }

func (e ambiguousDate) Error() string {
	return fmt.Sprintf("may be %s or %s: write dates as %s", e.a.Time().Format("2 January"), e.b.Time().Format("2 January"), e.a)
}

// orderOf is what a date by itself tells about the order of day and month.
func orderOf(cell string) dayOrder {
	if cell == "" || !isDigit(cell[0]) && !isDigit(cell[len(cell)-1]) {
		return orderUnknown
	}
	m := numericDate.FindStringSubmatch(withoutWeekday(withoutTime(cell)))
	if m == nil || m[2] == "." {
		return orderUnknown
	}
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[3])
	switch {
	case a > 12 && b <= 12:
		return dayFirst
	case b > 12 && a <= 12:
		return monthFirst
	}
	return orderUnknown
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
