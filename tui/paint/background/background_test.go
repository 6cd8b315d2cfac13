package background

import (
	"testing"

	"github.com/charmbracelet/lipgloss"
)

func TestTheAnswerIsGivenBeforeAnybodyAsks(t *testing.T) {
	if !lipgloss.HasDarkBackground() {
		t.Error("Lip Gloss would ask the terminal for its background")
	}
}
