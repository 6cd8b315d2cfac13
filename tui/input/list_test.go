package input

import (
	"testing"

	"pgregory.net/rapid"
)

var someTasks = []string{"Antenna module", "Industrial design", "Assembly trial", "Firmware 1.0", "Trial run", "Radio driver", "Détail d'achat", "日本語のタイトル"}

func TestAFewLettersFindATask(t *testing.T) {
	for query, want := range map[string]string{
		"ant": "Antenna module", "am": "Antenna module", "ides": "Industrial design", "tri": "Trial run", "design ind": "Industrial design", "fw1": "Firmware 1.0",
		"dét": "Détail d'achat", "ANT": "Antenna module", "本語": "日本語のタイトル", "raddr": "Radio driver", "  run ": "Trial run", "murata": "Antenna module",
	} {
		l := &list{}
		l.show(someTasks, []string{"Murata", "", "", "", "", "", "", ""})
		l.search(query)
		if row := l.row(); row < 0 || someTasks[row] != want {
			t.Errorf("%q finds row %d", query, row)
		}
	}
}

// Rows that only have the letters somewhere are not listed beside those that a person can mean by them; alone they are.
func TestFarFetchedRowsAreLeftOutBesideGoodOnes(t *testing.T) {
	for query, want := range map[string]int{"ant": 1, "tri": 3, "asm": 1, "fw1": 1, "dsgn": 1, "dr": 1, "antna": 1, "an": 1, "nt": 1} {
		l := &list{}
		l.show([]string{"Antenna module", "Later in time", "Launch in first stores", "Industrial design", "Assembly trial", "Trial run", "Firmware 1.0", "Driver"}, nil)
		if l.search(query); len(l.found) != want {
			var got []string
			for _, h := range l.found {
				got = append(got, l.names[h.row()])
			}
			t.Errorf("%q finds %q", query, got)
		}
	}
}

func TestLettersThatNothingHasFindNothing(t *testing.T) {
	l := &list{}
	l.show(someTasks, nil)
	l.search("zzz")
	if l.row() != -1 || len(l.found) != 0 {
		t.Errorf("row %d of %d", l.row(), len(l.found))
	}
	if _, moved := l.key("down"); moved || l.row() != -1 {
		t.Errorf("down goes to row %d", l.row())
	}
}

func TestTypingOnFindsWhatTypingAtOnceFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		query := rapid.StringMatching(`[adimnrt ]{0,6}`).Draw(t, "query")
		step, once := &list{}, &list{}
		step.show(someTasks, nil)
		once.show(someTasks, nil)
		for i := range len(query) + 1 {
			step.search(query[:i])
		}
		once.search(query)
		if len(step.found) != len(once.found) {
			t.Fatalf("%q: %v and %v", query, step.found, once.found)
		}
		for i := range step.found {
			if step.found[i] != once.found[i] {
				t.Fatalf("%q: %v and %v", query, step.found, once.found)
			}
		}
	})
}

func TestTheRowPointedAtIsAlwaysShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := &list{}
		l.show(make([]string, rapid.IntRange(0, 40).Draw(t, "rows")), nil)
		for range rapid.IntRange(1, 10).Draw(t, "keys") {
			l.key(rapid.SampledFrom([]string{"up", "down", "pgup", "pgdown", "ctrl+home", "ctrl+end"}).Draw(t, "key"))
			h := rapid.IntRange(0, 12).Draw(t, "height")
			from, to := l.window(3, h)
			if to-from > h || len(l.names) > 0 && h > 0 && (l.at < from || l.at >= to) {
				t.Fatalf("row %d of %d, shown %d to %d in %d lines", l.at, len(l.names), from, to, h)
			}
		}
	})
}
