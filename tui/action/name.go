package action

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bywhen/roadmap"
)

// ConfigName is what an action is called in a configuration: its word, as "page-down".
func (e Entry) ConfigName() string { return strings.ReplaceAll(e.Short, " ", "-") }

// Named is the action of that name in a configuration; None where there is none.
func Named(name string) Action {
	for _, e := range table {
		if e.ConfigName() == name {
			return e.Action
		}
	}
	return None
}

// spelled are the names that people give keys, and Bubble Tea's.
var spelled = map[string]string{"space": " ", "return": "enter", "escape": "esc", "backtab": "shift+tab", "pageup": "pgup", "pagedown": "pgdown", "del": "delete", "ins": "insert"}

var (
	special = []string{"enter", "tab", "esc", "up", "down", "left", "right", "home", "end", "pgup", "pgdown", "insert", "delete", "backspace"}
	// modified are the special keys that terminals tell apart with shift, alt and ctrl.
	modified = []string{"up", "down", "left", "right", "home", "end"}
)

// sameByte are the keys that a terminal sends as another one.
var sameByte = map[string]string{"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "esc", "ctrl+?": "backspace", "ctrl+h": "backspace"}

// ParseKey is a key as Bubble Tea names it, from how people write it: a character, or a name as in "space", "pgdown", "f5",
// "ctrl+d", "shift+tab", "alt+up". What no terminal can tell from another key is refused.
func ParseKey(text string) (string, error) {
	if utf8.RuneCountInString(text) == 1 {
		return character(text)
	}
	name := strings.ToLower(strings.TrimSpace(text))
	if key, ok := spelled[name]; ok {
		name = key
	}
	prefix, last := parted(name)
	if prefix == "" {
		prefix = name
	}
	switch {
	case sameByte[name] != "":
		return "", fmt.Errorf("a terminal sends %s for %s: write that", sameByte[name], name)
	case name == "ctrl+c":
		return name, nil
	case prefix == "ctrl+" && len(last) == 1 && last[0] >= 'a' && last[0] <= 'z', name == "shift+tab", isFunction(name), slices.Contains(special, name), name == " ":
		return name, nil
	case prefix == "shift+" && utf8.RuneCountInString(last) == 1:
		return "", fmt.Errorf("with shift a key is another character: write %s", strings.ToUpper(last))
	case prefix == "alt+" && utf8.RuneCountInString(last) == 1:
		return "", fmt.Errorf("a terminal cannot tell %s from esc and %s right after it", name, last)
	case slices.Contains([]string{"ctrl+", "shift+", "alt+", "ctrl+shift+", "alt+shift+", "alt+ctrl+"}, prefix) && slices.Contains(modified, last):
		return name, nil
	}
	return "", fmt.Errorf("there is no key %s: write a character, or a name as space, pgdown, f5, ctrl+d, shift+tab", roadmap.Quote(text))
}

func character(text string) (string, error) {
	if r, _ := utf8.DecodeRuneInString(text); r != ' ' && !unicode.IsGraphic(r) || unicode.IsMark(r) {
		return "", errors.New("this character cannot be typed as a key")
	}
	return text, nil
}

func isFunction(name string) bool {
	var n int
	if _, err := fmt.Sscanf(name, "f%d", &n); err != nil {
		return false
	}
	return n >= 1 && n <= 12 && name == fmt.Sprintf("f%d", n)
}

// KeyName is a key of Bubble Tea's as it is written: "space" for the space.
func KeyName(key string) string {
	if key == " " {
		return "space"
	}
	return key
}

var arrows = strings.NewReplacer("down", "↓", "up", "↑", "left", "←", "right", "→")

// shownKeys is keys as help shows them.
func shownKeys(keys []string) string {
	names := make([]string, len(keys))
	for i, k := range keys {
		if names[i] = KeyName(k); slices.Contains([]string{"down", "up", "left", "right"}, k) {
			names[i] = arrows.Replace(k)
		}
	}
	return strings.Join(names, " ")
}
