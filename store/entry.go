package store

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"

	"bywhen/roadmap"
)

type entryRecord struct {
	Kind    uint8        `cbor:"1,keyasint,omitempty"`
	Of      uint64       `cbor:"2,keyasint,omitempty"`
	Below   uint64       `cbor:"3,keyasint,omitempty"`
	Stamp   stampRecord  `cbor:"4,keyasint,omitempty"`
	Title   string       `cbor:"5,keyasint,omitempty"`
	Because string       `cbor:"6,keyasint,omitempty"`
	Edits   []editRecord `cbor:"7,keyasint,omitempty"`
	Moved   []moveRecord `cbor:"8,keyasint,omitempty"`
}

// editRecord is an entity before and after, as bodies of records. After shares its first and last bytes with before, which
// keeps a long history short: most edits change a few bytes of an entity.
type editRecord struct {
	Kind   uint8  `cbor:"1,keyasint,omitempty"`
	Key    []byte `cbor:"2,keyasint,omitempty"`
	Before []byte `cbor:"3,keyasint,omitempty"`
	First  int    `cbor:"4,keyasint,omitempty"` // bytes of before that after begins with
	After  []byte `cbor:"5,keyasint,omitempty"` // what lies between
	Last   int    `cbor:"6,keyasint,omitempty"` // bytes of before that after ends with
}

type moveRecord struct {
	Task string `cbor:"1,keyasint,omitempty"`
	Goal string `cbor:"2,keyasint,omitempty"`
	From int32  `cbor:"3,keyasint,omitempty"`
	To   int32  `cbor:"4,keyasint,omitempty"`
}

var errEntry = errors.New("an entry of the history does not hold together")

// encodeEntry is the body of an entry's record; bodies are those of its edits.
func encodeEntry(e *Entry, bodies []edit) ([]byte, error) {
	r := entryRecord{
		Kind: uint8(e.Kind), Of: e.Of, Below: e.below, Stamp: stampToRecord(e.Stamp), Title: e.Title, Because: e.Because,
		Edits: each(bodies, editToRecord),
		Moved: each(e.Moved, func(m Move) moveRecord { return moveRecord{m.Task, m.Goal, int32(m.From), int32(m.To)} }),
	}
	return encoding.Marshal(r)
}

func editToRecord(e edit) editRecord {
	r := editRecord{Kind: uint8(e.kind), Key: []byte(e.key), Before: e.before, After: e.after}
	if e.before == nil || e.after == nil {
		return r
	}
	short := min(len(e.before), len(e.after))
	for r.First < short && e.before[r.First] == e.after[r.First] {
		r.First++
	}
	for r.Last < short-r.First && e.before[len(e.before)-1-r.Last] == e.after[len(e.after)-1-r.Last] {
		r.Last++
	}
	r.After = e.after[r.First : len(e.after)-r.Last]
	return r
}

// bodies are an edit's entities before and after; nil is one that is not there.
func (r *editRecord) bodies() (before, after []byte, err error) {
	if r.First < 0 || r.Last < 0 || r.First > len(r.Before) || r.Last > len(r.Before)-r.First {
		return nil, nil, errEntry
	}
	after = bytes.Join([][]byte{r.Before[:r.First], r.After, r.Before[len(r.Before)-r.Last:]}, nil)
	return r.Before, after, nil
}

func decodeEntry(seq uint64, body []byte) (Entry, error) {
	var r entryRecord
	if err := decoding.Unmarshal(body, &r); err != nil {
		return Entry{}, err
	}
	e := Entry{
		Seq: seq, Kind: EntryKind(r.Kind), Of: r.Of, below: r.Below, Stamp: stampFromRecord(r.Stamp),
		Change: roadmap.Change{Title: r.Title, Because: r.Because},
		Moved: each(r.Moved, func(m moveRecord) Move {
			return Move{m.Task, m.Goal, roadmap.Date(m.From), roadmap.Date(m.To)}
		}),
	}
	if e.Kind > Redone || e.below >= seq || e.Of >= seq || (e.Of == 0) != (e.Kind == Edited) {
		return Entry{}, errEntry
	}
	for i := range r.Edits {
		edit, err := decodeEdit(&r.Edits[i])
		if err != nil {
			return Entry{}, err
		}
		e.Edits = append(e.Edits, edit)
	}
	if !clean(reflect.ValueOf(e)) {
		return Entry{}, errEntry
	}
	return e, nil
}

func decodeEdit(r *editRecord) (roadmap.Edit, error) {
	e := roadmap.Edit{Kind: roadmap.Kind(r.Kind), Key: string(r.Key)}
	before, after, err := r.bodies()
	if err != nil {
		return e, err
	}
	if len(before) > 0 {
		if e.Before, err = decodeEntity(e.Kind, r.Key, before); err != nil {
			return e, fmt.Errorf("the history's %w", err)
		}
	}
	if len(after) > 0 {
		if e.After, err = decodeEntity(e.Kind, r.Key, after); err != nil {
			return e, fmt.Errorf("the history's %w", err)
		}
	}
	if e.Before == nil && e.After == nil {
		return e, errEntry
	}
	return e, nil
}

// clean tells whether every text in a value may be shown: the present is held to the checks of an edit when it is loaded,
// but of the past nobody checks more than this. Keys and positions are no texts.
func clean(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return v.Type() == reflect.TypeFor[roadmap.Position]() || roadmap.IsClean(v.String())
	case reflect.Pointer, reflect.Interface:
		return v.IsNil() || clean(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			if !clean(v.Index(i)) {
				return false
			}
		}
	case reflect.Struct:
		return cleanFields(v)
	}
	return true
}

func cleanFields(v reflect.Value) bool {
	t := v.Type()
	for i := range v.NumField() {
		f := t.Field(i)
		if !f.IsExported() || t == reflect.TypeFor[roadmap.Edit]() && f.Name == "Key" {
			continue
		}
		if !clean(v.Field(i)) {
			return false
		}
	}
	return true
}
