/// One sheet of a workbook into a grid.
final class XLSXSheetReader {
    private let strings: [String]
    private let dates: XLSXDates
    private let limits: ReadingLimits
    private var grid: Grid
    /// Cells of all sheets so far.
    private var count: Int
    private var refusal: Problem?
    private var problems: ProblemList
    private let events = XMLEvents()

    private var row: Grid.Row?
    /// By column; sorted where a file is out of order.
    private var cells: [(column: Int, cell: Grid.Cell)] = []
    private var nextRow = 1
    private var nextColumn = 1
    private var place = (row: 0, column: 0)
    private var type = ""
    private var style = 0
    private var value = ""
    private var hasValue = false, hasFormula = false, isText = false, phonetic = 0
    private var merged: [String] = []

    private init(_ grid: Grid, _ strings: [String], _ dates: XLSXDates, _ limits: ReadingLimits, _ count: Int) {
        self.grid = grid
        self.strings = strings
        self.dates = dates
        self.limits = limits
        self.count = count
        problems = ProblemList(grid.problems)
    }

    /// `count` rises by the cells that were read.
    static func read(
        _ bytes: [UInt8], into grid: Grid, strings: [String], dates: XLSXDates, limits: ReadingLimits, count: inout Int
    ) throws(Problems) -> Grid {
        let reader = XLSXSheetReader(grid, strings, dates, limits, count)
        reader.events.onBegin = { [unowned reader] in reader.begin($0, $1) }
        reader.events.onText = { [unowned reader] in if reader.isText { reader.value += $0 } }
        reader.events.onEnd = { [unowned reader] in reader.end($0) }
        do { try reader.events.read(bytes) } catch {
            if let refusal = reader.refusal { throw Problems([refusal]) }
            throw XLSXGridReader.refusal(error, grid.name)
        }
        if let refusal = reader.refusal { throw Problems([refusal]) }
        reader.settleRows()
        reader.settleMerged()
        count = reader.count
        reader.grid.problems = reader.problems.closed(at: grid.place())
        return reader.grid
    }

    private func tell(
        _ rule: String, _ subjects: [String], _ row: Int, _ column: Int, gravity: Problem.Gravity = .error, _ message: String
    ) {
        problems.append(Problem(rule, subjects, at: grid.place(row, column), gravity: gravity, message))
    }

