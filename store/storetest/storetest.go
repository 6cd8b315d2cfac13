// Package storetest breaks files as disks, programs and accidents do, for tests that hold a program to what it does with them: the
// store's own, and those of the real program. It knows the layout of a bbolt file (pages, of which the first two are meta pages) and
// nothing of what is in it.
package storetest

import (
	"bytes"
	"encoding/binary"
	"math/rand"
)

// The bytes of a page before what it holds, and of what a meta page holds.
const pageHeader, metaBody = 16, 64

// PageSize is the size of its pages that a bbolt file says in its first meta page.
func PageSize(file []byte) int { return int(binary.NativeEndian.Uint32(file[pageHeader+8:])) }

// Spoiled is a copy with something wrong in it, by chance: bits, bytes, whole pages, pages put for others or changed for each
// other, holes over several pages, rubbish after the end, or an end before it.
func Spoiled(file []byte, chance *rand.Rand) []byte {
	b := bytes.Clone(file)
	size := PageSize(file)
	pages := len(b) / size
	for range 1 + chance.Intn(3) {
		p, q := chance.Intn(pages)*size, chance.Intn(pages)*size
		switch chance.Intn(13) {
		case 0:
			clear(b[p : p+size])
		case 1:
			copy(b[p:p+size], b[q:q+size])
		case 2:
			chance.Read(b[p : p+size])
		case 3:
			chance.Read(b[p : p+16+chance.Intn(64)])
		case 4:
			return b[:chance.Intn(len(b))]
		case 5:
			b[p+chance.Intn(40)] ^= byte(1 + chance.Intn(255))
		case 6:
			page := bytes.Clone(b[p : p+size])
			copy(b[p:p+size], b[q:q+size])
			copy(b[q:q+size], page)
		case 7:
			rubbish := make([]byte, 1+chance.Intn(3*size))
			chance.Read(rubbish)
			b = append(b, rubbish...)
		case 8:
			clear(b[p : p+1+chance.Intn(len(b)-p)])
		case 9: // a meta page
			b[chance.Intn(2)*size+chance.Intn(pageHeader+metaBody)] ^= byte(1 + chance.Intn(255))
		case 10:
			clear(b[chance.Intn(2)*size:][:size])
		default:
			b[p+chance.Intn(size)] ^= 1 << chance.Intn(8)
		}
		if len(b)/size < pages {
			return b
		}
	}
	return b
}
