package tui

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"bywhen/tui/paint"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// The README's pictures are the screens of the demo as they are drawn, so that they cannot go stale: -update draws them anew.
func TestThePicturesShowWhatIsDrawn(t *testing.T) {
	for _, p := range []struct {
		name string
		w, h int
		keys string
	}{
		{"plan", 110, 30, "1"}, {"alerts", 110, 30, "2 g j"}, {"teams", 110, 26, "3 g j j"}, {"network", 110, 24, "4"},
		{"forecast", 110, 28, "5 g"}, {"goals", 110, 22, "6 g"}, {"history", 110, 28, "7 j j"}, {"ledger", 110, 20, "w"},
	} {
		t.Run(p.name, func(t *testing.T) {
			u := toldDemo(t, 110, 30)
			u.m.theme = paint.New(paint.Terminal{Colours: paint.TrueColours})
			u.m.look()
			if p.name == "ledger" {
				u.goal("launch")
			} else {
				u.on("Enclosure tooling")
			}
			u.send(tea.WindowSizeMsg{Width: p.w, Height: p.h})
			u.keys(p.keys)
			got, path := picture(u.m.lines, p.w), filepath.Join("testdata", "pictures", p.name+".svg")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(path); err != nil || string(want) != got {
				t.Errorf("%s shows another screen than is drawn now (-update draws it anew): %v", path, err)
			}
		})
	}
}

// The cells of a picture, in its own units.
const (
	cellWidth  = 8.4
	cellHeight = 18
	margin     = 10
)

// picture draws a frame as SVG, on a dark ground.
func picture(lines []string, w int) string {
	var b strings.Builder
	width, height := float64(w)*cellWidth+2*margin, len(lines)*cellHeight+2*margin
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" viewBox="0 0 %.0f %d" font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14">`+"\n",
		width, height, width, height)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="#16191D"/>`+"\n")
	for y, line := range lines {
		x := 0
		for _, r := range runs(line) {
			drawRun(&b, r, x, y)
			x += r.cells
		}
	}
	return b.String() + "</svg>\n"
}

// run is a text in one style.
type run struct {
	text, fill, ground string
	bold, under        bool
	cells              int
}

func runs(line string) []run {
	var out []run
	now := run{fill: "#D6DAE0"}
	for line != "" {
		if strings.HasPrefix(line, "\x1b[") {
			end := strings.IndexByte(line, 'm')
			now = styled(line[2:end])
			line = line[end+1:]
			continue
		}
		text := line
		if i := strings.IndexByte(line, '\x1b'); i >= 0 {
			text = line[:i]
		}
		r := now
		r.text, r.cells = text, ansi.StringWidth(text)
		out, line = append(out, r), line[len(text):]
	}
	return out
}

// styled is the style of a sequence: paint writes each whole.
func styled(parameters string) run {
	r := run{fill: "#D6DAE0"}
	p := strings.Split(parameters, ";")
	for i := 0; i < len(p); i++ {
		switch p[i] {
		case "1":
			r.bold = true
		case "4":
			r.under = true
		case "38", "48":
			n := [3]int{}
			for k := range n {
				n[k], _ = strconv.Atoi(p[i+2+k])
			}
			colour := fmt.Sprintf("#%02X%02X%02X", n[0], n[1], n[2])
			if p[i] == "38" {
				r.fill = colour
			} else {
				r.ground = colour
			}
			i += 4
		}
	}
	return r
}

func drawRun(b *strings.Builder, r run, x, y int) {
	left, top := margin+float64(x)*cellWidth, margin+y*cellHeight
	if r.ground != "" {
		fmt.Fprintf(b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", left, top, float64(r.cells)*cellWidth, cellHeight, r.ground)
	}
	if strings.TrimSpace(r.text) == "" && !r.under {
		return
	}
	more := ""
	if r.bold {
		more += ` font-weight="bold"`
	}
	if r.under {
		more += ` text-decoration="underline"`
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%d" fill="%s" textLength="%.1f" lengthAdjust="spacingAndGlyphs" xml:space="preserve"%s>%s</text>`+"\n",
		left, top+13, r.fill, float64(r.cells)*cellWidth, more, html.EscapeString(r.text))
}
