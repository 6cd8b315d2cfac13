package terminal

import "strconv"

// worthScrolling is the bytes from which it is tried whether less is to be written after lines were moved on the terminal.
const worthScrolling = 700

// scrolled is what is written, or, where a list has moved by some lines and that is shorter, the same with those lines moved
// by the terminal: in a region of whole lines, some are deleted or inserted at its top. Every terminal knows that.
func (s *screen) scrolled(out []byte) []byte {
	if len(out) < worthScrolling {
		return out
	}
	top, end, by := s.moved()
	if by == 0 {
		return out
	}
	plain := string(out)
	sequence := []byte(begins + "\x1b[")
	sequence = strconv.AppendInt(sequence, int64(top+1), 10)
	sequence = append(sequence, ';')
	sequence = strconv.AppendInt(sequence, int64(end), 10)
	sequence = append(sequence, "r\x1b["...)
	sequence = strconv.AppendInt(sequence, int64(top+1), 10)
	sequence = append(sequence, "H\x1b["...)
	sequence = strconv.AppendInt(sequence, int64(max(by, -by)), 10)
	if by > 0 {
		sequence = append(sequence, "M\x1b[r"...)
	} else {
		sequence = append(sequence, "L\x1b[r"...)
	}
	for y := top; y < end; y++ {
		s.was[y] = s.blank
		if from := y + by; from >= top && from < end {
			s.was[y] = s.now[from]
		}
	}
	if out = s.shortest(sequence); len(out) < len(plain) {
		return out
	}
	return []byte(plain)
}

// moved is the lines in which most of what is to be shown is shown already, by so many lines lower; higher where that is
// negative. by is 0 where there is no such thing.
func (s *screen) moved() (top, end, by int) {
	at := map[uint64]int{} // where a line is shown; -1 where several look like it
	for y, line := range s.now {
		if k := looks(line); k == 0 {
			continue
		} else if _, twice := at[k]; twice {
			at[k] = -1
		} else {
			at[k] = y
		}
	}
	votes := map[int]int{}
	for y, line := range s.is {
		if from, ok := at[looks(line)]; ok && from >= 0 && from != y {
			votes[from-y]++
		}
	}
	for k, n := range votes {
		if best := votes[by]; n > best || n == best && k < by {
			by = k
		}
	}
	if votes[by] < leastMoved {
		return 0, 0, 0
	}
	top, end = len(s.is), 0
	for y, line := range s.is {
		if from, ok := at[looks(line)]; ok && from >= 0 && from == y+by {
			top, end = min(top, y, from), max(end, y+1, from+1)
		}
	}
	return top, end, by
}

// leastMoved is how many lines at least have to have moved alike.
const leastMoved = 4

// looks is what a line says in its first third, as a number: what tells it from others, whatever stands beside it. 0 is
// nothing. The first cells are left out, since the mark of the cursor is there.
func looks(line []cell) uint64 {
	const seed, prime = 14695981039346656037, 1099511628211 // FNV-1a, of Fowler, Noll and Vo
	sum, something := uint64(seed), false
	for x := 2; x < len(line)/3; x++ {
		for i := range len(line[x].text) {
			sum = (sum ^ uint64(line[x].text[i])) * prime
		}
		something = something || line[x].text != " "
	}
	if !something {
		return 0
	}
	return sum
}
