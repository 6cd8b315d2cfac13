package main

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// screen is what a terminal shows of the bytes that a program wrote: text alone, no colours.
type screen struct {
	w, h, x, y int
	top, end   int        // the lines that are moved; end is 0 where that is all
	cells      [][]string // the text of each cell; empty behind a wide character
	rest       string     // a sequence or a character of which not all bytes are there yet
}

func newScreen(w, h int) *screen {
	s := &screen{w: w, h: h}
	for range h {
		s.cells = append(s.cells, s.blank())
	}
	return s
}

func (s *screen) blank() []string {
	row := make([]string, s.w)
	for i := range row {
		row[i] = " "
	}
	return row
}

// String is the lines, without space at their ends.
func (s *screen) String() string {
	var b strings.Builder
	for _, row := range s.cells {
		b.WriteString(strings.TrimRight(strings.Join(row, ""), " ") + "\n")
	}
	return b.String()
}

// write takes the bytes that a program wrote.
func (s *screen) write(data string) {
	data = s.rest + data
	data, s.rest = wholeRunes(data)
	for data != "" {
		switch {
		case data[0] == 0x1b:
			n := sequence(data)
			if n == 0 {
				s.rest = data + s.rest
				return
			}
			s.control(data[:n])
			data = data[n:]
		case data[0] < ' ':
			s.move(data[0])
			data = data[1:]
		default:
			cluster, width := ansi.FirstGraphemeCluster(data, ansi.GraphemeWidth)
			s.put(cluster, width)
			data = data[len(cluster):]
		}
	}
}

// wholeRunes parts the beginning of a character, of which not all bytes are there yet, from the end.
func wholeRunes(s string) (whole, rest string) {
	for i := len(s) - 1; i >= max(len(s)-utf8.UTFMax, 0); i-- {
		if utf8.RuneStart(s[i]) {
			if !utf8.FullRuneInString(s[i:]) {
				return s[:i], s[i:]
			}
			break
		}
	}
	return s, ""
}

func (s *screen) move(c byte) {
	switch c {
	case '\r':
		s.x = 0
	case '\b':
		s.x = max(s.x-1, 0)
	case '\n':
		if s.y < s.h-1 {
			s.y++
			return
		}
		s.cells = append(s.cells[1:], s.blank())
	}
}

func (s *screen) put(cluster string, width int) {
	if s.x+width > s.w {
		s.x = 0
		s.move('\n')
	}
	if width == 0 {
		return
	}
	s.cells[s.y][s.x] = cluster
	for i := 1; i < width; i++ {
		s.cells[s.y][s.x+i] = ""
	}
	s.x += width
}

// sequence is the length of the escape sequence at the beginning, 0 where its end is not there yet.
func sequence(s string) int {
	if len(s) < 2 {
		return 0
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s); i++ {
			if s[i] >= 0x40 && s[i] <= 0x7e {
				return i + 1
			}
		}
		return 0
	case ']', 'P', '_', '^':
		for i := 2; i < len(s); i++ {
			if s[i] == 0x07 {
				return i + 1
			}
			if s[i] == 0x1b && i+1 < len(s) {
				return i + 2
			}
		}
		return 0
	}
	return 2
}

// control carries out the sequences that move the cursor or erase; all others change nothing that String shows.
func (s *screen) control(seq string) {
	if len(seq) < 3 || seq[1] != '[' {
		return
	}
	first, second := arguments(seq[2 : len(seq)-1])
	switch seq[len(seq)-1] {
	case 'A':
		s.y = max(s.y-max(first, 1), 0)
	case 'B':
		s.y = min(s.y+max(first, 1), s.h-1)
	case 'C':
		s.x = min(s.x+max(first, 1), s.w-1)
	case 'D':
		s.x = max(s.x-max(first, 1), 0)
	case 'G':
		s.x = min(max(first, 1), s.w) - 1
	case 'H', 'f':
		s.y, s.x = min(max(first, 1), s.h)-1, min(max(second, 1), s.w)-1
	case 'J':
		s.eraseScreen(first)
	case 'K':
		s.eraseLine(first)
	case 'h', 'l':
		if seq[2:len(seq)-1] == "?1049" { // the other screen: nothing is kept of either
			s.eraseScreen(2)
			s.x, s.y = 0, 0
		}
	case 'r':
		s.top, s.end, s.x, s.y = max(first-1, 0), second, 0, 0
	case 'L', 'M':
		s.moveLines(max(first, 1), seq[len(seq)-1] == 'M')
	case 'X':
		copy(s.cells[s.y][s.x:min(s.x+max(first, 1), s.w)], s.blank())
	}
}

// moveLines moves the lines from the cursor to the end of the region, up over those at the cursor or down.
func (s *screen) moveLines(n int, up bool) {
	end := s.end
	if end == 0 {
		end = s.h
	}
	for range min(n, end-s.y) {
		if up {
			copy(s.cells[s.y:end], s.cells[s.y+1:end])
			s.cells[end-1] = s.blank()
			continue
		}
		copy(s.cells[s.y+1:end], s.cells[s.y:end-1])
		s.cells[s.y] = s.blank()
	}
}

func (s *screen) eraseScreen(what int) {
	for y := range s.cells {
		if what == 2 || what == 0 && y > s.y {
			s.cells[y] = s.blank()
		}
	}
	if what == 0 {
		s.eraseLine(0)
	}
}

func (s *screen) eraseLine(what int) {
	for x := range s.w {
		if what == 2 || what == 0 && x >= s.x || what == 1 && x <= s.x {
			s.cells[s.y][x] = " "
		}
	}
}

func arguments(s string) (first, second int) {
	a, b, _ := strings.Cut(s, ";")
	first, _ = strconv.Atoi(a)
	second, _ = strconv.Atoi(b)
	return first, second
}
