package phrase

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"bywhen/roadmap"
)

// PasteKind is what a pasted line became.
type PasteKind uint8

// What it may become.
const (
	PastedTask  PasteKind = iota
	PastedGoal            // a heading: the tasks below it belong to the goal, which is made where there is none
	PastedPhase           // a heading that is one of the phases: the tasks below it are in it
)

// Pasted is a line of a paste, as understood. Text is it in the language of the line that adds, to be corrected: a task, or for a
// heading its name (with a date at the end: the goal's deadline).
type Pasted struct {
	Kind   PasteKind
	Source int // its line in what was pasted, from 1
	Text   string
	Take   bool // to be added
}

// Paste is several lines as tasks and headings.
type Paste struct {
	Rows []Pasted
	More int // lines that are left out since there are too many

	ctx   Context
	comma rune // what parts cells besides tabs and bars: a comma, a semicolon, or 0
}

// mostPasted is how many lines one paste may add.
const mostPasted = 1000

// ReadPaste reads lines as they come out of documents, mails and tables: bullets, numbers and check boxes in front are taken off
// (one that is checked is done), (3d) is an effort, a line with a # or a colon at its end is a heading, cells between tabs or bars are
// columns: by the names of the first line where it has such, else by what they look like. Commas and semicolons part cells where
// the first line is nothing but names of columns. Lines that say nothing are left out. It never fails: what cannot be understood
// stays in the title.
func ReadPaste(text string, ctx Context) Paste {
	text, _ = roadmap.CleanText(text)
	p := Paste{ctx: ctx}
	var cols []string
	lines := strings.FieldsFunc(strings.ReplaceAll(text, "\n", "\n\x00"), func(r rune) bool { return r == '\n' })
	for i, line := range lines {
		line = strings.TrimPrefix(line, "\x00")
		if cells, ok := p.cells(line, cols == nil && len(p.Rows) == 0); ok {
			if names := columnNames(cells); len(p.Rows) == 0 && cols == nil && names != nil {
				cols = names
				continue
			}
			p.add(Pasted{Source: i + 1, Text: p.table(cells, cols), Take: true})
			continue
		}
		p.line(i+1, line, headedBy(line, nextSaid(lines[i+1:])))
	}
	p.dropEmptyHeadings()
	return p
}

// Keep gives the tasks whose lines name none a team and, where no heading above them does, a goal: ids, empty for none.
func (p *Paste) Keep(team, goal string) { p.ctx.Team, p.ctx.Goal = team, goal }

// Kept are the ids of the team and the goal that Keep has given, or the context at first.
func (p *Paste) Kept() (team, goal string) { return p.ctx.Team, p.ctx.Goal }

func (p *Paste) add(r Pasted) {
	switch {
	case strings.TrimSpace(r.Text) == "":
	case len(p.Rows) == mostPasted:
		p.More++
	default:
		p.Rows = append(p.Rows, r)
	}
}

// nextSaid is the first of some lines that is not blank.
func nextSaid(lines []string) string {
	for _, l := range lines {
		if l = strings.TrimSpace(strings.TrimPrefix(l, "\x00")); l != "" {
			return l
		}
	}
	return ""
}

// headedBy tells whether a line is the heading of what follows: one without a bullet above one with, or one that is underlined.
func headedBy(line, next string) bool {
	line, next = strings.TrimSpace(line), strings.TrimSpace(next)
	if len(next) >= 3 && (strings.Trim(next, "=") == "" || strings.Trim(next, "-") == "") {
		return line != ""
	}
	bare, _ := withoutBullet(line)
	listed, _ := withoutBullet(next)
	return bare == line && listed != next && withEffort(line) == line
}

