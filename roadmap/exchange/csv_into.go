package exchange

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// csvIntake is a sheet on its way into a roadmap.
type csvIntake struct {
	*sheet
	old   *roadmap.Roadmap
	draft *roadmap.Draft
	notes []Note

	teams, goals, phases map[string]string   // by name in small letters: the id; of a phase its name
	mentioned            map[string]bool     // teams that some cell names by itself
	ids                  map[string]bool     // that rows bring along, and nothing else may take
	titles, oldTitles    map[string][]string // ids of tasks by title in small letters: of the file, of the roadmap
	rowIDs               []string            // the id of each row's task

	added                             map[roadmap.Kind]int
	changed, same                     int
	filled                            filled
	held, several, twins, rows, spans tally
}

// into puts the rows into a roadmap; see Import.Into.
func (s *sheet) into(r *roadmap.Roadmap, today roadmap.Date) (*roadmap.Roadmap, []Note, error) {
	in := &csvIntake{sheet: s, old: r, draft: r.Edit(today).Lenient(), notes: slices.Clone(s.notes), added: map[roadmap.Kind]int{}}
	in.lookAround()
	rows, err := in.prepared()
	if err != nil {
		return nil, nil, err
	}
	if err := in.addPhases(rows); err != nil {
		return nil, nil, err
	}
	for i, row := range rows {
		if err := in.takeRow(s.rows[i], row); err != nil {
			return nil, nil, err
		}
	}
	for i, row := range rows {
		if err := in.link(s.rows[i], in.rowIDs[i], row); err != nil {
			return nil, nil, err
		}
	}
	next, err := in.draft.Close()
	if err != nil {
		return nil, nil, err
	}
	return next, in.allNotes(), nil
}

