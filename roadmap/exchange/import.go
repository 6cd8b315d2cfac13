package exchange

import (
	"errors"
	"fmt"

	"bywhen/roadmap"
)

// maxInput bounds what is read of a file, in bytes, so that a wrong file does not take the machine's memory.
const maxInput = 256 << 20

// Note is something that an import decided without being told, for its user to know: one line.
type Note string

// content is a file that was understood.
type content interface {
	into(r *roadmap.Roadmap, today roadmap.Date) (*roadmap.Roadmap, []Note, error)
}

// Import is a file that was read and understood, and is not yet in any roadmap.
type Import struct{ content content }

// Into is the roadmap with the import in it, and the notes on all that was decided. The roadmap that is handed in stays as
// it is; it is also what comes back where the import adds nothing to it. today is the status date.
//
// JSON: a roadmap without any team, goal, task or anything else takes all of the file, settings too. One that has content
// keeps its settings and gets what it has not: what it has already with the same content is left alone, and an id that has
// other content there is an error. Ids are kept.
//
// CSV: each row is a new task, but where its id is already a task's with the same title: that task then gets what the file
// has columns for. Teams, goals and phases are found by name or id, else made.
func (i Import) Into(r *roadmap.Roadmap, today roadmap.Date) (*roadmap.Roadmap, []Note, error) {
	return i.content.into(r, today)
}

// placed puts the place of an item in a file in front of what the domain says about it.
func placed(err error, place string) error {
	if refused := (*roadmap.Error)(nil); errors.As(err, &refused) {
		at := *refused
		at.Item = place
		return &at
	}
	return fmt.Errorf("%s: %w", place, err)
}

// quoted shows a text of the file in a line of ours: nothing in it can act on a terminal, and it stays short.
func quoted(s string) string { return roadmap.Quote(s) }
