package main

import (
	"bytes"
	"math/rand"
	"os"
	"path/filepath"
	"testing"
)

// deedKind is what a program did to a file or a folder.
type deedKind uint8

const (
	born deedKind = iota // a file or folder came to be, without a name yet
	wrote
	cutTo    // to a size
	gaveName // gave a file or folder a name, in place of what had it
	tookName
	syncedIt // all that was done to the file or folder before is on the disc
	spoke    // wrote to its standard output: of a command that succeeds the acknowledgement
)

// deed is one thing that a program did to what lies below a folder. Files and folders are known by their inode numbers.
type deed struct {
	kind deedKind
	on   uint64 // the file; of names the folder
	at   int64  // wrote: the offset; cutTo: the size
	data []byte
	name string
	file uint64 // gaveName: what gets the name

	loses string // gaveName: the name that it had in the folder instead, if any

	folder bool // born: it is a folder
}

// disc is what lies on a disc: the bytes of files and the names in folders.
type disc struct {
	root    uint64
	files   map[uint64][]byte
	folders map[uint64]map[string]uint64
}

// becomes is what a program has to do that a disc becomes another one, each thing once and synced before the next counts on it.
func (d *disc) becomes(after *disc) (deeds []deed) {
	for n, b := range after.files {
		was, there := d.files[n]
		if !there {
			deeds = append(deeds, deed{kind: born, on: n})
		}
		deeds = append(deeds, rewritten(n, was, b)...)
	}
	return append(deeds, d.renames(after, after.root)...)
}

// rewritten is how the bytes of a file become others: all pages but the first two, which say what counts, then those.
func rewritten(file uint64, was, is []byte) (deeds []deed) {
	if len(is) != len(was) {
		deeds = append(deeds, deed{kind: cutTo, on: file, at: int64(len(is))})
	}
	const page = 4096
	for _, meta := range []bool{false, true} {
		before := len(deeds)
		for at := 0; at < len(is); at += page {
			to := min(at+page, len(is))
			if (at < 2*page) == meta && (to > len(was) || !bytes.Equal(is[at:to], was[at:to])) {
				deeds = append(deeds, deed{kind: wrote, on: file, at: int64(at), data: is[at:to]})
			}
		}
		if len(deeds) > before {
			deeds = append(deeds, deed{kind: syncedIt, on: file})
		}
	}
	return deeds
}

// renames is how the names below a folder become others.
func (d *disc) renames(after *disc, folder uint64) (deeds []deed) {
	for name, file := range after.folders[folder] {
		if after.folders[file] != nil {
			if d.folders[file] == nil {
				deeds = append(deeds, deed{kind: born, on: file, folder: true})
			}
			deeds = append(deeds, d.renames(after, file)...)
		}
		if d.folders[folder][name] != file {
			deeds = append(deeds, deed{kind: gaveName, on: folder, name: name, file: file})
		}
	}
	for name := range d.folders[folder] {
		if _, there := after.folders[folder][name]; !there {
			deeds = append(deeds, deed{kind: tookName, on: folder, name: name})
		}
	}
	return append(deeds, deed{kind: syncedIt, on: folder})
}

func (d *disc) clone() *disc {
	c := &disc{d.root, map[uint64][]byte{}, map[uint64]map[string]uint64{}}
	for n, b := range d.files {
		c.files[n] = append([]byte(nil), b...)
	}
	for n, names := range d.folders {
		c.folders[n] = map[string]uint64{}
		for name, file := range names {
			c.folders[n][name] = file
		}
	}
	return c
}

// do carries out a deed; of a write only the sectors, of that many bytes, that are kept.
func (d *disc) do(one *deed, sector int64, kept func() bool) {
	switch one.kind {
	case born:
		delete(d.files, one.on)
		delete(d.folders, one.on)
		if one.folder {
			d.folder(one.on)
		}
	case wrote:
		for from := int64(0); from < int64(len(one.data)); {
			to := min(int64(len(one.data)), (one.at+from)/sector*sector+sector-one.at)
			if kept() {
				d.write(one.on, one.at+from, one.data[from:to])
			}
			from = to
		}
	case cutTo:
		b := d.files[one.on]
		d.files[one.on] = append(b, make([]byte, max(0, one.at-int64(len(b))))...)[:one.at]
	case gaveName:
		delete(d.folder(one.on), one.loses)
		d.folder(one.on)[one.name] = one.file
	case tookName:
		delete(d.folder(one.on), one.name)
	}
}

func (d *disc) folder(n uint64) map[string]uint64 {
	if d.folders[n] == nil {
		d.folders[n] = map[string]uint64{}
	}
	return d.folders[n]
}

func (d *disc) write(file uint64, at int64, data []byte) {
	b := d.files[file]
	b = append(b, make([]byte, max(0, at+int64(len(data))-int64(len(b))))...)
	copy(b[at:], data)
	d.files[file] = b
}

// lay puts what can be found by its name, from the root down, into an empty folder.
func (d *disc) lay(t *testing.T, folder string) {
	t.Helper()
	d.layFrom(t, d.root, folder)
}

func (d *disc) layFrom(t *testing.T, n uint64, path string) {
	t.Helper()
	for name, file := range d.folders[n] {
		to := filepath.Join(path, name)
		var err error
		if d.folders[file] != nil {
			err = os.Mkdir(to, 0o700)
			d.layFrom(t, file, to)
		} else {
			err = os.WriteFile(to, d.files[file], 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// cuts hands on the discs that a loss of power may leave just before a deed: of what was done before, all that was synced since is
// there, and of the rest nothing, all, each beginning, and some chances of any part, writes torn at sectors of 512 bytes or 4 KiB.
func (d *disc) cuts(deeds []deed, at, chances int, chance *rand.Rand, leaves func(*disc)) {
	synced, pending := map[uint64]bool{}, make([]bool, at)
	waiting := 0
	for i := at - 1; i >= 0; i-- {
		switch one := &deeds[i]; {
		case one.kind == syncedIt:
			synced[one.on] = true
		case one.kind != spoke && one.kind != born && !synced[one.on]:
			pending[i] = true
			waiting++
		}
	}
	leave := func(sector int64, kept func(nth int) bool) {
		after, nth := d.clone(), 0
		for i := range deeds[:at] {
			if !pending[i] {
				after.do(&deeds[i], sector, always)
				continue
			}
			n := nth
			nth++
			if deeds[i].kind == wrote || kept(n) {
				after.do(&deeds[i], sector, func() bool { return kept(n) })
			}
		}
		leaves(after)
	}
	for first := 0; first <= waiting; first++ {
		leave(4096, func(nth int) bool { return nth < first })
	}
	for n := range chances {
		leave([]int64{512, 4096}[n%2], func(int) bool { return chance.Intn(2) == 0 })
	}
}

func always() bool { return true }
