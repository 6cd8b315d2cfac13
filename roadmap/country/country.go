package country

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"

	"github.com/rickar/cal/v2"
)

func init() {
	cal.DefaultLoc = time.UTC // else a day that begins without a midnight, as where clocks go forward then, is the one before
}

// Holidays are the public holidays of all countries that are known here. Its methods may be called at the same time.
type Holidays struct{}

var _ phrase.PublicHolidays = Holidays{}

// place is a country or a region, with its holidays; none where only its regions have them.
type place struct {
	phrase.Place
	rules []*cal.Holiday
}

var places = sync.OnceValue(func() []place {
	countries := slices.Concat(european(), others())
	slices.SortFunc(countries, func(a, b place) int { return cmp.Compare(a.Name, b.Name) })
	return slices.Concat(countries, german(), swiss(), australian())
})

// Places are the countries by name, and behind them the regions of those that have some.
func (Holidays) Places() []phrase.Place {
	out := make([]phrase.Place, len(places()))
	for i, p := range places() {
		out[i] = p.Place
	}
	return out
}

// The years whose holidays the rules tell.
const firstYear, lastYear = 2000, 2099

// Years are the first and the last year of which it can be asked.
func (Holidays) Years() (first, last int) { return firstYear, lastYear }

// Days are the public holidays of a place from one day to another, both inclusive and within Years, each a day of its own, as they
// follow each other; a day that is two of them has both names. There are none for a code that is none.
func (Holidays) Days(code string, from, to roadmap.Date) []roadmap.Period {
	i := slices.IndexFunc(places(), func(p place) bool { return p.Code == code })
	if i < 0 {
		return nil
	}
	var out []roadmap.Period
	first, _, _ := from.Civil()
	last, _, _ := to.Civil()
	for year := first - 1; year <= last+1; year++ { // what falls on 1 January may be made up for on 31 December
		for _, rule := range places()[i].rules {
			_, observed := rule.Calc(year)
			if day := roadmap.DateOf(observed); !observed.IsZero() && day >= from && day <= to {
				out = append(out, roadmap.Period{Name: rule.Name, From: day, To: day})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b roadmap.Period) int { return cmp.Compare(a.From, b.From) })
	return together(out)
}

// together makes one of holidays that fall on the same day.
func together(days []roadmap.Period) []roadmap.Period {
	var out []roadmap.Period
	for _, p := range days {
		n := len(out)
		switch {
		case n == 0 || out[n-1].From != p.From:
			out = append(out, p)
		case out[n-1].Name != p.Name:
			out[n-1].Name += ", " + p.Name
		}
	}
	return out
}
