package tui

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// marking is a view a row of which may stand for other things than what is selected there.
type marking interface {
	// Marking is what is marked by marking the row that the cursor stands on; stays tells that the cursor does not go on from there.
	Marking(s *scene.Scene) (of []scene.Ref, stays bool)
}

// markable is what is marked by marking the row that the cursor stands on.
func (m *Model) markable() (of []scene.Ref, stays bool) {
	if v, ok := m.view().(marking); ok {
		of, stays = v.Marking(m.scene)
	} else {
		of = []scene.Ref{m.scene.Selected}
	}
	if len(of) > 0 && of[0] == (scene.Ref{}) {
		return nil, true
	}
	return of, stays
}

// mark marks what the row under the cursor stands for, or clears that where all of it is marked, and goes on to the next row.
func (m *Model) mark() {
	of, stays := m.markable()
	if len(of) == 0 {
		m.say("nothing to mark here")
		return
	}
	row, turn := m.scene.Selected, m.addMarks
	if m.scene.AllMarked(of) {
		turn = m.takeMarks
	}
	says := turn(of)
	if !stays {
		m.take(m.view().Act(m.scene, action.Down), action.None)
	}
	if m.markAt = row; says != "" {
		m.say(says)
	}
}

// addMarks marks things of one kind, and lets those of another go. It returns what there is to say of it that is not seen.
func (m *Model) addMarks(of []scene.Ref) (says string) {
	had := m.marks()
	switch {
	case len(had) > 0 && scene.KindOf(had[0]) != scene.KindOf(of[0]):
		says = countOf(of) + " marked, and " + countOf(had) + " not any more: marks are of one kind"
		m.clearMarks()
	case len(of) > 1:
		says = countOf(of) + " marked: " + m.fewTitles(of)
	}
	for _, r := range of {
		m.scene.Marks[r] = true
	}
	return says
}

// takeMarks takes the marks from things of one kind.
func (m *Model) takeMarks(of []scene.Ref) (says string) {
	for _, r := range of {
		delete(m.scene.Marks, r)
	}
	if len(of) == 1 {
		return ""
	}
	return countOf(of) + " not marked any more"
}

// markRange marks what lies between the last mark and here, as the rows stand: of what the row here is.
func (m *Model) markRange() {
	v, ok := m.view().(interface {
		Between(s *scene.Scene, from scene.Ref) []scene.Ref
	})
	here, _ := m.markable()
	if !ok || len(here) == 0 {
		m.say("nothing to mark here")
		return
	}
	var of []scene.Ref
	from := m.markAt
	if len(m.scene.Marks) == 0 || m.markedKind() != scene.KindOf(here[0]) {
		from = m.scene.Selected
	}
	for _, r := range v.Between(m.scene, from) {
		if scene.KindOf(r) == scene.KindOf(here[0]) {
			of = append(of, r)
		}
	}
	apart := len(of) == 0
	if apart {
		of = here
	}
	says := m.addMarks(of)
	if apart && from != m.scene.Selected && says == "" {
		says = "only " + m.calledThings(of) + " is marked by this: here nothing leads to it from where the last mark was set"
	}
	if m.markAt = m.scene.Selected; says != "" {
		m.say(says)
	}
}

// clearMarks lets all marks go.
func (m *Model) clearMarks() {
	m.scene.Marks = map[scene.Ref]bool{}
}

// kept are the marks on what is still there.
func kept(marks map[scene.Ref]bool, in *roadmap.Roadmap) map[scene.Ref]bool {
	out := map[scene.Ref]bool{}
	for r := range marks {
		if exists(in, r) {
			out[r] = true
		}
	}
	return out
}

func exists(r *roadmap.Roadmap, on scene.Ref) bool {
	return r.Task(on.Task) != nil || r.Goal(on.Goal) != nil || r.Team(on.Team) != nil || r.Risk(on.Risk) != nil
}

