package tui

import (
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/store"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// golden compares a screen with the one that is kept.
func golden(t *testing.T, name string, lines []string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	got := strings.Join(lines, "\n") + "\n"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is another screen now (-update keeps it):\n%s", path, got)
	}
}

func TestPlanOfTheDemo(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int
		keys string
	}{
		{"plan-60x16", 60, 16, ""}, {"plan-60x16-timeline", 60, 16, "l"}, {"plan-80x24", 80, 24, ""}, {"plan-100x30", 100, 30, ""}, {"plan-200x50", 200, 50, ""},
		{"plan-100x30-week", 100, 30, "+ +"}, {"plan-100x30-day", 100, 30, "+ + +"}, {"plan-100x24-by-team", 100, 24, "o t g h j h j"},
	} {
		t.Run(c.name, func(t *testing.T) { golden(t, c.name, demo(t, c.w, c.h).keys(c.keys).screen()) })
	}
}

func TestWideTitlesKeepTheColumnsStraight(t *testing.T) {
	d := roadmap.New("日本語", monday).Edit(monday)
	for _, title := range []string{"plain", "日本語のタイトル、とても長いもの", "🚀 rocket", "👩‍👩‍👧 family", "e\u0301cole"} {
		if _, err := d.AddTask(roadmap.Task{Title: title}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range openOn(t, r, 90, 20).screen()[3:8] {
		at := strings.Index(l, "│")
		if n := ansi.StringWidth(l[:at]); n != 49 {
			t.Errorf("the timeline begins at %d in %q", n, l)
		}
	}
}

func TestTheFirstLineIsTheAnswer(t *testing.T) {
	for _, w := range []int{60, 80, 200} {
		if first := demo(t, w, 20).screen()[0]; !strings.Contains(first, "12 Mar → 19 Mar +5d") {
			t.Errorf("at %d columns: %q", w, first)
		}
	}
}

func TestAnEmptyFileAsksWhatIsLaunched(t *testing.T) {
	u := empty(t, 80, 24).sees("What are you launching, and by when?")
	u.types("Launch in first stores 12-mar").keys("enter")
	u.sees("Launch in first stores 12 Mar", "a adds tasks").keys("esc").sees("a add")
	if got := u.m.scene.Roadmap.Settings().Name; got != "Launch in first stores" {
		t.Errorf("the roadmap is called %q", got)
	}
	if n, err := u.m.session.Unsaved(); len(n) != 0 || err != nil {
		t.Errorf("unsaved: %v, %v", n, err)
	}
}

func TestTheAddLineStaysOpenAndKeepsGoalAndTeam(t *testing.T) {
	u := empty(t, 100, 24).types("Launch 12-mar").keys("enter a")
	u.types("Tooling @Mechanics 5d").keys("enter").types("Trial 3d after:^").keys("enter esc")
	trial := u.task("Trial")
	if trial.Goal != u.task("Tooling").Goal || trial.Goal == "" || u.m.scene.TeamName(trial.Team) != "Mechanics" {
		t.Errorf("goal %q, team %q", trial.Goal, trial.Team)
	}
	if pre := u.m.scene.Roadmap.Predecessors(trial.ID); len(pre) != 1 {
		t.Errorf("%d predecessors", len(pre))
	}
}

func TestTypingShowsWhatItDoesToTheDeadlines(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run").keys("s").types("20d")
	u.sees("Launch in first stores 19 Mar → ")
	if u.keys("esc").task("Trial run").Effort != roadmap.PersonDays(6) {
		t.Error("esc left another effort")
	}
}

func TestSpaceGoesOnToDoneAndStops(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run").keys("space")
	if u.task("Trial run").Status != roadmap.Doing {
		t.Fatal("not in progress")
	}
	u.keys("space")
	if u.task("Trial run").Status != roadmap.Done {
		t.Fatal("not done")
	}
	if u.keys("space"); u.task("Trial run").Status != roadmap.Done || !strings.Contains(u.bottom(), "done already") {
		t.Errorf("after done: %v, %q", u.task("Trial run").Status, u.bottom())
	}
}

func TestUndoAndRedo(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run").keys("x u")
	if u.task("Trial run").Status != roadmap.Todo {
		t.Error("undo left it dropped")
	}
	if u.sees("undone: Trial run: dropped").keys("ctrl+r"); u.task("Trial run").Status != roadmap.Dropped {
		t.Error("redo left it to do")
	}
}

func TestMarksTakeEveryAction(t *testing.T) {
	u := demo(t, 100, 30).on("Display panels").keys("v v s").types("p1").keys("enter")
	if u.task("Display panels").Priority != 1 || u.task("Battery cells").Priority != 1 {
		t.Error("not both have priority 1")
	}
	if u.keys("u"); u.task("Display panels").Priority == 1 {
		t.Error("one undo does not take both back")
	}
}

// Marks that a filter hides are named where the input for them opens, and esc says that it cleared them.
func TestMarksThatAreNotShownAreNamed(t *testing.T) {
	u := demo(t, 140, 40).on("Display panels").keys("v v").keys("/").types("@firmware").keys("enter s").sees("set 2 tasks (2 not shown: Display panels, Battery cells)")
	u.keys("esc esc").sees("2 marks cleared")
}

func TestTheSelectionKeepsItsRowWhenRowsComeAbove(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run")
	row := func() int {
		for i, l := range u.screen() {
			if strings.HasPrefix(l, "▌") {
				return i
			}
		}
		return -1
	}
	before := row()
	u.m.edit("one more", "", func(d *roadmap.Draft) error {
		_, err := d.AddTaskBefore(roadmap.Task{Title: "above", Goal: u.task("Trial run").Goal}, d.Tasks()[0].ID)
		return err
	})
	u.send(nil)
	if after := row(); after != before || u.m.scene.Selected.Task != u.task("Trial run").ID {
		t.Errorf("the selection went from line %d to %d", before, after)
	}
}

// Nothing that can be undone asks: a task goes with its links, and the message says which key brings it back, and which closes the
// gap as long as nothing else is changed.
func TestDeletingOffersToCloseTheGap(t *testing.T) {
	u := chainOfThree(t).on("Tooling")
	links := func() []*roadmap.Dependency { return u.m.session.Roadmap().Dependencies() }
	u.keys("X").sees("Tooling deleted with 2 links   u undoes   M closes the gap").seesNot("esc")
	if len(links()) != 0 {
		t.Errorf("%d links are left", len(links()))
	}
	u.keys("M").sees("Tooling left a gap, closed: Trial waits for Frame   u undoes")
	if l := links(); len(l) != 1 || l[0].From != u.task("Frame").ID || l[0].To != u.task("Trial").ID {
		t.Errorf("%+v", l)
	}
	u.keys("u u")
	if u.task("Tooling"); len(links()) != 2 {
		t.Error("undo does not bring it back with its links")
	}
	u.keys("M").sees("closes the gap where X has just deleted a task between others: there is none")
	if u.on("Tooling").keys("X j M").sees("Trial waits for Frame"); len(links()) != 1 {
		t.Error("keys that change nothing leave it open no longer")
	}
	if u.keys("u u").on("Tooling").keys("X").on("Trial").keys("space M").sees("there is none"); len(links()) != 0 {
		t.Error("it is closed in another plan than was looked at")
	}
	if u.keys("u u").on("Frame").keys("X").sees("Frame deleted with 1 link   u undoes").seesNot("M closes"); len(links()) != 1 {
		t.Errorf("%d links are left", len(links()))
	}
}

// What leaves no gap is deleted at once, and the message says how it comes back.
func TestDeletingAsksNothingAndSaysHowItIsUndone(t *testing.T) {
	u := chainOfThree(t).on("Case").keys("X").sees("Case deleted", "u undoes").seesNot("close the gap").keys("u")
	u.task("Case")
	u.keys("g X").sees("goal “Launch” deleted, its tasks are without one", "u undoes").keys("u").sees("undone: goal “Launch” deleted")
	if len(u.m.scene.Roadmap.Goals()) != 1 {
		t.Error("the goal is gone")
	}
}

func TestAWhatIfLeavesTheFileAlone(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run").keys("W s").types("1d").keys("enter")
	u.sees("WHAT-IF Trial run: effort 6d → 1d")
	if snap, err := u.m.opts.File.Load(); err != nil || snap.Roadmap.Task(u.task("Trial run").ID).Effort != roadmap.PersonDays(6) {
		t.Error("the file has the what-if's effort")
	}
	if u.keys("W x").seesNot("WHAT-IF"); u.task("Trial run").Effort != roadmap.PersonDays(6) {
		t.Error("discarding kept the edit")
	}
	u.keys("W s").types("1d").keys("enter W enter").seesNot("WHAT-IF")
	if snap, err := u.m.opts.File.Load(); err != nil || snap.Roadmap.Task(u.task("Trial run").ID).Effort != roadmap.PersonDays(1) {
		t.Error("accepting did not reach the file")
	}
}

// broken is a file that cannot be written to for a while.
type broken struct {
	*store.File
	failing bool
}

func (b *broken) Apply(e store.Edit, p store.Planner) (store.Snapshot, store.Entry, error) {
	if b.failing {
		return store.Snapshot{}, store.Entry{}, errors.New("disk full: free some space")
	}
	return b.File.Apply(e, p)
}

func TestAFailedSaveKeepsTheEditSaysSoAndTriesAgain(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run")
	b := &broken{u.m.opts.File.(*store.File), true}
	snap, _ := b.Load()
	u = openFile(t, b, snap, false, 100, 30).on("Trial run").keys("space")
	u.sees("disk full: free some space", "not saved")
	if u.task("Trial run").Status != roadmap.Doing {
		t.Error("the edit is gone")
	}
	if u.keys("q").sees("try again"); u.quit {
		t.Error("quit with an unsaved edit")
	}
	b.failing = false
	u.keys("esc").second()
	if u.seesNot("not saved"); u.task("Trial run").Status != roadmap.Doing {
		t.Error("the edit is gone")
	}
}

func TestWhatAnotherProgramChangedIsShownWithinASecond(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run")
	f := u.m.opts.File.(*store.File)
	other := func(title string) {
		snap, _ := f.Load()
		d := snap.Roadmap.Edit(monday)
		if err := d.UpdateTask(u.task("Battery cells").ID, func(t *roadmap.Task) { t.Notes = title }); err != nil {
			t.Fatal(err)
		}
		next, _ := d.Close()
		if _, _, err := f.Apply(store.Edit{Base: snap, Next: next, Title: title, Stamp: store.Stamp{At: u.now.Add(1), Today: monday}}, func(*roadmap.Roadmap) []store.Forecast { return nil }); err != nil {
			t.Fatal(err)
		}
	}
	other("from elsewhere")
	u.second()
	if u.task("Battery cells").Notes != "from elsewhere" {
		t.Error("not seen")
	}
	u.keys("u").sees("made elsewhere")
	if u.task("Battery cells").Notes != "from elsewhere" {
		t.Error("undone without a second word")
	}
	if u.keys("u"); u.task("Battery cells").Notes != "from elsewhere" {
		t.Error("undone by a key that was struck before anybody could read what for")
	}
	u.second()
	u.keys("j k").seesNot("made elsewhere")
	u.keys("u").sees("“from elsewhere” was made elsewhere at ", ": u again undoes it").second()
	u.keys("1 u").second()
	if u.sees("u again undoes it"); u.task("Battery cells").Notes != "from elsewhere" {
		t.Error("undone after another key")
	}
	if u.keys("u").sees("undone: from elsewhere"); u.task("Battery cells").Notes == "from elsewhere" {
		t.Error("not undone")
	}
	u.keys("ctrl+r").sees("done again: from elsewhere")
}

// What another program deletes while its form is open is not saved, and the form says why.
func TestAFormOfWhatAnotherProgramDeletedSaysThatItIsGone(t *testing.T) {
	u := demo(t, 100, 30).on("Battery cells").keys("e")
	f, id := u.m.opts.File.(*store.File), u.task("Battery cells").ID
	snap, _ := f.Load()
	d := snap.Roadmap.Edit(monday)
	if err := d.RemoveTasks(false, id); err != nil {
		t.Fatal(err)
	}
	next, _ := d.Close()
	if _, _, err := f.Apply(store.Edit{Base: snap, Next: next, Title: "deleted", Stamp: store.Stamp{At: u.now.Add(1), Today: monday}}, func(*roadmap.Roadmap) []store.Forecast { return nil }); err != nil {
		t.Fatal(err)
	}
	u.second()
	u.types(" x").keys("enter").sees("task \"" + id + "\" is not there any more")
}

func TestAPanicWhileTheFrameIsShownEndsTheProgramInOrder(t *testing.T) {
	u := demo(t, 100, 30)
	p := &program{model: u.m, tea: tea.NewProgram(u.m, tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutRenderer(), tea.WithoutSignalHandler())}
	p.View() // there is no terminal
	if _, err := p.tea.Run(); err != nil || u.m.crash == nil || !errors.Is(u.m.cause(err), u.m.crash) {
		t.Errorf("%v, crash %v", err, u.m.crash)
	}
}

func TestAPanicEndsInOneLineAndLosesNothing(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run").keys("space")
	u.m.tabs[0].view, u.mayCrash = nil, true
	next, _ := u.m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("j")})
	if next != tea.Model(u.m) {
		t.Error("Bubble Tea is left with nothing to draw")
	}
	u.keys("j")
	if !u.quit || u.m.crash == nil || strings.Contains(u.m.crash.Error(), "\n") {
		t.Errorf("quit %v, crash %v", u.quit, u.m.crash)
	}
	if snap, _ := u.m.opts.File.Load(); snap.Roadmap.Task(u.task("Trial run").ID).Status != roadmap.Doing {
		t.Error("the edit before it is lost")
	}
}