func small(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// lookAround notes what the roadmap has, by name.
func (in *csvIntake) lookAround() {
	in.teams, in.goals, in.phases = map[string]string{}, map[string]string{}, map[string]string{}
	for _, t := range slices.Backward(in.old.Teams()) {
		in.teams[small(t.Name)] = t.ID
	}
	for _, g := range slices.Backward(in.old.Goals()) {
		in.goals[small(g.Title)] = g.ID
	}
	for _, p := range slices.Backward(in.old.Settings().Phases) {
		in.phases[small(p)] = p
	}
	in.titles, in.oldTitles = map[string][]string{}, map[string][]string{}
	for _, t := range in.old.Tasks() {
		in.oldTitles[small(t.Title)] = append(in.oldTitles[small(t.Title)], t.ID)
	}
}

// prepared reads the rows, each onto the task that it changes, or onto none.
func (in *csvIntake) prepared() ([]*csvRow, error) {
	in.ids, in.mentioned = map[string]bool{}, map[string]bool{}
	rows := make([]*csvRow, len(in.sheet.rows))
	for i, at := range in.sheet.rows {
		row, err := in.read(at, roadmap.Task{})
		if err != nil {
			return nil, err
		}
		if old := in.old.Task(row.task.ID); old != nil {
			if small(old.Title) != small(row.task.Title) {
				return nil, fmt.Errorf("line %d: the id %s is that of %s in the roadmap, not of %s: leave the ids out with --map id=, or give the task its title",
					at.line, quoted(old.ID), quoted(old.Title), quoted(row.task.Title))
			}
			if row, err = in.read(at, *old); err != nil {
				return nil, err
			}
		}
		in.ids[row.task.ID] = true
		for _, item := range splitList(row.team) {
			in.mentioned[small(item.name)] = true
		}
		rows[i] = row
	}
	in.numberTasks(rows)
	return rows, nil
}

// numberTasks gives ids to the tasks that bring none, before teams and goals get theirs, so that tasks count up.
func (in *csvIntake) numberTasks(rows []*csvRow) {
	for _, row := range rows {
		if row.task.ID == "" {
			row.task.ID = in.newID()
		}
		in.rowIDs = append(in.rowIDs, row.task.ID)
	}
}

// addPhases adds the phases that the roadmap has not, and spells the others as it does.
func (in *csvIntake) addPhases(rows []*csvRow) error {
	s := *in.old.Settings()
	for i, row := range rows {
		phase := &row.task.Phase
		if known, ok := in.phases[small(*phase)]; ok || *phase == "" {
			*phase = known
			continue
		}
		in.phases[small(*phase)] = *phase
		s.Phases = append(slices.Clip(s.Phases), *phase)
		if len(s.Phases) > maxItems {
			return fmt.Errorf("line %d: more than %d phases: map another column, or none with --map phase=", in.sheet.rows[i].line, maxItems)
		}
	}
	if n := len(s.Phases) - len(in.old.Settings().Phases); n > 0 {
		in.note("new phases: %s", quotedList(s.Phases[len(s.Phases)-n:]))
		if err := in.draft.SetSettings(s); err != nil {
			return placed(err, "roadmap")
		}
	}
	return nil
}

func (in *csvIntake) note(format string, args ...any) {
	in.notes = append(in.notes, Note(fmt.Sprintf(format, args...)))
}

// quotedList shows the first few names of a list.
func quotedList(names []string) string {
	var out []string
	for _, name := range names[:min(len(names), 30)] {
		out = append(out, quoted(name))
	}
	if len(names) > 30 {
		out = append(out, fmt.Sprintf("and %d more", len(names)-30))
	}
	return strings.Join(out, ", ")
}

// takeRow adds the task of a row, or changes the one of its id.
func (in *csvIntake) takeRow(at tableRow, row *csvRow) error {
	place := at.place(&row.task)
	err := in.resolve(row, place)
	if err != nil {
		return placed(err, place)
	}
	in.settle(row, place)
	said := row.task
	if old := in.draft.Task(said.ID); old != nil {
		err = in.draft.UpdateTask(said.ID, func(t *roadmap.Task) { *t = said })
		if in.draft.Task(said.ID) == old {
			in.same++
		} else {
			in.changed++
		}
	} else {
		in.noteTwin(&said, place)
		_, err = in.draft.AddTask(said)
		in.added[roadmap.KindTask]++
	}
	if err != nil {
		return placed(err, place)
	}
	in.titles[small(said.Title)] = append(in.titles[small(said.Title)], said.ID)
	in.filled.compare(&said, in.draft.Task(said.ID), in.draft.Today(), place)
	return nil
}

// newID is one that no row brings along.
func (in *csvIntake) newID() string {
	for {
		if id := in.draft.NewID(); !in.ids[id] {
			return id
		}
	}
}

// noteTwin counts tasks that look as if they were imported before.
func (in *csvIntake) noteTwin(t *roadmap.Task, place string) {
	for _, id := range in.oldTitles[small(t.Title)] {
		if old := in.old.Task(id); old.Goal == t.Goal && old.Team == t.Team {
			in.twins.add(place)
			return
		}
	}
}

// resolve finds or makes the goal and the teams that a row names.
func (in *csvIntake) resolve(row *csvRow, place string) (err error) {
	t := &row.task
	if in.has("goal") {
		if t.Goal, err = in.goal(row.goal); err != nil {
			return err
		}
	}
	var others []roadmap.Need
	if in.has("team") {
		if t.Team, others, err = in.owner(row, place); err != nil {
			return err
		}
	}
	needs := t.AlsoNeeds
	if in.has("also_needs") {
		if needs, err = in.needs(row.also); err != nil {
			return err
		}
	}
	t.AlsoNeeds = nil
	for _, n := range slices.Concat(needs, others) {
		if n.Team != t.Team && !slices.ContainsFunc(t.AlsoNeeds, func(o roadmap.Need) bool { return o.Team == n.Team }) {
			t.AlsoNeeds = append(t.AlsoNeeds, n)
		}
	}
	return nil
}

// owner is the first team of a cell; people of the others are needed too.
func (in *csvIntake) owner(row *csvRow, place string) (owner string, others []roadmap.Need, err error) {
	names := in.teamNames(row.team)
	for i, name := range names {
		id, err := in.team(name)
		if err != nil {
			return "", nil, err
		}
		if i == 0 {
			owner = id
		} else {
			others = append(others, roadmap.Need{Team: id, People: 1})
		}
	}
	if len(names) > 1 {
		in.several.add(place)
	}
	return owner, others, nil
}

// teamNames parts a cell into teams. A semicolon, comma or line always parts them; &, +, / and "and" only where each part
// is known as a team by itself.
func (in *csvIntake) teamNames(cell string) []string {
	if _, ok := in.teams[small(cell)]; ok {
		return []string{cell}
	}
	var names []string
	for _, item := range splitList(cell) {
		name := strings.TrimSpace(item.name + item.rest)
		if !item.quoted {
			names = append(names, in.parted(name)...)
		} else {
			names = append(names, name)
		}
	}
	return names
}

func (in *csvIntake) parted(name string) []string {
	if _, ok := in.teams[small(name)]; ok && in.old.Team(in.teams[small(name)]) != nil {
		return []string{name}
	}
	for _, sign := range []string{" and ", "&", "+", "/"} {
		parts := strings.Split(name, sign)
		known := func(part string) bool {
			_, ok := in.teams[small(part)]
			return ok || in.mentioned[small(part)]
		}
		if len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return !known(part) }) {
			return parts
		}
	}
	return []string{name}
}

