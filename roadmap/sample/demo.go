package sample

import "bywhen/roadmap"

// begin is the working day, counted from today, on which the demo's history begins.
const begin = -15

// Demo is the story of the Aurora phone: two quarters around today, with three weeks of history behind it. Launch slips by a
// week because an antenna comes late, Compliance is blocked by a licence, and most of the rest is fine. Around days at the
// ends of what a roadmap may name it lies a year further in.
func Demo(today roadmap.Date) Story {
	s, err := demo(inside(today))
	if err != nil {
		panic(err) // the story is fixed, and a test tells it for every kind of day
	}
	return s
}

func demo(today roadmap.Date) (Story, error) {
	r, w, err := blank("Aurora phone", today, -60)
	if err != nil {
		return Story{}, err
	}
	d := r.Edit(w.day(begin))
	for _, add := range []func(*roadmap.Draft, week) error{addTeams, addGoals} {
		if err := add(d, w); err != nil {
			return Story{}, err
		}
	}
	if err := addWork(d, w, begin, demoWork()); err != nil {
		return Story{}, err
	}
	if err := addRisks(d, w); err != nil {
		return Story{}, err
	}
	if err := d.PutFilter(roadmap.Filter{Name: "hardware that is tight", Text: "#hardware -status:done slack<5"}); err != nil {
		return Story{}, err
	}
	start, err := d.Close()
	return Story{Start: start, Made: Moment{w.day(begin), 9, 0}, Steps: demoSteps(w)}, err
}

func addTeams(d *roadmap.Draft, w week) error {
	for _, t := range []roadmap.Team{
		{ID: "research", Name: "Research", Capacity: 2, Contact: "Ines, ines@example.com", DayRate: 620},
		{ID: "design", Name: "Design", Capacity: 2, Contact: "Björn, bjorn@example.com", DayRate: 680,
			TimeOff: []roadmap.Period{w.period("Offsite", 22, 23, 0)}},
		{ID: "mech", Name: "Mechanics", Capacity: 3, Contact: "Ana, ana@example.com", DayRate: 720,
			TimeOff: []roadmap.Period{w.period("Offsite", -31, -30, 0), w.period("Ana away", 26, 33, 1)}},
		{ID: "firmware", Name: "Firmware", Capacity: 4, Contact: "Tomás, tomas@example.com", DayRate: 780,
			TimeOff: []roadmap.Period{w.period("Parental leave, Yuki", 45, 80, 1)},
			Extra:   []roadmap.Period{w.period("Contractor for the radio", 15, 44, 1)}},
		{ID: "compliance", Name: "Compliance", Capacity: 2, Contact: "Leila, leila@example.com", DayRate: 650},
		{ID: "ops", Name: "Operations", Capacity: 3, Contact: "Marek, marek@example.com", DayRate: 560},
		{ID: "line", Name: "Assembly line", Capacity: 1, Contact: "Marek, marek@example.com", DayRate: 1900},
		{ID: "marketing", Name: "Marketing", Capacity: 2, Contact: "Joy, joy@example.com", DayRate: 600,
			TimeOff: []roadmap.Period{w.period("Joy away", 12, 16, 1)}},
		{ID: "murata", Name: "Murata", Supplier: true, Contact: "sales desk, murata@example.com", Rating: roadmap.Rating{Specification: 5, Quality: 5, Cost: 3, Delivery: 2}},
		{ID: "kestrel", Name: "Kestrel Assembly", Supplier: true, Contact: "Wen, wen@example.com", Rating: roadmap.Rating{Specification: 4, Quality: 4, Cost: 4, Delivery: 4}},
		{ID: "lumen", Name: "Lumen Displays", Supplier: true, Contact: "Ottar, ottar@example.com", Rating: roadmap.Rating{Specification: 4, Quality: 3, Cost: 5, Delivery: 4}},
		{ID: "norlab", Name: "Norlab", Supplier: true, Contact: "Signe, signe@example.com"},
	} {
		if _, err := d.AddTeam(t); err != nil {
			return err
		}
	}
	return nil
}

func addGoals(d *roadmap.Draft, w week) error {
	for _, g := range []roadmap.Goal{
		{ID: "launch", Title: "Launch in first stores", Deadline: w.day(72), Budget: 250_000,
			Notes:  "The stores in Lisbon and Rotterdam open with it. The date is in both leases.",
			Metric: &roadmap.Metric{Name: "stores that have signed", Target: 40, Values: []roadmap.MetricValue{{Date: w.day(-22), Value: 3}}},
			Score:  roadmap.Score{Reach: 9000, Impact: 2, Confidence: 0.8}},
		{ID: "firmware-1", Title: "Firmware that can ship", Parent: "launch", Deadline: w.day(46),
			Score: roadmap.Score{Reach: 9000, Impact: 1, Confidence: 0.9}},
		{ID: "reviews", Title: "Reviews on launch day", Parent: "launch", Deadline: w.day(72),
			Metric: &roadmap.Metric{Name: "outlets", Target: 12, Values: []roadmap.MetricValue{{Date: w.day(-18), Value: 2}}},
			Score:  roadmap.Score{Reach: 4000, Impact: 1, Confidence: 0.5}},
		{ID: "certified", Title: "Certified in EU and US", Parent: "launch", Deadline: w.day(107), Budget: 60_000,
			Score: roadmap.Score{Reach: 6000, Impact: 2, Confidence: 0.8}},
		{ID: "grow", Title: "Forty stores by summer", Deadline: w.day(125),
			Score: roadmap.Score{Reach: 20_000, Impact: 1, Confidence: 0.5}},
	} {
		if _, err := d.AddGoal(g); err != nil {
			return err
		}
	}
	return nil
}

func addRisks(d *roadmap.Draft, w week) error {
	for _, r := range []roadmap.Risk{
		{ID: "mould", Title: "Mould cracks at first shots", Probability: 0.2, Days: 8, Money: 40_000, Tasks: []string{"25"},
			Mitigation: "Second toolmaker on call; steel for one more insert is paid.", Owner: "Ana", Review: w.day(9)},
		{ID: "customs", Title: "Battery cells held at customs", Probability: 0.15, Days: 5, Tasks: []string{"47"}, Owner: "Marek", Review: w.day(20),
			Mitigation: "Papers go to the broker a week ahead."},
		{ID: "yield", Title: "Low yield in the trial run", Probability: 0.3, Days: 3, Money: 15_000, Tasks: []string{"50"}, Owner: "Marek", Review: w.day(30)},
		{ID: "panel", Title: "Display supplier changes its process", Probability: 0.1, Days: 10, Tasks: []string{"46"}, Owner: "Ana",
			Status: roadmap.RiskClosed, Mitigation: "They keep the old line until summer, in writing."},
	} {
		if _, err := d.AddRisk(r); err != nil {
			return err
		}
	}
	return nil
}
