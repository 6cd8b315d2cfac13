package action

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
)

// Keys are the keys that a person has: the table's, but for those that were changed. They are read only.
type Keys struct {
	entries  []Entry
	byKey    map[string]Action // so that a key costs one look instead of a comparison with each binding
	byAction [count]Entry
}

var asTheyCome = newKeys(table)

// Default are the keys as they come.
func Default() *Keys { return asTheyCome }

func newKeys(entries []Entry) *Keys {
	k := &Keys{entries: entries, byKey: map[string]Action{}}
	for _, e := range entries {
		k.byAction[e.Action] = e
		for _, name := range e.Binding.Keys() {
			k.byKey[name] = e.Action
		}
	}
	return k
}

// Change gives actions other keys, in place of all that they had: as ParseKey names them, the first is the one shown where
// there is little room. An action without keys is found in the palette alone. No key may be left with two actions: Shared
// tells of one.
func (k *Keys) Change(to map[Action][]string) *Keys {
	entries := slices.Clone(k.entries)
	for i, e := range entries {
		if keys, changed := to[e.Action]; changed {
			entries[i].Binding = bind(shownKeys(keys), e.Name(), keys...)
		}
	}
	return newKeys(entries)
}

// Shared is a key that two actions have, with the actions in the table's order; false where there is none.
func (k *Keys) Shared() (name string, first, second Action, found bool) {
	seen := map[string]Action{}
	for _, e := range k.entries {
		for _, name := range e.Binding.Keys() {
			if other, twice := seen[name]; twice && other != e.Action {
				return name, other, e.Action, true
			}
			seen[name] = e.Action
		}
	}
	return "", None, None, false
}

// Of is the action of a key as Bubble Tea names it; None for one that does nothing.
func (k *Keys) Of(name string) Action { return k.byKey[name] }

// Has tells whether a key is one of an action's: for where a single action counts, as while text is typed.
func (k *Keys) Has(a Action, pressed fmt.Stringer) bool {
	return key.Matches(pressed, k.byAction[a].Binding)
}

// Key is the key that is shown for an action where there is little room; empty where it has none.
func (k *Keys) Key(a Action) string {
	if keys := k.byAction[a].Binding.Keys(); len(keys) > 0 {
		return KeyName(keys[0])
	}
	return ""
}

// Pair is the keys of two actions that go together, in short where they are held with the same key: "shift+← →".
func (k *Keys) Pair(a, b Action) string {
	heldA, lastA := parted(k.Key(a))
	heldB, lastB := parted(k.Key(b))
	if lastA = heldA + shownKeys([]string{lastA}); heldA != heldB || heldA == "" {
		lastB = heldB + shownKeys([]string{lastB})
	} else {
		lastB = shownKeys([]string{lastB})
	}
	return strings.TrimSpace(lastA + " " + lastB)
}

// parted is what is held with a key, with its plus, and the key.
func parted(name string) (held, last string) {
	i := strings.LastIndexByte(strings.TrimSuffix(name, "+"), '+') + 1
	return name[:i], name[i:]
}

// All are the rows of the table with these keys, in its order; for reading only.
func (k *Keys) All() []Entry { return k.entries }

// Text is a text of ours in which the keys that a person has stand: it is written with each key as it comes between marks, as
// "‹a› adds tasks". An action that has no key any more is named as the palette lists it: ":Add tasks".
func (k *Keys) Text(s string) string {
	if !strings.Contains(s, "‹") {
		return s
	}
	var b strings.Builder
	for {
		before, rest, more := strings.Cut(s, "‹")
		b.WriteString(before)
		if !more {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "›")
		b.WriteString(k.now(name))
		s = after
	}
}

// now is the key that an action has which has the given one by default.
func (k *Keys) now(name string) string {
	typed := name
	if name == "space" {
		typed = " "
	}
	a := asTheyCome.Of(typed)
	switch e := k.byAction[a]; {
	case a == None || slices.Contains(e.Binding.Keys(), typed):
		return name
	case len(e.Binding.Keys()) == 0:
		return ":" + e.Name()
	default:
		return k.Key(a)
	}
}
