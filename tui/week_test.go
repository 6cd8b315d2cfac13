package tui

import (
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

	tea "github.com/charmbracelet/bubbletea"
)

// told is the bytes of a file with the sample roadmap and the history that led to it, written once.
var told = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "bywhen-told-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	f := store.New(filepath.Join(dir, "aurora.db"))
	stamp := func(m sample.Moment) store.Stamp {
		y, month, d := m.Day.Civil()
		return store.Stamp{At: time.Date(y, month, d, m.Hour, m.Minute, 0, 0, time.UTC), Today: m.Day}
	}
	baseline := func(r *roadmap.Roadmap, day roadmap.Date, name string) roadmap.Baseline {
		return schedule.Compute(r, day, schedule.Options{}).Baseline(name)
	}
	story := sample.Demo(monday)
	at, err := f.Create(story.Start, stamp(story.Made))
	for _, s := range story.Steps {
		var next *roadmap.Roadmap
		if err == nil {
			next, err = s.On(at.Roadmap, baseline)
		}
		if err != nil {
			return nil, err
		}
		at, _, err = f.Apply(store.Edit{Base: at, Next: next, Title: s.Title, Because: s.Because, Stamp: stamp(s.Moment)}, nil)
	}
	if err != nil {
		return nil, err
	}
	return os.ReadFile(f.Path())
})

// lived opens the UI on the sample roadmap with its history, in a file of its own.
func lived(t testing.TB, w, h int) *user {
	return openAs(t, livedFile(t), paint.New(paint.Terminal{}), w, h)
}

// livedFile is the file of lived, for one UI.
func livedFile(t testing.TB) Options {
	data, err := told()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "aurora.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	f := store.New(path)
	snap, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	return Options{File: f, Snapshot: snap}
}

func (u *user) ascii() *user {
	u.m.theme = paint.New(paint.Terminal{ASCII: true})
	u.m.look()
	u.send(nil)
	return u
}

func (u *user) history() []store.Entry {
	u.t.Helper()
	past, err := u.m.opts.File.Past(0)
	if err != nil {
		u.t.Fatal(err)
	}
	return past.Entries
}

func TestTheWeekOnTheScreen(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {100, 30}, {200, 50}} {
		for name, open := range map[string]func(u *user) *user{
			"checkin": func(u *user) *user { return u.keys("r enter").types("12d left") },
			"since":   func(u *user) *user { return u.keys("2") },
			"chase":   func(u *user) *user { return u.on("Enclosure tooling").keys("c") },
			"report":  func(u *user) *user { return u.keys("R") },
			"paste":   func(u *user) *user { return u.pastes(pastedList) },
			"known":   func(u *user) *user { return u.keys("2 m") },
			"since-gone": func(u *user) *user {
				return u.on("Export licence").keys("space space 2 S").types("16 nov").keys("enter")
			},
		} {
			name = fmt.Sprintf("%s-%dx%d", name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				u := open(lived(t, size[0], size[1]))
				golden(t, name, u.screen())
			})
		}
	}
	golden(t, "checkin-80x24-ascii", lived(t, 80, 24).ascii().keys("r enter").types("12d left").screen())
	golden(t, "paste-80x24-ascii", lived(t, 80, 24).ascii().pastes(pastedList).screen())
}

const pastedList = "Demo day\n\n- [ ] Script @marketing (3d)\n- Rehearsal\t2d\tfri\n* Film it after:^ 1d\n1. [x] Book the room\n\n## Reviews on launch day\nPress kit, second print (2 weeks)\nBox with due:someday\n"

// pastes pastes a text.
func (u *user) pastes(text string) *user {
	u.t.Helper()
	u.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
	return u
}

func TestACheckInIsOneStepThatUndoTakesBack(t *testing.T) {
	u := lived(t, 100, 30)
	before, entries := u.m.session.Roadmap(), len(u.history())
	u.keys("r").sees("Check-in, since Fri 20 Nov", "0 of 5 told", "under way, to 26 Nov")
	u.keys("enter").sees("1 of 5 told", "as planned")
	u.types("12d left").sees("12 days left", "Case study 5 Jan → 8 Jan +3d").keys("enter").sees("2 of 5 told")
	u.types("done").keys("enter")
	if n := len(u.history()); n != entries {
		t.Fatalf("%d entries were written before the check-in was left", n-entries)
	}
	u.keys("esc").sees("Check-in, 3 tasks, and 10 that only wait; not told of: 3 tasks; u takes all of it back")
	if h := u.history(); len(h) != entries+1 || !h[len(h)-1].IsCheckIn() {
		t.Fatalf("%d entries more, the last %q", len(h)-entries, h[len(h)-1].Title)
	}
	if task := u.task("User interface kit"); task.Remaining != roadmap.PersonDays(12) || task.Told != monday {
		t.Errorf("the kit has %s left, told %s", task.Remaining, task.Told)
	}
	u.keys("u")
	if d := roadmap.Diff(before, u.m.session.Roadmap(), ""); !d.Empty() {
		t.Errorf("undo leaves %d differences", len(d.Edits))
	}
}

