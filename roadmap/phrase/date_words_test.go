package phrase

import (
	"strings"
	"testing"

	"bywhen/roadmap"

	"pgregory.net/rapid"
)

// What the program writes for a date is read as that date where one is typed: with its weekday and without, in each format, in the
// lines that add and set, in a goal's line and in a filter.
func TestADateReadsBackAsItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		today := roadmap.MustDate("2024-01-01") + roadmap.Date(rapid.IntRange(0, 3000).Draw(t, "today"))
		ctx := Context{Today: today, Dates: rapid.SampledFrom(roadmap.DateFormats()).Draw(t, "format")}
		d := today + roadmap.Date(rapid.IntRange(-600, 1200).Draw(t, "away"))
		written := []string{ctx.DateText(d), ctx.Dates.Write(d, true)}
		if d >= today { // one of the past without its year is taken for the next of its name, and said to be so
			written = append(written, ctx.Dates.Near(d, today))
		}
		for _, text := range written {
			for _, text := range []string{text, strings.ToLower(text)} {
				readsAs(t, ctx, text, d)
			}
		}
	})
}

func readsAs(t *rapid.T, ctx Context, text string, d roadmap.Date) {
	if got, err := Date(text, ctx); err != nil || got != d {
		t.Fatalf("%q on %s is %s, %v", text, ctx.Today, got, err)
	}
	line := ParseAdd("Mast due:"+text+" 5d", ctx)
	if line.Task.Deadline != d || line.Task.Title != "Mast" || line.Task.Effort.Days() != 5 || line.Problem() != nil {
		t.Fatalf("due:%s on %s: %s, %q, %v", text, ctx.Today, line.Task.Deadline, line.Task.Title, line.Problem())
	}
	if set := ParseSet("due="+text+" #x", ctx); set.Problem() != nil || len(set.Chips) != 2 {
		t.Fatalf("due=%s on %s: %v", text, ctx.Today, set.Chips)
	}
	if goal := ParseItem("goal Cert "+text, ctx); goal.Goal.Deadline != d || goal.Goal.Title != "Cert" {
		t.Fatalf("goal Cert %s on %s: %s, %q", text, ctx.Today, goal.Goal.Deadline, goal.Goal.Title)
	}
	for _, filter := range []string{"due:" + text + " mast", "(mast due.on:" + text + ")", "not -due=" + text} {
		f, err := ParseFilter(filter, ctx)
		if err != nil || !f.Match(Row{Task: &roadmap.Task{Title: "Mast", Deadline: d}}) || f.Match(Row{Task: &roadmap.Task{Title: "Mast", Deadline: d + 1}}) {
			t.Fatalf("%s on %s: %v", filter, ctx.Today, err)
		}
	}
}

// What happened is written without its year for three months, and reads back where an actual date is asked for.
func TestADayThatHasBeenReadsBackAsItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		today := roadmap.MustDate("2024-01-01") + roadmap.Date(rapid.IntRange(0, 3000).Draw(t, "today"))
		ctx := Context{Today: today, Dates: rapid.SampledFrom(roadmap.DateFormats()).Draw(t, "format"), Actual: true}
		d := today - roadmap.Date(rapid.IntRange(0, 600).Draw(t, "back"))
		for _, text := range []string{ctx.DateText(d), ctx.Dates.Near(d, today)} {
			if got, err := Date(text, ctx); err != nil || got != d {
				t.Fatalf("%q on %s is %s, %v", text, today, got, err)
			}
			if line := ParseAdd("Mast done:"+text+" x2", ctx); line.Task.Finished != d || line.Problem() != nil {
				t.Fatalf("done:%s on %s: %s, %v", text, today, line.Task.Finished, line.Problem())
			}
		}
	})
}

