package input

import (
	"reflect"
	"strings"
	"testing"

	"bywhen/roadmap/phrase"
)

func taskForm(check func([]Value) FormReading) *Form {
	ctx := func() phrase.Context { return phrase.Context{Today: today} }
	return NewForm(FormOptions{Title: "Task Enclosure tooling", Check: check, Fields: []Field{
		{Name: "title", Label: "Title", Value: "Enclosure tooling", Read: Needed("a title", nil)},
		{Name: "team", Label: "Team", Value: "Mechanics", Complete: Choices("Mechanics", "Murata", "Design")},
		{Name: "effort", Label: "Effort", Value: "10d", Hint: "3d, 2w", Read: Efforts},
		{Name: "deadline", Label: "Deadline", Hint: "12-mar, fri, +2w", Read: Dates(ctx)},
		{Name: "notes", Label: "Notes", Value: "for the housing\nof the phone", Lines: true},
	}})
}

func TestAFormShowsWhatEachFieldWasUnderstoodAs(t *testing.T) {
	f := taskForm(nil)
	f.Focus("deadline")
	typeIn(f.Key, "12-mar")
	wantPicture(t, f.Draw(plain, 60, 10), `
 Task Enclosure tooling
  Title     Enclosure tooling
  Team      Mechanics
  Effort    10d   10 days
▌ Deadline  12-mar▏  Fri 12 Mar
  Notes     for the housing … 2 lines


────────────────────────────────────────────────────────────
                          enter save   esc leave   tab next`)
}

func TestAnErrorStandsUnderItsField(t *testing.T) {
	f := taskForm(nil)
	press(f.Key, "tab", "tab", "ctrl+u")
	typeIn(f.Key, "much")
	wantOutcome(t, "enter", press(f.Key, "shift+tab", "enter"), Nothing)
	lines := strings.Split(picture(f.Draw(plain, 120, 12)), "\n")
	if !strings.HasPrefix(lines[3], "▌ Effort    much▏") || !strings.Contains(lines[4], `            "much" is not an effort`) {
		t.Errorf("drawn as\n%s", strings.Join(lines, "\n"))
	}
}

