package exchange

import (
	"bytes"
	"encoding/json"

	"bywhen/roadmap"
)

// Member is a member of a JSON object: its name and its value, without spaces.
type Member struct {
	Name  string
	Value json.RawMessage
}

// wholeFields are the fields of the document that are the roadmap's own.
var wholeFields = func() object[document] {
	var out object[document]
	for _, f := range documentFields {
		if _, list := mostOf[f.name]; !list && f.name != version.name {
			out = append(out, f)
		}
	}
	return out
}()

// MembersOf are the fields of an entity as the roadmap's JSON has them, in its order: none of nil and of a what-if, which is in no
// JSON. The names are those that an edit of a field takes.
func MembersOf(e roadmap.Entity) []Member {
	p := printer{}
	switch v := e.(type) {
	case *roadmap.Settings:
		wholeFields.write(&p, &document{settings: *v})
	case *roadmap.Team:
		teamFields.write(&p, v)
	case *roadmap.Goal:
		goalFields.write(&p, v)
	case *roadmap.Task:
		taskFields.write(&p, v)
	case *roadmap.Dependency:
		dependencyFields.write(&p, v)
	case *roadmap.Risk:
		riskFields.write(&p, v)
	case *roadmap.Known:
		knownFields.write(&p, v)
	case *roadmap.Filter:
		filterFields.write(&p, v)
	case *roadmap.Baseline:
		baselineFields.write(&p, v)
	}
	return Members(p.buf)
}

// Members are those of a JSON object, in its order; none of what is no object.
func Members(value []byte) []Member {
	d := json.NewDecoder(bytes.NewReader(value))
	if begin, err := d.Token(); err != nil || begin != json.Delim('{') {
		return nil
	}
	var out []Member
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil
		}
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return nil
		}
		var tight bytes.Buffer
		if json.Compact(&tight, value) != nil {
			return nil
		}
		out = append(out, Member{name.(string), tight.Bytes()})
	}
	return out
}