func TestAsPlannedMovesNoDeadline(t *testing.T) {
	u := lived(t, 100, 40)
	before := u.m.session.Plan().Deadlines()
	u.keys("r" + strings.Repeat(" enter", 5)).sees("5 of 5 told").keys("esc").sees("Check-in, 5 tasks, and 11 that only wait; u takes all of it back")
	for i, d := range u.m.session.Plan().Deadlines() {
		if d.Forecast != before[i].Forecast {
			t.Errorf("%s moved from %s to %s", d.Title, before[i].Forecast, d.Forecast)
		}
	}
	u.keys("r").sees("all told earlier today", "as planned").keys("esc").sees("nothing was told")
	u.m.toldToday = toldOn{} // as in a UI that is opened anew
	u.keys("r").sees("Nothing should have moved since it was last told of", "find a task with /", "/ a task").keys("j x enter backspace").pastes("nonsense").sees("names no open task").keys("esc")
	u.keys("2 S").types("today").keys("enter").sees("Since Mon 23 Nov: nothing has changed")
}

// The second mail of a Monday comes when nothing is asked any more: r takes it, pasted or of a task that is looked for.
func TestACheckInTakesWhatItDoesNotAskAbout(t *testing.T) {
	u := lived(t, 100, 40).keys("r" + strings.Repeat(" enter", 5) + " esc r").pastes("Trial run: starts 15 dec").sees("Answers that were pasted").keys("enter").sees("1 of 1 told")
	u.keys("/").sees("Tell of another task").types("hinge").keys("enter").sees("Hinge fatigue test", "under way, to 27 Nov", "1 of 1 told").types("2d left").sees("instead of as planned").keys("enter").sees("2 of 2 told").keys("esc").sees("Check-in, 2 tasks")
	if task := u.task("Trial run"); task.NotBefore.String() != "2026-12-15" || u.task("Hinge fatigue test").Remaining != roadmap.PersonDays(2) {
		t.Errorf("not before %s, %s left", task.NotBefore, u.task("Hinge fatigue test").Remaining)
	}
}

// Enter never goes from the last line back to the top, where another would tell what was passed over.
func TestACheckInEndsAtItsLastLine(t *testing.T) {
	u := lived(t, 100, 30).keys("r j").types("12d left").keys("enter enter enter enter").sees("4 of 5 told", "that was the last: 1 above is not told yet, ↑ goes there, esc ends", "enter what is left")
	u.keys("enter enter j").sees("4 of 5 told", "▌  Radio driver", "this is the last line").keys("home enter").sees("5 of 5 told", "that was the last: all are told, enter ends").keys("enter").sees("Check-in, 5 tasks")
}

// What was told today is listed by another check-in of the day, can be told anew, and is asked about again once it is undone.
func TestWhatWasToldTodayCanBeSeenAndToldAnew(t *testing.T) {
	u := lived(t, 100, 30).keys("r j j j j").types("done fri").keys("enter esc r").sees("0 of 4 told", "Radio driver", "done by Wed 18 Nov", "done Fri 20 Nov")
	u.keys("end enter").sees("0 of 4 told").types("3d left").sees("3 days left, not done", "instead of done Fri 20 Nov").keys("enter").sees("1 of 5 told").keys("esc")
	if task := u.task("Radio driver"); task.Status != roadmap.Doing || task.Finished != 0 || task.Remaining != roadmap.PersonDays(3) {
		t.Errorf("%s, done %s, %s left", task.Status, task.Finished, task.Remaining)
	}
	u.keys("r end").sees("0 of 4 told", "3 days left").keys("esc u u r end").sees("0 of 5 told", "▌  Radio driver").seesNot("3 days left")
}

// The radio driver was to be done by Wednesday when it was last told of; that the silence since was lost, and the plan has it end next
// Friday, is not what was expected of it. Enter tells what was, and slips count from there.
func TestACheckInRemembersWhatWasExpected(t *testing.T) {
	u := lived(t, 100, 30).keys("r j j j j").sees("Radio driver", "done by Wed 18 Nov")
	u.types("slipped 5d").sees("3 days left · ends 25 Nov").keys("esc enter").sees("1 of 5 told", "done by Wed 18 Nov    done Wed 18 Nov").keys("esc")
	if task := u.task("Radio driver"); task.Status != roadmap.Done || task.Finished.String() != "2026-11-18" {
		t.Errorf("%s, done %s", task.Status, task.Finished)
	}
}

