package input

import (
	"slices"

	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// Command is something that a Palette can do.
type Command struct {
	Name    string // as "Take a baseline"; searched
	Key     string // the key that does the same, as help shows it; may be empty
	Refused string // why it cannot be done now, as "nothing to undo"; empty where it can
	Also    string // words by which it is found, too; not shown
}

// Place is something that a Palette can go to.
type Place struct{ Title, Detail string }

// Palette finds a command, or a place, by a few letters of its name.
type Palette struct {
	commands []Command
	places   []Place
	order    []int // row of the list → place in commands
	list     list
	text     Text
	message  string
}

// NewPalette lists the commands used last first, then the others in their order. recent are numbers of commands, the last used
// first. Letters find places too, below the commands that they are meant for.
func NewPalette(commands []Command, places []Place, recent ...int) *Palette {
	p := &Palette{commands: commands, places: places}
	for _, i := range recent {
		if i >= 0 && i < len(commands) && !slices.Contains(p.order, i) {
			p.order = append(p.order, i)
		}
	}
	for i := range commands {
		if !slices.Contains(p.order, i) {
			p.order = append(p.order, i)
		}
	}
	var names, keys []string
	for _, i := range p.order {
		names, keys = append(names, commands[i].Name), append(keys, commands[i].Key+" "+commands[i].Also)
	}
	for _, at := range places {
		names, keys = append(names, at.Title), append(keys, at.Detail)
	}
	p.list.commands = len(commands)
	p.list.show(names, keys)
	return p
}

// Text is what was typed.
func (p *Palette) Text() string { return p.text.Value() }

// Key finds, moves, takes or leaves. Taken says by At which command, or behind them which place; a command that cannot be done now says why and is not taken.
func (p *Palette) Key(k tea.KeyMsg) Outcome {
	p.message = ""
	name := k.String()
	switch {
	case leaves(k) || name == "esc":
		return Outcome{Did: Left}
	case name == "enter":
		return p.enter()
	case name == "tab":
		name = "down"
	case name == "shift+tab":
		name = "up"
	}
	if taken, moved := p.list.key(name); taken {
		if moved {
			return Outcome{Did: Changed}
		}
		return Outcome{Did: Nothing}
	}
	out := p.text.Key(k)
	p.message = out.Refused
	if out.Did == Changed {
		p.list.search(p.text.Value())
	}
	return out
}

// Click is a click on what was drawn last: on a command it points there, on the one pointed at it does what enter does.
func (p *Palette) Click(_, y int) Outcome {
	p.message = ""
	place, ok := p.list.click(y)
	switch {
	case !ok:
		return Outcome{Did: Nothing}
	case place == p.list.at:
		return p.enter()
	}
	p.list.at = place
	return Outcome{Did: Changed}
}

func (p *Palette) enter() Outcome {
	row := p.list.row()
	if row < 0 {
		p.message = nothingFound
		return Outcome{Did: Nothing}
	}
	if row >= len(p.order) {
		return Outcome{Did: Taken, At: row}
	}
	at := p.order[row]
	if p.message = p.commands[at].Refused; p.message != "" {
		return Outcome{Did: Nothing}
	}
	return Outcome{Did: Taken, At: at}
}

const nothingFound = "nothing has these letters"

var paletteHints = []Hint{{"enter", "do it"}, {"esc", "leave"}}

// Draw gives h lines of w cells.
func (p *Palette) Draw(t *paint.Theme, w, h int) []string {
	heading := t.Line(w).Space(1).Put(paint.Bold, "Commands").String()
	foot := footer(t, w, nil, paletteHints)
	if p.message != "" {
		foot = alarm(t, w, p.message, paletteHints)
	}
	f := newFrame(t, w, h, heading, findLine(t, w, &p.text, "", "", ""), foot)
	from, to := p.list.window(len(f.top), f.room())
	for i := from; i < to; i++ {
		f.rows = append(f.rows, p.row(t, w, i))
	}
	if len(p.list.found) == 0 && f.room() > 0 {
		f.rows = append(f.rows, t.Line(w).Space(3).Put(paint.Dim, nothingFound).String())
	}
	return f.lines()
}

func (p *Palette) row(t *paint.Theme, w, place int) string {
	c, row, right := Command{}, p.list.found[place].row(), paint.Accent
	if row < len(p.order) {
		c = p.commands[p.order[row]]
	} else {
		at := &p.places[row-len(p.order)]
		c, right = Command{Name: at.Title, Key: at.Detail}, paint.Dim
	}
	l, style := t.Line(w), paint.Text
	if place == p.list.at {
		l.Under(paint.Selected).Put(paint.Accent, t.Pointer).Space(2)
	} else {
		l.Space(3)
	}
	if c.Refused != "" {
		style = paint.Dim
	}
	key := paint.Width(c.Key)
	if l.Left() < key+leastTitle {
		key = 0
	}
	end := w - key - 2
	putFound(t, l, style, c.Name, p.list.query, end-l.At()-1)
	if c.Refused != "" && end-l.At() > 12 {
		l.Space(columnGap).Fit(paint.Dim, c.Refused, end-l.At()-1)
	}
	if key > 0 {
		l.To(end+1).Put(right, c.Key)
	}
	return l.String()
}
