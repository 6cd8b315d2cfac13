package input

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// Asked is a line of a check-in: a task, what should have become of it, and why nobody may say so, as "off until 17 Feb"; or nothing.
// Earlier is what was told of it in another check-in of the day: it is shown, counts for none of this one, and can be told anew.
type Asked struct{ Task, Team, Expected, Note, Earlier string }

// Moved is the deadline that an answer moves furthest, and by how much; empty where it moves none.
type Moved struct {
	Title string
	By    paint.Span
}

// CheckIn collects the week's word: a line a task, what was expected beside what is told. Enter on a line says that it went as
// planned, or takes what was typed into it.
type CheckIn struct {
	title string
	today roadmap.Date
	rows  []askedRow
	at    int
	top   int // first row shown
	shown int // rows that there is room for, as drawn last
	line  *Line
	read  func(at int, text string) Reading
}

type askedRow struct {
	Asked
	told  string
	moved Moved
	draft string // typed, and not taken yet
	short bool   // the draft begins with a word that one letter stood for
}

// checkInKeys are the keys that mean something while nothing is typed into a line, as {"b", "blocked"}.
var checkInKeys = []Hint{{"b", "blocked"}, {"c", "chase"}, {"/", "another task"}, {"backspace", "not told"}}

// toldHelp are examples of what may be told on a day: that of a start has a date, since a weekday said on that day could be two.
func toldHelp(today roadmap.Date) string {
	_, m, day := (today - 1).Monday().Civil()
	return fmt.Sprintf("7d left · done fri · started %d-%s 4d left · not started · starts wed · promised 4 dec · unblocked", day, strings.ToLower(m.String()[:3]))
}

// blockedWord is what b stands for.
const blockedWord = "blocked "

// NewCheckIn asks on a day. read tells what a text typed into a line means.
func NewCheckIn(title string, rows []Asked, today roadmap.Date, read func(at int, text string) Reading) *CheckIn {
	c := &CheckIn{title: title, today: today, read: read, shown: 1}
	for _, r := range rows {
		c.rows = append(c.rows, askedRow{Asked: r})
	}
	c.begin()
	return c
}

// At is the line that the cursor is on; Text is what stands in it.
func (c *CheckIn) At() int { return c.at }

// Text is what is typed into the line that the cursor is on.
func (c *CheckIn) Text() string { return c.line.Text() }

// Typing tells whether letters are text now: nothing stands in the line yet, they may be keys.
func (c *CheckIn) Typing() bool { return c.line.Text() != "" }

// Told is how many lines are told, of how many that were not told earlier.
func (c *CheckIn) Told() (told, all int) {
	for i := range c.rows {
		r := &c.rows[i]
		told += b2i(r.told != "")
		all += b2i(r.told != "" || r.Earlier == "")
	}
	return told, all
}

// untold tells whether nothing was told in a line, now or earlier.
func (r *askedRow) untold() bool { return r.told == "" && r.Earlier == "" }

// Tell notes what was told in the line with the cursor, and goes on to the next that is not told.
func (c *CheckIn) Tell(told string, moved Moved) {
	c.TellAt(c.at, told, moved)
	c.next()
}

// TellAt notes what was told in a line; the cursor stays.
func (c *CheckIn) TellAt(at int, told string, moved Moved) {
	r := &c.rows[at]
	r.told, r.moved, r.draft = told, moved, ""
	if at == c.at {
		c.begin()
	}
}

// Reword has a line that was told say something else; what it moves stays.
func (c *CheckIn) Reword(at int, told string) {
	if r := &c.rows[at]; r.told != "" {
		r.told = told
	}
}

// Untell takes back what was told in the line with the cursor.
func (c *CheckIn) Untell() {
	c.rows[c.at].told, c.rows[c.at].moved = "", Moved{}
	c.begin()
}

// Insert puts a line right after another one; after -1 it is the first.
func (c *CheckIn) Insert(after int, row Asked) {
	c.rows = append(c.rows[:after+1], append([]askedRow{{Asked: row}}, c.rows[after+1:]...)...)
	if c.at > after && len(c.rows) > 1 {
		c.at++
	}
}

// GoTo puts the cursor on a line.
func (c *CheckIn) GoTo(at int) {
	c.at = at
	c.begin()
}

// typeBlocked begins the line with the word that b stands for.
func (c *CheckIn) typeBlocked() {
	c.rows[c.at].draft, c.rows[c.at].short = blockedWord, true
	c.begin()
}

