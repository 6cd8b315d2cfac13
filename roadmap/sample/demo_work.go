package sample

import "bywhen/roadmap"

// demoWork is the demo's tasks, in the order in which the roadmap shows them. Their ids are their places, from 1.
func demoWork() []work {
	var all []work
	for _, part := range [][]work{demoDiscovery, demoDesign, demoMechanics, demoFirmware, demoSupply, demoLaunch, demoCertification, demoGrowth} {
		all = append(all, part...)
	}
	return all
}

var demoDiscovery = []work{
	{id: "1", title: "Competitor teardown", team: "research", days: 6, goal: "launch", phase: "Discover", done: [2]int{-55, -50}},
	{id: "2", title: "Price study", team: "research", days: 8, goal: "launch", phase: "Discover", done: [2]int{-40, -33}},
	{id: "3", title: "Early adopter interviews", team: "research", days: 10, goal: "launch", phase: "Discover", done: [2]int{-30, -21}},
	{id: "4", title: "Name test", team: "research", days: 4, goal: "launch", phase: "Discover", done: [2]int{-20, -17}, more: nameTest},
	{id: "5", title: "Survey early adopters", team: "research", days: 16, people: 2, goal: "launch", phase: "Discover", after: "3", done: [2]int{-8, -1},
		more: func(_ week, t *roadmap.Task) {
			t.Notes = "240 people who pre-registered. It decides the colours that the stores get."
		}},
	{id: "6", title: "Price confirmed", team: "research", goal: "launch", phase: "Discover", after: "2 5+2"},
}

func nameTest(_ week, t *roadmap.Task) {
	t.Experiment = roadmap.Experiment{Hypothesis: "A name that is a light is remembered a day later by one in three.",
		Metric: "recall after a day", Before: 0.21, After: 0.37, Result: "37 % of 180 recalled Aurora, 21 % the working name.", Verdict: "keep"}
}

var demoDesign = []work{
	{id: "7", title: "Concept sketches", team: "design", days: 20, people: 2, goal: "launch", phase: "Design", done: [2]int{-52, -43}},
	{id: "8", title: "Colours and materials", team: "design", days: 8, goal: "launch", phase: "Design", after: "7", done: [2]int{-42, -35}},
	{id: "9", title: "Industrial design", team: "design", days: 16, goal: "launch", phase: "Design", after: "8", doing: [2]int{-12, 4}, more: tagged("hardware")},
	{id: "10", title: "User interface kit", team: "design", days: 12, goal: "firmware-1", phase: "Design", doing: [2]int{-6, 6}},
	{id: "11", title: "Packaging design", team: "design", days: 6, goal: "launch", phase: "Design", after: "9", more: func(w week, t *roadmap.Task) {
		t.Deadline, t.Tags = w.day(20), []string{"print"}
	}},
	{id: "12", title: "Icons and sounds", team: "design", days: 6, goal: "firmware-1", phase: "Design", after: "10"},
	{id: "13", title: "Quick start guide", team: "design", days: 5, goal: "launch", phase: "Ship", after: "11-1", more: func(_ week, t *roadmap.Task) {
		t.AlsoNeeds = []roadmap.Need{{Team: "marketing", People: 1}}
	}},
	{id: "14", title: "Store visuals", team: "design", days: 8, goal: "launch", phase: "Launch", after: "11 5"},
	{id: "15", title: "Case study", team: "design", days: 6, goal: "grow", phase: "Grow", after: "12", more: func(w week, t *roadmap.Task) {
		t.Priority, t.Deadline = 4, w.day(45)
	}},
}

func tagged(tags ...string) func(week, *roadmap.Task) {
	return func(_ week, t *roadmap.Task) { t.Tags = tags }
}

