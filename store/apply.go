package store

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"sync"

	"go.etcd.io/bbolt"

	"bywhen/roadmap"
)

// Apply commits an edit and says what the file is then, and what was done. Where the file has moved on since the edit's
// base, the same change is made on what is there now, with fresh ids where others have taken them; a change that no longer
// fits is a *roadmap.Error, mostly of the code Conflict, and leaves the file as it was, as does another roadmap that was moved to
// the path, which is ErrReplaced. An edit that changes nothing commits nothing: the answer is its base and an Entry with Seq 0.
// Without a plan no moved deadlines are recorded.
func (f *File) Apply(e Edit, plan Planner) (Snapshot, Entry, error) {
	change := roadmap.Diff(e.Base.Roadmap, e.Next, line(e.Title))
	change.Because = line(e.Because)
	edits, err := encoded(change)
	if err != nil || len(edits) == 0 {
		return e.Base, Entry{}, err
	}
	if _, err := e.Base.Roadmap.Replay(change); err != nil {
		return Snapshot{}, Entry{}, err // it could be written, but not loaded again
	}
	entry := Entry{Kind: Edited, Stamp: e.Stamp, Change: change}
	moved := beside(func() []Move { return moves(plan, e.Base.Roadmap, e.Next) }) // while the file is opened and checked
	s, err := f.open(writing)
	if err == nil {
		defer s.close()
	}
	entry.Moved = moved() // refused or not: nobody plans on behind the caller's back
	if err != nil {
		return Snapshot{}, Entry{}, err
	}
	if base := e.Base.created; base != (stampRecord{}) && base != s.state.Created {
		return Snapshot{}, Entry{}, f.fail(ErrReplaced, "another roadmap was moved here; put back the one that was edited, and try again")
	}
	if e.Base.mark == s.mark && e.Base.Revision == s.state.Revision {
		return s.commit(e.Next, entry, edits)
	}
	done, err := s.already(&e.Base, &entry, edits)
	if err != nil {
		return Snapshot{}, Entry{}, err
	}
	if done.Seq > 0 {
		now, err := s.load()
		return s.snapshot(now), done, err
	}
	return s.replay(e.Base.Roadmap, entry, edits, plan)
}

// beside works something out while its caller goes on. What it returns waits for that; a panic comes out there.
func beside[T any](work func() T) func() T {
	value := sync.OnceValue(work)
	go func() {
		defer func() { _ = recover() }()
		value()
	}()
	return value
}

// already is the entry of this very edit, made at the same instant, where it is in the file: a commit whose last sync failed is told
// as an error, but may be there, and whoever tries it again must not make it twice. Else its Seq is 0.
func (s *session) already(base *Snapshot, entry *Entry, edits []edit) (Entry, error) {
	for seq := max(1, uint64(base.Revision)); seq <= s.state.entries(); seq++ {
		e, err := s.entry(seq)
		if err != nil {
			return Entry{}, err
		}
		if e.Kind != Edited || e.Title != entry.Title || stampToRecord(e.Stamp) != stampToRecord(entry.Stamp) {
			continue
		}
		if made, err := encoded(e.Change); err != nil || reflect.DeepEqual(made, edits) {
			return e, err
		}
	}
	return Entry{}, nil
}

// line is a title as it may be kept.
func line(s string) string {
	s, _ = roadmap.CleanLine(s)
	if r := []rune(s); len(r) > roadmap.MaxTitle {
		return string(r[:roadmap.MaxTitle])
	}
	return s
}

// replay makes a change that was made on an older roadmap on the present one. What is committed is what then differs: a
// replay may touch more than the change did, as when another baseline has become the current one.
func (s *session) replay(base *roadmap.Roadmap, entry Entry, edits []edit, plan Planner) (Snapshot, Entry, error) {
	now, err := s.load()
	if err != nil {
		return Snapshot{}, Entry{}, err
	}
	change, err := written(entry.Change, edits)
	if err != nil {
		return Snapshot{}, Entry{}, err
	}
	return s.carryOut(now, renumbered(change, base, now), entry, plan)
}

