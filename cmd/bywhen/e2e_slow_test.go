package main

import (
	"os/exec"
	"strings"
	"testing"
	"time"
)

// far is a terminal at the other end of a line on which each byte is on its way for a while, in both directions. What comes
// while another packet waits goes with it. It answers what terminals are asked, and the answer comes among the keys.
type far struct {
	*terminal
	keys chan onItsWay
}

type onItsWay struct {
	text string
	due  time.Time
}

// lineDelay is how long a byte is on its way, each way.
const lineDelay = 150 * time.Millisecond

// away puts a terminal far away.
func away(t *testing.T, near *terminal) *far {
	f := &far{near, make(chan onItsWay, 1000)}
	arrives, seen := make(chan onItsWay, 1000), make(chan string, 1000)
	shown := near.data
	near.data = seen
	go func() {
		for data := range shown {
			arrives <- onItsWay{data, time.Now().Add(lineDelay)}
		}
		close(arrives)
	}()
	go func() {
		for data := range arrives {
			time.Sleep(time.Until(data.due))
			if strings.Contains(data.text, "\x1b]11;?") {
				f.keys <- onItsWay{"\x1b]11;rgb:0000/0000/0000\x1b\\", time.Now().Add(lineDelay)}
			}
			seen <- data.text
		}
		close(seen)
	}()
	go func() {
		for k := range f.keys {
			time.Sleep(time.Until(k.due))
			packet := k.text
			for more := true; more; {
				select {
				case k, more = <-f.keys:
					packet += k.text
				default:
					more = false
				}
			}
			if _, err := near.file.WriteString(packet); err != nil {
				return
			}
		}
	}()
	return f
}

// typeAhead types keys at a pace, whatever is shown meanwhile.
func (f *far) typeAhead(keys []string, pace time.Duration) {
	for _, k := range keys {
		f.keys <- onItsWay{k, time.Now().Add(lineDelay)}
		time.Sleep(pace)
	}
}

// ahead is what somebody types who knows what it does: tasks, moves, a line that sets, the palette, views, zoom, a filter that is
// lifted again.
func ahead() []string {
	var keys []string
	for _, part := range []string{
		"a", "Trial run @ops 5d after:ant", "\r", "Ship it @ops 2d after:^", "\r", "\x1b", "g", "j", "j", "j", "k", "\x1b[B", "\x1b[A", " ",
		"s", "p1 #far", "\r", ":", "zoom in", "\r", "2", "1", "v", "j", "v", "s", "#pair", "\r", "\x1b", "/", "#pair", "\r", "\x1b", "G", "x", "u",
	} {
		switch {
		case strings.HasPrefix(part, "\x1b["):
			keys = append(keys, part)
		default:
			keys = append(keys, strings.Split(part, "")...)
		}
	}
	return keys
}

// Over a line of 150 ms each way whoever types ahead loses nothing and has nothing twice: the screen comes to be that of a
// terminal without a delay, and the roadmap the same.
func TestEndToEndTypingAheadOverASlowLine(t *testing.T) {
	t.Parallel()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	list := func(file string) string {
		out, err := exec.Command(path, "-f", file, "--today", "2026-01-05", "export", "--format", "json").Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	tasks := []string{"Antenna 3d @mech", "Case 4d @mech", "Box 2d @ops"}
	nearFile, farFile := withTasks(t, tasks...), withTasks(t, tasks...)
	near, _ := opened(t, nearFile)
	near.sees("? help")
	for _, k := range ahead() {
		near.types(k)
		near.quiet(25 * time.Millisecond)
	}
	near.sees("undone: ")
	want := near.settled()
	for _, pace := range []time.Duration{0, 20 * time.Millisecond} {
		file := farFile
		if pace > 0 {
			file = withTasks(t, tasks...)
		}
		plain, _ := opened(t, file)
		plain.sees("? help")
		f := away(t, plain)
		f.typeAhead(ahead(), pace)
		f.sees("undone: ")
		if got := f.settled(); got != want {
			t.Errorf("a key every %v: the screen is\n%s\nwant\n%s", pace, got, want)
		}
		if got, want := list(file), list(nearFile); got != want {
			t.Errorf("a key every %v: the roadmap is\n%s\nwant\n%s", pace, got, want)
		}
	}
}

// quiet takes in what comes until nothing has for a while.
func (term *terminal) quiet(silence time.Duration) {
	for {
		select {
		case data, open := <-term.data:
			if term.take(data, open); !open {
				return
			}
		case <-time.After(silence):
			return
		}
	}
}

// settled is the screen once all is saved and nothing more comes.
func (term *terminal) settled() string {
	term.t.Helper()
	term.lacks("not saved")
	term.quiet(2*lineDelay + 200*time.Millisecond)
	return term.screen.String()
}
