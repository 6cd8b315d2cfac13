package forecast

func (r *runner) drivers(f *Forecast, o Options, tallies []tally) error { return nil }
