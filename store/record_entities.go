package store

import "bywhen/roadmap"

type settingsRecord struct {
	Name     string         `cbor:"1,keyasint,omitempty"`
	Start    int32          `cbor:"2,keyasint,omitempty"`
	ToldDays int            `cbor:"3,keyasint,omitempty"`
	Currency string         `cbor:"4,keyasint,omitempty"`
	Weekdays uint8          `cbor:"5,keyasint,omitempty"`
	Holidays []periodRecord `cbor:"6,keyasint,omitempty"`
	Phases   []string       `cbor:"7,keyasint,omitempty"`
}

type periodRecord struct {
	Name   string `cbor:"1,keyasint,omitempty"`
	From   int32  `cbor:"2,keyasint,omitempty"`
	To     int32  `cbor:"3,keyasint,omitempty"`
	People int    `cbor:"4,keyasint,omitempty"`
}

type teamRecord struct {
	ID       string         `cbor:"1,keyasint,omitempty"`
	Position []byte         `cbor:"2,keyasint,omitempty"`
	Name     string         `cbor:"3,keyasint,omitempty"`
	Capacity int            `cbor:"4,keyasint,omitempty"`
	Supplier bool           `cbor:"5,keyasint,omitempty"`
	Contact  string         `cbor:"6,keyasint,omitempty"`
	Weekdays uint8          `cbor:"7,keyasint,omitempty"`
	TimeOff  []periodRecord `cbor:"8,keyasint,omitempty"`
	Extra    []periodRecord `cbor:"9,keyasint,omitempty"`
	DayRate  float64        `cbor:"10,keyasint,omitempty"`
	Rating   ratingRecord   `cbor:"11,keyasint,omitempty"`
}

type ratingRecord struct {
	Specification int `cbor:"1,keyasint,omitempty"`
	Quality       int `cbor:"2,keyasint,omitempty"`
	Cost          int `cbor:"3,keyasint,omitempty"`
	Delivery      int `cbor:"4,keyasint,omitempty"`
}

type goalRecord struct {
	ID       string        `cbor:"1,keyasint,omitempty"`
	Position []byte        `cbor:"2,keyasint,omitempty"`
	Title    string        `cbor:"3,keyasint,omitempty"`
	Deadline int32         `cbor:"4,keyasint,omitempty"`
	Notes    string        `cbor:"5,keyasint,omitempty"`
	Parent   string        `cbor:"6,keyasint,omitempty"`
	Metric   *metricRecord `cbor:"7,keyasint,omitempty"`
	Score    scoreRecord   `cbor:"8,keyasint,omitempty"`
	Budget   float64       `cbor:"9,keyasint,omitempty"`
}

type metricRecord struct {
	Name     string              `cbor:"1,keyasint,omitempty"`
	Baseline float64             `cbor:"2,keyasint,omitempty"`
	Target   float64             `cbor:"3,keyasint,omitempty"`
	Values   []metricValueRecord `cbor:"4,keyasint,omitempty"`
}

type metricValueRecord struct {
	Date  int32   `cbor:"1,keyasint,omitempty"`
	Value float64 `cbor:"2,keyasint,omitempty"`
}

type scoreRecord struct {
	Reach      float64 `cbor:"1,keyasint,omitempty"`
	Impact     float64 `cbor:"2,keyasint,omitempty"`
	Confidence float64 `cbor:"3,keyasint,omitempty"`
}

type dependencyRecord struct {
	From string `cbor:"1,keyasint,omitempty"`
	To   string `cbor:"2,keyasint,omitempty"`
	Type uint8  `cbor:"3,keyasint,omitempty"`
	Lag  int    `cbor:"4,keyasint,omitempty"`
}

type riskRecord struct {
	ID          string   `cbor:"1,keyasint,omitempty"`
	Position    []byte   `cbor:"2,keyasint,omitempty"`
	Title       string   `cbor:"3,keyasint,omitempty"`
	Probability float64  `cbor:"4,keyasint,omitempty"`
	Days        int      `cbor:"5,keyasint,omitempty"`
	Money       float64  `cbor:"6,keyasint,omitempty"`
	Tasks       []string `cbor:"7,keyasint,omitempty"`
	Mitigation  string   `cbor:"8,keyasint,omitempty"`
	Owner       string   `cbor:"9,keyasint,omitempty"`
	Review      int32    `cbor:"10,keyasint,omitempty"`
	Status      uint8    `cbor:"11,keyasint,omitempty"`
}

