package schedule

// Expected is where the task at a place was expected to lie when it was last told of. While its silence still means that things go as
// planned that is where it lies; after that the plan has moved it to the status date, and it is where it would lie had all silence been
// good for as long as it lasts: each task planned from the day of its last word.
//
// It says what to ask for, not where things stand. Where somebody has been silent for too long it takes a second plan, made when it is
// first asked for.
func (p *Plan) Expected(task int) TaskPlan {
	if !p.lost(task) {
		return p.Tasks[task]
	}
	p.expect.Do(func() {
		p.expected = Compute(p.Roadmap, p.Today, Options{NoLevel: !p.Levelled, Dates: p.Dates, trusting: true})
	})
	if t := p.expected.Tasks[task]; t.Planned {
		return t
	}
	return p.Tasks[task]
}

// lost tells whether the task at a place is open, and the silence since its last word is lost.
func (p *Plan) lost(task int) bool {
	b := &p.briefs[task]
	return b.Status.Open() && b.Told != 0 && b.Told < p.today && p.jobs[task].planDay != b.Told
}
