package network

import (
	"slices"

	"bywhen/roadmap"
	"bywhen/tui/scene"
)

// Shown are the tasks of the graph, those that the others wait for first.
func (v *View) Shown(s *scene.Scene) []*roadmap.Task {
	v.refresh(s)
	if v.graph == nil {
		return nil
	}
	var out []*roadmap.Task
	for _, layer := range v.graph.layers {
		nodes := slices.Clone(layer)
		slices.SortFunc(nodes, func(a, b int) int { return v.graph.nodes[a].row - v.graph.nodes[b].row })
		for _, n := range nodes {
			for _, i := range v.graph.nodes[n].tasks {
				out = append(out, s.Roadmap.Tasks()[i])
			}
		}
	}
	return out
}
