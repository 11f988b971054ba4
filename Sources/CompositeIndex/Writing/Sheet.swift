/// A table to be handed out: a name, a header, rows.
public struct Sheet: Hashable, Sendable {
    public enum Cell: Hashable, Sendable {
        case empty
        case text(String)
        case number(Double)

        /// NaN is a missing cell.
        public init(_ number: Double) { self = number.isNaN ? .empty : .number(number) }

        /// A year is a number, as other programmes want it; another period is a text.
        init(period: String) {
            let year = Int(period).flatMap { String($0) == period ? $0 : nil }
            self = year.map { .number(Double($0)) } ?? Cell(period)
        }

        public init(_ text: String?) {
            if let text, !text.isEmpty { self = .text(text) } else { self = .empty }
        }
    }

    public var name: String
    public var header: [String]
    public var rows: [[Cell]]

    public init(name: String, header: [String], rows: [[Cell]]) {
        self.name = name
        self.header = header
        self.rows = rows
    }
}

extension Sheet {
    /// A panel as COINr's `iData`: names, codes, kinds if there are aggregates, groups, the period if there is one, numbers.
    public init(name: String, panel: Panel) {
        let editions = panel.editions
        let units = editions.flatMap(\.data.units)
        let groupings = Set(units.flatMap { $0.groups.keys }).sorted()
        let hasKinds = units.contains { $0.kind != .unit }
        let hasPeriods = editions.count > 1 || editions.contains { !$0.period.isEmpty }
        var columns: [String] = []
        var seen: Set<String> = []
        for column in editions.flatMap(\.data.columns) where seen.insert(column).inserted { columns.append(column) }
        let rows = editions.flatMap { edition in
            let places = columns.map { edition.data.columns.firstIndex(of: $0) }
            return edition.data.units.enumerated().map { row, unit -> [Cell] in
                [Cell(unit.name), Cell(unit.code)] + (hasKinds ? [Cell(unit.kind.rawValue)] : [])
                    + groupings.map { Cell(unit.groups[$0]) } + (hasPeriods ? [Cell(period: edition.period)] : [])
                    + places.map { $0.map { Cell(edition.data.values[row, $0]) } ?? .empty }
            }
        }
        let head = ["uName", "uCode"] + (hasKinds ? ["uKind"] : []) + groupings + (hasPeriods ? ["Time"] : [])
        self.init(name: name, header: head + columns, rows: rows)
    }

    /// Numbers of units by columns: a step of the method, scores, ranks.
    public init(name: String, units: [IndexUnit], columns: [String], values: Table) {
        self.init(name: name, data: Dataset(units: units, columns: columns, values: values))
    }

    public init(name: String, data: Dataset) { self.init(name: name, panel: Panel([Panel.Edition(period: "", data: data)])) }
}
