package main

import (
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"time"

	"github.com/spf13/pflag"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// improve is what --improve and --seed ask for.
type improve struct {
	effort string
	seed   uint64
	keep   bool
}

func (i *improve) addFlags(f *pflag.FlagSet) {
	f.StringVar(&i.effort, "improve", "", "search for a better plan among `N` generated ones, or for a time (5000, 2s)")
	f.Uint64Var(&i.seed, "seed", defaultSeed, "another `N` lets --improve search elsewhere")
	f.BoolVar(&i.keep, "keep", false, "keep what --improve finds: its order becomes the tasks' ranks, in one step that undo takes back")
}

// asked tells whether a better plan is asked for.
func (i *improve) asked() bool { return i.effort != "" }

// options reads how long to search; a time ends by the clock, and so does an interrupt. The caller calls end when done.
func (i *improve) options() (o schedule.ImproveOptions, end func(), err error) {
	o.Seed, end = i.seed, func() {}
	if n, err := strconv.Atoi(i.effort); err == nil && n > 0 {
		o.Schedules = n
		return o, end, nil
	}
	d, err := time.ParseDuration(i.effort)
	if err != nil || d <= 0 {
		return o, end, fmt.Errorf("--improve %q: a number of schedules from 1 (5000) or a time (2s)", i.effort)
	}
	until := time.Now().Add(d)
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	o.Stop = func() bool { return len(interrupted) > 0 || !time.Now().Before(until) }
	return o, func() { signal.Stop(interrupted) }, nil
}

// improvedPlan is the better plan that a search finds for the file, or its own.
func (p *program) improvedPlan(i *improve) (*schedule.Plan, *schedule.Improvement, error) {
	o, end, err := i.options()
	if err != nil {
		return nil, nil, err
	}
	defer end()
	plan, err := p.plan(schedule.Options{})
	if err != nil {
		return nil, nil, err
	}
	return plan, plan.Improve(o), nil
}

// improvedJSON is what a search did; the plan beside it is the one that it found.
type improvedJSON struct {
	Schedules int    `json:"schedules"`
	Seed      uint64 `json:"seed"`
	Better    bool   `json:"better"`
	Best      bool   `json:"best"` // proved: no plan is better
	Was       wasOne `json:"was"`
}

// wasOne is how the plan stood before.
type wasOne struct {
	Finish   day `json:"finish,omitzero"`
	LateDays int `json:"late_days"`
}

func (i *improve) json(before *schedule.Plan, m *schedule.Improvement) planJSON {
	out := scheduleJSON(m.Plan)
	out.Improved = &improvedJSON{m.Schedules, i.seed, m.Better, m.Best, wasOne{day(before.Finish), before.LateDays}}
	return out
}

// printImprovement says what a search found, under the plan.
func (p *program) printImprovement(i *improve, before *schedule.Plan, m *schedule.Improvement) {
	proved := ""
	if m.Best {
		proved = ", and it is proved that there is none better"
	}
	tried := fmt.Sprintf("%s (seed %d)", paint.Count(m.Schedules, "schedule"), i.seed)
	if !m.Better {
		p.printf("nothing better found in %s%s\n", tried, proved)
		return
	}
	p.printf("the best of %s%s; the plan as it is ends %s", tried, proved, paint.Weekday(before.Finish, before.Today))
	if before.LateDays > 0 {
		p.printf(", %s late in all", paint.Count(before.LateDays, "day"))
	}
	p.printf("\n")
	if i.keep {
		return // what is kept says the rest
	}
	effects := movedBy(before, m.Plan)
	if len(effects) == 0 {
		p.printf("%s, no deadline does\n", tasksMove(before, m.Plan))
	} else {
		p.printf("%s; what that does to the deadlines:\n", tasksMove(before, m.Plan))
	}
	if more := p.sayEffects(effects, before.Today); more > 0 {
		p.printf("and %s more\n", paint.Count(more, "deadline"))
	}
	p.notef("nothing is changed: --keep keeps it")
}

// tasksMove counts the tasks that lie elsewhere in another plan of the same tasks: "130 tasks move".
func tasksMove(before, after *schedule.Plan) string {
	n := 0
	for k, t := range after.Tasks {
		if was := before.Tasks[k]; t.Start != was.Start || t.Finish != was.Finish {
			n++
		}
	}
	if n == 1 {
		return "1 task moves"
	}
	return paint.Count(n, "task") + " move"
}

// keepImproved makes the order that a search found the tasks' ranks. It says what that does to the deadlines.
func (p *program) keepImproved(m *schedule.Improvement) error {
	return p.carryOut(edit{change: func(d *roadmap.Draft, _ phrase.Context) (did, error) {
		return did{title: "Improve the plan"}, m.Apply(d)
	}})
}
