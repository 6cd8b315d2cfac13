package tui

import (
	"context"
	"fmt"
	"sync/atomic"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/input"
	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
)

// improvement is a search for a better plan that runs beside the UI.
type improvement struct {
	work  work
	of    *schedule.Plan
	begun schedule.Outlook
	stop  *atomic.Bool // the search is to end with what it has found
	state *atomic.Pointer[searched]
}

// searched is how far a search is.
type searched struct {
	generated int
	best      schedule.Outlook
	bound     roadmap.Date // no plan ends before it; 0 until that is proved
}

// mostSchedules ends a search that nobody ends.
const mostSchedules = 1_000_000

// improve looks for a better plan until it is told to stop, or it is proved that there is none; what it finds is tried in a
// what-if.
func (m *Model) improve() tea.Cmd {
	if m.session.Visiting() != nil {
		m.say("this is the past: esc comes back, then it can be improved")
		return nil
	}
	x, plan := &m.improvement, m.session.Plan()
	if plan.Finish == 0 {
		m.say("there is nothing to improve yet: a adds tasks")
		return nil
	}
	x.of, x.begun, x.stop, x.state = plan, plan.Outlook(), &atomic.Bool{}, &atomic.Pointer[searched]{}
	x.state.Store(&searched{best: x.begun})
	m.put(&over{component: input.NewProgress("Improve the plan", "it is still searching: enter takes the best so far, esc stops it", m.improving, m.improveHints), left: x.work.cancel, taken: func(int) tea.Cmd {
		x.stop.Store(true)
		return nil
	}})
	stop, state, most := x.stop, x.state, m.schedules
	return m.begin(&x.work, func(ctx context.Context, _ func(float64)) func() {
		bound := plan.LowerBound().Date
		state.Store(&searched{0, plan.Outlook(), bound})
		found := plan.Improve(schedule.ImproveOptions{Seed: 1,
			Stop:     func() bool { return stop.Load() || ctx.Err() != nil || state.Load().generated >= most },
			Progress: func(n int, best schedule.Outlook) { state.Store(&searched{n, best, bound}) }})
		found.Plan.LowerBound() // beside the UI: it is asked for again there
		return func() { m.improved(plan, found) }
	})
}

// improved shows what a search found as a what-if.
func (m *Model) improved(of *schedule.Plan, found *schedule.Improvement) {
	if top := m.top(); top != nil {
		if _, open := top.component.(*input.Progress); open {
			m.close()
		}
	}
	tried := plansTried(found.Schedules)
	switch {
	case of != m.session.Plan():
		m.say("the roadmap has changed meanwhile: look for a better plan of it again")
	case !found.Better && found.Best:
		m.say("no plan is better: that is proved, " + tried)
	case !found.Better:
		m.say("no better plan found, " + tried)
	default:
		m.tryBetter(of, found, tried)
	}
}

func (m *Model) tryBetter(of *schedule.Plan, found *schedule.Improvement, tried string) {
	open, _ := m.session.Trying()
	m.session.Try()
	if !m.edit("Improve the plan", "", found.Apply) {
		if !open {
			m.session.Discard()
			m.look()
		}
		return
	}
	moved := 0
	for i := range of.Tasks {
		if was, is := &of.Tasks[i], &found.Plan.Tasks[i]; was.Start != is.Start || was.Finish != is.Finish {
			moved++
		}
	}
	m.say(fmt.Sprintf("%s: %s; W accepts or discards it%s", tried, paint.Count(moved, "task")+" moved", gapWords(found.Plan)))
}

// improving is how the search stands: what was tried, what it wins, first at deadlines, then at the roadmap's end.
func (m *Model) improving() [][]paint.Span {
	x := &m.improvement
	now, today := x.state.Load(), m.scene.Today
	var line []paint.Span
	if x.begun.Late > 0 {
		line = append(line, paint.Span{Style: paint.Text, Text: "days past deadlines, weighted by priority: " + paint.Thousands(x.begun.Late)})
		if won := now.best.Late - x.begun.Late; won != 0 {
			line = append(line, paint.Span{Style: paint.Text, Text: " " + m.theme.Arrow + " " + paint.Thousands(now.best.Late)},
				paint.Span{Style: paint.Fine | paint.Bold, Text: fmt.Sprintf(" %+d", won)})
		}
		line = append(line, paint.Span{Style: paint.Text, Text: "   "})
	}
	line = append(line, paint.Span{Style: paint.Text, Text: "the roadmap ends " + paint.Day(x.begun.Finish, today)})
	if now.best.Finish != x.begun.Finish {
		days := m.scene.Roadmap.Calendar().Between(x.begun.Finish, now.best.Finish)
		line = append(line, paint.Span{Style: paint.Text, Text: " " + m.theme.Arrow + " " + paint.Day(now.best.Finish, today)},
			paint.Span{Style: paint.DeltaStyle(days, false) | paint.Bold, Text: " " + paint.Delta(days, false)})
	}
	tried := []paint.Span{{Style: paint.Dim, Text: plansTried(now.generated)}}
	if now.bound != 0 {
		tried = append(tried, paint.Span{Style: paint.Dim, Text: "   it is proved that none ends before " + paint.Day(now.bound, today)})
	}
	return [][]paint.Span{tried, line}
}

func (m *Model) improveHints() []input.Hint {
	x := &m.improvement
	if now := x.state.Load(); !now.best.Better(x.begun) {
		return []input.Hint{{Key: "esc", Does: "stop"}}
	}
	return []input.Hint{{Key: "enter", Does: "stop and try it as a what-if"}, {Key: "esc", Does: "stop and leave it"}}
}

// gapWords says how far a plan's end is from the earliest that is not ruled out.
func gapWords(p *schedule.Plan) string {
	switch days := p.LowerBound().Days; {
	case days <= 0:
		return "; no plan ends earlier"
	default:
		return "; at most " + paint.Count(days, "day") + " earlier would be possible"
	}
}

// plansTried is "1 plan tried", "12 000 plans tried".
func plansTried(n int) string {
	if n == 1 {
		return "1 plan tried"
	}
	return paint.Thousands(n) + " plans tried"
}
