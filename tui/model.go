package tui

import (
	"bywhen/roadmap"
	"bywhen/roadmap/forecast"
	"bywhen/roadmap/schedule"
	"bywhen/store"
	"bywhen/tui/action"
	"bywhen/tui/config"
	"bywhen/tui/ledger"
	"bywhen/tui/paint"
	"bywhen/tui/scene"
	"bywhen/tui/session"
	"bywhen/tui/terminal"

	"errors"
	"path/filepath"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Model is the root: the only tea.Model.
type Model struct {
	opts    Options
	session *session.Session
	theme   *paint.Theme
	scene   *scene.Scene
	version int

	deadlines []schedule.Deadline // those of the scene that are not done, the worst first
	effects   []schedule.Effect   // in a what-if: the deadlines that it moves

	tabs   []tab
	active int
	ledger *ledger.View // over the view, or nil

	toldToday toldOn // what check-ins of this UI told today
	screen    screen
	w, h      int

	details bool      // opened by hand, where they do not stay open
	closed  bool      // closed by hand, where they do
	inside  bool      // the keys go to the details
	scroll  int       // first line of the details shown
	markAt  scene.Ref // where the last mark was set or taken

	over         []*over              // what lies on top, the topmost last
	typedBefore  map[string][]string  // lines typed before, by what for
	unsavedNotes map[scene.Ref]string // what was typed into notes that were left without saving

	search  search // for ways out
	arrived arrival
	walk    walk          // how the selection moves
	rested  restMsg       // where the selection came to rest last
	rest    time.Duration // how long it rests before a search begins
	// What the pane's ledger is wanted of, and on which of these the selection has rested.
	awaited, restedOn session.Question
	pauses            int // how often one came to be wanted

	message string
	offered offer           // what the message says that the same key does when it is pressed again
	agreed  uint64          // the change that the key at hand agrees to take, though it was made elsewhere; 0: none
	trouble bool            // the message says that something went wrong
	ailing  error           // what was wrong with the file, until that is over
	unsaved int             // how many edits waited for that
	whole   bool            // the message is to be shown whole, whatever it covers
	back    string          // the message is of an edit, and this says how that is undone: room is kept for it
	gapLeft gapLeft         // by the tasks that were deleted last
	leaving bool            // quit as soon as all is saved
	left    bool            // told to quit
	ended   error           // what ended the program from outside
	reached reached         // what the last task done has brought about
	recent  []action.Action // done from the palette, the last first
	lastID  string          // the task added last
	click   lastClick
	crash   *crash

	tour     *tour
	terminal *terminal.Terminal // nil in a test
	saved    <-chan tea.Msg     // what comes of the edit that is being saved while it is drawn, or nil
	lines    []string           // the screen drawn last
	outlook  outlook
	past     chronicle

	grab        grab
	improvement improvement
	schedules   int            // how many plans a search for a better one tries at most
	forecasts   forecast.Maker // what makes forecasts, for the views and for ways out
	ticking     bool           // a second is being waited for
	roomSaid    bool           // it was said at the start for which of the chosen columns there is no room
	touched     bool           // the file was changed, and has not been looked at since
}

// planning is how the plans that are shown are made.
func (m *Model) planning() schedule.Options { return schedule.Options{Dates: m.opts.Config.Dates} }

// newModel is a UI that has not been drawn yet.
func newModel(o Options, theme *paint.Theme) *Model {
	if o.Config.Keys == nil {
		o.Config = config.Default()
	}
	m := &Model{opts: o, theme: theme, tabs: tabs(&o.Config), message: o.Notice, typedBefore: map[string][]string{}, rest: restFor, schedules: mostSchedules, forecasts: forecast.Run}
	m.session = session.Open(o.File, o.Snapshot, !o.Missing, o.Today, o.Now, m.planning())
	m.session.OnQueued(m.saveEarly)
	if o.Sample {
		m.session.StopBeforeSample()
	}
	m.look()
	m.selectFirst()
	if m.session.Empty() {
		m.ask()
	}
	if o.Tour {
		m.tour = &tour{}
	}
	if m.session.UnfinishedBefore() > 0 && m.message == "" {
		m.tell("a what-if was left unfinished and is kept: ‹W› lists it")
	}
	if o.Wrong != nil {
		m.fail(o.Wrong)
	}
	return m
}

// look makes the scene anew from the session, keeping the selection, the marks and the filter.
func (m *Model) look() {
	m.version++
	m.giveUp()
	plan := m.session.Plan()
	s := scene.NewGiven(m.version, plan, m.forecastOf(plan), m.chancesOf(plan), m.theme)
	s.Likely = m.likelyOf(plan)
	s.Keys = m.opts.Config.Keys
	s.Ghost, s.Marks = m.session.Ghost(), map[scene.Ref]bool{}
	if old := m.scene; old != nil {
		s.Selected, s.Passing, s.Filter, s.Filtering = old.Selected, old.Passing, old.Filter, old.Filtering
		s.Marks = kept(old.Marks, s.Roadmap)
		s.KeepWays(old)
	}
	m.scene = s
	m.deadlines, m.effects = open(s), nil
	if s.Ghost != nil {
		m.effects = session.Tells(s.Ghost, s.Plan)
	}
	m.compare()
	_ = m.match() // what was wrong with the filter was said when it was typed
}

// selectFirst selects the worst task, else the first row.
func (m *Model) selectFirst() {
	for _, f := range m.scene.Flags {
		if f.Task != "" && f.Severity >= schedule.Warning {
			m.scene.Selected = scene.Ref{Task: f.Task}
			return
		}
	}
	switch r := m.scene.Roadmap; {
	case len(r.Goals()) > 0:
		m.scene.Selected = scene.Ref{Goal: r.Goals()[0].ID}
	case len(r.Tasks()) > 0:
		m.scene.Selected = scene.Ref{Task: r.Tasks()[0].ID}
	}
}

// Messages of our own.
type (
	tickMsg       struct{} // a second has passed
	dayMsg        struct{} // another day may have begun
	touchedMsg    struct{} // somebody has changed the file
	doneMsg       struct{ done session.Done }
	toldLedgerMsg struct{ answer session.Answer }
	pausedMsg     struct { // the selection has rested, since the turn-th came to be wanted
		turn int
		on   session.Question
	}
	lightMsg bool     // whether the terminal's background is light
	goneMsg  struct{} // the terminal is gone
	toldMsg  struct{} // a signal told the program to end
)

// Init asks the terminal for its background and waits for the next day.
func (m *Model) Init() tea.Cmd { return tea.Batch(m.untilMidnight(), m.askBackground()) }

func (m *Model) askBackground() tea.Cmd {
	if m.terminal == nil || m.opts.Config.Background != config.UnknownBackground || m.opts.Env("TERM") == "linux" { // which prints the question
		return nil
	}
	return m.guarded(func() tea.Msg { m.terminal.AskBackground(); return nil })
}

// tick waits for the next second while something has to be tried again, or looked at since nobody tells of it. Else nothing
// runs until something happens.
func (m *Model) tick() tea.Cmd {
	_, trouble := m.session.Unsaved()
	if m.ticking || trouble == nil && !m.session.Unread() && m.opts.Watch != nil {
		return nil
	}
	m.ticking = true
	return tea.Tick(time.Second, func(time.Time) tea.Msg { return tickMsg{} })
}

// untilMidnight waits for the next day, if the status date goes with it.
func (m *Model) untilMidnight() tea.Cmd {
	if m.opts.FixedDay {
		return nil
	}
	now := m.opts.Now()
	midnight := time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 1, 0, now.Location())
	return tea.Tick(midnight.Sub(now), func(time.Time) tea.Msg { return dayMsg{} })
}

