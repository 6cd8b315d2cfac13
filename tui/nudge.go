package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/schedule"
	"bywhen/tui/action"
	"bywhen/tui/input"
	"bywhen/tui/paint"
	"bywhen/tui/plan"
	"bywhen/tui/scene"
	"bywhen/tui/session"

	tea "github.com/charmbracelet/bubbletea"
)

// nudge is a bar that is being moved or stretched, with the keys or the mouse, or those of all marked tasks: tried in a what-if until
// it is let go, so that the plan and every deadline show at once what it does.
type nudge struct {
	*input.Progress
	m      *Model
	tasks  []*roadmap.Task // as they were before
	from   *schedule.Plan  // before it began
	moved  int             // working days that the bar is moved, later is positive
	longer int             // working days that it is longer
	own    bool            // the what-if was begun for it
	tried  bool            // an edit of it is the last of the what-if
}

// nudges begins to move or stretch the selected bar, or goes on.
func (m *Model) nudges(a action.Action) tea.Cmd {
	moves := a == action.BarEarlier || a == action.BarLater
	if n := m.nudge(m.someTargets(), moves); n != nil {
		n.by(a)
	}
	return nil
}

// nudge takes hold of the bars of tasks, of those that have one to be moved or stretched; nil where none has, and why was said.
func (m *Model) nudge(tasks []*roadmap.Task, moves bool) *nudge {
	held := slices.DeleteFunc(slices.Clone(tasks), func(t *roadmap.Task) bool {
		return !m.scene.Plan.Tasks[m.scene.Roadmap.TaskIndex(t.ID)].Planned || !t.Status.Open() || moves && len(tasks) > 1 && t.Status != roadmap.Todo
	})
	switch {
	case len(tasks) == 0: // it was said
	case m.session.Visiting() != nil:
		m.say("this is the past, and stays as it was: esc comes back")
	case len(held) == 0 && len(tasks) > 1:
		m.say("none of the marked tasks has a bar that can be moved: that takes what is still to be done")
	case len(held) == 0 && tasks[0].Status.Open():
		m.say("it has no dates, and so no bar that can be moved: " + m.scene.Plan.CannotBePlanned(scene.Ref{Task: tasks[0].ID}))
	case len(held) == 0:
		m.say("only what is still to be done has a bar that can be moved")
	default:
		n := &nudge{m: m, tasks: held, from: m.session.Plan()}
		n.Progress = input.NewProgress("Move "+called(held), "the bar is held: enter keeps it here, esc lets it go", n.lines, n.hints)
		open, _ := m.session.Trying()
		n.own = !open
		m.holdScale(true)
		m.session.Try()
		m.put(&over{component: n, left: n.letGo, taken: func(int) tea.Cmd { n.keep(); return nil }})
		return n
	}
	return nil
}

// holdScale keeps the timeline from being fitted to a plan whose end moves with the bar.
func (m *Model) holdScale(hold bool) {
	if v, ok := m.tabs[m.active].view.(interface{ Hold(bool) }); ok {
		v.Hold(hold)
	}
}

// Key moves the bar further, keeps or leaves it where it was.
func (n *nudge) Key(k tea.KeyMsg) input.Outcome {
	switch a := n.m.opts.Config.Keys.Of(k.String()); a {
	case action.BarEarlier, action.BarLater, action.BarShorter, action.BarLonger:
		n.Say("")
		n.by(a)
		return input.Outcome{Did: input.Nothing}
	}
	return n.Progress.Key(k)
}

// by moves or stretches the bar by a day.
func (n *nudge) by(a action.Action) {
	switch a {
	case action.BarEarlier:
		n.to(n.moved-1, n.longer)
	case action.BarLater:
		n.to(n.moved+1, n.longer)
	case action.BarShorter:
		n.to(n.moved, n.longer-1)
	case action.BarLonger:
		n.to(n.moved, n.longer+1)
	}
}

