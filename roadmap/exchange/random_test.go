package exchange_test

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"bywhen/roadmap"
)

var (
	today = roadmap.MustDate("2026-01-05") // a Monday
	words = rapid.StringMatching(`[a-zäß中]{1,6}( [a-z<&>"',;=+*/-]{1,5}){0,2}`)
	dates = rapid.Custom(func(t *rapid.T) roadmap.Date {
		if rapid.Bool().Draw(t, "none") {
			return 0
		}
		return today + roadmap.Date(rapid.IntRange(-60, 300).Draw(t, "days"))
	})
	efforts = rapid.Custom(func(t *rapid.T) roadmap.Effort {
		if rapid.IntRange(0, 3).Draw(t, "none") == 0 {
			return roadmap.Effort{}
		}
		return roadmap.HundredthDays(rapid.IntRange(0, 5000).Draw(t, "hundredths"))
	})
	amounts = rapid.SampledFrom([]float64{0, 0, 1, 0.1, 800, 1e-9, 123456.75, 1e15})
)

// build is a roadmap made by drafts, as a user would, of anything that a roadmap may hold.
type build struct {
	*rapid.T
	draft               *roadmap.Draft
	teams, goals, tasks []string
}

func randomRoadmap(t *rapid.T) *roadmap.Roadmap {
	b := &build{T: t, draft: roadmap.New("", today).Edit(today).Lenient()}
	b.settings()
	for range rapid.IntRange(0, 3).Draw(t, "teams") {
		b.team()
	}
	for range rapid.IntRange(0, 3).Draw(t, "goals") {
		b.goal()
	}
	for range rapid.IntRange(0, 6).Draw(t, "tasks") {
		b.task()
	}
	b.links()
	b.kept()
	r, err := b.draft.Close()
	b.must(err)
	return r
}

func (b *build) must(err error) {
	if err != nil {
		b.Fatal(err)
	}
}

func (b *build) number(most int) int { return rapid.IntRange(0, most).Draw(b.T, "number") }

// anyOf is one of the list, or none.
func (b *build) anyOf(list []string) string {
	return rapid.SampledFrom(append([]string{""}, list...)).Draw(b.T, "one")
}

func (b *build) settings() {
	s := *b.draft.Settings()
	s.Name, s.ToldDays, s.Currency = rapid.SampledFrom([]string{"", "Aurora <phone>"}).Draw(b.T, "name"), b.number(7), "€"
	s.Weekdays = roadmap.Weekdays(1 + b.number(126))
	s.Phases = rapid.SampledFrom([][]string{nil, {"Ship"}, roadmap.DefaultPhases()}).Draw(b.T, "phases")
	if rapid.Bool().Draw(b.T, "holiday") {
		s.Holidays = []roadmap.Period{{Name: "Year end", From: today, To: today + 3}}
	}
	b.must(b.draft.SetSettings(s))
}

func (b *build) team() {
	team := roadmap.Team{
		Name: words.Draw(b.T, "name"), Supplier: rapid.Bool().Draw(b.T, "supplier"), Contact: "Ana, ana@example.com",
		Weekdays: roadmap.Weekdays(b.number(127)), DayRate: amounts.Draw(b.T, "rate"), Rating: roadmap.Rating{Cost: b.number(5)},
		TimeOff: []roadmap.Period{{From: today, To: today, People: b.number(2)}},
	}
	if !team.Supplier {
		team.Capacity = b.number(4)
	}
	id, err := b.draft.AddTeam(team)
	b.must(err)
	b.teams = append(b.teams, id)
}

