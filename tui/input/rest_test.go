package input

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

func TestAQuestionIsAnsweredByASingleKey(t *testing.T) {
	a := NewAsk("Keep the what-if?", Answer{"enter", "accept"}, Answer{"n", "name and keep"}, Answer{"x", "discard"}, Answer{"esc", "go on"})
	wantPicture(t, a.Draw(plain, 80, a.HeightIn(80)), ` Keep the what-if?   enter accept   n name and keep   x discard   esc go on`)
	if out := press(a.Key, "x"); out != (Outcome{Did: Taken, At: 2}) {
		t.Errorf("x answers %v", out)
	}
	for _, stray := range []string{"j", " ", "ctrl+s", "N"} {
		wantOutcome(t, stray, press(a.Key, stray), Nothing)
	}
	wantOutcome(t, "a paste", paste(a.Key, "x"), Nothing)
	wantOutcome(t, "esc", press(a.Key, "esc"), Left)
	wantOutcome(t, "q", press(a.Key, "q"), Left)
}

func TestInANarrowTerminalTheQuestionIsCutAndNotItsAnswers(t *testing.T) {
	a := NewAsk("Keep the what-if \"tooling on printed samples\"?", Answer{"enter", "accept"}, Answer{"x", "discard"}, Answer{"esc", "go on"})
	wantPicture(t, a.Draw(plain, 60, 1), ` Keep the what-if "t…   enter accept   x discard   esc go on`)
}

func TestAQuestionThatDoesNotFitTakesMoreLines(t *testing.T) {
	a := NewAsk("Keep the what-if \"tooling on printed samples\"?", Answer{"enter", "accept"}, Answer{"x", "discard"}, Answer{"esc", "go on"})
	wantPicture(t, a.Draw(plain, 60, a.HeightIn(60)), `
 Keep the what-if "tooling on printed samples"?
 enter accept   x discard   esc go on`)
	wantPicture(t, a.Draw(plain, 24, a.HeightIn(24)), `
 Keep the what-if
 "tooling on printed
 samples"?
 enter accept
 x discard   esc go on`)
}

func TestASecondWordIsTheSameKeyAgain(t *testing.T) {
	a := NewConfirm("Undo \"effort 3d → 5d\", made elsewhere?", "u", "undo it all the same")
	wantOutcome(t, "enter", press(a.Key, "enter"), Nothing)
	wantOutcome(t, "u", press(a.Key, "u"), Taken)
}

func TestTheFirstQuestionShowsWhatTheAnswerMeans(t *testing.T) {
	f := NewFirst(func() phrase.Context { return phrase.Context{Today: today} }, Hint{"a", "add tasks"}, Hint{"A", "add teams"})
	wantOutcome(t, "enter on nothing", press(f.Key, "enter"), Nothing)
	typeIn(f.Key, "Launch in first stores 12-mar")
	wantPicture(t, f.Draw(plain, 80, 11), `

 What are you launching, and by when?

  › Launch in first stores 12-mar▏
    title Launch in first stores · due Fri 12 Mar
 names the roadmap and makes its first goal             enter begin   esc later

 After the answer, or after esc:
 a  add tasks
 A  add teams`[1:])
	wantOutcome(t, "enter", press(f.Key, "enter"), Taken)
	if g := f.Goal().Goal; g.Title != "Launch in first stores" || g.Deadline != roadmap.NewDate(2027, 3, 12) {
		t.Errorf("the goal is %v", g)
	}
}

func TestALaunchMayBeWithoutADate(t *testing.T) {
	f := NewFirst(func() phrase.Context { return phrase.Context{Today: today} })
	typeIn(f.Key, "Aurora")
	wantOutcome(t, "enter", press(f.Key, "enter"), Taken)
	if g := f.Goal().Goal; g.Title != "Aurora" || g.Deadline != 0 {
		t.Errorf("the goal is %v", g)
	}
	f = NewFirst(func() phrase.Context { return phrase.Context{Today: today} })
	typeIn(f.Key, "12-mar")
	press(f.Key, "enter")
	f.Refuse("say what")
	wantOutcome(t, "esc", press(f.Key, "esc"), Left)
}

