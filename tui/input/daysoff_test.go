package input

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func threeDaysOff() *DaysOff {
	return NewDaysOff([]DayOff{{When: "Mon 29 Dec to Thu 1 Jan", Short: "29 Dec to 1 Jan", Who: "everybody", Name: "Year end", Days: 4, Past: true},
		{When: "Sat 2 May", Short: "2 May", Who: "everybody", Name: "Fair"},
		{When: "Mon 4 May to Fri 8 May", Short: "4 to 8 May", Who: "Mechanics, 1 person", Name: "Ana away", Days: 5}})
}

func TestDaysOffAreARowEachAndWhatIsPastIsPassedOver(t *testing.T) {
	wantPicture(t, threeDaysOff().Draw(plain, 90, 8), ` Days off: holidays of everybody, time off and extra people of teams
  When                     Days  Who                  Name
  Mon 29 Dec to Thu 1 Jan    4d  everybody            Year end
▌ Sat 2 May                   -  everybody            Fair
  Mon 4 May to Fri 8 May     5d  Mechanics, 1 person  Ana away

──────────────────────────────────────────────────────────────────────────────────────────
                          enter change   X delete   a add   u undo   esc leave   v V mark`)
	wantPicture(t, threeDaysOff().Draw(plain, 56, 8), ` Days off: holidays of everybody, time off and extra pe…
  When             Who                 Name
  29 Dec to 1 Jan  everybody           Year end
▌ 2 May            everybody           Fair
  4 to 8 May       Mechanics, 1 pers…  Ana away

────────────────────────────────────────────────────────
   enter change   X delete   a add   u undo   esc leave`)
}

func TestWhatIsMarkedIsTakenElseWhatIsPointedAt(t *testing.T) {
	d := threeDaysOff()
	if out := press(d.Key, "X"); out.Did != Taken || d.Pressed != "X" || len(d.Chosen()) != 1 || d.Chosen()[0] != 1 {
		t.Errorf("X takes %v by %q: %v", d.Chosen(), d.Pressed, out)
	}
	press(d.Key, "g")
	press(d.Key, "v")
	press(d.Key, "j")
	press(d.Key, "v")
	if got := d.Chosen(); len(got) != 2 || got[0] != 0 || got[1] != 2 {
		t.Errorf("marked are %v", got)
	}
	if got := ansi.Strip(strings.Join(d.Draw(plain, 90, 8), "\n")); !strings.Contains(got, "X delete 2") || !strings.Contains(got, " •Mon 29 Dec") {
		t.Errorf("the marks are not shown:\n%s", got)
	}
	d.Show(threeDaysOff().rows)
	for _, key := range []string{"g", "v", "G", "V"} {
		press(d.Key, key)
	}
	if got := d.Chosen(); len(got) != 3 {
		t.Errorf("from the first to the last %v are marked", got)
	}
	d.Show(nil)
	for _, key := range []string{"enter", "X", "v", "V"} {
		wantOutcome(t, key, press(d.Key, key), Nothing)
	}
	if got := strings.Join(d.Draw(plain, 90, 8), "\n"); !strings.Contains(got, "none yet: a adds some") {
		t.Errorf("an empty list is\n%s", got)
	}
}

func TestAListOfDaysIsReadDownwardsAndWhatHasNoRoomIsCounted(t *testing.T) {
	rows := []Listed{{When: "Fri 1 Jan", Text: "New year"}, {When: "Sat 1 May", Text: "Labour day", Says: "costs nothing", Dim: true}, {When: "Mon 2 May", Text: "Fair"}}
	wantPicture(t, drawListed(plain, rows, 44, 4), `────────────────────────────────────────────
 Fri 1 Jan  New year
 Sat 1 May  Labour day  costs nothing
 Mon 2 May  Fair`)
	wantPicture(t, drawListed(plain, rows, 44, 2), ` Fri 1 Jan  New year
 and 2 more`)
	wantPicture(t, drawListed(plain, rows, 80, 2), ` Fri 1 Jan  New year                   Mon 2 May  Fair
 Sat 1 May  Labour day  costs nothing`)
}

// Of any size and after any keys: as many lines as there are, each as wide as the terminal.
func TestDaysOffAndWhatIsListedFillAnySize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := threeDaysOff()
		d.Say(rapid.SampledFrom([]string{"", "deleted", strings.Repeat("Forty stores by summer +2d, ", 8)}).Draw(t, "says"), rapid.Bool().Draw(t, "trouble"))
		w, h := rapid.IntRange(0, 130).Draw(t, "w"), rapid.IntRange(0, 20).Draw(t, "h")
		for range rapid.IntRange(0, 6).Draw(t, "keys") {
			press(d.Key, rapid.SampledFrom([]string{"j", "k", "G", "g", "v", "V", " ", "pgdown", "ctrl+u", "X", "enter"}).Draw(t, "key"))
			d.Draw(plain, w, h)
			d.Click(0, rapid.IntRange(0, 20).Draw(t, "y"))
		}
		rows := []Listed{}
		for range rapid.IntRange(1, 40).Draw(t, "rows") {
			rows = append(rows, Listed{When: "Fri 1 Jan 2027", Text: strings.Repeat("วัน", rapid.IntRange(1, 30).Draw(t, "n")), Says: rapid.SampledFrom([]string{"", "costs nothing"}).Draw(t, "s")})
		}
		line := NewLine(LineOptions{Prompt: "add", Text: "holidays th", Deadlines: true, Read: func(Typed) Reading { return Reading{Listed: rows} }})
		for _, lines := range [][]string{d.Draw(plain, w, h), drawListed(plain, rows, w, h), line.Draw(plain, w, h)} {
			if len(lines) != h {
				t.Fatalf("%d lines, want %d", len(lines), h)
			}
			for _, l := range lines {
				if n := ansi.StringWidth(l); n != w {
					t.Fatalf("%d cells, want %d: %q", n, w, l)
				}
			}
		}
	})
}
