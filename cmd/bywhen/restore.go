package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/charmbracelet/x/ansi"

	"bywhen/roadmap"
	"bywhen/store"
	"bywhen/tui/paint"
)

// backupJSON is a backup as doctor --restore --json lists it.
type backupJSON struct {
	Name       string          `json:"name"`
	Path       string          `json:"path"`
	Day        day             `json:"day,omitzero"`
	Size       int64           `json:"size"`
	Whole      bool            `json:"whole"`
	Problem    string          `json:"problem,omitempty"`     // of one that is not whole
	LastChange *lastChangeJSON `json:"last_change,omitempty"` // none where there is no change in it, or it cannot be read
	Tasks      int             `json:"tasks"`
}

type lastChangeJSON struct {
	At    string `json:"at"`
	Title string `json:"title"`
}

// lookedAt is a backup with what is in it.
type lookedAt struct {
	store.Backup
	store.Examination
	problem string // why it cannot be restored; empty where it is whole
}

func lookAt(b store.Backup) lookedAt {
	x, err := b.Examine()
	out := lookedAt{Backup: b, Examination: x}
	var about *store.Error
	switch {
	case errors.As(err, &about):
		out.problem = about.What()
	case err != nil:
		out.problem = err.Error()
	case !x.Whole():
		out.problem = x.Problems[0]
	}
	return out
}

func (p *program) listBackups(f *store.File, asJSON bool) error {
	found, folder, err := p.backupsOf(f)
	if err != nil {
		return err
	}
	if asJSON {
		out := []backupJSON{}
		for _, b := range found {
			out = append(out, listedBackup(lookAt(b)))
		}
		return p.printJSON(map[string][]backupJSON{"backups": out})
	}
	if len(found) == 0 {
		if _, err := f.Load(); errors.Is(err, store.ErrMissing) || errors.Is(err, store.ErrForeign) {
			return fmt.Errorf("%w (and there is no backup of it in %s)", err, visible(folder))
		}
		p.notef("there is no backup in %s yet: one is made before the first change of a day", folder)
		return nil
	}
	t := table{columns: []column{{"backup", false}, {"", false}, {"last change", false}, {"", false}, {"tasks", true}, {"size", true}, {"path", false}}}
	for _, b := range found {
		p.addBackup(&t, lookAt(b))
	}
	t.write(p.out)
	return nil
}

func listedBackup(b lookedAt) backupJSON {
	out := backupJSON{Name: b.Name(), Path: b.Path, Day: day(b.Day), Size: b.Backup.Size, Whole: b.problem == "", Problem: b.problem, Tasks: b.Entities[roadmap.KindTask]}
	if b.Last.Seq > 0 {
		out.LastChange = &lastChangeJSON{b.Last.At.UTC().Format(time.RFC3339), b.Last.Title}
	}
	return out
}

// widestTitle is how much of a change's title the list of backups has room for.
const widestTitle = 32

// addBackup is a row of the list. What it says of a damaged one is why.
func (p *program) addBackup(t *table, b lookedAt) {
	state := "whole"
	if b.Day > roadmap.DateOf(p.now()) {
		state = "whole, of a day to come"
	}
	if b.problem != "" {
		t.add(b.Name(), "damaged", "", ansi.Truncate(b.problem, widestTitle, "…"), "", kilobytes(b.Backup.Size), b.Path)
		return
	}
	at, title := b.Last.At, b.Last.Title
	if b.Last.Seq == 0 {
		at, title = b.Created.At, "the roadmap was made"
	}
	t.add(b.Name(), state, at.In(p.now().Location()).Format("2006-01-02 15:04"), ansi.Truncate(title, widestTitle, "…"),
		paint.Thousands(b.Entities[roadmap.KindTask]), kilobytes(b.Backup.Size), b.Path)
}

func (p *program) backupsOf(f *store.File) (found []store.Backup, folder string, err error) {
	if folder, err = p.backups(f); err != nil {
		return nil, "", err
	}
	found, err = f.Backups(folder, roadmap.DateOf(p.now()))
	return found, folder, err
}

// restore puts a backup in the file's place: one of the list by its name or day, or any by its path.
func (p *program) restore(f *store.File, arg string) error {
	found, _, err := p.backupsOf(f)
	if err != nil && !errors.Is(err, errNoState) {
		return err
	}
	path := arg
	for _, b := range found {
		if b.Name() == arg || b.Day != 0 && b.Day.String() == arg {
			path = b.Path
		}
	}
	kept, err := f.Restore(path)
	switch {
	case errors.Is(err, store.ErrMissing):
		return fmt.Errorf("%s: there is no such backup; \"bywhen doctor --restore\" lists those there are", visible(path))
	case errors.Is(err, store.ErrUnsound):
		return fmt.Errorf("%w; %s", err, insteadOf(path, found))
	case err != nil:
		return err
	}
	p.printf("%s\n", visible("restored "+f.Path()+" from "+path))
	if kept != "" {
		p.printf("%s\n", visible("  what was there is kept as "+kept))
	}
	return nil
}

// insteadOf is what to restore in place of a backup that is not whole: the newest that is.
func insteadOf(path string, found []store.Backup) string {
	for _, b := range found {
		if b.Path == path {
			continue
		}
		if x := lookAt(b); x.problem == "" {
			return fmt.Sprintf("%s is whole: \"bywhen doctor --restore %s\"", visible(b.Name()), visible(b.Name()))
		}
	}
	return "no other backup is whole: \"bywhen doctor --repair\" saves what can be read of the roadmap's file"
}
