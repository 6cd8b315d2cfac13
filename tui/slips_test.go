package tui

import (
	"strings"
	"testing"
)

// What a product manager does when a supplier moves its promise, a team has too much to do, or legal does not answer.

func TestAFilterSelectsWhatItShows(t *testing.T) {
	u := demo(t, 80, 24).on("Design files frozen").keys("/").types("antenna mod")
	u.keys("enter s").sees("set Antenna module ›")
	u = demo(t, 80, 24).on("Design files frozen").keys("/").types("antenna mod").keys("esc s")
	u.sees("set Design files frozen ›")
	demo(t, 80, 24).keys("/").types("nosuchtask").keys("enter s").sees("that is for tasks")
}

// What was looked for and let go does not become part of the next search.
func TestAFilterThatWasLiftedIsNotTypedOn(t *testing.T) {
	u := demo(t, 80, 24).keys("/").types("antenna").keys("enter esc /").types("trial run").sees("1 of 73 tasks")
	u.keys("esc /").sees("filter › ▏")
}

// The licence has no end: what waits for it says so in the pane, too.
func TestThePaneSaysOrLaterOfWhatRestsOnAnEndNobodyKnows(t *testing.T) {
	u := demo(t, 200, 50).on("Certification dossier")
	u.sees("Export licence", "1 Dec or later", "Rests on", "Its end rests on Export licence: At legal, no end known.")
	u.on("Antenna module").sees("Fri 11 Dec (was 7 Dec)", "10d earlier  17 Nov")
}

// Coming from the Plan, Alerts shows the cause that was selected there and all above it that has room.
func TestAlertsOpensAtTheTop(t *testing.T) {
	demo(t, 80, 24).on("Trial run").keys("2").sees("Export licence: At legal", "▌! Trial run takes 6 days")
}

// Antenna costs 14 days, one was to spare and Trial run costs one: it is not all of it.
func TestAStorySaysHowMuchATaskCostsItsGoal(t *testing.T) {
	u := demo(t, 80, 24).on("Antenna module").keys("s").types("promised:25-dec").keys("enter")
	u.sees("It costs Launch in first stores 14 days.")
}

// The history and the undo say what was tried, not that something was.
func TestAnAcceptedWhatIfIsOneEditNamedByWhatWasTried(t *testing.T) {
	u := demo(t, 100, 30).on("Enclosure tooling").keys("W s").types("after:antenna-10d because:samples").keys("enter W").sees("go on trying")
	u.keys("enter u").sees("undone: What-if: Enclosure tooling: after Antenna module -10d")
	u.keys("ctrl+r").on("Trial run").keys("W s").types("5d").keys("enter").on("Assembly trial").keys("s").types("20d").keys("enter u").sees("undone: Assembly trial: effort 22d → 20d")
	u.keys("ctrl+r W enter u").sees("undone: What-if: Trial run: effort 6d → 5d and 1 more edit")
	if got := u.task("Assembly trial").Effort.String(); got != "22" {
		t.Errorf("undo left effort %s", got)
	}
}

// Six days are plenty, but for the crack that may cost eight.
func TestAStoryNamesTheRiskThatMakesADeadlineClose(t *testing.T) {
	u := demo(t, 100, 30).on("Enclosure tooling").keys("W s").types("after:antenna-10d").keys("enter")
	u.sees("6 days before 22 Jan, and “Mould cracks at first shots”")
}

// In a what-if line 1 says what it wins, and that this is not yet enough; the deadline that moves furthest has room on 80 columns.
func TestAWhatIfSaysWhatItWinsAndWhatIsStillLate(t *testing.T) {
	u := demo(t, 80, 24).on("Antenna module").keys("s").types("promised:25-dec").keys("enter W").sees("nothing tried yet", "W ends it")
	u.on("Enclosure tooling").keys("s").types("after:antenna-10d").keys("enter")
	if line := u.screen()[0]; !strings.Contains(line, "31 Mar → 17 Mar -10d still +3d · 2 more") || !strings.HasSuffix(line, "W ends it ") {
		t.Errorf("line 1 is %q", line)
	}
	u.keys("W x").sees("12 Mar → 31 Mar +13d")
}

