package history

import (
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/edits"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// Search shows only the changes in which all words of a text are found: in their titles, reasons and days, and in the names of what
// they touched, a team with an @ before it, tags with a #. The empty text shows all.
func (v *View) Search(text string) {
	if text != v.searched {
		v.searched, v.stale = text, true
	}
}

// Searched is what is looked for; empty where all is shown.
func (v *View) Searched() string { return v.searched }

// None says why the cursor stands on no change, so that there is none to do something with.
func (v *View) None(do string) string {
	if v.searched != "" {
		return "no change matches “" + v.searched + "”: there is none to " + do
	}
	return "nothing has been changed yet"
}

// Found is how many changes are shown, of how many.
func (v *View) Found(s *scene.Scene) (n, of int) {
	v.refresh(s)
	for _, p := range v.shown {
		if p.item == head {
			n++
		}
	}
	return n, len(v.rows)
}

// hidden tells whether a change is not looked for.
func (v *View) hidden(s *scene.Scene, i int) bool {
	if v.searched == "" {
		return false
	}
	if v.rows[i].said == "" {
		v.rows[i].said = v.says(s, &v.rows[i])
	}
	for _, word := range strings.Fields(strings.ToLower(v.searched)) {
		if !strings.Contains(v.rows[i].said, word) {
			return true
		}
	}
	return false
}

// says is all that a change can be found by, in lower case.
func (v *View) says(s *scene.Scene, r *row) string {
	words, out := v.words(s), []string{r.Title, r.Because, paint.Weekday(r.Today, s.Today), r.Today.String()}
	for _, m := range r.Moved {
		out = append(out, v.titleOf(s, m.On))
	}
	for _, e := range touched(r) {
		out = append(out, words.Short(e))
		switch x := edits.Present(e).(type) {
		case *roadmap.Task:
			out = append(out, "@"+v.titleOf(s, scene.Ref{Team: x.Team}))
			for _, tag := range x.Tags {
				out = append(out, "#"+tag)
			}
		case *roadmap.Team:
			out = append(out, "@"+x.Name)
		}
	}
	return strings.ToLower(strings.Join(out, "\n"))
}
