package plan

import (
	"fmt"
	"strings"
	"testing"

	"bywhen/roadmap"
)

// Launch has no tasks of its own: what is said of it are the tasks of the goals below it, of whatever depth. Later has none at all.
func TestAGoalWithoutTasksIsCountedByTheGoalsBelowIt(t *testing.T) {
	for done, want := range map[int]string{0: "Launch 0 of 3 below, Certified 0 of 1, Tested 0 of 2, Later no tasks", 1: "Launch 1 of 3 below, Certified all 1 done, Tested 0 of 2, Later no tasks",
		3: "Launch all 3 below done, Certified all 1 done, Tested all 2 done, Later no tasks"} {
		s := build(t, func(d *roadmap.Draft) error {
			_, e1 := d.AddGoal(roadmap.Goal{ID: "launch", Title: "Launch"})
			_, e2 := d.AddGoal(roadmap.Goal{ID: "certified", Title: "Certified", Parent: "launch"})
			_, e3 := d.AddGoal(roadmap.Goal{ID: "tested", Title: "Tested", Parent: "certified"})
			_, e4 := d.AddGoal(roadmap.Goal{ID: "later", Title: "Later"})
			err := errorsOf(e1, e2, e3, e4)
			for i, goal := range []string{"certified", "tested", "tested"} {
				status := roadmap.Todo
				if i < done {
					status = roadmap.Done
				}
				err = errorsOf(err, task(d, roadmap.Task{Title: fmt.Sprint(i), Goal: goal, Status: status}))
			}
			return err
		})
		v := New()
		rows(v, s)
		var got []string
		for i := range v.outline.groups {
			if g := &v.outline.groups[i]; g.of != "" {
				got = append(got, g.name+" "+g.count())
			}
		}
		if all := strings.Join(got, ", "); all != want {
			t.Errorf("with %d done: %s, not %s", done, all, want)
		}
	}
}
