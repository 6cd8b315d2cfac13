package store

import (
	"encoding/binary"
	"errors"
	"hash/crc32"

	"github.com/fxamacker/cbor/v2"
)

// recordVersion is the first byte of every record. One that an older program wrote in another shape keeps its number.
const recordVersion = 1

// sumSize is the length of the checksum at a record's end.
const sumSize = crc32.Size

var (
	castagnoli = crc32.MakeTable(crc32.Castagnoli)

	errRecordShort   = errors.New("a record is cut short")
	errRecordSum     = errors.New("a record's checksum is wrong")
	errRecordVersion = errors.New("a record is of an unknown version")
)

// The ways of CBOR: strict where damage could hide, without limits that a large roadmap could meet. Texts are checked by
// roadmap.Load, so not here.
var (
	encoding = mode(cbor.EncOptions{ShortestFloat: cbor.ShortestFloat16}.EncMode())
	decoding = mode(cbor.DecOptions{
		DupMapKey:         cbor.DupMapKeyEnforcedAPF,
		MaxNestedLevels:   8,
		MaxArrayElements:  1 << 30,
		MaxMapPairs:       64,
		IndefLength:       cbor.IndefLengthForbidden,
		TagsMd:            cbor.TagsForbidden,
		ExtraReturnErrors: cbor.ExtraDecErrorUnknownField,
		UTF8:              cbor.UTF8DecodeInvalid,
	}.DecMode())
)

func mode[M any](m M, err error) M {
	if err != nil {
		panic(err) // the options are constants
	}
	return m
}

// seal makes a record of a body: version, body, checksum over bucket, key and both.
func seal(bucket, key, body []byte) []byte {
	record := make([]byte, 1, 1+len(body)+sumSize)
	record[0] = recordVersion
	record = append(record, body...)
	return binary.BigEndian.AppendUint32(record, checksum(bucket, key, record))
}

// unseal is the body of a record, part of it still, and its checksum.
func unseal(bucket, key, record []byte) (body []byte, sum uint32, err error) {
	if len(record) < 1+sumSize {
		return nil, 0, errRecordShort
	}
	end := len(record) - sumSize
	sum = binary.BigEndian.Uint32(record[end:])
	if checksum(bucket, key, record[:end]) != sum {
		return nil, 0, errRecordSum
	}
	if record[0] != recordVersion {
		return nil, 0, errRecordVersion
	}
	return record[1:end], sum, nil
}

// sumOf is the checksum that a record made by seal ends with.
func sumOf(record []byte) uint32 { return binary.BigEndian.Uint32(record[len(record)-sumSize:]) }

// checksum ties a value to its place. It starts from the key's length, which keeps key and value apart.
func checksum(bucket, key, value []byte) uint32 {
	sum := crc32.Update(uint32(len(key)), castagnoli, bucket)
	sum = crc32.Update(sum, castagnoli, key)
	return crc32.Update(sum, castagnoli, value)
}
