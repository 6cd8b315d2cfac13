package main

import (
	"runtime"
	"runtime/debug"
	"testing"
)

func TestWhoSetsGOGCHasTheLastWordOnGarbage(t *testing.T) {
	p := &program{env: func(name string) (string, bool) { return "50", name == "GOGC" }}
	if p.collected() != nil {
		t.Error("it is collected behind edits all the same")
	}
}

func TestGarbageIsCollectedBehindAnEditOnceItIsAsMuchAsWhatIsKept(t *testing.T) {
	collected := (&program{env: func(string) (string, bool) { return "", false }}).collected()
	count := func() uint32 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.NumGC
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // by itself nothing is collected
	spent = make([]byte, 64<<20)
	runtime.GC()
	before := count()
	if collected(); count() != before {
		t.Error("64 MB are kept, and nothing else was there to collect")
	}
	spent = nil
	runtime.GC()
	spent = make([]byte, 96<<20)
	spent = nil
	if before = count(); before == 0 {
		t.Fatal("nothing counts the collections")
	}
	if collected(); count() == before {
		t.Error("96 MB of garbage stay")
	}
}

// spent is memory that is needed until it is nil.
var spent []byte
