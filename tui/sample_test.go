package tui

import (
	"testing"

	"bywhen/tui/paint"
)

// In a sample undo takes back what this person did, and not what the sample says was done before; in the History one may.
func TestUndoStopsBeforeTheSamplesPast(t *testing.T) {
	o := livedFile(t)
	o.Sample = true
	u := openAs(t, o, paint.New(paint.Terminal{}), 120, 30).on("Trial run")
	entries := len(u.history())
	u.keys("u").sees("nothing of yours is left to undo: the sample's own past is in 7, the History")
	if n := len(u.history()); n != entries {
		t.Errorf("%d entries were written", n-entries)
	}
	u.keys("s").types("7d").keys("enter x u u").sees("undone: Trial run: effort 6d → 7d")
	u.keys("u").sees("nothing of yours is left to undo")
	u.keys("ctrl+r").sees("done again: Trial run: effort 6d → 7d").keys("u").sees("undone: Trial run")
	before := u.m.session.Roadmap()
	u.keys("7 G U").seesNot("nothing of yours")
	if len(u.m.over) > 0 {
		u.keys("y")
	}
	if u.m.session.Roadmap() == before {
		t.Error("the History does not go back in it")
	}
	u.keys("u").sees("undone:")
}

// In a roadmap of one's own undo goes on into what was done before the program was started.
func TestUndoGoesOnIntoEarlierSessions(t *testing.T) {
	lived(t, 120, 30).keys("u").sees("undone:")
}
