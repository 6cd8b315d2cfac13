package exchange_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
)

// pastedRows is a line a row of a table, on an empty roadmap.
func pastedRows(text string) string {
	day := roadmap.NewDate(2026, 1, 5)
	read := exchange.ReadPasted(text, roadmap.New("", day), func(string) (roadmap.Date, error) { return 0, errors.New("is no date") })
	if read == nil {
		return "no table"
	}
	var out []string
	for _, r := range read.Rows {
		line := fmt.Sprint(r.Line, " ", r.Title)
		for _, v := range r.Values {
			line += " " + v.Field + "=" + v.Text + v.Rest
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestAPastedTableIsUnderstoodAsAFile(t *testing.T) {
	for text, want := range map[string]string{
		"Task\tEffort (weeks)\tPeople\nFrame\t2\t3\nCase\t0\t": "2 Frame effort=10 people=3\n3 Case effort=0",
		// rows are named by their ids, or by their numbers where they have none; in whatever way a planner writes lags
		"ID\tTask\tPredecessors\n7\tFrame\t\n9\tCase\t7SS+2d\n": "2 Frame\n3 Case after=Frame+2d:ss",
		"Task\tPredecessors\nFrame\t\nCase\t1FF-1 day;3\nLid":   "2 Frame\n3 Case after=Frame-1d:ff after=Lid\n4 Lid",
		"Task\tAfter\nA, b\t\nC\tA, b, D\n":                     "2 A, b\n3 C after=A, b after=D",
		"Task\tTeam\nFrame\tMetal; Wood\n":                      "2 Frame team=Metal also_needs=Wood",
		"Task\tStatus\nFrame\tin progress\nCase\ton hold":       "2 Frame status=doing\n3 Case blockers=on hold",
		// a cell that is wrong is handed on as it stands
		"Task\tDue\nFrame\t3.4.2026\nCase\t4/5/2026\nLid\t31.4.2026": "2 Frame deadline=2026-04-03\n3 Case deadline=4/5/2026\n4 Lid deadline=31.4.2026",
		// spreadsheets quote cells with line ends, and people write inches
		"Task\tNotes\nFrame\t\"first\nsecond\"\n7\" screen\tx": "2 Frame notes=first; second\n4 7\" screen notes=x",
		"Frame\tMetal\t3d\nCase\tWood\t2d":                     "no table",
		"Task list, due soon\nFrame, then case":                "no table",
		"Design, build\nFrame, then case":                      "no table",
		"":                                                     "no table",
	} {
		if got := pastedRows(text); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", text, got, want)
		}
	}
}
