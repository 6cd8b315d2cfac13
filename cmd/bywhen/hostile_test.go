package main

import (
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bywhen/roadmap"
	"bywhen/store"
)

// hostile is an input that has broken programs of this kind.
type hostile struct {
	ID, Channel string
	Expect      string // what the list asks for
	Input       string
	Base64      string `json:"input_base64"`
	Before      string // what precedes Repeat
	Repeat      struct {
		Text  string
		Times int
		Then  string
		Last  string
		After int `json:"lastTimes"`
	}
	Outcome string // what Bywhen does: stored, cleaned, refused, answered, imported; set up, where it is a situation
	Title   string // of the task that is stored
	Says    string // what an answer, an error or a note holds
	Check   string // what check says of what was imported

	Otherwise string // why it is answered in another way than the list asks for
}

// text is the input itself; the large ones are made here.
func (c hostile) text() string {
	if raw, err := base64.StdEncoding.DecodeString(c.Base64); err == nil && len(raw) > 0 {
		return string(raw)
	}
	r := c.Repeat
	return c.Input + c.Before + strings.Repeat(r.Text, r.Times) + r.Then + strings.Repeat(r.Last, r.After)
}

// hostiles are all of them: as many as the list had.
func hostiles(t *testing.T) []hostile {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "hostile.json"))
	if err != nil {
		t.Fatal(err)
	}
	var list []hostile
	if err := json.Unmarshal(data, &list); err != nil || len(list) != 125 {
		t.Fatalf("%d cases, %v", len(list), err)
	}
	return list
}

// fits fails unless an end is in order whatever the input was: a known exit code, no byte that acts on a terminal, an error of one
// line, and no panic, which run would have put in that line.
func fits(t *testing.T, code int, stdout, stderr string) {
	t.Helper()
	if code < 0 || code > 2 || code == 2 && stderr == "" {
		t.Errorf("exit code %d, %.300q", code, stderr)
	}
	if code == 2 && strings.Count("\n"+stderr, "\nbywhen: ") != 1 || len(stderr) > 20_000 {
		t.Errorf("not one line, or a long one: %.600q", stderr)
	}
	for _, text := range []string{stdout, stderr} {
		if !roadmap.IsClean(text) {
			t.Errorf("what is printed may act on a terminal: %.600q", text)
		}
		if strings.Contains(text, "a mistake in the program") || strings.Contains(text, "goroutine ") {
			t.Errorf("a panic: %.600q", text)
		}
	}
}

// soon fails where something takes longer than anybody waits.
func soon(t *testing.T, do func()) {
	t.Helper()
	done := make(chan struct{})
	go func() { defer close(done); do() }()
	select {
	case <-done:
	case <-time.After(patience):
		t.Fatal("it hangs")
	}
}

// met is a roadmap of three tasks before an input is let in.
type met struct {
	*testing.T
	file   string
	before string
}

func meeting(t *testing.T) met {
	t.Helper()
	file := emptyFile(t)
	for _, title := range []string{"Antenna", "Enclosure", "No such trial"} {
		if code, _, stderr := ran(t, nil, "add", "-f", file, title); code != 0 {
			t.Fatal(stderr)
		}
	}
	return met{t, file, content(t, file)}
}

