// Package alerts is the Alerts view: a row a root cause, not a row a symptom.
//
// The list says what somebody must do something about, the worst deadline it moves and by how much, what else it makes late
// and whom it leaves idle. What is too long for its line goes on in a second one; in a low terminal its middle goes. The pane beside
// the list (below it where the screen is narrow) says why: the chain of causes with the days that each link costs, which add up.
//
// What a scene has to show is worked out once for that scene; a frame draws the lines that are visible. The cursor is held
// by the cause it stands on, never by a line's number.
package alerts
