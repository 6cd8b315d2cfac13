package tui

import (
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// walks presses keys at a pace, before a UI in which a selection that goes on at once only passes by.
func (u *user) walks(keys string, pace time.Duration) *user {
	u.t.Helper()
	u.m.rest = restFor
	for _, k := range keys {
		u.now = u.now.Add(pace)
		u.m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{k}})
	}
	return u
}

// rests lets the selection rest for a while.
func (u *user) rests(d time.Duration) *user {
	u.now = u.now.Add(d)
	u.m.Update(stillMsg{})
	return u
}

func TestOneMoveShowsAllOfTheSelection(t *testing.T) {
	demo(t, 160, 40).on("Trial run").walks("j", time.Second).sees("Why", "Waits for").walks("k", 200*time.Millisecond).sees("Why", "Waits for")
}

func TestWhatLiesDeepWaitsUntilAWalkEnds(t *testing.T) {
	u := demo(t, 160, 40).on("Line layout").walks("jjj", 40*time.Millisecond)
	u.sees("Forecast", "Slack").seesNot("Why").seesNot("Waits for")
	u.rests(40 * time.Millisecond).seesNot("Waits for")
	u.rests(restFor).sees("Why", "Waits for")
}

func TestAKeyThatAsksForMoreEndsAWalk(t *testing.T) {
	demo(t, 160, 40).on("Line layout").walks("jjjw", 40*time.Millisecond).sees("Why")
	u := demo(t, 160, 40).walks("G", time.Second).walks("kj", 40*time.Millisecond).seesNot("Waits for")
	u.walks("j", 40*time.Millisecond).sees("Waits for") // there is nothing further down
}
