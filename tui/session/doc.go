// Package session is a roadmap being worked on: what the file holds, what was changed here since, and the plan of it.
//
// An edit counts at once: it is checked, planned and shown. Saving comes after, in order, one job at a time: Next hands out
// what is to be run off the UI's goroutine, Finish takes in what came of it. No goroutine is started here, so a test runs
// the jobs itself. OnQueued lets one go before its edit is planned: opening and checking the file takes as long as that. While
// anything is unsaved, Unsaved says so; what could not be saved stays, and Retry tries again.
//
// The history is read only when a slip ledger is asked for, and then only what is new in it: NextLedger hands out what reads
// it and reckons, off the UI's goroutine too, but beside the queue: readers share the file.
//
// Where the file was changed by another program, what was edited here meanwhile is replayed on the newer roadmap, or
// refused with a message where it no longer fits. A file that was there and is gone is told as Gone; MakeAgain makes it from what
// was read of it last.
//
// An edit that is made step by step, as a check-in, grows: it is shown at once, is one step of the history, and goes to the file
// when it is whole, or on the way out. What is compared with, the last check-in before today or a day, is read back from the history by a
// function that is handed out as jobs are.
//
// A what-if is a second roadmap beside the file's: edits go to it, with their own undo, until it is accepted as one edit
// or discarded; or kept in the file under a name, to be opened on whatever the roadmap is then. Several are at hand at once, each
// with its own plan and undo, so that going from one to another costs nothing and loses nothing.
package session
