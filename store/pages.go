package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"slices"
)

// The layout of bbolt's file, version 2: pages of one size, of which the first two are meta pages. A page is a header and
// elements; an element of a branch page names a page below and its first key, one of a leaf page a key and a value. A
// value of a bucket is the id of its root page and a sequence number, or, where that id is 0, those and the page itself.
const (
	boltMagic   = 0xED0CDAED
	boltVersion = 2

	branchPage   = 0x01
	leafPage     = 0x02
	metaPage     = 0x04
	freelistPage = 0x10

	bucketFlag = 0x01

	pageHeader    = 16
	elementSize   = 16
	bucketHeader  = 16
	metaSize      = 64
	maxKeySize    = 32768
	maxTreeDepth  = 32
	smallestPage  = 1 << 10
	largestPage   = 1 << 24
	manyFreePages = 0xFFFF // as a count: the number of free pages is the first of them
)

var (
	errNotBolt = errors.New("no meta page")
	errNotOurs = errors.New("no bucket of ours")
)

// treeOf is a file's tree as its later meta page names it, with its root walked. Walked through present and rest it is read as bbolt
// would, without mapping it: what they let pass holds no page id, length or order that could lead bbolt astray.
func treeOf(file io.ReaderAt, size int64) (*tree, error) {
	m, err := currentMeta(file, size)
	if err != nil {
		return nil, err
	}
	t := newTree(file, m)
	return t, t.fromRoot()
}

func newTree(file io.ReaderAt, m meta) *tree {
	return &tree{file: file, size: int64(m.pageSize), meta: m, seen: make([]uint64, m.high/64+1), tallies: make([]tally, len(buckets))}
}

// tree is a walk through the pages from the root.
type tree struct {
	file io.ReaderAt
	size int64 // of a page
	meta meta
	seen []uint64           // bits of the pages met
	path [maxTreeDepth]page // the page at each depth, read into the same memory every time

	found   []bucketRoot
	sums    bool     // the records met are held to their checksums too
	tallies []tally  // of those, as buckets
	past    []uint32 // the checksums of the history's, the first entry's first
}

// page is a run of pages that belong together; data is the first of them and what else of it was read.
type page struct {
	id    uint64
	at    int64 // offset in the file; for a page inside a value too
	end   int64 // its length, with what overflows
	flags uint16
	count int
	data  []byte
}

// bucketRoot is a bucket as the value in the root tells of it.
type bucketRoot struct {
	name   string
	root   uint64
	inline *page
}

// fromRoot walks the root, which names the buckets.
func (t *tree) fromRoot() error {
	err := t.descend(t.meta.root, 0, limits{}, func(p *page, e element, key []byte) error {
		b, err := t.bucketAt(p, e, key)
		t.found = append(t.found, b)
		return err
	})
	if err == nil && !slices.ContainsFunc(t.found, func(b bucketRoot) bool { return b.name == string(ownBucket) }) {
		err = missingBucket(t.found)
	}
	return err
}

// beside is a walk through the same file that can go on at the same time.
func (t *tree) beside() *tree {
	o := newTree(t.file, t.meta)
	o.found = t.found
	return o
}

// present walks what a load reads: all but the history.
func (t *tree) present() error {
	return t.walk(func(b bucketRoot) bool { return b.name != string(historyBucket) })
}

// rest walks what present leaves out: the history and the list of free pages.
func (t *tree) rest() error {
	err := t.walk(func(b bucketRoot) bool { return b.name == string(historyBucket) })
	if err == nil {
		err = t.freePages()
	}
	return err
}

func (t *tree) walk(which func(bucketRoot) bool) error {
	for _, b := range t.found {
		if !which(b) {
			continue
		}
		if err := t.bucket(b); err != nil {
			return fmt.Errorf("in %.20q: %w", b.name, err)
		}
	}
	return nil
}

// apart holds two walks to having met no page both.
func (t *tree) apart(o *tree) error {
	for i := range t.seen {
		if twice := t.seen[i] & o.seen[i]; twice != 0 {
			return fmt.Errorf("page %d is in use twice", i*64+bits.TrailingZeros64(twice))
		}
	}
	return nil
}

// missingBucket tells a file of ours that lost a bucket's name from another program's file.
func missingBucket(found []bucketRoot) error {
	ours := 0
	for _, b := range found {
		if slices.ContainsFunc(buckets, func(name []byte) bool { return string(name) == b.name }) {
			ours++
		}
	}
	if ours > len(buckets)/2 {
		return fmt.Errorf("its bucket %q is gone", ownBucket)
	}
	return errNotOurs
}

