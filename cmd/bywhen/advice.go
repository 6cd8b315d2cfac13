package main

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// advised is what the system refused of a file that was named, and what helps.
func advised(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file or folder; look at its name")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("permission denied; change its permissions, or those of its folder")
	case errors.Is(err, syscall.ENOSPC):
		return errors.New("the disk is full; make room and try again")
	case errors.Is(err, syscall.EROFS):
		return errors.New("the disk is read-only; name a file elsewhere")
	case errors.Is(err, syscall.ENOTDIR):
		return errors.New("a part of its path is no folder; name another")
	case errors.Is(err, syscall.ELOOP):
		return errors.New("its links lead in a circle; name the file itself")
	case errors.Is(err, syscall.ENAMETOOLONG):
		return errors.New("its name is too long; use a shorter one")
	}
	return reason(err)
}

// noPlace says that the folder for temporary files takes nothing, and what helps.
func noPlace(what string, err error) error {
	why, help := reason(err).Error(), "make room there, or set TMPDIR to another folder"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why, help = "it is not there", "set TMPDIR to a folder that is"
	case errors.Is(err, syscall.ENOTDIR):
		why, help = "it is no folder", "set TMPDIR to one"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		help = "set TMPDIR to a folder that you may write to"
	}
	return errors.New("no place for " + what + " in " + visible(os.TempDir()) + ": " + why + "; " + help)
}
