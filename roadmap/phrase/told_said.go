package phrase

// The ways in which people say what ParseTold has a form for.
var (
	saysDone      = []string{"done", "done finally", "finally done", "it's done", "finished", "completed", "complete", "delivered", "closed", "shipped", "ready", "reached", "all done", "done already", "already done"}
	saysDoneOn    = []string{"done", "finished", "completed", "delivered", "closed", "shipped", "reached", "received", "arrived", "came"}
	saysDropped   = []string{"cancelled", "canceled", "dropped", "abandoned", "cancel", "descoped", "obsolete", "not needed", "no longer needed", "not needed any more", "won't do", "wont do", "not doing it", "skipped"}
	saysPlanned   = []string{"on track", "as planned", "ok", "okay", "fine", "yes", "yep", "good", "all good", "going well", "on time", "in time", "on schedule", "on plan", "green", "back on track", "no delay", "no delays", "confirmed", "as agreed", "as promised", "all on track", "everything on track", "on target", "all as planned", "everything as planned"}
	saysUnderWay  = []string{"in progress", "under way", "underway", "ongoing", "working on it", "wip", "doing", "has begun", "has started", "on it", "still on it", "continuing", "continues"}
	saysNothing   = []string{"no news", "no change", "nothing new", "no update", "no answer", "no reply", "no word", "no idea", "don't know", "unknown", "unclear", "unchanged", "same", "tbd", "n/a", "?", "nothing", "skip", "pass"}
	saysNoMore    = []string{"no progress", "no progress yet", "nothing done", "nothing done yet", "not moved"}
	saysNotYet    = []string{"not yet", "no", "nope", "not yet started", "not started yet", "hasn't started", "has not started", "not begun yet"}
	saysNotDone   = []string{"not done", "not finished", "not done yet", "not finished yet", "nothing yet", "unfinished", "not complete", "not ready", "not ready yet"}
	saysLate      = []string{"late", "delayed", "slips", "slipping", "slipped", "behind", "behind schedule", "later", "takes longer", "longer", "postponed", "deferred", "pushed", "red", "will be late", "running late", "will slip", "overdue"}
	saysAlmost    = []string{"almost", "nearly", "almost done", "nearly done", "mostly done", "almost finished", "nearly finished", "nearly there", "almost there", "partly done", "partially done", "in review", "ready for review", "in test", "in testing", "in qa"}
	saysWaiting   = []string{"waiting for", "waiting on", "waits for", "waits on", "wait for", "stuck on", "stuck at", "stuck with", "stuck in", "held up by", "held by", "on hold for", "on hold waiting for", "on hold waiting on", "on hold because", "paused waiting for", "on hold because of", "blocked because of"}
	saysStarted   = []string{"started", "begun", "began", "has started", "has begun"}
	saysStarts    = []string{"starts", "starts on", "begins", "begins on", "will start", "will start on", "will begin", "starting", "start", "start on", "begin", "begin on", "not started until", "not until", "not before", "cannot start before", "can't start before", "can not start before", "won't start before", "will not start before", "cannot begin before", "not starting before"}
	saysHeld      = []string{"on hold", "paused", "sick", "ill", "away", "on holiday", "on vacation", "on leave", "stopped"}
	saysAwayUntil = []string{"back", "back on", "away until", "away till", "out until", "off until", "sick until", "ill until", "on holiday until", "on vacation until", "on leave until", "paused until", "on hold until", "restarts", "restarts on", "resumes", "resumes on", "continues on"}
	saysFree      = []string{"no longer blocked", "not blocked", "not blocked any more", "nothing in the way", "resolved", "solved", "sorted", "unstuck", "no longer stuck"}
	saysPromise   = append(saysWhenDone, "eta", "eta is", "will be", "will be on", "will be done", "will be done on", "will be done by", "will be ready", "will be ready by", "will be ready on", "will be finished", "will be finished by",
		"should be done by", "should be done on", "should be ready by", "done by", "finished by", "ready by", "ready on", "ready", "expected", "expected on", "expected by", "ends", "ends on", "end", "end on", "finishes", "finishes on", "finish", "finish by", "finishing", "finishing by", "finishing on", "arrives", "arrives on", "comes", "comes on",
		"coming", "promises", "promised for", "promised by", "says now", "lands", "lands on", "should land", "should land on", "ships", "ships on", "delivering", "new date", "new date is", "new eta", "new promise", "new promise is", "new promise for", "promise", "promise is", "now promised", "now promised for", "will arrive", "will arrive on", "arriving", "arriving on", "will come on", "eta now", "now expected", "eta slipped to", "eta moved to", "delivery", "delivers", "delivers on", "by",
		"until", "till", "will take until", "will take till", "takes until", "takes till", "needs until", "will need until", "will last until", "lasts until", "need until", "no later than", "not later than", "latest", "at the latest", "latest by", "by the latest", "expected completion", "completion", "completion date", "expected delivery",
		"expect delivery", "delivery date", "delivery on", "expect to finish", "expects to finish", "expect to be done", "expect to deliver", "plan to finish", "plan to deliver", "aim to finish", "confirmed for", "confirm", "etd", "new etd")
	// saysWhenDone are will be shipped on, should be finished by and the like.
	saysWhenDone  = whenDone()
	saysMovedFrom = []string{"moved from", "moves from", "slipped from", "slips from", "postponed from", "shifted from", "pushed from", "delayed from", "changed from", "rescheduled from"}
	saysMovedTo   = []string{"moved to", "moves to", "pushed to", "postponed to", "postponed until", "delayed to", "delayed until", "delayed till", "slips to", "slipped to", "rescheduled to", "shifted to", "now"}
	saysLater     = []string{"slips", "slips by", "slip", "slip by", "slipped", "slipped by", "slipping by", "delayed", "delayed by", "late by", "later by", "behind by", "pushed by", "moved by", "moves by", "moved out", "moved out by", "moved back", "pushed out", "pushed out by", "pushed back", "slid", "slid by", "postponed by", "delay of", "delay"}
	saysLonger    = []string{"extended by", "extends by", "extend by", "prolonged by", "overruns by", "overran by", "overrun of", "overrun by", "longer by", "takes longer by"}
	saysBefore    = []string{"still", "about", "approx", "around", "roughly", "maybe", "probably", "ca", "it's", "it is", "it", "is", "was", "has been", "has", "needs", "need", "takes", "take", "will take", "will need", "would need", "would take", "takes about", "requires", "require", "will require", "ask for", "asks for", "asking for", "asked for", "want", "wants", "could use", "just", "well", "yes", "actually", "sorry", "got", "at", "we", "we are", "we're", "we'll", "i", "i'm", "they", "they are", "ca.", "approx.", "approximately", "circa", "est."}
	leftWords     = []string{"", "left", "more", "remaining", "to go", "to do", "needed", "of work", "of work left", "work left", "more work", "more of work", "more needed", "still", "still left", "left to do", "more left", "more to go", "more remaining"}
	longerWords   = []string{"longer", "longer needed", "over", "too long", "over plan", "over estimate", "than planned", "than expected", "than estimated", "than thought", "longer than planned", "longer than expected", "longer than estimated", "longer than thought", "more than planned", "more than expected", "more than estimated", "more than thought", "on top"}
	lateWords     = []string{"late", "later", "behind", "delay", "delayed", "slip", "behind schedule", "later than planned", "later than expected"}
	spentWords    = []string{"done", "worked", "spent", "finished", "of it done", "of work done", "behind us"}
	earlyWords    = []string{"early", "earlier", "ahead", "ahead of plan", "earlier than planned"}
)

// whenDone are the ways to say by when something will have been done.
func whenDone() []string {
	var out []string
	for _, will := range []string{"will be", "should be", "to be", "expected to be"} {
		for _, done := range []string{"shipped", "delivered", "finished", "completed", "sent", "there"} {
			out = append(out, will+" "+done, will+" "+done+" on", will+" "+done+" by")
		}
	}
	for _, do := range []string{"ship", "deliver", "finish", "complete", "send", "arrive"} {
		out = append(out, "will "+do, "will "+do+" on", "will "+do+" by", "should "+do, "should "+do+" by")
	}
	return out
}
