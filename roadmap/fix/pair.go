package fix

import (
	"slices"

	"bywhen/roadmap"
)

// How far two ways out are looked for together.
const (
	pairSeeds    = 3 // the best ones alone, of different ideas
	pairPartners = 6 // what is tried beside each
)

// pairs puts two ways out together, for where none alone is enough: beside each of the best ones, what helps the plan that
// it leads to. A pair wins more than anything alone. At most one of the two is to be asked for.
func (s *search) pairs(alone []*tried) []*tried {
	var out []*tried
	for _, seed := range s.seeds(alone) {
		x := s.partner(seed)
		if x == nil || len(alone) > 0 && !x.winsMore(alone[0]) {
			continue
		}
		if !slices.ContainsFunc(out, func(o *tried) bool { return o.at == x.at }) {
			out = append(out, x)
		}
	}
	slices.SortFunc(out, s.better)
	return out
}

// seeds are the ways that a pair may begin with: the best, or, where nothing wins by itself, as with two chains that end on
// the same day, what was the most promising.
func (s *search) seeds(alone []*tried) []*tried {
	if len(alone) > 0 {
		return alone[:min(len(alone), pairSeeds)]
	}
	var out []*tried
	for _, i := range s.ideas(s.facts, s.target.want) {
		if len(out) == pairSeeds {
			break
		}
		if x := s.try(i, i.first(s.target.want), pairsMost); x != nil && x.won >= 0 {
			out = append(out, x)
		}
	}
	return out
}

// partner is the best pair of a way and another one, or nil.
func (s *search) partner(seed *tried) *tried {
	var best *tried
	n := 0
	for _, i := range s.ideas(factsOf(seed.plan), s.target.want-seed.won) {
		if i.kind == seed.kind && i.at == seed.at {
			continue
		}
		if n++; n > pairPartners {
			break
		}
		pair := seed.with(i)
		x := s.try(pair, i.first(s.target.want-seed.won), pairsMost)
		if x != nil && x.wins() && x.winsMore(seed) && (best == nil || s.better(x, best) < 0) {
			best = x
		}
	}
	if best == nil {
		return nil
	}
	return s.smallest(best, func(i idea, n int) *tried { return s.try(i, n, pairsMost) })
}

// winsMore tells whether it makes an end known that another way leaves unknown, or wins more days and leaves no more unknown.
func (x *tried) winsMore(o *tried) bool {
	return x.known && !o.known || x.known == o.known && x.won > o.won
}

// with is an idea beside a way, in any size of the idea.
func (x *tried) with(i idea) idea {
	pair, first, title, task, request := i, x.change, x.title, x.task, x.request // not x itself, which holds a plan
	pair.kind, pair.at = pairFix, pairKey(x.kind, x.at, i.kind, i.at)
	pair.near, pair.unties = x.near || i.near, x.unties || i.unties
	pair.way = func(n int) way {
		w := i.way(n)
		w.name()
		both := way{title: title + ", and " + w.title, task: task, request: request, change: func(d *roadmap.Draft) error {
			if err := first(d); err != nil {
				return err
			}
			return w.change(d)
		}}
		switch {
		case request == nil && w.request == nil:
		case request == nil:
			both.request, both.own = w.request, title
		case w.request == nil:
			both.own = w.title
		default:
			both.change = func(*roadmap.Draft) error { return errTwoAsked }
		}
		return both
	}
	return pair
}

// errTwoAsked keeps what needs the word of two from being offered as one thing to ask for.
var errTwoAsked = &roadmap.Error{Code: roadmap.Invalid, Item: "two requests", Problem: "ask for one after the other"}

// pairKey is the same whichever of the two comes first.
func pairKey(k fixKind, a string, l fixKind, b string) string {
	x, y := string(rune('a'+k))+a, string(rune('a'+l))+b
	return min(x, y) + "+" + max(x, y)
}
