package tui

import (
	"bytes"
	"io"
	"os"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// askBackground asks the terminal for its background (OSC 11). The answer, where one comes, comes with the keys: replies
// takes it out of them. Nothing waits for it.
func (m *Model) askBackground() tea.Cmd {
	return m.guarded(func() tea.Msg {
		_, _ = io.WriteString(m.opts.Out, "\x1b]11;?\x07")
		return nil
	})
}

// replies is the terminal's input without its answer about the background.
type replies struct {
	*os.File
	answered func(light bool)
	gone     func() // nothing comes any more
	held     []byte // the beginning of an answer
	done     bool
}

var (
	answerBegins = []byte("\x1b]11;")
	longestReply = 64
)

// Read is os.File's, less the answer.
func (r *replies) Read(p []byte) (int, error) {
	n, err := r.File.Read(p)
	if err == io.EOF {
		r.gone()
	}
	if r.done || n <= 0 {
		return n, err
	}
	return copy(p, r.take(p[:n])), err
}

// take is what is left of some input when the answer is taken out.
func (r *replies) take(in []byte) []byte {
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
