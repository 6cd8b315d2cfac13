package network

import (
	"bywhen/tui/scene"
)

// View is the Network: which task is in its middle, how much is shown, where the cursor stands.
type View struct {
	middle int32 // by its place, or none
	depth  int   // links that are shown on either side; 0: any number
	folded bool  // tasks of one team in one layer are one node

	graph  *graph
	of     graphOf
	cursor int // node
	seen   scene.Ref
	shape  shape

	w, h       int
	top        int // first visible row
	firstLayer int // first visible layer
	centre     bool
}

// graphOf is what the graph was made of.
type graphOf struct {
	version int
	middle  int32
	depth   int
	folded  bool
}

// none is the place of no task.
const none = int32(-1)

// New is the view as it opens.
func New() *View { return &View{middle: none} }

// Draw is the view in h lines of w cells.
func (v *View) Draw(s *scene.Scene, w, h int) []string {
	if w != v.w || h != v.h {
		v.w, v.h, v.shape, v.centre = w, h, shape{}, true
	}
	v.refresh(s)
	v.follow()
	return v.lines(s)
}

// refresh works the graph out where what it is made of has changed, and puts what was selected elsewhere into its middle: whose
// ancestors and descendants it shows is what was selected, and not what was in the middle last.
func (v *View) refresh(s *scene.Scene) {
	if s.Selected != v.seen || v.middle == none || int(v.middle) >= len(s.Roadmap.Tasks()) {
		v.seen = s.Selected
		v.find(s)
	}
	if v.middle == none {
		v.graph = nil
		return
	}
	if now := (graphOf{s.Version, v.middle, v.depth, v.folded}); v.graph == nil || now != v.of {
		at := v.task(s)
		v.graph, v.of, v.shape = newGraph(s, v.middle, v.depth, v.folded), now, shape{}
		v.put(at)
	}
	if v.shape.x == nil {
		v.shape = v.fitted(s)
	}
}

// find puts what is selected into the middle: of a goal the task that ends last, of a team the one with the least slack.
func (v *View) find(s *scene.Scene) { v.middle, v.graph, v.centre = taskOf(s), nil, true }

func taskOf(s *scene.Scene) int32 {
	r, best := s.Selected, none
	if i := s.Roadmap.TaskIndex(r.Task); i >= 0 {
		return int32(i)
	}
	for i, t := range s.Roadmap.Tasks() {
		p := &s.Plan.Tasks[i]
		switch {
		case !p.Planned || r.Goal != t.Goal && r.Goal != "" || r.Team != t.Team && r.Team != "":
		case best == none,
			r.Team != "" && t.Status.Open() && p.Slack < s.Plan.Tasks[best].Slack,
			r.Team == "" && p.Finish > s.Plan.Tasks[best].Finish:
			best = int32(i)
		}
	}
	return best
}

// task is the first task of the node that the cursor stands on, or the one in the middle.
func (v *View) task(s *scene.Scene) int32 {
	if i := s.Roadmap.TaskIndex(s.Selected.Task); i >= 0 {
		return int32(i)
	}
	return v.middle
}

// put stands on the node of a task, or in the middle.
func (v *View) put(task int32) {
	if at, ok := v.graph.of[task]; ok {
		v.cursor = at
		return
	}
	v.cursor = v.graph.middle
}

// follow scrolls so far that the node that the cursor stands on is seen whole; a new middle stands in the middle.
func (v *View) follow() {
	if v.graph == nil {
		return
	}
	n, rows := &v.graph.nodes[v.cursor], v.rows()
	if v.centre {
		v.centre = false
		v.top, v.firstLayer = n.row-rows/2, v.leftOf(n.layer)
		if before := n.layer - 1; before >= 0 && v.firstLayer > before && v.shape.x[n.layer]+v.shape.width[n.layer]-v.shape.x[before] <= v.w {
			v.firstLayer = before // what it waits for is seen in a narrow frame, too
		}
	}
	v.top = max(min(v.top, n.row), n.row+v.graph.tall-rows)
	v.top = max(min(v.top, v.graph.height-rows), 0)
	if v.graph.height <= rows { // all of it is seen, in the middle
		v.top = -(rows - v.graph.height) / 2
	}
	v.firstLayer = min(v.firstLayer, n.layer)
	for v.firstLayer < n.layer && v.shape.x[n.layer]+v.shape.width[n.layer]-v.shape.x[v.firstLayer] > v.w {
		v.firstLayer++
	}
}

// leftOf is the first layer that is seen where one stands in the middle: of the graph's middle the one that it was laid out for; of
// others, if they fit, as many layers at its left as at its right, and the ones next to it whole.
func (v *View) leftOf(layer int) int {
	if layer == v.graph.nodes[v.graph.middle].layer {
		return max(layer-v.shape.before, 0)
	}
	first := 0
	for first < layer-1 && v.shape.span(first, 2*layer-first) > v.w {
		first++
	}
	return first
}

// rows is how many rows of the graph are seen.
func (v *View) rows() int { return max(v.h-headerLines, 1) }
