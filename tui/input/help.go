package input

import (
	"slices"
	"strings"

	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// HelpGroup is a heading with keys under it.
type HelpGroup struct {
	Title string
	Keys  []Hint
}

// Help is the table of keys, in as many columns as have room. / filters it.
type Help struct {
	title     string
	groups    []HelpGroup
	text      Text
	filtering bool // what is typed goes into the filter
	top, page int
	lines     int // how many there are, as drawn last
}

// NewHelp shows a table.
func NewHelp(title string, groups []HelpGroup) *Help {
	return &Help{title: title, groups: groups, page: 1}
}

// Key scrolls, filters or leaves: esc, q, ? and enter do.
func (h *Help) Key(k tea.KeyMsg) Outcome {
	if leaves(k) {
		return Outcome{Did: Left}
	}
	if h.filtering {
		return h.filter(k)
	}
	switch k.String() {
	case "esc":
		if h.text.Value() == "" {
			return Outcome{Did: Left}
		}
		h.text.Set("")
	case "q", "?", "enter", "f1":
		return Outcome{Did: Left}
	case "/":
		h.filtering = true
	default:
		if !h.scroll(k.String()) {
			return Outcome{}
		}
	}
	return Outcome{Did: Nothing}
}

func (h *Help) filter(k tea.KeyMsg) Outcome {
	switch k.String() {
	case "esc":
		h.text.Set("")
		h.filtering = false
	case "enter":
		h.filtering = false
	case "up", "down", "pgup", "pgdown":
		h.scroll(k.String())
	default:
		h.top = 0
		return h.text.Key(k)
	}
	return Outcome{Did: Nothing}
}

func (h *Help) scroll(key string) bool {
	by, ok := map[string]int{"j": 1, "down": 1, "k": -1, "up": -1, "pgdown": h.page, " ": h.page, "ctrl+d": h.page / 2, "pgup": -h.page,
		"ctrl+u": -h.page / 2, "g": -h.lines, "home": -h.lines, "G": h.lines, "end": h.lines}[key]
	h.top = max(0, min(h.top+by, h.lines-h.page))
	return ok
}

// shown are the groups as far as the filter finds them: each of its words in the key, in what it does, or in the heading.
func (h *Help) shown() []HelpGroup {
	words := strings.Fields(strings.ToLower(h.text.Value()))
	var out []HelpGroup
	for _, g := range h.groups {
		keys := slices.DeleteFunc(slices.Clone(g.Keys), func(k Hint) bool {
			text := strings.ToLower(g.Title + " " + k.Key + " " + k.Does)
			return slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
		})
		if len(keys) > 0 {
			out = append(out, HelpGroup{g.Title, keys})
		}
	}
	return out
}

// Draw gives n lines of w cells.
func (h *Help) Draw(t *paint.Theme, w, n int) []string {
	heading := t.Line(w).Space(1).Put(paint.Bold, h.title)
	if h.filtering || h.text.Value() != "" {
		heading = t.Line(w).Space(1).Put(paint.Bold, "find").Put(paint.Dim, " "+t.More+" ")
		h.text.Draw(t, heading, heading.Left()-1, h.filtering)
	}
	f := newFrame(t, w, n, t.Blank(w), heading.String(), "")
	if len(f.top) > 1 { // the blank line belongs under the heading
		f.top[0], f.top[1] = f.top[1], f.top[0]
	}
	rows := h.rows(t, w)
	h.lines, h.page = len(rows), max(f.room(), 1)
	h.top = max(0, min(h.top, h.lines-h.page))
	f.rows = rows[h.top:]
	if n > 2 {
		f.bottom[len(f.bottom)-1] = footer(t, w, h.more(), h.hints())
	}
	return f.lines()
}

func (h *Help) more() []paint.Span {
	if below := h.lines - h.top - h.page; below > 0 {
		return []paint.Span{{Style: paint.Dim, Text: paint.Count(below, "line") + " below"}}
	}
	return nil
}

func (h *Help) hints() []Hint {
	if h.filtering {
		return []Hint{{"enter", "keep"}, {"esc", "all keys"}}
	}
	out := []Hint{{"esc", "leave"}, {"/", "filter"}}
	if h.lines > h.page {
		out = append(out, Hint{"j k", "scroll"})
	}
	return out
}

// entry is a line of the table: a heading, a key, or nothing.
type entry struct {
	heading string
	key     Hint
}

// rows is the table in columns, as many as have room, each group in one of them.
func (h *Help) rows(t *paint.Theme, w int) []string {
	groups := h.shown()
	if len(groups) == 0 {
		return []string{t.Line(w).Space(1).Put(paint.Dim, "no key and no mark has these words").String()}
	}
	keys, does := widest(groups)
	keys = min(keys, max(w/2-2, 1))
	wide := min(keys+2+does, max(w-1, 1))
	if two := (w - 1 - columnGap*2) / 2; wide > two && two >= leastColumn {
		wide = two
		groups = wrapped(t, groups, wide-keys-2)
	}
	columns := inColumns(groups, max((w-1+columnGap*2)/(wide+columnGap*2), 1))
	var out []string
	for i := range longest(columns) {
		l := t.Line(w)
		for c, column := range columns {
			l.To(1 + c*(wide+columnGap*2))
			if i < len(column) {
				column[i].put(l, keys, wide)
			}
		}
		out = append(out, l.String())
	}
	return out
}

// leastColumn is the cells of a column below which one is better than two with lines that are broken.
const leastColumn = 36

// wrapped breaks what keys do into lines of so many cells; lines after the first have no key.
func wrapped(t *paint.Theme, groups []HelpGroup, does int) []HelpGroup {
	out := make([]HelpGroup, len(groups))
	for i, g := range groups {
		out[i].Title = g.Title
		for _, k := range g.Keys {
			for n, line := range t.Wrap(k.Does, does, 3) {
				out[i].Keys = append(out[i].Keys, Hint{[]string{k.Key, ""}[min(n, 1)], line})
			}
		}
	}
	return out
}

func widest(groups []HelpGroup) (keys, does int) {
	for _, g := range groups {
		for _, k := range g.Keys {
			keys, does = max(keys, paint.Width(k.Key)), max(does, paint.Width(k.Does))
		}
		does = max(does, paint.Width(g.Title)-keys-2)
	}
	return keys, does
}

// inColumns puts groups one after the other into at most n columns that are as short as can be.
func inColumns(groups []HelpGroup, n int) [][]entry {
	high := 0
	for _, g := range groups {
		high = max(high, len(g.Keys)+1)
	}
	for ; ; high++ {
		if columns := filled(groups, high); len(columns) <= n {
			return columns
		}
	}
}

// filled puts groups into columns of at most that height.
func filled(groups []HelpGroup, high int) [][]entry {
	var out [][]entry
	for _, g := range groups {
		last := len(out) - 1
		if last >= 0 && len(out[last])+1+len(g.Keys)+1 <= high {
			out[last] = append(out[last], entry{})
		} else {
			out = append(out, nil)
			last++
		}
		out[last] = append(out[last], entry{heading: g.Title})
		for _, k := range g.Keys {
			out[last] = append(out[last], entry{key: k})
		}
	}
	return out
}

func longest(columns [][]entry) int {
	n := 0
	for _, c := range columns {
		n = max(n, len(c))
	}
	return n
}

func (e entry) put(l *paint.Line, keys, wide int) {
	if e.heading != "" {
		l.Fit(paint.Bold, e.heading, wide)
		return
	}
	l.Fit(paint.Accent, e.key.Key, keys).Space(2).Fit(paint.Dim, e.key.Does, wide-keys-2)
}