func TestNotesKeepTheirLines(t *testing.T) {
	a := NewArea("Notes", "first line")
	press(a.Key, "enter")
	typeIn(a.Key, "second")
	paste(a.Key, "\r\nthird\tfield\x07")
	if got := a.Text(); got != "first line\nsecond\nthird field" {
		t.Errorf("%q", got)
	}
	for _, c := range []struct{ keys, want string }{
		{"home up", "first line\n|second\nthird field"},
		{"end down", "first line\nsecond\nthird |field"},
		{"up", "first line\nsecond|\nthird field"},
		{"up up", "first |line\nsecond\nthird field"},
		{"down down ctrl+k", "first line\nsecond\nthird |"},
		{"backspace backspace backspace backspace backspace backspace backspace", "first line\nsecond|\nthird "[:17] + "|"},
	} {
		press(a.Key, strings.Fields(c.keys)...)
		if got := a.text[:a.at] + "|" + a.text[a.at:]; got != c.want {
			t.Errorf("%s: %q, not %q", c.keys, got, c.want)
		}
	}
}

func TestNotesAreWrappedAtSpaces(t *testing.T) {
	a := NewArea("Notes", "Tooling on printed samples, 日本語のタイトル and averyverylongword")
	press(a.Key, "home")
	wantPicture(t, a.Draw(plain, 18, 9), `
 Notes
 Tooling on
 printed
 samples,
 日本語のタイト
 ル and
 averyverylongwo
 rd
        esc leave`[1:])
}

func TestUpAndDownKeepToTheirColumnInWrappedNotes(t *testing.T) {
	a := NewArea("Notes", "one two three four five six seven eight")
	a.Draw(plain, 13, 10)
	rows := len(a.wrapped(a.width))
	press(a.Key, "home", "right", "right", "right", "right")
	for range rows - 1 {
		if press(a.Key, "down").Did != Changed {
			t.Fatal("down does not go down")
		}
	}
	wantOutcome(t, "down at the end", press(a.Key, "down"), Nothing)
	for range rows - 1 {
		press(a.Key, "up")
	}
	if a.at != 4 {
		t.Errorf("back up the cursor is at %d", a.at)
	}
}

// Esc on what was changed asks, and the question says what esc does then; whoever writes on has been heard.
func TestNotesThatWereChangedAreNotLostByAStrayEsc(t *testing.T) {
	a := NewArea("Notes", "as it was")
	wantOutcome(t, "esc without a change", press(a.Key, "esc"), Left)
	typeIn(a.Key, "!")
	wantOutcome(t, "esc", press(a.Key, "esc"), Nothing)
	if got := picture(a.Draw(plain, 80, 4)); !strings.Contains(got, "Save?   enter save   esc leave as it was   any other key writes on") {
		t.Errorf("drawn as\n%s", got)
	}
	typeIn(a.Key, "x")
	if a.Text() != "as it was!x" {
		t.Errorf("%q", a.Text())
	}
	for keys, want := range map[string]Did{"esc enter": Taken, "esc y": Taken, "esc ctrl+s": Taken, "esc esc": Left, "esc n": Left, "esc ctrl+c": Left} {
		a := NewArea("Notes", "as it was")
		typeIn(a.Key, "!")
		wantOutcome(t, keys, press(a.Key, strings.Fields(keys)...), want)
	}
	wantOutcome(t, "esc and enter at once", NewArea("", "").Key(keyNamed("alt+enter")), Taken)
}

// What was left without saving can be taken up again, and is asked of again.
func TestNotesThatWereLeftAreTakenUp(t *testing.T) {
	a := NewArea("Notes", "as it was")
	if a.Unsaved() != "" {
		t.Errorf("%q is unsaved at first", a.Unsaved())
	}
	typeIn(a.Key, " and more")
	b := NewArea("Notes", "as it was")
	b.TakeUp(a.Unsaved())
	if b.Text() != "as it was and more" {
		t.Errorf("%q", b.Text())
	}
	wantOutcome(t, "esc", press(b.Key, "esc"), Nothing)
	b.TakeUp("")
	if b.Text() != "as it was and more" {
		t.Errorf("%q", b.Text())
	}
}

func keyTable() []HelpGroup {
	return []HelpGroup{{"Move", []Hint{{"j ↓", "Down"}, {"k ↑", "Up"}, {"g", "To the first row"}}}, {"Change", []Hint{{"a", "Add tasks"}, {"s", "Set fields"}}}}
}

func TestHelpFillsAsManyColumnsAsHaveRoom(t *testing.T) {
	wantPicture(t, NewHelp("Keys", keyTable()).Draw(plain, 60, 8), `
 Keys

 Move                     Change
 j ↓  Down                a    Add tasks
 k ↑  Up                  s    Set fields
 g    To the first row
────────────────────────────────────────────────────────────
                                       esc leave   / filter`)
}

