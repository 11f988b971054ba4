/// An index on its way from the data to the scores: what the steps work on, one after the other.
struct Workpiece {
    struct Row {
        var unit: IndexUnit
        /// Its row in the data.
        var source: Int
        /// Of which period, from 0.
        var period: Int
        var isCounted: Bool { unit.kind == .unit }
    }

    let framework: Framework
    var rows: [Row]
    /// Rows by indicators.
    var table: Table
    /// Rows by nodes.
    var marks: Marks
    /// Rows by nodes: what does not concern the unit.
    var exempt: Set<Cell>
    var treatments: [TreatmentRecord] = []
    /// Of which period each of them is, from 0; -1 if of all.
    var treated: [Int] = []
    var screening: [ScreeningRecord] = []
    var problems: [Problem] = []
    /// Over which rows indicators are treated and normalised, if there are several periods.
    var scopes = Scopes()

    /// A row and a position of a node.
    struct Cell: Hashable {
        var row: Int
        var node: Int
    }

    init(_ data: Dataset, framework: Framework, exemptions: [Exemption], periods: [Int]? = nil, scopes: Scopes = Scopes()) {
        self.scopes = scopes
        self.framework = framework
        // Who counts comes first, so that minima and ranks are over the head of a column.
        let order = data.units.indices.sorted {
            (data.units[$0].kind == .unit ? 0 : 1, $0) < (data.units[$1].kind == .unit ? 0 : 1, $1)
        }
        rows = order.map { Row(unit: data.units[$0], source: $0, period: periods?[$0] ?? 0) }
        table = Table(rows: order.count, columns: framework.indicators.count)
        marks = Marks(rows: order.count, nodes: framework.nodes.count)
        exempt = []
        let columns = Dictionary(data.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for (column, position) in framework.indicators.enumerated() {
            guard let source = columns[framework.nodes[position].code] else {
                problems.append(.noData(framework.nodes[position].code))
                continue
            }
            let values = data.values.column(source)
            table.setColumn(column, to: order.lazy.map { values[values.startIndex + $0] })
        }
        exempt(exemptions)
    }

    /// Without the values: whoever is exempt has none.
    private mutating func exempt(_ exemptions: [Exemption]) {
        for exemption in exemptions {
            guard let top = framework.position(of: exemption.node) else {
                problems.append(.unknown(node: exemption.node))
                continue
            }
            var under = [top], place = 0
            while place < under.count {
                under += framework.children[under[place]]
                place += 1
            }
            for code in exemption.units {
                let found = rows.indices.filter { rows[$0].unit.code == code }
                if found.isEmpty { problems.append(.unknown(unit: code)) }
                for row in found { for node in under { exempt(row, node, isGap: exemption.isGap) } }
            }
        }
    }

    private mutating func exempt(_ row: Int, _ node: Int, isGap: Bool) {
        if !isGap {
            exempt.insert(Cell(row: row, node: node))
            marks[row, node].insert(.exempt)
        }
        if let column = framework.indicators.firstIndex(of: node) { table[row, column] = .nan }
    }

    /// Only the rows named go on.
    mutating func keep(_ kept: [Int]) {
        table = table.keeping(rows: kept)
        marks = marks.keeping(rows: kept)
        let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        exempt = Set(exempt.compactMap { cell in places[cell.row].map { Cell(row: $0, node: cell.node) } })
        rows = kept.map { rows[$0] }
    }

    /// The rows that go together: all, or those of each period.
    func blocks(_ scope: Scopes.Scope) -> [[Int]] {
        guard scope == .eachPeriod, rows.contains(where: { $0.period != rows[0].period }) else { return [Array(rows.indices)] }
        let periods = Dictionary(grouping: rows.indices, by: { rows[$0].period })
        return periods.keys.sorted().compactMap { periods[$0] }
    }

    /// The values of a column that count, without the gaps.
    func counted(_ column: Int, of block: [Int]) -> [Double] {
        var values: [Double] = []
        values.reserveCapacity(block.count)
        let start = column * table.rows
        for row in block where rows[row].isCounted && !table.cells[start + row].isNaN { values.append(table.cells[start + row]) }
        return values
    }

    /// The groups of a grouping in each period, numbered as they come.
    func grouped(_ grouping: String) -> Groups {
        struct Key: Hashable {
            var period: Int
            var group: String
        }
        var numbers: [Key: Int] = [:]
        var groups = Groups(of: Array(repeating: -1, count: rows.count), heads: [])
        for (place, row) in rows.enumerated() {
            guard let group = row.unit.groups[grouping] else { continue }
            let key = Key(period: row.period, group: group)
            let number = numbers[key] ?? numbers.count
            if number == groups.heads.count { groups.heads.append([]) }
            numbers[key] = number
            groups.of[place] = number
            if row.isCounted { groups.heads[number].append(place) }
        }
        return groups
    }

    struct Groups {
        /// The group of each row, -1 for none.
        var of: [Int]
        /// The rows of each group that count.
        var heads: [[Int]]
        var isEmpty: Bool { heads.allSatisfy(\.isEmpty) }
    }
}

extension Problem {
    static func noData(_ code: String) -> Problem {
        Problem("indicator-without-data", [code], "the data has no column for the indicator \(code)")
    }

    static func unknown(unit code: String) -> Problem {
        Problem("unit-unknown", [code], "there is no unit \(code) in the data")
    }

    static func unknown(grouping: String) -> Problem {
        Problem("grouping-unknown", [grouping], "no unit is in a group of “\(grouping)”")
    }
}