type knownRecord struct {
	Position []byte `cbor:"1,keyasint,omitempty"`
	Flag     string `cbor:"2,keyasint,omitempty"`
	Task     string `cbor:"3,keyasint,omitempty"`
	Team     string `cbor:"4,keyasint,omitempty"`
	Goal     string `cbor:"5,keyasint,omitempty"`
	Until    int32  `cbor:"6,keyasint,omitempty"`
	Days     int    `cbor:"7,keyasint,omitempty"`
	Because  string `cbor:"8,keyasint,omitempty"`
}

type filterRecord struct {
	Position []byte `cbor:"1,keyasint,omitempty"`
	Name     string `cbor:"2,keyasint,omitempty"`
	Text     string `cbor:"3,keyasint,omitempty"`
}

type baselineRecord struct {
	Position  []byte                   `cbor:"1,keyasint,omitempty"`
	Name      string                   `cbor:"2,keyasint,omitempty"`
	Taken     int32                    `cbor:"3,keyasint,omitempty"`
	Current   bool                     `cbor:"4,keyasint,omitempty"`
	Tasks     []baselineTaskRecord     `cbor:"5,keyasint,omitempty"`
	Deadlines []baselineDeadlineRecord `cbor:"6,keyasint,omitempty"`
}

type baselineTaskRecord struct {
	ID     string `cbor:"1,keyasint,omitempty"`
	Start  int32  `cbor:"2,keyasint,omitempty"`
	Finish int32  `cbor:"3,keyasint,omitempty"`
	Effort int    `cbor:"4,keyasint,omitempty"`
}

type baselineDeadlineRecord struct {
	Goal     string `cbor:"1,keyasint,omitempty"`
	Task     string `cbor:"2,keyasint,omitempty"`
	Deadline int32  `cbor:"3,keyasint,omitempty"`
	Forecast int32  `cbor:"4,keyasint,omitempty"`
}

func settingsToRecord(s *roadmap.Settings) settingsRecord {
	return settingsRecord{
		Name: s.Name, Start: int32(s.Start), ToldDays: s.ToldDays, Currency: s.Currency, Weekdays: uint8(s.Weekdays),
		Holidays: each(s.Holidays, periodToRecord), Phases: s.Phases,
	}
}

func settingsFromRecord(r *settingsRecord) *roadmap.Settings {
	return &roadmap.Settings{
		Name: r.Name, Start: roadmap.Date(r.Start), ToldDays: r.ToldDays, Currency: r.Currency,
		Weekdays: roadmap.Weekdays(r.Weekdays), Holidays: each(r.Holidays, periodFromRecord), Phases: r.Phases,
	}
}

func periodToRecord(p roadmap.Period) periodRecord {
	return periodRecord{p.Name, int32(p.From), int32(p.To), p.People}
}

func periodFromRecord(r periodRecord) roadmap.Period {
	return roadmap.Period{Name: r.Name, From: roadmap.Date(r.From), To: roadmap.Date(r.To), People: r.People}
}

func teamToRecord(t *roadmap.Team) teamRecord {
	return teamRecord{
		ID: t.ID, Position: []byte(t.Position), Name: t.Name, Capacity: t.Capacity, Supplier: t.Supplier, Contact: t.Contact,
		Weekdays: uint8(t.Weekdays), TimeOff: each(t.TimeOff, periodToRecord), Extra: each(t.Extra, periodToRecord),
		DayRate: t.DayRate, Rating: ratingRecord(t.Rating),
	}
}

func teamFromRecord(r *teamRecord) *roadmap.Team {
	return &roadmap.Team{
		ID: r.ID, Position: roadmap.Position(r.Position), Name: r.Name, Capacity: r.Capacity, Supplier: r.Supplier, Contact: r.Contact,
		Weekdays: roadmap.Weekdays(r.Weekdays), TimeOff: each(r.TimeOff, periodFromRecord), Extra: each(r.Extra, periodFromRecord),
		DayRate: r.DayRate, Rating: roadmap.Rating(r.Rating),
	}
}

func goalToRecord(g *roadmap.Goal) goalRecord {
	r := goalRecord{
		ID: g.ID, Position: []byte(g.Position), Title: g.Title, Deadline: int32(g.Deadline), Notes: g.Notes, Parent: g.Parent,
		Score: scoreRecord(g.Score), Budget: g.Budget,
	}
	if m := g.Metric; m != nil {
		r.Metric = &metricRecord{m.Name, m.Baseline, m.Target, each(m.Values, func(v roadmap.MetricValue) metricValueRecord {
			return metricValueRecord{int32(v.Date), v.Value}
		})}
	}
	return r
}

