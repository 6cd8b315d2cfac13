package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/adrg/xdg"

	"bywhen/roadmap"
	"bywhen/store"
)

// errNoState is that there is no place for what is kept beside the roadmap.
var errNoState = errors.New("no place for it: neither HOME nor XDG_STATE_HOME is set")

// stateHome is the XDG state directory.
func (p *program) stateHome() (string, error) {
	state := p.envValue("XDG_STATE_HOME")
	switch {
	case filepath.IsAbs(state):
		return state, nil
	case runtime.GOOS == "windows" || runtime.GOOS == "darwin":
		return xdg.StateHome, nil
	case p.envValue("HOME") == "":
		return "", errNoState
	}
	return filepath.Join(p.envValue("HOME"), ".local", "state"), nil
}

// backups is the folder for the copies of a file: its name and what tells it from others of that name, in bywhen/backups in the
// XDG state directory.
func (p *program) backups(f *store.File) (string, error) {
	state, err := p.stateHome()
	if err != nil {
		return "", err
	}
	path, err := filepath.Abs(f.Path())
	if err != nil {
		return "", fmt.Errorf("no place for backups: %w", reason(err))
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	sum := sha256.Sum256([]byte(path))
	return filepath.Join(state, "bywhen", "backups", nameOf(path)+"-"+hex.EncodeToString(sum[:6])), nil
}

// backUp keeps today's copy of a file, before it is changed for the first time on a day. That there is none is only said.
func (p *program) backUp(f *store.File) {
	if err := p.backedUp(f); err != nil {
		p.notef("no backup was made: %v", err)
	}
}

// daily is a file that is copied before its first change on each day, for as long as the UI is open.
type daily struct {
	*store.File
	p *program

	mu     sync.Mutex
	tried  roadmap.Date
	failed error // the first time that no copy could be made
}

// backUp makes today's copy where that was not tried yet.
func (d *daily) backUp() {
	d.mu.Lock()
	defer d.mu.Unlock()
	today := roadmap.DateOf(d.p.now())
	if d.tried == today {
		return
	}
	d.tried = today
	if err := d.p.backedUp(d.File); err != nil && d.failed == nil {
		d.failed = err
	}
}

// Apply is that of the file, and so are Undo and Redo.
func (d *daily) Apply(e store.Edit, plan store.Planner) (store.Snapshot, store.Entry, error) {
	d.backUp()
	return d.File.Apply(e, plan)
}

func (d *daily) Undo(s store.Stamp, plan store.Planner) (store.Snapshot, store.Entry, error) {
	d.backUp()
	return d.File.Undo(s, plan)
}

func (d *daily) Redo(s store.Stamp, plan store.Planner) (store.Snapshot, store.Entry, error) {
	d.backUp()
	return d.File.Redo(s, plan)
}

// backedUp makes today's copy, where there is a place for it and none yet. What is no roadmap (any more), or a damaged one, is not its
// business: whoever reads it says so.
func (p *program) backedUp(f *store.File) error {
	folder, err := p.backups(f)
	if errors.Is(err, errNoState) {
		return nil
	}
	if err == nil {
		_, err = f.BackUp(folder, roadmap.DateOf(p.now()))
	}
	if errors.Is(err, store.ErrUnsound) { // it can be read, and nobody else says it
		return err
	}
	for _, other := range []error{store.ErrMissing, store.ErrForeign, store.ErrNewer, store.ErrLocked, store.ErrDamaged} {
		if errors.Is(err, other) {
			return nil
		}
	}
	return err
}