func TestTheLastPredecessorDoneOffersTheMilestone(t *testing.T) {
	u := lived(t, 100, 30).keys("r j j").types("done").keys("enter")
	u.sees("Design files frozen", "reached: all is done", "1 of 6 told").keys("enter esc")
	if task := u.task("Design files frozen"); task.Status != roadmap.Done || task.Finished != monday {
		t.Errorf("%s, %s", task.Status, task.Finished)
	}
}

func TestWhatCannotBeToldIsSaidWhereItIsTyped(t *testing.T) {
	u := lived(t, 100, 30).keys("r").types("done 99 june").keys("enter").sees("0 of 5 told", "is not a date")
	u.keys("esc").sees("0 of 5 told").seesNot("is not a date").keys("esc").sees("nothing was told")
}

func TestALineOfACheckInIsTakenBack(t *testing.T) {
	u := lived(t, 100, 30)
	before := u.m.session.Roadmap()
	u.keys("r").types("b").sees("blocked ▏").types("at legal").keys("enter").sees("1 of 5 told", "blocked: at legal").keys("k backspace").sees("0 of 5 told").keys("esc")
	if u.m.session.Roadmap() != before {
		t.Error("something is left")
	}
}

func TestACheckInIsSavedWhenTheProgramIsEndedFromOutside(t *testing.T) {
	u := lived(t, 100, 30)
	entries := len(u.history())
	u.keys("r enter enter")
	if err := u.m.session.Flush(); err != nil {
		t.Fatal(err)
	}
	if h := u.history(); len(h) != entries+1 || h[len(h)-1].Title != "Check-in, 2 tasks" {
		t.Errorf("the last is %q", h[len(h)-1].Title)
	}
}

