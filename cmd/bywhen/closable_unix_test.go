//go:build unix

package main

import (
	"os"
	"syscall"
)

// closable is a terminal that is gone once it is closed, also while somebody reads from it.
func closable(file *os.File) (*os.File, error) {
	defer file.Close()
	fd, err := syscall.Dup(int(file.Fd()))
	if err == nil {
		err = syscall.SetNonblock(fd, true)
	}
	return os.NewFile(uintptr(fd), file.Name()), err
}
