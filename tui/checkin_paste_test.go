package tui

import (
	"testing"

	"bywhen/roadmap"
)

// A reply as people write it: numbers, prose around the answers, what it quotes, and its courtesies, which are no lines of it.
func TestAReplyInProseAnswersWithWhatIsLeftOutInSight(t *testing.T) {
	u := lived(t, 140, 30).keys("r").pastes("Hi Tom,\nplease find below our status.\n\n1. Hinge fatigue test: steel came late, new promise 6 April\n2. Radio driver ok as planned\n" +
		"3. CAD freeze: promise 2 April, or rather 6 April\n> - Industrial design: promised for 16 Jan\n> When will each of these be done?\n\nBest regards\nLi Wei\nHuaxin Tooling Ltd.\n")
	u.sees("[x]   Hinge fatigue test  promised Tue 6 Apr · left out: steel came late", "[x]   Radio driver  as planned", "left out: ok", "3. CAD freeze: promise 2 April, or rather 6 April",
		"[ ]   > - Industrial design: promised for 16 Jan", "quoted", "please find below our status.  names no open task").seesNot("Hi Tom").seesNot("regards").seesNot("Huaxin").seesNot("When will each")
	u.sees("2 tasks told of; 3 lines left out, 1 of them marked !: e corrects")
}

const pastedAnswers = "Hi Tom,\n- Industrial design: 7d left (Ana is on it)\nRadio driver done\nCAD freeze: more or less\n3d left on Hinge fatigue test\nTrial run starts 15 dec\n"

// Lines out of a mail that answer the check-in are answers, with what each does; what says nothing is left out, what cannot be read says
// why. One undo takes all of the check-in back.
func TestAnswersPastedIntoACheckInAreTold(t *testing.T) {
	u := lived(t, 120, 30)
	before := u.m.session.Roadmap()
	u.keys("r").pastes(pastedAnswers)
	u.sees("Answers that were pasted", "4 tasks told of; 1 line left out, marked !: e corrects", "[x]   Industrial design  7 days left · left out: Ana is on it · ends",
		"[x]   Radio driver  done", "▌[ ] ! CAD freeze: more or less", `"more" says nothing of it`, "[x]   Trial run  not started, not before Tue 15 Dec")
	u.keys("space").sees("[ ] ! CAD freeze").keys("enter").sees("4 of 6 told", "told: 4 tasks; 1 line left out: CAD freeze: more or less", "Trial run", "not asked about")
	if len(u.m.session.Roadmap().Tasks()) != len(before.Tasks()) {
		t.Error("a line became a task")
	}
	if left := u.task("Industrial design").Remaining; left != roadmap.PersonDays(7) || u.task("Radio driver").Status != roadmap.Done || u.task("Trial run").NotBefore.String() != "2026-12-15" {
		t.Errorf("%s left, %v", left, u.task("Radio driver").Status)
	}
	u.keys("esc").sees("Check-in, 4 tasks", "1 pasted line left out", "u takes all of it back")
	if u.keys("u"); !roadmap.Diff(before, u.m.session.Roadmap(), "").Empty() {
		t.Error("one undo does not take all back")
	}
}

// A line is corrected as in any preview; of two lines about one task the first is taken until the other is.
func TestAnAnswerThatWasPastedIsCorrected(t *testing.T) {
	u := lived(t, 120, 30).keys("r").pastes("Radio driver: done\nRadio driver: 2d left\nCAD freeze: soon")
	u.sees("▌[ ] ! Radio driver: 2d left", "is told of in another line: space takes this one instead", "1 task told of; 2 lines left out, marked !")
	u.keys("space").sees("[ ] ! Radio driver: done", "[x]   Radio driver  2 days left").keys("G e")
	for range len("soon") {
		u.keys("backspace")
	}
	u.types("slips 2d").keys("enter").sees("CAD freeze  not started, not before").keys("enter").sees("2 of 5 told")
}

// Lines of which none answers the check-in are tasks, as pasted anywhere.
func TestLinesThatAnswerNothingAreTasks(t *testing.T) {
	lived(t, 120, 30).keys("r").pastes("Book the hall 2d\nLights 1d").sees("2 tasks").seesNot("Answers")
	lived(t, 120, 30).pastes("Book the hall 2d\nLights 1d").sees("2 tasks").seesNot("as answers")
}

// Lines that answer a check-in are answers wherever they are pasted, and a key makes tasks of them; where only some do it is the other
// way round.
func TestAnswersPastedAnywhereOpenTheCheckIn(t *testing.T) {
	u := lived(t, 120, 30)
	tasks := len(u.m.session.Roadmap().Tasks())
	u.pastes(pastedAnswers).sees("Answers that were pasted", "t as new tasks").keys("esc").seesNot("Check-in")
	u.pastes(pastedAnswers).keys("t").sees("Where none is named", "r as answers").keys("r").sees("Answers that were pasted").seesNot("t as new").keys("esc").seesNot("Check-in")
	u.pastes("Hello\nall\nRadio driver: done\nBest").sees("Where none is named", "r as answers").keys("r").sees("Answers that were pasted", "1 task told of").keys("enter").sees("1 of 5 told").keys("esc").sees("Check-in, 1 task")
	if u.task("Radio driver").Status != roadmap.Done || len(u.m.session.Roadmap().Tasks()) != tasks {
		t.Error("it was not told, or a line became a task")
	}
	u.keys("W").pastes("Radio driver: done\nTrial run: 3d").seesNot("answers")
}

// One line that is pasted answers for the task that it names, whatever line the cursor is on; one that names none is typed into it.
func TestOneLineThatIsPastedAnswersForTheTaskThatItNames(t *testing.T) {
	u := lived(t, 120, 30).keys("r").pastes("Radio driver: done fri").sees("Answers that were pasted", "1 task told of", "Radio driver  done Fri 20 Nov").keys("enter").sees("1 of 5 told")
	u.pastes("12d left").sees("12d left▏").seesNot("Answers that were pasted")
}

// An answer that is typed is read like one that is pasted: several in one, with what was left out in sight, and the reason in the history.
func TestAnAnswerThatIsTypedMaySayMoreThanOneThing(t *testing.T) {
	u := lived(t, 140, 30).keys("r").pastes("Radio driver: started on Thursday, 4 days left")
	u.sees("[x]   Radio driver  started Thu 19 Nov, 4 days left").seesNot("left out").keys("esc")
	for typed, shows := range map[string]string{
		"started on Thursday, 4 days left":             "started Thu 19 Nov",
		"3d left (Ana is on it)":                       "left out: Ana is on it",
		"3 days left, but 40 parts are missing":        "left out: but 40 parts are missing",
		"another week for the essays":                  "left out: for the essays",
		"slipped by two weeks because of the flu":      "because the flu",
		"started last Tuesday, 2026-12-24 is the date": "left out: 2026-12-24 is the date",
	} {
		u.types(typed).sees(shows)
		for range typed {
			u.keys("backspace")
		}
	}
	u.types("slipped by two weeks because of the flu").keys("enter").keys("esc").sees("Check-in, 1 task")
	u.keys("7").sees("the flu")
}

// By when it is done does not say that it has begun: when it then has to is said beside it.
func TestAPromiseForWhatIsNotStartedSaysWhenItStarts(t *testing.T) {
	lived(t, 140, 30).keys("r").pastes("CAD freeze: done by 8 jan").sees("CAD freeze  promised Fri 8 Jan · not started: to start", "ends")
}
