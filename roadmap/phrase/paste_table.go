package phrase

import (
	"encoding/csv"
	"strings"
)

// columnKinds are the names that columns have, each with the key of the line that adds; "title" and "" (left out) are none.
var columnKinds = map[string]string{
	"task": "title", "title": "title", "name": "title", "what": "title", "item": "title", "summary": "title", "feature": "title", "deliverable": "title",
	"team": "team", "owner": "team", "who": "team", "assignee": "team", "supplier": "team", "responsible": "team",
	"effort": "effort", "days": "effort", "duration": "effort", "estimate": "effort", "size": "effort", "work": "effort",
	"due": "due", "deadline": "due", "due date": "due", "by": "due", "end": "due", "finish": "due", "when": "due",
	"start": "start", "not before": "start", "begin": "start", "from": "start",
	"goal": "goal", "milestone": "goal", "phase": "phase", "stage": "phase", "promised": "promised", "priority": "priority",
	"notes": "notes", "note": "notes", "comment": "notes", "comments": "notes", "after": "after", "depends on": "after",
	"id": "", "#": "", "nr": "", "no": "",
}

// cells are those of a row of a table; false where the line is none. The first line may show that commas or semicolons part them.
func (p *Paste) cells(line string, first bool) ([]string, bool) {
	bare := strings.TrimSpace(line)
	switch {
	case strings.Contains(bare, "\t"):
		return strings.Split(line, "\t"), true
	case strings.HasPrefix(bare, "|") && strings.Count(bare, "|") > 1:
		return barCells(bare), true
	case p.comma != 0:
		return commaCells(bare, p.comma)
	case first:
		for _, comma := range []rune{',', ';'} {
			if names, ok := commaCells(bare, comma); ok && len(names) > 1 && onlyColumns(names) {
				p.comma = comma
				return names, true
			}
		}
	}
	return nil, false
}

// barCells are the cells of a row of a Markdown table; none of the rule below its head.
func barCells(line string) []string {
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	if strings.Trim(line, "|-: ") == "" {
		return nil
	}
	const bar = "\x00" // a bar within a cell
	cells := strings.Split(strings.ReplaceAll(line, `\|`, bar), "|")
	for i := range cells {
		cells[i] = strings.ReplaceAll(strings.TrimSpace(cells[i]), bar, "|")
	}
	return cells
}

// commaCells are the cells of a line of CSV; false where it is none.
func commaCells(line string, comma rune) ([]string, bool) {
	r := csv.NewReader(strings.NewReader(line))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
	cells, err := r.Read()
	return cells, err == nil
}

// onlyColumns tells whether each is the name of a column that is known, one of them the title's.
func onlyColumns(names []string) bool {
	titled := false
	for _, n := range names {
		key, ok := columnKinds[strings.ToLower(strings.TrimSpace(n))]
		if !ok {
			return false
		}
		titled = titled || key == "title"
	}
	return titled
}

// columnNames are the keys of a table's first line, or nil where that is no line of names.
func columnNames(cells []string) []string {
	var out []string
	titled := false
	for _, c := range cells {
		key, ok := columnKinds[strings.ToLower(strings.TrimSpace(c))]
		if !ok && strings.TrimSpace(c) != "" {
			key = "notes"
		}
		titled = titled || key == "title"
		out = append(out, key)
	}
	if !titled {
		return nil
	}
	return out
}

// table is a row of a table as a line that adds.
func (p *Paste) table(cells, cols []string) string {
	title, fields := "", []string{}
	for i, c := range cells {
		c = strings.TrimSpace(c)
		if c == "" {
			continue
		}
		key := ""
		switch {
		case i < len(cols):
			key = cols[i]
			if key == "" {
				continue
			}
		case cols == nil && title == "":
			key = "title"
		default:
			key = p.looksLike(c)
		}
		if key == "title" && title == "" {
			c, _ = withoutBullet(c)
			title = p.kept(withEffort(unmarked(c)))
			continue
		}
		if f := cell(key, c); f != "" {
			fields = append(fields, f)
		}
	}
	if title == "" {
		return ""
	}
	return p.kept(strings.Join(append([]string{title}, fields...), " "))
}

// looksLike is the key of a cell in a column without a name: an effort, a date, a team, a goal or phase that is there; else notes.
func (p *Paste) looksLike(c string) string {
	if _, ok := effortWords(c); ok {
		return "effort"
	}
	if _, err := Date(typedDate(c), p.ctx); err == nil {
		return "due"
	}
	r := p.ctx.roadmap()
	for _, t := range r.Teams() {
		if fold(t.Name) == fold(c) || t.ID == c {
			return "team"
		}
	}
	for _, g := range r.Goals() {
		if fold(g.Title) == fold(c) {
			return "goal"
		}
	}
	for _, phase := range r.Settings().Phases {
		if fold(phase) == fold(c) {
			return "phase"
		}
	}
	if strings.HasPrefix(c, "@") || strings.HasPrefix(c, "#") {
		return "word"
	}
	return "notes"
}

// cell is a cell of a column as words of the line that adds.
func cell(key, c string) string {
	switch key {
	case "effort":
		if e, ok := effortWords(c); ok {
			return e
		}
		if e, ok := effortWords(c + "d"); ok { // a number alone is days
			return e
		}
		return ""
	case "due", "start", "promised":
		if noValue[strings.ToLower(strings.Trim(c, ".?- "))] {
			return ""
		}
		return key + ":" + typedDate(c)
	case "team":
		return "@" + quotedWord(strings.TrimPrefix(c, "@"))
	case "word":
		return c
	case "title":
		return ""
	case "priority":
		return "p" + strings.TrimLeft(strings.ToLower(c), "p")
	}
	return key + ":" + quotedWord(c)
}

// noValue are what stands in a cell of dates where there is none yet.
var noValue = map[string]bool{"": true, "tbd": true, "tba": true, "tbc": true, "n/a": true, "na": true, "none": true, "open": true, "unknown": true}

// quotedWord is a text as one word.
func quotedWord(s string) string {
	if !strings.ContainsAny(s, " ,\"'\\") {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
