package tui

import (
	"fmt"
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/input"
)

// riskHere is the risk that is selected, where no tasks are marked, which go first; else nil.
func (m *Model) riskHere() *roadmap.Risk {
	if len(m.scene.Marks) > 0 {
		return nil
	}
	return m.scene.Roadmap.Risk(m.scene.Selected.Risk)
}

// riskFields are the form of a risk.
func (m *Model) riskFields(k *roadmap.Risk) []input.Field {
	r := m.session.Roadmap()
	var statuses []string
	for s := roadmap.RiskOpen; s <= roadmap.RiskClosed; s++ {
		statuses = append(statuses, s.String())
	}
	money := ""
	if k.Money != 0 {
		money = amount(k.Money)
	}
	return []input.Field{
		{Name: "title", Label: "Title", Value: k.Title, Read: input.Needed("a title", nil)},
		{Name: "probability", Label: "Chance", Value: percent(k.Probability), Hint: "20%"},
		{Name: "days", Label: "Costs", Value: strconv.Itoa(k.Days) + "d", Hint: "8d: working days of each task that it hits"},
		{Name: "tasks", Label: "Hits", Value: m.hits(k), Hint: "tasks by number or title, with commas between", Complete: input.Choices(taskTitles(r)...)},
		{Name: "mitigation", Label: "Mitigation", Value: k.Mitigation, Hint: "what is done about it"},
		{Name: "owner", Label: "Owner", Value: k.Owner, Complete: input.Choices(owners(r)...)},
		m.dateField("review", "Review", k.Review),
		{Name: "money", Label: "Money", Value: money},
		{Name: "status", Label: "Status", Value: k.Status.String(), Complete: input.Choices(statuses...)},
	}
}

func percent(share float64) string { return amount(share*100) + "%" }

// hits are the tasks that a risk would hit as they are typed: by their titles, or by number where a title does not name one alone.
func (m *Model) hits(k *roadmap.Risk) string {
	var out []string
	for _, id := range k.Tasks {
		t := m.scene.Roadmap.Task(id)
		named := 0
		for _, o := range m.scene.Roadmap.Tasks() {
			named += b2i(strings.HasPrefix(strings.ToLower(o.Title), strings.ToLower(t.Title)))
		}
		switch {
		case named > 1 || strings.ContainsAny(t.Title, `"\\`):
			out = append(out, id)
		case strings.ContainsAny(t.Title, " ,"):
			out = append(out, strconv.Quote(t.Title))
		default:
			out = append(out, t.Title)
		}
	}
	return strings.Join(out, ",")
}

func taskTitles(r *roadmap.Roadmap) []string {
	var out []string
	for _, t := range r.Tasks() {
		out = append(out, t.Title)
	}
	return out
}

// owners are those who own risks.
func owners(r *roadmap.Roadmap) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, k := range r.Risks() {
		if !seen[k.Owner] {
			seen[k.Owner] = true
			out = append(out, k.Owner)
		}
	}
	return out
}

// setRisk makes a risk open, happened or closed, and says how to take that back.
func (m *Model) setRisk(k *roadmap.Risk, to roadmap.RiskStatus) {
	words := map[roadmap.RiskStatus]string{roadmap.RiskOpen: "open again", roadmap.RiskHappened: "has happened", roadmap.RiskClosed: "closed"}[to]
	m.remove("risk "+quoted(k.Title)+": "+words, func(d *roadmap.Draft) error {
		return d.UpdateRisk(k.ID, func(k *roadmap.Risk) { k.Status = to })
	})
}

// nextRisk goes on from open to happened, and to closed, where it stops.
func (m *Model) nextRisk(k *roadmap.Risk) {
	if k.Status == roadmap.RiskClosed {
		m.tell(fmt.Sprintf("risk %s: closed already; ‹x› opens it again", quoted(k.Title)))
		return
	}
	m.setRisk(k, k.Status+1)
}

// dropRisk closes a risk, or opens it again.
func (m *Model) dropRisk(k *roadmap.Risk) {
	if k.Status == roadmap.RiskClosed {
		m.setRisk(k, roadmap.RiskOpen)
		return
	}
	m.setRisk(k, roadmap.RiskClosed)
}
