package sample

import "bywhen/roadmap"

var bigEvent = plan{
	title: "Event", goal: "Doors open", weeks: 15,
	teams: []roadmap.Team{
		{ID: "programme", Name: "Programme", Capacity: 2},
		{ID: "production", Name: "Production", Capacity: 2},
		{ID: "marketing", Name: "Marketing", Capacity: 1},
		{ID: "partners", Name: "Partners", Capacity: 1},
		{ID: "venue", Name: "Venue", Supplier: true},
	},
	work: []work{
		{id: "1", title: "Date and venue signed", team: "production", days: 5, goal: "goal", phase: "Discover"},
		{id: "2", title: "Theme and audience", team: "programme", days: 4, goal: "goal", phase: "Discover"},
		{id: "3", title: "Website and tickets", team: "marketing", days: 8, goal: "goal", phase: "Build", after: "1 2"},
		{id: "4", title: "Call for speakers", team: "programme", days: 20, goal: "goal", phase: "Source", after: "2"},
		{id: "5", title: "Sponsors signed", team: "partners", days: 30, goal: "goal", phase: "Source", after: "1 2"},
		{id: "6", title: "Programme decided", team: "programme", days: 10, people: 2, goal: "goal", phase: "Design", after: "4"},
		{id: "7", title: "Speakers' travel", team: "programme", days: 10, goal: "goal", phase: "Source", after: "6"},
		{id: "8", title: "Stage, sound and light", team: "production", days: 10, goal: "goal", phase: "Source", after: "6"},
		{id: "9", title: "Catering", team: "production", days: 4, goal: "goal", phase: "Source", after: "3+20"},
		{id: "10", title: "Campaign", team: "marketing", days: 25, goal: "goal", phase: "Launch", after: "3 6"},
		{id: "11", title: "Signs and badges", team: "marketing", days: 6, goal: "goal", phase: "Ship", after: "10FF"},
		{id: "12", title: "Set up", team: "venue", days: 2, goal: "goal", phase: "Ship", after: "8 9 11"},
		{id: "13", title: "Rehearsal", team: "programme", days: 2, people: 2, goal: "goal", phase: "Ship", after: "12 7"},
		{id: "14", title: "Doors open", goal: "goal", phase: "Launch", after: "13 5 10"},
		{id: "15", title: "Thanks, and what we learned", team: "programme", days: 3, phase: "Grow", after: "14+2"},
	},
}
