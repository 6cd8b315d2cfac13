package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// collectLess keeps the collection of garbage out of the keys: an edit leaves a plan behind, megabytes of a large roadmap, and
// collecting that beside the next edit takes a fifth of what it costs. It is done between them, see collected; what is left is for
// edits that come without a pause. Whoever sets GOGC has the last word.
func (p *program) collectLess() {
	if p.envValue("GOGC") == "" {
		debug.SetGCPercent(300)
	}
}

// collected is what collects garbage behind an edit that is on the screen, once there is as much of it as of what is kept. nil where GOGC
// says how it is wanted.
func (p *program) collected() func() {
	if p.envValue("GOGC") != "" {
		return nil
	}
	return func() {
		heap := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}}
		metrics.Read(heap)
		if kept, all := heap[0].Value.Uint64(), heap[1].Value.Uint64(); all > 2*kept {
			runtime.GC()
		}
	}
}
