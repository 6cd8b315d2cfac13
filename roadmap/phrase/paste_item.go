package phrase

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bywhen/roadmap"
)

// ReadItems reads lines each of which is a team, supplier, goal or risk as ParseItem reads it: bullets, numbers and check boxes are
// taken off, tabs and bars part words. A line that does not say its kind is of that of the line above it, at first of the context's;
// a heading that is the plural of a kind, as Teams, says that of the lines below it. What cannot be understood is a problem of its row.
func ReadItems(text string, ctx Context) Paste {
	p := Paste{ctx: ctx}
	for i, line := range pastedLines(text) {
		p.item(i+1, line)
	}
	return p
}

// item reads one line as a team, supplier, goal or risk.
func (p *Paste) item(source int, line string) {
	s := strings.TrimSpace(line)
	if strings.Trim(s, "-=_*#~|: ") == "" {
		return
	}
	if kind := kindHeading(s); kind != "" {
		p.under = kind
		return
	}
	s, _ = withoutBullet(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\t' || r == '|' }), " "))
	if s = unmarked(s); p.under != "" && kindWord(s) == "" {
		s = p.under + " " + s
	}
	p.add(Pasted{Kind: PastedItem, Source: source, Text: s, Take: true})
}

// kindWord is the kind that a line begins with, in lower case; empty where it begins with none, or nothing follows.
func kindWord(line string) string {
	first, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	kind := strings.TrimSuffix(strings.ToLower(first), ":")
	if !slices.Contains(itemKinds, kind) || strings.TrimSpace(rest) == "" {
		return ""
	}
	return kind
}

// kindHeading is the kind of what stands below a line that is its plural, as Teams or # Risks; empty where it is none.
func kindHeading(line string) string {
	if name, ok := heading(line); ok {
		line = name
	}
	kind, many := strings.CutSuffix(strings.ToLower(strings.TrimSpace(line)), "s")
	if !many || !slices.Contains(itemKinds, kind) {
		return ""
	}
	return kind
}

// allItems tells whether each of some lines begins with a kind, behind its bullet: then no line is a task.
func allItems(lines []string) bool {
	some := false
	for _, l := range lines {
		bare, _ := withoutBullet(strings.TrimSpace(l))
		if strings.TrimSpace(bare) == "" {
			continue
		}
		if some = true; kindWord(bare) == "" {
			return false
		}
	}
	return some
}

// sureItems tells whether one of some lines is, without doubt, a team, supplier, goal or risk among tasks: then the others that begin
// with a kind in lower case are, too. "team building day 3d" alone is a task.
func (p *Paste) sureItems(lines []string) bool {
	return slices.ContainsFunc(lines, func(l string) bool {
		if !plainItem(l) {
			return false
		}
		i := ParseItem(strings.TrimSpace(l), p.ctx)
		sure := i.Team.Capacity > 0 || i.Team.Weekdays != 0 || i.Team.Contact != "" || i.Goal.Deadline != 0 || i.Goal.Metric != nil || i.Risk.Probability > 0
		return sure && i.Problem() == nil
	})
}

// saysDays tells whether a line among tasks says of days that they are off, or no longer, as nobody would call a task: for everybody, or
// for a team that is there or stands above it. Behind holiday a date or a country must follow at once: "holiday party 12-dec" is a task.
func (p *Paste) saysDays(line string) bool {
	line, _ = withoutBullet(strings.TrimSpace(line))
	words, _ := scan(line)
	if len(words) < 2 || words[0].kept {
		return false
	}
	ctx := p.ctx
	ctx.AddsDays, ctx.Kind = true, "team" // as if the line above were of a team: then a holiday must say so
	if _, _, ok := ctx.takesBack(words); ok {
		return true
	}
	if _, ok := ctx.saysHoliday(words); ok {
		return !words[0].is(holiday+":") && !words[0].is(holidays+":") || ParseItem(line, ctx).Problem() == nil
	}
	if len(ctx.daysOf(words)) > 0 {
		return slices.ContainsFunc(ParseItem(line, ctx).Chips, func(c Chip) bool { return c.Field == "time_off" || c.Field == "extra" })
	}
	if a, ok := ctx.absent(words); ok && (a.known || len(a.theirs) > 0 && a.team != nil) && a.team != nil {
		return true
	}
	return slices.ContainsFunc(p.Rows, func(r Pasted) bool { return r.Kind == PastedItem && daysBehind(r.Text, line, ctx) })
}

// daysBehind tells whether a line has days behind the name of the team that another line, an item's, makes.
func daysBehind(item, line string, ctx Context) bool {
	n := begins(line, fold(ParseItem(item, ctx).Team.Name))
	words, _ := scan(line[n:])
	d := daysSaid{ctx: ctx}
	if n == 0 || len(words) < 2 || dayWords[strings.ToLower(words[0].bare)] == "" {
		return false
	}
	d.rest = words[1:]
	return d.read()
}

// saysSupplier tells whether a line is a supplier and a name, written as names are: supplier Murata. "supplier audit 3d" is a task.
func saysSupplier(line string) bool {
	name, ok := strings.CutPrefix(strings.TrimSpace(line), "supplier ")
	return ok && strings.TrimSpace(name) != "" && !slices.ContainsFunc(strings.Fields(name), func(word string) bool {
		first, _ := utf8.DecodeRuneInString(word)
		return !unicode.IsUpper(first)
	})
}

// plainItem tells whether a line begins with a kind as it is typed: in lower case, without a bullet.
func plainItem(line string) bool {
	line = strings.TrimSpace(line)
	kind := kindWord(line)
	return kind != "" && strings.HasPrefix(line, kind)
}

// Correct gives a row another text, and takes it if there is any. A task becomes a team, supplier, goal or risk where the text begins
// with the kind in lower case and did not before, or says days off; one of these becomes a task where a backslash stands in front of it.
func (p *Paste) Correct(row int, text string) {
	r := &p.Rows[row]
	switch {
	case r.Kind == PastedItem && strings.HasPrefix(text, `\`):
		r.Kind = PastedTask
	case r.Kind == PastedTask && (plainItem(text) && !plainItem(r.Text) || p.saysDays(text) || text != "" && r.Text == `\`+text):
		r.Kind = PastedItem
	}
	r.Text, r.Take = text, strings.TrimSpace(text) != ""
}

// Instead is the text that makes of a row what else it may have been meant as: of "team building" the task "\team building", and
// back; empty where there is no doubt.
func (p *Paste) Instead(row int) string {
	r := &p.Rows[row]
	other, kept := strings.CutPrefix(r.Text, `\`)
	switch {
	case r.Kind == PastedItem && kindWord(r.Text) != "":
		return `\` + r.Text
	case r.Kind == PastedTask && kept && kindWord(other) != "":
		return other
	}
	return ""
}

// item reads a line as a team, supplier, goal or risk, and adds it where it is to be taken.
func (a *pasting) item(r *Pasted) (Item, error) {
	ctx := a.ctx
	ctx.Kind, ctx.AddsDays = a.kind, true
	if a.added() > 0 && kindWord(r.Text) == "" && a.beginsWithNewTeam(r.Text) { // else it would be of the kind of the line above
		now, err := a.present()
		if err != nil {
			return Item{}, err
		}
		ctx.Roadmap = now
	}
	item, err := a.addItem(r, ctx)
	if err != nil && a.added() > 0 { // it names what stands above it, or may
		now, err := a.present()
		if err != nil {
			return item, err
		}
		ctx.Roadmap = now
		return a.addItem(r, ctx)
	}
	return item, err
}

// beginsWithNewTeam tells whether a line begins with the name of a team that a line above makes.
func (a *pasting) beginsWithNewTeam(line string) bool {
	return slices.ContainsFunc(a.draft.Teams(), func(t *roadmap.Team) bool {
		return slices.Contains(a.items, t.ID) && begins(line, fold(t.Name)) > 0
	})
}

func (a *pasting) addItem(r *Pasted, ctx Context) (Item, error) {
	item := ParseItem(r.Text, ctx)
	if len(item.Chips) > 0 && item.Chips[0].Problem == "" {
		a.kind = strings.TrimSuffix(item.Chips[0].Text, " as before")
	}
	if !r.Take {
		return item, nil
	}
	if name := fold(item.Team.Name); name != "" && ctx.sameTeam(item.Team.Name) == nil && slices.ContainsFunc(a.draft.Teams(), func(t *roadmap.Team) bool { return fold(t.Name) == name }) {
		return item, fmt.Errorf("there is a team %s already", quote(item.Team.Name)) // a line above has made it
	}
	if item.sets != nil && slices.Contains(a.items, item.Known) {
		return item, fmt.Errorf("there is a team %s already, in a line above", quote(item.Team.Name))
	}
	id, err := item.Add(a.draft)
	if err == nil {
		a.items = append(a.items, id)
	}
	return item, err
}
