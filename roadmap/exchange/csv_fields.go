package exchange

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// csvField is a field of a task as a column has it.
type csvField struct {
	name  string
	names []string // what a column of it may be called, the surest first, in plain words
	read  func(t *sheet, cell string, row *csvRow) error
	write func(r *labels, t *roadmap.Task) string
}

// csvRow is a row on its way: the task, and what it names that may have to be found or made first.
type csvRow struct {
	task  roadmap.Task
	team  string
	also  []listItem
	goal  string
	after []listItem
	held  string // a status that stands for a blocker
	notes []string
}

// csvFields are the columns that are written, in their order.
var csvFields = []csvField{
	{"id", namesOf("id|task id|key|issue key|issue id|ref|reference|no|nr|number|#|wbs"), readID, func(_ *labels, t *roadmap.Task) string { return t.ID }},
	{"title", namesOf("title|task|task title|task name|tasks|name|summary|subject|activity|work item|item|deliverable|milestone|feature|story|user story|action|what|to do|todo|description"),
		readTitle, func(_ *labels, t *roadmap.Task) string { return t.Title }},
	{"team", namesOf("team|teams|owning team|owner team|squad|crew|group|department|function|supplier|vendor|owner|owners|assignee|assignees|assigned to|assigned|responsible|who|resource|resources|resource names|lead"),
		func(_ *sheet, cell string, row *csvRow) error { row.team = unlessNothing(cell); return nil }, writeTeam},
	{"effort", namesOf("effort|effort days|estimated effort|estimate|estimates|estimated days|estimation|est|work|person days|man days|days|hours|weeks|duration|estimated duration|size"), readEffortCell,
		func(_ *labels, t *roadmap.Task) string { return t.Effort.String() }},
	{"estimate", namesOf("estimate|three point estimate|range"), readEstimate, writeEstimate},
	{"people", namesOf("people|number of people|people needed|headcount|fte|ftes|persons|staff"),
		func(_ *sheet, cell string, row *csvRow) (err error) {
			row.task.People, err = readPeople(cell)
			return err
		}, writePeople},
	{"also_needs", namesOf("also needs|also need|needs|needs also|supporting teams|other teams|contributors|helpers"), readNeeds, writeNeeds},
	{"goal", namesOf("goal|goals|epic|epic name|epic link|initiative|objective|outcome|key result|okr|theme|project|milestone|release|parent|parent summary"),
		func(_ *sheet, cell string, row *csvRow) error { row.goal = unlessNothing(cell); return nil }, writeGoal},
	{"phase", namesOf("phase|stage|life cycle|lifecycle"),
		func(_ *sheet, cell string, row *csvRow) error { row.task.Phase = unlessNothing(cell); return nil },
		func(_ *labels, t *roadmap.Task) string { return t.Phase }},
	{"priority", namesOf("priority|prio|importance|urgency|moscow"),
		func(_ *sheet, cell string, row *csvRow) (err error) {
			row.task.Priority, err = readPriority(cell)
			return err
		}, writePriority},
	{"tags", namesOf("tags|tag|labels|label|keywords|categories|category"), readTags, writeTags},
	dateField("not_before", "not before|start|start date|starts|start on|begin|begins|begin date|earliest start|planned start|scheduled start|from",
		func(t *roadmap.Task) *roadmap.Date { return &t.NotBefore }),
	dateField("deadline", "deadline|due|due date|due on|due by|needed by|target|target date|end|end date|ends|finish|finish date|planned finish|planned end|target end|by when|until|date",
		func(t *roadmap.Task) *roadmap.Date { return &t.Deadline }),
	dateField("promised", "promised|promise|promised date|promised by|promised for|committed|committed date|eta|delivery date|expected delivery",
		func(t *roadmap.Task) *roadmap.Date { return &t.Promised }),
	{"status", namesOf("status|state|task status|progress|percent complete|% complete|complete|completed|done|closed|finished"), readStatusCell,
		func(_ *labels, t *roadmap.Task) string { return t.Status.String() }},
	dateField("started", "started|started on|actual start|start actual|date started|began", func(t *roadmap.Task) *roadmap.Date { return &t.Started }),
	dateField("finished", "finished|finished on|actual finish|actual end|completed|completed on|completed at|completion date|date completed|closed|closed on|closed at|done|done on|resolved",
		func(t *roadmap.Task) *roadmap.Date { return &t.Finished }),
	{"remaining", namesOf("remaining|remaining effort|remaining work|remaining days|remaining estimate|left|to go"), readRemaining,
		func(_ *labels, t *roadmap.Task) string { return t.Remaining.String() }},
	dateField("told", "told|last told|last confirmed|as of", func(t *roadmap.Task) *roadmap.Date { return &t.Told }),
	{"after", namesOf("after|depends on|dependencies|dependency|depends upon|predecessors|predecessor|blocked by|waits for|waiting for|prerequisites|prerequisite"),
		func(_ *sheet, cell string, row *csvRow) error {
			row.after = append(row.after, splitList(unlessNothing(cell))...)
			return nil
		}, writeAfter},
	{"notes", namesOf("notes|note|description|details|comments|comment|remarks|remark|body"), readNotes,
		func(_ *labels, t *roadmap.Task) string { return t.Notes }},
}

// noteNames are columns that are no field, but that a reader of the task will want to see: they go into its notes.
var noteNames = namesOf("section|sub section|subsection|area|component|components|module|workstream|link|url|acceptance criteria|story points|points|risk|risks|reason|rationale|why")