func TestTheScreenIsDividedAsPictured(t *testing.T) {
	for _, c := range []struct {
		w, h                         int
		want                         wanted
		view, details, strip, bottom int
	}{
		{80, 24, wanted{strip: true}, 18, 0, 2, 1},
		{60, 16, wanted{strip: true}, 13, 0, 0, 1},
		{80, 24, wanted{strip: true, details: true}, 9, 9, 2, 1},
		{60, 16, wanted{strip: true, details: true}, 0, 13, 0, 1},
		{200, 50, wanted{strip: true, details: true}, 44, 44, 2, 1},
		{20, 7, wanted{}, 4, 0, 0, 1},
		{20, 5, wanted{}, 3, 0, 0, 1},
		{1, 1, wanted{}, 0, 0, 0, 0},
	} {
		s := layoutOf(c.w, c.h, c.want)
		if s.view.h != c.view || s.details.h != c.details || s.strip.h != c.strip || s.bottom.h != c.bottom {
			t.Errorf("%d x %d %+v: %+v", c.w, c.h, c.want, s)
		}
	}
}

func TestAFilterShowsWhatMatchesAndEscLiftsIt(t *testing.T) {
	u := demo(t, 100, 40).keys("/").types("@mech is:slipping").keys("enter")
	u.sees("filter: @mech is:slipping", "1 of 73 tasks", "Enclosure tooling").seesNot("Assembly trial")
	u.keys("esc").sees("lifted", "Assembly trial").keys("esc").seesNot("lifted")
}

