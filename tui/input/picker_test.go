package input

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"bywhen/roadmap/phrase"
)

// linkPicker is what Enclosure tooling waits for: Antenna module already, with a lag. Assembly trial waits for it.
func linkPicker() *Picker {
	return NewPicker(PickerOptions{
		Many: true, Enter: "link", Columns: []Column{{"Team", 10, false}, {"Finish", 8, true}},
		Sides: []Side{
			{Title: "Enclosure tooling waits for", Rows: []Row{
				{ID: "1", Title: "Antenna module", Columns: []string{"Murata", "11 Dec"}, Also: "Murata", Checked: true, Note: "+2d"},
				{ID: "2", Title: "Industrial design", Columns: []string{"Design", "26 Nov"}, Also: "Design"},
				{ID: "3", Title: "Assembly trial", Columns: []string{"Operations", "12 Feb"}, Also: "Operations"},
				{ID: "4", Title: "Firmware 1.0", Columns: []string{"Firmware", "29 Jan"}, Also: "Firmware"},
			}},
			{Title: "Enclosure tooling is waited for by", Empty: "nothing waits for it"},
		},
		Note: func(text string) (string, error) {
			typ, lag, err := phrase.ParseLag(text)
			return "lag " + phrase.LagText(typ, lag), err
		},
		Read: func([][]Choice) PickerReading {
			return PickerReading{Effects: moves12To18March, Today: today, Refused: func(side int, id string) string {
				if side == 0 && id == "3" {
					return "would wait for itself through Antenna module → Trial"
				}
				return ""
			}}
		},
	})
}

func TestThePickerShowsTeamAndFinishAndWhyARowIsRefused(t *testing.T) {
	wantPicture(t, linkPicker().Draw(plain, 90, 10), `
 Enclosure tooling waits for                       tab Enclosure tooling is waited for by
 find › ▏                                                                          4 of 4
                                                                     Team          Finish
▌ [x] Antenna module  +2d                                            Murata        11 Dec
  [ ] Industrial design                                              Design        26 Nov
  [ ] Assembly trial  would wait for itself through Antenna module → Trial
  [ ] Firmware 1.0                                                   Firmware      29 Jan

──────────────────────────────────────────────────────────────────────────────────────────
 Launch 12 Mar → 18 Mar +4d    Certification unchanged            space check   esc leave`)
}

func TestAFewLettersAndEnterChooseARow(t *testing.T) {
	p := linkPicker()
	typeIn(p.Key, "fw1")
	want := [][]Choice{{{"1", "+2d"}, {"4", ""}}, nil}
	if got := p.Choices(); !reflect.DeepEqual(got, want) {
		t.Errorf("before enter the choices are %v, not %v", got, want)
	}
	wantOutcome(t, "enter", press(p.Key, "enter"), Taken)
	if got := p.Choices(); !reflect.DeepEqual(got, want) {
		t.Errorf("the choices are %v, not %v", got, want)
	}
}

func TestALagAndATypeMayFollowTheName(t *testing.T) {
	for typed, want := range map[string]string{"ind+2d": "+2d", "ind +2d :ss": "+2d :ss", "ind:ss-1d": ":ss-1d", "ind -1w": "-1w"} {
		p := linkPicker()
		for _, r := range typed {
			press(p.Key, string(r))
		}
		press(p.Key, "enter")
		if got := p.Choices()[0]; !reflect.DeepEqual(got, []Choice{{"1", "+2d"}, {"2", want}}) {
			t.Errorf("%q chooses %v", typed, got)
		}
	}
}

func TestAWrongLagIsRefused(t *testing.T) {
	p := linkPicker()
	typeIn(p.Key, "ind+2parsec")
	wantOutcome(t, "enter", press(p.Key, "enter"), Nothing)
	if got := picture(p.Draw(plain, 200, 10)); !strings.Contains(got, `"+2parsec"`) {
		t.Errorf("drawn as\n%s", got)
	}
}

func TestANameWithAHyphenIsNoLag(t *testing.T) {
	for text, want := range map[string][2]string{
		"phase-2":    {"phase-2", ""},
		"phase -2d":  {"phase", "-2d"},
		"ratio 4:3":  {"ratio 4:3", ""},
		"c++":        {"c++", ""},
		"antenna +":  {"antenna", ""},
		"+2d :ss":    {"", "+2d :ss"},
		"design:ff ": {"design", ":ff"},
	} {
		if name, note := splitNote(text); name != want[0] || note != want[1] {
			t.Errorf("%q parts into %q and %q", text, name, note)
		}
	}
}

func TestSpaceChecksAndUnchecks(t *testing.T) {
	p := linkPicker()
	press(p.Key, "down", " ")
	if got := p.Choices()[0]; !reflect.DeepEqual(got, []Choice{{"1", "+2d"}, {"2", ""}}) {
		t.Errorf("checked: %v", got)
	}
	press(p.Key, "up", " ")
	if got := p.Choices()[0]; !reflect.DeepEqual(got, []Choice{{"2", ""}}) {
		t.Errorf("unchecked: %v", got)
	}
	press(p.Key, " ")
	if got := p.Choices()[0]; !reflect.DeepEqual(got, []Choice{{"1", ""}, {"2", ""}}) {
		t.Errorf("checked again: %v", got)
	}
	wantOutcome(t, "enter", press(p.Key, "enter"), Taken)
}

