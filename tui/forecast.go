package tui

import (
	"context"
	"errors"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/forecast"
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"

	tea "github.com/charmbracelet/bubbletea"
)

// outlook is what chance says of what is shown, and what of that is being worked out. The probabilities are there for every view, a
// while after the plan has changed; what drives the deadlines only where a view shows it.
type outlook struct {
	of       *schedule.Plan // what the forecast, or the failure, is of
	forecast *forecast.Forecast
	failed   error
	making   *schedule.Plan
	work     work

	rough     *forecast.Rough // of the plan last asked about, for all who ask
	chanced   *schedule.Plan  // what the probabilities are of
	chances   schedule.Chances
	likely    map[schedule.Ref]roadmap.Date // of the same plan
	reckoned  *schedule.Plan                // whose probabilities are being worked out
	reckoning work
	keys      int           // how many came
	waits     time.Duration // for how long none must come; 0 where nothing is waited for
}

// calmFor is how long no key comes before the probabilities are worked out, calmForLarge where they take a while and no view that is
// open needs them. The next key gives that up.
const (
	calmFor      = 300 * time.Millisecond
	calmForLarge = 2 * time.Second
)

// calmMsg is that a while has passed since a key.
type calmMsg struct{ keys int }

// forecastsNow makes a forecast of what is shown where there is none, while a view is open that shows it; in others it sees to it
// that the probabilities become known.
func (m *Model) forecastsNow() tea.Cmd {
	plan, o := m.session.Plan(), &m.outlook
	if !m.tabs[m.active].forecast {
		return m.reckons()
	}
	if o.of == plan || len(plan.Tasks) == 0 {
		return nil
	}
	if o.work.running() && o.making == plan {
		return nil
	}
	o.making = plan
	options := forecast.Options{Runs: forecast.RunsFor(len(plan.Tasks)), Seed: 1, Workers: m.spareCores(), Drivers: forecast.DefaultDrivers}
	run := m.forecasts
	return m.begin(&o.work, func(ctx context.Context, progress func(float64)) func() {
		options.Progress = progress
		f, err := run(ctx, plan, options)
		return func() { m.forecasted(plan, f, err) }
	})
}

// spareCores is on how many cores something is worked out beside the UI.
func (m *Model) spareCores() int { return max(m.opts.Cores-1, 1) }

// unreckoned tells whether it is not known yet how probable the deadlines shown are.
func (m *Model) unreckoned() bool {
	return len(m.scene.Deadlines) > 0 && m.outlook.chanced != m.session.Plan()
}

// How many tasks a roadmap has at most whose probabilities take a moment, 0.2 to 0.25 s of processor time, and how many where they take no
// more than 0.9 s, on one core: these are worked out once the roadmap has rested for longer, or once Alerts asks for them, as those of
// a larger one always are, for which more than a second would pass, after each edit, in which nobody does anything. Measured by
//
//	go test -bench ByItself -run xxx ./roadmap/forecast
const (
	soonReckoned = 300
	mostReckoned = 3_000
)

// calmBefore is for how long no key must come before the probabilities of so many tasks are worked out; false where they are not unless
// Alerts asks for them.
func calmBefore(tasks int, asked bool) (time.Duration, bool) {
	switch {
	case asked || tasks <= soonReckoned:
		return calmFor, true
	case tasks <= mostReckoned:
		return calmForLarge, true
	}
	return 0, false
}

// uncounted tells whether what chance puts at risk is missing until somebody asks for it, because the roadmap is very large.
func (m *Model) uncounted() bool {
	_, ok := calmBefore(len(m.scene.Roadmap.Tasks()), false)
	return !ok && m.unreckoned()
}

// reckons works the probabilities of what is shown out: those of a small roadmap at once when the program has begun, else as soon as no
// key has come for a while.
func (m *Model) reckons() tea.Cmd {
	plan, o := m.session.Plan(), &m.outlook
	asked := m.active == int(action.View2-action.View1)
	wait, ok := calmBefore(len(plan.Tasks), asked)
	switch {
	case !m.unreckoned() || o.waits > 0 && o.waits <= wait || o.work.running() && o.making == plan || o.reckoning.running() && o.reckoned == plan:
		return nil
	case !ok:
		return nil
	case m.rest <= 0 || wait == calmFor && o.chanced == nil && o.keys == 0:
		return m.reckon()
	}
	o.reckoning.cancel()
	o.waits = wait
	now := calmMsg{o.keys}
	return tea.Tick(wait, func(time.Time) tea.Msg { return now })
}

// stirs notes that a key came: whatever it does is done before anything is worked out for later.
func (m *Model) stirs() {
	m.outlook.keys++
	m.outlook.reckoning.cancel()
}

// calm begins to work the probabilities out, unless a key has come since that was put off.
func (m *Model) calm(msg calmMsg) tea.Cmd {
	m.outlook.waits = 0
	if msg.keys != m.outlook.keys || m.tabs[m.active].forecast || !m.unreckoned() {
		return nil
	}
	return m.reckon()
}

// reckon works the probabilities out.
func (m *Model) reckon() tea.Cmd {
	plan, cores := m.session.Plan(), m.spareCores()
	m.outlook.reckoned = plan
	rough := m.roughly(plan)
	return m.workOut(&m.outlook.reckoning, func(ctx context.Context, _ func(float64)) func() {
		chances, likely := rough.Chances(ctx, cores), rough.LikelyDays(ctx, cores)
		return func() { m.takeChances(plan, chances, likely) }
	})
}

// takeChances has the flags say how probable the deadlines are, and the first line by when the late ones are likely.
func (m *Model) takeChances(plan *schedule.Plan, chances schedule.Chances, likely map[schedule.Ref]roadmap.Date) {
	m.outlook.chanced, m.outlook.chances, m.outlook.likely = plan, chances, likely
	if plan == m.session.Plan() {
		m.look()
	}
}

// chancesOf are the probabilities of a plan's deadlines, if they are known; else nil.
func (m *Model) chancesOf(plan *schedule.Plan) schedule.Chances {
	if m.outlook.chanced == plan {
		return m.outlook.chances
	}
	return nil
}

// likelyOf are the days by which a plan's deadlines are kept with a probability of 80 %, if they are known; else nil.
func (m *Model) likelyOf(plan *schedule.Plan) map[schedule.Ref]roadmap.Date {
	if m.outlook.chanced == plan {
		return m.outlook.likely
	}
	return nil
}

// roughly is what chance says of a plan, one for all that is asked of it.
func (m *Model) roughly(plan *schedule.Plan) *forecast.Rough {
	if o := &m.outlook; o.rough == nil || o.rough.Plan() != plan {
		o.rough = forecast.NewRough(m.forecasts, plan)
	}
	return m.outlook.rough
}

// forecasted shows a forecast.
func (m *Model) forecasted(plan *schedule.Plan, f *forecast.Forecast, err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	m.outlook.of, m.outlook.forecast, m.outlook.failed = plan, f, err
	if err != nil {
		m.fail(err)
		m.takeChances(plan, nil, nil)
		return
	}
	m.takeChances(plan, f.Chances(), f.LikelyDays())
}

// forecastOf is the forecast of a plan, if there is one.
func (m *Model) forecastOf(plan *schedule.Plan) *forecast.Forecast {
	if m.outlook.of == plan {
		return m.outlook.forecast
	}
	return nil
}

// making is how much of a forecast that is being made is done; less than 0 where none is.
func (m *Model) making() float64 {
	if !m.outlook.work.running() {
		return -1
	}
	return m.outlook.work.done()
}
