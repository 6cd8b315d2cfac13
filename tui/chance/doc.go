// Package chance is the Forecast view: with what probability each deadline is kept, as a histogram of the days on which its
// work ends in thousands of runs, with the deadline and the days of 50, 80 and 95 % drawn in, each in its cell of the axis, the
// columns toned by them, and what moves it most.
//
// The forecast itself is made beside the UI, by whoever owns the view; what is shown is that of the scene's plan, or, until
// that is there, the one before with a word that it is being made anew; before the first, the deadlines with what the plan says.
// Drawing only reads it. What has no room is not left out unsaid: a rule says what it is, and what brings it.
package chance
