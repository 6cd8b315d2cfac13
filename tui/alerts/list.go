package alerts

import (
	"slices"
	"strconv"

	"bywhen/roadmap/schedule"
	"bywhen/tui/details"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// cause is a root cause as the list shows it.
type cause struct {
	root    *schedule.Root
	place   int      // of root in the scene
	text    []string // what it is, in a line or two; where it has two, they are as wide as they were made for
	key     key      // of root, and whether that is known: they outlast the scene
	known   bool
	kinds   []detailKind
	details []string    // in words; empty until asked for
	ids     []string    // tasks that it makes late or holds; read them by tasks
	on      []scene.Ref // for want of these, what its flags are on
	marks   []scene.Ref // what is marked with it; read it by marking
}

// detailKind is what a line below a cause says.
type detailKind uint8

const (
	acceptedDetail detailKind = iota
	lateDetail
	heldDetail
	onDetail
	idleDetail
	knownDetail
)

// behind is how many things may be unfolded.
func (c *cause) behind() int {
	switch {
	case c.root.Late > 0:
		return c.root.Late
	case len(c.root.Held) > 0:
		return len(c.root.Held)
	}
	return len(c.on)
}

// unfolds tells whether there is more behind the cause than its row names; where nobody has told of one task, that is gone to.
func (c *cause) unfolds() bool { return c.behind() > 1 || len(c.on) > 0 }

// tasks are the ids of those that it makes late, or else of those that it holds, found when first asked for.
func (c *cause) tasks() []string {
	if c.ids == nil && c.root.Late > 0 {
		c.ids = c.root.LateTasks()
	} else if c.ids == nil {
		c.ids = c.root.Held
	}
	return c.ids
}

// marking is what is marked by marking the cause, found when first asked for.
func (c *cause) marking(s *scene.Scene) []scene.Ref {
	if c.marks == nil {
		c.marks = s.OfRoot(c.root)
	}
	return c.marks
}

// under is the n-th of them.
func (c *cause) under(n int) scene.Ref {
	if ids := c.tasks(); ids != nil {
		return scene.Ref{Task: ids[n]}
	}
	return c.on[n]
}

// lineKind is what a line of the list is.
type lineKind uint8

const (
	headLine   lineKind = iota // a cause
	restLine                   // what the cause above is, where that takes two lines
	detailLine                 // more about the cause above
	underLine                  // something that the cause above makes late
	noteLine                   // a word about what follows, or is left out
)

// line is a line of the list: the n-th of its kind under a cause; of a note, its place among the notes.
type line struct {
	kind     lineKind
	cause, n int
}

// stands tells whether the cursor may stand on the line.
func (l line) stands() bool { return l.kind == headLine || l.kind == underLine }

// list is the causes of a scene and the lines that show them.
type list struct {
	causes []cause
	lines  []line
	notes  []string
}

// newList lays the causes of a scene out: what wants something done, then what is good to know, then what is known. text says in one
// line or two what a cause is.
func newList(s *scene.Scene, unfolded map[key]bool, lay layout, text func(*schedule.Root) []string) list {
	l := list{lines: []line{}}
	hidden, roots := 0, s.Roots()
	for _, known := range []bool{false, true} {
		first := len(l.causes)
		for i := range roots {
			r := &roots[i]
			if r.Known != known {
				continue
			}
			c := newCause(s, r, lay.beside)
			c.place, c.text = i, text(r)
			if !c.passes(s) {
				hidden++
				continue
			}
			l.causes = append(l.causes, c)
		}
		if n := len(l.causes) - first; known && n > 0 {
			l.note(paint.Count(n, "cause") + " known and accepted")
		}
		for i := first; i < len(l.causes); i++ {
			l.add(i, unfolded[keyOf(l.causes[i].root)], lay.brief)
		}
	}
	if s.Since != nil && !lay.brief {
		for _, r := range s.Since.Gone() {
			l.note("gone: " + r.Text)
		}
	}
	if hidden > 0 {
		l.note(paint.Count(hidden, "cause") + " hidden by the filter " + s.Filter)
	}
	return l
}

func (l *list) note(text string) {
	l.lines = append(l.lines, line{noteLine, -1, len(l.notes)})
	l.notes = append(l.notes, text)
}

func (l *list) add(i int, unfolded, brief bool) {
	c := &l.causes[i]
	l.lines = append(l.lines, line{headLine, i, 0})
	if len(c.text) > 1 {
		l.lines = append(l.lines, line{restLine, i, 0})
	}
	if !brief {
		for n := range c.kinds {
			l.lines = append(l.lines, line{detailLine, i, n})
		}
	}
	if unfolded {
		for n := range c.behind() {
			l.lines = append(l.lines, line{underLine, i, n})
		}
	}
}

// holds tells whether a cause is in the list.
func (l *list) holds(k key) bool {
	return slices.ContainsFunc(l.causes, func(c cause) bool { return c.key == k })
}

// nearest is the line at or after a place on which the cursor may stand, else the last one before it, or -1. With a step
// of 1 or -1 it looks that way first.
func (l *list) nearest(at, step int) int {
	at = min(max(at, 0), len(l.lines)-1)
	for i := at; i >= 0 && i < len(l.lines); i += step {
		if l.lines[i].stands() {
			return i
		}
	}
	for i := at; i >= 0 && i < len(l.lines); i -= step {
		if l.lines[i].stands() {
			return i
		}
	}
	return -1
}

// below is the line after a cause and what it is: the first of what is said of it, or of what follows.
func (l *list) below(head int) int {
	at := head + 1
	for at < len(l.lines) && l.lines[at].kind == restLine {
		at++
	}
	return at
}

// of is the line of the cause at something that was selected elsewhere, or -1.
func (l *list) of(s *scene.Scene, sel scene.Ref) int {
	for i, x := range l.lines {
		if x.kind == headLine && l.causes[x.cause].root.On == sel {
			return i
		}
	}
	return -1
}

// newCause is a root cause; roomy tells that a line more of it takes no row from the pane.
func newCause(s *scene.Scene, r *schedule.Root, roomy bool) cause {
	c := cause{root: r, key: keyOf(r), known: r.Known}
	if r.Known {
		c.kinds = append(c.kinds, acceptedDetail)
	}
	switch {
	case r.Late > 0:
		c.kinds = append(c.kinds, lateDetail)
	case len(r.Held) > 0:
		c.kinds = append(c.kinds, heldDetail)
	case r.Flag == schedule.Untold:
		for _, id := range s.Flags[r.Flags[0]].Quiet {
			c.on = append(c.on, scene.Ref{Task: id})
		}
	default:
		if c.on = s.AboutMany(r); c.on != nil {
			c.kinds = append(c.kinds, onDetail)
		}
	}
	if len(r.Idles) > 0 {
		c.kinds = append(c.kinds, idleDetail)
	}
	if roomy && c.ownKnown(s) != nil {
		c.kinds = append(c.kinds, knownDetail)
	}
	c.details = make([]string, len(c.kinds))
	return c
}

// ownKnown is a known flag on what the cause is on, where others of its flags are not known, so that it is none of the known ones; else
// nil.
func (c *cause) ownKnown(s *scene.Scene) *schedule.Flag {
	if c.root.Known {
		return nil
	}
	for _, i := range c.root.Flags {
		if f := &s.Flags[i]; f.Known && f.Subject() == c.root.On {
			return f
		}
	}
	return nil
}

// detail is the n-th line below a cause, worked out once.
func (c *cause) detail(s *scene.Scene, n int) string {
	if c.details[n] == "" {
		c.details[n] = c.words(s, c.kinds[n])
	}
	return c.details[n]
}

func (c *cause) words(s *scene.Scene, k detailKind) string {
	switch k {
	case acceptedDetail:
		return s.Plan.AcceptedText(s.Flags, c.root.Flags...)
	case lateDetail:
		return lateWords(s, c)
	case heldDetail:
		return "holds up " + firstOf(s, c)
	case onDetail:
		return firstOf(s, c)
	case knownDetail:
		return "its own flag is known " + details.KnownWords(s, c.ownKnown(s))
	}
	return details.Idles(s.Roadmap, c.root.Idles, s.Today)
}

// firstOf names the first thing behind a cause, and counts the others.
func firstOf(s *scene.Scene, c *cause) string {
	out := s.Title(c.under(0))
	if n := c.behind() - 1; n > 0 {
		out += " and " + strconv.Itoa(n) + " more"
	}
	return out
}

// lateWords is what a cause makes late, and by how much at worst: "makes 6 tasks late, up to +4d: Enclosure tooling and 5 more".
func lateWords(s *scene.Scene, c *cause) string {
	days, open := 0, false
	for _, id := range c.tasks() {
		i := s.Roadmap.TaskIndex(id)
		if -s.Plan.Tasks[i].Slack <= days { // no later one is worse: they come by their slack
			break
		}
		n, o := s.Late(i)
		days, open = max(days, n), open || o
	}
	if c.behind() == 1 {
		return "makes " + s.Title(c.under(0)) + " late, " + paint.Delta(days, open)
	}
	return "makes " + paint.Count(c.behind(), "task") + " late, up to " + paint.Delta(days, open) + ": " + firstOf(s, c)
}

// passes tells whether the filter lets a cause through: it, or something that it makes late.
func (c *cause) passes(s *scene.Scene) bool {
	if !s.Filtering || s.Matches == nil {
		return true
	}
	shown := func(r scene.Ref) bool {
		i := s.Roadmap.TaskIndex(r.Task)
		return i >= 0 && s.Shows(i)
	}
	if shown(c.root.On) {
		return true
	}
	for n := range c.behind() {
		if shown(c.under(n)) {
			return true
		}
	}
	for _, f := range c.root.Flags {
		if shown(s.Flags[f].Subject()) {
			return true
		}
	}
	return false
}
