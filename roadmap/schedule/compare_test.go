package schedule_test

import (
	"testing"

	"bywhen/roadmap/schedule"
)

func TestWhatWasCloseAndNowSlipsIsWorseAndNotNew(t *testing.T) {
	flag := func(k schedule.FlagKind, days, margin int) schedule.Flag {
		return schedule.Flag{Kind: k, Task: "1", Days: days, Margin: margin}
	}
	for _, c := range []struct {
		then, now schedule.Flag
		want      schedule.Trend
	}{
		{flag(schedule.AtRisk, 0, 2), flag(schedule.AtRisk, 0, 2), schedule.Same},
		{flag(schedule.AtRisk, 0, 2), flag(schedule.AtRisk, 0, 1), schedule.Worse},
		{flag(schedule.AtRisk, 0, 1), flag(schedule.Slipping, 1, 0), schedule.Worse},
		{flag(schedule.Slipping, 3, 0), flag(schedule.Overdue, 3, 0), schedule.Worse},
		{flag(schedule.Slipping, 3, 0), flag(schedule.Slipping, 2, 0), schedule.Better},
		{flag(schedule.Slipping, 3, 0), flag(schedule.AtRisk, 0, 1), schedule.Better},
		{flag(schedule.NoPromise, 0, 0), flag(schedule.Slipping, 1, 0), schedule.New},
	} {
		trends, gone := schedule.CompareFlags([]schedule.Flag{c.then}, []schedule.Flag{c.now})
		if trends[0] != c.want || (len(gone) == 1) != (c.want == schedule.New) {
			t.Errorf("%s %d then, %s %d now: %s and %d gone, want %s", c.then.Kind, c.then.Days, c.now.Kind, c.now.Days, trends[0], len(gone), c.want)
		}
	}
}
