package tui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/input"
	"bywhen/tui/paint"
)

// risksHere are the risks that an action takes; none where what is marked, or selected, is something else.
func (m *Model) risksHere() (out []*roadmap.Risk) {
	for _, r := range m.things() {
		if k := m.scene.Roadmap.Risk(r.Risk); k != nil {
			out = append(out, k)
		}
	}
	return out
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

// setRisks gives each of some risks a status, and says what became of them, and how to take that back.
func (m *Model) setRisks(risks []*roadmap.Risk, to func(roadmap.RiskStatus) roadmap.RiskStatus) {
	var out []string
	words := map[roadmap.RiskStatus]string{roadmap.RiskOpen: "open again", roadmap.RiskHappened: "has happened", roadmap.RiskClosed: "closed"}
	for s := roadmap.RiskOpen; s <= roadmap.RiskClosed; s++ {
		n := 0
		for _, k := range risks {
			n += b2i(to(k.Status) == s)
		}
		switch {
		case n == len(risks):
			out = append(out, words[s])
		case n > 0:
			out = append(out, strconv.Itoa(n)+" "+words[s])
		}
	}
	title := "risk " + quoted(risks[0].Title)
	if len(risks) > 1 {
		title = paint.Count(len(risks), "risk")
	}
	m.remove(title+": "+strings.Join(out, ", "), func(d *roadmap.Draft) error {
		for _, k := range risks {
			if err := d.UpdateRisk(k.ID, func(k *roadmap.Risk) { k.Status = to(k.Status) }); err != nil {
				return err
			}
		}
		return nil
	})
}

// nextRisks goes on from open to happened, and to closed, where it stops. Of several risks each takes the step.
func (m *Model) nextRisks(risks []*roadmap.Risk) {
	left := slices.DeleteFunc(slices.Clone(risks), func(k *roadmap.Risk) bool { return k.Status == roadmap.RiskClosed })
	switch {
	case len(left) > 0:
		m.setRisks(left, func(s roadmap.RiskStatus) roadmap.RiskStatus { return s + 1 })
	case len(risks) > 1:
		m.tell(paint.Count(len(risks), "risk") + ": closed already; ‹x› opens them again")
	default:
		m.tell(fmt.Sprintf("risk %s: closed already; ‹x› opens it again", quoted(risks[0].Title)))
	}
}

// dropRisks closes risks; where the first one is closed it opens those that are again.
func (m *Model) dropRisks(risks []*roadmap.Risk) {
	to := roadmap.RiskClosed
	if risks[0].Status == roadmap.RiskClosed {
		to = roadmap.RiskOpen
	}
	left := slices.DeleteFunc(slices.Clone(risks), func(k *roadmap.Risk) bool { return (k.Status == roadmap.RiskClosed) == (to == roadmap.RiskClosed) })
	m.setRisks(left, func(roadmap.RiskStatus) roadmap.RiskStatus { return to })
}
