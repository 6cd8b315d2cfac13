// Package country knows the public holidays of countries, and of those regions that have their own: what package phrase asks for where
// somebody types "holidays Germany 2027".
//
// It imports roadmap, phrase for the form in which it is asked, and github.com/rickar/cal/v2, which has a package a country. Nothing else
// of the program imports that, so that another source of the same days would change this folder alone.
//
// # What it knows, and what not
//
// 47 countries; 16 German states, 26 Swiss cantons and 8 Australian states. China, India, Korea, Taiwan and whoever else sets holidays by
// the moon or by decree from year to year are not among them: no rule says their days beforehand. A day is the one that is really off:
// where a holiday at a weekend is made up for, it is that other day. Names are in the country's language where the source has them so.
//
// The rules are today's, and hold from 2000 to 2099: the equinoxes of Japan and the Orthodox Easter are reckoned by formulas for those.
//
// # What it costs
//
// The tables of all countries are set up when the program starts: 0.1 to 0.2 ms and 53 kB (GODEBUG=inittrace=1, the sum of all packages
// of the module, while a start takes some 25 ms), and 0.4 MB of a program of 20. Our own table is made when it is first asked for.
package country
