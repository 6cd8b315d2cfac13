package input

import (
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"

	tea "github.com/charmbracelet/bubbletea"
)

// Field is a line of a Form.
type Field struct {
	Name  string // what its owner knows it by, as "deadline"
	Label string // what the form calls it, as "Deadline"
	Value string // as it is now, in the words that would be typed
	Hint  string // shown while it is empty, as "12-mar, fri, +2w"
	Lines bool   // holds several lines: enter opens it
	// Complete lists completions at the cursor; nil for none.
	Complete func(text string, cursor int) []phrase.Candidate
	// Read tells what a text was understood as, "Fri 12 Mar", or why it cannot be taken; nil takes anything as it is.
	Read func(text string) (meaning string, err error)
	// Doubt tells what of a text may be a slip, though it can be taken: it stands under the field, also once the form is elsewhere.
	// Empty is nothing; nil doubts nothing.
	Doubt func(text string) string
}

// Value is what a field holds.
type Value struct{ Name, Text string }

// FormReading is what all fields together mean.
type FormReading struct {
	Effects []schedule.Effect
	Today   roadmap.Date
	Says    string // shown where there are no effects
	// Problem is why they cannot be taken together, and Field the name of the field that it is about; that may be empty.
	Problem, Field string
}

// FormOptions say what a Form is for.
type FormOptions struct {
	Title  string // as "Task Enclosure tooling"
	Fields []Field
	Enter  string // what enter does; "save" where it is not said
	// Check tells what the values mean together; it is asked only while each is fine by itself. nil has nothing to say.
	Check func([]Value) FormReading
}

// Form is fields, one a line, that are saved together.
type Form struct {
	o       FormOptions
	fields  []field
	at      int
	area    *Area // the field of several lines that is open
	menu    menu
	read    FormReading
	message string
	top     int   // first line shown
	above   int   // how many lines stand above it
	drawn   []int // the field that each line belongs to, as drawn last
}

type field struct {
	Field
	text    Text
	value   string // of a field of several lines
	typed   string // into it, and left without saving
	meaning string
	doubt   string
	err     error
}

// NewForm begins with the fields' values, in the first field.
func NewForm(o FormOptions) *Form {
	f := &Form{o: o, fields: make([]field, len(o.Fields))}
	for i, own := range o.Fields {
		f.fields[i] = field{Field: own, value: own.Value}
		if !own.Lines {
			f.fields[i].text.Set(own.Value)
			f.fields[i].Value = f.fields[i].text.Value()
		}
		f.fields[i].understand()
	}
	f.check()
	return f
}

// Values are what all fields hold.
func (f *Form) Values() []Value {
	out := make([]Value, len(f.fields))
	for i := range f.fields {
		out[i] = Value{f.fields[i].Name, f.fields[i].now()}
	}
	return out
}

// Changed are the fields that hold something else than in the beginning.
func (f *Form) Changed() []Value {
	var out []Value
	for i := range f.fields {
		if own := &f.fields[i]; own.now() != own.Value {
			out = append(out, Value{own.Name, own.now()})
		}
	}
	return out
}

// Focus goes to a field by its name; it stays where it is if there is none.
func (f *Form) Focus(name string) {
	for i := range f.fields {
		if f.fields[i].Name == name {
			f.focus(i)
		}
	}
}

// Refuse says why what was taken could not be done, at the field where that is named.
func (f *Form) Refuse(name, why string) {
	f.message = why
	f.Focus(name)
}

// Refresh asks anew what the fields mean.
func (f *Form) Refresh() {
	for i := range f.fields {
		f.fields[i].understand()
	}
	f.check()
}

func (f *field) now() string {
	if f.Lines {
		return f.value
	}
	return strings.TrimSpace(f.text.Value())
}

func (f *field) understand() {
	f.meaning, f.doubt, f.err = "", "", nil
	if f.Read != nil {
		f.meaning, f.err = f.Read(f.now())
	}
	if f.Doubt != nil && f.err == nil {
		f.doubt = f.Doubt(f.now())
	}
}

// check asks what all mean together, once each is fine.
func (f *Form) check() {
	f.read = FormReading{}
	if f.o.Check != nil && f.wrong() < 0 {
		f.read = f.o.Check(f.Values())
	}
}

// wrong is the first field that cannot be taken, or -1.
func (f *Form) wrong() int {
	for i := range f.fields {
		if f.fields[i].err != nil {
			return i
		}
	}
	return -1
}

