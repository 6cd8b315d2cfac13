package input

import (
	"slices"
	"strconv"

	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// ColumnChoice is a row of Columns: a column, how many cells it has and usually has, and whether it is shown.
type ColumnChoice struct {
	Name         string
	Width, Usual int
	Shown        bool
}

// Columns are the columns of a table: which are shown, in which order, how wide.
type Columns struct {
	NoRoom      func(name string) string // why there is no room for a column that is shown, empty where there is; nil: there is for each
	rows        []ColumnChoice
	least, most int
	at, top     int
	above       int // lines above the rows, as drawn last
	says        string
}

// NewColumns begins with columns in their order. A column has from least to most cells.
func NewColumns(rows []ColumnChoice, least, most int) *Columns {
	return &Columns{rows: slices.Clone(rows), least: least, most: most}
}

// Rows are the columns as they are now.
func (c *Columns) Rows() []ColumnChoice { return slices.Clone(c.rows) }

// Typing tells that no key is text here.
func (c *Columns) Typing() bool { return false }

// columnsAround are the lines besides the rows: two headings, a rule, keys.
const columnsAround = 4

// Height is how many lines it wants.
func (c *Columns) Height() int { return len(c.rows) + columnsAround }

// Key changes what is pointed at, takes or leaves.
func (c *Columns) Key(k tea.KeyMsg) Outcome {
	c.says = ""
	row := &c.rows[c.at]
	switch k.String() {
	case "esc", "ctrl+c", "q":
		return Outcome{Did: Left}
	case "enter":
		return Outcome{Did: Taken}
	case "j", "down", "ctrl+n":
		c.at = min(c.at+1, len(c.rows)-1)
	case "k", "up", "ctrl+p":
		c.at = max(c.at-1, 0)
	case " ":
		row.Shown = !row.Shown
	case "+", "=", "l", "right":
		c.widen(row, 1)
	case "-", "_", "h", "left":
		c.widen(row, -1)
	case "0":
		row.Width = row.Usual
	case "J", "shift+down":
		c.move(1)
	case "K", "shift+up":
		c.move(-1)
	default:
		return Outcome{Did: Nothing}
	}
	return Outcome{Did: Changed}
}

func (c *Columns) widen(row *ColumnChoice, by int) {
	row.Shown = true
	if n := row.Width + by; n < c.least || n > c.most {
		c.says = "a column has " + strconv.Itoa(c.least) + " to " + strconv.Itoa(c.most) + " cells"
		return
	}
	row.Width += by
}

// move takes the column pointed at to another place in the order.
func (c *Columns) move(by int) {
	if to := c.at + by; to >= 0 && to < len(c.rows) {
		c.rows[c.at], c.rows[to] = c.rows[to], c.rows[c.at]
		c.at = to
	}
}

// Click points at a row; on the one pointed at it does what space does.
func (c *Columns) Click(_, y int) Outcome {
	row := c.top + y - c.above
	switch {
	case y < c.above || row >= len(c.rows):
		return Outcome{Did: Nothing}
	case row == c.at:
		c.rows[row].Shown = !c.rows[row].Shown
	}
	c.at = row
	return Outcome{Did: Changed}
}

// columnName is the cells of a name.
const columnName = 12

// Draw gives h lines of w cells.
func (c *Columns) Draw(t *paint.Theme, w, h int) []string {
	hints := []Hint{{"enter", "keep"}, {"esc", "back"}, {"space", "show"}, {"+ -", "width"}, {"J K", "order"}, {"0", "usual width"}}
	foot := footer(t, w, nil, hints)
	if c.says != "" {
		foot = alarm(t, w, c.says, hints)
	}
	heading := t.Line(w).Space(1).Put(paint.Bold, "Columns of the Plan").Put(paint.Dim, ": those that are shown, from left to right").String()
	f := newFrame(t, w, h, heading, t.Line(w).Space(5).Fit(paint.Dim, "Column", columnName).Right(paint.Dim, "Cells", 6).String(), foot)
	room := f.room()
	c.top, c.above = max(min(c.top, c.at), c.at-room+1, 0), len(f.top)
	for i := c.top; i < min(c.top+room, len(c.rows)); i++ {
		f.rows = append(f.rows, c.row(t, w, i))
	}
	return f.lines()
}

func (c *Columns) row(t *paint.Theme, w, i int) string {
	r, l := &c.rows[i], t.Line(w)
	if i == c.at {
		l.Under(paint.Selected).Put(paint.Accent, t.Pointer)
	} else {
		l.Space(1)
	}
	box, style := "[ ]", paint.Dim
	if r.Shown {
		box, style = "[x]", paint.Text
	}
	l.Put(style, box).Space(1).Fit(style, r.Name, columnName).Right(style, strconv.Itoa(r.Width), 6)
	if r.Width != r.Usual {
		l.Put(paint.Dim, ", usually "+strconv.Itoa(r.Usual))
	}
	if r.Shown && c.NoRoom != nil {
		if why := c.NoRoom(r.Name); why != "" {
			l.Space(2).Put(paint.Risk, why)
		}
	}
	return l.String()
}