// manyFields may have several columns of one name, as some trackers export labels.
var manyFields = []string{"tags", "after"}

// listFields hold several, one a line if need be.
var listFields = []string{"team", "also_needs", "tags", "after"}

func namesOf(list string) []string { return strings.Split(list, "|") }

// Fields are the names that a column may be mapped to, in the order in which they are written.
func Fields() []string {
	names := make([]string, len(csvFields))
	for i, f := range csvFields {
		names[i] = f.name
	}
	return names
}

func fieldNamed(name string) *csvField {
	i := slices.IndexFunc(csvFields, func(f csvField) bool { return f.name == name })
	if i < 0 {
		return nil
	}
	return &csvFields[i]
}

// knownName tells whether a column's name says what is in it.
func knownName(header string) bool {
	name, _ := plainName(header)
	return slices.Contains(noteNames, name) || slices.ContainsFunc(csvFields, func(f csvField) bool { return slices.Contains(f.names, name) })
}

// plainName is a column's name in small letters and plain words, and the unit that it states in brackets.
func plainName(header string) (name, unit string) {
	name = strings.ToLower(header)
	if before, after, ok := strings.Cut(name, "("); ok {
		name, unit = before, strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(after), ")"))
	}
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" _-.:?*/\u00a0\n", r) }), " "), unit
}

// unlessNothing is a name, where the cell holds one. It may be a word that says nothing elsewhere: NA is a region.
func unlessNothing(cell string) string {
	if isNothing(cell) && len(plainWord(cell)) < 2 || strings.EqualFold(cell, "n/a") {
		return ""
	}
	return cell
}

func dateField(name, names string, at func(*roadmap.Task) *roadmap.Date) csvField {
	return csvField{name, namesOf(names),
		func(t *sheet, cell string, row *csvRow) (err error) {
			*at(&row.task), err = t.date(cell)
			return err
		},
		func(_ *labels, t *roadmap.Task) string { return at(t).String() }}
}

func readID(_ *sheet, cell string, row *csvRow) error {
	if strings.ContainsAny(cell, " ") {
		return fmt.Errorf("is no id: an id has no spaces")
	}
	row.task.ID = cell
	return nil
}

func readTitle(_ *sheet, cell string, row *csvRow) error {
	if cell == "" {
		return fmt.Errorf("is no title: fill it in, or take the row out")
	}
	row.task.Title = cell
	return nil
}

func readEffortCell(t *sheet, cell string, row *csvRow) (err error) {
	var e roadmap.Estimate
	row.task.Effort, e, err = readEffort(cell, t.unit("effort"))
	if e.Given() {
		row.task.Estimate = e
	}
	return err
}

// readEstimate reads optimistic, likely and pessimistic effort as 3/5/9; any may be missing, as in 3//9.
func readEstimate(_ *sheet, cell string, row *csvRow) error {
	row.task.Estimate = roadmap.Estimate{}
	if isNothing(cell) {
		return nil
	}
	parts := strings.Split(strings.TrimSuffix(cell, "d"), "/")
	if len(parts) != 3 {
		return fmt.Errorf("is no estimate: write the optimistic, likely and pessimistic days as 3/5/9")
	}
	e := &row.task.Estimate
	for i, at := range []*roadmap.Effort{&e.Optimistic, &e.Likely, &e.Pessimistic} {
		var err error
		if *at, err = readDays(strings.TrimSpace(parts[i]), 1); err != nil {
			return err
		}
	}
	return nil
}

func readRemaining(t *sheet, cell string, row *csvRow) (err error) {
	row.task.Remaining, _, err = readEffort(cell, t.unit("remaining"))
	return err
}

func readStatusCell(_ *sheet, cell string, row *csvRow) error {
	status, held, err := readStatus(cell)
	row.task.Status = status
	if held {
		row.held = cell
	}
	return err
}

func readTags(_ *sheet, cell string, row *csvRow) error {
	for _, item := range splitList(unlessNothing(cell)) {
		tag := strings.Join(strings.Fields(strings.TrimPrefix(item.name+item.rest, "#")), "-")
		if tag != "" && !slices.Contains(row.task.Tags, tag) {
			row.task.Tags = append(slices.Clip(row.task.Tags), tag)
		}
	}
	return nil
}

func readNeeds(_ *sheet, cell string, row *csvRow) error {
	row.also = splitList(unlessNothing(cell))
	for _, item := range row.also {
		if _, _, err := needOf(item); err != nil {
			return err
		}
	}
	return nil
}

// needOf parts "design*2" into the team's name and how many of its people.
func needOf(item listItem) (name string, people int, err error) {
	name, rest := item.name, item.rest
	if !item.quoted {
		if i := strings.LastIndex(name, "*"); i > 0 {
			name, rest = strings.TrimSpace(name[:i]), name[i:]
		}
	}
	if rest == "" {
		return name, 1, nil
	}
	if people, err = readPeople(strings.TrimSpace(strings.TrimPrefix(rest, "*"))); err != nil || rest[0] != '*' {
		return "", 0, fmt.Errorf("names %s, which is no team and number of people: write it as design*2", quoted(item.name+item.rest))
	}
	return name, people, nil
}

func readNotes(_ *sheet, cell string, row *csvRow) error {
	if cell != "" {
		row.notes = append(row.notes, cell)
	}
	return nil
}
