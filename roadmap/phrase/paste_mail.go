package phrase

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Quoted tells whether a line is one that a mail quotes, as "> When will it be done?".
func Quoted(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, ">") || strings.HasPrefix(line, "|")
}

// Courtesy tells whether a line only makes a mail of what stands around it: a greeting, who wrote when, a header. It says nothing of work.
func Courtesy(line string) bool {
	line = strings.TrimLeft(strings.TrimSpace(line), ">| ")
	words := strings.Fields(strings.ToLower(line))
	if len(words) == 0 {
		return true
	}
	first := strings.Trim(words[0], ",!.")
	last, _ := utf8.DecodeLastRuneInString(line)
	switch {
	case slices.Contains(greetings, first):
		return len(words) <= 4 || last == ',' || last == '!'
	case strings.HasSuffix(first, ":"):
		return slices.Contains(headers, first)
	case first == "on" || first == "am":
		return last == ':' && slices.Contains([]string{"wrote:", "schrieb:"}, words[len(words)-1])
	}
	return strings.HasPrefix(strings.Join(words, " "), "sent from my ") || Signs(line)
}

// Signs tells whether a line ends a mail, so that those below it are a signature: "Best regards,", "-- ".
func Signs(line string) bool {
	line = strings.TrimLeft(strings.TrimSpace(line), ">| ")
	if line == "--" || line == "—" || strings.HasPrefix(line, "-----") || strings.HasPrefix(line, "_____") {
		return true
	}
	return slices.Contains(farewells, strings.Trim(strings.ToLower(line), " ,.!"))
}

// mailLines are the lines beside a list that only make a mail of it: a greeting, sentences around the list, and all behind what ends it
// up to the next item. None where there is no list.
func (p *Paste) mailLines(lines []string) map[int]bool {
	out, listed, signed := map[int]bool{}, false, false
	for i, line := range lines {
		s := strings.TrimSpace(line)
		if bare, _ := withoutBullet(s); bare != s && bare != "" && !Signs(s) {
			listed, signed = true, false
			continue
		}
		if s == "" || strings.Contains(s, "\t") || strings.HasPrefix(s, "#") || strings.HasPrefix(s, "**") {
			continue
		}
		signed = signed || Signs(s) && strings.Trim(s, "-—_") != "" || s == "--"
		out[i] = signed || Courtesy(s) && strings.Trim(s, "-—_") != "" || tells(s)
	}
	if !listed {
		return nil
	}
	return out
}

// tells tells whether a line is a sentence to somebody, and no heading or task: four words or more, one of them one of those that
// sentences have, with a sign at the end.
func tells(line string) bool {
	words := strings.Fields(strings.ToLower(line))
	return len(words) >= 4 && strings.ContainsAny(line[len(line)-1:], ".:,!?") && slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains(sentenceWords, strings.Trim(w, ".:,!?'’"))
	})
}

// sentenceWords stand in sentences, and hardly in a heading.
var sentenceWords = []string{"i", "we", "you", "us", "me", "my", "your", "is", "are", "was", "were", "am", "has", "have", "had", "will", "would", "could", "should", "can", "need", "needs", "please", "here", "here's",
	"i'm", "we're", "let", "find", "attached", "discussed", "hope", "ich", "wir", "sie", "ist", "sind", "haben", "bitte", "hier", "anbei"}

// What mails begin and end with.
var (
	greetings = []string{"hi", "hello", "hey", "dear", "hallo", "moin", "greetings", "morning", "good"}
	headers   = []string{"from:", "to:", "cc:", "bcc:", "subject:", "date:", "sent:", "re:", "fwd:", "fw:", "reply-to:"}
	farewells = []string{"best", "best regards", "kind regards", "warm regards", "regards", "rgds", "br", "brgds", "thanks", "thank you", "many thanks", "thanks a lot", "thanks and regards",
		"thx", "cheers", "sincerely", "yours", "yours sincerely", "all the best", "best wishes", "see you", "talk soon", "have a nice day", "have a nice weekend", "mit freundlichen grüßen", "viele grüße", "liebe grüße", "beste grüße", "schöne grüße", "gruß", "grüße", "danke", "vielen dank", "vg", "best,", "warmly", "thanks in advance", "mfg", "lg"}
)
