package details

import (
	"bywhen/roadmap"
	"bywhen/tui/paint"
)

// asks are the requests about a task that nobody has answered: who was asked, for what, and when.
func (b *builder) asks(t *roadmap.Task) {
	s := b.scene
	for _, a := range t.Asked {
		if a.Answered != 0 {
			continue
		}
		who := s.TeamName(a.Who)
		if who == "" {
			who = a.Who
		}
		value := who + ", on " + paint.Day(a.On, s.Today)
		switch {
		case a.Text != "":
			value += ": " + a.Text
		case a.For != 0:
			value += ", for " + paint.Day(a.For, s.Today)
		}
		b.field("Asked", value, paint.Accent)
	}
}
