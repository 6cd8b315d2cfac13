package phrase

import (
	"strings"
	"testing"

	"bywhen/roadmap"
)

func TestADateIsTheNextOneOfItsKind(t *testing.T) {
	wednesday := Context{Today: roadmap.MustDate("2026-01-07")}
	for text, want := range map[string]string{
		"2026-03-12": "2026-03-12", "2026-3-2": "2026-03-02",
		"12-mar": "2026-03-12", "mar-12": "2026-03-12", "12 March": "2026-03-12", "12MAR": "2026-03-12", "12th mar": "2026-03-12",
		"12-mar-2027": "2027-03-12", "Mar 12, 2027": "2027-03-12",
		"6-jan": "2027-01-06", "7-jan": "2026-01-07", "29-feb": "2028-02-29",
		"today": "2026-01-07", "tomorrow": "2026-01-08", "yesterday": "2026-01-06",
		"wed": "2026-01-07", "fri": "2026-01-09", "tue": "2026-01-13", "Monday": "2026-01-12",
		"15th": "2026-01-15", "7th": "2026-01-07", "1st": "2026-02-01", "31st": "2026-01-31",
		"+3d": "2026-01-12", "+0d": "2026-01-07", "+2w": "2026-01-21", "+1": "2026-01-08", "-1d": "2026-01-06", "-3d": "2026-01-02",
		"eow": "2026-01-09", "eom": "2026-01-31", "eoq": "2026-03-31", "eoy": "2026-12-31",
		"2026-Q2": "2026-06-30", "q2": "2026-06-30", "2026-W12": "2026-03-20", "w1": "2027-01-08", "w2": "2026-01-09",
		"2026-02": "2026-02-28", "2026-W53": "2027-01-01",
		"30.4.2027": "2027-04-30", "11.12.2026": "2026-12-11", "15.1.27": "2027-01-15", "18.12.2026": "2026-12-18", "5.2.": "2026-02-05", "6.1.": "2027-01-06",
		"18/12/2026": "2026-12-18", "12/18/2026": "2026-12-18", "3/3/26": "2026-03-03",
	} {
		got, err := Date(text, wednesday)
		if err != nil || got.String() != want {
			t.Errorf("%q on Wed 7 Jan 2026: got %s, %v; want %s", text, got, err, want)
		}
	}
}

func TestAnActualDateIsTheLastOneOfItsKind(t *testing.T) {
	wednesday := Context{Today: roadmap.MustDate("2026-01-07"), Actual: true}
	for text, want := range map[string]string{
		"fri": "2026-01-02", "wed": "2026-01-07", "thu": "2026-01-01", "12-apr": "2025-04-12", "7-jan": "2026-01-07",
		"31st": "2025-12-31", "8th": "2025-12-08", "eow": "2026-01-02", "eom": "2025-12-31", "12-mar-2025": "2025-03-12",
		"q4": "2025-12-31", "9-apr": "2025-04-09", "2024-02-29": "2024-02-29",
	} {
		if got, err := Date(text, wednesday); err != nil || got.String() != want {
			t.Errorf("%q on Wed 7 Jan 2026: got %s, %v; want %s", text, got, err, want)
		}
	}
}

// A day that is near and still to come is a slip, and not last year's. What was within nine months is told without a year.
func TestAnActualDateThatIsStillToComeIsRefused(t *testing.T) {
	thursday := Context{Today: roadmap.MustDate("2026-11-26"), Actual: true}
	for text, want := range map[string]string{
		"27-nov":     `"27-nov" is after today, 2026-11-26: it cannot have happened (for last year's write 2025-11-27)`,
		"1 dec":      "(for last year's write 2025-12-01)",
		"25-feb":     "(for this year's write 2026-02-25)",
		"29-feb":     "(for the last one write 2024-02-29)",
		"q4":         "(for last year's write 2025-12-31)",
		"tomorrow":   `"tomorrow" is after today, 2026-11-26: it cannot have happened`,
		"2026-11-27": `"2026-11-27" is after today, 2026-11-26: it cannot have happened`,
	} {
		if d, err := Date(text, thursday); err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%q on Thu 26 Nov 2026: got %s, %v; want %s", text, d, err, want)
		}
	}
	for text, want := range map[string]string{"26-nov": "2026-11-26", "26-feb": "2026-02-26", "27-feb": "2026-02-27", "28-nov-2025": "2025-11-28", "27th": "2026-10-27", "fri": "2026-11-20"} {
		if got, err := Date(text, thursday); err != nil || got.String() != want {
			t.Errorf("%q on Thu 26 Nov 2026: got %s, %v; want %s", text, got, err, want)
		}
	}
}

