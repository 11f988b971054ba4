import Glibc

/// How likely a statistic at least so large is by chance. NaN in gives NaN out.
public enum SurvivalFunctions {
    /// P(X ≥ x) for a chi-square with so many degrees of freedom: Q(k/2, x/2).
    public static func chiSquare(_ x: Double, degrees: Double) -> Double {
        x <= 0 ? 1 : upperGamma(degrees / 2, x / 2)
    }

    /// P(|T| ≥ |t|) for Student's t: I(ν/(ν+t²); ν/2, 1/2) (DLMF 8.17).
    public static func studentTwoSided(_ t: Double, degrees: Double) -> Double {
        guard !t.isNaN, degrees > 0 else { return .nan }
        guard t.isFinite else { return 0 }
        return regularisedBeta(degrees / (degrees + t * t), degrees / 2, 0.5)
    }

    /// P(|Z| ≥ |z|) for the standard normal.
    public static func normalTwoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

    /// Q(a, x), the regularised upper incomplete gamma function, a > 0, x ≥ 0: the power series of DLMF 8.11.4 below a + 1,
    /// else the continued fraction of DLMF 8.9.2 (here in its even part), by Lentz's method.
    public static func upperGamma(_ a: Double, _ x: Double) -> Double {
        guard a > 0, x >= 0 else { return .nan }
        guard x > 0 else { return 1 }
        guard x.isFinite else { return 0 }
        let front = exp(a * log(x) - x - logGamma(a))
        if x < a + 1 {
            var term = 1 / a, sum = term, step = a
            while abs(term) > abs(sum) * 1e-17 {
                step += 1
                term *= x / step
                sum += term
            }
            return max(0, 1 - front * sum)
        }
        var fraction = Lentz(x + 1 - a)
        for step in 1...10_000 {
            let k = Double(step)
            if fraction.extend(numerator: -k * (k - a), denominator: x + 2 * k + 1 - a) { break }
        }
        return front / fraction.value
    }

    /// I(x; a, b), the regularised incomplete beta function, 0 ≤ x ≤ 1, a, b > 0: the continued fraction of DLMF 8.17.22,
    /// turned about by I(x; a, b) = 1 - I(1 - x; b, a) where it converges slowly.
    public static func regularisedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard a > 0, b > 0, x >= 0, x <= 1 else { return .nan }
        guard x > 0, x < 1 else { return x }
        if x > (a + 1) / (a + b + 2) { return 1 - regularisedBeta(1 - x, b, a) }
        let front = exp(a * log(x) + b * log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a
        var fraction = Lentz(1)
        for step in 1...10_000 {
            let m = Double(step / 2)
            let numerator =
                step % 2 == 0
                ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            if fraction.extend(numerator: numerator, denominator: 1) { break }
        }
        return front / fraction.value
    }

    /// ln Γ(x) for x > 0. The C library's leaves the sign in a variable that all threads share; this form does not.
    private static func logGamma(_ x: Double) -> Double {
        var sign: Int32 = 0
        return lgamma_r(x, &sign)
    }

    /// b₀ + a₁/(b₁ + a₂/(b₂ + …)), from the front (Lentz 1976, as modified by Thompson and Barnett 1986).
    private struct Lentz {
        var value: Double
        private var above: Double
        private var below = 0.0
        private static let tiny = 1e-300

        init(_ first: Double) {
            value = first == 0 ? Lentz.tiny : first
            above = value
        }

        /// Whether the next term no longer changes the value.
        mutating func extend(numerator: Double, denominator: Double) -> Bool {
            below = denominator + numerator * below
            if below == 0 { below = Lentz.tiny }
            above = denominator + numerator / above
            if above == 0 { above = Lentz.tiny }
            below = 1 / below
            let change = above * below
            value *= change
            return abs(change - 1) < 1e-16
        }
    }
}
