package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// demoDay is the day on which the sample roadmap of these tests is looked at.
const demoDay = "2026-11-23"

// onDemo does a job on the sample roadmap, in a small terminal and in a large one.
func onDemo(t *testing.T, job func(t *testing.T, term *terminal, file string)) {
	for _, size := range [][2]int{{80, 24}, {200, 50}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "aurora.db")
			term := startTerminal(t, size[0], size[1], nil, "demo", "--keep", file, "--today", demoDay)
			term.sees("12 Mar → 19 Mar +5d")
			job(t, term, file)
			term.types("q")
			if code := term.ends(); code != 0 {
				t.Errorf("the UI ends with exit code %d", code)
			}
		})
	}
}

// find goes to a task by letters of its title, and shows all others again.
func (term *terminal) find(letters, title string) {
	term.t.Helper()
	term.types("1/" + letters)
	term.sees("1 of 73 tasks")
	term.types("\r")
	term.sees("filter: " + letters)
	term.types("\x1b")
	term.sees("n N find: " + letters)
	term.sees(title + " ")
}

// beside is what a command prints of the roadmap while the UI is open, once all is saved.
func (term *terminal) beside(file string, args ...string) string {
	term.t.Helper()
	term.lacks("not saved")
	path, err := built()
	if err != nil {
		term.t.Fatal(err)
	}
	out, _ := exec.Command(path, append([]string{"-f", file, "--today", demoDay}, args...)...).CombinedOutput()
	return string(out)
}

// prints fails unless the lines match a pattern.
func prints(t *testing.T, out, pattern string) {
	t.Helper()
	if !regexp.MustCompile("(?m)" + pattern).MatchString(out) {
		t.Errorf("nothing matches %s in\n%s", pattern, out)
	}
}

// A supplier moves its promise by two weeks: the damage is seen while typing; a counter-measure is tried, discarded, tried again
// and accepted; one undo takes it back.
func TestEndToEndASupplierMovesItsPromise(t *testing.T) {
	onDemo(t, func(t *testing.T, term *terminal, file string) {
		term.find("antenna mod", "Antenna module")
		term.types("s")
		term.sees("set Antenna module ›")
		term.types("promised:25-dec")
		for _, damage := range []string{"promised Fri 25 Dec", "idles 3 at Mechanics, 8 to 23 Dec", "→ 31 Mar +8d", "→ 8 Feb +8d"} {
			term.sees(damage)
		}
		term.types("\r")
		term.lacks("set Antenna module ›") // what it says so far is still the preview
		term.sees("12 Mar → 31 Mar +13d")
		prints(t, term.beside(file, "check"), `^Launch in first stores +12 Mar +31 Mar +\+13d$`)

		tooling := func() {
			term.types("W")
			term.sees("nothing tried yet")
			term.find("enclos", "Enclosure tooling")
			term.types("s")
			term.sees("set Enclosure tooling ›")
			term.types("after:antenna-10d\r")
			term.sees("WHAT-IF")
			term.sees("31 Mar → 17 Mar -10d still +3d")
			term.sees("━") // where it was
			term.types("W")
			term.sees("go on trying")
		}
		tooling()
		term.types("x")
		term.sees("12 Mar → 31 Mar +13d")
		tooling()
		prints(t, term.beside(file, "check"), `^Launch in first stores +12 Mar +31 Mar +\+13d$`)
		term.types("\r")
		term.sees("accepted · Launch in first stores -10d, 17 Mar")
		term.lacks("WHAT-IF")
		prints(t, term.beside(file, "check"), `^Launch in first stores +12 Mar +17 Mar +\+3d$`)
		term.types("u")
		term.sees("undone: What-if: Enclosure tooling: after Antenna module -10d")
		term.sees("12 Mar → 31 Mar +13d")
	})
}

// A team has more to do than people: Alerts leads to it, the overfull week shows what is in it and what queues; one task is given
// away, another passes it; each time the deadline is kept at once.
func TestEndToEndAnOverloadedTeam(t *testing.T) {
	onDemo(t, func(t *testing.T, term *terminal, file string) {
		prints(t, term.beside(file, "check"), `overloaded +line Assembly line`)
		term.types("2")
		term.sees("Assembly line is busy with Reliability builds")
		term.types("jj\r")
		term.sees("costs 10 days: in the week of 7 Dec it is asked for 9 of 5 person-days")
		term.types("..")
		term.sees("[ 7]")
		term.types("l")
		term.sees("Reliability builds ")
		term.sees("may be given away")
		term.sees("in the queue")
		term.types("lt")
		term.sees("set Reliability builds ›")
		term.sees("3 people")
		term.types("oper")
		term.sees("Press units 4 Jan → 10 Dec -10d")
		term.types("\r")
		term.sees("team Assembly line → Operations")
		term.lacks("180%")
		term.lacks("Reliability builds  ")
		prints(t, term.beside(file, "check"), `^Press units +21 Dec +10 Dec +7d to spare$`)
		term.types("u")
		term.sees("180%")
		term.types("jjK")
		term.sees("Press units ranked above Reliability builds, priority 3 → 2")
		if out := term.beside(file, "check"); strings.Contains(out, "overloaded") {
			t.Errorf("the team is still overloaded:\n%s", out)
		}
	})
}

// Legal blocks a task until a date, then another with no date: who idles and what moves is said while typing, and what rests on it
// says "or later" everywhere.
func TestEndToEndABlockerWithAndWithoutADate(t *testing.T) {
	onDemo(t, func(t *testing.T, term *terminal, file string) {
		term.find("export lic", "Export licence")
		term.types("b")
		term.sees("c clear it")
		term.types("c")
		term.sees("no longer blocked")
		term.types("b")
		term.sees("blocker ›")
		term.types("at legal who:ana until:4-dec")
		term.sees("owner ana · until Fri 4 Dec")
		term.sees("idles 2 at Compliance, 23 Nov to 3 Dec")
		term.types("\r")
		term.sees("Export licence blocked: at legal until 4 Dec · idles Compliance")

		term.find("radio dri", "Radio driver")
		term.types("b")
		term.sees("blocker ›")
		term.types("chip on allocation who:murata")
		term.sees("→ 19 Mar or later")
		term.sees("→ 27 Jan or later")
		term.types("\r")
		term.sees("19 Mar +5d or later")
		term.sees("Radio driver blocked: chip on allocation, no end known")
		term.find("firmware 1.0", "Firmware 1.0")
		term.sees("27 Jan or later")
		term.sees("rests on Radio driver: chip on allocation, no end known")
		term.types("2g")
		term.sees("Radio driver: chip on allocation, no end known")
		term.sees("holds up Over-the-air updates and 15 more")
		term.types("3")
		term.sees("≥+5d")

		prints(t, term.beside(file, "check"), `^Launch in first stores +12 Mar +19 Mar or later +\+5d or later$`)
		prints(t, term.beside(file, "list", "firmware 1.0"), `27 Jan or later`)
		prints(t, term.beside(file, "show", "40"), `rests on +31 Radio driver: chip on allocation, no end known`)
		prints(t, term.beside(file, "schedule"), `Launch day.*or later`)
	})
}
