package input

import (
	"strings"
)

// Untaken is a text that was typed and not taken: it is nowhere but on the screen.
type Untaken struct{ In, Text string } // what it was typed into, as "add"; empty where that has no name

// untaken is a text as Untaken; nothing where only space was typed, or what it began with.
func untaken(in, text, begun string) []Untaken {
	if text = strings.TrimSpace(text); text == "" || text == strings.TrimSpace(begun) {
		return nil
	}
	return []Untaken{{in, text}}
}

// Untaken is what was typed into the line; while an older one is shown, what was typed before that.
func (l *Line) Untaken() []Untaken {
	text := l.text.Value()
	if l.past > 0 {
		text = l.draft
	}
	return untaken(l.o.Prompt, text, l.o.Text)
}

// TakeUp goes on with a text that was typed or pasted elsewhere; nothing where it is empty.
func (l *Line) TakeUp(text string) {
	if text != "" {
		l.put(text, len(text))
		l.menu.close()
	}
}

// Untaken is the answer as far as it is typed.
func (f *First) Untaken() []Untaken { return f.line.Untaken() }

// Untaken is the text, where it was changed.
func (a *Area) Untaken() []Untaken { return untaken(a.title, a.Unsaved(), "") }

// Untaken is what each field holds that was changed, and what was typed into one of several lines.
func (f *Form) Untaken() []Untaken {
	var out []Untaken
	for i := range f.fields {
		own := &f.fields[i]
		switch text := own.now(); {
		case f.area != nil && i == f.at && f.area.Unsaved() != "":
			out = append(out, f.area.Untaken()...)
		case own.typed != "":
			out = append(out, untaken(own.Label, own.typed, "")...)
		default:
			out = append(out, untaken(own.Label, text, own.Value)...)
		}
	}
	return out
}

// Untaken is what was typed about each task and not told; what was told is taken.
func (c *CheckIn) Untaken() []Untaken {
	var out []Untaken
	for i := range c.rows {
		out = append(out, untaken(c.rows[i].Task, c.rows[i].draft, blockedWord)...)
	}
	return out
}

// Untaken are the lines that are ticked, one of them as it is being corrected.
func (p *Preview) Untaken() []Untaken {
	var out []Untaken
	for i, r := range p.of.Rows() {
		switch {
		case p.line != nil && i == p.at:
			out = append(out, untaken("", p.line.Value(), "")...)
		case r.Take && !r.Heading:
			out = append(out, untaken("", r.Text, "")...)
		}
	}
	return out
}
