package config

import (
	"fmt"
	"slices"

	"bywhen/roadmap"
	"bywhen/tui/action"
)

// keyEntry is the action of a line of the table of keys; an error where the action, or one of its keys, is not known.
func keyEntry(name string, value any) (action.Action, error) {
	a := action.Named(name)
	if a == action.None {
		return a, fmt.Errorf("there is no action %s: \"bywhen config\" lists them", roadmap.Quote(name))
	}
	keys, err := keysOf(value)
	if err == nil && len(keys) == 0 && (a == action.Quit || a == action.Palette) {
		return a, fmt.Errorf("needs a key: without one there would be no way to %s", map[action.Action]string{action.Quit: "leave", action.Palette: "what has no key"}[a])
	}
	return a, err
}

// keysOf reads one key or a list of them.
func keysOf(value any) ([]string, error) {
	list, ok := value.([]string)
	if one, is := value.(string); is {
		list, ok = []string{one}, true
	}
	if !ok {
		return nil, fmt.Errorf("write a key, as \"ctrl+n\", or a list of them; [] for none")
	}
	out := []string{}
	for _, text := range list {
		k, err := action.ParseKey(text)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out, nil
}

// setKeys gives actions their keys. Of two with the same key the one further down is the mistake; one that takes the key of an
// action that the text says nothing of is it always.
func (f *File) setKeys(of map[action.Action]entry) {
	for {
		to := map[action.Action][]string{}
		for a, e := range of {
			to[a], _ = keysOf(e.value)
		}
		keys := action.Default().Change(to)
		key, first, second, found := keys.Shared()
		if !found {
			f.Config.Keys = keys
			return
		}
		wrong, other := second, first
		if one, ours := of[first]; ours && (of[second].line == 0 || one.line > of[second].line) {
			wrong, other = first, second
		}
		f.mistake(of[wrong], shared(key, other, of[other].line))
		delete(of, wrong)
	}
}

func shared(key string, other action.Action, line int) error {
	e := other.Entry()
	if line > 0 {
		return fmt.Errorf("%s is the key of %s too, in line %d", action.KeyName(key), e.ConfigName(), line)
	}
	return fmt.Errorf("%s is the key of %s (%s) too: give that another one, or [] for none", action.KeyName(key), e.ConfigName(), e.Name())
}
