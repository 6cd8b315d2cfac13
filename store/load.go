package store

import (
	"fmt"
	"runtime"
	"sync"

	"bywhen/roadmap"
)

// load reads every entity and makes a roadmap of them.
func (s *session) load() (*roadmap.Roadmap, error) {
	var found []sealed
	err := s.guard(func() (err error) {
		found = make([]sealed, 0, s.state.entities())
		for _, k := range roadmap.Kinds() {
			if found, err = s.collect(found, k); err != nil {
				return s.file.damaged("%v", err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	values, err := s.decode(found)
	if err != nil {
		return nil, err
	}
	r, err := roadmap.Load(values, s.state.LastID)
	if err != nil {
		return nil, s.file.damaged("%v", err)
	}
	return r, nil
}

// sealed is an entity as it lies in the file, its checksum found right. It is good until the session ends.
type sealed struct {
	kind      roadmap.Kind
	key, body []byte
}

// collect goes through a bucket and holds it to its tally.
func (s *session) collect(found []sealed, k roadmap.Kind) ([]sealed, error) {
	name := buckets[k]
	bucket := s.tx.Bucket(name)
	if bucket == nil {
		return nil, fmt.Errorf("its bucket %q is gone", name)
	}
	var is tally
	cursor := bucket.Cursor()
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		body, sum, err := unseal(name, key, value)
		if err != nil {
			return nil, fmt.Errorf("%s %.40q: %w", k, key, err)
		}
		is.add(sum)
		found = append(found, sealed{k, key, body})
	}
	if is != s.state.Tallies[k] || k == roadmap.KindSettings && is.Keys != 1 {
		return nil, fmt.Errorf("some of its %s are lost or old: %d found, %d expected", name, is.Keys, s.state.Tallies[k].Keys)
	}
	return found, nil
}

// share is how many entities are worth a goroutine of their own.
const share = 1000

// decode turns all of them over, on as many processors as there are.
func (s *session) decode(found []sealed) ([]roadmap.Entity, error) {
	values := make([]roadmap.Entity, len(found))
	workers := max(1, min(runtime.GOMAXPROCS(0), len(found)/share))
	failed := make([]error, workers)
	var all sync.WaitGroup
	for w := range workers {
		from, to := w*len(found)/workers, (w+1)*len(found)/workers
		all.Go(func() {
			failed[w] = s.guard(func() error { return s.decodeInto(values[from:to], found[from:to]) })
		})
	}
	all.Wait()
	for _, err := range failed {
		if err != nil {
			return nil, err
		}
	}
	return values, nil
}

func (s *session) decodeInto(values []roadmap.Entity, found []sealed) (err error) {
	for i, e := range found {
		if values[i], err = decodeEntity(e.kind, e.key, e.body); err != nil {
			return s.file.damaged("%v", err)
		}
	}
	return nil
}
