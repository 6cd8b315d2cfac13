package exchange_test

import (
	"encoding/csv"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"bywhen/roadmap"
)

// formulas are texts that a spreadsheet may run, or that look as if one had been defused already.
var formulas = rapid.Custom(func(t *rapid.T) string {
	before := rapid.SliceOfN(rapid.SampledFrom([]string{" ", "\t", "\n", "\u00a0", "\u3000", "'", `"`}), 0, 3).Draw(t, "before")
	sign := rapid.SampledFrom([]string{"=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "x"}).Draw(t, "sign")
	return strings.Join(before, "") + sign + rapid.SampledFrom([]string{"1+1", "cmd|' /C calc'!A0", `HYPERLINK("http://x","y")`, "; =2", "x\n=3"}).Draw(t, "rest")
})

// mayRun tells, of a cell as a spreadsheet gets it, whether it could be run: what is looked at first is no apostrophe, quote or
// letter, but a sign that begins a formula.
func mayRun(cell string) bool {
	if strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\r") {
		return true
	}
	cell = strings.TrimLeftFunc(cell, unicode.IsSpace)
	return cell != "" && strings.ContainsRune("=+-@＝＋－＠﹦﹢﹣﹫", []rune(cell)[0])
}

// Space around a cell is nobody's, also around notes: all else comes back as it was.
func TestNoCellOfAnExportRunsAndEachComesBackUnchanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.Map(formulas, func(s string) string { clean, _ := roadmap.CleanLine(s); return clean })
		d := roadmap.New("", today).Edit(today)
		team, err := d.AddTeam(roadmap.Team{Name: line.Draw(t, "team")})
		if err != nil {
			t.Fatal(err)
		}
		goal, err := d.AddGoal(roadmap.Goal{Title: line.Draw(t, "goal")})
		if err != nil {
			t.Fatal(err)
		}
		notes, _ := roadmap.CleanText(formulas.Draw(t, "notes"))
		task := roadmap.Task{ID: rapid.SampledFrom([]string{"T-1", "=1", "-1", "＠1", "'+1"}).Draw(t, "id"), Title: line.Draw(t, "title"),
			Team: team, Goal: goal, Notes: notes, Tags: []string{"-x", "=y"}}
		if _, err := d.AddTask(task); err != nil {
			t.Fatal(err)
		}
		r, err := d.Close()
		if err != nil {
			t.Fatal(err)
		}
		text := asCSV(t, r)
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if mayRun(cell) {
					t.Fatalf("%q runs, in\n%s", cell, text)
				}
			}
		}
		back, _ := fromCSV(t, text)
		was, is := r.Tasks()[0], back.Task(task.ID)
		if is == nil || is.Title != was.Title || is.Notes != strings.TrimSpace(was.Notes) || strings.Join(is.Tags, "|") != strings.Join(was.Tags, "|") ||
			back.Team(is.Team).Name != r.Team(team).Name || back.Goal(is.Goal).Title != r.Goal(goal).Title {
			t.Fatalf("%+v comes back as %+v, from\n%s", was, is, text)
		}
	})
}
