package scheduletest

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"bywhen/roadmap"
)

// splitmix is a small generator of numbers that gives the same ones everywhere (G. L. Steele, D. Lea and C. H. Flood, Fast
// splittable pseudorandom number generators, 2014).
type splitmix uint64

func (s *splitmix) next() uint64 {
	*s += 0x9E3779B97F4A7C15
	z := uint64(*s)
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB
	return z ^ (z >> 31)
}

func (s *splitmix) between(lo, hi int) int { return lo + int(s.next()%uint64(hi-lo+1)) }

func (s *splitmix) pick(words string) string {
	list := strings.Split(words, ",")
	return list[s.between(0, len(list)-1)]
}

const (
	verbs = "Design,Build,Test,Source,Review,Ship,Measure,Port,Write,Tool,Certify,Price"
	nouns = "enclosure,antenna,battery,board,firmware,packaging,manual,store page,charger,camera," +
		"hinge,display,survey,pilot,contract,mould,audit,forecast,campaign,warehouse"
)

// Generated is a roadmap of n tasks: sqrt(n) teams of one, efforts of 1 to 10 days, 1.5 dependencies a task, each on one of
// the 40 before it. Every tenth has a deadline, 20 to 60 working days after a greedy schedule's finish; tight draws -10 to 20.
// It is the project, of seed 1, that was also given to other planners.
func Generated(tb testing.TB, n int, tight bool) *roadmap.Roadmap {
	tb.Helper()
	rng := splitmix(1)
	today := roadmap.MustDate("2026-01-05")
	d := roadmap.New("Generated", today).Edit(today)
	check := func(err error) {
		if err != nil {
			tb.Fatal(err)
		}
	}
	teams := max(1, int(math.Round(math.Sqrt(float64(n)))))
	for i := range teams {
		_, err := d.AddTeam(roadmap.Team{ID: fmt.Sprintf("t%d", i+1), Name: fmt.Sprintf("Team %d", i+1), Capacity: 1})
		check(err)
	}
	tasks := make([]roadmap.Task, n)
	team := make([]int, n)
	for i := range tasks {
		team[i] = rng.between(0, teams-1)
		effort := rng.between(1, 10)
		title := fmt.Sprintf("%s %s %d", rng.pick(verbs), rng.pick(nouns), i+1)
		rng.between(1, 4) // a priority that the project without extras leaves out
		tasks[i] = roadmap.Task{ID: fmt.Sprint(i + 1), Title: title, Team: fmt.Sprintf("t%d", team[i]+1), Effort: roadmap.PersonDays(effort)}
	}
	before := generatedLinks(&rng, n)
	setDeadlines(&rng, tasks, team, before, tight)
	for _, t := range tasks {
		_, err := d.AddTask(t)
		check(err)
	}
	for b, list := range before {
		for _, a := range list {
			check(d.Link(roadmap.Dependency{From: tasks[a].ID, To: tasks[b].ID}))
		}
	}
	r, err := d.Close()
	check(err)
	return r
}

// generatedLinks are the predecessors of each of n tasks.
func generatedLinks(rng *splitmix, n int) [][]int {
	before := make([][]int, n)
	seen := map[[2]int]bool{}
	for tries := 0; len(seen) < n*3/2 && tries < n*3/2*20; tries++ {
		b := rng.between(1, n-1)
		a := b - rng.between(1, min(40, b))
		if !seen[[2]int{a, b}] {
			seen[[2]int{a, b}] = true
			before[b] = append(before[b], a)
		}
	}
	return before
}

// setDeadlines places the tasks greedily, in order, each on the first run of days that its team has free.
func setDeadlines(rng *splitmix, tasks []roadmap.Task, team []int, before [][]int, tight bool) {
	cal := roadmap.NewCalendar(roadmap.MonToFri)
	first := cal.Count(roadmap.MustDate("2026-01-05"))
	busy := map[int]map[int]bool{}
	finish := make([]int, len(tasks))
	for i := range tasks {
		if busy[team[i]] == nil {
			busy[team[i]] = map[int]bool{}
		}
		start, days := 0, busy[team[i]]
		for _, a := range before[i] {
			start = max(start, finish[a])
		}
		n := tasks[i].Duration()
		for run := 0; run < n; {
			if days[start+run] {
				start, run = start+run+1, 0
			} else {
				run++
			}
		}
		for k := range n {
			days[start+k] = true
		}
		finish[i] = start + n
		slack := rng.between(20, 60)
		if tight {
			slack = rng.between(-10, 20)
		}
		if i%10 == 9 {
			tasks[i].Deadline = cal.Day(first + max(0, finish[i]-1+slack))
		}
	}
}
