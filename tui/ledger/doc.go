// Package ledger is the screen for the person who has to explain a date: what moved a deadline's forecast since a day that
// was committed to, grouped by cause or by date, and under it the chain of causes of the date as it is.
//
// It draws what it is shown: reading the history and reckoning the ledger are the session's. It is a view like the others,
// opened over them.
package ledger
