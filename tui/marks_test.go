package tui

import (
	"fmt"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/tui/scene"

	"pgregory.net/rapid"
)

// goalsDue are the deadlines of the goals, and tasksDue how many tasks have one.
func (u *user) goalsDue() (out []string) {
	for _, g := range u.m.session.Roadmap().Goals() {
		out = append(out, g.Deadline.String())
	}
	return out
}

func (u *user) tasksDue() (n int) {
	for _, t := range u.m.session.Roadmap().Tasks() {
		n += b2i(t.Deadline != 0)
	}
	return n
}

// A marked row has its bullet in every view that lists what can be marked, under the cursor too, and the second line says what is
// marked; the keys in the bottom line are those that do something to it.
func TestWhatIsMarkedIsSeenInEachView(t *testing.T) {
	for _, c := range []struct{ name, keys string }{
		{"goals", "6 g j v j v k"}, {"risks", "6 G v k v"}, {"teams", "3 g j v v l j"}, {"alerts", "2 g j j v v k"}, {"plan", "g v"},
		{"network", "4 v"}, {"forecast", "5 g v v"},
	} {
		for _, size := range sizes {
			name := fmt.Sprintf("marks-%s-%dx%d", c.name, size[0], size[1])
			t.Run(name, func(t *testing.T) { golden(t, name, toldDemo(t, size[0], size[1]).keys(c.keys).screen()) })
		}
	}
}

// In the Goals marks are of goals: a deadline goes to them, as it does to the one that is selected, and no task has another.
func TestMarkedGoalsAreGivenADeadlineAndNotTheirTasks(t *testing.T) {
	u := demo(t, 140, 40).keys("6 g v j j v").sees("2 goals marked")
	before, tasks := u.goalsDue(), u.tasksDue()
	u.keys("D").sees("set 2 goals").types("1-jun").keys("enter").sees("2 goals: due Tue 1 Jun")
	after := u.goalsDue()
	if changed := strings.Join(after, " "); strings.Count(changed, "2027-06-01") != 2 || u.tasksDue() != tasks {
		t.Errorf("goals are due %v, they were %v; %d tasks are due, it were %d", after, before, u.tasksDue(), tasks)
	}
	if u.keys("u"); strings.Join(u.goalsDue(), " ") != strings.Join(before, " ") {
		t.Errorf("after one undo the goals are due %v", u.goalsDue())
	}
}

// X on marks removes what is marked, all in one undo, and the tasks stay.
func TestWhatIsMarkedIsDeletedAndItsTasksStay(t *testing.T) {
	for _, c := range []struct {
		keys, says string
		count      func(*roadmap.Roadmap) int
	}{
		{"6 g v j j v X", "2 goals deleted, their tasks are without one   u undoes", func(r *roadmap.Roadmap) int { return len(r.Goals()) }},
		{"3 g v v X", "2 teams deleted, their tasks are without one   u undoes", func(r *roadmap.Roadmap) int { return len(r.Teams()) }},
		{"6 G v k v X", "2 risks deleted   u undoes", func(r *roadmap.Roadmap) int { return len(r.Risks()) }},
		{"3 g v X", "team “Research” deleted, its tasks are without one   u undoes", func(r *roadmap.Roadmap) int { return len(r.Teams()) + 1 }},
	} {
		u := demo(t, 140, 40)
		before, tasks, links := c.count(u.m.session.Roadmap()), len(u.m.session.Roadmap().Tasks()), len(u.m.session.Roadmap().Dependencies())
		u.keys(c.keys).sees(c.says).seesNot(" marked")
		r := u.m.session.Roadmap()
		if strings.Contains(c.says, "2 ") && c.count(r) != before-2 || len(r.Tasks()) != tasks || len(r.Dependencies()) != links {
			t.Errorf("%s: %d are left of %d, %d tasks of %d, %d links of %d", c.keys, c.count(r), before, len(r.Tasks()), tasks, len(r.Dependencies()), links)
		}
		if u.keys("u"); c.count(u.m.session.Roadmap()) != before {
			t.Errorf("%s: one undo leaves %d of %d", c.keys, c.count(u.m.session.Roadmap()), before)
		}
	}
}

