package phrase

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// ParseBlocker reads an impediment: "Export licence who:ana until fri", and since:16-nov, or since Monday, where it did not begin today. until is
// the first day without it, with a colon behind it or, at the end, without. Read with empty text it is no blocker, and its chip says so.
func ParseBlocker(text string, ctx Context) (roadmap.Blocker, []Chip) {
	text = untilKeyed(text, ctx)
	s := sentence[roadmap.Blocker]{reader: reader{Context: ctx, fresh: true}, text: text, fields: blockerFields()}
	s.parse()
	b := roadmap.Blocker{Since: ctx.Today}
	_ = s.on(&b, &hand{}) // without a draft nothing can be refused but what a chip says already
	title, start, end := s.title()
	chip := Chip{Field: "text", Text: "blocked: " + title, Start: start, End: end}
	if title == "" {
		chip = Chip{Field: "text", Problem: "is empty: say what is in the way", Start: len(text), End: len(text)}
	}
	b.Text = title
	return b, append([]Chip{chip}, s.chips...)
}

// untilKeyed is a text with a day at its end, or before its first field, that is said as until fri, till 4 dec or since Monday, with that written as
// until:fri: as many bytes. Where no day follows, until is a word as any other.
func untilKeyed(text string, ctx Context) string {
	for _, word := range []string{" until ", " till ", " since "} {
		i := strings.LastIndex(strings.ToLower(text), word)
		if i < 0 || len(strings.ToLower(text)) != len(text) || strings.Contains(strings.ToLower(text), strings.TrimSpace(word)+":") {
			continue
		}
		day, tail := text[i+len(word):], ""
		if k := strings.IndexByte(day, ':'); k >= 0 {
			k = max(0, strings.LastIndexByte(day[:k], ' '))
			day, tail = day[:k], day[k:]
		}
		on := ctx
		on.Actual = word == " since "
		if _, err := Date(typedDate(day), on); err == nil {
			text = text[:i] + word[:len(word)-1] + ":" + strings.ReplaceAll(day, " ", "-") + tail
		}
	}
	return text
}

// Problem is the first problem among chips as an error about an item, as `blocker`, or nil.
func Problem(item string, chips []Chip) error { return problem(item, chips) }

func blockerFields() []field[roadmap.Blocker] {
	type blocker = roadmap.Blocker
	return []field[blocker]{
		textField("owner", false, func(b *blocker) *string { return &b.Owner }, "who"),
		dateField("since", "since", true, func(b *blocker) *roadmap.Date { return &b.Since }),
		dateField("until", "until", false, func(b *blocker) *roadmap.Date { return &b.Until }, "till"),
	}
}

// blockersField adds a blocker to a task; none clears, today, those that are open.
func blockersField() field[roadmap.Task] {
	return field[roadmap.Task]{
		name: "blockers", keys: []string{"blocked", "blocker"}, text: true,
		clear: func(t *roadmap.Task, h *hand) {
			t.Blockers = slices.Clone(t.Blockers)
			for i := range t.Blockers {
				if t.Blockers[i].Open() && h.draft != nil {
					t.Blockers[i].Cleared = h.draft.Today()
				}
			}
		},
		read: func(r *reader, w word) (reading[roadmap.Task], error) {
			if !roadmap.IsClean(w.text) {
				return reading[roadmap.Task]{}, fmt.Errorf("%s holds control or invisible characters: leave them out", quote(w.text))
			}
			b, chips := ParseBlocker(w.text, r.Context)
			return put("blocked: "+b.Text, func(t *roadmap.Task) { t.Blockers = append(slices.Clone(t.Blockers), b) }), Problem("blocker", chips)
		},
	}
}
