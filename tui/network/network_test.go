package network

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/sample"
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

var monday = roadmap.MustDate("2026-01-05")

// chained is a scene of tasks named by their places, with links between some.
func chained(t testing.TB, n int, links [][2]int) *scene.Scene {
	t.Helper()
	d := roadmap.New("Test", monday).Edit(monday)
	for i := range n {
		if _, err := d.AddTask(roadmap.Task{ID: fmt.Sprint(i), Title: fmt.Sprintf("task %d", i), Effort: roadmap.PersonDays(1 + i%3)}); err != nil {
			t.Fatal(err)
		}
	}
	for _, l := range links {
		if err := d.Link(roadmap.Dependency{From: fmt.Sprint(l[0]), To: fmt.Sprint(l[1])}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return scene.New(1, schedule.Compute(r, monday, schedule.Options{}), paint.New(paint.Terminal{}))
}

// A diamond: what is waited for stands in the layer before, two that nothing ties stand below each other.
func TestADiamondHasThreeLayers(t *testing.T) {
	g := newGraph(chained(t, 4, [][2]int{{0, 1}, {0, 2}, {1, 3}, {2, 3}}), 3, 0, false)
	if len(g.layers) != 3 || len(g.layers[1]) != 2 || g.before != 3 || g.after != 0 {
		t.Fatalf("%d layers, before %d, after %d", len(g.layers), g.before, g.after)
	}
	a, b := g.layers[1][0], g.layers[1][1]
	if d := g.nodes[b].row - g.nodes[a].row; d < nodeRows+gapRows {
		t.Errorf("two nodes of a layer are %d rows apart", d)
	}
	if n := g.crossings(); n != 0 {
		t.Errorf("%d crossings", n)
	}
}

// Two chains that are entered the wrong way round are put so that they do not cross.
func TestCrossingsAreUndone(t *testing.T) {
	g := newGraph(chained(t, 6, [][2]int{{0, 3}, {1, 2}, {2, 4}, {3, 4}, {1, 5}, {5, 4}}), 4, 0, false)
	if n := g.crossings(); n != 0 {
		t.Errorf("%d crossings", n)
	}
}

// A large graph is cut to what is nearest, and says what it leaves out.
func TestALargeGraphShowsTheNearest(t *testing.T) {
	var links [][2]int
	for i := range 299 {
		links = append(links, [2]int{i, i + 1})
	}
	g := newGraph(chained(t, 300, links), 0, 0, false)
	if len(g.of) != most+1 || g.after != 299 {
		t.Errorf("%d nodes of %d", len(g.of), g.after)
	}
	if last := g.nodes[g.of[most]]; last.hiddenAfter != 1 {
		t.Errorf("behind the last %d are hidden", last.hiddenAfter)
	}
}

// Whatever the links: they all lead to the right, from one layer to the next; no two nodes lie on each other; every task that the
// middle waits for, or that waits for it, is there.
func TestEveryLinkLeadsToTheRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 14).Draw(t, "tasks")
		seen := map[[2]int]bool{}
		var links [][2]int
		for range rapid.IntRange(0, 2*n).Draw(t, "links") {
			a := rapid.IntRange(0, n-1).Draw(t, "from")
			b := rapid.IntRange(0, n-1).Draw(t, "to")
			if l := [2]int{min(a, b), max(a, b)}; a != b && !seen[l] {
				seen[l] = true
				links = append(links, l)
			}
		}
		s := chained(&testing.T{}, n, links)
		middle := rapid.IntRange(0, n-1).Draw(t, "middle")
		g := newGraph(s, int32(middle), 0, false)
		net := s.Roadmap.Network()
		up, down := net.Upstream(middle), net.Downstream(middle)
		for i := range n {
			if _, shown := g.of[int32(i)]; shown != (up[i] || down[i]) {
				t.Fatalf("task %d is shown: %v", i, shown)
			}
		}
		taken := map[[2]int]bool{}
		for i := range g.nodes {
			for _, o := range g.nodes[i].to {
				if g.nodes[o].layer != g.nodes[i].layer+1 {
					t.Fatalf("a link leads from layer %d to %d", g.nodes[i].layer, g.nodes[o].layer)
				}
			}
			for k := range g.tall {
				at := [2]int{g.nodes[i].layer, g.nodes[i].row + k}
				if taken[at] && !g.nodes[i].passes() {
					t.Fatalf("two nodes lie on row %d of layer %d", at[1], at[0])
				}
				if !g.nodes[i].passes() {
					taken[at] = true
				}
			}
		}
		v := New()
		s.Selected = scene.Ref{Task: fmt.Sprint(middle)}
		w, h := rapid.IntRange(10, 90).Draw(t, "width"), rapid.IntRange(1, 30).Draw(t, "height")
		for _, line := range v.Draw(s, w, h) {
			if got := paint.Width(line); got != w {
				t.Fatalf("a line of %d cells, not %d", got, w)
			}
		}
	})
}

