package phrase

import (
	"fmt"
	"slices"
	"strings"

	"bywhen/roadmap"
)

// metricExample shows how a goal's metric is written.
const metricExample = "metric: leads 0 -> 400"

// metricKey begins a metric in a goal's line.
const metricKey = "metric:"

// arrows stand between what a metric is and what it is to be.
var arrows = []string{"->", "→", "=>", "to"}

// metricNameField is a goal's metric in words: its name, and what it is at first and is to be: leads 0 -> 400. With those two and
// another name it is another metric, which has no values yet; a name alone renames. A number alone, which names nothing, is what the
// metric is today.
func metricNameField() field[roadmap.Goal] {
	return field[roadmap.Goal]{
		name: "metric.name", keys: []string{"metric"}, text: true, example: metricExample,
		clear: func(g *roadmap.Goal, _ *hand) { g.Metric = nil },
		read: func(r *reader, w word) (reading[roadmap.Goal], error) {
			if _, err := readAmount(strings.TrimSpace(w.text)); err == nil {
				return r.metricToday(w)
			}
			m, ranged, err := readMetric(w.text)
			if err != nil {
				return reading[roadmap.Goal]{}, err
			}
			say := "metric " + m.Name
			if ranged {
				say += fmt.Sprintf(" %v → %v", m.Baseline, m.Target)
			}
			return put(say, func(g *roadmap.Goal) {
				now := metricOf(g)
				if ranged && fold(now.Name) != fold(m.Name) {
					now.Values = nil
				}
				if now.Name = m.Name; ranged {
					now.Baseline, now.Target = m.Baseline, m.Target
				}
				g.Metric = now
			}), nil
		},
	}
}

// metricToday reads a number as what a goal's metric is today. A goal that is only being written has none.
func (r *reader) metricToday(w word) (reading[roadmap.Goal], error) {
	none := fmt.Errorf("%s names no metric, and there is none yet: write it as %s", quote(strings.TrimSpace(w.text)), metricExample)
	if r.fresh {
		return reading[roadmap.Goal]{}, none
	}
	f := metricValueField()
	got, err := f.read(r, literal(strings.TrimSpace(w.text)))
	record := got.put
	got.put = func(g *roadmap.Goal, h *hand) error {
		if g.Metric == nil || g.Metric.Name == "" {
			return none
		}
		return record(g, h)
	}
	return got, err
}

// readMetric reads a metric's name and, before or behind it, two numbers with an arrow or "to" between them; ranged tells whether they
// are there; 0/5000 is such two as well. A name alone keeps what the numbers were.
func readMetric(text string) (m roadmap.Metric, ranged bool, err error) {
	words := metricWords(slashed(text))
	k := slices.IndexFunc(words, isArrow)
	if k < 0 {
		m.Name = strings.TrimSpace(text)
		return m, false, nil
	}
	wrong := fmt.Errorf("%s is no metric: write it as %s", quote(strings.TrimSpace(text)), metricExample)
	if k == 0 || k+1 == len(words) {
		return m, false, wrong
	}
	baseline, err1 := readAmount(words[k-1])
	target, err2 := readAmount(words[k+1])
	name := strings.Join(slices.Concat(words[:k-1], words[k+2:]), " ")
	again := slices.ContainsFunc(words[k+2:], func(s string) bool { return slices.Contains(arrows[:3], s) })
	if err1 != nil || err2 != nil || name == "" || again {
		return m, false, wrong
	}
	return roadmap.Metric{Name: name, Baseline: baseline, Target: target}, true, nil
}

// slashed is a metric's text with an arrow for the slash between its two numbers, the first of it or its last: "leads 0/400". Elsewhere, or
// without a name beside it, or where there is an arrow already, a slash is part of the name.
func slashed(text string) string {
	words := metricWords(text)
	if len(words) < 2 || slices.ContainsFunc(words, isArrow) {
		return text
	}
	for _, i := range []int{len(words) - 1, 0} {
		from, to, cut := strings.Cut(words[i], "/")
		_, err1 := readAmount(from)
		_, err2 := readAmount(to)
		if cut && err1 == nil && err2 == nil {
			words[i] = from + " " + arrows[0] + " " + to
			return strings.Join(words, " ")
		}
	}
	return text
}

// metricWords are the words of a metric, with an arrow between two numbers as a word of its own.
func metricWords(text string) []string {
	for _, arrow := range arrows[:3] {
		text = strings.ReplaceAll(text, arrow, " "+arrow+" ")
	}
	return strings.Fields(text)
}