// to shows the bar moved and stretched by so many working days from where it was.
func (n *nudge) to(moved, longer int) {
	before, had := [2]int{n.moved, n.longer}, n.tried
	n.back()
	n.moved, n.longer = moved, longer
	if moved == 0 && longer == 0 {
		n.m.look()
		return
	}
	if _, err := n.m.session.Edit(n.title(), "", n.change); err != nil {
		n.Say(inShort(n.m.session.Explained(err)))
		n.moved, n.longer = before[0], before[1]
		if had {
			_, _ = n.m.session.Edit(n.title(), "", n.change)
		}
	}
	_, edits := n.m.session.Trying()
	n.tried = edits > 0 && n.m.session.Plan() != n.from
	n.m.look()
}

// drag moves the bar, or its end, to where the mouse is.
func (n *nudge) drag(end bool, by int) {
	switch {
	case end && by != n.longer:
		n.to(0, by)
	case !end && by != n.moved:
		n.to(by, 0)
	}
}

// back takes the last step back.
func (n *nudge) back() {
	if n.tried {
		n.m.session.Undo(0)
		n.tried = false
	}
}

// change is the edit: not before another day, another effort.
func (n *nudge) change(d *roadmap.Draft) error {
	for _, was := range n.tasks {
		if n.moved != 0 && was.Status != roadmap.Todo {
			return errors.New("it has begun: its beginning cannot be moved")
		}
		err := d.UpdateTask(was.ID, func(t *roadmap.Task) {
			if n.moved != 0 {
				t.NotBefore = n.start(was)
			}
			if n.longer != 0 {
				left := roadmap.PersonDays(n.days(was) * max(t.People, 1))
				if t.Status == roadmap.Doing {
					t.Remaining = left
				} else {
					t.SetEffort(left)
				}
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// days is how many working days a bar is long once it is stretched.
func (n *nudge) days(t *roadmap.Task) int { return max(t.RemainingDuration()+n.longer, 1) }

// start is the day to which a bar's beginning is moved.
func (n *nudge) start(t *roadmap.Task) roadmap.Date {
	cal := n.from.Roadmap.TaskCalendar(t)
	return cal.Day(cal.Count(n.from.Tasks[n.from.Roadmap.TaskIndex(t.ID)].Start) + n.moved)
}

// shift says by how many days several bars are moved, or stretched: "2 days later".
func shift(days int, more, less string) string {
	if days < 0 {
		return paint.Count(-days, "day") + " " + less
	}
	return paint.Count(days, "day") + " " + more
}

func (n *nudge) title() string {
	if len(n.tasks) > 1 {
		var parts []string
		if n.moved != 0 {
			parts = append(parts, "not before "+shift(n.moved, "later", "earlier"))
		}
		if n.longer != 0 {
			parts = append(parts, "each "+shift(n.longer, "longer", "shorter"))
		}
		if len(parts) == 0 {
			return called(n.tasks) + " where they were"
		}
		return called(n.tasks) + ": " + strings.Join(parts, ", ")
	}
	t := n.tasks[0]
	out := t.Title + ":"
	if n.moved != 0 {
		out += " not before " + paint.Day(n.start(t), n.from.Today)
	}
	if n.longer != 0 {
		out += " " + paint.Count(n.days(t), "day") + " long"
	}
	return out
}

// keep makes what is shown an edit, or one more of the what-if that was open before.
func (n *nudge) keep() {
	n.m.close()
	n.m.holdScale(false)
	switch {
	case n.own && n.tried:
		e, err := n.m.session.Accept(n.title())
		if err != nil {
			n.m.fail(err)
			return
		}
		n.m.look()
		title := n.title()
		if words := movesNothing(n.from, n.m.scene.Plan); words != "" {
			title += " · " + words
		}
		n.m.sayDone(title + effects(n.m.scene, e.Effects))
	case n.own:
		n.m.session.Discard()
		n.m.look()
	}
}

// letGo leaves the bar where it was.
func (n *nudge) letGo() {
	n.m.holdScale(false)
	n.back()
	if n.own {
		n.m.session.Discard()
	}
	n.m.look()
}

// lines say where the bar lies now, and what that does to the deadlines.
func (n *nudge) lines() [][]paint.Span {
	now := n.m.session.Plan()
	line := n.where(now)
	moved := session.Moved(n.from, now)
	if len(moved) == 0 {
		line = append(line, paint.Span{Style: paint.Dim, Text: "   no deadline moved"})
	}
	return [][]paint.Span{append(line, n.effects(moved, n.m.w-2-cells(line))...)}
}

// where says where the bar lies now; of several, how far they are moved.
func (n *nudge) where(now *schedule.Plan) []paint.Span {
	t, today := n.tasks[0], n.m.scene.Today
	if len(n.tasks) > 1 {
		return []paint.Span{{Style: paint.Text, Text: n.title()}}
	}
	i := now.Roadmap.TaskIndex(t.ID)
	if i < 0 || !now.Tasks[i].Planned {
		return []paint.Span{{Style: paint.Late, Text: "it has no dates there"}}
	}
	at := &now.Tasks[i]
	line := []paint.Span{{Style: paint.Text, Text: paint.Days(at.Start, at.Finish, today)}}
	if n.moved != 0 && at.Start != n.start(t) {
		line = append(line, paint.Span{Style: paint.Dim, Text: "   not before " + paint.Day(n.start(t), today) + ", but it " + heldBy(now, i)})
	}
	return line
}

// effects are what the move does to the deadlines, the worst first, as many as are whole in w cells, and how many more.
func (n *nudge) effects(moved []schedule.Effect, w int) (out []paint.Span) {
	for k, e := range moved {
		one := []paint.Span{{Style: paint.Text, Text: "   " + n.m.shortTitle(e.Title) + " " + paint.DayOrLater(e.Forecast, n.m.scene.Today, e.OpenEnd) + " "},
			{Style: paint.DeltaStyle(e.Moved, false) | paint.Bold, Text: paint.Delta(e.Moved, false)}}
		more := paint.Span{Style: paint.Dim, Text: fmt.Sprintf("   %d more", len(moved)-k)}
		room := w - cells(out) - cells(one)
		if k < len(moved)-1 {
			room -= paint.Width(more.Text)
		}
		if k > 0 && room < 0 {
			return append(out, more)
		}
		out = append(out, one...)
	}
	return out
}

func (n *nudge) hints() []input.Hint {
	keys := n.m.opts.Config.Keys
	return []input.Hint{{Key: "enter", Does: "keep"}, {Key: "esc", Does: "let go"},
		{Key: keys.Pair(action.BarEarlier, action.BarLater), Does: "move"}, {Key: keys.Pair(action.BarShorter, action.BarLonger), Does: "shorter, longer"}}
}

// grab is a bar, or the end of one, that the mouse was pressed on.
type grab struct {
	bar  plan.Held
	x    int
	held *nudge // once it has moved
}

// drags moves the bar that is held with the mouse, or its end; false where none is.
func (m *Model) drags(e tea.MouseMsg) bool {
	bars, ok := m.tabs[m.active].view.(*plan.View)
	s := &m.screen
	switch {
	case !ok:
		return false
	case e.Action == tea.MouseActionPress:
		m.grab = grab{}
		if m.top() != nil || m.ledger != nil || e.Button != tea.MouseButtonLeft {
			return false
		}
		if bar, ok := bars.Grab(e.X-s.view.x, e.Y-s.view.y); ok {
			m.grab = grab{bar: bar, x: e.X}
		}
		return false
	case m.grab.bar.Task == "":
		return false
	case e.Action == tea.MouseActionMotion:
		if m.grab.held == nil && e.X != m.grab.x {
			if t := m.scene.Roadmap.Task(m.grab.bar.Task); t != nil {
				m.grab.held = m.nudge([]*roadmap.Task{t}, !m.grab.bar.End)
			}
		}
		if m.grab.held != nil && m.top() != nil && m.top().component == component(m.grab.held) {
			m.grab.held.drag(m.grab.bar.End, bars.Shift(m.grab.bar, e.X-m.grab.x))
		}
		return true
	}
	held := m.grab.held
	m.grab = grab{}
	if held != nil && m.top() != nil && m.top().component == component(held) {
		held.keep()
	}
	return held != nil
}