// Twenty tasks, a third of them with something to say, are told of in so few keys that two minutes are plenty.
func TestACheckInOfTwentyTasksTakesFewKeys(t *testing.T) {
	d := roadmap.New("Twenty", monday-30).Edit(monday - 3)
	if _, err := d.AddTeam(roadmap.Team{ID: "a", Name: "A", Capacity: 30}); err != nil {
		t.Fatal(err)
	}
	for i := range 20 {
		if _, err := d.AddTask(roadmap.Task{Title: fmt.Sprintf("Task %d", i), Team: "a", Effort: roadmap.PersonDays(6), Status: roadmap.Doing, Started: monday - 7}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	u := openOn(t, r, 80, 24).keys("r").sees("0 of 20 told")
	keys := 1
	say := func(text string) { u.types(text).keys("enter"); keys += len(text) + 1 }
	for i := range 20 {
		switch {
		case i%3 > 0:
			say("")
		case i%2 == 0:
			say("7d left")
		default:
			say("done fri")
		}
	}
	u.sees("20 of 20 told").keys("esc")
	if keys++; keys > 75 {
		t.Errorf("%d keys: at one and a half a second that is over two minutes with reading", keys)
	}
	if h := u.history(); len(h) != 1 || h[0].Title != "Check-in, 20 tasks" {
		t.Errorf("%d entries", len(h))
	}
}

func TestAlertsCompareWithTheLastCheckInOrAnyDay(t *testing.T) {
	u := lived(t, 120, 40).keys("2").sees("Since the check-in, Fri 20 Nov: ", "worse", "new")
	u.on("Export licence").keys("space space 2").sees("1 gone", "gone: Export licence: At legal")
	u.keys("S").types("someday").keys("enter").sees("is not a date").keys("esc")
	u.keys("S").types("16 nov").sees("compares with Mon 16 Nov").keys("enter").sees("Since Mon 16 Nov")
	u.keys("S").types("1 oct").keys("enter").sees("1 Oct is before the history, which begins on 2 Nov").seesNot("Since Mon 16 Nov")
	u.keys("S enter").sees("Since the check-in, Fri 20 Nov")
	u.keys("S").types("nothing").keys("enter").seesNot("Since ")
}

// What an answer does is told beside the plan without it, also where it takes the place of another; and what is not blocked cannot be
// unblocked.
func TestACorrectedAnswerIsToldAsIfItWereTheFirst(t *testing.T) {
	first := lived(t, 120, 40).keys("r").types("3d left").keys("enter").rows("Industrial design")
	again := lived(t, 120, 40).keys("r").types("done").keys("enter up").types("3d left").keys("enter").rows("Industrial design")
	if first != again || !strings.Contains(first, "3 days left") {
		t.Errorf("told at first\n%s\nand after another answer\n%s", first, again)
	}
	u := lived(t, 120, 40).keys("r").types("unblocked").sees("nothing is in the way of \"Industrial design\"").keys("enter").sees("0 of 5 told")
	u.keys("ctrl+u").types("b at legal").keys("enter").sees("1 of 5 told")
}

// Whoever has just told of the week sees what became of it since the last; from the next day on it is what is compared with.
func TestACheckInIsWhatIsComparedWithFromTheNextDayOn(t *testing.T) {
	u := lived(t, 120, 40).keys("2").sees("Since the check-in, Fri 20 Nov: 1 new, 1 worse")
	u.keys("r").types("done").keys("enter esc").sees("Since the check-in, Fri 20 Nov: ")
	u.now = u.now.AddDate(0, 0, 1)
	u.keys("j").sees("Since the check-in, Mon 23 Nov: ")
	u.keys("u").sees("Since the check-in, Fri 20 Nov: ")
}

// The first check-in of all is compared with on its own day, too: there is no other.
func TestTheFirstCheckInIsComparedWithOnItsDay(t *testing.T) {
	u := empty(t, 120, 30).types("Launch 12-mar").keys("enter a").types("Frame @Mechanics 5d started:fri").keys("enter esc")
	u.now = u.now.AddDate(0, 0, 7)
	u.keys("r enter esc 2").sees("Since the check-in, Mon 30 Nov: nothing has changed")
}

// What was changed long ago has its year in the History, whole, and so has a day long ago with which the Plan is compared.
func TestWhatWasChangedLongAgoHasItsYear(t *testing.T) {
	u := empty(t, 120, 30).types("Launch 12-mar").keys("enter a").types("Frame @Mechanics 5d").keys("enter esc")
	u.now = u.now.AddDate(0, 0, 91)
	u.keys("7").sees("Mon 23 Nov 12:00  ")
	u.now = u.now.AddDate(0, 0, 1)
	u.keys("1 7").sees("Mon 23 Nov 2026 12:00  ").keys("1 S").types("23-nov").keys("enter").sees(" 23 Nov 2026│")
}

func TestACauseIsKnownUntilADay(t *testing.T) {
	u := lived(t, 100, 40).keys("2 j j m").sees("known ›").types("1 feb the board accepts it").sees("until Mon 1 Feb · because the board accepts it").keys("enter")
	u.sees("known: Press units, slipping and 1 more flag until 1 Feb", "1 cause known and accepted")
	k := u.m.scene.Roadmap.Known()
	if last := k[len(k)-1]; last.Until != roadmap.NewDate(2027, 2, 1) || last.Because != "the board accepts it" {
		t.Errorf("known %+v", last)
	}
	u.keys("G m").sees("is known until 1 Feb: the board accepts it", "m no more").keys("m").sees("not known any more")
	if n := len(u.m.scene.Roadmap.Known()); n != 1 { // the demo's own
		t.Errorf("%d are known", n)
	}
	u.keys("u u")
	if n := len(u.m.scene.Roadmap.Known()); n != 1 {
		t.Errorf("after undo %d are known", n)
	}
}

// A chase greets whom the team's contact names, with the address in sight, and says what is known of their days off, as the check-in does.
func TestAChaseKnowsWhomItWritesToAndWhenTheyAreOff(t *testing.T) {
	d := owed(t).Edit(monday - 3)
	if err := d.UpdateTeam("murata", func(t *roadmap.Team) {
		t.Contact, t.TimeOff = "Ms Li, li@murata.example", []roadmap.Period{{Name: "Festival", From: monday - 3, To: monday + 7}}
	}); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	openOn(t, r, 120, 30).keys("r").sees("Antenna", "off until 30 Nov").types("c").keys("enter").
		sees("To Murata · Ms Li, li@murata.example", "Hello Ms Li,", "As we know you are off until 30 Nov.")
}

func TestAChaseIsCopiedShownAndKept(t *testing.T) {
	u := lived(t, 100, 30).on("Enclosure tooling").keys("c")
	u.sees("To Murata", "- Antenna module: promised for 11 Dec (said 19 Nov), needed by 4 Dec.", "It makes Launch in first", "stores, due 12 Mar, 5 working days late.").seesNot("copied, if")
	if out := u.m.opts.Out.(*strings.Builder).String(); out != "" {
		t.Errorf("before it is copied the terminal was sent %q", out)
	}
	u.keys("y").sees("copied, if the terminal allows it")
	if out := u.m.opts.Out.(*strings.Builder).String(); !strings.HasPrefix(out, "\x1b]52;c;") {
		t.Errorf("the terminal was sent %q", out)
	}
	u.keys("esc")
	asked := u.task("Antenna module").Asked
	if last := asked[len(asked)-1]; last.Who != "murata" || last.On != monday || last.For != roadmap.NewDate(2026, 12, 4) {
		t.Errorf("asked %+v", asked)
	}
	n := len(asked)
	if u.on("Enclosure tooling").keys("c y esc"); len(u.task("Antenna module").Asked) != n {
		t.Error("the same is asked twice")
	}
	u.on("Enclosure tooling").keys("c").sees("asked before, last on 23 Nov: nothing is added").keys("esc")
	u.on("Export licence").keys("c").sees("To legal", "held up (At legal) since 16 Nov, with no end known")
}

// A chase is an edit: the message says so where it is read, and one key there takes it back.
func TestAChaseSaysWhatItKeepsAndIsTakenBack(t *testing.T) {
	u := lived(t, 100, 30).on("Enclosure tooling")
	n, entries := len(u.task("Antenna module").Asked), len(u.history())
	u.keys("c").sees("To Murata", "once copied or sent it is kept on Antenna module as asked today, last on 20 Nov", "s sent").keys("esc")
	if len(u.task("Antenna module").Asked) != n || len(u.history()) != entries {
		t.Fatal("it is kept as asked before anything was copied")
	}
	u.keys("c enter").sees("To Murata", "kept on Antenna module as asked today, last on 20 Nov; u takes it back")
	if len(u.task("Antenna module").Asked) != n+1 {
		t.Error("it is not kept as asked")
	}
	u.keys("u").seesNot("To Murata").sees("undone: asked Murata: 1 task")
	if len(u.task("Antenna module").Asked) != n {
		t.Error("u does not take it back")
	}
	u.on("Enclosure tooling").keys("c s").sees("kept on Antenna module as asked today").seesNot("copied, if").keys("s s y")
	if len(u.task("Antenna module").Asked) != n+1 {
		t.Error("it is not kept once as asked")
	}
}

// A console has no clipboard: nothing is kept until it is said that the message was sent.
func TestAChaseOnAConsoleIsKeptOnceItWasSent(t *testing.T) {
	u := lived(t, 100, 30)
	u.m.opts.Env = func(name string) string { return map[string]string{"TERM": "linux"}[name] }
	n := len(u.task("Antenna module").Asked)
	u.on("Enclosure tooling").keys("c y").sees("not copied: this terminal has no clipboard", "once copied or sent")
	if len(u.task("Antenna module").Asked) != n {
		t.Error("it is kept as asked, and nothing was copied")
	}
	if u.keys("s").sees("kept on Antenna module as asked today"); len(u.task("Antenna module").Asked) != n+1 {
		t.Error("it is not kept as asked")
	}
}

func TestAChaseInACheckInIsPartOfIt(t *testing.T) {
	u := openOn(t, owed(t), 100, 30)
	u.keys("r").sees("promised Fri 20 Nov", "0 of 2 told").types("c").sees("enter shows a message to Murata: 1 task").keys("enter").sees("To Murata", "once copied or sent it is kept on Antenna as asked today, with the check-in").
		keys("y").sees("kept on Antenna as asked today, with the check-in").seesNot("once copied").keys("esc").sees("0 of 2 told")
	u.types("chase").sees("enter shows a message to Murata").keys("esc enter down").types("c").keys("enter").sees("Frame has no team that could be asked")
	u.keys("esc esc").sees("Check-in, 1 task")
	if h := u.history(); len(h) != 1 || h[0].Title != "Check-in, 1 task" {
		t.Errorf("%d entries", len(h))
	}
	if asked := u.task("Antenna").Asked; len(asked) != 1 || asked[0].On != monday {
		t.Errorf("asked %+v", asked)
	}
}

// owed is an antenna that Murata promised for Friday, and a frame under way, to end on Wednesday.
func owed(t testing.TB) *roadmap.Roadmap {
	t.Helper()
	d := roadmap.New("Owed", monday-30).Edit(monday - 3)
	_, err := d.AddTeam(roadmap.Team{ID: "murata", Name: "Murata", Supplier: true})
	for _, task := range []roadmap.Task{
		{Title: "Antenna", Team: "murata", Effort: roadmap.PersonDays(2), Promised: monday - 3},
		{Title: "Frame", Effort: roadmap.PersonDays(4), Status: roadmap.Doing, Started: monday - 4},
	} {
		if err == nil {
			_, err = d.AddTask(task)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A word that tells something is never read as a key and the rest of it, however it is typed.
func TestAWordTypedWholeIsNoKeyOfTheCheckIn(t *testing.T) {
	for typed, want := range map[string]string{
		"blocked waiting for legal":      "blocked: waiting for legal",
		"b waiting for legal":            "blocked: waiting for legal",
		"Blocked at legal until:fri":     "blocked: at legal",
		"blocked":                        "blocker?",
		"begun fri":                      "started Fri 20 Nov",
		"because:why done:fri":           "because why",
		"by:fri":                         "due Fri 27 Nov",
		"done fri":                       "done Fri 20 Nov",
		"started fri 2d left":            "started Fri 20 Nov · 2 days left",
		"not started":                    "not started",
		"promised 4 dec":                 "promised Fri 4 Dec",
		"delivered fri":                  "done Fri 20 Nov",
		"cost:1200":                      "cost 1200",
		"chase":                          "a message to Murata",
		"goal:none":                      "no goal",
		"unblocked":                      "unblocked",
		"says 4 dec":                     "promised Fri 4 Dec",
		"3d":                             "3 days left",
		"undone? no: this means nothing": "says nothing of it",
	} {
		for how, put := range map[string]func(*user, string) *user{"typed": (*user).types, "pasted": (*user).pastes, "in two bursts": (*user).bursts} {
			u := put(openOn(t, owed(t), 140, 30).keys("r"), typed)
			if !strings.Contains(u.text(), want) {
				t.Errorf("%q %s gives\n%s", typed, how, strings.Join(u.screen()[26:], "\n"))
			}
		}
	}
}

// bursts types the first letter, and the rest so fast that it comes as one.
func (u *user) bursts(text string) *user {
	u.t.Helper()
	u.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text[:1])})
	u.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text[1:])})
	return u
}

