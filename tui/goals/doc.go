// Package goals is the Goals view: what the work is for, and what may happen to it.
//
// Above, a row a goal as a tree: its deadline, forecast and probability, how much of its effort is done (that of the goals
// below it counted), its metric as a bar from baseline to target with a line of its values, under it where only there is room, and
// its score. Below, the risk register: a row a risk, the most costly first, and a grid of probability by days: beside it, or below
// where only there is room; where neither has, a key shows it in place of the rows.
//
// The cursor stands on a goal or a risk, which is then what is selected. The rows are worked out once a scene and fold.
package goals
