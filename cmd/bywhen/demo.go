package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"bywhen/roadmap"
	"bywhen/roadmap/sample"
	"bywhen/roadmap/schedule"
	"bywhen/store"
)

func demoCommand(p *program) *cobra.Command {
	var keep string
	c := &cobra.Command{
		Use:   "demo",
		Short: "Open the UI on a sample roadmap, nothing kept",
		Long: `Open the UI on a sample roadmap whose dates lie around today and which has a history of three weeks. Edit as you like: it
lies in a file that is gone afterwards, unless --keep names one.`,
		Args: needs(),
		RunE: func(*cobra.Command, []string) error {
			if keep != "" {
				return p.demoToKeep(keep)
			}
			return p.demoForNow()
		},
	}
	c.Flags().StringVar(&keep, "keep", "", "keep the sample roadmap in `FILE`, which must not be there yet")
	return c
}

// demoToKeep makes the sample roadmap in a file that stays, and opens the UI on it where there is a terminal.
func (p *program) demoToKeep(path string) error {
	f := store.New(path)
	if err := p.tellStory(f); err != nil {
		return err
	}
	if p.needTerminal() != nil {
		p.printf("%s\n", visible("made a sample roadmap in "+path))
		return nil
	}
	p.sample = true
	return p.showUI(f, "a sample roadmap, kept in "+path)
}

// demoForNow runs the demo in a folder that is gone afterwards, however the program ends.
func (p *program) demoForNow() error {
	if err := p.needTerminal(); err != nil {
		return err
	}
	sweepDemos(os.TempDir(), p.now())
	dir, err := makeDemoFolder()
	if err != nil {
		return noPlace("the sample roadmap", err)
	}
	defer os.RemoveAll(dir)
	stop := removeOnSignal(dir)
	f := store.New(filepath.Join(dir, "demo.db"))
	err = p.tellStory(f)
	stop()
	if err != nil {
		return err
	}
	p.tour, p.sample, p.fleeting = true, true, true
	return p.showUI(f, "a sample roadmap: edit as you like, nothing is kept")
}

// removeOnSignal removes a folder when the program is told to end, and ends it. What it returns takes that back: the UI
// ends by itself.
func removeOnSignal(dir string) (stop func()) {
	told := make(chan os.Signal, 1)
	signal.Notify(told, endings...)
	go func() {
		if _, ok := <-told; !ok {
			return
		}
		os.RemoveAll(dir)
		os.Exit(exitError)
	}()
	return func() {
		signal.Stop(told)
		close(told)
	}
}

// tellStory makes the sample roadmap's file and carries out, one by one, the edits since.
func (p *program) tellStory(f *store.File) error {
	today, err := p.today()
	if err != nil {
		return err
	}
	story := sample.Demo(today)
	at, err := f.Create(story.Start, p.stampOf(story.Made))
	if errors.Is(err, store.ErrExists) {
		return fmt.Errorf("%s is there already, and is never overwritten: name a file that is not there", visible(f.Path()))
	}
	if err != nil {
		return err
	}
	for _, step := range story.Steps {
		next, err := step.On(at.Roadmap, baselineOn)
		if err != nil {
			return err
		}
		edit := store.Edit{Base: at, Next: next, Title: step.Title, Because: step.Because, Stamp: p.stampOf(step.Moment)}
		if at, _, err = f.Apply(edit, planFor(step.Day)); err != nil {
			return err
		}
	}
	return nil
}

// stampOf is a moment of the story, on the clock of the machine.
func (p *program) stampOf(m sample.Moment) store.Stamp {
	y, month, d := m.Day.Civil()
	return store.Stamp{At: time.Date(y, month, d, m.Hour, m.Minute, 0, 0, p.now().Location()), Today: m.Day}
}

// baselineOn takes a baseline for the story: the plan as of its day.
func baselineOn(r *roadmap.Roadmap, day roadmap.Date, name string) roadmap.Baseline {
	return schedule.Compute(r, day, schedule.Options{}).Baseline(name)
}
