package sample

import "bywhen/roadmap"

var appRelease = plan{
	title: "App release", goal: "Version 1.0 in the stores", weeks: 12,
	teams: []roadmap.Team{
		{ID: "research", Name: "Research", Capacity: 1},
		{ID: "design", Name: "Design", Capacity: 1},
		{ID: "mobile", Name: "Mobile", Capacity: 3},
		{ID: "backend", Name: "Backend", Capacity: 2},
		{ID: "quality", Name: "Quality", Capacity: 1},
		{ID: "marketing", Name: "Marketing", Capacity: 1},
	},
	work: []work{
		{id: "1", title: "Interviews", team: "research", days: 6, goal: "goal", phase: "Discover"},
		{id: "2", title: "What 1.0 is, and is not", goal: "goal", phase: "Discover", after: "1"},
		{id: "3", title: "Flows and wireframes", team: "design", days: 8, goal: "goal", phase: "Design", after: "2"},
		{id: "4", title: "Clickable prototype tested", team: "research", days: 4, goal: "goal", phase: "Design", after: "3"},
		{id: "5", title: "Visual design", team: "design", days: 10, goal: "goal", phase: "Design", after: "3"},
		{id: "6", title: "Accounts and sync", team: "backend", days: 20, people: 2, goal: "goal", phase: "Build", after: "2"},
		{id: "7", title: "App shell", team: "mobile", days: 8, goal: "goal", phase: "Build", after: "2"},
		{id: "8", title: "Main screens", team: "mobile", days: 30, people: 2, goal: "goal", phase: "Build", after: "7 5SS+5 4"},
		{id: "9", title: "Offline use", team: "mobile", days: 10, goal: "goal", phase: "Build", after: "6 7"},
		{id: "10", title: "Payments", team: "backend", days: 8, goal: "goal", phase: "Build", after: "6"},
		{id: "11", title: "Beta to a hundred users", team: "quality", days: 10, goal: "goal", phase: "Ship", after: "8 9"},
		{id: "12", title: "Fixes from the beta", team: "mobile", days: 12, people: 2, goal: "goal", phase: "Ship", after: "11SS+4 11FF+2"},
		{id: "13", title: "Privacy and legal review", team: "backend", days: 3, goal: "goal", phase: "Ship", after: "10"},
		{id: "14", title: "Store listing", team: "marketing", days: 5, goal: "goal", phase: "Launch", after: "5"},
		{id: "15", title: "Review by the stores", team: "quality", days: 3, goal: "goal", phase: "Launch", after: "12 13 14"},
		{id: "16", title: "Release", goal: "goal", phase: "Launch", after: "15"},
		{id: "17", title: "First week: numbers and crashes", team: "quality", days: 5, phase: "Grow", after: "16"},
	},
}
