/// Quantiles of R's type 7 (Hyndman and Fan 1996), the usual ones: linear between the two neighbours in order.
enum Quantiles {
    /// `sorted`: ascending, nothing missing; `probability` from 0 to 1. NaN if there is nothing.
    static func ofSorted(_ sorted: [Double], _ probability: Double) -> Double {
        at(probability, count: sorted.count) { sorted[$0] }
    }

    /// Missing values are left out.
    static func of(_ values: some Sequence<Double>, _ probability: Double) -> Double {
        ofSorted(values.filter { !$0.isNaN }.sorted(), probability)
    }

    /// `value` tells the one that stands at a place, from 0, in ascending order.
    static func at(_ probability: Double, count: Int, _ value: (Int) -> Double) -> Double {
        guard count > 0 else { return .nan }
        // Counted from 1 and weighed as R does it, so that the last bits are R's.
        let place = 1 + Double(count - 1) * min(max(probability, 0), 1)
        let below = place.rounded(.down)
        let low = value(Int(below) - 1)
        guard place > below else { return low }
        let high = value(Int(below))
        let share = place - below
        return high == low ? low : (1 - share) * low + share * high
    }
}
