// Package teams is the Teams view: a row a team, what it has to do week by week, and who waits for whom.
//
// A row says how much is asked of a team in each week against the people it has, what it works on now, who is idle, how
// late its work makes a deadline and how much of that is its own, and whom it waits for. Unfolded it lists the tasks of the
// selected week, and which of them could be given away. Below, a sentence on the team that the cursor is at, and its
// hand-offs: what it owes other teams and what it gets from them.
//
// What a scene has to show of teams is worked out once for that scene, of a team's tasks when they are looked at; a frame
// draws the lines that are visible. The cursor is held by the team or task it stands on, never by a row's number.
package teams
