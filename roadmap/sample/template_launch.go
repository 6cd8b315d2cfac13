package sample

import "bywhen/roadmap"

var hardwareLaunch = plan{
	title: "Hardware launch", goal: "In the first stores", weeks: 23,
	teams: []roadmap.Team{
		{ID: "design", Name: "Design", Capacity: 2},
		{ID: "mechanics", Name: "Mechanics", Capacity: 2},
		{ID: "electronics", Name: "Electronics", Capacity: 2},
		{ID: "firmware", Name: "Firmware", Capacity: 2},
		{ID: "operations", Name: "Operations", Capacity: 2},
		{ID: "marketing", Name: "Marketing", Capacity: 1},
		{ID: "toolmaker", Name: "Toolmaker", Supplier: true},
		{ID: "assembler", Name: "Assembler", Supplier: true},
	},
	work: []work{
		{id: "1", title: "Talks with twenty customers", team: "design", days: 10, goal: "goal", phase: "Discover"},
		{id: "2", title: "Concept chosen", goal: "goal", phase: "Discover", after: "1"},
		{id: "3", title: "Industrial design", team: "design", days: 20, goal: "goal", phase: "Design", after: "2"},
		{id: "4", title: "Enclosure CAD", team: "mechanics", days: 20, goal: "goal", phase: "Build", after: "3SS+10"},
		{id: "5", title: "Board, first prototype", team: "electronics", days: 25, goal: "goal", phase: "Build", after: "2"},
		{id: "6", title: "Firmware on the prototype", team: "firmware", days: 30, people: 2, goal: "goal", phase: "Build", after: "5"},
		{id: "7", title: "Works-like, looks-like prototype", team: "mechanics", days: 10, goal: "goal", phase: "Build", after: "3 4 5",
			more: needs("electronics")},
		{id: "8", title: "Design freeze", goal: "goal", phase: "Build", after: "7"},
		{id: "9", title: "Tooling", team: "toolmaker", days: 30, goal: "goal", phase: "Source", after: "8"},
		{id: "10", title: "Board, final", team: "electronics", days: 15, goal: "goal", phase: "Build", after: "8"},
		{id: "11", title: "Parts ordered", team: "operations", days: 5, goal: "goal", phase: "Source", after: "10"},
		{id: "12", title: "Certification", team: "electronics", days: 15, goal: "goal", phase: "Source", after: "10 6"},
		{id: "13", title: "Firmware 1.0", team: "firmware", days: 20, people: 2, goal: "goal", phase: "Build", after: "6"},
		{id: "14", title: "Trial run", team: "assembler", days: 5, goal: "goal", phase: "Ship", after: "9 11+10 13"},
		{id: "15", title: "First thousand", team: "assembler", days: 10, goal: "goal", phase: "Ship", after: "14 12"},
		{id: "16", title: "Packaging", team: "design", days: 8, goal: "goal", phase: "Ship", after: "8"},
		{id: "17", title: "Launch page and press kit", team: "marketing", days: 15, goal: "goal", phase: "Launch", after: "7"},
		{id: "18", title: "Freight to stores", team: "operations", days: 8, goal: "goal", phase: "Ship", after: "15 16"},
		{id: "19", title: "Launch", goal: "goal", phase: "Launch", after: "17 18"},
	},
}

// needs is one person of another team, for as long as the task runs.
func needs(team string) func(week, *roadmap.Task) {
	return func(_ week, t *roadmap.Task) { t.AlsoNeeds = []roadmap.Need{{Team: team, People: 1}} }
}