func TestBackspaceTakesTheWordBackThatAKeyBegan(t *testing.T) {
	u := openOn(t, owed(t), 100, 30).keys("r").types("bat legal").sees("blocked: at legal").keys("esc b").sees("blocked ▏")
	for range len("blocked ") {
		u.keys("backspace")
	}
	u.types("done").keys("enter").sees("1 of 2 told")
}

// Lines pasted into a check-in are previewed as anywhere, and are part of it: one undo takes all back.
func TestLinesPastedIntoACheckInArePartOfIt(t *testing.T) {
	u := lived(t, 100, 30)
	before := u.m.session.Roadmap()
	u.keys("r enter").pastes("Book the hall 2d\nLights @murata 1d").sees("Paste", "2 tasks", "Book the hall").keys("enter")
	u.sees("Check-in, since", "1 of 5 told", "pasted 2 tasks, with this check-in").keys("enter").sees("2 of 5 told")
	u.keys("esc").sees("Check-in, 2 tasks, and 9 that only wait; pasted 2 tasks; not told of: 3 tasks; u takes all of it")
	if len(u.m.session.Roadmap().Tasks()) != len(before.Tasks())+2 {
		t.Error("the lines are not tasks")
	}
	if u.keys("u"); !roadmap.Diff(before, u.m.session.Roadmap(), "").Empty() {
		t.Error("one undo does not take all back")
	}
	u.keys("r").pastes("One\nTwo").keys("esc").sees("0 of 5 told").pastes("One\nTwo").keys("enter esc").sees("pasted 2 tasks; nothing was told; u takes it back")
	if h := u.history(); h[len(h)-1].IsCheckIn() || h[len(h)-1].Title != "pasted 2 tasks" {
		t.Errorf("the last is %q", h[len(h)-1].Title)
	}
}

