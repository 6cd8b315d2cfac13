package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// mostLinks is how many links are followed, one to the next.
const mostLinks = 40

// DeadLink tells whether a path is a link that leads to nothing, and to what it would lead: what the last link on the way names. A
// relative name counts from the folder of its link.
func DeadLink(path string) (to string, dead bool) {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return "", false
	}
	to = path
	for range mostLinks {
		next, err := os.Readlink(to)
		if err != nil {
			return to, to != path
		}
		if !filepath.IsAbs(next) {
			next = filepath.Join(filepath.Dir(to), next)
		}
		to = next
	}
	return "", false
}

// HeadSize is how many bytes of a file LooksOurs wants.
const HeadSize = pageHeader + metaSize

// LooksOurs tells whether bytes are the beginning of a roadmap's file, or of another database of that kind, whole or not.
func LooksOurs(head []byte) bool {
	if len(head) < HeadSize {
		return false
	}
	_, err := parseMeta(head)
	return !errors.Is(err, errNotBolt)
}
