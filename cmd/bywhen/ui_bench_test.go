package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/creack/pty"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

// BenchmarkUI is the real program in a real pseudo-terminal of 120 x 40 cells, on a roadmap of 10,000 tasks, and beside it
// the least that Bubble Tea can do: a program of 38 plain lines on the same clock.
//
//	go test -bench UI -run '^$' ./cmd/bywhen
//
// It reports how long it takes from a key's byte to the last byte of what follows (of an edit that is the frame without
// "not saved"), from the program's start to the first frame's last byte, and the bytes and the processor time of a key.
// Keys come 0 to 25 ms after the terminal has fallen silent, since in step with Bubble Tea's clock every figure is wrong.
// What is worth quoting is the difference to the bare program measured in the same minute.
//
// On two cores of an EPYC that others used as well, p50 and p99 in milliseconds and the processor time of a key, bare 2.6:
//
//	           bare         10,000 tasks       1,000 of them late
//	start      15.0  15.8   64.3  80.4         99.2 123.6
//	move        5.2   9.2    1.2   3.5   2.1    1.6   8.6   2.6
//	time                     1.3   5.9   1.4
//	views                                       3.6  35.4  12.0
//	edit                    25.3  49.8  30.8   45.0  87.6  55.1
//	reorder                 32.5  56.9  38.4
//
// A move sends 707 bytes, 911 where many are late; one that comes 200 ms after the last 1,400 to 1,900, since the pane beside
// the list is drawn whole then.
//
// The late ones have chains of causes of hundreds of links each. An edit waits for the disk: a commit alone took 3 ms, 17 at p99.
func BenchmarkUI(b *testing.B) {
	plain, late := generatedFile(b, 10_000, false), generatedFile(b, 10_000, true)
	on := func(file string) func(testing.TB) *exec.Cmd {
		return func(tb testing.TB) *exec.Cmd { return benchCommand(tb, "-f", file, "--today", "2026-01-05") }
	}
	b.Run("start/bare", func(b *testing.B) { benchmarkStart(b, bareCommand) })
	b.Run("start/bywhen", func(b *testing.B) { benchmarkStart(b, on(plain)) })
	b.Run("start/bywhen-1000-late", func(b *testing.B) { benchmarkStart(b, on(late)) })
	b.Run("move/bare", func(b *testing.B) { benchmarkKeys(b, bareCommand, "j") })
	b.Run("move/bywhen", func(b *testing.B) { benchmarkKeys(b, on(plain), "j") })
	b.Run("move/bywhen-1000-late", func(b *testing.B) { benchmarkKeys(b, on(late), "j") })
	b.Run("time/bywhen", func(b *testing.B) { benchmarkKeys(b, on(plain), ".") })
	b.Run("views/bywhen", func(b *testing.B) { benchmarkKeys(b, on(late), "2", "1") })
	b.Run("edit/bywhen", func(b *testing.B) { benchmarkKeys(b, on(copied(b, plain)), started, "j") })
	b.Run("edit/bywhen-1000-late", func(b *testing.B) { benchmarkKeys(b, on(copied(b, late)), started, "j") })
	b.Run("reorder/bywhen", func(b *testing.B) { benchmarkKeys(b, on(copied(b, plain)), "J", "K") })
}

// copied is a file of its own, for what changes it.
func copied(b *testing.B, file string) string {
	data, err := os.ReadFile(file)
	if err == nil {
		file = filepath.Join(b.TempDir(), "copied.db")
		err = os.WriteFile(file, data, 0o600)
	}
	if err != nil {
		b.Fatal(err)
	}
	return file
}

// What is measured: keys and starts of one run, and the silence after which a frame counts as complete.
const (
	keysARun    = 200
	startsARun  = 15
	frameEnds   = 40 * time.Millisecond
	startEnds   = 150 * time.Millisecond
	mostJitter  = 25 * time.Millisecond
	benchWidth  = 120
	benchHeight = 40
)

// benchmarkStart is from the program's start to the last byte of its first frame.
func benchmarkStart(b *testing.B, command func(testing.TB) *exec.Cmd) {
	var took []time.Duration
	for range b.N {
		for range startsARun {
			w := watch(b, command(b))
			_, last := w.settle(w.began, startEnds)
			took = append(took, last)
			w.kill()
		}
	}
	figures(b, took)
}

// started is the key that starts a task. It is an edit, and a second time would ask for more; so it alone is measured of
// the two keys by which task after task is started.
const started = " "

// benchmarkKeys is from a key's byte to the last byte of what follows; the keys take turns.
func benchmarkKeys(b *testing.B, command func(testing.TB) *exec.Cmd, keys ...string) {
	var took []time.Duration
	var bytes int
	var busy time.Duration
	for range b.N {
		w := watch(b, command(b))
		w.settle(w.began, startEnds)
		idle := w.processorTime()
		for i := range keysARun {
			key := keys[i%len(keys)]
			time.Sleep(rand.N(mostJitter))
			before := w.processorTime()
			n, last := w.press(key)
			if keys[0] == started && key != started {
				idle += w.processorTime() - before
				continue
			}
			took, bytes = append(took, last), bytes+n
		}
		busy += w.processorTime() - idle
		w.kill()
	}
	figures(b, took)
	b.ReportMetric(float64(bytes)/float64(len(took)), "B/key")
	b.ReportMetric(milliseconds(busy)/float64(len(took)), "cpu-ms/key")
}