func goalFromRecord(r *goalRecord) *roadmap.Goal {
	g := &roadmap.Goal{
		ID: r.ID, Position: roadmap.Position(r.Position), Title: r.Title, Deadline: roadmap.Date(r.Deadline), Notes: r.Notes,
		Parent: r.Parent, Score: roadmap.Score(r.Score), Budget: r.Budget,
	}
	if m := r.Metric; m != nil {
		g.Metric = &roadmap.Metric{
			Name: m.Name, Baseline: m.Baseline, Target: m.Target,
			Values: each(m.Values, func(v metricValueRecord) roadmap.MetricValue {
				return roadmap.MetricValue{Date: roadmap.Date(v.Date), Value: v.Value}
			}),
		}
	}
	return g
}

func dependencyToRecord(d *roadmap.Dependency) dependencyRecord {
	return dependencyRecord{d.From, d.To, uint8(d.Type), d.Lag}
}

func dependencyFromRecord(r *dependencyRecord) *roadmap.Dependency {
	return &roadmap.Dependency{From: r.From, To: r.To, Type: roadmap.LinkType(r.Type), Lag: r.Lag}
}

func riskToRecord(r *roadmap.Risk) riskRecord {
	return riskRecord{
		ID: r.ID, Position: []byte(r.Position), Title: r.Title, Probability: r.Probability, Days: r.Days, Money: r.Money,
		Tasks: r.Tasks, Mitigation: r.Mitigation, Owner: r.Owner, Review: int32(r.Review), Status: uint8(r.Status),
	}
}

func riskFromRecord(r *riskRecord) *roadmap.Risk {
	return &roadmap.Risk{
		ID: r.ID, Position: roadmap.Position(r.Position), Title: r.Title, Probability: r.Probability, Days: r.Days, Money: r.Money,
		Tasks: r.Tasks, Mitigation: r.Mitigation, Owner: r.Owner, Review: roadmap.Date(r.Review), Status: roadmap.RiskStatus(r.Status),
	}
}

func knownToRecord(k *roadmap.Known) knownRecord {
	return knownRecord{[]byte(k.Position), k.Flag, k.Task, k.Team, k.Goal, int32(k.Until), k.Days, k.Because}
}

func knownFromRecord(r *knownRecord) *roadmap.Known {
	return &roadmap.Known{
		Position: roadmap.Position(r.Position), Flag: r.Flag, Task: r.Task, Team: r.Team, Goal: r.Goal,
		Until: roadmap.Date(r.Until), Days: r.Days, Because: r.Because,
	}
}

func filterToRecord(f *roadmap.Filter) filterRecord {
	return filterRecord{[]byte(f.Position), f.Name, f.Text}
}

func filterFromRecord(r *filterRecord) *roadmap.Filter {
	return &roadmap.Filter{Position: roadmap.Position(r.Position), Name: r.Name, Text: r.Text}
}

func baselineToRecord(b *roadmap.Baseline) baselineRecord {
	return baselineRecord{
		Position: []byte(b.Position), Name: b.Name, Taken: int32(b.Taken), Current: b.Current,
		Tasks: each(b.Tasks, func(t roadmap.BaselineTask) baselineTaskRecord {
			return baselineTaskRecord{t.ID, int32(t.Start), int32(t.Finish), effortNumber(t.Effort)}
		}),
		Deadlines: each(b.Deadlines, func(d roadmap.BaselineDeadline) baselineDeadlineRecord {
			return baselineDeadlineRecord{d.Goal, d.Task, int32(d.Deadline), int32(d.Forecast)}
		}),
	}
}

func baselineFromRecord(r *baselineRecord) *roadmap.Baseline {
	return &roadmap.Baseline{
		Position: roadmap.Position(r.Position), Name: r.Name, Taken: roadmap.Date(r.Taken), Current: r.Current,
		Tasks: each(r.Tasks, func(t baselineTaskRecord) roadmap.BaselineTask {
			return roadmap.BaselineTask{ID: t.ID, Start: roadmap.Date(t.Start), Finish: roadmap.Date(t.Finish), Effort: effortOf(t.Effort)}
		}),
		Deadlines: each(r.Deadlines, func(d baselineDeadlineRecord) roadmap.BaselineDeadline {
			return roadmap.BaselineDeadline{
				Goal: d.Goal, Task: d.Task, Deadline: roadmap.Date(d.Deadline), Forecast: roadmap.Date(d.Forecast),
			}
		}),
	}
}
