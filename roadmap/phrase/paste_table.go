package phrase

import (
	"slices"
	"strings"
)

// cells are those of a row of a table without a line of names; false where the line is none.
func cells(line string) ([]string, bool) {
	bare := strings.TrimSpace(line)
	switch {
	case strings.Contains(bare, "\t"):
		return strings.Split(line, "\t"), true
	case barred(line):
		return barCells(bare), true
	}
	return nil, false
}

// barred tells whether a line is a row of a Markdown table.
func barred(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "|") && strings.Count(line, "|") > 1
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

// table is a row of a table without names as a line that adds: the first cell that is no number is the title, and a number is days
// where nothing else is an effort.
func (p *Paste) table(cells []string) string {
	title, numbers := "", []string{}
	var values []TableValue
	for _, c := range cells {
		switch c = strings.TrimSpace(c); {
		case c == "" || title == "" && allDigits(c):
		case title == "":
			c, _ = withoutBullet(c)
			title = withEffort(unmarked(c))
		case isNumber(c):
			numbers = append(numbers, c)
		default:
			values = append(values, TableValue{Field: p.looksLike(c), Text: c})
		}
	}
	if title == "" {
		return ""
	}
	if len(numbers) == 1 && !slices.ContainsFunc(values, func(v TableValue) bool { return v.Field == "effort" }) {
		values = append(values, TableValue{Field: "effort", Text: numbers[0]})
		numbers = nil
	}
	for _, n := range numbers {
		values = append(values, TableValue{Field: "notes", Text: n})
	}
	return p.rowText(p.kept(title), values)
}

// isNumber tells whether a cell is a number and nothing else.
func isNumber(c string) bool {
	digits := strings.NewReplacer(".", "", ",", "").Replace(c)
	return allDigits(digits) && len(c)-len(digits) <= 1
}

// looksLike is the key of a cell in a column without a name: an effort, a date, a team, a goal or phase that is there; else notes.
func (p *Paste) looksLike(c string) string {
	if _, ok := effortWords(c); ok {
		return "effort"
	}
	if _, err := Date(typedDate(c), p.ctx); err == nil {
		return "deadline"
	}
	r := p.ctx.roadmap()
	for _, t := range r.Teams() {
		if fold(t.Name) == fold(c) {
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

// rowText is a row as a line that adds. Several notes are one.
func (p *Paste) rowText(title string, values []TableValue) string {
	words, notes := []string{p.quotesKept(title)}, []string{}
	for _, v := range values {
		if v.Field == "notes" {
			notes = append(notes, v.Text)
		} else if w := v.word(); w != "" {
			words = append(words, w)
		}
	}
	if len(notes) > 0 {
		words = append(words, "notes:"+quotedWord(strings.Join(notes, "; ")))
	}
	return strings.Join(words, " ")
}

// quotesKept is a title with a backslash before its quotes where they would be taken to part it.
func (p *Paste) quotesKept(title string) string {
	if !strings.ContainsAny(title, `"“`) || strings.Contains(title, `\`) || ParseAdd(title, p.ctx).Task.Title == title {
		return title
	}
	return strings.ReplaceAll(title, `"`, `\"`)
}

// word is a value as a word of the line that adds.
func (v TableValue) word() string {
	switch v.Field {
	case "effort", "estimate":
		if e, ok := effortWords(v.Text); ok {
			return e
		}
		if e, ok := effortWords(v.Text + "d"); ok { // a number alone is days
			return e
		}
		return v.Field + ":" + quotedWord(v.Text)
	case "word":
		return v.Text
	case "deadline", "not_before", "promised", "started", "finished", "told":
		return firstKey(v.Field) + ":" + quotedWord(typedDate(v.Text))
	case "team":
		if v.Text == strings.ToLower(v.Text) { // which quotes would keep from being written as a name
			return "@" + quotedWord(strings.TrimPrefix(v.Text, "@"))
		}
		return "@" + wholeName(strings.TrimPrefix(v.Text, "@"))
	case "priority":
		return "p" + strings.TrimLeft(strings.ToLower(v.Text), "p")
	case "people":
		return "x" + v.Text
	case "tags":
		return "#" + quotedWord(v.Text)
	case "after":
		if v.Rest != "" {
			return "after:" + wholeName(v.Text) + v.Rest
		}
	}
	return firstKey(v.Field) + ":" + quotedWord(v.Text) + v.Rest
}

// firstKey is what a field is called in a line, in short where it has a short name.
func firstKey(name string) string {
	if f := find(taskFields(), name); f != nil && len(f.keys) > 0 && name != "notes" {
		return f.keys[0]
	}
	return name
}

// wholeName is a name as one word behind which a lag may stand.
func wholeName(s string) string {
	if strings.ContainsAny(s, "+-:*") {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
	}
	return quotedWord(s)
}

// quotedWord is a text as one word.
func quotedWord(s string) string {
	if !strings.ContainsAny(s, " ,\"'\\") {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
