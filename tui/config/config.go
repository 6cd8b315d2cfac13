package config

import (
	"time"

	"bywhen/roadmap"
	"bywhen/tui/action"
	"bywhen/tui/paint"
	"bywhen/tui/plan"
)

// Config is how a person wants the UI to be.
type Config struct {
	Look       paint.Look
	Background Background
	ASCII      Choice // Auto: as the locale says
	Mouse      bool
	Dates      roadmap.DateFormat
	WeekBegin  time.Weekday
	Columns    []plan.Column
	Keys       *action.Keys
}

// Background is what the terminal's is taken for.
type Background uint8

// The backgrounds. An unknown one is asked of the terminal.
const (
	UnknownBackground Background = iota
	Dark
	Light
)

// Choice is yes, no, or whatever the terminal asks for.
type Choice uint8

// The choices.
const (
	Auto Choice = iota
	Yes
	No
)

// Default is how the UI comes.
func Default() Config {
	return Config{Mouse: true, WeekBegin: time.Monday, Columns: plan.Columns(), Keys: action.Default()}
}

// Terminal is what is known of the terminal, with what the person says of it.
func (c *Config) Terminal(t paint.Terminal) paint.Terminal {
	if c.Background != UnknownBackground {
		t.Light = c.Background == Light
	}
	if c.ASCII != Auto {
		t.ASCII = c.ASCII == Yes
	}
	return t
}