// Say shows a text below the lines until the next key.
func (c *CheckIn) Say(text string) { c.line.Say(text) }

// Clear empties the line.
func (c *CheckIn) Clear() { c.rows[c.at].draft = ""; c.begin() }

// wholeWord takes b for the letter that it is where what follows makes a word with it that tells something, as blocked or begun: a
// word typed whole is never read as a key and the rest of it.
func (c *CheckIn) wholeWord() {
	r := &c.rows[c.at]
	rest, same := strings.CutPrefix(c.line.Text(), blockedWord)
	if word := blockedWord[:1] + rest; r.short && same && phrase.BeginsTold(word) {
		c.line.put(word, c.line.text.Cursor()-len(blockedWord)+1)
		r.short = false
	}
	r.short = r.short && same
}

// Refuse says why what was taken could not be done.
func (c *CheckIn) Refuse(why string) { c.line.Refuse(why) }

// begin makes the line anew for the row with the cursor.
func (c *CheckIn) begin() {
	at, draft := c.at, ""
	if len(c.rows) > 0 {
		draft = c.rows[at].draft
	}
	read := func(t Typed) Reading { return c.read(at, t.Text) }
	c.line = NewLine(LineOptions{Text: draft, Read: read, Empty: true, Enter: c.enters(), Esc: "done"})
}

// enters is what enter does where nothing is typed: what was told stands until something else is.
func (c *CheckIn) enters() string {
	told, all := c.Told()
	switch {
	case len(c.rows) == 0 || c.rows[c.at].untold():
		return "as planned"
	case c.nextBelow() >= 0:
		return "next"
	case told < all:
		return "what is left"
	}
	return "done"
}

// nextBelow is the first line below the cursor that is not told; -1 where there is none.
func (c *CheckIn) nextBelow() int {
	for i := c.at + 1; i < len(c.rows); i++ {
		if c.rows[i].untold() {
			return i
		}
	}
	return -1
}

// passOn is enter in a line that was told, with nothing typed. It never goes back up: there a second enter would tell what was passed
// over on purpose.
func (c *CheckIn) passOn() Outcome {
	if told, all := c.Told(); told == all {
		return Outcome{Did: Left}
	}
	c.next()
	return Outcome{Did: Nothing}
}

// next goes on to the next line below that is not told; where there is none the cursor stays, and what is left is said.
func (c *CheckIn) next() {
	if at := c.nextBelow(); at >= 0 {
		c.GoTo(at)
		return
	}
	c.begin()
	c.sayLeft()
}

// sayLeft says that nothing is left to tell below, and how much is above.
func (c *CheckIn) sayLeft() {
	switch told, all := c.Told(); all - told {
	case 0:
		c.Say("that was the last: all are told, enter ends")
	case 1:
		c.Say("that was the last: 1 above is not told yet, ↑ goes there, esc ends")
	default:
		c.Say(fmt.Sprintf("that was the last: %d above are not told yet, ↑ goes there, esc ends", all-told))
	}
}

// Key moves, types, tells (Taken, At says which line) or leaves. The letters that are keys while nothing is typed begin no word that
// tells something; but for b, which gives way to such a word.
func (c *CheckIn) Key(k tea.KeyMsg) Outcome {
	name := k.String()
	if len(c.rows) == 0 {
		if name == "q" || name == "esc" || name == "ctrl+c" {
			return Outcome{Did: Left}
		}
		return Outcome{Did: Nothing}
	}
	if step, ok := c.step(name); ok {
		c.move(step)
		return Outcome{Did: Nothing}
	}
	switch {
	case name == "esc" && c.line.Text() != "":
		c.Clear()
		return Outcome{Did: Changed}
	case c.line.Text() == "" && (name == "q" || name == "esc"):
		return Outcome{Did: Left}
	case c.line.Text() == "" && name == "b":
		c.typeBlocked()
		return Outcome{Did: Changed}
	case name == "tab" || name == "shift+tab":
		return Outcome{Did: Nothing}
	case name == "enter" && strings.TrimSpace(c.line.Text()) == "" && !c.rows[c.at].untold():
		return c.passOn()
	}
	out := c.line.Key(k)
	c.wholeWord()
	c.rows[c.at].draft = c.line.Text()
	if out.Did == Taken {
		out.At = c.at
	}
	return out
}

