package alerts

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/tui/scene"
)

// longNamed is late where the supplier's task has a long title.
func longNamed(d *roadmap.Draft) error {
	if err := late(d); err != nil {
		return err
	}
	return d.UpdateTask("antenna", func(t *roadmap.Task) { t.Title = "Antenna module with matching network and shield" })
}

// What a cause is goes on in a second line where it is long: its days, and the deadline that it moves, stay where they are. In a low
// terminal a cause has one line, and the middle goes.
func TestALongCauseKeepsItsEnd(t *testing.T) {
	s := build(t, longNamed)
	expect(t, screen(New(), s, 60, 24), "! Murata promises Antenna module with matching network +3d\n   and shield for 14 Jan, needed 9 Jan\n     makes 2 tasks late")
	expect(t, screen(New(), s, 80, 24), "! Murata promises Antenna module with matching network and    Tooling 日本 +3d\n   shield for 14 Jan, needed 9 Jan\n     makes 2 tasks late")
	expect(t, screen(New(), s, 120, 40), "! Murata promises Antenna module with matching     Tooling 日本 +3d", "   network and shield for 14 Jan, needed 9 Jan  ")
	expect(t, screen(New(), s, 200, 50), "! Murata promises Antenna module with matching network and shield for 14 Jan, needed 9 Jan   ")
	expect(t, screen(New(), s, 60, 14), "! Murata promises Antenna mo… for 14 Jan, needed 9 Jan +3d\n")
}

// A cause of two lines is one: the cursor goes over both, a click on either selects it, and it unfolds below them.
func TestACauseOfTwoLinesIsOne(t *testing.T) {
	s, v := build(t, longNamed), New()
	screen(v, s, 80, 24)
	if v.list.lines[1].kind != restLine || v.list.lines[2].kind != detailLine {
		t.Fatalf("the lines are %v", v.list.lines)
	}
	expect(t, screen(v, s, 80, 24), "makes 2 tasks late, up to +3d: Tooling 日本 and 1 more              l show")
	press(v, s, "l j")
	if s.Selected != (scene.Ref{Task: "tooling"}) {
		t.Errorf("below the cause stands %v", s.Selected)
	}
	if out := v.Mouse(s, scene.Click, 5, 2); out.Select != (scene.Ref{Task: "antenna"}) {
		t.Errorf("a click on its second line selects %v", out.Select)
	}
	screen(v, s, 200, 50)
	if kinds := v.list.lines; kinds[1].kind != detailLine {
		t.Errorf("in a wide terminal it has one line: %v", kinds)
	}
}

// However long a title is, a cause takes two lines at most, of exactly the width, and ends as it does.
func TestAVeryLongCauseTakesTwoLines(t *testing.T) {
	s := build(t, func(d *roadmap.Draft) error {
		if err := late(d); err != nil {
			return err
		}
		return d.UpdateTask("antenna", func(t *roadmap.Task) { t.Title = strings.Repeat("long and ", 40) + "done" })
	})
	for _, w := range []int{30, 60, 80, 120, 200} {
		v := New()
		if got := screen(v, s, w, 24); !strings.Contains(got, " 14 Jan") || v.list.lines[2].kind == restLine {
			t.Errorf("%d cells:\n%s", w, got)
		}
	}
}
