package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// How many copies are kept: of the last days on which one was made, and of the last weeks the newest.
const (
	keptDays  = 7
	keptWeeks = 4
)

// backupEnding ends the name of a copy, which begins with its day.
const backupEnding = ".db"

// Backup is a copy of a roadmap's file.
type Backup struct {
	Path string
	Day  roadmap.Date // on which it was made; 0 for one that a migration kept
	Size int64
}

// Name is how a backup is called: the last part of its path.
func (b Backup) Name() string { return filepath.Base(b.Path) }

// BackUp copies the file into a folder, once a day: where there is a copy of that day, nothing is done and the path is empty. The
// copy is made while no other program can write, is examined, and only then gets its name. Of the older ones the last seven days
// and the newest of each of the last four weeks are kept. The folder is made for its owner alone (0700), the copy too (0600).
func (f *File) BackUp(folder string, day roadmap.Date) (made string, err error) {
	to := filepath.Join(folder, day.String()+backupEnding)
	if _, err := os.Lstat(to); err == nil {
		return "", nil
	}
	s, err := f.open(history)
	if err != nil {
		return "", err
	}
	defer s.close()
	if err := makeFolder(folder); err != nil {
		return "", f.system("cannot be backed up: its folder of backups "+shown(folder)+" cannot be made", err)
	}
	copied := New(to)
	err = copied.replace(0o600, func(to *os.File) error { return copyInto(to, s.os) })
	var bad *unsound
	if errors.As(err, &bad) {
		err = f.fail(bad, "does not hold together: it %s; no copy of that is kept: \"bywhen doctor --repair\" saves what does into a new file", whatIsWrong(bad.found))
	}
	if err != nil {
		return "", err
	}
	return to, prune(folder, day)
}

// Examine examines a backup, which stays as it is: one of an older format is brought forward as a copy.
func (b Backup) Examine() (Examination, error) {
	f := New(b.Path)
	if older, err := f.older(); err != nil || !older {
		x, err := f.Examine()
		return x, err
	}
	from, err := f.regular(false)
	if err != nil {
		return Examination{}, err
	}
	defer from.Close()
	to, err := os.CreateTemp(filepath.Dir(b.Path), ".bywhen-new-*")
	if err != nil {
		return Examination{}, f.system("is of an older format and cannot be copied to be examined", err)
	}
	defer os.Remove(to.Name())
	defer removeMigrated(to.Name())
	if err := copyTo(to, from); err != nil {
		return Examination{}, f.system("is of an older format and cannot be copied to be examined", err)
	}
	return New(to.Name()).Examine()
}

// older tells whether a file has an older format.
func (f *File) older() (bool, error) {
	s, err := f.begin(examining)
	if err != nil {
		return false, err
	}
	defer s.close()
	version, err := s.format()
	return version < f.format, err
}

// prune takes away the copies that are no longer kept on a day. What else lies in the folder stays, and so do copies of days to come:
// either their clock was wrong, or today's is, and then they are the good ones. They take no other's place.
func prune(folder string, today roadmap.Date) error {
	copies, err := backupsIn(folder)
	if err != nil {
		return err
	}
	copies = slices.DeleteFunc(copies, func(b Backup) bool { return b.Day > today })
	weeks := map[roadmap.Date]bool{}
	for i, b := range copies {
		monday := b.Day.Monday()
		newest := !weeks[monday]
		if newest && len(weeks) < keptWeeks {
			weeks[monday] = true
			continue
		}
		if i >= keptDays {
			err = errors.Join(err, os.Remove(b.Path))
		}
	}
	return err
}

// Backups are the copies in a folder, the newest first, then those whose name is a day after today, then those that migrations kept
// beside the file.
func (f *File) Backups(folder string, today roadmap.Date) ([]Backup, error) {
	out, err := backupsIn(folder)
	if err != nil {
		return nil, f.system("has backups that cannot be listed", err)
	}
	if i := slices.IndexFunc(out, func(b Backup) bool { return b.Day <= today }); i > 0 {
		out = slices.Concat(out[i:], out[:i])
	}
	beside, err := os.ReadDir(filepath.Dir(f.path))
	if err != nil {
		return out, nil
	}
	for _, e := range beside {
		if strings.HasPrefix(e.Name(), filepath.Base(f.path)+".format-") {
			if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
				out = append(out, Backup{Path: filepath.Join(filepath.Dir(f.path), e.Name()), Size: info.Size()})
			}
		}
	}
	return out, nil
}

// backupsIn are the copies in a folder, the newest first; none where there is no folder.
func backupsIn(folder string) ([]Backup, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Backup
	for _, e := range entries {
		day, err := roadmap.ParseDate(strings.TrimSuffix(e.Name(), backupEnding))
		if err != nil || !strings.HasSuffix(e.Name(), backupEnding) {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			out = append(out, Backup{Path: filepath.Join(folder, e.Name()), Day: day, Size: info.Size()})
		}
	}
	slices.SortFunc(out, func(a, b Backup) int { return int(b.Day) - int(a.Day) })
	return out, nil
}

// Restore puts a backup in the file's place, whole or not at all. What was there, damaged or not, is kept beside it under the name
// that is told; empty where nothing was there.
func (f *File) Restore(backup string) (kept string, err error) {
	from, err := New(backup).regular(false)
	if err != nil {
		return "", err
	}
	defer from.Close()
	old, err := f.lock(true)
	switch {
	case errors.Is(err, ErrMissing):
		if err := makeFolder(filepath.Dir(f.path)); err != nil {
			return "", f.system("its folder cannot be made", err)
		}
	case err != nil:
		return "", err
	default:
		defer old.Close()
		defer unlock(old)
		if same, err := sameFile(old, from); err != nil || same {
			return "", New(backup).fail(ErrExists, "is the roadmap itself, not a copy of it; \"bywhen doctor --restore\" lists the backups")
		}
		if kept, err = f.keepAs(old, "replaced"); err != nil {
			return "", f.system("must be kept before it is replaced, which failed", err)
		}
	}
	err = f.replace(0o600, func(to *os.File) error { return copyInto(to, from) })
	var bad *unsound
	if errors.As(err, &bad) {
		err = New(backup).fail(bad, "%s, and was not put in the place of %s, which is as it was", whatIsWrong(bad.found), shown(f.path))
	}
	if err != nil {
		if kept != "" {
			_ = os.Remove(kept) // nothing was replaced
		}
		return "", err
	}
	return kept, nil
}

// sameFile tells whether two open files are one.
func sameFile(a, b *os.File) (bool, error) {
	x, err := a.Stat()
	if err != nil {
		return false, err
	}
	y, err := b.Stat()
	return err == nil && os.SameFile(x, y), err
}

// keepAs copies the file, which is locked, beside itself: its name, a word, and a number where that name is taken. The copy has its
// name when it is complete, synced and compared with the file.
func (f *File) keepAs(file *os.File, word string) (string, error) {
	folder := filepath.Dir(f.path)
	to, err := os.CreateTemp(folder, ".bywhen-new-*")
	if err != nil {
		return "", err
	}
	defer os.Remove(to.Name())
	if err := copyTo(to, file); err != nil {
		return "", err
	}
	for n := 1; ; n++ {
		path := f.path + "." + word
		if n > 1 {
			path += fmt.Sprintf("-%d", n)
		}
		err := New(path).publish(to.Name(), folder)
		if errors.Is(err, ErrExists) {
			continue
		}
		return path, err
	}
}
