package alerts

import (
	"bywhen/roadmap/fix"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
	"bywhen/tui/ways"
)

// Ways is what the ways out in the pane are of: the deadline that the cause moves, and what is done at the cause goes first.
// On a task unfolded under a cause it is that task.
func (v *View) Ways(s *scene.Scene) scene.Ways {
	v.refresh(s) // it is asked as soon as there is another plan, before that is drawn
	c := v.here()
	if c == nil {
		return scene.Ways{}
	}
	if l := v.list.lines[v.cursor.at]; l.kind == underLine && !v.inPane {
		return scene.Ways{On: c.under(l.n)}
	}
	return waysOf(s, c.root)
}

// waysOf is what ways out of a cause are of: the deadline that it moves. Where it moves none, and leaves a team without work, they are
// of what the team waits for: those of the team itself would be of whatever it is late with elsewhere. Where nobody has told of
// something there are none, since no other plan makes up for a word.
func waysOf(s *scene.Scene, r *schedule.Root) scene.Ways {
	first := &s.Flags[r.Flags[0]]
	switch on := r.Worst.On; {
	case on != (scene.Ref{}):
		return scene.Ways{On: on, About: r.On}
	case first.Kind == schedule.Untold:
		return scene.Ways{}
	case first.Team != "" && len(r.Idles) > 0 && r.On != (scene.Ref{}):
		return scene.Ways{On: r.On, About: r.On}
	}
	return scene.Ways{On: first.Subject(), About: r.On}
}

// roomForWays is the rows that a chain leaves to ways out before it is shortened for them: the same while they are looked for,
// so that the chain does not change when they are found.
const roomForWays = 5

// paneEdge is the cells of a pane's line that a text does not get: for the pointer before it, and what stands at the right after it.
const paneEdge = 3

// addWays adds the ways out of a cause under their head, or a word while there are none.
func (p *pane) addWays(s *scene.Scene, r *schedule.Root, w int) {
	switch {
	case waysOf(s, r).On == (scene.Ref{}):
		for _, text := range s.Theme.Wrap(s.Keys.Text("a word ends it: ‹c› has a message to them, ‹r› is the check-in"), w-paneEdge, 3) {
			p.lines = append(p.lines, paneLine{style: paint.Dim, text: text})
		}
	case p.found == nil:
		p.lines = append(p.lines, paneLine{style: paint.Dim, text: "ways out: computing" + s.Theme.Ellipsis})
	case len(p.found.Ways) == 0:
		for _, text := range s.Theme.Wrap("no way out: "+ways.None(p.found), w-paneEdge, 3) {
			p.lines = append(p.lines, paneLine{style: paint.Dim, text: text})
		}
	default:
		p.ways = ways.New(s.Theme, p.found, s.Today, w)
		p.lines = append(p.lines, paneLine{way: headOfWays})
		for row := range p.ways.Len() {
			p.lines = append(p.lines, paneLine{way: row + 1})
		}
	}
}

// headOfWays marks the line that names the columns of the ways out.
const headOfWays = -1

// chosen is the way out that the pane's cursor stands on, or nil.
func (v *View) chosen() *fix.Fix {
	if !v.inPane || v.paneAt >= len(v.pane.lines) || v.pane.lines[v.paneAt].way < 1 {
		return nil
	}
	return &v.pane.found.Ways[v.pane.ways.At(v.pane.lines[v.paneAt].way-1)]
}

// bestWay is the best way out of a cause in a few words, where it is known: "best: Murata delivers 4 days earlier -4d".
func bestWay(s *scene.Scene, c *cause) (title, won string) {
	if title, won = ways.Best(s.Found(waysOf(s, c.root))); title != "" {
		title = "best: " + title + " "
	}
	return title, won
}
