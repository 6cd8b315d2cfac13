package forecast

import (
	"math"
	"testing"
)

// Where the likely value lies at the optimistic end, a quarter up, in the middle or at the pessimistic end, the parameters
// are whole numbers and the distribution is a polynomial.
func TestThePertBetaIsExactWhereItIsAPolynomial(t *testing.T) {
	for likely, upTo := range map[float64]func(x float64) float64{
		0:    func(x float64) float64 { return 1 - math.Pow(1-x, 5) },
		0.25: func(x float64) float64 { return x * x * (10 - 20*x + 15*x*x - 4*x*x*x) },
		0.5:  func(x float64) float64 { return x * x * x * (10 - 15*x + 6*x*x) },
		1:    func(x float64) float64 { return math.Pow(x, 5) },
	} {
		p := newPert(likely)
		for x := 0.0; x <= 1; x += 1.0 / 64 {
			if got, want := p.upTo(x), upTo(x); math.Abs(got-want) > 1e-13 {
				t.Errorf("likely at %v: up to %v it is %v, want %v", likely, x, got, want)
			}
		}
	}
}

// Turned round, an estimate has the same distribution from its other end.
func TestThePertBetaRisesAndIsTheSameFromBothEnds(t *testing.T) {
	for likely := 0.0; likely <= 1; likely += 0.01 {
		p, turned := newPert(likely), newPert(1-likely)
		last := 0.0
		for x := 0.0; x <= 1; x += 0.01 {
			got := p.upTo(x)
			if got < last || math.Abs(got+turned.upTo(1-x)-1) > 1e-12 {
				t.Fatalf("likely at %v: up to %v it is %v after %v, and %v from the other end", likely, x, got, last, turned.upTo(1-x))
			}
			last = got
		}
	}
}

func TestLogarithmAndExponentialAgreeWithThoseOfPackageMath(t *testing.T) {
	for _, x := range []float64{1e-300, 1e-9, 0.1, 0.5, 0.7, 0.7071067811865476, 0.71, 0.999999, 1, 1.5, 2, 10, 1e9} {
		if got, want := ln(x), math.Log(x); math.Abs(got-want) > 1e-15*math.Max(1, math.Abs(want)) {
			t.Errorf("the logarithm of %v is %v, want %v", x, got, want)
		}
	}
	for _, x := range []float64{-699, -50, -1, -0.3, 0, 0.2, 1, 2.5, 100} {
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 1e-13*want {
			t.Errorf("e to %v is %v, want %v", x, got, want)
		}
	}
	if exp(-1000) != 0 {
		t.Error("e to -1000 is not 0")
	}
}