// emptyFile is a roadmap without anything.
func emptyFile(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.db")
	if code, _, stderr := ran(t, nil, "new", file); code != 0 {
		t.Fatal(stderr)
	}
	return file
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// run runs a command on the file; whatever comes of it must be in order.
func (m met) run(args ...string) (code int, stdout, stderr string) {
	m.Helper()
	soon(m.T, func() { code, stdout, stderr = ran(m.T, nil, append([]string{"-f", m.file}, args...)...) })
	fits(m.T, code, stdout, stderr)
	if code == 2 && content(m.T, m.file) != m.before {
		m.Errorf("bywhen %.100q: refused, and the file is another: %.300q", args, stderr)
	}
	return code, stdout, stderr
}

// shown runs all that prints what was stored.
func (m met) shown(id string) {
	m.Helper()
	m.before = content(m.T, m.file)
	for _, line := range []string{"list", "show " + id, "check", "schedule", "why " + id, "report --since 2026-01-05", "log", "log 4", "diff --since 2026-01-05", "export --format csv", "export",
		"list --json", "team", "goal", "risk", "doctor"} {
		m.run(strings.Fields(line)...)
	}
}

func (m met) refused(c hostile, code int, stderr string) {
	m.Helper()
	if code != 2 || !strings.Contains(stderr, c.Says) {
		m.Errorf("exit code %d, %.300q, want a refusal that says %q", code, stderr, c.Says)
	}
}

// added is an input as the one argument of add.
func (m met) added(c hostile) {
	code, _, stderr := m.run("add", "--", c.text())
	if c.Outcome == "refused" {
		m.refused(c, code, stderr)
		return
	}
	s, err := store.New(m.file).Load()
	if err != nil || code != 0 || len(s.Roadmap.Tasks()) != 4 {
		m.Fatalf("exit code %d, %q, %v", code, stderr, err)
	}
	task := s.Roadmap.Tasks()[3]
	if task.Title != c.Title || (stderr == "") != (c.Outcome == "stored") {
		m.Errorf("stored as %q, and said %q", task.Title, stderr)
	}
	m.shown(task.ID)
	if code, _, stderr := m.run("undo"); code != 0 {
		m.Error(stderr)
	}
}

// named lets a text in where else a title or a name comes from: a file, a team, a goal, a risk, a field, a reason, a filter, an id.
func (m met) named(text string) {
	quoted, err := json.Marshal(text)
	if err != nil {
		m.Fatal(err)
	}
	for name, input := range map[string]string{
		"a.json": `{"bywhen":1,"name":` + string(quoted) + `,"tasks":[{"id":"t","title":` + string(quoted) + `,"notes":` + string(quoted) + `}]}`,
		"a.csv":  "title,team,notes\n" + strings.Repeat(`"`+strings.ReplaceAll(text, `"`, `""`)+`",`, 2) + "\n",
	} {
		path := filepath.Join(m.TempDir(), name)
		if err := os.WriteFile(path, []byte(input), 0o600); err != nil {
			m.Fatal(err)
		}
		at := met{m.T, emptyFile(m.T), ""}
		at.before = content(m.T, at.file)
		at.run("import", "--dry-run", path)
		at.before = content(m.T, at.file)
		at.run("import", path)
		at.shown("t")
	}
	for _, args := range [][]string{
		{"team", "add", "--", text}, {"goal", "add", "--", text}, {"risk", "add", "--", text}, {"set", "1", "title=" + text}, {"set", "1", "notes=" + text}, {"set", text, "p1"}, {"block", "1", text},
		{"known", "1", "--because", text}, {"baseline", "--", text}, {"list", "--", text}, {"show", "--", text}, {"check", "--today", text}, {"diff", "--since", text}, {"log", "--", text},
		{"import", "--format", "csv", "--map", text, "-"}, {"export", "--format", text}, {"export", "--scenario", text}, {"report", "--for", "team", text}, {"check", "--fail-on", text},
		{"--", text}, {"--" + text}, {"help", text}, {"team", text}, {"fix", text, "--apply", text}, {"forecast", "--runs", text}, {"schedule", "--improve", text},
	} {
		m.run(args...)
		m.before = content(m.T, m.file)
	}
	m.shown("1")
}

// imported is an input as a file to import.
func (m met) imported(c hostile) {
	m.file = emptyFile(m.T)
	m.before = content(m.T, m.file)
	path := filepath.Join(m.TempDir(), "input."+c.Channel)
	if err := os.WriteFile(path, []byte(c.text()), 0o600); err != nil {
		m.Fatal(err)
	}
	began := time.Now()
	code, stdout, stderr := m.run("import", path)
	if c.Outcome == "refused" {
		m.refused(c, code, stderr)
		return
	}
	if code != 0 || !strings.Contains(stdout+stderr, c.Says) || time.Since(began) > patience/2 {
		m.Errorf("exit code %d, %q, %q", code, stdout, stderr)
	}
	if _, stdout, _ := m.run("check"); !strings.Contains(stdout, c.Check) {
		m.Errorf("check says %q", stdout)
	}
	m.shown("1")
	m.returns()
}

// returns exports the tasks as a table and imports them into another roadmap, where they must be called the same.
func (m met) returns() {
	m.Helper()
	path := filepath.Join(m.TempDir(), "table.csv")
	m.run("export", path)
	other := met{m.T, emptyFile(m.T), ""}
	other.before = content(m.T, other.file)
	if code, _, stderr := other.run("import", path); code != 0 {
		m.Errorf("its export is refused: %q", stderr)
	}
	if was, is := m.titles(), other.titles(); was != is {
		m.Errorf("%q comes back as %q, from\n%s", was, is, content(m.T, path))
	}
}

func (m met) titles() (out string) {
	s, err := store.New(m.file).Load()
	if err != nil {
		m.Fatal(err)
	}
	for _, task := range s.Roadmap.Tasks() {
		out += task.Title + "\n" + task.Notes + "\n"
	}
	return out
}

// Every input of the list that comes by an argument or a file is answered as it is written there, without a panic, a byte that acts
// on a terminal, a hang, or anything half done.
func TestHostileInputsAreAnsweredAsPromised(t *testing.T) {
	seen := 0
	for _, c := range hostiles(t) {
		if c.Channel == "file" || c.Channel == "environment" {
			continue // a situation: see the test of them
		}
		seen++
		t.Run(c.ID, func(t *testing.T) {
			t.Parallel()
			m := meeting(t)
			switch c.Channel {
			case "title":
				m.added(c)
				m.before = content(t, m.file)
				if len(c.text()) < 1<<16 {
					m.named(c.text())
				}
			case "quick-add":
				m.added(c)
			case "filter":
				code, stdout, stderr := m.run("list", "--", c.text())
				if !strings.Contains(stdout+stderr, c.Says) || (code == 2) != (c.Outcome == "refused") {
					t.Errorf("exit code %d, %q, %.300q", code, stdout, stderr)
				}
			case "csv", "json":
				m.imported(c)
			default:
				t.Errorf("nothing tries what comes by %q", c.Channel)
			}
		})
	}
	if seen != 102 {
		t.Errorf("%d of 102 were tried", seen)
	}
}