// carryOut makes a change on the roadmap that the file holds, and commits it.
func (s *session) carryOut(now *roadmap.Roadmap, change roadmap.Change, entry Entry, plan Planner) (Snapshot, Entry, error) {
	next, err := now.Replay(change)
	if err != nil {
		return Snapshot{}, Entry{}, err
	}
	entry.Change = roadmap.Diff(now, next, change.Title)
	entry.Because = change.Because
	edits, err := encoded(entry.Change)
	if err != nil {
		return Snapshot{}, Entry{}, err
	}
	entry.Moved = moves(plan, now, next)
	return s.commit(next, entry, edits)
}

// commit writes a change, its entry and the new state, in that order, and syncs.
func (s *session) commit(next *roadmap.Roadmap, entry Entry, edits []edit) (Snapshot, Entry, error) {
	st := s.state.advanced()
	st.LastID = max(st.LastID, next.LastID())
	entry.Seq, entry.Stamp = st.entries()+1, stampFromRecord(stampToRecord(entry.Stamp)) // as History will have it
	if entry.Kind == Edited {
		entry.below, st.Undo, st.Redo = st.Undo, entry.Seq, 0
	}
	err := s.guard(func() error {
		for _, e := range inKeyOrder(edits) {
			if err := put(s.tx, &st, e); err != nil {
				return s.file.damaged("%v", err)
			}
		}
		if err := appendEntry(s.tx, &st, &entry, edits); err != nil {
			return s.file.system("cannot be saved", err)
		}
		mark, err := putState(s.tx, st)
		if err == nil {
			err = s.tx.Commit()
		}
		if err != nil {
			return s.file.system("cannot be saved", err)
		}
		sum := uint32(st.Tallies[historyPlace].Sum - s.state.Tallies[historyPlace].Sum)
		s.state, s.mark = st, mark
		s.committed(sum)
		return nil
	})
	if err != nil {
		return Snapshot{}, Entry{}, err
	}
	return s.snapshot(next), entry, nil
}

// advanced is a copy of the state, one revision on.
func (s state) advanced() state {
	s.Tallies = append([]tally(nil), s.Tallies...)
	s.Revision++
	return s
}

// inKeyOrder is edits as bbolt best takes them: a page that is written to grows until the transaction ends, and each key that is
// not its last moves all behind it. With it an import of 200,000 tasks takes 10 s of one core, and took 54 without.
func inKeyOrder(edits []edit) []edit {
	return slices.SortedFunc(slices.Values(edits), func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.key, b.key))
	})
}

// put writes one entity. What the file has in its place must be as the edit says: there, or not.
func put(tx *bbolt.Tx, st *state, e edit) error {
	name, key := buckets[e.kind], []byte(e.key)
	bucket := tx.Bucket(name)
	if bucket == nil {
		return fmt.Errorf("its bucket %q is gone", name)
	}
	old := bucket.Get(key)
	if (old == nil) != (e.before == nil) {
		return fmt.Errorf("%s %.40q is not as it was loaded", e.kind, e.key)
	}
	total := &st.Tallies[e.kind]
	if old != nil {
		_, sum, err := unseal(name, key, old)
		if err != nil {
			return fmt.Errorf("%s %.40q: %w", e.kind, e.key, err)
		}
		total.remove(sum)
	}
	if e.after == nil {
		return bucket.Delete(key)
	}
	record := seal(name, key, e.after)
	total.add(sumOf(record))
	return bucket.Put(key, record)
}

func appendEntry(tx *bbolt.Tx, st *state, entry *Entry, edits []edit) error {
	body, err := encodeEntry(entry, edits)
	if err != nil {
		return err
	}
	bucket := tx.Bucket(historyBucket)
	if bucket == nil {
		return fmt.Errorf("its bucket %q is gone", historyBucket)
	}
	bucket.FillPercent = 1 // what is only added to at its end leaves no room in its pages
	key := sequenceKey(entry.Seq)
	record := seal(historyBucket, key, body)
	st.Tallies[historyPlace].add(sumOf(record))
	return bucket.Put(key, record)
}

// putState writes the state and gives its checksum.
func putState(tx *bbolt.Tx, st state) (uint32, error) {
	body, err := encoding.Marshal(st)
	if err != nil {
		return 0, err
	}
	record := seal(ownBucket, stateKey, body)
	return sumOf(record), tx.Bucket(ownBucket).Put(stateKey, record)
}
