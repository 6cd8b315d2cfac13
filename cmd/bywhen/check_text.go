package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// nothingFlagged says that no flag is left; accepted tells whether some were.
func nothingFlagged(accepted bool) string {
	if accepted {
		return "nothing is flagged but what was accepted"
	}
	return "nothing is flagged"
}

// printCheck prints the deadlines, then the flags, worst first, each with its chain of causes. Of those that were accepted it says no
// more than whether there are such.
func (p *program) printCheck(plan *schedule.Plan, chances schedule.Chances, flags []schedule.Flag, accepted bool, compared *since) {
	p.printDeadlines(plan, chances)
	if plan.Roadmap.CurrentBaseline() == nil {
		p.printf("%s\n", noBaseline(plan))
	}
	if compared != nil {
		p.printf("%s\n", compared.head(plan.Today))
	}
	if len(flags) == 0 {
		p.printf("%s\n", nothingFlagged(accepted))
		return
	}
	p.printf("%s\n", countFlags(flags))
	for i := 0; i < len(flags); {
		n := alike(flags[i:], compared)
		if n > mostAlike {
			p.printAlike(plan, flags[i:i+n], compared.trend(&flags[i]))
		} else {
			n = 1
			p.printFlag(plan, &flags[i], compared.trend(&flags[i]))
		}
		i += n
	}
}

// noBaseline says what cannot be told without a baseline: it is never "on track" for want of one.
func noBaseline(plan *schedule.Plan) string {
	if len(plan.Deadlines()) == 0 && len(plan.DoneDeadlines()) > 0 {
		return "no deadline is open and there is no baseline: nothing can slip"
	}
	if len(plan.Deadlines()) == 0 {
		return "no deadline and no baseline: nothing can slip; give a goal or a task a deadline, or take a baseline with \"bywhen baseline\""
	}
	return "no baseline: only deadlines can slip; take one with \"bywhen baseline\""
}

// mostAlike is how many flags are printed one by one that differ in nothing but what they are on.
const mostAlike = 5

// alike is how many of the flags, from the first on, say the same in the same words.
func alike(flags []schedule.Flag, compared *since) int {
	n := 1
	if plainTexts[flags[0].Kind] == "" {
		return n
	}
	for n < len(flags) && flags[n].Kind == flags[0].Kind && len(flags[n].Why()) == 0 && compared.trend(&flags[n]) == compared.trend(&flags[0]) {
		n++
	}
	return n
}

// printAlike prints such flags in one line.
func (p *program) printAlike(plan *schedule.Plan, flags []schedule.Flag, trend string) {
	var on []string
	for _, f := range flags {
		on = append(on, subject(plan, &f))
	}
	f := &flags[0]
	p.printf("%s\n", visible(fmt.Sprintf("%-8s  %-12s  %s%s: %s", f.Severity, f.Kind, listed(on), inBrackets(trend), plainTexts[f.Kind])))
}

// subject names what is flagged: its id and its title.
func subject(plan *schedule.Plan, f *schedule.Flag) string {
	title, id := refTitle(plan.Roadmap, f.Subject()), f.Task+f.Goal+f.Team
	if id == title {
		return id
	}
	return id + " " + title
}

// printDeadlines prints the deadlines that are not met yet, each with its forecast and its days late or to spare, and with
// its probability where there is one.
func (p *program) printDeadlines(plan *schedule.Plan, chances schedule.Chances) {
	t := table{columns: []column{{"deadline", false}, {"due", true}, {"forecast", true}, {"late", true}, {"in time", true}}}
	for _, d := range plan.Deadlines() {
		if d.Done {
			continue
		}
		forecast, late := "none", ""
		if d.Undated {
			late = "cannot be planned"
		}
		if d.Forecast != 0 {
			forecast, late = paint.DayOrLater(d.Forecast, plan.Today, d.OpenEnd), lateText(d)
		}
		inTime := ""
		if chance, known := chances[d.On]; known {
			inTime = paint.Percent(chance)
			if d.OpenEnd {
				inTime = "?" // as the UI has it: the forecast column says "or later"
			}
		}
		t.add(d.Title, paint.Day(d.Date, plan.Today), forecast, late, inTime)
	}
	t.write(p.out)
	done := plan.DoneDeadlines()
	if len(t.rows) == 0 {
		p.printDone(done, plan.Today)
	} else if n := len(done); n > 0 {
		p.printf("%s done%s\n", paint.Count(n, "deadline"), inBrackets(lateOf(done)))
	}
	if len(t.rows)+len(done) > 0 {
		p.printf("\n")
	}
}

// mostDone is how many deadlines that are done are named.
const mostDone = 3

// printDone prints the deadlines that were done last, and how many others are.
func (p *program) printDone(done []schedule.Deadline, today roadmap.Date) {
	all := schedule.LastDone(done)
	for i := range all[:min(len(all), mostDone)] {
		p.printf("%s\n", visible(all[i].Title+" "+paint.Done(&all[i], today)))
	}
	if more := all[min(len(all), mostDone):]; len(more) > 0 {
		p.printf("%s done%s\n", paint.Count(len(more), "more deadline"), inBrackets(lateOf(more)))
	}
}

