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

// What mails begin and end with.
var (
	greetings = []string{"hi", "hello", "hey", "dear", "hallo", "moin", "greetings", "morning", "good"}
	headers   = []string{"from:", "to:", "cc:", "bcc:", "subject:", "date:", "sent:", "re:", "fwd:", "fw:", "reply-to:"}
	farewells = []string{"best", "best regards", "kind regards", "warm regards", "regards", "rgds", "br", "brgds", "thanks", "thank you", "many thanks", "thanks a lot", "thanks and regards",
		"thx", "cheers", "sincerely", "yours", "yours sincerely", "all the best", "best wishes", "see you", "talk soon", "have a nice day", "have a nice weekend", "mit freundlichen grüßen", "viele grüße", "mfg", "lg"}
)
