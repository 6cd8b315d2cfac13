package plan

import (
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/tui/paint"

	"pgregory.net/rapid"
)

// A task is one bar: between its first and its last cell nothing is left open, and no cell in between is drawn as one that is covered in
// part, at any zoom, in any number of colours.
func TestABarIsNotInterrupted(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		task := roadmap.Task{ID: "a", Title: "a", Effort: roadmap.PersonDays(rapid.IntRange(1, 40).Draw(r, "effort")),
			NotBefore: monday + roadmap.Date(rapid.IntRange(0, 30).Draw(r, "start"))}
		if rapid.Bool().Draw(r, "late") {
			task.Deadline = monday + roadmap.Date(rapid.IntRange(0, 60).Draw(r, "deadline"))
		}
		if back := rapid.IntRange(0, 25).Draw(r, "started"); back > 0 {
			task.NotBefore, task.Status, task.Started = 0, roadmap.Doing, monday-roadmap.Date(back)
		}
		s := build(t, func(d *roadmap.Draft) error { _, err := d.AddTask(task); return err })
		s.Theme = paint.New(paint.Terminal{Colours: rapid.SampledFrom([]paint.Colours{paint.NoColours, paint.Sixteen, paint.TwoHundredFiftySix, paint.TrueColours}).Draw(r, "colours"),
			ASCII: rapid.Bool().Draw(r, "ascii")})
		v := New()
		v.Group, v.zoom, v.chosen, v.origin = Ungrouped, rapid.SampledFrom([]Zoom{Day, Week, Month, Quarter, All}).Draw(r, "zoom"), true, monday-28
		v.Critical = rapid.Bool().Draw(r, "critical")
		v.Draw(s, 400, 5)
		p, cells := &s.Plan.Tasks[0], v.row(1)
		g := &s.Theme.Glyphs
		whole := []rune{g.Worked, g.Working, g.Ahead, g.AheadLate, g.Critical, g.CriticalLate}
		parts := []paint.Style{paint.AheadPart, paint.LatePart, paint.WorkPart}
		first, end := v.scale.cell(p.Start), min(v.scale.past(p.Finish+1), len(cells))
		for x := first; x < end; x++ {
			c := cells[x]
			if c.Glyph == g.DeadlineMissed || c.Glyph == g.DeadlineKept {
				continue
			}
			inside := slices.Contains(parts, c.Style&^(paint.Reverse|paint.Shade))
			if !slices.Contains(whole, c.Glyph) && !slices.Contains(g.Ends, c.Glyph) || inside && x > first && x < end-1 {
				r.Fatalf("cell %d of %d to %d is %q in style %d", x, first, end-1, c.Glyph, c.Style)
			}
		}
	})
}

// Where a cell is more than a day and there are colours enough a cell shows both what is planned and what is late; with fewer it shows
// what covers most of it, and a bar ends with what is late of it.
func TestACellShowsBothPartsOfABar(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		return errorsOf(
			task(d, roadmap.Task{ID: "a", Title: "a", Effort: roadmap.PersonDays(12)}), // Monday 5 to Tuesday 20 January, needed on Wednesday 14
			task(d, roadmap.Task{ID: "b", Title: "b", Effort: roadmap.PersonDays(12)}), // the same, needed on Friday 16
			task(d, roadmap.Task{ID: "c", Title: "c", Effort: roadmap.PersonDays(2), NotBefore: monday + 2}),
			task(d, roadmap.Task{ID: "d", Title: "d", Effort: roadmap.PersonDays(12), Status: roadmap.Doing, Started: monday - 4, Told: monday}), // since Thursday 1
			task(d, roadmap.Task{ID: "a0", Title: "milestone", Deadline: monday + 9, Effort: roadmap.PersonDays(0)}),
			task(d, roadmap.Task{ID: "b0", Title: "milestone", Deadline: monday + 11, Effort: roadmap.PersonDays(0)}),
			d.Link(roadmap.Dependency{From: "a", To: "a0"}), d.Link(roadmap.Dependency{From: "b", To: "b0"}),
		)
	})
	draw := func(in paint.Terminal) []string {
		s.Theme = paint.New(in)
		v := New()
		v.Group, v.zoom, v.chosen, v.origin = Ungrouped, Quarter, true, monday-7
		v.Draw(s, 120, len(s.Roadmap.Tasks())+headerLines)
		var out []string
		for i := range 4 {
			var b strings.Builder
			for _, c := range v.row(i + 1)[:4] {
				b.WriteRune(c.Glyph)
			}
			out = append(out, b.String())
		}
		return out
	}
	for in, want := range map[paint.Terminal][]string{
		{Colours: paint.TrueColours}: {"│░▍▎", "│░▋▎", "│▎  ", "▍░░▎"},
		{Colours: paint.Sixteen}:     {"│░▒▒", "│░░▒", "│░  ", "▓░░░"},
		{ASCII: true}:                {"'=!!", "'==!", "'=  ", "%==="},
	} {
		if got := draw(in); !slices.Equal(got, want) {
			t.Errorf("%+v: %q, not %q", in, got, want)
		}
	}
}

// The critical chain is seen in what is late of it, too, by another sign.
func TestTheChainIsSeenInLateWork(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		return task(d, roadmap.Task{Title: "late", Effort: roadmap.PersonDays(5), Deadline: monday + 2})
	})
	for in, want := range map[paint.Terminal]string{{Colours: paint.TrueColours}: "══◆≡≡", {}: "══◆≡≡", {ASCII: true}: "HHXEE"} {
		s.Theme = paint.New(in)
		v := New()
		v.Group, v.zoom, v.chosen, v.origin, v.Critical = Ungrouped, Week, true, monday, true
		v.Draw(s, 120, 5)
		var got []rune
		for _, c := range v.row(1)[:5] {
			got = append(got, c.Glyph)
			if in.Colours > 0 && c.Glyph == '≡' && c.Style != paint.Late {
				t.Errorf("late work of the chain is in style %d", c.Style)
			}
		}
		if string(got) != want {
			t.Errorf("%+v: %q, not %q", in, string(got), want)
		}
	}
}
