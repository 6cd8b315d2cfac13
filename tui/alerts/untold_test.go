package alerts

import (
	"testing"

	"bywhen/roadmap"
	"bywhen/tui/scene"
)

// Of Radio driver nobody has told since 8 December, which is 20 working days, and of Boot loader since 22 December, which is 10.
func TestSilenceNamesTheTaskAndLeadsToIt(t *testing.T) {
	told := map[string]roadmap.Date{"Boot loader": roadmap.MustDate("2025-12-22"), "Radio driver": roadmap.MustDate("2025-12-08")}
	silent := func(titles ...string) *scene.Scene {
		return build(t, func(d *roadmap.Draft) error {
			err := errorOf(d.AddTeam(roadmap.Team{ID: "fw", Name: "Firmware", Capacity: 4}))
			for _, title := range titles {
				if err == nil {
					err = errorOf(d.AddTask(roadmap.Task{ID: title[:4], Title: title, Team: "fw", Effort: roadmap.PersonDays(4), Told: told[title]}))
				}
			}
			return err
		})
	}
	s, v := silent("Radio driver"), New()
	expect(t, screen(v, s, 80, 20), "▲ No word from Firmware on Radio driver for 20 working days", "Concerns", " Radio driver, Firmware")
	if out := press(v, s, "enter"); out.GoTo.Task != "Radi" {
		t.Errorf("enter goes to %v, not to Radio driver", out.GoTo)
	}
	if press(v, s, "l j"); s.Selected.Task != "Radi" {
		t.Errorf("below the cause is %v, not Radio driver", s.Selected)
	}
	s, v = silent("Boot loader", "Radio driver"), New()
	expect(t, screen(v, s, 80, 20), "▲ No word from Firmware on Radio driver and 1 more for 20 working days")
	if press(v, s, "l j j"); s.Selected.Task != "Boot" {
		t.Errorf("two below the cause is %v, not Boot loader", s.Selected)
	}
}
