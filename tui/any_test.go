package tui

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/store"
	"bywhen/tui/action"
	"bywhen/tui/config"
	"bywhen/tui/paint"
	"bywhen/tui/plan"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// hostile are inputs that have broken programs of this kind: escape sequences, characters that take no cell or two, turns of
// direction, numbers out of all bounds.
func hostile(t testing.TB) (out []string) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "hostile.json"))
	if err == nil {
		err = json.Unmarshal(b, &out)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// hostileRoadmap has all of them as titles, teams and goals, as far as the domain takes them in.
func hostileRoadmap(t testing.TB) *roadmap.Roadmap {
	t.Helper()
	r := roadmap.New("", monday)
	for i, text := range hostile(t) {
		d := r.Edit(monday)
		clean, _ := roadmap.CleanLine(text)
		_, refused := d.AddTask(roadmap.Task{Title: clean, Notes: clean, Effort: roadmap.PersonDays(i % 9), Deadline: monday + roadmap.Date(i*3)})
		if i%5 == 0 && refused == nil {
			_, refused = d.AddTeam(roadmap.Team{Name: clean, Capacity: i % 3})
		}
		if i%7 == 0 && refused == nil {
			_, refused = d.AddGoal(roadmap.Goal{Title: clean, Deadline: monday + roadmap.Date(i)})
		}
		if next, err := d.Close(); err == nil && refused == nil {
			r = next
		}
	}
	if len(r.Tasks()) < 20 {
		t.Fatalf("only %d tasks", len(r.Tasks()))
	}
	return r
}

// someone is a user before a roadmap in a file, on a terminal and with a configuration of their own.
type someone struct {
	*user
	file *store.File
}

func sit(t *testing.T, r *roadmap.Roadmap, look paint.Look, terminal paint.Terminal, columns ...plan.Column) someone {
	t.Helper()
	f := store.New(filepath.Join(t.TempDir(), "roadmap.db"))
	snap, missing := store.Snapshot{Roadmap: roadmap.New("", monday)}, r == nil
	if !missing {
		var err error
		if snap, err = f.Create(r, store.Stamp{At: noon(), Today: monday}); err != nil {
			t.Fatal(err)
		}
	}
	u := openFile(t, f, snap, missing, 100, 30)
	u.m.opts.Config = config.Default()
	u.m.opts.Config.Look, u.m.opts.Config.Columns = look, columns
	u.m.tabs = tabs(&u.m.opts.Config)
	u.m.theme = look.On(terminal)
	u.m.look()
	return someone{u, f}
}

// anyKeys are the keys of all actions, and some that inputs take.
func anyKeys() []string {
	keys := []string{"日", "p", "8", "5d", "@", "backspace", "up", "down", "ctrl+s", "enter", "esc", ": columns enter", ": tour enter"}
	for _, e := range action.Default().All() {
		if e.Action == action.Suspend {
			continue
		}
		for _, k := range e.Binding.Keys() {
			if name := action.KeyName(k); len(k) == 1 || named[strings.TrimPrefix(name, "alt+")] != 0 || name == "space" {
				keys = append(keys, name)
			}
		}
	}
	return keys
}

// Whatever is pressed, pasted and resized, in each view and over each input, in each look: no panic, every frame exactly as large as
// the terminal, no sequence in it but styles, and the file is whole.
func TestWhateverIsDoneEachFrameFitsAndTheFileIsWhole(t *testing.T) {
	everyone := []someone{
		sit(t, demoRoadmap(t), paint.Calm, paint.Terminal{Colours: paint.TrueColours}, plan.Columns()...),
		sit(t, nil, paint.Plain, paint.Terminal{Colours: paint.Sixteen, Light: true}, plan.Columns()...),
		sit(t, hostileRoadmap(t), paint.Contrast, paint.Terminal{Colours: paint.TwoHundredFiftySix}, plan.FinishColumn.Column(), plan.SlackColumn.Column(), plan.Column{Kind: plan.TeamColumn, Width: plan.MostColumn}),
		sit(t, hostileRoadmap(t), paint.Calm, paint.Terminal{ASCII: true}),
	}
	keys, texts := anyKeys(), hostile(t)
	rapid.Check(t, func(rt *rapid.T) {
		u := rapid.SampledFrom(everyone).Draw(rt, "user")
		for range rapid.IntRange(1, 8).Draw(rt, "steps") {
			switch rapid.IntRange(0, 7).Draw(rt, "kind") {
			case 0:
				u.send(tea.WindowSizeMsg{Width: rapid.IntRange(1, 400).Draw(rt, "w"), Height: rapid.IntRange(1, 120).Draw(rt, "h")})
			case 1:
				u.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(rapid.SampledFrom(texts).Draw(rt, "paste")), Paste: true})
			case 2:
				u.send(tea.MouseMsg{X: rapid.IntRange(0, 400).Draw(rt, "x"), Y: rapid.IntRange(0, 120).Draw(rt, "y"), Button: rapid.SampledFrom([]tea.MouseButton{tea.MouseButtonLeft, tea.MouseButtonWheelDown,
					tea.MouseButtonWheelUp}).Draw(rt, "button"), Action: tea.MouseActionPress})
			default:
				u.keys(rapid.SampledFrom(keys).Draw(rt, "key"))
			}
			if u.quit {
				u.quit, u.m.left, u.m.leaving = false, false, false
			}
			framed(rt, u.m)
		}
		u.whole(rt)
	})
	for _, u := range everyone {
		u.whole(t)
	}
}

