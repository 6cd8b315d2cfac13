package main

import (
	"errors"
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/history"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// since is how the flags stand compared with an earlier day.
type since struct {
	then   history.Then
	plan   *schedule.Plan            // of that day
	trends map[*schedule.Flag]string // of the flags that are shown
	gone   []schedule.Flag           // of that day
}

// lastCheckIn is what --since takes for the last check-in.
const lastCheckIn = "checkin"

// since compares flags of today with those of a day, or of the last check-in. The known ones are compared too, though they are not
// shown: a flag that was accepted is not gone.
func (p *program) since(arg string, plan *schedule.Plan, flags, shown []schedule.Flag) (*since, error) {
	s, past, err := p.loadPast()
	if err != nil {
		return nil, err
	}
	then, err := whenThen(arg, plan.Today, &past)
	if err != nil {
		return nil, fmt.Errorf("--since: %w", err)
	}
	out := &since{then: then, trends: map[*schedule.Flag]string{}}
	if out.plan, err = then.Plan(s.Roadmap, &past, schedule.Options{}); err != nil {
		return nil, err
	}
	var trends []schedule.Trend
	trends, out.gone = schedule.CompareFlags(out.plan.Flags(), flags)
	out.gone = unknownFlags(out.gone)
	k := 0
	for i := range flags {
		if !flags[i].Known {
			out.trends[&shown[k]] = trends[i].String()
			k++
		}
	}
	return out, nil
}

// whenThen finds a day, or the last check-in, in the history.
func whenThen(arg string, today roadmap.Date, past *history.Past) (history.Then, error) {
	if strings.EqualFold(strings.TrimSpace(arg), lastCheckIn) {
		then, ok := past.LastCheckIn()
		if !ok {
			return then, errors.New("there has been no check-in yet: r in the UI makes one, or \"bywhen told\"; else name a day")
		}
		return then, nil
	}
	day, err := phrase.PastDay(arg, phrase.Context{Today: today})
	if err != nil {
		return history.Then{}, fmt.Errorf("%w, or %s for the last check-in", err, lastCheckIn)
	}
	then, ok := past.OnDay(day)
	if !ok {
		return then, fmt.Errorf("%s is before the history begins, on %s", day, past.Began)
	}
	return then, nil
}

// head is "since Fri 20 Nov: 1 new, 2 worse, 1 gone".
func (s *since) head(today roadmap.Date) string {
	counts := map[string]int{"gone": len(s.gone)}
	for _, t := range s.trends {
		counts[t]++
	}
	var parts []string
	for _, word := range []string{"new", "worse", "better", "gone"} {
		if n := counts[word]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, word))
		}
	}
	what := "nothing has changed"
	if len(parts) > 0 {
		what = strings.Join(parts, ", ")
	}
	return "since " + s.called(today) + ": " + what
}

// called is "Fri 20 Nov", with a word where that is the last check-in.
func (s *since) called(today roadmap.Date) string {
	day := paint.Weekday(s.then.Day, today)
	if s.then.CheckIn {
		return "the check-in of " + day
	}
	return day
}

// trend is how a shown flag stands, in words for its line; empty where it stands as it did.
func (s *since) trend(f *schedule.Flag) string {
	if s == nil || s.trends[f] == schedule.Same.String() {
		return ""
	}
	return s.trends[f]
}

// printGone prints the flags of that day that are no more.
func (p *program) printGone(s *since) {
	if s == nil {
		return
	}
	for i := range s.gone {
		f := &s.gone[i]
		p.printf("%s\n", visible(fmt.Sprintf("%-8s  %-12s  %s", "gone", f.Kind, subject(s.plan, f))))
	}
}