// startsArrow tells whether a word begins with an arrow that is no word of a name.
func startsArrow(word string) bool {
	return slices.ContainsFunc(arrows[:3], func(a string) bool { return strings.HasPrefix(word, a) })
}

func isArrow(word string) bool { return slices.Contains(arrows, strings.ToLower(word)) }

// gatherMetric makes one word of "metric:" and what it is followed by: all up to the second number, and the word after that where no
// name came before. Without two numbers it is the one word that follows. The colon may be left out where a name and two numbers follow.
func gatherMetric(words []word) []word {
	words = keyedMetric(words)
	i := slices.IndexFunc(words, func(w word) bool { return !w.kept && strings.HasPrefix(strings.ToLower(w.bare), metricKey) })
	if i < 0 || words[i].open >= 0 || strings.ContainsRune(words[i].bare, 0) { // in quotes it is one word as it stands
		return words
	}
	end := metricEnd(words, i)
	if one, ok := joined(words[i:end]); ok {
		return slices.Concat(words[:i], []word{one}, words[end:])
	}
	return words
}

// keyedMetric puts the colon behind metric where it was left out: "Launch metric preorders 0 to 5000". Without a name and two numbers it
// is a word as any other.
func keyedMetric(words []word) []word {
	for i := 1; i < len(words); i++ {
		w := words[i]
		if strings.HasPrefix(strings.ToLower(w.bare), metricKey) {
			return words
		}
		if w.kept || !w.is("metric") {
			continue
		}
		w.text, w.bare, w.at = w.text+":", w.bare+":", append(slices.Clone(w.at), w.end())
		with := slices.Concat(words[:i], []word{w}, words[i+1:])
		one, ok := joined(with[i:metricEnd(with, i)])
		if !ok {
			continue
		}
		if _, ranged, err := readMetric(one.text[len(metricKey):]); ranged && err == nil {
			return with
		}
	}
	return words
}

// gatherSetMetric is gatherMetric where no other text can stand in the line: a name without numbers has all words up to the next field.
func gatherSetMetric(words []word) []word {
	words = gatherMetric(words)
	i := slices.IndexFunc(words, func(w word) bool { return !w.kept && strings.HasPrefix(strings.ToLower(w.bare), metricKey) })
	if i < 0 || words[i].open >= 0 || strings.ContainsRune(words[i].bare, 0) {
		return words
	}
	value := strings.TrimSpace(words[i].text[len(metricKey):])
	if _, err := readAmount(value); err == nil || slices.ContainsFunc(metricWords(slashed(value)), isArrow) {
		return words
	}
	end := i + 1
	for end < len(words) && !strings.Contains(words[end].bare, ":") {
		end++
	}
	if one, ok := joined(words[i:end]); ok {
		return slices.Concat(words[:i], []word{one}, words[end:])
	}
	return words
}

// metricEnd is where the metric that begins at a word ends.
func metricEnd(words []word, i int) int {
	said := strings.TrimPrefix(strings.ToLower(words[i].bare), metricKey)
	for end := i + 1; end <= len(words); end++ {
		if parts := metricWords(slashed(said)); len(parts) > 2 {
			k := slices.IndexFunc(parts, isArrow)
			if named := k > 1; k > 0 && k+1 < len(parts) {
				for end < len(words) && startsArrow(words[end].bare) { // a second arrow is part of it, and refused
					end = min(end+2, len(words))
				}
				if !named && k+2 == len(parts) && end < len(words) && !strings.Contains(words[end].bare, ":") {
					end++
				}
				return end
			}
		}
		if end == len(words) || strings.Contains(words[end].bare, ":") {
			break
		}
		said += " " + words[end].text
	}
	if said := strings.TrimPrefix(strings.ToLower(words[i].bare), metricKey); said == "" && i+1 < len(words) && !strings.Contains(words[i+1].bare, ":") {
		return i + 2
	}
	return i + 1
}

// FieldWords are the name of a field, as the roadmap's JSON has it, as a person says it: not before, metric, reach.
func FieldWords(name string) string {
	head, last, nested := strings.Cut(name, ".")
	switch {
	case nested && last == "name":
		name = head
	case head == "score" && nested:
		name = last
	}
	return strings.NewReplacer("_", " ", ".", " ").Replace(name)
}
