package main

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/term"

	"bywhen/roadmap"
	"bywhen/tui"
	"bywhen/tui/session"
)

// runUI opens the terminal UI on the roadmap's file; where there is none, its first edit makes it.
func (p *program) runUI() error {
	f, err := p.open()
	if err != nil {
		return err
	}
	d := &daily{File: f, p: p}
	go d.backUp()
	err = p.showUI(d, "")
	d.backUp()
	if d.failed != nil && err == nil {
		p.notef("no backup was made: %v", d.failed)
	}
	return err
}

// kept is a file that the UI works on: a *store.File, or one that does more when it is written to.
type kept interface {
	session.File
	Path() string
}

// showUI runs the UI on a file until it is left.
func (p *program) showUI(f kept, notice string) error {
	if err := p.needTerminal(); err != nil {
		return err
	}
	today, err := p.today()
	if err != nil {
		return err
	}
	s, missing, err := p.base(f, true, today)
	if err != nil {
		return err
	}
	p.collectLess()
	how, wrong := p.uiConfig()
	signals, stop := listen()
	defer stop()
	keepColumns := p.keepColumns
	if p.fleeting {
		keepColumns = nil
	}
	return tui.Run(tui.Options{
		File: f, Snapshot: s, Missing: missing, Name: nameOf(f.Path()), Today: today, FixedDay: p.day != "", Now: p.now, Env: p.uiEnv,
		Watch: watchFile(f.Path()), Ended: signals.ended, In: p.stdin, Out: p.stdout, Save: saveAside(f.Path()), Editor: signals.lent(p.editor()), Notice: notice, Cores: runtime.GOMAXPROCS(0), Edited: p.collected(),
		Config: how, Wrong: wrong, KeepColumns: keepColumns, Tour: p.tour, Sample: p.sample,
	})
}

// nameOf is what a file is called: its name without its folders and what follows the last dot.
func nameOf(path string) string {
	base := filepath.Base(path)
	name, _ := roadmap.CleanLine(strings.TrimSuffix(base, filepath.Ext(base)))
	return name
}

// needTerminal refuses to draw where nobody could see it.
func (p *program) needTerminal() error {
	if !isTerminal(p.stdin) || !isTerminal(p.stdout) {
		return errors.New("the UI needs a terminal for its input and output; for a script there are the commands, see \"bywhen help\"")
	}
	if t := p.envValue("TERM"); t == "" || t == "dumb" {
		return errors.New("the UI needs a terminal that can move its cursor: set TERM, as TERM=xterm-256color; the commands work without")
	}
	return nil
}

// isTerminal tells whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// uiEnv is the environment, with NO_COLOR set by --no-color.
func (p *program) uiEnv(name string) string {
	if name == "NO_COLOR" && p.noColor {
		return "1"
	}
	return p.envValue(name)
}

// saveAside writes a roadmap that could not be saved in its place as JSON, for its owner alone as that place is. It is never written over
// that place.
func saveAside(own string) func(name string, r *roadmap.Roadmap) (wrote string, err error) {
	return func(name string, r *roadmap.Roadmap) (string, error) { return writeExport(own, name, r, "json") }
}