// What is left of lines pasted into a check-in is taken once it is corrected, and one undo takes all of them back.
func TestLinesLeftOfAPasteIntoACheckInArePartOfIt(t *testing.T) {
	u := lived(t, 100, 30)
	before := u.m.session.Roadmap()
	u.keys("r").pastes("Book the hall 2d\nLights due:99-mar\nSound after:^").keys("enter").sees("pasted 1 task; what cannot be taken is left here", "Lights", "Sound").seesNot("after Book the hall")
	u.keys("e")
	for range len("due:99-mar") {
		u.keys("backspace")
	}
	u.types("after:book").keys("enter").sees("2 tasks").keys("enter").sees("pasted 2 tasks, with this check-in").keys("esc")
	for title, after := range map[string]string{"Lights": "Book the hall", "Sound": "Lights"} {
		if by := u.m.scene.Roadmap.Predecessors(u.task(title).ID); len(by) != 1 || by[0].From != u.task(after).ID {
			t.Errorf("%s waits for %v", title, by)
		}
	}
	if u.keys("u"); !roadmap.Diff(before, u.m.session.Roadmap(), "").Empty() {
		t.Error("one undo does not take all back")
	}
}

// Whatever is open somebody may be written to about: first whom it waits on, and with tab who does it.
func TestWhoeverDoesSomethingMayBeWrittenTo(t *testing.T) {
	u := lived(t, 100, 30).on("Battery cells").keys("c").sees("To Lumen", "- Battery cells: ").seesNot("tab to").keys("esc")
	u.on("Enclosure tooling").keys("c").sees("To Murata", "tab to Mechanics").keys("tab").sees("To Mechanics", "- Enclosure tooling: ", "tab to Murata").keys("s tab").sees("To Murata").keys("esc")
	if asked := u.task("Enclosure tooling").Asked; len(asked) != 1 || asked[0].Who != "mech" {
		t.Errorf("asked %+v", asked)
	}
	u.keys("3")
	u.m.selectRef(scene.Ref{Team: "lumen"})
	u.keys("c").sees("To Lumen").keys("esc")
}

