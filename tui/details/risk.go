package details

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"bywhen/roadmap"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// risk is all that is known of a risk, and how the tasks that it hits stand.
func (b *builder) risk(k *roadmap.Risk) {
	s := b.scene
	b.text(paint.Bold, k.Title, 3)
	b.line(paint.Span{Style: paint.Dim, Text: "risk · " + riskStatus(k)})
	b.gap()
	b.field("Chance", share100(k.Probability)+" %", paint.Text)
	b.field("Costs", fmt.Sprintf("%dd, %.1fd expected", k.Days, k.Probability*float64(k.Days)), paint.Text)
	if k.Money != 0 {
		b.field("Money", strconv.FormatFloat(k.Money, 'f', -1, 64), paint.Text)
	}
	b.field("Owner", k.Owner, paint.Text)
	b.field("Review", optionalDay(k.Review, s.Today), paint.Text)
	if k.Mitigation != "" {
		b.heading("Mitigation")
		b.text(paint.Text, k.Mitigation, 12)
	}
	if len(k.Tasks) == 0 {
		return
	}
	b.heading("Would hit")
	for _, id := range k.Tasks {
		i := s.Roadmap.TaskIndex(id)
		if i < 0 {
			continue
		}
		t, p := s.Roadmap.Tasks()[i], &s.Plan.Tasks[i]
		mark, style := s.Theme.Status(t.Status)
		b.named(mark, style, t.Title, paint.DayOrLater(p.Finish, s.Today, p.OpenEnd), paint.Dim)
	}
}

func riskStatus(k *roadmap.Risk) string {
	return map[roadmap.RiskStatus]string{roadmap.RiskOpen: "open", roadmap.RiskHappened: "has happened", roadmap.RiskClosed: "closed"}[k.Status]
}

// share100 is a share in percent, with at most one decimal.
func share100(f float64) string { return strconv.FormatFloat(math.Round(f*1000)/10, 'f', -1, 64) }

// riskStory is what may happen, to what, and what is done about it.
func riskStory(s *scene.Scene, k *roadmap.Risk) string {
	hits := ""
	if n := len(k.Tasks); n > 0 {
		hits = " to " + s.Title(scene.Ref{Task: k.Tasks[0]})
		if n > 1 {
			hits += fmt.Sprintf(" and %d more", n-1)
		}
	}
	out := fmt.Sprintf("%s would cost %s%s with %s %%", k.Title, workingDays(k.Days), hits, share100(k.Probability))
	switch {
	case k.Status == roadmap.RiskHappened:
		return k.Title + " has happened" + strings.Replace(hits, " to ", ": it hits ", 1) + "."
	case k.Status == roadmap.RiskClosed:
		return k.Title + " is closed: it counts no more."
	case k.Mitigation == "" && k.Owner == "":
		return out + "; nothing is done about it, and nobody owns it."
	case k.Mitigation == "":
		return out + "; " + k.Owner + " owns it, nothing is done about it yet."
	}
	out += "; against it: " + strings.TrimSuffix(k.Mitigation, ".")
	if k.Owner != "" {
		out += " (" + k.Owner + ")"
	}
	return out + "."
}
