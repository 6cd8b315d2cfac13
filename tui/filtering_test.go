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
