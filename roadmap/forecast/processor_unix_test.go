//go:build unix

package forecast

import (
	"syscall"
	"testing"
)

// processorTime is what this process used of the processors, in nanoseconds: on a shared machine time passes for others too.
func processorTime(b *testing.B) int64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return used.Utime.Nano() + used.Stime.Nano()
}