func TestWhoHasNothingToDoIsNotChased(t *testing.T) {
	lived(t, 100, 30).on("Survey early adopters").keys("c").sees("is done: nobody is to be asked")
	empty(t, 80, 24).keys("esc c").sees("select what waits for somebody")
}

func TestAPasteIsShownBeforeItIsAdded(t *testing.T) {
	u := lived(t, 100, 30)
	before, n := u.m.session.Roadmap(), len(u.m.session.Roadmap().Tasks())
	u.pastes(strings.Replace(pastedList, "due:someday", "", 1)).sees("6 tasks and 1 goal", "goal Demo day (new)", "Rehearsal", "due Fri 27 Nov", "✓ Book the room  done Mon 23 Nov")
	u.keys("enter").sees("pasted 6 tasks and 1 goal")
	if got := len(u.m.session.Roadmap().Tasks()); got != n+6 {
		t.Errorf("%d tasks were added", got-n)
	}
	if task := u.task("Press kit, second print"); task.Goal != "reviews" || task.Effort != roadmap.PersonDays(10) {
		t.Errorf("%+v", task)
	}
	if u.keys("u"); !roadmap.Diff(before, u.m.session.Roadmap(), "").Empty() {
		t.Error("one undo does not take it back")
	}
}

func TestLinesOfAPasteAreUntickedAndCorrected(t *testing.T) {
	u := lived(t, 100, 30).pastes("Alpha 1d\nBeta after:nowhere\nGamma").sees("2 tasks; 1 line cannot be taken", "after: there is no task \"nowhere\"")
	u.keys("e").sees("Beta after:nowhere▏")
	for range len("nowhere") {
		u.keys("backspace")
	}
	u.types("alpha").keys("enter space").sees("2 tasks").keys("enter").sees("pasted 2 tasks")
	if deps := u.m.scene.Roadmap.Predecessors(u.task("Beta").ID); len(deps) != 1 {
		t.Errorf("Beta waits for %v", deps)
	}
	u.pastes("One\nTwo").keys("space space enter").sees("nothing is ticked").keys("esc").seesNot("Paste")
}

// A line says under itself what is wrong with it, as the line that adds would, and so does one that hangs on it. Enter takes the others, and leaves it.
func TestALineOfAPasteThatIsWrongSaysSoUnderItself(t *testing.T) {
	for _, w := range []int{60, 120} {
		u := lived(t, w, 30)
		n := len(u.m.session.Roadmap().Tasks())
		u.pastes("Good one 3d\nHire staff 5d due:99-mar\nSomething after:nope 2d\nNext after:^").sees("1 task; 3 lines cannot be taken", "deadline: \"99-mar\" is not a date", "after: there is no task \"nope\"", "after: the line above it cannot be taken").seesNot("nearest")
		u.keys("g enter").sees("pasted 1 task; what cannot be taken", "▌[x] ! Hire staff").seesNot("Good one 3d")
		if got := len(u.m.session.Roadmap().Tasks()); got != n+1 {
			t.Fatalf("%d tasks were added", got-n)
		}
		u.keys("enter").sees("3 lines cannot be taken: e corrects, space leaves out").keys("space").sees("▌[x] ! Something").keys("enter").sees("2 lines cannot be taken", "▌[x] ! Something")
		u.keys("esc").sees("2 pasted lines left out: Something after:nope 2d · ")
	}
}

// What is near a name is suggested, and nothing else.
func TestANameThatIsNearIsSuggestedInAPaste(t *testing.T) {
	lived(t, 120, 30).pastes("One after:antena\nTwo after:zzz").sees("there is no task \"antena\": nearest is 43 \"Antenna samples\" or 44 \"Antenna module\"", "there is no task \"zzz\"")
}

func TestASingleLineLosesItsBulletAndItsDoneBox(t *testing.T) {
	lived(t, 120, 30).pastes("- [x] Print flyers (2d)").sees("Print flyers 2d done:today▏", "done Mon 23 Nov").seesNot("[x]")
}

