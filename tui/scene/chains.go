package scene

import (
	"strconv"
	"strings"

	"bywhen/roadmap/schedule"
)

// chains are the chains of causes asked for last, in words: a frame draws the same few in several places, and the next
// frame draws most of them again.
type chains struct {
	kept [6]chain
	next int // the place that is given up next
}

type chain struct {
	of     chainOf
	causes []schedule.Cause
}

// chainOf tells chains apart: that of a flag, or, without one, that of a task by its place.
type chainOf struct {
	flag  *schedule.Flag
	task  int
	known bool
}

func (c *chains) get(of chainOf, walk func() []schedule.Cause) []schedule.Cause {
	of.known = true
	for i := range c.kept {
		if c.kept[i].of == of {
			return c.kept[i].causes
		}
	}
	causes := walk()
	c.kept[c.next] = chain{of, causes}
	c.next = (c.next + 1) % len(c.kept)
	return causes
}

// Why is the chain of causes of the forecast finish of the task at a place, from it back to the root.
func (s *Scene) Why(task int) []schedule.Cause {
	return s.chains.get(chainOf{task: task}, func() []schedule.Cause { return s.Plan.Why(task) })
}

// Reasons are why one of Flags stands as it does, as every screen tells it.
func (s *Scene) Reasons(f *schedule.Flag) []schedule.Cause {
	return s.chains.get(chainOf{flag: f}, f.Reasons)
}

// Together draws runs of links of a long chain as one: those that only wait as "waits for Trial run › Assembly trial", those of one team's queue
// as "Mechanics is busy with Frame and 4 more", which costs what they cost.
func Together(links []schedule.Cause) []schedule.Cause {
	var out []schedule.Cause
	first, queue := "", 0
	for _, l := range links {
		n := len(out) - 1
		switch {
		case n >= 0 && out[n].Days == 0 && out[n].Kind == schedule.Dependency && l.Kind == schedule.Dependency:
			l.Text = out[n].Text + " › " + strings.TrimPrefix(l.Text, "waits for ")
			out[n] = l
		case n >= 0 && l.Kind == schedule.Capacity && out[n].Kind == schedule.Capacity && l.Team != "" && l.Team == out[n].Team:
			queue++
			l.Days += out[n].Days
			l.Text = first + " and " + strconv.Itoa(queue) + " more"
			out[n] = l
		default:
			first, queue = l.Text, 0
			out = append(out, l)
		}
	}
	return out
}
