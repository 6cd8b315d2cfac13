package phrase

import "testing"

// Lines out of a mail or a chat name a task and say something of it, in whatever order.
func TestALineThatNamesATaskAnswersForIt(t *testing.T) {
	titles := []string{"Port store page", "Tool campaign", "Trial run", "Trial run 2", "Antenna module", "Antenna samples", "Print-run A"}
	ctx := underWay(aurora(t))
	of := func(int) Context { return ctx }
	for line, want := range map[string]Answer{
		"Port store page: done":                      {Task: 0, Text: "done"},
		"- Tool campaign 3d left":                    {Task: 1, Text: "3d left"},
		"3d left on Tool campaign":                   {Task: 1, Text: "3d left"},
		"* [x] port store page":                      {Task: 0, Text: "done"},
		"Port store page ✅":                          {Task: 0, Text: "done"},
		"The tool campaign is done.":                 {Task: 1, Text: "is done."},
		"Tool campaign – slips a week, Ana is on it": {Task: 1, Text: "slips a week", LeftOut: "Ana is on it"},
		"Tool campaign 7d left (Ana is on it)":       {Task: 1, Text: "7d left", LeftOut: "Ana is on it"},
		"**Trial run 2**: waiting for legal":         {Task: 3, Text: "waiting for legal"},
		"Trial run\tdone fri":                        {Task: 2, Text: "done fri"},
		"Port: finished mon":                         {Task: 0, Text: "finished mon"},
		"Print run A - half done":                    {Task: 6, Text: "half done"},
		"Done: Trial run":                            {Task: 2, Text: "Done"},
		"Antenna: done":                              {Task: -1, Text: ""}, // two begin so
		"Trial runs are fun":                         {Task: -1, Text: ""},
		"Hi Tom,":                                    {Task: -1, Text: ""},
		"":                                           {Task: -1, Text: ""},
		"Tool campaign":                              {Task: 1, Text: ""},
		"Tool campaign more or less":                 {Task: 1, Text: "more or less"},
	} {
		if got := NewTitles(titles, nil).Answer(line, of); got != want {
			t.Errorf("%q is %+v, want %+v", line, got, want)
		}
	}
}

// The words before a colon name the task that has them and its team's, in any order, where only one has.
func TestWordsInAnyOrderNameATaskAndItsTeam(t *testing.T) {
	titles := []string{"Agreement on the loan", "Loan agreement", "Loan agreement", "Crates", "Demo", "Demo: hall"}
	teams := []string{"Louvre", "Louvre", "Prado", "Prado", "", "Prado"}
	ctx := underWay(aurora(t))
	of := func(int) Context { return ctx }
	for line, want := range map[string]Answer{
		"Louvre loan agreement: now 16 April":     {Task: 1, Text: "now 16 April"},
		"Loan agreement (Prado): now 16 April":    {Task: 2, Text: "now 16 April"},
		"the loan agreement on - done":            {Task: 0, Text: "done"},
		"Prado: done":                             {Task: -1},
		"Prado crates: 3d left, as Demo":          {Task: 3, Text: "3d left", LeftOut: "as Demo"},
		"Demo: hall: done":                        {Task: 5, Text: "done"},
		"Demo: done":                              {Task: 4, Text: "done"},
		"Prado crates and a case: now 16 April":   {Task: 3, Text: "and a case: now 16 April"},
		"Louvre loan agreement is there, 3d left": {Task: 1, Text: "3d left", LeftOut: "Louvre … is there"},
	} {
		if got := NewTitles(titles, teams).Answer(line, of); got != want {
			t.Errorf("%q is %+v, want %+v", line, got, want)
		}
	}
}

