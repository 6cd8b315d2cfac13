// Package network is the Network view: the selected task in the middle, what it waits for at the left, what waits for it at
// the right, drawn as a graph.
//
//	graph.go   which tasks are shown: the nearest to the middle first, up to a number; those of a team may be folded into one
//	layers.go  who stands in which layer and in which order (K. Sugiyama, S. Tagawa and M. Toda, Methods for visual
//	           understanding of hierarchical system structures, 1981: longest paths, then sweeps by the mean of neighbours)
//	rows.go    on which row: as near to their neighbours as order and room allow, and no two links on one that are not one
//	canvas.go  lines that meet, cross and turn in cells
//	legend.go  what the links are drawn with, for the table of marks
//	links.go   the way of each link through the channels between layers: a line leads to no node that is not linked
//	draw.go    the visible part of it as lines of the screen
//	act.go     walking along links, unfolding, more and fewer layers
//
// The graph is worked out when its middle, its folds or the roadmap change, never while drawing; the cursor walks in it and
// nothing jumps: only enter puts another task in the middle, or a selection made elsewhere that the graph does not hold.
package network
