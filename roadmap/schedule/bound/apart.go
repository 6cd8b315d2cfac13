package bound

import "slices"

// setApart finds the pairs of activities that can never be at work at once, since one waits for the other or they need
// more people of a team than it ever has, and large sets in which that holds for each pair: work for one.
func (f *frame) setApart() {
	n := len(f.Activities)
	after := f.order()
	clash := make([][]bool, n)
	for a := range clash {
		clash[a] = make([]bool, n)
	}
	for i := range f.burdens {
		f.burdens[i].clashes(f, clash)
	}
	for a := range n {
		for b := range a {
			ordered := after[a][b] || after[b][a]
			if clash[a][b] && !ordered && f.Activities[a].Calendar == f.Activities[b].Calendar {
				f.apart = append(f.apart, [2]int32{int32(a), int32(b)})
			}
			clash[a][b] = clash[a][b] || ordered
			clash[b][a] = clash[a][b]
		}
	}
	for _, works := range f.cliques(clash) {
		f.addBurden(burden{team: none, cal: f.Activities[works[0].act].Calendar, works: works}, []Step{{0, 1}})
	}
}

// order tells which activities come after which: order[b][a] where b starts only once a has ended.
func (f *frame) order() [][]bool {
	after := make([][]bool, len(f.Activities))
	for a := range after {
		after[a] = make([]bool, len(f.Activities))
		for _, l := range f.in[f.inFrom[a]:f.inFrom[a+1]] {
			if !l.byEnd || l.ofEnd || l.lag < 0 {
				continue
			}
			after[a][l.other] = true
			for k, is := range after[l.other] {
				after[a][k] = after[a][k] || is
			}
		}
	}
	return after
}

// clashes marks the pairs of works that need more people than there ever are.
func (b *burden) clashes(f *frame, clash [][]bool) {
	most := int32(0)
	for _, s := range f.Teams[b.team].People {
		most = max(most, s.People)
	}
	for k := range b.works {
		for m := range k {
			if x, y := &b.works[k], &b.works[m]; x.people+y.people > most {
				clash[x.act][y.act], clash[y.act][x.act] = true, true
			}
		}
	}
}

// mostCliques is how many sets of activities of which no two can be at work at once are looked at.
const mostCliques = 20

// cliques are sets of activities of one calendar of which no two can be at work at once, those with the most days: from
// each activity, those that clash with all taken so far, the longest first.
func (f *frame) cliques(clash [][]bool) [][]work {
	var longest []int32
	for a := range f.Activities {
		if f.Activities[a].Least > 0 {
			longest = append(longest, int32(a))
		}
	}
	slices.SortStableFunc(longest, func(a, b int32) int { return int(f.Activities[b].Least) - int(f.Activities[a].Least) })
	var found [][]work
	seen := map[string]bool{}
	for _, seed := range longest {
		c := f.clique(seed, longest, clash)
		key := make([]byte, len(f.Activities))
		for _, x := range c {
			key[x.act] = 1
		}
		if len(c) > 2 && !seen[string(key)] {
			seen[string(key)] = true
			found = append(found, c)
		}
	}
	slices.SortStableFunc(found, func(a, b []work) int { return f.daysOf(b) - f.daysOf(a) })
	return found[:min(len(found), mostCliques)]
}

func (f *frame) clique(seed int32, longest []int32, clash [][]bool) []work {
	c := []work{{act: seed, people: 1}}
	for _, a := range longest {
		fits := a != seed && f.Activities[a].Calendar == f.Activities[seed].Calendar
		for k := 0; fits && k < len(c); k++ {
			fits = clash[a][c[k].act]
		}
		if fits {
			c = append(c, work{act: a, people: 1})
		}
	}
	return c
}

func (f *frame) daysOf(works []work) int {
	n := 0
	for _, x := range works {
		n += int(f.Activities[x.act].Least)
	}
	return n
}
