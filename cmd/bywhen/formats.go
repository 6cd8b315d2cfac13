package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"bywhen/roadmap"
	"bywhen/roadmap/exchange"
)

// formats are those that can be read and written, by the names that --format takes; each is also the ending of such files.
var formats = []string{"json", "csv"}

// formatOf is the format asked for, else the one that the file's name says; standard input and output are what usual says.
func formatOf(asked, path, usual string) (string, error) {
	if asked != "" {
		if !slices.Contains(formats, asked) {
			return "", fmt.Errorf("--format: %q is no format: use %s", asked, roadmap.Alternatives(formats))
		}
		return asked, nil
	}
	if path == "-" && usual != "" {
		return usual, nil
	}
	ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	if ending == "tsv" || ending == "txt" {
		ending = "csv"
	}
	if !slices.Contains(formats, ending) {
		return "", fmt.Errorf("%s: its name does not say its format: add --format %s", path, strings.Join(formats, " or --format "))
	}
	return ending, nil
}

// roadmapPart is a member of the roadmap's JSON, as "teams"; an empty list where there are none.
func roadmapPart(r *roadmap.Roadmap, name string) (json.RawMessage, error) {
	var b strings.Builder
	if err := exchange.WriteJSON(&b, r); err != nil {
		return nil, err
	}
	var doc map[string]json.RawMessage
	if err := json.Unmarshal([]byte(b.String()), &doc); err != nil {
		return nil, err
	}
	if doc[name] == nil {
		return json.RawMessage("[]"), nil
	}
	return doc[name], nil
}

// roadmapItem is one item of a list in the roadmap's JSON.
func roadmapItem(r *roadmap.Roadmap, name string, i int) (json.RawMessage, error) {
	part, err := roadmapPart(r, name)
	if err != nil {
		return nil, err
	}
	var items []json.RawMessage
	if err := json.Unmarshal(part, &items); err != nil {
		return nil, err
	}
	return items[i], nil
}
