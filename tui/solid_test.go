package tui

import (
	"strings"
	"testing"
	"time"

	"bywhen/roadmap"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// together sends keys as they come when they were pressed while the program was busy.
func (u *user) together(keys string) *user {
	u.t.Helper()
	u.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(keys)})
	return u
}

func TestKeysThatComeTogetherAreTakenOneByOne(t *testing.T) {
	one := demo(t, 100, 30).keys("g j j j")
	all := demo(t, 100, 30).keys("g").together("jjj")
	if one.m.scene.Selected != all.m.scene.Selected {
		t.Errorf("jjj selects %v, j j j %v", all.m.scene.Selected, one.m.scene.Selected)
	}
	u := demo(t, 100, 30).on("Trial run").together("xu")
	if u.task("Trial run").Status != roadmap.Todo {
		t.Error("xu left it dropped")
	}
}

func TestKeysThatFollowTheOneThatOpensAnInputAreItsText(t *testing.T) {
	demo(t, 100, 30).together("aCase@mech").sees("add ›", "title Case@mech")
	u := demo(t, 100, 30).on("Assembly trial")
	before := len(u.m.scene.Roadmap.Tasks())
	if u.together("Xy"); len(u.m.scene.Roadmap.Tasks()) != before-1 {
		t.Error("the y after X answers nothing")
	}
}

func TestKeysAfterTheLastQDoNothing(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run").together("qx")
	if !u.quit || u.task("Trial run").Status != roadmap.Todo {
		t.Errorf("quit %v, %v", u.quit, u.task("Trial run").Status)
	}
}

func TestPastedTextIsNoKeys(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run")
	u.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("xX"), Paste: true})
	if u.task("Trial run").Status != roadmap.Todo || !strings.Contains(u.text(), "xX") {
		t.Error("a paste was taken for keys")
	}
}

func (u *user) click(x, y int) *user {
	u.t.Helper()
	u.now = u.now.Add(time.Second) // or two clicks would be a double one
	u.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	u.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease})
	return u
}

func (u *user) wheel(b tea.MouseButton) *user {
	u.t.Helper()
	u.send(tea.MouseMsg{X: 5, Y: 5, Button: b, Action: tea.MouseActionPress})
	return u
}

// lineOf is the line of the screen that shows a text, and the text's column.
func (u *user) lineOf(text string) (x, y int) {
	u.t.Helper()
	for y, l := range u.screen() {
		if i := strings.Index(l, text); i >= 0 {
			return ansi.StringWidth(l[:i]), y
		}
	}
	u.t.Fatalf("the screen does not show %q:\n%s", text, u.text())
	return 0, 0
}

func TestAClickOnATabOpensItsView(t *testing.T) {
	u := demo(t, 100, 30)
	x, y := u.lineOf("3 Teams")
	if u.click(x+2, y); u.m.active != 2 {
		t.Errorf("view %d is open", u.m.active+1)
	}
	if u.click(2, y); u.m.active != 0 {
		t.Errorf("view %d is open", u.m.active+1)
	}
}

func TestAClickOnTheTimelineSelectsItsRow(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run")
	_, y := u.lineOf("Launch site")
	if u.click(90, y); u.m.scene.Selected.Task != u.task("Launch site").ID {
		t.Errorf("%v is selected", u.m.scene.Selected)
	}
}

func TestTheMouseWorksInThePalette(t *testing.T) {
	u := demo(t, 100, 60).keys(":")
	x, y := u.lineOf("Try something: what-if")
	u.click(x, y).sees("Commands")
	u.click(x, y).seesNot("Commands").sees("WHAT-IF")
}

func TestTheWheelMovesInListsAndLeavesTextAlone(t *testing.T) {
	u := demo(t, 100, 30).keys(":")
	down := u.screen()
	u.wheel(tea.MouseButtonWheelDown)
	if strings.Join(down, "\n") == u.text() {
		t.Error("the wheel does nothing in the palette")
	}
	if u.wheel(tea.MouseButtonWheelUp); strings.Join(down, "\n") != u.text() {
		t.Error("wheel down and up is not where it was")
	}
	u.keys("esc a").types("Case").wheel(tea.MouseButtonWheelUp).sees("title Case")
}

func TestAClickAboveAnInputDoesNothing(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run").keys("a").types("Case")
	before := u.text()
	if u.click(10, 5); u.text() != before {
		t.Error("the screen is another")
	}
}

func TestTheMouseWorksInFormAndPicker(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run").keys("e")
	x, y := u.lineOf("Effort")
	u.click(x+15, y).keys("backspace backspace").types("9d").keys("enter")
	if e := u.task("Trial run").Effort; e != roadmap.PersonDays(9) {
		t.Errorf("effort %v", e)
	}
	u.keys("L").types("kit")
	x, y = u.lineOf("Press kit  ")
	u.click(x, y).sees("[x] Press kit")
}

func TestARoadmapWithoutANameIsCalledAsItsFile(t *testing.T) {
	d := roadmap.New("", monday).Edit(monday)
	if _, err := d.AddTask(roadmap.Task{Title: "Case"}); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	u := openOn(t, r, 100, 20)
	u.m.opts.Name = "phone"
	u.send(nil)
	if l := u.screen()[0]; !strings.HasPrefix(l, " phone   no deadline yet") {
		t.Errorf("line 1 is %q", l)
	}
	if name := u.m.session.Roadmap().Settings().Name; name != "" {
		t.Errorf("%q was stored", name)
	}
}

func TestMidnightMovesWhatWasUnderWay(t *testing.T) {
	u := demo(t, 100, 30).on("Trial run").keys("W space s").types("8d")
	u.now = u.now.Add(12 * time.Hour)
	u.second()
	u.sees("WHAT-IF", "8d") // the line being typed stays
	if u.m.session.Today() != monday+1 || u.m.session.Plan().Today != monday+1 || u.m.session.Ghost().Today != monday+1 {
		t.Errorf("today is %v, the plan's %v, the plan beside it's %v", u.m.session.Today(), u.m.session.Plan().Today, u.m.session.Ghost().Today)
	}
}

func TestAFixedDayStaysPastMidnight(t *testing.T) {
	u := demo(t, 100, 30)
	u.m.opts.FixedDay = true
	u.now = u.now.Add(12 * time.Hour)
	u.second()
	if u.m.session.Today() != monday {
		t.Error("the status date was fixed, and moved")
	}
}
