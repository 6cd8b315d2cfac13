package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// editor begins the user's editor on a text: $VISUAL, else $EDITOR; nil where neither is set. What read returns is what the
// editor left; it is to be called once, when the editor has ended.
func (p *program) editor() func(text string) (run *exec.Cmd, read func() (string, error), err error) {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if line := p.envValue(name); strings.TrimSpace(line) != "" {
			return func(text string) (*exec.Cmd, func() (string, error), error) { return p.runEditor(name, line, text) }
		}
	}
	return nil
}

// runEditor puts the text into a file that only its owner can read, in a folder of its own, so that what an editor leaves
// beside it goes too.
func (p *program) runEditor(name, line, text string) (*exec.Cmd, func() (string, error), error) {
	words, err := splitWords(line)
	if err != nil {
		return nil, nil, fmt.Errorf("$%s is %s: %w", name, visible(line), err)
	}
	if _, err := exec.LookPath(words[0]); err != nil {
		return nil, nil, fmt.Errorf("$%s is %s, which is no program that can be run: set it to your editor, or unset it to type here", name, visible(line))
	}
	dir, err := os.MkdirTemp("", "bywhen-edit-")
	if err != nil {
		return nil, nil, noPlace("the text to edit", err)
	}
	path := filepath.Join(dir, "notes.txt")
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n" // as editors end the last line
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		os.RemoveAll(dir)
		return nil, nil, noPlace("the text to edit", err)
	}
	run := exec.Command(words[0], append(words[1:], path)...)
	run.Stdin, run.Stdout, run.Stderr = p.stdin, p.stdout, p.stderr
	return run, func() (string, error) {
		defer os.RemoveAll(dir)
		return readAtMost(path, mostEdited)
	}, nil
}

// mostEdited is how many bytes are taken from an editor.
const mostEdited = 1 << 20

// readAtMost is the text of a file that must not be longer.
func readAtMost(path string, most int64) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("what the editor left cannot be read: %w", reason(err))
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, most+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("what the editor left cannot be read: %w", reason(err))
	case int64(len(b)) > most:
		return "", fmt.Errorf("what the editor left is longer than %d KB; it was not taken", most>>10)
	}
	return string(b), nil
}

// splitWords parts a program and its arguments at space, as in `code --wait`. Single or double quotes keep a stretch
// together, as in `"/opt/My Editor/edit" -w`; nothing else is special, so a backslash stays one.
func splitWords(line string) (words []string, err error) {
	var word strings.Builder
	begun, quote := false, rune(0)
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote, begun = r, true
		case quote == 0 && (r == ' ' || r == '\t' || r == '\n'):
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if quote != 0 {
		return nil, errors.New("a quote is not closed")
	}
	if begun {
		words = append(words, word.String())
	}
	return words, nil
}
