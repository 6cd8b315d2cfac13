package phrase

import (
	"errors"
	"slices"
	"strings"
)

// waiting is a task of a paste that waits for one of a row further down, and the word that says so.
type waiting struct {
	row      int
	id, word string
}

// withoutLater is a line without its problems that a row further down solves: it waits for the task of that row by its whole title. The
// words that say so come back, to be carried out when all rows are there.
func (a *pasting) withoutLater(text string, line Line) (Line, []string) {
	if line.Problem() == nil {
		return line, nil
	}
	var words []string
	chips := slices.Clone(line.Chips)
	for i, c := range slices.Backward(line.Chips) {
		if c.Field != "after" || c.Problem == "" || c.End < len(text) && text[c.End] != ' ' || !strings.HasPrefix(text[c.Start:], "after:") {
			continue
		}
		if name := a.laterTitle(text[c.Start:c.End]); name != "" {
			chips[i].Problem, chips[i].Text = "", "after "+name
			words = append(words, text[c.Start:c.End])
			text = text[:c.Start] + text[c.End:]
		}
	}
	if len(words) == 0 {
		return line, nil
	}
	ctx := a.ctx
	if now, err := a.present(); err == nil {
		ctx.Roadmap = now
	}
	line = ParseAdd(text, ctx)
	if line.Problem() == nil {
		line.Chips = chips
	}
	slices.Reverse(words)
	return line, words
}

// laterTitle is the title of the one row not added yet that a word with after: names, with its lag; empty where there is none, or several.
func (a *pasting) laterTitle(said string) string {
	if a.titles == nil {
		a.titles = make([]string, len(a.p.Rows))
		for i, r := range a.p.Rows {
			if r.Kind == PastedTask && r.Take {
				a.titles[i] = ParseAdd(r.Text, a.ctx).Task.Title
			}
		}
	}
	found, words := "", []word(nil)
	if words, _ = scan(said); len(words) != 1 || !strings.HasPrefix(words[0].bare, "after:") {
		return ""
	}
	for _, title := range a.titles[a.at+1:] {
		if title != "" && len(title) > len(found) && saysTitle(words[0].from(len("after:")), title) {
			found = title
		}
	}
	return found
}

// saysTitle tells whether a word is a whole title, with a lag behind it or none.
func saysTitle(w word, title string) bool {
	for i := len(w.bare); i > 0; i-- {
		if i < len(w.bare) && strings.IndexByte("+-:", w.bare[i]) < 0 || fold(w.text[:i]) != fold(title) {
			continue
		}
		if _, _, err := ParseLag(w.text[i:]); err == nil {
			return true
		}
	}
	return false
}

// linkLater makes the tasks that wait for rows further down wait for them. What cannot be goes to wrong, with its row; it ends where
// that says so.
func (a *pasting) linkLater(wrong func(row int, err error) (end bool)) {
	ctx := a.ctx
	ctx.Team, ctx.Goal = "", ""
	for _, w := range a.below {
		err := a.linkNow(w, &ctx)
		if err != nil && wrong(w.row, err) {
			return
		}
	}
}

func (a *pasting) linkNow(w waiting, ctx *Context) (err error) {
	if ctx.Roadmap, err = a.present(); err != nil {
		return err
	}
	line := ParseAdd("x "+w.word, *ctx)
	if err := line.Problem(); err != nil {
		return err
	}
	for _, dep := range line.Links {
		dep.To = w.id
		if err := a.draft.Link(dep); err != nil {
			return err
		}
		if _, err := a.draft.Peek(); err != nil { // they would wait for each other
			return errors.Join(err, a.draft.Unlink(dep))
		}
	}
	return nil
}
