package scene

import (
	"bywhen/roadmap"
	"bywhen/roadmap/forecast"
	"bywhen/roadmap/schedule"
	"bywhen/tui/paint"
)

// Chance is how probable it is that a deadline is kept, in words and their style; empty where nobody has reckoned it yet, a question
// mark where its end rests on one that nobody knows.
func (s *Scene) Chance(r Ref) (string, paint.Style) {
	if s.Forecast == nil {
		return "", paint.Text
	}
	if d := s.Forecast.On(r); d != nil {
		return ChanceOf(d), ChanceStyle(d)
	}
	return "", paint.Text
}

// ChanceStyle warns of what is less than 80 % probable.
func ChanceStyle(d *forecast.Deadline) paint.Style {
	switch {
	case d.OpenEnd || d.Probability < 0.5:
		return paint.Late
	case d.Probability < 0.8:
		return paint.Risk
	}
	return paint.Fine
}

// ChanceOf is how probable it is that a deadline is kept, in words, as Chance has it.
func ChanceOf(d *forecast.Deadline) string {
	if d.OpenEnd {
		return "?"
	}
	return paint.Percent(d.Probability)
}

// Forecasted is the day on which what has a deadline ends in the plan; 0 where it has no dates.
func (s *Scene) Forecasted(r Ref) roadmap.Date {
	d, ok := s.Deadline(r)
	if !ok {
		return 0
	}
	return d.Forecast
}

// Doubtful is how probable a deadline is that holds by the plan alone; false for any other, and where nobody has reckoned it yet.
func (s *Scene) Doubtful(d *schedule.Deadline) (chance float64, is bool) {
	chance, known := s.Chances[d.On]
	return chance, known && chance < schedule.Probable && !d.Done && !d.Silent && !d.Undated && d.Forecast != 0 && d.Days <= 0 && !d.OpenEnd
}

// LikelyLater is the day by which a deadline that is late is likely done, with a probability of 80 %; false where that is no later than
// the plan has it, for any other deadline, and where nobody has reckoned it yet.
func (s *Scene) LikelyLater(d *schedule.Deadline) (day roadmap.Date, is bool) {
	day = s.Likely[d.On]
	return day, day > d.Forecast && !d.Done && !d.Undated && d.Forecast != 0 && d.Days > 0 && !d.OpenEnd
}