func TestHelpScrollsInAShortTerminal(t *testing.T) {
	h := NewHelp("Keys", keyTable())
	h.Draw(plain, 30, 6)
	for _, c := range []struct{ keys, first string }{{"", "Move"}, {"j", "j ↓"}, {"G", "a "}, {"k", "Change"}, {"g", "Move"}, {"pgdown", "k ↑"}, {"pgup", "Move"}} {
		press(h.Key, strings.Fields(c.keys)...)
		if line := strings.Split(picture(h.Draw(plain, 30, 6)), "\n")[2]; !strings.HasPrefix(strings.TrimSpace(line), strings.TrimSpace(c.first)) {
			t.Errorf("%s: begins with %q", c.keys, line)
		}
	}
}

func TestHelpCanBeFiltered(t *testing.T) {
	h := NewHelp("Keys", keyTable())
	press(h.Key, "/")
	typeIn(h.Key, "set")
	wantPicture(t, h.Draw(plain, 40, 5), `
 find › set▏

 Change
 s  Set fields
              enter keep   esc all keys`[1:])
	press(h.Key, "enter")
	wantOutcome(t, "esc lifts the filter", press(h.Key, "esc"), Nothing)
	press(h.Key, "/")
	typeIn(h.Key, "qqq")
	if got := picture(h.Draw(plain, 40, 6)); !strings.Contains(got, "no key and no mark has these words") {
		t.Errorf("drawn as\n%s", got)
	}
	press(h.Key, "esc")
	for _, key := range []string{"q", "?", "esc", "enter"} {
		wantOutcome(t, key, press(h.Key, key), Left)
	}
}

