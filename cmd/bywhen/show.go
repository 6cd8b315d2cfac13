package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

func showCommand(p *program) *cobra.Command {
	var asJSON bool
	var at string
	c := &cobra.Command{
		Use:   "show ID",
		Short: "Show one task with everything around it",
		Args:  needs("ID"),
		RunE: func(_ *cobra.Command, args []string) error {
			plan, err := p.planAt(at)
			if err != nil {
				return err
			}
			t, err := findTask(plan.Roadmap, args[0])
			if err != nil && at != "" {
				return fmt.Errorf("at the end of %s %w", plan.Today, err)
			}
			if err != nil {
				return err
			}
			if asJSON {
				return p.showJSON(plan, plan.Roadmap.TaskIndex(t.ID))
			}
			p.show(plan, plan.Roadmap.TaskIndex(t.ID))
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	atFlag(c, &at)
	return c
}

// showDoc is what show --json prints: the task as in the roadmap's JSON, its place in the plan, and what is around it.
type showDoc struct {
	Today    day             `json:"today"`
	Task     json.RawMessage `json:"task"`
	Plan     taskJSON        `json:"plan"`
	WaitsFor []linkJSON      `json:"waits_for"`
	Holds    []linkJSON      `json:"holds"`
	Flags    []flagJSON      `json:"flags"`
	Why      []causeJSON     `json:"why"`
}

// linkJSON is a dependency seen from one of its ends.
type linkJSON struct {
	Task string `json:"task"`
	Type string `json:"type"`
	Lag  int    `json:"lag"`
}

// showJSON prints what show says, as data.
func (p *program) showJSON(plan *schedule.Plan, i int) error {
	id := plan.Roadmap.Tasks()[i].ID
	task, err := roadmapItem(plan.Roadmap, "tasks", i)
	if err != nil {
		return err
	}
	out := showDoc{
		Today: day(plan.Today), Task: task, Plan: planTaskJSON(plan, i),
		WaitsFor: []linkJSON{}, Holds: []linkJSON{}, Flags: []flagJSON{}, Why: causesJSON(plan.Why(i)),
	}
	for _, d := range plan.Roadmap.Predecessors(id) {
		out.WaitsFor = append(out.WaitsFor, linkJSON{d.From, d.Type.String(), d.Lag})
	}
	for _, d := range plan.Roadmap.Successors(id) {
		out.Holds = append(out.Holds, linkJSON{d.To, d.Type.String(), d.Lag})
	}
	for _, f := range taskFlags(plan, id) {
		out.Flags = append(out.Flags, oneFlagJSON(&f))
	}
	return p.printJSON(out)
}

// taskFlags is the flags on a task, the known ones left out.
func taskFlags(plan *schedule.Plan, id string) []schedule.Flag {
	var out []schedule.Flag
	for _, f := range unknownFlags(plan.Flags()) {
		if f.Task == id {
			out = append(out, f)
		}
	}
	return out
}

// show prints the task's fields, its dates, what it waits for and holds, its flags, its chain of causes and its notes.
func (p *program) show(plan *schedule.Plan, i int) {
	t := plan.Roadmap.Tasks()[i]
	p.printf("%s\n", visible(t.ID+"  "+t.Title))
	p.showFields(plan, t)
	p.showDates(plan, i)
	p.showLinks(plan, "waits for", plan.Roadmap.Predecessors(t.ID), func(d *roadmap.Dependency) string { return d.From })
	p.showLinks(plan, "holds", plan.Roadmap.Successors(t.ID), func(d *roadmap.Dependency) string { return d.To })
	for _, b := range t.Blockers {
		p.field("blocker", blockerText(b, plan.Today))
	}
	for _, a := range t.Asked {
		p.field("asked", askText(plan, a))
	}
	for _, k := range plan.Roadmap.Risks() {
		if hits(k, t.ID) {
			p.field("risk", fmt.Sprintf("%s %s: %g %%, %dd, %s", k.ID, k.Title, k.Probability*100, k.Days, k.Status))
		}
	}
	for _, f := range taskFlags(plan, t.ID) {
		p.printf("\n")
		p.printFlag(plan, &f, "")
	}
	if t.Notes != "" {
		p.printf("\n")
		for _, line := range strings.Split(t.Notes, "\n") {
			p.printf("%s\n", visible(strings.ReplaceAll(line, "\t", "    ")))
		}
	}
}

// field prints a line of show; an empty value is left out.
func (p *program) field(name, value string) {
	if value != "" {
		p.printf("  %-10s  %s\n", name, visible(value))
	}
}

func (p *program) showFields(plan *schedule.Plan, t *roadmap.Task) {
	r, day := plan.Roadmap, func(d roadmap.Date) string {
		if d == 0 {
			return ""
		}
		return paint.Weekday(d, plan.Today)
	}
	p.field("team", teamName(r, t.Team))
	for _, n := range t.AlsoNeeds {
		p.field("also needs", fmt.Sprintf("%d of %s", n.People, teamName(r, n.Team)))
	}
	p.field("status", t.Status.String())
	p.field("effort", effortText(t))
	if t.Remaining.Given() {
		p.field("left", paint.Effort(t.Remaining))
	}
	p.field("goal", refTitle(r, schedule.Ref{Goal: t.Goal}))
	p.field("phase", t.Phase)
	if t.Priority != roadmap.DefaultPriority {
		p.field("priority", strconv.Itoa(t.Priority))
	}
	if len(t.Tags) > 0 {
		p.field("tags", "#"+strings.Join(t.Tags, " #"))
	}
	p.field("not before", day(t.NotBefore))
	p.field("deadline", day(t.Deadline)+keptText(plan, t))
	p.field("promised", day(t.Promised))
	p.field("started", day(t.Started))
	p.field("finished", day(t.Finished))
	p.field("told", day(t.Told))
}

// keptText is how a done task kept its deadline, as ", done 76 working days before"; empty where it has none or is not done.
func keptText(plan *schedule.Plan, t *roadmap.Task) string {
	d, ok := doneDeadline(plan, schedule.Ref{Task: t.ID})
	switch {
	case !ok:
		return ""
	case d.Days < 0:
		return ", done " + paint.Count(-d.Days, "working day") + " before"
	case d.Days > 0:
		return ", done " + paint.Count(d.Days, "working day") + " after"
	}
	return ", done in time"
}

// effortText is the effort with people and estimate; "milestone" for none, and empty where nobody has said.
func effortText(t *roadmap.Task) string {
	switch {
	case t.Unestimated():
		return ""
	case t.IsMilestone():
		return "milestone"
	}
	text := paint.Effort(t.WorkEffort())
	if t.People > 1 {
		text += fmt.Sprintf(" by %d people", t.People)
	}
	if e := t.Estimate; e.Given() {
		text += fmt.Sprintf(", estimated %s/%s/%s", paint.Effort(e.Optimistic), paint.Effort(e.Likely), paint.Effort(e.Pessimistic))
	}
	return text
}

// showDates prints the forecast, the slack, and what the current baseline says.
func (p *program) showDates(plan *schedule.Plan, i int) {
	t, at := plan.Roadmap.Tasks()[i], plan.Tasks[i]
	if !at.Planned {
		return
	}
	dates := fmt.Sprintf("%s to %s", paint.Weekday(at.Start, plan.Today), orLater(paint.Weekday(at.Finish, plan.Today), at.OpenEnd))
	if at.Critical {
		dates += ", critical"
	}
	p.field("planned", dates)
	if c, ok := plan.RestsOn(i); ok && c.Task != plan.Roadmap.Tasks()[i].ID {
		p.field("rests on", c.Task+" "+c.Text)
	}
	if t.Status.Open() {
		p.field("slack", fmt.Sprintf("%dd, at the latest %s to %s", at.Slack, paint.Day(at.LateStart, plan.Today), paint.Day(at.LateFinish, plan.Today)))
	}
	if b := plan.Roadmap.CurrentBaseline(); b != nil {
		for _, bt := range b.Tasks {
			if bt.ID == t.ID {
				p.field("baseline", fmt.Sprintf("%s to %s", paint.Day(bt.Start, plan.Today), paint.Day(bt.Finish, plan.Today)))
			}
		}
	}
}

// showLinks prints the tasks at the other end of dependencies, with their dates.
func (p *program) showLinks(plan *schedule.Plan, name string, deps []*roadmap.Dependency, end func(*roadmap.Dependency) string) {
	for _, d := range deps {
		i := plan.Roadmap.TaskIndex(end(d))
		text := end(d) + " " + plan.Roadmap.Tasks()[i].Title
		if at := plan.Tasks[i]; at.Planned {
			text += fmt.Sprintf(", %s to %s", paint.Day(at.Start, plan.Today), paint.DayOrLater(at.Finish, plan.Today, at.OpenEnd))
		}
		if d.Type != roadmap.FinishToStart {
			text += ", " + d.Type.String()
		}
		if d.Lag != 0 {
			text += fmt.Sprintf(", lag %+dd", d.Lag)
		}
		p.field(name, text)
	}
}

// blockerText is a blocker with its owner, since when, and until when it is expected.
func blockerText(b roadmap.Blocker, today roadmap.Date) string {
	text := b.Text
	if b.Owner != "" {
		text += ", " + b.Owner
	}
	if b.Since != 0 {
		text += ", since " + paint.Day(b.Since, today)
	}
	switch {
	case b.Cleared != 0:
		text += ", cleared " + paint.Day(b.Cleared, today)
	case b.Until != 0:
		text += ", until " + paint.Day(b.Until, today)
	default:
		text += ", nobody knows until when"
	}
	return text
}

// askText is a request: who was asked and when, for what, and whether it was answered.
func askText(plan *schedule.Plan, a roadmap.Ask) string {
	who := a.Who
	if t := plan.Roadmap.Team(a.Who); t != nil {
		who = t.Name
	}
	text := who + ", on " + paint.Day(a.On, plan.Today)
	if a.Text != "" {
		text += ": " + a.Text
	}
	switch {
	case a.Answered != 0:
		return text + ", answered " + paint.Day(a.Answered, plan.Today)
	case a.Text == "" && a.For != 0:
		return text + ", for " + paint.Day(a.For, plan.Today)
	}
	return text + ", no answer yet"
}

// hits tells whether a risk names the task.
func hits(k *roadmap.Risk, task string) bool {
	for _, id := range k.Tasks {
		if id == task {
			return true
		}
	}
	return false
}