var demoMechanics = []work{
	{id: "16", title: "Architecture mock-up", team: "mech", days: 18, people: 2, goal: "launch", phase: "Design", after: "7", done: [2]int{-42, -34}},
	{id: "17", title: "Hinge prototype", team: "mech", days: 16, people: 2, goal: "launch", phase: "Build", after: "16", done: [2]int{-33, -24}},
	{id: "18", title: "Drop tests, round 1", team: "mech", days: 12, people: 2, goal: "launch", phase: "Build", after: "17", done: [2]int{-23, -18}},
	{id: "19", title: "Thermal model", team: "mech", days: 12, goal: "launch", phase: "Build", done: [2]int{-20, -9}},
	{id: "20", title: "Hinge fatigue test", team: "mech", days: 18, people: 2, goal: "launch", phase: "Build", after: "17", doing: [2]int{-4, 10}, more: tagged("hardware")},
	{id: "21", title: "CAD freeze", team: "mech", days: 5, goal: "launch", phase: "Build", after: "19 9FF+1", more: func(w week, t *roadmap.Task) {
		t.NotBefore, t.Priority, t.Tags = w.day(0), 2, []string{"hardware"}
	}},
	{id: "22", title: "Water seal", team: "mech", days: 12, people: 2, goal: "launch", phase: "Build", after: "21", more: tagged("hardware")},
	{id: "23", title: "Speaker grille samples", team: "mech", days: 5, goal: "launch", phase: "Build", after: "21"},
	{id: "24", title: "Design files frozen", team: "mech", goal: "launch", phase: "Build", after: "21"},
	{id: "25", title: "Enclosure tooling", team: "mech", days: 27, goal: "launch", phase: "Build", after: "9 24 44", more: func(w week, t *roadmap.Task) {
		t.Deadline, t.Priority, t.Tags, t.Cost = w.day(37), 2, []string{"hardware"}, 84_000
		t.Estimate = roadmap.Estimate{Optimistic: roadmap.PersonDays(22), Likely: roadmap.PersonDays(27), Pessimistic: roadmap.PersonDays(40)}
		t.Notes = "Four-cavity steel mould. The antenna's outline decides the insert, so nothing is cut before it is here."
	}},
	{id: "26", title: "Assembly trial", team: "mech", days: 22, people: 2, goal: "launch", phase: "Build", after: "25 46 47", more: func(_ week, t *roadmap.Task) {
		t.AlsoNeeds, t.Priority = []roadmap.Need{{Team: "ops", People: 1}}, 2
	}},
	{id: "27", title: "Drop tests, round 2", team: "mech", days: 8, goal: "certified", phase: "Build", after: "25+2"},
	{id: "28", title: "Repair manual", team: "mech", days: 6, goal: "grow", phase: "Ship", after: "26"},
}

var demoFirmware = []work{
	{id: "29", title: "Bootloader", team: "firmware", days: 9, goal: "firmware-1", phase: "Build", done: [2]int{-44, -36}},
	{id: "30", title: "Board bring-up", team: "firmware", days: 28, people: 2, goal: "firmware-1", phase: "Build", after: "29", done: [2]int{-35, -22}},
	{id: "31", title: "Radio driver", team: "firmware", days: 14, goal: "firmware-1", phase: "Build", after: "30", doing: [2]int{-16, -2}, more: func(_ week, t *roadmap.Task) { t.Priority = 2 }},
	{id: "32", title: "Power management", team: "firmware", days: 16, goal: "firmware-1", phase: "Build", after: "30", doing: [2]int{-8, 8}},
	{id: "33", title: "Camera pipeline", team: "firmware", days: 24, goal: "firmware-1", phase: "Build", after: "30", doing: [2]int{-14, 10}},
	{id: "34", title: "Test automation", team: "firmware", days: 20, goal: "firmware-1", phase: "Build", doing: [2]int{-5, 15}, more: func(_ week, t *roadmap.Task) { t.Priority = 4 }},
	{id: "35", title: "Over-the-air updates", team: "firmware", days: 12, goal: "firmware-1", phase: "Build", after: "31"},
	{id: "36", title: "Fingerprint unlock", team: "firmware", days: 10, goal: "firmware-1", phase: "Build", after: "32"},
	{id: "37", title: "Translations", team: "firmware", days: 8, goal: "firmware-1", phase: "Build", after: "12"},
	{id: "38", title: "Beta to testers", team: "firmware", goal: "firmware-1", phase: "Build", after: "33 35"},
	{id: "39", title: "Radio tuning", team: "firmware", days: 11, goal: "firmware-1", phase: "Build", after: "31 44", more: func(_ week, t *roadmap.Task) { t.Priority = 2 }},
	{id: "40", title: "Firmware 1.0", team: "firmware", days: 30, people: 2, goal: "firmware-1", phase: "Build", after: "33 36 38 39", more: func(w week, t *roadmap.Task) {
		t.Deadline, t.Priority, t.Tags = w.day(42), 2, []string{"software"}
		t.Estimate = roadmap.Estimate{Optimistic: roadmap.PersonDays(24), Likely: roadmap.PersonDays(30), Pessimistic: roadmap.PersonDays(44)}
	}},
	{id: "41", title: "Factory test software", team: "firmware", days: 12, goal: "launch", phase: "Ship", after: "40SS+5"},
}

var demoSupply = []work{
	{id: "42", title: "Supplier audit", team: "ops", days: 8, goal: "launch", phase: "Source", done: [2]int{-38, -31}},
	{id: "43", title: "Antenna samples", team: "murata", days: 5, goal: "launch", phase: "Source", done: [2]int{-18, -4}, more: promised(-6, -30)},
	{id: "44", title: "Antenna module", team: "murata", days: 8, goal: "launch", phase: "Source", after: "43-10", more: func(w week, t *roadmap.Task) {
		promised(8, -26)(w, t)
		t.Tags, t.Cost = []string{"hardware"}, 31_000
		t.Notes = "Murata's fourth board revision. Ask for the outline drawing first: tooling can begin on it."
	}},
	{id: "45", title: "Bill of materials, second issue", team: "ops", days: 7, goal: "launch", phase: "Source", after: "42", done: [2]int{-16, -10}},
	{id: "46", title: "Display panels", team: "lumen", days: 20, goal: "launch", phase: "Source", after: "45", more: func(w week, t *roadmap.Task) {
		promised(18, -20)(w, t)
		t.Asked = []roadmap.Ask{{Who: "lumen", On: w.day(-24), For: w.day(18), Text: "A date for the first 500 panels", Answered: w.day(-20)}}
	}},
	{id: "47", title: "Battery cells", team: "lumen", days: 15, goal: "launch", phase: "Source", after: "45", more: promised(27, -20)},
	{id: "48", title: "Line layout", team: "ops", days: 14, goal: "launch", phase: "Source", doing: [2]int{-6, 8}},
	{id: "49", title: "Warehouse contract", team: "ops", days: 5, goal: "launch", phase: "Source", more: func(w week, t *roadmap.Task) { t.NotBefore = w.day(3) }},
}

