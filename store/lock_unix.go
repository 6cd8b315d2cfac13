//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package store

import (
	"errors"
	"os"
	"syscall"
)

// openFlags keeps the opening of what turns out to be a pipe from waiting for its other end.
const openFlags = syscall.O_NONBLOCK

// lock takes the lock that bbolt takes too, without waiting; false where another program has it. bbolt then locks the same
// open file again, which changes nothing.
func lock(file *os.File, alone bool) (bool, error) {
	how := syscall.LOCK_SH
	if alone {
		how = syscall.LOCK_EX
	}
	err := syscall.Flock(int(file.Fd()), how|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR) {
		return false, nil
	}
	return err == nil, err
}

// unlock gives the lock back even where a mapping of bbolt's keeps the file open.
func unlock(file *os.File) { _ = syscall.Flock(int(file.Fd()), syscall.LOCK_UN) }
