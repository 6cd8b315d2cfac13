package main

import (
	"path/filepath"

	"github.com/fsnotify/fsnotify"
)

// watchFile tells of every change of a file, also where it is made or put in place of another: its folder is watched.
func watchFile(path string) func(changed func()) (stop func(), err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return func(changed func()) (func(), error) {
		w, err := fsnotify.NewWatcher()
		if err != nil {
			return nil, err
		}
		if err := w.Add(filepath.Dir(path)); err != nil {
			w.Close()
			return nil, err
		}
		go func() {
			for e := range w.Events {
				if filepath.Base(e.Name) == filepath.Base(path) && !e.Has(fsnotify.Chmod) {
					changed()
				}
			}
		}()
		go func() {
			for range w.Errors { // an overflow: look at the file to be sure
				changed()
			}
		}()
		return func() { w.Close() }, nil
	}
}
