package store

import "slices"

// Past is a file's history and the revision that it led to, read in one go.
type Past struct {
	Revision Revision
	Created  Stamp   // when the file was made
	Entries  []Entry // the oldest first
}

// Past reads the entries after one of them, by its Seq; after 0 all. What was read before stays true: nothing in a history
// is ever altered.
func (f *File) Past(after uint64) (Past, error) {
	s, err := f.open(history)
	if err != nil {
		return Past{}, err
	}
	defer s.close()
	entries, err := s.entriesFrom(after + 1)
	if err != nil {
		return Past{}, err
	}
	slices.Reverse(entries)
	return Past{Revision: s.state.Revision, Created: stampFromRecord(s.state.Created), Entries: entries}, nil
}