// What is done after a filter is done to a task that it shows, and not to the heading above it.
func TestAFilterSelectsTheFirstTaskThatMatches(t *testing.T) {
	u := demo(t, 100, 40).keys("g").keys("/").types("contract").keys("enter").sees("filter: contract", "1 of 73 tasks")
	if got := u.m.scene.Selected.Task; got != u.task("Warehouse contract").ID {
		t.Errorf("%+v is selected", u.m.scene.Selected)
	}
	u.keys("s").types("due:9-apr").keys("enter")
	if due := u.task("Warehouse contract").Deadline; due != roadmap.MustDate("2027-04-09") {
		t.Errorf("due %s", due)
	}
	u = demo(t, 100, 40).on("Assembly trial").keys("/").types("@mech").keys("enter")
	if got := u.m.scene.Selected.Task; got != u.task("Assembly trial").ID {
		t.Errorf("%+v is selected, and matches itself", u.m.scene.Selected)
	}
}

func TestTheLinksPickerLinksAndRefusesACircle(t *testing.T) {
	u := demo(t, 100, 40).on("Launch site").keys("L").sees("Launch site waits for").types("Press kit")
	u.keys("enter")
	found := false
	for _, d := range u.m.scene.Roadmap.Predecessors(u.task("Launch site").ID) {
		found = found || d.From == u.task("Press kit").ID
	}
	if !found {
		t.Error("not linked")
	}
	u.on("Press kit").keys("L").types("Launch site").sees("waits for Press kit")
}

