package paint

import "testing"

// On a terminal without a sign more than ASCII no sign has two meanings, and in Unicode neither.
func TestEveryMeaningHasASignOfItsOwn(t *testing.T) {
	for _, g := range []Glyphs{asciiGlyphs, unicodeGlyphs} {
		of := map[string]string{}
		for meaning, sign := range map[string]string{
			"the selected row": g.Pointer, "marked": g.Marked, "supplier": g.Supplier, "folded": g.Folded, "more of it": g.Ellipsis,
			"to do": g.Todo, "done": g.Done, "dropped": g.Dropped, "a milestone": string(g.Milestone),
			"blocked": g.BlockedMark, "at risk": g.RiskMark,
			"work done": string(g.Worked), "work under way": string(g.Working), "forecast": string(g.Ahead), "late forecast": string(g.AheadLate),
			"critical": string(g.Critical), "baseline": string(g.BaselineUnder), "as it was before the what-if": string(g.Ghost),
			"waiting": string(g.Waiting), "slack": string(g.Slack), "deadline kept": string(g.DeadlineKept), "deadline missed": string(g.DeadlineMissed),
			"where a link leads": string(g.LinkEnd), "a link": string(g.Wires[Left|Right]), "today": string(g.Today), "a month": string(g.Month), "a day off": string(g.Off),
		} {
			if other, taken := of[sign]; taken && !(sign == "─" || sign == "│") {
				t.Errorf("%s is the sign of both: %s, %s", sign, meaning, other)
			}
			of[sign] = meaning
		}
	}
}
