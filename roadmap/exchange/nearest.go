package exchange

import "strings"

// nearest is the name that a misspelt one most likely means, or empty: at most a third of its letters, rounded up, differ.
func nearest(word string, names []string) string {
	best, least := "", (len(word)+2)/3+1
	if len(word) > 40 {
		return ""
	}
	for _, name := range names {
		if d := distance(strings.ToLower(word), strings.ToLower(name)); d < least {
			best, least = name, d
		}
	}
	return best
}

// distance is the number of bytes to insert, delete or replace between two words (V. Levenshtein, Binary codes capable of
// correcting deletions, insertions and reversals, 1966).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replace := diagonal
			if a[i] != b[j] {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// meant is the end of an error about an unknown name: the nearest one, or nothing.
func meant(word string, names []string) string {
	if name := nearest(word, names); name != "" {
		return "; did you mean " + quoted(name) + "?"
	}
	return ""
}
