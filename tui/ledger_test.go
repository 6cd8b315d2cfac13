package tui

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/sample"
	"bywhen/roadmap/schedule"
	"bywhen/store"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
	"bywhen/tui/session"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// plannedOn says where the deadlines of a roadmap stand on a day.
func plannedOn(day roadmap.Date) store.Planner {
	return func(r *roadmap.Roadmap) []store.Forecast {
		var out []store.Forecast
		for _, d := range schedule.Compute(r, day, schedule.Options{}).Deadlines() {
			out = append(out, store.Forecast{Task: d.On.Task, Goal: d.On.Goal, Date: d.Forecast})
		}
		return out
	}
}

// toldDemo opens the UI on the sample roadmap with its history.
func toldDemo(t testing.TB, w, h int) *user {
	told, err := toldFile()
	path := filepath.Join(t.TempDir(), "demo.db")
	if err == nil {
		err = os.WriteFile(path, told, 0o600)
	}
	f := store.New(path)
	at, wrong := f.Load()
	if err := errors.Join(err, wrong); err != nil {
		t.Fatal(err)
	}
	return openFile(t, f, at, false, w, h)
}

// toldFile is the demo's file with its six weeks in it, written once for all tests: each step of it waits for the disk.
var toldFile = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "demo")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	story := sample.Demo(monday)
	f := store.New(filepath.Join(folder, "demo.db"))
	at, err := f.Create(story.Start, store.Stamp{At: noon().AddDate(0, 0, -30), Today: story.Made.Day})
	for _, step := range story.Steps {
		if err != nil {
			return nil, err
		}
		next, wrong := step.On(at.Roadmap, func(r *roadmap.Roadmap, day roadmap.Date, name string) roadmap.Baseline {
			return schedule.Compute(r, day, schedule.Options{}).Baseline(name)
		})
		if wrong != nil {
			return nil, wrong
		}
		stamp := store.Stamp{At: step.Day.Time().Add(time.Duration(step.Hour) * time.Hour), Today: step.Day}
		at, _, err = f.Apply(store.Edit{Base: at, Next: next, Title: step.Title, Because: step.Because, Stamp: stamp}, plannedOn(step.Day))
	}
	if err != nil {
		return nil, err
	}
	return os.ReadFile(f.Path())
})

// goal selects a goal.
func (u *user) goal(id string) *user {
	u.m.selectRef(scene.Ref{Goal: id})
	u.send(nil)
	return u
}

func TestLedgerOfTheDemo(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int
		keys string
	}{
		{"ledger-60x16", 60, 16, "w"}, {"ledger-80x24", 80, 24, "w l"}, {"ledger-100x30", 100, 30, "w tab j"}, {"ledger-200x50", 200, 50, "w"}, {"ledger-40x10", 40, 10, "w j"},
	} {
		t.Run(c.name, func(t *testing.T) { golden(t, c.name, toldDemo(t, c.w, c.h).goal("launch").keys(c.keys).screen()) })
	}
	t.Run("ascii", func(t *testing.T) {
		u := toldDemo(t, 80, 24).goal("launch")
		u.m.theme = paint.New(paint.Terminal{ASCII: true})
		u.m.look()
		golden(t, "ledger-80x24-ascii", u.keys("w").screen())
		for _, l := range u.screen() {
			if strings.ContainsFunc(l, func(r rune) bool { return r > 126 }) {
				t.Errorf("not ASCII: %q", l)
			}
		}
	})
}

func TestThePaneShowsTheLedgerInShort(t *testing.T) {
	toldDemo(t, 130, 60).goal("launch").sees("Since Board, 2 Nov", "Murata moved its promise twice", "12 Mar → 19 Mar, w the ledger")
	toldDemo(t, 80, 60).on("Enclosure tooling").keys("enter").sees("Since Board, 2 Nov", "20 Jan → 28 Jan, w the ledger")
}

