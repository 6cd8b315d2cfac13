// Package action is the one table from keys to what they do. Help, the palette and the bottom line are made from it, and
// nothing else sees a key but what text is typed into. It imports nothing of ours.
package action

// Action is something a key does.
type Action uint8

// The actions, in the order in which help lists them.
const (
	None Action = iota
	Down
	Up
	First
	Last
	PageDown
	PageUp
	Fold
	Unfold
	Enter
	Next
	Previous
	View1
	View2
	View3
	NextView
	PreviousView
	Earlier
	Later
	ToToday
	ZoomIn
	ZoomOut
	Fit
	GroupBy
	CriticalChain

	Add
	AddOther
	Set
	SetTeam
	SetDeadline
	Edit
	Notes
	NextStatus
	Block
	Links
	Drop
	Delete
	RankUp
	RankDown
	Mark
	MarkRange
	Undo
	Redo

	Why
	Filter
	WhatIf
	Baseline
	Copy

	Palette
	Help
	Suspend
	Cancel
	Quit
	Export
	count
)

// Theme is the heading under which help lists an action.
type Theme uint8

// The headings.
const (
	Move Theme = iota
	Time
	Change
	Look
	Program
	ThemeCount
)

var themeNames = [...]string{"Move", "Time and order", "Change", "Look and try", "Program"}

// String is the heading.
func (t Theme) String() string { return themeNames[t] }

// Entry is a row of the table.
type Entry struct {
	Action Action
	Keys   []string // as Bubble Tea names them, the first is the one shown
	Shown  string   // the keys as help shows them
	Name   string   // what it does, as the palette lists it
	Short  string   // one word or two for the bottom line
	Theme  Theme
}

var table = []Entry{
	{Down, []string{"j", "down"}, "j ↓", "Down", "down", Move},
	{Up, []string{"k", "up"}, "k ↑", "Up", "up", Move},
	{First, []string{"g", "home"}, "g", "To the first row", "first", Move},
	{Last, []string{"G", "end"}, "G", "To the last row", "last", Move},
	{PageDown, []string{"ctrl+d", "pgdown"}, "ctrl+d", "Half a page down", "page down", Move},
	{PageUp, []string{"ctrl+u", "pgup"}, "ctrl+u", "Half a page up", "page up", Move},
	{Fold, []string{"h", "left"}, "h ←", "Fold, or back out of the pane beside", "fold", Move},
	{Unfold, []string{"l", "right"}, "l →", "Unfold, or into the pane beside", "unfold", Move},
	{Enter, []string{"enter"}, "enter", "Details of the selection, or go there", "details", Move},
	{Next, []string{"n"}, "n", "Next match of the filter", "next match", Move},
	{Previous, []string{"N"}, "N", "Previous match of the filter", "previous match", Move},
	{View1, []string{"1"}, "1", "Plan", "plan", Move},
	{View2, []string{"2"}, "2", "Alerts", "alerts", Move},
	{View3, []string{"3"}, "3", "Teams", "teams", Move},
	{NextView, []string{"tab"}, "tab", "Next view", "next view", Move},
	{PreviousView, []string{"shift+tab"}, "shift+tab", "Previous view", "previous view", Move},

	{Earlier, []string{",", "["}, ", [", "Earlier in time", "earlier", Time},
	{Later, []string{".", "]"}, ". ]", "Later in time", "later", Time},
	{ToToday, []string{"0"}, "0", "Back to today", "today", Time},
	{ZoomIn, []string{"+", "="}, "+", "Zoom in: quarter, month, week, day", "zoom in", Time},
	{ZoomOut, []string{"-", "_"}, "-", "Zoom out: day, week, month, quarter", "zoom out", Time},
	{Fit, []string{"z"}, "z", "Fit the whole plan, and back", "fit", Time},
	{GroupBy, []string{"o"}, "o", "Group by goal, team, phase or status; order", "group", Time},
	{CriticalChain, []string{"C"}, "C", "Show the critical chain", "critical", Time},

	{Add, []string{"a"}, "a", "Add tasks", "add", Change},
	{AddOther, []string{"A"}, "A", "Add a team, goal or risk", "add team", Change},
	{Set, []string{"s"}, "s", "Set fields of the selection", "set", Change},
	{SetTeam, []string{"t"}, "t", "Set the team", "team", Change},
	{SetDeadline, []string{"D"}, "D", "Set the deadline", "deadline", Change},
	{Edit, []string{"e"}, "e", "Edit in a form", "edit", Change},
	{Notes, []string{"E"}, "E", "Edit the notes", "notes", Change},
	{NextStatus, []string{" "}, "space", "Next status", "status", Change},
	{Block, []string{"b"}, "b", "Add or clear a blocker", "blocker", Change},
	{Links, []string{"L"}, "L", "Links: what this waits for", "links", Change},
	{Drop, []string{"x"}, "x", "Drop, or take up again", "drop", Change},
	{Delete, []string{"X", "delete"}, "X", "Delete", "delete", Change},
	{RankUp, []string{"K"}, "K", "Move up in priority order", "rank up", Change},
	{RankDown, []string{"J"}, "J", "Move down in priority order", "rank down", Change},
	{Mark, []string{"v"}, "v", "Mark", "mark", Change},
	{MarkRange, []string{"V"}, "V", "Mark from the last mark to here", "mark range", Change},
	{Undo, []string{"u"}, "u", "Undo", "undo", Change},
	{Redo, []string{"ctrl+r"}, "ctrl+r", "Redo", "redo", Change},

	{Why, []string{"w"}, "w", "Why: the chain of causes", "why", Look},
	{Filter, []string{"/"}, "/", "Filter", "filter", Look},
	{WhatIf, []string{"W"}, "W", "Try something: what-if", "what-if", Look},
	{Baseline, []string{"B"}, "B", "Take a baseline", "baseline", Look},
	{Copy, []string{"y"}, "y", "Copy as text", "copy", Look},

	{Palette, []string{":", "ctrl+k"}, ": ctrl+k", "Command palette", "command", Program},
	{Help, []string{"?", "f1"}, "?", "Help", "help", Program},
	{Suspend, []string{"ctrl+z"}, "ctrl+z", "Suspend: `fg` brings it back", "suspend", Program},
	{Cancel, []string{"esc"}, "esc", "Clear marks and filter, close what is open", "cancel", Program},
	{Quit, []string{"q", "ctrl+c"}, "q ctrl+c", "Close what is open, else quit", "quit", Program},
	{Export, nil, "", "Export to a file", "export", Program},
}

var (
	byKey    = indexKeys()
	byAction = indexActions()
)

func indexKeys() map[string]Action {
	m := map[string]Action{}
	for _, e := range table {
		for _, k := range e.Keys {
			m[k] = e.Action
		}
	}
	return m
}

func indexActions() (out [count]Entry) {
	for _, e := range table {
		out[e.Action] = e
	}
	return out
}

// Of is the action of a key as Bubble Tea names it; None for one that does nothing.
func Of(key string) Action { return byKey[key] }

// Entry is the action's row of the table.
func (a Action) Entry() Entry { return byAction[a] }

// Key is the key that is shown for the action.
func (a Action) Key() string {
	e := byAction[a]
	switch {
	case len(e.Keys) == 0:
		return ""
	case e.Keys[0] == " ":
		return "space"
	}
	return e.Keys[0]
}

// All are the rows of the table, in its order; for reading only.
func All() []Entry { return table }
