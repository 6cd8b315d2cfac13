package schedule

import "sync"

// tasksAPart is how many tasks make a part: what is done with them takes longer by far than to hand the part over.
const tasksAPart = 2048

// partsOf is the number of parts of about that size that n make, one at least.
func partsOf(n, size int) int { return max(1, (n+size/2)/size) }

// inParts does something with every part, as partsOf counts them, of 0 to n, from inclusive and to exclusive, the parts beside each other on the processors
// that are free. What is done with one must not touch what is done with another. A panic in any comes out here.
func inParts(n, size int, do func(part, from, to int)) {
	parts := partsOf(n, size)
	if parts == 1 {
		do(0, 0, n)
		return
	}
	next, failed := make(chan int, parts), make(chan any, parts)
	for part := range parts {
		next <- part
	}
	close(next)
	work := func() {
		defer func() {
			if p := recover(); p != nil {
				failed <- p
			}
		}()
		for part := range next {
			do(part, part*n/parts, (part+1)*n/parts)
		}
	}
	var all sync.WaitGroup
	for range min(parts, mostBeside) - 1 {
		all.Go(work)
	}
	work()
	all.Wait()
	select {
	case p := <-failed:
		panic(p)
	default:
	}
}

// mostBeside is on how many processors the parts of one plan are worked at most: more have to wait for memory.
const mostBeside = 4
