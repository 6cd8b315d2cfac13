package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/edits"
	"bywhen/store"
	"bywhen/tui/paint"
	"bywhen/tui/session"
)

func logCommand(p *program) *cobra.Command {
	var asJSON bool
	var limit int
	c := &cobra.Command{
		Use:   "log [CHANGE]",
		Short: "Print every change, newest first, and what it did to the deadlines",
		Long: `Print every change since the file began, the newest first: its number, when it was made, what it was, the reason, and the deadlines
that it moved. With the number of a change, print that one in full: each value before and after.

    bywhen log -n 10
    bywhen log 29`,
		Args: needs("CHANGE?"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return p.printChange(args[0], asJSON)
			}
			if limit < 0 {
				return errors.New("--limit must be 0 (all) or more")
			}
			return p.printLog(limit, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().IntVarP(&limit, "limit", "n", 0, "print only the newest `N` changes")
	return c
}

// printLog prints the newest changes; 0 is all.
func (p *program) printLog(limit int, asJSON bool) error {
	today, err := p.today()
	if err != nil {
		return err
	}
	f, s, err := p.load()
	if err != nil {
		return err
	}
	entries, err := f.History(limit)
	if err != nil {
		return err
	}
	if asJSON {
		return p.printJSON(historyJSON(s.Roadmap, entries))
	}
	if len(entries) == 0 {
		p.notef("nothing has been changed yet")
	}
	t := table{columns: []column{{"", true}, {"when", false}, {"change", false}, {"because", false}, {"deadlines", false}}}
	zone, gone := p.now().Location(), titlesBefore(entries)
	done := doneDays(s.Roadmap, entries)
	for _, e := range entries {
		when := paint.Weekday(roadmap.DateOf(e.At.In(zone)), today) + e.At.In(zone).Format(" 15:04")
		t.add(fmt.Sprint(e.Seq), when, e.Title, e.Because, movesText(s.Roadmap, gone, e, done, today))
	}
	t.write(p.out)
	return nil
}

// doneAt is a deadline in a change by which it was done.
type doneAt struct {
	change uint64
	on     string // id
}

// doneDays are the days on which deadlines were done that a change took the forecast of; entries are the newest ones, up to the roadmap.
func doneDays(r *roadmap.Roadmap, entries []store.Entry) map[doneAt]roadmap.Date {
	oldest := slices.Clone(entries)
	slices.Reverse(oldest)
	past, out := session.PastOf(store.Past{Entries: oldest}), map[doneAt]roadmap.Date{}
	past.MarkDone(r)
	for i := range past.Changes {
		for _, m := range past.Changes[i].Moved {
			if m.Done != 0 {
				out[doneAt{past.Changes[i].Seq, m.On.Task + m.On.Goal}] = m.Done
			}
		}
	}
	return out
}

// movesText is "Launch 12 Mar → 18 Mar +4d, …" of the forecasts that a change moved.
func movesText(r *roadmap.Roadmap, gone map[string]string, e store.Entry, done map[doneAt]roadmap.Date, today roadmap.Date) string {
	var parts []string
	for _, m := range e.Moved {
		title := moveTitle(r, gone, m)
		switch day := done[doneAt{e.Seq, m.Task + m.Goal}]; {
		case day != 0:
			parts = append(parts, title+" done "+paint.Day(day, today))
		case m.To == 0:
			parts = append(parts, title+" no forecast")
		case m.From == 0:
			parts = append(parts, fmt.Sprintf("%s %s", title, paint.Day(m.To, today)))
		default:
			parts = append(parts, fmt.Sprintf("%s %s → %s %s", title, paint.Day(m.From, today), paint.Day(m.To, today), paint.Delta(moveDays(r, m), false)))
		}
	}
	return strings.Join(parts, ", ")
}

// titlesBefore are the titles, by id, of tasks and goals before the newest change of them: of those deleted since, the last they had.
func titlesBefore(entries []store.Entry) map[string]string {
	out := map[string]string{}
	for _, e := range entries {
		for _, edit := range e.Edits {
			title := ""
			switch v := edit.Before.(type) {
			case *roadmap.Task:
				title = v.Title
			case *roadmap.Goal:
				title = v.Title
			}
			if _, known := out[edit.Key]; !known && title != "" {
				out[edit.Key] = title
			}
		}
	}
	return out
}

// moveTitle names the deadline that moved; one that has been deleted since as it was called before.
func moveTitle(r *roadmap.Roadmap, gone map[string]string, m store.Move) string {
	if t := r.Task(m.Task); t != nil {
		return t.Title
	}
	if g := r.Goal(m.Goal); g != nil {
		return g.Title
	}
	if title, ok := gone[m.Task+m.Goal]; ok {
		return title
	}
	return m.Task + m.Goal
}

// moveDays is the working days that a forecast moved, on today's calendar of what it is of.
func moveDays(r *roadmap.Roadmap, m store.Move) int {
	calendar := r.Calendar()
	if t := r.Task(m.Task); t != nil {
		calendar = r.TaskCalendar(t)
	}
	return calendar.Between(m.From, m.To)
}

// historyDoc is what log --json prints, newest change first.
type historyDoc struct {
	Changes []changeJSON `json:"changes"`
}

// changeJSON is a step of the history. Commands that edit print theirs with --json.
type changeJSON struct {
	Change  uint64     `json:"change"`
	Kind    string     `json:"kind"`         // edited, undone or redone
	Of      uint64     `json:"of,omitempty"` // the change that was undone or redone
	At      string     `json:"at"`
	Today   day        `json:"today"`
	Text    string     `json:"text"`
	Because string     `json:"because,omitempty"`
	Edits   []editJSON `json:"edits"`
	Moved   []moveJSON `json:"moved"`
}

// editJSON is what was touched, and how: added, changed or removed.
type editJSON struct {
	Kind string `json:"kind"`
	ID   string `json:"id,omitempty"`
	From string `json:"from,omitempty"` // of a dependency
	To   string `json:"to,omitempty"`
	Type string `json:"type,omitempty"`
	How  string `json:"how"`
}

// moveJSON is a deadline whose forecast moved; days are working days, later is positive.
type moveJSON struct {
	Task string `json:"task,omitempty"`
	Goal string `json:"goal,omitempty"`
	From day    `json:"from,omitzero"`
	To   day    `json:"to,omitzero"`
	Days *int   `json:"days,omitempty"`
}

func historyJSON(r *roadmap.Roadmap, entries []store.Entry) historyDoc {
	out := historyDoc{Changes: []changeJSON{}}
	for _, e := range entries {
		out.Changes = append(out.Changes, entryJSON(r, e))
	}
	return out
}

// entryJSON is a change of the history; days are counted on today's calendar, that of r.
func entryJSON(r *roadmap.Roadmap, e store.Entry) changeJSON {
	out := changeJSON{
		Change: e.Seq, Kind: kindNames[e.Kind], Of: e.Of, At: e.At.UTC().Format(time.RFC3339), Today: day(e.Today),
		Text: e.Title, Because: e.Because, Edits: []editJSON{}, Moved: []moveJSON{},
	}
	for _, edit := range e.Edits {
		out.Edits = append(out.Edits, oneEditJSON(edit))
	}
	for _, m := range e.Moved {
		move := moveJSON{Task: m.Task, Goal: m.Goal, From: day(m.From), To: day(m.To)}
		if m.From != 0 && m.To != 0 {
			n := moveDays(r, m)
			move.Days = &n
		}
		out.Moved = append(out.Moved, move)
	}
	return out
}

var kindNames = map[store.EntryKind]string{store.Edited: "edited", store.Undone: "undone", store.Redone: "redone"}

// oneEditJSON says what was touched by its kind and id, and how; the values themselves stay in the file.
func oneEditJSON(e roadmap.Edit) editJSON {
	out := editJSON{Kind: e.Kind.String(), ID: e.Key, How: edits.How(e)}
	switch v := edits.Present(e).(type) {
	case *roadmap.Dependency:
		out.ID, out.From, out.To, out.Type = "", v.From, v.To, v.Type.String()
	case *roadmap.Known:
		out.ID = v.Task + v.Team + v.Goal
	case *roadmap.Settings:
		out.ID = ""
	}
	return out
}
