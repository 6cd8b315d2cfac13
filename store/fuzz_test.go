package store

import (
	"bytes"
	"reflect"
	"testing"

	"bywhen/roadmap"
)

// FuzzRecord holds of any bytes in the place of a record: they are refused or read, twice the same, in one way whether the quick
// reader or the general one takes them; what was read is written again and read as what it was; and of an entry of the history every text may
// be shown.
func FuzzRecord(f *testing.F) {
	for k, e := range entities() {
		f.Add(uint8(k), []byte{})
		populate(reflect.ValueOf(e).Elem(), &counting{})
		if body, err := encodeEntity(e); err == nil {
			f.Add(uint8(k), body)
		}
	}
	edits, err := encoded(roadmap.Change{Edits: []roadmap.Edit{{Kind: roadmap.KindTask, Key: "7", Before: &roadmap.Task{ID: "7", Title: "a"}, After: &roadmap.Task{ID: "7", Title: "b"}}}})
	if err != nil {
		f.Fatal(err)
	}
	body, err := encodeEntry(&Entry{Seq: 1, Stamp: stamp(1), Change: roadmap.Change{Title: "edit"}, Moved: []Move{{Task: "7", From: monday, To: monday + 3}}}, edits)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint8(len(codecs)), body)
	f.Add(uint8(3), []byte{0xbf, 1, 0x7f, 0xff, 0xff})                      // of no stated length
	f.Add(uint8(3), append(bytes.Repeat([]byte{0x81}, 10_000), 0))          // lists in lists
	f.Add(uint8(3), []byte{0xbb, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}) // more fields than bytes
	f.Add(uint8(3), []byte{0xa1, 3, 0x9a, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, kind uint8, body []byte) {
		if int(kind) >= len(codecs) {
			historical(t, body)
			return
		}
		k := roadmap.Kind(kind)
		e, err := decodeBody(k, body)
		again, errAgain := decodeBody(k, bytes.Clone(body))
		if (err == nil) != (errAgain == nil) || err == nil && !reflect.DeepEqual(e, again) {
			t.Fatalf("%+v, %v and then %+v, %v", e, err, again, errAgain)
		}
		if err != nil {
			return
		}
		if general, err := codecs[k].decode(body); err != nil || !alike(general, e) {
			t.Fatalf("read quickly %+v, else %+v, %v", e, general, err)
		}
		written, err := codecs[k].encode(e)
		if err != nil {
			t.Fatal(err)
		}
		back, err := decodeBody(k, written)
		if err != nil || !alike(back, e) {
			t.Fatalf("%+v comes back as %+v, %v", e, back, err)
		}
	})
}

// alike compares by what is written: an empty list and none are one.
func alike(a, b roadmap.Entity) bool {
	x, errA := codecs[a.Kind()].encode(a)
	y, errB := codecs[b.Kind()].encode(b)
	return errA == nil && errB == nil && bytes.Equal(x, y)
}

func historical(t *testing.T, body []byte) {
	e, err := decodeEntry(1000, body)
	again, errAgain := decodeEntry(1000, bytes.Clone(body))
	if (err == nil) != (errAgain == nil) || err == nil && !reflect.DeepEqual(e, again) {
		t.Fatalf("%+v, %v and then %+v, %v", e, err, again, errAgain)
	}
	if err != nil {
		return
	}
	if !roadmap.IsClean(e.Title) || !roadmap.IsClean(e.Because) {
		t.Fatalf("%q, %q", e.Title, e.Because)
	}
	edits, err := encoded(e.Change)
	if err != nil {
		t.Fatal(err)
	}
	written, err := encodeEntry(&e, edits)
	if err != nil {
		t.Fatal(err)
	}
	back, err := decodeEntry(1000, written)
	if err != nil {
		t.Fatalf("%+v is written and then refused: %v", e, err)
	}
	rewritten, err := encoded(back.Change)
	if err != nil {
		t.Fatal(err)
	}
	if second, err := encodeEntry(&back, rewritten); err != nil || !bytes.Equal(second, written) {
		t.Fatalf("%+v comes back as %+v, %v", e, back, err)
	}
}
