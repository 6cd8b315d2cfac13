// Package config is how a person wants the UI: which keys, which look, which columns, how dates are written.
//
// A Config is what the UI works with. Read makes one from the text of a TOML file: what it can use counts, and what it cannot
// is a Mistake with its line and key, for which the default serves. Where each value comes from is kept, so that it can be
// shown. The names of actions, looks and columns are those of the packages that they belong to.
//
// It imports action, paint and plan, and no file is read here: the text is handed in.
package config
