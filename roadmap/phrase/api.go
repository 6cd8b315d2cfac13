package phrase

import "bywhen/roadmap"

// Date reads a date in any of the forms that a person types.
func Date(text string, ctx Context) (roadmap.Date, error) { return roadmap.ParseDate(text) }

// DateText is a date as a chip says it, "Thu 12 Mar", with the year where it is more than nine months away.
func DateText(d, today roadmap.Date) string { return d.String() }

// Line is a quick-add line as understood.
type Line struct {
	Task     roadmap.Task         // without id; no team where the team is new
	Links    []roadmap.Dependency // what it waits for; To is empty
	NewTeams []string             // names of teams that Add creates
	Because  string               // the reason, to be kept with the change
	Chips    []Chip               // the title first, then in the order of the text
}

// ParseAdd reads a quick-add line; it never fails on a half-typed text.
func ParseAdd(text string, ctx Context) Line { return Line{} }

// Problem is the first thing that Add would refuse, or nil.
func (l Line) Problem() error { return nil }

// Add carries the line out on a draft, new teams and links included, and returns the new task's id.
func (l Line) Add(d *roadmap.Draft) (string, error) { return d.AddTask(l.Task) }

// Set is a set line as understood: the quick-add language for tasks that exist.
type Set struct {
	NewTeams []string
	Because  string
	Chips    []Chip
}

// ParseSet reads a set line; it never fails on a half-typed text.
func ParseSet(text string, ctx Context) Set { return Set{} }

// Problem is the first thing that On would refuse whatever the tasks, or nil.
func (s Set) Problem() error { return nil }

// On carries the line out on tasks.
func (s Set) On(d *roadmap.Draft, ids ...string) error { return nil }

// Item is a team, supplier, goal or risk typed in one line.
type Item struct {
	Kind    roadmap.Kind // KindTeam, KindGoal or KindRisk; KindSettings while that is not said
	Team    roadmap.Team
	Goal    roadmap.Goal
	Risk    roadmap.Risk
	Because string
	Chips   []Chip
}

// ParseItem reads "team Mechanics 3 mon-thu", "supplier Murata", "goal Launch 12-mar" or "risk Mould crack 20% 8d on:7".
func ParseItem(text string, ctx Context) Item { return Item{} }

// Problem is the first thing that Add would refuse, or nil.
func (i Item) Problem() error { return nil }

// Add adds it to a draft and returns its id.
func (i Item) Add(d *roadmap.Draft) (string, error) { return "", nil }

// ParseBlocker reads "Export licence who:ana until:fri".
func ParseBlocker(text string, ctx Context) (roadmap.Blocker, []Chip) { return roadmap.Blocker{}, nil }

// ParseLag reads what may stand after a predecessor: "+2d", ":ss", "-1w:ff".
func ParseLag(text string) (roadmap.LinkType, int, error) { return 0, 0, nil }

// SetField sets a field, by its name in the roadmap's JSON, of a task, team, goal or risk.
func SetField(d *roadmap.Draft, kind roadmap.Kind, id, field, value string, ctx Context) error {
	return nil
}

// Fields are the names that SetField takes for a kind.
func Fields(kind roadmap.Kind) []string { return nil }

// Candidate is a completion.
type Candidate struct {
	Insert     string // what to put in place of text[Start:End], quoted where needed
	Label      string // as "Industrial design"
	Detail     string // as the team's name; may be empty
	Start, End int    // bytes of the text
}

// Complete lists completions at the cursor (a byte offset) of an add or set line, best first.
func Complete(text string, cursor int, ctx Context) []Candidate { return nil }

// CompleteFilter lists completions at the cursor of a filter.
func CompleteFilter(text string, cursor int, ctx Context) []Candidate { return nil }

// Row is what a filter looks at: a task and what was computed of it.
type Row struct {
	Task          *roadmap.Task
	Planned       bool         // it has dates and slack
	Start, Finish roadmap.Date // forecast, both inclusive
	Slack         int          // working days
	Critical      bool
	OpenEnd       bool
	Flags         []string // names of the flags on it, as "at-risk"
}

// Filter says which tasks to show and in what order. The zero Filter lets everything through.
type Filter struct {
	Order Order
	test  func(*Row) bool
}

// Order is how a filter wants its rows; the zero Order is the roadmap's own.
type Order struct {
	Key        string // as "slack"
	Descending bool
}

// ParseFilter reads a filter. With an error the Filter is the best reading of what is there.
func ParseFilter(text string, ctx Context) (Filter, error) { return Filter{}, nil }

// Empty tells whether it lets everything through.
func (f Filter) Empty() bool { return f.test == nil }

// Match tells whether it lets the row through.
func (f Filter) Match(r Row) bool { return f.test == nil || f.test(&r) }

// Compare is negative, 0 or positive as a comes before, with or after b.
func (o Order) Compare(a, b Row) int { return 0 }
