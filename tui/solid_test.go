package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"

	tea "github.com/charmbracelet/bubbletea"
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
	u := demo(t, 100, 30).on("Trial run")
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
