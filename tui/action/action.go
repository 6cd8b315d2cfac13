// Package action is the one table from keys to what they do. Help, the palette and the bottom line are made from it, and
// nothing else sees a key but what text is typed into. Its rows are bindings of bubbles/key. It imports nothing of ours.
//
// The table holds the keys as they come; Keys are those that a person has, with what their configuration changes.
package action

import "github.com/charmbracelet/bubbles/key"

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
	View4
	View5
	View6
	View7
	NextView
	PreviousView
	Earlier
	Later
	ToToday
	ToBar
	ZoomIn
	ZoomOut
	Fit
	GroupBy
	CriticalChain
	AllLinks

	Add
	AddOther
	DaysOff
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
	CloseGap
	RankUp
	RankDown
	BarEarlier
	BarLater
	BarShorter
	BarLonger
	Mark
	MarkRange
	Undo
	Redo
	BackTo
	TakeBack

	Why
	Fix
	Filter
	WhatIf
	Baseline
	Copy
	CheckIn
	Known
	Chase
	Report
	Since

	Palette
	Help
	Suspend
	Redraw
	Cancel
	Quit
	Export
	Tour
	Improve
	Columns
	FlipNext
	FlipBack
	Settings
	KeepWhatIf
	ListWhatIfs
	DropWhatIf
	KeepFilter
	ForgetFilter
	count
)

// IsView tells whether it opens a view.
func (a Action) IsView() bool {
	return a >= View1 && a <= View7 || a == NextView || a == PreviousView
}

// Edits tells whether it changes the roadmap, or opens what does: in the past it is refused.
func (a Action) Edits() bool {
	switch a {
	case Undo, Redo, Baseline, CheckIn, Known, Chase, KeepFilter, ForgetFilter:
		return true
	case DaysOff: // which are listed there as they were
		return false
	}
	return a >= Add && a <= BarLonger
}

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
	Action  Action
	Binding key.Binding // its keys as Bubble Tea names them, the first is the one shown where there is little room; its help
	Short   string      // one word or two for the bottom line
	Theme   Theme
}

// Shown is the keys as help shows them.
func (e Entry) Shown() string { return e.Binding.Help().Key }

// Name is what it does, as help and the palette list it.
func (e Entry) Name() string { return e.Binding.Help().Desc }

// bind is a binding of keys; one without any is found in the palette alone.
func bind(shown, name string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, name))
}

