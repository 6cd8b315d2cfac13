package store

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
)

// entities has one of each kind, empty.
func entities() []roadmap.Entity {
	return []roadmap.Entity{
		&roadmap.Settings{}, &roadmap.Team{}, &roadmap.Goal{}, &roadmap.Task{}, &roadmap.Dependency{}, &roadmap.Risk{},
		&roadmap.Known{}, &roadmap.Filter{}, &roadmap.Baseline{}, &roadmap.WhatIf{},
	}
}

// filler gives every field of a value something.
type filler interface {
	text() string
	number() int64
	length() int
}

func populate(v reflect.Value, with filler) {
	if v.Type() == reflect.TypeFor[roadmap.Effort]() {
		v.Set(reflect.ValueOf(roadmap.HundredthDays(int(with.number()))))
		return
	}
	if v.Type() == reflect.TypeFor[roadmap.Edit]() {
		was, is := &roadmap.Task{ID: "7", People: int(with.number()%99) + 1}, &roadmap.Task{ID: "7", Title: fmt.Sprint("task ", with.number())}
		v.Set(reflect.ValueOf(roadmap.Edit{Kind: roadmap.KindTask, Key: "7", Before: was, After: is}))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(with.text())
	case reflect.Bool:
		v.SetBool(with.number()%2 == 1)
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(with.number())
	case reflect.Uint64:
		v.SetUint(uint64(with.number()))
	case reflect.Uint8:
		v.SetUint(uint64(with.number() % 200))
	case reflect.Float64:
		v.SetFloat(float64(with.number()) / 7)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		populate(v.Elem(), with)
	case reflect.Slice:
		if n := with.length(); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		for i := range v.Len() {
			populate(v.Index(i), with)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			populate(v.Field(i), with)
		}
	default:
		panic("a kind of field that no test fills: " + v.Type().String())
	}
}

// counting fills with values that are all different and never zero.
type counting struct{ n int64 }

func (c *counting) number() int64 { c.n += 2; return c.n%199 | 1 }
func (c *counting) text() string  { c.n++; return fmt.Sprintf("text %d", c.n) }
func (c *counting) length() int   { return 2 }

func TestNoFieldOfAnEntityIsForgotten(t *testing.T) {
	if len(entities()) != len(roadmap.Kinds()) || len(codecs) != len(roadmap.Kinds()) || historyPlace != len(roadmap.Kinds()) {
		t.Fatal("a kind of entity has no record, no bucket or no test")
	}
	for _, e := range entities() {
		populate(reflect.ValueOf(e).Elem(), &counting{})
		body, err := encodeEntity(e)
		if err != nil {
			t.Fatal(err)
		}
		got, err := decodeEntity(e.Kind(), []byte(e.Key()), body)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, e) {
			t.Errorf("%s came back as\n%+v, was\n%+v", e.Kind(), got, e)
		}
	}
}

// drawn fills with what chance gives, zero and empty too.
type drawn struct{ t *rapid.T }

func (d drawn) number() int64 { return rapid.Int64Range(0, 1_000_000).Draw(d.t, "number") }
func (d drawn) text() string  { return string(rapid.SliceOfN(rapid.Byte(), 0, 12).Draw(d.t, "text")) }
func (d drawn) length() int   { return rapid.IntRange(0, 3).Draw(d.t, "length") }

func TestEveryEntityComesBackFromItsRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, e := range entities() {
			populate(reflect.ValueOf(e).Elem(), drawn{t})
			body, err := encodeEntity(e)
			if err != nil {
				t.Fatal(err)
			}
			got, err := decodeEntity(e.Kind(), []byte(e.Key()), body)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, e) {
				t.Fatalf("%s came back as\n%+v, was\n%+v", e.Kind(), got, e)
			}
		}
	})
}

func TestAnEffortOfNoneIsNotAnEffortOfZero(t *testing.T) {
	for _, effort := range []roadmap.Effort{{}, roadmap.PersonDays(0), roadmap.HundredthDays(50)} {
		if got := effortOf(effortNumber(effort)); got != effort {
			t.Errorf("%+v came back as %+v", effort, got)
		}
	}
}

