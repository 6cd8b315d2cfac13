package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
	"bywhen/store"
)

func exportCommand(p *program) *cobra.Command {
	var format, at, scenario string
	c := &cobra.Command{
		Use:   "export [FILE]",
		Short: "Write the roadmap in another format: json, csv",
		Long: `Write the roadmap to FILE, or to standard output (-, also without FILE). The name's ending says the format; standard output
gets JSON unless --format says otherwise. A new file is for you alone (chmod shares it); a file that is there is replaced and keeps its
permissions; a link stays one, and where it leads is written; a pipe is written as soon as somebody reads it. With --scenario it is the roadmap as a what-if kept under that name would make it; a
name that is none is an error that lists those there are.`,
		Args: needs("FILE?"),
		RunE: func(c *cobra.Command, args []string) error {
			path := "-"
			if len(args) > 0 {
				path = args[0]
			}
			if c.Flags().Changed("scenario") {
				return p.export(path, format, at, &scenario)
			}
			return p.export(path, format, at, nil)
		},
	}
	c.Flags().StringVar(&format, "format", "", "the `FORMAT`: json or csv")
	atFlag(c, &at)
	c.Flags().StringVar(&scenario, "scenario", "", "the kept what-if of that `NAME`")
	return c
}

// export writes the roadmap, or what a what-if of it makes, to a file or, for -, to standard output.
func (p *program) export(path, asked, at string, scenario *string) error {
	format, err := formatOf(asked, path, "json")
	if err != nil {
		return err
	}
	r, _, err := p.roadmapAt(at)
	if err != nil {
		return err
	}
	if scenario != nil {
		if r, err = p.scenario(r, *scenario); err != nil {
			return err
		}
	}
	if path == "-" {
		return writeFormat(p.out, r, format)
	}
	f, err := p.open()
	if err != nil {
		return err
	}
	wrote, err := writeExport(f.Path(), path, r, format)
	if err == nil && wrote != "" {
		p.printf("%s\n", visible(wrote))
	}
	return err
}

// writeExport writes a roadmap, which is kept in a file of its own, to another, and says what that did; nothing of a device or a pipe,
// which may be where that would be read.
func writeExport(own, path string, r *roadmap.Roadmap, format string) (wrote string, err error) {
	if err := refuseOwnFile(own, path); err != nil {
		return "", err
	}
	info, missing := os.Stat(path)
	if err := writeFile(path, func(w io.Writer) error { return writeFormat(w, r, format) }); err != nil {
		return "", err
	}
	switch {
	case missing != nil:
		return "wrote " + path, nil
	case info.Mode().IsRegular():
		return "wrote " + path + " (what was there is replaced)", nil
	}
	return "", nil
}

// scenario is the roadmap as a kept what-if makes it; what of it no longer fits is said on standard error.
func (p *program) scenario(r *roadmap.Roadmap, name string) (*roadmap.Roadmap, error) {
	w := r.WhatIf(name)
	if w == nil {
		return nil, noScenario(r, name)
	}
	tried, misfits, err := r.Try(w)
	if err != nil {
		return nil, fmt.Errorf("the what-if %q no longer fits: %w", name, err)
	}
	for _, m := range misfits {
		p.notef("%s", m)
	}
	return tried, nil
}

func noScenario(r *roadmap.Roadmap, name string) error {
	if len(r.WhatIfs()) == 0 {
		return errors.New("no what-if is kept in this roadmap: W in the UI tries and keeps one")
	}
	var names []string
	for _, w := range r.WhatIfs() {
		names = append(names, strconv.Quote(w.Name))
	}
	return fmt.Errorf("no what-if is kept as %q; there is %s", name, roadmap.Alternatives(names))
}

// writeFormat writes a roadmap in one of the formats.
func writeFormat(w io.Writer, r *roadmap.Roadmap, format string) error {
	if format == "csv" {
		return exchange.WriteCSV(w, r)
	}
	return exchange.WriteJSON(w, r)
}

// refuseOwnFile keeps an export from taking the place of the roadmap itself.
func refuseOwnFile(roadmap, path string) error {
	at, _ := filepath.Abs(roadmap)
	to, _ := filepath.Abs(path)
	own, err := os.Stat(roadmap)
	target, missing := os.Stat(path)
	if at == to || err == nil && missing == nil && os.SameFile(own, target) { // its place also while it is away
		return fmt.Errorf("%s is the roadmap's own file: export to another", visible(path))
	}
	return nil
}

// ownerOnly are the permissions of each file that the program makes.
const ownerOnly fs.FileMode = 0o600

// writeFile puts a file in its place whole or not at all: it is written beside it, then renamed. A file that is there keeps
// its permissions, a new one is for its owner alone. What is no regular file, as a device or a pipe, is written to as it is. A link
// is followed, and never replaced; one that leads nowhere is refused.
func writeFile(path string, write func(io.Writer) error) error {
	mode := fs.FileMode(0)
	if to, dead := store.DeadLink(path); dead {
		return fmt.Errorf("cannot write %s: it is a link to %s, which is not there; make that, or name another file", visible(path), visible(to))
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return fmt.Errorf("%s is a folder: name a file", visible(path))
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		return cannotWrite(path, writeAndClose(f, err, write))
	case err == nil:
		mode = info.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return cannotWrite(path, err)
	}
	beside, err := createBeside(path)
	if err != nil {
		return cannotWrite(path, err)
	}
	if mode != 0 {
		err = beside.Chmod(mode)
	}
	if err = writeAndClose(beside, err, write); err == nil {
		err = os.Rename(beside.Name(), path)
	}
	if err != nil {
		os.Remove(beside.Name())
	}
	return cannotWrite(path, err)
}

// createBeside makes a new file in the same folder. A name that is taken is left, so that no link is followed.
func createBeside(path string) (*os.File, error) {
	for n := 0; ; n++ {
		name := fmt.Sprintf("%s.%d-%d.tmp", path, os.Getpid(), n)
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, ownerOnly)
		if !errors.Is(err, fs.ErrExist) || n > 100 {
			return f, err
		}
	}
}

// writeAndClose writes through a buffer, syncs and closes.
func writeAndClose(f *os.File, err error, write func(io.Writer) error) error {
	if f == nil {
		return err
	}
	b := bufio.NewWriter(f)
	if err == nil {
		err = write(b)
	}
	if err == nil {
		err = b.Flush()
	}
	if info, statErr := f.Stat(); err == nil && statErr == nil && info.Mode().IsRegular() {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// cannotWrite says which file could not be written, and why.
func cannotWrite(path string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("cannot write %s: %w", visible(path), advised(err))
}
