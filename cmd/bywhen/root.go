package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"bywhen/roadmap"
)

const about = `Bywhen plans roadmaps in the terminal: which timelines slip, which teams are blocked, why, and what to do about it.

Without a command it opens the terminal UI on FILE, or on your own roadmap. "bywhen demo" opens a sample roadmap.`

// newRoot is the whole command tree.
func newRoot(p *program) *cobra.Command {
	root := &cobra.Command{
		Use:               "bywhen [FILE]",
		Short:             "A roadmap planner in the terminal",
		Long:              about,
		Version:           version(),
		Args:              cobra.ArbitraryArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: noneEmpty,
		RunE:              func(cmd *cobra.Command, args []string) error { return p.openUI(cmd, args) },
	}
	root.SetVersionTemplate("bywhen {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	flags := root.PersistentFlags()
	flags.StringVarP(&p.file, "file", "f", "", "the roadmap's `PATH` (default $BYWHEN_FILE, else bywhen/roadmap.db in the XDG data directory)")
	flags.StringVar(&p.day, "today", "", "the status `DATE`, from which the plan is looked at")
	flags.BoolVar(&p.noColor, "no-color", false, "no colours in the UI; the commands never write any")
	flags.BoolVar(&p.ascii, "ascii", false, "only ASCII characters in the UI")
	root.AddCommand(commands(p)...)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	tidy(root)
	return root
}

// tidy gives the commands that cobra brings the same errors as ours, and takes "[flags]" out of usage lines.
func tidy(c *cobra.Command) {
	c.DisableFlagsInUseLine = true
	switch c.Name() {
	case "help":
		c.RunE, c.Run = helpCommand, nil
	case "completion":
		c.Short = "Print a completion script for a shell"
		c.Args, c.Run = cobra.ArbitraryArgs, nil
		c.RunE = func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(c, args[0])
			}
			return c.Help()
		}
	}
	for _, sub := range c.Commands() {
		tidy(sub)
	}
}

// commands are all but the UI, help and completion, in the order in which people meet them.
func commands(p *program) []*cobra.Command {
	return []*cobra.Command{
		demoCommand(p), newCommand(p), importCommand(p), exportCommand(p),
		checkCommand(p), scheduleCommand(p), forecastCommand(p), listCommand(p), showCommand(p), whyCommand(p), fixCommand(p),
		addCommand(p), setCommand(p), startCommand(p), doneCommand(p), toldCommand(p), blockCommand(p), knownCommand(p), linkCommand(p), rmCommand(p),
		teamCommand(p), goalCommand(p), riskCommand(p), baselineCommand(p),
		undoCommand(p), redoCommand(p), logCommand(p), diffCommand(p), reportCommand(p), doctorCommand(p), configCommand(p), versionCommand(p),
	}
}

// helpCommand is cobra's own, but that an unknown command is an error.
func helpCommand(cmd *cobra.Command, args []string) error {
	of, rest, err := cmd.Root().Find(args)
	if err != nil || len(rest) > 0 || len(args) > 0 && of == cmd.Root() {
		return unknownCommand(cmd.Root(), strings.Join(args, " "))
	}
	of.InitDefaultHelpFlag()
	return of.Help()
}

// openUI opens the terminal UI on the file that was named, or on the user's own roadmap.
func (p *program) openUI(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return fmt.Errorf("%q is one too many: the UI opens one file; for a command see \"bywhen help\"", args[1])
	}
	if len(args) == 1 {
		if !namesFile(args[0]) {
			return unknownCommand(cmd, args[0])
		}
		if p.file != "" {
			return fmt.Errorf("two files are named, %q and --file %q: name one", args[0], p.file)
		}
		p.file = args[0]
	}
	return p.runUI()
}

// namesPath tells whether an argument is a file's name, which is never empty.
func namesPath(argument string) bool {
	name := strings.TrimSuffix(argument, "?")
	return name == "FILE" || name == "BACKUP"
}

// namesFile tells a file from a mistyped command: it exists, holds a path separator or ends in .db.
func namesFile(arg string) bool {
	if strings.ContainsRune(arg, filepath.Separator) || strings.HasSuffix(arg, ".db") {
		return true
	}
	_, err := os.Lstat(arg)
	return err == nil
}

// unknownCommand is the error for a mistyped command; it offers the nearest.
func unknownCommand(cmd *cobra.Command, name string) error {
	var near []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() && isNear(name, c.Name()) {
			near = append(near, c.Name())
		}
	}
	known := "see \"" + cmd.CommandPath() + " help\""
	if cmd.HasParent() {
		known = "see \"" + cmd.CommandPath() + " --help\""
	}
	if len(near) > 0 {
		slices.Sort(near)
		known = "did you mean " + roadmap.Alternatives(near) + "?"
	}
	if !cmd.HasParent() {
		return fmt.Errorf("there is no command %q, and no such file; %s", name, known)
	}
	return fmt.Errorf("there is no command %q of %s; %s", name, cmd.CommandPath(), known)
}

// isNear tells whether one word may have been meant by the other: few letters differ, or it is how the word begins.
func isNear(typed, word string) bool {
	typed = strings.ToLower(typed)
	if len(typed) > 40 {
		return false
	}
	return len(typed) > 1 && strings.HasPrefix(word, typed) || distance(typed, word) <= (len(word)+1)/3
}

// distance is the number of letters to insert, drop, replace or swap with a neighbour (optimal string alignment).
func distance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// flagError says what is wrong with a flag, and where to look.
func flagError(cmd *cobra.Command, err error) error {
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "unknown shorthand flag: "); ok {
		text = "unknown flag: " + name
	}
	if before, _, number := strings.Cut(text, ": strconv."); number {
		text = before + ": write a whole number"
	}
	hint := "see \"" + cmd.CommandPath() + " --help\""
	if strings.HasPrefix(text, "unknown flag") && (cmd.Name() == "add" || cmd.Name() == "block") {
		hint = "put -- before a text that begins with -"
	}
	return errors.New(text + "; " + hint)
}

// noneEmpty refuses an option that was given without a value, as by a variable of a script that is not set: what it would be without
// the option is not what was asked for.
func noneEmpty(cmd *cobra.Command, _ []string) (err error) {
	cmd.Flags().Visit(func(f *pflag.Flag) {
		values := []string{f.Value.String()}
		if several, ok := f.Value.(pflag.SliceValue); ok {
			values = several.GetSlice()
		}
		if err == nil && strings.TrimSpace(strings.Join(values, "")) == "" {
			err = fmt.Errorf("--%s is empty: give it a value, or leave it out", f.Name)
		}
	})
	return err
}

// needs is how a command checks its arguments: each has a name; the last may be left out where it ends in "?", and come
// any number of times where it ends in "…".
func needs(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		for i, name := range names {
			if i >= len(args) && !strings.HasSuffix(name, "?") {
				return fmt.Errorf("%s is missing: %s", strings.TrimSuffix(name, "…"), cmd.UseLine())
			}
			if i < len(args) && args[i] == "" && namesPath(name) {
				return fmt.Errorf("%s is empty: %s", strings.TrimSuffix(name, "?"), cmd.UseLine())
			}
		}
		many := len(names) > 0 && strings.HasSuffix(strings.TrimSuffix(names[len(names)-1], "?"), "…")
		if len(args) > len(names) && !many {
			return fmt.Errorf("%q is one too many: %s", args[len(names)], cmd.UseLine())
		}
		return nil
	}
}
