package sample_test

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/sample"
	"bywhen/roadmap/schedule"
)

func TestATemplateIsSmallAndOnTime(t *testing.T) {
	for _, kind := range sample.Templates() {
		for _, today := range days() {
			r, err := sample.Template(kind.Name, today)
			if err != nil {
				t.Fatalf("%s on %s: %v", kind.Name, today, err)
			}
			if n := len(r.Tasks()); n < 12 || n > 20 || len(r.Teams()) < 4 || len(r.Goals()) != 1 || len(r.Dependencies()) < n-2 {
				t.Errorf("%s: %d tasks, %d teams, %d links", kind.Name, n, len(r.Teams()), len(r.Dependencies()))
			}
			if today == roadmap.FirstDate || today == roadmap.LastDate {
				continue
			}
			if s := r.Settings(); s.Start < today || s.Start > today+12 || !r.Calendar().Working(s.Start) {
				t.Errorf("%s on %s begins on %s", kind.Name, today, s.Start)
			}
			p := schedule.Compute(r, today, schedule.Options{})
			for _, f := range p.Flags() {
				if f.Severity >= schedule.Warning {
					t.Errorf("%s on %s: %s on %v, %d days", kind.Name, today, f.Kind, f.Subject(), f.Days)
				}
			}
			d := p.Deadlines()
			if len(d) != 1 || d[0].Forecast == 0 || d[0].Days < -15 || d[0].Days > -6 {
				t.Errorf("%s on %s: %+v", kind.Name, today, d)
			}
		}
	}
}

func TestAnUnknownTemplateIsRefused(t *testing.T) {
	_, err := sample.Template("rocket", roadmap.MustDate("2026-11-23"))
	if err == nil || !strings.Contains(err.Error(), `"rocket"`) || !strings.Contains(err.Error(), "launch, app or event") {
		t.Error(err)
	}
}