func TestMarkedTeamsAreSetTogether(t *testing.T) {
	u := demo(t, 140, 40).keys("3 g v v s").sees("set 2 teams").types("4 mon-thu").keys("enter").sees("2 teams: 4 people, works mon tue wed thu")
	for _, team := range u.m.session.Roadmap().Teams()[:2] {
		if team.Capacity != 4 {
			t.Errorf("%+v", team)
		}
	}
	if u.keys("u"); u.m.session.Roadmap().Teams()[0].Capacity == 4 {
		t.Error("one undo does not take it back")
	}
}

// Of marked risks each takes the step; those that are closed stay so, and the message counts what became of them.
func TestMarkedRisksTakeTheirStepTogether(t *testing.T) {
	u := demo(t, 140, 40).keys("6 G k k v v v").sees("3 risks marked").keys("space").sees("2 risks: has happened   u undoes")
	u.keys("esc g j j j j j v v v").sees("3 risks marked", "▲  20 %").keys("space").sees("3 risks: 1 has happened, 2 closed   u undoes")
	u.keys("x").sees("risk “Mould cracks at first shots”: closed   u undoes").keys("x").sees("3 risks: open again   u undoes").keys("u u u u")
	for i, k := range u.m.session.Roadmap().Risks() {
		if was := toldDemo(t, 80, 24).m.session.Roadmap().Risks()[i]; k.Status != was.Status {
			t.Errorf("%s is %s, it was %s", k.Title, k.Status, was.Status)
		}
	}
}

// What has no meaning for what is marked says so in one line, and changes nothing.
func TestAKeyThatMeansNothingToWhatIsMarkedSaysSo(t *testing.T) {
	for _, c := range []struct{ marks, key, says string }{
		{"6 g v j v", "t", "a goal has no team, and 2 goals are marked: esc clears the marks"},
		{"6 g v", "x", "that is for tasks, and “Launch in first stores” is marked: esc clears the mark"},
		{"6 g v", "b", "that is for tasks, and “Launch in first stores” is marked"},
		{"6 g v j v", "L", "that is for tasks, and 2 goals are marked"},
		{"6 g v j v", "e", "e is a form of one goal at a time, and 2 goals are marked: esc clears the marks"},
		{"6 g v j v", "E", "E edits the notes of one goal at a time, and 2 goals are marked"},
		{"3 g v v", "D", "a team has no deadline, and 2 teams are marked"},
		{"3 g v v", "t", "a team has no team, and 2 teams are marked"},
		{"3 g v v", "c", "c chases one team at a time, and 2 teams are marked"},
		{"6 G v k v", "D", "a risk has no deadline, s review:fri says when it is looked at again, and 2 risks are marked: esc clears the marks"},
		{"6 g v 1", "J", "J and K move what the cursor is on, and “Launch in first stores” is marked: esc clears the mark"},
	} {
		u := demo(t, 140, 40).keys(c.marks)
		before := u.m.session.Roadmap()
		if c.key == "J" {
			u.on("Trial run")
		}
		if u.keys(c.key).sees(c.says); u.m.session.Roadmap() != before || u.m.top() != nil {
			t.Errorf("%s %s changes something, or asks", c.marks, c.key)
		}
	}
}

// Marks are of one kind: the first of another lets those go, and it is said.
func TestAMarkOfAnotherKindLetsTheOthersGo(t *testing.T) {
	u := demo(t, 140, 40).marks("Trial run", "Press units").keys("6 g v").sees("1 goal marked, and 2 tasks not any more: marks are of one kind", "1 goal marked ")
	u.keys("G v").sees("1 risk marked, and 1 goal not any more").keys("3 g v").sees("1 team marked, and 1 risk not any more")
	u.keys("1").on("Trial run").keys("v").sees("1 task marked, and 1 team not any more")
	if len(u.m.scene.Marks) != 1 || !u.m.scene.Marked(scene.Ref{Task: u.task("Trial run").ID}) {
		t.Errorf("marked are %v", u.m.scene.Marks)
	}
	u.keys("esc").sees("1 mark cleared").seesNot("1 task marked")
}

