package phrase

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
)

// pasted carries a paste out on aurora and gives what was added, a line each: title, team, effort, goal, phase.
func pasted(t *testing.T, text string) []string {
	t.Helper()
	ctx := aurora(t)
	p := ReadPaste(text, ctx)
	d := ctx.Roadmap.Edit(monday)
	ids, err := p.On(d)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, id := range ids {
		x := r.Task(id)
		words := []string{x.Title}
		if x.Team != "" {
			words = append(words, "@"+r.Team(x.Team).Name)
		}
		if x.Effort.Given() {
			words = append(words, x.Effort.String()+"d")
		}
		if x.Goal != "" {
			words = append(words, "goal "+r.Goal(x.Goal).Title)
		}
		for _, more := range []string{x.Phase, x.Deadline.String(), x.Notes} {
			if more != "" {
				words = append(words, more)
			}
		}
		if x.Status == roadmap.Done {
			words = append(words, "done")
		}
		for _, dep := range r.Predecessors(id) {
			words = append(words, "after "+r.Task(dep.From).Title)
		}
		out = append(out, strings.Join(words, " · "))
	}
	return out
}

func TestAPastedListBecomesTasks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"bullets and check boxes", "- Frame\n* Tooling (3d)\n  • [ ] Trial run 3 (2 weeks)\n1. [x] Case\n☑ Screws", []string{"Frame", "Tooling · 3d", "Trial run 3 · 10d", "Case · done", "Screws · done"}},
		{"headings as goals and phases", "# Launch in first stores\n- Frame\n## Build\n- Tooling\nReviews:\n- Press kit (2d)",
			[]string{"Frame · goal Launch in first stores", "Tooling · goal Launch in first stores · Build", "Press kit · 2d · goal Reviews"}},
		{"a heading without any mark, and one underlined", "Ship it\n- Frame\n\nReviews\n=======\nPress kit", []string{"Frame · goal Ship it", "Press kit · goal Reviews"}},
		{"a heading that nothing stands under", "# Roadmap\n# Reviews\n- Press kit", []string{"Press kit · goal Reviews"}},
		{"a table without", "Frame\tMechanics\t3d\nCase\tred, if it must be\t12-mar", []string{"Frame · @Mechanics · 3d", "Case · 2026-03-12 · red, if it must be"}},
		{"a table of Markdown without names", "| Frame \\| case | Mechanics | 3 |\n|---|:--|--:|\n| Screws | | |", []string{"Frame | case · @Mechanics · 3d", "Screws"}},
		{"numbers in a table without names", "1\tFrame\t5\n2\tCase\t5\t2", []string{"Frame · 5d", "Case · 5; 2"}},
		{"lines that wait for one below", "Frame after:tooling+2d\nTooling 5d\nTrial 2 after:\"Press kit\"\nPress kit", []string{"Frame · after Tooling", "Tooling · 5d", "Trial 2 · after Press kit", "Press kit"}},
		{"commas that part no cells", "Frame, then case\nScrews, nuts", []string{"Frame, then case", "Screws, nuts"}},
		{"lines as the add line has them", "Frame @mech 3d\nTooling 5d after:^\nTrial after:tooling", []string{"Frame · @Mechanics · 3d", "Tooling · 5d · after Frame", "Trial · after Tooling"}},
		{"bold words and links", "- **Frame** in `steel`\n- see [the drawing](https://example.com/a) now", []string{"Frame in steel", "see the drawing now"}},
		{"what looks like a value and is none", "- cool to -5d below p9\n- \"quoted\n- 7\" display", []string{"cool to -5d below p9", "\"quoted", "7\" display"}},
		{"a mail around a list", "Hi Nina,\n\nhere is what we still need before the opening, as discussed on Tuesday:\n- Dimmer rack 3d\n- Focus lights\n\nCabling:\n- Pull cables\n\nLet me know if you have questions.\n\nBest regards\nJonas\nJonas Petersen | AV & Lighting | +49 40 1234",
			[]string{"Dimmer rack · 3d", "Focus lights", "Pull cables · goal Cabling"}},
		{"a heading above a list", "Before the opening:\n- Focus lights", []string{"Focus lights · goal Before the opening"}},
		{"sentences without a list", "Here is what we need.\nWe have to call Ana.", []string{"Here is what we need.", "We have to call Ana."}},
		{"nothing at all", "\n---\n\n***\n", nil},
		{"carriage returns", "Frame\r\nCase\r\n", []string{"Frame", "Case"}},
	} {
		if got := pasted(t, c.text); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

func TestWhatIsNotTickedIsNotAdded(t *testing.T) {
	ctx := aurora(t)
	p := ReadPaste("# Reviews\n- Press kit\n- Samples", ctx)
	p.Rows[0].Take, p.Rows[1].Take = false, false
	if tasks, items := p.Counts(); tasks != 1 || len(items) != 0 {
		t.Errorf("%d tasks, %v", tasks, items)
	}
	d := ctx.Roadmap.Edit(monday)
	ids, err := p.On(d)
	if err != nil || len(ids) != 1 || d.Task(ids[0]).Goal != "" || len(d.Goals()) != len(ctx.Roadmap.Goals()) {
		t.Errorf("added %v, %v", ids, err)
	}
}

func TestALineThatCannotBeTakenIsNamed(t *testing.T) {
	ctx := aurora(t)
	p := ReadPaste("Frame\nTooling after:nothing", ctx)
	if _, err := p.On(ctx.Roadmap.Edit(monday)); err == nil || !strings.HasPrefix(err.Error(), "line 2: ") {
		t.Errorf("error %v", err)
	}
}

func TestLinesThatWouldWaitForEachOtherCannotBothBeTaken(t *testing.T) {
	p := ReadPaste("Frame after:Case\nCase after:Frame", aurora(t))
	if read := p.ReadAll(); read[0].Err == nil || !strings.Contains(read[0].Err.Error(), "wait for each other") || read[1].Err != nil {
		t.Errorf("%v, %v", read[0].Err, read[1].Err)
	}
}

func TestWhatOnlyMakesAMailOfAListIsSaid(t *testing.T) {
	p := ReadPaste("Hi Nina,\n- Focus lights\nThanks!\nJonas", aurora(t))
	if got := p.Says(); got != `left out: "Hi Nina,", "Thanks!", "Jonas"` {
		t.Errorf("says %s", got)
	}
}

func TestAPasteHasAnEnd(t *testing.T) {
	p := ReadPaste(strings.Repeat("Frame\n", mostPasted+7), aurora(t))
	if len(p.Rows) != mostPasted || p.More != 7 {
		t.Errorf("%d rows and %d more", len(p.Rows), p.More)
	}
}

func FuzzPaste(f *testing.F) {
	for _, s := range []string{"- a (3d)\n# b\n\tc\td", "Task\tDays\nx\t3", "[x] done\n**h**\n1) z", "a\x00b\r\n\"", "A after:B\nB after:A", "A after:\"B c\"+2d after:B\nB c", "- [l](u) `c`", ":\n#\n- -\n☑"} {
		f.Add(s)
	}
	ctx := aurora(f)
	f.Fuzz(func(t *testing.T, text string) {
		p := ReadPaste(text, ctx)
		read := p.ReadAll()
		d := ctx.Roadmap.Edit(monday)
		ids, err := p.On(d)
		wrong := slices.IndexFunc(read, func(u Understood) bool { return u.Err != nil })
		if (err != nil) != (wrong >= 0) {
			t.Fatalf("%q: row %d is wrong, and taken it is %v", text, wrong, err)
		}
		if err != nil {
			return
		}
		tasks, _ := p.Counts()
		if len(ids) != tasks {
			t.Fatalf("%q: %d tasks counted, %d added", text, tasks, len(ids))
		}
		if _, err := d.Close(); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	})
}
