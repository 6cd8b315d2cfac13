package store

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
)

// rescue makes a roadmap and its history of what remains of a file. Which of several records of one entity is the newest is told
// by the history, whose entries only ever are added and name each entity before and after: what its last entry on an entity left is the
// newest, if every entry from that one on can be read. Else the record in the newest tree counts, then that in the other one, then one that
// nothing points at; where no entry vouches for it, it is said that it may be older.
type rescue struct {
	*remains
	main, other *gathered
	state       state
	sure        bool // no tree can have been newer than the main one
	counted     bool // the state is that of the main tree: it says how much there must be
	entries     map[uint64]Entry
	last        uint64 // number of the newest entry
	unbroken    uint64 // every entry from this one on can be read; last+1 where that is none
	touched     map[placeOf]touch
	lost        []string
	older       []string // of what an older state may have been found
	doubtful    bool     // the present is not just what the file says
}

// touch is the last entry on an entity, and the body that it left; nil where it took it away.
type touch struct {
	seq  uint64
	body []byte
}

func newRescue(r *remains, at Stamp) *rescue {
	s := &rescue{remains: r, entries: map[uint64]Entry{}, touched: map[placeOf]touch{}}
	s.main, s.other, s.sure = r.best()
	if s.other == nil {
		s.other = &gathered{}
	}
	switch {
	case s.main.state != nil:
		s.state, s.counted = *s.main.state, true
	case r.state != nil:
		s.state = *r.state
	default:
		s.state = state{Created: stampToRecord(at), Tallies: make([]tally, len(buckets))}
	}
	s.readHistory()
	return s
}

// bodies are the records of a key in the order in which they count.
func (s *rescue) bodies(place int, key string) [][]byte {
	var out [][]byte
	for _, from := range []*gathered{s.main, s.other} {
		if body, ok := from.shelves[place].found[key]; ok {
			out = append(out, body)
		}
	}
	if s.main.whole(place) {
		return out[:min(1, len(out))]
	}
	loose := slices.Clone(s.loose[place][key])
	slices.Reverse(loose)
	return append(out, loose...)
}

// keys are those of a bucket, of all that was found, sorted.
func (s *rescue) keys(place int) []string {
	found := map[string]bool{}
	for key := range s.main.shelves[place].found {
		found[key] = true
	}
	if !s.main.whole(place) {
		for key := range s.other.shelves[place].found {
			found[key] = true
		}
		for key := range s.loose[place] {
			found[key] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// readHistory reads the entries that are there. One after the last that the state counts was never committed.
func (s *rescue) readHistory() {
	s.last = s.state.entries()
	if !s.counted {
		for key := range s.main.shelves[historyPlace].found {
			s.last = max(s.last, sequenceOf([]byte(key)))
		}
	}
	for _, key := range s.keys(historyPlace) {
		seq := sequenceOf([]byte(key))
		if seq == 0 || seq > s.last && s.state.Revision > 0 {
			continue
		}
		for _, body := range s.bodies(historyPlace, key) {
			if e, err := decodeEntry(seq, body); err == nil {
				s.entries[seq] = e
				s.last = max(s.last, seq)
				break
			}
		}
	}
	s.unbroken = s.last + 1
	for s.unbroken > 1 {
		if _, ok := s.entries[s.unbroken-1]; !ok {
			break
		}
		s.unbroken--
	}
	for _, seq := range slices.Sorted(maps.Keys(s.entries)) {
		for _, x := range s.entries[seq].Edits {
			t := touch{seq: seq}
			if x.After != nil {
				t.body, _ = encodeEntity(x.After)
			}
			s.touched[placeOf{x.Kind, x.Key}] = t
		}
	}
}

// present are the entities as they are now, as far as they can be told.
func (s *rescue) present() []roadmap.Entity {
	var out []roadmap.Entity
	for _, k := range roadmap.Kinds() {
		out = append(out, s.ofKind(k)...)
	}
	if len(s.older) > 0 {
		s.lose("perhaps the last changes of %s: an older state of them may have been found", strings.Join(s.older, ", "))
	}
	return out
}

func (s *rescue) ofKind(k roadmap.Kind) (out []roadmap.Entity) {
	whole := s.main.whole(int(k))
	keys := s.keys(int(k))
	if !whole {
		s.doubtful = true
		keys = s.withTouched(keys, k)
	}
	var is tally
	var unread []string
	older := 0
	for _, key := range keys {
		body, vouched := s.newest(k, key, whole)
		if body == nil {
			continue
		}
		e, err := decodeEntity(k, []byte(key), body)
		if err != nil {
			unread = append(unread, key)
			continue
		}
		is.add(sumOf(seal(buckets[k], []byte(key), body)))
		if !vouched {
			older++
		}
		out = append(out, e)
	}
	s.tellKind(k, is, unread, older)
	return out
}

// withTouched adds the keys that the history knows of.
func (s *rescue) withTouched(keys []string, k roadmap.Kind) []string {
	for at := range s.touched {
		if at.kind == k {
			keys = append(keys, at.key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// newest is the newest body of an entity, nil where it is gone; vouched tells whether it is known to be that.
func (s *rescue) newest(k roadmap.Kind, key string, whole bool) (body []byte, vouched bool) {
	bodies := s.bodies(int(k), key)
	if whole {
		return bodies[0], true
	}
	t, touched := s.touched[placeOf{k, key}]
	if touched && t.seq >= s.unbroken {
		return t.body, true
	}
	if here, ok := s.main.shelves[k].found[key]; ok {
		return here, s.unbroken == 1 || touched && bytes.Equal(here, t.body)
	}
	if touched {
		return t.body, false
	}
	if len(bodies) == 0 {
		return nil, false
	}
	return bodies[0], s.unbroken == 1 && len(bodies) == 1
}

// tellKind says what is lost of a kind.
func (s *rescue) tellKind(k roadmap.Kind, is tally, unread []string, older int) {
	for _, key := range unread {
		s.lose("%s %s cannot be read", k, strconv.Quote(key))
		s.doubtful = true
	}
	want := s.state.Tallies[k]
	if s.counted && is == want {
		return // all of it, and the newest of all
	}
	if gone := want.Keys - is.Keys - uint64(len(unread)); s.counted && want.Keys > is.Keys+uint64(len(unread)) {
		if gone == want.Keys {
			s.lose("all of %s", counted(int(want.Keys), k))
		} else {
			s.lose("%d of %s", gone, counted(int(want.Keys), k))
		}
	}
	if s.counted && is.Keys > want.Keys {
		s.lose("which of %s had been deleted: there were %d", counted(int(is.Keys), k), want.Keys)
	}
	if older == 0 && s.counted && is.Keys == want.Keys {
		older = int(is.Keys)
	}
	switch {
	case older > 0 && k == roadmap.KindSettings:
		s.older = append(s.older, "the settings")
	case older > 0:
		s.older = append(s.older, counted(older, k))
	}
}

func (s *rescue) lose(format string, args ...any) {
	s.lost = append(s.lost, fmt.Sprintf(format, args...))
}

func plural(k roadmap.Kind) string {
	if k == roadmap.KindDependency {
		return "dependencies"
	}
	return k.String() + "s"
}

func counted(n int, k roadmap.Kind) string {
	if n == 1 {
		return "1 " + k.String()
	}
	return fmt.Sprintf("%d %s", n, plural(k))
}
