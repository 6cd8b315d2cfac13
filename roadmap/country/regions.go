package country

import (
	"bywhen/roadmap/phrase"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/au"
	"github.com/rickar/cal/v2/ch"
	"github.com/rickar/cal/v2/de"
)

// region is a part of a country, by the code that ISO 3166-2 gives it, in lower case.
func region(code, name string, rules []*cal.Holiday, also ...string) place {
	return place{phrase.Place{Code: code, Name: name, Also: also, In: code[:2]}, rules}
}

func german() []place {
	return []place{
		region("de-bw", "Baden-Württemberg", de.HolidaysBW),
		region("de-by", "Bavaria", de.HolidaysBY, "Bayern"),
		region("de-be", "Berlin", de.HolidaysBE),
		region("de-bb", "Brandenburg", de.HolidaysBB),
		region("de-hb", "Bremen", de.HolidaysHB),
		region("de-hh", "Hamburg", de.HolidaysHH),
		region("de-he", "Hesse", de.HolidaysHE, "Hessen"),
		region("de-mv", "Mecklenburg-Vorpommern", de.HolidaysMV),
		region("de-ni", "Lower Saxony", de.HolidaysNI, "Niedersachsen"),
		region("de-nw", "North Rhine-Westphalia", de.HolidaysNW, "Nordrhein-Westfalen", "NRW"),
		region("de-rp", "Rhineland-Palatinate", de.HolidaysRP, "Rheinland-Pfalz"),
		region("de-sl", "Saarland", de.HolidaysSL),
		region("de-sn", "Saxony", de.HolidaysSN, "Sachsen"),
		region("de-st", "Saxony-Anhalt", de.HolidaysST, "Sachsen-Anhalt"),
		region("de-sh", "Schleswig-Holstein", de.HolidaysSH),
		region("de-th", "Thuringia", de.HolidaysTH, "Thüringen"),
	}
}

func swiss() []place {
	return []place{
		region("ch-zh", "Zurich", ch.HolidaysZH, "Zürich"),
		region("ch-be", "Bern", ch.HolidaysBE, "Berne"),
		region("ch-lu", "Lucerne", ch.HolidaysLU, "Luzern"),
		region("ch-ur", "Uri", ch.HolidaysUR),
		region("ch-sz", "Schwyz", ch.HolidaysSZ),
		region("ch-ow", "Obwalden", ch.HolidaysOW),
		region("ch-nw", "Nidwalden", ch.HolidaysNW),
		region("ch-gl", "Glarus", ch.HolidaysGL),
		region("ch-zg", "Zug", ch.HolidaysZG),
		region("ch-fr", "Fribourg", ch.HolidaysFR, "Freiburg"),
		region("ch-so", "Solothurn", ch.HolidaysSO),
		region("ch-bs", "Basel-Stadt", ch.HolidaysBS),
		region("ch-bl", "Basel-Landschaft", ch.HolidaysBL),
		region("ch-sh", "Schaffhausen", ch.HolidaysSH),
		region("ch-ar", "Appenzell Ausserrhoden", ch.HolidaysAR),
		region("ch-ai", "Appenzell Innerrhoden", ch.HolidaysAI),
		region("ch-sg", "St. Gallen", ch.HolidaysSG, "Sankt Gallen"),
		region("ch-gr", "Grisons", ch.HolidaysGR, "Graubünden"),
		region("ch-ag", "Aargau", ch.HolidaysAG),
		region("ch-tg", "Thurgau", ch.HolidaysTG),
		region("ch-vd", "Vaud", ch.HolidaysVD, "Waadt"),
		region("ch-ti", "Ticino", ch.HolidaysTI, "Tessin"),
		region("ch-vs", "Valais", ch.HolidaysVS, "Wallis"),
		region("ch-ne", "Neuchâtel", ch.HolidaysNE, "Neuchatel", "Neuenburg"),
		region("ch-ge", "Geneva", ch.HolidaysGE, "Genève", "Genf"),
		region("ch-ju", "Jura", ch.HolidaysJU),
	}
}

func australian() []place {
	return []place{
		region("au-act", "Australian Capital Territory", au.HolidaysACT, "Canberra"),
		region("au-nsw", "New South Wales", au.HolidaysNSW, "Sydney"),
		region("au-nt", "Northern Territory", au.HolidaysNT),
		region("au-qld", "Queensland", au.HolidaysQLD),
		region("au-sa", "South Australia", au.HolidaysSA),
		region("au-tas", "Tasmania", au.HolidaysTAS),
		region("au-vic", "Victoria", au.HolidaysVIC, "Melbourne"),
		region("au-wa", "Western Australia", au.HolidaysWA),
	}
}