// Update takes a message in and draws the screen that follows from it.
func (m *Model) Update(msg tea.Msg) (next tea.Model, cmd tea.Cmd) {
	next = m // also where a panic cuts it short
	defer m.guard(&cmd)
	before := m.scene.Plan
	did := m.handle(msg)
	m.settle() // takes a while after an edit: what is saved by then needs no frame of its own
	did = tea.Batch(did, m.savedEarly())
	m.relieve()
	m.lookAtFile()
	save := m.saving()
	m.settle()
	cmd = tea.Batch(m.tick(), did, save, m.comparing(), m.reading(), m.forecastsNow(), m.readsHistory())
	m.showLedger()
	walks := m.walks()
	m.scene.Reckoning = m.unreckoned()
	m.lines = m.draw()
	if m.saysNoRoom() {
		m.lines = m.draw()
	}
	if m.scene.Plan != before {
		cmd = tea.Batch(cmd, m.tellEdited())
	}
	return next, tea.Batch(cmd, walks, m.resting()) // what the selection rests on is known once it is drawn
}

// tellEdited tells whoever wants to know that what followed from an edit is on the screen, when it surely is.
func (m *Model) tellEdited() tea.Cmd {
	if m.opts.Edited == nil {
		return nil
	}
	return tea.Tick(5*time.Millisecond, func(time.Time) tea.Msg {
		m.opts.Edited()
		return nil
	})
}