// Marks count in every view, since every action takes them all.
func TestMarksAreCountedInEveryView(t *testing.T) {
	u := demo(t, 80, 24).on("Trial run").keys("v").sees("1 task marked").keys("2").sees("1 task marked").keys("3").sees("1 task marked")
	u.keys("esc").seesNot("marked")
}

// Legal stops the only thing that Compliance can do: who idles and which deadline nobody knows is said while typing, and after.
func TestABlockerSaysAtOnceWhoIdlesAndWhatMoves(t *testing.T) {
	u := demo(t, 100, 30).on("Export licence").keys("b c").sees("no longer blocked").keys("b").types("at legal who:ana")
	u.sees("blocked: at legal · owner ana", "idles 2 at Compliance, since 23 Nov, no end known", "→ 16 Apr or later")
	u.keys("enter").sees("Export licence blocked: at legal, no end known", "idles Compliance")
	if bottom := u.bottom(); !strings.HasPrefix(bottom, "Export licence blocked: at legal, no end known · idles Compliance, 2 people") {
		t.Errorf("it says %q", bottom)
	}
	u.keys("b a").types("x until:4-dec").sees("until Fri 4 Dec").seesNot("idles")
}

// A team's size is a number, a goal's deadline a date: nobody should have to know the fields' names for that.
func TestATeamsSizeAndAGoalsDeadlineNeedNoName(t *testing.T) {
	u := demo(t, 80, 24).keys("3 g s").types("4 mon-thu").keys("enter")
	if team := u.m.scene.Roadmap.Teams()[0]; team.Capacity != 4 || !strings.HasPrefix(u.bottom(), "Research: 4 people, works mon tue wed thu") {
		t.Errorf("%+v, %q", team, u.bottom())
	}
	u.keys("s").types("frobnicate").sees("weekdays:").keys("enter").sees("weekdays:").keys("esc 1 g s").types("20-mar")
	u.sees("→ 19 Mar in time").keys("enter").sees("Launch in first stores: deadline 12 Mar → 20 Mar")
	u.keys("s").types("color:red").sees(`there is no field "color" of a goal`)
}

// Nothing was promised that could come two weeks later: that is said while typing, not after enter.
func TestWhatCannotBeDoneIsSaidWhileTyping(t *testing.T) {
	demo(t, 80, 24).on("Trial run").keys("s").types("promised:++2w").sees(`promised: "++2w" counts from a date`)
}

// Reliability builds has priority 2, Press units 3: passing it takes that, else nothing would move.
func TestMovingUpPassesATaskOfHigherPriority(t *testing.T) {
	u := demo(t, 100, 24).keys("2 j j enter . . l l j").sees("in the queue").keys("K")
	u.sees("Press units ranked above Reliability builds, priority 3 → 2 · Press units -10d, 10 Dec")
	if u.keys("u"); u.task("Press units").Priority != 3 {
		t.Error("one undo does not take it back")
	}
}

// A team that the line makes is named in what is typed, in the message and in the history; nobody has counted its people, and a team
// without any work before is not left idle by its first.
func TestGivingATaskANewTeamNamesTheTeam(t *testing.T) {
	u := demo(t, 120, 40).on("Enclosure tooling").keys("t").types("Tooling")
	u.sees("team Tooling (new)").seesNot("idles Tooling")
	u.keys("enter").sees("Enclosure tooling: team Mechanics → Tooling").seesNot("idles Tooling").seesNot("no team").seesNot("0 people")
	u.keys("u").sees("undone: Enclosure tooling: team Mechanics → Tooling")
	u = demo(t, 120, 40).on("Enclosure tooling").keys("s").types("@Moulds 5d").keys("enter")
	u.sees("Enclosure tooling: team Mechanics → Moulds (new), effort 27d → 5d")
}
