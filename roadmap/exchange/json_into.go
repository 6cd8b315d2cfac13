package exchange

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// maxGoalDepth bounds how deep goals may lie in goals, far above what anybody can oversee.
const maxGoalDepth = 100

// intake is a document on its way into a roadmap.
type intake struct {
	doc   *document
	old   *roadmap.Roadmap
	draft *roadmap.Draft
	seen  map[string]string // what the file has had so far, by kind and key, and where
	notes []Note
	added map[roadmap.Kind]int
	same  int // items that were there already
	filled
}

// into puts the document into a roadmap; see Import.Into.
func (d *document) into(r *roadmap.Roadmap, today roadmap.Date) (*roadmap.Roadmap, []Note, error) {
	in := &intake{doc: d, old: r, draft: r.Edit(today).Lenient(), seen: map[string]string{}, added: map[roadmap.Kind]int{}}
	steps := []func() error{
		in.settings, in.teams, in.goals, in.parents, in.tasks, in.dependencies, in.risks, in.known, in.filters, in.baselines,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, nil, err
		}
	}
	next, err := in.draft.Close()
	if err != nil {
		return nil, nil, err
	}
	return next, in.allNotes(), nil
}

// blank tells whether a roadmap holds nothing that an import could collide with.
func blank(r *roadmap.Roadmap) bool {
	for _, k := range roadmap.Kinds() {
		if k != roadmap.KindSettings && len(r.Entities(k)) > 0 {
			return false
		}
	}
	return true
}

// settings are the file's in a blank roadmap, else the roadmap's with the phases that it has not.
func (in *intake) settings() error {
	s, own := in.doc.settings, in.old.Settings()
	if s.Name == "" {
		s.Name = own.Name
	}
	if s.Start == 0 {
		s.Start = own.Start
	}
	if blank(in.old) {
		if in.doc.settings.Start == 0 {
			in.note("the file has no start: the roadmap starts on %s", s.Start)
		}
		return in.placed(in.draft.SetSettings(s), "roadmap")
	}
	kept := []string{}
	for _, f := range documentFields[1:7] {
		if (object[document]{f}).differing(&document{settings: s}, &document{settings: *own}) != "" {
			kept = append(kept, f.name)
		}
	}
	if len(kept) > 0 {
		in.note("the roadmap keeps its own %s", strings.Join(kept, ", "))
	}
	return in.phases()
}

// phases adds those that the file's tasks are in.
func (in *intake) phases() error {
	s := *in.old.Settings()
	known := map[string]bool{"": true}
	for _, phase := range s.Phases {
		known[phase] = true
	}
	for i := range in.doc.tasks.items {
		if phase := in.doc.tasks.items[i].Phase; !known[phase] {
			known[phase] = true
			s.Phases = append(slices.Clip(s.Phases), phase)
		}
	}
	if len(s.Phases) == len(in.old.Settings().Phases) {
		return nil
	}
	return in.placed(in.draft.SetSettings(s), "roadmap")
}

func (in *intake) note(format string, args ...any) {
	in.notes = append(in.notes, Note(fmt.Sprintf(format, args...)))
}

// placed puts a place in front of what the domain refused; nil stays nil.
func (in *intake) placed(err error, place string) error {
	if err == nil {
		return nil
	}
	return placed(err, place)
}

// allNotes are what was decided on the way and what was filled in, and last what was added.
func (in *intake) allNotes() []Note {
	notes := in.filled.addTo(in.notes, in.draft.Today())
	if in.same > 0 {
		notes = append(notes, Note(fmt.Sprintf("%d were there already, with the same content", in.same)))
	}
	return append(notes, Note("added "+summary(in.added)))
}
