package main

import (
	"errors"
	"fmt"
	"slices"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/store"
	"bywhen/tui/paint"
)

// edit is one undoable step: how a command changes the roadmap.
type edit struct {
	creates bool // makes the file where there is none
	asJSON  bool // prints the step as log --json does
	// change edits the draft of ctx.Roadmap and says what it did.
	change func(d *roadmap.Draft, ctx phrase.Context) (did, error)
}

// did is what an edit did: a title for the history, and what to say to the one who did it where that is more.
// taken is what it came to besides, for a second line: what words were taken for.
type did struct{ title, said, because, taken string }

// carryOut loads the roadmap, makes the change, commits it, and says what it did and what that does to the deadlines.
func (p *program) carryOut(e edit) error {
	f, err := p.open()
	if err != nil {
		return err
	}
	stamp, err := p.stamp()
	if err != nil {
		return err
	}
	base, missing, err := p.base(f, e.creates, stamp.Today)
	if err != nil {
		return err
	}
	d := base.Roadmap.Edit(stamp.Today)
	done, err := e.change(d, phrase.Context{Today: stamp.Today, Roadmap: base.Roadmap})
	if err != nil {
		return err
	}
	next, err := d.Close()
	if err != nil {
		return err
	}
	if missing {
		if err := f.Begin(base.Roadmap, stamp); err != nil {
			return err
		}
		return p.carryOut(e) // anew: another program may have written to the file already
	}
	return p.commit(f, store.Edit{Base: base, Next: next, Title: done.title, Because: done.because, Stamp: stamp}, done, e.asJSON)
}

// loader is a file that can be read.
type loader interface {
	Load() (store.Snapshot, error)
}

// base is the roadmap to edit: that of the file, or, where there is no file and the command may make it, an empty one.
func (p *program) base(f loader, creates bool, today roadmap.Date) (s store.Snapshot, missing bool, err error) {
	if creates {
		if s, err = f.Load(); errors.Is(err, store.ErrMissing) {
			return store.Snapshot{Roadmap: roadmap.New("", today)}, true, nil
		}
		return s, false, err
	}
	_, s, err = p.load()
	return s, false, err
}

// commit writes an edit to the file and says what it did.
func (p *program) commit(f *store.File, e store.Edit, done did, asJSON bool) error {
	if roadmap.Diff(e.Base.Roadmap, e.Next, "").Empty() {
		p.notef("nothing changed")
		if asJSON {
			return p.printJSON(struct{}{})
		}
		return nil
	}
	p.backUp(f)
	after, entry, err := f.Apply(e, planFor(e.Today))
	if err != nil {
		return err
	}
	if asJSON {
		return p.printJSON(entryJSON(after.Roadmap, entry))
	}
	p.sayDone(done, e.Base.Roadmap, after.Roadmap, e.Today)
	return nil
}

// mostEffects is how many deadlines a command names; an import may move hundreds.
const mostEffects = 12

// sayDone says what was done and, a line each, which deadlines it moved.
func (p *program) sayDone(done did, before, after *roadmap.Roadmap, today roadmap.Date) {
	said := done.said
	if said == "" {
		said = done.title
	}
	p.printf("%s\n", visible(said))
	if done.taken != "" {
		p.printf("  %s\n", visible(done.taken))
	}
	effects := movedBy(schedule.Compute(before, today, schedule.Options{}), schedule.Compute(after, today, schedule.Options{}))
	if more := p.sayEffects(effects, today); more > 0 {
		p.printf("and %s more; see \"bywhen check\"\n", paint.Count(more, "deadline"))
	}
}

// movedBy are the deadlines that move from one plan to another, those first that are late in one of the two.
func movedBy(was, is *schedule.Plan) []schedule.Effect {
	all := slices.DeleteFunc(schedule.Effects(was, is), func(e schedule.Effect) bool { return !e.Changed() })
	inTime := func(e schedule.Effect) int {
		if e.Days > 0 || e.Before > e.Date {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(all, func(a, b schedule.Effect) int { return inTime(a) - inTime(b) })
	return all
}

// sayEffects says where deadlines move, a line each, and returns how many there are besides.
func (p *program) sayEffects(effects []schedule.Effect, today roadmap.Date) (more int) {
	for _, e := range effects[:min(len(effects), mostEffects)] {
		p.printf("%s\n", visible(effectLine(e, today)))
	}
	return max(len(effects)-mostEffects, 0)
}

// effectLine is "Launch 12 Mar → 18 Mar +4d".
func effectLine(e schedule.Effect, today roadmap.Date) string {
	switch {
	case e.Done:
		return e.Title + " " + paint.Done(&e.Deadline, today)
	case e.Forecast == 0:
		return e.Title + " has no forecast any more"
	case e.Before == 0:
		return fmt.Sprintf("%s forecast %s, due %s", e.Title, paint.DayOrLater(e.Forecast, today, e.OpenEnd), paint.Day(e.Date, today))
	}
	moved := ""
	if e.Moved != 0 {
		moved = " " + paint.Delta(e.Moved, false)
	}
	return fmt.Sprintf("%s %s → %s%s", e.Title, paint.DayOrLater(e.Before, today, e.WasOpen), paint.DayOrLater(e.Forecast, today, e.OpenEnd), moved)
}

// stamp is when a change is made.
func (p *program) stamp() (store.Stamp, error) {
	today, err := p.today()
	return store.Stamp{At: p.now(), Today: today}, err
}

// planFor tells the store where the deadlines of a roadmap stand, as of a status date.
func planFor(today roadmap.Date) store.Planner {
	return func(r *roadmap.Roadmap) []store.Forecast {
		var out []store.Forecast
		for _, d := range schedule.Compute(r, today, schedule.Options{}).Deadlines() {
			out = append(out, store.Forecast{Task: d.On.Task, Goal: d.On.Goal, Date: d.Forecast, OpenEnd: d.OpenEnd})
		}
		return out
	}
}
