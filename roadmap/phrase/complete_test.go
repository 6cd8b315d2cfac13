package phrase

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"bywhen/roadmap"
)

// completed are the texts that completing at the bar would give, without what follows the cursor.
func completed(list []Candidate, text string) []string {
	var out []string
	for _, c := range list {
		out = append(out, text[:c.Start]+c.Insert+text[c.End:])
	}
	return out
}

func TestCompletionOffersNamesThatBeginSoFirst(t *testing.T) {
	for typed, want := range map[string][]string{
		"Mast @":               {"Mast @Mechanics", `Mast @"Industrial design"`, "Mast @Mobile", "Mast @Murata"},
		"Mast @mu":             {"Mast @Murata"},
		"Mast @des":            {`Mast @"Industrial design"`},
		"Mast @indes":          {`Mast @"Industrial design"`}, // fuzzily
		`Mast @"ind`:           {`Mast @"Industrial design"`},
		"Mast also:mech*2,mob": {"Mast also:mech*2,Mobile"},
		"Mast after:antenna":   {`Mast after:"Antenna module"`},
		"Mast after:1,trial":   {`Mast after:1,"Trial run 2"`, `Mast after:1,"Trial run"`},
		"Mast after:3":         {`Mast after:"Antenna module"`},
		"Mast after:3,build":   {`Mast after:3,"Design, build"`},
		"Mast -after:ant":      {`Mast -after:"Antenna module"`},
		"Mast goal:cert":       {`Mast goal:"Certified in EU and US"`},
		"Mast phase:bu":        {"Mast phase:Build"},
		"Mast #":               {"Mast #hardware", "Mast #radio"},
		"Mast -#ra":            {"Mast -#radio"},
		"Mast du":              {"Mast due:"},
		"Mast ST":              {"Mast start:", "Mast started:", "Mast status:"},
		"Mast status:d":        {"Mast status:doing", "Mast status:done", "Mast status:dropped"},
		"Mast due:eo":          {"Mast due:eow", "Mast due:eom", "Mast due:eoq", "Mast due:eoy"},
		"Mast ":                nil,
		"":                     nil,
		`Mast \@me`:            nil,
		"Mast title:x":         nil,
		"Mast http://x":        nil,
	} {
		if got := completed(Complete(typed, len(typed), aurora(t)), typed); !slices.Equal(got, want) {
			t.Errorf("%q completes to %q, want %q", typed, got, want)
		}
	}
}

