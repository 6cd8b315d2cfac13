package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// readAll takes in a whole file, up to maxInput.
func readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxInput+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("cannot be read: %w", err)
	case len(data) > maxInput:
		return nil, fmt.Errorf("is larger than %d MB: split it", maxInput>>20)
	}
	return data, nil
}

// withoutMark is the text without a byte order mark; one in UTF-16, known by its mark or by a NUL beside its first
// character, becomes UTF-8.
func withoutMark(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return data[3:], nil
	case bytes.HasPrefix(data, []byte("\xff\xfe")), len(data) > 3 && data[0] != 0 && data[1] == 0 && data[3] == 0:
		return fromUTF16(data, unicode.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")), len(data) > 3 && data[0] == 0 && data[1] != 0 && data[2] == 0:
		return fromUTF16(data, unicode.BigEndian)
	}
	return data, nil
}

func fromUTF16(data []byte, order unicode.Endianness) ([]byte, error) {
	if len(data)%2 != 0 {
		return nil, errors.New("is UTF-16 that ends within a character: save it again, as UTF-8")
	}
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		return nil, errors.New("is broken UTF-16: save it again, as UTF-8")
	}
	return out, nil
}

// lineOf is the number of the line, from 1, that a byte lies in.
func lineOf(data []byte, at int) int { return 1 + bytes.Count(data[:at], []byte("\n")) }
