package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"io"
	"slices"
)

// ownPlace is the place of ownBucket among the buckets that are salvaged.
const ownPlace = historyPlace + 1

// remains is all that can be read of a broken file, page by page and without bbolt: what its trees hold, and what lies in any leaf
// page, whether anything still points at it or not. A record counts where its checksum is right, which ties it to its bucket and key.
type remains struct {
	file  io.ReaderAt // zeros beyond its end
	size  int64       // whole pages
	page  int64       // bytes of a page
	metas []meta      // those that are whole, the newest first
	loose [ownPlace + 1]map[string][][]byte
	roots []rootFound
	state *state // of the highest revision
	newer bool   // a program of the future wrote it
}

// rootFound is a page that looks like the root of a tree, and the revision that it leads to.
type rootFound struct {
	id       uint64
	revision Revision
}

// padded is a file with zeros after its end, so that a page that was cut short still shows its beginning.
type padded struct{ file io.ReaderAt }

func (p padded) ReadAt(b []byte, at int64) (int, error) {
	n, err := p.file.ReadAt(b, at)
	if errors.Is(err, io.EOF) {
		clear(b[n:])
		return len(b), nil
	}
	return n, err
}

// likelySizes are the sizes that pages may have where no meta page says it; mostly it is that of the machine's own.
var likelySizes = []int64{4096, 16384, 65536, 8192, 32768, 2048, 1024}

// muchToRead is how far into a file without a meta page one looks for anything of ours before the rest is read, and the size of one that is
// not read again and again in search of its pages' size.
const muchToRead = 64 << 20

// salvage reads what can be read of a file.
func salvage(file io.ReaderAt, size int64) *remains {
	sizes := likelySizes
	if size > muchToRead {
		sizes = sizes[:1]
	}
	if said := pageSizeSaid(file); said > 0 {
		sizes = append([]int64{said}, sizes...)
	}
	var r *remains
	for _, page := range sizes {
		r = &remains{file: padded{file}, size: (size + page - 1) / page * page, page: page}
		r.readMetas()
		r.scan()
		if len(r.metas) > 0 || !r.empty() {
			break
		}
	}
	slices.SortStableFunc(r.roots, func(a, b rootFound) int { return cmp.Compare(b.revision, a.revision) })
	return r
}

// pageSizeSaid is the page size that the first meta page names, be it whole or not; 0 where that cannot be one.
func pageSizeSaid(file io.ReaderAt) int64 {
	var b [pageHeader + metaSize]byte
	if _, err := file.ReadAt(b[:], 0); err != nil {
		return 0
	}
	size := int64(binary.NativeEndian.Uint32(b[pageHeader+8:]))
	if size < smallestPage || size > largestPage || size&(size-1) != 0 {
		return 0
	}
	return size
}

// empty tells whether nothing of ours was found.
func (r *remains) empty() bool {
	return !slices.ContainsFunc(r.loose[:], func(found map[string][][]byte) bool { return len(found) > 0 })
}

func (r *remains) readMetas() {
	for i := range int64(2) {
		m, err := metaAt(r.file, i*r.page)
		r.newer = r.newer || errors.Is(err, ErrNewer)
		if err == nil && m.id == uint64(i) && int64(m.pageSize) == r.page {
			r.metas = append(r.metas, m)
		}
	}
	slices.SortFunc(r.metas, func(a, b meta) int { return cmp.Compare(b.txid, a.txid) })
}

// lastMetaLost tells, of the one meta page that is whole, whether the other may have been the newer one.
func (r *remains) lastMetaLost() bool {
	var b [pageHeader + metaSize]byte
	_, err := r.file.ReadAt(b[:], int64(1-r.metas[0].id)*r.page)
	return err != nil || binary.NativeEndian.Uint64(b[pageHeader+48:]) != r.metas[0].txid-1
}

func (r *remains) walker() *tree {
	pages := uint64(r.size / r.page)
	return &tree{file: r.file, size: r.page, meta: meta{high: pages}, seen: make([]uint64, pages/64+1)}
}