// Words around an answer are left out, and told; what is doubted, or contradicts itself, is no answer.
func TestAnAnswerIsFoundAmongOtherWords(t *testing.T) {
	ctx := underWay(aurora(t))
	of := func(int) Context { return ctx }
	for line, want := range map[string][2]string{
		"1. Injection tooling: steel came late, new promise 6 April":           {"new promise 6 April", "steel came late"},
		"Injection tooling: steel came late - promise 6 April":                 {"promise 6 April", "steel came late"},
		"3. Injection tooling ok as planned":                                   {"as planned", "ok"},
		"Injection tooling: we are still on track":                             {"we are still on track", ""},
		"Injection tooling, the mould maker was ill so it starts Wed":          {"starts Wed", "the mould maker was ill so it"},
		"Injection tooling: trial parts look good; ready on 9 April latest":    {"ready on 9 April latest", "trial parts look good"},
		"Injection tooling: customs took long, delayed by 1 week":              {"delayed by 1 week", "customs took long"},
		"Injection tooling: due to the strike it slips 2 days":                 {"slips 2 days", "due to the strike it"},
		"Injection tooling: cavity two was reworked, blocked by customs":       {"blocked by customs", "cavity two was reworked"},
		"> Injection tooling: steel is here, I think we need 3 more days":      {"3 more days", "steel is here, I think we need"},
		"Injection tooling: old promise 2 April, new promise 6 April":          {"new promise 6 April", "old promise 2 April"},
		"Injection tooling: steel came late, new promise 6 April, so 6 April.": {"new promise 6 April", "steel came late … so 6 April"},
		"Injection tooling: good news, done":                                   {"done", "good news"},
	} {
		if got := NewTitles([]string{"Injection tooling"}, nil).Answer(line, of); got != (Answer{0, want[0], want[1]}) {
			t.Errorf("%q is %+v, want %q", line, got, want)
		}
	}
	for _, line := range []string{
		"Injection tooling: steel came late",
		"Injection tooling: steel is late, new promise 6 April, ready on 9 April",
		"Injection tooling: drawings done, steel late",
		"Injection tooling: it is not done",
		"Injection tooling: steel came late, promise 6 April if customs clears it",
		"Injection tooling: steel came late, hopefully ready on 9 April",
		"Injection tooling: steel came late. Will it be ready on 9 April?",
		"Injection tooling: promise 2 April, or rather 6 April",
		"Injection tooling: done, promise 6 April",
		"Injection tooling: all good but slips 2 days",
	} {
		got := NewTitles([]string{"Injection tooling"}, nil).Answer(line, of)
		if got.Task != 0 || got.LeftOut != "" || ParseTold(got.Text, ctx).Problem() == nil {
			t.Errorf("%q is %+v, and can be taken", line, got)
		}
	}
}

// What only makes a mail of its answers is known as such; what may be one is not.
func TestTheCourtesiesOfAMailSayNothingOfWork(t *testing.T) {
	for _, line := range []string{"Hi Tom,", "hello all", "Dear Ms Li, thanks for asking!", "Good morning Tom,", "Best regards,", "Kind regards", "-- ", "Thanks!", "On Mon, 5 Jan 2026, Tom wrote:",
		"> On Mon, Tom wrote:", "From: Li Wei", "Subject: RE: status", "Sent from my phone", "-----Original Message-----", "> Hi Li,", ">"} {
		if !Courtesy(line) {
			t.Errorf("%q is taken for work", line)
		}
	}
	for _, line := range []string{"Housing samples: done", "Good samples of the housing arrived on Monday", "To do next: nothing", "On track with all else", "The rest is on track", "Best samples chosen"} {
		if Courtesy(line) || Signs(line) {
			t.Errorf("%q is taken for a courtesy", line)
		}
	}
	if !Quoted("  > When?") || Quoted("5 > 4") {
		t.Error("quotes")
	}
}

func FuzzAnswer(f *testing.F) {
	for _, s := range []string{"Trial run: done", "3d left on Trial run", "İ trial run", "- [x] trial run", "trial run (", "\xff trial run -", "the the the"} {
		f.Add(s)
	}
	ctx := underWay(aurora(f))
	titles := NewTitles([]string{"Trial run", "Trial", "", "İstanbul", "-"}, nil)
	f.Fuzz(func(t *testing.T, line string) {
		got := titles.Answer(line, func(int) Context { return ctx })
		if got.Task < -1 || got.Task > 4 || got.Task == -1 && got.Text != "" {
			t.Fatalf("%q is %+v", line, got)
		}
	})
}