func figures(b *testing.B, took []time.Duration) {
	slices.Sort(took)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(milliseconds(took[len(took)/2]), "p50-ms")
	b.ReportMetric(milliseconds(took[len(took)*99/100]), "p99-ms")
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// watched is a program in a terminal of which it is noted when it writes.
type watched struct {
	tb    testing.TB
	cmd   *exec.Cmd
	file  *os.File
	data  chan written
	began time.Time
}

type written struct {
	at time.Time
	n  int
}

// watch starts a program in a terminal that answers nothing.
func watch(tb testing.TB, cmd *exec.Cmd) *watched {
	w := &watched{tb: tb, cmd: cmd, data: make(chan written, 1000), began: time.Now()}
	var err error
	if w.file, err = pty.StartWithSize(cmd, &pty.Winsize{Rows: benchHeight, Cols: benchWidth}); err != nil {
		tb.Fatalf("no terminal: %v", err)
	}
	go func() {
		buf := make([]byte, 1<<16)
		for {
			n, err := w.file.Read(buf)
			if err != nil {
				close(w.data)
				return
			}
			w.data <- written{time.Now(), n}
		}
	}()
	return w
}

// settle waits until the program has written something and then nothing for a while: how many bytes, and from a moment how
// long to the last.
func (w *watched) settle(from time.Time, silence time.Duration) (bytes int, last time.Duration) {
	w.tb.Helper()
	wait := time.NewTimer(patience)
	defer wait.Stop()
	for {
		select {
		case x, open := <-w.data:
			if !open {
				w.tb.Fatal("the program has ended")
			}
			bytes, last = bytes+x.n, x.at.Sub(from)
			wait.Reset(silence)
		case <-wait.C:
			if bytes == 0 {
				w.tb.Fatal("the program does not answer")
			}
			return bytes, last
		}
	}
}

func (w *watched) press(key string) (bytes int, last time.Duration) {
	w.tb.Helper()
	at := time.Now()
	if _, err := io.WriteString(w.file, key); err != nil {
		w.tb.Fatal(err)
	}
	return w.settle(at, frameEnds)
}

// processorTime is what the program has used so far, all threads together; 0 where the system does not tell.
func (w *watched) processorTime() time.Duration {
	threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", w.cmd.Process.Pid))
	sum := time.Duration(0)
	for _, name := range threads {
		var ns int64
		if data, err := os.ReadFile(name); err == nil {
			fmt.Sscan(string(data), &ns)
		}
		sum += time.Duration(ns)
	}
	return sum
}

func (w *watched) kill() {
	w.cmd.Process.Kill()
	w.file.Close()
	w.cmd.Wait()
}

func benchCommand(tb testing.TB, args ...string) *exec.Cmd {
	path, err := built()
	if err != nil {
		tb.Fatalf("the program does not build: %v", err)
	}
	cmd := exec.Command(path, args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8")
	return cmd
}

// bareVariable makes the test's own program the bare one.
const bareVariable = "BYWHEN_TEST_BARE"

func bareCommand(tb testing.TB) *exec.Cmd {
	path, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	cmd := exec.Command(path)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", bareVariable+"=1")
	return cmd
}

// bare is a Bubble Tea program of 38 lines with a pointer that j moves.
type bare int

func (m bare) Init() tea.Cmd { return nil }

func (m bare) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.KeyMsg); ok {
		m = (m + 1) % 38
	}
	return m, nil
}

func (m bare) View() string {
	var s strings.Builder
	for i := range 38 {
		pointer := "  "
		if bare(i) == m {
			pointer = "> "
		}
		fmt.Fprintf(&s, "%s%d a plain line of text\n", pointer, i)
	}
	return s.String()
}

// runBare runs the bare program instead of the tests, where it is asked for, and tells whether it did.
func runBare() bool {
	if os.Getenv(bareVariable) == "" {
		return false
	}
	if _, err := tea.NewProgram(bare(0), tea.WithAltScreen(), tea.WithMouseCellMotion(), tea.WithFPS(120)).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	return true
}

// generatedFile is a file of n tasks: sqrt(n) teams of one, efforts of 1 to 10 days, three dependencies for two tasks, each
// on one of the 40 before it, and on every tenth a deadline 20 to 60 working days after its planned finish; late ones lie
// 80 to 40 before it.
func generatedFile(tb testing.TB, n int, late bool) string {
	tb.Helper()
	today := roadmap.MustDate("2026-01-05")
	random := rand.New(rand.NewPCG(1, 2))
	d := roadmap.New("Generated", today).Edit(today)
	check := func(err error) {
		if err != nil {
			tb.Fatal(err)
		}
	}
	teams := 1
	for teams*teams < n {
		_, err := d.AddTeam(roadmap.Team{ID: fmt.Sprint("t", teams), Name: fmt.Sprint("Team ", teams), Capacity: 1})
		check(err)
		teams++
	}
	for i := range n {
		id := fmt.Sprint(i + 1)
		_, err := d.AddTask(roadmap.Task{ID: id, Title: "Task " + id, Team: fmt.Sprint("t", 1+random.IntN(teams-1)), Effort: roadmap.PersonDays(1 + random.IntN(10))})
		check(err)
		for _, back := range random.Perm(40)[:1+i%2] {
			if i > back {
				check(d.Link(roadmap.Dependency{From: fmt.Sprint(i - back), To: id}))
			}
		}
	}
	r, err := d.Close()
	check(err)
	p := schedule.Compute(r, today, schedule.Options{})
	d = r.Edit(today)
	for i := 9; i < n; i += 10 {
		days := 20 + random.IntN(41)
		if late {
			days -= 100
		}
		check(d.UpdateTask(r.Tasks()[i].ID, func(t *roadmap.Task) {
			t.Deadline = max(r.Calendar().Move(p.Tasks[i].Finish, days), today+1)
		}))
	}
	r, err = d.Close()
	check(err)
	path := filepath.Join(tb.TempDir(), "generated.db")
	_, err = store.New(path).Create(r, store.Stamp{At: morning(), Today: today})
	check(err)
	return path
}
