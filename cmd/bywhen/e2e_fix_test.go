package main

import (
	"testing"
)

// A supplier is late: what it costs is seen, a way out is tried and taken back, another is asked for; the date stays until it
// is promised.
func TestEndToEndAWayOut(t *testing.T) {
	onDemo(t, func(t *testing.T, term *terminal, file string) {
		term.types("2")
		term.sees("Murata moved Antenna module from 3 Dec to 11 Dec")
		term.types("gj")
		term.sees("start Enclosure tooling 5 days before Antenna module ends")
		term.types("f")
		term.sees("Ways out of Launch in first stores: 19 Mar, due 12 Mar, +5d")
		term.types("\r")
		term.sees("WHAT-IF")
		term.sees("19 Mar → 12 Mar -5d")
		prints(t, term.beside(file, "check"), `^Launch in first stores +12 Mar +19 Mar +\+5d$`)
		term.types("W")
		term.sees("go on trying")
		term.types("x")
		term.sees("discarded: all is as it was")

		term.find("antenna mod", "Antenna module")
		term.types("f")
		term.sees("Murata delivers Antenna module 6 days")
		term.types("\r")
		term.sees("To Murata")
		term.types("q")
		term.sees("W try")
		prints(t, term.beside(file, "fix", "44"), `Murata delivers Antenna module 6 days earlier, by 3 Dec \(asked 23 Nov\)`)
		prints(t, term.beside(file, "check"), `^Launch in first stores +12 Mar +19 Mar +\+5d$`)
	})
}