func (b *build) goal() {
	g := roadmap.Goal{
		Title: words.Draw(b.T, "title"), Deadline: dates.Draw(b.T, "deadline"), Notes: "line 1\n\tline 2", Parent: b.anyOf(b.goals),
		Score: roadmap.Score{Reach: amounts.Draw(b.T, "reach"), Confidence: 0.5}, Budget: amounts.Draw(b.T, "budget"),
	}
	if rapid.Bool().Draw(b.T, "metric") {
		g.Metric = &roadmap.Metric{Name: "stores", Target: amounts.Draw(b.T, "target"), Values: []roadmap.MetricValue{{Date: today}}}
	}
	id, err := b.draft.AddGoal(g)
	b.must(err)
	b.goals = append(b.goals, id)
	if rapid.Bool().Draw(b.T, "first") { // so that a parent may come after its child
		b.must(b.draft.MoveGoal(id, b.goals[0]))
	}
}

func (b *build) task() {
	task := roadmap.Task{
		Title: words.Draw(b.T, "title"), Team: b.anyOf(b.teams), Goal: b.anyOf(b.goals), Phase: b.anyOf(b.draft.Settings().Phases),
		Effort: efforts.Draw(b.T, "effort"), Estimate: roadmap.Estimate{Likely: efforts.Draw(b.T, "likely")}, People: 1 + b.number(3),
		Priority: 1 + b.number(3), Rank: b.number(2), NotBefore: dates.Draw(b.T, "not before"), Deadline: dates.Draw(b.T, "deadline"),
		Promised: dates.Draw(b.T, "promised"), Told: dates.Draw(b.T, "told"), Remaining: efforts.Draw(b.T, "remaining"),
		Status: rapid.SampledFrom([]roadmap.Status{roadmap.Todo, roadmap.Done, roadmap.Dropped}).Draw(b.T, "status"),
		Cost:   amounts.Draw(b.T, "cost"), AlternativeOf: b.anyOf(b.tasks),
		Blockers: []roadmap.Blocker{{Text: words.Draw(b.T, "blocker"), Since: dates.Draw(b.T, "since")}},
		Notes:    rapid.SampledFrom([]string{"", "=SUM(A1)", "\"two\"\nlines", "'=quoted"}).Draw(b.T, "notes"),
	}
	task.Tags = strings.Fields(b.anyOf([]string{"hardware", "a;b c,d", "-x"}))
	for _, team := range b.teams {
		if team != task.Team && rapid.Bool().Draw(b.T, "needed") {
			task.AlsoNeeds = append(task.AlsoNeeds, roadmap.Need{Team: team, People: 1 + b.number(2)})
		}
	}
	if rapid.Bool().Draw(b.T, "own id") {
		task.ID = fmt.Sprintf("%s%d", rapid.SampledFrom([]string{"x+2d", "t;", "PROJ-", "3:ss"}).Draw(b.T, "id"), len(b.tasks))
	}
	id, err := b.draft.AddTask(task)
	b.must(err)
	b.tasks = append(b.tasks, id)
}

// links go from earlier tasks to later ones, so that none is a cycle.
func (b *build) links() {
	for to := range b.tasks {
		for from := range to {
			if rapid.Bool().Draw(b.T, "linked") {
				b.must(b.draft.Link(roadmap.Dependency{From: b.tasks[from], To: b.tasks[to], Type: roadmap.LinkType(b.number(3)), Lag: b.number(8) - 4}))
			}
		}
	}
}

func (b *build) kept() {
	_, err := b.draft.AddRisk(roadmap.Risk{Title: "Mould crack", Probability: 0.2, Days: b.number(9), Tasks: b.tasks, Status: roadmap.RiskStatus(b.number(2))})
	b.must(err)
	b.must(b.draft.PutFilter(roadmap.Filter{Name: "mine", Text: "@mech is:slipping"}))
	for i, id := range b.tasks {
		b.must(b.draft.PutKnown(roadmap.Known{Flag: "slipping", Task: id, Days: b.number(4)}))
		b.must(b.draft.PutBaseline(roadmap.Baseline{Name: fmt.Sprint("Board ", i), Taken: today, Current: rapid.Bool().Draw(b.T, "current"),
			Tasks: []roadmap.BaselineTask{{ID: id, Start: today, Finish: today + 4, Effort: efforts.Draw(b.T, "effort")}, {ID: "gone", Start: today, Finish: today}}}))
	}
}
