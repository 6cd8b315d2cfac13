package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"go.etcd.io/bbolt"

	"bywhen/roadmap"
)

// migration brings a file from one format to the next, in the transaction it is given. The format's number is written for
// it; the state is its own business.
type migration func(*bbolt.Tx) error

// migrations has a step for every format before the present one, by the format that it begins at. Format 1 is the first; 2
// keeps what-ifs.
var migrations = map[uint32]migration{1: addWhatIfs}

// addWhatIfs makes their bucket, empty, and its tally in the state, before the history's.
func addWhatIfs(tx *bbolt.Tx) error {
	if _, err := tx.CreateBucket(buckets[roadmap.KindWhatIf]); err != nil {
		return err
	}
	var st state
	body, _, err := unseal(ownBucket, stateKey, tx.Bucket(ownBucket).Get(stateKey))
	if err == nil {
		err = decoding.Unmarshal(body, &st)
	}
	if err == nil && len(st.Tallies) != int(roadmap.KindWhatIf)+1 {
		err = errors.New("its state contradicts itself")
	}
	if err != nil {
		return err
	}
	st.Tallies = slices.Insert(st.Tallies, int(roadmap.KindWhatIf), tally{})
	_, err = putState(tx, st)
	return err
}

// migrate brings the file to the present format: all steps or none, after a copy of it was kept beside it.
func (f *File) migrate() error {
	s, err := f.begin(writing)
	if err != nil {
		return err
	}
	defer s.close()
	version, err := s.format()
	if err != nil || version == f.format {
		return err // another program may have been faster
	}
	if err := s.verifyOld(); err != nil {
		return err
	}
	kept, err := f.keepCopy(s.os, version)
	if err != nil {
		return f.system("is of an older format and must be copied before it is changed, which failed", err)
	}
	for ; version < f.format; version++ {
		if err := s.step(version); err != nil {
			_ = os.Remove(kept) // nothing was changed, and the next try makes another
			return f.fail(err, "could not be brought from format %d to %d and was left as it is (%v); open it with the Bywhen that wrote it", version, version+1, err)
		}
	}
	return s.guard(func() error {
		if err := s.tx.Commit(); err != nil {
			return f.system("cannot be saved", err)
		}
		return nil
	})
}

// verifyOld holds the records to the state of an older format: what is damaged is not brought forward.
func (s *session) verifyOld() error {
	err := s.guard(func() error {
		st, ok := stateIn(stateKey, s.tx.Bucket(ownBucket).Get(stateKey))
		if !ok {
			return s.file.damaged("its state cannot be read")
		}
		s.state = *st
		return nil
	})
	if err != nil {
		return err
	}
	return s.addUp() // what was found right before was so in the present format
}

func (s *session) step(version uint32) error {
	step := s.file.migrations[version]
	if step == nil {
		return fmt.Errorf("nobody knows how")
	}
	return s.guard(func() error {
		if err := step(s.tx); err != nil {
			return err
		}
		return s.tx.Bucket(ownBucket).Put(formatKey, formatValue(version+1))
	})
}

// keepCopy copies the file, which is locked, beside itself under a name that nobody has.
func (f *File) keepCopy(file *os.File, version uint32) (string, error) {
	return f.keepAs(file, fmt.Sprintf("format-%d", version))
}

// copyTo copies a file into another, syncs and closes that, and holds it to being the same.
func copyTo(to, from *os.File) error {
	defer to.Close()
	if err := copyInto(to, from); err != nil {
		return err
	}
	if err := to.Sync(); err != nil {
		return err
	}
	if same, err := sameBytes(to, from); err != nil || !same {
		return errors.Join(err, errors.New("the copy is not what was copied"))
	}
	return to.Close()
}

// sameBytes tells whether two files hold the same.
func sameBytes(a, b *os.File) (bool, error) {
	var sums [2][sha256.Size]byte
	for i, file := range []*os.File{a, b} {
		info, err := file.Stat()
		if err != nil {
			return false, err
		}
		sum := sha256.New()
		if _, err := io.Copy(sum, io.NewSectionReader(file, 0, info.Size())); err != nil {
			return false, err
		}
		sum.Sum(sums[i][:0])
	}
	return sums[0] == sums[1], nil
}
