package input

import (
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// launchAnd is a roadmap's deadlines in a row: Launch moved by some days, Press not.
func launchAnd(moved int) []schedule.Effect {
	launch := schedule.Effect{Deadline: schedule.Deadline{On: schedule.Ref{Goal: "l"}, Title: "Launch", Date: roadmap.MustDate("2026-03-12"),
		Forecast: roadmap.MustDate("2026-03-19") + roadmap.Date(moved), Days: 5 + moved}, Was: roadmap.MustDate("2026-03-12"), Before: roadmap.MustDate("2026-03-19"), Moved: moved}
	day := roadmap.MustDate("2026-03-02")
	press := schedule.Effect{Deadline: schedule.Deadline{On: schedule.Ref{Goal: "p"}, Title: "Press", Date: day, Forecast: day}, Was: day, Before: day}
	return []schedule.Effect{launch, press}
}

func twoBesideThePlan() *Alternatives {
	rows := []Alternative{{Name: "the plan", Says: "as it is", Effects: launchAnd(0)},
		{Name: "Overtime", Says: "tried: 5d → 1d", Effects: launchAnd(-1), Unkept: true}, {Name: "Gone", Says: "no longer fits", Misfits: true}}
	return NewAlternatives(rows, []schedule.Ref{{Goal: "l"}, {Goal: "p"}}, roadmap.MustDate("2026-01-05"), 1)
}

func TestAlternativesAreARowEachAndAColumnADeadline(t *testing.T) {
	wantPicture(t, twoBesideThePlan().Draw(plain, 60, 8), ` What-ifs beside the plan: days won (-), lost (+)
                     Launch              Press
  the plan  19 Mar, 5d late  2 Mar, to the day
▌*Overtime       18 Mar -1d            2 Mar =
 !Gone                    -                  -
 tried: 5d → 1d
────────────────────────────────────────────────────────────
   enter open   n new one   x delete   r rename   esc leave`)
}

// An end that nobody knows is "or later" in each row that leaves it so, and "end known" in one that does not.
func TestAnAlternativeDoesNotSeemToCureAnEndNobodyKnows(t *testing.T) {
	day := roadmap.MustDate("2026-04-21")
	ends := func(moved int, open bool) []schedule.Effect {
		return []schedule.Effect{{Deadline: schedule.Deadline{On: schedule.Ref{Goal: "c"}, Title: "Certified", Date: roadmap.MustDate("2026-05-05"),
			Forecast: day + roadmap.Date(moved), Days: moved - 10, OpenEnd: open}, Was: roadmap.MustDate("2026-05-05"), Before: day, Moved: moved, WasOpen: true}}
	}
	rows := []Alternative{{Name: "the plan", Effects: ends(0, true)}, {Name: "Overtime", Effects: ends(0, true)},
		{Name: "Slower", Effects: ends(1, true)}, {Name: "Cleared", Effects: ends(0, false)}}
	a := NewAlternatives(rows, []schedule.Ref{{Goal: "c"}}, roadmap.MustDate("2026-01-05"), 1)
	got := strings.Join(strings.Fields(ansi.Strip(strings.Join(a.Draw(plain, 60, 10), " "))), " ")
	for _, want := range []string{"the plan 21 Apr or later ", "Overtime 21 Apr or later = ", "Slower 22 Apr or later +1d", "Cleared 21 Apr end known"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestWhatHasNoRoomIsCountedAndReachedSidewards(t *testing.T) {
	a := twoBesideThePlan()
	if got := strings.Join(a.Draw(plain, 34, 8), "\n"); !strings.Contains(got, "Launch +1") || strings.Contains(got, "Press") {
		t.Errorf("%s", got)
	}
	if press(a.Key, "l"); !strings.Contains(strings.Join(a.Draw(plain, 34, 8), "\n"), "Press") {
		t.Errorf("%s", strings.Join(a.Draw(plain, 34, 8), "\n"))
	}
}

func TestAlternativesFillAnySize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := twoBesideThePlan()
		w, h := rapid.IntRange(0, 120).Draw(t, "w"), rapid.IntRange(0, 20).Draw(t, "h")
		for range rapid.IntRange(0, 6).Draw(t, "keys") {
			press(a.Key, rapid.SampledFrom([]string{"j", "k", "l", "h", "G", "g"}).Draw(t, "key"))
			a.Draw(plain, w, h)
		}
		lines := a.Draw(plain, w, h)
		if len(lines) != h {
			t.Fatalf("%d lines, want %d", len(lines), h)
		}
		for _, l := range lines {
			if n := ansi.StringWidth(l); n != w {
				t.Fatalf("%d cells, want %d: %q", n, w, l)
			}
		}
	})
}

func TestAStrayKeyTakesNothing(t *testing.T) {
	a := twoBesideThePlan()
	for _, key := range []string{"d", "X", "W", "space", "}", "y"} {
		if o := press(a.Key, key); o.Did != Nothing {
			t.Errorf("%s: %v", key, o)
		}
	}
	if o := press(a.Key, "enter"); o.Did != Taken || o.At != 1 || a.Pressed != "enter" {
		t.Errorf("%+v %q", o, a.Pressed)
	}
}