// team finds a team by name or id, or makes it.
func (in *csvIntake) team(name string) (id string, err error) {
	name = strings.TrimSpace(name)
	if id, ok := in.teams[small(name)]; ok {
		return id, nil
	}
	if in.old.Team(name) != nil {
		return name, nil
	}
	if id, err = in.draft.AddTeam(roadmap.Team{ID: in.newID(), Name: name}); err == nil {
		in.teams[small(name)] = id
		in.added[roadmap.KindTeam]++
	}
	return id, err
}

// goal finds a goal by title or id, or makes it; no title is no goal.
func (in *csvIntake) goal(title string) (id string, err error) {
	if title == "" {
		return "", nil
	}
	if id, ok := in.goals[small(title)]; ok {
		return id, nil
	}
	if in.old.Goal(title) != nil {
		return title, nil
	}
	if id, err = in.draft.AddGoal(roadmap.Goal{ID: in.newID(), Title: title}); err == nil {
		in.goals[small(title)] = id
		in.added[roadmap.KindGoal]++
	}
	return id, err
}

func (in *csvIntake) needs(items []listItem) (needs []roadmap.Need, err error) {
	for _, item := range items {
		name, people, err := needOf(item)
		if err != nil {
			return nil, err
		}
		id, err := in.team(name)
		if err != nil {
			return nil, err
		}
		needs = append(needs, roadmap.Need{Team: id, People: people})
	}
	return needs, nil
}

// settle adds what follows from a row: a promise is noted with its day, a status that says so is a blocker, and a start and an end
// without an effort are an effort.
func (in *csvIntake) settle(row *csvRow, place string) {
	t, today := &row.task, in.draft.Today()
	if e, ok := in.spanEffort(t); ok {
		t.Effort = e
		in.spans.add(place)
	}
	last := roadmap.Promise{}
	if n := len(t.Promises); n > 0 {
		last = t.Promises[n-1]
	}
	if t.Promised != 0 && t.Promised != last.Date {
		t.Promises = append(slices.Clip(t.Promises), roadmap.Promise{On: today, Date: t.Promised})
	}
	if row.held != "" && len(t.OpenBlockers()) == 0 {
		t.Blockers = append(slices.Clip(t.Blockers), roadmap.Blocker{Text: row.held, Since: today})
		in.held.add(place)
	}
}

func (in *csvIntake) allNotes() []Note {
	notes := in.several.addTo(in.notes, "of several teams the first owns the task, which also needs the others")
	notes = in.held.addTo(notes, "to do, with a blocker, as its status says that it is held up")
	notes = in.rows.addTo(notes, "waits for a number: the number of a row, 1 being the first task")
	notes = in.twins.addTo(notes, "a task of that title, goal and team was there already, and now is twice")
	notes = in.spans.addTo(notes, "no effort: it is the working days from start to end, times the people")
	notes = in.filled.addTo(notes, in.draft.Today())
	if in.same > 0 {
		notes = append(notes, Note(fmt.Sprintf("%s as before", count(in.same, "task"))))
	}
	if in.changed > 0 {
		notes = append(notes, Note("changed "+count(in.changed, "task")))
	}
	return append(notes, Note("added "+summary(in.added)))
}
