package schedule_test

import (
	"reflect"
	"testing"

	"bywhen/roadmap/schedule"

	"pgregory.net/rapid"
)

func TestAllTeamsAtOnceAreEachTeam(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := schedule.Compute(drawRoadmap(t), monday, schedule.Options{})
		for i, all := range p.Teams() {
			if one := p.Team(i); !reflect.DeepEqual(all, one) {
				t.Fatalf("team %d is %+v among all, %+v by itself", i, all, one)
			}
		}
	})
}
