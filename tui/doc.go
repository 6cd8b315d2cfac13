// Package tui is the terminal UI: messages in, a screen out.
//
// There is one tea.Model, the root. It holds a session (the roadmap, its plan, and what is on its way to the file), the
// views, and what lies on top: an input, or a question in the bottom line. A key goes to what lies on top; else the table
// in package action says what it means, the view that is open is asked first, and the root does the rest.
//
//	paint     colours, glyphs, widths, the words for dates and deltas
//	action    the table from keys to actions
//	config    how a person wants all this, read from a text
//	scene     what views look at
//	plan …    the views, one package each
//	ledger    what moved a deadline, and why, over the view
//	details   a story and a pane about what is selected
//	ways      how ways out are laid out, wherever they are shown
//	session   edits, plans, saving in order, what-if
//	input     what text is typed into, and what is told while something is worked out
//	terminal  the terminal itself: its modes, and what is shown on it
//
// What the open view's cursor stands on is what is selected: what is marked is what keys act on and what details and strip are
// about. So before a key acts, and before a frame is drawn, the view is asked (see settle). What a person marks with v goes before that:
// tasks, goals, teams or risks, of one kind at a time, which a key takes in place of what is selected (see marks.go).
//
// The screen is drawn at the end of Update, once a message, and shown at once: Bubble Tea's renderer is off. Every screen is
// exactly as high and as wide as the terminal. Nothing here reads a clock, the environment or a file: they come in Options.
// Commands run in goroutines of Bubble Tea; package terminal starts some of its own, to read and to be told of a size, and the root
// one for an edit that is saved while it is planned and drawn: mostly it is in the file before the frame that shows it.
//
// A selection that goes on within 150 ms of where it came to, as with a held key, only passes by: what lies deep about it (its
// chain of causes and links, hand-offs, a histogram) is shown where it rests. So a move in a walk takes 450 to 900 bytes at 120 x 40
// with the details open, one after a rest 900 to 1,550, at most 2,250: a pane whose text is all new takes its text, which is 900 of
// them. These are means of 50 moves in Plan, Alerts and Teams on 10,000 tasks, 1,000 of them late, measured in a terminal.
//
// An edit with 10,000 tasks, 1,000 of them late, is planned, flagged, drawn and saved before the next key: of J and K, which change a
// team's queue, half were on the screen and in the file within 16 to 20 ms, nine in ten within 21 to 26, measured in a terminal on a
// machine of two cores on which a move took 1.0; 12 to 16 and 15 to 20 where no other process could have a processor first. It is saved while it is planned, causes are grouped while rows are drawn, and garbage is collected once
// it is on the screen. go test -bench 'Key|Edit|Reorder' -run '^$' ./tui says how it is where you are.
//
// Nothing runs while nothing happens: the file is watched, the next day is waited for, and a second only while something has
// to be tried again.
//
// A panic anywhere, a signal and a terminal that goes away end the program in order: the terminal is as it was, what was
// edited is saved or named as lost, and one line says what happened, and names what was typed and not taken. What cannot be saved
// stays on the screen with the reason and is tried again each second.
package tui
