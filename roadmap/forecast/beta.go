package forecast

import "math"

// pert is the PERT-beta distribution of a three-point estimate (D. G. Malcolm, J. H. Roseboom, C. E. Clark, W. Fazar,
// Application of a technique for research and development program evaluation, 1959; parameters as in D. Vose, Risk
// analysis, 2000): on 0 to 1 it is Beta(1+a, 5-a), where a is four times how far the likely value lies from the optimistic
// to the pessimistic one. So its shape is one number.
//
// Its values are the same bits on every machine: they come of additions, multiplications, divisions and square roots, which
// IEEE 754 fixes, and nothing is fused (every product is converted, which the language promises to round).
type pert struct {
	alpha, beta float64
	total       float64 // the beta function of alpha and beta
}

// newPert is the distribution whose likely value lies at that share of the way, 0 to 1.
func newPert(likely float64) pert {
	p := pert{alpha: 1 + float64(4*likely), beta: 5 - float64(4*likely)}
	p.total = incompleteBeta(0.5, p.alpha, p.beta) + incompleteBeta(0.5, p.beta, p.alpha)
	return p
}

// upTo is the probability of a value of at most x, in shares of the way from the optimistic to the pessimistic one.
func (p pert) upTo(x float64) float64 {
	switch {
	case x <= 0:
		return 0
	case x >= 1:
		return 1
	case x <= 0.5:
		return incompleteBeta(x, p.alpha, p.beta) / p.total
	}
	return 1 - incompleteBeta(1-x, p.beta, p.alpha)/p.total
}

// incompleteBeta is the incomplete beta function for x up to a half and parameters that add up to 6, by its
// hypergeometric series (NIST Digital Library of Mathematical Functions, 8.17.8), to about 14 digits.
func incompleteBeta(x, alpha, beta float64) float64 {
	term, sum := 1.0, 1.0
	for n := 0.0; term > float64(sum*1e-16); n++ {
		term = float64(term * float64(x*(6+n)) / (alpha + 1 + n))
		sum += term
	}
	return float64(exp(float64(alpha*ln(x))+float64(beta*ln(1-x)))*sum) / alpha
}

const ln2 = 0.693147180559945309417232121458

// ln is the natural logarithm of a positive number. That of package math is written in assembly on some machines, and its
// last bit differs between them; so is exp's.
func ln(x float64) float64 {
	m, e := math.Frexp(x) // m from 0.5 to 1
	if m < math.Sqrt2/2 {
		m, e = 2*m, e-1
	}
	t := (m - 1) / (m + 1)
	square, power, sum := float64(t*t), t, t
	for k := 3.0; k < 24; k += 2 {
		power = float64(power * square)
		sum += power / k
	}
	return float64(2*sum) + float64(float64(e)*ln2)
}

// exp is e to a number from -700 to 700, and 0 below.
func exp(x float64) float64 {
	if x < -700 {
		return 0
	}
	n := math.Floor(x/ln2 + 0.5)
	r := x - float64(n*ln2)
	sum := 1.0
	for k := 14.0; k > 0; k-- {
		sum = 1 + float64(r*sum)/k
	}
	return math.Ldexp(sum, int(n))
}
