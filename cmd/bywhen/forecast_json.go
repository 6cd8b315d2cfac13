package main

import (
	"math"

	"bywhen/roadmap/forecast"
	"bywhen/roadmap/schedule"
)

// chancesJSON is what forecast --json prints.
type chancesJSON struct {
	Today     day                `json:"today"`
	Runs      int                `json:"runs"`
	Seed      uint64             `json:"seed"`
	Deadlines []chanceJSON       `json:"deadlines"`
	Finish    datesJSON          `json:"finish"`
	Drivers   []chanceDriverJSON `json:"drivers"`
	Basis     basisJSON          `json:"basis"`
}

// chanceJSON is a deadline and how it comes out.
type chanceJSON struct {
	Task        string  `json:"task,omitempty"`
	Goal        string  `json:"goal,omitempty"`
	Deadline    day     `json:"deadline"`
	Probability float64 `json:"probability"`
	datesJSON
	Histogram []barJSON          `json:"histogram"`
	Drivers   []chanceDriverJSON `json:"drivers"`
}

// datesJSON is the dates by which something has happened with 50, 80 and 95 %; left out where there is none.
type datesJSON struct {
	P50 day `json:"p50,omitzero"`
	P80 day `json:"p80,omitzero"`
	P95 day `json:"p95,omitzero"`
	// OpenEnd: the dates are "or later", since they rest on an end that nobody knows.
	OpenEnd bool `json:"open_end,omitempty"`
}

type barJSON struct {
	Date  day `json:"date"`
	Count int `json:"count"`
}

// chanceDriverJSON is a task or a risk, how often it is critical and the days won if it went to plan, to a tenth.
type chanceDriverJSON struct {
	Task        string   `json:"task,omitempty"`
	Risk        string   `json:"risk,omitempty"`
	Promise     bool     `json:"promise,omitempty"` // what is uncertain of the task is when its promise comes
	Deadline    *refJSON `json:"deadline,omitempty"`
	Criticality float64  `json:"criticality"`
	Days        float64  `json:"days"`
}

// basisJSON says where the spread comes from.
type basisJSON struct {
	Estimates    int                 `json:"estimates"`
	Defaults     int                 `json:"defaults"`
	Risks        int                 `json:"risks"`
	KeptPromises int                 `json:"kept_promises"`
	Records      []recordJSON        `json:"records"`
	Promises     []promiseRecordJSON `json:"promises"`
}

type recordJSON struct {
	Team     string  `json:"team"`
	Finished int     `json:"finished"`
	Ratio    float64 `json:"ratio"`
	Tasks    int     `json:"tasks"`
}

type promiseRecordJSON struct {
	Team      string `json:"team"`
	Delivered int    `json:"delivered"`
	Kept      int    `json:"kept"`
	LateDays  int    `json:"late_days"`
	Tasks     int    `json:"tasks"`
}

func forecastJSON(f *forecast.Forecast) chancesJSON {
	out := chancesJSON{Today: day(f.Today), Runs: f.Runs, Seed: f.Seed, Deadlines: []chanceJSON{}, Finish: quantilesJSON(&f.Finish), Basis: spreadJSON(&f.Basis)}
	for i := range f.Deadlines {
		d := &f.Deadlines[i]
		c := chanceJSON{Task: d.On.Task, Goal: d.On.Goal, Deadline: day(d.Date), Probability: d.Probability, datesJSON: quantilesJSON(&d.Outcome),
			Histogram: []barJSON{}, Drivers: []chanceDriverJSON{}}
		for _, b := range d.Histogram {
			c.Histogram = append(c.Histogram, barJSON{day(b.Date), b.Count})
		}
		for _, x := range d.Drivers {
			c.Drivers = append(c.Drivers, driverOut(x, schedule.Ref{}))
		}
		out.Deadlines = append(out.Deadlines, c)
	}
	out.Drivers = []chanceDriverJSON{}
	for _, w := range f.Drivers() {
		out.Drivers = append(out.Drivers, driverOut(w.Driver, w.On))
	}
	return out
}

func quantilesJSON(o *forecast.Outcome) datesJSON {
	return datesJSON{day(o.P50), day(o.P80), day(o.P95), o.OpenEnd}
}

// driverOut is a driver of a deadline, which is named where it is not clear which.
func driverOut(x forecast.Driver, of schedule.Ref) chanceDriverJSON {
	out := chanceDriverJSON{Task: x.Task, Risk: x.Risk, Promise: x.Promise, Criticality: rounded(x.Criticality, 1000), Days: rounded(x.Days, 10)}
	if of != (schedule.Ref{}) {
		out.Deadline = &refJSON{Task: of.Task, Goal: of.Goal}
	}
	return out
}

// rounded is a number to a whole part of one.
func rounded(x, parts float64) float64 { return math.Round(x*parts) / parts }

func spreadJSON(b *forecast.Basis) basisJSON {
	out := basisJSON{Estimates: b.Estimates, Defaults: b.Defaults, Risks: b.Risks, KeptPromises: b.Kept, Records: []recordJSON{}, Promises: []promiseRecordJSON{}}
	for _, r := range b.Records {
		out.Records = append(out.Records, recordJSON{r.Team, r.Finished, rounded(r.Ratio, 100), r.Tasks})
	}
	for _, r := range b.Promises {
		out.Promises = append(out.Promises, promiseRecordJSON{r.Team, r.Delivered, r.Kept, r.Late, r.Tasks})
	}
	return out
}