// bucket walks a bucket. The entries of the history are numbered without a gap: a key that grew or went would lead a write astray.
func (t *tree) bucket(b bucketRoot) error {
	last, place := uint64(0), placeNamed(b.name)
	flat := func(p *page, e element, key []byte) error {
		if e.flags != 0 {
			return fmt.Errorf("page %d holds a bucket where none belongs", p.id)
		}
		if b.name == string(historyBucket) {
			if last++; sequenceOf(key) != last {
				return fmt.Errorf("entry %d is lost (page %d)", last, p.id)
			}
		}
		if t.sums && place >= 0 && place < len(buckets) {
			return t.sum(place, p, e, key)
		}
		return nil
	}
	if b.inline != nil {
		return t.leaf(b.inline, limits{}, flat)
	}
	return t.descend(b.root, 0, limits{}, flat)
}

// sum holds a record to its checksum and counts it.
func (t *tree) sum(place int, p *page, e element, key []byte) error {
	record, err := t.read(p, e.at+int64(e.key), int(e.value))
	if err != nil {
		return err
	}
	_, sum, err := unseal(buckets[place], key, record)
	if err != nil {
		if place == historyPlace {
			return fmt.Errorf("entry %d: %w", sequenceOf(key), err)
		}
		return fmt.Errorf("%.40q: %w", key, err)
	}
	t.tallies[place].add(sum)
	if place == historyPlace {
		t.past = append(t.past, sum)
	}
	return nil
}

// bucketAt reads the value of a bucket.
func (t *tree) bucketAt(p *page, e element, key []byte) (bucketRoot, error) {
	b := bucketRoot{name: string(key)}
	if e.flags != bucketFlag || e.value < bucketHeader {
		return b, fmt.Errorf("page %d: %.20q is no bucket", p.id, key)
	}
	at := e.at + int64(e.key)
	value, err := t.read(p, at, bucketHeader)
	if err != nil {
		return b, err
	}
	if b.root = binary.NativeEndian.Uint64(value); b.root != 0 {
		return b, nil
	}
	b.inline = &page{id: p.id, at: p.at + at + bucketHeader, end: int64(e.value) - bucketHeader}
	return b, t.header(b.inline, min(b.inline.end, t.size))
}

// limits are the keys between which those of a page must lie: from is the first that may be, to the first that may not.
type limits struct{ from, to []byte }

func (l limits) hold(key []byte) bool {
	return bytes.Compare(key, l.from) >= 0 && (l.to == nil || bytes.Compare(key, l.to) < 0)
}

// visitor is handed every element of the leaves of a tree, with its key, which is only lent.
type visitor func(p *page, e element, key []byte) error

// descend walks the pages under one, and it.
func (t *tree) descend(id uint64, depth int, in limits, visit visitor) error {
	if depth == maxTreeDepth {
		return fmt.Errorf("page %d lies too deep", id)
	}
	p := &t.path[depth]
	if err := t.open(p, id); err != nil {
		return err
	}
	switch p.flags {
	case leafPage:
		return t.leaf(p, in, visit)
	case branchPage:
		return t.branch(p, depth, in, visit)
	}
	return fmt.Errorf("page %d is of an unknown kind", id)
}

func (t *tree) leaf(p *page, in limits, visit visitor) error {
	if p.flags != leafPage {
		return fmt.Errorf("page %d is of the wrong kind", p.id)
	}
	return t.elements(p, in, visit)
}

// branch walks each page below in the limits that its key and the next one set.
func (t *tree) branch(p *page, depth int, in limits, visit visitor) error {
	if p.count == 0 {
		return fmt.Errorf("page %d has nothing below", p.id)
	}
	var below limits
	last := uint64(0)
	err := t.elements(p, in, func(_ *page, e element, key []byte) error {
		if last != 0 {
			below.to = key
			if err := t.descend(last, depth+1, below, visit); err != nil {
				return err
			}
		}
		if e.page == 0 { // which is none here
			return fmt.Errorf("page %d names no page", p.id)
		}
		below.from, last = key, e.page
		return nil
	})
	if err != nil {
		return err
	}
	below.to = in.to
	return t.descend(last, depth+1, below, visit)
}

// elements hands on those of a page, once each of them is known to lie within the page, in its limits, and to rise.
func (t *tree) elements(p *page, in limits, visit visitor) error {
	table := int64(pageHeader + p.count*elementSize)
	if table > p.end {
		return fmt.Errorf("page %d has too many elements", p.id)
	}
	if err := t.extend(p, table); err != nil {
		return err
	}
	var last []byte
	for i := range p.count {
		e := p.element(i)
		if e.at < table || e.at+int64(e.key)+int64(e.value) > p.end || e.key == 0 || e.key > maxKeySize {
			return fmt.Errorf("page %d has an element outside itself", p.id)
		}
		key, err := t.read(p, e.at, int(e.key))
		if err != nil {
			return err
		}
		if !in.hold(key) || i > 0 && bytes.Compare(last, key) >= 0 {
			return fmt.Errorf("page %d is out of order", p.id)
		}
		if err := visit(p, e, key); err != nil {
			return err
		}
		last = key
	}
	return nil
}

