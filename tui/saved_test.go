package tui

import (
	"errors"
	"strings"
	"testing"

	"bywhen/roadmap"
)

// What to do stands at the end of what is said, and is never cut: a long message takes more lines, and where there are none its middle
// is left out.
func TestAdviceIsNeverCut(t *testing.T) {
	const damage = `phone.db: is damaged (page 13 of the history: it is none that was ever written, or was written over by something else); it was left as it is: ` +
		`"bywhen doctor --repair" saves what can be read into a new file, --restore lists the backups`
	for _, size := range [][2]int{{160, 40}, {100, 30}, {80, 24}, {60, 20}, {40, 12}, {30, 8}} {
		u := openOn(t, roadmap.New("", monday), size[0], size[1])
		u.keys("esc")
		u.m.fail(errors.New(damage))
		u.send(lightMsg(false))
		framed(t, u.m)
		shown := strings.Join(strings.Fields(u.text()), " ")
		if !strings.Contains(shown, "phone.db: is") || !strings.HasSuffix(shown, "backups") {
			t.Errorf("%d x %d:\n%s", size[0], size[1], u.text())
		}
		if size[0] >= 80 && !strings.Contains(shown, damage) {
			t.Errorf("%d x %d has room for all of it:\n%s", size[0], size[1], u.text())
		}
	}
}

func TestWhoWantsToKnowIsToldOfAnEditAndOfNoMove(t *testing.T) {
	u, told := demo(t, 100, 30), 0
	u.m.opts.Edited = func() { told++ }
	if u.keys("j j k 2 1"); told != 0 {
		t.Errorf("told of %d edits, and nothing was edited", told)
	}
	if u.on("Trial run").keys("x"); told != 1 {
		t.Errorf("told of %d edits after one", told)
	}
}
