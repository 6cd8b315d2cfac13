package phrase

import (
	"fmt"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// DaysPerWeek is how many working days a week of effort or lag is, whatever the calendar.
const DaysPerWeek = 5

const effortHelp = "write 3d, 2w, 0.5d or 3/5/9d"

// work is an amount of work as typed: an effort, or a three-point estimate.
type work struct {
	effort   roadmap.Effort
	estimate roadmap.Estimate
}

// looksLikeEffort tells whether a word can only be meant as an effort: digits first, d or w last, nothing but number signs between.
func looksLikeEffort(s string) bool {
	if len(s) < 2 || s[0] < '0' || s[0] > '9' || strings.IndexByte("dDwW", s[len(s)-1]) < 0 {
		return false
	}
	for i, r := range s[:len(s)-1] {
		if strings.ContainsRune("dDwW", r) && s[i+1] != '/' || !strings.ContainsRune("0123456789.,/+-eEdDwW", r) {
			return false
		}
	}
	return true
}

// readWork reads an effort (3d, 2w, 0.5d, or 3 for days) or an estimate (3/5/9d: optimistic, likely, pessimistic).
func readWork(s string) (work, error) {
	parts := strings.Split(s, "/")
	if len(parts) == 1 {
		e, err := readEffort(s, "d")
		return work{effort: e}, err
	}
	if len(parts) != 3 {
		return work{}, fmt.Errorf("%s has %d parts: write optimistic/likely/pessimistic, as 3/5/9d", quote(s), len(parts))
	}
	unit := "d"
	if strings.HasSuffix(strings.ToLower(s), "w") {
		unit = "w"
	}
	var three [3]roadmap.Effort
	for i, p := range parts {
		e, err := readEffort(p, unit)
		if err != nil {
			return work{}, err
		}
		if i > 0 && e.Hundredths() < three[i-1].Hundredths() {
			return work{}, fmt.Errorf("%s does not rise: optimistic, likely and pessimistic, as 3/5/9d", quote(s))
		}
		three[i] = e
	}
	return work{estimate: roadmap.Estimate{Optimistic: three[0], Likely: three[1], Pessimistic: three[2]}}, nil
}

// readEffort reads person-days, or weeks of five, with at most two decimals after a point or comma.
func readEffort(s, unit string) (roadmap.Effort, error) {
	n := strings.ToLower(s)
	if i := len(n) - 1; i > 0 && (n[i] == 'd' || n[i] == 'w') {
		n, unit = n[:i], n[i:]
	}
	if i := strings.IndexByte(n, '-'); i > 0 && allDigits(n[:i], n[i+1:]) {
		return roadmap.Effort{}, fmt.Errorf("%s is a range: write optimistic/likely/pessimistic, as 3/5/9d", quote(s))
	}
	e, err := roadmap.ParseEffort(strings.Replace(n, ",", ".", 1))
	if err != nil || !e.Given() {
		return roadmap.Effort{}, fmt.Errorf("%s is not an effort: at most %d person-days, two decimals; %s", quote(s), roadmap.MaxEffort, effortHelp)
	}
	if unit == "w" {
		if e.Hundredths()*DaysPerWeek > roadmap.MaxEffort*100 {
			return roadmap.Effort{}, fmt.Errorf("%s is too much: at most %d person-days", quote(s), roadmap.MaxEffort)
		}
		e = roadmap.HundredthDays(e.Hundredths() * DaysPerWeek)
	}
	return e, nil
}

// ParseEffort reads person-days as typed: 3d, 2w (a week is five days), 0.5d, 0d for a milestone, or a plain number of days.
func ParseEffort(text string) (roadmap.Effort, error) {
	return readEffort(strings.TrimSpace(text), "d")
}

// readDays reads a whole number of working days: 8d, 2w, 8.
func readDays(s string) (int, error) {
	n, unit, ok := amount(strings.ToLower(s))
	if ok && unit == "w" {
		n *= DaysPerWeek
	}
	if !ok || n > roadmap.MaxDays {
		return 0, fmt.Errorf("%s is not a number of days: write 8d or 2w, at most %d days", quote(s), roadmap.MaxDays)
	}
	return n, nil
}

// ParseLag reads what may stand after a predecessor: a lag in working days and a type, in either order, as "+2d", ":ss",
// "-1w:ff" or ":ss+2d". The empty text is finish-to-start without lag.
func ParseLag(text string) (roadmap.LinkType, int, error) {
	rest, typ, lag := strings.ToLower(strings.ReplaceAll(text, " ", "")), roadmap.FinishToStart, 0
	seen := map[byte]bool{}
	for rest != "" {
		sign := rest[0]
		end := len(rest)
		if i := strings.IndexAny(rest[1:], "+-:"); i >= 0 {
			end = i + 1
		}
		piece := rest[1:end]
		rest = rest[end:]
		kind := sign
		if sign == '-' {
			kind = '+'
		}
		if seen[kind] {
			return 0, 0, lagProblem(text)
		}
		seen[kind] = true
		var err error
		switch sign {
		case ':':
			typ, err = roadmap.ParseLinkType(piece)
		case '+', '-':
			lag, err = readLag(sign, piece)
		default:
			err = lagProblem(text)
		}
		if err != nil {
			return 0, 0, err
		}
	}
	return typ, lag, nil
}

func lagProblem(s string) error {
	return fmt.Errorf("%s is not a lag: write +2d, -1w, :ss, :ff or :sf", quote(s))
}

func readLag(sign byte, s string) (int, error) {
	n, unit, ok := amount(s)
	if !ok {
		return 0, lagProblem(string(sign) + s)
	}
	if unit == "w" {
		n *= DaysPerWeek
	}
	if n > roadmap.MaxLag {
		return 0, fmt.Errorf("%s is too much of a lag: at most %d working days", quote(string(sign)+s), roadmap.MaxLag)
	}
	if sign == '-' {
		return -n, nil
	}
	return n, nil
}

// LagText is a lag and type as they are typed: "+2d", ":ss-1d"; empty for finish-to-start without lag.
func LagText(typ roadmap.LinkType, lag int) string {
	s := ""
	if typ != roadmap.FinishToStart {
		s = ":" + strings.ToLower(typ.String())
	}
	if lag != 0 {
		s += fmt.Sprintf("%+dd", lag)
	}
	return s
}

// EffortText says what an amount of work means: "milestone", "10 days", "10 person-days by 2 = 5 days", "3 to 9 days, likely 5".
func EffortText(t *roadmap.Task) string {
	if e := t.Estimate; e.Optimistic.Given() && e.Pessimistic.Given() && t.WorkEffort() == e.Likely {
		s := fmt.Sprintf("%s to %s %s, likely %s", e.Optimistic, e.Pessimistic, dayWord(e.Pessimistic, t.People), e.Likely)
		return s + byPeople(e.Likely, t.People)
	}
	e := t.WorkEffort()
	if e.IsMilestone() {
		return "milestone"
	}
	return e.String() + " " + dayWord(e, t.People) + byPeople(e, t.People)
}

func dayWord(e roadmap.Effort, people int) string {
	word := "day"
	if people > 1 || e.Hundredths()%100 != 0 {
		word = "person-day"
	}
	if e.Hundredths() != 100 {
		word += "s"
	}
	return word
}

func byPeople(e roadmap.Effort, people int) string {
	d := plural(e.Duration(people), "day")
	switch {
	case people > 1:
		return " by " + strconv.Itoa(people) + " = " + d
	case e.Hundredths()%100 != 0:
		return " = " + d
	}
	return ""
}
