package country

import (
	"slices"
	"strings"
	"testing"

	"bywhen/roadmap"

	"pgregory.net/rapid"
)

// between are the public holidays of a place, each as its day and its name.
func between(code, from, to string) []string {
	var out []string
	for _, p := range (Holidays{}).Days(code, roadmap.MustDate(from), roadmap.MustDate(to)) {
		out = append(out, p.From.String()[5:]+" "+p.Name)
	}
	return out
}

func TestTheHolidaysOfACountryAreThoseOfItsLaw(t *testing.T) {
	want := []string{"01-01 Neujahrstag", "03-26 Karfreitag", "03-29 Ostermontag", "05-01 Tag der Arbeit", "05-06 Christi Himmelfahrt",
		"05-17 Pfingstmontag", "10-03 Tag der Deutschen Einheit", "12-25 Weihnachtstag", "12-26 Zweiter Weihnachtsfeiertag"}
	if got := between("de", "2027-01-01", "2027-12-31"); !slices.Equal(got, want) {
		t.Errorf("Germany 2027\n got %q\nwant %q", got, want)
	}
}

func TestARegionHasItsOwnBesides(t *testing.T) {
	germany := between("de", "2027-01-01", "2027-12-31")
	own := slices.DeleteFunc(between("de-by", "2027-01-01", "2027-12-31"), func(d string) bool { return slices.Contains(germany, d) })
	if want := []string{"01-06 Heilige Drei Könige", "05-27 Fronleichnam", "11-01 Allerheiligen"}; !slices.Equal(own, want) {
		t.Errorf("Bavaria has %q, want %q", own, want)
	}
}

// Independence Day of 2027 is a Sunday, New Year's Day of 2028 a Saturday: what is off is the Monday after and the Friday before.
func TestADayIsTheOneThatIsReallyOff(t *testing.T) {
	got := between("us", "2027-07-01", "2027-12-31")
	for _, want := range []string{"07-05 Independence Day", "12-31 New Year's Day"} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is none of %q", want, got)
		}
	}
	if got := between("us", "2028-01-01", "2028-01-10"); len(got) != 0 {
		t.Errorf("the new year of 2028 is kept twice: %q", got)
	}
	if got := between("jp", "2026-09-21", "2026-09-23"); len(got) != 3 { // a day between two holidays is one
		t.Errorf("Japan's silver week of 2026 is %q", got)
	}
}

func TestOnADayThatIsTwoHolidaysItIsOneDay(t *testing.T) {
	if got := between("fr", "2008-05-01", "2008-05-01"); !slices.Equal(got, []string{"05-01 Ascension, Fête du Travail"}) && !slices.Equal(got, []string{"05-01 Fête du Travail, Ascension"}) {
		t.Errorf("1 May 2008 in France was %q", got)
	}
}

// Every place has a code and a name of its own and holidays in any year, but for the countries whose regions have them.
func TestEveryPlaceCanBeNamedAndHasHolidays(t *testing.T) {
	if all := (Holidays{}).Places(); all[0].Name != "Argentina" || all[46].Name != "United States" || all[47].Name != "Baden-Württemberg" {
		t.Errorf("from %s to %s, then %s", all[0].Name, all[46].Name, all[47].Name)
	}
	seen := map[string]string{}
	for _, p := range (Holidays{}).Places() {
		for _, name := range append([]string{p.Code, p.Name}, p.Also...) {
			key := strings.ToLower(name)
			if other := seen[key]; other != "" && other != p.Code {
				t.Errorf("%q is %s and %s", name, other, p.Code)
			}
			seen[key] = p.Code
		}
		n := len((Holidays{}).Days(p.Code, roadmap.MustDate("2027-01-01"), roadmap.MustDate("2027-12-31")))
		if regional := p.Code == "ch" || p.Code == "au"; regional != (n == 0) || n > 20 {
			t.Errorf("%s has %d holidays in 2027", p.Name, n)
		}
		if p.In != "" && (seen[p.In] == "" || !strings.HasPrefix(p.Code, p.In+"-")) {
			t.Errorf("%s is a region of %q", p.Code, p.In)
		}
	}
	if n := len((Holidays{}).Places()); n != 47+16+26+8 {
		t.Errorf("%d places", n)
	}
	if got := (Holidays{}).Days("xx", roadmap.MustDate("2027-01-01"), roadmap.MustDate("2027-12-31")); got != nil {
		t.Errorf("a code that is none has %v", got)
	}
}

// Whatever the place and the days: they lie within, follow each other, and one day is there once, as it is in any longer span.
func TestDaysAreWithinAndInOrder(t *testing.T) {
	places := (Holidays{}).Places()
	first, last := (Holidays{}).Years()
	least, most := int(roadmap.NewDate(first, 1, 1)), int(roadmap.NewDate(last, 12, 31))
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(places).Draw(t, "place")
		from := rapid.IntRange(least, most).Draw(t, "from")
		to := min(from+rapid.IntRange(0, 800).Draw(t, "days"), most)
		got := (Holidays{}).Days(p.Code, roadmap.Date(from), roadmap.Date(to))
		all := (Holidays{}).Days(p.Code, roadmap.Date(max(from-400, least)), roadmap.Date(min(to+400, most)))
		before := roadmap.Date(from) - 1
		for _, d := range got {
			if d.From <= before || d.To > roadmap.Date(to) || d.From != d.To || d.Name == "" || !slices.Contains(all, d) {
				t.Fatalf("%s has %+v after %s", p.Code, d, before)
			}
			before = d.From
		}
	})
}
