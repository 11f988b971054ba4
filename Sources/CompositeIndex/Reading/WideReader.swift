/// Tables with a row a unit and a column an indicator.
struct WideReader {
    private enum Use { case number, group, none }

    private var heading: Heading
    private let framework: FrameworkTable?
    private let names: ColumnNames
    private(set) var problems = ProblemList()
    private(set) var marks: [String: Int] = [:]
    private(set) var numbers: [NumberColumn] = []
    private var numberPlaces: [Int] = []
    private(set) var groupings: [Heading.Column] = []
    private(set) var panel = Panel([])

    init(_ heading: Heading, framework: FrameworkTable?, names: ColumnNames) {
        self.heading = heading
        self.framework = framework
        self.names = names
        for role in [Role.indicator, .value, .status] { self.heading.settle(role, as: nil) }
    }

    mutating func run() {
        settleUnits()
        problems.append(heading.problems)
        guard heading.roles[.unitCode] != nil else {
            problems.append(
                Problem(
                    "column-missing", ["uCode"], at: heading.grid.place(heading.row),
                    "there is no column with the codes of units (uCode)"))
            return
        }
        readColumns()
        readRows()
    }

    /// Without a column of codes names serve as such; without names the first column of texts.
    private mutating func settleUnits() {
        if heading.roles[.unitCode] == nil { heading.settle(.unitCode, as: heading.roles[.unitName] ?? loose() ?? firstText()) }
    }

    private func free(_ column: Heading.Column) -> Bool {
        !(framework?.columnCodes.contains(column.code) ?? false)
            && !heading.roles.values.contains { $0.number == column.number }
            && !names.groupings.contains(column.code) && !names.unused.contains(column.code)
    }

    private func loose() -> Heading.Column? {
        Role.looseUnits.lazy.compactMap { header in
            heading.columns.first { $0.key == header && free($0) }
        }.first
    }

    private func firstText() -> Heading.Column? {
        guard let first = heading.columns.first, free(first) else { return nil }
        let tally = cells(first).tally
        return tally.filled > 0 && tally.numbers * 2 < tally.filled ? first : nil
    }

    private func cells(_ column: Heading.Column) -> NumberColumn {
        var cells = NumberColumn(column.code)
        for row in heading.body { cells.append(row[column.number], at: heading.grid.place(row.number, column.number)) }
        return cells
    }

    private mutating func readColumns() {
        let roles = Set(heading.roles.values.map(\.number))
        var seen: Set<String> = []
        for column in heading.columns where !roles.contains(column.number) && seen.insert(column.code).inserted {
            let cells = cells(column)
            switch use(of: column, cells) {
            case .number:
                numbers.append(cells)
                numberPlaces.append(column.number)
                if cells.tally.filled == 0, !cells.cells.isEmpty {
                    tell("indicator-empty", column, .warning, "the column “\(column.code)” has no numbers at all")
                }
            case .group: groupings.append(column)
            case .none: break
            }
        }
        if numbers.isEmpty, !problems.has("table-empty") {
            problems.append(
                Problem("no-indicators", [], at: heading.grid.place(heading.row), "there is no column with numbers"))
        }
    }

    private mutating func use(of column: Heading.Column, _ cells: NumberColumn) -> Use {
        if names.unused.contains(column.code) { return .none }
        if names.groupings.contains(column.code) { return .group }
        if let framework {
            if framework.indicators.contains(where: { $0.code == column.code }) { return .number }
            if framework.groupings.contains(where: { $0.code == column.code }) { return .group }
            if framework.denominatorCodes.contains(column.code) { return .number }
            if !framework.others.contains(where: { $0.code == column.code }) {
                tell("column-unknown", column, .warning, "“\(column.code)” is not in the framework; the column is left out")
            }
            return .none
        }
        let tally = cells.tally
        if tally.numbers * 2 >= tally.filled { return .number }
        if tally.numbers > 0 {
            tell("column-doubtful", column, .warning, "“\(column.code)” has texts and numbers; it is taken as a grouping")
        }
        return .group
    }

    private mutating func tell(_ rule: String, _ column: Heading.Column, _ gravity: Problem.Gravity, _ message: String) {
        problems.append(
            Problem(rule, [column.code], at: heading.grid.place(heading.row, column.number), gravity: gravity, message))
    }

    private mutating func readRows() {
        let signs = numbers.reduce(NumberColumn.Signs()) { $0 + $1.signs }
        let values = numbers.map { $0.numbers(file: signs, told: &problems, marks: &marks) }
        problems.append(NumberColumn.decimalWarnings(numbers, file: signs))
        var units = UnitCells(heading, groupings: groupings)
        var draft = PanelDraft(columns: numbers.map(\.code))
        for (place, row) in heading.body.enumerated() where !row.isEmpty {
            guard let (unit, period) = units.read(row) else { continue }
            let (draftRow, isNew) = draft.row(of: unit, period)
            guard isNew else {
                problems.append(
                    Problem(
                        "unit-repeated", [unit.code] + (period.isEmpty ? [] : [period]), at: heading.place(.unitCode, row),
                        "\(unit.code) has two rows" + (period.isEmpty ? "" : " for \(period)")))
                continue
            }
            for column in values.indices { draft[draftRow, column] = values[column][place] }
        }
        problems.append(units.problems)
        panel = draft.panel()
    }
}
