package terminal

import (
	"bytes"
	"strconv"
	"strings"
)

// replies takes the terminal's answer about its background out of what is read.
type replies struct {
	answered func(light bool)
	held     []byte // the beginning of an answer
	done     bool
}

var answerBegins = []byte("\x1b]11;")

const longestReply = 64

// room is how much of a buffer may be read into, so that what was held finds room in it too.
func (r *replies) room(p []byte) []byte {
	if r.done {
		return p
	}
	return p[:max(len(p)-longestReply, 1)]
}

// take takes the answer out of the n bytes that were read into a buffer's room, and says how many are left in it.
func (r *replies) take(p []byte, n int) int {
	if r.done || n <= 0 {
		return n
	}
	return copy(p, r.without(p[:n]))
}

// without is what is left of some input when the answer is taken out.
func (r *replies) without(in []byte) []byte {
	all := append(r.held, in...)
	r.held = nil
	i := bytes.Index(all, answerBegins)
	if i < 0 {
		if k := bytes.LastIndex(all, answerBegins[:2]); k >= 0 && bytes.HasPrefix(answerBegins, all[k:]) {
			r.held = bytes.Clone(all[k:])
			return all[:k]
		}
		return all
	}
	end, next := replyEnd(all[i:])
	switch {
	case end < 0 && len(all)-i < longestReply:
		r.held = bytes.Clone(all[i:])
		return all[:i]
	case end < 0:
		return all
	}
	r.done = true
	if light, ok := isLight(string(all[i+len(answerBegins) : i+end])); ok {
		r.answered(light)
	}
	return append(bytes.Clone(all[:i]), all[i+next:]...)
}

// replyEnd is where the text of a reply ends, and where what follows begins; -1 where it is not all there.
func replyEnd(b []byte) (end, next int) {
	if i := bytes.IndexByte(b, '\a'); i >= 0 {
		return i, i + 1
	}
	if i := bytes.Index(b[2:], []byte("\x1b\\")); i >= 0 {
		return i + 2, i + 4
	}
	return -1, -1
}

// isLight reads "rgb:ffff/ffff/ffff", with one to four digits each; light is a luminance of more than half.
func isLight(colour string) (light, ok bool) {
	_, values, found := strings.Cut(colour, ":")
	parts := strings.Split(values, "/")
	if !found || len(parts) < 3 {
		return false, false
	}
	weight := [3]float64{0.299, 0.587, 0.114}
	sum := 0.0
	for i, p := range parts[:3] {
		v, err := strconv.ParseUint(p, 16, 32)
		if err != nil || len(p) == 0 || len(p) > 4 {
			return false, false
		}
		sum += weight[i] * float64(v) / float64(uint(1)<<(4*len(p))-1)
	}
	return sum > 0.5, true
}
