package terminal

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
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

// What is typed ahead is handed on key by key where an escape would join the next; alt and a key alone stay one.
func TestAnEscapeTypedAheadDoesNotJoinTheNextKey(t *testing.T) {
	for typed, want := range map[string][]string{
		"jjk":                    {"jjk"},
		"\x1bg":                  {"\x1bg"},
		"\x1bb\x1bb":             {"\x1bb\x1bb"},
		"\x1b\x1b":               {"\x1b\x1b"},
		"text\r\x1bgj":           {"text\r\x1b", "gj"},
		"a\x1b:\x1b\x1bj":        {"a\x1b", ":\x1b", "\x1b", "j"},
		"\x1b[A\x1b[<0;1;1M\x1b": {"\x1b[A\x1b[<0;1;1M\x1b"},
		"x\x1b\x1b[D":            {"x\x1b", "\x1b[D"},
		"\x1b[[A\x1bOPé":         {"\x1b[[A\x1bOPé"},
	} {
		a, buf, got := ahead{}, make([]byte, 255), []string(nil)
		a.take([]byte(typed), false)
		for n := a.next(buf); n > 0; n = a.next(buf) {
			got = append(got, string(buf[:n]))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q comes as %q, want %q", typed, got, want)
		}
	}
}

// Several lines that come in one read are a paste, also where the terminal says nothing; keys typed ahead or held are none.
func TestLinesThatComeAtOnceAreAPaste(t *testing.T) {
	mail := "Hi Ana,\r\rEnclosure tooling: the steel came late\rRadio driver: done on Friday\r\rBest, Ben\r"
	for typed, want := range map[string]bool{
		mail:                                 true,
		strings.ReplaceAll(mail, "\r", "\n"): true,
		"Radio driver: done on Friday\r":     false, // a line may be typed ahead
		"Packaging print @foxconn promised:15-may after:pack\rAssembly line @ops 8d x2\r": false, // nor are two
		strings.Repeat("j", 300):     false,
		strings.Repeat("\r", 300):    false,
		strings.Repeat("x\r", 100):   false,
		mail + "\x1b[A":              false,
		strings.Repeat("word ", 100): false,
	} {
		if got := looksPasted([]byte(typed)); got != want {
			t.Errorf("%.40q is a paste: %v", typed, got)
		}
	}
	rest := strings.NewReader("and more\rof it\x1b")
	got, err := pastedFrom(rest, []byte(mail), func() bool { return rest.Len() > 0 })
	if want := "\x1b[200~" + mail + "and more\rof it\x1b[201~\x1b"; string(got) != want || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

// However much is typed ahead, and wherever a read ends, no key comes in two parts, and nothing is lost.
func TestNoKeyComesInTwoParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfN(rapid.SampledFrom([]string{"j", "é", "宽", "\x1b[A", "\x1b[<35;120;40M", "\x1bOP", "\r"}), 1, 300).Draw(t, "keys")
		typed := []byte(strings.Join(keys, ""))
		cut := rapid.IntRange(0, len(typed)).Draw(t, "cut")
		a, buf, n := ahead{}, make([]byte, rapid.IntRange(16, 255).Draw(t, "room")), 0
		for i, part := range [][]byte{typed[:cut], typed[cut:]} {
			a.take(part, i == 0)
			for got := a.next(buf); got > 0; got = a.next(buf) {
				for rest := string(buf[:got]); rest != ""; n++ {
					if n >= len(keys) || !strings.HasPrefix(rest, keys[n]) {
						t.Fatalf("%q where key %d of %q is due", rest, n, keys)
					}
					rest = rest[len(keys[n]):]
				}
			}
		}
		if n != len(keys) {
			t.Fatalf("%d keys of %d", n, len(keys))
		}
	})
}

// shown is a terminal that takes in what a screen writes: cells with their styles.
type shown struct {
	cells [][]seenCell
	style drawn
	y, x  int
	wrong string // what no terminal should be told
	// The region of lines that are moved; end is 0 where that is all.
	top, end int
}

type seenCell struct {
	text  string
	style drawn
}

