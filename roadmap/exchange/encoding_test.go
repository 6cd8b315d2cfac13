package exchange_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
)

// FuzzEncoding holds of any table: with a byte order mark, and in UTF-16 of either order, it is the roadmap, or the refusal, that it is
// in plain UTF-8; and of any bytes: what they are read as is clean, or they are refused in one clean line.
func FuzzEncoding(f *testing.F) {
	for _, text := range []string{"title,effort\nDüse,3\n", "title;team\n天線;mech\n", "title\n\"👩\u200d👩\"\n", "title\r\nA\r\n", "sep=|\ntitle|effort\nA|2,5\n", "\ufeff\ufefftitle\nA\n", "title\n\u2028\n", "a", "\xff\xfea", "D\xfcse\nA\n",
		"\xfe\xff\x00t\xd8\x00", "\xff\xfet\x00\x00\xdc", "t\x00i\x00t", "\x00t\x00i", "title\nx\x00\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		outcome := func(data []byte) string {
			r, _, err := importCSV(string(data), nil, roadmap.New("", today))
			if err != nil {
				if s := err.Error(); !roadmap.IsClean(s) || strings.Contains(s, "\n") || len(s) > 4000 {
					t.Fatalf("refused with %.600q", s)
				}
				return err.Error()
			}
			for _, task := range r.Tasks() {
				if !roadmap.IsClean(task.Title) || !roadmap.IsClean(task.Notes) || strings.Contains(task.Title, "\ufffd") {
					t.Fatalf("taken as %q, %q", task.Title, task.Notes)
				}
			}
			return asJSON(t, r)
		}
		plain := outcome(data)
		if _, _, err := exchange.ReadJSON(bytes.NewReader(data), today); err != nil && !roadmap.IsClean(err.Error()) {
			t.Fatalf("as JSON refused with %q", err)
		}
		if !utf8.Valid(data) || bytes.ContainsAny(data, "\x00\ufffd\ufeff") || len(data) == 0 {
			return
		}
		if marked := outcome(append([]byte("\xef\xbb\xbf"), data...)); marked != plain {
			t.Fatalf("with a mark\n%s, without\n%s", marked, plain)
		}
		for name, order := range map[string]unicode.Endianness{"little": unicode.LittleEndian, "big": unicode.BigEndian} {
			wide, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().Bytes(data)
			if err != nil {
				t.Fatal(err)
			}
			if got := outcome(wide); got != plain {
				t.Fatalf("in UTF-16, %s end first\n%s, in UTF-8\n%s", name, got, plain)
			}
		}
	})
}
