package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// sizes are the terminals in which the jobs are done.
var sizes = [][2]int{{80, 24}, {200, 50}}

// line types a line and enter, once what it is for is seen.
func (term *terminal) line(prompt, text string) {
	term.t.Helper()
	term.sees(prompt)
	term.types(text + "\r")
}

// launch is what a product manager types from nothing: five teams, one of them named first by its task, two suppliers, twenty tasks.
var launch = struct {
	goal         string
	teams, tasks []string
}{
	"Launch in first stores 30-jun",
	[]string{"team Mechanics 3 mon-thu", "Design 2", "Firmware 4", "Operations 3", "supplier Murata", "Foxconn"},
	[]string{
		"Industrial design @des 8d x2",
		"Antenna module @mur promised:27-feb after:^",
		"CAD freeze @des 5d after:ind",
		"Enclosure tooling @mech 27d x2 after:cad,antenna",
		"Radio driver @firm 15d x2",
		"Firmware 1.0 @firm 30d x3 after:radio due:30-apr",
		"Compliance dossier @Compliance 8d after:firmware",
		"EU certification 10d after:^",
		"US certification 10d after:compliance",
		"Packaging design @des 6d",
		"Packaging print @foxc promised:15-may after:packaging",
		"Assembly line @oper 8d x2",
		"Trial run @oper 5d after:assembly,enclosure",
		"Batteries ordered @foxc promised:2-mar",
		"Pilot batch promised:29-may after:trial",
		"Case study @des 3d",
		"Press kit @des 5d",
		"Launch event booked @oper 2d",
		"Stores stocked 4d x2 after:pilot",
		"Launch day 0d after:stores due:30-jun",
	},
}

// planned is the UI in which the launch was planned.
func planned(t *testing.T, w, h int, file string) *terminal {
	t.Helper()
	term := startTerminal(t, w, h, nil, "-f", file, "--today", "2026-01-05")
	term.line("What are you launching, and by when?", launch.goal)
	term.sees("30 Jun no forecast yet")
	term.types("A")
	for _, text := range launch.teams {
		term.line("add ›", text)
		words := strings.Fields(strings.TrimPrefix(strings.TrimPrefix(text, "team "), "supplier "))
		term.sees("added")
		term.sees(words[0])
	}
	term.sees("added supplier Foxconn")
	term.types("\x1b")
	term.lacks("add ›")
	term.types("a")
	for _, text := range launch.tasks {
		title, _, _ := strings.Cut(text, " @")
		term.line("add ›", text)
		term.sees("added " + strings.Fields(title)[0])
	}
	term.types("\x1b")
	term.lacks("add ›")
	return term
}

// Job 1: a launch with five teams, two suppliers and twenty tasks from an empty file, without a form or a second place.
func TestEndToEndALaunchFromNothing(t *testing.T) {
	for _, size := range sizes {
		t.Run(fmt.Sprint(size[0]), func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "launch.db")
			term := planned(t, size[0], size[1], file)
			term.sees("Launch in first stores 30 Jun in time, 20d to spare")
			term.types("g")
			term.sees("0 of 20")
			term.types("3")
			for _, team := range []string{"Mechanics", "Design", "Firmware", "Operations", "Compliance", "Murata", "Foxconn"} {
				term.sees(team)
			}
			term.types("q")
			if code := term.ends(); code != 0 {
				t.Fatalf("exit code %d", code)
			}
			if out := said(t, 0, file, "list", "Launch day"); strings.Count(out, "\n") < 20 {
				t.Errorf("not all tasks are there:\n%s", out)
			}
		})
	}
}

// Job 3: links among tasks of different teams: one with a lag, one wrong and taken away, a chain of four by marks.
func TestEndToEndLinksAmongTeams(t *testing.T) {
	for _, size := range sizes {
		t.Run(fmt.Sprint(size[0]), func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "launch.db")
			term := planned(t, size[0], size[1], file)
			on := func(title string) { // finds a task by a few letters
				term.types("/" + title)
				term.sees("filter › " + title)
				term.types("\r")
				term.sees("1 of 20 tasks")
				term.types("\x1b\x1b")
				term.lacks("lifted")
			}

			on("press")
			term.types("L")
			term.sees("Press kit waits for")
			term.types("stocked+2d")
			term.sees("starts at least 2 days after it ends")
			term.sees("Launch in first s")
			term.sees("2 Jun → 11 Jun +7d in time")
			term.types("\r")
			term.sees("Press kit waits for Stores stocked +2d")

			on("firmware1")
			term.types("L")
			term.sees("EU certification  waits for Firmware 1.0 through Compliance dossier")
			term.types("press kit\r")
			term.sees("Firmware 1.0 waits for Press kit")
			term.types("L")
			term.sees("[x] Press kit")
			term.types("press kit")
			term.sees("1 of 19")
			term.types(" ")
			term.sees("[ ] Press kit")
			term.types("\r")
			term.sees("Firmware 1.0 no longer waits for Press kit")

			on("packagingdesign")
			term.types("vvvv")
			term.sees("4 tasks marked")
			term.types("L")
			term.sees("chained 4 tasks")
			term.types("q")
			term.ends()
			said(t, 0, file, "show press", "Stores stocked")
			said(t, 0, file, "show assembly", "Packaging print")
			said(t, 0, file, "show trial", "Assembly line")
		})
	}
}
