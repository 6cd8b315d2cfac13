// Package history is the History view: every change, newest first, with what it did to the forecasts of deadlines, and how the
// forecast of one deadline moved over time (the slip chart, as in a milestone trend analysis). A change is unfolded into what it
// touched, a row a thing, with its fields before and after; a search shows only the changes that were found.
//
// From here one travels: the view asks to see the roadmap as it was after the change that the cursor stands on, and its owner
// shows that in all views until the present is asked for. It draws what it was given of the history and reads nothing itself.
package history
