package phrase

import (
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
	PastedItem            // a team, supplier, goal or risk, as ParseItem reads it
)

// Pasted is a line of a paste, as understood. Text is it in the language of the line that adds, to be corrected: a task, or for a
// heading its name (with a date at the end: the goal's deadline).
type Pasted struct {
	Kind   PasteKind
	Source int // its line in what was pasted, from 1
	Text   string
	Take   bool // to be added

	above string // the id of the task that stood in the row above and is there by now; empty where none did
}

// Paste is several lines as tasks and headings.
type Paste struct {
	Rows []Pasted
	More int // lines that are left out since there are too many

	ctx   Context
	under string // the kind of item of which the heading above is the plural

	columns []TableColumn // of the tables with names
	phases  []string      // that they bring
	left    []string      // lines that only make a mail of it
}

// mostPasted is how many lines one paste may add.
const mostPasted = 1000

// ReadPaste reads lines as they come out of documents, mails and tables: bullets, numbers and check boxes in front are taken off
// (one that is checked is done), (3d) is an effort, a line with a # or a colon at its end is a heading, cells between tabs or bars are
// columns: by the names of the first line where it has such, as the context's Tables reads them, else by what they look like. Commas
// and semicolons part cells where the first line names columns. Lines that say nothing are left out, and beside
// a list what only makes a mail of it (see Says). It never fails: what cannot be understood
// stays in the title.
//
// Lines that begin with a kind, as team Mechanics 3, are teams, suppliers, goals and risks where all do, or where one is that without
// doubt; so are days off as they are said, holidays Germany 2027 or Mechanics off 24-dec, and those under the heading Teams, Suppliers, Goals or Risks. See ReadItems.
func ReadPaste(text string, ctx Context) Paste {
	lines := pastedLines(text)
	if allItems(lines) {
		return ReadItems(text, ctx)
	}
	p := Paste{ctx: ctx}
	sure := p.sureItems(lines)
	only := p.mailLines(lines)
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if only[i] {
			p.left = append(p.left, strings.TrimSpace(line))
			continue
		}
		if n := p.namedTable(lines, i); n > 0 {
			i += n - 1
			continue
		}
		if cells, ok := cells(line); ok {
			p.add(Pasted{Source: i + 1, Text: p.table(cells), Take: true})
			continue
		}
		headed := headedBy(line, nextSaid(lines[i+1:]))
		if kind := kindHeading(line); kind != "" && (headed || isHeading(line)) {
			p.under = kind
			continue
		}
		if p.under != "" && !headed && !isHeading(line) || sure && plainItem(line) || p.saysDays(line) || saysSupplier(line) {
			p.item(i+1, line)
			continue
		}
		p.under = ""
		p.line(i+1, line, headed)
	}
	p.dropEmptyHeadings()
	return p
}

// pastedLines are the lines of a paste without what must not be kept.
func pastedLines(text string) []string {
	text, _ = roadmap.CleanText(text)
	return strings.Split(text, "\n")
}

func isHeading(line string) bool {
	_, ok := heading(strings.TrimSpace(line))
	return ok
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
		if l = strings.TrimSpace(l); l != "" {
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
