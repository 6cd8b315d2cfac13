package store

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"bywhen/roadmap"
)

// Examination is what was found in a file. One without Problems is whole: its pages, its records, its roadmap and its history.
type Examination struct {
	Size, Used int64 // bytes of the file, and of the pages in it that hold records
	Format     uint32
	Revision   Revision
	Created    Stamp
	Entities   map[roadmap.Kind]int
	Entries    int   // of the history
	Last       Entry // the newest of them; its Seq is 0 where there is none, or it cannot be read
	Problems   []string
}

// Whole tells whether nothing is wrong.
func (x *Examination) Whole() bool { return len(x.Problems) == 0 }

// mostProblems is how many are told one by one.
const mostProblems = 50

func (x *Examination) problem(format string, args ...any) {
	switch len(x.Problems) {
	case mostProblems:
		x.Problems = append(x.Problems, "and more of the kind")
	case mostProblems + 1:
	default:
		x.Problems = append(x.Problems, fmt.Sprintf(format, args...))
	}
}

// note makes a problem of damage; other errors are handed back.
func (x *Examination) note(err error) error {
	var e *Error
	if errors.As(err, &e) && errors.Is(err, ErrDamaged) {
		x.problem("%s", e.damage)
		return nil
	}
	return err
}

// Examine checks all of the file: its pages, every record of every bucket against its checksum and its bucket's tally, every
// entity, what they say of each other (names that lead nowhere, cycles), and whether the history, taken back entry by entry from
// the present, adds up. What is wrong with it is in Problems; an error is a file that cannot be examined.
func (f *File) Examine() (Examination, error) {
	x := Examination{Entities: map[roadmap.Kind]int{}}
	s, err := f.open(examining)
	if err != nil {
		return x, x.note(err)
	}
	defer s.close()
	info, err := s.os.Stat()
	if err != nil {
		return x, f.system("cannot be read", err)
	}
	x.Size, x.Format, x.Revision, x.Created = info.Size(), f.format, s.state.Revision, stampFromRecord(s.state.Created)
	err = s.guard(func() error {
		for place := range buckets {
			s.examineBucket(&x, place)
		}
		return nil
	})
	if err := x.note(err); err != nil {
		return x, err
	}
	r, err := s.load()
	if err := x.noteOnce(err); err != nil {
		return x, err
	}
	return x, x.note(s.guard(func() error { s.examineHistory(&x, r); return nil }))
}

// noteOnce is note for what a look at the records may have found already.
func (x *Examination) noteOnce(err error) error {
	if len(x.Problems) > 0 && errors.Is(err, ErrDamaged) {
		return nil
	}
	return x.note(err)
}

// examineBucket holds every record of a bucket to its checksum, and all of them to the tally.
func (s *session) examineBucket(x *Examination, place int) {
	name := buckets[place]
	bucket := s.tx.Bucket(name)
	if bucket == nil {
		x.problem("its bucket %q is gone", name)
		return
	}
	pages := bucket.Stats()
	x.Used += int64(pages.BranchAlloc + pages.LeafAlloc)
	var is tally
	broken := false
	cursor := bucket.Cursor()
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		_, sum, err := unseal(name, key, value)
		if err != nil {
			broken = true
			x.problem("%s: %v", named(place, key), err)
		}
		is.add(sum)
	}
	switch want := s.state.Tallies[place]; {
	case is.Keys != want.Keys:
		x.problem("%s: %d found, %d expected", name, is.Keys, want.Keys)
	case is != want && !broken:
		x.problem("%s: some are older than the rest of the file", name)
	}
	if place == historyPlace {
		x.Entries = int(is.Keys)
	} else if place < historyPlace {
		x.Entities[roadmap.Kind(place)] = int(is.Keys)
	}
}

// named is how a record is called.
func named(place int, key []byte) string {
	if place == historyPlace {
		return fmt.Sprintf("the history's entry %d", sequenceOf(key))
	}
	return fmt.Sprintf("%s %.40q", buckets[place], key)
}

// examineHistory takes the history back from the present, entry by entry; r is nil where the present cannot be read.
func (s *session) examineHistory(x *Examination, r *roadmap.Roadmap) {
	b := backward{}
	if r != nil {
		b.from(r)
	}
	stack := stacks{}
	newest := s.state.entries()
	for seq := newest; seq > 0; seq-- {
		e, _, err := s.readEntry(seq)
		if err != nil {
			if what := err.Error(); !slices.Contains(x.Problems, what) { // its record may be told of already
				x.problem("%s", what)
			}
			return // what came before cannot be held to anything
		}
		if seq == newest {
			x.Last, stack = e, s.stacksAfter(&e)
		}
		if what, ok := b.undo(&e); r != nil && !ok {
			x.problem("the history's entry %d does not lead to the present: %s is not as it left it", seq, what)
			return
		}
	}
	if stack.undo != s.state.Undo || stack.redo != s.state.Redo {
		x.problem("what undo and redo would take back is not what the history says")
	}
	if r == nil {
		return
	}
	if _, err := roadmap.Load(b.values(), s.state.LastID); err != nil {
		x.problem("the history does not lead back to a roadmap: %v", err)
	}
}

// stacks are the tops of what can be undone and redone.
type stacks struct{ undo, redo uint64 }

// stacksAfter is where the stacks stand after the newest entry. What is under what it took is told by the entry that it turned
// round.
func (s *session) stacksAfter(e *Entry) stacks {
	below := func() uint64 {
		of, _, err := s.readEntry(e.Of)
		if err != nil {
			return 0
		}
		return of.below
	}
	switch e.Kind {
	case Undone:
		return stacks{below(), e.Seq}
	case Redone:
		return stacks{e.Seq, below()}
	}
	return stacks{undo: e.Seq}
}

// placeOf tells an entity from all others.
type placeOf struct {
	kind roadmap.Kind
	key  string
}

// backward is a roadmap that is taken back entry by entry.
type backward map[placeOf]roadmap.Entity

func (b backward) from(r *roadmap.Roadmap) {
	for _, k := range roadmap.Kinds() {
		for _, e := range r.Entities(k) {
			b[placeOf{k, e.Key()}] = e
		}
	}
}

// undo takes an entry back, if each entity is as it left it; else it says which is not, and nothing is taken back.
func (b backward) undo(e *Entry) (what string, ok bool) {
	for _, x := range e.Edits {
		if !roadmap.Same(b[placeOf{x.Kind, x.Key}], x.After) {
			return fmt.Sprintf("%s %.40q", x.Kind, x.Key), false
		}
	}
	for _, x := range e.Edits {
		at := placeOf{x.Kind, x.Key}
		if x.Before == nil {
			delete(b, at)
		} else {
			b[at] = x.Before
		}
	}
	return "", true
}

// values are what is left, in an order that does not depend on chance.
func (b backward) values() []roadmap.Entity {
	return slices.SortedFunc(maps.Values(b), func(x, y roadmap.Entity) int {
		if x.Kind() != y.Kind() {
			return int(x.Kind()) - int(y.Kind())
		}
		if x.Key() < y.Key() {
			return -1
		}
		return 1
	})
}
