package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
)

// meta is what a meta page says.
type meta struct {
	id                   uint64
	pageSize             uint32
	root, freelist, high uint64 // page ids; high is one more than the last in use
	txid                 uint64
}

// currentMeta is the later of the two meta pages. Both must be whole: where one is not, nobody can tell whether it was it
// that held the last edit.
func currentMeta(file io.ReaderAt, size int64) (meta, error) {
	first, err := metaAt(file, 0)
	if errors.Is(err, errNotBolt) && !secondMeta(file, size) {
		return meta{}, errNotBolt
	}
	if err != nil {
		return meta{}, metaError("first", err)
	}
	second, err := metaAt(file, int64(first.pageSize))
	if err != nil {
		return meta{}, metaError("second", err)
	}
	if first.pageSize != second.pageSize || first.id != 0 || second.id != 1 {
		return meta{}, errors.New("its two meta pages contradict each other")
	}
	m := first
	if second.txid > first.txid {
		m = second
	}
	return m, m.check(size)
}

// metaError is about one of two meta pages: that it is none does not mean that the file has none.
func metaError(which string, err error) error {
	if errors.Is(err, errNotBolt) {
		return fmt.Errorf("its %s meta page is gone", which)
	}
	return fmt.Errorf("its %s meta page: %w", which, err)
}

// secondMeta looks for the second meta page of a file whose first one is none, at every size that a page may have.
func secondMeta(file io.ReaderAt, size int64) bool {
	for at := int64(smallestPage); at <= largestPage && at < size; at *= 2 {
		if _, err := metaAt(file, at); !errors.Is(err, errNotBolt) {
			return true
		}
	}
	return false
}

func metaAt(file io.ReaderAt, at int64) (meta, error) {
	var b [pageHeader + metaSize]byte
	if _, err := file.ReadAt(b[:], at); err != nil {
		if errors.Is(err, io.EOF) {
			return meta{}, errNotBolt
		}
		return meta{}, err
	}
	return parseMeta(b[:])
}

func parseMeta(b []byte) (meta, error) {
	order := binary.NativeEndian
	body := b[pageHeader:]
	if order.Uint32(body) != boltMagic {
		return meta{}, errNotBolt
	}
	sum := fnv.New64a()
	sum.Write(body[:metaSize-8])
	if order.Uint64(body[metaSize-8:]) != sum.Sum64() {
		return meta{}, errors.New("its checksum is wrong")
	}
	if v := order.Uint32(body[4:]); v != boltVersion {
		return meta{}, fmt.Errorf("%w: bbolt's version %d", ErrNewer, v)
	}
	m := meta{
		id: order.Uint64(b), pageSize: order.Uint32(body[8:]), root: order.Uint64(body[16:]), freelist: order.Uint64(body[32:]),
		high: order.Uint64(body[40:]), txid: order.Uint64(body[48:]),
	}
	if order.Uint16(b[8:]) != metaPage {
		return m, errors.New("its page is marked as another kind")
	}
	if m.pageSize < smallestPage || m.pageSize > largestPage || m.pageSize&(m.pageSize-1) != 0 {
		return m, fmt.Errorf("a page size of %d", m.pageSize)
	}
	return m, nil
}

func (m *meta) check(size int64) error {
	switch {
	case m.high < 4 || m.high > uint64(size)/uint64(m.pageSize):
		return fmt.Errorf("it is cut short: %d bytes of %d pages of %d", size, m.high, m.pageSize)
	case m.root < 2 || m.root >= m.high:
		return fmt.Errorf("its root page %d does not exist", m.root)
	case m.freelist < 2 || m.freelist >= m.high:
		return fmt.Errorf("its list of free pages, page %d, does not exist", m.freelist)
	}
	return nil
}

// littleToRead is how far into a file without meta pages one looks for anything of ours.
const littleToRead = 4 << 20

// lostHead tells, of a file that has no meta page, one of ours that lost both, or all but its beginning, from what never was one: the
// error is then what is wrong with it.
func lostHead(file io.ReaderAt, size int64, err error) error {
	if !errors.Is(err, errNotBolt) {
		return err
	}
	if size < pageHeader+metaSize {
		b := make([]byte, size)
		if _, failed := file.ReadAt(b, 0); failed == nil && beginsLikeMeta(b) {
			return fmt.Errorf("it is cut short: %d bytes", size)
		}
		return err
	}
	for _, page := range likelySizes {
		r := &remains{file: padded{file}, size: (min(size, littleToRead) + page - 1) / page * page, page: page}
		if r.scan(); !r.empty() {
			return errors.New("both its meta pages are gone")
		}
	}
	return err
}

// beginsLikeMeta tells whether bytes are how the first meta page begins: page 0, its kind, no elements, nothing that overflows, the magic.
func beginsLikeMeta(b []byte) bool {
	order := binary.NativeEndian
	head := order.AppendUint16(make([]byte, 8), metaPage)
	head = order.AppendUint32(append(head, 0, 0, 0, 0, 0, 0), boltMagic)
	n := min(len(b), len(head))
	return n > 9 && bytes.Equal(b[:n], head[:n])
}
