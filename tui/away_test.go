package tui

import "testing"

// A promise for a day on which its team is off says so wherever it is told, and in the details of the task from then on.
func TestAPromiseForADayOffIsToldOf(t *testing.T) {
	const away = "Murata is off on Wed 3 Feb, back on Wed 10 Feb"
	u := lived(t, 160, 40).keys("A").types("Murata off 1-feb to 9-feb New year").keys("enter esc")
	u.keys("a").types("Antenna tape @murata promised:3-feb").sees(away).keys("backspace").types("2-feb").seesNot("Wed 3 Feb").keys("esc")
	u.on("Antenna module").keys("s").types("promised:10-feb").seesNot("Murata is off").keys("ctrl+u").types("promised:3-feb").sees(away).keys("enter").sees("(was 11 Dec)", "Murata is off on Wed 3 Feb")
	lived(t, 160, 40).keys("A").types("Firmware off 1-feb to 9-feb").keys("enter esc r").walksTo("Radio driver").types("promised 3-feb").sees("Firmware is off on Wed 3 Feb, back on Wed 10 Feb")
}