// Key edits the field, goes to another one, saves or leaves.
func (f *Form) Key(k tea.KeyMsg) Outcome {
	f.message = ""
	switch {
	case f.area != nil:
		return f.inArea(k)
	case leaves(k):
		return Outcome{Did: Left}
	case len(f.fields) == 0:
		return f.empty(k)
	case f.menu.open() && f.inMenu(k):
		return Outcome{Did: Changed}
	}
	switch k.String() {
	case "esc":
		return Outcome{Did: Left}
	case "ctrl+s":
		return f.save()
	case "enter":
		if f.fields[f.at].Lines {
			return f.open()
		}
		return f.save()
	case "tab", "down", "ctrl+n":
		return f.focus((f.at + 1) % len(f.fields))
	case "shift+tab", "up", "ctrl+p":
		return f.focus((f.at + len(f.fields) - 1) % len(f.fields))
	}
	return f.edit(k)
}

// TakesLines tells whether several lines that are pasted belong to where the form is: they go into its field of several lines.
func (f *Form) TakesLines() bool { return len(f.fields) > 0 && f.fields[f.at].Lines }

// Click is a click on what was drawn last: it goes to the field there.
func (f *Form) Click(_, y int) Outcome {
	if i := y - f.above + f.top; f.area == nil && y >= f.above && i < len(f.drawn) {
		f.message = ""
		f.focus(f.drawn[i])
	}
	return Outcome{Did: Nothing}
}

func (f *Form) empty(k tea.KeyMsg) Outcome {
	switch k.String() {
	case "esc":
		return Outcome{Did: Left}
	case "enter", "ctrl+s":
		return Outcome{Did: Taken}
	}
	return Outcome{}
}

func (f *Form) focus(i int) Outcome {
	f.menu.close()
	f.at = i
	return Outcome{Did: Nothing}
}

// open begins to edit the field of several lines that the form is at.
func (f *Form) open() Outcome {
	own := &f.fields[f.at]
	f.area = NewArea(own.Label, own.value)
	f.area.TakeUp(own.typed)
	return Outcome{Did: Nothing}
}

func (f *Form) inArea(k tea.KeyMsg) Outcome {
	own := &f.fields[f.at]
	switch out := f.area.Key(k); out.Did {
	case Taken:
		own.value, own.typed = f.area.Text(), ""
		own.understand()
		f.check()
		f.area = nil
		return Outcome{Did: Changed}
	case Left:
		if own.typed = f.area.Unsaved(); own.typed != "" {
			f.message = own.Label + " are as they were; enter takes up again what you typed"
		}
		f.area = nil
		return Outcome{Did: Nothing}
	case Changed:
		return Outcome{Did: Nothing} // until it is saved the form has what it had
	default:
		return out
	}
}

func (f *Form) edit(k tea.KeyMsg) Outcome {
	own := &f.fields[f.at]
	if own.Lines {
		if k.Paste {
			f.open()
			return f.inArea(k)
		}
		return Outcome{}
	}
	was := own.text.Value()
	out := own.text.Key(k)
	f.message = out.Refused
	if own.text.Value() != was {
		f.changed()
		f.offer()
	}
	return out
}

func (f *Form) changed() {
	f.fields[f.at].understand()
	f.check()
}

func (f *Form) offer() {
	own := &f.fields[f.at]
	if own.Complete != nil {
		f.menu.offer(own.Complete(own.text.Value(), own.text.Cursor()), own.text.Value())
	}
}

// inMenu is a key while completions are listed below the field; false where it is one for the form.
func (f *Form) inMenu(k tea.KeyMsg) bool {
	switch name := k.String(); {
	case name == "esc":
		f.menu.close()
	case name == "down" || name == "ctrl+n":
		f.menu.move(1)
	case name == "up" || name == "ctrl+p":
		f.menu.move(-1)
	case (name == "enter" || name == "tab") && f.menu.chosen():
		c := f.menu.candidate()
		f.fields[f.at].text.replace(c.Start, c.End, c.Insert)
		f.changed()
		f.menu.close()
	default:
		return false
	}
	return true
}

// notSaved says which field keeps the form from being saved; what is wrong stands under it.
func notSaved(own *field) string { return "not saved yet: see " + own.Label }

func (f *Form) save() Outcome {
	if i := f.wrong(); i >= 0 {
		f.focus(i)
		f.message = notSaved(&f.fields[i])
		return Outcome{Did: Nothing}
	}
	if f.read.Problem != "" {
		why := f.read.Problem
		f.Focus(f.read.Field)
		if own := &f.fields[f.at]; own.Name == f.read.Field && own.Name != "" {
			why = notSaved(own)
		}
		f.message = why
		return Outcome{Did: Nothing}
	}
	return Outcome{Did: Taken}
}