func TestARefusedRowIsNotChosen(t *testing.T) {
	p := linkPicker()
	typeIn(p.Key, "assem")
	wantOutcome(t, "space", press(p.Key, " "), Nothing)
	wantOutcome(t, "enter", press(p.Key, "enter"), Nothing)
	if got := p.Choices()[0]; len(got) != 1 {
		t.Errorf("chosen: %v", got)
	}
	if got := picture(p.Draw(plain, 90, 10)); strings.Count(got, "would wait for itself") != 2 {
		t.Errorf("drawn as\n%s", got)
	}
}

func TestEscTakesTheLettersAwayFirst(t *testing.T) {
	p := linkPicker()
	typeIn(p.Key, "firm")
	wantOutcome(t, "esc", press(p.Key, "esc"), Changed)
	if p.Text() != "" || p.Row() != 3 {
		t.Errorf("%q is typed and row %d pointed at", p.Text(), p.Row())
	}
	wantOutcome(t, "esc again", press(p.Key, "esc"), Left)
}

func TestTabTurnsThePickerRound(t *testing.T) {
	p := linkPicker()
	typeIn(p.Key, "ind")
	press(p.Key, "tab")
	if got := picture(p.Draw(plain, 80, 8)); p.Side() != 1 || !strings.Contains(got, "nothing waits for it") || p.Text() != "" {
		t.Errorf("drawn as\n%s", got)
	}
	wantOutcome(t, "space on nothing", press(p.Key, " "), Nothing)
	wantOutcome(t, "enter without a change", press(p.Key, "enter"), Taken)
	press(p.Key, "tab")
	if got := p.Choices()[0]; !reflect.DeepEqual(got, []Choice{{"1", "+2d"}}) {
		t.Errorf("chosen: %v", got)
	}
}

func TestChoicesThatCannotBeTakenTogetherAreRefused(t *testing.T) {
	p := NewPicker(PickerOptions{Many: true, Sides: []Side{{Rows: []Row{{ID: "1", Title: "Antenna"}}}}, Read: func([][]Choice) PickerReading {
		return PickerReading{Problem: "Antenna is dropped"}
	}})
	wantOutcome(t, "enter", press(p.Key, " ", "enter"), Nothing)
	if got := picture(p.Draw(plain, 60, 8)); !strings.Contains(got, "Antenna is dropped") {
		t.Errorf("drawn as\n%s", got)
	}
}

func TestAPickerOfOnePointsAtWhatIsChosenNow(t *testing.T) {
	p := NewPicker(PickerOptions{Enter: "group", Sides: []Side{{Title: "Group by", Rows: []Row{{Title: "goal"}, {Title: "team", Checked: true}, {Title: "no group"}}}}})
	wantPicture(t, p.Draw(plain, 40, 8), `
 Group by
 find › ▏                        3 of 3

    goal
▌ ✓ team
    no group
────────────────────────────────────────
                enter group   esc leave`)
}

func TestAPickerOfOneTakesARow(t *testing.T) {
	p := NewPicker(PickerOptions{Sides: []Side{{Rows: []Row{{Title: "no group"}, {Title: "team"}}}}})
	typeIn(p.Key, "no ")
	if out := press(p.Key, "enter"); out != (Outcome{Did: Taken, At: 0}) {
		t.Errorf("%v", out)
	}
	typeIn(p.Key, "zzz")
	wantOutcome(t, "enter on nothing", press(p.Key, "enter"), Nothing)
}

func TestThePickerAsksOnlyWhenTheChoiceIsAnother(t *testing.T) {
	asked := 0
	p := NewPicker(PickerOptions{Many: true, Sides: []Side{{Rows: []Row{{ID: "1", Title: "Antenna"}, {ID: "2", Title: "Ant trap"}}}},
		Note: func(string) (string, error) { return "", errors.New("no lags here") },
		Read: func([][]Choice) PickerReading { asked++; return PickerReading{} }})
	typeIn(p.Key, "ant") // enter would choose the best row now
	asked = 0
	press(p.Key, "f5", "left", "pgup")
	p.Draw(plain, 80, 20)
	if asked != 0 {
		t.Errorf("asked %d times though nothing has changed", asked)
	}
	if press(p.Key, "down"); asked != 1 {
		t.Errorf("asked %d times when another row would be chosen", asked)
	}
}

func TestASpaceThatANameGoesOnWithIsTyped(t *testing.T) {
	p := linkPicker()
	typeIn(p.Key, "assembly trial")
	if got := p.Text(); got != "assembly trial" {
		t.Errorf("typed is %q", got)
	}
	p = linkPicker()
	typeIn(p.Key, "firm")
	press(p.Key, " ")
	typeIn(p.Key, "industrial")
	press(p.Key, " ")
	if got := len(p.Choices()[0]); got != 3 || p.Text() != "industrial " { // industrial is pointed at, and would be added
		t.Errorf("%d chosen, typed is %q", got, p.Text())
	}
	press(p.Key, " ")
	if got := p.Choices()[0]; len(got) != 3 || p.Text() != "" {
		t.Errorf("chosen are %v, typed is %q", got, p.Text())
	}
}

func TestALagIsCheckedWithASecondSpaceAndKeptOnTab(t *testing.T) {
	p := linkPicker()
	for _, r := range "ind+2d  fir:ss" {
		press(p.Key, string(r))
	}
	press(p.Key, "tab")
	want := []Choice{{"1", "+2d"}, {"2", "+2d"}, {"4", ":ss"}}
	if got := p.Choices()[0]; !reflect.DeepEqual(got, want) {
		t.Errorf("chosen are %v, not %v", got, want)
	}
}