// marks are what is marked, in the roadmap's order.
func (m *Model) marks() []scene.Ref {
	if len(m.scene.Marks) == 0 {
		return nil
	}
	var out []scene.Ref
	add := func(r scene.Ref) {
		if m.scene.Marks[r] {
			out = append(out, r)
		}
	}
	r := m.scene.Roadmap
	for _, t := range r.Tasks() {
		add(scene.Ref{Task: t.ID})
	}
	for _, g := range r.Goals() {
		add(scene.Ref{Goal: g.ID})
	}
	for _, t := range r.Teams() {
		add(scene.Ref{Team: t.ID})
	}
	for _, k := range r.Risks() {
		add(scene.Ref{Risk: k.ID})
	}
	return out
}

// things are what an action takes: what is marked, else what is selected.
func (m *Model) things() []scene.Ref {
	switch sel := m.scene.Selected; {
	case len(m.scene.Marks) > 0:
		return m.marks()
	case exists(m.scene.Roadmap, sel):
		return []scene.Ref{sel}
	}
	return nil
}

// theOne is what an action takes which takes one thing at a time: the one that is marked, else what is selected; false where several
// are marked, which is said.
func (m *Model) theOne(keys string) (scene.Ref, bool) {
	switch of := m.marks(); len(of) {
	case 0:
		return m.scene.Selected, true
	case 1:
		return of[0], true
	default:
		m.tell(keys + " one " + scene.KindOf(of[0]).String() + " at a time, and " + m.are(of))
		return scene.Ref{}, false
	}
}

// are says what is marked, the one by its name, and what clears that: "3 tasks are marked: esc clears the marks".
func (m *Model) are(of []scene.Ref) string {
	if len(of) == 1 {
		return quoted(m.shortTitle(m.scene.Title(of[0]))) + " is marked: ‹esc› clears the mark"
	}
	return countOf(of) + " are marked: ‹esc› clears the marks"
}

// countOf is how many things there are, of one kind: "2 goals".
func countOf(of []scene.Ref) string {
	return paint.Count(len(of), scene.KindOf(of[0]).String())
}

// calledThings are things in a title: the one's name, or how many.
func (m *Model) calledThings(of []scene.Ref) string {
	if len(of) == 1 {
		return m.scene.Title(of[0])
	}
	return countOf(of)
}

// fewTitles names things, of more than three the first two: "Antenna, Board and 4 more".
func (m *Model) fewTitles(of []scene.Ref) string {
	var out []string
	for _, r := range of {
		out = append(out, m.shortTitle(m.scene.Title(r)))
	}
	if n := len(out) - 2; n > 1 {
		return fmt.Sprintf("%s and %d more", strings.Join(out[:2], ", "), n)
	}
	return strings.Join(out, ", ")
}

// markedWords are how many things are marked, as the second line says it; empty where none is.
func (m *Model) markedWords() string {
	if len(m.scene.Marks) == 0 {
		return ""
	}
	return paint.Count(len(m.scene.Marks), m.markedKind().String()) + " marked"
}

// markedKind is what is marked, where something is.
func (m *Model) markedKind() roadmap.Kind {
	for r := range m.scene.Marks {
		return scene.KindOf(r)
	}
	return roadmap.KindTask
}

// keysOfMarks are the keys that do something to what is marked.
func (m *Model) keysOfMarks() []action.Action {
	switch m.markedKind() {
	case roadmap.KindGoal:
		return []action.Action{action.Cancel, action.SetDeadline, action.Set, action.Known, action.Copy, action.Delete}
	case roadmap.KindTeam:
		return []action.Action{action.Cancel, action.Set, action.Known, action.Copy, action.Delete}
	case roadmap.KindRisk:
		return []action.Action{action.Cancel, action.Set, action.NextStatus, action.Drop, action.Copy, action.Delete}
	}
	return []action.Action{action.Cancel, action.Set, action.NextStatus, action.SetTeam, action.Links, action.Drop, action.Delete}
}