// Whatever the size of the screen from 60 columns on, what the middle waits for is seen at its left and what waits for it at its
// right, with long titles, late dates and all.
func TestBothSidesOfTheMiddleAreSeen(t *testing.T) {
	r, err := sample.Demo(monday).Now(func(r *roadmap.Roadmap, day roadmap.Date, name string) roadmap.Baseline {
		return schedule.Compute(r, day, schedule.Options{}).Baseline(name)
	})
	if err != nil {
		t.Fatal(err)
	}
	s := scene.New(1, schedule.Compute(r, monday, schedule.Options{}), paint.New(paint.Terminal{}))
	for i, task := range r.Tasks() {
		net := r.Network()
		if len(net.Predecessors(i)) == 0 || len(net.Successors(i)) == 0 {
			continue
		}
		for _, size := range [][2]int{{60, 13}, {79, 35}, {100, 26}, {118, 45}} {
			v := New()
			s.Selected = scene.Ref{Task: task.ID}
			v.Draw(s, size[0], size[1])
			middle, sh := v.graph.nodes[v.graph.middle].layer, &v.shape
			if v.firstLayer >= middle || sh.span(v.firstLayer, middle+1) > size[0] {
				t.Errorf("%s at %d columns: layers from %d on are seen, it stands in %d, the next one ends %d cells from the left", task.Title, size[0], v.firstLayer,
					middle, sh.span(v.firstLayer, middle+1))
			}
		}
	}
}

// What is selected elsewhere goes into the middle, also where the graph holds it already: its ancestors and descendants are asked for.
func TestWhatIsSelectedElsewhereGoesIntoTheMiddle(t *testing.T) {
	s, v := chained(t, 3, [][2]int{{0, 1}, {1, 2}}), New()
	s.Selected = scene.Ref{Task: s.Roadmap.Tasks()[0].ID}
	v.Draw(s, 120, 40)
	v.Stand(s)
	s.Selected = scene.Ref{Task: s.Roadmap.Tasks()[2].ID}
	v.Draw(s, 120, 40)
	if v.middle != 2 {
		t.Errorf("in the middle is task %d", v.middle)
	}
}

// The box of a fold says which tasks it holds; enter puts the one into the middle that keys act on.
func TestAFoldSaysWhatItHolds(t *testing.T) {
	d := roadmap.New("Test", monday).Edit(monday)
	if _, err := d.AddTeam(roadmap.Team{ID: "mech", Name: "Mechanics"}); err != nil {
		t.Fatal(err)
	}
	for _, task := range []roadmap.Task{{ID: "first", Title: "First"}, {ID: "long", Title: "Long", Team: "mech", Effort: roadmap.PersonDays(9)}, {ID: "short", Title: "Short", Team: "mech"}} {
		if _, err := d.AddTask(task); err != nil {
			t.Fatal(err)
		}
		if task.Team == "" {
			continue
		}
		if err := d.Link(roadmap.Dependency{From: "first", To: task.ID}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	s := scene.New(1, schedule.Compute(r, monday, schedule.Options{}), paint.New(paint.Terminal{}))
	s.Selected = scene.Ref{Task: "first"}
	v := New()
	s.Selected = v.Act(s, action.GroupBy).Select
	if got := v.Folded(); got != nil {
		t.Errorf("a task by itself is a box of %v", got)
	}
	if s.Selected = v.Act(s, action.Unfold).Select; s.Selected.Task != "long" {
		t.Errorf("of the box %q is selected", s.Selected.Task)
	}
	if got := v.Folded(); !slices.Equal(got, []int{1, 2}) {
		t.Errorf("the box holds %v", got)
	}
	v.seen.Task, s.Selected.Task = "short", "short"
	if v.Act(s, action.Enter); v.middle != 2 || v.Folded() != nil {
		t.Errorf("task %d is in the middle", v.middle)
	}
}

// The bottom line names keys that do something: nowhere to walk without a task, on one side only at an end, no fold of what is one.
func TestKeysOfTheNetworkDoSomething(t *testing.T) {
	s, v := chained(t, 0, nil), New()
	if got := v.Keys(s); !slices.Equal(got, []action.Action{action.Add}) {
		t.Errorf("without a task they are %v", got)
	}
	s, v = chained(t, 2, [][2]int{{0, 1}}), New()
	s.Selected = scene.Ref{Task: "1"}
	if got, want := v.Keys(s), []action.Action{action.Fold, action.Enter, action.ZoomIn, action.Links, action.Why}; !slices.Equal(got, want) {
		t.Errorf("at the end of a chain they are %v, not %v", got, want)
	}
	if v.Calls(action.Enter) != "" {
		t.Error("enter puts what is in the middle into the middle")
	}
}
