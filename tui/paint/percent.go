package paint

import "fmt"

// Percent writes a probability of 0 to 1: "31 %". What is nearly sure is not called so: "over 99 %", "under 1 %".
func Percent(p float64) string {
	switch {
	case p > 0 && p < 0.01:
		return "under 1 %"
	case p < 1 && p > 0.99:
		return "over 99 %"
	}
	return fmt.Sprintf("%.0f %%", p*100)
}
