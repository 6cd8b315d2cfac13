package phrase

import (
	"strings"
	"testing"

	"bywhen/roadmap"

	"pgregory.net/rapid"
)

// partAdded adds what can be taken of a paste, and gives what is left, against the roadmap with it.
func partAdded(t interface{ Fatal(...any) }, p Paste) (*roadmap.Roadmap, Paste) {
	part := p.Part()
	d := p.ctx.Roadmap.Edit(monday)
	ids, err := part.On(d)
	if err != nil {
		t.Fatal(err)
	}
	now, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	if len(ids) > 0 && now.Task(ids[0]) == nil {
		ids = nil
	}
	return now, p.Rest(part, ids, now)
}

func textsOf(p Paste) string {
	var out []string
	for _, r := range p.Rows {
		out = append(out, r.Text)
	}
	return strings.Join(out, " | ")
}

// What can be taken of a list is; the rest stays, with what it stood under.
func TestWhatCannotBeTakenOfAListIsLeft(t *testing.T) {
	for text, want := range map[string]string{
		"Alpha 1d\nBeta due:never\nGamma":                                "Beta due:never",
		"Alpha 1d\nBeta due:never\nGamma after:^\nDelta":                 "Beta due:never | Gamma after:^",
		"Alpha 1d\nBeta due:never\nGamma after:Beta\nDelta after:al":     "Beta due:never | Gamma after:Beta",
		"# Fair\n- Alpha\n- Beta due:never\n# Rest\n- Gamma":             "Fair | Beta due:never",
		"# Fair\n## Design\n- Alpha\n- Beta due:never\n- Gamma p7 due:x": "Fair | Design | Beta due:never | Gamma \\p7 due:x",
		"Alpha\nBeta":                     "",
		"Alpha due:never\nBeta due:never": "Alpha due:never | Beta due:never",
	} {
		_, rest := partAdded(t, ReadPaste(text, aurora(t)))
		if got := textsOf(rest); got != want {
			t.Errorf("of %q is left %q, want %q", text, got, want)
		}
	}
	items := ReadItems("supplier Festo\nSiemens contact:\nBosch", abroad(t))
	now, rest := partAdded(t, items)
	if got := textsOf(rest); got != "supplier Siemens contact:" || now.TeamIndex("bosch") < 0 && len(now.Teams()) != 6 {
		t.Errorf("of the suppliers is left %q", got)
	}
}

// Corrected, what was left goes where it would have gone: below its heading, after the line that stood above it.
func TestWhatWasLeftOfAListGoesWhereItStood(t *testing.T) {
	_, rest := partAdded(t, ReadPaste("# Fair\n- Alpha\n- Beta after:^ due:never\n- Gamma after:^\n# Rest\n- Delta", aurora(t)))
	rest.Correct(1, "Beta after:^ due:fri")
	now, rest := partAdded(t, rest)
	if len(rest.Rows) > 0 {
		t.Fatalf("left is %q", textsOf(rest))
	}
	of := map[string]*roadmap.Task{}
	for _, task := range now.Tasks() {
		of[task.Title] = task
	}
	fair := of["Alpha"].Goal
	if now.Goal(fair).Title != "Fair" || of["Beta"].Goal != fair || of["Gamma"].Goal != fair || of["Delta"].Goal == fair {
		t.Errorf("goals are %s, %s, %s and %s", fair, of["Beta"].Goal, of["Gamma"].Goal, of["Delta"].Goal)
	}
	for before, after := range map[string]string{"Alpha": "Beta", "Beta": "Gamma"} {
		if by := now.Predecessors(of[after].ID); len(by) != 1 || by[0].From != of[before].ID {
			t.Errorf("%s waits for %v", after, by)
		}
	}
}

// Whatever is pasted, the part that can be taken can be, and nothing of the rest is lost.
func TestAPartOfAPasteCanBeTakenAndNothingIsLost(t *testing.T) {
	lines := []string{"Alpha 1d", "Beta due:never", "Gamma after:^", "Delta after:Beta", "# Fair", "# Demo 99-mar", "Design:", "- Epsilon @new 2d", "team Paint 3", "team Mechanics", "Mobile off 3-may", "Zeta after:^ after:Gamma",
		"supplier Festo contact:", "Bosch"}
	ctx := abroad(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfN(rapid.SampledFrom(lines), 1, 10).Draw(t, "lines")
		p := ReadPaste(strings.Join(text, "\n"), ctx)
		ticked, tasks := 0, 0
		for _, r := range p.Rows {
			ticked += b2i(r.Take && (r.Kind == PastedTask || r.Kind == PastedItem))
		}
		now, rest := partAdded(t, p)
		part := p.Part()
		taken, left := 0, 0
		for _, r := range part.Rows {
			taken += b2i(r.Take && (r.Kind == PastedTask || r.Kind == PastedItem))
			tasks += b2i(r.Take && r.Kind == PastedTask)
		}
		for _, r := range rest.Rows {
			left += b2i(r.Take && (r.Kind == PastedTask || r.Kind == PastedItem))
		}
		if taken+left != ticked || len(now.Tasks())-len(ctx.Roadmap.Tasks()) != tasks {
			t.Fatalf("of %q %d are taken and %d left, of %d", text, taken, left, ticked)
		}
		rest.ReadAll()
	})
}