func TestWOpensTheLedgerOfADeadlineAndClosesIt(t *testing.T) {
	u := toldDemo(t, 100, 30).goal("launch")
	for _, key := range []string{"w", "esc", "q"} {
		if u.keys("w").sees("Board, 2 Nov: 12 Mar → today: 19 Mar"); u.keys(key).m.ledger != nil || u.quit {
			t.Errorf("%s does not close the ledger", key)
		}
		u.seesNot("Board, 2 Nov: 12 Mar")
	}
}

// S counts the open ledger from a day, the check-in or the baseline again, and refuses a day of which nothing is known.
func TestTheLedgerCountsFromTheDayThatIsNamed(t *testing.T) {
	u := toldDemo(t, 100, 30).goal("launch").keys("w S").sees("count from ›").types("18-nov").sees("counts from Wed 18 Nov").keys("enter")
	u.sees("end of 18 Nov: 12 Mar → today: 19 Mar")
	u.keys(",").sees("Board, 2 Nov: 12 Mar → today: 19 Mar").keys(".").sees("end of 18 Nov: ")
	u.keys("S").types("checkin").keys("enter").sees("check-in, 20 Nov: ")
	u.keys("S").types("2026-10-30").keys("enter").sees("30 Oct is before the history, which begins on 2 Nov: name that day or a later one", "check-in, 20 Nov: ").keys("j").sees("check-in, 20 Nov: ")
	u.keys("S").types("18-nov").keys("enter S").types("baseline").keys("enter").sees("Board, 2 Nov: 12 Mar → today: 19 Mar")
	u.keys("S").types("4-dec-2026").sees("is after today, 2026-11-23: name a day that has been")
}

func TestWOnWhatIsNoDeadlineIsTheChain(t *testing.T) {
	toldDemo(t, 80, 30).on("Assembly trial").keys("w").sees("Why", "waits for Enclosure tooling", "promised 11 Dec")
}

func TestTheLedgerGoesFromAlertsAndBackToTheTask(t *testing.T) {
	u := toldDemo(t, 100, 30).keys("2")
	for i := 0; i < 9 && !strings.Contains(u.text(), "▌! Murata moved Antenna"); i++ {
		u.keys("j")
	}
	u.keys("w").sees("Launch in first stores", "Board, 2 Nov: 12 Mar → today: 19 Mar").keys("enter enter")
	if u.m.ledger != nil || u.m.active != 0 || u.m.scene.Selected.Task != "44" {
		t.Errorf("enter on Murata's promise leads to view %d with %v selected", u.m.active, u.m.scene.Selected)
	}
}

