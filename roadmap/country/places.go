package country

import (
	"bywhen/roadmap/phrase"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/ar"
	"github.com/rickar/cal/v2/at"
	"github.com/rickar/cal/v2/be"
	"github.com/rickar/cal/v2/bg"
	"github.com/rickar/cal/v2/br"
	"github.com/rickar/cal/v2/ca"
	"github.com/rickar/cal/v2/cy"
	"github.com/rickar/cal/v2/cz"
	"github.com/rickar/cal/v2/de"
	"github.com/rickar/cal/v2/dk"
	"github.com/rickar/cal/v2/ee"
	"github.com/rickar/cal/v2/es"
	"github.com/rickar/cal/v2/fi"
	"github.com/rickar/cal/v2/fr"
	"github.com/rickar/cal/v2/gb"
	"github.com/rickar/cal/v2/gr"
	"github.com/rickar/cal/v2/hr"
	"github.com/rickar/cal/v2/hu"
	"github.com/rickar/cal/v2/ie"
	"github.com/rickar/cal/v2/is"
	"github.com/rickar/cal/v2/it"
	"github.com/rickar/cal/v2/jp"
	"github.com/rickar/cal/v2/ke"
	"github.com/rickar/cal/v2/lt"
	"github.com/rickar/cal/v2/lu"
	"github.com/rickar/cal/v2/lv"
	"github.com/rickar/cal/v2/mt"
	"github.com/rickar/cal/v2/mw"
	"github.com/rickar/cal/v2/mx"
	"github.com/rickar/cal/v2/nc"
	"github.com/rickar/cal/v2/nl"
	"github.com/rickar/cal/v2/no"
	"github.com/rickar/cal/v2/nz"
	"github.com/rickar/cal/v2/pl"
	"github.com/rickar/cal/v2/pt"
	"github.com/rickar/cal/v2/ro"
	"github.com/rickar/cal/v2/rs"
	"github.com/rickar/cal/v2/ru"
	"github.com/rickar/cal/v2/se"
	"github.com/rickar/cal/v2/si"
	"github.com/rickar/cal/v2/sk"
	"github.com/rickar/cal/v2/th"
	"github.com/rickar/cal/v2/ua"
	"github.com/rickar/cal/v2/us"
	"github.com/rickar/cal/v2/za"
)

// country is a country by its ISO 3166 code in lower case, with the names that people give it.
func country(code, name string, rules []*cal.Holiday, also ...string) place {
	return place{phrase.Place{Code: code, Name: name, Also: also}, rules}
}

func european() []place {
	return []place{
		country("at", "Austria", at.Holidays, "Österreich"),
		country("be", "Belgium", be.Holidays, "België", "Belgique"),
		country("bg", "Bulgaria", bg.Holidays),
		country("hr", "Croatia", hr.Holidays, "Hrvatska"),
		country("cy", "Cyprus", cy.Holidays),
		country("cz", "Czech Republic", cz.Holidays, "Czechia", "Česko"),
		country("dk", "Denmark", dk.Holidays, "Danmark"),
		country("ee", "Estonia", ee.Holidays, "Eesti"),
		country("fi", "Finland", fi.Holidays, "Suomi"),
		country("fr", "France", fr.Holidays),
		country("de", "Germany", de.Holidays, "Deutschland"),
		country("gr", "Greece", gr.Holidays, "Hellas"),
		country("hu", "Hungary", hu.Holidays, "Magyarország"),
		country("is", "Iceland", is.Holidays, "Ísland"),
		country("ie", "Ireland", ie.Holidays, "Éire"),
		country("it", "Italy", it.Holidays, "Italia"),
		country("lv", "Latvia", lv.Holidays, "Latvija"),
		country("lt", "Lithuania", lt.Holidays, "Lietuva"),
		country("lu", "Luxembourg", lu.Holidays, "Lëtzebuerg", "Luxemburg"),
		country("mt", "Malta", mt.Holidays),
		country("nl", "Netherlands", nl.Holidays, "Nederland", "Holland"),
		country("no", "Norway", no.Holidays, "Norge"),
		country("pl", "Poland", pl.Holidays, "Polska"),
		country("pt", "Portugal", pt.Holidays),
		country("ro", "Romania", ro.Holidays, "România"),
		country("ru", "Russia", ru.Holidays),
		country("rs", "Serbia", rs.Holidays, "Srbija"),
		country("sk", "Slovakia", sk.Holidays, "Slovensko"),
		country("si", "Slovenia", si.Holidays, "Slovenija"),
		country("es", "Spain", es.Holidays, "España"),
		country("se", "Sweden", se.Holidays, "Sverige"),
		country("ch", "Switzerland", nil, "Schweiz", "Suisse", "Svizzera"),
		country("ua", "Ukraine", ua.Holidays),
		country("gb", "England and Wales", gb.Holidays, "United Kingdom", "UK", "Great Britain"),
	}
}

func others() []place {
	return []place{
		country("ar", "Argentina", ar.Holidays),
		country("au", "Australia", nil),
		country("br", "Brazil", br.Holidays, "Brasil"),
		country("ca", "Canada", ca.Holidays),
		country("jp", "Japan", jp.Holidays, "Nippon"),
		country("ke", "Kenya", ke.Holidays),
		country("mw", "Malawi", mw.Holidays),
		country("mx", "Mexico", mx.Holidays, "México"),
		country("nc", "New Caledonia", nc.Holidays, "Nouvelle-Calédonie"),
		country("nz", "New Zealand", nz.Holidays, "Aotearoa"),
		country("za", "South Africa", za.Holidays),
		country("th", "Thailand", th.Holidays),
		country("us", "United States", us.Holidays, "USA", "US", "America"),
	}
}
