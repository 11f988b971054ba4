/// The row that names the columns, and what they are there for.
struct Heading {
    struct Column {
        let number: Int
        let code: String
        /// What headers that we know are compared with: made once, for some tables have thousands of columns.
        let key: String

        init(number: Int, code: String) {
            self.number = number
            self.code = code
            key = Heading.normalised(code)
        }
    }

    let grid: Grid
    var row = 0
    var columns: [Column] = []
    /// Rows under the header that have cells and are in the slice that was asked for.
    private(set) var body: [Grid.Row] = []
    private(set) var roles: [Role: Column] = [:] {
        didSet { numbers = Role.allCases.map { roles[$0]?.number ?? 0 } }
    }
    /// The column of each role, 0 for none: asked for every cell.
    private var numbers = Role.allCases.map { _ in 0 }
    private(set) var problems = ProblemList()
    /// Cells of coded columns read `A: Annual`, of which the first part counts (SDMX-CSV with labels).
    private(set) var hasLabels = false

    /// `taken`: codes of indicators and the like, which are no role whatever they are called.
    init(_ grid: Grid, _ names: ColumnNames, taken: Set<String> = []) {
        self.grid = grid
        guard let first = Heading.first(grid, names) else {
            problems.append(
                Problem("header-missing", [], at: grid.place(names.headerRow ?? 0), "there is no row that names the columns"))
            return
        }
        row = first.number
        if names.headerRow == nil, let above = grid.rows.first(where: { !$0.isEmpty && $0.number < row }) {
            problems.append(
                Problem(
                    "rows-above-header", [], at: grid.place(above.number), gravity: .warning,
                    "row \(row) was taken as the header; what stands above it is left out"))
        }
        body = grid.rows.filter { $0.number > row && !$0.isEmpty }
        readColumns(first)
        cut(names)
        findRoles(names, taken)
        tellHidden()
        if body.isEmpty {
            problems.append(Problem("table-empty", [], at: grid.place(row), "there are no rows under the header"))
        }
    }

    /// The row that the user names; else the first that has cells, titles of one or two cells above a wider table apart.
    private static func first(_ grid: Grid, _ names: ColumnNames) -> Grid.Row? {
        let rows = grid.rows.lazy.filter { !$0.isEmpty }
        if let number = names.headerRow { return rows.first { $0.number == number } }
        let sample = rows.prefix(20).map { row in (row: row, filled: row.cells.count { !$0.isEmpty }) }
        let widest = sample.map(\.filled).max() ?? 0
        guard widest > 3, let below = sample.first(where: { $0.filled > 2 })?.row, isNames(below) else { return rows.first }
        return below
    }

    /// Texts and years name columns; a row with numbers is one of the data.
    private static func isNames(_ row: Grid.Row) -> Bool {
        row.cells.allSatisfy { cell in
            switch NumberText(cell) {
            case .empty, .text, .date: true
            default: year(cell.text) != nil
            }
        }
    }

    func column(_ code: String) -> Column? { columns.first { $0.code == code } }

    /// The number of the column that has the first of these headers that occurs, blanks and signs apart.
    func number(of headers: [String]) -> Int? {
        for header in headers {
            if let column = columns.first(where: { $0.key == header }) { return column.number }
        }
        return nil
    }

    /// The year of a header that is one: `2020`, `2020 [YR2020]`.
    static func year(_ header: String) -> String? {
        let digits = header.prefix { $0.isASCII && $0.isNumber }
        guard digits.count == 4, let year = Int(digits), (1500...2500).contains(year) else { return nil }
        let rest = header.dropFirst(4)
        return rest.isEmpty || rest == " [YR\(digits)]" ? String(digits) : nil
    }