func TestTheLedgerIsCopiedForAMail(t *testing.T) {
	u := toldDemo(t, 100, 30).goal("launch").keys("w y").sees("copied 15 lines")
	out := u.m.opts.Out.(*strings.Builder).String()
	_, code, _ := strings.Cut(out, "52;c;")
	text, err := base64.StdEncoding.DecodeString(strings.TrimRight(code, "\a"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Launch in first stores: Board, 2 Nov: 12 Mar → today: 19 Mar, 5 working days later\n",
		"    +6d  Murata moved its promise twice (9, 19 Nov; Murata): board revision; yield of the ceramic\n", "\nWhy 19 Mar, due 12 Mar:\n"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
}

// A deadline that was moved by hand stands where it was before; the ledger says that it is the deadline which moved.
func TestTheLedgerSaysThatTheDeadlineItselfWasMoved(t *testing.T) {
	u := toldDemo(t, 120, 30).keys("B").types("Second").keys("enter").goal("launch").keys("D").types("5-mar").keys("enter w")
	u.sees("nothing has moved the forecast, only the deadline", "The deadline itself was moved from 12 Mar to 5 Mar", "Why 19 Mar, due 5 Mar")
	u.keys(", ,").sees("Murata moved its promise twice", "The deadline itself was moved from 12 Mar to 5 Mar")
}

// Another baseline is another day to start from; , goes back to it.
func TestTheLedgerCountsFromOtherDaysToo(t *testing.T) {
	u := toldDemo(t, 120, 30).keys("B").types("Second").keys("enter").goal("launch").keys("w")
	u.sees("Second, 23 Nov: 19 Mar → today: 19 Mar", "nothing has moved it").keys(",").sees("check-in, 20 Nov: 18 Mar → today: 19 Mar", "Trial run 5d → 6d")
	u.keys(",").sees("Board, 2 Nov: 12 Mar → today", "Murata moved its promise twice")
	u.keys(",").sees("history begins, 2 Nov: 12 Mar").keys(",").sees("nothing is known of it before 2 Nov")
	u.keys(". . .").sees("Second, 23 Nov").keys(".").sees("that is the last baseline taken")
}

func TestAWhatIfIsALineOfTheLedger(t *testing.T) {
	u := toldDemo(t, 100, 30).keys("W").on("Trial run").keys("s").types("12d").keys("enter").goal("launch").keys("w")
	u.sees("today: 29 Mar", "+11d", "this what-if").keys("esc W x").goal("launch").keys("w").sees("today: 19 Mar").seesNot("this what-if")
}

func TestAnEditIsInTheLedgerOnceItIsSaved(t *testing.T) {
	u := toldDemo(t, 100, 30).on("Volume production").keys("s").types("13d because:\"more stores\"").keys("enter").goal("launch").keys("w tab")
	u.sees("today: 22 Mar", "Volume production: effort 12d").keys("u j").sees("today: 19 Mar").seesNot("Volume production: effort 12d")
}

func TestTheLedgerChangesNothing(t *testing.T) {
	u := toldDemo(t, 100, 30).on("Enclosure tooling").keys("w space X D").sees("the ledger only tells")
	if s := u.task("Enclosure tooling").Status; s != roadmap.Todo || u.m.top() != nil {
		t.Errorf("its status is %v", s)
	}
}

func TestALedgerOfADeadlineThatIsDeletedCloses(t *testing.T) {
	u := toldDemo(t, 100, 30).on("Packaging design").keys("w").sees("Board, 2 Nov")
	d := u.m.scene.Roadmap.Edit(monday)
	if err := d.RemoveTasks(false, u.m.scene.Selected.Task); err != nil {
		t.Fatal(err)
	}
	next, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	f := u.m.opts.File.(*store.File)
	at, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := f.Apply(store.Edit{Base: at, Next: next, Title: "deleted elsewhere", Stamp: store.Stamp{At: noon(), Today: monday}}, nil); err != nil {
		t.Fatal(err)
	}
	u.second()
	u.send(nil)
	if u.m.ledger != nil {
		t.Errorf("it is still open:\n%s", u.text())
	}
}

// A history that cannot be read is told, and asked for again a second later.
func TestAHistoryThatCannotBeReadIsTold(t *testing.T) {
	u := toldDemo(t, 100, 30)
	whole := u.m.opts.File.(*store.File)
	lost := &forgetful{File: whole, err: fmt.Errorf("it is in use")}
	u = openFile(t, lost, mustLoad(t, whole), false, 100, 30).goal("launch").keys("w").sees("it is in use")
	lost.err = nil
	u.second()
	u.send(tea.KeyMsg{Type: tea.KeyDown})
	u.sees("Murata moved its promise twice")
}

// forgetful is a file whose history cannot be read.
type forgetful struct {
	*store.File
	err error
}

func (f *forgetful) Past(after uint64) (store.Past, error) {
	if f.err != nil {
		return store.Past{}, f.err
	}
	return f.File.Past(after)
}

func mustLoad(t *testing.T, f *store.File) store.Snapshot {
	s, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Whoever moves on down a list does not read the pane: its ledger is worked out once the selection rests.
func TestThePanesLedgerWaitsUntilTheSelectionRests(t *testing.T) {
	u := toldDemo(t, 130, 60)
	u.m.rest = restFor
	u.m.selectRef(scene.Ref{Goal: "launch"})
	_, cmd := u.m.Update(nil)
	if u.m.scene.Ledger != nil || cmd == nil {
		t.Fatal("it is there, or not waited for")
	}
	u.m.selectRef(scene.Ref{Goal: "certified"})
	u.m.Update(nil)
	if u.m.Update(pausedMsg{u.m.pauses - 1, session.Question{On: scene.Ref{Goal: "launch"}, Start: session.ByDefault}}); u.m.restedOn.On.Goal != "" {
		t.Error("it rests on what was left")
	}
	if u.send(pausedMsg{u.m.pauses, u.m.awaited}); u.m.scene.Ledger == nil || u.m.scene.Ledger.On.Goal != "certified" {
		t.Errorf("the ledger is %v", u.m.scene.Ledger)
	}
}

func TestTheLedgersRowsAreFoldedAndClicked(t *testing.T) {
	u := toldDemo(t, 100, 30).goal("launch").keys("w l").sees("▌ Murata moved its promise twice", "  Antenna module: promise moved")
	u.keys("j h").sees("▌ Murata moved its promise twice").seesNot("  Antenna module: promise moved")
	u.send(tea.MouseMsg{X: 10, Y: 6, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	u.sees("▌ Trial run 5d → 6d", "Trial run 5d → 6d, 20 Nov: +1d. “one more shift to train”")
	u.send(tea.MouseMsg{X: 10, Y: 6, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	if c, _, ok := u.m.history().Here(); u.m.ledger != nil || !ok || c.Seq != 29 {
		t.Errorf("a double click leads to change %+v", c)
	}
	u.keys("1")
	u.goal("launch").keys("w")
	u.send(tea.MouseMsg{X: 10, Y: 6, Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
	u.sees("▌ Retail display dropped").keys("3").sees("Works on")
	if u.m.ledger != nil {
		t.Error("another view leaves it open")
	}
}

// What is no change leads to the task that it is about.
func TestEnterOnASilenceGoesToItsTask(t *testing.T) {
	u := toldDemo(t, 100, 30)
	u.m.opts.FixedDay = true
	u.m.session.SetToday(monday + 14)
	u.m.look()
	u.goal("launch").keys("w tab G")
	for i := 0; i < 20 && !strings.Contains(u.text(), "▌ Antenna module not begun"); i++ {
		u.keys("k")
	}
	if u.keys("enter"); u.m.ledger != nil || u.m.active != 0 || u.m.scene.Selected.Task != "44" {
		t.Errorf("it leads to view %d with %v selected:\n%s", u.m.active, u.m.scene.Selected, u.text())
	}
}

func TestThereIsNoLedgerOfThePast(t *testing.T) {
	u := toldDemo(t, 130, 40).keys("7 , ,").sees("AS IT WAS").keys("1").goal("launch").keys("w").seesNot("Board, 2 Nov:")
	if u.m.ledger != nil {
		t.Error("it is open")
	}
}

func TestTheLedgerIsExactlyAsLargeAsTheTerminal(t *testing.T) {
	u := toldDemo(t, 100, 30)
	rapid.Check(t, func(rt *rapid.T) {
		w, h := rapid.IntRange(1, 250).Draw(rt, "w"), rapid.IntRange(1, 60).Draw(rt, "h")
		u.send(tea.WindowSizeMsg{Width: w, Height: h})
		if u.m.ledger == nil {
			u.goal("launch").keys("w")
		}
		u.keys(rapid.SampledFrom([]string{"j", "k", "G", "g", "l", "h", "tab", ",", ".", "ctrl+d", "y"}).Draw(rt, "key"))
		for i, l := range strings.Split(u.m.View(), "\n") {
			if n := ansi.StringWidth(l); n != w {
				rt.Fatalf("line %d is %d wide at %d x %d: %q", i, n, w, h, l)
			}
		}
		if n := len(strings.Split(u.m.View(), "\n")); n != h {
			rt.Fatalf("%d lines at %d x %d", n, w, h)
		}
	})
}
