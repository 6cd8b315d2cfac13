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
}

// Palette finds a command by a few letters of its name.
type Palette struct {
	commands []Command
	order    []int // row of the list → place in commands
	list     list
	text     Text
	message  string
}

// NewPalette lists the commands used last first, then the others in their order. recent are places in commands, the last used first.
func NewPalette(commands []Command, recent ...int) *Palette {
	p := &Palette{commands: commands}
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
		names, keys = append(names, commands[i].Name), append(keys, commands[i].Key)
	}
	p.list.show(names, keys)
	return p
}

// Text is what was typed.
func (p *Palette) Text() string { return p.text.Value() }

// Key finds, moves, takes or leaves. Taken says by At which command; one that cannot be done now says why and is not taken.
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
		p.message = "no command has these letters"
		return Outcome{Did: Nothing}
	}
	at := p.order[row]
	if p.message = p.commands[at].Refused; p.message != "" {
		return Outcome{Did: Nothing}
	}
	return Outcome{Did: Taken, At: at}
}

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
		f.rows = append(f.rows, t.Line(w).Space(3).Put(paint.Dim, "no command has these letters").String())
	}
	return f.lines()
}

func (p *Palette) row(t *paint.Theme, w, place int) string {
	c := p.commands[p.order[p.list.found[place].row()]]
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
		l.To(end+1).Put(paint.Accent, c.Key)
	}
	return l.String()
}
