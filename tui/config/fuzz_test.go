package config

import (
	"fmt"
	"strings"
	"testing"

	"bywhen/roadmap"
	"bywhen/tui/action"
)

// FuzzRead holds that any text is read, twice the same; that one can always leave and no key means two things; that a mistake is one
// clean, short line and names a line that is there; and that what came of it, written out, is read as the same without a mistake.
func FuzzRead(f *testing.F) {
	for _, text := range []string{mine, DefaultFile(), "them = \"plain\"", "theme = \"\x1b[2J\"", "\"\\u001b[2J\" = 1", "[[keys]]\nadd = \"ctrl+n\"", "columns = [\"team:900\"]", "a = \"\"\"", "keys = { add = [\"x\"] }\n", "\xff\xfe", "keys.\"\\u202e\" = \"n\"",
		strings.Repeat("[", 5000), "a = " + strings.Repeat("[", 5000), strings.Repeat("a.", 5000) + "b = 1", "dates = 2026-03-12\r\nascii = true"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		c, again := Read(text), Read(text)
		if fmt.Sprint(c.Config.Settings(), c.Mistakes) != fmt.Sprint(again.Config.Settings(), again.Mistakes) {
			t.Fatal("it is read in two ways")
		}
		if name, _, _, found := c.Config.Keys.Shared(); found || c.Config.Keys.Key(action.Quit) == "" {
			t.Fatalf("%q means two things, or there is no way to leave", name)
		}
		for _, m := range c.Mistakes {
			if s := m.Error(); m.Line < 1 || m.Line > strings.Count(string(text), "\n")+1 || !roadmap.IsClean(s) || strings.ContainsAny(s, "\n\t") || len(s) > 2000 {
				t.Fatalf("a mistake is %.300q", s)
			}
		}
		written := []string{}
		for _, s := range c.Config.Settings() {
			written = append(written, s.Name+" = "+Text(s.Value))
		}
		back := Read([]byte(strings.Join(written, "\n")))
		if len(back.Mistakes) > 0 || fmt.Sprint(back.Config.Settings()) != fmt.Sprint(c.Config.Settings()) {
			t.Fatalf("it comes back as %v, with %v", back.Config.Settings(), back.Mistakes)
		}
	})
}
