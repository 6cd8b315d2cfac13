// Package store keeps a roadmap in a file: load, commit, undo, history. It imports roadmap, bbolt and cbor, and nothing of
// ours above them. Planning is handed in, and so are the clock and the path.
//
// # One operation, one lock
//
// A File is a path. Each of its methods opens the file, locks it, does one transaction and closes it again, because an
// open bbolt file shuts out every other process: that is how the command line works beside an open UI. Readers share the
// lock, a writer has it alone, and whoever has waited for two seconds is told so. What is acknowledged has been synced.
//
// The path may be a link, which stays one; one that leads nowhere is refused, since nobody can tell whether its target was meant to be
// made, or is on a disk that is away.
//
// # Apply is the one way in
//
// An Edit says which Snapshot it was made on. Where the file is still there, what differs is written as it is; where it has
// moved on, the same change is replayed on what is there now, planned again, and refused where it no longer fits. A Snapshot has the
// checksums of its history, which tell an older copy that was put in the file's place by the changes that it lacks. Where another
// roadmap was moved to the path, told by the moment at which it was made, nothing is written. An edit that is tried again because its
// commit was told as failed, but is there, is not made twice. Undo and
// Redo append to the history the change turned round; nothing in the history is ever altered or taken away. The entries
// that can be undone and redone form two stacks, linked from entry to entry, so both outlive a restart.
//
// # The layout
//
// A bucket a kind of entity, with an entity a key; "history" with an entry a sequence number, big-endian; and "bywhen" with
// the format's version and the state: revision, last id, tops of the two stacks, and for every bucket the number of its keys
// and the sum of their checksums. A value is a record: a version byte, CBOR with integer keys, and a CRC-32C over bucket,
// key and what precedes it. A kept what-if is one too: its edits are written as those of an entry of the history. So a bit that flipped, a record that went astray, a page that was lost and one that is older than
// the rest are all found when the roadmap is loaded: what loads is complete.
//
// # Damage
//
// bbolt maps its file and trusts it, so a damaged one can end the process. Before bbolt sees the file, and under the same lock,
// pages.go reads it without mapping: both meta pages, every page id from the root down, every length on the way, the list of free
// pages, and that the entries of the history are numbered without a gap. Either meta page being broken is damage: bbolt would go back
// to the older one in silence, and with it lose the last edit. A file that lost both is told from what never was a roadmap by the records
// that lie in its first 4 MiB. Whatever still goes wrong inside bbolt is caught and told as damage.
//
// Opened means complete and checked, else refused, and never written (whole.go): a load, and before a write too, holds every record to
// its checksum and each bucket to its tally, those of the history with the rest, although only the present is decoded. A load, which
// does not hand the pages of the history to bbolt, has them walked beside the reading of the present and waits for that at its end. A
// File that has found its file right, or has written to it since, does not sum it again while it is the same to the moment of its last
// change, its size and both meta pages: a save of the UI reads what it needs. A file that is refused is left as it is, one of an
// older format too. What a load lets pass, Examine finds whole: the mass of damaged copies is held to that (mass_test.go).
//
// What is left of a broken file is saved into a new one beside it (repair.go) without bbolt: salvage.go reads the tree of the
// newest meta page that is whole, the other one's, and every leaf page that nothing points at any more. A record counts where
// its checksum is right. A bucket that adds up to its tally is just what it was. Elsewhere rescue.go tells which record of an
// entity is the newest: what the last entry of the history on it left, if no entry since is lost; else the one in the newest
// tree, then in the other, then a stray one, and it is said that it may be older. Entries beyond those that the state counts
// were never committed, and are left out. What then names nothing is mended (roadmap.Mend). chain.go takes the history back
// from there, across lost entries by a change that stands for them; where it does not lead to the present, the present is kept
// and the history begins after that. A history is numbered anew. Files are broken for tests by the package storetest.
//
// The list of free pages is always written with the commit (no NoFreelistSync): without it the next program would have to
// find the free pages by a walk, which costs more than it saves in a file that is opened for every edit.
//
// # Examined, shrunk, backed up
//
// Examine holds all of a file to what it should be, every bucket alike, and takes the history back entry by entry from the present
// (examine.go). Compact, Restore and BackUp all put a new file in its place in one way (compact.go): written beside it, synced,
// examined, renamed, the folder synced. What is not whole is refused by the name of what was to be copied. A copy that is kept beside the
// file is compared with it before it gets its name. Where backups lie is handed in; a copy a day of use, the last seven days and four
// weeks are kept, and those that a wrong clock dated in the future for themselves (backup.go). To examine a backup does not change it.
//
// # Loss of power
//
// At every moment the disc holds the last acknowledged edit, whichever of the writes since the last sync have reached it, torn or
// not: all that a commit writes goes to free pages and is synced before the meta page, which fits one sector, names it. The real
// program is recorded and cut at every sync in cmd/bywhen (e2e_power_linux_test.go), where files are made, edited, brought to a newer
// format, shrunk and restored; and so is the UI (e2e_power_ui_linux_test.go), of which every frame is held to what it shows as saved.
//
// # Growth
//
// An edit takes about 300 bytes for good: 10,000 edits of 1,000 tasks grow the records from 0.4 to 3.4 MB, in a file under 16 MiB.
// A load of it takes 2.6 ms beside 1.8 without that past, where the second processor is free, and 3.7 beside 1.7 where both are busy;
// before the history was checked on a load it took 2.0 beside 1.8. An edit by who has loaded the file takes 1.6 ms beside 0.4, as before,
// and 2.2 beside 0.5 by who has not (growth_test.go under .ci/run --long in a folder in memory, the fastest of 20). What a person waits for
// is the same: "bywhen list" takes 26 ms with that past and without (the mean of 40 runs of each, before and after).
//
// # Formats
//
// A file of an older format is copied beside itself, then migrated in one transaction, a step a version: see migrate.go. A
// newer one is refused. Format 2 added the bucket of what-ifs.
package store
