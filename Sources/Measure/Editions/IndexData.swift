import CompositeIndex

/// A data set as it is kept: JSON has no NaN, so that a missing cell is null.
package struct IndexData: Hashable, Sendable, Codable {
    package var units: [IndexUnit]
    package var columns: [String]
    /// Column by column, in the order of `columns`; each in the order of `units`.
    package var values: [[Double?]]

    /// Of the file that they were read from, if it had several; they are of one of them.
    package struct Periods: Hashable, Sendable, Codable {
        package var taken: String
        package var count: Int

        package init(taken: String, count: Int) {
            self.taken = taken
            self.count = count
        }
    }
    package var periods: Periods?

    /// What was measured in a period before.
    package struct Earlier: Hashable, Sendable, Codable {
        package var period: String
        package var units: [IndexUnit]
        /// Column by column, in the order of the data's `columns`; each in the order of `units`.
        package var values: [[Double?]]

        package init(period: String, units: [IndexUnit], values: [[Double?]]) {
            self.period = period
            self.units = units
            self.values = values
        }
        package var missing: Int { values.reduce(0) { $0 + $1.count { $0 == nil } } }
    }
    /// The oldest first; nil where one period alone was taken. `periods` tells the name of the own one then.
    package var earlier: [Earlier]?

    package init(units: [IndexUnit], columns: [String], values: [[Double?]]) {
        self.units = units
        self.columns = columns
        self.values = values
    }

    package init(_ data: Dataset) {
        self.init(
            units: data.units, columns: data.columns,
            values: data.columns.indices.map { data.values.column($0).map { $0.isFinite ? $0 : nil } })
    }

    package var dataset: Dataset {
        Dataset(units: units, columns: columns, values: Table(columns: values.map { $0.map { $0 ?? .nan } }))
    }

    /// All periods that were kept, the own one last.
    package var panel: Panel {
        Panel(
            (earlier ?? []).map { one in
                Panel.Edition(
                    period: one.period,
                    data: Dataset(
                        units: one.units, columns: columns, values: Table(columns: one.values.map { $0.map { $0 ?? .nan } })))
            } + [Panel.Edition(period: periods?.taken ?? "", data: dataset)])
    }

    package func value(_ unit: String, _ column: String) -> Double? {
        guard let row = units.firstIndex(where: { $0.code == unit }), let place = columns.firstIndex(of: column) else {
            return nil
        }
        return values[place][row]
    }

    /// Puts a value into a cell; false if there is no such cell.
    package mutating func set(_ value: Double?, _ unit: String, _ column: String) -> Bool {
        guard let row = units.firstIndex(where: { $0.code == unit }), let place = columns.firstIndex(of: column) else {
            return false
        }
        values[place][row] = value
        return true
    }

    package func unit(_ code: String) -> IndexUnit? { units.first { $0.code == code } }
    /// The names of the groupings that any unit has, sorted.
    package var groupings: [String] { Set(units.flatMap(\.groups.keys)).sorted() }
    package var cells: Int { units.count * columns.count }
    package var missing: Int { values.reduce(0) { $0 + $1.count { $0 == nil } } }
}
