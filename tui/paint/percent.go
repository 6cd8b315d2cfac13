package paint

import "fmt"

// Percent writes a probability of 0 to 1: "31 %". What is nearly sure is not called so: "over 99 %", "under 1 %".
func Percent(p float64) string {
	switch n := int(p*100 + 0.5); {
	case p <= 0 || p >= 1:
		return fmt.Sprintf("%d %%", n)
	case p < 0.005:
		return "under 1 %"
	case p >= 0.995:
		return "over 99 %"
	default:
		return fmt.Sprintf("%d %%", n)
	}
}
