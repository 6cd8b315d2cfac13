package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"go.etcd.io/bbolt"

	"bywhen/roadmap"
)

// Rescue is what was saved from a file.
type Rescue struct {
	Path     string // of the new file; empty where the old one is whole
	Entities map[roadmap.Kind]int
	Entries  int      // of the history
	Lost     []string // what could not be saved, or not for sure
	Mended   []string // what was left out or made good so that the rest holds together
}

// repairedEnding is what the name of the new file has more than that of the old one.
const repairedEnding = ".repaired"

// Repair saves all that can be read from a broken file into a new one beside it, which is complete and examined before it gets its
// name. The old one is only read; nothing is overwritten (ErrExists). A file that is whole is left alone. What is no roadmap, of which
// nothing can be read, or of a newer version is refused with the error that opening it gives.
func (f *File) Repair(at Stamp) (Rescue, error) {
	x, refused := f.Examine()
	if refused == nil && len(x.Problems) == 0 {
		return Rescue{Entities: x.Entities, Entries: x.Entries}, nil
	}
	if refused != nil && !errors.Is(refused, ErrForeign) {
		return Rescue{}, refused
	}
	to := New(f.path + repairedEnding)
	if _, err := os.Lstat(to.path); err == nil {
		return Rescue{}, to.fail(ErrExists, "there is a file of this name, perhaps of an earlier repair, and it is not overwritten; move it away and try again")
	}
	file, err := f.lock(false)
	if err != nil {
		return Rescue{}, err
	}
	defer file.Close()
	defer unlock(file)
	info, err := file.Stat()
	if err != nil {
		return Rescue{}, f.system("cannot be read", err)
	}
	found := salvage(file, info.Size())
	switch {
	case found.newer:
		return Rescue{}, f.newer("or its version is broken")
	case found.empty() && refused != nil:
		return Rescue{}, refused
	case found.empty():
		return Rescue{}, f.fail(ErrDamaged, "holds nothing that can be read; \"bywhen doctor --restore\" lists the backups")
	}
	return f.rescueInto(to, newRescue(found, at), at)
}

// rescueInto makes the new file of what was found.
func (f *File) rescueInto(to *File, s *rescue, at Stamp) (Rescue, error) {
	fallback := *roadmap.New("", stampFromRecord(s.state.Created).Today).Settings()
	if !fallback.Start.InRange() {
		fallback.Start = at.Today
	}
	values := s.present()
	if !slices.ContainsFunc(values, func(e roadmap.Entity) bool { return e.Kind() == roadmap.KindSettings }) {
		s.lost = append([]string{"the roadmap's name, start, working days, holidays and phases: they are the usual ones now"}, s.lost...)
		s.lost = slices.DeleteFunc(s.lost, func(line string) bool { return line == "all of "+counted(1, roadmap.KindSettings) })
	}
	r, mended, err := roadmap.Mend(values, &fallback, s.lastID())
	if err != nil {
		return Rescue{}, f.damaged("what is left of it cannot be put together: %v", err)
	}
	s.doubtful = s.doubtful || len(mended) > 0
	if !s.counted {
		s.lose("how much there was: the page that counts it is broken, so more may be lost")
	}
	c := s.follow(r, at)
	s.tellHistory(c)
	if !s.sure && s.counted {
		s.lose("the last change, perhaps: the page that told of it is broken; the newest that is there is %s", s.newestTitle())
	}
	out := Rescue{Path: to.path, Entities: map[roadmap.Kind]int{}, Lost: s.lost, Mended: mended}
	for _, k := range roadmap.Kinds() {
		out.Entities[k] = len(r.Entities(k))
	}
	entries, top := c.written()
	out.Entries = len(entries)
	return out, to.createRescued(r, entries, top, s.state.Created)
}

// newestTitle names the newest change that is there.
func (s *rescue) newestTitle() string {
	if e, ok := s.entries[s.last]; ok {
		return strconv.Quote(e.Title) + " of " + e.At.Format("2006-01-02 15:04") + " UTC"
	}
	if s.last > 0 {
		return fmt.Sprintf("number %d", s.last)
	}
	return "that the file was made"
}

// lastID is the highest number that was ever given out, as far as anything tells of it.
func (s *rescue) lastID() int {
	most := s.state.LastID
	for at := range s.touched {
		switch at.kind {
		case roadmap.KindTeam, roadmap.KindGoal, roadmap.KindTask, roadmap.KindRisk:
			if n, err := strconv.Atoi(at.key); err == nil && n < 1<<31-1 {
				most = max(most, n)
			}
		}
	}
	return most
}

// createRescued makes a file with a history. It is another than the broken one to whoever has that open: it was made a nanosecond later.
func (f *File) createRescued(r *roadmap.Roadmap, entries []Entry, top stacks, created stampRecord) error {
	edits, err := encoded(additions(r))
	if err != nil {
		return err
	}
	created.Nanos = (created.Nanos + 1) % 1e9
	folder := filepath.Dir(f.path)
	draft, _, err := f.draft(folder, func(tx *bbolt.Tx) (uint32, error) {
		if _, err := fill(tx, edits, r.LastID(), stampFromRecord(created)); err != nil {
			return 0, err
		}
		return fillHistory(tx, entries, top)
	})
	if err != nil {
		return err
	}
	defer os.Remove(draft)
	if err := sound(draft); err != nil {
		return f.fail(err, "is not made: what was saved %s", whatIsWrong(err))
	}
	return f.publish(draft, folder)
}

// fillHistory puts entries into a file that has none.
func fillHistory(tx *bbolt.Tx, entries []Entry, top stacks) (uint32, error) {
	body, _, err := unseal(ownBucket, stateKey, tx.Bucket(ownBucket).Get(stateKey))
	var st state
	if err == nil {
		err = decoding.Unmarshal(body, &st)
	}
	if err != nil {
		return 0, err
	}
	for i := range entries {
		edits, err := encoded(entries[i].Change)
		if err == nil {
			err = appendEntry(tx, &st, &entries[i], edits)
		}
		if err != nil {
			return 0, err
		}
	}
	st.Revision, st.Undo, st.Redo = Revision(len(entries)+1), top.undo, top.redo
	return putState(tx, st)
}
