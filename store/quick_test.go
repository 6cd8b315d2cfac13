package store

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
)

// What quick takes it reads as the general decoder does, whatever the bytes are.
func TestQuickReadsAsTheGeneralDecoderDoes(t *testing.T) {
	for kind, quick := range map[roadmap.Kind]func([]byte) (roadmap.Entity, bool){
		roadmap.KindTask: quickTask, roadmap.KindDependency: quickDependency,
	} {
		rapid.Check(t, func(t *rapid.T) {
			body := rapid.Custom(func(t *rapid.T) []byte { return plainBody(t, kind) }).Draw(t, "record")
			for range rapid.IntRange(0, 3).Draw(t, "flaws") {
				body[rapid.IntRange(0, len(body)-1).Draw(t, "place")] = rapid.Byte().Draw(t, "byte")
			}
			body = body[:rapid.OneOf(rapid.Just(len(body)), rapid.IntRange(0, len(body))).Draw(t, "length")]
			got, ok := quick(body)
			if !ok {
				return
			}
			want, err := codecs[kind].decode(body)
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Fatalf("% x\nis read as %+v\nnot as     %+v, %v", body, got, want, err)
			}
		})
	}
}

// plainBody is the record of a task or dependency that has nothing unusual.
func plainBody(t *rapid.T, kind roadmap.Kind) []byte {
	text := rapid.StringN(0, 30, 60)
	day := rapid.Map(rapid.IntRange(0, 800_000), func(n int) roadmap.Date { return roadmap.Date(n) })
	var e roadmap.Entity = &roadmap.Dependency{From: text.Draw(t, "from"), To: text.Draw(t, "to"),
		Type: roadmap.LinkType(rapid.IntRange(0, 5).Draw(t, "type")), Lag: rapid.IntRange(-300, 70_000).Draw(t, "lag")}
	if kind == roadmap.KindTask {
		e = &roadmap.Task{ID: text.Draw(t, "id"), Position: roadmap.Position(text.Draw(t, "position")), Title: text.Draw(t, "title"),
			Team: text.Draw(t, "team"), Effort: roadmap.HundredthDays(rapid.IntRange(0, 100_000).Draw(t, "effort")), People: 1,
			Tags: rapid.SliceOfN(text, 0, 30).Draw(t, "tags"), Deadline: day.Draw(t, "deadline"), Told: day.Draw(t, "told"),
			Status: roadmap.Status(rapid.IntRange(0, 4).Draw(t, "status")), Notes: text.Draw(t, "notes")}
	}
	body, err := encodeEntity(e)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// A usual task and a usual dependency are for quick: else loading is slow and no test would tell.
func TestQuickTakesWhatIsUsual(t *testing.T) {
	for _, e := range []roadmap.Entity{
		&roadmap.Task{ID: "7", Position: "\x40", Title: "Antenna", Team: "murata", Effort: roadmap.PersonDays(10), People: 2, Priority: 3,
			Tags: []string{"hardware"}, Deadline: 740_000, Told: 739_000, Notes: "Ask Ana."},
		&roadmap.Dependency{From: "3", To: "7", Lag: -2},
	} {
		body, err := encodeEntity(e)
		if err != nil {
			t.Fatal(err)
		}
		quick := quickTask
		if e.Kind() == roadmap.KindDependency {
			quick = quickDependency
		}
		if got, ok := quick(body); !ok || !reflect.DeepEqual(got, e) {
			t.Errorf("%+v is read as %+v, %v", e, got, ok)
		}
	}
}
