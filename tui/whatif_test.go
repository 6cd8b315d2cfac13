package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/store"
)

// three has three what-ifs kept: one that wins, one that costs, one that moves nothing.
func three(t testing.TB, w, h int) *user {
	u := demo(t, w, h)
	tries := func(task, set, name string) {
		t.Helper()
		if len(u.m.session.Alternatives()) > 0 {
			u.keys("W n")
		} else {
			u.keys("W")
		}
		u.on(task).keys("s").types(set).keys("enter W n").types(name).keys("enter")
	}
	tries("Trial run", "1d", "Short trial")
	tries("Assembly trial", "40d", "Long assembly")
	tries("Press kit", "because:none notes:x", "Nothing")
	return u
}

func TestWhatIfScreens(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int
	}{{"60x16", 60, 16}, {"80x24", 80, 24}, {"100x30", 100, 30}, {"200x50", 200, 50}} {
		t.Run(c.name, func(t *testing.T) {
			u := three(t, c.w, c.h)
			golden(t, "whatifs-"+c.name, u.keys("W").screen())
			golden(t, "whatif-end-"+c.name, u.keys("j j enter W").screen())
		})
	}
}

// What a what-if changes has not happened: the details say so, and what it is without it.
func TestTheDetailsSayWhatTheWhatIfChanges(t *testing.T) {
	u := demo(t, 200, 50).on("Enclosure tooling").keys("W s").types("20d").keys("enter")
	u.sees("-7d in this what-if, else to 28 Jan").seesNot("then to 28 Jan")
}

func TestWhatIsKeptStandsBesideThePlanAndIsFlippedTo(t *testing.T) {
	u := three(t, 100, 30).seesNot("WHAT-IF")
	u.keys("}").sees("WHAT-IF Short trial", "Launch in first stores").keys("3").sees("WHAT-IF Short trial")
	u.keys("}").sees("WHAT-IF Long assembly").keys("{").sees("WHAT-IF Short trial").keys("{").seesNot("WHAT-IF").sees("the plan")
	u.keys("{ {").sees("WHAT-IF Long assembly").keys("} }").seesNot("WHAT-IF")
	u.keys("W").sees("What-ifs beside the plan", "Short trial", "Long assembly", "Nothing").keys("esc").seesNot("What-ifs beside")
}

func TestNoEditOfAWhatIfIsLostByFlipping(t *testing.T) {
	u := three(t, 100, 30).keys("} s")
	u.keys("esc").on("Trial run").keys("s").types("3d").keys("enter").sees("WHAT-IF Short trial*").keys("} } } }").sees("WHAT-IF Short trial*")
	if e := u.task("Trial run").Effort.String(); e != "3" {
		t.Errorf("effort %s", e)
	}
	u.keys("u").sees("WHAT-IF Short trial ").seesNot("Short trial*")
	u.keys("W").sees("x close, it stays kept").keys("x").sees("stays kept").seesNot("WHAT-IF")
	u.keys("W n").on("Trial run").keys("s").types("2d").keys("enter }").seesNot("WHAT-IF").keys("{").sees("WHAT-IF")
	if e := u.task("Trial run").Effort.String(); e != "2" {
		t.Errorf("effort %s", e)
	}
}

func TestAnAcceptedWhatIfIsKeptNoMoreAndUndoBringsBothBack(t *testing.T) {
	u := three(t, 100, 30).keys("} W enter").sees("accepted")
	if all := u.m.session.Roadmap().WhatIfs(); len(all) != 2 || u.task("Trial run").Effort.String() != "1" {
		t.Errorf("%d kept", len(all))
	}
	u.keys("u").sees("undone: What-if “Short trial”")
	if all := u.m.session.Roadmap().WhatIfs(); len(all) != 3 || u.task("Trial run").Effort.String() != "6" {
		t.Errorf("%d kept", len(all))
	}
}

func TestADeletedWhatIfComesBack(t *testing.T) {
	u := three(t, 100, 30).keys("W j x").sees("deleted “Short trial”").keys("esc u").sees("undone: What-if deleted: Short trial").keys("W").sees("Short trial")
	u.keys("j r").types(" 2").keys("enter").sees("renamed")
	var names []string
	for _, w := range u.m.session.Roadmap().WhatIfs() {
		names = append(names, w.Name)
	}
	if len(names) != 3 || !strings.Contains(strings.Join(names, ","), "Short trial 2") {
		t.Errorf("%v", names)
	}
}

func TestAWhatIfSurvivesWhatIsEditedMeanwhile(t *testing.T) {
	u := three(t, 100, 30).on("Trial run").keys("s").types("@mech").keys("enter }").sees("WHAT-IF Short trial")
	if e := u.task("Trial run").Effort.String(); e != "1" {
		t.Errorf("effort %s", e)
	}
	u.keys("{").on("Trial run").keys("s").types("9d").keys("enter }").sees("no longer fits", "effort changed since")
	u.keys("{").on("Trial run").keys("s").types("5d").keys("enter W").sees("!Short trial").keys("j").sees("no longer fits")
}

