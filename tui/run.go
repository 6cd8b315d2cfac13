package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"bywhen/tui/config"
	"bywhen/tui/paint"
	"bywhen/tui/terminal"

	tea "github.com/charmbracelet/bubbletea"

	_ "bywhen/tui/paint/background" // keeps Bubble Tea from asking the terminal when the program starts
)

// Run is the UI, until the user leaves it; then the error is nil. One that was ended by a signal, by the terminal going
// away or by a mistake in the program says so. Whatever ended it, the terminal is as it was before, and all edits are in the
// file, or the error names those that are not; so it does what was typed and not taken.
func Run(o Options) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = &crash{cause}
		}
	}()
	in, okIn := o.In.(*os.File)
	out, okOut := o.Out.(*os.File)
	if !okIn || !okOut {
		return errNoTerminal
	}
	p := newProgram(o, in, out)
	defer p.watch()()
	if err := p.terminal.Enter(); err != nil {
		return fmt.Errorf("the terminal cannot be used: %w", err)
	}
	ended := p.run()
	left := p.terminal.Leave()
	cause, lost := p.model.cause(ended), p.model.session.Flush()
	switch {
	case cause == nil && lost == nil:
		return left
	case cause == nil:
		return lost
	case lost == nil:
		err = fmt.Errorf("%w; what was edited is saved", cause)
	default:
		err = fmt.Errorf("%w; %w", cause, lost)
	}
	if typed := p.model.untaken(); typed != "" {
		err = fmt.Errorf("%w; %s", err, typed)
	}
	return err
}

// program is the model in a terminal, with Bubble Tea between them. Bubble Tea's own renderer and signal handler are off: the
// terminal is ours, and Options.Ended says what signals say.
type program struct {
	model    *Model
	terminal *terminal.Terminal
	tea      *tea.Program
	begun    tea.Cmd // what the first frame leaves to be done
	text     []rune  // typed, and more of it is coming: see together
}

func newProgram(o Options, in, out *os.File) *program {
	if o.Config.Keys == nil {
		o.Config = config.Default()
	}
	paint.WriteDates(o.Config.Dates)
	p := &program{}
	p.terminal = terminal.New(in, out, o.Config.Mouse, terminal.Events{
		Resized: func(s terminal.Size) { p.tea.Send(sizeMsg(s)) },
		Light:   func(light bool) { p.tea.Send(lightMsg(light)) },
		Gone:    func() { p.tea.Send(goneMsg{}) },
		Due:     func() { p.tea.Send(dueMsg{}) },
	})
	o.Out = p.terminal // for what is not drawn, as the clipboard
	p.model = newModel(o, o.Config.Look.On(o.Config.Terminal(paint.TerminalOf(o.Env))))
	p.model.terminal = p.terminal
	how := []tea.ProgramOption{tea.WithInput(p.terminal.Input()), tea.WithOutput(io.Discard), tea.WithoutRenderer(), tea.WithoutSignalHandler()}
	if o.Config.Mouse {
		how = append(how, tea.WithMouseCellMotion()) // Windows reads the mouse for it
	}
	p.tea = tea.NewProgram(p, how...)
	return p
}

func sizeMsg(s terminal.Size) tea.WindowSizeMsg { return tea.WindowSizeMsg(s) }

// run draws the first frame and hands the terminal to Bubble Tea. Whatever panics there, the terminal is given back.
func (p *program) run() error {
	defer func() {
		if cause := recover(); cause != nil {
			_ = p.terminal.Leave()
			panic(cause)
		}
	}()
	if s, ok := p.terminal.Size(); ok {
		_, p.begun = p.model.Update(sizeMsg(s))
	}
	_, err := p.tea.Run()
	return err
}

// watch has the program told of what happens outside: that it is to end, that the file was changed.
func (p *program) watch() (stop func()) {
	o, stops := &p.model.opts, []func(){}
	if o.Ended != nil {
		off := context.AfterFunc(o.Ended, func() { p.tea.Send(toldMsg{}) })
		stops = append(stops, func() { off() })
	}
	if o.Watch != nil {
		off, err := o.Watch(func() { p.tea.Send(touchedMsg{}) })
		if err != nil { // then it is looked at each second
			o.Watch = nil
		} else {
			stops = append(stops, off)
		}
	}
	return func() {
		for _, s := range stops {
			s()
		}
	}
}

// Init, Update and View are the model's, but that View shows the frame: Bubble Tea asks for it after each message.
func (p *program) Init() tea.Cmd { return tea.Batch(p.model.Init(), p.begun) }

func (p *program) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.WindowSizeMsg); ok {
		p.terminal.Redraw()
	}
	waits, cmd := p.together(msg)
	if waits {
		return p, nil
	}
	_, after := p.model.Update(msg)
	return p, tea.Batch(cmd, after)
}

// dueMsg is that all that was typed has been read.
type dueMsg struct{}

// mostTogether is how many characters are gathered before they are shown.
const mostTogether = 2048

// together gathers text that comes in one burst, as a paste does where the terminal does not bracket it, and hands it to the model at
// once: what a text means, and would do, is worked out each time that it has grown. Whether the message waits itself; else the
// text before it has been taken in.
func (p *program) together(msg tea.Msg) (waits bool, cmd tea.Cmd) {
	k, ok := msg.(tea.KeyMsg)
	if ok && !k.Alt && !k.Paste && (k.Type == tea.KeyRunes || k.Type == tea.KeySpace) && p.model.takesText() && len(p.text) < mostTogether && p.terminal.Behind() {
		p.text = append(p.text, k.Runes...)
		return true, nil
	}
	if len(p.text) == 0 {
		return false, nil
	}
	text := p.text
	p.text = nil
	_, cmd = p.model.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: text})
	return false, cmd
}

func (p *program) View() string {
	defer func() {
		if cause := recover(); cause != nil && p.model.crash == nil {
			p.model.crash = &crash{cause}
			go p.tea.Quit() // which waits for who calls this
		}
	}()
	if p.model.lines != nil {
		p.terminal.Show(p.model.w, p.model.lines)
	}
	return ""
}

// How a UI ends that the user did not leave.
var (
	errTold       = errors.New("told to end by a signal")
	errGone       = errors.New("the terminal is gone")
	errNoTerminal = errors.New("the UI needs a terminal for its input and output")
)

// cause is what ended the program, nil where its user did.
func (m *Model) cause(err error) error {
	switch {
	case m.crash != nil:
		return m.crash
	case m.left:
		return nil
	case m.ended != nil:
		return m.ended
	}
	return fmt.Errorf("%w: %w", errGone, err)
}

// lent is what has the terminal for itself while it runs.
type lent struct {
	terminal *terminal.Terminal
	run      func() error
}

func (l *lent) SetStdin(io.Reader)  {}
func (l *lent) SetStdout(io.Writer) {}
func (l *lent) SetStderr(io.Writer) {}

// Run returns when the terminal is ours again.
func (l *lent) Run() error {
	if err := l.terminal.Leave(); err != nil {
		return errors.Join(err, l.terminal.Enter())
	}
	return errors.Join(l.run(), l.terminal.Enter())
}

// lend gives the terminal to what runs; done is the message that follows.
func (m *Model) lend(run func() error, done func(error) tea.Msg) tea.Cmd {
	if m.terminal == nil {
		return nil
	}
	return func() tea.Msg {
		m.terminal.Pause() // before Bubble Tea waits for the end of its reading
		return tea.Exec(&lent{m.terminal, run}, done)()
	}
}
