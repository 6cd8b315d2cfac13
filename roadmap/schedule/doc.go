// Package schedule turns a roadmap into a plan: dates, slack, levelling, flags and their causes.
//
// It is made of pure functions: the same roadmap, status date and options give the same plan, to the byte. It imports the
// domain and nothing else of ours.
package schedule
