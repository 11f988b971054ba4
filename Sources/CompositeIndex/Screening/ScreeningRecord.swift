/// What the screening found of a unit, and what became of it.
public struct ScreeningRecord: Hashable, Sendable, Codable {
    public enum Verdict: String, Sendable, Codable, Hashable {
        case kept
        /// Too little data.
        case tooFewValues
        case tooManyZeros
        /// By hand, whatever it lacks.
        case included
        /// By hand, whatever it has.
        case excluded
    }

    public var unit: String
    /// Of which period, from 0.
    public var period: Int
    public var present: Int
    /// Indicators that concern the unit.
    public var all: Int
    public var nonZero: Int
    public var verdict: Verdict
    /// Of what was done by hand.
    public var reason: String?

    public var isKept: Bool { verdict == .kept || verdict == .included }
}

extension Workpiece {
    mutating func screen(_ screening: Screening) {
        check(Array(screening.included.keys) + Array(screening.excluded.keys))
        var kept: [Int] = []
        for row in rows.indices {
            var record = ScreeningRecord(
                unit: rows[row].unit.code, period: rows[row].period, present: 0, all: 0, nonZero: 0, verdict: .kept)
            for (column, node) in framework.indicators.enumerated() where !marks[row, node].contains(.exempt) {
                let value = table[row, column]
                record.all += 1
                if !value.isNaN { record.present += 1 }
                if !value.isNaN, value != 0 { record.nonZero += 1 }
            }
            judge(&record, screening)
            if rows[row].isCounted { self.screening.append(record) }
            // Regions and other groups are shown whatever they lack.
            if record.isKept || (!rows[row].isCounted && record.verdict != .excluded) { kept.append(row) }
        }
        if kept.count < rows.count { keep(kept) }
    }

    private func judge(_ record: inout ScreeningRecord, _ screening: Screening) {
        if let reason = screening.excluded[record.unit] {
            (record.verdict, record.reason) = (.excluded, reason)
        } else if let reason = screening.included[record.unit] {
            (record.verdict, record.reason) = (.included, reason)
        } else if let least = screening.leastPresent, Double(record.present) < least * Double(record.all) {
            record.verdict = .tooFewValues
        } else if let least = screening.leastNonZero, Double(record.nonZero) < least * Double(record.present) {
            record.verdict = .tooManyZeros
        }
    }

    private mutating func check(_ codes: [String]) {
        let known = Set(rows.map(\.unit.code))
        problems += codes.filter { !known.contains($0) }.sorted().map { .unknown(unit: $0) }
    }
}
