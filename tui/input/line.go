package input

import (
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// Typed is what stands in a line.
type Typed struct {
	Text   string
	Cursor int // bytes of Text
	Kept   []Kept
}

// Kept is something that a line keeps from the one before, shown before the text; backspace there removes it.
type Kept struct {
	Field string // as "team"
	ID    string
	Text  string // as "@Mechanics"
}

// Reading is what a text means. All of it may be left out.
type Reading struct {
	Chips      []phrase.Chip
	Notes      []paint.Span       // what it makes of what it is about beside what the chips say, behind them
	Candidates []phrase.Candidate // completions at the cursor, best first
	Effects    []schedule.Effect  // what it would do to the deadlines
	Idles      string             // whom it would leave without work, in words
	Today      roadmap.Date
	// Listed is what the text makes where that is many things: it stands above the line.
	Listed []Listed
	// Says is shown where there are no effects.
	Says string
	// Problem is why it cannot be taken; enter then says so and takes nothing.
	Problem string
}

// LineOptions say what a Line is for.
type LineOptions struct {
	Prompt string // as "add"
	Text   string // what it begins with
	Hint   string // shown while it is empty
	// HintFor is Hint where that depends on what is kept from the line before.
	HintFor func([]Kept) string
	Enter   string // what enter does, as "add, next"
	Esc     string // what esc does, as "done"
	Kept    []Kept
	History []string // lines typed before, the oldest first
	// Read tells what a text means. Without it the line is a plain one, as for a name.
	Read func(Typed) Reading
	// Deadlines keeps two lines for what the text does to the deadlines.
	Deadlines bool
	// Empty lets enter take an empty line; otherwise that leaves.
	Empty bool
	// Over lets what is typed first take the place of the text that the line begins with; any other key keeps that.
	Over bool
	// Needed is what there must be, as "a name": enter on an empty line then says so, and does not leave.
	Needed string
}

// Line is a line in the language of phrase, with what it means below it while it is typed: the line that adds tasks, the one
// that sets fields, the filter, or a plain name.
type Line struct {
	o       LineOptions
	text    Text
	kept    []Kept
	history []string
	read    Reading
	menu    menu
	refused string
	past    int // how far back in the history; 0 is what is being typed
	draft   string
}

// NewLine begins a line.
func NewLine(o LineOptions) *Line {
	l := &Line{o: o, kept: o.Kept, history: slices.Clip(o.History)}
	l.text.Set(o.Text)
	l.Refresh()
	if !strings.HasSuffix(o.Text, "@") && !strings.HasSuffix(o.Text, ":") { // what is begun so goes on with a name or a value
		l.menu.close()
	}
	return l
}

// Typed is what stands in the line.
func (l *Line) Typed() Typed { return Typed{l.text.Value(), l.text.Cursor(), l.kept} }

// Text is the text as typed.
func (l *Line) Text() string { return l.text.Value() }

// Reading is what it means.
func (l *Line) Reading() Reading { return l.read }

// Lines are those taken so far, and those it began with, the oldest first.
func (l *Line) Lines() []string { return l.history }

// Refresh asks anew what the text means: the roadmap may be another.
func (l *Line) Refresh() {
	l.read = Reading{}
	if l.o.Read != nil {
		l.read = l.o.Read(l.Typed())
	}
	l.menu.offer(l.read.Candidates, l.text.Value())
}

// Next is for a line that stays open: what was taken goes into the history and the line is empty again.
func (l *Line) Next(kept ...Kept) {
	l.remember()
	l.kept = kept
	l.text.Set("")
	l.past, l.refused = 0, ""
	l.Refresh()
	l.menu.close()
}

// put replaces the text, with the cursor behind so many bytes of it.
func (l *Line) put(text string, cursor int) {
	l.text.Set(text)
	l.text.settle(max(0, min(cursor, len(text))))
	l.Refresh()
}

// Say shows a text below the line until the next key, as what was added just now.
func (l *Line) Say(text string) { l.read.Says = text }

// Refuse says why what was taken could not be done. The text stays as it is; the next key takes the message away.
func (l *Line) Refuse(why string) { l.refused = why }

func (l *Line) remember() {
	if s := l.text.Value(); s != "" && (len(l.history) == 0 || l.history[len(l.history)-1] != s) {
		l.history = append(l.history, s)
	}
}

// Key edits the line, chooses in its menu, goes through its history, takes or leaves it.
func (l *Line) Key(k tea.KeyMsg) Outcome {
	l.refused = ""
	if l.o.Over && (k.Type == tea.KeyRunes || k.Type == tea.KeySpace) && !k.Alt {
		l.text.Set("")
	}
	l.o.Over = false
	if leaves(k) {
		return Outcome{Did: Left}
	}
	if l.menu.open() {
		if out, ok := l.inMenu(k); ok {
			return out
		}
	}
	switch k.String() {
	case "esc":
		return Outcome{Did: Left}
	case "enter":
		return l.enter()
	case "up", "ctrl+p":
		return l.recall(l.past + 1)
	case "down", "ctrl+n":
		return l.recall(l.past - 1)
	case "tab", "shift+tab":
		return l.reopen()
	case "backspace", "ctrl+h":
		if n := len(l.kept); n > 0 && l.text.Cursor() == 0 {
			l.kept = slices.Clone(l.kept[:n-1])
			return l.changed()
		}
	}
	out := l.text.Key(k)
	if out.Did == Changed {
		l.past = 0
		return l.changed()
	}
	l.refused = out.Refused
	return out
}

func (l *Line) changed() Outcome {
	l.Refresh()
	return Outcome{Did: Changed}
}

// inMenu is a key while completions are listed; false where it is a key for the text.
func (l *Line) inMenu(k tea.KeyMsg) (Outcome, bool) {
	switch k.String() {
	case "esc":
		l.menu.close()
	case "tab", "up", "ctrl+p":
		if l.menu.alone() && k.Type == tea.KeyTab {
			l.menu.move(1)
			return l.complete(), true
		}
		l.menu.move(1)
	case "shift+tab", "down", "ctrl+n":
		l.menu.move(-1)
	case "enter":
		if !l.menu.chosen() {
			return Outcome{}, false
		}
		return l.complete(), true
	default:
		return Outcome{}, false
	}
	return Outcome{Did: Nothing}, true
}

// complete puts the chosen completion in.
func (l *Line) complete() Outcome {
	c := l.menu.candidate()
	l.text.replace(c.Start, c.End, c.Insert)
	out := l.changed()
	l.menu.close()
	return out
}

// reopen lists the completions once more.
func (l *Line) reopen() Outcome {
	l.menu.offer(l.read.Candidates, l.text.Value())
	l.menu.move(1)
	return Outcome{Did: Nothing}
}

func (l *Line) enter() Outcome {
	switch {
	case l.o.Needed != "" && strings.TrimSpace(l.text.Value()) == "":
		l.refused = "type " + l.o.Needed + " first"
		return Outcome{Did: Nothing}
	case l.text.Value() == "" && !l.o.Empty:
		return Outcome{Did: Left}
	case l.read.Problem != "":
		l.refused = l.problem()
		return Outcome{Did: Nothing}
	}
	return Outcome{Did: Taken}
}

// problem is why the text cannot be taken, in the words of the chip that says so where one does.
func (l *Line) problem() string {
	return problemOf(l.read.Chips, l.read.Problem)
}

// Problem is why a text cannot be taken, the field and what is wrong with its value: in the words of the chip that says so where
// one does, else those of an error.
func Problem(chips []phrase.Chip, err error) string { return problemOf(chips, err.Error()) }

func problemOf(chips []phrase.Chip, otherwise string) string {
	for _, c := range chips {
		if c.Problem != "" {
			text, _ := chipText(c, -1)
			return text
		}
	}
	return otherwise
}

// recall goes to an older or newer line of the history.
func (l *Line) recall(past int) Outcome {
	if past < 0 || past > len(l.history) {
		return Outcome{Did: Nothing}
	}
	if l.past == 0 {
		l.draft = l.text.Value()
	}
	l.past = past
	text := l.draft
	if past > 0 {
		text = l.history[len(l.history)-past]
	}
	l.text.Set(text)
	l.Refresh()
	l.menu.close()
	return Outcome{Did: Changed}
}