var table = []Entry{
	{Down, bind("j ↓", "Down", "j", "down"), "down", Move},
	{Up, bind("k ↑", "Up", "k", "up"), "up", Move},
	{First, bind("g", "To the first row", "g", "home"), "first", Move},
	{Last, bind("G", "To the last row", "G", "end"), "last", Move},
	{PageDown, bind("ctrl+d", "Half a page down", "ctrl+d", "pgdown"), "page down", Move},
	{PageUp, bind("ctrl+u", "Half a page up", "ctrl+u", "pgup"), "page up", Move},
	{Fold, bind("h ←", "Fold, or back out of the pane beside", "h", "left"), "fold", Move},
	{Unfold, bind("l →", "Unfold, or into the pane beside; in the History what a change touched", "l", "right"), "unfold", Move},
	{Enter, bind("enter", "Details of the selection, or go there", "enter"), "open", Move},
	{Next, bind("n", "Next match of the filter", "n"), "next match", Move},
	{Previous, bind("N", "Previous match of the filter", "N"), "previous match", Move},
	{View1, bind("1", "Plan", "1"), "plan", Move},
	{View2, bind("2", "Alerts", "2"), "alerts", Move},
	{View3, bind("3", "Teams", "3"), "teams", Move},
	{View4, bind("4", "Network", "4"), "network", Move},
	{View5, bind("5", "Forecast", "5"), "forecast", Move},
	{View6, bind("6", "Goals", "6"), "goals", Move},
	{View7, bind("7", "History", "7"), "history", Move},
	{NextView, bind("tab", "Next view", "tab"), "next view", Move},
	{PreviousView, bind("shift+tab", "Previous view", "shift+tab"), "previous view", Move},

	{Earlier, bind(", [", "Earlier in time", ",", "["), "earlier", Time},
	{Later, bind(". ]", "Later in time", ".", "]"), "later", Time},
	{ToToday, bind("0", "Back to today", "0"), "today", Time},
	{ToBar, bind("Z", "Show the bar of the selection", "Z"), "its bar", Time},
	{ZoomIn, bind("+", "Zoom in: quarter, month, week, day; in the History the next deadline's slip chart", "+", "="), "zoom in", Time},
	{ZoomOut, bind("-", "Zoom out: day, week, month, quarter; in the History the slip chart before", "-", "_"), "zoom out", Time},
	{Fit, bind("z", "Fit the whole plan, and back; in Goals the grid of risks", "z"), "fit", Time},
	{GroupBy, bind("o", "Group by goal, team, phase or status; order", "o"), "group", Time},
	{Columns, bind("", "Columns of the Plan: which, how wide, in which order"), "columns", Time},
	{CriticalChain, bind("C", "Show the critical chain", "C"), "critical", Time},
	{AllLinks, bind("i", "Show links and slack of all tasks that are seen", "i"), "all links", Time},

	{Add, bind("a", "Add tasks", "a"), "add", Change},
	{AddOther, bind("A", "Add a team, goal, risk or holiday", "A"), "add team", Change},
	{DaysOff, bind("H", "Days off and holidays", "H"), "days off", Change},
	{Set, bind("s", "Set fields of the selection", "s"), "set", Change},
	{SetTeam, bind("t", "Set the team", "t"), "team", Change},
	{SetDeadline, bind("D", "Set the deadline", "D"), "deadline", Change},
	{Edit, bind("e", "Edit in a form", "e"), "edit", Change},
	{Notes, bind("E", "Edit the notes", "E"), "notes", Change},
	{NextStatus, bind("space", "Next status", " "), "status", Change},
	{Block, bind("b", "Add or clear a blocker", "b"), "blocker", Change},
	{Links, bind("L", "Links: what this waits for", "L"), "links", Change},
	{Drop, bind("x", "Drop, or take up again", "x"), "drop", Change},
	{Delete, bind("X", "Delete", "X", "delete"), "delete", Change},
	{CloseGap, bind("M", "Close the gap that deleted tasks left", "M"), "close gap", Change},
	{RankUp, bind("K", "Move up in priority order", "K"), "rank up", Change},
	{RankDown, bind("J", "Move down in priority order", "J"), "rank down", Change},
	{BarEarlier, bind("shift+←", "Move the bar: not before, a day earlier", "shift+left"), "bar earlier", Change},
	{BarLater, bind("shift+→", "Move the bar: not before, a day later", "shift+right"), "bar later", Change},
	{BarShorter, bind("alt+←", "Shorten the bar by a day", "alt+left"), "bar shorter", Change},
	{BarLonger, bind("alt+→", "Lengthen the bar by a day", "alt+right"), "bar longer", Change},
	{Mark, bind("v", "Mark: every action takes all that is marked", "v"), "mark", Change},
	{MarkRange, bind("V", "Mark from the last mark to here", "V"), "mark range", Change},
	{Undo, bind("u", "Undo", "u"), "undo", Change},
	{Redo, bind("ctrl+r", "Redo", "ctrl+r"), "redo", Change},
	{BackTo, bind("U", "Make all as it was after a change in the History", "U"), "back to here", Change},
	{TakeBack, bind("", "Take one change in the History back, and leave what came after it"), "take back", Change},

	{Why, bind("w", "Why: the chain of causes; on a deadline the ledger", "w"), "why", Look},
	{Fix, bind("f", "Ways out of what is late", "f"), "ways out", Look},
	{Filter, bind("/", "Filter; in its line tab lists those kept", "/"), "filter", Look},
	{WhatIf, bind("W", "Try something: what-if", "W"), "what-if", Look},
	{FlipNext, bind("}", "Flip to the next what-if kept, and to the plan", "}"), "next what-if", Look},
	{FlipBack, bind("{", "Flip to the what-if before", "{"), "what-if before", Look},
	{Baseline, bind("B", "Take a baseline", "B"), "baseline", Look},
	{Copy, bind("y", "Copy as Markdown table", "y"), "copy", Look},
	{CheckIn, bind("r", "Check-in: what should have moved", "r"), "check-in", Look},
	{Known, bind("m", "Known: accept a flag", "m"), "known", Look},
	{Chase, bind("c", "Chase: write to whom this waits on, or who does it", "c"), "chase", Look},
	{Report, bind("R", "Report: the week in plain sentences", "R"), "report", Look},
	{Since, bind("S", "Since when: the day to compare with", "S"), "since", Look},

	{Palette, bind(": ctrl+k", "Command palette", ":", "ctrl+k"), "command", Program},
	{Help, bind("?", "Help", "?", "f1"), "help", Program},
	{Suspend, bind("ctrl+z", "Suspend: `fg` brings it back", "ctrl+z"), "suspend", Program},
	{Redraw, bind("ctrl+l", "Draw the screen anew", "ctrl+l"), "redraw", Program},
	{Cancel, bind("esc", "Clear marks and filter, close what is open", "esc"), "cancel", Program},
	{Quit, bind("q ctrl+c", "Close what is open, else quit; a what-if is kept", "q", "ctrl+c"), "quit", Program},
	{Export, bind("", "Export to a file"), "export", Program},
	{Tour, bind("", "Take the tour of two minutes"), "tour", Program},
	{Settings, bind("", "Settings: how keys, theme and dates are set"), "settings", Program},
	{Improve, bind("", "Improve the plan: find an order that keeps deadlines better or ends earlier"), "improve", Look},
	{KeepWhatIf, bind("", "Keep the what-if that is open, by a name"), "keep what-if", Look},
	{ListWhatIfs, bind("", "List the what-ifs that are kept, side by side"), "list what-ifs", Look},
	{DropWhatIf, bind("", "Drop the what-if that is open, or one that is kept"), "drop what-if", Look},
	{KeepFilter, bind("ctrl+s", "Name the filter, to be kept", "ctrl+s"), "keep filter", Look},
	{ForgetFilter, bind("ctrl+x", "Let the kept filter go", "ctrl+x"), "forget filter", Look},
}

// byAction is the table by its actions.
var byAction = indexActions()

func indexActions() (out [count]Entry) {
	for _, e := range table {
		out[e.Action] = e
	}
	return out
}

// Entry is the action's row of the table: its name and its word, which no key changes.
func (a Action) Entry() Entry { return byAction[a] }
