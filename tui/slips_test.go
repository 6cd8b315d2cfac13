package tui

import "testing"

// What a product manager does when a supplier moves its promise, a team has too much to do, or legal does not answer.

func TestAFilterSelectsWhatItShows(t *testing.T) {
	u := demo(t, 80, 24).on("Design files frozen").keys("/").types("antenna mod")
	u.keys("enter s").sees("set Antenna module ›")
	u = demo(t, 80, 24).on("Design files frozen").keys("/").types("antenna mod").keys("esc s")
	u.sees("set Design files frozen ›")
	demo(t, 80, 24).keys("/").types("nosuchtask").keys("enter s").sees("that is for tasks")
}
