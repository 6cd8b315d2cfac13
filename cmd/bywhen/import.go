package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap/exchange"
	"bywhen/store"
)

func importCommand(p *program) *cobra.Command {
	var o importOptions
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "Read a file into the roadmap: json, csv",
		Long: `Read FILE (- is standard input; a pipe is read until its other end is closed) into the roadmap, in one undoable step, whole or not
at all. The name's ending says the format. Columns of a table are recognised by their names and by what is in them; which was taken for what is said on
standard error, and --map overrides it:

    bywhen import plan.csv --map title=task,team=teams
    bywhen import plan.csv --dry-run`,
		Args: needs("FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.path = args[0]
			return p.importFile(o)
		},
	}
	c.Flags().StringVar(&o.format, "format", "", "the `FORMAT`: json or csv")
	c.Flags().StringArrayVar(&o.columns, "map", nil, "which column is which field: `FIELD=COLUMN`, separated by commas")
	c.Flags().BoolVar(&o.dryRun, "dry-run", false, "say what would be done, and do nothing")
	c.Flags().BoolVar(&o.asJSON, "json", false, "print JSON")
	c.MarkFlagsMutuallyExclusive("dry-run", "json")
	return c
}

type importOptions struct {
	path, format   string
	columns        []string // --map
	dryRun, asJSON bool
}

// importFile reads a file, then puts it into the roadmap.
func (p *program) importFile(o importOptions) error {
	imported, err := p.read(o)
	if err != nil {
		return err
	}
	return p.carryIn(imported, o)
}

// carryIn puts what was read into the roadmap, as one step, and says what that decided and did.
func (p *program) carryIn(imported exchange.Import, o importOptions) error {
	f, err := p.open()
	if err != nil {
		return err
	}
	stamp, err := p.stamp()
	if err != nil {
		return err
	}
	base, missing, err := p.base(f, true, stamp.Today)
	if err != nil {
		return err
	}
	next, notes, err := imported.Into(base.Roadmap, stamp.Today)
	if err != nil {
		return fmt.Errorf("%s: %w", shownInput(o.path), err)
	}
	if o.dryRun {
		p.notes(notes)
		p.sayDone(did{title: "would import " + inputName(o.path)}, base.Roadmap, next, stamp.Today)
		return nil
	}
	if missing {
		if err := f.Begin(base.Roadmap, stamp); err != nil {
			return err
		}
		return p.carryIn(imported, o) // anew: another program may have written to the file already
	}
	p.notes(notes)
	done := did{title: "imported " + inputName(o.path)}
	return p.commit(f, store.Edit{Base: base, Next: next, Title: done.title, Stamp: stamp}, done, o.asJSON)
}

// notes says on standard error what an import decided without being told.
func (p *program) notes(notes []exchange.Note) {
	for _, n := range notes {
		p.notef("%s", n)
	}
}

// inputName is how a file is called in messages and in the history: without its folders.
func inputName(path string) string {
	if path == "-" {
		return "standard input"
	}
	return filepath.Base(path)
}

// shownInput is how a file is called where something is wrong with it: as it was named.
func shownInput(path string) string {
	if path == "-" {
		return inputName(path)
	}
	return visible(path)
}

// read reads and understands the file, without looking at the roadmap.
func (p *program) read(o importOptions) (exchange.Import, error) {
	format, err := formatOf(o.format, o.path, "")
	if err != nil {
		return exchange.Import{}, err
	}
	csv, err := o.csvOptions(format)
	if err != nil {
		return exchange.Import{}, fmt.Errorf("--map: %w", err)
	}
	in, err := p.openInput(o.path)
	if err != nil {
		return exchange.Import{}, fmt.Errorf("%s: %w", shownInput(o.path), err)
	}
	defer in.Close()
	if err := notOurOwn(&in, o.path); err != nil {
		return exchange.Import{}, fmt.Errorf("%s: %w", shownInput(o.path), err)
	}
	var out exchange.Import
	if format == "csv" {
		out, err = exchange.ReadCSV(in, csv)
	} else {
		out, err = exchange.ImportJSON(in)
	}
	if err != nil {
		return out, fmt.Errorf("%s: %w", shownInput(o.path), err)
	}
	return out, nil
}

// notOurOwn refuses a roadmap's own file, which is a database and holds no text to import.
func notOurOwn(in *io.ReadCloser, path string) error {
	b := bufio.NewReader(*in)
	head, _ := b.Peek(store.HeadSize) // what cannot be read is told by whoever reads on
	if store.LooksOurs(head) {
		return fmt.Errorf("is a roadmap's file itself, or another database: \"bywhen -f %s\" opens it, and \"bywhen -f %s export plan.json\" makes what can be imported", visible(path), visible(path))
	}
	*in = readCloser{b, *in}
	return nil
}

// readCloser reads from one and closes the other.
type readCloser struct {
	io.Reader
	io.Closer
}

// csvOptions reads --map.
func (o importOptions) csvOptions(format string) (exchange.CSVOptions, error) {
	if len(o.columns) == 0 {
		return exchange.CSVOptions{}, nil
	}
	if format != "csv" {
		return exchange.CSVOptions{}, errors.New("it is for csv: json names its fields itself")
	}
	columns, err := exchange.ParseMap(strings.Join(o.columns, ","))
	return exchange.CSVOptions{Map: columns}, err
}

// openInput opens a file, or standard input, for reading. A folder is an error.
func (p *program) openInput(path string) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(p.stdin), nil
	}
	if info, err := os.Stat(path); err == nil && info.Mode()&fs.ModeSocket != 0 {
		return nil, errors.New("is a socket, which cannot be read: name a file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, advised(err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, errors.New("is a folder: name a file")
	}
	return f, nil
}
