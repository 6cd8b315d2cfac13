package terminal

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestTheTerminalsAnswerIsTakenOutOfTheKeys(t *testing.T) {
	for _, c := range []struct {
		in    []string
		rest  string
		light string
	}{
		{[]string{"\x1b]11;rgb:ffff/ffff/ffff\x1b\\jk"}, "jk", "light"},
		{[]string{"a\x1b]11;rgb:1e1e/1e1e/1e1e\ab"}, "ab", "dark"},
		{[]string{"\x1b]11;rg", "b:ff/ff/ff\x07q"}, "q", "light"},
		{[]string{"\x1b", "j"}, "\x1bj", ""},
		{[]string{"\x1b[A"}, "\x1b[A", ""},
	} {
		got, rest := "", ""
		r := &replies{answered: func(light bool) {
			got = map[bool]string{true: "light", false: "dark"}[light]
		}}
		for _, in := range c.in {
			buf := make([]byte, 80)
			rest += string(buf[:r.take(buf, copy(buf, in))])
		}
		if got != c.light || rest != c.rest {
			t.Errorf("%q: %q, keys %q", c.in, got, rest)
		}
	}
}

// shown is a terminal that takes in what a screen writes: cells with their styles.
type shown struct {
	t     testing.TB
	cells [][]cell
	style string
}

func (s *shown) take(out []byte) {
	y, x := 0, 0
	for rest := string(out); rest != ""; {
		if !strings.HasPrefix(rest, "\x1b[") {
			text, n := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
			s.cells[y][x] = cell{text, s.style}
			for k := 1; k < n; k++ {
				s.cells[y][x+k] = cell{"", s.style}
			}
			x, rest = x+n, rest[len(text):]
			continue
		}
		end := strings.IndexAny(rest, "mHJKhl") + 1
		sequence := rest[:end]
		rest = rest[end:]
		switch sequence[end-1] {
		case 'm':
			s.style = sequence
		case 'H':
			y, x = 0, 0
			if n, _ := fmt.Sscanf(sequence, "\x1b[%d;%dH", &y, &x); n == 1 {
				x = 1
			}
			y, x = y-1, x-1
		case 'K':
			s.erase(s.cells[y][x:])
		case 'J':
			for _, line := range s.cells {
				s.erase(line)
			}
		}
	}
}

func (s *shown) erase(line []cell) {
	if s.style != reset {
		s.t.Error("erased in a style")
	}
	for i := range line {
		line[i] = blank
	}
}

// words are what lines are made of: of one and of two cells, in the terminal's own style and in others.
var words = []string{"a", "b ", "  ", "\x1b[0;1mx", "\x1b[0;38;5;4my ", "\x1b[0;48;2;1;2;3m z", "\x1b[0m", "宽", "é", "│", "\x1b[0;4m    ", "🙂"}

func anyFrame(t *rapid.T, w, h int) frame {
	f := frame{w: w}
	for range h {
		line, left := "", w
		for left > 0 {
			word := rapid.SampledFrom(words).Draw(t, "word")
			if n := ansi.StringWidth(word); n <= left {
				line, left = line+word, left-n
			}
		}
		f.lines = append(f.lines, line+reset)
	}
	return f
}

// Whatever was shown before, a terminal that takes in an update shows the frame, cell for cell, and is left in its own style.
func TestAnUpdateMakesTheTerminalShowTheFrame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(2, 30).Draw(t, "width"), rapid.IntRange(1, 4).Draw(t, "height")
		s, seen := screen{}, &shown{t: &testing.T{}, style: reset}
		for range h {
			seen.cells = append(seen.cells, make([]cell, w))
		}
		for range rapid.IntRange(1, 4).Draw(t, "frames") {
			f := anyFrame(t, w, h)
			seen.take(s.update(f))
			for y, line := range f.lines {
				for x, want := range cells(nil, line) {
					if got := seen.cells[y][x]; got.text != want.text || got.style != want.style && (want.text != " " || seenOnSpace(got.style)) {
						t.Fatalf("cell %d of line %d is %q, want %q", x, y, got, want)
					}
				}
			}
			if seen.style != reset {
				t.Fatalf("left in style %q", seen.style)
			}
		}
	})
}

// A frame that is shown already is not written again; of another only the cells that differ are.
func TestOnlyWhatChangedIsWritten(t *testing.T) {
	s := screen{}
	lines := []string{"one  two  three      ", "fourteen             ", strings.Repeat("x", 21)}
	s.update(frame{21, lines})
	if out := s.update(frame{21, lines}); len(out) != 0 {
		t.Errorf("%q for what is shown", out)
	}
	next := []string{"one  TWO  three      ", "                     ", strings.Repeat("x", 20) + "y"}
	want := begins + "\x1b[1;6HTWO" + "\x1b[2H\x1b[K" + "\x1b[3;21Hy" + ends
	if out := string(s.update(frame{21, next})); out != want {
		t.Errorf("%q, want %q", out, want)
	}
}

// Where the size changes everything is drawn, and nothing of the old frame stays.
func TestAnotherSizeIsDrawnWhole(t *testing.T) {
	s := screen{}
	s.update(frame{3, []string{"abc", "def"}})
	if out := string(s.update(frame{2, []string{"ab", "de"}})); out != begins+"\x1b[2J\x1b[1Hab\x1b[2Hde"+ends {
		t.Errorf("%q", out)
	}
}