// element is a part of a page; at is its key's offset in the page, key and value are lengths.
type element struct {
	at         int64
	key, value uint32
	flags      uint32 // of a leaf's
	page       uint64 // of a branch's: the page below
}

func (p *page) element(i int) element {
	order := binary.NativeEndian
	at := pageHeader + i*elementSize
	b := p.data[at : at+elementSize]
	if p.flags == branchPage {
		return element{at: int64(at) + int64(order.Uint32(b)), key: order.Uint32(b[4:]), page: order.Uint64(b[8:])}
	}
	return element{
		flags: order.Uint32(b), at: int64(at) + int64(order.Uint32(b[4:])), key: order.Uint32(b[8:]), value: order.Uint32(b[12:]),
	}
}

// open reads a page that has not been met before; it must be there with all that overflows.
func (t *tree) open(p *page, id uint64) error {
	if id < 2 || id >= t.meta.high {
		return fmt.Errorf("page %d does not exist", id)
	}
	p.id, p.at, p.end = id, int64(id)*t.size, t.size
	if err := t.header(p, t.size); err != nil {
		return err
	}
	order := binary.NativeEndian
	if order.Uint64(p.data) != id {
		return fmt.Errorf("page %d says that it is page %d", id, order.Uint64(p.data))
	}
	overflow := uint64(order.Uint32(p.data[12:]))
	if overflow >= t.meta.high-id {
		return fmt.Errorf("page %d is longer than the file", id)
	}
	p.end += int64(overflow) * t.size
	for i := id; i <= id+overflow; i++ {
		if !t.meet(i) {
			return fmt.Errorf("page %d is in use twice", i)
		}
	}
	return nil
}

// meet notes that a page is in use; false where it already was.
func (t *tree) meet(id uint64) bool {
	bit := uint64(1) << (id % 64)
	if t.seen[id/64]&bit != 0 {
		return false
	}
	t.seen[id/64] |= bit
	return true
}

// header reads the first n bytes of a page and takes its header from them.
func (t *tree) header(p *page, n int64) error {
	if n < pageHeader {
		return fmt.Errorf("page %d is too short", p.id)
	}
	if int64(cap(p.data)) < n {
		p.data = make([]byte, n)
	}
	p.data = p.data[:n]
	if _, err := t.file.ReadAt(p.data, p.at); err != nil {
		return fmt.Errorf("page %d cannot be read: %w", p.id, err)
	}
	p.flags = binary.NativeEndian.Uint16(p.data[8:])
	p.count = int(binary.NativeEndian.Uint16(p.data[10:]))
	return nil
}

// extend sees to it that the first n bytes of a page have been read.
func (t *tree) extend(p *page, n int64) error {
	if n <= int64(len(p.data)) {
		return nil
	}
	p.data = make([]byte, n)
	_, err := t.file.ReadAt(p.data, p.at)
	return err
}

// read is n bytes at an offset of a page. Large values lie outside of what was read, and so do the keys after them.
func (t *tree) read(p *page, at int64, n int) ([]byte, error) {
	if end := at + int64(n); end <= int64(len(p.data)) {
		return p.data[at:end], nil
	}
	b := make([]byte, n)
	_, err := t.file.ReadAt(b, p.at+at)
	return b, err
}

// freePages checks the list of pages that a write may use: each exists, once, and nothing lies in it.
func (t *tree) freePages() error {
	p := &page{}
	if err := t.open(p, t.meta.freelist); err != nil {
		return fmt.Errorf("its list of free pages: %w", err)
	}
	order := binary.NativeEndian
	at, count := int64(pageHeader), uint64(p.count)
	if p.flags != freelistPage {
		return fmt.Errorf("page %d is no list of free pages", p.id)
	}
	if count == manyFreePages {
		count, at = order.Uint64(p.data[at:]), at+8
	}
	if count > uint64(p.end-at)/8 {
		return errors.New("its list of free pages is too long")
	}
	if err := t.extend(p, at+int64(count)*8); err != nil {
		return err
	}
	last := uint64(1)
	for ; count > 0; count, at = count-1, at+8 {
		id := order.Uint64(p.data[at:])
		if id <= last || id >= t.meta.high || !t.meet(id) {
			return fmt.Errorf("page %d is in its list of free pages and cannot be free", id)
		}
		last = id
	}
	return nil
}