func TestARecordIsTiedToItsPlace(t *testing.T) {
	record := seal([]byte("tasks"), []byte("7"), []byte("body"))
	body, sum, err := unseal([]byte("tasks"), []byte("7"), record)
	if err != nil || string(body) != "body" || sum != sumOf(record) {
		t.Fatalf("%q, %x, %v", body, sum, err)
	}
	for _, c := range []struct{ what, bucket, key string }{
		{"in another bucket", "goals", "7"}, {"under another key", "tasks", "8"}, {"under half a key", "tasks", ""},
	} {
		if _, _, err := unseal([]byte(c.bucket), []byte(c.key), record); !errors.Is(err, errRecordSum) {
			t.Errorf("%s: %v, want a wrong checksum", c.what, err)
		}
	}
	for i := range record {
		for bit := range 8 {
			bad := bytes.Clone(record)
			bad[i] ^= 1 << bit
			if _, _, err := unseal([]byte("tasks"), []byte("7"), bad); err == nil {
				t.Errorf("bit %d of byte %d flipped, and nobody noticed", bit, i)
			}
		}
	}
	for n := range record {
		if _, _, err := unseal([]byte("tasks"), []byte("7"), record[:n]); err == nil {
			t.Errorf("cut to %d bytes, and nobody noticed", n)
		}
	}
}

func TestAnEntryComesBackFromItsRecord(t *testing.T) {
	before := &roadmap.Task{ID: "7", Title: "Enclosure tooling", People: 1, Priority: 3, Notes: "steel"}
	after := *before
	after.Title, after.Notes = "Enclosure tools", "steel, then aluminium"
	entry := Entry{
		Seq: 9, Kind: Redone, Of: 8, Stamp: stamp(3), below: 4,
		Change: roadmap.Change{Title: "rename", Because: "shorter", Edits: []roadmap.Edit{
			{Kind: roadmap.KindTask, Key: "7", Before: before, After: &after},
			{Kind: roadmap.KindGoal, Key: "g", After: &roadmap.Goal{ID: "g", Title: "Launch"}},
			{Kind: roadmap.KindFilter, Key: "mine", Before: &roadmap.Filter{Name: "mine", Text: "@mech"}},
		}},
		Moved: []Move{{Task: "7", From: monday, To: monday + 3}, {Goal: "g", To: monday}},
	}
	edits, err := encoded(entry.Change)
	if err != nil {
		t.Fatal(err)
	}
	body, err := encodeEntry(&entry, edits)
	if err != nil {
		t.Fatal(err)
	}
	got, err := decodeEntry(9, body)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, entry) {
		t.Errorf("got\n%+v, want\n%+v", got, entry)
	}
}

func TestAnEntryIsAboutAsLongAsWhatItChanges(t *testing.T) {
	before := &roadmap.Task{ID: "7", Title: "Enclosure tooling", Notes: string(bytes.Repeat([]byte("n"), 5000))}
	after := *before
	after.Title = "Enclosure tools"
	edits, _ := encoded(roadmap.Change{Edits: []roadmap.Edit{{Kind: roadmap.KindTask, Key: "7", Before: before, After: &after}}})
	body, _ := encodeEntry(&Entry{Seq: 1}, edits)
	if len(body) > 5200 {
		t.Errorf("%d bytes for a new title of a task with 5000 bytes of notes", len(body))
	}
}

func TestATextOfThePastThatMustNotBeShownIsRefused(t *testing.T) {
	for what, entry := range map[string]Entry{
		"title":  {Seq: 1, Change: roadmap.Change{Title: "red \x1b[31m"}},
		"entity": {Seq: 1, Change: roadmap.Change{Edits: []roadmap.Edit{{Kind: roadmap.KindTask, Key: "7", After: &roadmap.Task{ID: "7", Title: "a\x1bb"}}}}},
		"tag":    {Seq: 1, Change: roadmap.Change{Edits: []roadmap.Edit{{Kind: roadmap.KindTask, Key: "7", After: &roadmap.Task{ID: "7", Tags: []string{"a", "\x07"}}}}}},
		"metric": {Seq: 1, Change: roadmap.Change{Edits: []roadmap.Edit{{Kind: roadmap.KindGoal, Key: "g", After: &roadmap.Goal{ID: "g", Metric: &roadmap.Metric{Name: "\u202e"}}}}}},
	} {
		edits, _ := encoded(entry.Change)
		body, _ := encodeEntry(&entry, edits)
		if _, err := decodeEntry(1, body); err == nil {
			t.Errorf("%s: taken", what)
		}
	}
}
