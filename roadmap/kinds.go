package roadmap

import (
	"reflect"
	"strings"
)

// Kind is a kind of entity; it names the lists of a roadmap.
type Kind uint8

// The kinds, in the order in which a roadmap's JSON has them; what-ifs are not in it.
const (
	KindSettings Kind = iota
	KindTeam
	KindGoal
	KindTask
	KindDependency
	KindRisk
	KindKnown
	KindFilter
	KindBaseline
	KindWhatIf
	kindCount
)

var kindNames = []string{"roadmap", "team", "goal", "task", "dependency", "risk", "known flag", "filter", "baseline", "what-if"}

// String is the kind's name for people.
func (k Kind) String() string { return nameOf(kindNames, int(k)) }

// Kinds are all kinds, in order.
func Kinds() []Kind {
	out := make([]Kind, kindCount)
	for i := range out {
		out[i] = Kind(i)
	}
	return out
}

// Entity is anything a roadmap holds: *Settings, *Team, *Goal, *Task, *Dependency, *Risk, *Known, *Filter, *Baseline
// or *WhatIf. It is immutable once a roadmap holds it.
type Entity interface {
	Kind() Kind
	// Key tells it from others of its kind.
	Key() string
}

// ordered is an entity whose place among its kind is data.
type ordered interface {
	Entity
	place() Position
}

// Kind and Key, for each entity.

func (*Settings) Kind() Kind   { return KindSettings }
func (*Team) Kind() Kind       { return KindTeam }
func (*Goal) Kind() Kind       { return KindGoal }
func (*Task) Kind() Kind       { return KindTask }
func (*Dependency) Kind() Kind { return KindDependency }
func (*Risk) Kind() Kind       { return KindRisk }
func (*Known) Kind() Kind      { return KindKnown }
func (*Filter) Kind() Kind     { return KindFilter }
func (*Baseline) Kind() Kind   { return KindBaseline }
func (*WhatIf) Kind() Kind     { return KindWhatIf }

func (*Settings) Key() string     { return "roadmap" }
func (t *Team) Key() string       { return t.ID }
func (g *Goal) Key() string       { return g.ID }
func (t *Task) Key() string       { return t.ID }
func (d *Dependency) Key() string { return d.To + "\x00" + d.From + "\x00" + d.Type.String() }
func (r *Risk) Key() string       { return r.ID }
func (k *Known) Key() string      { return strings.Join([]string{k.Flag, k.Task, k.Team, k.Goal}, "\x00") }
func (f *Filter) Key() string     { return f.Name }
func (b *Baseline) Key() string   { return b.Name }
func (w *WhatIf) Key() string     { return w.Name }

func (t *Team) place() Position     { return t.Position }
func (g *Goal) place() Position     { return g.Position }
func (t *Task) place() Position     { return t.Position }
func (r *Risk) place() Position     { return r.Position }
func (k *Known) place() Position    { return k.Position }
func (f *Filter) place() Position   { return f.Position }
func (b *Baseline) place() Position { return b.Position }
func (w *WhatIf) place() Position   { return w.Position }

// Same tells whether two entities of a kind have the same content; nil is no entity.
func Same(a, b Entity) bool {
	if isNil(a) || isNil(b) {
		return isNil(a) && isNil(b)
	}
	return a == b || reflect.DeepEqual(a, b)
}

func isNil(e Entity) bool { return e == nil || reflect.ValueOf(e).IsNil() }
