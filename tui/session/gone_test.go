package session

import (
	"errors"
	"os"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/store"
)

// gone is a session whose file was deleted and that has an edit.
func gone(t *testing.T) (*Session, *store.File) {
	t.Helper()
	s, f := open(t)
	if err := os.Remove(f.Path()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Edit("longer", "", effort(7)); err != nil {
		t.Fatal(err)
	}
	return s, f
}

// A file that is gone is told as that, by an edit and by a look, and is made again with what was read of it and what was edited since.
func TestAFileThatIsGoneIsMadeAgain(t *testing.T) {
	s, f := gone(t)
	var away *Gone
	if r := finish(t, s); !errors.As(r.Err, &away) || !errors.As(s.Trouble(), &away) || !strings.Contains(r.Err.Error(), "was deleted or moved away") {
		t.Fatalf("%+v", r)
	}
	s.MakeAgain()
	finish(t, s)
	if titles, trouble := s.Unsaved(); len(titles) != 0 || trouble != nil || s.Trouble() != nil {
		t.Errorf("not saved: %q, %v", titles, trouble)
	}
	if !roadmap.Diff(s.Roadmap(), loaded(t, f), "").Empty() {
		t.Error("the file holds something else than the screen shows")
	}
	if h, err := f.History(0); err != nil || len(h) != 1 || h[0].Title != "longer" {
		t.Errorf("history %v, %v", h, err)
	}
}

// Asked for while a further try is on its way, it is made when that has failed.
func TestAFileIsMadeAgainAfterWhatIsOnItsWay(t *testing.T) {
	s, f := gone(t)
	finish(t, s)
	s.Retry()
	run := s.Next()
	s.MakeAgain()
	s.Finish(run())
	finish(t, s)
	if titles, trouble := s.Unsaved(); len(titles) != 0 || trouble != nil || !roadmap.Diff(s.Roadmap(), loaded(t, f), "").Empty() {
		t.Errorf("not saved: %q, %v", titles, trouble)
	}
}

// What has come to lie in the file's place meanwhile is not touched, and the edit goes on waiting.
func TestWhatLiesInThePlaceOfAGoneFileIsNotTouched(t *testing.T) {
	s, f := gone(t)
	finish(t, s)
	if err := store.New(f.Path()).Begin(roadmap.New("another", monday), store.Stamp{At: noon().AddDate(1, 0, 0), Today: monday}); err != nil {
		t.Fatal(err)
	}
	s.MakeAgain()
	if r := finish(t, s); r.Err == nil {
		t.Errorf("%+v", r)
	}
	if titles, _ := s.Unsaved(); len(titles) != 1 || len(loaded(t, f).Tasks()) != 0 {
		t.Errorf("waiting are %q, the other has %d tasks", titles, len(loaded(t, f).Tasks()))
	}
}

// Whatever meets a file that is gone tells it as that, an undo too.
func TestAnUndoWithoutTheFileSaysThatItIsGone(t *testing.T) {
	s, f := open(t)
	if err := os.Remove(f.Path()); err != nil {
		t.Fatal(err)
	}
	s.Undo(0)
	r := finish(t, s)
	var away *Gone
	if err := s.Explained(r.Err); !errors.As(err, &away) || !strings.Contains(err.Error(), "put it back") {
		t.Errorf("%v", err)
	}
	if err := s.Explained(away); err.Error() != away.Error() {
		t.Errorf("told twice: %v", err)
	}
}
