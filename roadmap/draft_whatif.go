package roadmap

// PutWhatIf keeps a what-if by its name, in place of the one of that name. The ids that were given out in it are not given out
// again, so that it still fits when others have been added meanwhile.
func (d *Draft) PutWhatIf(w WhatIf) error {
	c := &checker{item: "what-if " + Quote(w.Name)}
	w.tidy()
	c.whatIf(&w)
	if c.err != nil {
		return c.result()
	}
	w.Position = positionOf(&d.whatIfs, w.Name)
	d.whatIfs.put(&w)
	d.raiseTried(&w)
	return nil
}

// RenameWhatIf gives a kept what-if another name, which no other has. It stays in its place.
func (d *Draft) RenameWhatIf(name, to string) error {
	w, ok := d.whatIfs.get(name)
	if !ok {
		return unknown("what-if", name)
	}
	if name == to {
		return nil
	}
	if _, taken := d.whatIfs.get(to); taken {
		return &Error{Taken, "what-if " + Quote(name), "name", Quote(to) + " is also the name of another"}
	}
	renamed := *w
	renamed.Name = to
	c := &checker{item: "what-if " + Quote(name)}
	if c.whatIf(&renamed); c.err != nil {
		return c.result()
	}
	d.whatIfs.remove(name)
	d.whatIfs.put(&renamed)
	return nil
}

// RemoveWhatIf removes a kept what-if by its name.
func (d *Draft) RemoveWhatIf(name string) error {
	if _, ok := d.whatIfs.get(name); !ok {
		return unknown("what-if", name)
	}
	d.whatIfs.remove(name)
	return nil
}

// raiseTried keeps the ids that were given out in a what-if from being given out again.
func (d *Draft) raiseTried(w *WhatIf) {
	for _, e := range w.Edits {
		if !isNil(e.After) && e.Kind != KindWhatIf {
			d.raiseLastID(e.After)
		}
	}
}

// whatIf holds a kept what-if to what Try relies on. Whether what was tried may be is asked when it is tried.
func (c *checker) whatIf(w *WhatIf) {
	c.title("name", w.Name)
	c.line("tried", w.Tried)
	c.text("because", w.Because, MaxNotes)
	c.required("today", w.Today)
	for _, e := range w.Edits {
		if isNil(e.Before) && isNil(e.After) || e.Kind == KindWhatIf || !isOf(e.Before, e) || !isOf(e.After, e) {
			c.fail(Invalid, "edits", "one of them does not hold together")
		}
	}
}

// isOf tells whether an entity is the one that an edit is of, or none.
func isOf(v Entity, e Edit) bool { return isNil(v) || v.Kind() == e.Kind && v.Key() == e.Key }
