package schedule_test

import (
	"testing"

	"bywhen/roadmap"
)

// Dossier waits for Licence, which is at legal; Tooling for a part that was promised for the Friday before today.
func TestWhatRestsOnAnEndNobodyKnowsNamesIt(t *testing.T) {
	s := newSketch(t)
	s.Task("Licence", 2, func(t *roadmap.Task) {
		t.Blockers = []roadmap.Blocker{{Text: "At legal", Since: roadmap.MustDate("2025-12-29")}}
	})
	s.Task("Part", 2, func(t *roadmap.Task) { t.Promised = roadmap.MustDate("2026-01-02") })
	s.Task("Dossier", 1, nil).Task("Shipment", 1, nil).Task("Tooling", 1, nil).Task("Poster", 1, nil)
	s.Link("Licence", "Dossier", roadmap.FinishToStart, 0).Link("Dossier", "Shipment", roadmap.FinishToStart, 0).Link("Part", "Tooling", roadmap.FinishToStart, 0)
	p := s.Plan()
	for task, want := range map[string]string{
		"Licence":  "Licence: At legal, no end known",
		"Shipment": "Licence: At legal, no end known",
		"Tooling":  "Part: promised 2 Jan, not delivered",
		"Poster":   "",
	} {
		if c, ok := p.RestsOn(p.Roadmap.TaskIndex(task)); c.Text != want || ok != (want != "") || c.Days != 0 {
			t.Errorf("%s rests on %+v", task, c)
		}
	}
}
