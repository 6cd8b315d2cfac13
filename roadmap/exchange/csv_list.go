package exchange

import "strings"

// listItem is one of several in a cell. In double quotes its name may hold what would part it otherwise, and what follows
// the quotes is the rest: "Hubs; spokes"*2.
type listItem struct {
	name   string
	quoted bool
	rest   string
}

// splitList parts a cell by semicolon, comma or line.
func splitList(cell string) []listItem {
	var items []listItem
	for cell = strings.TrimSpace(cell); cell != ""; cell = strings.TrimSpace(cell) {
		var item listItem
		if name, after, ok := quotedPrefix(cell); ok {
			item.name, item.quoted, cell = name, true, after
			item.rest, cell = untilSeparator(cell)
		} else {
			item.name, cell = untilSeparator(cell)
		}
		if item.name != "" {
			items = append(items, item)
		}
	}
	return items
}

func untilSeparator(cell string) (before, after string) {
	i := strings.IndexAny(cell, ";,\n")
	if i < 0 {
		return strings.TrimSpace(cell), ""
	}
	return strings.TrimSpace(cell[:i]), cell[i+1:]
}

// quotedPrefix reads a text in double quotes, where two stand for one.
func quotedPrefix(s string) (text, after string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		return "", s, false
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] != '"':
			b.WriteByte(s[i])
		case strings.HasPrefix(s[i+1:], `"`):
			b.WriteByte('"')
			i++
		default:
			return b.String(), s[i+1:], true
		}
	}
	return "", s, false
}

// listName writes a name for a list, in quotes where it would not be read back as it is.
func listName(name string) string {
	if strings.ContainsAny(name, ";,\"\n*/&+") || strings.Contains(name, " and ") || strings.TrimSpace(name) != name || unlessNothing(name) == "" {
		return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
	}
	return name
}