// What follows a date and is none of it stays what it was.
func TestADateTakesNothingThatIsNotOfIt(t *testing.T) {
	ctx := Context{Today: roadmap.MustDate("2026-11-26")} // a Thursday
	for text, want := range map[string]string{
		"Mast due:1 mar 5d":          "Mast, 2027-03-01, 5d",
		"Mast due:mar 5 6d":          "Mast, 2027-03-05, 6d",
		"Mast due:1 mar x2":          "Mast, 2027-03-01, ",
		"Mast due:1 mar 2028 4d":     "Mast, 2028-03-01, 4d",
		"Mast due:1 mar 32":          "Mast 32, 2027-03-01, ",
		"Mast due:1st March #x":      "Mast, 2027-03-01, ",
		"Mast due:1-mar 2028":        "Mast 2028, 2027-03-01, ",
		"Mast due:fri 3d":            "Mast, 2026-11-27, 3d",
		"Mast due:fri 3 parts":       "Mast 3 parts, 2026-11-27, ",
		"Mast due:fri march":         "Mast march, 2026-11-27, ",
		"Mast due:fri 4 dec":         "Mast, 2026-12-04, ",
		"Mast due:Fri, 4 Dec 2026":   "Mast, 2026-12-04, ",
		"Mast due:thu 12 nov":        "Mast, 2026-11-12, ", // which was a Thursday two weeks ago
		`Mast due:fri \4 dec`:        "Mast 4 dec, 2026-11-27, ",
		`Mast due:"4 dec" 2028`:      "Mast 2028, 2026-12-04, ",
		"due:4 dec Mast start:1 dec": "Mast, 2026-12-04, ",
	} {
		line := ParseAdd(text, ctx)
		effort := ""
		if line.Task.Effort.Given() {
			effort = line.Task.Effort.String() + "d"
		}
		if got := line.Task.Title + ", " + line.Task.Deadline.String() + ", " + effort; got != want || line.Problem() != nil {
			t.Errorf("%s: %s, %v; want %s", text, got, line.Problem(), want)
		}
	}
	for text, want := range map[string]string{
		"due:mon 4 dec":      `"mon 4 dec" is not a date: 4 Dec 2026 is a Friday`,
		"due:thu 4 dec":      "4 Dec 2026 is a Friday", // so it was a year ago, which nobody writes without the year
		"due:fri 2026-12-03": "3 Dec 2026 is a Thursday",
		"due:31 feb":         "February has days from 1 to 29",
		"due:12":             `"12" is not a date`,
	} {
		if err := ParseSet(text, ctx).Problem(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %s", text, err, want)
		}
	}
}

// A mistyped date at the end of a goal's line becomes part of its title, which nobody should learn later.
func TestAGoalsTitleThatEndsLikeADateIsDoubted(t *testing.T) {
	ctx := Context{Today: roadmap.MustDate("2026-11-26")}
	doubt := func(text string) string {
		for _, c := range ParseItem("goal "+text, ctx).Chips {
			if c.Doubt != "" {
				return c.Doubt
			}
		}
		return ""
	}
	for _, text := range []string{"Launch 32-foo", "Cert 99-zz", "Cert 12/3", "Cert 2026-13", "Cert 12 mrach", "Cert nvo 3", "Cert 12-mrz"} {
		if got := doubt(text); !strings.Contains(got, " is no date and stays in the title; 12-mar is one") || ParseItem("goal "+text, ctx).Goal.Title != text {
			t.Errorf("%s: %q", text, got)
		}
	}
	for _, text := range []string{"Phase 2-b", "Launch 12-mar", `Chips \32-bit`, `Support "64-bit"`, "Five shops", "Wave 2", "Cert 99-zz 12-mar", "Cert due:12 mar 99-zz"} {
		if got := doubt(text); got != "" {
			t.Errorf("%s: %q", text, got)
		}
	}
	if p := ParseItem("goal Cert mon 12 mar", ctx).Problem(); p == nil || !strings.Contains(p.Error(), "12 Mar 2027 is a Friday") {
		t.Error(p)
	}
}