func TestAnOpenWhatIfIsKeptWhenTheProgramIsLeft(t *testing.T) {
	u := demo(t, 100, 30).keys("W").on("Trial run").keys("s").types("1d").keys("enter q")
	if !u.quit {
		t.Fatal("it did not end")
	}
	f := u.m.opts.File.(*store.File)
	snap, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	again := openFile(t, f, snap, false, 100, 30).sees("a what-if was left unfinished").keys("W").sees("unfinished what-if").keys("j enter").sees("WHAT-IF unfinished what-if")
	if e := again.task("Trial run").Effort.String(); e != "1" {
		t.Errorf("effort %s", e)
	}
}

// What-ifs are kept, listed and dropped from the palette by these words; the bottom line says what W does now.
func TestThePaletteKeepsListsAndDropsWhatIfs(t *testing.T) {
	u := demo(t, 140, 40).on("Trial run").sees("W try").keys(":").types("keep what-if").keys("enter").sees("no what-if is open: W begins one")
	u.keys(":").types("compare what-if").keys("enter").sees("there is no what-if yet: W begins one").keys("W j").sees("W end what-if")
	u.keys(":").types("keep what-if").keys("enter").sees("nothing is tried yet").on("Trial run").keys("s").types("1d").keys("enter :").types("name what-if").keys("enter")
	u.sees("keep as ›").types("Overtime").keys("enter").sees("kept “Overtime”").keys("j").sees("W what-ifs")
	u.keys(":").types("list what-if").keys("enter").sees("What-ifs beside the plan", "Overtime").keys("esc")
	u.keys(":").types("drop what-if").keys("enter").sees("x deletes the one pointed at").keys("j x").sees("deleted “Overtime”")
	u.keys("W").on("Trial run").keys("s").types("2d").keys("enter :").types("drop what-if").keys("enter").sees("discarded: all is as it was")
}

func TestANameThatIsTakenIsReplacedAndUndoBringsItBack(t *testing.T) {
	u := three(t, 100, 30).keys("W n").on("Trial run").keys("s").types("2d").keys("enter W n").types("Short trial").keys("enter").sees("in place of what it was")
	u.keys("}")
	if e := u.task("Trial run").Effort.String(); e != "2" {
		t.Errorf("effort %s", e)
	}
	u.keys("{ u }")
	if e := u.task("Trial run").Effort.String(); e != "1" {
		t.Errorf("effort %s", e)
	}
}

// What was tried is not lost by one key: the next brings it back. What is edited meanwhile is undone first, and then no more.
func TestADiscardedWhatIfComesBackWithUndo(t *testing.T) {
	u := demo(t, 120, 40).on("Trial run").keys("W s").types("2d").keys("enter W x").sees("discarded: all is as it was", "u brings it back").seesNot("WHAT-IF")
	u.keys("u").sees("WHAT-IF", "the what-if is back")
	if got := u.task("Trial run").Effort; got != roadmap.PersonDays(2) {
		t.Errorf("what was tried is gone: %v", got)
	}
	u.keys("W x x").seesNot("WHAT-IF")
	if u.keys("u"); u.task("Trial run").Status != roadmap.Todo {
		t.Error("the edit since is not what u takes back")
	}
	u.keys("u").seesNot("WHAT-IF")
}

func TestWhatWasAskedIsNotAskedInAWhatIf(t *testing.T) {
	u := demo(t, 120, 40).on("Antenna module").keys("W c").sees("of the roadmap itself", "W ends the what-if first")
	if _, edits := u.m.session.Trying(); edits != 0 {
		t.Errorf("%d edits in the what-if", edits)
	}
}

// Another date to be held to is no win: that is what is told of it.
func TestAWhatIfThatMovesADeadlineSaysSo(t *testing.T) {
	u := demo(t, 160, 40).keys("1 g W D").types("26-mar").keys("enter")
	u.sees("WHAT-IF", "Launch in first stores due 12 Mar → 26 Mar, forecast 19 Mar")
	u.keys("W").sees("moves  Launch in first stores due 12 Mar → 26 Mar").seesNot("wins ")
}

// One column has two kinds of days: the plan's row says in words how late it is, those below what they win against it. One that was
// begun inside another says so, since what that wins is in what it wins.
func TestTheListOfWhatIfsSaysWhatItsDaysAreAgainst(t *testing.T) {
	u := demo(t, 120, 40).on("Trial run").keys("W s").types("1d").keys("enter W n").types("Short trial").keys("enter")
	u.keys("W j enter").on("Assembly trial").keys("s").types("20d").keys("enter W n").types("Both").keys("enter")
	u.keys("W").sees("What-ifs beside the plan: days won (-), lost (+)", "19 Mar, 5d late", "d to spare", "12 Mar -5d").seesNot("with all of")
	u.keys("j").seesNot("with all of").keys("j").sees("with all of “Short trial”; tried: ")
}

// A report of a what-if says that it is one, also where it is copied.
func TestTheReportOfAWhatIfSaysThatItIsOne(t *testing.T) {
	u := demo(t, 120, 40).keys("R").seesNot("Only tried").keys("esc").on("Trial run").keys("W s").types("9d").keys("enter").keys("R")
	u.sees("a what-if", "Only tried, not the plan: ").keys("e").sees("Only tried, not the plan: ")
}