func TestCompletionReplacesUpToTheCursor(t *testing.T) {
	text := "Mast after:ant+2d due:fri"
	got := completed(Complete(text, len("Mast after:ant"), aurora(t)), text)
	if want := []string{`Mast after:"Antenna module"+2d due:fri`}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestACandidateSaysWhoseItIs(t *testing.T) {
	ctx := aurora(t)
	for typed, want := range map[string]string{
		"after:ant": "Antenna module | Murata", "after:trial-run": "Trial run 2 | Mechanics", "@mech": "Mechanics | 3 people",
		"@mob": "Mobile | unsized", "@mur": "Murata | supplier", "goal:launch": "Launch in first stores | due Thu 12 Mar",
		"#hard": "hardware | 2", "due:fri": "fri | Fri 9 Jan", "done:fri": "fri | Fri 2 Jan",
	} {
		got := Complete(typed, len(typed), ctx)
		if len(got) == 0 || got[0].Label+" | "+got[0].Detail != want {
			t.Errorf("%q offers %+v, want %q", typed, got, want)
		}
	}
	ctx.Before = "5"
	if got := Complete("after:", 6, ctx); got[0].Label != "Trial run 2" {
		t.Errorf("the task added just before comes first, not %+v", got[0])
	}
}

func TestWhatIsCompletedIsReadBackAsTheSame(t *testing.T) {
	ctx := aurora(t)
	d := ctx.Roadmap.Edit(monday)
	titles := []string{`7" display`, `a\b`, "none", "7", "-3 °C test", "Design: draft+2d", "Trial run", "tab,comma", `ends\`, "日本 語", "“curly”", "x*2"}
	for _, title := range titles {
		if _, err := d.AddTask(roadmap.Task{Title: title}); err != nil {
			t.Fatal(err)
		}
	}
	var err error
	if ctx.Roadmap, err = d.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range Complete("after:", 6, ctx) {
		l := ParseAdd("X after:"+c.Insert, ctx)
		if len(l.Links) != 1 || ctx.Roadmap.Task(l.Links[0].From).Title != c.Label {
			t.Errorf("%s of %q is read as %v: %v", c.Insert, c.Label, l.Links, l.Problem())
		}
	}
}

func TestFiltersAreCompletedToo(t *testing.T) {
	for typed, want := range map[string][]string{
		"is:bl":           {"is:blocked", "is:will-block"},
		"-is:at":          {"-is:at-risk"},
		"is:blocked|slip": {"is:blocked|slipping"},
		"(@mob":           {"(@Mobile"},
		"order:sl":        {"order:slack"},
		"sla":             {"slack"},
		"due<eom":         {"due<eom"},
		"due.before:eom":  {"due.before:eom"},
		"finish>=eow":     {"finish>=eow"},
		"goal:launch":     {`goal:"Launch in first stores"`},
		"status:drop":     {"status:dropped"},
	} {
		if got := completed(CompleteFilter(typed, len(typed), aurora(t)), typed); !slices.Equal(got, want) {
			t.Errorf("%q completes to %q, want %q", typed, got, want)
		}
	}
}

func FuzzComplete(f *testing.F) {
	for _, s := range []string{"Mast @m", `after:"ant`, "also:mech*2,\"ind", "#\u200d", "-(is:b", "due<"} {
		f.Add(s, len(s))
	}
	ctx := aurora(f)
	f.Fuzz(func(t *testing.T, text string, cursor int) {
		for _, c := range slices.Concat(Complete(text, cursor, ctx), CompleteFilter(text, cursor, ctx)) {
			if c.Start < 0 || c.End < c.Start || c.End > len(text) || c.Insert == "" {
				t.Errorf("%q at %d: %+v", text, cursor, c)
			}
			if utf8.ValidString(text) && !strings.ContainsRune(text, utf8.RuneError) && !utf8.ValidString(text[:c.Start]) {
				t.Errorf("%q at %d: %+v begins inside a character", text, cursor, c)
			}
		}
	})
}

// bigRoadmap has 10,000 tasks.
func bigRoadmap(tb testing.TB) Context {
	tb.Helper()
	d := roadmap.New("", monday).Edit(monday)
	for i := range 10_000 {
		if _, err := d.AddTask(roadmap.Task{Title: fmt.Sprintf("Prepare the antenna module, part %d", i)}); err != nil {
			tb.Fatal(err)
		}
	}
	r, err := d.Close()
	if err != nil {
		tb.Fatal(err)
	}
	return Context{Today: monday, Roadmap: r}
}

func BenchmarkOneKeyAmong10000Tasks(b *testing.B) {
	ctx := bigRoadmap(b)
	for name, f := range map[string]func(){
		"add line, a title":         func() { ParseAdd("Antenna module 3d", ctx) },
		"add line, an id":           func() { ParseAdd("Antenna module after:77+2d", ctx) },
		"add line, many candidates": func() { ParseAdd("Antenna module after:prepare-the+2d", ctx) },
		"add line, a word inside":   func() { ParseAdd("Antenna module after:antenna", ctx) },
		"add line, an unknown name": func() { ParseAdd("Antenna module after:enclosure", ctx) },
		"completion, a beginning":   func() { Complete("after:prep", 10, ctx) },
		"completion, fuzzily":       func() { Complete("after:prtmo", 11, ctx) },
		"filter":                    func() { _, _ = ParseFilter("@none antenna #x due<eom", ctx) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				f()
			}
		})
	}
}
