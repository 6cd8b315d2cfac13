package main

import (
	"errors"
	"fmt"

	"bywhen/tui/config"
	"bywhen/tui/paint"
)

// configJSON is what config --json prints.
type configJSON struct {
	File     string           `json:"file"`
	Found    bool             `json:"found"`
	Settings []settingJSON    `json:"settings"`
	Mistakes []configMistakes `json:"mistakes"`
}

type settingJSON struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
	From  string `json:"from"` // default, file, state, environment, flag
	Line  int    `json:"line,omitempty"`
	By    string `json:"by,omitempty"` // the variable, the flag, or the file of what was chosen in the UI
}

type configMistakes struct {
	Line int    `json:"line"`
	Key  string `json:"key,omitempty"`
	Text string `json:"text"`
}

// printConfig prints what is in force and where from; then it says what is wrong with the file.
func (p *program) printConfig(asJSON bool) error {
	path, found, f, err := p.readConfig()
	out := configJSON{File: path, Found: found, Settings: p.settings(f), Mistakes: []configMistakes{}}
	for _, m := range f.Mistakes {
		out.Mistakes = append(out.Mistakes, configMistakes(m))
	}
	if asJSON {
		return errors.Join(p.printJSON(out), err, mistakesIn(path, f))
	}
	state := ""
	if !found {
		state = " (not there: \"bywhen config --init\" writes one)"
	}
	p.printf("%s\n\n", visible(path+state))
	t := table{columns: []column{{head: "Setting"}, {head: "Value"}, {head: "From"}}}
	for _, s := range out.Settings {
		t.add(s.Name, config.Text(s.Value), s.from())
	}
	t.write(p.out)
	return errors.Join(err, mistakesIn(path, f))
}

func mistakesIn(path string, f *config.File) error {
	if len(f.Mistakes) == 0 {
		return nil
	}
	var m mistaken
	for _, one := range f.Mistakes {
		m.lines = append(m.lines, path+", "+one.Error())
	}
	return m
}

// from is where a value comes from, in words.
func (s settingJSON) from() string {
	switch s.From {
	case "file":
		return fmt.Sprintf("line %d", s.Line)
	case "default":
		return s.From
	case "state":
		return "chosen in the UI: " + visible(s.By)
	}
	return s.By
}

// settings are all that is in force: the roadmap's file and the terminal's colours, which no file of ours sets, then the rest.
func (p *program) settings(f *config.File) []settingJSON {
	terminal := f.Config.Terminal(paint.TerminalOf(p.uiEnv))
	out := []settingJSON{p.roadmapSetting(), p.coloursSetting(terminal.Colours)}
	for _, s := range f.Config.Settings() {
		one := settingJSON{Name: s.Name, Value: s.Value, From: "default"}
		if line := f.Line(s.Name); line > 0 {
			one.From, one.Line = "file", line
		}
		switch {
		case s.Name == "columns":
			if columns, path, ok := p.chosenColumns(); ok {
				one = settingJSON{Name: s.Name, Value: config.ColumnTexts(columns), From: "state", By: path}
			}
		case s.Name == "ascii" && p.ascii:
			one = settingJSON{Name: s.Name, Value: "true", From: "flag", By: "--ascii"}
		case s.Name == "ascii" && one.From == "default" && terminal.ASCII:
			one = settingJSON{Name: s.Name, Value: "true", From: "environment", By: p.firstSet("LC_ALL", "LC_CTYPE", "LANG", "TERM")}
		case s.Name == "background" && one.From == "default" && p.envValue("COLORFGBG") != "":
			one = settingJSON{Name: s.Name, Value: map[bool]string{true: "light", false: "dark"}[terminal.Light], From: "environment", By: "$COLORFGBG"}
		}
		if v, ok := one.Value.(string); ok && (v == "true" || v == "false") {
			one.Value = v == "true"
		}
		out = append(out, one)
	}
	return out
}

func (p *program) roadmapSetting() settingJSON {
	path, err := p.path()
	s := settingJSON{Name: "roadmap", Value: path, From: "default"}
	switch {
	case err != nil:
		s.Value = ""
	case p.file != "":
		s.From, s.By = "flag", "--file"
	case p.envValue("BYWHEN_FILE") != "":
		s.From, s.By = "environment", "$BYWHEN_FILE"
	}
	return s
}

func (p *program) coloursSetting(c paint.Colours) settingJSON {
	s := settingJSON{Name: "colours", Value: [...]string{"none", "16", "256", "true"}[c], From: "environment", By: p.firstSet("NO_COLOR", "COLORTERM", "TERM")}
	if p.noColor {
		s.From, s.By = "flag", "--no-color"
	}
	return s
}

// firstSet is the first of some variables that has a value, as it is written in a shell; else the last.
func (p *program) firstSet(names ...string) string {
	for _, n := range names {
		if p.envValue(n) != "" {
			return "$" + n
		}
	}
	return "$" + names[len(names)-1]
}
