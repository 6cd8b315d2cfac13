package store

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"syscall"

	"bywhen/roadmap"
)

// What an error of this package is about, for errors.Is. An edit that no longer fits is a *roadmap.Error instead.
var (
	ErrMissing = errors.New("no roadmap file")
	ErrExists  = errors.New("file exists")
	ErrLocked  = errors.New("file in use by another program")
	ErrNothing = errors.New("nothing to undo or redo")
	ErrDamaged = errors.New("damaged roadmap file")
	ErrForeign = errors.New("not a roadmap file")
	ErrNewer   = errors.New("roadmap file of a newer version")

	ErrUnsound  = errors.New("copy that is not whole")
	ErrReplaced = errors.New("another roadmap's file")
	ErrNowhere  = fmt.Errorf("link that leads nowhere: %w", ErrForeign) // is ErrForeign too
)

// Error is one line: which file, what is wrong with it, what to do.
type Error struct {
	Path string
	Text string
	kind error // one of the Err values, or what the system said

	damage string // of ErrDamaged: what is wrong, alone
}

// Error is one line.
func (e *Error) Error() string { return shown(e.Path) + ": " + e.Text }

// Unwrap is one of the Err values, or what the system said.
func (e *Error) Unwrap() error { return e.kind }

// What is what is wrong, alone: without the file and without what to do.
func (e *Error) What() string {
	if e.damage != "" {
		return e.damage
	}
	text, _, _ := strings.Cut(e.Text, "; ")
	return text
}

// shown is a path as it may be printed: one with control characters is quoted.
func shown(path string) string {
	if roadmap.IsClean(path) && !strings.ContainsAny(path, "\n\t") {
		return path
	}
	return strconv.Quote(path)
}

func (f *File) fail(kind error, format string, args ...any) error {
	return &Error{Path: f.path, Text: fmt.Sprintf(format, args...), kind: kind}
}

// damaged says what is wrong in the file and what helps.
func (f *File) damaged(format string, args ...any) error {
	what := fmt.Sprintf(format, args...)
	text := "is damaged (" + what + "); it was left as it is: \"bywhen doctor --repair\" saves what can be read into a new file, --restore lists the backups"
	return &Error{Path: f.path, Text: text, kind: ErrDamaged, damage: what}
}

// system tells what the operating system refused, and what helps.
func (f *File) system(doing string, err error) error {
	return &Error{Path: f.path, Text: doing + ": " + advice(err), kind: err}
}

func advice(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "permission denied; change its permissions, or those of its folder"
	case names(err, syscall.ENOSPC):
		return "the disk is full; make room and try again"
	case names(err, syscall.EDQUOT):
		return "your share of the disk is used up; make room and try again"
	case names(err, syscall.EFBIG):
		return "files may grow no further; raise that limit and try again"
	case errors.Is(err, syscall.EROFS):
		return "the disk is read-only; use a file elsewhere (-f PATH)"
	case errors.Is(err, syscall.ENOTDIR):
		return "a part of its path is no folder; use another path"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "its name is too long; use a shorter one"
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return strings.ReplaceAll(err.Error(), "\n", " ") + "; see to that and try again"
}

// names tells whether an error is the system's, or ends with what the system says: bbolt hands on only the words where it cannot grow
// a file.
func names(err error, errno syscall.Errno) bool {
	return errors.Is(err, errno) || strings.HasSuffix(err.Error(), ": "+errno.Error())
}