// whole fails unless the file loads, with every check that there is, and can be planned; where nothing was entered there may be none.
func (u someone) whole(t interface{ Fatalf(string, ...any) }) {
	snap, err := u.file.Load()
	trying, _ := u.m.session.Trying()
	switch {
	case errors.Is(err, store.ErrMissing) && (trying || u.m.session.Empty()):
	case err != nil:
		t.Fatalf("the file: %v", err)
	default:
		schedule.Compute(snap.Roadmap, monday, schedule.Options{})
	}
}

// framed fails unless the frame is exactly as large as the terminal, and has no sequence but styles.
func framed(t rapid.TB, m *Model) {
	if m.crash != nil {
		t.Fatal(m.crash)
	}
	lines := strings.Split(m.View(), "\n")
	if len(lines) != m.h {
		t.Fatalf("%d lines at %d x %d", len(lines), m.w, m.h)
	}
	for i, l := range lines {
		if n := ansi.StringWidth(l); n != m.w {
			t.Fatalf("line %d is %d wide at %d x %d: %q", i, n, m.w, m.h, l)
		}
		for rest := l; ; {
			at := strings.IndexByte(rest, '\x1b')
			if at < 0 {
				break
			}
			end := strings.IndexFunc(rest[at+1:], func(r rune) bool { return !strings.ContainsRune("[0123456789;", r) })
			if end < 0 || rest[at+1+end] != 'm' {
				t.Fatalf("line %d has a sequence that is no style: %q", i, l)
			}
			rest = rest[at+1+end:]
		}
		if slices.ContainsFunc([]rune(ansi.Strip(l)), func(r rune) bool { return roadmap.Unprintable(r) && r != 0x200c }) || m.theme.ASCII && strings.ContainsFunc(l, func(r rune) bool { return r > '~' }) {
			t.Fatalf("line %d has a character that is not to be sent: %q", i, l)
		}
	}
}

// A window may become any other size while a bar is held.
func TestAWindowIsResizedWhileABarIsHeld(t *testing.T) {
	sizes := [][2]int{{60, 16}, {80, 24}, {100, 30}, {120, 40}, {200, 50}}
	for _, move := range []string{"shift+right", "alt+right", "+ + + shift+left", "i C shift+right"} {
		for _, from := range sizes {
			for _, to := range sizes {
				u := demo(t, from[0], from[1]).on("Enclosure tooling").keys(move)
				u.send(tea.WindowSizeMsg{Width: to[0], Height: to[1]})
				framed(t, u.m)
				u.keys("esc")
				framed(t, u.m)
			}
		}
	}
}