func TestMarkedTasksAreChained(t *testing.T) {
	u := demo(t, 100, 40).on("Display panels").keys("v v L")
	found := false
	for _, d := range u.m.scene.Roadmap.Predecessors(u.task("Battery cells").ID) {
		found = found || d.From == u.task("Display panels").ID
	}
	if !found {
		t.Errorf("not chained: %s", u.bottom())
	}
}

func TestABlockerIsAddedAndCleared(t *testing.T) {
	u := demo(t, 100, 40).on("Trial run").keys("b").types("Customs who:ana").keys("enter")
	if b := u.task("Trial run").OpenBlockers(); len(b) != 1 || b[0].Text != "Customs" {
		t.Fatalf("%+v", b)
	}
	u.sees("or later").keys("b").sees("blocked: Customs").keys("c")
	if b := u.task("Trial run").OpenBlockers(); len(b) != 0 {
		t.Errorf("%+v", b)
	}
}

func TestRankPassesTheNextTaskOfTheTeam(t *testing.T) {
	u := demo(t, 100, 40).on("Water seal").keys("J").sees("Water seal ranked below Speaker grille samples")
	seal, grille := u.task("Water seal"), u.task("Speaker grille samples")
	r := u.m.scene.Roadmap
	if r.TaskIndex(seal.ID) < r.TaskIndex(grille.ID) || seal.Rank <= grille.Rank {
		t.Errorf("places %d and %d, ranks %d and %d", r.TaskIndex(seal.ID), r.TaskIndex(grille.ID), seal.Rank, grille.Rank)
	}
	if u.keys("u"); u.task("Water seal").Rank != 0 {
		t.Error("one undo does not take it back")
	}
}

