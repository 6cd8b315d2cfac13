package roadmap

import (
	"maps"
	"slices"
	"sort"
	"strings"
)

// list is the entities of a kind in their order, with an index by key. In a Roadmap it is read only; a draft works on a
// copy, which shares items and index with the roadmap until it writes to them.
type list[E ordered] struct {
	items              []E
	index              map[string]int32 // nil: to be built again
	ownItems, ownIndex bool
}

func emptyList[E ordered]() list[E] { return list[E]{index: map[string]int32{}} }

func (l *list[E]) shared() list[E] { return list[E]{items: l.items, index: l.index} }

func (l *list[E]) find(key string) (int, bool) {
	if l.index == nil {
		l.reindex()
	}
	i, ok := l.index[key]
	return int(i), ok
}

func (l *list[E]) get(key string) (E, bool) {
	if i, ok := l.find(key); ok {
		return l.items[i], true
	}
	var none E
	return none, false
}

func (l *list[E]) reindex() {
	l.index, l.ownIndex = make(map[string]int32, len(l.items)), true
	for i, e := range l.items {
		l.index[e.Key()] = int32(i)
	}
}

// put replaces the entity of the same key, moving it where its position differs, or inserts a new one at its position.
func (l *list[E]) put(e E) {
	i, found := l.find(e.Key())
	if found && l.items[i].place() == e.place() {
		l.writeItems()
		l.items[i] = e
		return
	}
	at := sort.Search(len(l.items), func(i int) bool { return comesBefore(e, l.items[i]) })
	if found {
		l.shift(i, at, e)
		return
	}
	l.writeItems()
	l.items = slices.Insert(l.items, at, e)
	if at == len(l.items)-1 && l.index != nil {
		l.writeIndex()
		l.index[e.Key()] = int32(at)
		return
	}
	l.index = nil
}

// shift puts an entity in place of the i-th, right before the one that is at another place: what lies between moves up, and the index
// is mended for that alone.
func (l *list[E]) shift(i, at int, e E) {
	l.writeItems()
	l.writeIndex()
	from, to := at, i
	if at > i {
		from, to = i, at-1
		copy(l.items[i:], l.items[i+1:at])
		l.items[to] = e
	} else {
		copy(l.items[at+1:], l.items[at:i])
		l.items[from] = e
	}
	for k := from; k <= to; k++ {
		l.index[l.items[k].Key()] = int32(k)
	}
}

// putAll is put for many at once: they are sorted in together.
func (l *list[E]) putAll(values []E) {
	if len(values) < 16 {
		for _, e := range values {
			l.put(e)
		}
		return
	}
	byKey := make(map[string]E, len(values))
	for _, e := range values {
		byKey[e.Key()] = e
	}
	l.writeItems()
	for i, old := range l.items {
		if e, found := byKey[old.Key()]; found {
			l.items[i] = e
			delete(byKey, old.Key())
		}
	}
	for _, e := range values {
		if _, isNew := byKey[e.Key()]; isNew {
			l.items = append(l.items, e)
		}
	}
	slices.SortFunc(l.items, comparePlaces[E])
	l.index = nil
}

func (l *list[E]) remove(keys ...string) {
	gone := make(map[string]bool, len(keys))
	for _, k := range keys {
		gone[k] = true
	}
	l.writeItems()
	l.items = slices.DeleteFunc(l.items, func(e E) bool { return gone[e.Key()] })
	l.index = nil
}

func (l *list[E]) writeItems() {
	if !l.ownItems {
		l.items, l.ownItems = slices.Clone(l.items), true
	}
}

func (l *list[E]) writeIndex() {
	if !l.ownIndex {
		l.index, l.ownIndex = maps.Clone(l.index), true
	}
}

// positionFor is a free position right before the entity with that key, or at the end where before is empty or unknown, as if the one
// with the key without were not there.
func (l *list[E]) positionFor(before, without string) Position {
	i, found := l.find(before)
	if !found {
		i = len(l.items)
	}
	prev := i - 1
	if prev >= 0 && l.items[prev].Key() == without {
		prev--
	}
	var a, b Position
	if prev >= 0 {
		a = l.items[prev].place()
	}
	if i < len(l.items) {
		b = l.items[i].place()
	}
	if b != "" && a >= b { // two writers chose the same place: step over it
		b = l.nextDistinct(i, a, without)
	}
	return PositionBetween(a, b)
}

func (l *list[E]) nextDistinct(i int, a Position, without string) Position {
	for ; i < len(l.items); i++ {
		if p := l.items[i].place(); p > a && l.items[i].Key() != without {
			return p
		}
	}
	return ""
}

// comesBefore orders by position, and by key where two writers chose the same one.
func comesBefore[E ordered](a, b E) bool { return comparePlaces(a, b) < 0 }

func comparePlaces[E ordered](a, b E) int {
	if c := strings.Compare(string(a.place()), string(b.place())); c != 0 {
		return c
	}
	return strings.Compare(a.Key(), b.Key())
}
