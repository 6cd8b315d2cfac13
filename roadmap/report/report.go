package report

import (
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
)

// Kind is whom a report is for.
type Kind uint8

// The kinds of reports.
const (
	Week Kind = iota // for everybody who takes part
	Exec             // for whoever has a minute: the worst of each
	Team             // for one team: what it does, owes and waits for
)

// Options say what is to be told.
type Options struct {
	For  Kind
	Team string         // id; for Team
	Then *schedule.Plan // of an earlier day, to tell what has changed; nil: nothing is compared
	// Chances are the probabilities of the deadlines: one that holds by the plan alone is told with its own. nil: nothing is said of it.
	Chances schedule.Chances
	// Likely are the days by which deadlines are met with a probability of 80 %: one that is late is told with its own, where that is
	// later than the plan has it. nil: nothing is said of it.
	Likely map[schedule.Ref]roadmap.Date
	// WhatIf is what is tried, of the report of a what-if: it says first that it is none of the plan. Empty: it is of the plan.
	WhatIf string
}

// Report is a text in parts.
type Report struct {
	Title string
	Lead  string // the answer in a sentence or two
	Parts []Part
}

// Part is a heading with sentences under it.
type Part struct {
	Heading string
	Lines   []string
}

// Of is the report of a plan.
func Of(p *schedule.Plan, o Options) Report {
	w := &writer{Plan: p, o: o, flags: p.Flags()}
	w.roots = p.Roots(w.flags)
	if o.Then != nil {
		w.thenFlags = o.Then.Flags()
		w.trends, w.gone = schedule.CompareRoots(o.Then.Roots(w.thenFlags), w.roots)
	}
	r := w.written()
	if o.WhatIf != "" {
		r.Title += ", a what-if"
		r.Lead = strings.TrimSuffix("Only tried, not the plan: "+strings.TrimSuffix(o.WhatIf, ".")+". "+r.Lead, " ")
	}
	return r
}

func (w *writer) written() Report {
	switch w.o.For {
	case Exec:
		return w.exec()
	case Team:
		return w.team()
	}
	return w.week()
}

// writer is what sentences are made of.
type writer struct {
	*schedule.Plan
	o         Options
	flags     []schedule.Flag
	thenFlags []schedule.Flag
	roots     []schedule.Root
	trends    []schedule.Trend
	gone      []schedule.Root
}

// How many lines a part has at most: the rest is counted.
const (
	many = 12
	some = 6
	few  = 3
)

func (w *writer) week() Report {
	r := Report{Title: w.name() + ", week of " + w.day(w.Today.Monday()), Lead: w.lead()}
	r.add("Deadlines", w.deadlines(many))
	r.add("What moves them", w.causes(true, some))
	r.add("Moves no deadline so far", w.causes(false, some))
	r.add(w.sinceHeading(), w.changes(many))
	r.add("Next", w.next("", some))
	r.add("Asked", w.asked("", many))
	return r
}

func (w *writer) exec() Report {
	r := Report{Title: w.name() + ", " + w.weekday(w.Today), Lead: w.lead()}
	r.add("Deadlines", w.deadlines(few))
	r.add("What moves them", w.causes(true, few))
	r.add("Moves no deadline so far", w.causes(false, few))
	r.add(w.sinceHeading(), w.moved(few))
	r.add("Asked", w.asked("", few))
	return r
}

func (w *writer) team() Report {
	t := w.Roadmap.Team(w.o.Team)
	r := Report{Title: t.Name + ", " + w.name() + ", week of " + w.day(w.Today.Monday()), Lead: w.teamLead(t)}
	r.add("Under way", w.underWay(t.ID, many))
	r.add("Next", w.next(t.ID, some))
	r.add("Others wait for", w.owes(t.ID, some))
	r.add("Waits for", w.waits(t.ID, some))
	r.add(w.sinceHeading(), w.changes(some))
	r.add("Asked of "+t.Name, w.asked(t.ID, some))
	return r
}

func (r *Report) add(heading string, lines []string) {
	if heading != "" && len(lines) > 0 {
		r.Parts = append(r.Parts, Part{heading, lines})
	}
}

func (w *writer) name() string {
	if name := w.Roadmap.Settings().Name; name != "" {
		return name
	}
	return "Roadmap"
}

// sinceHeading is empty where nothing is compared.
func (w *writer) sinceHeading() string {
	if w.o.Then == nil {
		return ""
	}
	return "Since " + w.weekday(w.o.Then.Today)
}

// day is "12 Mar", weekday "Thu 12 Mar"; both with the year where Context.DateText gives it one.
func (w *writer) day(d roadmap.Date) string {
	_, out, _ := strings.Cut(w.weekday(d), " ")
	return out
}

func (w *writer) weekday(d roadmap.Date) string {
	return phrase.Context{Today: w.Today, Dates: w.Dates}.DateText(d)
}

func (w *writer) dayOrLater(d roadmap.Date, openEnd bool) string {
	if openEnd {
		return w.day(d) + " or later"
	}
	return w.day(d)
}

// teamName is the name of a team, "nobody" where it has none, and what no team has as its id as it stands.
func (w *writer) teamName(id string) string {
	if t := w.Roadmap.Team(id); t != nil {
		return t.Name
	}
	if id == "" {
		return "nobody"
	}
	return id
}

// upTo is at most n lines, and how many more there are.
func upTo(n int, lines []string) []string {
	if len(lines) <= n {
		return lines
	}
	return append(lines[:n:n], "And "+strconv.Itoa(len(lines)-n)+" more.")
}

// inBrackets is a word after others, or nothing.
func inBrackets(word string) string {
	if word == "" {
		return ""
	}
	return " (" + word + ")"
}
