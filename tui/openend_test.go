package tui

import (
	"regexp"
	"strings"
	"testing"
)

// rows are the lines of the screen that hold a text.
func (u *user) rows(text string) string {
	var out []string
	for _, l := range u.screen() {
		if strings.Contains(l, text) {
			out = append(out, strings.TrimRight(l, " "))
		}
	}
	return strings.Join(out, "\n")
}

// In the demo the certificate rests on the Export licence, which is at an authority with no end known: 16 Apr or later. Wherever its
// date is written, that is said with it, whole.
func TestWhatNobodyKnowsTheEndOfIsOrLaterInEachView(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 40}} {
		u := toldDemo(t, size[0], size[1]).goal("certified")
		u.keys("7").sees("Certified in EU and US", "16 Apr → 16 Apr or later").seesNot("or later 0d")
		u.keys("1").goal("certified").keys("w").sees("nothing has moved the date, but nobody knows its end", "today: 16 Apr or later").keys("esc 5")
		row := u.rows("?  ")
		if strings.Count(row, "≥16 Apr") != 3 {
			t.Errorf("%d cells: the forecast says\n%s", size[0], u.text())
		}
	}
	u := toldDemo(t, 200, 50).keys("5")
	if row := u.rows("?  "); strings.Count(row, "16 Apr or later") != 3 {
		t.Errorf("where there is room each of the three dates is or later:\n%s", row)
	}
	if copied := u.keys("y").copied(); strings.Count(copied, "| 16 Apr or later") != 3 {
		t.Errorf("copied is\n%s", copied)
	}
}

// The work left and the days late are two columns: "97d or later" would be one thing.
func TestWorkLeftStandsApartFromOrLater(t *testing.T) {
	u := toldDemo(t, 200, 50).goal("certified")
	if together := regexp.MustCompile(`\dd or later`).FindString(u.text()); together != "" || !regexp.MustCompile(`\dd +or later`).MatchString(u.text()) {
		t.Errorf("it says %q:\n%s", together, u.text())
	}
}
