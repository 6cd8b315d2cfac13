package store

import (
	"fmt"
	"sync"

	"bywhen/roadmap"
)

// codec turns the entities of a kind into bodies of records and back.
type codec struct {
	encode func(roadmap.Entity) ([]byte, error)
	decode func([]byte) (roadmap.Entity, error)
}

// codecs has one for each roadmap.Kind.
var codecs = []codec{
	roadmap.KindSettings:   codecOf(settingsToRecord, settingsFromRecord),
	roadmap.KindTeam:       codecOf(teamToRecord, teamFromRecord),
	roadmap.KindGoal:       codecOf(goalToRecord, goalFromRecord),
	roadmap.KindTask:       codecOf(taskToRecord, taskFromRecord),
	roadmap.KindDependency: codecOf(dependencyToRecord, dependencyFromRecord),
	roadmap.KindRisk:       codecOf(riskToRecord, riskFromRecord),
	roadmap.KindKnown:      codecOf(knownToRecord, knownFromRecord),
	roadmap.KindFilter:     codecOf(filterToRecord, filterFromRecord),
	roadmap.KindBaseline:   codecOf(baselineToRecord, baselineFromRecord),
	roadmap.KindWhatIf:     {}, // made of the others: see init
}

func init() { codecs[roadmap.KindWhatIf] = codec{encodeWhatIf, decodeWhatIf} }

func codecOf[E roadmap.Entity, R any](to func(E) R, from func(*R) E) codec {
	records := sync.Pool{New: func() any { return new(R) }}
	return codec{
		encode: func(e roadmap.Entity) ([]byte, error) { return encoding.Marshal(to(e.(E))) },
		decode: func(body []byte) (roadmap.Entity, error) {
			r := records.Get().(*R)
			defer records.Put(r)
			*r = *new(R) // its lists went to the entity that it was last turned into
			if err := decoding.Unmarshal(body, r); err != nil {
				return nil, err
			}
			return from(r), nil
		},
	}
}

func encodeEntity(e roadmap.Entity) ([]byte, error) {
	body, err := codecs[e.Kind()].encode(e)
	if err != nil {
		return nil, fmt.Errorf("%s %q cannot be written: %w", e.Kind(), e.Key(), err)
	}
	return body, nil
}

// decodeEntity reads a body; its key must be the one that it was found under.
func decodeEntity(k roadmap.Kind, key, body []byte) (roadmap.Entity, error) {
	if int(k) >= len(codecs) {
		return nil, fmt.Errorf("an entity of the unknown kind %d", k)
	}
	e, err := decodeBody(k, body)
	if err != nil {
		return nil, fmt.Errorf("%s %q cannot be read: %w", k, key, err)
	}
	if e.Key() != string(key) {
		return nil, fmt.Errorf("%s %q lies in the place of %q", k, e.Key(), key)
	}
	return e, nil
}

func decodeBody(k roadmap.Kind, body []byte) (roadmap.Entity, error) {
	switch k {
	case roadmap.KindTask:
		if e, ok := quickTask(body); ok {
			return e, nil
		}
	case roadmap.KindDependency:
		if e, ok := quickDependency(body); ok {
			return e, nil
		}
	}
	return codecs[k].decode(body)
}

// effortNumber keeps none given apart from 0: it is one more than the hundredths.
func effortNumber(e roadmap.Effort) int {
	if !e.Given() {
		return 0
	}
	return e.Hundredths() + 1
}

func effortOf(n int) roadmap.Effort {
	if n == 0 {
		return roadmap.Effort{}
	}
	return roadmap.HundredthDays(n - 1)
}

// each turns a list over; an empty one becomes nil, so that equal entities have equal records.
func each[A, B any](list []A, turn func(A) B) []B {
	if len(list) == 0 {
		return nil
	}
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = turn(a)
	}
	return out
}