func TestABaselineIsTaken(t *testing.T) {
	u := demo(t, 100, 40).keys("B").types("Second").keys("enter")
	if b := u.m.scene.Roadmap.CurrentBaseline(); b == nil || b.Name != "Second" {
		t.Errorf("%+v", b)
	}
}

func TestTheFormSavesWhatWasChangedAsOneEdit(t *testing.T) {
	u := demo(t, 100, 40).on("Trial run").keys("e").sees("Task Trial run").types(" twice").keys("tab enter")
	if u.task("Trial run twice").Effort != roadmap.PersonDays(6) {
		t.Error("the effort changed too")
	}
}

func TestNotesAreTyped(t *testing.T) {
	u := demo(t, 100, 40).on("Trial run").keys("E").types("mind the gap").keys("ctrl+s")
	if n := u.task("Trial run").Notes; !strings.HasSuffix(n, "mind the gap") {
		t.Errorf("%q", n)
	}
}

func TestThePaletteDoesWhatItNames(t *testing.T) {
	demo(t, 100, 40).keys(":").types("what-if").keys("enter").sees("WHAT-IF")
}

func TestHelpNamesEveryKey(t *testing.T) {
	demo(t, 200, 60).keys("?").sees("Next status", "Undo", "Command palette", "Take a baseline")
}

func TestMidnightBringsANewDay(t *testing.T) {
	u := demo(t, 100, 30)
	u.now = u.now.Add(24 * 60 * 60 * 1e9)
	u.second()
	if u.m.session.Today() != monday+1 {
		t.Error("still Monday")
	}
	u.sees("Tue 24 Nov")
}

func TestAClickSelectsAndTheWheelScrolls(t *testing.T) {
	u := demo(t, 100, 30)
	u.send(tea.MouseMsg{X: 10, Y: 5, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	if !strings.HasPrefix(u.screen()[5], "▌") {
		t.Errorf("line 5 is %q", u.screen()[5])
	}
	before := u.screen()[5]
	u.send(tea.MouseMsg{X: 10, Y: 5, Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
	if u.screen()[5] == before {
		t.Error("the wheel did nothing")
	}
}

func TestCopyAsksTheTerminal(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run").keys("y")
	if out := u.m.opts.Out.(*strings.Builder).String(); !strings.HasPrefix(out, "\x1b]52;c;") {
		t.Errorf("%q", out)
	}
}

func TestWhyShowsTheChainOfCauses(t *testing.T) {
	demo(t, 80, 30).on("Enclosure tooling").keys("w").sees("Why", "waits for Antenna module", "promised 11 Dec")
}
