// Package paint is how the terminal UI looks: the only place that knows colours, glyphs and widths.
//
// A Style is a role (Late, Risk, Fine, Accent …) with attributes, never a colour; a Theme turns it into escape sequences
// for one terminal: true colour, 256, 16 or none, on a dark or a light background, with glyphs or with ASCII alone, in one of
// three looks. The sequences are worked out once, when the theme is made, so that drawing is copying bytes.
//
// A Line is built in runs of one style, from the left, and comes out exactly as wide as was asked for. Each line begins and
// ends in the terminal's own style, so lines can be set side by side as they are.
//
// A shape, a letter or a sign says what a colour says; where there are no colours nothing is told by them. A bar's end may lie inside
// a cell (▏ to ▉) where there are 256 colours or more: then its glyphs have a ground, and the part of a cell is as bright as they
// are, so that it is one shape; with fewer colours bars are of whole cells, but for done work, which is all in one tone. The signs:
//
//	      ASCII                                 ASCII
//	▌     ]    the selected row           █     #    work done
//	•     *    marked                     ▓     %    work under way
//	▸ ▾   + -  folded, unfolded           ░     =    forecast
//	○     o    to do                      ▒     !    forecast past the day it is needed
//	◐     %    in progress                ═     H    forecast on the critical chain, and the mark of its tasks
//	✓     v    done                       ▁     _    baseline
//	×     x    dropped                    ━     "    where a bar was before the what-if
//	●     @    milestone                  ┄     ,    waiting for its team
//	!     !    late                       ╌     .    slack; a deadline across the slip chart
//	■     B    blocked                    ◇ ◆   D X  deadline kept, missed
//	▲     ^    at risk                    ┊     :    today
//	⇢     $    supplier                   │     '    a month or quarter begins
//	└     `    a cause of the one above   ╵     '    the same, where its line would look like a link
//	≡     E    a late forecast on the critical chain
//	─ ►   - >  a link, and where it leads
//	·     ;    a day off, without colour  ‹ ›   < >  a bar that lies beyond the timeline's edge
//
// In the Network the critical chain is ═ ║ and = H, with corners ╔ and #, and ⇒ for the arrow; past an edge it is « ».
//
// Loads and histograms are ink, from . over : + * to #; a deadline stands in them as |.
//
// What must look the same everywhere is written here: a delta, a day, a task's marks.
//
// It imports the domain and the scheduler, of which it draws dates, statuses and flags, and nothing else of ours.
package paint
