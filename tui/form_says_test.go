package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/tui/scene"
)

// saves fills fields of the form of the selection, each after so many more tabs, and saves it.
func (u *user) saves(fields ...any) *user {
	u.t.Helper()
	u.keys("e")
	for i := 0; i < len(fields); i += 2 {
		u.keys(strings.Repeat("tab ", fields[i].(int)) + "ctrl+u").types(fields[i+1].(string))
	}
	return u.keys("enter")
}

// What a form changed reads as what a line changed: from what to what, and so it stands in the log.
func TestAFormSaysFromWhatToWhat(t *testing.T) {
	u := lived(t, 160, 40).on("Enclosure tooling").saves(1, "Design", 1, "30d", 2, "mech", 5, "none")
	const said = "Enclosure tooling: team Mechanics → Design, effort 27d → 30d, no deadline, also needs 1 of Mechanics"
	u.sees(said + " · ").keys("7").sees("Enclosure tooling: team Mechanics → Design, effort 27d → 30d, no deadline")
	if c, _, _ := u.m.history().Here(); c.Title != said {
		t.Errorf("the log has %q", c.Title)
	}
	u.keys("1").on("Enclosure tooling").saves(0, strings.Repeat("Enclosure tooling ", 4), 15, "launch")
	u.sees("title Enclosure tooling → Enclosure tooling Enclosure…, tag hardware → launch")
}

func TestAFormOfAGoalSaysFromWhatToWhat(t *testing.T) {
	u := openOn(t, twoDeadlines(t), 140, 30).goal("g").saves(0, "Big launch", 1, "20-mar", 2, "leads 0 -> 400")
	u.sees("Launch: title Launch → Big launch, deadline 12 Mar → 20 Mar, metric leads 0 → 400")
	u.saves(3, "none").sees("Big launch: no metric leads")
}

func TestAFormOfATeamSaysFromWhatToWhat(t *testing.T) {
	u := lived(t, 160, 40)
	var mech *roadmap.Team
	for _, x := range u.m.scene.Roadmap.Teams() {
		if x.Name == "Mechanics" {
			mech = x
		}
	}
	u.keys("3").m.selectRef(scene.Ref{Team: mech.ID})
	u.saves(1, "7", 2, "mon-thu", 1, "24-dec..1-jan Year end").sees("Mechanics: people ", " → 7, week ", "mon tue wed thu, time off 24 Dec to 1 Jan Year end")
	u.m.selectRef(scene.Ref{Team: mech.ID})
	u.saves(4, "24-dec..3-jan Year end").sees("Mechanics: time off 24 Dec to 1 Jan Year end → 24 Dec to 3 Jan Year end")
}

func TestAFormOfARiskSaysFromWhatToWhat(t *testing.T) {
	u := lived(t, 160, 40)
	u.m.selectRef(scene.Ref{Risk: u.m.scene.Roadmap.Risks()[0].ID})
	u.keys("6").m.selectRef(scene.Ref{Risk: u.m.scene.Roadmap.Risks()[0].ID})
	u.saves(1, "35%", 1, "9d", 2, "Another mould").sees("chance 20% → 35%, costs 8d → 9d, mitigation “Second toolmaker on call; s…” → “Another mould”")
}

// A name that no team has makes one, and that is said while it is typed, with the teams that may have been meant; one that begins as a
// team does makes none.
func TestAFormSaysThatANameMakesATeam(t *testing.T) {
	u := lived(t, 120, 40).on("Enclosure tooling").keys("e tab ctrl+u").types("Mechanicz").sees("team Mechanicz (new): nearest is Mechanics")
	u.keys("tab").sees("team Mechanicz (new): nearest is Mechanics").keys("shift+tab ctrl+u").types("mech").seesNot("(new)")
	u.keys("tab tab tab").types("foo*2,Firmwar").sees("team Foo (new)").seesNot("team Firmwar").keys("ctrl+u").types("Firmwarez").sees("team Firmwarez (new): nearest is Firmware")
	u.keys("ctrl+u").types("Foo").keys("enter").sees("Enclosure tooling: also needs 1 of Foo (new)")
}
