package main

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"bywhen/store"
)

// thorough tells whether .ci/run --long asks for what takes minutes.
var thorough = os.Getenv("BYWHEN_LONG") != ""

// adds is the program that adds a task with a team of its own: two entities in one edit.
func adds(t *testing.T, file, title string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	out := &bytes.Buffer{}
	cmd := exec.Command(path, "add", title+" 2d @team-"+strings.ReplaceAll(title, " ", "-"), "-f", file)
	cmd.Stdout = out
	return cmd, out
}

// holdsAll holds a file to being whole, to every title that was acknowledged, and to having no half of any edit.
func holdsAll(t *testing.T, file string, acknowledged []string) {
	t.Helper()
	f := store.New(file)
	x, err := f.Examine()
	if err != nil || len(x.Problems) > 0 {
		t.Fatalf("the file is not whole: %v, %v", x.Problems, err)
	}
	s, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	teams, titles := map[string]bool{}, map[string]bool{}
	for _, task := range s.Roadmap.Tasks() {
		titles[task.Title] = true
		if task.Team == "" && strings.HasPrefix(task.Title, "Command") {
			t.Errorf("of %q there is half", task.Title)
		}
		teams[task.Team] = task.Team != ""
	}
	for _, team := range s.Roadmap.Teams() {
		if !teams[team.ID] {
			t.Errorf("of the edit that brought team %q there is half", team.Name)
		}
	}
	for _, title := range acknowledged {
		if !titles[title] {
			t.Errorf("%q was acknowledged and is lost", title)
		}
	}
}

// Killed at any moment (kill -9), the program leaves a file that is whole and holds every edit that it acknowledged: a command by
// saying what it did, the UI by no longer saying that something is not saved.
func TestEndToEndKilledAtAnyMoment(t *testing.T) {
	kills := 50
	if thorough {
		kills = 1000
	}
	file, chance := withTasks(t, "Antenna"), rand.New(rand.NewSource(1))
	began := time.Now()
	said(t, 0, file, "add Calibration", "added")
	usual := time.Since(began)
	acknowledged, cut := []string{"Antenna", "Calibration"}, 0
	for n := range kills {
		if n%10 == 9 {
			acknowledged = append(acknowledged, killedUI(t, file, fmt.Sprintf("Screen %d", n), chance)...)
			continue
		}
		title := fmt.Sprintf("Command %d", n)
		cmd, out := adds(t, file, title)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(chance.Int63n(int64(usual))))
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if strings.HasPrefix(out.String(), "added") {
			acknowledged = append(acknowledged, title)
		} else {
			cut++
		}
		if n%25 == 24 {
			holdsAll(t, file, acknowledged)
		}
	}
	holdsAll(t, file, acknowledged)
	if cut == 0 || cut == kills {
		t.Errorf("%d of %d were cut off before they acknowledged: the moments were no chance", cut, kills)
	}
}

// killedUI types edits into the UI, kills it at a random moment, and tells which of them it had shown as saved.
func killedUI(t *testing.T, file, title string, chance *rand.Rand) (acknowledged []string) {
	t.Helper()
	term, _ := opened(t, file)
	term.selects("Antenna")
	for i := range 1 + chance.Intn(3) {
		one := fmt.Sprintf("%s-%d", title, i)
		term.types("a" + one + "\r\x1b")
		if chance.Intn(2) == 0 {
			time.Sleep(time.Duration(chance.Intn(30)) * time.Millisecond)
			break
		}
		term.until(one+" to be saved", func() bool {
			shown := term.screen.String()
			return strings.Contains(shown, one) && !strings.Contains(shown, "add ›") && !strings.Contains(shown, "not saved")
		})
		acknowledged = append(acknowledged, one)
	}
	_ = term.cmd.Process.Kill()
	_ = term.cmd.Wait()
	return acknowledged
}

// Four programs that write at once lose no edit, do not stand in each other's way for ever, and overwrite nothing; a UI shows
// what they did within a second.
func TestEndToEndFourWriters(t *testing.T) {
	lasting := 3 * time.Second
	if thorough {
		lasting = time.Minute
	}
	file := withTasks(t, "Antenna")
	term, _ := opened(t, file)
	term.selects("Antenna")
	var all sync.WaitGroup
	var mu sync.Mutex
	acknowledged := []string{"Antenna"}
	until := time.Now().Add(lasting)
	for w := range 4 {
		all.Go(func() {
			for n := 0; time.Now().Before(until); n++ {
				title := fmt.Sprintf("Command %d-%d", w, n)
				cmd, out := adds(t, file, title)
				if err := cmd.Run(); err != nil {
					t.Errorf("%s: %v, %s", title, err, out)
					continue
				}
				mu.Lock()
				acknowledged = append(acknowledged, title)
				mu.Unlock()
			}
		})
	}
	for n := 0; time.Now().Before(until); n++ {
		term.types(" ")
		time.Sleep(100 * time.Millisecond)
	}
	all.Wait()
	term.lacks("not saved")
	holdsAll(t, file, acknowledged)
	s, err := store.New(file).Load()
	if err != nil || len(s.Roadmap.Tasks()) != len(acknowledged) {
		t.Errorf("%d tasks, acknowledged were %d, %v", len(s.Roadmap.Tasks()), len(acknowledged), err)
	}
	said(t, 0, file, "set antenna title=Aerial", "")
	began := time.Now()
	term.sees("Aerial")
	if took := time.Since(began); took > time.Second {
		t.Errorf("the UI shows another's edit after %v", took)
	}
	term.types("q")
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}
