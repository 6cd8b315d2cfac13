// Package paint is how the terminal UI looks: the only place that knows colours, glyphs and widths.
//
// A Style is a role (Late, Risk, Fine, Accent …) with attributes, never a colour; a Theme turns it into escape sequences
// for one terminal: true colour, 256, 16 or none, on a dark or a light background, with glyphs or with ASCII alone, in one of
// three looks. The sequences are worked out once, when the theme is made, so that drawing is copying bytes.
//
// A Line is built in runs of one style, from the left, and comes out exactly as wide as was asked for. Each line begins and
// ends in the terminal's own style, so lines can be set side by side as they are.
//
// What must look the same everywhere is written here: a delta, a day, a task's marks.
//
// It imports the domain and the scheduler, of which it draws dates, statuses and flags, and nothing else of ours.
package paint
