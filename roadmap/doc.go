// Package roadmap is the domain: what a roadmap is and how it may change.
//
// It imports nothing of ours, does no I/O, and knows no clock: a status date is handed in.
//
// # A roadmap is a value
//
// A *Roadmap is never changed once it has been handed out. The entities in it (teams, goals, tasks, dependencies, risks,
// baselines and so on) are shared, immutable pointers: whoever reads one must not write to it. Two roadmaps may share
// most of their entities, so keeping an older one, or a what-if, costs little.
//
// # An edit is a draft
//
//	d := r.Edit(today)                                       // opens a draft
//	id, err := d.AddTask(roadmap.Task{Title: "Antenna", Team: "murata"})
//	err = d.Link(roadmap.Dependency{From: "3", To: id})
//	next, err := d.Close()                                   // checks the whole, hands out the next roadmap
//
// Each method of a draft checks what it is given, and its error names the item, the field and the value. Close checks what
// only the whole can tell (cycles). A draft that failed half way is thrown away; the roadmap it was opened on is as it was.
//
// # A change is what differs
//
// Diff compares two roadmaps and lists, for each entity touched, its value before and after. It is never written by hand
// for a kind of edit: undo is the change turned round (Invert), replay on a newer roadmap is Replay, which refuses where a
// value before no longer holds. So a new kind of edit costs one method and has undo, history and replay at once.
//
// A what-if that is kept is such a change, under a name. Try makes it on the present roadmap, field by field (see whatif.go), so
// that it survives what is told and edited meanwhile.
//
// # What a plan asks for is kept
//
// Network (who waits for whom), Briefs (what a plan asks of each task) and the calendars are worked out when they are first
// asked for and kept with the roadmap. A version in which the tasks they rest on are the same shares them; Briefs are carried
// over but for the tasks that changed.
//
// # Order is data
//
// Entities carry a Position, a key that sorts between its neighbours', so that moving one touches it alone.
//
// # Days
//
// A Date is a civil day. An instant is a boundary between days and is written as the Date of the day that begins there: a
// task that finishes on Friday finishes at the instant Saturday. A Calendar counts working days and moves instants by them. How a
// date is written for people is a DateFormat, handed to whoever makes sentences.
package roadmap