// shows tells whether a cell looks as it should: of a space only what is seen on one counts.
func (c seenCell) shows(want cell) bool {
	style := parse(want.style)
	plain := c.style.behind == "" && !c.style.on[4] && !c.style.on[7] && !c.style.on[9]
	return c.text == want.text && (c.style == style || want.text == " " && plain && !seenOnSpace(want.style))
}

func (s *shown) take(out []byte) {
	for rest := string(out); rest != ""; {
		switch rest[0] {
		case '\r':
			s.x, rest = 0, rest[1:]
			continue
		case '\b':
			s.x, rest = s.x-1, rest[1:]
			continue
		case '\n':
			if s.y++; s.y == len(s.cells) {
				s.wrong = "the screen was scrolled by a line feed"
				return
			}
			rest = rest[1:]
			continue
		}
		if !strings.HasPrefix(rest, "\x1b[") {
			text, n := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
			s.part(s.x)
			s.part(s.x + n)
			s.cells[s.y][s.x] = seenCell{text, s.style}
			for k := 1; k < n; k++ {
				s.cells[s.y][s.x+k] = seenCell{"", s.style}
			}
			s.x, rest = s.x+n, rest[len(text):]
			continue
		}
		end := strings.IndexAny(rest, "mHJKXABCDLMrhl") + 1
		sequence := rest[:end]
		rest = rest[end:]
		s.do(sequence)
	}
}

// part leaves no wide character of which one half lies before x and one at it.
func (s *shown) part(x int) {
	if line := s.cells[s.y]; x > 0 && x < len(line) && line[x].text == "" {
		line[x-1].text, line[x].text = " ", " "
	}
}

func (s *shown) do(sequence string) {
	switch end := len(sequence) - 1; sequence[end] {
	case 'm':
		s.sgr(strings.Split(sequence[2:end], ";"))
	case 'A', 'B', 'C', 'D', 'L', 'M':
		n := 1
		_, _ = fmt.Sscanf(sequence, "\x1b[%d", &n)
		s.step(sequence[end], n)
	case 'r':
		s.top, s.end, s.y, s.x = 0, 0, 0, 0
		if n, _ := fmt.Sscanf(sequence, "\x1b[%d;%dr", &s.top, &s.end); n == 2 {
			s.top--
		}
	case 'H':
		y, x := 1, 1
		if n, _ := fmt.Sscanf(sequence, "\x1b[%d;%dH", &y, &x); n < 2 {
			x = 1
		}
		s.y, s.x = y-1, x-1
	case 'X':
		n := 0
		_, _ = fmt.Sscanf(sequence, "\x1b[%dX", &n)
		s.erase(s.cells[s.y][s.x : s.x+n])
	case 'K':
		s.erase(s.cells[s.y][s.x:])
	case 'J':
		for _, line := range s.cells {
			s.erase(line)
		}
	}
}

// step moves the cursor, or the lines from it to the end of the region.
func (s *shown) step(to byte, n int) {
	switch to {
	case 'A':
		s.y -= n
	case 'B':
		s.y += n
	case 'C':
		s.x += n
	case 'D':
		s.x -= n
	default:
		if s.end == 0 || s.y < s.top || s.y >= s.end || n > s.end-s.y {
			s.wrong = fmt.Sprintf("%d lines moved at line %d, of %d to %d", n, s.y, s.top, s.end)
			return
		}
		fresh := make([][]seenCell, n)
		for i := range fresh {
			fresh[i] = make([]seenCell, len(s.cells[0]))
			s.erase(fresh[i])
		}
		if to == 'M' {
			copy(s.cells[s.y:s.end], slices.Concat(s.cells[s.y+n:s.end], fresh))
			return
		}
		copy(s.cells[s.y:s.end], slices.Concat(fresh, s.cells[s.y:s.end-n]))
	}
}

