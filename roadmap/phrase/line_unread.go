package phrase

import "strings"

// Unread are words of the title that may have been meant as a value, and what to write for it: by fri, due:fri; 3 days, 3d; after
// app, after:app. Both are empty where there are none, where the value is given already, and where something is quoted, which says
// what is title.
func (l Line) Unread(ctx Context) (words, write string) {
	s := newSaying(l.Task.Title, ctx)
	for i := 1; i < len(s.words); i++ {
		if l.quotes {
			break
		}
		for end := min(i+4, len(s.words)); end > i; end-- {
			part := *s
			part.words = s.words[:end]
			if write = l.meant(&part, i); write != "" {
				return strings.Join(s.words[i:end], " "), write
			}
		}
	}
	return "", ""
}

// meant is what to write for the words from the n-th on as a whole; empty where they are no value, or it is given.
func (l Line) meant(s *saying, n int) string {
	if first := s.words[n]; first != "" && first[0] >= '0' && first[0] <= '9' && !l.Task.Effort.Given() {
		if e, end, ok := s.duration(n); ok && end == len(s.words) && end > n+1 {
			return e.String() + "d"
		}
	}
	if n+1 == len(s.words) {
		return ""
	}
	day, dated := s.date(n + 1)
	switch s.words[n] {
	case "by", "due", "until", "before":
		if dated && l.Task.Deadline == 0 {
			return "due:" + day
		}
	case "start", "starts", "starting", "from":
		if dated && l.Task.NotBefore == 0 {
			return "start:" + day
		}
	case "after":
		if rest := strings.Join(s.words[n+1:], " "); len(l.Links) == 0 && s.ctx.begun(rest) {
			return "after:" + quotedName(rest)
		}
	}
	return ""
}

// begun tells whether the title of one task begins with a text.
func (c Context) begun(text string) bool {
	key, found := fold(text), 0
	for _, t := range c.roadmap().Tasks() {
		if key != "" && begins(t.Title, key) > 0 {
			found++
		}
	}
	return found == 1
}
