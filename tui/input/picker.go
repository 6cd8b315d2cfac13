package input

import (
	"slices"
	"strings"
	"unicode"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"

	tea "github.com/charmbracelet/bubbletea"
)

// Row is a row of a Picker.
type Row struct {
	ID      string
	Title   string   // searched
	Columns []string // as its team and finish
	Also    string   // what else finds it, as its team's name; not shown
	Checked bool     // of a picker of one: what is chosen now
	Note    string   // what is said of a checked one, as ":ss+2d"
}

// Column is a column beside the title.
type Column struct {
	Name  string
	Width int
	Right bool // numbers and dates
}

// Side is one list to choose from; a picker may have two, and tab goes from one to the other.
type Side struct {
	Title string // as "Enclosure tooling waits for"
	Rows  []Row
	Empty string // what to say when there are no rows
}

// Choice is a row that is chosen, and what was typed of it.
type Choice struct{ ID, Note string }

// PickerReading is what choices mean.
type PickerReading struct {
	Effects []schedule.Effect
	Today   roadmap.Date
	Says    string // shown where there are no effects
	Problem string // why they cannot be taken
	// Refused tells why a row of a side cannot be chosen as well, as "would wait for itself through Antenna module"; empty
	// where it can. It is asked of the rows that are shown.
	Refused func(side int, id string) string
}

// PickerOptions say what is chosen from.
type PickerOptions struct {
	Sides   []Side // one or two
	Columns []Column
	Many    bool   // any number is checked with space; otherwise enter takes one
	Enter   string // what enter does, as "link"
	Hint    string // shown while nothing is typed
	// Note tells what is meant by that which was typed after a name ("+2d :ss"). Without it nothing may follow a name.
	Note func(text string) (meaning string, err error)
	// Read tells what the choices of each side mean, the one that enter would add included.
	Read func(choices [][]Choice) PickerReading
}

// Picker is a list of rows from which some are chosen, found by a few letters.
type Picker struct {
	o       PickerOptions
	sides   []side
	now     int
	text    Text
	read    PickerReading
	asked   [][]Choice // what read is of
	message string
}

type side struct {
	list
	rows []Row
}

// NewPicker begins with what is checked in the rows. A picker of one points at the row that is chosen now.
func NewPicker(o PickerOptions) *Picker {
	p := &Picker{o: o, sides: make([]side, len(o.Sides))}
	for i, s := range o.Sides {
		names, also := make([]string, len(s.Rows)), make([]string, len(s.Rows))
		chosen := 0
		for k, r := range s.Rows {
			names[k], also[k] = r.Title, r.Also
			if r.Checked && !o.Many {
				chosen = k
			}
		}
		p.sides[i].rows = slices.Clone(s.Rows)
		p.sides[i].show(names, also)
		p.sides[i].point(chosen)
	}
	p.Refresh()
	return p
}

// Refresh asks anew what the choices mean.
func (p *Picker) Refresh() {
	p.asked = nil
	p.refresh()
}

func (p *Picker) refresh() {
	choices := p.Choices()
	if p.o.Read != nil && (p.asked == nil || !slices.EqualFunc(choices, p.asked, slices.Equal)) {
		p.asked = choices
		p.read = p.o.Read(choices)
	}
}

// Side is the side that is shown.
func (p *Picker) Side() int { return p.now }

// Row is the number of the row pointed at among those of its side, -1 where none is.
func (p *Picker) Row() int { return p.side().row() }

// Text is what was typed to find a row.
func (p *Picker) Text() string { return p.text.Value() }

// Choices are what is checked on each side, in the order of the rows, with the one that enter would add.
func (p *Picker) Choices() [][]Choice {
	pending, note := p.pending()
	out := make([][]Choice, len(p.sides))
	for i := range p.sides {
		for k := range p.sides[i].rows {
			switch r := &p.sides[i].rows[k]; {
			case i == p.now && k == pending && (note != "" || !r.Checked):
				out[i] = append(out[i], Choice{r.ID, note})
			case r.Checked:
				out[i] = append(out[i], Choice{r.ID, r.Note})
			}
		}
	}
	return out
}

func (p *Picker) side() *side { return &p.sides[p.now] }

func (p *Picker) many() bool { return p.o.Many }

// refused is why a row of the side shown cannot be chosen.
func (p *Picker) refused(row int) string {
	if row < 0 || p.read.Refused == nil || p.side().rows[row].Checked && p.many() {
		return ""
	}
	return p.read.Refused(p.now, p.side().rows[row].ID)
}

// pending is the row that enter would check, -1 for none, and its note: what is pointed at once something was typed.
func (p *Picker) pending() (row int, note string) {
	name, note := p.parts()
	row = p.side().row()
	if !p.many() || name == "" && note == "" || row < 0 || p.refused(row) != "" || p.noteError() != nil {
		return -1, ""
	}
	return row, note
}

// parts are what was typed of a name, and what was typed after it.
func (p *Picker) parts() (name, note string) {
	text := p.text.Value()
	if p.o.Note == nil {
		return strings.TrimSpace(text), ""
	}
	return splitNote(text)
}

