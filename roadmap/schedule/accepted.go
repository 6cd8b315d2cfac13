package schedule

import (
	"strings"

	"bywhen/roadmap"
)

// markKnown marks the flags that were accepted, until their day or until they get worse.
func (f *flagger) markKnown() {
	known := map[string]*roadmap.Known{}
	for _, k := range f.Roadmap.Known() {
		known[k.Key()] = k
	}
	if len(known) == 0 {
		return
	}
	for i := range f.flags {
		x := &f.flags[i]
		k := known[(&roadmap.Known{Flag: x.Kind.String(), Task: x.Task, Team: x.Team, Goal: x.Goal}).Key()]
		x.Known = k != nil && x.Days <= k.Days && (k.Until == 0 || f.Today <= k.Until)
	}
}

// AcceptedText says until when and why some flags, by their places, are accepted: "accepted until 14 Dec: agreed by the board",
// "accepted until it gets worse". Of several it is the first day, and the reason given with the first of them that has one. Empty
// where none is.
func (p *Plan) AcceptedText(flags []Flag, places ...int) string {
	at := map[string]int{}
	for n, i := range places {
		k := flags[i].Accepted()
		if _, met := at[k.Key()]; flags[i].Known && !met {
			at[k.Key()] = n
		}
	}
	until, because, first := roadmap.Date(0), "", len(places)
	for _, k := range p.Roadmap.Known() {
		n, is := at[k.Key()]
		if !is {
			continue
		}
		if n < first && k.Because != "" {
			because, first = ": "+strings.TrimRight(k.Because, "."), n
		}
		if k.Until != 0 && (until == 0 || k.Until < until) {
			until = k.Until
		}
	}
	switch {
	case len(at) == 0:
		return ""
	case until == 0:
		return "accepted until it gets worse" + because
	}
	return "accepted until " + p.ShortDate(until) + because
}