// scan takes in every record of every page that may be a leaf.
func (r *remains) scan() {
	for i := range r.loose {
		r.loose[i] = map[string][][]byte{}
	}
	t, p := r.walker(), &page{}
	spare := 4 * r.size // bytes that long pages may have together; more is nonsense
	for id := range t.meta.high {
		if int64(id)*r.page >= muchToRead && len(r.metas) == 0 && r.empty() {
			return
		}
		p.id, p.at, p.end = id, int64(id)*r.page, r.page
		if err := t.header(p, r.page); err != nil {
			continue // a bad sector
		}
		if p.count == 0 || p.flags == metaPage || p.flags == branchPage || p.flags == freelistPage {
			continue
		}
		p.flags = leafPage
		more := int64(min(uint64(binary.NativeEndian.Uint32(p.data[12:])), t.meta.high-id-1)) * r.page
		if more <= spare {
			p.end, spare = p.end+more, spare-more
		}
		t.sift(p, func(p *page, e element, key []byte) bool { return r.takeIn(t, p, e, key) })
	}
}

// takeIn keeps an element of a leaf: a record, or those in a bucket that lies in its own value.
func (r *remains) takeIn(t *tree, p *page, e element, key []byte) bool {
	value, err := t.read(p, e.at+int64(e.key), int(e.value))
	if err != nil {
		return false
	}
	if e.flags != bucketFlag {
		for place := range r.loose {
			if r.keep(place, key, value) {
				return true
			}
		}
		return false
	}
	b, err := t.bucketAt(p, e, key)
	place := placeNamed(b.name)
	if err != nil || place < 0 {
		return false
	}
	if b.inline != nil {
		t.sift(b.inline, func(p *page, e element, key []byte) bool {
			value, err := t.read(p, e.at+int64(e.key), int(e.value))
			if err != nil || !r.keep(place, key, value) {
				return false
			}
			if st, ok := stateIn(key, value); place == ownPlace && ok {
				r.roots = append(r.roots, rootFound{p.id, st.Revision})
			}
			return true
		})
	}
	return true
}

// keep keeps a record of a bucket whose checksum is right.
func (r *remains) keep(place int, key, value []byte) bool {
	if place == ownPlace && bytes.Equal(key, formatKey) {
		version, ok := formatOf(value)
		r.newer = r.newer || ok && version > format
		return ok
	}
	body, _, err := unseal(placeName(place), key, value)
	if err != nil {
		return false
	}
	found := r.loose[place]
	if !slices.ContainsFunc(found[string(key)], func(b []byte) bool { return bytes.Equal(b, body) }) {
		found[string(key)] = append(found[string(key)], bytes.Clone(body))
	}
	if st, ok := stateIn(key, value); place == ownPlace && ok && (r.state == nil || st.Revision > r.state.Revision) {
		r.state = st
	}
	return true
}

func placeName(place int) []byte {
	if place == ownPlace {
		return ownBucket
	}
	return buckets[place]
}

// placeNamed is the place of a bucket, or -1.
func placeNamed(name string) int {
	if name == string(ownBucket) {
		return ownPlace
	}
	return slices.IndexFunc(buckets, func(b []byte) bool { return string(b) == name })
}

// stateIn is the state that a record of ownBucket holds, in the shape of the present format.
func stateIn(key, record []byte) (*state, bool) {
	if !bytes.Equal(key, stateKey) {
		return nil, false
	}
	st := &state{}
	body, _, err := unseal(ownBucket, key, record)
	if err != nil || decoding.Unmarshal(body, st) != nil {
		return nil, false
	}
	if len(st.Tallies) == len(buckets)-1 { // of format 1: see addWhatIfs
		st.Tallies = slices.Insert(st.Tallies, historyPlace-1, tally{})
	}
	return st, len(st.Tallies) == len(buckets) && st.LastID >= 0
}

// sift hands on the elements of a page that lie within it, and tells whether these are all of them, in order, and all were welcome.
func (t *tree) sift(p *page, visit func(p *page, e element, key []byte) bool) (all bool) {
	count := min(p.count, int((p.end-pageHeader)/elementSize))
	table := int64(pageHeader + count*elementSize)
	if t.extend(p, table) != nil {
		return false
	}
	all = count == p.count
	left := p.end // what all keys and values have together; more is nonsense
	var last []byte
	for i := range count {
		e := p.element(i)
		length := int64(e.key) + int64(e.value)
		if e.at < table || e.at+length > p.end || e.key == 0 || e.key > maxKeySize || length > left {
			all = false
			continue
		}
		left -= length
		key, err := t.read(p, e.at, int(e.key))
		if err != nil {
			all = false
			continue
		}
		all = (i == 0 || bytes.Compare(last, key) < 0) && all
		last = key
		all = visit(p, e, key) && all
	}
	return all
}

