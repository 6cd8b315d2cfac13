package exchange_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
)

// The members of an entity are those that the roadmap's JSON has for it.
func TestTheMembersOfAnEntityAreThoseInTheJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { membersAreThoseInTheJSON(t, randomRoadmap(t)) })
	if m := exchange.MembersOf(nil); m != nil {
		t.Errorf("nothing has %v", m)
	}
}

func membersAreThoseInTheJSON(t *rapid.T, r *roadmap.Roadmap) {
	var whole map[string]json.RawMessage
	if err := json.Unmarshal([]byte(asJSON(t, r)), &whole); err != nil {
		t.Fatal(err)
	}
	for name, kind := range map[string]roadmap.Kind{"teams": roadmap.KindTeam, "goals": roadmap.KindGoal, "tasks": roadmap.KindTask,
		"dependencies": roadmap.KindDependency, "risks": roadmap.KindRisk, "known": roadmap.KindKnown, "filters": roadmap.KindFilter, "baselines": roadmap.KindBaseline} {
		var items []json.RawMessage
		if whole[name] != nil {
			if err := json.Unmarshal(whole[name], &items); err != nil {
				t.Fatal(err)
			}
		}
		for i, e := range r.Entities(kind) {
			if got, want := object(exchange.MembersOf(e)), object(exchange.Members(items[i])); got != want {
				t.Errorf("%s %d is %s, want %s", name, i, got, want)
			}
		}
	}
	for _, m := range exchange.MembersOf(r.Settings()) {
		var tight bytes.Buffer
		if err := json.Compact(&tight, whole[m.Name]); err != nil || tight.String() != string(m.Value) {
			t.Errorf("%s is %s, want %s", m.Name, m.Value, tight.String())
		}
	}
}

func object(members []exchange.Member) string {
	var b bytes.Buffer
	for _, m := range members {
		b.WriteString(m.Name + "=" + string(m.Value) + " ")
	}
	return b.String()
}
