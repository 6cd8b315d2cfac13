package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"
	"time"

	"bywhen/roadmap"
)

// program is what the command line may touch of the world outside, and the flags that every command takes.
type program struct {
	args   []string // without the program's name
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	env    func(name string) (value string, set bool)
	now    func() time.Time

	out *bufio.Writer // standard output, written out at the end

	file     string // --file
	day      string // --today
	noColor  bool   // --no-color
	ascii    bool   // --ascii
	tour     bool   // the UI begins with the tour
	fleeting bool   // nothing of what is done in the UI is kept
	sample   bool   // the UI is on a sample roadmap, whose past nobody has made
}

// The exit codes.
const (
	exitDone    = 0
	exitFlagged = 1
	exitError   = 2
)

// flagged is how check ends when something is flagged: no error, but an exit code of its own.
type flagged struct{}

func (flagged) Error() string { return "something is flagged" }

// run carries out one command line and returns the exit code. A panic below ends as one line like any other error.
func run(p *program) (code int) {
	defer func() {
		if r := recover(); r != nil {
			code = p.fail(fmt.Errorf("a mistake in the program: %v; please report it, with what you typed", r))
		}
	}()
	p.out = bufio.NewWriter(p.stdout)
	root := newRoot(p)
	root.SetArgs(p.args)
	root.SetIn(p.stdin)
	root.SetOut(p.out)
	root.SetErr(p.stderr)
	err := exclusive(root.Execute())
	if flushErr := p.out.Flush(); flushErr != nil && (err == nil || errors.Is(err, flagged{})) {
		err = fmt.Errorf("cannot write to standard output: %w", reason(flushErr))
	}
	return p.fail(err)
}

// exclusive puts what the library says of flags that exclude each other into our words.
func exclusive(err error) error {
	if err == nil {
		return nil
	}
	rest, ok := strings.CutPrefix(err.Error(), "if any flags in the group [")
	names, _, closed := strings.Cut(rest, "]")
	if !ok || !closed {
		return err
	}
	of := strings.Fields(names)
	last := len(of) - 1
	return fmt.Errorf("--%s and --%s exclude each other: give one of them", strings.Join(of[:last], ", --"), of[last])
}

// fail says what went wrong, in one line, and returns the exit code. A reader that went away is no error to speak of.
func (p *program) fail(err error) int {
	switch {
	case err == nil || errors.Is(err, syscall.EPIPE):
		return exitDone
	case errors.Is(err, flagged{}):
		return exitFlagged
	}
	var several mistaken
	if errors.As(err, &several) {
		for _, line := range several.lines {
			p.notef("bywhen: %s", line)
		}
		return exitError
	}
	p.notef("bywhen: %s", strings.ReplaceAll(err.Error(), "\n", "; "))
	return exitError
}

// printf writes a result.
func (p *program) printf(format string, args ...any) { fmt.Fprintf(p.out, format, args...) }

// notef writes a remark: a line on standard error.
func (p *program) notef(format string, args ...any) {
	line := []rune(visible(fmt.Sprintf(format, args...)))
	if len(line) > longestLine {
		line = slices.Concat(line[:longestLine-lineEnd], []rune(" … "), line[len(line)-lineEnd:])
	}
	fmt.Fprintln(p.stderr, string(line))
}

// Of a line on standard error that would be longer than so many characters the middle is left out: what was wrong stands at its
// beginning, what to do at its end.
const (
	longestLine = 4000
	lineEnd     = 500
)

// text is the words of a command line as one text. What is unprintable in it is left out when it is kept, and a line break or
// a tab becomes a space; that is said.
func (p *program) text(args []string) string {
	text := strings.Join(args, " ")
	switch {
	case !roadmap.IsClean(text):
		p.notef("control and invisible characters are left out of %s", roadmap.Quote(text))
	case strings.ContainsAny(text, "\n\t"):
		p.notef("line breaks and tabs become spaces in %s", roadmap.Quote(text))
	}
	return text
}

// envValue is a variable of the environment, or empty.
func (p *program) envValue(name string) string {
	v, _ := p.env(name)
	return v
}

// reason is an error without the system call and the path it was met on, which the message around it names itself.
func reason(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var call *os.SyscallError
	if errors.As(err, &call) {
		return call.Err
	}
	return err
}

// visible makes a text fit for one line of a terminal.
func visible(s string) string { return roadmap.Visible(s) }