// sgr is how a terminal takes parameters of a style, one by one.
func (s *shown) sgr(parameters []string) {
	for len(parameters) > 0 {
		switch p := parameters[0]; p {
		case "", "0":
			s.style = drawn{}
		case "22":
			s.style.on[1], s.style.on[2] = false, false
		case "24", "27", "29":
			s.style.on[p[1]-'0'] = false
		case "39":
			s.style.fore = ""
		case "49":
			s.style.behind = ""
		default:
			n := 1
			if p == "38" || p == "48" {
				n = map[string]int{"5": 3, "2": 5}[parameters[1]]
			}
			more := parse("\x1b[" + strings.Join(parameters[:n], ";") + "m")
			for i, on := range more.on {
				s.style.on[i] = s.style.on[i] || on
			}
			s.style.fore, s.style.behind = or(more.fore, s.style.fore), or(more.behind, s.style.behind)
			parameters = parameters[n-1:]
		}
		parameters = parameters[1:]
	}
}

func (s *shown) erase(line []seenCell) {
	if s.style.behind != "" || s.style.on[7] {
		s.wrong = "erased in a style"
	}
	for i := range line {
		line[i] = seenCell{" ", drawn{}}
	}
}

// newShown is a terminal of w x h cells with nothing on it.
func newShown(w, h int) *shown {
	seen := &shown{}
	for range h {
		seen.cells = append(seen.cells, make([]seenCell, w))
		seen.erase(seen.cells[len(seen.cells)-1])
	}
	return seen
}

// differs says where the terminal does not show these lines; empty where it does.
func (s *shown) differs(lines []string) string {
	for y, line := range lines {
		for x, want := range cells(nil, line) {
			if got := s.cells[y][x]; !got.shows(want) {
				return fmt.Sprintf("cell %d of line %d is %v, want %q", x, y, got, want)
			}
		}
	}
	return ""
}

// words are what lines are made of: of one and of two cells, in the terminal's own style and in others.
var words = []string{"a", "b ", "  ", strings.Repeat(" ", 13), "\x1b[0;1mx", "\x1b[0;38;5;4my ", "\x1b[0;48;2;1;2;3m z", "\x1b[0m", "宽", "é", "│", "\x1b[0;4m    ", "🙂", "👩\u200d👧", "ی\u200cخ", "e\u0301", "\x1b[0;31mr", "\x1b[0;31;1mb b", "\x1b[0;2mf f", "\x1b[0;38;2;9;8;7;7;9mt", "\x1b[0;1;38;5;4mc"}

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
		w, h := rapid.IntRange(2, 50).Draw(t, "width"), rapid.IntRange(1, 4).Draw(t, "height")
		s, seen := screen{}, newShown(w, h)
		for range rapid.IntRange(1, 4).Draw(t, "frames") {
			f := anyFrame(t, w, h)
			seen.take(s.update(f))
			if wrong := seen.differs(f.lines); wrong != "" {
				t.Fatal(wrong)
			}
			if seen.wrong != "" {
				t.Fatal(seen.wrong)
			}
			if seen.style != (drawn{}) {
				t.Fatalf("left in style %v", seen.style)
			}
		}
	})
}

// Between the UI's screens of one size that are kept as golden ones, each and the next eight, what is written shows the second.
func TestFromScreensOfTheUIToOthers(t *testing.T) {
	screens := map[[2]int][][]string{}
	paths, _ := filepath.Glob(filepath.Join("..", "testdata", "*x*.txt"))
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
		var w, h int
		at := strings.LastIndexAny(path[:strings.LastIndex(path, "x")], "-_") + 1
		if _, err := fmt.Sscanf(path[at:], "%dx%d", &w, &h); err != nil {
			continue
		}
		lines = append(lines, make([]string, h)...)[:h] // some have their styles below, as a list
		for i, line := range lines {
			lines[i] = line + strings.Repeat(" ", w-ansi.StringWidth(line))
		}
		screens[[2]int{w, h}] = append(screens[[2]int{w, h}], lines)
	}
	pairs := 0
	for size, of := range screens {
		seen := newShown(size[0], size[1])
		s := screen{}
		for i, from := range of {
			for k := range min(8, len(of)) {
				to := of[(i+k+1)%len(of)]
				seen.take(s.update(frame{size[0], from}))
				seen.take(s.update(frame{size[0], to}))
				pairs++
				if wrong := seen.differs(to); wrong != "" {
					t.Fatal(wrong)
				}
			}
		}
	}
	if pairs < 500 {
		t.Errorf("only %d pairs", pairs)
	}
}