// gather walks the pages under one, and it, as descend does, but goes on where one cannot be read; it tells whether all could.
func (t *tree) gather(id uint64, depth int, visit func(p *page, e element, key []byte) bool) (all bool) {
	if depth == maxTreeDepth {
		return false
	}
	p := &t.path[depth]
	if t.open(p, id) != nil {
		return false
	}
	switch p.flags {
	case leafPage:
		return t.sift(p, visit)
	case branchPage:
		all = p.count > 0
		return t.sift(p, func(_ *page, e element, _ []byte) bool { return t.gather(e.page, depth+1, visit) }) && all
	}
	return false
}

// gathered is what the tree under a root gives, bucket by bucket.
type gathered struct {
	shelves [ownPlace + 1]shelf
	state   *state
	empty   bool // read well, and nothing in it: as a file is before its first commit
}

// shelf is the records of a bucket, as bodies.
type shelf struct {
	found map[string][]byte
	torn  bool // some page or record cannot be read
	is    tally
}

// read reads the tree under a root.
func (r *remains) read(root uint64) *gathered {
	out := &gathered{}
	for i := range out.shelves {
		out.shelves[i] = shelf{found: map[string][]byte{}, torn: true}
	}
	t := r.walker()
	var found []bucketRoot
	all := t.gather(root, 0, func(p *page, e element, key []byte) bool {
		b, err := t.bucketAt(p, e, key)
		if err == nil {
			found = append(found, b)
		}
		return err == nil
	})
	out.empty = all && len(found) == 0
	for _, b := range found {
		if place := placeNamed(b.name); place >= 0 {
			out.fill(t, place, b)
		}
	}
	return out
}

func (out *gathered) fill(t *tree, place int, b bucketRoot) {
	s := &out.shelves[place]
	visit := func(p *page, e element, key []byte) bool {
		value, err := t.read(p, e.at+int64(e.key), int(e.value))
		if err != nil {
			return false
		}
		if place == ownPlace && bytes.Equal(key, formatKey) {
			return true
		}
		body, sum, err := unseal(placeName(place), key, value)
		if err != nil {
			return false
		}
		if st, ok := stateIn(key, value); place == ownPlace && ok {
			out.state = st
		}
		s.found[string(key)] = bytes.Clone(body)
		s.is.add(sum)
		return true
	}
	if b.inline != nil {
		s.torn = !(b.inline.flags == leafPage && t.sift(b.inline, visit))
		return
	}
	s.torn = !t.gather(b.root, 0, visit)
}

// whole tells whether a bucket is just what the state says. One that is not there, as format 1 had none of what-ifs, is then empty.
func (out *gathered) whole(place int) bool {
	s := &out.shelves[place]
	return out.state != nil && s.is == out.state.Tallies[place] && (!s.torn || s.is == tally{})
}

// complete tells whether all buckets are.
func (out *gathered) complete() bool {
	for place := range buckets {
		if !out.whole(place) {
			return false
		}
	}
	return true
}

// mostRoots is how many of the roots that were found are tried.
const mostRoots = 8

// best is the tree to go by and the one to fill its gaps from. Of two whole meta pages the later names it. Where one is broken, it may have
// been the later: then a tree that is complete and of a higher revision is the one, if it is still there, although nothing points at it.
// It is sure where there cannot have been a newer one.
func (r *remains) best() (main, other *gathered, sure bool) {
	if len(r.metas) == 2 {
		return r.read(r.metas[0].root), r.read(r.metas[1].root), true
	}
	if len(r.metas) == 1 {
		main = r.read(r.metas[0].root)
	}
	var first *gathered
	for _, root := range r.roots[:min(len(r.roots), mostRoots)] {
		found := r.read(root.id)
		if first == nil {
			first = found
		}
		if !found.complete() {
			continue
		}
		if main == nil || main.state == nil {
			return found, main, main != nil && main.empty
		}
		if found.state.Revision > main.state.Revision {
			return found, main, true
		}
	}
	switch {
	case main != nil:
		return main, first, !r.lastMetaLost()
	case first != nil:
		return first, nil, false
	}
	return r.read(0), nil, false // where no tree begins
}
