package roadmap_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	. "bywhen/roadmap"
)

// backed takes one edit back on a roadmap that has moved on, and holds what no longer fits.
func backed(t *testing.T, r *Roadmap, first, then func(*Draft) error, misfits ...string) *Roadmap {
	t.Helper()
	one := edited(t, r, first)
	now := edited(t, one, then)
	return tries(t, now, &WhatIf{Name: "w", Today: tue, Edits: Diff(r, one, "").Inverted().Edits}, misfits...)
}

func holiday(name, from, to string) func(*Draft) error {
	return func(d *Draft) error {
		s := *d.Settings()
		s.Holidays = append(slices.Clone(s.Holidays), Period{Name: name, From: day(from), To: day(to)})
		return d.SetSettings(s)
	}
}

func onTask(id string, change func(*Task)) func(*Draft) error {
	return func(d *Draft) error { return d.UpdateTask(id, change) }
}

func blocked(text string) func(*Draft) error {
	return onTask("3", func(t *Task) { t.Blockers = append(slices.Clone(t.Blockers), Blocker{Text: text, Since: tue}) })
}

func TestWhatWasAddedToAListGoesAndWhatCameLaterStays(t *testing.T) {
	r := aurora(t)
	was := r.Settings().Holidays
	now := backed(t, r, holiday("Bavaria", "2027-01-06", "2027-01-06"), holiday("Works", "2027-02-03", "2027-02-05"))
	if want := append(slices.Clone(was), Period{Name: "Works", From: day("2027-02-03"), To: day("2027-02-05")}); !slices.Equal(now.Settings().Holidays, want) {
		t.Errorf("holidays are %v", now.Settings().Holidays)
	}
	if got := backed(t, r, blocked("legal"), blocked("money")).Task("3").Blockers; len(got) != 1 || got[0].Text != "money" {
		t.Errorf("blockers are %v", got)
	}
	one := onTask("3", func(t *Task) { t.Tags = []string{"steel", "one"} })
	two := onTask("3", func(t *Task) { t.Tags = []string{"steel", "one", "two"} })
	if got := backed(t, r, one, two).Task("3").Tags; !slices.Equal(got, []string{"steel", "two"}) {
		t.Errorf("tags are %v", got)
	}
}

func TestWhatWasTakenOutOfAListComesBackToItsPlace(t *testing.T) {
	r := edited(t, aurora(t), onTask("3", func(t *Task) { t.Tags = []string{"a", "b", "c"} }))
	now := backed(t, r, onTask("3", func(t *Task) { t.Tags = []string{"a", "c"} }), onTask("3", func(t *Task) { t.Tags = []string{"a", "c", "d"} }))
	if got := now.Task("3").Tags; !slices.Equal(got, []string{"a", "b", "c", "d"}) {
		t.Errorf("tags are %v", got)
	}
}

func TestAnElementThatIsAnotherByNowStaysAndIsTold(t *testing.T) {
	r := aurora(t)
	cleared := onTask("3", func(t *Task) {
		t.Blockers = slices.Clone(t.Blockers)
		t.Blockers[0].Cleared = tue
	})
	now := backed(t, r, blocked("legal"), cleared, `task "Tooling": blockers changed since, and stay as they are now`)
	if got := now.Task("3").Blockers; len(got) != 1 || got[0].Cleared != tue {
		t.Errorf("blockers are %v", got)
	}
	longer := func(d *Draft) error {
		s := *d.Settings()
		s.Holidays = slices.Clone(s.Holidays)
		s.Holidays[len(s.Holidays)-1].To = day("2027-01-08")
		return d.SetSettings(s)
	}
	backed(t, r, holiday("Fair", "2027-01-06", "2027-01-06"), longer, "the holidays changed since, and stay as they are now")
}

func TestValuesOfAMetricAreMergedByTheirDays(t *testing.T) {
	told := func(days ...string) func(*Draft) error {
		return func(d *Draft) error {
			return d.UpdateGoal("launch", func(g *Goal) {
				m := Metric{Name: "Orders", Target: 10}
				for i, s := range days {
					m.Values = append(m.Values, MetricValue{day(s), float64(i)})
				}
				g.Metric = &m
			})
		}
	}
	r := edited(t, aurora(t), told("2026-01-06"))
	now := backed(t, r, told("2026-01-06", "2026-01-07"), told("2026-01-06", "2026-01-07", "2026-01-08"))
	if got := now.Goal("launch").Metric.Values; len(got) != 2 || got[0].Date != day("2026-01-06") || got[1].Date != day("2026-01-08") {
		t.Errorf("values are %v", got)
	}
}

// Of two that change a list apart from each other, each can be taken back alone, and both together leave the list as it was.
func TestListsAreMergedElementByElement(t *testing.T) {
	start := edited(t, aurora(t), onTask("3", func(t *Task) { t.Tags = []string{"a", "b", "c", "d"} }))
	tags := func(r *Roadmap, change func([]string) []string) *Roadmap {
		return edited(t, r, onTask("3", func(t *Task) { t.Tags = change(slices.Clone(t.Tags)) }))
	}
	rapid.Check(t, func(rt *rapid.T) {
		mine, theirs := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"x", "y", "z"}), 1, 3, rapid.ID[string]).Draw(rt, "mine"),
			rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"p", "q"}), 1, 2, rapid.ID[string]).Draw(rt, "theirs")
		out := rapid.SampledFrom([]string{"a", "c", ""}).Draw(rt, "out")
		with := tags(start, func(l []string) []string {
			l = slices.DeleteFunc(l, func(s string) bool { return s == out })
			return slices.Insert(l, rapid.IntRange(0, len(l)).Draw(rt, "at"), mine...)
		})
		both := tags(with, func(l []string) []string { return append(l, theirs...) })
		back, misfits, err := both.Try(&WhatIf{Name: "w", Today: tue, Edits: Diff(start, with, "").Inverted().Edits})
		if err != nil || len(misfits) > 0 {
			rt.Fatal(misfits, err)
		}
		if want := append([]string{"a", "b", "c", "d"}, theirs...); !slices.Equal(back.Task("3").Tags, want) {
			rt.Errorf("tags are %v, want %v", back.Task("3").Tags, want)
		}
	})
}
