package tui

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap/schedule"
	"bywhen/tui/input"
	"bywhen/tui/paint"
)

// trialEnd is the question how a what-if is to end, under the ledger of what it wins and costs by deadline and by team.
type trialEnd struct {
	*input.Ask
	ledger [][]paint.Span
}

// HeightIn is how many lines of w cells it wants.
func (e *trialEnd) HeightIn(w int) int { return e.Ask.HeightIn(w) + len(e.ledger) + 1 }

// Draw gives h lines of w cells. Where they are too few the end of the ledger goes, and not the question.
func (e *trialEnd) Draw(t *paint.Theme, w, h int) []string {
	asked := min(e.Ask.HeightIn(w), h)
	var out []string
	if h > asked {
		out = append(out, t.Rule(w))
	}
	for _, spans := range e.ledger[:max(min(len(e.ledger), h-asked-1), 0)] {
		out = append(out, t.Line(w).Space(1).Spans(spans...).String())
	}
	return append(out, e.Ask.Draw(t, w, h-len(out))...)
}

// The lines that the ledger of a what-if has at most for deadlines and for teams.
const (
	mostDeadlineLines = 6
	mostTeamLines     = 5
)

// trialLedger is what the open what-if wins and costs: a line a deadline that moves, the wins first, the furthest moved of each; then a
// line a team that becomes later or earlier, idler or busier.
func (m *Model) trialLedger() [][]paint.Span {
	var out [][]paint.Span
	shown, rest := byGain(m.effects), []schedule.Effect(nil)
	if len(shown) > mostDeadlineLines {
		shown, rest = shown[:mostDeadlineLines-1:mostDeadlineLines-1], shown[mostDeadlineLines-1:]
	}
	slices.SortStableFunc(shown, func(a, b schedule.Effect) int { return int(gainOf(a)) - int(gainOf(b)) })
	for _, e := range shown {
		out = append(out, m.deadlineLine(e))
	}
	if len(rest) > 0 {
		out = append(out, []paint.Span{{Style: paint.Dim, Text: "       and " + moreWords(rest)}})
	}
	if len(out) == 0 {
		out = append(out, []paint.Span{{Style: paint.Dim, Text: "no deadline moves"}})
	}
	lines := m.teamLines()
	if more := len(lines) - mostTeamLines; more > 0 {
		lines = append(lines[:mostTeamLines-1:mostTeamLines-1], []paint.Span{{Style: paint.Dim, Text: fmt.Sprintf("       and %d teams more", more+1)}})
	}
	return append(out, lines...)
}

// gain is what a what-if does to a deadline.
type gain uint8

const (
	wins gain = iota
	costs
	moves // to another date that it is held to, or it is done
)

// gainOf is what an effect is. To be held to another date is no win.
func gainOf(e schedule.Effect) gain {
	switch {
	case e.SetAnew():
		return moves
	case e.Moved < 0 || e.Moved == 0 && e.WasOpen && !e.OpenEnd:
		return wins
	case e.Moved > 0 || e.OpenEnd && !e.WasOpen:
		return costs
	}
	return moves
}

// byGain are effects in the order in which each kind takes its turn: a win, a cost, what else moves, a win again, so that the first few
// show all that was done. Those of a kind stay in their order.
func byGain(effects []schedule.Effect) []schedule.Effect {
	var kinds [moves + 1][]schedule.Effect
	for _, e := range effects {
		kinds[gainOf(e)] = append(kinds[gainOf(e)], e)
	}
	out := make([]schedule.Effect, 0, len(effects))
	for n := range effects {
		for _, of := range kinds {
			if n < len(of) {
				out = append(out, of[n])
			}
		}
	}
	return out
}

// moreWords counts deadlines that are not shown by what becomes of them: "3 wins, 1 cost more".
func moreWords(rest []schedule.Effect) string {
	var count [moves + 1]int
	for _, e := range rest {
		count[gainOf(e)]++
	}
	var out []string
	for kind, word := range [...]string{wins: "win", costs: "cost", moves: "move"} {
		if count[kind] > 0 {
			out = append(out, paint.Count(count[kind], word))
		}
	}
	return strings.Join(out, ", ") + " more"
}

// deadlineLine is a deadline that moves: "wins   Launch 31 Mar → 17 Mar -10d still +3d".
func (m *Model) deadlineLine(e schedule.Effect) []paint.Span {
	word := [...]paint.Span{wins: {Style: paint.Fine, Text: "wins   "}, costs: {Style: paint.Late, Text: "costs  "}, moves: {Style: paint.Text, Text: "moves  "}}[gainOf(e)]
	return append([]paint.Span{word}, m.trialSpan(e)...)
}

// strain is how a team fares in a plan.
type strain struct {
	late int // working days that it makes a deadline late
	idle int // person-days without work that it could do, as far as their end is known
	load int // person-days still to be worked
}

// strains are those of all teams but suppliers, in the roadmap's order.
func strains(p *schedule.Plan) map[string]strain {
	out := map[string]strain{}
	loads := p.Teams()
	for i, t := range p.Roadmap.Teams() {
		if !t.Supplier {
			out[t.ID] = strain{load: loads[i].BusyDays}
		}
	}
	flags := p.Flags()
	for i := range flags {
		if f := &flags[i]; f.Team != "" && f.Kind == schedule.Slipping {
			s := out[f.Team]
			s.late = max(s.late, f.Days)
			out[f.Team] = s
		}
	}
	for _, x := range schedule.Idles(flags) {
		s := out[x.Team]
		if x.Until != 0 {
			s.idle += x.People * (p.Roadmap.TeamCalendar(x.Team).Between(x.Since, x.Until) + 1)
		}
		out[x.Team] = s
	}
	return out
}

// teamLines are the teams that fare otherwise in the what-if, those that it costs most first.
func (m *Model) teamLines() [][]paint.Span {
	if m.scene.Ghost == nil {
		return nil
	}
	type line struct {
		weight int
		spans  []paint.Span
	}
	var lines []line
	before, after := strains(m.scene.Ghost), strains(m.scene.Plan)
	for _, t := range m.scene.Roadmap.Teams() {
		was, is := before[t.ID], after[t.ID]
		if was == is {
			continue
		}
		weight := (is.late-was.late)*100 + (is.idle - was.idle)
		lines = append(lines, line{weight, teamLine(t.Name, was, is, m.theme.Arrow)})
	}
	slices.SortStableFunc(lines, func(a, b line) int { return b.weight - a.weight })
	var out [][]paint.Span
	for _, l := range lines {
		out = append(out, l.spans)
	}
	return out
}

// teamLine is a team that fares otherwise: "team   Mechanics: late 5d → 2d, idle 36 → 0, load 120 → 110 person-days".
func teamLine(name string, was, is strain, arrow string) []paint.Span {
	out := []paint.Span{{Style: paint.Dim, Text: "team   "}, {Style: paint.Text, Text: name + ":"}}
	add := func(word string, was, is int, unit string, style paint.Style) {
		if was == is {
			return
		}
		comma := ","
		if len(out) == 2 {
			comma = ""
		}
		out = append(out, paint.Span{Style: paint.Text, Text: fmt.Sprintf("%s %s %d%s ", comma, word, was, strings.TrimSpace(unit)) + arrow + " "},
			paint.Span{Style: style, Text: fmt.Sprintf("%d%s", is, unit)})
	}
	add("late", was.late, is.late, "d", paint.DeltaStyle(is.late-was.late, false))
	add("idle", was.idle, is.idle, "d", paint.DeltaStyle(is.idle-was.idle, false))
	add("load", was.load, is.load, "d", paint.Text)
	return out
}
