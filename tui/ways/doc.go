// Package ways lays out ways out, the same wherever they are shown: what one can do, what there is to ask for, the days that
// each wins at the date in question, and what it makes later elsewhere. It imports the domain, the scheduler and package
// paint, and nothing else of ours.
package ways
