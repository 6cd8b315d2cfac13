package details

import (
	"fmt"

	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// mostCauses is how many causes of the ledger the pane shows.
const mostCauses = 4

// ledger is the slip ledger of a deadline in short: since when, the first causes, and how to see all of it. It is left out until
// it is known, and where nothing has moved the deadline.
func (b *builder) ledger(r scene.Ref) {
	s := b.scene
	l := s.Ledger
	if l == nil || l.On != r || len(l.Lines) == 0 {
		return
	}
	since := "the history began"
	switch {
	case l.Since.Baseline != "":
		since = l.Since.Baseline
	case l.Since.Later():
		since = "it was first forecast"
	}
	b.heading("Since " + since + ", " + paint.Day(l.Since.Day, s.Today))
	groups := l.ByCause(s.Roadmap)
	for i, g := range groups {
		if i == mostCauses {
			b.line(paint.Span{Style: paint.Dim, Text: fmt.Sprintf("  and %d more", len(groups)-i)})
			break
		}
		b.named("", paint.Text, g.Text, paint.Delta(g.Days, false), paint.DeltaStyle(g.Days, false))
	}
	span := paint.Day(l.Since.Date, s.Today)
	if l.Forecast != 0 {
		span += " " + s.Theme.Arrow + " " + paint.DayOrLater(l.Forecast, s.Today, l.OpenEnd)
	}
	if whole := span + ", " + s.Keys.Text("‹w› the ledger"); paint.Width(whole)+paint.Width(s.Theme.DeltaTo(l.Days, l.OpenEnd)) <= b.width-5 {
		span = whole
	}
	b.named("", paint.Dim, span, s.Theme.DeltaTo(l.Days, l.OpenEnd), paint.DeltaStyle(l.Days, l.OpenEnd)|paint.Bold)
}
