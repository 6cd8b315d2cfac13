package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// withBackups is a roadmap with two changes, and its backups: of today, of yesterday, a broken one, and one of a day to come.
func withBackups(t *testing.T, env map[string]string) (file, folder string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "phone.db")
	for _, title := range []string{"Antenna", "Case"} {
		if code, _, stderr := ran(t, env, "-f", file, "add", title); code != 0 || stderr != "" {
			t.Fatal(stderr)
		}
	}
	found, err := filepath.Glob(filepath.Join(env["XDG_STATE_HOME"], "bywhen", "backups", "phone-*"))
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"2026-01-04.db": b, "2026-01-03.db": b[:len(b)/2], "2030-01-01.db": b} {
		if err := os.WriteFile(filepath.Join(found[0], name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return file, found[0]
}

func TestTheListOfBackupsSaysWhatIsInEach(t *testing.T) {
	env := map[string]string{"HOME": t.TempDir(), "XDG_STATE_HOME": t.TempDir()}
	file, folder := withBackups(t, env)
	_, listed, _ := ran(t, env, "-f", file, "doctor", "--restore")
	want := []string{
		`backup .*last change .*tasks .*size .*path`,
		`2026-01-05\.db  whole  .* 2026-01-05 09:30  the roadmap was made +0 `,
		`2026-01-04\.db  whole  .* 2026-01-05 09:30  added Case +2 `,
		`2026-01-03\.db  damaged .* it is cut short: `,
		`2030-01-01\.db  whole, of a day to come .* added Case `,
	}
	lines := strings.Split(strings.TrimSpace(listed), "\n")
	for i, line := range want {
		if len(lines) != len(want) || !regexp.MustCompile("^"+line).MatchString(lines[i]) {
			t.Fatalf("line %d is not %q:\n%s", i+1, line, listed)
		}
	}
	_, listed, _ = ran(t, env, "-f", file, "doctor", "--restore", "--json")
	for _, part := range []string{`"whole": false`, `"problem": "it is cut short: `, `"title": "added Case"`, `"at": "2026-01-05T09:30:00Z"`, `"tasks": 2`} {
		if !strings.Contains(listed, part) {
			t.Errorf("no %s in\n%s", part, listed)
		}
	}
	if after, err := os.ReadDir(folder); err != nil || len(after) != 4 {
		t.Errorf("left are %v, %v", after, err)
	}
}

// A backup that is not whole is refused by its own name, and one that is whole is named.
func TestADamagedBackupIsRefusedByItsName(t *testing.T) {
	env := map[string]string{"HOME": t.TempDir(), "XDG_STATE_HOME": t.TempDir()}
	file, folder := withBackups(t, env)
	code, _, stderr := ran(t, env, "-f", file, "doctor", "--restore", "2026-01-03")
	if want := "bywhen: " + filepath.Join(folder, "2026-01-03.db") + ": is damaged (it is cut short: "; code != 2 || !strings.HasPrefix(stderr, want) ||
		!strings.HasSuffix(stderr, `; 2026-01-05.db is whole: "bywhen doctor --restore 2026-01-05.db"`+"\n") {
		t.Errorf("%d: %s", code, stderr)
	}
	for _, name := range []string{"2026-01-05.db", "2026-01-04.db", "2030-01-01.db"} {
		if err := os.Remove(filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, stderr = ran(t, env, "-f", file, "doctor", "--restore", "2026-01-03"); !strings.Contains(stderr, "no other backup is whole") {
		t.Error(stderr)
	}
}

// That a file is damaged is said once, not of its backup too.
func TestADamagedFileIsToldOfOnce(t *testing.T) {
	env := map[string]string{"HOME": t.TempDir(), "XDG_STATE_HOME": t.TempDir()}
	file, folder := withBackups(t, env)
	if err := os.Remove(filepath.Join(folder, "2026-01-05.db")); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b[strings.LastIndex(string(b), "added Case")] ^= 1
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	code, stdout, stderr := ran(t, env, "-f", file, "add", "Board")
	if code != 2 || stdout != "" || strings.Count(stderr, "\n") != 1 || strings.Count(stderr, "left as it is") > 1 || !strings.HasPrefix(stderr, "bywhen: "+file+": is damaged (") {
		t.Errorf("%d: %s%s", code, stdout, stderr)
	}
}
