package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"time"
)

// demoFolder is how the folder of a demo is called: it tells which process made it.
const demoFolder = "bywhen-demo-"

// demoFolders are the names of such folders.
var demoFolders = regexp.MustCompile(`^` + demoFolder + `([1-9][0-9]{0,9})-[0-9]+$`)

// sweptAfter is how long the folder of a demo that was killed stays at least.
const sweptAfter = 24 * time.Hour

// makeDemoFolder makes the folder for a demo, of this process.
func makeDemoFolder() (string, error) {
	return os.MkdirTemp("", demoFolder+strconv.Itoa(os.Getpid())+"-")
}

// sweepDemos takes away what earlier demos left in a folder when they were killed: folders of their name that are older than a day, are
// the user's own, no links, and whose process is gone. What cannot be taken away stays.
func sweepDemos(folder string, now time.Time) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		name := demoFolders.FindStringSubmatch(e.Name())
		if name == nil || !e.IsDir() { // nor is a link
			continue
		}
		pid, err := strconv.Atoi(name[1])
		info, statErr := e.Info()
		if err != nil || statErr != nil || now.Sub(info.ModTime()) < sweptAfter || !ownedByUser(info) || isRunning(pid) {
			continue
		}
		os.RemoveAll(filepath.Join(folder, e.Name()))
	}
}