// View is the screen drawn last.
func (m *Model) View() string { return strings.Join(m.lines, "\n") }

// saveEarly starts to save an edit while it is being planned and drawn: what can be saved by then needs no second frame.
func (m *Model) saveEarly() {
	run := m.session.Next()
	if run == nil {
		return
	}
	save, saved := m.guarded(func() tea.Msg { return doneMsg{run()} }), make(chan tea.Msg, 1)
	m.saved = saved
	go func() { saved <- save() }()
}

// savedEarly takes in what came of that, if it has ended.
func (m *Model) savedEarly() tea.Cmd {
	select {
	case msg := <-m.saved: // never, where there is none
		m.saved = nil
		return m.handle(msg)
	default:
		return nil
	}
}

// saving starts the next job of the session, if one may start, or waits for the one that was started early.
func (m *Model) saving() tea.Cmd {
	if saved := m.saved; saved != nil {
		m.saved = nil
		return func() tea.Msg { return <-saved }
	}
	run := m.session.Next()
	if run == nil {
		if unsaved, _ := m.session.Unsaved(); m.leaving && len(unsaved) == 0 {
			return m.leave()
		}
		return nil
	}
	return m.guarded(func() tea.Msg { return doneMsg{run()} })
}

func (m *Model) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case tea.KeyMsg:
		m.stirs()
		m.newDay() // a machine that slept tells nobody of midnight
		return m.key(msg)
	case tea.MouseMsg:
		m.stirs()
		return m.mouse(msg)
	case doneMsg:
		m.finished(m.session.Finish(msg.done))
	case pausedMsg:
		if msg == (pausedMsg{m.pauses, m.awaited}) {
			m.restedOn = msg.on
		}
	case reportMsg:
		m.reported(msg)
	case sinceMsg:
		m.compared(msg.answer)
	case toldLedgerMsg:
		m.session.Answered(msg.answer)
	case stillMsg:
		return m.still()
	case calmMsg:
		return m.calm(msg)
	case restMsg:
		if msg == m.rested {
			return m.seek(msg.of)
		}
	case tickMsg:
		m.ticking = false
		m.session.Retry()
		m.touched = m.touched || m.opts.Watch == nil
		m.newDay()
	case touchedMsg:
		m.touched = true
	case dayMsg:
		m.newDay()
		return m.untilMidnight()
	case lightMsg:
		m.setLight(bool(msg))
	case workedMsg:
		m.worked(msg)
	case workingMsg:
		return m.worksOn(msg)
	case goneMsg:
		m.ended = errGone
		return tea.Quit
	case toldMsg:
		m.ended = errTold
		return tea.Quit
	case resumedMsg:
		m.resumed(msg)
	case editedMsg:
		m.edited(msg)
	case crashMsg:
		m.crash = &crash{msg.cause}
		return tea.Quit
	}
	return nil
}

// lookAtFile looks at a file that somebody has changed, as soon as nothing of ours is on its way to it.
func (m *Model) lookAtFile() {
	if m.touched && m.session.Look() {
		m.touched = false
	}
}

