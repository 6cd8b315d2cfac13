//go:build !unix

package main

import (
	"io/fs"
	"os"
)

// ownedByUser tells whether a file belongs to the user. A folder for temporary files is the user's own here.
func ownedByUser(fs.FileInfo) bool { return true }

// isRunning tells whether there is a process of that id: Windows opens none that has ended.
func isRunning(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	_ = p.Release()
	return true
}
