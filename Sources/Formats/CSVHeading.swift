import Base

/// The row of a table that says what the columns are. Titles and empty rows may stand above it.
struct CSVHeading {
    /// Its place among the rows.
    let place: Int
    let line: Int
    /// Several may hold people; of all else there is one.
    let columns: [CSVColumn: [Int]]
    /// What nobody knows, as it is written.
    let unknown: [String]
    let width: Int
    /// What stands alone in a row above it.
    let titles: [String]
    private static let mostRowsAbove = 25
    /// What stands further right is left out, and that is told: no table of sessions is as wide.
    private static let mostColumns = 400

    /// Throws with what is wanted where no row will do.
    init(_ rows: [CSVReader.Row]) throws(FormatRefusal) {
        for (place, row) in rows.prefix(CSVHeading.mostRowsAbove).enumerated() {
            let (columns, unknown) = CSVHeading.columns(row.cells)
            guard columns[.title] != nil, columns[.start] != nil || columns[.date] != nil || columns[.day] != nil else {
                continue
            }
            self.place = place
            line = row.line
            self.columns = columns
            self.unknown = unknown + CSVHeading.nameless(row, rows.dropFirst(place + 1))
            width = row.cells.count
            titles = rows[..<place].compactMap { above in
                let cells = above.cells.filter { !$0.isEmpty }
                return cells.count == 1 ? ForeignText.line(cells[0]) : nil
            }
            return
        }
        throw CSVHeading.refusal(rows)
    }

    private static func columns(_ cells: [String]) -> ([CSVColumn: [Int]], [String]) {
        var columns: [CSVColumn: [Int]] = [:]
        var unknown: [(index: Int, name: String)] = []
        for (index, name) in cells.prefix(mostColumns).enumerated() where !name.isEmpty {
            guard let column = CSVColumn(heading: name), columns[column] == nil || column == .persons else {
                unknown.append((index, name))
                continue
            }
            columns[column, default: []].append(index)
        }
        if columns[.title] == nil,
            let index = cells.prefix(mostColumns).indices.first(where: { CSVColumn.isWeakTitle(cells[$0]) })
        {
            for (column, places) in columns where places.contains(index) { columns[column] = places.filter { $0 != index } }
            columns = columns.filter { !$0.value.isEmpty }
            columns[.title] = [index]
            unknown.removeAll { $0.index == index }
        }
        let beyond = cells.count > mostColumns ? ["#\(mostColumns + 1)–#\(cells.count)"] : []
        return (columns, unknown.map { ForeignText.line($0.name) } + beyond)
    }

    /// Columns without a heading that hold something.
    private static func nameless(_ heading: CSVReader.Row, _ rows: ArraySlice<CSVReader.Row>) -> [String] {
        heading.cells.prefix(mostColumns).indices.filter { index in
            heading.cells[index].isEmpty && rows.contains { $0.cells.indices.contains(index) && !$0.cells[index].isEmpty }
        }
        .map { "#\($0 + 1)" }
    }

    private static func refusal(_ rows: [CSVReader.Row]) -> FormatRefusal {
        let expected = "title, date, start, end, room, speakers, id"
        let wide = rows.prefix(mostRowsAbove).first { $0.cells.count { !$0.isEmpty } > 1 }
        guard let row = wide else { return FormatRefusal("notTable", line: rows[0].line, ["expected": expected]) }
        let filled = row.cells.prefix(mostColumns).filter { !$0.isEmpty }
        let days = filled.count { SpokenDate.isDay($0) }
        if days > 1, days * 2 >= filled.count - 1 {
            return FormatRefusal("csvGrid", line: row.line, ["found": shown(filled), "expected": expected])
        }
        return FormatRefusal("csvHeading", line: row.line, ["found": shown(filled), "expected": expected])
    }

    private static func shown(_ cells: [String]) -> String {
        String(ForeignText.line(cells.prefix(12).joined(separator: ", ")).prefix(200))
    }

    func cell(_ column: CSVColumn, of row: CSVReader.Row) -> String { cells(column, of: row).first ?? "" }

    func cells(_ column: CSVColumn, of row: CSVReader.Row) -> [String] {
        (columns[column] ?? []).map { row.cells.indices.contains($0) ? CSVCell.text(row.cells[$0]).trimmed : "" }
    }
}
