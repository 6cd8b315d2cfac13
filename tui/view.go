package tui

import (
	"bywhen/tui/action"
	"bywhen/tui/alerts"
	"bywhen/tui/chance"
	"bywhen/tui/config"
	"bywhen/tui/goals"
	"bywhen/tui/history"
	"bywhen/tui/network"
	"bywhen/tui/plan"
	"bywhen/tui/scene"
	"bywhen/tui/teams"
)

// View is one of the screens over a roadmap.
type View interface {
	// Draw is the view in exactly h lines of w cells.
	Draw(s *scene.Scene, w, h int) []string
	// Act is asked first what an action means; what it does not handle means what it means everywhere.
	Act(s *scene.Scene, a action.Action) scene.Outcome
	// Mouse answers a click or the wheel at a cell of the frame drawn last.
	Mouse(s *scene.Scene, m scene.Mouse, x, y int) scene.Outcome
	// Keys are the actions that make sense now, the most useful first, for the bottom line.
	Keys(s *scene.Scene) []action.Action
}

// tab is a view in the second line.
type tab struct {
	name string
	view View
	// count is the number in brackets; nil, or 0, is none.
	count func(*scene.Scene) int
	// accepted is how many more there would be, had they not been accepted; nil, or 0, is none.
	accepted func(*scene.Scene) int
	// chance tells whether what chance puts at risk is counted, too.
	chance bool
	// forecast tells whether it shows a forecast, which is then made.
	forecast bool
	// filters tells whether it leaves out what a filter does not let through.
	filters bool
	// story tells whether the strip and the pane about the selection belong to it.
	story bool
}

// tabs are the views in their order.
func tabs(c *config.Config) []tab {
	outline, causes, crews := plan.New(), alerts.New(), teams.New()
	outline.Columns, outline.WeekBegin = c.Columns, c.WeekBegin
	crews.WeekBegin = c.WeekBegin
	return []tab{
		{name: "Plan", view: outline, filters: true, story: true},
		{name: "Alerts", view: causes, count: causes.Count, accepted: causes.Accepted, chance: true, filters: true},
		{name: "Teams", view: crews, count: crews.Count, filters: true},
		{name: "Network", view: network.New(), story: true},
		{name: "Forecast", view: chance.New(), forecast: true, story: true},
		{name: "Goals", view: goals.New(), forecast: true, filters: true, story: true},
		{name: "History", view: history.New()},
	}
}
