package roadmap

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Effort is an amount of work in person-days, held exactly with two decimals; the zero value is none given, which is not
// the same as an effort of 0 (a milestone).
type Effort struct {
	hundredths int32
	given      bool
}

// MaxEffort is the largest effort of a task, in person-days.
const MaxEffort = 100_000

// PersonDays is an effort of n whole person-days.
func PersonDays(n int) Effort { return HundredthDays(n * 100) }

// HundredthDays is an effort of n hundredths of a person-day.
func HundredthDays(n int) Effort {
	return Effort{int32(min(max(n, math.MinInt32), math.MaxInt32)), true} // beyond any limit, so that the check refuses it
}

// ParseEffort reads person-days with at most two decimals, from 0 to MaxEffort; the empty text is none.
func ParseEffort(s string) (Effort, error) {
	if s == "" {
		return Effort{}, nil
	}
	whole, frac, dotted := strings.Cut(s, ".")
	if len(frac) > 2 && strings.Trim(frac[2:], "0") != "" {
		return Effort{}, fmt.Errorf("%q has more than two decimals", s)
	}
	if whole == "" || dotted && frac == "" || !allDigits(whole) || !allDigits(frac) {
		return Effort{}, fmt.Errorf("%q is not a number of person-days", s)
	}
	n, err := strconv.Atoi(whole)
	cents, _ := strconv.Atoi((frac + "00")[:2])
	if err != nil || n > MaxEffort || n == MaxEffort && cents > 0 {
		return Effort{}, fmt.Errorf("%.40q is too much: at most %d person-days", s, MaxEffort)
	}
	return HundredthDays(n*100 + cents), nil
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// Given tells whether there is an effort at all.
func (e Effort) Given() bool { return e.given }

// IsMilestone tells whether the effort was given as 0.
func (e Effort) IsMilestone() bool { return e.given && e.hundredths == 0 }

// Hundredths is the effort in hundredths of a person-day; 0 where none is given.
func (e Effort) Hundredths() int { return int(e.hundredths) }

// Days is the effort as a number, for display and statistics; it is exact to two decimals.
func (e Effort) Days() float64 { return float64(e.hundredths) / 100 }

// Duration is the number of whole working days in which that many people (at least 1) do the work.
func (e Effort) Duration(people int) int {
	per := 100 * max(people, 1)
	return (int(e.hundredths) + per - 1) / per
}

// String writes the number without needless zeros ("2.5"); none given is the empty text.
func (e Effort) String() string {
	if !e.given {
		return ""
	}
	sign, n := "", int(e.hundredths)
	if n < 0 { // refused by every check, but named in the refusal
		sign, n = "-", -n
	}
	s := sign + strconv.Itoa(n/100)
	if c := n % 100; c != 0 {
		s += "." + strings.TrimRight(fmt.Sprintf("%02d", c), "0")
	}
	return s
}
