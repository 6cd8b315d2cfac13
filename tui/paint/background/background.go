// Package background keeps Bubble Tea from asking the terminal for its background colour when a program starts.
//
// Bubble Tea v1 does so in an init function, for every program that links it: an escape sequence on the terminal of every
// command, and five seconds of waiting where nothing answers. It does not ask when the answer is given already. Go
// initialises packages whose imports are ready in the order of their import paths, so this one, which imports Lip Gloss
// alone, comes before Bubble Tea. The UI asks by itself when it starts.
package background

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
