package tui

import (
	"path/filepath"
	"strings"
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
)

// monday is the demo's today.
var monday = roadmap.NewDate(2026, 11, 23)

// user sits before a UI: keys go in, screens come out. Commands are run in turn, but for those that only wait.
type user struct {
	t    testing.TB
	m    *Model
	quit bool
	now  time.Time

	mayCrash bool
}

func noon() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }

// open opens the UI on a roadmap, kept in a file of its own.
func openOn(t testing.TB, r *roadmap.Roadmap, w, h int) *user {
	f := store.New(filepath.Join(t.TempDir(), "roadmap.db"))
	snap, err := f.Create(r, store.Stamp{At: noon().Add(-time.Hour), Today: monday})
	if err != nil {
		t.Fatal(err)
	}
	return openFile(t, f, snap, false, w, h)
}

func openFile(t testing.TB, f session.File, snap store.Snapshot, missing bool, w, h int) *user {
	return openAs(t, Options{File: f, Snapshot: snap, Missing: missing}, paint.New(paint.Terminal{}), w, h)
}

// openAs opens the UI on a file as somebody has configured it.
func openAs(t testing.TB, o Options, theme *paint.Theme, w, h int) *user {
	u := &user{t: t, now: noon()}
	o.Today, o.Now = monday, func() time.Time { return u.now }
	o.Env, o.Out = func(string) string { return "" }, &strings.Builder{}
	u.m = newModel(o, theme)
	u.m.ticking = true // second lets one pass
	u.m.forecasts = remembering(o.Snapshot.Roadmap)
	u.m.rest = 0 // nobody waits for a selection to rest
	u.send(tea.WindowSizeMsg{Width: w, Height: h})
	return u
}

// empty opens the UI where there is no file yet.
func empty(t testing.TB, w, h int) *user {
	f := store.New(filepath.Join(t.TempDir(), "roadmap.db"))
	return openFile(t, f, store.Snapshot{Roadmap: roadmap.New("Roadmap", monday)}, true, w, h)
}

// demo opens the UI on the sample roadmap.
func demo(t testing.TB, w, h int) *user { return openOn(t, demoRoadmap(t), w, h) }

func demoRoadmap(t testing.TB) *roadmap.Roadmap {
	r, err := sample.Demo(monday).Now(func(r *roadmap.Roadmap, day roadmap.Date, name string) roadmap.Baseline {
		return schedule.Compute(r, day, schedule.Options{}).Baseline(name)
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (u *user) send(msg tea.Msg) {
	u.t.Helper()
	_, cmd := u.m.Update(msg)
	if u.m.crash != nil && !u.mayCrash {
		u.t.Fatal(u.m.crash)
	}
	u.run(cmd)
}

// second lets a second pass.
func (u *user) second() {
	u.now = u.now.Add(time.Second)
	_, cmd := u.m.Update(tickMsg{})
	if cmds, ok := batched(cmd); ok {
		for _, c := range cmds[1:] { // the first waits for the next second
			u.run(c)
		}
	}
}

func batched(cmd tea.Cmd) (tea.BatchMsg, bool) {
	if cmd == nil {
		return nil, false
	}
	// a single command is the clock's, which would wait
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case msg := <-done:
		b, ok := msg.(tea.BatchMsg)
		return b, ok
	case <-time.After(50 * time.Millisecond):
		return nil, false
	}
}

func (u *user) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			u.run(c)
		}
	case tea.QuitMsg:
		u.quit = true
	default:
		u.send(msg)
	}
}

var named = map[string]tea.KeyType{"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft,
	"right": tea.KeyRight, "backspace": tea.KeyBackspace, "shift+tab": tea.KeyShiftTab, "ctrl+r": tea.KeyCtrlR, "ctrl+d": tea.KeyCtrlD, "ctrl+u": tea.KeyCtrlU,
	"ctrl+c": tea.KeyCtrlC, "ctrl+k": tea.KeyCtrlK, "ctrl+s": tea.KeyCtrlS, "ctrl+x": tea.KeyCtrlX, "ctrl+z": tea.KeyCtrlZ, "ctrl+l": tea.KeyCtrlL,
	"shift+left": tea.KeyShiftLeft, "shift+right": tea.KeyShiftRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "delete": tea.KeyDelete}

// keys presses keys, parted by spaces, as "j j enter"; space is a key's name.
func (u *user) keys(keys string) *user {
	u.t.Helper()
	for _, k := range strings.Fields(keys) {
		plain, alt := strings.CutPrefix(k, "alt+")
		switch typ, ok := named[plain]; {
		case ok:
			u.send(tea.KeyMsg{Type: typ, Alt: alt})
		case k == "space":
			u.send(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}})
		default:
			u.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)})
		}
	}
	return u
}

// types types a text, one key a character.
func (u *user) types(text string) *user {
	u.t.Helper()
	for _, r := range text {
		if r == ' ' {
			u.send(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{r}})
			continue
		}
		u.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
	return u
}

// on selects a task.
func (u *user) on(title string) *user {
	u.t.Helper()
	for _, t := range u.m.scene.Roadmap.Tasks() {
		if t.Title == title {
			u.m.selectRef(scene.Ref{Task: t.ID})
			u.send(nil)
			return u
		}
	}
	u.t.Fatalf("there is no task %q", title)
	return u
}

func (u *user) task(title string) *roadmap.Task {
	u.t.Helper()
	for _, t := range u.m.scene.Roadmap.Tasks() {
		if t.Title == title {
			return t
		}
	}
	u.t.Fatalf("there is no task %q", title)
	return nil
}

// screen is what is seen, without colours.
func (u *user) screen() []string { return strings.Split(ansi.Strip(u.m.View()), "\n") }

func (u *user) text() string { return strings.Join(u.screen(), "\n") }

// sees fails unless the screen shows a text.
func (u *user) sees(texts ...string) *user {
	u.t.Helper()
	for _, text := range texts {
		if !strings.Contains(u.text(), text) {
			u.t.Fatalf("the screen does not show %q:\n%s", text, u.text())
		}
	}
	return u
}

func (u *user) seesNot(text string) *user {
	u.t.Helper()
	if strings.Contains(u.text(), text) {
		u.t.Fatalf("the screen shows %q:\n%s", text, u.text())
	}
	return u
}

// bottom is the last line of the screen.
func (u *user) bottom() string { s := u.screen(); return strings.TrimSpace(s[len(s)-1]) }