// A mistake in finding what differs costs bytes, not the program.
func TestAMistakeInWhatDiffersDrawsTheFrameWhole(t *testing.T) {
	f := frame{3, []string{"abc", "def"}}
	whole := string((&screen{}).update(f))
	s := screen{}
	s.update(frame{3, []string{"abc", "xyz"}})
	s.now = s.now[:1] // a line is missing from what is shown
	if got := string(s.surely(f)); got != whole {
		t.Errorf("%q, want %q", got, whole)
	}
}

// Where a list has moved its lines are moved on the terminal, whatever stands beside them, and what is then shown is the frame.
func TestAListThatMovesIsMovedByTheTerminal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const w, h = 90, 24
		rows, alike := rapid.IntRange(8, h-2).Draw(t, "rows"), rapid.IntRange(2, 30).Draw(t, "rows until one that looks like others")
		at := func(top, cursor int) frame {
			f := frame{w: w}
			for y := range h {
				line := fmt.Sprintf("   %d of those that do not move %9d  ", y, cursor)
				if y > 0 && y <= rows && (top+y)%alike == 0 {
					line = fmt.Sprintf("   a heading over some of the rows %22d  ", top)
				} else if y > 0 && y <= rows {
					line = fmt.Sprintf("  \x1b[0;1m row %d \x1b[0m what it is about, %d          ", top+y, (top+y)*7919)
				}
				if y == cursor {
					line = "\x1b[0;48;5;4m" + ansi.Strip(line)
				}
				left := w - ansi.StringWidth(line)
				f.lines = append(f.lines, line+fmt.Sprintf("%*s", left, fmt.Sprint(cursor*top*y))+reset)
			}
			return f
		}
		s, seen := screen{}, newShown(w, h)
		top := 100
		seen.take(s.update(at(top, 1)))
		for range 4 {
			top += rapid.IntRange(-9, 9).Draw(t, "by")
			out := s.update(at(top, rapid.IntRange(0, rows+1).Draw(t, "cursor")))
			seen.take(out)
			if wrong := seen.differs(s.shown.lines); wrong != "" {
				t.Fatal(wrong)
			}
		}
		if seen.wrong != "" {
			t.Fatal(seen.wrong)
		}
	})
	s := screen{}
	list := func(from int) frame {
		f := frame{60, []string{fmt.Sprintf("%-60s", "the heading")}}
		for i := range 14 {
			f.lines = append(f.lines, fmt.Sprintf("   %-57s", strings.Repeat(string(rune('a'+from+i)), 54)))
		}
		return f
	}
	s.update(list(0))
	if out, want := string(s.update(list(1))), begins+"\x1b[2;15r\x1b[2H\x1b[1M\x1b[r\x1b[15;4H"+strings.Repeat("o", 54)+ends; out != want {
		t.Errorf("%q, want %q", out, want)
	}
	if out, want := string(s.update(list(0))), begins+"\x1b[2;15r\x1b[2H\x1b[1L\x1b[r\x1b[2;4H"+strings.Repeat("a", 54)+ends; out != want {
		t.Errorf("%q, want %q", out, want)
	}
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
	want := begins + "\x1b[1;6HTWO" + "\r\n\x1b[K" + "\n\x1b[20Cy" + ends
	if out := string(s.update(frame{21, next})); out != want {
		t.Errorf("%q, want %q", out, want)
	}
}

// Where the size changes everything is drawn, and nothing of the old frame stays.
func TestAnotherSizeIsDrawnWhole(t *testing.T) {
	s := screen{}
	s.update(frame{3, []string{"abc", "def"}})
	if out := string(s.update(frame{2, []string{"ab", "de"}})); out != begins+"\x1b[2J\x1b[Hab\x1b[2Hde"+ends {
		t.Errorf("%q", out)
	}
}
