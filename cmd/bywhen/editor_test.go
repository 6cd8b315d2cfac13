package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestAnEditorsNameMayHoldArgumentsAndQuotes(t *testing.T) {
	for line, want := range map[string][]string{
		"vi":                            {"vi"},
		" code  --wait ":                {"code", "--wait"},
		`"/opt/My Editor/edit" -w`:      {"/opt/My Editor/edit", "-w"},
		`emacs --eval '(setq a "b")'`:   {"emacs", "--eval", `(setq a "b")`},
		`C:\Tools\edit.exe -x"a b"c ''`: {`C:\Tools\edit.exe`, "-xa bc", ""},
	} {
		if got, err := splitWords(line); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v", line, got, err)
		}
	}
	if _, err := splitWords(`"vi`); err == nil || err.Error() != "a quote is not closed" {
		t.Error(err)
	}
}

// editing is a program whose environment has these editors.
func editing(visual, editor string) *program {
	return &program{env: func(name string) (string, bool) {
		v, ok := map[string]string{"VISUAL": visual, "EDITOR": editor}[name]
		return v, ok
	}}
}

func TestVisualGoesBeforeEditorAndBlankIsNone(t *testing.T) {
	if editing(" ", "").editor() != nil {
		t.Error("there is an editor")
	}
	run, read, err := editing("true -v", "false").editor()("text")
	if err != nil || run.Args[0] != "true" || run.Args[1] != "-v" {
		t.Fatalf("%v, %v", run, err)
	}
	if _, err := read(); err != nil {
		t.Error(err)
	}
	for line, want := range map[string]string{
		"no-such-editor -w": "$EDITOR is no-such-editor -w, which is no program that can be run: set it to your editor, or unset it to type here",
		`"vi`:               `$EDITOR is "vi: a quote is not closed`,
	} {
		if _, _, err := editing("", line).editor()(""); err == nil || err.Error() != want {
			t.Errorf("%v", err)
		}
	}
}

func TestTheTextInTheEditorIsForItsOwnerAloneAndGoneAfterwards(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	run, read, err := editing("", "true").editor()("mind the gap")
	if err != nil {
		t.Fatal(err)
	}
	path := run.Args[len(run.Args)-1]
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("%v, %v", info, err)
	}
	if b, _ := os.ReadFile(path); string(b) != "mind the gap\n" {
		t.Errorf("%q", b)
	}
	if err := os.WriteFile(path, []byte("new\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if text, err := read(); text != "new\n" || err != nil {
		t.Errorf("%q, %v", text, err)
	}
	if left, _ := filepath.Glob(filepath.Join(os.Getenv("TMPDIR"), "*")); left != nil {
		t.Errorf("it leaves %v", left)
	}
}

func TestMoreThanAMegabyteIsNotTakenFromAnEditor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "huge")
	if err := os.WriteFile(path, make([]byte, mostEdited+1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readAtMost(path, mostEdited); err == nil || !strings.Contains(err.Error(), "longer than 1024 KB") {
		t.Error(err)
	}
	if _, err := readAtMost(path+"-gone", mostEdited); err == nil {
		t.Error("a file that is gone was read")
	}
}
