package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"

	"github.com/adrg/xdg"

	"bywhen/roadmap"
	"bywhen/roadmap/phrase"
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

// path is the roadmap's file: --file, else $BYWHEN_FILE, else the one in the user's data directory.
func (p *program) path() (string, error) {
	path := p.file
	if path == "" {
		path = p.envValue("BYWHEN_FILE")
	}
	if path == "" {
		return p.defaultPath()
	}
	if len(path) > 4096 {
		return "", fmt.Errorf("the name of the roadmap's file is too long: %d bytes, at most 4096; see --file and $BYWHEN_FILE", len(path))
	}
	return path, nil
}

// defaultPath is bywhen/roadmap.db in the XDG data directory.
func (p *program) defaultPath() (string, error) {
	if dir := p.envValue("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "bywhen", "roadmap.db"), nil
	}
	if p.envValue("HOME") == "" && runtime.GOOS != "windows" {
		return "", errors.New("no place for the roadmap: neither HOME nor XDG_DATA_HOME is set; name a file with --file or $BYWHEN_FILE")
	}
	return filepath.Join(xdg.DataHome, "bywhen", "roadmap.db"), nil
}

// open is the roadmap's file, which need not exist.
func (p *program) open() (*store.File, error) {
	path, err := p.path()
	if err != nil {
		return nil, err
	}
	return store.New(path), nil
}

// load reads the roadmap of a file that must exist.
func (p *program) load() (*store.File, store.Snapshot, error) {
	f, err := p.open()
	if err != nil {
		return nil, store.Snapshot{}, err
	}
	s, err := f.Load()
	if errors.Is(err, store.ErrMissing) {
		err = fmt.Errorf("there is no roadmap at %s; begin one with \"bywhen add\", \"bywhen new\" or \"bywhen import\", or name another with --file", visible(f.Path()))
	}
	return f, s, err
}

// today is the status date: --today, else the day it is.
func (p *program) today() (roadmap.Date, error) {
	now := roadmap.DateOf(p.now())
	if p.day == "" {
		return now, nil
	}
	d, err := phrase.Date(p.day, phrase.Context{Today: now})
	if err != nil {
		return 0, fmt.Errorf("--today: %w", err)
	}
	return d, nil
}

// plan is the roadmap of the file and its plan as of the status date.
func (p *program) plan(o schedule.Options) (*schedule.Plan, error) {
	today, err := p.today()
	if err != nil {
		return nil, err
	}
	_, s, err := p.load()
	if err != nil {
		return nil, err
	}
	return schedule.Compute(s.Roadmap, today, o), nil
}