    /// Letters and digits alone, small. No header that we know is long.
    static func normalised(_ text: String) -> String {
        guard text.utf8.count <= 200 else { return "" }
        return String(
            String.UnicodeScalarView(
                text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }))
    }

    private mutating func readColumns(_ header: Grid.Row) {
        let texts = zip(header.columns, header.cells).map { (number: Int($0), text: NumberText.trimmed($1.text)) }
        let mark = texts.first.map { $0.text.prefix { $0 != ":" } } ?? ""
        hasLabels = ["DATAFLOW", "STRUCTURE"].contains(mark) && texts.filter { $0.text.contains(": ") }.count > 1
        var seen: Set<String> = []
        for (number, text) in texts where !text.isEmpty {
            let code = hasLabels ? Heading.coded(text) : text
            columns.append(Column(number: number, code: code))
            if !seen.insert(code).inserted {
                problems.append(
                    Problem("header-repeated", [code], at: grid.place(row, number), "two columns are named “\(code)”"))
            }
        }
        let named = Set(columns.map(\.number))
        var blank: Set<Int> = []
        for row in body {
            for (column, cell) in zip(row.columns, row.cells) where !cell.isEmpty && !named.contains(Int(column)) {
                guard row.width == 0 || Int(column) <= header.width else {
                    problems.append(
                        Problem(
                            "row-too-long", [cell.text], at: grid.place(row.number, Int(column)),
                            "row \(row.number) has \(row.width) cells, the header \(header.width)"))
                    break
                }
                if blank.insert(Int(column)).inserted {
                    problems.append(
                        Problem(
                            "header-blank", [], at: grid.place(self.row, Int(column)), gravity: .warning,
                            "the column has no name; it is left out"))
                }
            }
            if row.width > 0, row.width < header.width, !row.isEmpty {
                problems.append(
                    Problem(
                        "row-too-short", [], at: grid.place(row.number), gravity: .warning,
                        "row \(row.number) has \(row.width) cells, the header \(header.width): the rest is taken as missing"))
            }
        }
    }

    private mutating func cut(_ names: ColumnNames) {
        for name in names.groupings.union(names.unused).union(names.slice.keys).sorted() where column(name) == nil {
            tellMissing(name)
        }
        for (name, wanted) in names.slice {
            guard let column = column(name) else { continue }
            body.removeAll { row in
                let text = NumberText.trimmed(row[column.number].text)
                return text != wanted && !(hasLabels && Heading.coded(text) == wanted)
            }
        }
    }

    private mutating func tellMissing(_ name: String) {
        problems.append(Problem("column-missing", [name], at: grid.place(row), "there is no column “\(name)”"))
    }

    private mutating func findRoles(_ names: ColumnNames, _ taken: Set<String>) {
        for role in Role.allCases {
            if let name = role.name(in: names) {
                if let column = column(name) {
                    roles[role] = column
                } else {
                    tellMissing(name)
                }
                continue
            }
            let free = columns.filter { column in
                !taken.contains(column.code) && !roles.values.contains { $0.number == column.number }
                    && !names.groupings.contains(column.code) && !names.unused.contains(column.code)
            }
            roles[role] = role.headers.lazy.compactMap { header in free.first { $0.key == header } }.first
        }
    }

    /// Where a table has only names they are the codes, too.
    mutating func settle(_ role: Role, as column: Column?) { roles[role] = column }

    private mutating func tellHidden() {
        for column in columns where grid.hiddenColumns.contains(where: { $0.contains(column.number) }) {
            problems.append(
                Problem(
                    "column-hidden", [column.code], at: grid.place(row, column.number), gravity: .warning,
                    "the column “\(column.code)” is hidden in the file; it is read all the same"))
        }
        for row in body where row.isHidden {
            problems.append(
                Problem(
                    "row-hidden", [], at: grid.place(row.number), gravity: .warning,
                    "row \(row.number) is hidden in the file; it is read all the same"))
        }
    }

    /// The code of `A: Annual`.
    static func coded(_ text: String) -> String {
        guard let colon = text.firstIndex(of: ":") else { return text }
        let after = text.index(after: colon)
        return after == text.endIndex || text[after] == " " ? String(text[..<colon]) : text
    }

    /// Trimmed text of the cell in a role's column; empty if there is none.
    func text(_ role: Role, _ row: Grid.Row) -> String {
        let number = numbers[role.rawValue]
        if number == 0 { return "" }
        let text = NumberText.trimmed(row[number].text)
        return hasLabels ? Heading.coded(text) : text
    }

    func place(_ role: Role, _ row: Grid.Row) -> Problem.Place { grid.place(row.number, numbers[role.rawValue]) }
}
