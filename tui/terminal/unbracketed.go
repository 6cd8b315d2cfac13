package terminal

import (
	"bytes"
	"io"
	"slices"
	"time"
)

// A terminal that does not bracket what is pasted sends it as keys: several lines of it would be run as commands, the first letter of
// each a key and the rest an answer to whatever that opened. Nobody types so much at once; two lines may have been typed ahead.
const (
	leastPasted = 64 // bytes that come in one read
	leastLines  = 3
	leastALine  = 8       // bytes that its lines have on average: less may be a key that was held
	mostPasted  = 1 << 20 // bytes
	// pasteComes is how long the next part of it may take.
	pasteComes = 10 * time.Millisecond
)

var (
	pasteBegins = []byte("\x1b[200~")
	pasteEnds   = []byte("\x1b[201~")
)

// looksPasted tells whether what came in one read is text of several lines.
func looksPasted(in []byte) bool {
	if len(in) < leastPasted || bytes.IndexFunc(in, func(r rune) bool { return r < ' ' && r != '\r' && r != '\n' && r != '\t' || r == 0x7f }) >= 0 {
		return false
	}
	lines := bytes.FieldsFunc(in, func(r rune) bool { return r == '\r' || r == '\n' })
	return len(lines) >= leastLines && len(in) >= leastALine*len(lines)
}

// pastedFrom is the whole of a paste that began to come, in the brackets that its terminal leaves out. soon tells whether more of it comes.
func pastedFrom(in io.Reader, began []byte, soon func() bool) ([]byte, error) {
	text := append(bytes.Clone(pasteBegins), began...)
	for part := make([]byte, mostRead); len(text) < mostPasted && soon(); {
		n, err := in.Read(part)
		text = append(text, part[:n]...)
		if err != nil {
			return text, err
		}
	}
	end := len(text)
	if k := bytes.IndexByte(text[len(pasteBegins):], esc); k >= 0 { // a key that was pressed right after
		end = len(pasteBegins) + k
	}
	return slices.Concat(text[:end], pasteEnds, text[end:]), nil
}
