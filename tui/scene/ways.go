package scene

import "bywhen/roadmap/fix"

// Ways is what ways out are of: something late, and, where they are shown beside a cause, what the cause is at: what is done
// there goes first.
type Ways struct{ On, About Ref }

// Found are the ways out of something, where they have been looked for since the plan changed; else nil.
func (s *Scene) Found(of Ways) *fix.Fixes { return s.found[of] }

// Find keeps ways out that were found. The scene is another one then, for whoever keeps what was made of it.
func (s *Scene) Find(of Ways, found *fix.Fixes) {
	if s.found == nil {
		s.found = map[Ways]*fix.Fixes{}
	}
	s.found[of] = found
	s.Searches++
}

// KeepWays takes over what was found in another scene, if that is of the same plan.
func (s *Scene) KeepWays(of *Scene) {
	if of.Plan == s.Plan {
		s.found, s.Searches = of.found, of.Searches
	}
}