// step is by how many lines a key goes; letters go only while nothing is typed.
func (c *CheckIn) step(name string) (int, bool) {
	empty := c.line.Text() == ""
	switch name {
	case "up", "ctrl+p":
		return -1, true
	case "down", "ctrl+n":
		return 1, true
	case "pgup":
		return -c.shown, true
	case "pgdown":
		return c.shown, true
	case "k":
		return -1, empty
	case "j":
		return 1, empty
	case "home":
		return -len(c.rows), empty
	case "end":
		return len(c.rows), empty
	}
	return 0, false
}

func (c *CheckIn) move(by int) {
	if at := max(0, min(c.at+by, len(c.rows)-1)); at != c.at {
		c.GoTo(at)
	} else if by > 0 && c.line.Text() == "" {
		c.Say("this is the last line")
	}
}

// Draw gives h lines of w cells: the heading, a line a task, and what the text in the line means and does.
func (c *CheckIn) Draw(t *paint.Theme, w, h int) []string {
	if h <= 0 {
		return nil
	}
	if len(c.rows) == 0 {
		return c.nothing(t, w, h)
	}
	cols := checkInColumns(w, c.widestExpected())
	cols.widen(c.widest(func(r *askedRow) string { return r.Task }), c.widest(func(r *askedRow) string { return r.told }))
	told, all := c.Told()
	count := fmt.Sprintf("%d of %d told", told, all)
	if all == 0 {
		count = "all told earlier today"
	}
	head := t.Line(w).Space(1).Fit(paint.Bold, c.title, w-3-paint.Width(count)).Right(paint.Dim, count, paint.Width(count)+1).String()
	f := &frame{t: t, w: w, h: h}
	if h > 2 {
		f.top = append(f.top, head)
	}
	if h > 7 {
		f.top = append(f.top, cols.heading(t, w))
	}
	f.bottom = c.below(t, w, min(3, h-len(f.top)-1))
	c.shown = max(f.room(), 1)
	c.top = max(0, min(c.top, c.at, len(c.rows)-c.shown))
	if c.at >= c.top+c.shown {
		c.top = c.at - c.shown + 1
	}
	for i := c.top; i < min(c.top+f.room(), len(c.rows)); i++ {
		f.rows = append(f.rows, c.row(t, w, cols, i))
	}
	return f.lines()
}

// nothing is what is shown where nothing is asked: that, and what may be told all the same.
func (c *CheckIn) nothing(t *paint.Theme, w, h int) []string {
	f := &frame{t: t, w: w, h: h}
	if h > 2 {
		f.top = append(f.top, t.Line(w).Space(1).Fit(paint.Bold, c.title, w-2).String())
	}
	f.bottom = []string{footer(t, w, nil, []Hint{{"/", "a task"}, {"esc", "done"}})}
	if c.line.read.Says != "" && h > 3 {
		f.bottom = append([]string{t.Line(w).Space(1).Fit(paint.Text, c.line.read.Says, w-2).String()}, f.bottom...)
	}
	for _, s := range t.Wrap(nothingAsked, w-3, max(f.room(), 1)) {
		f.rows = append(f.rows, t.Line(w).Space(2).Put(paint.Dim, s).String())
	}
	return f.lines()
}

const nothingAsked = "Nothing should have moved since it was last told of. What comes in all the same: paste the lines of a mail, or find a task with /."

// below is what the text means, what it does, and the keys.
func (c *CheckIn) below(t *paint.Theme, w, h int) []string {
	if h <= 0 {
		return nil
	}
	l := c.line
	l.o.Deadlines = true
	hints := append([]Hint{{"enter", c.enters()}}, checkInKeys...)
	if r := c.rows[c.at]; r.told == "" {
		hints = hints[:len(hints)-1]
	}
	if hints = append(hints, Hint{"esc", "done"}); l.Text() != "" {
		l.o.Enter, l.o.Esc = "tell", "clear"
		return l.below(t, w, h)
	}
	out := []string{t.Line(w).Space(1).Put(paint.Dim, paint.WholeParts(toldHelp(c.today), w-2)).String(), t.Blank(w), footer(t, w, nil, hints)}
	if l.read.Says != "" {
		out[1] = t.Line(w).Space(1).Fit(paint.Text, l.read.Says, w-2).String()
	}
	if l.refused != "" {
		out[2] = alarm(t, w, l.refused, hints)
	}
	return out[3-h:]
}

// widestExpected is the cells that what was expected takes at most.
func (c *CheckIn) widestExpected() int {
	return c.widest(func(r *askedRow) string { return r.Expected })
}

