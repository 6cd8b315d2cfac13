package store

import (
	"errors"
	"reflect"

	"bywhen/roadmap"
)

// whatIfRecord is a kept what-if; its edits are as in an entry of the history.
type whatIfRecord struct {
	Position []byte       `cbor:"1,keyasint,omitempty"`
	Name     string       `cbor:"2,keyasint,omitempty"`
	Tried    string       `cbor:"3,keyasint,omitempty"`
	Because  string       `cbor:"4,keyasint,omitempty"`
	Kept     int64        `cbor:"5,keyasint,omitempty"`
	Today    int32        `cbor:"6,keyasint,omitempty"`
	Revision uint64       `cbor:"7,keyasint,omitempty"`
	Edits    []editRecord `cbor:"8,keyasint,omitempty"`
}

func encodeWhatIf(v roadmap.Entity) ([]byte, error) {
	w := v.(*roadmap.WhatIf)
	edits, err := encoded(roadmap.Change{Edits: w.Edits})
	if err != nil {
		return nil, err
	}
	return encoding.Marshal(whatIfRecord{
		Position: []byte(w.Position), Name: w.Name, Tried: w.Tried, Because: w.Because, Kept: w.Kept, Today: int32(w.Today),
		Revision: w.Revision, Edits: each(edits, editToRecord),
	})
}

func decodeWhatIf(body []byte) (roadmap.Entity, error) {
	var r whatIfRecord
	if err := decoding.Unmarshal(body, &r); err != nil {
		return nil, err
	}
	w := &roadmap.WhatIf{
		Position: roadmap.Position(r.Position), Name: r.Name, Tried: r.Tried, Because: r.Because, Kept: r.Kept,
		Today: roadmap.Date(r.Today), Revision: r.Revision,
	}
	for i := range r.Edits {
		if r.Edits[i].Kind == uint8(roadmap.KindWhatIf) {
			return nil, errNested
		}
		e, err := decodeEdit(&r.Edits[i])
		if err != nil {
			return nil, err
		}
		w.Edits = append(w.Edits, e)
	}
	if !clean(reflect.ValueOf(w.Edits)) {
		return nil, errEntry
	}
	return w, nil
}

var errNested = errors.New("a what-if within a what-if")