// line reads one line that is no row of a table; headed where it is the heading of what follows.
func (p *Paste) line(source int, line string, headed bool) {
	s := strings.TrimSpace(line)
	if strings.Trim(s, "-=_*#~ ") == "" {
		return // a rule, or nothing
	}
	name, ok := heading(s)
	if !ok && headed {
		name, ok = unmarked(s), true
	}
	if ok {
		kind := PastedGoal
		if phase, err := (&reader{Context: p.ctx}).phase(literal(name)); err == nil && strings.EqualFold(phase, name) {
			kind, name = PastedPhase, phase
		}
		p.add(Pasted{Kind: kind, Source: source, Text: name, Take: true})
		return
	}
	s, checked := withoutBullet(s)
	s = p.kept(withEffort(unmarked(s)))
	if checked && s != "" {
		s += " done:today"
	}
	p.add(Pasted{Source: source, Text: s, Take: true})
}

// heading is the name of a heading: # Build, **Build** alone, or Build: at the left.
func heading(s string) (string, bool) {
	if rest := strings.TrimLeft(s, "#"); rest != s && strings.HasPrefix(rest, " ") {
		return strings.TrimSpace(strings.TrimRight(unmarked(strings.TrimSpace(rest)), "#: ")), true
	}
	if inner, ok := strings.CutPrefix(s, "**"); ok {
		if inner, ok = strings.CutSuffix(strings.TrimSuffix(inner, ":"), "**"); ok && !strings.Contains(inner, "**") {
			return strings.TrimSpace(strings.TrimSuffix(inner, ":")), true
		}
	}
	if bare, _ := withoutBullet(s); bare == s && strings.HasSuffix(s, ":") && !strings.Contains(strings.TrimSuffix(s, ":"), ":") {
		return strings.TrimSpace(strings.TrimSuffix(s, ":")), true
	}
	return "", false
}

const bullets = "-*+•◦▪▫‣·–—○●■□►▸"

// withoutBullet takes a bullet, a number and a check box off the beginning, and tells whether the box is checked.
func withoutBullet(s string) (rest string, checked bool) {
	r, n := utf8.DecodeRuneInString(s)
	if after := s[n:]; strings.ContainsRune(bullets, r) && (after == "" || unicode.IsSpace(rune(after[0])) || r > 0x7f) {
		s = strings.TrimSpace(after)
	} else if digits := len(s) - len(strings.TrimLeft(s, "0123456789")); digits > 0 && digits <= 3 && len(s) > digits+1 && strings.IndexByte(".)", s[digits]) >= 0 && s[digits+1] == ' ' {
		s = strings.TrimSpace(s[digits+1:])
	}
	for box, done := range map[string]bool{"[ ]": false, "[]": false, "[x]": true, "[X]": true, "☐": false, "☑": true, "☒": true, "✓": true, "✔": true, "✅": true} {
		if after, ok := strings.CutPrefix(s, box); ok {
			return strings.TrimSpace(after), done
		}
	}
	return s, false
}

// unmarked takes marks for bold and code around words off, and makes of a link its words.
func unmarked(s string) string {
	for _, mark := range []string{"**", "__", "`"} {
		if strings.Count(s, mark)%2 == 0 {
			s = strings.ReplaceAll(s, mark, "")
		}
	}
	if open := strings.IndexByte(s, '['); open >= 0 {
		if mid := strings.Index(s[open:], "]("); mid > 0 {
			if end := strings.IndexByte(s[open+mid:], ')'); end > 0 {
				s = s[:open] + s[open+1:open+mid] + s[open+mid+end+1:]
			}
		}
	}
	return strings.TrimSpace(s)
}

// withEffort makes of an effort in brackets, as (3d), (2 weeks) or [5 days], one that the line that adds knows, at the end.
func withEffort(s string) string {
	for i := 0; i < len(s); i++ {
		closing := map[byte]byte{'(': ')', '[': ']'}[s[i]]
		if closing == 0 {
			continue
		}
		end := strings.IndexByte(s[i:], closing)
		if end < 0 {
			continue
		}
		if effort, ok := effortWords(s[i+1 : i+end]); ok {
			return strings.Join(strings.Fields(s[:i]+" "+s[i+end+1:]), " ") + " " + effort
		}
	}
	return s
}

