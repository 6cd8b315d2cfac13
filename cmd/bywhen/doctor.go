package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/store"
	"bywhen/tui/paint"
)

func doctorCommand(p *program) *cobra.Command {
	var asJSON, compact, restore, repair bool
	c := &cobra.Command{
		Use:   "doctor [BACKUP]",
		Short: "Check the roadmap's file; save what can be read of a broken one, shrink it, bring a backup back",
		Long: `Check the whole file: its pages, every record, what the roadmap says (names that lead nowhere, cycles), and whether the history,
taken back change by change from the present, adds up. Exit 0: it is whole; 2: it is not.

    bywhen doctor --repair            saves all that can be read of a broken file into a new one beside it, and says what could not be saved
    bywhen doctor --compact           shrinks the file
    bywhen doctor --restore           lists the backups
    bywhen doctor --restore BACKUP    puts one in the file's place, by its name in that list or its path

A repair never touches the broken file and overwrites nothing. It ends with 0 where the new file is there, also if something is lost,
and with 2 where nothing could be saved.

A backup is made once a day, before the first change or when the UI opens; the last 7 days and 4 weeks are kept.`,
		Args: needs("BACKUP?"),
		RunE: func(_ *cobra.Command, args []string) error {
			f, err := p.open()
			if err != nil {
				return err
			}
			switch {
			case len(args) > 0 && !restore:
				return fmt.Errorf("%q is one too many: only --restore takes the name of a backup; name a roadmap with --file", args[0])
			case repair:
				return p.repair(f, asJSON)
			case compact:
				return p.compact(f, asJSON)
			case restore && len(args) > 0:
				return p.restore(f, args[0])
			case restore:
				return p.listBackups(f, asJSON)
			}
			return p.examine(f, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().BoolVar(&compact, "compact", false, "shrink the file")
	c.Flags().BoolVar(&restore, "restore", false, "list the backups, or put BACKUP in the file's place")
	c.Flags().BoolVar(&repair, "repair", false, "save what can be read of a broken file into a new one")
	c.MarkFlagsMutuallyExclusive("compact", "restore", "repair")
	return c
}

// doctorDoc is what doctor --json prints.
type doctorDoc struct {
	File     string         `json:"file"`
	Whole    bool           `json:"whole"`
	Problems []string       `json:"problems"`
	Size     int64          `json:"size"` // bytes
	Used     int64          `json:"used"`
	Format   uint32         `json:"format"`
	Revision store.Revision `json:"revision"`
	Created  string         `json:"created,omitempty"`
	Changes  int            `json:"changes"`
	Entities map[string]int `json:"entities"`
}

// errDamaged is how doctor ends where it found something, which it has said.
func errDamaged(f *store.File, n int) error {
	return fmt.Errorf("%s: %s found; \"bywhen doctor --repair\" saves what can be read into a new file, --restore lists the backups",
		visible(f.Path()), paint.Count(n, "problem"))
}

// examine checks the file and says what it found.
func (p *program) examine(f *store.File, asJSON bool) error {
	x, err := f.Examine()
	if err != nil {
		return err
	}
	if asJSON {
		if err := p.printJSON(examinationJSON(f, &x)); err != nil {
			return err
		}
	} else {
		p.printExamination(f, &x)
	}
	if n := len(x.Problems); n > 0 {
		return errDamaged(f, n)
	}
	return nil
}

func examinationJSON(f *store.File, x *store.Examination) doctorDoc {
	out := doctorDoc{
		File: f.Path(), Whole: x.Whole(), Problems: append([]string{}, x.Problems...), Size: x.Size, Used: x.Used, Format: x.Format,
		Revision: x.Revision, Changes: x.Entries, Entities: map[string]int{},
	}
	if !x.Created.At.IsZero() {
		out.Created = x.Created.At.UTC().Format(time.RFC3339)
	}
	for kind, n := range x.Entities {
		if kind != roadmap.KindSettings {
			out.Entities[kind.String()] = n
		}
	}
	return out
}

// printExamination prints what is in the file, or what is wrong with it.
func (p *program) printExamination(f *store.File, x *store.Examination) {
	if len(x.Problems) > 0 {
		for _, problem := range x.Problems {
			p.printf("%s\n", visible(problem))
		}
		return
	}
	p.printf("%s\n", visible(f.Path()+": whole"))
	p.field("holds", holdings(x.Entities))
	p.field("history", paint.Count(x.Entries, "change")+", it adds up to the present")
	p.field("size", fmt.Sprintf("%s, %s of it in use", kilobytes(x.Size), kilobytes(x.Used)))
}

// holdings is how many there are of each kind, in words.
func holdings(of map[roadmap.Kind]int) string {
	var parts []string
	for _, k := range roadmap.Kinds() {
		if n := of[k]; n > 0 && k != roadmap.KindSettings {
			parts = append(parts, strings.Replace(paint.Count(n, k.String()), "dependencys", "dependencies", 1))
		}
	}
	if len(parts) == 0 {
		return "no task yet"
	}
	return strings.Join(parts, ", ")
}

// kilobytes is a size in whole KB, the next larger.
func kilobytes(n int64) string { return paint.Thousands(int((n+1023)>>10)) + " KB" }

func (p *program) compact(f *store.File, asJSON bool) error {
	before, after, err := f.Compact()
	if err != nil {
		return err
	}
	if asJSON {
		return p.printJSON(struct {
			Before int64 `json:"before"`
			After  int64 `json:"after"`
		}{before, after})
	}
	p.printf("%s\n", visible(fmt.Sprintf("%s: %s, before that %s", f.Path(), kilobytes(after), kilobytes(before))))
	return nil
}