func TestEffectsNameFirstWhatMovesFurthest(t *testing.T) {
	march := func(day int) roadmap.Date { return roadmap.NewDate(2027, 3, day) }
	effect := func(title string, from, to roadmap.Date, moved, late int) schedule.Effect {
		return schedule.Effect{Deadline: schedule.Deadline{Title: title, Forecast: to, Days: late}, Before: from, Moved: moved}
	}
	open := effect("Certification", march(1), march(3), 2, 0)
	open.OpenEnd = true
	for _, c := range []struct {
		effects []schedule.Effect
		want    string
	}{
		{nil, ""},
		{[]schedule.Effect{effect("Launch", march(12), march(12), 0, 0)}, "Launch unchanged"},
		{[]schedule.Effect{effect("Launch", march(12), march(12), 0, 0), effect("Study", march(1), march(1), 0, 0)}, "2 deadlines unchanged"},
		{[]schedule.Effect{effect("Study", march(1), march(2), 1, 1), effect("Launch", march(12), march(18), 4, 4)}, "Launch 12 Mar → 18 Mar +4d    Study 1 Mar → 2 Mar +1d"},
		{[]schedule.Effect{effect("Launch", march(12), march(10), -2, 3)}, "Launch 12 Mar → 10 Mar -2d still +3d"},
		{[]schedule.Effect{effect("Launch", march(12), march(15), 1, -4)}, "Launch 12 Mar → 15 Mar +1d in time"},
		{[]schedule.Effect{open}, "Certification 1 Mar → 3 Mar or later +2d"},
		{[]schedule.Effect{effect("Launch", 0, march(18), 0, 4)}, "Launch → 18 Mar +4d"},
		{[]schedule.Effect{effect("Launch", march(18), 0, 0, 0)}, "Launch 18 Mar → no date"},
		{[]schedule.Effect{effect("A", march(1), march(1), 0, 0), effect("B", march(1), march(1), 0, 0), effect("C", march(1), march(2), 1, 1)}, "C 1 Mar → 2 Mar +1d    2 others unchanged"},
	} {
		l := plain.Line(100)
		for _, s := range EffectSpans(plain, 100, c.effects, today) {
			l.Put(s.Style, s.Text)
		}
		if got := picture([]string{l.String()}); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}

// Five deadlines move by eight days. On a wide screen all is said; on a narrow one titles are cut, then the dates before go, and
// what has no room even so is counted.
func TestEffectsFillTheirLinesAndCountWhatHasNoRoom(t *testing.T) {
	var all []schedule.Effect
	for _, title := range []string{"Launch in first stores", "Firmware that can ship", "Forty stores by summer", "Enclosure tooling", "Firmware 1.0"} {
		all = append(all, schedule.Effect{Deadline: schedule.Deadline{Title: title, Forecast: roadmap.NewDate(2027, 3, 31), Days: 13}, Before: roadmap.NewDate(2027, 3, 19), Moved: 8})
	}
	for _, c := range []struct {
		rooms []int
		want  string
	}{
		{[]int{198, 160}, `
Launch in first stores 19 Mar → 31 Mar +8d    Firmware that can ship 19 Mar → 31 Mar +8d    Forty stores by summer 19 Mar → 31 Mar +8d    Enclosure tooling 19 Mar → 31 Mar +8d
Firmware 1.0 19 Mar → 31 Mar +8d`},
		{[]int{78, 53}, `
Launch in fir… → 31 Mar +8d    Firmware that… → 31 Mar +8d
Forty stores … → 31 Mar +8d    2 more move`},
		{[]int{44}, `
Launch in fir… → 31 Mar +8d    4 more move`},
	} {
		var got []string
		for _, spans := range EffectLines(plain, all, "", today, c.rooms...) {
			l := plain.Line(200)
			for _, s := range spans {
				l.Put(s.Style, s.Text)
			}
			got = append(got, l.String())
		}
		wantPicture(t, got, c.want)
	}
}

func TestLaterIsASignalOnlyWhereTheDeadlineIsNotKept(t *testing.T) {
	for _, c := range []struct {
		moved, late int
		want        paint.Style
	}{{4, 4, paint.Late}, {4, 0, paint.Text}, {-2, 3, paint.Fine}, {-2, -3, paint.Fine}} {
		if got := movedStyle(schedule.Effect{Deadline: schedule.Deadline{Days: c.late}, Moved: c.moved}); got != c.want {
			t.Errorf("moved by %d and %d late: style %d", c.moved, c.late, got)
		}
	}
}

func TestCtrlCLeavesWhateverIsOpenOnTop(t *testing.T) {
	for name, c := range everyComponent("Antenna") {
		typeIn(c.Key, "a")
		if name == "form" {
			continue // its notes may be open; the form stays
		}
		wantOutcome(t, name, c.Key(tea.KeyMsg{Type: tea.KeyCtrlC}), Left)
	}
}

func TestAClickPointsAndASecondOneTakes(t *testing.T) {
	one := NewPicker(PickerOptions{Sides: []Side{{Rows: []Row{{Title: "goal"}, {Title: "team"}}}}})
	one.Draw(plain, 40, 8) // the heading, the letters, names of columns, then rows
	wantOutcome(t, "a click on team", one.Click(10, 4), Changed)
	if out := one.Click(10, 4); out != (Outcome{Did: Taken, At: 1}) {
		t.Errorf("a second click answers %v", out)
	}
	wantOutcome(t, "a click below the rows", one.Click(10, 5), Nothing)

	links := linkPicker()
	links.Draw(plain, 90, 10)
	wantOutcome(t, "a click on a box", links.Click(3, 4), Changed)
	if got := links.Choices()[0]; len(got) != 2 || got[1].ID != "2" {
		t.Errorf("chosen: %v", got)
	}
	wantOutcome(t, "a click on a refused box", links.Click(3, 5), Nothing)

	p := NewPalette(someCommands(), nil)
	p.Draw(plain, 50, 9)
	p.Click(4, 4)
	if out := p.Click(4, 4); out != (Outcome{Did: Taken, At: 2}) {
		t.Errorf("a second click answers %v", out)
	}

	f := taskForm(nil)
	f.Draw(plain, 60, 10)
	f.Click(20, 4)
	if f.Click(20, 9); f.fields[f.at].Name != "deadline" {
		t.Errorf("a click goes to %s", f.fields[f.at].Name)
	}
}

func TestInANarrowTerminalADeadlinesTitleIsCutNotItsDates(t *testing.T) {
	long := schedule.Effect{Deadline: schedule.Deadline{Title: "Launch in first stores", Forecast: roadmap.NewDate(2027, 1, 14), Days: -41}, Before: roadmap.NewDate(2026, 11, 26), Moved: 35}
	hints := []Hint{{"enter", "add, next"}, {"esc", "done"}}
	if got := picture([]string{footer(plain, 80, EffectSpans(plain, roomBeside(80, hints), []schedule.Effect{long}, today), hints)}); got !=
		" Launch in first sto… 26 Nov → 14 Jan +35d in time   enter add, next   esc done" {
		t.Errorf("%q", got)
	}
}
