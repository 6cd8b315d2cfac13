package tui

import (
	"strings"
	"testing"

	"bywhen/roadmap"
)

// Whatever a planner calls it, the palette finds what does it first, among all actions and the sample's titles.
func TestThePaletteFindsWhatPlannersCallThings(t *testing.T) {
	u := demo(t, 100, 40)
	u.m.opts.Save = func(string, *roadmap.Roadmap) (string, error) { return "", nil }
	for words, want := range map[string]string{
		"delay postpone":                      "Move the bar: not before, a day later",
		"late":                                "Ways out of what is late",
		"overdue slipping":                    "Alerts",
		"budget estimate effort promise":      "Set fields of the selection",
		"people capacity workload":            "Teams",
		"vacation holiday supplier risk":      "Add a team, goal, risk or holiday",
		"depends dependency link predecessor": "Links: what this waits for",
		"blocked impediment":                  "Add or clear a blocker",
		"baseline snapshot":                   "Take a baseline",
		"export save csv":                     "Export to a file",
		"report print summary":                "Report: the week in plain sentences",
		"reorder priority rank":               "Move up in priority order",
		"rename":                              "Edit in a form",
		"copy clipboard":                      "Copy as Markdown table",
		"settings theme preferences":          "Settings: how keys, theme and dates are set",
		"quit exit":                           "Close what is open, else quit; a what-if is kept",
		"undo":                                "Undo",
		"who remind email":                    "Chase: write to whom this waits on, or who does it",
		"critical":                            "Show the critical chain",
		"keep":                                "Keep the what-if that is open, by a name",
		"list side":                           "List the what-ifs that are kept, side by side",
		"discard":                             "Drop the what-if that is open, or one that is kept",
		"scenario alternatives":               "Try something: what-if",
		"sort group":                          "Group by goal, team, phase or status; order",
		"assign owner":                        "Set the team",
		"due deadline":                        "Set the deadline",
		"comment notes":                       "Edit the notes",
		"done complete status":                "Next status",
		"remove delete":                       "Delete",
		"search filter":                       "Filter",
		"gantt timeline":                      "Plan",
		"probability":                         "Forecast",
		"okr metric":                          "Goals",
		"log changes":                         "History",
		"standup":                             "Check-in: what should have moved",
		"ignore snooze":                       "Known: accept a flag",
		"tutorial":                            "Take the tour of two minutes",
		"optimize":                            "Improve the plan: find an order that keeps deadlines better or ends earlier",
		"compare diff":                        "Since when: the day to compare with",
		"compare table":                       "List the what-ifs that are kept, side by side",
		"keep what-if":                        "Keep the what-if that is open, by a name",
		"name what-if":                        "Keep the what-if that is open, by a name",
		"list what-if":                        "List the what-ifs that are kept, side by side",
		"compare what-if":                     "List the what-ifs that are kept, side by side",
		"drop what-if":                        "Drop the what-if that is open, or one that is kept",
		"milestone import":                    "Add tasks",
		"descope":                             "Drop, or take up again",
		"cause reason":                        "Why: the chain of causes; on a deadline the ledger",
		"shortcuts":                           "Help",
		"graph":                               "Network",
	} {
		each := strings.Fields(words)
		if strings.HasSuffix(words, "what-if") || words == "compare table" {
			each = []string{words}
		}
		for _, word := range each {
			u.keys(":").types(word)
			if line := u.screen()[4]; !strings.HasPrefix(strings.TrimLeft(line, "▌ "), want) {
				t.Errorf("%q finds first\n%s", word, strings.Join(u.screen()[2:8], "\n"))
			}
			u.keys("esc")
		}
	}
}

// What a palette finds second is there, too: the table of what-ifs under the day to compare with.
func TestComparingFindsTheTableOfWhatIfs(t *testing.T) {
	demo(t, 100, 40).keys(":").types("compare").sees("Since when: the day to compare with", "List the what-ifs that are kept, side by side")
}

func TestSettingsSayWhereTheyAre(t *testing.T) {
	demo(t, 80, 24).keys(":").types("settings").keys("enter").sees("`bywhen config --init` writes a file", "in force")
}
