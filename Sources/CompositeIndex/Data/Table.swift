/// Numbers of units (rows) by columns, one column after the other in memory. NaN is a missing cell; there are no infinities.
public struct Table: Sendable {
    public let rows: Int
    public let columns: Int
    /// `rows * columns` numbers; the cell of row r and column c is at `c * rows + r`.
    public var cells: [Double]

    public init(rows: Int, columns: Int, repeating value: Double = .nan) {
        self.init(rows: rows, columns: columns, cells: Array(repeating: value, count: rows * columns))
    }

    /// `cells` column by column.
    public init(rows: Int, columns: Int, cells: [Double]) {
        precondition(
            cells.count == rows * columns, "a table of \(rows) × \(columns) has \(rows * columns) cells, not \(cells.count)")
        self.rows = rows
        self.columns = columns
        self.cells = cells
    }

    /// Columns of one length.
    public init(columns: [[Double]]) {
        self.init(rows: columns.first?.count ?? 0, columns: columns.count, cells: columns.flatMap { $0 })
    }

    public subscript(row: Int, column: Int) -> Double {
        get { cells[column * rows + row] }
        set { cells[column * rows + row] = newValue }
    }

    public func column(_ column: Int) -> ArraySlice<Double> { cells[column * rows..<(column + 1) * rows] }

    public func row(_ row: Int) -> [Double] { (0..<columns).map { self[row, $0] } }

    public mutating func setColumn(_ column: Int, to values: some Sequence<Double>) {
        var place = column * rows
        for value in values {
            cells[place] = value
            place += 1
        }
        precondition(place == (column + 1) * rows, "a column has \(rows) cells")
    }

    /// The rows named, in that order.
    public func keeping(rows kept: [Int]) -> Table {
        var result = Table(rows: kept.count, columns: columns)
        for column in 0..<columns {
            for (place, row) in kept.enumerated() { result.cells[column * kept.count + place] = cells[column * rows + row] }
        }
        return result
    }

    /// The columns named, in that order.
    public func keeping(columns kept: [Int]) -> Table {
        Table(rows: rows, columns: kept.count, cells: kept.flatMap { column($0) })
    }

    /// Bit for bit the same, missing cells at the same places.
    public func isIdentical(to other: Table) -> Bool {
        rows == other.rows && columns == other.columns
            && zip(cells, other.cells).allSatisfy { ($0.isNaN && $1.isNaN) || $0.bitPattern == $1.bitPattern }
    }

    public var hasGaps: Bool { cells.contains { $0.isNaN } }
}
