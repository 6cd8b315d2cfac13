package terminal

import (
	"bytes"
	"testing"
)

// FuzzKeys holds that what is read in chunks of any size comes out as it went in, in order, but for the terminal's one answer; that
// each hand-over moves on and fits its buffer; and that no key but the last is cut in two.
func FuzzKeys(f *testing.F) {
	for _, in := range []string{"jk", "\x1b[A\x1bOPq", "\x1b]11;rgb:ffff/ffff/ffff\x1b\\jk", "a\x1b]11;rgb:1e/1e/1e\ab", "\x1b\x1b\x1b[", "\x1b[200~paste\x1b[201~", "\x1b[<0;10;20M", "\x1b]11;", "日\xe6\x97", "\x1b[[A", "\x1bj\x1bj"} {
		f.Add([]byte(in), uint8(3), uint8(5))
	}
	f.Fuzz(func(t *testing.T, in []byte, chunk, room uint8) {
		size, answers := int(chunk)%80+1, 0
		r, a := &replies{answered: func(bool) { answers++ }}, &ahead{}
		buf, p := make([]byte, mostRead), make([]byte, int(room)%40+16)
		var out []byte
		for rest := in; len(rest) > 0; {
			n := copy(r.room(buf), rest[:min(size, len(rest))])
			rest = rest[n:]
			a.take(buf[:r.take(buf, n)], false)
			for {
				k := a.next(p)
				if k > len(p) {
					t.Fatalf("%d bytes into %d", k, len(p))
				}
				if k == 0 {
					break
				}
				out = append(out, p[:k]...)
			}
			if len(a.rest) > 0 {
				t.Fatalf("%q is kept back", a.rest)
			}
		}
		out = append(out, r.held...)
		if !r.done {
			if !bytes.Equal(out, in) {
				t.Fatalf("%q comes out as %q", in, out)
			}
			return
		}
		at := bytes.Index(in, answerBegins)
		if at < 0 || answers > 1 || !bytes.HasPrefix(in, out[:at]) || !bytes.HasSuffix(in, out[at:]) {
			t.Fatalf("%q comes out as %q, with %d answers", in, out, answers)
		}
	})
}
