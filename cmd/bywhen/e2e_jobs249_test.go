package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"encoding/base64"
)

// clipboard is what was copied last, as the terminal was told (OSC 52).
func (term *terminal) clipboard() string {
	found := regexp.MustCompile("\x1b\\]52;c;([A-Za-z0-9+/=]*)(\x07|\x1b\\\\)").FindAllStringSubmatch(term.raw.String(), -1)
	if len(found) == 0 {
		return ""
	}
	text, err := base64.StdEncoding.DecodeString(found[len(found)-1][1])
	if err != nil {
		term.t.Fatal(err)
	}
	return string(text)
}

// copies fails unless the clipboard comes to hold a text.
func (term *terminal) copies(text string) {
	term.t.Helper()
	term.until("copied: "+text, func() bool { return strings.Contains(term.clipboard(), text) })
}

// pastes pastes a text as a terminal does that marks what is pasted.
func (term *terminal) pastes(text string) {
	term.types("\x1b[200~" + strings.ReplaceAll(text, "\n", "\r") + "\x1b[201~")
}

// fifteenLines is what somebody had in a document.
const fifteenLines = `Pop-up store

- [ ] Find a room in Lisbon (3d)
- [ ] Sign the lease
- [x] Ask the city for a permit
• Furniture (2 weeks) @operations
• Lights and sound	4d
* Photo wall (1d)
1. Hire four people
2. Train them (2d)
3. Rota for the first month
Reviews on launch day:
- Invite the local press (1d)
- Embargo letters (0.5d)
- Box with a thank-you card
Opening day	0d	12-mar
`

// Fifteen lines from a document become tasks under two goals: a preview says what each became, one key takes all, one undo takes
// all back.
func TestEndToEndAPasteFromADocument(t *testing.T) {
	onDemo(t, func(t *testing.T, term *terminal, file string) {
		before := term.beside(file, "list")
		term.pastes(fifteenLines)
		for _, became := range []string{"13 tasks and 1 goal", "goal Pop-up store (new)", "goal Reviews on launch day", "Lights and sound  4 days", "team Operations · 10 days", "done Mon 23 Nov"} {
			term.sees(became)
		}
		term.types("\r")
		term.sees("pasted 13 tasks and 1 goal")
		out := term.beside(file, "list", "goal:reviews", "status:todo")
		prints(t, out, `Embargo letters .*0\.5d`)
		prints(t, term.beside(file, "list", "goal:pop-up"), `Furniture +Operations .*10d`)
		term.types("u")
		term.sees("undone: pasted 13 tasks and 1 goal")
		if after := term.beside(file, "list"); after != before {
			t.Errorf("undo leaves\n%s", after)
		}
	})
}

// Monday morning: Alerts say what has become worse since Friday's check-in; c has the message to whoever it is; the check-in asks
// only about what should have moved, and is one step.
func TestEndToEndMondayMorning(t *testing.T) {
	onDemo(t, func(t *testing.T, term *terminal, file string) {
		term.types("2")
		term.sees("Since the check-in, Fri 20 Nov: 1 new, 1 worse")
		term.sees("Murata moved Antenna module from 3 Dec to 11 Dec")
		term.sees("worse")
		term.types("jc")
		term.sees("once copied or sent")
		term.types("y")
		term.sees("To Murata")
		term.types("y")
		term.copies("- Antenna module: promised for 11 Dec (said 19 Nov), needed by 4 Dec. It makes Launch in first stores, due 12 Mar, 5 working days late.")
		term.types("\x1b")
		term.lacks("To Murata")
		prints(t, term.beside(file, "show", "44"), `by 4 Dec`)

		term.types("r")
		term.sees("Check-in, since Fri 20 Nov")
		term.sees("0 of 5 told")
		term.types("\r")
		term.sees("1 of 5 told")
		term.types("12d left")
		term.sees("Case study")
		term.types("\r")
		term.sees("2 of 5 told")
		term.types("done\r")
		term.sees("reached: all is done")
		term.types(strings.Repeat("\r", 3))
		term.sees("6 of 6 told")
		term.types("\x1b")
		term.sees("Check-in, 6 tasks, and 10 that only wait; u takes all of it back")
		prints(t, term.beside(file, "log", "-n", "1"), `Check-in, 6 tasks`)
		prints(t, term.beside(file, "check", "--since", "checkin"), `^since the check-in of Mon 23 Nov: nothing has changed$`)
		term.types("u")
		term.sees("undone: Check-in, 6 tasks")
		prints(t, term.beside(file, "check", "--since", "checkin"), `^since the check-in of Fri 20 Nov`)
	})
}

// The weekly status is one key, and one command: the same sentences, deadlines first, with what has changed and what is asked.
func TestEndToEndTheWeeklyStatus(t *testing.T) {
	onDemo(t, func(t *testing.T, term *terminal, file string) {
		term.types("R")
		term.sees("Aurora phone, week of 23 Nov")
		term.sees("y copy")
		term.types("G")
		term.sees("ten parts first (asked 20")
		term.sees("No longer a cause") // the history is read
		term.types("y")
		printed := term.beside(file, "report")
		term.copies(printed)
		for _, line := range []string{"- Launch in first stores: due 12 Mar, forecast 19 Mar, 5 working days late, with 80 % by 12 Apr (was 12 Mar).", "Since Mon 16 Nov", "- Done: Survey early adopters, Antenna samples."} {
			if !strings.Contains(printed, line+"\n") {
				t.Errorf("the report lacks %q:\n%s", line, printed)
			}
		}
		if d, c := strings.Index(printed, "\nDeadlines\n"), strings.Index(printed, "\nSince "); d < 0 || c < d {
			t.Errorf("the deadlines do not come first:\n%s", printed)
		}
		prints(t, term.beside(file, "report", "--for", "exec", "--format", "md"), `^## Deadlines$`)
		term.types("\x1b")
		term.lacks("y copy")
	})
}

// A hundred tasks are under way: an enter each tells of all of them, and the program keeps up.
func TestEndToEndALongCheckIn(t *testing.T) {
	file := filepath.Join(t.TempDir(), "long.db")
	said(t, 0, file, "add First", "added")
	term := startTerminal(t, 80, 24, nil, "-f", file, "--today", "2026-01-05")
	var lines strings.Builder
	for i := range 100 {
		fmt.Fprintf(&lines, "- Task %d started:today (4d)\n", i)
	}
	term.sees("First")
	term.pastes(lines.String())
	term.sees("100 tasks")
	term.types("\r")
	term.sees("pasted 100 tasks")
	term.types("q")
	term.ends()

	term = startTerminal(t, 80, 24, nil, "-f", file, "--today", "2026-01-06")
	term.sees("Task 9")
	term.types("r")
	term.sees("0 of 101 told")
	term.types(strings.Repeat("\r", 101))
	term.sees("101 of 101 told")
	term.types("\x1b")
	term.sees("Check-in, 101 tasks")
	term.types("q")
	term.ends()
	said(t, 0, file, "log", "Check-in, 101 tasks")
}