func TestEnterSavesAllThatWasChanged(t *testing.T) {
	f := taskForm(nil)
	typeIn(f.Key, " 2")
	press(f.Key, "down", "down", "down")
	typeIn(f.Key, "fri")
	wantOutcome(t, "enter", press(f.Key, "enter"), Taken)
	if got, want := f.Changed(), []Value{{"title", "Enclosure tooling 2"}, {"deadline", "fri"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("changed: %v", got)
	}
	if got := f.Values()[1]; got != (Value{"team", "Mechanics"}) {
		t.Errorf("the team is %v", got)
	}
	wantOutcome(t, "esc", press(f.Key, "esc"), Left)
}

func TestTabGoesRoundTheFields(t *testing.T) {
	f := taskForm(nil)
	for _, c := range []struct {
		key  string
		want int
	}{{"tab", 1}, {"down", 2}, {"shift+tab", 1}, {"up", 0}, {"up", 4}, {"tab", 0}} {
		if press(f.Key, c.key); f.at != c.want {
			t.Errorf("%s goes to field %d, not %d", c.key, f.at, c.want)
		}
	}
}

func TestAFieldCompletesWhatIsTyped(t *testing.T) {
	f := taskForm(nil)
	press(f.Key, "tab", "ctrl+u")
	typeIn(f.Key, "m")
	wantPicture(t, f.Draw(plain, 40, 14)[:5], `
 Task Enclosure tooling
  Title     Enclosure tooling
▌ Team      m▏
            Murata
            Mechanics`)
	press(f.Key, "down", "down", "enter")
	if got := f.Values()[1].Text; got != "Mechanics" {
		t.Errorf("completed to %q", got)
	}
	typeIn(f.Key, "x")
	press(f.Key, "backspace", "backspace")
	wantOutcome(t, "esc closes the list", press(f.Key, "esc"), Changed)
	wantOutcome(t, "esc leaves", press(f.Key, "esc"), Left)
}

func TestANewNameMayBeTypedWhereThereAreOthers(t *testing.T) {
	f := taskForm(nil)
	press(f.Key, "tab", "ctrl+u")
	typeIn(f.Key, "Me")
	wantOutcome(t, "enter", press(f.Key, "enter"), Taken)
	if got := f.Values()[1].Text; got != "Me" {
		t.Errorf("the team is %q", got)
	}
}

func TestNotesOpenAFieldOfTheirOwn(t *testing.T) {
	f := taskForm(nil)
	press(f.Key, "up", "enter")
	typeIn(f.Key, ", in grey")
	wantPicture(t, f.Draw(plain, 40, 5), `
 Notes
 for the housing
 of the phone, in grey▏

                ctrl+s save   esc leave`)
	if len(f.Changed()) != 0 {
		t.Errorf("changed before it is saved: %v", f.Changed())
	}
	wantOutcome(t, "ctrl+s", press(f.Key, "ctrl+s"), Changed)
	if got := f.Changed(); !reflect.DeepEqual(got, []Value{{"notes", "for the housing\nof the phone, in grey"}}) {
		t.Errorf("changed: %v", got)
	}
	press(f.Key, "enter")
	typeIn(f.Key, "x")
	wantOutcome(t, "a second esc leaves the notes", press(f.Key, "esc", "esc"), Nothing)
	wantOutcome(t, "ctrl+s saves the form", press(f.Key, "ctrl+s"), Taken)
	if got := f.Changed()[0].Text; strings.HasSuffix(got, "x") {
		t.Errorf("the notes are %q", got)
	}
}

func TestFieldsThatDoNotFitTogetherAreRefused(t *testing.T) {
	f := taskForm(func(values []Value) FormReading {
		if values[3].Text != "" {
			return FormReading{Problem: "is before the start", Field: "deadline"}
		}
		return FormReading{Effects: moves12To18March, Today: today}
	})
	if got := picture(f.Draw(plain, 80, 12)); !strings.Contains(got, "Launch 12 Mar → 18 Mar +4d") {
		t.Errorf("drawn as\n%s", got)
	}
	f.Focus("deadline")
	typeIn(f.Key, "fri")
	wantOutcome(t, "enter", press(f.Key, "up", "enter"), Nothing)
	lines := strings.Split(picture(f.Draw(plain, 60, 12)), "\n")
	if !strings.HasPrefix(lines[4], "▌ Deadline") || lines[5] != "            is before the start" {
		t.Errorf("drawn as\n%s", strings.Join(lines, "\n"))
	}
}

func TestARefusedFormSaysWhyAtTheField(t *testing.T) {
	f := taskForm(nil)
	f.Refuse("team", "there is no team Mechanics")
	if got := picture(f.Draw(plain, 60, 12)); f.at != 1 || !strings.Contains(got, "\n there is no team Mechanics") {
		t.Errorf("drawn as\n%s", got)
	}
	press(f.Key, "ctrl+u")
	wantOutcome(t, "a title is needed", press(f.Key, "shift+tab", "ctrl+u", "enter"), Nothing)
	if got := picture(f.Draw(plain, 60, 12)); !strings.Contains(got, "   is empty: type a title") || !strings.Contains(got, "not saved yet: see Title") {
		t.Errorf("drawn as\n%s", got)
	}
}

func TestAFormTallerThanTheScreenScrolls(t *testing.T) {
	f := taskForm(nil)
	for range f.fields {
		if got := picture(f.Draw(plain, 60, 6)); !strings.Contains(got, "▌ "+f.fields[f.at].Label) {
			t.Errorf("field %s is not shown in\n%s", f.fields[f.at].Label, got)
		}
		press(f.Key, "tab")
	}
}

func TestAFormWithoutFieldsCanBeLeft(t *testing.T) {
	f := NewForm(FormOptions{Title: "Nothing"})
	press(f.Key, "tab", "up", "x")
	wantOutcome(t, "enter", press(f.Key, "enter"), Taken)
	wantOutcome(t, "esc", press(f.Key, "esc"), Left)
}