// A cause that is a team's has those tasks of the team that it makes late, and no others: they are marked, the row has the bullet,
// and the cursor goes on as elsewhere.
func TestMarkingACauseMarksItsOwnTasks(t *testing.T) {
	u := toldDemo(t, 120, 40).keys("2 g j j").sees("▌! Assembly line is busy with Reliability").keys("v").sees("!•Assembly line is busy with Reliability", "▌! Trial run takes 6 days", "1 task marked")
	if !u.m.scene.Marked(scene.Ref{Task: u.task("Press units").ID}) {
		t.Errorf("marked are %v", u.m.scene.Marks)
	}
	u.keys("v k k V").sees("2 tasks marked").seesNot("▌!•Murata")
	u.keys("k v").sees("!•Murata", "3 tasks marked")
}

// From the last mark to here, of what the row here is.
func TestARangeIsMarkedInEachViewThatListsThings(t *testing.T) {
	for _, c := range []struct{ keys, says string }{
		{"6 g v j j V", "4 goals marked: Launch in first stores, Firmware that can ship and 2 more"},
		{"6 g v G V", "1 risk marked"}, {"6 G v k k V", "3 risks marked"},
		{"3 g v j j V", "4 teams marked"}, {"2 g V", "1 task marked"},
		{"5 g v j V", "3 goals marked: Launch in first stores, Firmware that can ship, Reviews on launch day"}, {"5 g V G k V G V", "2 tasks marked: Firmware 1.0, Press units"},
	} {
		demo(t, 140, 40).keys(c.keys).sees(c.says)
	}
}

// In the Network a range is what lies on the ways along links from the last mark to here, whichever of them stands left; in a layer it
// is what stands between them. Where no way leads from the one to the other, only what the cursor stands on is marked, and it is said.
func TestARangeInTheNetworkGoesAlongTheLinks(t *testing.T) {
	u := demo(t, 120, 40).on("Enclosure tooling").keys("4 V l l V").sees("3 tasks marked: Enclosure tooling, Assembly trial, Trial run")
	u.keys("esc V h h V").sees("3 tasks marked: Enclosure tooling, Assembly trial, Trial run")
	u.keys("esc 1").on("Enclosure tooling").keys("4 l l g V G V").sees("3 tasks marked: Repair manual, Trial run, EU type test", "○ •EU type")
	u.keys("esc 1").on("Enclosure tooling").keys("4 l l g V j h G V").sees("2 tasks marked", "only Drop tests, round 2 is marked by this")
}

// What is marked is copied as what it is, also where a filter or a fold hides it.
func TestMarkedGoalsTeamsAndRisksAreCopiedAsSuch(t *testing.T) {
	for _, c := range []struct{ marks, says, first string }{
		{"6 g v j v 1 y", "copied 2 goals as a Markdown table", "| Goal |"}, {"3 g v v v y", "copied 3 teams as a Markdown table", "| Team |"},
		{"6 G v y", "copied 1 risk as a Markdown table", "| Risk |"},
	} {
		if u := demo(t, 140, 40).keys(c.marks).sees(c.says); !strings.HasPrefix(u.copied(), c.first) {
			t.Errorf("%s: %q", c.marks, u.copied())
		}
	}
	demo(t, 140, 40).keys("6 g j v /").types("no such task").keys("enter s").sees("set Firmware that can ship (1 not shown: Firmware that can ship)")
}

// The flags of marked goals become known together.
func TestTheFlagsOfMarkedGoalsBecomeKnown(t *testing.T) {
	u := demo(t, 140, 40).keys("6 g v m").types("ok").keys("enter").sees("known: Launch in first stores, slipping")
	u.keys("esc j v m").sees("nothing is flagged on “Reviews on launch day”, which is marked: esc clears the mark")
	u.keys("esc 3 g j j v v m").sees("3 flags of 2 teams")
}

// In a what-if marks go on, and only what is gone loses its mark.
func TestMarksGoOnInAWhatIf(t *testing.T) {
	u := demo(t, 140, 40).keys("6 g v j j v W").sees("2 goals marked").keys("D").types("1-jun").keys("enter").sees("2 goals: due Tue 1 Jun", "2 goals marked")
	u.keys("W x").sees("2 goals marked")
}

