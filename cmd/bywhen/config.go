package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"bywhen/tui/config"
)

func configCommand(p *program) *cobra.Command {
	var asJSON, path, begin bool
	c := &cobra.Command{
		Use:   "config",
		Short: "Print how the UI is configured, and where each value comes from",
		Long: `Print how the UI is configured, and where each value comes from: what it comes with (default), a line of bywhen/config.toml in
the XDG configuration directory, the environment, or a flag. A mistake in that file is said with its line and key, and ends
with exit code 2; the UI says it too, and opens with the default in its place.`,
		Args: needs(),
		RunE: func(*cobra.Command, []string) error {
			switch {
			case path:
				return p.printConfigPath()
			case begin:
				return p.beginConfig()
			}
			return p.printConfig(asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().BoolVar(&path, "path", false, "print where the file is looked for")
	c.Flags().BoolVar(&begin, "init", false, "write a file that says in comments what can be set; never overwrites")
	c.MarkFlagsMutuallyExclusive("json", "path", "init")
	return c
}

// configPath is bywhen/config.toml in the XDG configuration directory.
func (p *program) configPath() (string, error) {
	if dir := p.envValue("XDG_CONFIG_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "bywhen", "config.toml"), nil
	}
	switch home := p.envValue("HOME"); {
	case runtime.GOOS == "windows" || runtime.GOOS == "darwin":
		return filepath.Join(xdg.ConfigHome, "bywhen", "config.toml"), nil
	case home == "":
		return "", errors.New("no place for a configuration: neither HOME nor XDG_CONFIG_HOME is set")
	default:
		return filepath.Join(home, ".config", "bywhen", "config.toml"), nil
	}
}

// mostConfig is how long a configuration may be; a longer file is none.
const mostConfig = 1 << 20

// readConfig reads the user's configuration; where there is none it is as the UI comes. An error is a file that is there and
// cannot be read; the configuration is usable all the same.
func (p *program) readConfig() (path string, found bool, f *config.File, err error) {
	path, err = p.configPath()
	if err != nil {
		return "", false, config.Read(nil), nil
	}
	text, err := readConfigFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return path, false, config.Read(nil), nil
	case err != nil:
		return path, true, config.Read(nil), fmt.Errorf("cannot read %s: %w", path, reason(err))
	}
	return path, true, config.Read(text), nil
}

// readConfigFile is a file's content, if it is an ordinary one that is not too long.
func readConfigFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("it is not a file")
	case info.Size() > mostConfig:
		return nil, fmt.Errorf("it has more than %d KB", mostConfig>>10)
	}
	return os.ReadFile(path)
}

// uiConfig is how the UI is to be, by the user's file and the flags, and what is wrong with the file.
func (p *program) uiConfig() (config.Config, error) {
	path, _, f, err := p.readConfig()
	c := f.Config
	if columns, _, ok := p.chosenColumns(); ok {
		c.Columns = columns
	}
	if p.ascii {
		c.ASCII = config.Yes
	}
	if n := len(f.Mistakes); err == nil && n > 0 {
		if n == 1 {
			err = fmt.Errorf("%s, %w", filepath.Base(path), f.Mistakes[0])
		} else {
			err = fmt.Errorf("%s has %d mistakes (\"bywhen config\" shows all): %w", filepath.Base(path), n, f.Mistakes[0])
		}
	}
	return c, err
}

func (p *program) printConfigPath() error {
	path, err := p.configPath()
	if err == nil {
		p.printf("%s\n", visible(path))
	}
	return err
}

// beginConfig writes the default file where there is none.
func (p *program) beginConfig() error {
	path, err := p.configPath()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("cannot make %s: %w", filepath.Dir(path), reason(err))
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, ownerOnly)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already, and is never overwritten", visible(path))
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, reason(err))
	}
	_, err = f.WriteString(config.DefaultFile())
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("cannot write %s: %w", path, reason(err))
	}
	p.printf("%s\n", visible("made "+path))
	return nil
}

// mistaken is how config ends when the file has mistakes: they have been said, one a line.
type mistaken struct{ lines []string }

// Error is all of them.
func (m mistaken) Error() string { return strings.Join(m.lines, "\n") }
