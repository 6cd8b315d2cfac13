package main

import (
	"fmt"
	"strings"

	"bywhen/roadmap"
	"bywhen/store"
	"bywhen/tui/paint"
)

// repairJSON is what doctor --repair --json prints.
type repairJSON struct {
	File     string         `json:"file"`
	Repaired string         `json:"repaired"` // the new file; empty where the old one is whole
	Complete bool           `json:"complete"`
	Entities map[string]int `json:"entities"`
	Changes  int            `json:"changes"`
	Lost     []string       `json:"lost"`
	Mended   []string       `json:"mended"`
	Backup   *moreInBackup  `json:"backup"` // one that holds more
}

// moreInBackup is a backup that holds more than what was saved.
type moreInBackup struct {
	Name string   `json:"name"`
	Day  day      `json:"day,omitzero"`
	More []string `json:"more"` // as "3 tasks"
}

// mostLines is how many losses or mends are printed one by one; --json has all.
const mostLines = 40

// repair saves what can be read of a broken file, and says what could not be saved and what to do next.
func (p *program) repair(f *store.File, asJSON bool) error {
	today, err := p.today()
	if err != nil {
		return err
	}
	got, err := f.Repair(store.Stamp{At: p.now(), Today: today})
	if err != nil {
		return err
	}
	var backup *moreInBackup
	if len(got.Lost) > 0 {
		backup = p.betterBackup(f, &got)
	}
	if asJSON {
		out := repairJSON{
			File: f.Path(), Repaired: got.Path, Complete: len(got.Lost)+len(got.Mended) == 0, Entities: map[string]int{}, Changes: got.Entries,
			Lost: append([]string{}, got.Lost...), Mended: append([]string{}, got.Mended...), Backup: backup,
		}
		for k, n := range got.Entities {
			if k != roadmap.KindSettings {
				out.Entities[k.String()] = n
			}
		}
		return p.printJSON(out)
	}
	if got.Path == "" {
		p.printf("%s\n", visible(f.Path()+": whole; there is nothing to repair"))
		return nil
	}
	p.printf("%s\n", visible("saved what can be read of "+f.Path()+" as "+got.Path))
	p.field("holds", holdings(got.Entities))
	p.field("history", paint.Count(got.Entries, "change"))
	p.listed("could not be saved:", got.Lost)
	p.listed("mended, so that the rest holds together:", got.Mended)
	if len(got.Lost)+len(got.Mended) == 0 {
		p.printf("nothing is lost\n")
	}
	p.sayNext(f, got.Path, backup)
	return nil
}

func (p *program) listed(heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	p.printf("%s\n", heading)
	for i, line := range lines {
		if i == mostLines {
			p.printf("  and %d more: see --json\n", len(lines)-i)
			return
		}
		p.printf("  %s\n", visible(line))
	}
}

// sayNext says what to do with the new file.
func (p *program) sayNext(f *store.File, saved string, backup *moreInBackup) {
	p.printf("%s\n", visible(f.Path()+" was left as it is. Next:"))
	old := word(f.Path())
	p.next("look at the new file", "bywhen -f "+word(saved))
	p.next("go on with it", "bywhen doctor -f "+old+" --restore "+word(saved))
	if backup != nil {
		p.next("or with a backup", "bywhen doctor -f "+old+" --restore "+backup.Name)
		p.next("", "it holds more: "+strings.Join(backup.More, ", "))
	}
}

func (p *program) next(what, command string) { p.printf("  %-20s  %s\n", what, visible(command)) }

// word is a path as a shell takes it for one word.
func word(path string) string {
	if strings.ContainsFunc(path, func(r rune) bool { return strings.ContainsRune(" \t\n\"'\\$`*?[]{}()<>|&;#~!", r) }) {
		return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
	}
	return path
}

// betterBackup is the newest backup that is whole and holds more of something than was saved; nil where none does.
func (p *program) betterBackup(f *store.File, got *store.Rescue) *moreInBackup {
	found, _, err := p.backupsOf(f)
	if err != nil {
		return nil
	}
	for _, b := range found {
		x, err := b.Examine()
		if err != nil || !x.Whole() {
			continue
		}
		var more []string
		for _, k := range roadmap.Kinds() {
			if n := x.Entities[k]; n > got.Entities[k] {
				more = append(more, fmt.Sprintf("%s beside %d", holdings(map[roadmap.Kind]int{k: n}), got.Entities[k]))
			}
		}
		if n := x.Entries; n > got.Entries {
			more = append(more, fmt.Sprintf("%s of the history beside %d", paint.Count(n, "change"), got.Entries))
		}
		if len(more) > 0 {
			return &moreInBackup{b.Name(), day(b.Day), more}
		}
	}
	return nil
}
