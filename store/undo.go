package store

import (
	"fmt"
	"strings"
)

// Undo takes back the newest change that was not undone yet, whoever made it, by appending it turned round. Its error is
// ErrNothing where there is none.
func (f *File) Undo(at Stamp, plan Planner) (Snapshot, Entry, error) { return f.turn(Undone, at, plan) }

// Redo takes back the newest undoing, if no edit came after it. Its error is ErrNothing where there is none.
func (f *File) Redo(at Stamp, plan Planner) (Snapshot, Entry, error) { return f.turn(Redone, at, plan) }

// UndoNext is the entry that Undo would take back; its error is ErrNothing where there is none.
func (f *File) UndoNext() (Entry, error) { return f.next(Undone) }

// RedoNext is the undoing that Redo would take back; its error is ErrNothing where there is none.
func (f *File) RedoNext() (Entry, error) { return f.next(Redone) }

func (f *File) next(how EntryKind) (Entry, error) {
	s, err := f.open(history)
	if err != nil {
		return Entry{}, err
	}
	defer s.close()
	return s.top(how)
}

// top is the entry on top of the stack that an undoing or a redoing takes from.
func (s *session) top(how EntryKind) (Entry, error) {
	seq, verb := s.state.Undo, "undo"
	if how == Redone {
		seq, verb = s.state.Redo, "redo"
	}
	if seq == 0 {
		return Entry{}, s.file.fail(ErrNothing, "there is nothing to %s", verb)
	}
	e, err := s.entry(seq)
	if err == nil && (e.Kind == Undone) != (how == Redone) {
		err = s.file.damaged("the history's entry %d is on the wrong stack", seq)
	}
	return e, err
}

func (f *File) turn(how EntryKind, at Stamp, plan Planner) (Snapshot, Entry, error) {
	s, err := f.open(writing)
	if err != nil {
		return Snapshot{}, Entry{}, err
	}
	defer s.close()
	top, err := s.top(how)
	if err != nil {
		return Snapshot{}, Entry{}, err
	}
	now, err := s.load()
	if err != nil {
		return Snapshot{}, Entry{}, err
	}
	entry := Entry{Kind: how, Of: top.Seq, Stamp: at}
	s.state.restack(&entry, top)
	change := top.Inverted()
	change.Title, change.Because = turnedTitle(how, top.Title), ""
	return s.carryOut(now, change, entry, plan)
}

// restack takes the top off one stack and puts the entry that will be written on the other.
func (s *state) restack(entry *Entry, top Entry) {
	seq := s.entries() + 1
	if entry.Kind == Undone {
		s.Undo, entry.below, s.Redo = top.below, s.Redo, seq
		return
	}
	s.Redo, entry.below, s.Undo = top.below, s.Undo, seq
}

// turnedTitle names what is undone or redone, however often it went to and fro.
func turnedTitle(how EntryKind, title string) string {
	title = strings.TrimPrefix(strings.TrimPrefix(title, "undo: "), "redo: ")
	if how == Undone {
		return "undo: " + title
	}
	return "redo: " + title
}

// History is the file's entries, newest first; at most limit of them, or all where that is 0.
func (f *File) History(limit int) ([]Entry, error) {
	s, err := f.open(history)
	if err != nil {
		return nil, err
	}
	defer s.close()
	newest := s.state.entries()
	oldest := uint64(1)
	if limit > 0 && uint64(limit) < newest {
		oldest = newest - uint64(limit) + 1
	}
	return s.entriesFrom(oldest)
}

// entriesFrom are the entries from one of them on, newest first. All of them together are held to the history's tally.
func (s *session) entriesFrom(oldest uint64) (out []Entry, err error) {
	var found tally
	err = s.guard(func() error {
		for seq := s.state.entries(); seq >= oldest; seq-- {
			e, sum, err := s.readEntry(seq)
			if err != nil {
				return s.file.damaged("%v", err)
			}
			found.add(sum)
			out = append(out, e)
		}
		if oldest == 1 && found != s.state.Tallies[historyPlace] {
			return s.file.damaged("entries of its history are old")
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (s *session) entry(seq uint64) (e Entry, err error) {
	err = s.guard(func() error {
		if e, _, err = s.readEntry(seq); err != nil {
			return s.file.damaged("%v", err)
		}
		return nil
	})
	return e, err
}

func (s *session) readEntry(seq uint64) (Entry, uint32, error) {
	bucket := s.tx.Bucket(historyBucket)
	if bucket == nil {
		return Entry{}, 0, fmt.Errorf("its bucket %q is gone", historyBucket)
	}
	key := sequenceKey(seq)
	record := bucket.Get(key)
	if record == nil {
		return Entry{}, 0, fmt.Errorf("the history's entry %d is lost", seq)
	}
	body, sum, err := unseal(historyBucket, key, record)
	if err != nil {
		return Entry{}, 0, fmt.Errorf("the history's entry %d: %w", seq, err)
	}
	e, err := decodeEntry(seq, body)
	if err != nil {
		return Entry{}, 0, fmt.Errorf("the history's entry %d: %w", seq, err)
	}
	return e, sum, nil
}
