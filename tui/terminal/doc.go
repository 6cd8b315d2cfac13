// Package terminal is the terminal while the UI has it: its modes, what it shows, what is typed into it.
//
// Bubble Tea's own renderer draws on a clock that never stops. It is switched off, and this package owns what it did: raw mode,
// the alternate screen, the cursor, the mouse, bracketed paste, the size and its changes, and the picture itself.
//
// # At once, and only what changed
//
// Show takes a frame. Where nothing more is waiting to be read it is on the terminal when Show returns: of each line that
// differs, the cells that do, in one synchronized write. While a burst is read (a held key, keys pressed over a slow line) a
// frame waits until the last message of it has been taken in: Bubble Tea hands out what one read brought message by message
// and reads again only after the last, so a read is also the sign that the picture is due. Nothing runs when nothing happens.
//
// # Typing ahead
//
// Behind says whether more of it waits: text that comes at once, as a paste of a terminal that does not bracket it, is gathered by
// package tui and taken in at its end, a few thousand characters in 0.3 s where it took 4 (a line that shows what it would do).
// What one read brings is handed on whole, but an escape and the key after it one by one where they come among other keys: see
// type ahead.
//
// Three lines and more that come in one read are a paste, whether the terminal brackets it or not: see unbracketed.go.
//
// # Few bytes
//
// Over a slow line bytes are time, and a style in true colour takes as many as a dozen letters. So cells that differ are written
// style by style where that is shorter than line by line, the next style being the one that the present turns into in the fewest
// bytes, the cursor takes the shortest way from one to the next (down by line feeds, which the raw terminal leaves as they are), and
// a list that moves is moved by the terminal, with its lines deleted or inserted in a region of whole lines, and what stands beside it mended.
// All of that every terminal since the VT102 knows.
//
// # Lines
//
// A frame is lines as package paint makes them: exactly as wide as the terminal, each style sequence whole (it says all of a
// style, not what changes), nothing else that is not printed.
//
// # The way back
//
// Leave puts the terminal back as it was and may be called twice; Enter takes it again and shows the last frame whole. Between
// them another program may have it: Pause ends the reading before.
package terminal