// promised is a promise made on a day, both counted from today.
func promised(to, on int) func(week, *roadmap.Task) {
	return func(w week, t *roadmap.Task) {
		t.Promised = w.day(to)
		t.Promises = []roadmap.Promise{{On: w.day(on), Date: w.day(to)}}
	}
}

var demoLaunch = []work{
	{id: "50", title: "Trial run", team: "line", days: 5, goal: "launch", phase: "Ship", after: "26 41 48", more: func(_ week, t *roadmap.Task) { t.Priority = 1 }},
	{id: "51", title: "Volume production", team: "kestrel", days: 12, goal: "launch", phase: "Ship", after: "50"},
	{id: "52", title: "Ship to stores", team: "ops", days: 10, people: 2, goal: "launch", phase: "Ship", after: "51 49"},
	{id: "53", title: "Positioning", team: "marketing", days: 9, goal: "launch", phase: "Launch", after: "3", done: [2]int{-28, -20}},
	{id: "54", title: "Launch site", team: "marketing", days: 12, goal: "launch", phase: "Launch", after: "53", doing: [2]int{-3, 9}},
	{id: "55", title: "Campaign video", team: "marketing", days: 10, goal: "launch", phase: "Launch", after: "9 53", more: func(w week, t *roadmap.Task) { t.Cost = 28_000 }},
	{id: "56", title: "Retail display", team: "marketing", days: 20, goal: "launch", phase: "Launch", after: "14", more: func(w week, t *roadmap.Task) {
		t.NotBefore, t.Priority, t.Cost = w.day(53), 2, 36_000
	}},
	{id: "57", title: "Staff training in stores", team: "marketing", days: 6, goal: "launch", phase: "Launch", after: "54 13", more: func(w week, t *roadmap.Task) { t.NotBefore = w.day(60) }},
	{id: "58", title: "Launch day", goal: "launch", phase: "Launch", after: "40 52+2 54 55 56 57", more: tagged("board")},
	{id: "59", title: "Reliability builds", team: "line", days: 10, goal: "launch", phase: "Build", after: "21+5", more: func(_ week, t *roadmap.Task) { t.Priority = 2 }},
	{id: "61", title: "Press kit", team: "marketing", days: 6, goal: "reviews", phase: "Launch", after: "14"},
	{id: "62", title: "Units with reviewers", team: "marketing", goal: "reviews", phase: "Launch", after: "61"},
	{id: "73", title: "Pre-orders", team: "marketing", days: 15, goal: "grow", phase: "Launch", after: "54 58SF"},
}

// pressUnits were asked for later than the rest, and the line is taken when they could be built.
var pressUnits = work{id: "60", title: "Press units", team: "line", days: 4, goal: "reviews", phase: "Launch",
	more: func(w week, t *roadmap.Task) { t.Deadline = w.day(20) }}

var demoCertification = []work{
	{id: "63", title: "Standards survey", team: "compliance", days: 7, goal: "certified", phase: "Source", done: [2]int{-50, -44}},
	{id: "64", title: "Export licence", team: "compliance", days: 10, goal: "certified", phase: "Source", after: "63", doing: [2]int{-9, 5}},
	{id: "65", title: "Certification dossier", team: "compliance", days: 20, people: 2, goal: "certified", phase: "Source", after: "64", more: func(_ week, t *roadmap.Task) { t.Cost = 9_000 }},
	{id: "66", title: "Recycling registration", team: "compliance", days: 3, goal: "certified", phase: "Source", after: "65 11"},
	{id: "67", title: "EU type test", team: "norlab", days: 15, goal: "certified", phase: "Source", after: "65 26 40", more: promised(84, -22)},
	{id: "68", title: "US type test", team: "norlab", days: 15, goal: "certified", phase: "Source", after: "67SS+5", more: promised(95, -22)},
	{id: "69", title: "Certified", team: "compliance", goal: "certified", phase: "Source", after: "66 67 68+2 27"},
}

var demoGrowth = []work{
	{id: "70", title: "Firmware 1.1", team: "firmware", days: 24, people: 2, goal: "grow", phase: "Grow", after: "58+5"},
	{id: "71", title: "Store pilot survey", team: "research", days: 8, people: 2, goal: "grow", phase: "Grow", after: "58+10"},
	{id: "72", title: "Second wave of stores", team: "marketing", days: 10, goal: "grow", phase: "Grow", after: "71"},
}
