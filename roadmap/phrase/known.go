package phrase

import "bywhen/roadmap"

// ParseKnown reads until when a flag is known, and why: "1-feb accepted by the board", or until:1-feb because:"accepted by the
// board". A date counts as such at the beginning, and behind until at the end: "accepted by the board until 1-feb"; without one the flag is known until it gets worse. Nothing is needed.
func ParseKnown(text string, ctx Context) (roadmap.Known, []Chip) {
	text = untilKeyed(text, ctx)
	s := sentence[roadmap.Known]{reader: reader{Context: ctx, fresh: true}, text: text, fields: knownFields()}
	s.parse()
	s.leadingDate("until")
	sortChips(s.chips)
	var k roadmap.Known
	_ = s.on(&k, &hand{}) // without a draft nothing can be refused but what a chip says already
	title, start, end := s.title()
	k.Because = s.because
	if title != "" {
		chip := Chip{Field: "because", Text: "because " + title, Start: start, End: end}
		if s.because != "" {
			chip.Problem = "is given twice: " + quote(title) + " and " + quote(s.because)
		}
		k.Because = title
		s.chips = append(s.chips, chip)
	}
	if k.Until != 0 && k.Until < ctx.Today {
		for i := range s.chips {
			if c := &s.chips[i]; c.Field == "until" && c.Problem == "" {
				c.Problem = ctx.DateText(k.Until) + " has passed: name today or a later day"
			}
		}
	}
	return k, s.chips
}

func knownFields() []field[roadmap.Known] {
	return []field[roadmap.Known]{
		dateField("until", "until", false, func(k *roadmap.Known) *roadmap.Date { return &k.Until }, "till"),
	}
}

// leadingDate takes a date of up to four words, and until before it, off the beginning of what is left over, unless it was given already.
func (s *sentence[T]) leadingDate(field string) {
	until := 0
	if len(s.rest) > 1 && (s.rest[0].is("until") || s.rest[0].is("till")) {
		until = 1
	}
	for n := min(longestDate, len(s.rest)-until); n > 0; n-- {
		w, ok := joined(s.rest[until : until+n])
		if !ok || s.seen[field] != "" {
			continue
		}
		if _, err := Date(typedDate(w.text), s.Context); err != nil {
			continue
		}
		s.rest = s.rest[until+n:]
		w.text = typedDate(w.text)
		s.set(find(s.fields, field), w, w)
		return
	}
}