// splitNote parts what begins with a sign and a number, or a colon and a letter, from the name before it. A minus counts only
// at the beginning of a word, since names have hyphens.
func splitNote(text string) (name, note string) {
	for i := range len(text) - 1 {
		next := rune(text[i+1])
		starts := i == 0 || text[i-1] == ' '
		switch c := text[i]; {
		case (c == '+' || c == '-' && starts) && unicode.IsDigit(next), c == ':' && unicode.IsLetter(next):
			return strings.TrimSpace(text[:i]), strings.TrimSpace(text[i:])
		}
	}
	if starts := strings.TrimRight(text, "+-:"); starts == "" || strings.HasSuffix(starts, " ") {
		return strings.TrimSpace(starts), "" // a note that is only begun finds nothing and everything
	}
	return strings.TrimSpace(text), ""
}

func (p *Picker) noteError() error {
	if _, note := p.parts(); note != "" {
		_, err := p.o.Note(note)
		return err
	}
	return nil
}

// Key finds, moves, checks, turns, takes or leaves.
func (p *Picker) Key(k tea.KeyMsg) Outcome {
	p.message = ""
	name := k.String()
	switch {
	case leaves(k):
		return Outcome{Did: Left}
	case name == "esc":
		return p.escape()
	case name == "enter":
		return p.enter()
	case name == " " && p.many() && !k.Paste && !p.goesOn():
		return p.toggle()
	case name == "tab" || name == "shift+tab":
		return p.turn()
	}
	if taken, moved := p.side().key(name); taken {
		return p.moved(moved)
	}
	out := p.text.Key(k)
	p.message = out.Refused
	if out.Did == Changed {
		find, _ := p.parts()
		p.side().search(find)
		p.refresh()
	}
	return out
}

// Click is a click on what was drawn last: on a row it points there; on its box, or on the row pointed at, it does what space
// does, in a picker of one what enter does.
func (p *Picker) Click(x, y int) Outcome {
	p.message = ""
	place, ok := p.side().click(y)
	if !ok {
		return Outcome{Did: Nothing}
	}
	again := place == p.side().at
	p.side().at = place
	switch {
	case p.many() && (again || x < p.indent()):
		return p.toggle()
	case again:
		return p.enter()
	}
	return p.moved(true)
}

func (p *Picker) noteBegun() bool {
	_, note := p.parts()
	return note != ""
}

// goesOn tells whether a space belongs to what is typed: where the name pointed at goes on with one, or to part lag and type.
// A second space does not.
func (p *Picker) goesOn() bool {
	text := p.text.Value()
	if p.noteBegun() {
		return !strings.HasSuffix(text, " ") || p.noteError() != nil
	}
	row := p.side().row()
	return row >= 0 && text != "" && strings.Contains(strings.ToLower(p.side().rows[row].Title), strings.ToLower(text)+" ")
}

func (p *Picker) moved(yes bool) Outcome {
	if !yes {
		return Outcome{Did: Nothing}
	}
	p.refresh()
	return Outcome{Did: Changed}
}

func (p *Picker) escape() Outcome {
	if p.text.Value() == "" {
		return Outcome{Did: Left}
	}
	p.clear()
	p.refresh()
	return Outcome{Did: Changed}
}

// clear takes what was typed away and goes on pointing at the same row.
func (p *Picker) clear() {
	row := p.side().row()
	p.text.Set("")
	p.side().search("")
	if row >= 0 {
		p.side().point(row)
	}
}

// turn goes to the other side. What was typed after a name counts: it could not be seen from there that it was lost.
func (p *Picker) turn() Outcome {
	if len(p.sides) < 2 {
		return Outcome{Did: Nothing}
	}
	if at, note := p.pending(); at >= 0 && note != "" {
		p.check(at, note)
	}
	p.clear()
	p.now = 1 - p.now
	p.clear()
	p.refresh()
	return Outcome{Did: Changed}
}

// check checks a row, with what was typed after its name.
func (p *Picker) check(row int, note string) {
	r := &p.side().rows[row]
	if r.Checked = true; note != "" {
		r.Note = note
	}
}

// toggle checks the row pointed at, or no longer, and is ready for the next name. With something typed after the name it checks.
func (p *Picker) toggle() Outcome {
	row := p.side().row()
	if row < 0 {
		return p.refuse("nothing to choose")
	}
	if why := p.refused(row); why != "" {
		return p.refuse(why)
	}
	if _, note := p.parts(); note != "" {
		p.check(row, note)
	} else {
		r := &p.side().rows[row]
		r.Checked, r.Note = !r.Checked, ""
	}
	p.clear()
	p.refresh()
	return Outcome{Did: Changed}
}

func (p *Picker) refuse(why string) Outcome {
	p.message = why
	return Outcome{Did: Nothing}
}

func (p *Picker) enter() Outcome {
	row := p.side().row()
	name, note := p.parts()
	typed := name != "" || note != ""
	switch {
	case row < 0 && (typed || !p.many()):
		return p.refuse("nothing to choose")
	case (typed || !p.many()) && p.refused(row) != "":
		return p.refuse(p.refused(row))
	case p.noteError() != nil:
		return p.refuse(p.noteError().Error())
	case p.read.Problem != "":
		return p.refuse(p.read.Problem)
	}
	if at, note := p.pending(); at >= 0 {
		p.check(at, note)
		p.clear()
	}
	return Outcome{Did: Taken, At: row}
}