    private func begin(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "row": beginRow(attributes)
        case "c": beginCell(attributes)
        case "v": (isText, hasValue) = (true, true)
        case "f": hasFormula = true
        case "t" where type == "inlineStr": (isText, hasValue) = (phonetic == 0, true)
        case "rPh": phonetic += 1
        case "col":
            if attributes["hidden"].map(XLSXSheetReader.isTrue) ?? false, let first = attributes["min"].flatMap({ Int($0) }),
                let last = attributes["max"].flatMap({ Int($0) }), first >= 1, first <= last
            {
                grid.hiddenColumns.append(first...last)
            }
        case "mergeCell": if let range = attributes["ref"], merged.count < limits.rows { merged.append(range) }
        default: break
        }
    }

    static func isTrue(_ text: String) -> Bool { text == "1" || text == "true" }

    private func beginRow(_ attributes: [String: String]) {
        let number = attributes["r"].flatMap { Int($0) } ?? nextRow
        guard (1...1_048_576).contains(number) else {
            tell("cell-reference", [attributes["r"] ?? ""], 0, 0, "“\(attributes["r"] ?? "")” is no row of a sheet")
            return
        }
        var row = Grid.Row(number: number)
        row.isHidden = attributes["hidden"].map(XLSXSheetReader.isTrue) ?? false
        self.row = row
        nextRow = number + 1
        nextColumn = 1
        cells.removeAll(keepingCapacity: true)
    }

    private func beginCell(_ attributes: [String: String]) {
        (type, value, hasValue, hasFormula, isText, phonetic) = (attributes["t"] ?? "n", "", false, false, false, 0)
        style = attributes["s"].flatMap { Int($0) } ?? 0
        place = (row?.number ?? 0, nextColumn)
        guard let written = attributes["r"] else { return }
        guard let reference = CellReference(written), reference.row == place.row else {
            if place.row > 0 { tell("cell-reference", [written], place.row, 0, "“\(written)” is no cell of row \(place.row)") }
            place.row = 0
            return
        }
        place.column = reference.column
    }

    private func end(_ name: String) {
        switch name {
        case "v", "t": isText = false
        case "rPh": phonetic -= 1
        case "c": endCell()
        case "row": endRow()
        default: break
        }
    }

    private func endCell() {
        nextColumn = place.column + 1
        guard place.row > 0, place.column <= limits.columns else { return }
        let cell = settled()
        if cell.isEmpty { return }
        count += 1
        guard count <= limits.cells else {
            refusal = Problem(
                "too-many-cells", ["\(limits.cells)"], at: grid.place(place.row, place.column), "more than \(limits.cells) cells")
            return events.stop()
        }
        cells.append((place.column, cell))
    }

    private func settled() -> Grid.Cell {
        if hasFormula {
            guard hasValue, !value.isEmpty || type == "str" else {
                tell(
                    "formula-without-value", [], place.row, place.column,
                    "the cell has a formula whose value is not in the file: open and save it in a spreadsheet")
                return .empty
            }
            grid.formulas += 1
        }
        guard hasValue else { return .empty }
        switch type {
        case "s":
            guard let index = Int(value), strings.indices.contains(index) else { return broken() }
            return text(strings[index])
        case "inlineStr", "str": return text(XLSXStrings.decoded(value))
        case "b": return .truth(XLSXSheetReader.isTrue(value))
        case "e": return .error(value)
        case "d": return text(value)
        default: return number()
        }
    }

    private func text(_ text: String) -> Grid.Cell { text.isEmpty ? .empty : .text(text) }

    private func number() -> Grid.Cell {
        if value.isEmpty { return .empty }
        guard let number = NumberText(value).number else { return broken() }
        guard dates.isDate.indices.contains(style), dates.isDate[style], let date = dates.text(number) else {
            return .number(number)
        }
        return .text(date)
    }

    private func broken() -> Grid.Cell {
        tell("cell-broken", [String(value.prefix(80))], place.row, place.column, "the cell's value cannot be read")
        return .empty
    }

    // MARK: Rows and merged cells

    private func endRow() {
        guard var row else { return }
        self.row = nil
        // Later cells of one name win nothing: the first stays.
        let isRising = zip(cells, cells.dropFirst()).allSatisfy { $0.column < $1.column }
        if !isRising {
            cells = cells.enumerated().sorted { ($0.element.column, $0.offset) < ($1.element.column, $1.offset) }.map(\.element)
        }
        var last = 0
        for (column, cell) in cells {
            if column == last {
                tell("cell-repeated", [], row.number, column, "the file has two cells of this name")
            } else {
                row.append(cell, column: column)
            }
            last = column
        }
        cells.removeAll(keepingCapacity: true)
        if !row.cells.isEmpty { grid.rows.append(row) }
    }

    private func settleRows() {
        let isRising = zip(grid.rows, grid.rows.dropFirst()).allSatisfy { $0.number < $1.number }
        guard !isRising else { return }
        var seen: Set<Int> = []
        grid.rows = grid.rows.filter { row in
            if seen.insert(row.number).inserted { return true }
            tell("row-repeated", [], row.number, 0, "the file has two rows of this number")
            return false
        }.sorted { $0.number < $1.number }
    }

    /// Only the first of merged cells has a value; what the file keeps under it is taken away.
    private func settleMerged() {
        for text in merged {
            guard let (first, last) = CellReference.range(text), first != last else { continue }
            tell(
                "cells-merged", [text], first.row, first.column, gravity: .warning,
                "the cells \(text) are merged: their value counts for the first of them only")
            for place in grid.rows.indices where (first.row...last.row).contains(grid.rows[place].number) {
                let isFirst = grid.rows[place].number == first.row
                let start = isFirst ? first.column + 1 : first.column
                if start <= last.column { grid.rows[place].remove(columns: start...last.column) }
            }
        }
    }
}