// effortWords reads 3d, ~3d, 3 days, 2 weeks and 3/5/9d.
func effortWords(s string) (string, bool) {
	s = strings.ToLower(strings.TrimLeft(strings.TrimSpace(s), "~≈ "))
	number, unit, two := strings.Cut(s, " ")
	if two {
		unit = strings.TrimSuffix(strings.TrimSpace(unit), "s")
		short := map[string]string{"d": "d", "day": "d", "person-day": "d", "pd": "d", "w": "w", "week": "w"}[unit]
		if short == "" {
			return "", false
		}
		s = number + short
	}
	if !looksLikeEffort(s) || strings.Trim(s, "0123456789.,") == "" {
		return "", false
	}
	_, err := readWork(s)
	return s, err == nil
}

// kept is a line in which a word that begins like a value and is none is kept as text: -5d, p9, a quote that is not closed, a key
// that nothing follows. A key with a value is meant as one: where it cannot be taken, that is a problem as in the line that adds.
func (p *Paste) kept(text string) string {
	for range 8 {
		at := -1
		for _, c := range ParseAdd(text, p.ctx).Chips {
			if c.Problem != "" && c.Start < c.End && c.Field != "title" && !valued(text[c.Start:c.End]) {
				at = c.Start
				break
			}
		}
		if at < 0 {
			return text
		}
		text = text[:at] + "\\" + text[at:]
	}
	return text
}

// valued tells whether a word is a key of a task and a value: due:soon, but no http://example.com.
func valued(word string) bool {
	key, value, ok := strings.Cut(word, ":")
	return ok && value != "" && find(taskFields(), key) != nil
}

// dropEmptyHeadings unticks goals that no task follows before the next heading of a goal.
func (p *Paste) dropEmptyHeadings() {
	used := false
	for i := len(p.Rows) - 1; i >= 0; i-- {
		switch r := &p.Rows[i]; r.Kind {
		case PastedTask:
			used = true
		case PastedGoal:
			r.Take, used = used, false
		}
	}
}

// Understood is a row of a paste as it would be taken.
type Understood struct {
	Chips  []Chip         // what it became, or what is wrong with it
	Status roadmap.Status // of a task
	Err    error          // why it cannot be taken; nil also of a row that is not ticked
}

// ReadAll reads the rows in their order as On does, on the Context's roadmap: a line knows the ones above it that can be taken.
func (p *Paste) ReadAll() []Understood {
	a := pasting{p: p, ctx: p.ctx, draft: p.ctx.roadmap().Edit(p.ctx.Today)}
	out := make([]Understood, len(p.Rows))
	for i := range p.Rows {
		switch r := &p.Rows[i]; {
		case r.Kind != PastedTask:
			out[i].Chips, out[i].Err = p.readHeading(r)
			if err := a.row(r); out[i].Err == nil {
				out[i].Err = err
			}
		case !r.Take:
			line := ParseAdd(r.Text, a.ctx)
			out[i] = Understood{Chips: line.Chips, Status: line.status()}
		default:
			line, err := a.task(r.Text)
			out[i] = Understood{line.Chips, line.status(), err}
		}
		if !p.Rows[i].Take {
			out[i].Err = nil
		}
	}
	return out
}

// readHeading is what a heading names, and why it cannot be taken.
func (p *Paste) readHeading(r *Pasted) ([]Chip, error) {
	if r.Kind == PastedPhase {
		_, err := (&reader{Context: p.ctx}).phase(literal(r.Text))
		return []Chip{{Field: "phase", Text: "phase " + r.Text, End: len(r.Text)}}, err
	}
	if g := p.goalNamed(r.Text); g != nil {
		return []Chip{{Field: "goal", Text: "goal " + g.Title, End: len(r.Text)}}, nil
	}
	item := p.goal(r.Text)
	chips := append([]Chip{{Field: "goal", Text: "goal " + item.Goal.Title + " (new)", New: true}}, item.Chips[min(2, len(item.Chips)):]...)
	return chips, item.Problem()
}

// status is the status that a line gives its task.
func (l *Line) status() roadmap.Status {
	switch {
	case l.Task.Finished != 0:
		return roadmap.Done
	case l.Task.Started != 0 && l.Task.Status == roadmap.Todo:
		return roadmap.Doing
	}
	return l.Task.Status
}

