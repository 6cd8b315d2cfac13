package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/sample"
	"bywhen/store"
)

func newCommand(p *program) *cobra.Command {
	var template string
	c := &cobra.Command{
		Use:   "new FILE",
		Short: "Make a new roadmap, empty or from a template; never overwrites",
		Long:  "Make a new roadmap in FILE, empty or from a template. A file that is there is never overwritten.\n\nTemplates:\n" + templateList(),
		Args:  needs("FILE?"),
		RunE: func(c *cobra.Command, args []string) error {
			path, err := p.newPath(c, args)
			if err != nil {
				return err
			}
			return p.makeNew(path, template)
		},
	}
	c.Flags().StringVar(&template, "template", "", "begin with the template of that `NAME`")
	return c
}

// newPath is the file to make: the one named, or the one of --file; both only where they are the same.
func (p *program) newPath(c *cobra.Command, args []string) (string, error) {
	switch {
	case len(args) == 0 && p.file == "":
		return "", fmt.Errorf("FILE is missing: %s", c.UseLine())
	case len(args) == 0:
		return p.path()
	case p.file != "" && p.file != args[0]:
		return "", fmt.Errorf("two files are named, %s and --file %s: \"bywhen new FILE\" makes FILE; its first goal gives the roadmap its name", visible(args[0]), visible(p.file))
	}
	return args[0], nil
}

// templateList is a line a template, for the help text.
func templateList() string {
	var b strings.Builder
	for _, k := range sample.Templates() {
		fmt.Fprintf(&b, "  %-8s %s\n", k.Name, k.About)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// makeNew puts a new roadmap into a file that is not there yet.
func (p *program) makeNew(path, template string) error {
	stamp, err := p.stamp()
	if err != nil {
		return err
	}
	r := roadmap.New("", stamp.Today)
	if template != "" {
		if r, err = sample.Template(template, stamp.Today); err != nil {
			return fmt.Errorf("--template: %w", err)
		}
	}
	_, err = store.New(path).Create(r, stamp)
	if errors.Is(err, store.ErrExists) {
		return fmt.Errorf("%s is there already, and is never overwritten: name a file that is not there", visible(path))
	}
	if err != nil {
		return err
	}
	p.printf("%s\n", visible("made "+path))
	return nil
}