// lateOf counts those that were done after their day; empty where none was.
func lateOf(done []schedule.Deadline) string {
	n := 0
	for i := range done {
		if done[i].Days > 0 {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n) + " late"
}

// lateText is how many days a deadline is late, or how many there are to spare.
func lateText(d schedule.Deadline) string {
	if d.Silent {
		return "no word yet"
	}
	if d.Days < 0 && !d.OpenEnd {
		return fmt.Sprintf("%dd to spare", -d.Days)
	}
	return paint.Delta(d.Days, d.OpenEnd)
}

// countFlags is "2 critical, 1 warning, 3 info".
func countFlags(flags []schedule.Flag) string {
	var counts [schedule.Critical + 1]int
	for _, f := range flags {
		counts[f.Severity]++
	}
	var parts []string
	if n := counts[schedule.Critical]; n > 0 {
		parts = append(parts, fmt.Sprintf("%d critical", n))
	}
	if n := counts[schedule.Warning]; n > 0 {
		parts = append(parts, paint.Count(n, "warning"))
	}
	if n := counts[schedule.Info]; n > 0 {
		parts = append(parts, fmt.Sprintf("%d info", n))
	}
	return strings.Join(parts, ", ")
}

// inBrackets is a word after others, or nothing.
func inBrackets(word string) string {
	if word == "" {
		return ""
	}
	return " (" + word + ")"
}

// printFlag prints what is flagged in a line, and under it the chain back to the root cause, each link further in.
func (p *program) printFlag(plan *schedule.Plan, f *schedule.Flag, trend string) {
	line := fmt.Sprintf("%-8s  %-12s  %s", f.Severity, f.Kind, subject(plan, f))
	if countsDays(f) && f.Kind != schedule.Untold && !f.Silent {
		line += "  " + paint.Delta(f.Days, f.OpenEnd)
	}
	line += inBrackets(trend)
	text, chain := flagText(plan, f), f.Reasons()
	if saysItAll(f) {
		text, chain = f.Reasons()[0].Text, nil
	}
	if f.Silent {
		text, chain = flagText(plan, f), nil
	}
	if f.Kind == schedule.Unplannable { // said already
		chain = nil
	}
	if text != "" {
		line += ": " + text
	}
	p.printf("%s\n", visible(line))
	p.printChain(f, chain)
}

// printChain prints the links back to the root, each further in, with their days in a column.
func (p *program) printChain(f *schedule.Flag, chain []schedule.Cause) {
	if f.Kind != schedule.Blocked && f.Kind != schedule.WillBlock {
		p.printCauses(chain)
		return
	}
	for _, c := range chain { // reasons side by side, without days
		p.printf("          %s\n", visible(c.Text))
	}
}

// printCauses prints a chain of causes, each link further in, the days that it costs at the right.
func (p *program) printCauses(chain []schedule.Cause) {
	lines, widest := make([]string, len(chain)), 0
	for i, c := range chain {
		depth := min(i, 20)
		if c.Kind == schedule.Offset {
			depth = 0
		}
		lines[i] = strings.Repeat("  ", depth) + visible(c.Text)
		widest = max(widest, ansi.StringWidth(lines[i]))
	}
	for i, c := range chain {
		space := strings.Repeat(" ", widest-ansi.StringWidth(lines[i]))
		p.printf("          %s%s  %4s\n", lines[i], space, paint.Delta(c.Days, false))
	}
}

// saysItAll tells whether the flag's chain is one link, whose text is what there is to say.
func saysItAll(f *schedule.Flag) bool {
	switch f.Kind {
	case schedule.PromiseLate, schedule.PromiseShort, schedule.Untold, schedule.OutOfOrder, schedule.Overdue:
		return len(f.Reasons()) == 1
	}
	return false
}

// flagText says in words what a flag's kind and days do not.
func flagText(plan *schedule.Plan, f *schedule.Flag) string {
	day := func(d roadmap.Date) string { return paint.Day(d, plan.Today) }
	switch f.Kind {
	case schedule.Overdue:
		return overdueText(f, day)
	case schedule.Slipping:
		return slippingText(plan, f, day)
	case schedule.AtRisk:
		return atRiskText(plan, f, day)
	case schedule.Blocked, schedule.WillBlock:
		return blockedText(plan, f, day)
	case schedule.Overloaded:
		if f.Week == "" {
			return "its queue makes a deadline late"
		}
		return fmt.Sprintf("from %s asked for more than it has, at most %d of %d person-days", f.Week, f.Demand, f.Capacity)
	}
	if f.Kind == schedule.Unplannable {
		return f.Why()[0].Text
	}
	return plainTexts[f.Kind]
}

// plainTexts are the flags that need no figures.
var plainTexts = map[schedule.FlagKind]string{
	schedule.Understaffed: "asks for more people than its team has",
	schedule.OutOfOrder:   "started although what it waits for had not finished",
	schedule.NoPromise:    "its supplier has promised no date",
	schedule.Unestimated:  "no effort and no promise: it counts as one day",
	schedule.Unsized:      "has tasks and no capacity: nothing queues there",
}

// overdueText says when it was due, and what is forecast, where that is known.
func overdueText(f *schedule.Flag, day func(roadmap.Date) string) string {
	if f.Forecast == 0 {
		return "was due " + day(f.Date)
	}
	if f.Silent {
		return "was due " + day(f.Date) + " and by the plan done " + day(f.Forecast) + ", no word yet"
	}
	return fmt.Sprintf("was due %s, forecast %s", day(f.Date), orLater(day(f.Forecast), f.OpenEnd))
}

// slippingText says what it is held to and when it ends; of a team, by which task and whose deadline that makes late.
func slippingText(plan *schedule.Plan, f *schedule.Flag, day func(roadmap.Date) string) string {
	if f.Team != "" {
		late := refTitle(plan.Roadmap, f.MakesLate)
		return fmt.Sprintf("%s, needed %s, ends %s and makes %s late",
			refTitle(plan.Roadmap, schedule.Ref{Task: f.WorstTask}), day(f.Date), orLater(day(f.Forecast), f.OpenEnd), late)
	}
	held := "due " + day(f.Date)
	if f.Against == "baseline" {
		held = "baseline " + day(f.Date)
	}
	text := fmt.Sprintf("%s, ends %s", held, orLater(day(f.Forecast), f.OpenEnd))
	if proof := f.Impossible(); proof.By != "" {
		text += "; " + proof.Text(plan)
	}
	return text
}

// atRiskText says how much is left, which risk would take it, and where the chain is weakest.
func atRiskText(plan *schedule.Plan, f *schedule.Flag, day func(roadmap.Date) string) string {
	text := fmt.Sprintf("%s before %s", paint.Count(f.Margin, "working day"), day(f.Date))
	if k := plan.Roadmap.Risk(f.Risk); k != nil {
		text += fmt.Sprintf(", and %s would cost %dd", k.Title, k.Days)
	}
	if f.Reason == "probability" {
		text += ", but in time with " + percentAtBest(f.Probability, f.OpenEnd)
	}
	if f.Weakest != "" && f.Weakest != f.Task {
		text += "; weakest is " + refTitle(plan.Roadmap, schedule.Ref{Task: f.Weakest})
	}
	return text
}

// blockedText says since when, until when, on whom, and how many people idle.
func blockedText(plan *schedule.Plan, f *schedule.Flag, day func(roadmap.Date) string) string {
	var parts []string
	switch {
	case f.Since != 0 && f.Until != 0:
		parts = append(parts, day(f.Since)+" to "+orLater(day(f.Until), f.OpenEnd))
	case f.Since != 0:
		parts = append(parts, "since "+day(f.Since)+", nobody knows until when")
	case f.Until != 0:
		parts = append(parts, "until "+orLater(day(f.Until), f.OpenEnd))
	}
	var names []string
	for _, id := range f.WaitsOn {
		if t := plan.Roadmap.Team(id); t != nil {
			id = t.Name
		}
		names = append(names, id)
	}
	if len(names) > 0 {
		parts = append(parts, "waits on: "+listed(names))
	}
	switch {
	case f.IdlePeople == 1:
		parts = append(parts, "1 person idle")
	case f.IdlePeople > 1:
		parts = append(parts, fmt.Sprintf("%d people idle", f.IdlePeople))
	}
	return strings.Join(parts, "; ")
}

func orLater(day string, openEnd bool) string {
	if openEnd {
		return day + " or later"
	}
	return day
}

// shortCheck is one line for a shell's prompt: the worst deadline, how many are late, and how many flags of each other kind
// that counts.
func shortCheck(plan *schedule.Plan, flags []schedule.Flag) string {
	var parts []string
	if d, late := worstDeadline(plan); late {
		parts = append(parts, d.Title+" "+paint.Delta(d.Days, d.OpenEnd))
	}
	late := lateDeadlines(plan)
	if late > 0 {
		parts = append(parts, paint.Count(late, "deadline")+" late")
	}
	var counts [schedule.Unsized + 1]int
	for _, f := range flags {
		counted := late > 0 && f.Kind == schedule.Slipping && f.Against != "baseline"
		if f.Severity >= schedule.Warning && !counted {
			counts[f.Kind]++
		}
	}
	for k, n := range counts {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, schedule.FlagKind(k)))
		}
	}
	if len(parts) == 0 {
		return "nothing is flagged"
	}
	return strings.Join(parts, " · ")
}

// lateDeadlines is how many deadlines of goals and tasks the forecast misses.
func lateDeadlines(plan *schedule.Plan) int {
	n := 0
	for _, d := range plan.Deadlines() {
		if !d.Done && d.Days > 0 {
			n++
		}
	}
	return n
}

// worstDeadline is the one that is the most days late, a goal's before a task's on equal days, or whose end nobody knows.
func worstDeadline(plan *schedule.Plan) (worst schedule.Deadline, late bool) {
	for _, d := range plan.Deadlines() { // goals come first
		if !d.Done && (d.Days > 0 || d.OpenEnd) && (!late || d.Days > worst.Days) {
			worst, late = d, true
		}
	}
	return worst, late
}