// newDay goes to another status date when the day is another.
func (m *Model) newDay() {
	if day := m.day(m.opts.Now()); !m.opts.FixedDay && day != m.session.Today() {
		m.session.SetToday(day)
		m.look()
		m.say("a new day: " + paint.Weekday(day, day))
	}
}

func (m *Model) day(at time.Time) roadmap.Date {
	if m.opts.DayOf != nil {
		return m.opts.DayOf(at)
	}
	return roadmap.DateOf(at)
}

func (m *Model) setLight(light bool) {
	if light == m.theme.Light || m.opts.Config.Background != config.UnknownBackground {
		return
	}
	t := m.theme.Terminal
	t.Light = light
	m.theme = m.opts.Config.Look.On(t)
	m.look()
}

// finished shows what came of a job.
func (m *Model) finished(r session.Report) {
	if r.Other {
		m.past.read = false
	}
	if r.Changed {
		m.look()
		m.answered()
		m.showAgain()
	}
	unsaved, trouble := m.session.Unsaved()
	if trouble != nil && m.leaving {
		m.leaving = false
		m.askLoss(unsaved, trouble)
		return
	}
	switch {
	case r.Err != nil:
		m.fail(r.Err)
		m.leaving = m.leaving && len(unsaved) > 0 // what is on its way yet says whether one may go
	case r.Spent:
		m.tell("nothing of yours is left to undo: the sample's own past is in ‹7›, the History")
	case r.Ask.Seq != 0:
		m.offer(r)
	case r.Took.Seq != 0 && r.Undo:
		m.selectTouched(r.Took.Change)
		m.say(r.With("undone: " + firstDone(r.Took)))
	case r.Took.Seq != 0:
		m.selectTouched(r.Took.Change)
		m.say(r.With("done again: " + firstDone(r.Took)))
	case r.Say != "":
		m.say(r.Say)
	}
}

// firstDone is what an entry of the history is about, however often that was undone and done again.
func firstDone(e store.Entry) string {
	switch e.Kind {
	case store.Undone:
		return strings.TrimPrefix(e.Title, "undo: ")
	case store.Redone:
		return strings.TrimPrefix(e.Title, "redo: ")
	}
	return e.Title
}

// name is what the roadmap is called, or its file where it has no name.
func (m *Model) name() string {
	if name := m.scene.Roadmap.Settings().Name; name != "" {
		return name
	}
	return m.opts.Name
}

// say shows a message in the bottom line until the next key.
func (m *Model) say(text string) { m.message, m.trouble, m.whole, m.back = text, false, false, "" }

// sayDone is say for what an edit has done: the line ends with how that is undone, whatever has to be cut for it.
func (m *Model) sayDone(text string) { m.sayWithBack(text, "   ‹u› undoes") }

// sayWithBack is sayDone with other words, as keyed, for how it is undone. Where text holds these they stay where they are.
func (m *Model) sayWithBack(text, back string) { m.say(text); m.back = m.keyed(back) }

// sayAll is say for what must be read to its end.
func (m *Model) sayAll(text string) { m.say(text); m.whole = true }

// tell is say with the keys that the person has, as keyed.
func (m *Model) tell(text string) { m.say(m.keyed(text)) }

// keyed is a text of ours with the keys that the person has: see action.Keys.Text.
func (m *Model) keyed(text string) string { return m.opts.Config.Keys.Text(text) }

// fail shows what went wrong.
func (m *Model) fail(err error) { m.message, m.trouble = inShort(m.session.Explained(err)), true }

// inShort is an error for a line of the screen: what it says of a file without the folders, which would leave no room for it; of a thing
// that is shown and that another program has deleted meanwhile, that it is gone.
func inShort(err error) string {
	var own *roadmap.Error
	if errors.As(err, &own) && own.Code == roadmap.Unknown && own.Field == "" {
		return own.Item + " is not there any more"
	}
	var of *store.Error
	if errors.As(err, &of) {
		return strings.Replace(err.Error(), of.Path, filepath.Base(of.Path), 1)
	}
	return err.Error()
}
