package store

import "bywhen/roadmap"

// A file is mostly tasks and dependencies, and most of their records hold nothing but texts and small numbers. quick reads
// those without reflection: three times as fast as the general decoder, which gets whatever quick does not take, and all
// that is damaged, so that what is refused and the words for it are the same.
type quick struct {
	rest string // the body, shared by all texts that are read from it
	ok   bool
}

// The major types of CBOR (RFC 8949) that quick knows.
const (
	cborUint  = 0
	cborNint  = 1
	cborBytes = 2
	cborText  = 3
	cborArray = 4
	cborMap   = 5
)

// head reads the head of an item, which is its type and its number. Numbers of more than
// four bytes are not for it.
func (q *quick) head() (major byte, n uint32) {
	if len(q.rest) == 0 {
		q.ok = false
		return 0, 0
	}
	first := q.rest[0]
	q.rest = q.rest[1:]
	major, n = first>>5, uint32(first&31)
	if n < 24 {
		return major, n
	}
	size := 1 << (n - 24)
	if n > 26 || len(q.rest) < size {
		q.ok = false
		return 0, 0
	}
	n = 0
	for i := range size {
		n = n<<8 | uint32(q.rest[i])
	}
	q.rest = q.rest[size:]
	return major, n
}

// fields is how many fields the record has.
func (q *quick) fields() int {
	major, n := q.head()
	q.ok = q.ok && major == cborMap && n < 24
	return int(n)
}

// field is the number of the next field; they rise, so none is there twice.
func (q *quick) field(last int) int {
	major, n := q.head()
	q.ok = q.ok && major == cborUint && int(n) > last && n < 64
	return int(n)
}

// text is a text, or bytes where it is a position.
func (q *quick) text(want byte) string {
	major, n := q.head()
	if !q.ok || major != want || uint64(n) > uint64(len(q.rest)) {
		q.ok = false
		return ""
	}
	s := q.rest[:n]
	q.rest = q.rest[n:]
	return s
}

// number is a number that may be negative and is neither above most nor below -most.
func (q *quick) number(most uint32) int {
	major, n := q.head()
	q.ok = q.ok && major <= cborNint && n <= most
	if major == cborNint {
		return -1 - int(n)
	}
	return int(n)
}

// texts is a list of texts that is not empty.
func (q *quick) texts() []string {
	major, n := q.head()
	if q.ok = q.ok && major == cborArray && n > 0 && n < 24; !q.ok {
		return nil
	}
	list := make([]string, n)
	for i := range list {
		list[i] = q.text(cborText)
	}
	return list
}

const (
	mostNumber = 1 << 30
	mostByte   = 1<<8 - 1
)

// natural is a number that is not negative.
func (q *quick) natural(most uint32) int {
	n := q.number(most)
	q.ok = q.ok && n >= 0
	return n
}

func (q *quick) date() roadmap.Date     { return roadmap.Date(q.number(mostNumber)) }
func (q *quick) effort() roadmap.Effort { return effortOf(q.number(mostNumber)) }

// quickTask reads a task whose record holds texts and numbers alone.
func quickTask(body []byte) (roadmap.Entity, bool) {
	q, t, at := quick{string(body), true}, &roadmap.Task{}, 0
	for n := q.fields(); n > 0 && q.ok; n-- {
		at = q.field(at)
		q.taskField(t, at)
	}
	return t, q.ok && q.rest == ""
}

func (q *quick) taskField(t *roadmap.Task, field int) {
	switch field {
	case 1:
		t.ID = q.text(cborText)
	case 2:
		t.Position = roadmap.Position(q.text(cborBytes))
	case 3:
		t.Title = q.text(cborText)
	case 4:
		t.Team = q.text(cborText)
	case 5:
		t.Effort = q.effort()
	case 6:
		t.People = q.number(mostNumber)
	case 8:
		t.Estimate.Optimistic = q.effort()
	case 9:
		t.Estimate.Likely = q.effort()
	case 10:
		t.Estimate.Pessimistic = q.effort()
	case 11:
		t.Goal = q.text(cborText)
	case 12:
		t.Phase = q.text(cborText)
	case 13:
		t.Priority = q.number(mostNumber)
	case 14:
		t.Rank = q.number(mostNumber)
	case 15:
		t.Tags = q.texts()
	case 16:
		t.NotBefore = q.date()
	case 17:
		t.Deadline = q.date()
	case 18:
		t.Promised = q.date()
	case 19:
		t.Status = roadmap.Status(q.natural(mostByte))
	case 20:
		t.Started = q.date()
	case 21:
		t.Finished = q.date()
	case 22:
		t.Remaining = q.effort()
	case 23:
		t.Told = q.date()
	case 28:
		t.AlternativeOf = q.text(cborText)
	case 30:
		t.Notes = q.text(cborText)
	default: // what has parts, fractions
		q.ok = false
	}
}

// quickDependency reads a dependency.
func quickDependency(body []byte) (roadmap.Entity, bool) {
	q, d, at := quick{string(body), true}, &roadmap.Dependency{}, 0
	for n := q.fields(); n > 0 && q.ok; n-- {
		switch at = q.field(at); at {
		case 1:
			d.From = q.text(cborText)
		case 2:
			d.To = q.text(cborText)
		case 3:
			d.Type = roadmap.LinkType(q.natural(mostByte))
		case 4:
			d.Lag = q.number(mostNumber)
		default:
			q.ok = false
		}
	}
	return d, q.ok && q.rest == ""
}