func TestAWeekEndsOnTheRoadmapsLastWeekday(t *testing.T) {
	r := roadmap.New("", monday)
	d := r.Edit(monday)
	s := *r.Settings()
	s.Weekdays = 0b0001111 // Mon to Thu
	s.Holidays = []roadmap.Period{{Name: "Epiphany", From: monday + 1, To: monday + 1}}
	if err := d.SetSettings(s); err != nil {
		t.Fatal(err)
	}
	r, err := d.Close()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{"eow": "2026-01-08", "2026-W03": "2026-01-15", "+1d": "2026-01-07", "+3d": "2026-01-12", "+1w": "2026-01-12"} {
		if got, err := Date(text, Context{Today: monday, Roadmap: r}); err != nil || got.String() != want {
			t.Errorf("%q on Mon 5 Jan, Mon to Thu, Tue a holiday: got %s, %v; want %s", text, got, err, want)
		}
	}
	friday := Context{Today: monday + 4, Roadmap: r}
	if got, _ := Date("eow", friday); got.String() != "2026-01-15" {
		t.Errorf("eow when the week is over is %s, want that of the next", got)
	}
}

func TestADateMovesFromTheValueItHas(t *testing.T) {
	ctx := Context{Today: monday, Value: roadmap.MustDate("2026-01-22")} // a Thursday
	for text, want := range map[string]string{"++3d": "2026-01-27", "++2w": "2026-02-05", "--1d": "2026-01-21", "--1w": "2026-01-15"} {
		if got, err := Date(text, ctx); err != nil || got.String() != want {
			t.Errorf("%q from Thu 22 Jan: got %s, %v; want %s", text, got, err, want)
		}
	}
	if _, err := Date("++3d", Context{Today: monday}); err == nil || !strings.Contains(err.Error(), "write +3d") {
		t.Errorf("without a value: %v", err)
	}
}

func TestAWrongDateSaysWhyAndWhatToWrite(t *testing.T) {
	for text, want := range map[string]string{
		"2026-02-30": "February 2026 has 28 days", "30-feb": "February has days from 1 to 29", "0000-01-01": "years from 1900 to 2299",
		"9999-12-31": "years from 1900 to 2299", "10000-01-01": "years from 1900 to 2299", "2026-13-01": "months go from 01 to 12",
		"03/04/2026": "could be two dates", "3/4.": "is not a date", "3.4": "could be two dates", "18/12": "could be two dates", "31.4.2026": "April 2026 has 30 days", "1.13.2026": "months go from 01 to 12", "13/13/2026": "months go", "12-mrz": "is not a date: write 12-mar", "mar": "is not a date",
		"32nd": "days from 1 to 31", "12-mar-26": "year with four digits", "2026-Q5": "from 1 to 4", "w54": "from 1 to 53",
		"2025-W53": "2025 has 52 weeks", "+99999999999999999999d": "is too far", "": "is not a date", "+": "is not a date", "++": "not there yet",
	} {
		if d, err := Date(text, Context{Today: monday}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %s, %v; want an error with %q", text, d, err, want)
		}
	}
}

func TestADateIsShownWithItsYearWhenItIsFarAway(t *testing.T) {
	for date, want := range map[string]string{"2026-03-12": "Thu 12 Mar", "2026-10-05": "Mon 5 Oct", "2026-10-06": "Tue 6 Oct 2026", "2025-03-12": "Wed 12 Mar 2025"} {
		if got := (Context{Today: monday}).DateText(roadmap.MustDate(date)); got != want {
			t.Errorf("%s from 5 Jan 2026 is %q, want %q", date, got, want)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"12-mar", "++3d", "2026-W53", "31st", "eow", "99999999999999999999th", "q", "-"} {
		f.Add(s, int32(monday), false)
	}
	f.Fuzz(func(t *testing.T, text string, today int32, actual bool) {
		at := roadmap.FirstDate + roadmap.Date(uint32(today)%uint32(roadmap.LastDate-roadmap.FirstDate))
		d, err := Date(text, Context{Today: at, Actual: actual, Value: at})
		if err == nil && !d.InRange() {
			t.Errorf("%q is %d without an error", text, d)
		}
	})
}
