package action

import "testing"

func TestEveryKeyDoesOneThing(t *testing.T) {
	seen := map[string]Action{}
	for _, e := range All() {
		for _, k := range e.Keys {
			if other, twice := seen[k]; twice {
				t.Errorf("%q does %q and %q", k, other.Entry().Name, e.Name)
			}
			seen[k] = e.Action
		}
	}
}

func TestEveryActionHasANameAndAWord(t *testing.T) {
	for a := Down; a < count; a++ {
		if e := a.Entry(); e.Name == "" || e.Short == "" {
			t.Errorf("action %d has no name", a)
		}
	}
	if got := Of("j"); got != Down {
		t.Errorf("j does %v", got)
	}
	if got := Of("é"); got != None {
		t.Errorf("é does %v", got)
	}
}
