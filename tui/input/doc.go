// Package input is every place of the terminal UI where a person types or answers: the line that adds and sets, the picker,
// the palette, the form, notes, a question, the first question on an empty file, ways out, what-ifs side by side,
// the check-in, days off, what pasted lines became, a text to be copied, and help.
//
// Each is a plain struct with two methods. Key takes a key and answers with an Outcome; what was typed or chosen is then read
// off the struct. Draw gives exactly h lines of exactly w cells. None knows the program around it, changes a roadmap, or sends
// itself a message: what a text means, what an edit would do to the deadlines and what may be chosen is asked of a function
// that its owner hands in, once after each key and never while drawing.
//
// # Text
//
// A place in a text lies between two characters as a person counts them (grapheme clusters), so no key splits an emoji or parts
// an accent from its letter. What comes in by key or paste is cleaned as the domain cleans it. Widths are those of paint.
//
// # Keys that are the same everywhere
//
// Esc and ctrl+c leave without doing anything; where something is open on top (a list of completions, a filter) esc closes that
// first. Enter takes. Where text can be typed every letter is text.
//
// It imports paint to draw, phrase for chips and completions, schedule for effects, and ways to lay out ways out.
package input
