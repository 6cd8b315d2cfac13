package config

import (
	"fmt"
	"strings"

	"bywhen/tui/action"
	"bywhen/tui/plan"
)

// Setting is one of the things that can be set, as it is in force.
type Setting struct {
	Name  string // as it is written in the text, with its table: "theme", "keys.add"
	Value any    // string, bool or []string
}

// Settings are all, in the order in which the default file has them, the keys of all actions last.
func (c *Config) Settings() []Setting {
	out := []Setting{
		{"theme", c.Look.String()}, {"background", c.Background.String()}, {"ascii", c.ASCII.String()}, {"mouse", c.Mouse}, {"dates", c.Dates.String()},
		{"week_begins", strings.ToLower(c.WeekBegin.String()[:3])}, {"columns", ColumnTexts(c.Columns)},
	}
	for _, e := range c.Keys.All() {
		keys := []string{}
		for _, k := range e.Binding.Keys() {
			keys = append(keys, action.KeyName(k))
		}
		out = append(out, Setting{"keys." + e.ConfigName(), keys})
	}
	return out
}

// ColumnTexts are columns as the text has them: "team", "finish:14".
func ColumnTexts(columns []plan.Column) []string {
	out := []string{}
	for _, c := range columns {
		text := c.Kind.String()
		if c != c.Kind.Column() {
			text += fmt.Sprintf(":%d", c.Width)
		}
		out = append(out, text)
	}
	return out
}

// ColumnsFile is a text that sets the columns alone, as they were chosen in the UI.
func ColumnsFile(columns []plan.Column) string {
	return "# The Plan's columns as they were chosen in the UI. Without this file they are as the configuration says.\ncolumns = " + Text(ColumnTexts(columns)) + "\n"
}

const fileHead = `# How Bywhen's terminal UI is to be. Each line shows what is in force where it is left out: take the # away to change it.
# "bywhen config" prints what counts and where it comes from; a mistake is said with its line, and the default serves.

# calm, contrast (for tired eyes and bright rooms), plain (no colour but the terminal's own)
%s
# What the terminal's background is: auto (it is asked), dark, light
%s
# Only ASCII characters: auto (as the locale says), true, false
%s
# Click, wheel and drag; with false the terminal selects text as ever
%s
# "12 Mar", "Mar 12" or "2026-03-12"
%s
# On which day the weeks of the timeline begin
%s
# The Plan's columns after the task: team, left, late, baseline, since, start, finish, slack; as "team:20" with a width in cells.
# Where not all have room the first named are shown
%s

[keys]
# The keys of each action; [] leaves it to the palette. A key may have one action only.
`

// DefaultFile is a text that sets nothing and shows, in comments, everything that could be set.
func DefaultFile() string {
	c := Default()
	all := c.Settings()
	var lines []any
	for _, s := range all[:len(names)] {
		lines = append(lines, "# "+s.Name+" = "+Text(s.Value))
	}
	var b strings.Builder
	fmt.Fprintf(&b, fileHead, lines...)
	for _, s := range all[len(names):] {
		name := strings.TrimPrefix(s.Name, "keys.")
		fmt.Fprintf(&b, "# %-44s # %s\n", name+" = "+Text(s.Value), action.Named(name).Entry().Name())
	}
	return b.String()
}

// Text is a value as TOML writes it.
func Text(value any) string {
	switch v := value.(type) {
	case string:
		if v == "true" || v == "false" {
			return v
		}
		return quoted(v)
	case []string:
		parts := make([]string, len(v))
		for i, s := range v {
			parts[i] = quoted(s)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return fmt.Sprint(value)
}

var escaped = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

func quoted(s string) string { return `"` + escaped.Replace(s) + `"` }
