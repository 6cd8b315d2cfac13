package report

import (
	"html"
	"strings"
)

// Formats are the names that Write takes.
func Formats() []string { return []string{"text", "md", "html"} }

// Write is the report in one of the Formats; in any other it is text.
func (r Report) Write(format string) string {
	switch format {
	case "md":
		return r.Markdown()
	case "html":
		return r.HTML()
	}
	return r.Text()
}

// Text is the report for a mail: a line a sentence.
func (r Report) Text() string {
	var b strings.Builder
	b.WriteString(r.Title + "\n\n" + r.Lead + "\n")
	for _, p := range r.Parts {
		b.WriteString("\n" + p.Heading + "\n")
		for _, l := range p.Lines {
			b.WriteString("- " + l + "\n")
		}
	}
	return b.String()
}

// Markdown is the report in CommonMark. What would be mark-up in it is escaped.
func (r Report) Markdown() string {
	var b strings.Builder
	b.WriteString("# " + escaped(r.Title) + "\n\n" + escaped(r.Lead) + "\n")
	for _, p := range r.Parts {
		b.WriteString("\n## " + escaped(p.Heading) + "\n\n")
		for _, l := range p.Lines {
			b.WriteString("- " + escaped(l) + "\n")
		}
	}
	return b.String()
}

// escaped is a line of text for CommonMark: every character that may begin mark-up has a backslash; what does so only at the
// beginning of a line has one there.
func escaped(s string) string {
	var b strings.Builder
	number := true // only digits so far
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\`*_[]<>&|~$", r), i == 0 && strings.ContainsRune("#+-=:", r), number && i > 0 && (r == '.' || r == ')'):
			b.WriteByte('\\')
		}
		number = number && r >= '0' && r <= '9'
		b.WriteRune(r)
	}
	return b.String()
}

const htmlHead = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>`

const htmlStyle = `</title>
<style>
body { font: 15px/1.5 sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.4em; } h2 { font-size: 1.1em; margin-bottom: 0.3em; }
ul { margin-top: 0; padding-left: 1.3em; }
</style>
</head>
<body>
`

// HTML is the report as a page of its own, without anything from elsewhere.
func (r Report) HTML() string {
	var b strings.Builder
	b.WriteString(htmlHead + html.EscapeString(r.Title) + htmlStyle)
	b.WriteString("<h1>" + html.EscapeString(r.Title) + "</h1>\n<p>" + html.EscapeString(r.Lead) + "</p>\n")
	for _, p := range r.Parts {
		b.WriteString("<h2>" + html.EscapeString(p.Heading) + "</h2>\n<ul>\n")
		for _, l := range p.Lines {
			b.WriteString("<li>" + html.EscapeString(l) + "</li>\n")
		}
		b.WriteString("</ul>\n")
	}
	b.WriteString("</body>\n</html>\n")
	return b.String()
}
