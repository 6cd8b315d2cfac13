package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// onDay runs a command on a status date and fails where it does not end as it should.
func onDay(t *testing.T, file, day string, args ...string) string {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(path, append(args, "-f", file, "--today", day)...).CombinedOutput()
	if err != nil {
		t.Fatalf("bywhen %s on %s: %v\n%s", strings.Join(args, " "), day, err, out)
	}
	return string(out)
}

// Four weeks after a baseline the slip is explained to an executive: a few lines by cause whose days add up, as they stand on the
// screen and copied for a mail.
func TestEndToEndExplainTheSlipSinceTheBaseline(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {200, 50}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "phone.db")
			for _, args := range [][]string{
				{"team", "add", "Mechanics 2"}, {"team", "add", "Murata", "--supplier"}, {"goal", "add", "Launch 13-feb"},
				{"add", "Antenna @murata promised:16-jan goal:launch"}, {"add", "Enclosure @mech 10d goal:launch after:antenna"},
				{"add", "Manual @mech 4d goal:launch after:enclosure"}, {"baseline", "Board"},
			} {
				onDay(t, file, "2026-01-05", args...)
			}
			onDay(t, file, "2026-01-12", "set", "antenna", "promised=20-jan", "--because", "yield")
			onDay(t, file, "2026-01-19", "set", "enclosure", "effort=13d", "--because", "one more insert")
			onDay(t, file, "2026-01-20", "done", "antenna")
			onDay(t, file, "2026-01-21", "start", "enclosure")
			onDay(t, file, "2026-01-26", "told")
			onDay(t, file, "2026-02-02", "told")

			term := startTerminal(t, size[0], size[1], nil, "-f", file, "--today", "2026-02-02")
			term.sees("Launch")
			term.types("gw")
			term.sees("Board, 5 Jan: 5 Feb")
			sum, lines := 0, 0
			for _, l := range strings.Split(term.screen.String(), "\n") {
				if m := regexp.MustCompile(`^[ ▌▸▾]+\S.* ([+-]\d+)d  \S`).FindStringSubmatch(l); m != nil && lines < 9 && !strings.Contains(l, "today") {
					n, _ := strconv.Atoi(m[1])
					sum += n
					lines++
				}
			}
			head := regexp.MustCompile(`today: \d+ \w+ +([+-]\d+)d`).FindStringSubmatch(term.screen.String())
			if head == nil || lines == 0 || strconv.Itoa(sum) != strings.TrimPrefix(head[1], "+") {
				t.Errorf("%d lines add up to %d, and the head says %v:\n%s", lines, sum, head, term.screen)
			}
			term.types("y")
			term.sees("copied")
			term.types("\x1bq")
			if code := term.ends(); code != 0 {
				t.Errorf("the UI ends with exit code %d", code)
			}
			if !strings.Contains(term.raw.String(), "\x1b]52;c;") {
				t.Error("nothing was copied")
			}
		})
	}
}
