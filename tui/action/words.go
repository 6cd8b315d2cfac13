package action

// Words are what else people look for an action by, in lower case; the palette finds it by each of them, below what is found by name.
func (e Entry) Words() string { return words[e.Action] }

// words are what planners call what an action does, where its name does not say so.
var words = map[Action]string{
	View1: "gantt timeline bars schedule outline tasks",
	View2: "late behind slipping overdue problems issues flags",
	View3: "people capacity load workload resources staffing idle overloaded utilization",
	View4: "graph diagram map tree",
	View5: "probability chance odds confidence monte carlo simulation p80 histogram",
	View6: "okr objectives key results metric progress risks register matrix",
	View7: "log changes changelog audit travel slip chart trend",

	GroupBy:       "sort order by phase team view arrange start finish deadline slack left title",
	Columns:       "fields show hide width",
	CriticalChain: "path",
	AllLinks:      "arrows dependencies lines float tails room",
	ToToday:       "now",
	Fit:           "risk matrix register whole overview",
	ToBar:         "find center centre scroll jump show reveal",

	Add:         "new create insert task milestone import paste",
	AddOther:    "new create supplier vendor person holiday vacation absence leave days off time off calendar",
	DaysOff:     "holiday public holidays country vacation absence leave calendar",
	Set:         "estimate effort budget duration promise tag start phase field change cost",
	SetTeam:     "assign owner responsible",
	SetDeadline: "due date target",
	Edit:        "rename title details properties change modify",
	Notes:       "comment description text",
	NextStatus:  "done finish finished complete completed start started progress mark tick check",
	Block:       "blocked impediment obstacle stuck waiting legal",
	Links:       "depends dependency dependencies predecessor successor after before wait",
	Drop:        "cancel descope cut out of scope",
	Delete:      "remove erase",
	CloseGap:    "bridge mend join deleted between",
	RankUp:      "reorder rank prioritize prioritise important sequence",
	RankDown:    "reorder rank deprioritize sequence",
	BarLater:    "delay postpone push defer reschedule shift",
	BarEarlier:  "pull forward reschedule shift",
	BarShorter:  "duration estimate",
	BarLonger:   "duration estimate extend",
	Mark:        "select multiple bulk",
	Undo:        "back revert restore",
	BackTo:      "restore rollback revert",
	TakeBack:    "revert undo one old change",

	Why:    "reason cause root explain slip impact",
	Fix:    "solve recover options mitigation catch up suggestions compress crash",
	Filter: "search find show only query",
	WhatIf: "scenario alternatives options simulate experiment",

	KeepFilter:   "keep saved filter search query view",
	ForgetFilter: "delete remove drop saved filter search query view",

	KeepWhatIf:  "name what-if named scenario alternative",
	ListWhatIfs: "compare what-ifs compare table scenarios alternatives",
	DropWhatIf:  "discard what-if delete what-if scenario alternative",
	Baseline:    "commit snapshot committed freeze original",
	Copy:        "clipboard yank text paste slide mail",
	CheckIn:     "standup weekly monday meeting update",
	Known:       "snooze ignore mute dismiss acknowledge",
	Chase:       "ask remind nudge email mail who contact supplier",
	Report:      "print summary executive stakeholders email mail share",
	Since:       "diff changed new last week",

	Help:     "keys shortcuts manual",
	Quit:     "exit leave bye",
	Export:   "save as file json csv backup print",
	Settings: "options preferences configuration config theme colors colours dark light keys language dates",
	Tour:     "tutorial guide introduction demo onboarding",
	Improve:  "optimize optimise level levelling resources",
}
