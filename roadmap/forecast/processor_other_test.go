//go:build !unix

package forecast

import (
	"testing"
	"time"
)

var started = time.Now()

// processorTime is the time that has passed, where the system is not asked for what the process used.
func processorTime(*testing.B) int64 { return time.Since(started).Nanoseconds() }
