// Package phrase reads what a person types: dates, efforts, the line that adds a task, the line that changes some, the line
// that adds a team, goal or risk, and filters.
//
// Of ours it imports roadmap alone, so a filter looks at a Row that its caller fills with what the schedule says. It knows
// no clock: the status date comes with the Context.
//
// # Read first, carry out later
//
// A parser is called at every key, so none fails on a text that is half typed. It hands back what it understood as chips,
// each with the bytes that it stands for and, where a value cannot be taken, the problem. Carrying the result out on a draft
// is a second step, which refuses the first problem:
//
//	line := phrase.ParseAdd("Antenna module @murata 10d after:^", ctx)
//	// line.Chips: title Antenna module · team Murata (new) · 10 days · after Industrial design
//	d := r.Edit(today)
//	id, err := line.Add(d)
//
// Several lines of a paste go onto one draft; names of one line are known to the next where the Context's roadmap is that of the
// draft closed in between, and a team that several lines name anew is created once.
//
// # One table, three languages
//
// A line is scanned into words (word.go), each of which a sentence (sentence.go) gives to a field or leaves to the title. A field
// (field.go) says how a value is read, said and put; there is one table of them for each of task, team, goal and risk
// (task_field.go, after.go, item_field.go). The add line, the set line and FIELD=VALUE of the command line all go through it,
// so a value means the same in each, and a new field is one entry. item_set.go is the set line of a team, goal or risk. item_days.go
// and item_holiday.go read days as they are said: off for a team, or for everybody; item_when.go what people call weeks and months;
// item_absent.go of whom a line says it that begins with no team, but with a person or "off"; item_back.go takes days back, days.go has
// them be others. line_unread.go says which words that an add line leaves in the title may have been meant as a value. after_words.go gathers
// the words of a name behind after:.
//
// A date may be several words, as it is written: date_words.go makes one of them behind a key, in each of these lines and in filters.
//
// # Countries
//
// "holidays Germany 2027" (item_country.go; item_country_who.go reads for whom, item_country_back.go takes them back, item_country_move.go from some where everybody has them) asks whoever knows the public holidays of
// countries: an interface here, since what knows them is large and comes from elsewhere (package country), and a line without it means
// what it meant. place.go finds the country, complete_item.go completes it.
//
// # What is told
//
// told.go reads what somebody says of a task in a check-in (7d left, done fri) as a set line. told_words.go reads the same in other
// words, which may count from how the task stands (half done, slips a week): told_said.go lists them, told_days.go reads their days, told_more.go what is left, or more or later than planned, told_share.go how much is done, also in a set line; told_joined.go
// joins several answers of one breath, and the reason for them.
// paste_told.go finds in a line out of a mail the task that it answers for, paste_guess.go the answer in prose, paste_mail.go knows what
// only makes a mail of it. known.go reads until when a flag is known. away.go says that a team is off on the
// day that it promises.
//
// # Pastes
//
// paste.go makes of several lines, as they come out of documents and mails, quick-add lines and headings that can be unticked and
// corrected before they are added (paste_add.go); paste_part.go parts those that can be; paste_later.go links those that
// wait for one further down; paste_table.go reads those that are rows of a table, paste_columns.go has a table that names its columns read by whoever reads them
// from files (package exchange; an interface here), paste_item.go those that are
// teams, suppliers, goals and risks.
//
// # Names
//
// An id, a whole name, the beginning of a name, in that order, in any case, with a hyphen as good as a space (names.go). A name
// that could mean several things is a problem that lists them. An unknown team is a new one, an unknown goal or task a
// problem that offers the nearest: a mistyped goal must not become a second goal. Quotes hold the words of a name together; a team's
// name in them is the whole of it.
//
// # Filters
//
// filter.go is the grammar, filter_term.go and filter_text.go the terms. A filter becomes one function of a Row, made once, so
// that 10,000 rows cost about a millisecond; bare words are matched bit by bit (fuzzy_word.go), since ranking, which completion
// gets from sahilm/fuzzy, is more than a yes or no needs.
package phrase
