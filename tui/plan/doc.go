// Package plan is the Plan view: an outline of tasks with a timeline beside it.
//
// The outline (rows in groups) is worked out once for a scene, a grouping and the folds; a frame draws the rows that are
// visible and nothing else. The cursor is held by what it is on, never by a row's number, and keeps its place on the screen
// when rows come or go around it.
//
// The timeline is a grid of cells. Positions in it are counted in eighths of a cell, in whole numbers, so that a bar begins
// and ends where its days do at every zoom. A bar is its stretches (done, under way, forecast, late) with no gap between them: a cell
// that two of them share shows both where there are colours enough, else what covers most of it. What is drawn later lies on top: shades and month lines, slack, waiting, the
// ghost of a what-if, which links leave alone, the baseline, the bar, deadlines, links of the selected task, and at the edges
// marks of the bars that lie beyond them.
package plan
