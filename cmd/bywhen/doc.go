// Command bywhen is the command line, and the door to the terminal UI.
//
// One file a command: each reads its flags, calls one thing of the packages below, and prints. Nothing is decided here that
// a package below could decide. What a command may touch of the world outside (streams, environment, clock) is in program,
// which main fills in, so that tests run the whole command line in-process.
//
// # Voice
//
// Results go to standard output, everything else to standard error. An error is one line, "bywhen: " and what was wrong,
// where, and what to do: lower case, no full stop, exit 2. No usage dump, no stack trace. Names and texts of the user's own
// are made visible before they are printed: no control character of theirs ever reaches a terminal. An option that is given without a
// value is refused, for every command in one place: it is a variable that a script has not set.
//
// No command but the UI draws or colours anything or writes an escape byte, also on a terminal: what they print reads the
// same in a terminal, a pipe and a log. Bubble Tea would ask the terminal questions as the program starts; tui/paint/background
// keeps it from that, and a test here runs commands on a terminal and looks at every byte.
//
// # Exit codes
//
// 0 done; 1 only from check: something is flagged; 2 an error, or check could not tell.
package main
