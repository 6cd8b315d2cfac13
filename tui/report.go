package tui

import (
	"context"
	"strings"

	"bywhen/roadmap/forecast"
	"bywhen/roadmap/report"
	"bywhen/roadmap/schedule"
	"bywhen/tui/input"

	tea "github.com/charmbracelet/bubbletea"
)

// reportPage is the report in a pane: w, e and t choose for whom it is, f in which format it is shown and copied.
type reportPage struct {
	*input.Page
	m      *Model
	o      report.Options
	format string
	rough  *forecast.Rough // what the probabilities are of; nil until they are there
}

// reportMsg is the plan of a week ago, which the report compares with, and the rough forecast, made now.
type reportMsg struct {
	page  *reportPage
	then  *schedule.Plan
	rough *forecast.Rough
	err   error
}

var reportHints = []input.Hint{{Key: "w", Does: "week"}, {Key: "e", Does: "executives"}, {Key: "t", Does: "team"}, {Key: "f", Does: "format"}}

// report opens the report of the week; what has changed and how probable the deadlines are is filled in as soon as the history is
// read and a rough forecast made.
func (m *Model) report() tea.Cmd {
	p := &reportPage{Page: input.NewPage("", "", "", true, reportHints...), m: m, format: "text"}
	p.write()
	m.put(&over{component: p, taken: func(int) tea.Cmd { p.Say(m.copied("")); return m.toClipboard(p.Text()) }})
	run, rough, cores := m.session.WeekAgo(), m.roughly(m.session.Plan()), max(m.opts.Cores-1, 1)
	return m.guarded(func() tea.Msg {
		then, err := run()
		rough.Chances(context.Background(), cores)
		return reportMsg{p, then, rough, err}
	})
}

// reported fills in what has changed.
func (m *Model) reported(msg reportMsg) {
	if msg.err != nil {
		msg.page.Say(inShort(msg.err))
		return
	}
	msg.page.o.Then, msg.page.rough = msg.then, msg.rough
	msg.page.More(msg.page.text())
}

func (p *reportPage) write() {
	title := "Report"
	if p.format != "text" {
		title += ", " + p.format
	}
	p.Show(title, p.text())
}

// text is the report, with the probabilities where they are of what is reported.
func (p *reportPage) text() string {
	plan := p.m.session.Plan()
	p.o.Chances, p.o.Likely = nil, nil
	if p.rough != nil && p.rough.Plan() == plan {
		p.o.Chances, p.o.Likely = p.rough.Chances(context.Background(), 1), p.rough.LikelyDays(context.Background(), 1) // made already
	}
	if p.o.WhatIf = p.m.session.TrialName(); p.o.WhatIf == "" {
		p.o.WhatIf = strings.Join(p.m.session.Tried(), "; ")
	}
	return report.Of(plan, p.o).Write(p.format)
}

// Key chooses for whom the report is, and its format; all else is the page's.
func (p *reportPage) Key(k tea.KeyMsg) input.Outcome {
	switch k.String() {
	case "w":
		p.o.For = report.Week
	case "e":
		p.o.For = report.Exec
	case "t":
		if !p.nextTeam() {
			p.Say("there is no team yet")
			return input.Outcome{Did: input.Nothing}
		}
	case "f":
		formats := report.Formats()
		for i, f := range formats {
			if f == p.format {
				p.format = formats[(i+1)%len(formats)]
				break
			}
		}
	default:
		return p.Page.Key(k)
	}
	p.Say("")
	p.write()
	return input.Outcome{Did: input.Changed}
}

// nextTeam goes to the team of the selection, then from team to team.
func (p *reportPage) nextTeam() bool {
	r := p.m.session.Roadmap()
	if len(r.Teams()) == 0 {
		return false
	}
	at := r.TeamIndex(p.o.Team)
	if sel := p.m.scene.Selected; at < 0 {
		if t := r.Task(sel.Task); t != nil {
			at = r.TeamIndex(t.Team)
		} else {
			at = r.TeamIndex(sel.Team)
		}
		at = max(at, 0)
	} else if p.o.For == report.Team {
		at = (at + 1) % len(r.Teams())
	}
	p.o.For, p.o.Team = report.Team, r.Teams()[at].ID
	return true
}
