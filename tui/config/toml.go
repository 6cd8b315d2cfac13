package config

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"bywhen/roadmap"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// entry is a value of the text, where it stands.
type entry struct {
	key   string // with the tables it is in, as "keys.add"
	line  int
	value any // string, bool, []string; nil where it is none of these
}

// Mistake is something in the text that cannot be used.
type Mistake struct {
	Line int
	Key  string // empty where the text itself is not TOML and names none
	Text string
}

// Error is the mistake in one line that any terminal may be shown, without the file's name: "line 4, theme: …".
func (m Mistake) Error() string {
	if m.Key == "" {
		return roadmap.Visible(fmt.Sprintf("line %d: %s", m.Line, m.Text))
	}
	return roadmap.Visible(fmt.Sprintf("line %d, %s: %s", m.Line, shortened(m.Key, 60), m.Text))
}

// shortened is a text of the file, cut after so many characters.
func shortened(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// entries are the values of a TOML text in their order. Where it is not TOML they are those before that place. Lines are read
// off the parser, which go-toml calls unstable: decoding into a struct would stop at the first mistake, and not say its line
// where only the meaning is wrong.
func entries(text []byte) ([]entry, []Mistake) {
	var p unstable.Parser
	p.Reset(text)
	var out []entry
	table := ""
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = dotted(e.Key()) + "."
			if e.Kind == unstable.ArrayTable {
				out = append(out, entry{key: strings.TrimSuffix(table, "."), line: lineOf(&p, e.Child().Raw)})
			}
		case unstable.KeyValue:
			out = keyValue(&p, out, table, e)
		}
	}
	if p.Error() == nil {
		return out, nil
	}
	return out, []Mistake{syntax(text)}
}

// keyValue appends what a line sets: several values where it is a table in braces.
func keyValue(p *unstable.Parser, out []entry, table string, e *unstable.Node) []entry {
	key := table + dotted(e.Key())
	if v := e.Value(); v.Kind == unstable.InlineTable {
		for of := v.Children(); of.Next(); {
			out = keyValue(p, out, key+".", of.Node())
		}
		return out
	}
	return append(out, entry{key, lineOf(p, e.Raw), plain(e.Value())})
}

func lineOf(p *unstable.Parser, r unstable.Range) int { return p.Shape(r).Start.Line }

func dotted(keys unstable.Iterator) string {
	var parts []string
	for keys.Next() {
		parts = append(parts, string(keys.Node().Data))
	}
	return strings.Join(parts, ".")
}

// plain is a value as Go has it. A date without quotes is taken as it stands: one of the ways to write dates looks like that.
func plain(n *unstable.Node) any {
	switch n.Kind {
	case unstable.String, unstable.LocalDate:
		return string(n.Data)
	case unstable.Bool:
		return string(n.Data) == "true"
	case unstable.Array:
		list := []string{}
		for of := n.Children(); of.Next(); {
			s, ok := plain(of.Node()).(string)
			if !ok {
				return nil
			}
			list = append(list, s)
		}
		return list
	}
	return nil
}

// syntax is what is wrong with a text that is not TOML.
func syntax(text []byte) Mistake {
	var into map[string]any
	var at *toml.DecodeError
	if err := toml.Unmarshal(text, &into); errors.As(err, &at) {
		line, _ := at.Position()
		return Mistake{Line: line, Key: keyIn(text, line), Text: strings.TrimPrefix(at.Error(), "toml: ")}
	}
	return Mistake{Line: 1, Text: "this is not TOML"}
}

var (
	keyBefore = regexp.MustCompile(`^\s*([\w.-]+)\s*=`)
	tableHead = regexp.MustCompile(`^\s*\[\s*([\w.-]+)\s*\]`)
)

// keyIn is the key that a line begins to set, with its table's name; empty where it sets none.
func keyIn(text []byte, line int) string {
	table := ""
	for n, l := range strings.Split(string(text), "\n") {
		if head := tableHead.FindStringSubmatch(l); head != nil {
			table = head[1] + "."
		}
		if n+1 < line {
			continue
		}
		if key := keyBefore.FindStringSubmatch(l); key != nil {
			return table + key[1]
		}
		break
	}
	return ""
}
