package roadmap_test

import (
	"fmt"
	"strings"
	"testing"

	. "bywhen/roadmap"
)

// links lists a roadmap's dependencies as "1>3 FS+2".
func links(r *Roadmap) string {
	var out []string
	for _, d := range r.Dependencies() {
		s := d.From + ">" + d.To + " " + d.Type.String()
		if d.Lag != 0 {
			s += fmt.Sprintf("%+d", d.Lag)
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestLinkingAgainChangesTheLag(t *testing.T) {
	d := aurora(t).Edit(tue)
	no(t, d.Link(Dependency{From: "1", To: "3", Lag: -2}))
	no(t, d.Link(Dependency{From: "1", To: "3", Type: StartToStart, Lag: 1}))
	no(t, d.Unlink(Dependency{From: "2", To: "3"}))
	if got := links(closed(t, d)); got != "1>3 FS-2, 1>3 SS+1, 3>4 FS+1" {
		t.Error(got)
	}
}

func TestALinkThatCannotBeIsRefused(t *testing.T) {
	d := aurora(t).Edit(tue)
	refused(t, d.Link(Dependency{From: "9", To: "3"}), Unknown, `dependency of "3" on "9"`, "from", `no task "9"`)
	refused(t, d.Link(Dependency{From: "3", To: "9"}), Unknown, "to", `no task "9"`)
	refused(t, d.Link(Dependency{From: "3", To: "3"}), Cycle, `"Tooling"`, "cannot wait for itself")
	refused(t, d.Link(Dependency{From: "1", To: "4", Type: 7}), Invalid, "type", "7", "FS, SS, FF or SF")
	refused(t, d.Link(Dependency{From: "1", To: "4", Lag: 10_001}), Invalid, "lag", "10001")
	refused(t, d.Unlink(Dependency{From: "1", To: "4"}), Unknown, `dependency of "4" on "1"`)
	refused(t, d.Unlink(Dependency{From: "1", To: "3", Type: FinishToFinish}), Unknown, "FF")
}

func TestACycleIsToldLinkByLink(t *testing.T) {
	d := aurora(t).Edit(tue)
	no(t, d.Link(Dependency{From: "4", To: "1", Type: StartToStart}))
	_, err := d.Close()
	refused(t, err, Cycle, "would wait for each other")
	for _, step := range []string{`"Sketch" → "Tooling"`, `"Tooling" → "Trial"`, `"Trial" → "Sketch"`} {
		if around := err.Error() + " → " + strings.SplitN(err.Error(), "other: ", 2)[1]; !strings.Contains(around, step) {
			t.Errorf("%q does not show %s", err, step)
		}
	}
	if strings.Contains(err.Error(), "Antenna") {
		t.Errorf("%q names a task that is on no cycle", err)
	}
}

func TestRemovingATaskClosesTheGapInItsChain(t *testing.T) {
	r := aurora(t)
	d := r.Edit(tue)
	no(t, d.RemoveTasks(true, "3"))
	bridged := closed(t, d)
	if got := links(bridged); got != "1>4 FS+1, 2>4 FS+3" {
		t.Errorf("bridged: %s", got)
	}
	if tasks := bridged.Risk("crack").Tasks; tasks != nil {
		t.Errorf("the risk still names %v", tasks)
	}
	d = r.Edit(tue)
	no(t, d.RemoveTasks(false, "3"))
	if got := links(closed(t, d)); got != "" {
		t.Errorf("not bridged: %s", got)
	}
	refused(t, r.Edit(tue).RemoveTasks(true, "3", "33"), Unknown, `"33"`)
}

// Between 1 and 6 lie 2 and 3 in a row, 4 beside them with a longer wait, and 5 by another type.
func TestBridgingTakesTheLongestWayWhateverTheOrder(t *testing.T) {
	for _, ids := range [][]string{{"2", "3", "4", "5"}, {"5", "4", "3", "2"}, {"3", "4", "2", "5"}} {
		d := New("", tue).Edit(tue)
		for i := range 6 {
			must(t)(d.AddTask(Task{Title: fmt.Sprint("Task ", i+1)}))
		}
		for _, l := range []Dependency{{From: "1", To: "2", Lag: 1}, {From: "2", To: "3", Lag: 1}, {From: "3", To: "6"}, {From: "1", To: "4"},
			{From: "4", To: "6", Lag: 5}, {From: "1", To: "5", Lag: 9}, {From: "5", To: "6", Type: FinishToFinish}} {
			no(t, d.Link(l))
		}
		no(t, d.RemoveTasks(true, ids...))
		if got := links(closed(t, d)); got != "1>6 FS+5" {
			t.Errorf("removing %v leaves %s", ids, got)
		}
	}
}

func TestNeighboursAreFoundBothWays(t *testing.T) {
	r := aurora(t)
	if len(r.Predecessors("3")) != 2 || len(r.Successors("3")) != 1 || r.Successors("3")[0].To != "4" || r.Successors("none") != nil {
		t.Error("Tooling waits for two tasks and one waits for it")
	}
	if d := r.Dependency("2", "3", FinishToStart); d == nil || d.Lag != 2 || r.Dependency("2", "3", StartToStart) != nil {
		t.Error("a dependency is found by its ends and type")
	}
	net := r.Network()
	up, down := net.Upstream(r.TaskIndex("3")), net.Downstream(r.TaskIndex("1"))
	if !up[0] || !up[1] || !up[2] || up[3] || !down[0] || down[1] || !down[2] || !down[3] {
		t.Errorf("up %v, down %v", up, down)
	}
}
