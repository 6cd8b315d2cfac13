package store

import (
	"encoding/binary"
	"time"

	"bywhen/roadmap"
)

// format is the version of the layout that this program writes.
const format = 2

// The buckets beside those of the entities.
var (
	ownBucket     = []byte("bywhen")
	historyBucket = []byte("history")
)

// The keys of ownBucket. The value under formatKey is the same in all formats to come: four bytes of version, big-endian,
// and their checksum.
var (
	formatKey = []byte("format")
	stateKey  = []byte("state")
)

// buckets are named by roadmap.Kind; the last is the history. Their order is that of state.Tallies.
var buckets = [][]byte{
	roadmap.KindSettings:   []byte("settings"),
	roadmap.KindTeam:       []byte("teams"),
	roadmap.KindGoal:       []byte("goals"),
	roadmap.KindTask:       []byte("tasks"),
	roadmap.KindDependency: []byte("dependencies"),
	roadmap.KindRisk:       []byte("risks"),
	roadmap.KindKnown:      []byte("known"),
	roadmap.KindFilter:     []byte("filters"),
	roadmap.KindBaseline:   []byte("baselines"),
	roadmap.KindWhatIf:     []byte("whatifs"),
	historyPlace:           historyBucket,
}

// historyPlace is the place of the history in buckets, after all kinds.
const historyPlace = int(roadmap.KindWhatIf) + 1

// state is what the file knows of itself.
type state struct {
	Revision Revision    `cbor:"1,keyasint,omitempty"`
	LastID   int         `cbor:"2,keyasint,omitempty"`
	Undo     uint64      `cbor:"3,keyasint,omitempty"` // the entry that Undo takes back; 0 is none
	Redo     uint64      `cbor:"4,keyasint,omitempty"` // the undoing that Redo takes back; 0 is none
	Created  stampRecord `cbor:"5,keyasint,omitempty"`
	Tallies  []tally     `cbor:"6,keyasint,omitempty"` // as buckets
}

// tally is what must be in a bucket: a lost record, or one that is older than the rest, changes it.
type tally struct {
	Keys uint64 `cbor:"1,keyasint,omitempty"`
	Sum  uint64 `cbor:"2,keyasint,omitempty"` // of the records' checksums, which in any order is the same
}

func (t *tally) add(sum uint32)    { t.Keys, t.Sum = t.Keys+1, t.Sum+uint64(sum) }
func (t *tally) remove(sum uint32) { t.Keys, t.Sum = t.Keys-1, t.Sum-uint64(sum) }

// entries is how many entries the history has, and so the number of the newest.
func (s *state) entries() uint64 { return s.Tallies[historyPlace].Keys }

// entities is about how many there are; what a file says of itself is not trusted with the whole memory.
func (s *state) entities() int {
	n := uint64(0)
	for _, t := range s.Tallies[:historyPlace] {
		n += min(t.Keys, 1<<20)
	}
	return int(n)
}

type stampRecord struct {
	Seconds int64 `cbor:"1,keyasint,omitempty"`
	Nanos   int   `cbor:"2,keyasint,omitempty"`
	Today   int32 `cbor:"3,keyasint,omitempty"`
}

func stampToRecord(s Stamp) stampRecord {
	return stampRecord{s.At.Unix(), s.At.Nanosecond(), int32(s.Today)}
}

func stampFromRecord(r stampRecord) Stamp {
	return Stamp{At: time.Unix(r.Seconds, int64(r.Nanos)).UTC(), Today: roadmap.Date(r.Today)}
}

func formatValue(version uint32) []byte {
	value := binary.BigEndian.AppendUint32(nil, version)
	return binary.BigEndian.AppendUint32(value, checksum(ownBucket, formatKey, value))
}

// formatOf reads what formatValue wrote.
func formatOf(value []byte) (version uint32, ok bool) {
	if len(value) != 4+sumSize {
		return 0, false
	}
	return binary.BigEndian.Uint32(value), sumOf(value) == checksum(ownBucket, formatKey, value[:4])
}

func sequenceKey(seq uint64) []byte { return binary.BigEndian.AppendUint64(nil, seq) }

// sequenceOf is the number in a key of the history; 0 is none.
func sequenceOf(key []byte) uint64 {
	if len(key) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(key)
}
