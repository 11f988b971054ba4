/// What was measured: units by columns. Columns are indicators and denominators, by code.
public struct Dataset: Sendable {
    public var units: [IndexUnit]
    public var columns: [String]
    public var values: Table

    public init(units: [IndexUnit], columns: [String], values: Table) {
        precondition(units.count == values.rows && columns.count == values.columns, "codes and cells go together")
        self.units = units
        self.columns = columns
        self.values = values
    }

    public func column(_ code: String) -> ArraySlice<Double>? {
        columns.firstIndex(of: code).map { values.column($0) }
    }

    public func row(_ code: String) -> Int? { units.firstIndex { $0.code == code } }
}

/// One dataset a period, in the order of the periods.
public struct Panel: Sendable {
    public struct Edition: Sendable {
        /// ISO 8601: a year, or whatever the source writes.
        public var period: String
        public var data: Dataset

        public init(period: String, data: Dataset) {
            self.period = period
            self.data = data
        }
    }

    public var editions: [Edition]

    public init(_ editions: [Edition]) { self.editions = editions }

    public subscript(period: String) -> Dataset? { editions.first { $0.period == period }?.data }
}
