package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"

	tea "github.com/charmbracelet/bubbletea"
)

// unlikely is a roadmap of one task of 60 days that ends ten days before its deadline by the plan, and by chance rather not: a plain
// effort may take twice as long.
func unlikely(t testing.TB) *roadmap.Roadmap {
	d := roadmap.New("Phone", monday).Edit(monday)
	if _, err := d.AddTask(roadmap.Task{Title: "Case", Effort: roadmap.PersonDays(60), Deadline: roadmap.MustDate("2027-02-26")}); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// What is an alert does not depend on which view was looked at before, and the number in its tab settles without a visit.
func TestWhatIsAnAlertDoesNotDependOnWhatWasLookedAt(t *testing.T) {
	straight := openOn(t, unlikely(t), 120, 36).sees("Alerts (1)").keys("2").sees("Case is kept in only").text()
	if after := openOn(t, unlikely(t), 120, 36).keys("5 6 2").text(); after != straight {
		t.Errorf("after a look at the Forecast the Alerts are\n%s\nand else\n%s", after, straight)
	}
}

// The probabilities are worked out when no key has come for a while; the next key gives that up, and they are begun anew after it.
// Until they are there the Alerts say so.
func TestTheProbabilitiesWaitForTheKeysToRest(t *testing.T) {
	u := openOn(t, unlikely(t), 120, 36)
	u.m.rest = calmFor
	u.m.edit("longer", "", func(d *roadmap.Draft) error {
		return d.UpdateTask(u.task("Case").ID, func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(61) })
	})
	key := func() { u.m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("2")}) }
	key()
	u.sees("probabilities: computing").seesNot("is kept in only")
	o := &u.m.outlook
	if o.waits == 0 {
		t.Fatal("nothing is waited for")
	}
	if u.m.calm(calmMsg{o.keys - 1}) != nil {
		t.Error("it begins although a key has come since")
	}
	work := u.m.calm(calmMsg{o.keys})
	if !o.reckoning.running() {
		t.Fatal("it does not begin when no key has come")
	}
	if key(); o.reckoning.running() {
		t.Error("a key does not give it up")
	}
	work()
	work = u.m.calm(calmMsg{o.keys})
	u.m.Update(work())
	u.sees("is kept in only").seesNot("probabilities: computing")
	if u.m.reckons() != nil || o.waits > 0 {
		t.Error("something is waited for although all is known")
	}
}

// Those of a large roadmap wait for a longer rest, unless Alerts asks for them, and those of a very large one for that.
func TestTheProbabilitiesOfALargeRoadmapWaitLonger(t *testing.T) {
	d := unlikely(t).Edit(monday)
	for range soonReckoned {
		if _, err := d.AddTask(roadmap.Task{Title: "Small", Effort: roadmap.PersonDays(1)}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	u := openOn(t, r, 120, 36).sees("Alerts (1)")
	u.m.rest = calmFor
	u.m.edit("longer", "", func(d *roadmap.Draft) error {
		return d.UpdateTask(u.task("Case").ID, func(t *roadmap.Task) { t.Effort = roadmap.PersonDays(61) })
	})
	o := &u.m.outlook
	if u.m.Update(nil); o.waits != calmForLarge {
		t.Errorf("it waits for %s", o.waits)
	}
	if u.m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("2")}); o.waits != calmFor {
		t.Errorf("asked for by the Alerts it waits for %s", o.waits)
	}
	if _, ok := calmBefore(mostReckoned+1, false); ok {
		t.Error("what takes too long is worked out unasked")
	}
	if wait, ok := calmBefore(mostReckoned+1, true); !ok || wait != calmFor {
		t.Error("what the Alerts ask for is not worked out")
	}
}

// The number beside the Alerts of a very large roadmap says that what chance puts at risk is not in it, until they were opened; nothing is
// worked out for that.
func TestTheNumberOfAlertsSaysThatItIsNotTheWhole(t *testing.T) {
	d := unlikely(t).Edit(monday)
	for range mostReckoned {
		if _, err := d.AddTask(roadmap.Task{Title: "Small", Effort: roadmap.PersonDays(1)}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	u := openOn(t, r, 120, 36).sees("Alerts (0+)")
	if o := &u.m.outlook; o.waits > 0 || o.reckoning.running() || u.m.reckons() != nil {
		t.Error("it is worked out unasked")
	}
	u.keys("?").sees("+ at the Alerts: open them to count what chance puts at risk").keys("esc 2").sees("Alerts (1)")
	u.keys("1 ?").seesNot("+ at the Alerts")
}

// Line 1 does not call in time what chance will hardly keep.
func TestTheAnswerLeadsWithTheDoubt(t *testing.T) {
	u := openOn(t, unlikely(t), 120, 36)
	if top := u.screen()[0]; !strings.Contains(top, "26 Feb only ") || strings.Contains(top, "in time") {
		t.Errorf("line 1 is %q", top)
	}
	u.keys("R").sees("Case", "by the plan, but ", " of runs.")
}