// Of marked tasks each takes its step, and the message counts them; one that is in progress is not begun anew by taking another up again.
func TestTheStepsOfMarkedTasksAreCounted(t *testing.T) {
	u := demo(t, 140, 40).marks("Trial run", "Industrial design").keys("space").sees("2 tasks: 1 in progress, 1 done").keys("u esc").on("Industrial design").keys("x")
	u.marks("Industrial design", "Hinge fatigue test").keys("x").sees("Industrial design: taken up again")
	if hinge := u.task("Hinge fatigue test"); hinge.Status != roadmap.Doing {
		t.Errorf("it is %s", hinge.Status)
	}
}

// A heading stands for its tasks: it has the bullet where all of them are marked. Folded, the cursor goes on.
func TestAHeadingIsMarkedWhereAllItsTasksAre(t *testing.T) {
	u := demo(t, 140, 40).goal("certified")
	title := u.m.scene.Title(scene.Ref{Goal: "certified"})
	u.keys("v").sees("▾•", " tasks marked: ").keys("j v").seesNot("▾•").keys("k k v").sees("▾•").keys("v").seesNot("tasks marked").keys("h v")
	if got := u.m.scene.Title(u.m.scene.Selected); got == title {
		t.Errorf("the cursor stays on %s", got)
	}
	u.keys("k").sees("▸•")
}

// Whatever is marked in whatever views, undone and tried: marks are of one kind and on what is there, the second line counts them, and
// no key acts on a task while something else is marked.
func TestMarksAreOfOneKindAndOnWhatIsThere(t *testing.T) {
	u := toldDemo(t, 140, 40)
	rapid.Check(t, func(rt *rapid.T) {
		for range rapid.IntRange(1, 6).Draw(rt, "steps") {
			u.keys(rapid.SampledFrom([]string{"1", "2", "3", "4", "5", "6", "7", "v", "v", "v", "V", "j", "j j", "k", "G", "g", "l", "h", "o", "z", "x", "space", "X", "u", "ctrl+r", "W", "esc"}).Draw(rt, "key"))
			kinds := map[roadmap.Kind]bool{}
			for r := range u.m.scene.Marks {
				if kinds[scene.KindOf(r)] = true; !exists(u.m.scene.Roadmap, r) {
					rt.Fatalf("%v is marked and not there", r)
				}
			}
			if len(kinds) > 1 || len(kinds) > 0 && !strings.Contains(u.screen()[1], u.m.markedWords()) {
				rt.Fatalf("marked are %v, the second line is %q", u.m.scene.Marks, u.screen()[1])
			}
			if tasks := u.m.targets(); len(kinds) > 0 && !kinds[roadmap.KindTask] && len(tasks) > 0 {
				rt.Fatalf("a key acts on %s while %s", tasks[0].Title, u.m.markedWords())
			}
		}
		u.keys("esc esc esc")
	})
}

// Marks on what is done are told of by a key that has nothing to do there.
func TestWhatIsDoneIsLeftAloneAmongMarks(t *testing.T) {
	u := demo(t, 120, 40).on("Trial run").keys("v").on("Press units").keys("v").on("Antenna samples").keys("v x").sees("2 tasks: dropped, one is done")
	u.keys("u b").types("legal").keys("enter").sees("2 tasks blocked")
	if len(u.task("Antenna samples").OpenBlockers()) > 0 {
		t.Error("what is done is blocked")
	}
	demo(t, 120, 40).on("Antenna samples").keys("b").sees("done or dropped: nothing can hold it up any more")
}

// Of marked tasks a blocker's question says which have one; what is typed there and is no answer begins another, none of it lost.
func TestABlockersQuestionSaysOfWhichTasksItIs(t *testing.T) {
	u := demo(t, 100, 30).on("Export licence").keys("v").on("Trial run").keys("v b").sees("of 2 tasks Export licence is blocked: At legal", "c clear it", "a add one to 2 tasks")
	u.types("legal").sees("blocker on 2 tasks › legal").keys("enter").sees("2 tasks blocked: legal, no end known").keys("u b").sees("of 2 tasks Export").keys("esc")
	u.keys("esc").on("Export licence").keys("b").sees("blocked: At legal", "a add another").keys("a").types("x").keys("enter b").sees("blocked: At legal and 1 more", "c clear them")
	u.keys("c").sees("Export licence no longer blocked")
}
