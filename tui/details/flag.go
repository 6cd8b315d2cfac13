package details

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
)

// FlagLine is a flag in a few words that stand by themselves: "4 days past its deadline 22 Jan".
func FlagLine(s *scene.Scene, f *schedule.Flag) string {
	day := func(d roadmap.Date) string { return paint.Day(d, s.Today) }
	switch f.Kind {
	case schedule.Overdue:
		if f.Silent {
			return "was due " + day(f.Date) + ", no word yet"
		}
		return "overdue since " + day(f.Date) + ", " + workingDays(f.Days)
	case schedule.Slipping:
		return slippingLine(s, f)
	case schedule.Blocked, schedule.WillBlock:
		return blockedLine(s, f)
	case schedule.Unplannable:
		return f.Why()[0].Text
	case schedule.AtRisk:
		return "at risk: " + closeCall(s, f)
	case schedule.Overloaded:
		return overloadedLine(f)
	case schedule.PromiseLate:
		return promisedLate(f)
	case schedule.PromiseShort:
		return "promised " + day(f.Date) + ", cannot be before " + day(f.Forecast)
	case schedule.Untold:
		return fmt.Sprintf("no word on %s for %s", s.Plan.NameQuiet(f), workingDays(f.Days))
	case schedule.Understaffed:
		return "asks for more people than its team has"
	case schedule.OutOfOrder:
		return "begun before what it waits for was finished"
	case schedule.NoPromise:
		return "no promised date"
	case schedule.Unestimated:
		return "no estimate: counts as one day"
	case schedule.Unsized:
		return "no capacity given: nothing queues"
	}
	return f.Kind.String()
}

// KnownWords are until when a flag is known, and why: "until 1 Feb: accepted by the board"; empty where nobody has said so.
func KnownWords(s *scene.Scene, f *schedule.Flag) string {
	key := f.Accepted()
	for _, k := range s.Roadmap.Known() {
		if k.Key() != key.Key() {
			continue
		}
		out := "until it gets worse"
		if k.Until != 0 {
			out = "until " + paint.Day(k.Until, s.Today)
		}
		if k.Because != "" {
			out += ": " + k.Because
		}
		return out
	}
	return ""
}

// knownLine says of a flag that is known that it is, until when and why; of any other nothing.
func knownLine(s *scene.Scene, f *schedule.Flag) string {
	if !f.Known {
		return ""
	}
	return "known " + KnownWords(s, f)
}

// closeCall says how little there is to spare before a deadline, or which risk would cost more than that.
func closeCall(s *scene.Scene, f *schedule.Flag) string {
	before := workingDays(f.Margin) + " before " + paint.Day(f.Date, s.Today)
	if r := s.Roadmap.Risk(f.Risk); r != nil {
		return fmt.Sprintf("%s, and “%s” (%.0f %%) would cost %s", before, r.Title, r.Probability*100, workingDays(r.Days))
	}
	return "only " + before
}

func slippingLine(s *scene.Scene, f *schedule.Flag) string {
	switch {
	case f.Team != "":
		return "slipping: " + s.Title(scene.Ref{Task: f.WorstTask}) + " " + paint.Delta(f.Days, f.OpenEnd)
	case f.Against == "baseline":
		return workingDays(f.Days) + " after the baseline's " + paint.Day(f.Date, s.Today)
	}
	return workingDays(f.Days) + " past its deadline " + paint.Day(f.Date, s.Today) + impossible(s, f)
}

func blockedLine(s *scene.Scene, f *schedule.Flag) string {
	out := "blocked"
	if f.Kind == schedule.WillBlock {
		out = "will be blocked"
	}
	if f.Since != 0 {
		out += " from " + paint.Day(f.Since, s.Today)
	}
	switch {
	case f.Until != 0:
		out += " to " + paint.Day(f.Until, s.Today)
	case f.Team != "" || f.OpenEnd:
		out += ", no end known"
	}
	if f.IdlePeople > 0 {
		out += ", " + people(f.IdlePeople) + " idle"
	}
	if len(f.WaitsOn) > 0 {
		out += ", waits on: " + names(s, f.WaitsOn)
	}
	return out
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

// names are teams by name; what is no team stands as it is.
func names(s *scene.Scene, ids []string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		if out[i] = s.TeamName(id); out[i] == "" {
			out[i] = id
		}
	}
	return strings.Join(out, ", ")
}

func overloadedLine(f *schedule.Flag) string {
	out := "overloaded"
	if f.Week != "" {
		out += fmt.Sprintf(" from %s: %d person-days asked of %d", f.Week, f.Demand, f.Capacity)
	}
	if f.Days > 0 {
		out += ", its queue costs " + workingDays(f.Days)
	}
	return out
}

// promisedLate is a promise that comes after it is needed; with no working day between the two it is for a day off.
func promisedLate(f *schedule.Flag) string {
	if f.Days == 0 {
		return "promised for a day off, needed the working day before"
	}
	return "promised " + workingDays(f.Days) + " after it is needed"
}