// widest is the cells that a column takes at most.
func (c *CheckIn) widest(column func(*askedRow) string) int {
	widest := 0
	for i := range c.rows {
		widest = max(widest, paint.Width(column(&c.rows[i])))
	}
	return widest
}

// checkInColumns are the cells of each column; 0: it is not shown. What was expected has up to a third where it needs so much.
func checkInColumns(w, expected int) checkInCells {
	expected = max(min(expected+2, w/3), 16)
	out := checkInCells{moved: max(min(w/5, 26), 7), team: min(max(w/8, 12), 20), expected: expected}
	switch {
	case w < 50:
		out.team, out.expected, out.moved = 0, w/3, 0
	case w < 72:
		out.team = 0
	}
	if w < 100 {
		out.moved = min(out.moved, 7) // only by how much
	}
	rest := max(w-4-out.team-out.expected-out.moved-1, 4)
	out.told = max(min(rest*9/20, 44), min(rest/2, 16))
	out.task = min(rest-out.told, 48)
	return out
}

type checkInCells struct{ task, team, expected, told, moved int }

// widen gives to what was told what titles leave over, which keep nine twentieths of the room of both.
func (c *checkInCells) widen(task, told int) {
	room := c.task + c.told
	if more := min(told+1, room-min(task+1, room*9/20)); more > c.told {
		c.told, c.task = more, room-more
	}
}

func (c checkInCells) heading(t *paint.Theme, w int) string {
	l := t.Line(w).Space(3).Fit(paint.Dim, "Task", c.task).Space(1)
	if c.team > 0 {
		l.Fit(paint.Dim, "Team", c.team)
	}
	l.Fit(paint.Dim, "Expected", c.expected).Fit(paint.Dim, "Told", c.told)
	if c.moved > 0 {
		l.Right(paint.Dim, "Moves", c.moved)
	}
	return l.String()
}

// putMoved puts the deadline that an answer moves furthest, by its name where that has room, and by how much.
func (c checkInCells) putMoved(t *paint.Theme, l *paint.Line, m Moved) {
	days := paint.Width(m.By.Text)
	title := ""
	if room := c.moved - days - 2; days > 0 && room >= leastMoved {
		title, _ = t.Cut(m.Title, room)
		title += " "
	}
	l.Space(c.moved-paint.Width(title)-days).Put(paint.Dim, title).Put(m.By.Style, m.By.Text)
}

// leastMoved is how much of a deadline's name says something.
const leastMoved = 8

// shortTold is what was told without saying that it was planned so, where that has no room.
func shortTold(told string, room int) string {
	if paint.Width(told) > room {
		return strings.TrimPrefix(told, "as planned: ")
	}
	return told
}

func (c *CheckIn) row(t *paint.Theme, w int, cols checkInCells, i int) string {
	r := &c.rows[i]
	l, pointer, style := t.Line(w), " ", paint.Text
	if i == c.at {
		pointer = t.Pointer
		l.Under(paint.Selected)
	} else if r.told != "" {
		style = paint.Dim
	}
	l.Put(paint.Accent, pointer).Space(2).Fit(style, r.Task, cols.task).Space(1)
	if cols.team > 0 {
		l.Fit(paint.Dim, r.Team, cols.team-1).Space(1)
	}
	l.Fit(style, r.Expected, cols.expected-1).Space(1)
	switch {
	case i == c.at && c.line.Text() != "":
		c.line.text.Draw(t, l, min(cols.told+cols.moved, l.Left()-1), true, problems(c.line.read.Chips, c.line.text.Cursor())...)
	case i == c.at && r.untold():
		l.Put(paint.Accent, t.Cursor)
		if r.Note != "" {
			l.Space(1).Fit(paint.Dim, r.Note, min(cols.told+cols.moved, l.Left())-2)
		}
	case r.told != "":
		l.Fit(paint.Text, shortTold(r.told, cols.told-1), cols.told)
		if cols.moved > 0 {
			cols.putMoved(t, l, r.moved)
		}
	case r.draft != "":
		l.Fit(paint.Dim, r.draft+t.Ellipsis, cols.told)
	case r.Earlier != "":
		l.Fit(paint.Dim, shortTold(r.Earlier, cols.told-1), cols.told)
	default:
		l.Put(paint.Dim, t.Dot)
		if r.Note != "" {
			l.Space(1).Fit(paint.Dim, r.Note, min(cols.told+cols.moved, l.Left())-2)
		}
	}
	return l.String()
}
