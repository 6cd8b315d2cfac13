// Package details says in words what is selected: a story of two lines, and a pane with everything around it.
//
// It writes nothing that the plan does not say: causes, days and dates are the scheduler's, in its words.
package details
