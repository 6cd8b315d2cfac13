package phrase

import "testing"

// Lines out of a mail or a chat name a task and say something of it, in whatever order.
func TestALineThatNamesATaskAnswersForIt(t *testing.T) {
	titles := []string{"Port store page", "Tool campaign", "Trial run", "Trial run 2", "Antenna module", "Antenna samples", "Print-run A"}
	ctx := underWay(aurora(t))
	reads := func(_ int, answer string) bool { return ParseTold(answer, ctx).Problem() == nil }
	for line, want := range map[string]Answer{
		"Port store page: done":                      {0, "done"},
		"- Tool campaign 3d left":                    {1, "3d left"},
		"3d left on Tool campaign":                   {1, "3d left"},
		"* [x] port store page":                      {0, "done"},
		"Port store page ✅":                          {0, "done"},
		"The tool campaign is done.":                 {1, "is done."},
		"Tool campaign – slips a week, Ana is on it": {1, "slips a week"},
		"Tool campaign 7d left (Ana is on it)":       {1, "7d left"},
		"**Trial run 2**: waiting for legal":         {3, "waiting for legal"},
		"Trial run\tdone fri":                        {2, "done fri"},
		"Port: finished mon":                         {0, "finished mon"},
		"Print run A - half done":                    {6, "half done"},
		"Done: Trial run":                            {2, "Done"},
		"Antenna: done":                              {-1, ""}, // two begin so
		"Trial runs are fun":                         {-1, ""},
		"Hi Tom,":                                    {-1, ""},
		"":                                           {-1, ""},
		"Tool campaign":                              {1, ""},
		"Tool campaign more or less":                 {1, "more or less"},
	} {
		if got := NewTitles(titles).Answer(line, reads); got != want {
			t.Errorf("%q is %+v, want %+v", line, got, want)
		}
	}
}

func FuzzAnswer(f *testing.F) {
	for _, s := range []string{"Trial run: done", "3d left on Trial run", "İ trial run", "- [x] trial run", "trial run (", "\xff trial run -", "the the the"} {
		f.Add(s)
	}
	ctx := underWay(aurora(f))
	titles := NewTitles([]string{"Trial run", "Trial", "", "İstanbul", "-"})
	f.Fuzz(func(t *testing.T, line string) {
		got := titles.Answer(line, func(_ int, answer string) bool { return ParseTold(answer, ctx).Problem() == nil })
		if got.Task < -1 || got.Task > 4 || got.Task == -1 && got.Text != "" {
			t.Fatalf("%q is %+v", line, got)
		}
	})
}
