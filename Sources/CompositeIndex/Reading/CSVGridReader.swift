/// Text tables (RFC 4180, and what is written in its place) into a grid.
struct CSVGridReader {
    private let text: FileText
    private let bytes: [UInt8]
    private let limits: ReadingLimits
    private var separator: UInt8 = 0x2C
    private var grid: Grid
    private var place = 0
    private var count = 0
    private var problems = ProblemList()

    static func read(_ file: [UInt8], name: String, limits: ReadingLimits) throws(Problems) -> Grid {
        var reader = CSVGridReader(file, name: name, limits: limits)
        try reader.run()
        return reader.grid
    }

    private init(_ file: [UInt8], name: String, limits: ReadingLimits) {
        text = FileText(file)
        bytes = text.bytes
        self.limits = limits
        grid = Grid(name: name)
        if text.isGuess {
            tell("encoding-guessed", [], 0, 0, gravity: .warning, "the file has no byte order mark; it was read as UTF-16")
        }
    }

    private mutating func tell(
        _ rule: String, _ subjects: [String], _ row: Int, _ column: Int, gravity: Problem.Gravity = .error, _ message: String
    ) {
        problems.append(Problem(rule, subjects, at: grid.place(row, column), gravity: gravity, message))
    }

    private mutating func run() throws(Problems) {
        var number = 0
        separator = hint() ?? Separator.found(in: bytes[...])
        if place > 0 { number = 1 }
        while place < bytes.count {
            number += 1
            guard number <= limits.rows else {
                throw Problems([
                    Problem("too-many-rows", ["\(limits.rows)"], at: grid.place(number), "more than \(limits.rows) rows")
                ])
            }
            let row = try row(number)
            if !row.isEmpty { grid.rows.append(row) }
        }
        if text.encoding == .windows1252 { tellWindows() }
        grid.problems = problems.closed(at: grid.place())
    }

    /// A first line `sep=;`, as Excel understands it.
    private mutating func hint() -> UInt8? {
        guard bytes.count > 4, bytes.starts(with: Array("sep=".utf8)),
            let end = bytes.firstIndex(where: { $0 == 10 || $0 == 13 }),
            end == 5
        else { return nil }
        place = end + (bytes[end] == 13 && end + 1 < bytes.count && bytes[end + 1] == 10 ? 2 : 1)
        return bytes[4]
    }

    private mutating func row(_ number: Int) throws(Problems) -> Grid.Row {
        var row = Grid.Row(number: number)
        var column = 0
        repeat {
            column += 1
            guard column <= limits.columns else {
                throw Problems([
                    Problem(
                        "too-many-columns", ["\(limits.columns)"], at: grid.place(number, column),
                        "more than \(limits.columns) columns")
                ])
            }
            let cell = cell(number, column)
            guard !cell.isEmpty else { continue }
            count += 1
            guard count <= limits.cells else {
                throw Problems([
                    Problem(
                        "too-many-cells", ["\(limits.cells)"], at: grid.place(number, column), "more than \(limits.cells) cells")
                ])
            }
            row.append(.text(cell), column: column)
        } while endOfCell()
        row.width = column
        return row
    }

    /// Steps over what ends the cell; true if another one of the row follows.
    private mutating func endOfCell() -> Bool {
        guard place < bytes.count else { return false }
        let end = bytes[place]
        place += 1
        if end == 13, place < bytes.count, bytes[place] == 10 { place += 1 }
        return end == separator
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 10 || byte == 13 }

    private mutating func cell(_ row: Int, _ column: Int) -> String {
        let isQuoted = place < bytes.count && bytes[place] == 0x22
        let start = place
        var content: [UInt8] = []
        if isQuoted { content = quoted(row, column) }
        let rest = place
        while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
        if isQuoted, rest < place {
            if bytes[rest..<place].contains(where: { $0 != 0x20 && $0 != 9 }) {
                tell("quote-stray", [], row, column, gravity: .warning, "text follows the quotation mark that closes the cell")
                content += bytes[rest..<place]
            }
        }
        if isQuoted { return settled(content[...], row, column) }
        return settled(bytes[start..<place], row, column)
    }

    /// What is between quotation marks, two of which stand for one.
    private mutating func quoted(_ row: Int, _ column: Int) -> [UInt8] {
        var content: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == 0x22 {
                guard place < bytes.count, bytes[place] == 0x22 else { return content }
                place += 1
            }
            content.append(byte)
        }
        tell("quote-unclosed", [], row, column, "the quotation mark that opens this cell is never closed")
        return content
    }

    /// The text of a cell; what is wrong with its characters is told. An apostrophe that keeps a spreadsheet from calculating
    /// goes.
    private mutating func settled(_ content: ArraySlice<UInt8>, _ row: Int, _ column: Int) -> String {
        if content.isEmpty { return "" }
        var content = content
        if content.contains(0) {
            tell("cell-nul", [], row, column, "the cell has a NUL character, which is no text")
            content = content.filter { $0 != 0 }[...]
        }
        var cell = text.text(content)
        if content.contains(where: { $0 > 127 }), cell.unicodeScalars.contains("\u{FFFD}") {
            tell("text-damaged", [cell], row, column, gravity: .warning, "“\(cell)” has a character that could not be read")
        }
        if cell.utf8.first == 0x27, CSVWriter.isDangerous(cell) { cell.unicodeScalars.removeFirst() }
        return cell
    }

    /// One warning, at the first cell that shows it.
    private mutating func tellWindows() {
        for row in grid.rows {
            for (column, cell) in zip(row.columns, row.cells) where cell.text.utf8.contains(where: { $0 > 127 }) {
                tell(
                    "encoding-windows-1252", [cell.text], row.number, Int(column), gravity: .warning,
                    "the file is not UTF-8; it was read as Windows-1252: please see whether “\(cell.text)” is right")
                return
            }
        }
    }
}