// The lines that name none get a goal and a team, which are chosen in the preview; a heading and a line that names its own keep theirs.
func TestAPasteIsGivenAnotherGoalAndATeam(t *testing.T) {
	u := lived(t, 80, 24).on("Trial run").pastes("Book the hall 2d\nLights @murata 1d\n# Fair\nPoster 3d")
	u.sees("Where none is named   o goal Launch in first stores   t team none", "o goal   t team")
	u.keys("o").sees("Goal of the lines that name none").types("certif").keys("enter").sees("o goal Certified in EU and US")
	u.keys("t").sees("no team", "supplier").types("design").keys("enter").sees("t team Design", "3 tasks and 1 goal")
	u.keys("t esc").sees("t team Design").keys("enter").sees("pasted 3 tasks and 1 goal")
	for title, want := range map[string]string{"Book the hall": "Design, Certified in EU and US", "Lights": "Murata, Certified in EU and US", "Poster": "Design, Fair"} {
		task := u.task(title)
		if got := u.m.scene.TeamName(task.Team) + ", " + u.m.scene.Roadmap.Goal(task.Goal).Title; got != want {
			t.Errorf("%s is of %s, not of %s", title, got, want)
		}
	}
	u.keys("u").pastes("One\nTwo").keys("o g enter t enter enter")
	if task := u.task("One"); task.Goal != "" {
		t.Errorf("One is of %s though no goal was chosen", task.Goal)
	}
}

func TestAPasteIntoTheOpenLineKeepsItsTeam(t *testing.T) {
	u := empty(t, 100, 30).types("Launch 12-mar").keys("enter a").types("Frame @Mechanics 3d").keys("enter").pastes("- Tooling\r- Trial (2d)").sees("2 tasks")
	u.keys("enter").sees("add ›", "pasted 2 tasks").keys("esc")
	if task := u.task("Trial"); u.m.scene.TeamName(task.Team) != "Mechanics" || task.Goal == "" {
		t.Errorf("%+v", task)
	}
	empty(t, 100, 30).pastes("# Launch 12-mar\n- Frame\n- Case").sees("goal Launch (new)  due Fri 12 Mar").keys("enter").sees("pasted 2 tasks and 1 goal")
}

func TestTheReportIsForWhomItIsChosen(t *testing.T) {
	u := lived(t, 100, 30).on("Enclosure tooling").keys("R").sees("Aurora phone, week of 23 Nov", "5 working days after its deadline", "Deadlines")
	u.keys("G").sees("Asked", "Murata: Antenna module")
	u.keys("t").sees("Mechanics, Aurora phone").keys("t").sees("Firmware, Aurora phone").keys("f").sees("# Firmware").keys("e f f").sees("Aurora phone, Mon 23 Nov").keys("G").sees("Since Mon 16 Nov")
	u.keys("y").sees("copied, if the terminal allows it").keys("esc").seesNot("Report")
}

// Whatever is open, several pasted lines open the preview over it, and it is as it was afterwards; notes take them as they are.
func TestSeveralLinesPastedAnywhereOpenThePreview(t *testing.T) {
	for _, key := range []string{"", "s", "D", "t", "/", "b", "S", "A", ":", "L", "B", "e", "a", "r", "?", "w", "f", "o"} {
		u := lived(t, 100, 30).on("Trial run").keys(key)
		before := u.text()
		u.pastes("- one thing 3d\n- other thing 2d").sees("one thing", "other thing", "enter")
		if u.keys("esc"); u.text() != before {
			t.Errorf("after %q it is\n%s\nit was\n%s", key, u.text(), before)
		}
	}
	lived(t, 100, 30).on("Trial run").keys("E").pastes("- one thing 3d\n- other thing 2d").sees("ctrl+s", "- other thing 2d")
}

// Whoever presses enter once too often does not take back what was told: it goes on to what is not told, and ends where all is.
func TestEnterOnWhatWasToldLeavesItAsItWasTold(t *testing.T) {
	u := openOn(t, owed(t), 120, 30).keys("r").types("3d left").keys("enter").sees("3 days left").keys("up").sees("enter next")
	u.keys("enter").sees("enter as planned").types("2d left").keys("enter").sees("2 of 2 told").sees("enter done")
	u.types("done").sees("instead of 2 days left").keys("esc enter").sees("Check-in, 2 tasks")
	for _, task := range u.m.scene.Roadmap.Tasks() {
		if task.Status == roadmap.Done && task.Finished == monday {
			t.Errorf("%s is done", task.Title)
		}
	}
}

// What is typed into a line and names another task is told of that one.
func TestALineThatNamesAnotherTaskIsToldOfThat(t *testing.T) {
	u := openOn(t, owed(t), 120, 30).keys("r").sees("▌  Antenna").types("Frame: done fri").sees("that is told of Frame: enter shows it there")
	u.keys("enter").sees("Answers that were pasted", "Frame  done Fri 20 Nov").keys("enter").sees("1 of 2 told")
	if u.keys("esc"); u.task("Frame").Status != roadmap.Done || u.task("Antenna").Status == roadmap.Done {
		t.Error("another task is done")
	}
	openOn(t, owed(t), 120, 30).keys("r").types("Antenna: done fri").sees("done Fri 20 Nov").seesNot("told of Antenna")
}
