package phrase

import (
	"strings"
	"testing"
)

func TestAWordThatBeginsLikeAValueAndIsNoneIsRefused(t *testing.T) {
	for text, want := range map[string]string{
		"C -5d":                    "effort: -5d: an effort is 0 or more; a backslash before it keeps it as text",
		"C -3":                     "effort: -3: an effort is 0 or more",
		"C -0,5d":                  "effort: -0,5d: an effort is 0 or more",
		"J p9":                     "priority: p9: priorities are p1 to p4; a backslash before it keeps it as text",
		"J P0":                     "priority: P0: priorities are p1 to p4",
		"J x0":                     "people: ",
		"team Ops -3":              "capacity: -3: a team has from 0 to",
		"risk Mould crack -5d":     "days: -5d: a risk costs 0 days or more",
		"risk Mould crack -20%":    "probability: -20%: a probability is from 0% to 100%",
		"goal Launch 31.4.2027":    `deadline: "2027-4-31" is not a date: April 2027 has 30 days; a backslash before it keeps it as text`,
		"goal Launch 31-feb":       `deadline: "31-feb" is not a date: February has days from 1 to 29; a backslash before it keeps it as text`,
		"goal Launch 31 feb":       `deadline: "31-feb" is not a date`,
		"goal Launch 2026-02-31":   `deadline: "2026-02-31" is not a date: February 2026 has 28 days`,
		"goal Launch 31-mar-26":    `deadline: "31-mar-26" is not a date: write the year with four digits`,
		"goal Launch 12/3/2026":    `deadline: "12/3/2026" could be two dates`,
		"team INDUSTRIAL-design 3": `name: there is a team "Industrial design" already, id design: give this one another name`,
		"supplier murata":          `name: there is a team "Murata" already, id mur`,
	} {
		var err error
		if first, _, _ := strings.Cut(text, " "); len(first) > 1 {
			err = ParseItem(text, aurora(t)).Problem()
		} else {
			err = ParseAdd(text, aurora(t)).Problem()
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestWhatOnlyResemblesAValueIsText(t *testing.T) {
	for text, want := range map[string]string{
		`C \-5d`: "C -5d", `J \p9`: "J p9", "-1 day": "-1 day", "p9 board": "p9 board", "Connector P10": "Connector P10", "Mock-up -b": "Mock-up -b", `Range "-3"`: "Range -3",
	} {
		if l := ParseAdd(text, aurora(t)); l.Problem() != nil || l.Task.Title != want {
			t.Errorf("%q is %q, %v", text, l.Task.Title, l.Problem())
		}
	}
	for text, want := range map[string]string{
		"goal Release 1.2": "Release 1.2", "goal Open 24/7": "Open 24/7", "goal Celebrate the 50th": "Celebrate the 50th", `goal Launch \31-feb`: "Launch 31-feb",
	} {
		if i := ParseItem(text, aurora(t)); i.Problem() != nil || i.Goal.Title != want {
			t.Errorf("%q is %q, %v", text, i.Goal.Title, i.Problem())
		}
	}
}
