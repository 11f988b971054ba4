import CompositeIndex
import Store

/// Scores against those that somebody published: whether a stranger gets the same numbers.
package struct ScoreCheck: Sendable {
    package private(set) var compared = 0
    package private(set) var identical = 0
    /// The greatest difference, relative to the number or to 1.
    package private(set) var greatest = 0.0
    package private(set) var differences: [String] = []
    private let file: String
    /// Above this two numbers are not the same.
    package static let tolerance = 1e-12

    /// `file`: CSV or XLSX with a column uCode, one for each node that is to be compared, and perhaps Rank.
    package init(_ build: Build, file: String) throws {
        self.file = file
        let data = try ScoreCheck.data(file)
        for (column, code) in data.columns.enumerated() {
            let node = build.framework.position(of: code)
            guard node != nil || code == "Rank" else { continue }
            for (row, unit) in data.units.enumerated() {
                guard let place = build.row(of: unit.code) else {
                    differences.append("\(unit.code) is not in the index")
                    continue
                }
                let found = node.map { build.scores[place, $0] } ?? build.ranks[place, build.framework.index]
                compare(found, data.values[row, column], "\(unit.code) \(code)")
            }
        }
    }

    private static func data(_ file: String) throws -> Dataset {
        guard let grid = try IndexFiles.grids(of: file).first else { throw StoreError.refused("there is nothing in \(file)") }
        let reading = IndexReader.read(data: grid)
        guard let data = reading.panel.editions.last?.data else { throw IndexFiles.refusal(reading.problems) }
        return data
    }

    private mutating func compare(_ found: Double, _ expected: Double, _ name: String) {
        compared += 1
        if found == expected || (found.isNaN && expected.isNaN) {
            identical += 1
            return
        }
        let difference = abs(found - expected) / max(abs(expected), 1)
        if difference <= ScoreCheck.tolerance {
            greatest = max(greatest, difference)
        } else {
            differences.append("\(name) is \(found), published \(expected)")
        }
    }

    package func report() throws {
        guard compared > 0 else { throw StoreError.refused("\(file) has no column that is a node of the framework") }
        guard differences.isEmpty else {
            let more = differences.count > 20 ? ["and \(differences.count - 20) more"] : []
            throw StoreError.refused(
                (["\(differences.count) of \(compared) numbers differ from \(file):"] + differences.prefix(20) + more).joined(
                    separator: "\n"))
        }
        let rest = compared - identical
        print(
            "\(compared) numbers as in \(file): \(identical) to the bit"
                + (rest > 0 ? ", \(rest) within \(ScoreCheck.tolerance) (at most \(greatest))" : ""))
    }
}
