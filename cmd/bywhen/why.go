package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/schedule"
	"bywhen/store"
	"bywhen/tui/paint"
	"bywhen/tui/session"
)

func whyCommand(p *program) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "why ID",
		Short: "Say why a task, goal or team is late: the chain of causes, and the slip ledger",
		Long: `Say what a task, goal or team is held to and why it ends when it does, link by link back to the root; then the slip ledger
of its deadline: every change in the history, and every stretch of silence, that moved the forecast since the current
baseline (or since the history began). Both add up to the day.`,
		Args: needs("ID"),
		RunE: func(_ *cobra.Command, args []string) error {
			w, err := p.why(args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(w.json())
			}
			p.printWhy(w)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// why is what is said of one task, goal or team.
type why struct {
	plan     *schedule.Plan
	standing schedule.Standing
	ledger   *history.Ledger // nil where neither a baseline nor the history knows of its deadline
}

// why finds what an argument names, plans, and reads the history.
func (p *program) why(arg string) (why, error) {
	today, err := p.today()
	if err != nil {
		return why{}, err
	}
	s, past, err := p.loadPast()
	if err != nil {
		return why{}, err
	}
	on, err := findHeld(s.Roadmap, arg)
	if err != nil {
		return why{}, err
	}
	out := why{plan: schedule.Compute(s.Roadmap, today, schedule.Options{})}
	out.standing = out.plan.Standing(on)
	if starts := history.Starts(out.plan, &past, out.standing.Deadline()); len(starts) > 0 {
		l := history.LedgerOf(out.plan, &past, out.standing.Deadline(), starts[history.FirstChoice(out.plan, starts)])
		out.ledger = &l
	}
	return out, nil
}

// loadPast reads the roadmap and the history that led to it; where another program writes in between, both anew.
func (p *program) loadPast() (store.Snapshot, history.Past, error) {
	for {
		f, s, err := p.load()
		if err != nil {
			return s, history.Past{}, err
		}
		past, err := f.Past(0)
		if err != nil || past.Revision == s.Revision {
			return s, session.PastOf(past), err
		}
	}
}

// whyDoc is what why --json prints.
type whyDoc struct {
	Task      string   `json:"task,omitempty"`
	Team      string   `json:"team,omitempty"`
	Goal      string   `json:"goal,omitempty"`
	Against   string   `json:"against,omitempty"`
	Days      int      `json:"days"`
	Date      day      `json:"date,omitzero"`
	Forecast  day      `json:"forecast,omitzero"`
	OpenEnd   bool     `json:"open_end,omitempty"`
	WorstTask string   `json:"worst_task,omitempty"`
	MakesLate *refJSON `json:"makes_late,omitempty"`
	// Where it is proved that no plan keeps its deadline, as in check.
	Impossible string       `json:"impossible,omitempty"`
	Earliest   day          `json:"earliest,omitzero"`
	Why        []causeJSON  `json:"why"`
	RestsOn    *causeJSON   `json:"rests_on,omitempty"`  // with open_end: whose end it is that nobody knows
	LedgerOf   *refJSON     `json:"ledger_of,omitempty"` // where it is not its own deadline
	Ledger     []ledgerJSON `json:"ledger"`
}

// ledgerJSON is a line of the slip ledger; one without a change is what lies between two.
type ledgerJSON struct {
	Date    day    `json:"date"` // the last day of it
	Text    string `json:"text"`
	Because string `json:"because,omitempty"`
	Change  uint64 `json:"change,omitempty"`
	Days    int    `json:"days"`
}

func (w why) json() whyDoc {
	s := &w.standing
	proof := s.Impossible()
	out := whyDoc{Impossible: proof.By, Earliest: day(proof.Earliest), Task: s.On.Task, Team: s.On.Team, Goal: s.On.Goal, Against: s.Against, Days: s.Days, Date: day(s.Date), Forecast: day(s.Forecast),
		OpenEnd: s.OpenEnd, WorstTask: s.WorstTask, Why: causesJSON(s.Why()), Ledger: []ledgerJSON{}}
	if c, ok := w.plan.RestsOnFor(s.On); ok {
		out.RestsOn = &causesJSON([]schedule.Cause{c})[0]
	}
	if r := s.MakesLate; r != (schedule.Ref{}) {
		out.MakesLate = &refJSON{Task: r.Task, Goal: r.Goal}
	}
	if w.ledger == nil {
		return out
	}
	if r := w.ledger.On; r != s.On {
		out.LedgerOf = &refJSON{Task: r.Task, Goal: r.Goal}
	}
	for _, l := range w.ledger.Lines {
		out.Ledger = append(out.Ledger, ledgerJSON{Date: day(l.To), Text: l.Text, Because: l.Because, Change: l.Change, Days: l.Days})
	}
	return out
}

// printWhy prints how it stands, the chain of causes, and the slip ledger.
func (p *program) printWhy(w why) {
	s := &w.standing
	p.printf("%s\n", visible(refTitle(w.plan.Roadmap, s.On)+": "+standingText(w.plan, s)))
	if proof := s.Impossible(); proof.By != "" {
		p.printf("%s\n", visible(proof.Text(w.plan)))
	}
	if d, ok := doneDeadline(w.plan, s.On); !ok || d.Days > 0 { // of what was done in time nothing is left to ask why
		p.printCauses(s.Reasons())
	}
	if c, ok := w.plan.RestsOnFor(s.On); ok {
		p.printf("%s\n", visible("nobody knows its end: it rests on "+c.Text))
	}
	p.printf("\n")
	if w.ledger == nil {
		p.printf("no slip ledger: neither a baseline nor the history has a date for it\n")
		return
	}
	p.printLedger(w.plan, w.ledger)
}

// standingText says to what something is held, and how it stands to that.
func standingText(plan *schedule.Plan, s *schedule.Standing) string {
	day := func(d roadmap.Date) string { return paint.Day(d, plan.Today) }
	if d, ok := doneDeadline(plan, s.On); ok {
		return paint.Done(&d, plan.Today)
	}
	ends := "has no dates"
	switch t := plan.Roadmap.Task(s.On.Task); {
	case t != nil && t.Status == roadmap.Dropped:
		ends = "is dropped: nothing is planned for it"
	case s.Forecast != 0 && t != nil && t.Status == roadmap.Done:
		ends = "ended " + day(s.Forecast)
	case s.Forecast != 0:
		ends = "ends " + orLater(day(s.Forecast), s.OpenEnd)
	}
	if s.WorstTask != "" {
		ends = refTitle(plan.Roadmap, schedule.Ref{Task: s.WorstTask}) + " " + ends
	}
	held := ""
	switch {
	case s.On.Goal != "" && s.Forecast == 0 && plan.CannotBePlanned(s.On) != "":
		return "due " + day(s.Date) + ", cannot be planned: " + plan.CannotBePlanned(s.On)
	case s.On.Goal != "" && s.Forecast == 0 && s.Date != 0:
		return "due " + day(s.Date) + ", nothing is planned for it"
	case s.On.Team != "" && s.WorstTask == "":
		return "has no task that is not done"
	case s.Date == 0:
		return ends
	case s.Silent():
		return "was due " + day(s.Date) + " and by the plan done " + day(s.Forecast) + ", no word yet"
	case s.Against == "promise":
		return fmt.Sprintf("promised %s, not delivered, %s", day(s.Date), paint.Delta(s.Days, false))
	case s.Against == "baseline":
		held = "planned for " + day(s.Date) + " in the baseline " + plan.Roadmap.CurrentBaseline().Name
	case s.Deadline() != s.On && s.Against != "":
		held = fmt.Sprintf("for %s it has to end %s", refTitle(plan.Roadmap, s.Deadline()), day(s.Date))
	case s.Against != "":
		held = "due " + day(s.Date)
	default:
		held = "can end " + day(s.Date) + " at the latest"
	}
	late := ", " + paint.Delta(s.Days, s.OpenEnd)
	switch {
	case s.OpenEnd && s.Days <= 0: // its end says so
		late = ""
	case s.Days < 0:
		late = ", " + paint.Count(-s.Days, "day") + " to spare"
	}
	return held + ", " + ends + late
}

// doneDeadline is the deadline of a task or goal that is done; false where it is not, or has none.
func doneDeadline(plan *schedule.Plan, on schedule.Ref) (schedule.Deadline, bool) {
	for _, d := range plan.DoneDeadlines() {
		if d.On == on {
			return d, true
		}
	}
	return schedule.Deadline{}, false
}

// printLedger prints what moved a deadline since a day: a line a change or stretch of silence, and the sum.
func (p *program) printLedger(plan *schedule.Plan, l *history.Ledger) {
	day := func(d roadmap.Date) string { return paint.Day(d, plan.Today) }
	since := "the history began"
	switch {
	case l.Since.Baseline != "":
		since = "the baseline " + l.Since.Baseline
	case l.Since.Later():
		since = "it got its first forecast"
	}
	p.printf("%s\n", visible(fmt.Sprintf("%s since %s, %s:", l.Title, since, day(l.Since.Day))))
	t := table{columns: []column{{"", true}, {"when", false}, {"change", false}, {"days", true}, {"because", false}}}
	t.add("", day(l.Since.Day), "forecast "+day(l.Since.Date), "", "")
	for _, x := range l.Lines {
		number := ""
		if x.Change != 0 {
			number = fmt.Sprint(x.Change)
		}
		t.add(number, paint.Days(x.From, x.To, plan.Today), x.Text, paint.Delta(x.Days, false), x.Because)
	}
	forecast, days := "no forecast any more", ""
	if l.Forecast != 0 {
		forecast, days = "forecast "+orLater(day(l.Forecast), l.OpenEnd), paint.Delta(l.Days, false)
	}
	if d, ok := doneDeadline(plan, l.On); ok && d.Forecast == l.Forecast {
		forecast = "done " + day(l.Forecast)
	}
	t.add("", day(plan.Today), forecast, days, "")
	t.write(p.out)
	if l.DueMoved() {
		p.printf("the deadline itself was moved from %s to %s\n", day(l.DueThen), day(l.Due))
	}
}
