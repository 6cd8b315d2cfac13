package tui

import "testing"

// A filter that cannot be read is not taken for one that lets everything through: enter says what is wrong with it and leaves the line
// open, and it is not kept by name.
func TestAFilterThatCannotBeReadIsNotTaken(t *testing.T) {
	for text, wrong := range map[string]string{"is:foo": `"foo" is no state`, "due<xx": `"xx" is not a date`, "due<eom (": "this ( is not closed", "slack<": `say what "slack" is compared with`} {
		u := demo(t, 100, 30).keys("/").types(text).sees(wrong).keys("enter").sees("filter › "+text, wrong).seesNot("73 of 73")
		u.keys("ctrl+s").sees(wrong).seesNot("keep the filter as").keys("esc").seesNot("filter › ").seesNot("filter: ")
		if u.m.scene.Matches != nil {
			t.Errorf("%s filters", text)
		}
	}
}

// A filter that is kept is found in the palette, and so is what keeps it and lets it go; help has the keys of the filter's line.
func TestAKeptFilterIsInThePalette(t *testing.T) {
	u := demo(t, 120, 80).keys("/").types("@mech").keys("ctrl+s").types("mm").keys("enter enter esc esc").seesNot("filter: ")
	u.keys(":").types("mm").sees("Filter: mm", "@mech").keys("enter").sees("filter: @mech", " of 73 tasks; esc shows all")
	u.keys(":").types("save").sees("Name the filter, to be kept").keys("esc :").types("filter").sees("Filter; in its line", "Filter: mm", "Let the kept filter go")
	u.keys("esc :").types("let the kept").keys("enter").sees("filter “mm” let go   u undoes")
	if n := len(u.m.scene.Roadmap.Filters()); n != 1 { // the sample has one
		t.Errorf("%d filters are kept", n)
	}
	u.keys("ctrl+s").types("again").keys("enter").sees("filter “again” kept   u undoes").keys("ctrl+x").sees("filter “again” let go   u undoes").keys("esc esc ctrl+s").sees("no filter yet")
	u.keys("?").sees("tab lists", "ctrl+s         Name the filter, to be kept", "ctrl+x         Let the kept filter go")
}
