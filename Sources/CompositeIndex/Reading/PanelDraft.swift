/// Rows of units as they are found, by period; in the end a panel.
struct PanelDraft {
    private struct Row {
        var unit: IndexUnit
        var period: String
        var values: [Double]
    }

    private struct Key: Hashable {
        var unit: String
        var period: String
    }

    var columns: [String]
    private var rows: [Row] = []
    private var places: [Key: Int] = [:]

    init(columns: [String]) { self.columns = columns }

    /// The row of a unit in a period, a new one if there is none. `isNew` tells which.
    mutating func row(of unit: IndexUnit, _ period: String) -> (row: Int, isNew: Bool) {
        let key = Key(unit: unit.code, period: period)
        if let place = places[key] { return (place, false) }
        places[key] = rows.count
        rows.append(Row(unit: unit, period: period, values: Array(repeating: .nan, count: columns.count)))
        return (rows.count - 1, true)
    }

    subscript(row: Int, column: Int) -> Double {
        get { rows[row].values[column] }
        set { rows[row].values[column] = newValue }
    }

    func panel() -> Panel {
        let periods = Dictionary(grouping: rows, by: \.period)
        return Panel(
            PanelDraft.sorted(Array(periods.keys)).map { period in
                let rows = periods[period] ?? []
                let cells = columns.indices.flatMap { column in rows.map { $0.values[column] } }
                return Panel.Edition(
                    period: period,
                    data: Dataset(
                        units: rows.map(\.unit), columns: columns,
                        values: Table(rows: rows.count, columns: columns.count, cells: cells)))
            })
    }

    /// Years by number, everything else as ISO 8601 sorts: by its letters.
    static func sorted(_ periods: [String]) -> [String] {
        periods.sorted { one, other in
            if let first = Int(one), let second = Int(other), first != second { return first < second }
            return one.utf8.lexicographicallyPrecedes(other.utf8)
        }
    }
}