// namesAnother tells whether a line's problems may go away once the lines above it are there.
func (p *Paste) namesAnother(l Line) bool {
	for _, c := range l.Chips {
		if c.Problem != "" && c.Field != "after" && c.Field != "goal" {
			return false
		}
	}
	return true
}

func (p *Paste) goal(text string) Item { return ParseItem("goal "+text, p.ctx) }

// goalNamed is the goal of that name that is there already, or nil.
func (p *Paste) goalNamed(text string) *roadmap.Goal {
	for _, g := range p.ctx.roadmap().Goals() {
		if fold(g.Title) == fold(text) {
			return g
		}
	}
	return nil
}

// Counts are how many tasks and new goals are to be added.
func (p *Paste) Counts() (tasks, goals int) {
	for i := range p.Rows {
		switch r := &p.Rows[i]; {
		case !r.Take:
		case r.Kind == PastedTask:
			tasks++
		case r.Kind == PastedGoal && p.goalNamed(r.Text) == nil:
			goals++
		}
	}
	return tasks, goals
}

// On adds what is ticked to a draft, in order, and returns the ids of the tasks. A line knows the ones above it. The error names the
// line of what was pasted; the draft is then to be thrown away.
func (p *Paste) On(d *roadmap.Draft) ([]string, error) {
	a := pasting{p: p, ctx: p.ctx, draft: d}
	for i := range p.Rows {
		r := &p.Rows[i]
		if r.Kind == PastedTask && !r.Take {
			continue
		}
		if err := a.row(r); err != nil {
			return nil, fmt.Errorf("line %d: %w", r.Source, err)
		}
	}
	return a.ids, nil
}

// pasting is a paste being added.
type pasting struct {
	p     *Paste
	ctx   Context
	draft *roadmap.Draft
	phase string
	ids   []string

	now     *roadmap.Roadmap // with so many of the tasks
	nowWith int
}

func (a *pasting) row(r *Pasted) error {
	switch {
	case r.Kind == PastedPhase:
		if a.phase = ""; r.Take {
			a.phase = r.Text
		}
		return nil
	case r.Kind == PastedGoal && !r.Take:
		a.phase, a.ctx.Goal = "", a.p.ctx.Goal
		return nil
	case r.Kind == PastedGoal:
		return a.goal(r.Text)
	}
	_, err := a.task(r.Text)
	return err
}

// task reads a line and adds its task.
func (a *pasting) task(text string) (Line, error) {
	line := ParseAdd(text, a.ctx)
	if strings.Contains(text, "after:^") || line.Problem() != nil && a.p.namesAnother(line) { // it names what stands above it, or may
		now, err := a.present()
		if err != nil {
			return line, err
		}
		ctx := a.ctx
		ctx.Roadmap = now
		line = ParseAdd(text, ctx)
	}
	id, err := line.Add(a.draft)
	if err != nil {
		return line, err
	}
	a.ids, a.ctx.Before = append(a.ids, id), id
	return line, a.settle(id)
}

// settle puts a task into the phase and the goal of the headings above it.
func (a *pasting) settle(id string) error {
	t := a.draft.Task(id)
	phase, goal := t.Phase, t.Goal
	if phase == "" {
		phase = a.phase
	}
	if goal == "" {
		goal = a.ctx.Goal
	}
	if phase == t.Phase && goal == t.Goal {
		return nil
	}
	return a.draft.UpdateTask(id, func(t *roadmap.Task) { t.Phase, t.Goal = phase, goal })
}

// goal makes the goal of a heading, or finds it.
func (a *pasting) goal(text string) error {
	a.phase = ""
	for _, g := range a.draft.Goals() {
		if fold(g.Title) == fold(text) {
			a.ctx.Goal = g.ID
			return nil
		}
	}
	id, err := a.p.goal(text).Add(a.draft)
	a.ctx.Goal = id
	return err
}

// present is the roadmap with what was added so far.
func (a *pasting) present() (*roadmap.Roadmap, error) {
	if a.now != nil && a.nowWith == len(a.ids) {
		return a.now, nil
	}
	now, err := a.draft.Peek()
	a.now, a.nowWith = now, len(a.ids)
	return now, err
}
