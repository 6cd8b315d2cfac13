package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"bywhen/tui/config"
	"bywhen/tui/plan"
)

// columnsPath is bywhen/columns.toml in the XDG state directory: the Plan's columns as they were chosen in the UI. The
// configuration is its owner's own text, and is never written.
func (p *program) columnsPath() (string, error) {
	state, err := p.stateHome()
	if err != nil {
		return "", err
	}
	return filepath.Join(state, "bywhen", "columns.toml"), nil
}

// chosenColumns are the columns that were chosen in the UI, and where they stand; false where none were, or nobody can read them.
func (p *program) chosenColumns() (columns []plan.Column, path string, ok bool) {
	path, err := p.columnsPath()
	if err != nil {
		return nil, "", false
	}
	text, err := readConfigFile(path)
	if err != nil {
		return nil, "", false
	}
	f := config.Read(text)
	return f.Config.Columns, path, f.Line("columns") > 0
}

// keepColumns keeps what was chosen; what the configuration says anyway is not kept.
func (p *program) keepColumns(columns []plan.Column) error {
	path, err := p.columnsPath()
	if err != nil {
		return err
	}
	if _, _, f, _ := p.readConfig(); slices.Equal(columns, f.Config.Columns) {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("the columns are not kept: %w", reason(err))
		}
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("the columns are not kept: cannot make %s: %w", filepath.Dir(path), reason(err))
	}
	return writeFile(path, func(w io.Writer) error {
		_, err := io.WriteString(w, config.ColumnsFile(columns))
		return err
	})
}
