/// What a column of numbers looks like. Missing cells are left out; what cannot be said of the rest is NaN.
public struct Moments: Sendable {
    /// Numbers that are there.
    public let count: Int
    public let mean: Double
    /// Standard deviation with n - 1; NaN for fewer than two.
    public let deviation: Double
    public let minimum: Double
    public let lowerQuartile: Double
    public let median: Double
    public let upperQuartile: Double
    public let maximum: Double
    /// G1; see `skewness(of:)`.
    public let skewness: Double
    /// G2; see `kurtosis(of:)`.
    public let kurtosis: Double
    /// Numbers that are not 0.
    public let nonZero: Int
    /// Different numbers.
    public let distinct: Int
    /// How often the most frequent number occurs.
    public let mostFrequent: Int

    public init(of values: ArraySlice<Double>) {
        let sorted = values.filter { !$0.isNaN }.sorted()
        count = sorted.count
        mean = Moments.mean(of: values)
        deviation = Moments.variance(of: values).squareRoot()
        minimum = sorted.first ?? .nan
        maximum = sorted.last ?? .nan
        lowerQuartile = Quantiles.ofSorted(sorted, 0.25)
        median = Quantiles.ofSorted(sorted, 0.5)
        upperQuartile = Quantiles.ofSorted(sorted, 0.75)
        (skewness, kurtosis) = Moments.shape(of: values)
        nonZero = sorted.count { $0 != 0 }
        (distinct, mostFrequent) = Moments.repetition(ofSorted: sorted)
    }

    public init(of values: [Double]) { self.init(of: values[...]) }

    private static func repetition(ofSorted sorted: [Double]) -> (distinct: Int, mostFrequent: Int) {
        var distinct = 0, most = 0, run = 0
        for place in sorted.indices {
            if place > 0, sorted[place] == sorted[place - 1] {
                run += 1
            } else {
                distinct += 1
                run = 1
            }
            most = max(most, run)
        }
        return (distinct, most)
    }
}

extension Moments {
    /// NaN if nothing is there.
    public static func mean(of values: ArraySlice<Double>) -> Double {
        var sum = 0.0, count = 0
        for value in values where !value.isNaN {
            sum += value
            count += 1
        }
        return count > 0 ? sum / Double(count) : .nan
    }

    /// Whether no two numbers differ.
    public static func isFlat(_ values: ArraySlice<Double>) -> Bool {
        guard let first = values.first(where: { !$0.isNaN }) else { return true }
        return !values.contains { !$0.isNaN && $0 != first }
    }

    /// With n - 1; NaN for fewer than two numbers.
    public static func variance(of values: ArraySlice<Double>) -> Double {
        let mean = mean(of: values)
        var sum = 0.0, count = 0
        for value in values where !value.isNaN {
            sum += (value - mean) * (value - mean)
            count += 1
        }
        return count > 1 ? sum / Double(count - 1) : .nan
    }

    /// G1 = √(n(n-1))/(n-2) · m3/m2^1.5 (Joanes and Gill 1998, type 2, as in spreadsheets). NaN for fewer than three numbers
    /// and for equal ones.
    public static func skewness(of values: ArraySlice<Double>) -> Double { shape(of: values).skewness }

    /// G2 = (n-1)/((n-2)(n-3)) · ((n+1)(m4/m2² - 3) + 6), 0 for a normal distribution (Joanes and Gill 1998, type 2). NaN for
    /// fewer than four numbers and for equal ones.
    public static func kurtosis(of values: ArraySlice<Double>) -> Double { shape(of: values).kurtosis }

    /// Both at the price of one: what the outlier treatment asks for in each of its rounds.
    public static func shape(of values: ArraySlice<Double>) -> (skewness: Double, kurtosis: Double) {
        values.withUnsafeBufferPointer { values in
            var sum = 0.0, count = 0, low = Double.infinity, high = -Double.infinity
            for value in values where !value.isNaN {
                sum += value
                count += 1
                low = min(low, value)
                high = max(high, value)
            }
            // Equal numbers differ from their mean by rounding, which is no shape.
            guard count > 2, low < high else { return (.nan, .nan) }
            let n = Double(count), mean = sum / n
            var second = 0.0, third = 0.0, fourth = 0.0
            for value in values where !value.isNaN {
                let gap = value - mean, square = gap * gap
                second += square
                third += square * gap
                fourth += square * square
            }
            second /= n
            let skewness = (n * (n - 1)).squareRoot() / (n - 2) * (third / n) / (second * second.squareRoot())
            guard count > 3 else { return (skewness, .nan) }
            let excess = fourth / n / (second * second) - 3
            return (skewness, (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6))
        }
    }
}
