package exchange_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
)

// hostile is an input that has broken programs of this kind, and what is to come of it: it is refused with an error that
// holds a text, or taken with a note that does.
type hostile struct {
	ID, Channel, Input, Refused, Said string
	Base64                            string `json:"input_base64"`
}

func hostileInputs(t testing.TB) []hostile {
	data, err := os.ReadFile("testdata/hostile.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []hostile
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	for i := range list {
		if raw, err := base64.StdEncoding.DecodeString(list[i].Base64); err == nil && len(raw) > 0 {
			list[i].Input = string(raw)
		}
	}
	return list
}

func TestHostileInputsAreRefusedOrTakenAsPromised(t *testing.T) {
	for _, c := range hostileInputs(t) {
		var notes []exchange.Note
		var err error
		if c.Channel == "json" {
			_, notes, err = exchange.ReadJSON(strings.NewReader(c.Input), today)
		} else {
			_, notes, err = importCSV(c.Input, nil, roadmap.New("", today))
		}
		switch {
		case err != nil && (c.Refused == "" || !strings.Contains(err.Error(), c.Refused)):
			t.Errorf("%s: %v", c.ID, err)
		case err != nil && strings.ContainsAny(err.Error(), "\n\x1b"):
			t.Errorf("%s: an error is one line: %q", c.ID, err)
		case err == nil && (c.Refused != "" || !has(notes, c.Said)):
			t.Errorf("%s: taken, and said %q", c.ID, notes)
		}
	}
}

func TestHugeInputsAreAnsweredAtOnce(t *testing.T) {
	for name, text := range map[string]string{
		"a million columns":         strings.Repeat("a,", 1_000_000),
		"a million columns of rows": "title\n" + strings.Repeat("a,", 1_000_000),
		"a million quotes":          "title\n" + strings.Repeat(`"`, 1_000_001),
		"a long cell of separators": "title,tags\nA,\"" + strings.Repeat(";", 1_000_000) + "b\"\n",
		"a long team":               "title,team\nA," + strings.Repeat("&", 100_000) + "\n",
	} {
		if _, _, err := importCSV(text, nil, roadmap.New("", today)); err != nil && len(err.Error()) > 4000 {
			t.Errorf("%s: an error of %d characters", name, len(err.Error()))
		}
	}
	_, _, err := exchange.ReadJSON(strings.NewReader(`{"bywhen":1,"tasks":[{"id":"1","title":"A","tags":["a"`+strings.Repeat(`,"a"`, 1_000_000)+`]}]}`), today)
	if err == nil || !strings.Contains(err.Error(), "at most 10000 items") {
		t.Error(err)
	}
}

// FuzzReadJSON holds that no input panics, that whatever is taken is exported to bytes that are taken again and exported
// the same, and that nothing is taken that is no JSON.
func FuzzReadJSON(f *testing.F) {
	for _, c := range hostileInputs(f) {
		f.Add([]byte(c.Input))
	}
	whole, err := os.ReadFile("testdata/whole.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Fuzz(func(t *testing.T, data []byte) {
		r, _, err := exchange.ReadJSON(bytes.NewReader(data), today)
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\x1b") {
				t.Fatalf("not one line: %q", err)
			}
			return
		}
		if !json.Valid(data) && bytes.IndexByte(data, 0) < 0 && !bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) && data[0] < 0xfe {
			t.Fatalf("taken, but no JSON: %q", data)
		}
		first := asJSON(t, r)
		again, _, err := exchange.ReadJSON(strings.NewReader(first), today)
		if err != nil || asJSON(t, again) != first {
			t.Fatalf("%v\n%s", err, first)
		}
	})
}

// FuzzReadCSV holds the same of tables.
func FuzzReadCSV(f *testing.F) {
	for _, c := range hostileInputs(f) {
		f.Add([]byte(c.Input))
	}
	for _, text := range []string{
		"id,title,team,effort,people,also_needs,goal,phase,priority,tags,deadline,promised,status,started,finished,remaining,told,after,notes\n" +
			"1,A,\"m; n\",3/5/9d,2,\"n*2; \"\"a*b\"\"\",g,Build,p1,#a b;c,12 Mar 2026,,wip,2026-01-02,,1,,,\"x\ny\"\n2,B,,2w,,,,,,,1/13/2026,31.1.2026,done,,,,,1+2d:ss,=x\n",
		"task,state,stretch\nA,blocked,yes\nB,50%,no\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, _, err := importCSV(string(data), nil, roadmap.New("", today))
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\x1b") {
				t.Fatalf("not one line: %q", err)
			}
			return
		}
		first := asCSV(t, r)
		again, _, err := importCSV(first, nil, roadmap.New("", today))
		if err != nil {
			t.Fatalf("%v\n%s", err, first)
		}
		if second := asCSV(t, again); second != first {
			t.Fatalf("first\n%s\nthen\n%s", first, second)
		}
		if third := asJSON(t, r); !json.Valid([]byte(third)) {
			t.Fatalf("no JSON:\n%s", third)
		}
	})
}

func TestWhatIsTooLargeOrTooDeepIsRefusedByAStatedLimit(t *testing.T) {
	open := `{"bywhen":1,"tasks":[{"id":"0","title":"A"`
	var many strings.Builder
	many.WriteString(open)
	for i := 1; i <= 200_000; i++ {
		fmt.Fprintf(&many, `},{"id":"%d","title":"A"`, i)
	}
	for text, want := range map[string]string{
		many.String() + "}]}":                                                            "at most 200000 items: split the file",
		open + `,"tags":` + strings.Repeat("[", 1_000_000):                               "a text in double quotes is expected, not a list",
		`{"bywhen":1,"x":` + strings.Repeat(`{"a":`, 1_000_000):                          `unknown field "x"`,
		`{"bywhen":1,"calendar":` + strings.Repeat("[", 1_000_000):                       "an object { } is expected, not a list",
		`{"bywhen":1,"tasks":[{"title":"A"}]}`:                                           `the field "id" is missing`,
		`{"bywhen":1,"tasks":[{"id":"","title":"A"}]}`:                                   `tasks[0] "A": id: is empty`,
		`{"bywhen":1,"teams":[{"id":"","name":"A"}]}`:                                    `teams[0] "A": id: is empty`,
		`{"bywhen":1,"teams":[{"id":"0"}],` + open[len(`{"bywhen":1,`):] + `}]}`:         `"0" is there twice`,
		open + `,"notes":"` + strings.Repeat("n", 10<<20) + `"}]}`:                       "notes: is too long",
		`{"bywhen":1,"tasks":[{"id":"` + strings.Repeat("9", 1<<20) + `","title":"A"}]}`: "id",
	} {
		_, _, err := exchange.ReadJSON(strings.NewReader(text), today)
		if err == nil || !strings.Contains(err.Error(), want) || len(err.Error()) > 1000 {
			t.Errorf("%.80s…: %.300v, want %s", text, err, want)
		}
	}
}

// endless is a file that never ends.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestOfAFileThatDoesNotEndNoMoreThanTheLimitIsRead(t *testing.T) {
	if _, err := exchange.ImportJSON(endless{}); err == nil || err.Error() != "is larger than 256 MB: split it" {
		t.Error(err)
	}
}
