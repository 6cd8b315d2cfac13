package exchange

import "bywhen/roadmap"

// The fields of a task and of what a task holds, in the order in which they are written.

var needFields = object[roadmap.Need]{
	text("team", func(n *roadmap.Need) *string { return &n.Team }).need(),
	whole("people", 1, 1, func(n *roadmap.Need) *int { return &n.People }),
}

var estimateFields = object[roadmap.Estimate]{
	effort("optimistic", func(e *roadmap.Estimate) *roadmap.Effort { return &e.Optimistic }),
	effort("likely", func(e *roadmap.Estimate) *roadmap.Effort { return &e.Likely }),
	effort("pessimistic", func(e *roadmap.Estimate) *roadmap.Effort { return &e.Pessimistic }),
}

var promiseFields = object[roadmap.Promise]{
	day("on", func(p *roadmap.Promise) *roadmap.Date { return &p.On }).need(),
	day("date", func(p *roadmap.Promise) *roadmap.Date { return &p.Date }).need(),
}

var askFields = object[roadmap.Ask]{
	text("who", func(a *roadmap.Ask) *string { return &a.Who }),
	day("on", func(a *roadmap.Ask) *roadmap.Date { return &a.On }),
	day("for", func(a *roadmap.Ask) *roadmap.Date { return &a.For }),
	text("text", func(a *roadmap.Ask) *string { return &a.Text }),
	whole("days", 0, anyWhole, func(a *roadmap.Ask) *int { return &a.Days }),
	day("answered", func(a *roadmap.Ask) *roadmap.Date { return &a.Answered }),
}

var blockerFields = object[roadmap.Blocker]{
	text("text", func(b *roadmap.Blocker) *string { return &b.Text }),
	text("owner", func(b *roadmap.Blocker) *string { return &b.Owner }),
	day("since", func(b *roadmap.Blocker) *roadmap.Date { return &b.Since }),
	day("until", func(b *roadmap.Blocker) *roadmap.Date { return &b.Until }),
	day("cleared", func(b *roadmap.Blocker) *roadmap.Date { return &b.Cleared }),
}

var experimentFields = object[roadmap.Experiment]{
	text("hypothesis", func(e *roadmap.Experiment) *string { return &e.Hypothesis }),
	text("metric", func(e *roadmap.Experiment) *string { return &e.Metric }),
	amount("before", func(e *roadmap.Experiment) *float64 { return &e.Before }),
	amount("after", func(e *roadmap.Experiment) *float64 { return &e.After }),
	text("result", func(e *roadmap.Experiment) *string { return &e.Result }),
	text("verdict", func(e *roadmap.Experiment) *string { return &e.Verdict }),
}

var taskFields = object[roadmap.Task]{
	text("id", func(t *roadmap.Task) *string { return &t.ID }).need(),
	text("title", func(t *roadmap.Task) *string { return &t.Title }).need(),
	text("team", func(t *roadmap.Task) *string { return &t.Team }),
	effort("effort", func(t *roadmap.Task) *roadmap.Effort { return &t.Effort }),
	whole("people", 1, 1, func(t *roadmap.Task) *int { return &t.People }),
	list("also_needs", maxItems, needFields, roadmap.Need{People: 1}, func(n *roadmap.Need) string { return n.Team },
		func(t *roadmap.Task) *[]roadmap.Need { return &t.AlsoNeeds }),
	part("estimate", estimateFields, func(t *roadmap.Task) *roadmap.Estimate { return &t.Estimate }),
	text("goal", func(t *roadmap.Task) *string { return &t.Goal }),
	text("phase", func(t *roadmap.Task) *string { return &t.Phase }),
	whole("priority", roadmap.DefaultPriority, 1, func(t *roadmap.Task) *int { return &t.Priority }),
	whole("rank", 0, anyWhole, func(t *roadmap.Task) *int { return &t.Rank }),
	texts("tags", maxItems, func(t *roadmap.Task) *[]string { return &t.Tags }),
	day("not_before", func(t *roadmap.Task) *roadmap.Date { return &t.NotBefore }),
	day("deadline", func(t *roadmap.Task) *roadmap.Date { return &t.Deadline }),
	day("promised", func(t *roadmap.Task) *roadmap.Date { return &t.Promised }),
	word("status", roadmap.ParseStatus, func(t *roadmap.Task) *roadmap.Status { return &t.Status }),
	day("started", func(t *roadmap.Task) *roadmap.Date { return &t.Started }),
	day("finished", func(t *roadmap.Task) *roadmap.Date { return &t.Finished }),
	effort("remaining", func(t *roadmap.Task) *roadmap.Effort { return &t.Remaining }),
	day("told", func(t *roadmap.Task) *roadmap.Date { return &t.Told }),
	list("promises", maxItems, promiseFields, roadmap.Promise{}, func(p *roadmap.Promise) string { return "" },
		func(t *roadmap.Task) *[]roadmap.Promise { return &t.Promises }),
	list("asked", maxItems, askFields, roadmap.Ask{}, func(a *roadmap.Ask) string { return a.Who },
		func(t *roadmap.Task) *[]roadmap.Ask { return &t.Asked }),
	list("blockers", maxItems, blockerFields, roadmap.Blocker{}, func(b *roadmap.Blocker) string { return b.Text },
		func(t *roadmap.Task) *[]roadmap.Blocker { return &t.Blockers }),
	part("experiment", experimentFields, func(t *roadmap.Task) *roadmap.Experiment { return &t.Experiment }),
	text("alternative_of", func(t *roadmap.Task) *string { return &t.AlternativeOf }),
	amount("cost", func(t *roadmap.Task) *float64 { return &t.Cost }),
	text("notes", func(t *roadmap.Task) *string { return &t.Notes }),
}
