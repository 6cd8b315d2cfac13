package exchange

import (
	"strconv"
	"unicode/utf8"
)

// printer writes JSON indented by two spaces, as the standard library would indent it.
type printer struct {
	buf   []byte
	depth int
	some  bool // something was written on this level
}

// item begins the next item or member of what is open.
func (p *printer) item() {
	if p.some {
		p.buf = append(p.buf, ',')
	}
	p.some = true
	p.line()
}

func (p *printer) line() {
	p.buf = append(p.buf, '\n')
	for range p.depth {
		p.buf = append(p.buf, ' ', ' ')
	}
}

// key begins the member of that name.
func (p *printer) key(name string) {
	p.item()
	p.text(name)
	p.buf = append(p.buf, ':', ' ')
}

// nested writes an object or a list, filled by fill, and tells whether anything is in it.
func (p *printer) nested(brackets string, fill func()) bool {
	p.buf = append(p.buf, brackets[0])
	outer := p.some
	p.some = false
	p.depth++
	fill()
	p.depth--
	full := p.some
	if full {
		p.line()
	}
	p.buf = append(p.buf, brackets[1])
	p.some = outer
	return full
}

// member writes a member unless write finds that there is nothing in it.
func (p *printer) member(name string, write func() bool) {
	at, some := len(p.buf), p.some
	p.key(name)
	if !write() {
		p.buf, p.some = p.buf[:at], some
	}
}

const hexDigits = "0123456789abcdef"

// text writes a string, escaping only what must be and the two line separators that trip other languages.
func (p *printer) text(s string) {
	p.buf = append(p.buf, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			p.buf = append(p.buf, '\\', byte(r))
		case r == '\n':
			p.buf = append(p.buf, '\\', 'n')
		case r == '\t':
			p.buf = append(p.buf, '\\', 't')
		case r < ' ' || r == 0x7f || r == 0x2028 || r == 0x2029:
			p.buf = append(p.buf, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
		default:
			p.buf = utf8.AppendRune(p.buf, r)
		}
	}
	p.buf = append(p.buf, '"')
}

func (p *printer) number(x float64) {
	if x >= 1e-6 || x <= -1e-6 || x == 0 {
		p.buf = strconv.AppendFloat(p.buf, x, 'f', -1, 64)
		return
	}
	p.buf = strconv.AppendFloat(p.buf, x, 'e', -1, 64)
}

func (p *printer) whole(n int) { p.buf = strconv.AppendInt(p.buf, int64(n), 10) }
