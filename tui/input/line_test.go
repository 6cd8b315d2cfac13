package input

import (
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// launchPlan is a roadmap with two teams, a goal and a task, to read lines against on Mon 23 Nov 2026.
func launchPlan(t *testing.T) phrase.Context {
	t.Helper()
	d := roadmap.New("Aurora", today).Edit(today)
	for _, team := range []roadmap.Team{{Name: "Murata", Supplier: true}, {Name: "Mechanics", Capacity: 3}} {
		if _, err := d.AddTeam(team); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.AddGoal(roadmap.Goal{Title: "Launch", Deadline: roadmap.NewDate(2027, 3, 12)}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.AddTask(roadmap.Task{Title: "Industrial design", People: 1}); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return phrase.Context{Today: today, Roadmap: r}
}

// moves12To18March is Launch moved by four days and Certification left alone.
var moves12To18March = []schedule.Effect{
	{Deadline: schedule.Deadline{Title: "Certification", Forecast: roadmap.NewDate(2027, 4, 30)}, Before: roadmap.NewDate(2027, 4, 30)},
	{Deadline: schedule.Deadline{Title: "Launch", Forecast: roadmap.NewDate(2027, 3, 18), Days: 4}, Before: roadmap.NewDate(2027, 3, 12), Moved: 4},
}

func addLine(t *testing.T) *Line {
	ctx := launchPlan(t)
	return NewLine(LineOptions{Prompt: "add", Enter: "add, next", Esc: "done", Read: func(typed Typed) Reading {
		l := phrase.ParseAdd(typed.Text, ctx)
		out := Reading{Chips: l.Chips, Candidates: phrase.Complete(typed.Text, typed.Cursor, ctx), Today: today}
		if len(l.Chips) > 0 {
			out.Effects = moves12To18March
		}
		if err := l.Problem(); err != nil {
			out.Problem = err.Error()
		}
		return out
	}})
}

func TestALineShowsItsMeaningAndItsEffectBelow(t *testing.T) {
	l := addLine(t)
	typeIn(l.Key, "Antenna module @murata promised:11-dec goal:launch ")
	wantPicture(t, l.Draw(plain, 100, l.HeightIn(100)), `
 add › Antenna module @murata promised:11-dec goal:launch ▏
       title Antenna module · team Murata · promised Fri 11 Dec · goal Launch
 Launch 12 Mar → 18 Mar +4d    Certification unchanged                   enter add, next   esc done`)
}

func TestALineForDeadlinesKeepsTwoLinesForThem(t *testing.T) {
	l := NewLine(LineOptions{Prompt: "set Antenna", Enter: "set", Esc: "leave", Deadlines: true, Read: func(typed Typed) Reading {
		if typed.Text == "" {
			return Reading{}
		}
		return Reading{Effects: moves12To18March, Today: today}
	}})
	wantPicture(t, l.Draw(plain, 50, l.HeightIn(50)), "\n set Antenna › ▏\n\n\n                                        esc leave")
	typeIn(l.Key, "7d")
	wantPicture(t, l.Draw(plain, 50, l.HeightIn(50)), `
 set Antenna › 7d▏

 Launch 12 Mar → 18 Mar +4d
 Certification unchanged    enter set   esc leave`)
}

func TestInANarrowTerminalTheTitleChipGoesFirst(t *testing.T) {
	l := addLine(t)
	typeIn(l.Key, "Antenna module @murata due:dings goal:launch ")
	wantPicture(t, l.Draw(plain, 60, 3), `
 add › Antenna module @murata due:dings goal:launch ▏
       deadline: "dings" is not a date: write 12-mar, fri,…
 Launch 12 Mar → 18 Mar +4d      enter add, next   esc done`)
	if lines := l.Draw(plain, 60, 1); !strings.Contains(picture(lines), "add › Antenna module @murata") {
		t.Errorf("in one line: %q", picture(lines))
	}
}

func TestEnterTakesALineThatStaysOpen(t *testing.T) {
	l := addLine(t)
	typeIn(l.Key, "Antenna module ")
	wantOutcome(t, "enter", press(l.Key, "enter"), Taken)
	l.Next(Kept{Field: "team", ID: "1", Text: "@Murata"}, Kept{Field: "goal", ID: "3", Text: "goal:Launch"})
	wantPicture(t, l.Draw(plain, 100, 1), ` add › @Murata goal:Launch ▏`)
	wantOutcome(t, "enter on an empty line", press(l.Key, "enter"), Left)
	wantOutcome(t, "esc", press(l.Key, "esc"), Left)
	wantOutcome(t, "ctrl+c", press(l.Key, "ctrl+c"), Left)
}

func TestBackspaceAtTheBeginningRemovesWhatIsKept(t *testing.T) {
	l := addLine(t)
	l.Next(Kept{"team", "1", "@Murata"}, Kept{"goal", "3", "goal:Launch"})
	typeIn(l.Key, "x")
	press(l.Key, "backspace")
	if got := len(l.Typed().Kept); got != 2 {
		t.Fatalf("a letter is erased and %d are kept", got)
	}
	wantOutcome(t, "backspace", press(l.Key, "backspace"), Changed)
	if got := l.Typed().Kept; !slices.Equal(got, []Kept{{"team", "1", "@Murata"}}) {
		t.Errorf("%v is kept", got)
	}
}

func TestWhatIsKeptIsStruckOutWhereTheLineSaysOtherwise(t *testing.T) {
	l := addLine(t)
	l.Next(Kept{"team", "1", "@Murata"})
	typeIn(l.Key, "Trial run @mechanics")
	if got := l.keptStyle(l.kept[0]); got&paint.Strike == 0 {
		t.Errorf("style %b", got)
	}
}

func TestALineThatCannotBeTakenSaysWhy(t *testing.T) {
	l := addLine(t)
	typeIn(l.Key, "Antenna module due:dings ")
	wantOutcome(t, "enter", press(l.Key, "enter"), Nothing)
	if got := picture(l.Draw(plain, 160, 3)); !strings.Contains(got, "\n deadline: \"dings\" is not a date: write") {
		t.Errorf("drawn as\n%s", got)
	}
	if typeIn(l.Key, "x"); strings.Contains(picture(l.Draw(plain, 160, 3)), "\n deadline") {
		t.Error("the message stays after the next key")
	}
	l.Refuse("team Mechanics has 3 people")
	wantPicture(t, l.Draw(plain, 90, 1), ` add › Antenna module due:dings x▏`)
	if got := picture(l.Draw(plain, 90, 2)); !strings.Contains(got, "team Mechanics has 3 people") {
		t.Errorf("drawn as\n%s", got)
	}
}

func TestWhatIsStillBeingTypedRaisesNoAlarm(t *testing.T) {
	l := addLine(t)
	typeIn(l.Key, "Antenna due:1")
	if marks := problems(l.Reading().Chips, l.Typed().Cursor); len(marks) != 0 {
		t.Errorf("marked while it is typed: %v", marks)
	}
	typeIn(l.Key, " x")
	if marks := problems(l.Reading().Chips, l.Typed().Cursor); len(marks) != 1 || marks[0].Start != len("Antenna ") {
		t.Errorf("marked behind it: %v", marks)
	}
}

func TestCompletionsStandAboveTheLineTheBestNextToIt(t *testing.T) {
	l := addLine(t)
	typeIn(l.Key, "Antenna @m")
	wantPicture(t, l.Draw(plain, 60, 3+2)[:3], `
       Mechanics  3 people
       Murata     supplier
 add › Antenna @m▏`)
	wantOutcome(t, "tab", press(l.Key, "tab"), Nothing)
	press(l.Key, "tab")
	wantOutcome(t, "enter", press(l.Key, "enter"), Changed)
	if got := l.Text(); got != "Antenna @Mechanics" {
		t.Errorf("completed to %q", got)
	}
	wantOutcome(t, "enter again", press(l.Key, "enter"), Taken)
}

func TestTabTakesTheOnlyCompletion(t *testing.T) {
	l := addLine(t)
	typeIn(l.Key, "Tooling after:indust")
	if press(l.Key, "tab"); l.Text() != `Tooling after:"Industrial design"` {
		t.Errorf("completed to %q", l.Text())
	}
}

func TestEscClosesCompletionsFirst(t *testing.T) {
	l := addLine(t)
	typeIn(l.Key, "Antenna @m")
	wantOutcome(t, "esc", press(l.Key, "esc"), Nothing)
	if l.HeightIn(80) != 3 {
		t.Errorf("%d lines", l.HeightIn(80))
	}
	wantOutcome(t, "esc again", press(l.Key, "esc"), Left)
}

func TestEnterWithoutAChosenCompletionTakesTheLine(t *testing.T) {
	l := addLine(t)
	typeIn(l.Key, "Antenna @mur")
	wantOutcome(t, "enter", press(l.Key, "enter"), Taken)
	if l.Text() != "Antenna @mur" {
		t.Errorf("%q", l.Text())
	}
}

func TestUpAndDownGoThroughTheHistory(t *testing.T) {
	l := NewLine(LineOptions{Prompt: "set", History: []string{"first", "second"}, Empty: true})
	typeIn(l.Key, "now")
	for _, c := range []struct{ key, want string }{{"up", "second"}, {"up", "first"}, {"up", "first"}, {"down", "second"}, {"down", "now"}, {"down", "now"}} {
		if press(l.Key, c.key); l.Text() != c.want {
			t.Errorf("%s shows %q, not %q", c.key, l.Text(), c.want)
		}
	}
	wantOutcome(t, "enter", press(l.Key, "enter"), Taken)
	l.Next()
	wantOutcome(t, "enter on an empty line", press(l.Key, "enter"), Taken)
	l.Next()
	if got := l.Lines(); !slices.Equal(got, []string{"first", "second", "now"}) {
		t.Errorf("the history is %q", got)
	}
}

func TestTheMeaningIsAskedAfterAKeyAndNotWhileDrawing(t *testing.T) {
	asked := 0
	l := NewLine(LineOptions{Prompt: "add", Read: func(Typed) Reading { asked++; return Reading{} }})
	typeIn(l.Key, "abc")
	l.Draw(plain, 80, 3)
	press(l.Key, "left", "f5")
	if asked != 1+3+1 {
		t.Errorf("asked %d times", asked)
	}
}

func TestAPlainLineIsOneLine(t *testing.T) {
	l := NewLine(LineOptions{Prompt: "name", Enter: "keep", Esc: "leave", Hint: "Board, January"})
	wantPicture(t, l.Draw(plain, 60, l.HeightIn(60)), ` name › ▏Board, January                           esc leave`)
	typeIn(l.Key, "Plan B")
	wantPicture(t, l.Draw(plain, 60, 1), ` name › Plan B▏                      enter keep   esc leave`)
	l.Refuse("there is a Plan B")
	wantPicture(t, l.Draw(plain, 60, 1), ` name › Plan B▏                    there is a Plan B`)
}

func TestSeveralPastedLinesAreNotRunIntoOne(t *testing.T) {
	l := addLine(t)
	wantOutcome(t, "two lines", paste(l.Key, "- Antenna module\n\n- Trial run\n"), Nothing)
	if got := picture(l.Draw(plain, 80, 3)); l.Text() != "" || !strings.Contains(got, "2 lines: paste one at a time") {
		t.Errorf("%q is taken, drawn as\n%s", l.Text(), got)
	}
	wantOutcome(t, "a line with its end", paste(l.Key, "Antenna module\r\n"), Changed)
	if l.Text() != "Antenna module " {
		t.Errorf("%q is taken", l.Text())
	}
}

func TestTheMeaningStandsUnderWhatIsKeptToo(t *testing.T) {
	l := addLine(t)
	l.Next(Kept{"goal", "3", "goal:Launch in first stores"})
	typeIn(l.Key, "Trial run 2d ")
	wantPicture(t, l.Draw(plain, 80, 2+1)[:2], `
 add › goal:Launch in firs… Trial run 2d ▏
       title Trial run · 2 days`)
	wantPicture(t, l.Draw(plain, 120, 1), ` add › goal:Launch in first stores Trial run 2d ▏`)
	typeIn(l.Key, "@murata promised:11-dec due:12-feb start:1-dec ")
	wantPicture(t, l.Draw(plain, 80, 1), ` add › Trial run 2d @murata promised:11-dec due:12-feb start:1-dec ▏`)
}

func TestWhatIsNewComesFirstAndWhatIsKeptLastWhereRoomIsShort(t *testing.T) {
	ctx := launchPlan(t)
	ctx.Goal = "3"
	l := NewLine(LineOptions{Prompt: "add", Read: func(typed Typed) Reading {
		return Reading{Chips: phrase.ParseAdd(typed.Text, ctx).Chips}
	}})
	typeIn(l.Key, "Trial run 10d x2 @ops due:12-feb")
	wantPicture(t, l.Draw(plain, 80, 2)[:1], ` add › Trial run 10d x2 @ops due:12-feb▏`)
	if got := picture([]string{l.meaning(plain, 80)}); got != "       team Ops (new) · 10 person-days by 2 = 5 days · due Fri 12 Feb · goal L…" {
		t.Errorf("%q", got)
	}
}

func TestEnterIsNamedWhileCompletionsAreListed(t *testing.T) {
	l := addLine(t)
	typeIn(l.Key, "Trial run @m")
	if got := picture(l.Draw(plain, 102, l.HeightIn(102))); !strings.Contains(got, "enter add, next   tab choose   esc close") {
		t.Errorf("drawn as\n%s", got)
	}
	press(l.Key, "tab")
	if got := picture(l.Draw(plain, 100, l.HeightIn(100))); !strings.Contains(got, "enter take it") {
		t.Errorf("drawn as\n%s", got)
	}
}

func TestWhatALineDidIsSaidUntilTheNextKey(t *testing.T) {
	l := addLine(t)
	typeIn(l.Key, "Trial run")
	l.Next()
	l.Say("added Trial run")
	if got := picture(l.Draw(plain, 80, 3)); !strings.Contains(got, " added Trial run") {
		t.Errorf("drawn as\n%s", got)
	}
	typeIn(l.Key, "A")
	if got := picture(l.Draw(plain, 80, 3)); strings.Contains(got, "added") {
		t.Errorf("drawn as\n%s", got)
	}
}

// What is said of a text is said to its end: beside the keys, and where that is too little in as many lines as it needs.
func TestWhatIsSaidIsSaidToItsEnd(t *testing.T) {
	says := "character 1: there is no key \"foo\": use id, title, notes, team, also, goal, phase"
	l := NewLine(LineOptions{Prompt: "filter", Text: "foo:x", Enter: "keep", Esc: "as before", Empty: true, Read: func(Typed) Reading { return Reading{Says: says} }})
	for _, c := range []struct {
		w    int
		want string
	}{
		{120, "\n filter › foo:x▏\n\n " + says + "           enter keep   esc as before"},
		{100, "\n filter › foo:x▏\n " + says + "\n                                                                         enter keep   esc as before"},
		{60, "\n filter › foo:x▏\n character 1: there is no key \"foo\": use id, title, notes,\n team, also, goal, phase         enter keep   esc as before"},
	} {
		wantPicture(t, l.Draw(plain, c.w, l.HeightIn(c.w)), c.want)
	}
	if lines := l.Draw(plain, 30, 3); len(lines) != 3 || !strings.Contains(lines[2], "…") {
		t.Errorf("with too few lines it is %q", lines)
	}
}
