// Package sample has roadmaps to begin with: a demo worth exploring, and templates for new ones.
//
// It imports the domain alone and knows no clock: all dates are counted from a day that is handed in, most of them in working
// days, so that the same story is told on whatever day it is asked for.
//
// The demo is a story: the roadmap as it was three weeks ago, and the edits since, each with the day and time on which it
// was made. Whoever keeps it carries the edits out one by one, so that its history is as old as it looks.
package sample
